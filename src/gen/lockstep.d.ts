import * as $protobuf from "protobufjs";
import Long = require("long");
/** Namespace lockstep. */
export namespace lockstep {

    /** Namespace v1. */
    namespace v1 {

        /** Properties of a PullRequest. */
        interface IPullRequest {

            /** PullRequest jobId */
            jobId?: (string|null);

            /** PullRequest generation */
            generation?: (number|null);

            /** PullRequest rank */
            rank?: (number|null);

            /** PullRequest workerId */
            workerId?: (string|null);

            /** PullRequest sharedFolder */
            sharedFolder?: (string|null);

            /** PullRequest sharedToken */
            sharedToken?: (Uint8Array|null);
        }

        /** Represents a PullRequest. */
        class PullRequest implements IPullRequest {

            /**
             * Constructs a new PullRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IPullRequest);

            /** PullRequest jobId. */
            public jobId: string;

            /** PullRequest generation. */
            public generation: number;

            /** PullRequest rank. */
            public rank: number;

            /** PullRequest workerId. */
            public workerId: string;

            /** PullRequest sharedFolder. */
            public sharedFolder: string;

            /** PullRequest sharedToken. */
            public sharedToken: Uint8Array;

            /**
             * Creates a new PullRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PullRequest instance
             */
            public static create(properties?: lockstep.v1.IPullRequest): lockstep.v1.PullRequest;

            /**
             * Encodes the specified PullRequest message. Does not implicitly {@link lockstep.v1.PullRequest.verify|verify} messages.
             * @param message PullRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IPullRequest, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PullRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns PullRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.PullRequest;
        }

        /** Properties of a Chunk. */
        interface IChunk {

            /** Chunk op */
            op?: (number|null);

            /** Chunk position */
            position?: (number|null);

            /** Chunk subtree */
            subtree?: (number|null);

            /** Chunk data */
            data?: (Uint8Array|null);
        }

        /** Represents a Chunk. */
        class Chunk implements IChunk {

            /**
             * Constructs a new Chunk.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IChunk);

            /** Chunk op. */
            public op: number;

            /** Chunk position. */
            public position: number;

            /** Chunk subtree. */
            public subtree: number;

            /** Chunk data. */
            public data: Uint8Array;

            /**
             * Creates a new Chunk instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Chunk instance
             */
            public static create(properties?: lockstep.v1.IChunk): lockstep.v1.Chunk;

            /**
             * Encodes the specified Chunk message. Does not implicitly {@link lockstep.v1.Chunk.verify|verify} messages.
             * @param message Chunk message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IChunk, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Chunk message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Chunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Chunk;
        }

        /** Properties of a PullStateRequest. */
        interface IPullStateRequest {

            /** PullStateRequest jobId */
            jobId?: (string|null);

            /** PullStateRequest workerId */
            workerId?: (string|null);
        }

        /** Represents a PullStateRequest. */
        class PullStateRequest implements IPullStateRequest {

            /**
             * Constructs a new PullStateRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IPullStateRequest);

            /** PullStateRequest jobId. */
            public jobId: string;

            /** PullStateRequest workerId. */
            public workerId: string;

            /**
             * Creates a new PullStateRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PullStateRequest instance
             */
            public static create(properties?: lockstep.v1.IPullStateRequest): lockstep.v1.PullStateRequest;

            /**
             * Encodes the specified PullStateRequest message. Does not implicitly {@link lockstep.v1.PullStateRequest.verify|verify} messages.
             * @param message PullStateRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IPullStateRequest, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PullStateRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns PullStateRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.PullStateRequest;
        }

        /** Properties of a StatePiece. */
        interface IStatePiece {

            /** StatePiece step */
            step?: (number|null);

            /** StatePiece totalBytes */
            totalBytes?: (number|null);

            /** StatePiece offset */
            offset?: (number|null);

            /** StatePiece data */
            data?: (Uint8Array|null);

            /** StatePiece sha256 */
            sha256?: (string|null);

            /** StatePiece reducedStep */
            reducedStep?: (number|null);
        }

        /** Represents a StatePiece. */
        class StatePiece implements IStatePiece {

            /**
             * Constructs a new StatePiece.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IStatePiece);

            /** StatePiece step. */
            public step: number;

            /** StatePiece totalBytes. */
            public totalBytes: number;

            /** StatePiece offset. */
            public offset: number;

            /** StatePiece data. */
            public data: Uint8Array;

            /** StatePiece sha256. */
            public sha256: string;

            /** StatePiece reducedStep. */
            public reducedStep: number;

            /**
             * Creates a new StatePiece instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StatePiece instance
             */
            public static create(properties?: lockstep.v1.IStatePiece): lockstep.v1.StatePiece;

            /**
             * Encodes the specified StatePiece message. Does not implicitly {@link lockstep.v1.StatePiece.verify|verify} messages.
             * @param message StatePiece message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IStatePiece, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatePiece message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns StatePiece
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.StatePiece;
        }

        /** Properties of a WatchRequest. */
        interface IWatchRequest {

            /** WatchRequest jobId */
            jobId?: (string|null);
        }

        /** Represents a WatchRequest. */
        class WatchRequest implements IWatchRequest {

            /**
             * Constructs a new WatchRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IWatchRequest);

            /** WatchRequest jobId. */
            public jobId: string;

            /**
             * Creates a new WatchRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchRequest instance
             */
            public static create(properties?: lockstep.v1.IWatchRequest): lockstep.v1.WatchRequest;

            /**
             * Encodes the specified WatchRequest message. Does not implicitly {@link lockstep.v1.WatchRequest.verify|verify} messages.
             * @param message WatchRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IWatchRequest, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns WatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.WatchRequest;
        }

        /** Properties of a WatchUpdate. */
        interface IWatchUpdate {

            /** WatchUpdate stepJson */
            stepJson?: (string|null);

            /** WatchUpdate eventJson */
            eventJson?: (string|null);

            /** WatchUpdate resultJson */
            resultJson?: (string|null);
        }

        /** Represents a WatchUpdate. */
        class WatchUpdate implements IWatchUpdate {

            /**
             * Constructs a new WatchUpdate.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IWatchUpdate);

            /** WatchUpdate stepJson. */
            public stepJson?: (string|null);

            /** WatchUpdate eventJson. */
            public eventJson?: (string|null);

            /** WatchUpdate resultJson. */
            public resultJson?: (string|null);

            /** WatchUpdate body. */
            public body?: ("stepJson"|"eventJson"|"resultJson");

            /**
             * Creates a new WatchUpdate instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchUpdate instance
             */
            public static create(properties?: lockstep.v1.IWatchUpdate): lockstep.v1.WatchUpdate;

            /**
             * Encodes the specified WatchUpdate message. Does not implicitly {@link lockstep.v1.WatchUpdate.verify|verify} messages.
             * @param message WatchUpdate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IWatchUpdate, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchUpdate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns WatchUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.WatchUpdate;
        }

        /** Properties of a StopJobRequest. */
        interface IStopJobRequest {

            /** StopJobRequest jobId */
            jobId?: (string|null);

            /** StopJobRequest cause */
            cause?: (string|null);
        }

        /** Represents a StopJobRequest. */
        class StopJobRequest implements IStopJobRequest {

            /**
             * Constructs a new StopJobRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IStopJobRequest);

            /** StopJobRequest jobId. */
            public jobId: string;

            /** StopJobRequest cause. */
            public cause: string;

            /**
             * Creates a new StopJobRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StopJobRequest instance
             */
            public static create(properties?: lockstep.v1.IStopJobRequest): lockstep.v1.StopJobRequest;

            /**
             * Encodes the specified StopJobRequest message. Does not implicitly {@link lockstep.v1.StopJobRequest.verify|verify} messages.
             * @param message StopJobRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IStopJobRequest, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StopJobRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns StopJobRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.StopJobRequest;
        }

        /** Properties of a StopJobReply. */
        interface IStopJobReply {

            /** StopJobReply state */
            state?: (string|null);
        }

        /** Represents a StopJobReply. */
        class StopJobReply implements IStopJobReply {

            /**
             * Constructs a new StopJobReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IStopJobReply);

            /** StopJobReply state. */
            public state: string;

            /**
             * Creates a new StopJobReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StopJobReply instance
             */
            public static create(properties?: lockstep.v1.IStopJobReply): lockstep.v1.StopJobReply;

            /**
             * Encodes the specified StopJobReply message. Does not implicitly {@link lockstep.v1.StopJobReply.verify|verify} messages.
             * @param message StopJobReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IStopJobReply, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StopJobReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns StopJobReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.StopJobReply;
        }

        /** Properties of a SubmitPart. */
        interface ISubmitPart {

            /** SubmitPart header */
            header?: (lockstep.v1.ISubmitHeader|null);

            /** SubmitPart piece */
            piece?: (lockstep.v1.IFilePiece|null);
        }

        /** Represents a SubmitPart. */
        class SubmitPart implements ISubmitPart {

            /**
             * Constructs a new SubmitPart.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.ISubmitPart);

            /** SubmitPart header. */
            public header?: (lockstep.v1.ISubmitHeader|null);

            /** SubmitPart piece. */
            public piece?: (lockstep.v1.IFilePiece|null);

            /** SubmitPart body. */
            public body?: ("header"|"piece");

            /**
             * Creates a new SubmitPart instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SubmitPart instance
             */
            public static create(properties?: lockstep.v1.ISubmitPart): lockstep.v1.SubmitPart;

            /**
             * Encodes the specified SubmitPart message. Does not implicitly {@link lockstep.v1.SubmitPart.verify|verify} messages.
             * @param message SubmitPart message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.ISubmitPart, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubmitPart message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns SubmitPart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.SubmitPart;
        }

        /** Properties of a SubmitHeader. */
        interface ISubmitHeader {

            /** SubmitHeader jobJson */
            jobJson?: (string|null);

            /** SubmitHeader jobSha256 */
            jobSha256?: (string|null);

            /** SubmitHeader key */
            key?: (string|null);

            /** SubmitHeader priority */
            priority?: (number|null);

            /** SubmitHeader version */
            version?: (string|null);
        }

        /** Represents a SubmitHeader. */
        class SubmitHeader implements ISubmitHeader {

            /**
             * Constructs a new SubmitHeader.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.ISubmitHeader);

            /** SubmitHeader jobJson. */
            public jobJson: string;

            /** SubmitHeader jobSha256. */
            public jobSha256: string;

            /** SubmitHeader key. */
            public key: string;

            /** SubmitHeader priority. */
            public priority: number;

            /** SubmitHeader version. */
            public version: string;

            /**
             * Creates a new SubmitHeader instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SubmitHeader instance
             */
            public static create(properties?: lockstep.v1.ISubmitHeader): lockstep.v1.SubmitHeader;

            /**
             * Encodes the specified SubmitHeader message. Does not implicitly {@link lockstep.v1.SubmitHeader.verify|verify} messages.
             * @param message SubmitHeader message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.ISubmitHeader, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubmitHeader message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns SubmitHeader
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.SubmitHeader;
        }

        /** Properties of a FilePiece. */
        interface IFilePiece {

            /** FilePiece path */
            path?: (string|null);

            /** FilePiece data */
            data?: (Uint8Array|null);
        }

        /** Represents a FilePiece. */
        class FilePiece implements IFilePiece {

            /**
             * Constructs a new FilePiece.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IFilePiece);

            /** FilePiece path. */
            public path: string;

            /** FilePiece data. */
            public data: Uint8Array;

            /**
             * Creates a new FilePiece instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FilePiece instance
             */
            public static create(properties?: lockstep.v1.IFilePiece): lockstep.v1.FilePiece;

            /**
             * Encodes the specified FilePiece message. Does not implicitly {@link lockstep.v1.FilePiece.verify|verify} messages.
             * @param message FilePiece message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IFilePiece, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FilePiece message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns FilePiece
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.FilePiece;
        }

        /** Properties of a SubmitReply. */
        interface ISubmitReply {

            /** SubmitReply jobId */
            jobId?: (string|null);

            /** SubmitReply existed */
            existed?: (boolean|null);
        }

        /** Represents a SubmitReply. */
        class SubmitReply implements ISubmitReply {

            /**
             * Constructs a new SubmitReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.ISubmitReply);

            /** SubmitReply jobId. */
            public jobId: string;

            /** SubmitReply existed. */
            public existed: boolean;

            /**
             * Creates a new SubmitReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SubmitReply instance
             */
            public static create(properties?: lockstep.v1.ISubmitReply): lockstep.v1.SubmitReply;

            /**
             * Encodes the specified SubmitReply message. Does not implicitly {@link lockstep.v1.SubmitReply.verify|verify} messages.
             * @param message SubmitReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.ISubmitReply, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubmitReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns SubmitReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.SubmitReply;
        }

        /** Properties of a ListJobsRequest. */
        interface IListJobsRequest {

            /** ListJobsRequest pageSize */
            pageSize?: (number|null);

            /** ListJobsRequest pageToken */
            pageToken?: (string|null);
        }

        /** Represents a ListJobsRequest. */
        class ListJobsRequest implements IListJobsRequest {

            /**
             * Constructs a new ListJobsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IListJobsRequest);

            /** ListJobsRequest pageSize. */
            public pageSize: number;

            /** ListJobsRequest pageToken. */
            public pageToken: string;

            /**
             * Creates a new ListJobsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListJobsRequest instance
             */
            public static create(properties?: lockstep.v1.IListJobsRequest): lockstep.v1.ListJobsRequest;

            /**
             * Encodes the specified ListJobsRequest message. Does not implicitly {@link lockstep.v1.ListJobsRequest.verify|verify} messages.
             * @param message ListJobsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IListJobsRequest, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListJobsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns ListJobsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.ListJobsRequest;
        }

        /** Properties of a ListJobsReply. */
        interface IListJobsReply {

            /** ListJobsReply jobs */
            jobs?: (lockstep.v1.IJobSummary[]|null);

            /** ListJobsReply nextPageToken */
            nextPageToken?: (string|null);
        }

        /** Represents a ListJobsReply. */
        class ListJobsReply implements IListJobsReply {

            /**
             * Constructs a new ListJobsReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IListJobsReply);

            /** ListJobsReply jobs. */
            public jobs: lockstep.v1.IJobSummary[];

            /** ListJobsReply nextPageToken. */
            public nextPageToken: string;

            /**
             * Creates a new ListJobsReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListJobsReply instance
             */
            public static create(properties?: lockstep.v1.IListJobsReply): lockstep.v1.ListJobsReply;

            /**
             * Encodes the specified ListJobsReply message. Does not implicitly {@link lockstep.v1.ListJobsReply.verify|verify} messages.
             * @param message ListJobsReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IListJobsReply, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListJobsReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns ListJobsReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.ListJobsReply;
        }

        /** Properties of a GetJobRequest. */
        interface IGetJobRequest {

            /** GetJobRequest jobId */
            jobId?: (string|null);
        }

        /** Represents a GetJobRequest. */
        class GetJobRequest implements IGetJobRequest {

            /**
             * Constructs a new GetJobRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IGetJobRequest);

            /** GetJobRequest jobId. */
            public jobId: string;

            /**
             * Creates a new GetJobRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetJobRequest instance
             */
            public static create(properties?: lockstep.v1.IGetJobRequest): lockstep.v1.GetJobRequest;

            /**
             * Encodes the specified GetJobRequest message. Does not implicitly {@link lockstep.v1.GetJobRequest.verify|verify} messages.
             * @param message GetJobRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IGetJobRequest, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetJobRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns GetJobRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.GetJobRequest;
        }

        /** Properties of a JobSummary. */
        interface IJobSummary {

            /** JobSummary jobId */
            jobId?: (string|null);

            /** JobSummary name */
            name?: (string|null);

            /** JobSummary state */
            state?: (string|null);

            /** JobSummary priority */
            priority?: (number|null);

            /** JobSummary submittedMs */
            submittedMs?: (number|null);

            /** JobSummary numWorkers */
            numWorkers?: (number|null);

            /** JobSummary minWorkers */
            minWorkers?: (number|null);

            /** JobSummary maxWorkers */
            maxWorkers?: (number|null);

            /** JobSummary step */
            step?: (number|null);

            /** JobSummary numSteps */
            numSteps?: (number|null);

            /** JobSummary waiting */
            waiting?: (string|null);

            /** JobSummary jobJson */
            jobJson?: (string|null);
        }

        /** Represents a JobSummary. */
        class JobSummary implements IJobSummary {

            /**
             * Constructs a new JobSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IJobSummary);

            /** JobSummary jobId. */
            public jobId: string;

            /** JobSummary name. */
            public name: string;

            /** JobSummary state. */
            public state: string;

            /** JobSummary priority. */
            public priority: number;

            /** JobSummary submittedMs. */
            public submittedMs: number;

            /** JobSummary numWorkers. */
            public numWorkers: number;

            /** JobSummary minWorkers. */
            public minWorkers: number;

            /** JobSummary maxWorkers. */
            public maxWorkers: number;

            /** JobSummary step. */
            public step: number;

            /** JobSummary numSteps. */
            public numSteps: number;

            /** JobSummary waiting. */
            public waiting: string;

            /** JobSummary jobJson. */
            public jobJson: string;

            /**
             * Creates a new JobSummary instance using the specified properties.
             * @param [properties] Properties to set
             * @returns JobSummary instance
             */
            public static create(properties?: lockstep.v1.IJobSummary): lockstep.v1.JobSummary;

            /**
             * Encodes the specified JobSummary message. Does not implicitly {@link lockstep.v1.JobSummary.verify|verify} messages.
             * @param message JobSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IJobSummary, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JobSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns JobSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.JobSummary;
        }

        /** Properties of a ListWorkersRequest. */
        interface IListWorkersRequest {
        }

        /** Represents a ListWorkersRequest. */
        class ListWorkersRequest implements IListWorkersRequest {

            /**
             * Constructs a new ListWorkersRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IListWorkersRequest);

            /**
             * Creates a new ListWorkersRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListWorkersRequest instance
             */
            public static create(properties?: lockstep.v1.IListWorkersRequest): lockstep.v1.ListWorkersRequest;

            /**
             * Encodes the specified ListWorkersRequest message. Does not implicitly {@link lockstep.v1.ListWorkersRequest.verify|verify} messages.
             * @param message ListWorkersRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IListWorkersRequest, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListWorkersRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns ListWorkersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.ListWorkersRequest;
        }

        /** Properties of a ListWorkersReply. */
        interface IListWorkersReply {

            /** ListWorkersReply agents */
            agents?: (lockstep.v1.IAgentSummary[]|null);
        }

        /** Represents a ListWorkersReply. */
        class ListWorkersReply implements IListWorkersReply {

            /**
             * Constructs a new ListWorkersReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IListWorkersReply);

            /** ListWorkersReply agents. */
            public agents: lockstep.v1.IAgentSummary[];

            /**
             * Creates a new ListWorkersReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListWorkersReply instance
             */
            public static create(properties?: lockstep.v1.IListWorkersReply): lockstep.v1.ListWorkersReply;

            /**
             * Encodes the specified ListWorkersReply message. Does not implicitly {@link lockstep.v1.ListWorkersReply.verify|verify} messages.
             * @param message ListWorkersReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IListWorkersReply, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListWorkersReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns ListWorkersReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.ListWorkersReply;
        }

        /** Properties of an AgentSummary. */
        interface IAgentSummary {

            /** AgentSummary agentId */
            agentId?: (string|null);

            /** AgentSummary host */
            host?: (string|null);

            /** AgentSummary version */
            version?: (string|null);

            /** AgentSummary numSlots */
            numSlots?: (number|null);

            /** AgentSummary leaving */
            leaving?: (boolean|null);

            /** AgentSummary workers */
            workers?: (lockstep.v1.IWorkerSummary[]|null);
        }

        /** Represents an AgentSummary. */
        class AgentSummary implements IAgentSummary {

            /**
             * Constructs a new AgentSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IAgentSummary);

            /** AgentSummary agentId. */
            public agentId: string;

            /** AgentSummary host. */
            public host: string;

            /** AgentSummary version. */
            public version: string;

            /** AgentSummary numSlots. */
            public numSlots: number;

            /** AgentSummary leaving. */
            public leaving: boolean;

            /** AgentSummary workers. */
            public workers: lockstep.v1.IWorkerSummary[];

            /**
             * Creates a new AgentSummary instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AgentSummary instance
             */
            public static create(properties?: lockstep.v1.IAgentSummary): lockstep.v1.AgentSummary;

            /**
             * Encodes the specified AgentSummary message. Does not implicitly {@link lockstep.v1.AgentSummary.verify|verify} messages.
             * @param message AgentSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IAgentSummary, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AgentSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns AgentSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.AgentSummary;
        }

        /** Properties of a WorkerSummary. */
        interface IWorkerSummary {

            /** WorkerSummary workerId */
            workerId?: (string|null);

            /** WorkerSummary jobId */
            jobId?: (string|null);

            /** WorkerSummary draining */
            draining?: (boolean|null);
        }

        /** Represents a WorkerSummary. */
        class WorkerSummary implements IWorkerSummary {

            /**
             * Constructs a new WorkerSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IWorkerSummary);

            /** WorkerSummary workerId. */
            public workerId: string;

            /** WorkerSummary jobId. */
            public jobId: string;

            /** WorkerSummary draining. */
            public draining: boolean;

            /**
             * Creates a new WorkerSummary instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WorkerSummary instance
             */
            public static create(properties?: lockstep.v1.IWorkerSummary): lockstep.v1.WorkerSummary;

            /**
             * Encodes the specified WorkerSummary message. Does not implicitly {@link lockstep.v1.WorkerSummary.verify|verify} messages.
             * @param message WorkerSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IWorkerSummary, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WorkerSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns WorkerSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.WorkerSummary;
        }

        /** Properties of a DrainWorkerRequest. */
        interface IDrainWorkerRequest {

            /** DrainWorkerRequest workerId */
            workerId?: (string|null);
        }

        /** Represents a DrainWorkerRequest. */
        class DrainWorkerRequest implements IDrainWorkerRequest {

            /**
             * Constructs a new DrainWorkerRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IDrainWorkerRequest);

            /** DrainWorkerRequest workerId. */
            public workerId: string;

            /**
             * Creates a new DrainWorkerRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DrainWorkerRequest instance
             */
            public static create(properties?: lockstep.v1.IDrainWorkerRequest): lockstep.v1.DrainWorkerRequest;

            /**
             * Encodes the specified DrainWorkerRequest message. Does not implicitly {@link lockstep.v1.DrainWorkerRequest.verify|verify} messages.
             * @param message DrainWorkerRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IDrainWorkerRequest, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainWorkerRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns DrainWorkerRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.DrainWorkerRequest;
        }

        /** Properties of a DrainWorkerReply. */
        interface IDrainWorkerReply {

            /** DrainWorkerReply workerIds */
            workerIds?: (string[]|null);
        }

        /** Represents a DrainWorkerReply. */
        class DrainWorkerReply implements IDrainWorkerReply {

            /**
             * Constructs a new DrainWorkerReply.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IDrainWorkerReply);

            /** DrainWorkerReply workerIds. */
            public workerIds: string[];

            /**
             * Creates a new DrainWorkerReply instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DrainWorkerReply instance
             */
            public static create(properties?: lockstep.v1.IDrainWorkerReply): lockstep.v1.DrainWorkerReply;

            /**
             * Encodes the specified DrainWorkerReply message. Does not implicitly {@link lockstep.v1.DrainWorkerReply.verify|verify} messages.
             * @param message DrainWorkerReply message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IDrainWorkerReply, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainWorkerReply message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns DrainWorkerReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.DrainWorkerReply;
        }

        /** Properties of a FetchRequest. */
        interface IFetchRequest {

            /** FetchRequest jobId */
            jobId?: (string|null);
        }

        /** Represents a FetchRequest. */
        class FetchRequest implements IFetchRequest {

            /**
             * Constructs a new FetchRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IFetchRequest);

            /** FetchRequest jobId. */
            public jobId: string;

            /**
             * Creates a new FetchRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns FetchRequest instance
             */
            public static create(properties?: lockstep.v1.IFetchRequest): lockstep.v1.FetchRequest;

            /**
             * Encodes the specified FetchRequest message. Does not implicitly {@link lockstep.v1.FetchRequest.verify|verify} messages.
             * @param message FetchRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IFetchRequest, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FetchRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns FetchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.FetchRequest;
        }

        /** Properties of an AgentMessage. */
        interface IAgentMessage {

            /** AgentMessage hello */
            hello?: (lockstep.v1.IAgentHello|null);

            /** AgentMessage ended */
            ended?: (lockstep.v1.IWorkerEnded|null);

            /** AgentMessage leaves */
            leaves?: (lockstep.v1.IAgentLeaves|null);
        }

        /** Represents an AgentMessage. */
        class AgentMessage implements IAgentMessage {

            /**
             * Constructs a new AgentMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IAgentMessage);

            /** AgentMessage hello. */
            public hello?: (lockstep.v1.IAgentHello|null);

            /** AgentMessage ended. */
            public ended?: (lockstep.v1.IWorkerEnded|null);

            /** AgentMessage leaves. */
            public leaves?: (lockstep.v1.IAgentLeaves|null);

            /** AgentMessage body. */
            public body?: ("hello"|"ended"|"leaves");

            /**
             * Creates a new AgentMessage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AgentMessage instance
             */
            public static create(properties?: lockstep.v1.IAgentMessage): lockstep.v1.AgentMessage;

            /**
             * Encodes the specified AgentMessage message. Does not implicitly {@link lockstep.v1.AgentMessage.verify|verify} messages.
             * @param message AgentMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IAgentMessage, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AgentMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns AgentMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.AgentMessage;
        }

        /** Properties of a PoolMessage. */
        interface IPoolMessage {

            /** PoolMessage welcome */
            welcome?: (lockstep.v1.IPoolWelcome|null);

            /** PoolMessage start */
            start?: (lockstep.v1.IStartWorker|null);

            /** PoolMessage drain */
            drain?: (lockstep.v1.IDrainCommand|null);

            /** PoolMessage refused */
            refused?: (lockstep.v1.IPoolRefusal|null);
        }

        /** Represents a PoolMessage. */
        class PoolMessage implements IPoolMessage {

            /**
             * Constructs a new PoolMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IPoolMessage);

            /** PoolMessage welcome. */
            public welcome?: (lockstep.v1.IPoolWelcome|null);

            /** PoolMessage start. */
            public start?: (lockstep.v1.IStartWorker|null);

            /** PoolMessage drain. */
            public drain?: (lockstep.v1.IDrainCommand|null);

            /** PoolMessage refused. */
            public refused?: (lockstep.v1.IPoolRefusal|null);

            /** PoolMessage body. */
            public body?: ("welcome"|"start"|"drain"|"refused");

            /**
             * Creates a new PoolMessage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PoolMessage instance
             */
            public static create(properties?: lockstep.v1.IPoolMessage): lockstep.v1.PoolMessage;

            /**
             * Encodes the specified PoolMessage message. Does not implicitly {@link lockstep.v1.PoolMessage.verify|verify} messages.
             * @param message PoolMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IPoolMessage, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PoolMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns PoolMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.PoolMessage;
        }

        /** Properties of an AgentHello. */
        interface IAgentHello {

            /** AgentHello agentId */
            agentId?: (string|null);

            /** AgentHello host */
            host?: (string|null);

            /** AgentHello numSlots */
            numSlots?: (number|null);

            /** AgentHello version */
            version?: (string|null);

            /** AgentHello running */
            running?: (lockstep.v1.IRunningWorker[]|null);
        }

        /** Represents an AgentHello. */
        class AgentHello implements IAgentHello {

            /**
             * Constructs a new AgentHello.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IAgentHello);

            /** AgentHello agentId. */
            public agentId: string;

            /** AgentHello host. */
            public host: string;

            /** AgentHello numSlots. */
            public numSlots: number;

            /** AgentHello version. */
            public version: string;

            /** AgentHello running. */
            public running: lockstep.v1.IRunningWorker[];

            /**
             * Creates a new AgentHello instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AgentHello instance
             */
            public static create(properties?: lockstep.v1.IAgentHello): lockstep.v1.AgentHello;

            /**
             * Encodes the specified AgentHello message. Does not implicitly {@link lockstep.v1.AgentHello.verify|verify} messages.
             * @param message AgentHello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IAgentHello, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AgentHello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns AgentHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.AgentHello;
        }

        /** Properties of a RunningWorker. */
        interface IRunningWorker {

            /** RunningWorker workerId */
            workerId?: (string|null);

            /** RunningWorker jobId */
            jobId?: (string|null);

            /** RunningWorker draining */
            draining?: (boolean|null);
        }

        /** Represents a RunningWorker. */
        class RunningWorker implements IRunningWorker {

            /**
             * Constructs a new RunningWorker.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IRunningWorker);

            /** RunningWorker workerId. */
            public workerId: string;

            /** RunningWorker jobId. */
            public jobId: string;

            /** RunningWorker draining. */
            public draining: boolean;

            /**
             * Creates a new RunningWorker instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RunningWorker instance
             */
            public static create(properties?: lockstep.v1.IRunningWorker): lockstep.v1.RunningWorker;

            /**
             * Encodes the specified RunningWorker message. Does not implicitly {@link lockstep.v1.RunningWorker.verify|verify} messages.
             * @param message RunningWorker message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IRunningWorker, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunningWorker message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns RunningWorker
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.RunningWorker;
        }

        /** Properties of a PoolWelcome. */
        interface IPoolWelcome {
        }

        /** Represents a PoolWelcome. */
        class PoolWelcome implements IPoolWelcome {

            /**
             * Constructs a new PoolWelcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IPoolWelcome);

            /**
             * Creates a new PoolWelcome instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PoolWelcome instance
             */
            public static create(properties?: lockstep.v1.IPoolWelcome): lockstep.v1.PoolWelcome;

            /**
             * Encodes the specified PoolWelcome message. Does not implicitly {@link lockstep.v1.PoolWelcome.verify|verify} messages.
             * @param message PoolWelcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IPoolWelcome, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PoolWelcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns PoolWelcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.PoolWelcome;
        }

        /** Properties of a PoolRefusal. */
        interface IPoolRefusal {

            /** PoolRefusal code */
            code?: (string|null);

            /** PoolRefusal message */
            message?: (string|null);
        }

        /** Represents a PoolRefusal. */
        class PoolRefusal implements IPoolRefusal {

            /**
             * Constructs a new PoolRefusal.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IPoolRefusal);

            /** PoolRefusal code. */
            public code: string;

            /** PoolRefusal message. */
            public message: string;

            /**
             * Creates a new PoolRefusal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PoolRefusal instance
             */
            public static create(properties?: lockstep.v1.IPoolRefusal): lockstep.v1.PoolRefusal;

            /**
             * Encodes the specified PoolRefusal message. Does not implicitly {@link lockstep.v1.PoolRefusal.verify|verify} messages.
             * @param message PoolRefusal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IPoolRefusal, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PoolRefusal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns PoolRefusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.PoolRefusal;
        }

        /** Properties of a StartWorker. */
        interface IStartWorker {

            /** StartWorker workerId */
            workerId?: (string|null);

            /** StartWorker jobId */
            jobId?: (string|null);

            /** StartWorker logDirectory */
            logDirectory?: (string|null);
        }

        /** Represents a StartWorker. */
        class StartWorker implements IStartWorker {

            /**
             * Constructs a new StartWorker.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IStartWorker);

            /** StartWorker workerId. */
            public workerId: string;

            /** StartWorker jobId. */
            public jobId: string;

            /** StartWorker logDirectory. */
            public logDirectory: string;

            /**
             * Creates a new StartWorker instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StartWorker instance
             */
            public static create(properties?: lockstep.v1.IStartWorker): lockstep.v1.StartWorker;

            /**
             * Encodes the specified StartWorker message. Does not implicitly {@link lockstep.v1.StartWorker.verify|verify} messages.
             * @param message StartWorker message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IStartWorker, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StartWorker message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns StartWorker
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.StartWorker;
        }

        /** Properties of a DrainCommand. */
        interface IDrainCommand {

            /** DrainCommand workerId */
            workerId?: (string|null);
        }

        /** Represents a DrainCommand. */
        class DrainCommand implements IDrainCommand {

            /**
             * Constructs a new DrainCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IDrainCommand);

            /** DrainCommand workerId. */
            public workerId: string;

            /**
             * Creates a new DrainCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DrainCommand instance
             */
            public static create(properties?: lockstep.v1.IDrainCommand): lockstep.v1.DrainCommand;

            /**
             * Encodes the specified DrainCommand message. Does not implicitly {@link lockstep.v1.DrainCommand.verify|verify} messages.
             * @param message DrainCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IDrainCommand, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns DrainCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.DrainCommand;
        }

        /** Properties of a WorkerEnded. */
        interface IWorkerEnded {

            /** WorkerEnded workerId */
            workerId?: (string|null);

            /** WorkerEnded exitCode */
            exitCode?: (number|null);

            /** WorkerEnded signal */
            signal?: (string|null);

            /** WorkerEnded hadLoaded */
            hadLoaded?: (boolean|null);
        }

        /** Represents a WorkerEnded. */
        class WorkerEnded implements IWorkerEnded {

            /**
             * Constructs a new WorkerEnded.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IWorkerEnded);

            /** WorkerEnded workerId. */
            public workerId: string;

            /** WorkerEnded exitCode. */
            public exitCode: number;

            /** WorkerEnded signal. */
            public signal: string;

            /** WorkerEnded hadLoaded. */
            public hadLoaded: boolean;

            /**
             * Creates a new WorkerEnded instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WorkerEnded instance
             */
            public static create(properties?: lockstep.v1.IWorkerEnded): lockstep.v1.WorkerEnded;

            /**
             * Encodes the specified WorkerEnded message. Does not implicitly {@link lockstep.v1.WorkerEnded.verify|verify} messages.
             * @param message WorkerEnded message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IWorkerEnded, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WorkerEnded message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns WorkerEnded
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.WorkerEnded;
        }

        /** Properties of an AgentLeaves. */
        interface IAgentLeaves {

            /** AgentLeaves cause */
            cause?: (string|null);
        }

        /** Represents an AgentLeaves. */
        class AgentLeaves implements IAgentLeaves {

            /**
             * Constructs a new AgentLeaves.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IAgentLeaves);

            /** AgentLeaves cause. */
            public cause: string;

            /**
             * Creates a new AgentLeaves instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AgentLeaves instance
             */
            public static create(properties?: lockstep.v1.IAgentLeaves): lockstep.v1.AgentLeaves;

            /**
             * Encodes the specified AgentLeaves message. Does not implicitly {@link lockstep.v1.AgentLeaves.verify|verify} messages.
             * @param message AgentLeaves message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IAgentLeaves, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AgentLeaves message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns AgentLeaves
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.AgentLeaves;
        }

        /** Properties of a WorkerMessage. */
        interface IWorkerMessage {

            /** WorkerMessage hello */
            hello?: (lockstep.v1.IHello|null);

            /** WorkerMessage ready */
            ready?: (lockstep.v1.IReady|null);

            /** WorkerMessage heartbeat */
            heartbeat?: (lockstep.v1.IHeartbeat|null);

            /** WorkerMessage vote */
            vote?: (lockstep.v1.IVote|null);

            /** WorkerMessage checkpointPart */
            checkpointPart?: (lockstep.v1.ICheckpointPart|null);

            /** WorkerMessage failure */
            failure?: (lockstep.v1.IWorkerFailure|null);

            /** WorkerMessage drain */
            drain?: (lockstep.v1.IDrainRequest|null);

            /** WorkerMessage caughtUp */
            caughtUp?: (lockstep.v1.ICaught|null);
        }

        /** Represents a WorkerMessage. */
        class WorkerMessage implements IWorkerMessage {

            /**
             * Constructs a new WorkerMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IWorkerMessage);

            /** WorkerMessage hello. */
            public hello?: (lockstep.v1.IHello|null);

            /** WorkerMessage ready. */
            public ready?: (lockstep.v1.IReady|null);

            /** WorkerMessage heartbeat. */
            public heartbeat?: (lockstep.v1.IHeartbeat|null);

            /** WorkerMessage vote. */
            public vote?: (lockstep.v1.IVote|null);

            /** WorkerMessage checkpointPart. */
            public checkpointPart?: (lockstep.v1.ICheckpointPart|null);

            /** WorkerMessage failure. */
            public failure?: (lockstep.v1.IWorkerFailure|null);

            /** WorkerMessage drain. */
            public drain?: (lockstep.v1.IDrainRequest|null);

            /** WorkerMessage caughtUp. */
            public caughtUp?: (lockstep.v1.ICaught|null);

            /** WorkerMessage body. */
            public body?: ("hello"|"ready"|"heartbeat"|"vote"|"checkpointPart"|"failure"|"drain"|"caughtUp");

            /**
             * Creates a new WorkerMessage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WorkerMessage instance
             */
            public static create(properties?: lockstep.v1.IWorkerMessage): lockstep.v1.WorkerMessage;

            /**
             * Encodes the specified WorkerMessage message. Does not implicitly {@link lockstep.v1.WorkerMessage.verify|verify} messages.
             * @param message WorkerMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IWorkerMessage, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WorkerMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns WorkerMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.WorkerMessage;
        }

        /** Properties of a CoordinatorMessage. */
        interface ICoordinatorMessage {

            /** CoordinatorMessage welcome */
            welcome?: (lockstep.v1.IWelcome|null);

            /** CoordinatorMessage generation */
            generation?: (lockstep.v1.IGeneration|null);

            /** CoordinatorMessage decision */
            decision?: (lockstep.v1.IDecision|null);

            /** CoordinatorMessage stop */
            stop?: (lockstep.v1.IStop|null);

            /** CoordinatorMessage feed */
            feed?: (lockstep.v1.IFeed|null);
        }

        /** Represents a CoordinatorMessage. */
        class CoordinatorMessage implements ICoordinatorMessage {

            /**
             * Constructs a new CoordinatorMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.ICoordinatorMessage);

            /** CoordinatorMessage welcome. */
            public welcome?: (lockstep.v1.IWelcome|null);

            /** CoordinatorMessage generation. */
            public generation?: (lockstep.v1.IGeneration|null);

            /** CoordinatorMessage decision. */
            public decision?: (lockstep.v1.IDecision|null);

            /** CoordinatorMessage stop. */
            public stop?: (lockstep.v1.IStop|null);

            /** CoordinatorMessage feed. */
            public feed?: (lockstep.v1.IFeed|null);

            /** CoordinatorMessage body. */
            public body?: ("welcome"|"generation"|"decision"|"stop"|"feed");

            /**
             * Creates a new CoordinatorMessage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CoordinatorMessage instance
             */
            public static create(properties?: lockstep.v1.ICoordinatorMessage): lockstep.v1.CoordinatorMessage;

            /**
             * Encodes the specified CoordinatorMessage message. Does not implicitly {@link lockstep.v1.CoordinatorMessage.verify|verify} messages.
             * @param message CoordinatorMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.ICoordinatorMessage, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CoordinatorMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns CoordinatorMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.CoordinatorMessage;
        }

        /** Properties of a Hello. */
        interface IHello {

            /** Hello workerId */
            workerId?: (string|null);

            /** Hello jobId */
            jobId?: (string|null);

            /** Hello version */
            version?: (string|null);

            /** Hello collectiveAddress */
            collectiveAddress?: (string|null);

            /** Hello host */
            host?: (string|null);

            /** Hello pid */
            pid?: (number|null);

            /** Hello metricsAddress */
            metricsAddress?: (string|null);
        }

        /** Represents a Hello. */
        class Hello implements IHello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IHello);

            /** Hello workerId. */
            public workerId: string;

            /** Hello jobId. */
            public jobId: string;

            /** Hello version. */
            public version: string;

            /** Hello collectiveAddress. */
            public collectiveAddress: string;

            /** Hello host. */
            public host: string;

            /** Hello pid. */
            public pid: number;

            /** Hello metricsAddress. */
            public metricsAddress: string;

            /**
             * Creates a new Hello instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Hello instance
             */
            public static create(properties?: lockstep.v1.IHello): lockstep.v1.Hello;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link lockstep.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IHello, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Hello;
        }

        /** Properties of a Welcome. */
        interface IWelcome {

            /** Welcome jobJson */
            jobJson?: (string|null);

            /** Welcome jobDirectory */
            jobDirectory?: (string|null);

            /** Welcome runDirectory */
            runDirectory?: (string|null);

            /** Welcome heartbeatMs */
            heartbeatMs?: (number|null);

            /** Welcome checkpoint */
            checkpoint?: (string|null);

            /** Welcome bucketBytes */
            bucketBytes?: (number|null);

            /** Welcome checkpointStep */
            checkpointStep?: (number|null);
        }

        /** Represents a Welcome. */
        class Welcome implements IWelcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IWelcome);

            /** Welcome jobJson. */
            public jobJson: string;

            /** Welcome jobDirectory. */
            public jobDirectory: string;

            /** Welcome runDirectory. */
            public runDirectory: string;

            /** Welcome heartbeatMs. */
            public heartbeatMs: number;

            /** Welcome checkpoint. */
            public checkpoint: string;

            /** Welcome bucketBytes. */
            public bucketBytes: number;

            /** Welcome checkpointStep. */
            public checkpointStep: number;

            /**
             * Creates a new Welcome instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Welcome instance
             */
            public static create(properties?: lockstep.v1.IWelcome): lockstep.v1.Welcome;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link lockstep.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IWelcome, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Welcome;
        }

        /** Properties of a DatasetSummary. */
        interface IDatasetSummary {

            /** DatasetSummary numTraining */
            numTraining?: (number|null);

            /** DatasetSummary numValidation */
            numValidation?: (number|null);

            /** DatasetSummary numTest */
            numTest?: (number|null);

            /** DatasetSummary fingerprint */
            fingerprint?: (string|null);

            /** DatasetSummary classNames */
            classNames?: (string[]|null);
        }

        /** Represents a DatasetSummary. */
        class DatasetSummary implements IDatasetSummary {

            /**
             * Constructs a new DatasetSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IDatasetSummary);

            /** DatasetSummary numTraining. */
            public numTraining: number;

            /** DatasetSummary numValidation. */
            public numValidation: number;

            /** DatasetSummary numTest. */
            public numTest: number;

            /** DatasetSummary fingerprint. */
            public fingerprint: string;

            /** DatasetSummary classNames. */
            public classNames: string[];

            /**
             * Creates a new DatasetSummary instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DatasetSummary instance
             */
            public static create(properties?: lockstep.v1.IDatasetSummary): lockstep.v1.DatasetSummary;

            /**
             * Encodes the specified DatasetSummary message. Does not implicitly {@link lockstep.v1.DatasetSummary.verify|verify} messages.
             * @param message DatasetSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IDatasetSummary, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DatasetSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns DatasetSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.DatasetSummary;
        }

        /** Properties of a Ready. */
        interface IReady {

            /** Ready dataset */
            dataset?: (lockstep.v1.IDatasetSummary|null);

            /** Ready engine */
            engine?: (string|null);

            /** Ready numParameters */
            numParameters?: (number|null);

            /** Ready vectorLength */
            vectorLength?: (number|null);

            /** Ready weightsSha256 */
            weightsSha256?: (string|null);

            /** Ready step */
            step?: (number|null);

            /** Ready notes */
            notes?: (string[]|null);

            /** Ready operation */
            operation?: (number|null);
        }

        /** Represents a Ready. */
        class Ready implements IReady {

            /**
             * Constructs a new Ready.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IReady);

            /** Ready dataset. */
            public dataset?: (lockstep.v1.IDatasetSummary|null);

            /** Ready engine. */
            public engine: string;

            /** Ready numParameters. */
            public numParameters: number;

            /** Ready vectorLength. */
            public vectorLength: number;

            /** Ready weightsSha256. */
            public weightsSha256: string;

            /** Ready step. */
            public step: number;

            /** Ready notes. */
            public notes: string[];

            /** Ready operation. */
            public operation: number;

            /**
             * Creates a new Ready instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Ready instance
             */
            public static create(properties?: lockstep.v1.IReady): lockstep.v1.Ready;

            /**
             * Encodes the specified Ready message. Does not implicitly {@link lockstep.v1.Ready.verify|verify} messages.
             * @param message Ready message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IReady, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Ready message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Ready
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Ready;
        }

        /** Properties of a Heartbeat. */
        interface IHeartbeat {

            /** Heartbeat step */
            step?: (number|null);
        }

        /** Represents a Heartbeat. */
        class Heartbeat implements IHeartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IHeartbeat);

            /** Heartbeat step. */
            public step: number;

            /**
             * Creates a new Heartbeat instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Heartbeat instance
             */
            public static create(properties?: lockstep.v1.IHeartbeat): lockstep.v1.Heartbeat;

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link lockstep.v1.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IHeartbeat, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Heartbeat;
        }

        /** Properties of a Feed. */
        interface IFeed {

            /** Feed donors */
            donors?: (lockstep.v1.IMember[]|null);
        }

        /** Represents a Feed. */
        class Feed implements IFeed {

            /**
             * Constructs a new Feed.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IFeed);

            /** Feed donors. */
            public donors: lockstep.v1.IMember[];

            /**
             * Creates a new Feed instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Feed instance
             */
            public static create(properties?: lockstep.v1.IFeed): lockstep.v1.Feed;

            /**
             * Encodes the specified Feed message. Does not implicitly {@link lockstep.v1.Feed.verify|verify} messages.
             * @param message Feed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IFeed, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Feed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Feed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Feed;
        }

        /** Properties of a Caught. */
        interface ICaught {

            /** Caught step */
            step?: (number|null);

            /** Caught donorId */
            donorId?: (string|null);
        }

        /** Represents a Caught. */
        class Caught implements ICaught {

            /**
             * Constructs a new Caught.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.ICaught);

            /** Caught step. */
            public step: number;

            /** Caught donorId. */
            public donorId: string;

            /**
             * Creates a new Caught instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Caught instance
             */
            public static create(properties?: lockstep.v1.ICaught): lockstep.v1.Caught;

            /**
             * Encodes the specified Caught message. Does not implicitly {@link lockstep.v1.Caught.verify|verify} messages.
             * @param message Caught message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.ICaught, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Caught message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Caught
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Caught;
        }

        /** Properties of a Member. */
        interface IMember {

            /** Member workerId */
            workerId?: (string|null);

            /** Member collectiveAddress */
            collectiveAddress?: (string|null);
        }

        /** Represents a Member. */
        class Member implements IMember {

            /**
             * Constructs a new Member.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IMember);

            /** Member workerId. */
            public workerId: string;

            /** Member collectiveAddress. */
            public collectiveAddress: string;

            /**
             * Creates a new Member instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Member instance
             */
            public static create(properties?: lockstep.v1.IMember): lockstep.v1.Member;

            /**
             * Encodes the specified Member message. Does not implicitly {@link lockstep.v1.Member.verify|verify} messages.
             * @param message Member message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IMember, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Member;
        }

        /** Properties of a Generation. */
        interface IGeneration {

            /** Generation generation */
            generation?: (number|null);

            /** Generation members */
            members?: (lockstep.v1.IMember[]|null);

            /** Generation operation */
            operation?: (number|null);

            /** Generation cause */
            cause?: (string|null);

            /** Generation step */
            step?: (number|null);
        }

        /** Represents a Generation. */
        class Generation implements IGeneration {

            /**
             * Constructs a new Generation.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IGeneration);

            /** Generation generation. */
            public generation: number;

            /** Generation members. */
            public members: lockstep.v1.IMember[];

            /** Generation operation. */
            public operation: number;

            /** Generation cause. */
            public cause: string;

            /** Generation step. */
            public step: number;

            /**
             * Creates a new Generation instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Generation instance
             */
            public static create(properties?: lockstep.v1.IGeneration): lockstep.v1.Generation;

            /**
             * Encodes the specified Generation message. Does not implicitly {@link lockstep.v1.Generation.verify|verify} messages.
             * @param message Generation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IGeneration, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Generation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Generation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Generation;
        }

        /** Properties of a Phase. */
        interface IPhase {

            /** Phase name */
            name?: (string|null);

            /** Phase seconds */
            seconds?: (number|null);
        }

        /** Represents a Phase. */
        class Phase implements IPhase {

            /**
             * Constructs a new Phase.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IPhase);

            /** Phase name. */
            public name: string;

            /** Phase seconds. */
            public seconds: number;

            /**
             * Creates a new Phase instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Phase instance
             */
            public static create(properties?: lockstep.v1.IPhase): lockstep.v1.Phase;

            /**
             * Encodes the specified Phase message. Does not implicitly {@link lockstep.v1.Phase.verify|verify} messages.
             * @param message Phase message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IPhase, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Phase message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Phase
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Phase;
        }

        /** Properties of a Vote. */
        interface IVote {

            /** Vote generation */
            generation?: (number|null);

            /** Vote operation */
            operation?: (number|null);

            /** Vote yes */
            yes?: (boolean|null);

            /** Vote digest */
            digest?: (Uint8Array|null);

            /** Vote failure */
            failure?: (lockstep.v1.IWorkerFailure|null);

            /** Vote numSamples */
            numSamples?: (number|null);

            /** Vote loss */
            loss?: (number|null);

            /** Vote metrics */
            metrics?: (lockstep.v1.IMetric[]|null);

            /** Vote phases */
            phases?: (lockstep.v1.IPhase[]|null);

            /** Vote confusion */
            confusion?: (number[]|null);

            /** Vote galleryJson */
            galleryJson?: (string|null);

            /** Vote bytesSent */
            bytesSent?: (number|null);

            /** Vote applySeconds */
            applySeconds?: (number|null);

            /** Vote numTensors */
            numTensors?: (number|null);

            /** Vote hiddenShare */
            hiddenShare?: (number|null);
        }

        /** Represents a Vote. */
        class Vote implements IVote {

            /**
             * Constructs a new Vote.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IVote);

            /** Vote generation. */
            public generation: number;

            /** Vote operation. */
            public operation: number;

            /** Vote yes. */
            public yes: boolean;

            /** Vote digest. */
            public digest: Uint8Array;

            /** Vote failure. */
            public failure?: (lockstep.v1.IWorkerFailure|null);

            /** Vote numSamples. */
            public numSamples: number;

            /** Vote loss. */
            public loss: number;

            /** Vote metrics. */
            public metrics: lockstep.v1.IMetric[];

            /** Vote phases. */
            public phases: lockstep.v1.IPhase[];

            /** Vote confusion. */
            public confusion: number[];

            /** Vote galleryJson. */
            public galleryJson: string;

            /** Vote bytesSent. */
            public bytesSent: number;

            /** Vote applySeconds. */
            public applySeconds: number;

            /** Vote numTensors. */
            public numTensors: number;

            /** Vote hiddenShare. */
            public hiddenShare: number;

            /**
             * Creates a new Vote instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Vote instance
             */
            public static create(properties?: lockstep.v1.IVote): lockstep.v1.Vote;

            /**
             * Encodes the specified Vote message. Does not implicitly {@link lockstep.v1.Vote.verify|verify} messages.
             * @param message Vote message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IVote, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Vote message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Vote
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Vote;
        }

        /** Properties of a Metric. */
        interface IMetric {

            /** Metric name */
            name?: (string|null);

            /** Metric value */
            value?: (number|null);
        }

        /** Represents a Metric. */
        class Metric implements IMetric {

            /**
             * Constructs a new Metric.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IMetric);

            /** Metric name. */
            public name: string;

            /** Metric value. */
            public value: number;

            /**
             * Creates a new Metric instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Metric instance
             */
            public static create(properties?: lockstep.v1.IMetric): lockstep.v1.Metric;

            /**
             * Encodes the specified Metric message. Does not implicitly {@link lockstep.v1.Metric.verify|verify} messages.
             * @param message Metric message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IMetric, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Metric message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Metric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Metric;
        }

        /** Properties of a Decision. */
        interface IDecision {

            /** Decision generation */
            generation?: (number|null);

            /** Decision operation */
            operation?: (number|null);

            /** Decision commit */
            commit?: (boolean|null);

            /** Decision reason */
            reason?: (string|null);

            /** Decision checkpoint */
            checkpoint?: (boolean|null);

            /** Decision hold */
            hold?: (boolean|null);
        }

        /** Represents a Decision. */
        class Decision implements IDecision {

            /**
             * Constructs a new Decision.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IDecision);

            /** Decision generation. */
            public generation: number;

            /** Decision operation. */
            public operation: number;

            /** Decision commit. */
            public commit: boolean;

            /** Decision reason. */
            public reason: string;

            /** Decision checkpoint. */
            public checkpoint: boolean;

            /** Decision hold. */
            public hold: boolean;

            /**
             * Creates a new Decision instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Decision instance
             */
            public static create(properties?: lockstep.v1.IDecision): lockstep.v1.Decision;

            /**
             * Encodes the specified Decision message. Does not implicitly {@link lockstep.v1.Decision.verify|verify} messages.
             * @param message Decision message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IDecision, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Decision message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Decision
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Decision;
        }

        /** Properties of a CheckpointPart. */
        interface ICheckpointPart {

            /** CheckpointPart generation */
            generation?: (number|null);

            /** CheckpointPart step */
            step?: (number|null);

            /** CheckpointPart rank */
            rank?: (number|null);

            /** CheckpointPart begin */
            begin?: (number|null);

            /** CheckpointPart end */
            end?: (number|null);

            /** CheckpointPart sha256 */
            sha256?: (string|null);

            /** CheckpointPart fileBytes */
            fileBytes?: (number|null);

            /** CheckpointPart stallSeconds */
            stallSeconds?: (number|null);

            /** CheckpointPart writeSeconds */
            writeSeconds?: (number|null);

            /** CheckpointPart failure */
            failure?: (string|null);
        }

        /** Represents a CheckpointPart. */
        class CheckpointPart implements ICheckpointPart {

            /**
             * Constructs a new CheckpointPart.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.ICheckpointPart);

            /** CheckpointPart generation. */
            public generation: number;

            /** CheckpointPart step. */
            public step: number;

            /** CheckpointPart rank. */
            public rank: number;

            /** CheckpointPart begin. */
            public begin: number;

            /** CheckpointPart end. */
            public end: number;

            /** CheckpointPart sha256. */
            public sha256: string;

            /** CheckpointPart fileBytes. */
            public fileBytes: number;

            /** CheckpointPart stallSeconds. */
            public stallSeconds: number;

            /** CheckpointPart writeSeconds. */
            public writeSeconds: number;

            /** CheckpointPart failure. */
            public failure: string;

            /**
             * Creates a new CheckpointPart instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CheckpointPart instance
             */
            public static create(properties?: lockstep.v1.ICheckpointPart): lockstep.v1.CheckpointPart;

            /**
             * Encodes the specified CheckpointPart message. Does not implicitly {@link lockstep.v1.CheckpointPart.verify|verify} messages.
             * @param message CheckpointPart message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.ICheckpointPart, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CheckpointPart message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns CheckpointPart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.CheckpointPart;
        }

        /** Properties of a WorkerFailure. */
        interface IWorkerFailure {

            /** WorkerFailure code */
            code?: (string|null);

            /** WorkerFailure message */
            message?: (string|null);

            /** WorkerFailure details */
            details?: (string|null);

            /** WorkerFailure sampleRows */
            sampleRows?: (number[]|null);

            /** WorkerFailure suspectIds */
            suspectIds?: (string[]|null);
        }

        /** Represents a WorkerFailure. */
        class WorkerFailure implements IWorkerFailure {

            /**
             * Constructs a new WorkerFailure.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IWorkerFailure);

            /** WorkerFailure code. */
            public code: string;

            /** WorkerFailure message. */
            public message: string;

            /** WorkerFailure details. */
            public details: string;

            /** WorkerFailure sampleRows. */
            public sampleRows: number[];

            /** WorkerFailure suspectIds. */
            public suspectIds: string[];

            /**
             * Creates a new WorkerFailure instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WorkerFailure instance
             */
            public static create(properties?: lockstep.v1.IWorkerFailure): lockstep.v1.WorkerFailure;

            /**
             * Encodes the specified WorkerFailure message. Does not implicitly {@link lockstep.v1.WorkerFailure.verify|verify} messages.
             * @param message WorkerFailure message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IWorkerFailure, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WorkerFailure message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns WorkerFailure
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.WorkerFailure;
        }

        /** Properties of a DrainRequest. */
        interface IDrainRequest {

            /** DrainRequest cause */
            cause?: (string|null);
        }

        /** Represents a DrainRequest. */
        class DrainRequest implements IDrainRequest {

            /**
             * Constructs a new DrainRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IDrainRequest);

            /** DrainRequest cause. */
            public cause: string;

            /**
             * Creates a new DrainRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DrainRequest instance
             */
            public static create(properties?: lockstep.v1.IDrainRequest): lockstep.v1.DrainRequest;

            /**
             * Encodes the specified DrainRequest message. Does not implicitly {@link lockstep.v1.DrainRequest.verify|verify} messages.
             * @param message DrainRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IDrainRequest, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns DrainRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.DrainRequest;
        }

        /** Properties of a Stop. */
        interface IStop {

            /** Stop reason */
            reason?: (string|null);

            /** Stop failure */
            failure?: (lockstep.v1.IWorkerFailure|null);
        }

        /** Represents a Stop. */
        class Stop implements IStop {

            /**
             * Constructs a new Stop.
             * @param [properties] Properties to set
             */
            constructor(properties?: lockstep.v1.IStop);

            /** Stop reason. */
            public reason: string;

            /** Stop failure. */
            public failure?: (lockstep.v1.IWorkerFailure|null);

            /**
             * Creates a new Stop instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Stop instance
             */
            public static create(properties?: lockstep.v1.IStop): lockstep.v1.Stop;

            /**
             * Encodes the specified Stop message. Does not implicitly {@link lockstep.v1.Stop.verify|verify} messages.
             * @param message Stop message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            public static encode(message: lockstep.v1.IStop, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Stop message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns Stop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            public static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): lockstep.v1.Stop;
        }
    }
}
