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
