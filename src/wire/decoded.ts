/**
 * A protobuf message as it comes out of `decode`: scalars and lists are always there (with their defaults), messages
 * inside may be missing. The generated types say "maybe" everywhere, for the sake of what goes in.
 */
export type Decoded<T> = { readonly [K in keyof T]-?: DecodedField<NonNullable<T[K]>> };

type DecodedField<T> = T extends number | string | boolean | Uint8Array
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DecodedItem<Item>[]
    : Decoded<T> | null;

type DecodedItem<T> = T extends number | string | boolean | Uint8Array ? T : Decoded<T>;
