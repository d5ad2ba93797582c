/** The encode/decode pair that protobufjs generates for a message. */
interface MessageType<T, I> {
  encode(message: I): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

export type Serialize<T> = (value: T) => Buffer;
export type Deserialize<T> = (bytes: Buffer) => T;

/**
 * A gRPC method as grpc-js wants it. What goes in may leave fields out (`RequestIn`, `ResponseIn`); what comes out is
 * complete.
 */
export interface Method<RequestIn, Request, ResponseIn, Response> {
  readonly path: string;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
  readonly requestSerialize: Serialize<RequestIn>;
  readonly requestDeserialize: Deserialize<Request>;
  readonly responseSerialize: Serialize<ResponseIn>;
  readonly responseDeserialize: Deserialize<Response>;
}

/** A gRPC method between generated message types. */
export function method<RequestIn, Request, ResponseIn, Response>(definition: {
  readonly path: string;
  readonly request: MessageType<Request, RequestIn>;
  readonly response: MessageType<Response, ResponseIn>;
  readonly requestStream?: boolean;
  readonly responseStream?: boolean;
}): Method<RequestIn, Request, ResponseIn, Response> {
  const { path, request, response } = definition;
  return {
    path,
    requestStream: definition.requestStream ?? false,
    responseStream: definition.responseStream ?? false,
    requestSerialize: serializer(request),
    requestDeserialize: (bytes) => request.decode(bytes),
    responseSerialize: serializer(response),
    responseDeserialize: (bytes) => response.decode(bytes),
  };
}

function serializer<T, I>(type: MessageType<T, I>): Serialize<I> {
  return (message) => {
    const bytes = type.encode(message).finish();
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
}
