/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const lockstep = $root.lockstep = (() => {

    /**
     * Namespace lockstep.
     * @exports lockstep
     * @namespace
     */
    const lockstep = {};

    lockstep.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof lockstep
         * @namespace
         */
        const v1 = {};

        v1.PullRequest = (function() {

            /**
             * Properties of a PullRequest.
             * @memberof lockstep.v1
             * @interface IPullRequest
             * @property {string|null} [jobId] PullRequest jobId
             * @property {number|null} [generation] PullRequest generation
             * @property {number|null} [rank] PullRequest rank
             * @property {string|null} [workerId] PullRequest workerId
             * @property {string|null} [sharedFolder] PullRequest sharedFolder
             * @property {Uint8Array|null} [sharedToken] PullRequest sharedToken
             */

            /**
             * Constructs a new PullRequest.
             * @memberof lockstep.v1
             * @classdesc Represents a PullRequest.
             * @implements IPullRequest
             * @constructor
             * @param {lockstep.v1.IPullRequest=} [properties] Properties to set
             */
            function PullRequest(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * PullRequest jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.PullRequest
             * @instance
             */
            PullRequest.prototype.jobId = "";

            /**
             * PullRequest generation.
             * @member {number} generation
             * @memberof lockstep.v1.PullRequest
             * @instance
             */
            PullRequest.prototype.generation = 0;

            /**
             * PullRequest rank.
             * @member {number} rank
             * @memberof lockstep.v1.PullRequest
             * @instance
             */
            PullRequest.prototype.rank = 0;

            /**
             * PullRequest workerId.
             * @member {string} workerId
             * @memberof lockstep.v1.PullRequest
             * @instance
             */
            PullRequest.prototype.workerId = "";

            /**
             * PullRequest sharedFolder.
             * @member {string} sharedFolder
             * @memberof lockstep.v1.PullRequest
             * @instance
             */
            PullRequest.prototype.sharedFolder = "";

            /**
             * PullRequest sharedToken.
             * @member {Uint8Array} sharedToken
             * @memberof lockstep.v1.PullRequest
             * @instance
             */
            PullRequest.prototype.sharedToken = $util.newBuffer([]);

            /**
             * Creates a new PullRequest instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.PullRequest
             * @static
             * @param {lockstep.v1.IPullRequest=} [properties] Properties to set
             * @returns {lockstep.v1.PullRequest} PullRequest instance
             */
            PullRequest.create = function create(properties) {
                return new PullRequest(properties);
            };

            /**
             * Encodes the specified PullRequest message. Does not implicitly {@link lockstep.v1.PullRequest.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.PullRequest
             * @static
             * @param {lockstep.v1.IPullRequest} message PullRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PullRequest.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.jobId);
                if (message.generation != null && Object.hasOwnProperty.call(message, "generation"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.generation);
                if (message.rank != null && Object.hasOwnProperty.call(message, "rank"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.rank);
                if (message.workerId != null && Object.hasOwnProperty.call(message, "workerId"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.workerId);
                if (message.sharedFolder != null && Object.hasOwnProperty.call(message, "sharedFolder"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.sharedFolder);
                if (message.sharedToken != null && Object.hasOwnProperty.call(message, "sharedToken"))
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.sharedToken);
                return writer;
            };

            /**
             * Decodes a PullRequest message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.PullRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.PullRequest} PullRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PullRequest.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.PullRequest();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.jobId = reader.string();
                            break;
                        }
                    case 2: {
                            message.generation = reader.uint32();
                            break;
                        }
                    case 3: {
                            message.rank = reader.uint32();
                            break;
                        }
                    case 4: {
                            message.workerId = reader.string();
                            break;
                        }
                    case 5: {
                            message.sharedFolder = reader.string();
                            break;
                        }
                    case 6: {
                            message.sharedToken = reader.bytes();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return PullRequest;
        })();

        v1.Chunk = (function() {

            /**
             * Properties of a Chunk.
             * @memberof lockstep.v1
             * @interface IChunk
             * @property {number|null} [op] Chunk op
             * @property {number|null} [position] Chunk position
             * @property {number|null} [subtree] Chunk subtree
             * @property {Uint8Array|null} [data] Chunk data
             */

            /**
             * Constructs a new Chunk.
             * @memberof lockstep.v1
             * @classdesc Represents a Chunk.
             * @implements IChunk
             * @constructor
             * @param {lockstep.v1.IChunk=} [properties] Properties to set
             */
            function Chunk(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Chunk op.
             * @member {number} op
             * @memberof lockstep.v1.Chunk
             * @instance
             */
            Chunk.prototype.op = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Chunk position.
             * @member {number} position
             * @memberof lockstep.v1.Chunk
             * @instance
             */
            Chunk.prototype.position = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Chunk subtree.
             * @member {number} subtree
             * @memberof lockstep.v1.Chunk
             * @instance
             */
            Chunk.prototype.subtree = 0;

            /**
             * Chunk data.
             * @member {Uint8Array} data
             * @memberof lockstep.v1.Chunk
             * @instance
             */
            Chunk.prototype.data = $util.newBuffer([]);

            /**
             * Creates a new Chunk instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Chunk
             * @static
             * @param {lockstep.v1.IChunk=} [properties] Properties to set
             * @returns {lockstep.v1.Chunk} Chunk instance
             */
            Chunk.create = function create(properties) {
                return new Chunk(properties);
            };

            /**
             * Encodes the specified Chunk message. Does not implicitly {@link lockstep.v1.Chunk.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Chunk
             * @static
             * @param {lockstep.v1.IChunk} message Chunk message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Chunk.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.op != null && Object.hasOwnProperty.call(message, "op"))
                    writer.uint32(/* id 1, wireType 1 =*/9).fixed64(message.op);
                if (message.position != null && Object.hasOwnProperty.call(message, "position"))
                    writer.uint32(/* id 2, wireType 1 =*/17).fixed64(message.position);
                if (message.subtree != null && Object.hasOwnProperty.call(message, "subtree"))
                    writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.subtree);
                if (message.data != null && Object.hasOwnProperty.call(message, "data"))
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.data);
                return writer;
            };

            /**
             * Decodes a Chunk message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Chunk
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Chunk} Chunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Chunk.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Chunk();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.op = reader.fixed64();
                            break;
                        }
                    case 2: {
                            message.position = reader.fixed64();
                            break;
                        }
                    case 3: {
                            message.subtree = reader.fixed32();
                            break;
                        }
                    case 4: {
                            message.data = reader.bytes();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Chunk;
        })();

        v1.PullStateRequest = (function() {

            /**
             * Properties of a PullStateRequest.
             * @memberof lockstep.v1
             * @interface IPullStateRequest
             * @property {string|null} [jobId] PullStateRequest jobId
             * @property {string|null} [workerId] PullStateRequest workerId
             */

            /**
             * Constructs a new PullStateRequest.
             * @memberof lockstep.v1
             * @classdesc Represents a PullStateRequest.
             * @implements IPullStateRequest
             * @constructor
             * @param {lockstep.v1.IPullStateRequest=} [properties] Properties to set
             */
            function PullStateRequest(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * PullStateRequest jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.PullStateRequest
             * @instance
             */
            PullStateRequest.prototype.jobId = "";

            /**
             * PullStateRequest workerId.
             * @member {string} workerId
             * @memberof lockstep.v1.PullStateRequest
             * @instance
             */
            PullStateRequest.prototype.workerId = "";

            /**
             * Creates a new PullStateRequest instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.PullStateRequest
             * @static
             * @param {lockstep.v1.IPullStateRequest=} [properties] Properties to set
             * @returns {lockstep.v1.PullStateRequest} PullStateRequest instance
             */
            PullStateRequest.create = function create(properties) {
                return new PullStateRequest(properties);
            };

            /**
             * Encodes the specified PullStateRequest message. Does not implicitly {@link lockstep.v1.PullStateRequest.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.PullStateRequest
             * @static
             * @param {lockstep.v1.IPullStateRequest} message PullStateRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PullStateRequest.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.jobId);
                if (message.workerId != null && Object.hasOwnProperty.call(message, "workerId"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.workerId);
                return writer;
            };

            /**
             * Decodes a PullStateRequest message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.PullStateRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.PullStateRequest} PullStateRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PullStateRequest.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.PullStateRequest();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.jobId = reader.string();
                            break;
                        }
                    case 2: {
                            message.workerId = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return PullStateRequest;
        })();

        v1.StatePiece = (function() {

            /**
             * Properties of a StatePiece.
             * @memberof lockstep.v1
             * @interface IStatePiece
             * @property {number|null} [step] StatePiece step
             * @property {number|null} [totalBytes] StatePiece totalBytes
             * @property {number|null} [offset] StatePiece offset
             * @property {Uint8Array|null} [data] StatePiece data
             * @property {string|null} [sha256] StatePiece sha256
             * @property {number|null} [reducedStep] StatePiece reducedStep
             */

            /**
             * Constructs a new StatePiece.
             * @memberof lockstep.v1
             * @classdesc Represents a StatePiece.
             * @implements IStatePiece
             * @constructor
             * @param {lockstep.v1.IStatePiece=} [properties] Properties to set
             */
            function StatePiece(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * StatePiece step.
             * @member {number} step
             * @memberof lockstep.v1.StatePiece
             * @instance
             */
            StatePiece.prototype.step = 0;

            /**
             * StatePiece totalBytes.
             * @member {number} totalBytes
             * @memberof lockstep.v1.StatePiece
             * @instance
             */
            StatePiece.prototype.totalBytes = 0;

            /**
             * StatePiece offset.
             * @member {number} offset
             * @memberof lockstep.v1.StatePiece
             * @instance
             */
            StatePiece.prototype.offset = 0;

            /**
             * StatePiece data.
             * @member {Uint8Array} data
             * @memberof lockstep.v1.StatePiece
             * @instance
             */
            StatePiece.prototype.data = $util.newBuffer([]);

            /**
             * StatePiece sha256.
             * @member {string} sha256
             * @memberof lockstep.v1.StatePiece
             * @instance
             */
            StatePiece.prototype.sha256 = "";

            /**
             * StatePiece reducedStep.
             * @member {number} reducedStep
             * @memberof lockstep.v1.StatePiece
             * @instance
             */
            StatePiece.prototype.reducedStep = 0;

            /**
             * Creates a new StatePiece instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.StatePiece
             * @static
             * @param {lockstep.v1.IStatePiece=} [properties] Properties to set
             * @returns {lockstep.v1.StatePiece} StatePiece instance
             */
            StatePiece.create = function create(properties) {
                return new StatePiece(properties);
            };

            /**
             * Encodes the specified StatePiece message. Does not implicitly {@link lockstep.v1.StatePiece.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.StatePiece
             * @static
             * @param {lockstep.v1.IStatePiece} message StatePiece message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StatePiece.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.step != null && Object.hasOwnProperty.call(message, "step"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.step);
                if (message.totalBytes != null && Object.hasOwnProperty.call(message, "totalBytes"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.totalBytes);
                if (message.offset != null && Object.hasOwnProperty.call(message, "offset"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.offset);
                if (message.data != null && Object.hasOwnProperty.call(message, "data"))
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.data);
                if (message.sha256 != null && Object.hasOwnProperty.call(message, "sha256"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.sha256);
                if (message.reducedStep != null && Object.hasOwnProperty.call(message, "reducedStep"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.reducedStep);
                return writer;
            };

            /**
             * Decodes a StatePiece message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.StatePiece
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.StatePiece} StatePiece
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StatePiece.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.StatePiece();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.step = reader.uint32();
                            break;
                        }
                    case 2: {
                            message.totalBytes = reader.double();
                            break;
                        }
                    case 3: {
                            message.offset = reader.double();
                            break;
                        }
                    case 4: {
                            message.data = reader.bytes();
                            break;
                        }
                    case 5: {
                            message.sha256 = reader.string();
                            break;
                        }
                    case 6: {
                            message.reducedStep = reader.uint32();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return StatePiece;
        })();

        v1.WatchRequest = (function() {

            /**
             * Properties of a WatchRequest.
             * @memberof lockstep.v1
             * @interface IWatchRequest
             * @property {string|null} [jobId] WatchRequest jobId
             */

            /**
             * Constructs a new WatchRequest.
             * @memberof lockstep.v1
             * @classdesc Represents a WatchRequest.
             * @implements IWatchRequest
             * @constructor
             * @param {lockstep.v1.IWatchRequest=} [properties] Properties to set
             */
            function WatchRequest(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * WatchRequest jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.WatchRequest
             * @instance
             */
            WatchRequest.prototype.jobId = "";

            /**
             * Creates a new WatchRequest instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.WatchRequest
             * @static
             * @param {lockstep.v1.IWatchRequest=} [properties] Properties to set
             * @returns {lockstep.v1.WatchRequest} WatchRequest instance
             */
            WatchRequest.create = function create(properties) {
                return new WatchRequest(properties);
            };

            /**
             * Encodes the specified WatchRequest message. Does not implicitly {@link lockstep.v1.WatchRequest.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.WatchRequest
             * @static
             * @param {lockstep.v1.IWatchRequest} message WatchRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WatchRequest.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.jobId);
                return writer;
            };

            /**
             * Decodes a WatchRequest message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.WatchRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.WatchRequest} WatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WatchRequest.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.WatchRequest();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.jobId = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return WatchRequest;
        })();

        v1.WatchUpdate = (function() {

            /**
             * Properties of a WatchUpdate.
             * @memberof lockstep.v1
             * @interface IWatchUpdate
             * @property {string|null} [stepJson] WatchUpdate stepJson
             * @property {string|null} [eventJson] WatchUpdate eventJson
             * @property {string|null} [resultJson] WatchUpdate resultJson
             */

            /**
             * Constructs a new WatchUpdate.
             * @memberof lockstep.v1
             * @classdesc Represents a WatchUpdate.
             * @implements IWatchUpdate
             * @constructor
             * @param {lockstep.v1.IWatchUpdate=} [properties] Properties to set
             */
            function WatchUpdate(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * WatchUpdate stepJson.
             * @member {string|null|undefined} stepJson
             * @memberof lockstep.v1.WatchUpdate
             * @instance
             */
            WatchUpdate.prototype.stepJson = null;

            /**
             * WatchUpdate eventJson.
             * @member {string|null|undefined} eventJson
             * @memberof lockstep.v1.WatchUpdate
             * @instance
             */
            WatchUpdate.prototype.eventJson = null;

            /**
             * WatchUpdate resultJson.
             * @member {string|null|undefined} resultJson
             * @memberof lockstep.v1.WatchUpdate
             * @instance
             */
            WatchUpdate.prototype.resultJson = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * WatchUpdate body.
             * @member {"stepJson"|"eventJson"|"resultJson"|undefined} body
             * @memberof lockstep.v1.WatchUpdate
             * @instance
             */
            Object.defineProperty(WatchUpdate.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["stepJson", "eventJson", "resultJson"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new WatchUpdate instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.WatchUpdate
             * @static
             * @param {lockstep.v1.IWatchUpdate=} [properties] Properties to set
             * @returns {lockstep.v1.WatchUpdate} WatchUpdate instance
             */
            WatchUpdate.create = function create(properties) {
                return new WatchUpdate(properties);
            };

            /**
             * Encodes the specified WatchUpdate message. Does not implicitly {@link lockstep.v1.WatchUpdate.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.WatchUpdate
             * @static
             * @param {lockstep.v1.IWatchUpdate} message WatchUpdate message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WatchUpdate.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.stepJson != null && Object.hasOwnProperty.call(message, "stepJson"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.stepJson);
                if (message.eventJson != null && Object.hasOwnProperty.call(message, "eventJson"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.eventJson);
                if (message.resultJson != null && Object.hasOwnProperty.call(message, "resultJson"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.resultJson);
                return writer;
            };

            /**
             * Decodes a WatchUpdate message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.WatchUpdate
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.WatchUpdate} WatchUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WatchUpdate.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.WatchUpdate();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.stepJson = reader.string();
                            break;
                        }
                    case 2: {
                            message.eventJson = reader.string();
                            break;
                        }
                    case 3: {
                            message.resultJson = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return WatchUpdate;
        })();

        v1.StopJobRequest = (function() {

            /**
             * Properties of a StopJobRequest.
             * @memberof lockstep.v1
             * @interface IStopJobRequest
             * @property {string|null} [jobId] StopJobRequest jobId
             * @property {string|null} [cause] StopJobRequest cause
             */

            /**
             * Constructs a new StopJobRequest.
             * @memberof lockstep.v1
             * @classdesc Represents a StopJobRequest.
             * @implements IStopJobRequest
             * @constructor
             * @param {lockstep.v1.IStopJobRequest=} [properties] Properties to set
             */
            function StopJobRequest(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * StopJobRequest jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.StopJobRequest
             * @instance
             */
            StopJobRequest.prototype.jobId = "";

            /**
             * StopJobRequest cause.
             * @member {string} cause
             * @memberof lockstep.v1.StopJobRequest
             * @instance
             */
            StopJobRequest.prototype.cause = "";

            /**
             * Creates a new StopJobRequest instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.StopJobRequest
             * @static
             * @param {lockstep.v1.IStopJobRequest=} [properties] Properties to set
             * @returns {lockstep.v1.StopJobRequest} StopJobRequest instance
             */
            StopJobRequest.create = function create(properties) {
                return new StopJobRequest(properties);
            };

            /**
             * Encodes the specified StopJobRequest message. Does not implicitly {@link lockstep.v1.StopJobRequest.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.StopJobRequest
             * @static
             * @param {lockstep.v1.IStopJobRequest} message StopJobRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StopJobRequest.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.jobId);
                if (message.cause != null && Object.hasOwnProperty.call(message, "cause"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.cause);
                return writer;
            };

            /**
             * Decodes a StopJobRequest message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.StopJobRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.StopJobRequest} StopJobRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StopJobRequest.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.StopJobRequest();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.jobId = reader.string();
                            break;
                        }
                    case 2: {
                            message.cause = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return StopJobRequest;
        })();

        v1.StopJobReply = (function() {

            /**
             * Properties of a StopJobReply.
             * @memberof lockstep.v1
             * @interface IStopJobReply
             * @property {string|null} [state] StopJobReply state
             */

            /**
             * Constructs a new StopJobReply.
             * @memberof lockstep.v1
             * @classdesc Represents a StopJobReply.
             * @implements IStopJobReply
             * @constructor
             * @param {lockstep.v1.IStopJobReply=} [properties] Properties to set
             */
            function StopJobReply(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * StopJobReply state.
             * @member {string} state
             * @memberof lockstep.v1.StopJobReply
             * @instance
             */
            StopJobReply.prototype.state = "";

            /**
             * Creates a new StopJobReply instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.StopJobReply
             * @static
             * @param {lockstep.v1.IStopJobReply=} [properties] Properties to set
             * @returns {lockstep.v1.StopJobReply} StopJobReply instance
             */
            StopJobReply.create = function create(properties) {
                return new StopJobReply(properties);
            };

            /**
             * Encodes the specified StopJobReply message. Does not implicitly {@link lockstep.v1.StopJobReply.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.StopJobReply
             * @static
             * @param {lockstep.v1.IStopJobReply} message StopJobReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StopJobReply.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.state != null && Object.hasOwnProperty.call(message, "state"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.state);
                return writer;
            };

            /**
             * Decodes a StopJobReply message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.StopJobReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.StopJobReply} StopJobReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StopJobReply.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.StopJobReply();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.state = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return StopJobReply;
        })();

        v1.SubmitPart = (function() {

            /**
             * Properties of a SubmitPart.
             * @memberof lockstep.v1
             * @interface ISubmitPart
             * @property {lockstep.v1.ISubmitHeader|null} [header] SubmitPart header
             * @property {lockstep.v1.IFilePiece|null} [piece] SubmitPart piece
             */

            /**
             * Constructs a new SubmitPart.
             * @memberof lockstep.v1
             * @classdesc Represents a SubmitPart.
             * @implements ISubmitPart
             * @constructor
             * @param {lockstep.v1.ISubmitPart=} [properties] Properties to set
             */
            function SubmitPart(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * SubmitPart header.
             * @member {lockstep.v1.ISubmitHeader|null|undefined} header
             * @memberof lockstep.v1.SubmitPart
             * @instance
             */
            SubmitPart.prototype.header = null;

            /**
             * SubmitPart piece.
             * @member {lockstep.v1.IFilePiece|null|undefined} piece
             * @memberof lockstep.v1.SubmitPart
             * @instance
             */
            SubmitPart.prototype.piece = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * SubmitPart body.
             * @member {"header"|"piece"|undefined} body
             * @memberof lockstep.v1.SubmitPart
             * @instance
             */
            Object.defineProperty(SubmitPart.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["header", "piece"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new SubmitPart instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.SubmitPart
             * @static
             * @param {lockstep.v1.ISubmitPart=} [properties] Properties to set
             * @returns {lockstep.v1.SubmitPart} SubmitPart instance
             */
            SubmitPart.create = function create(properties) {
                return new SubmitPart(properties);
            };

            /**
             * Encodes the specified SubmitPart message. Does not implicitly {@link lockstep.v1.SubmitPart.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.SubmitPart
             * @static
             * @param {lockstep.v1.ISubmitPart} message SubmitPart message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SubmitPart.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.header != null && Object.hasOwnProperty.call(message, "header"))
                    $root.lockstep.v1.SubmitHeader.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), q + 1).ldelim();
                if (message.piece != null && Object.hasOwnProperty.call(message, "piece"))
                    $root.lockstep.v1.FilePiece.encode(message.piece, writer.uint32(/* id 2, wireType 2 =*/18).fork(), q + 1).ldelim();
                return writer;
            };

            /**
             * Decodes a SubmitPart message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.SubmitPart
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.SubmitPart} SubmitPart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SubmitPart.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.SubmitPart();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.header = $root.lockstep.v1.SubmitHeader.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 2: {
                            message.piece = $root.lockstep.v1.FilePiece.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return SubmitPart;
        })();

        v1.SubmitHeader = (function() {

            /**
             * Properties of a SubmitHeader.
             * @memberof lockstep.v1
             * @interface ISubmitHeader
             * @property {string|null} [jobJson] SubmitHeader jobJson
             * @property {string|null} [jobSha256] SubmitHeader jobSha256
             * @property {string|null} [key] SubmitHeader key
             * @property {number|null} [priority] SubmitHeader priority
             * @property {string|null} [version] SubmitHeader version
             */

            /**
             * Constructs a new SubmitHeader.
             * @memberof lockstep.v1
             * @classdesc Represents a SubmitHeader.
             * @implements ISubmitHeader
             * @constructor
             * @param {lockstep.v1.ISubmitHeader=} [properties] Properties to set
             */
            function SubmitHeader(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * SubmitHeader jobJson.
             * @member {string} jobJson
             * @memberof lockstep.v1.SubmitHeader
             * @instance
             */
            SubmitHeader.prototype.jobJson = "";

            /**
             * SubmitHeader jobSha256.
             * @member {string} jobSha256
             * @memberof lockstep.v1.SubmitHeader
             * @instance
             */
            SubmitHeader.prototype.jobSha256 = "";

            /**
             * SubmitHeader key.
             * @member {string} key
             * @memberof lockstep.v1.SubmitHeader
             * @instance
             */
            SubmitHeader.prototype.key = "";

            /**
             * SubmitHeader priority.
             * @member {number} priority
             * @memberof lockstep.v1.SubmitHeader
             * @instance
             */
            SubmitHeader.prototype.priority = 0;

            /**
             * SubmitHeader version.
             * @member {string} version
             * @memberof lockstep.v1.SubmitHeader
             * @instance
             */
            SubmitHeader.prototype.version = "";

            /**
             * Creates a new SubmitHeader instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.SubmitHeader
             * @static
             * @param {lockstep.v1.ISubmitHeader=} [properties] Properties to set
             * @returns {lockstep.v1.SubmitHeader} SubmitHeader instance
             */
            SubmitHeader.create = function create(properties) {
                return new SubmitHeader(properties);
            };

            /**
             * Encodes the specified SubmitHeader message. Does not implicitly {@link lockstep.v1.SubmitHeader.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.SubmitHeader
             * @static
             * @param {lockstep.v1.ISubmitHeader} message SubmitHeader message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SubmitHeader.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.jobJson != null && Object.hasOwnProperty.call(message, "jobJson"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.jobJson);
                if (message.jobSha256 != null && Object.hasOwnProperty.call(message, "jobSha256"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.jobSha256);
                if (message.key != null && Object.hasOwnProperty.call(message, "key"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.key);
                if (message.priority != null && Object.hasOwnProperty.call(message, "priority"))
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.priority);
                if (message.version != null && Object.hasOwnProperty.call(message, "version"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.version);
                return writer;
            };

            /**
             * Decodes a SubmitHeader message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.SubmitHeader
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.SubmitHeader} SubmitHeader
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SubmitHeader.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.SubmitHeader();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.jobJson = reader.string();
                            break;
                        }
                    case 2: {
                            message.jobSha256 = reader.string();
                            break;
                        }
                    case 3: {
                            message.key = reader.string();
                            break;
                        }
                    case 4: {
                            message.priority = reader.int32();
                            break;
                        }
                    case 5: {
                            message.version = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return SubmitHeader;
        })();

        v1.FilePiece = (function() {

            /**
             * Properties of a FilePiece.
             * @memberof lockstep.v1
             * @interface IFilePiece
             * @property {string|null} [path] FilePiece path
             * @property {Uint8Array|null} [data] FilePiece data
             */

            /**
             * Constructs a new FilePiece.
             * @memberof lockstep.v1
             * @classdesc Represents a FilePiece.
             * @implements IFilePiece
             * @constructor
             * @param {lockstep.v1.IFilePiece=} [properties] Properties to set
             */
            function FilePiece(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * FilePiece path.
             * @member {string} path
             * @memberof lockstep.v1.FilePiece
             * @instance
             */
            FilePiece.prototype.path = "";

            /**
             * FilePiece data.
             * @member {Uint8Array} data
             * @memberof lockstep.v1.FilePiece
             * @instance
             */
            FilePiece.prototype.data = $util.newBuffer([]);

            /**
             * Creates a new FilePiece instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.FilePiece
             * @static
             * @param {lockstep.v1.IFilePiece=} [properties] Properties to set
             * @returns {lockstep.v1.FilePiece} FilePiece instance
             */
            FilePiece.create = function create(properties) {
                return new FilePiece(properties);
            };

            /**
             * Encodes the specified FilePiece message. Does not implicitly {@link lockstep.v1.FilePiece.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.FilePiece
             * @static
             * @param {lockstep.v1.IFilePiece} message FilePiece message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            FilePiece.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.path != null && Object.hasOwnProperty.call(message, "path"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.path);
                if (message.data != null && Object.hasOwnProperty.call(message, "data"))
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.data);
                return writer;
            };

            /**
             * Decodes a FilePiece message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.FilePiece
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.FilePiece} FilePiece
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            FilePiece.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.FilePiece();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.path = reader.string();
                            break;
                        }
                    case 2: {
                            message.data = reader.bytes();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return FilePiece;
        })();

        v1.SubmitReply = (function() {

            /**
             * Properties of a SubmitReply.
             * @memberof lockstep.v1
             * @interface ISubmitReply
             * @property {string|null} [jobId] SubmitReply jobId
             * @property {boolean|null} [existed] SubmitReply existed
             */

            /**
             * Constructs a new SubmitReply.
             * @memberof lockstep.v1
             * @classdesc Represents a SubmitReply.
             * @implements ISubmitReply
             * @constructor
             * @param {lockstep.v1.ISubmitReply=} [properties] Properties to set
             */
            function SubmitReply(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * SubmitReply jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.SubmitReply
             * @instance
             */
            SubmitReply.prototype.jobId = "";

            /**
             * SubmitReply existed.
             * @member {boolean} existed
             * @memberof lockstep.v1.SubmitReply
             * @instance
             */
            SubmitReply.prototype.existed = false;

            /**
             * Creates a new SubmitReply instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.SubmitReply
             * @static
             * @param {lockstep.v1.ISubmitReply=} [properties] Properties to set
             * @returns {lockstep.v1.SubmitReply} SubmitReply instance
             */
            SubmitReply.create = function create(properties) {
                return new SubmitReply(properties);
            };

            /**
             * Encodes the specified SubmitReply message. Does not implicitly {@link lockstep.v1.SubmitReply.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.SubmitReply
             * @static
             * @param {lockstep.v1.ISubmitReply} message SubmitReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SubmitReply.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.jobId);
                if (message.existed != null && Object.hasOwnProperty.call(message, "existed"))
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.existed);
                return writer;
            };

            /**
             * Decodes a SubmitReply message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.SubmitReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.SubmitReply} SubmitReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SubmitReply.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.SubmitReply();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.jobId = reader.string();
                            break;
                        }
                    case 2: {
                            message.existed = reader.bool();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return SubmitReply;
        })();

        v1.ListJobsRequest = (function() {

            /**
             * Properties of a ListJobsRequest.
             * @memberof lockstep.v1
             * @interface IListJobsRequest
             * @property {number|null} [pageSize] ListJobsRequest pageSize
             * @property {string|null} [pageToken] ListJobsRequest pageToken
             */

            /**
             * Constructs a new ListJobsRequest.
             * @memberof lockstep.v1
             * @classdesc Represents a ListJobsRequest.
             * @implements IListJobsRequest
             * @constructor
             * @param {lockstep.v1.IListJobsRequest=} [properties] Properties to set
             */
            function ListJobsRequest(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * ListJobsRequest pageSize.
             * @member {number} pageSize
             * @memberof lockstep.v1.ListJobsRequest
             * @instance
             */
            ListJobsRequest.prototype.pageSize = 0;

            /**
             * ListJobsRequest pageToken.
             * @member {string} pageToken
             * @memberof lockstep.v1.ListJobsRequest
             * @instance
             */
            ListJobsRequest.prototype.pageToken = "";

            /**
             * Creates a new ListJobsRequest instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.ListJobsRequest
             * @static
             * @param {lockstep.v1.IListJobsRequest=} [properties] Properties to set
             * @returns {lockstep.v1.ListJobsRequest} ListJobsRequest instance
             */
            ListJobsRequest.create = function create(properties) {
                return new ListJobsRequest(properties);
            };

            /**
             * Encodes the specified ListJobsRequest message. Does not implicitly {@link lockstep.v1.ListJobsRequest.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.ListJobsRequest
             * @static
             * @param {lockstep.v1.IListJobsRequest} message ListJobsRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListJobsRequest.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.pageSize != null && Object.hasOwnProperty.call(message, "pageSize"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.pageSize);
                if (message.pageToken != null && Object.hasOwnProperty.call(message, "pageToken"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.pageToken);
                return writer;
            };

            /**
             * Decodes a ListJobsRequest message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.ListJobsRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.ListJobsRequest} ListJobsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListJobsRequest.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.ListJobsRequest();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.pageSize = reader.uint32();
                            break;
                        }
                    case 2: {
                            message.pageToken = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return ListJobsRequest;
        })();

        v1.ListJobsReply = (function() {

            /**
             * Properties of a ListJobsReply.
             * @memberof lockstep.v1
             * @interface IListJobsReply
             * @property {Array.<lockstep.v1.IJobSummary>|null} [jobs] ListJobsReply jobs
             * @property {string|null} [nextPageToken] ListJobsReply nextPageToken
             */

            /**
             * Constructs a new ListJobsReply.
             * @memberof lockstep.v1
             * @classdesc Represents a ListJobsReply.
             * @implements IListJobsReply
             * @constructor
             * @param {lockstep.v1.IListJobsReply=} [properties] Properties to set
             */
            function ListJobsReply(properties) {
                this.jobs = [];
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * ListJobsReply jobs.
             * @member {Array.<lockstep.v1.IJobSummary>} jobs
             * @memberof lockstep.v1.ListJobsReply
             * @instance
             */
            ListJobsReply.prototype.jobs = $util.emptyArray;

            /**
             * ListJobsReply nextPageToken.
             * @member {string} nextPageToken
             * @memberof lockstep.v1.ListJobsReply
             * @instance
             */
            ListJobsReply.prototype.nextPageToken = "";

            /**
             * Creates a new ListJobsReply instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.ListJobsReply
             * @static
             * @param {lockstep.v1.IListJobsReply=} [properties] Properties to set
             * @returns {lockstep.v1.ListJobsReply} ListJobsReply instance
             */
            ListJobsReply.create = function create(properties) {
                return new ListJobsReply(properties);
            };

            /**
             * Encodes the specified ListJobsReply message. Does not implicitly {@link lockstep.v1.ListJobsReply.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.ListJobsReply
             * @static
             * @param {lockstep.v1.IListJobsReply} message ListJobsReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListJobsReply.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.jobs != null && message.jobs.length)
                    for (let i = 0; i < message.jobs.length; ++i)
                        $root.lockstep.v1.JobSummary.encode(message.jobs[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), q + 1).ldelim();
                if (message.nextPageToken != null && Object.hasOwnProperty.call(message, "nextPageToken"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.nextPageToken);
                return writer;
            };

            /**
             * Decodes a ListJobsReply message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.ListJobsReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.ListJobsReply} ListJobsReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListJobsReply.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.ListJobsReply();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            if (!(message.jobs && message.jobs.length))
                                message.jobs = [];
                            message.jobs.push($root.lockstep.v1.JobSummary.decode(reader, reader.uint32(), undefined, long + 1));
                            break;
                        }
                    case 2: {
                            message.nextPageToken = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return ListJobsReply;
        })();

        v1.GetJobRequest = (function() {

            /**
             * Properties of a GetJobRequest.
             * @memberof lockstep.v1
             * @interface IGetJobRequest
             * @property {string|null} [jobId] GetJobRequest jobId
             */

            /**
             * Constructs a new GetJobRequest.
             * @memberof lockstep.v1
             * @classdesc Represents a GetJobRequest.
             * @implements IGetJobRequest
             * @constructor
             * @param {lockstep.v1.IGetJobRequest=} [properties] Properties to set
             */
            function GetJobRequest(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * GetJobRequest jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.GetJobRequest
             * @instance
             */
            GetJobRequest.prototype.jobId = "";

            /**
             * Creates a new GetJobRequest instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.GetJobRequest
             * @static
             * @param {lockstep.v1.IGetJobRequest=} [properties] Properties to set
             * @returns {lockstep.v1.GetJobRequest} GetJobRequest instance
             */
            GetJobRequest.create = function create(properties) {
                return new GetJobRequest(properties);
            };

            /**
             * Encodes the specified GetJobRequest message. Does not implicitly {@link lockstep.v1.GetJobRequest.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.GetJobRequest
             * @static
             * @param {lockstep.v1.IGetJobRequest} message GetJobRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetJobRequest.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.jobId);
                return writer;
            };

            /**
             * Decodes a GetJobRequest message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.GetJobRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.GetJobRequest} GetJobRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetJobRequest.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.GetJobRequest();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.jobId = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return GetJobRequest;
        })();

        v1.JobSummary = (function() {

            /**
             * Properties of a JobSummary.
             * @memberof lockstep.v1
             * @interface IJobSummary
             * @property {string|null} [jobId] JobSummary jobId
             * @property {string|null} [name] JobSummary name
             * @property {string|null} [state] JobSummary state
             * @property {number|null} [priority] JobSummary priority
             * @property {number|null} [submittedMs] JobSummary submittedMs
             * @property {number|null} [numWorkers] JobSummary numWorkers
             * @property {number|null} [minWorkers] JobSummary minWorkers
             * @property {number|null} [maxWorkers] JobSummary maxWorkers
             * @property {number|null} [step] JobSummary step
             * @property {number|null} [numSteps] JobSummary numSteps
             * @property {string|null} [waiting] JobSummary waiting
             * @property {string|null} [jobJson] JobSummary jobJson
             */

            /**
             * Constructs a new JobSummary.
             * @memberof lockstep.v1
             * @classdesc Represents a JobSummary.
             * @implements IJobSummary
             * @constructor
             * @param {lockstep.v1.IJobSummary=} [properties] Properties to set
             */
            function JobSummary(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * JobSummary jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.jobId = "";

            /**
             * JobSummary name.
             * @member {string} name
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.name = "";

            /**
             * JobSummary state.
             * @member {string} state
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.state = "";

            /**
             * JobSummary priority.
             * @member {number} priority
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.priority = 0;

            /**
             * JobSummary submittedMs.
             * @member {number} submittedMs
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.submittedMs = 0;

            /**
             * JobSummary numWorkers.
             * @member {number} numWorkers
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.numWorkers = 0;

            /**
             * JobSummary minWorkers.
             * @member {number} minWorkers
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.minWorkers = 0;

            /**
             * JobSummary maxWorkers.
             * @member {number} maxWorkers
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.maxWorkers = 0;

            /**
             * JobSummary step.
             * @member {number} step
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.step = 0;

            /**
             * JobSummary numSteps.
             * @member {number} numSteps
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.numSteps = 0;

            /**
             * JobSummary waiting.
             * @member {string} waiting
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.waiting = "";

            /**
             * JobSummary jobJson.
             * @member {string} jobJson
             * @memberof lockstep.v1.JobSummary
             * @instance
             */
            JobSummary.prototype.jobJson = "";

            /**
             * Creates a new JobSummary instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.JobSummary
             * @static
             * @param {lockstep.v1.IJobSummary=} [properties] Properties to set
             * @returns {lockstep.v1.JobSummary} JobSummary instance
             */
            JobSummary.create = function create(properties) {
                return new JobSummary(properties);
            };

            /**
             * Encodes the specified JobSummary message. Does not implicitly {@link lockstep.v1.JobSummary.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.JobSummary
             * @static
             * @param {lockstep.v1.IJobSummary} message JobSummary message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            JobSummary.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.jobId);
                if (message.name != null && Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
                if (message.state != null && Object.hasOwnProperty.call(message, "state"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.state);
                if (message.priority != null && Object.hasOwnProperty.call(message, "priority"))
                    writer.uint32(/* id 4, wireType 0 =*/32).int32(message.priority);
                if (message.submittedMs != null && Object.hasOwnProperty.call(message, "submittedMs"))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.submittedMs);
                if (message.numWorkers != null && Object.hasOwnProperty.call(message, "numWorkers"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.numWorkers);
                if (message.minWorkers != null && Object.hasOwnProperty.call(message, "minWorkers"))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.minWorkers);
                if (message.maxWorkers != null && Object.hasOwnProperty.call(message, "maxWorkers"))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.maxWorkers);
                if (message.step != null && Object.hasOwnProperty.call(message, "step"))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.step);
                if (message.numSteps != null && Object.hasOwnProperty.call(message, "numSteps"))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.numSteps);
                if (message.waiting != null && Object.hasOwnProperty.call(message, "waiting"))
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.waiting);
                if (message.jobJson != null && Object.hasOwnProperty.call(message, "jobJson"))
                    writer.uint32(/* id 12, wireType 2 =*/98).string(message.jobJson);
                return writer;
            };

            /**
             * Decodes a JobSummary message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.JobSummary
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.JobSummary} JobSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            JobSummary.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.JobSummary();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.jobId = reader.string();
                            break;
                        }
                    case 2: {
                            message.name = reader.string();
                            break;
                        }
                    case 3: {
                            message.state = reader.string();
                            break;
                        }
                    case 4: {
                            message.priority = reader.int32();
                            break;
                        }
                    case 5: {
                            message.submittedMs = reader.double();
                            break;
                        }
                    case 6: {
                            message.numWorkers = reader.uint32();
                            break;
                        }
                    case 7: {
                            message.minWorkers = reader.uint32();
                            break;
                        }
                    case 8: {
                            message.maxWorkers = reader.uint32();
                            break;
                        }
                    case 9: {
                            message.step = reader.uint32();
                            break;
                        }
                    case 10: {
                            message.numSteps = reader.uint32();
                            break;
                        }
                    case 11: {
                            message.waiting = reader.string();
                            break;
                        }
                    case 12: {
                            message.jobJson = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return JobSummary;
        })();

        v1.ListWorkersRequest = (function() {

            /**
             * Properties of a ListWorkersRequest.
             * @memberof lockstep.v1
             * @interface IListWorkersRequest
             */

            /**
             * Constructs a new ListWorkersRequest.
             * @memberof lockstep.v1
             * @classdesc Represents a ListWorkersRequest.
             * @implements IListWorkersRequest
             * @constructor
             * @param {lockstep.v1.IListWorkersRequest=} [properties] Properties to set
             */
            function ListWorkersRequest(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Creates a new ListWorkersRequest instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.ListWorkersRequest
             * @static
             * @param {lockstep.v1.IListWorkersRequest=} [properties] Properties to set
             * @returns {lockstep.v1.ListWorkersRequest} ListWorkersRequest instance
             */
            ListWorkersRequest.create = function create(properties) {
                return new ListWorkersRequest(properties);
            };

            /**
             * Encodes the specified ListWorkersRequest message. Does not implicitly {@link lockstep.v1.ListWorkersRequest.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.ListWorkersRequest
             * @static
             * @param {lockstep.v1.IListWorkersRequest} message ListWorkersRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListWorkersRequest.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                return writer;
            };

            /**
             * Decodes a ListWorkersRequest message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.ListWorkersRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.ListWorkersRequest} ListWorkersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListWorkersRequest.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.ListWorkersRequest();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return ListWorkersRequest;
        })();

        v1.ListWorkersReply = (function() {

            /**
             * Properties of a ListWorkersReply.
             * @memberof lockstep.v1
             * @interface IListWorkersReply
             * @property {Array.<lockstep.v1.IAgentSummary>|null} [agents] ListWorkersReply agents
             */

            /**
             * Constructs a new ListWorkersReply.
             * @memberof lockstep.v1
             * @classdesc Represents a ListWorkersReply.
             * @implements IListWorkersReply
             * @constructor
             * @param {lockstep.v1.IListWorkersReply=} [properties] Properties to set
             */
            function ListWorkersReply(properties) {
                this.agents = [];
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * ListWorkersReply agents.
             * @member {Array.<lockstep.v1.IAgentSummary>} agents
             * @memberof lockstep.v1.ListWorkersReply
             * @instance
             */
            ListWorkersReply.prototype.agents = $util.emptyArray;

            /**
             * Creates a new ListWorkersReply instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.ListWorkersReply
             * @static
             * @param {lockstep.v1.IListWorkersReply=} [properties] Properties to set
             * @returns {lockstep.v1.ListWorkersReply} ListWorkersReply instance
             */
            ListWorkersReply.create = function create(properties) {
                return new ListWorkersReply(properties);
            };

            /**
             * Encodes the specified ListWorkersReply message. Does not implicitly {@link lockstep.v1.ListWorkersReply.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.ListWorkersReply
             * @static
             * @param {lockstep.v1.IListWorkersReply} message ListWorkersReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListWorkersReply.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.agents != null && message.agents.length)
                    for (let i = 0; i < message.agents.length; ++i)
                        $root.lockstep.v1.AgentSummary.encode(message.agents[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), q + 1).ldelim();
                return writer;
            };

            /**
             * Decodes a ListWorkersReply message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.ListWorkersReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.ListWorkersReply} ListWorkersReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListWorkersReply.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.ListWorkersReply();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            if (!(message.agents && message.agents.length))
                                message.agents = [];
                            message.agents.push($root.lockstep.v1.AgentSummary.decode(reader, reader.uint32(), undefined, long + 1));
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return ListWorkersReply;
        })();

        v1.AgentSummary = (function() {

            /**
             * Properties of an AgentSummary.
             * @memberof lockstep.v1
             * @interface IAgentSummary
             * @property {string|null} [agentId] AgentSummary agentId
             * @property {string|null} [host] AgentSummary host
             * @property {string|null} [version] AgentSummary version
             * @property {number|null} [numSlots] AgentSummary numSlots
             * @property {boolean|null} [leaving] AgentSummary leaving
             * @property {Array.<lockstep.v1.IWorkerSummary>|null} [workers] AgentSummary workers
             */

            /**
             * Constructs a new AgentSummary.
             * @memberof lockstep.v1
             * @classdesc Represents an AgentSummary.
             * @implements IAgentSummary
             * @constructor
             * @param {lockstep.v1.IAgentSummary=} [properties] Properties to set
             */
            function AgentSummary(properties) {
                this.workers = [];
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * AgentSummary agentId.
             * @member {string} agentId
             * @memberof lockstep.v1.AgentSummary
             * @instance
             */
            AgentSummary.prototype.agentId = "";

            /**
             * AgentSummary host.
             * @member {string} host
             * @memberof lockstep.v1.AgentSummary
             * @instance
             */
            AgentSummary.prototype.host = "";

            /**
             * AgentSummary version.
             * @member {string} version
             * @memberof lockstep.v1.AgentSummary
             * @instance
             */
            AgentSummary.prototype.version = "";

            /**
             * AgentSummary numSlots.
             * @member {number} numSlots
             * @memberof lockstep.v1.AgentSummary
             * @instance
             */
            AgentSummary.prototype.numSlots = 0;

            /**
             * AgentSummary leaving.
             * @member {boolean} leaving
             * @memberof lockstep.v1.AgentSummary
             * @instance
             */
            AgentSummary.prototype.leaving = false;

            /**
             * AgentSummary workers.
             * @member {Array.<lockstep.v1.IWorkerSummary>} workers
             * @memberof lockstep.v1.AgentSummary
             * @instance
             */
            AgentSummary.prototype.workers = $util.emptyArray;

            /**
             * Creates a new AgentSummary instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.AgentSummary
             * @static
             * @param {lockstep.v1.IAgentSummary=} [properties] Properties to set
             * @returns {lockstep.v1.AgentSummary} AgentSummary instance
             */
            AgentSummary.create = function create(properties) {
                return new AgentSummary(properties);
            };

            /**
             * Encodes the specified AgentSummary message. Does not implicitly {@link lockstep.v1.AgentSummary.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.AgentSummary
             * @static
             * @param {lockstep.v1.IAgentSummary} message AgentSummary message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AgentSummary.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.agentId != null && Object.hasOwnProperty.call(message, "agentId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.agentId);
                if (message.host != null && Object.hasOwnProperty.call(message, "host"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.host);
                if (message.version != null && Object.hasOwnProperty.call(message, "version"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.version);
                if (message.numSlots != null && Object.hasOwnProperty.call(message, "numSlots"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.numSlots);
                if (message.leaving != null && Object.hasOwnProperty.call(message, "leaving"))
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.leaving);
                if (message.workers != null && message.workers.length)
                    for (let i = 0; i < message.workers.length; ++i)
                        $root.lockstep.v1.WorkerSummary.encode(message.workers[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), q + 1).ldelim();
                return writer;
            };

            /**
             * Decodes an AgentSummary message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.AgentSummary
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.AgentSummary} AgentSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AgentSummary.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.AgentSummary();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.agentId = reader.string();
                            break;
                        }
                    case 2: {
                            message.host = reader.string();
                            break;
                        }
                    case 3: {
                            message.version = reader.string();
                            break;
                        }
                    case 4: {
                            message.numSlots = reader.uint32();
                            break;
                        }
                    case 5: {
                            message.leaving = reader.bool();
                            break;
                        }
                    case 6: {
                            if (!(message.workers && message.workers.length))
                                message.workers = [];
                            message.workers.push($root.lockstep.v1.WorkerSummary.decode(reader, reader.uint32(), undefined, long + 1));
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return AgentSummary;
        })();

        v1.WorkerSummary = (function() {

            /**
             * Properties of a WorkerSummary.
             * @memberof lockstep.v1
             * @interface IWorkerSummary
             * @property {string|null} [workerId] WorkerSummary workerId
             * @property {string|null} [jobId] WorkerSummary jobId
             * @property {boolean|null} [draining] WorkerSummary draining
             */

            /**
             * Constructs a new WorkerSummary.
             * @memberof lockstep.v1
             * @classdesc Represents a WorkerSummary.
             * @implements IWorkerSummary
             * @constructor
             * @param {lockstep.v1.IWorkerSummary=} [properties] Properties to set
             */
            function WorkerSummary(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * WorkerSummary workerId.
             * @member {string} workerId
             * @memberof lockstep.v1.WorkerSummary
             * @instance
             */
            WorkerSummary.prototype.workerId = "";

            /**
             * WorkerSummary jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.WorkerSummary
             * @instance
             */
            WorkerSummary.prototype.jobId = "";

            /**
             * WorkerSummary draining.
             * @member {boolean} draining
             * @memberof lockstep.v1.WorkerSummary
             * @instance
             */
            WorkerSummary.prototype.draining = false;

            /**
             * Creates a new WorkerSummary instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.WorkerSummary
             * @static
             * @param {lockstep.v1.IWorkerSummary=} [properties] Properties to set
             * @returns {lockstep.v1.WorkerSummary} WorkerSummary instance
             */
            WorkerSummary.create = function create(properties) {
                return new WorkerSummary(properties);
            };

            /**
             * Encodes the specified WorkerSummary message. Does not implicitly {@link lockstep.v1.WorkerSummary.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.WorkerSummary
             * @static
             * @param {lockstep.v1.IWorkerSummary} message WorkerSummary message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WorkerSummary.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.workerId != null && Object.hasOwnProperty.call(message, "workerId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.workerId);
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.jobId);
                if (message.draining != null && Object.hasOwnProperty.call(message, "draining"))
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.draining);
                return writer;
            };

            /**
             * Decodes a WorkerSummary message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.WorkerSummary
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.WorkerSummary} WorkerSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WorkerSummary.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.WorkerSummary();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.workerId = reader.string();
                            break;
                        }
                    case 2: {
                            message.jobId = reader.string();
                            break;
                        }
                    case 3: {
                            message.draining = reader.bool();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return WorkerSummary;
        })();

        v1.DrainWorkerRequest = (function() {

            /**
             * Properties of a DrainWorkerRequest.
             * @memberof lockstep.v1
             * @interface IDrainWorkerRequest
             * @property {string|null} [workerId] DrainWorkerRequest workerId
             */

            /**
             * Constructs a new DrainWorkerRequest.
             * @memberof lockstep.v1
             * @classdesc Represents a DrainWorkerRequest.
             * @implements IDrainWorkerRequest
             * @constructor
             * @param {lockstep.v1.IDrainWorkerRequest=} [properties] Properties to set
             */
            function DrainWorkerRequest(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * DrainWorkerRequest workerId.
             * @member {string} workerId
             * @memberof lockstep.v1.DrainWorkerRequest
             * @instance
             */
            DrainWorkerRequest.prototype.workerId = "";

            /**
             * Creates a new DrainWorkerRequest instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.DrainWorkerRequest
             * @static
             * @param {lockstep.v1.IDrainWorkerRequest=} [properties] Properties to set
             * @returns {lockstep.v1.DrainWorkerRequest} DrainWorkerRequest instance
             */
            DrainWorkerRequest.create = function create(properties) {
                return new DrainWorkerRequest(properties);
            };

            /**
             * Encodes the specified DrainWorkerRequest message. Does not implicitly {@link lockstep.v1.DrainWorkerRequest.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.DrainWorkerRequest
             * @static
             * @param {lockstep.v1.IDrainWorkerRequest} message DrainWorkerRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DrainWorkerRequest.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.workerId != null && Object.hasOwnProperty.call(message, "workerId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.workerId);
                return writer;
            };

            /**
             * Decodes a DrainWorkerRequest message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.DrainWorkerRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.DrainWorkerRequest} DrainWorkerRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DrainWorkerRequest.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.DrainWorkerRequest();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.workerId = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return DrainWorkerRequest;
        })();

        v1.DrainWorkerReply = (function() {

            /**
             * Properties of a DrainWorkerReply.
             * @memberof lockstep.v1
             * @interface IDrainWorkerReply
             * @property {Array.<string>|null} [workerIds] DrainWorkerReply workerIds
             */

            /**
             * Constructs a new DrainWorkerReply.
             * @memberof lockstep.v1
             * @classdesc Represents a DrainWorkerReply.
             * @implements IDrainWorkerReply
             * @constructor
             * @param {lockstep.v1.IDrainWorkerReply=} [properties] Properties to set
             */
            function DrainWorkerReply(properties) {
                this.workerIds = [];
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * DrainWorkerReply workerIds.
             * @member {Array.<string>} workerIds
             * @memberof lockstep.v1.DrainWorkerReply
             * @instance
             */
            DrainWorkerReply.prototype.workerIds = $util.emptyArray;

            /**
             * Creates a new DrainWorkerReply instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.DrainWorkerReply
             * @static
             * @param {lockstep.v1.IDrainWorkerReply=} [properties] Properties to set
             * @returns {lockstep.v1.DrainWorkerReply} DrainWorkerReply instance
             */
            DrainWorkerReply.create = function create(properties) {
                return new DrainWorkerReply(properties);
            };

            /**
             * Encodes the specified DrainWorkerReply message. Does not implicitly {@link lockstep.v1.DrainWorkerReply.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.DrainWorkerReply
             * @static
             * @param {lockstep.v1.IDrainWorkerReply} message DrainWorkerReply message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DrainWorkerReply.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.workerIds != null && message.workerIds.length)
                    for (let i = 0; i < message.workerIds.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.workerIds[i]);
                return writer;
            };

            /**
             * Decodes a DrainWorkerReply message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.DrainWorkerReply
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.DrainWorkerReply} DrainWorkerReply
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DrainWorkerReply.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.DrainWorkerReply();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            if (!(message.workerIds && message.workerIds.length))
                                message.workerIds = [];
                            message.workerIds.push(reader.string());
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return DrainWorkerReply;
        })();

        v1.FetchRequest = (function() {

            /**
             * Properties of a FetchRequest.
             * @memberof lockstep.v1
             * @interface IFetchRequest
             * @property {string|null} [jobId] FetchRequest jobId
             */

            /**
             * Constructs a new FetchRequest.
             * @memberof lockstep.v1
             * @classdesc Represents a FetchRequest.
             * @implements IFetchRequest
             * @constructor
             * @param {lockstep.v1.IFetchRequest=} [properties] Properties to set
             */
            function FetchRequest(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * FetchRequest jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.FetchRequest
             * @instance
             */
            FetchRequest.prototype.jobId = "";

            /**
             * Creates a new FetchRequest instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.FetchRequest
             * @static
             * @param {lockstep.v1.IFetchRequest=} [properties] Properties to set
             * @returns {lockstep.v1.FetchRequest} FetchRequest instance
             */
            FetchRequest.create = function create(properties) {
                return new FetchRequest(properties);
            };

            /**
             * Encodes the specified FetchRequest message. Does not implicitly {@link lockstep.v1.FetchRequest.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.FetchRequest
             * @static
             * @param {lockstep.v1.IFetchRequest} message FetchRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            FetchRequest.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.jobId);
                return writer;
            };

            /**
             * Decodes a FetchRequest message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.FetchRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.FetchRequest} FetchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            FetchRequest.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.FetchRequest();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.jobId = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return FetchRequest;
        })();

        v1.AgentMessage = (function() {

            /**
             * Properties of an AgentMessage.
             * @memberof lockstep.v1
             * @interface IAgentMessage
             * @property {lockstep.v1.IAgentHello|null} [hello] AgentMessage hello
             * @property {lockstep.v1.IWorkerEnded|null} [ended] AgentMessage ended
             * @property {lockstep.v1.IAgentLeaves|null} [leaves] AgentMessage leaves
             */

            /**
             * Constructs a new AgentMessage.
             * @memberof lockstep.v1
             * @classdesc Represents an AgentMessage.
             * @implements IAgentMessage
             * @constructor
             * @param {lockstep.v1.IAgentMessage=} [properties] Properties to set
             */
            function AgentMessage(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * AgentMessage hello.
             * @member {lockstep.v1.IAgentHello|null|undefined} hello
             * @memberof lockstep.v1.AgentMessage
             * @instance
             */
            AgentMessage.prototype.hello = null;

            /**
             * AgentMessage ended.
             * @member {lockstep.v1.IWorkerEnded|null|undefined} ended
             * @memberof lockstep.v1.AgentMessage
             * @instance
             */
            AgentMessage.prototype.ended = null;

            /**
             * AgentMessage leaves.
             * @member {lockstep.v1.IAgentLeaves|null|undefined} leaves
             * @memberof lockstep.v1.AgentMessage
             * @instance
             */
            AgentMessage.prototype.leaves = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * AgentMessage body.
             * @member {"hello"|"ended"|"leaves"|undefined} body
             * @memberof lockstep.v1.AgentMessage
             * @instance
             */
            Object.defineProperty(AgentMessage.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "ended", "leaves"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new AgentMessage instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.AgentMessage
             * @static
             * @param {lockstep.v1.IAgentMessage=} [properties] Properties to set
             * @returns {lockstep.v1.AgentMessage} AgentMessage instance
             */
            AgentMessage.create = function create(properties) {
                return new AgentMessage(properties);
            };

            /**
             * Encodes the specified AgentMessage message. Does not implicitly {@link lockstep.v1.AgentMessage.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.AgentMessage
             * @static
             * @param {lockstep.v1.IAgentMessage} message AgentMessage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AgentMessage.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.hello != null && Object.hasOwnProperty.call(message, "hello"))
                    $root.lockstep.v1.AgentHello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), q + 1).ldelim();
                if (message.ended != null && Object.hasOwnProperty.call(message, "ended"))
                    $root.lockstep.v1.WorkerEnded.encode(message.ended, writer.uint32(/* id 2, wireType 2 =*/18).fork(), q + 1).ldelim();
                if (message.leaves != null && Object.hasOwnProperty.call(message, "leaves"))
                    $root.lockstep.v1.AgentLeaves.encode(message.leaves, writer.uint32(/* id 3, wireType 2 =*/26).fork(), q + 1).ldelim();
                return writer;
            };

            /**
             * Decodes an AgentMessage message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.AgentMessage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.AgentMessage} AgentMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AgentMessage.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.AgentMessage();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.hello = $root.lockstep.v1.AgentHello.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 2: {
                            message.ended = $root.lockstep.v1.WorkerEnded.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 3: {
                            message.leaves = $root.lockstep.v1.AgentLeaves.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return AgentMessage;
        })();

        v1.PoolMessage = (function() {

            /**
             * Properties of a PoolMessage.
             * @memberof lockstep.v1
             * @interface IPoolMessage
             * @property {lockstep.v1.IPoolWelcome|null} [welcome] PoolMessage welcome
             * @property {lockstep.v1.IStartWorker|null} [start] PoolMessage start
             * @property {lockstep.v1.IDrainCommand|null} [drain] PoolMessage drain
             * @property {lockstep.v1.IPoolRefusal|null} [refused] PoolMessage refused
             */

            /**
             * Constructs a new PoolMessage.
             * @memberof lockstep.v1
             * @classdesc Represents a PoolMessage.
             * @implements IPoolMessage
             * @constructor
             * @param {lockstep.v1.IPoolMessage=} [properties] Properties to set
             */
            function PoolMessage(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * PoolMessage welcome.
             * @member {lockstep.v1.IPoolWelcome|null|undefined} welcome
             * @memberof lockstep.v1.PoolMessage
             * @instance
             */
            PoolMessage.prototype.welcome = null;

            /**
             * PoolMessage start.
             * @member {lockstep.v1.IStartWorker|null|undefined} start
             * @memberof lockstep.v1.PoolMessage
             * @instance
             */
            PoolMessage.prototype.start = null;

            /**
             * PoolMessage drain.
             * @member {lockstep.v1.IDrainCommand|null|undefined} drain
             * @memberof lockstep.v1.PoolMessage
             * @instance
             */
            PoolMessage.prototype.drain = null;

            /**
             * PoolMessage refused.
             * @member {lockstep.v1.IPoolRefusal|null|undefined} refused
             * @memberof lockstep.v1.PoolMessage
             * @instance
             */
            PoolMessage.prototype.refused = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * PoolMessage body.
             * @member {"welcome"|"start"|"drain"|"refused"|undefined} body
             * @memberof lockstep.v1.PoolMessage
             * @instance
             */
            Object.defineProperty(PoolMessage.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["welcome", "start", "drain", "refused"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new PoolMessage instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.PoolMessage
             * @static
             * @param {lockstep.v1.IPoolMessage=} [properties] Properties to set
             * @returns {lockstep.v1.PoolMessage} PoolMessage instance
             */
            PoolMessage.create = function create(properties) {
                return new PoolMessage(properties);
            };

            /**
             * Encodes the specified PoolMessage message. Does not implicitly {@link lockstep.v1.PoolMessage.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.PoolMessage
             * @static
             * @param {lockstep.v1.IPoolMessage} message PoolMessage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PoolMessage.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.welcome != null && Object.hasOwnProperty.call(message, "welcome"))
                    $root.lockstep.v1.PoolWelcome.encode(message.welcome, writer.uint32(/* id 1, wireType 2 =*/10).fork(), q + 1).ldelim();
                if (message.start != null && Object.hasOwnProperty.call(message, "start"))
                    $root.lockstep.v1.StartWorker.encode(message.start, writer.uint32(/* id 2, wireType 2 =*/18).fork(), q + 1).ldelim();
                if (message.drain != null && Object.hasOwnProperty.call(message, "drain"))
                    $root.lockstep.v1.DrainCommand.encode(message.drain, writer.uint32(/* id 3, wireType 2 =*/26).fork(), q + 1).ldelim();
                if (message.refused != null && Object.hasOwnProperty.call(message, "refused"))
                    $root.lockstep.v1.PoolRefusal.encode(message.refused, writer.uint32(/* id 4, wireType 2 =*/34).fork(), q + 1).ldelim();
                return writer;
            };

            /**
             * Decodes a PoolMessage message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.PoolMessage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.PoolMessage} PoolMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PoolMessage.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.PoolMessage();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.welcome = $root.lockstep.v1.PoolWelcome.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 2: {
                            message.start = $root.lockstep.v1.StartWorker.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 3: {
                            message.drain = $root.lockstep.v1.DrainCommand.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 4: {
                            message.refused = $root.lockstep.v1.PoolRefusal.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return PoolMessage;
        })();

        v1.AgentHello = (function() {

            /**
             * Properties of an AgentHello.
             * @memberof lockstep.v1
             * @interface IAgentHello
             * @property {string|null} [agentId] AgentHello agentId
             * @property {string|null} [host] AgentHello host
             * @property {number|null} [numSlots] AgentHello numSlots
             * @property {string|null} [version] AgentHello version
             * @property {Array.<lockstep.v1.IRunningWorker>|null} [running] AgentHello running
             */

            /**
             * Constructs a new AgentHello.
             * @memberof lockstep.v1
             * @classdesc Represents an AgentHello.
             * @implements IAgentHello
             * @constructor
             * @param {lockstep.v1.IAgentHello=} [properties] Properties to set
             */
            function AgentHello(properties) {
                this.running = [];
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * AgentHello agentId.
             * @member {string} agentId
             * @memberof lockstep.v1.AgentHello
             * @instance
             */
            AgentHello.prototype.agentId = "";

            /**
             * AgentHello host.
             * @member {string} host
             * @memberof lockstep.v1.AgentHello
             * @instance
             */
            AgentHello.prototype.host = "";

            /**
             * AgentHello numSlots.
             * @member {number} numSlots
             * @memberof lockstep.v1.AgentHello
             * @instance
             */
            AgentHello.prototype.numSlots = 0;

            /**
             * AgentHello version.
             * @member {string} version
             * @memberof lockstep.v1.AgentHello
             * @instance
             */
            AgentHello.prototype.version = "";

            /**
             * AgentHello running.
             * @member {Array.<lockstep.v1.IRunningWorker>} running
             * @memberof lockstep.v1.AgentHello
             * @instance
             */
            AgentHello.prototype.running = $util.emptyArray;

            /**
             * Creates a new AgentHello instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.AgentHello
             * @static
             * @param {lockstep.v1.IAgentHello=} [properties] Properties to set
             * @returns {lockstep.v1.AgentHello} AgentHello instance
             */
            AgentHello.create = function create(properties) {
                return new AgentHello(properties);
            };

            /**
             * Encodes the specified AgentHello message. Does not implicitly {@link lockstep.v1.AgentHello.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.AgentHello
             * @static
             * @param {lockstep.v1.IAgentHello} message AgentHello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AgentHello.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.agentId != null && Object.hasOwnProperty.call(message, "agentId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.agentId);
                if (message.host != null && Object.hasOwnProperty.call(message, "host"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.host);
                if (message.numSlots != null && Object.hasOwnProperty.call(message, "numSlots"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.numSlots);
                if (message.version != null && Object.hasOwnProperty.call(message, "version"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.version);
                if (message.running != null && message.running.length)
                    for (let i = 0; i < message.running.length; ++i)
                        $root.lockstep.v1.RunningWorker.encode(message.running[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), q + 1).ldelim();
                return writer;
            };

            /**
             * Decodes an AgentHello message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.AgentHello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.AgentHello} AgentHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AgentHello.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.AgentHello();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.agentId = reader.string();
                            break;
                        }
                    case 2: {
                            message.host = reader.string();
                            break;
                        }
                    case 3: {
                            message.numSlots = reader.uint32();
                            break;
                        }
                    case 4: {
                            message.version = reader.string();
                            break;
                        }
                    case 5: {
                            if (!(message.running && message.running.length))
                                message.running = [];
                            message.running.push($root.lockstep.v1.RunningWorker.decode(reader, reader.uint32(), undefined, long + 1));
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return AgentHello;
        })();

        v1.RunningWorker = (function() {

            /**
             * Properties of a RunningWorker.
             * @memberof lockstep.v1
             * @interface IRunningWorker
             * @property {string|null} [workerId] RunningWorker workerId
             * @property {string|null} [jobId] RunningWorker jobId
             * @property {boolean|null} [draining] RunningWorker draining
             */

            /**
             * Constructs a new RunningWorker.
             * @memberof lockstep.v1
             * @classdesc Represents a RunningWorker.
             * @implements IRunningWorker
             * @constructor
             * @param {lockstep.v1.IRunningWorker=} [properties] Properties to set
             */
            function RunningWorker(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * RunningWorker workerId.
             * @member {string} workerId
             * @memberof lockstep.v1.RunningWorker
             * @instance
             */
            RunningWorker.prototype.workerId = "";

            /**
             * RunningWorker jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.RunningWorker
             * @instance
             */
            RunningWorker.prototype.jobId = "";

            /**
             * RunningWorker draining.
             * @member {boolean} draining
             * @memberof lockstep.v1.RunningWorker
             * @instance
             */
            RunningWorker.prototype.draining = false;

            /**
             * Creates a new RunningWorker instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.RunningWorker
             * @static
             * @param {lockstep.v1.IRunningWorker=} [properties] Properties to set
             * @returns {lockstep.v1.RunningWorker} RunningWorker instance
             */
            RunningWorker.create = function create(properties) {
                return new RunningWorker(properties);
            };

            /**
             * Encodes the specified RunningWorker message. Does not implicitly {@link lockstep.v1.RunningWorker.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.RunningWorker
             * @static
             * @param {lockstep.v1.IRunningWorker} message RunningWorker message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RunningWorker.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.workerId != null && Object.hasOwnProperty.call(message, "workerId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.workerId);
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.jobId);
                if (message.draining != null && Object.hasOwnProperty.call(message, "draining"))
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.draining);
                return writer;
            };

            /**
             * Decodes a RunningWorker message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.RunningWorker
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.RunningWorker} RunningWorker
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RunningWorker.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.RunningWorker();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.workerId = reader.string();
                            break;
                        }
                    case 2: {
                            message.jobId = reader.string();
                            break;
                        }
                    case 3: {
                            message.draining = reader.bool();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return RunningWorker;
        })();

        v1.PoolWelcome = (function() {

            /**
             * Properties of a PoolWelcome.
             * @memberof lockstep.v1
             * @interface IPoolWelcome
             */

            /**
             * Constructs a new PoolWelcome.
             * @memberof lockstep.v1
             * @classdesc Represents a PoolWelcome.
             * @implements IPoolWelcome
             * @constructor
             * @param {lockstep.v1.IPoolWelcome=} [properties] Properties to set
             */
            function PoolWelcome(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Creates a new PoolWelcome instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.PoolWelcome
             * @static
             * @param {lockstep.v1.IPoolWelcome=} [properties] Properties to set
             * @returns {lockstep.v1.PoolWelcome} PoolWelcome instance
             */
            PoolWelcome.create = function create(properties) {
                return new PoolWelcome(properties);
            };

            /**
             * Encodes the specified PoolWelcome message. Does not implicitly {@link lockstep.v1.PoolWelcome.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.PoolWelcome
             * @static
             * @param {lockstep.v1.IPoolWelcome} message PoolWelcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PoolWelcome.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                return writer;
            };

            /**
             * Decodes a PoolWelcome message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.PoolWelcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.PoolWelcome} PoolWelcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PoolWelcome.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.PoolWelcome();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return PoolWelcome;
        })();

        v1.PoolRefusal = (function() {

            /**
             * Properties of a PoolRefusal.
             * @memberof lockstep.v1
             * @interface IPoolRefusal
             * @property {string|null} [code] PoolRefusal code
             * @property {string|null} [message] PoolRefusal message
             */

            /**
             * Constructs a new PoolRefusal.
             * @memberof lockstep.v1
             * @classdesc Represents a PoolRefusal.
             * @implements IPoolRefusal
             * @constructor
             * @param {lockstep.v1.IPoolRefusal=} [properties] Properties to set
             */
            function PoolRefusal(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * PoolRefusal code.
             * @member {string} code
             * @memberof lockstep.v1.PoolRefusal
             * @instance
             */
            PoolRefusal.prototype.code = "";

            /**
             * PoolRefusal message.
             * @member {string} message
             * @memberof lockstep.v1.PoolRefusal
             * @instance
             */
            PoolRefusal.prototype.message = "";

            /**
             * Creates a new PoolRefusal instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.PoolRefusal
             * @static
             * @param {lockstep.v1.IPoolRefusal=} [properties] Properties to set
             * @returns {lockstep.v1.PoolRefusal} PoolRefusal instance
             */
            PoolRefusal.create = function create(properties) {
                return new PoolRefusal(properties);
            };

            /**
             * Encodes the specified PoolRefusal message. Does not implicitly {@link lockstep.v1.PoolRefusal.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.PoolRefusal
             * @static
             * @param {lockstep.v1.IPoolRefusal} message PoolRefusal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PoolRefusal.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.code != null && Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.message != null && Object.hasOwnProperty.call(message, "message"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                return writer;
            };

            /**
             * Decodes a PoolRefusal message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.PoolRefusal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.PoolRefusal} PoolRefusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PoolRefusal.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.PoolRefusal();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.code = reader.string();
                            break;
                        }
                    case 2: {
                            message.message = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return PoolRefusal;
        })();

        v1.StartWorker = (function() {

            /**
             * Properties of a StartWorker.
             * @memberof lockstep.v1
             * @interface IStartWorker
             * @property {string|null} [workerId] StartWorker workerId
             * @property {string|null} [jobId] StartWorker jobId
             * @property {string|null} [logDirectory] StartWorker logDirectory
             */

            /**
             * Constructs a new StartWorker.
             * @memberof lockstep.v1
             * @classdesc Represents a StartWorker.
             * @implements IStartWorker
             * @constructor
             * @param {lockstep.v1.IStartWorker=} [properties] Properties to set
             */
            function StartWorker(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * StartWorker workerId.
             * @member {string} workerId
             * @memberof lockstep.v1.StartWorker
             * @instance
             */
            StartWorker.prototype.workerId = "";

            /**
             * StartWorker jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.StartWorker
             * @instance
             */
            StartWorker.prototype.jobId = "";

            /**
             * StartWorker logDirectory.
             * @member {string} logDirectory
             * @memberof lockstep.v1.StartWorker
             * @instance
             */
            StartWorker.prototype.logDirectory = "";

            /**
             * Creates a new StartWorker instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.StartWorker
             * @static
             * @param {lockstep.v1.IStartWorker=} [properties] Properties to set
             * @returns {lockstep.v1.StartWorker} StartWorker instance
             */
            StartWorker.create = function create(properties) {
                return new StartWorker(properties);
            };

            /**
             * Encodes the specified StartWorker message. Does not implicitly {@link lockstep.v1.StartWorker.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.StartWorker
             * @static
             * @param {lockstep.v1.IStartWorker} message StartWorker message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StartWorker.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.workerId != null && Object.hasOwnProperty.call(message, "workerId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.workerId);
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.jobId);
                if (message.logDirectory != null && Object.hasOwnProperty.call(message, "logDirectory"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.logDirectory);
                return writer;
            };

            /**
             * Decodes a StartWorker message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.StartWorker
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.StartWorker} StartWorker
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StartWorker.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.StartWorker();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.workerId = reader.string();
                            break;
                        }
                    case 2: {
                            message.jobId = reader.string();
                            break;
                        }
                    case 3: {
                            message.logDirectory = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return StartWorker;
        })();

        v1.DrainCommand = (function() {

            /**
             * Properties of a DrainCommand.
             * @memberof lockstep.v1
             * @interface IDrainCommand
             * @property {string|null} [workerId] DrainCommand workerId
             */

            /**
             * Constructs a new DrainCommand.
             * @memberof lockstep.v1
             * @classdesc Represents a DrainCommand.
             * @implements IDrainCommand
             * @constructor
             * @param {lockstep.v1.IDrainCommand=} [properties] Properties to set
             */
            function DrainCommand(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * DrainCommand workerId.
             * @member {string} workerId
             * @memberof lockstep.v1.DrainCommand
             * @instance
             */
            DrainCommand.prototype.workerId = "";

            /**
             * Creates a new DrainCommand instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.DrainCommand
             * @static
             * @param {lockstep.v1.IDrainCommand=} [properties] Properties to set
             * @returns {lockstep.v1.DrainCommand} DrainCommand instance
             */
            DrainCommand.create = function create(properties) {
                return new DrainCommand(properties);
            };

            /**
             * Encodes the specified DrainCommand message. Does not implicitly {@link lockstep.v1.DrainCommand.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.DrainCommand
             * @static
             * @param {lockstep.v1.IDrainCommand} message DrainCommand message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DrainCommand.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.workerId != null && Object.hasOwnProperty.call(message, "workerId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.workerId);
                return writer;
            };

            /**
             * Decodes a DrainCommand message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.DrainCommand
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.DrainCommand} DrainCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DrainCommand.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.DrainCommand();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.workerId = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return DrainCommand;
        })();

        v1.WorkerEnded = (function() {

            /**
             * Properties of a WorkerEnded.
             * @memberof lockstep.v1
             * @interface IWorkerEnded
             * @property {string|null} [workerId] WorkerEnded workerId
             * @property {number|null} [exitCode] WorkerEnded exitCode
             * @property {string|null} [signal] WorkerEnded signal
             * @property {boolean|null} [hadLoaded] WorkerEnded hadLoaded
             */

            /**
             * Constructs a new WorkerEnded.
             * @memberof lockstep.v1
             * @classdesc Represents a WorkerEnded.
             * @implements IWorkerEnded
             * @constructor
             * @param {lockstep.v1.IWorkerEnded=} [properties] Properties to set
             */
            function WorkerEnded(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * WorkerEnded workerId.
             * @member {string} workerId
             * @memberof lockstep.v1.WorkerEnded
             * @instance
             */
            WorkerEnded.prototype.workerId = "";

            /**
             * WorkerEnded exitCode.
             * @member {number} exitCode
             * @memberof lockstep.v1.WorkerEnded
             * @instance
             */
            WorkerEnded.prototype.exitCode = 0;

            /**
             * WorkerEnded signal.
             * @member {string} signal
             * @memberof lockstep.v1.WorkerEnded
             * @instance
             */
            WorkerEnded.prototype.signal = "";

            /**
             * WorkerEnded hadLoaded.
             * @member {boolean} hadLoaded
             * @memberof lockstep.v1.WorkerEnded
             * @instance
             */
            WorkerEnded.prototype.hadLoaded = false;

            /**
             * Creates a new WorkerEnded instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.WorkerEnded
             * @static
             * @param {lockstep.v1.IWorkerEnded=} [properties] Properties to set
             * @returns {lockstep.v1.WorkerEnded} WorkerEnded instance
             */
            WorkerEnded.create = function create(properties) {
                return new WorkerEnded(properties);
            };

            /**
             * Encodes the specified WorkerEnded message. Does not implicitly {@link lockstep.v1.WorkerEnded.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.WorkerEnded
             * @static
             * @param {lockstep.v1.IWorkerEnded} message WorkerEnded message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WorkerEnded.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.workerId != null && Object.hasOwnProperty.call(message, "workerId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.workerId);
                if (message.exitCode != null && Object.hasOwnProperty.call(message, "exitCode"))
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.exitCode);
                if (message.signal != null && Object.hasOwnProperty.call(message, "signal"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.signal);
                if (message.hadLoaded != null && Object.hasOwnProperty.call(message, "hadLoaded"))
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.hadLoaded);
                return writer;
            };

            /**
             * Decodes a WorkerEnded message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.WorkerEnded
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.WorkerEnded} WorkerEnded
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WorkerEnded.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.WorkerEnded();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.workerId = reader.string();
                            break;
                        }
                    case 2: {
                            message.exitCode = reader.int32();
                            break;
                        }
                    case 3: {
                            message.signal = reader.string();
                            break;
                        }
                    case 4: {
                            message.hadLoaded = reader.bool();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return WorkerEnded;
        })();

        v1.AgentLeaves = (function() {

            /**
             * Properties of an AgentLeaves.
             * @memberof lockstep.v1
             * @interface IAgentLeaves
             * @property {string|null} [cause] AgentLeaves cause
             */

            /**
             * Constructs a new AgentLeaves.
             * @memberof lockstep.v1
             * @classdesc Represents an AgentLeaves.
             * @implements IAgentLeaves
             * @constructor
             * @param {lockstep.v1.IAgentLeaves=} [properties] Properties to set
             */
            function AgentLeaves(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * AgentLeaves cause.
             * @member {string} cause
             * @memberof lockstep.v1.AgentLeaves
             * @instance
             */
            AgentLeaves.prototype.cause = "";

            /**
             * Creates a new AgentLeaves instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.AgentLeaves
             * @static
             * @param {lockstep.v1.IAgentLeaves=} [properties] Properties to set
             * @returns {lockstep.v1.AgentLeaves} AgentLeaves instance
             */
            AgentLeaves.create = function create(properties) {
                return new AgentLeaves(properties);
            };

            /**
             * Encodes the specified AgentLeaves message. Does not implicitly {@link lockstep.v1.AgentLeaves.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.AgentLeaves
             * @static
             * @param {lockstep.v1.IAgentLeaves} message AgentLeaves message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AgentLeaves.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.cause != null && Object.hasOwnProperty.call(message, "cause"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.cause);
                return writer;
            };

            /**
             * Decodes an AgentLeaves message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.AgentLeaves
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.AgentLeaves} AgentLeaves
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AgentLeaves.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.AgentLeaves();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.cause = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return AgentLeaves;
        })();

        v1.WorkerMessage = (function() {

            /**
             * Properties of a WorkerMessage.
             * @memberof lockstep.v1
             * @interface IWorkerMessage
             * @property {lockstep.v1.IHello|null} [hello] WorkerMessage hello
             * @property {lockstep.v1.IReady|null} [ready] WorkerMessage ready
             * @property {lockstep.v1.IHeartbeat|null} [heartbeat] WorkerMessage heartbeat
             * @property {lockstep.v1.IVote|null} [vote] WorkerMessage vote
             * @property {lockstep.v1.ICheckpointPart|null} [checkpointPart] WorkerMessage checkpointPart
             * @property {lockstep.v1.IWorkerFailure|null} [failure] WorkerMessage failure
             * @property {lockstep.v1.IDrainRequest|null} [drain] WorkerMessage drain
             * @property {lockstep.v1.ICaught|null} [caughtUp] WorkerMessage caughtUp
             */

            /**
             * Constructs a new WorkerMessage.
             * @memberof lockstep.v1
             * @classdesc Represents a WorkerMessage.
             * @implements IWorkerMessage
             * @constructor
             * @param {lockstep.v1.IWorkerMessage=} [properties] Properties to set
             */
            function WorkerMessage(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * WorkerMessage hello.
             * @member {lockstep.v1.IHello|null|undefined} hello
             * @memberof lockstep.v1.WorkerMessage
             * @instance
             */
            WorkerMessage.prototype.hello = null;

            /**
             * WorkerMessage ready.
             * @member {lockstep.v1.IReady|null|undefined} ready
             * @memberof lockstep.v1.WorkerMessage
             * @instance
             */
            WorkerMessage.prototype.ready = null;

            /**
             * WorkerMessage heartbeat.
             * @member {lockstep.v1.IHeartbeat|null|undefined} heartbeat
             * @memberof lockstep.v1.WorkerMessage
             * @instance
             */
            WorkerMessage.prototype.heartbeat = null;

            /**
             * WorkerMessage vote.
             * @member {lockstep.v1.IVote|null|undefined} vote
             * @memberof lockstep.v1.WorkerMessage
             * @instance
             */
            WorkerMessage.prototype.vote = null;

            /**
             * WorkerMessage checkpointPart.
             * @member {lockstep.v1.ICheckpointPart|null|undefined} checkpointPart
             * @memberof lockstep.v1.WorkerMessage
             * @instance
             */
            WorkerMessage.prototype.checkpointPart = null;

            /**
             * WorkerMessage failure.
             * @member {lockstep.v1.IWorkerFailure|null|undefined} failure
             * @memberof lockstep.v1.WorkerMessage
             * @instance
             */
            WorkerMessage.prototype.failure = null;

            /**
             * WorkerMessage drain.
             * @member {lockstep.v1.IDrainRequest|null|undefined} drain
             * @memberof lockstep.v1.WorkerMessage
             * @instance
             */
            WorkerMessage.prototype.drain = null;

            /**
             * WorkerMessage caughtUp.
             * @member {lockstep.v1.ICaught|null|undefined} caughtUp
             * @memberof lockstep.v1.WorkerMessage
             * @instance
             */
            WorkerMessage.prototype.caughtUp = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * WorkerMessage body.
             * @member {"hello"|"ready"|"heartbeat"|"vote"|"checkpointPart"|"failure"|"drain"|"caughtUp"|undefined} body
             * @memberof lockstep.v1.WorkerMessage
             * @instance
             */
            Object.defineProperty(WorkerMessage.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "ready", "heartbeat", "vote", "checkpointPart", "failure", "drain", "caughtUp"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new WorkerMessage instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.WorkerMessage
             * @static
             * @param {lockstep.v1.IWorkerMessage=} [properties] Properties to set
             * @returns {lockstep.v1.WorkerMessage} WorkerMessage instance
             */
            WorkerMessage.create = function create(properties) {
                return new WorkerMessage(properties);
            };

            /**
             * Encodes the specified WorkerMessage message. Does not implicitly {@link lockstep.v1.WorkerMessage.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.WorkerMessage
             * @static
             * @param {lockstep.v1.IWorkerMessage} message WorkerMessage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WorkerMessage.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.hello != null && Object.hasOwnProperty.call(message, "hello"))
                    $root.lockstep.v1.Hello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), q + 1).ldelim();
                if (message.ready != null && Object.hasOwnProperty.call(message, "ready"))
                    $root.lockstep.v1.Ready.encode(message.ready, writer.uint32(/* id 2, wireType 2 =*/18).fork(), q + 1).ldelim();
                if (message.heartbeat != null && Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.lockstep.v1.Heartbeat.encode(message.heartbeat, writer.uint32(/* id 3, wireType 2 =*/26).fork(), q + 1).ldelim();
                if (message.vote != null && Object.hasOwnProperty.call(message, "vote"))
                    $root.lockstep.v1.Vote.encode(message.vote, writer.uint32(/* id 4, wireType 2 =*/34).fork(), q + 1).ldelim();
                if (message.checkpointPart != null && Object.hasOwnProperty.call(message, "checkpointPart"))
                    $root.lockstep.v1.CheckpointPart.encode(message.checkpointPart, writer.uint32(/* id 5, wireType 2 =*/42).fork(), q + 1).ldelim();
                if (message.failure != null && Object.hasOwnProperty.call(message, "failure"))
                    $root.lockstep.v1.WorkerFailure.encode(message.failure, writer.uint32(/* id 6, wireType 2 =*/50).fork(), q + 1).ldelim();
                if (message.drain != null && Object.hasOwnProperty.call(message, "drain"))
                    $root.lockstep.v1.DrainRequest.encode(message.drain, writer.uint32(/* id 7, wireType 2 =*/58).fork(), q + 1).ldelim();
                if (message.caughtUp != null && Object.hasOwnProperty.call(message, "caughtUp"))
                    $root.lockstep.v1.Caught.encode(message.caughtUp, writer.uint32(/* id 8, wireType 2 =*/66).fork(), q + 1).ldelim();
                return writer;
            };

            /**
             * Decodes a WorkerMessage message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.WorkerMessage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.WorkerMessage} WorkerMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WorkerMessage.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.WorkerMessage();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.hello = $root.lockstep.v1.Hello.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 2: {
                            message.ready = $root.lockstep.v1.Ready.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 3: {
                            message.heartbeat = $root.lockstep.v1.Heartbeat.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 4: {
                            message.vote = $root.lockstep.v1.Vote.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 5: {
                            message.checkpointPart = $root.lockstep.v1.CheckpointPart.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 6: {
                            message.failure = $root.lockstep.v1.WorkerFailure.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 7: {
                            message.drain = $root.lockstep.v1.DrainRequest.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 8: {
                            message.caughtUp = $root.lockstep.v1.Caught.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return WorkerMessage;
        })();

        v1.CoordinatorMessage = (function() {

            /**
             * Properties of a CoordinatorMessage.
             * @memberof lockstep.v1
             * @interface ICoordinatorMessage
             * @property {lockstep.v1.IWelcome|null} [welcome] CoordinatorMessage welcome
             * @property {lockstep.v1.IGeneration|null} [generation] CoordinatorMessage generation
             * @property {lockstep.v1.IDecision|null} [decision] CoordinatorMessage decision
             * @property {lockstep.v1.IStop|null} [stop] CoordinatorMessage stop
             * @property {lockstep.v1.IFeed|null} [feed] CoordinatorMessage feed
             */

            /**
             * Constructs a new CoordinatorMessage.
             * @memberof lockstep.v1
             * @classdesc Represents a CoordinatorMessage.
             * @implements ICoordinatorMessage
             * @constructor
             * @param {lockstep.v1.ICoordinatorMessage=} [properties] Properties to set
             */
            function CoordinatorMessage(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * CoordinatorMessage welcome.
             * @member {lockstep.v1.IWelcome|null|undefined} welcome
             * @memberof lockstep.v1.CoordinatorMessage
             * @instance
             */
            CoordinatorMessage.prototype.welcome = null;

            /**
             * CoordinatorMessage generation.
             * @member {lockstep.v1.IGeneration|null|undefined} generation
             * @memberof lockstep.v1.CoordinatorMessage
             * @instance
             */
            CoordinatorMessage.prototype.generation = null;

            /**
             * CoordinatorMessage decision.
             * @member {lockstep.v1.IDecision|null|undefined} decision
             * @memberof lockstep.v1.CoordinatorMessage
             * @instance
             */
            CoordinatorMessage.prototype.decision = null;

            /**
             * CoordinatorMessage stop.
             * @member {lockstep.v1.IStop|null|undefined} stop
             * @memberof lockstep.v1.CoordinatorMessage
             * @instance
             */
            CoordinatorMessage.prototype.stop = null;

            /**
             * CoordinatorMessage feed.
             * @member {lockstep.v1.IFeed|null|undefined} feed
             * @memberof lockstep.v1.CoordinatorMessage
             * @instance
             */
            CoordinatorMessage.prototype.feed = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * CoordinatorMessage body.
             * @member {"welcome"|"generation"|"decision"|"stop"|"feed"|undefined} body
             * @memberof lockstep.v1.CoordinatorMessage
             * @instance
             */
            Object.defineProperty(CoordinatorMessage.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["welcome", "generation", "decision", "stop", "feed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new CoordinatorMessage instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.CoordinatorMessage
             * @static
             * @param {lockstep.v1.ICoordinatorMessage=} [properties] Properties to set
             * @returns {lockstep.v1.CoordinatorMessage} CoordinatorMessage instance
             */
            CoordinatorMessage.create = function create(properties) {
                return new CoordinatorMessage(properties);
            };

            /**
             * Encodes the specified CoordinatorMessage message. Does not implicitly {@link lockstep.v1.CoordinatorMessage.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.CoordinatorMessage
             * @static
             * @param {lockstep.v1.ICoordinatorMessage} message CoordinatorMessage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CoordinatorMessage.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.welcome != null && Object.hasOwnProperty.call(message, "welcome"))
                    $root.lockstep.v1.Welcome.encode(message.welcome, writer.uint32(/* id 1, wireType 2 =*/10).fork(), q + 1).ldelim();
                if (message.generation != null && Object.hasOwnProperty.call(message, "generation"))
                    $root.lockstep.v1.Generation.encode(message.generation, writer.uint32(/* id 2, wireType 2 =*/18).fork(), q + 1).ldelim();
                if (message.decision != null && Object.hasOwnProperty.call(message, "decision"))
                    $root.lockstep.v1.Decision.encode(message.decision, writer.uint32(/* id 3, wireType 2 =*/26).fork(), q + 1).ldelim();
                if (message.stop != null && Object.hasOwnProperty.call(message, "stop"))
                    $root.lockstep.v1.Stop.encode(message.stop, writer.uint32(/* id 4, wireType 2 =*/34).fork(), q + 1).ldelim();
                if (message.feed != null && Object.hasOwnProperty.call(message, "feed"))
                    $root.lockstep.v1.Feed.encode(message.feed, writer.uint32(/* id 5, wireType 2 =*/42).fork(), q + 1).ldelim();
                return writer;
            };

            /**
             * Decodes a CoordinatorMessage message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.CoordinatorMessage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.CoordinatorMessage} CoordinatorMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CoordinatorMessage.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.CoordinatorMessage();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.welcome = $root.lockstep.v1.Welcome.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 2: {
                            message.generation = $root.lockstep.v1.Generation.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 3: {
                            message.decision = $root.lockstep.v1.Decision.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 4: {
                            message.stop = $root.lockstep.v1.Stop.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 5: {
                            message.feed = $root.lockstep.v1.Feed.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return CoordinatorMessage;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @memberof lockstep.v1
             * @interface IHello
             * @property {string|null} [workerId] Hello workerId
             * @property {string|null} [jobId] Hello jobId
             * @property {string|null} [version] Hello version
             * @property {string|null} [collectiveAddress] Hello collectiveAddress
             * @property {string|null} [host] Hello host
             * @property {number|null} [pid] Hello pid
             * @property {string|null} [metricsAddress] Hello metricsAddress
             */

            /**
             * Constructs a new Hello.
             * @memberof lockstep.v1
             * @classdesc Represents a Hello.
             * @implements IHello
             * @constructor
             * @param {lockstep.v1.IHello=} [properties] Properties to set
             */
            function Hello(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Hello workerId.
             * @member {string} workerId
             * @memberof lockstep.v1.Hello
             * @instance
             */
            Hello.prototype.workerId = "";

            /**
             * Hello jobId.
             * @member {string} jobId
             * @memberof lockstep.v1.Hello
             * @instance
             */
            Hello.prototype.jobId = "";

            /**
             * Hello version.
             * @member {string} version
             * @memberof lockstep.v1.Hello
             * @instance
             */
            Hello.prototype.version = "";

            /**
             * Hello collectiveAddress.
             * @member {string} collectiveAddress
             * @memberof lockstep.v1.Hello
             * @instance
             */
            Hello.prototype.collectiveAddress = "";

            /**
             * Hello host.
             * @member {string} host
             * @memberof lockstep.v1.Hello
             * @instance
             */
            Hello.prototype.host = "";

            /**
             * Hello pid.
             * @member {number} pid
             * @memberof lockstep.v1.Hello
             * @instance
             */
            Hello.prototype.pid = 0;

            /**
             * Hello metricsAddress.
             * @member {string} metricsAddress
             * @memberof lockstep.v1.Hello
             * @instance
             */
            Hello.prototype.metricsAddress = "";

            /**
             * Creates a new Hello instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Hello
             * @static
             * @param {lockstep.v1.IHello=} [properties] Properties to set
             * @returns {lockstep.v1.Hello} Hello instance
             */
            Hello.create = function create(properties) {
                return new Hello(properties);
            };

            /**
             * Encodes the specified Hello message. Does not implicitly {@link lockstep.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Hello
             * @static
             * @param {lockstep.v1.IHello} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.workerId != null && Object.hasOwnProperty.call(message, "workerId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.workerId);
                if (message.jobId != null && Object.hasOwnProperty.call(message, "jobId"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.jobId);
                if (message.version != null && Object.hasOwnProperty.call(message, "version"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.version);
                if (message.collectiveAddress != null && Object.hasOwnProperty.call(message, "collectiveAddress"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.collectiveAddress);
                if (message.host != null && Object.hasOwnProperty.call(message, "host"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.host);
                if (message.pid != null && Object.hasOwnProperty.call(message, "pid"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.pid);
                if (message.metricsAddress != null && Object.hasOwnProperty.call(message, "metricsAddress"))
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.metricsAddress);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Hello} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Hello();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.workerId = reader.string();
                            break;
                        }
                    case 2: {
                            message.jobId = reader.string();
                            break;
                        }
                    case 3: {
                            message.version = reader.string();
                            break;
                        }
                    case 4: {
                            message.collectiveAddress = reader.string();
                            break;
                        }
                    case 5: {
                            message.host = reader.string();
                            break;
                        }
                    case 6: {
                            message.pid = reader.uint32();
                            break;
                        }
                    case 7: {
                            message.metricsAddress = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Hello;
        })();

        v1.Welcome = (function() {

            /**
             * Properties of a Welcome.
             * @memberof lockstep.v1
             * @interface IWelcome
             * @property {string|null} [jobJson] Welcome jobJson
             * @property {string|null} [jobDirectory] Welcome jobDirectory
             * @property {string|null} [runDirectory] Welcome runDirectory
             * @property {number|null} [heartbeatMs] Welcome heartbeatMs
             * @property {string|null} [checkpoint] Welcome checkpoint
             * @property {number|null} [bucketBytes] Welcome bucketBytes
             * @property {number|null} [checkpointStep] Welcome checkpointStep
             */

            /**
             * Constructs a new Welcome.
             * @memberof lockstep.v1
             * @classdesc Represents a Welcome.
             * @implements IWelcome
             * @constructor
             * @param {lockstep.v1.IWelcome=} [properties] Properties to set
             */
            function Welcome(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Welcome jobJson.
             * @member {string} jobJson
             * @memberof lockstep.v1.Welcome
             * @instance
             */
            Welcome.prototype.jobJson = "";

            /**
             * Welcome jobDirectory.
             * @member {string} jobDirectory
             * @memberof lockstep.v1.Welcome
             * @instance
             */
            Welcome.prototype.jobDirectory = "";

            /**
             * Welcome runDirectory.
             * @member {string} runDirectory
             * @memberof lockstep.v1.Welcome
             * @instance
             */
            Welcome.prototype.runDirectory = "";

            /**
             * Welcome heartbeatMs.
             * @member {number} heartbeatMs
             * @memberof lockstep.v1.Welcome
             * @instance
             */
            Welcome.prototype.heartbeatMs = 0;

            /**
             * Welcome checkpoint.
             * @member {string} checkpoint
             * @memberof lockstep.v1.Welcome
             * @instance
             */
            Welcome.prototype.checkpoint = "";

            /**
             * Welcome bucketBytes.
             * @member {number} bucketBytes
             * @memberof lockstep.v1.Welcome
             * @instance
             */
            Welcome.prototype.bucketBytes = 0;

            /**
             * Welcome checkpointStep.
             * @member {number} checkpointStep
             * @memberof lockstep.v1.Welcome
             * @instance
             */
            Welcome.prototype.checkpointStep = 0;

            /**
             * Creates a new Welcome instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Welcome
             * @static
             * @param {lockstep.v1.IWelcome=} [properties] Properties to set
             * @returns {lockstep.v1.Welcome} Welcome instance
             */
            Welcome.create = function create(properties) {
                return new Welcome(properties);
            };

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link lockstep.v1.Welcome.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Welcome
             * @static
             * @param {lockstep.v1.IWelcome} message Welcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Welcome.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.jobJson != null && Object.hasOwnProperty.call(message, "jobJson"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.jobJson);
                if (message.jobDirectory != null && Object.hasOwnProperty.call(message, "jobDirectory"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.jobDirectory);
                if (message.runDirectory != null && Object.hasOwnProperty.call(message, "runDirectory"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.runDirectory);
                if (message.heartbeatMs != null && Object.hasOwnProperty.call(message, "heartbeatMs"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.heartbeatMs);
                if (message.checkpoint != null && Object.hasOwnProperty.call(message, "checkpoint"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.checkpoint);
                if (message.bucketBytes != null && Object.hasOwnProperty.call(message, "bucketBytes"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.bucketBytes);
                if (message.checkpointStep != null && Object.hasOwnProperty.call(message, "checkpointStep"))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.checkpointStep);
                return writer;
            };

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Welcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Welcome} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Welcome.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Welcome();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.jobJson = reader.string();
                            break;
                        }
                    case 2: {
                            message.jobDirectory = reader.string();
                            break;
                        }
                    case 3: {
                            message.runDirectory = reader.string();
                            break;
                        }
                    case 4: {
                            message.heartbeatMs = reader.uint32();
                            break;
                        }
                    case 5: {
                            message.checkpoint = reader.string();
                            break;
                        }
                    case 6: {
                            message.bucketBytes = reader.uint32();
                            break;
                        }
                    case 7: {
                            message.checkpointStep = reader.uint32();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Welcome;
        })();

        v1.DatasetSummary = (function() {

            /**
             * Properties of a DatasetSummary.
             * @memberof lockstep.v1
             * @interface IDatasetSummary
             * @property {number|null} [numTraining] DatasetSummary numTraining
             * @property {number|null} [numValidation] DatasetSummary numValidation
             * @property {number|null} [numTest] DatasetSummary numTest
             * @property {string|null} [fingerprint] DatasetSummary fingerprint
             * @property {Array.<string>|null} [classNames] DatasetSummary classNames
             */

            /**
             * Constructs a new DatasetSummary.
             * @memberof lockstep.v1
             * @classdesc Represents a DatasetSummary.
             * @implements IDatasetSummary
             * @constructor
             * @param {lockstep.v1.IDatasetSummary=} [properties] Properties to set
             */
            function DatasetSummary(properties) {
                this.classNames = [];
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * DatasetSummary numTraining.
             * @member {number} numTraining
             * @memberof lockstep.v1.DatasetSummary
             * @instance
             */
            DatasetSummary.prototype.numTraining = 0;

            /**
             * DatasetSummary numValidation.
             * @member {number} numValidation
             * @memberof lockstep.v1.DatasetSummary
             * @instance
             */
            DatasetSummary.prototype.numValidation = 0;

            /**
             * DatasetSummary numTest.
             * @member {number} numTest
             * @memberof lockstep.v1.DatasetSummary
             * @instance
             */
            DatasetSummary.prototype.numTest = 0;

            /**
             * DatasetSummary fingerprint.
             * @member {string} fingerprint
             * @memberof lockstep.v1.DatasetSummary
             * @instance
             */
            DatasetSummary.prototype.fingerprint = "";

            /**
             * DatasetSummary classNames.
             * @member {Array.<string>} classNames
             * @memberof lockstep.v1.DatasetSummary
             * @instance
             */
            DatasetSummary.prototype.classNames = $util.emptyArray;

            /**
             * Creates a new DatasetSummary instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.DatasetSummary
             * @static
             * @param {lockstep.v1.IDatasetSummary=} [properties] Properties to set
             * @returns {lockstep.v1.DatasetSummary} DatasetSummary instance
             */
            DatasetSummary.create = function create(properties) {
                return new DatasetSummary(properties);
            };

            /**
             * Encodes the specified DatasetSummary message. Does not implicitly {@link lockstep.v1.DatasetSummary.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.DatasetSummary
             * @static
             * @param {lockstep.v1.IDatasetSummary} message DatasetSummary message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DatasetSummary.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.numTraining != null && Object.hasOwnProperty.call(message, "numTraining"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.numTraining);
                if (message.numValidation != null && Object.hasOwnProperty.call(message, "numValidation"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.numValidation);
                if (message.numTest != null && Object.hasOwnProperty.call(message, "numTest"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.numTest);
                if (message.fingerprint != null && Object.hasOwnProperty.call(message, "fingerprint"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.fingerprint);
                if (message.classNames != null && message.classNames.length)
                    for (let i = 0; i < message.classNames.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.classNames[i]);
                return writer;
            };

            /**
             * Decodes a DatasetSummary message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.DatasetSummary
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.DatasetSummary} DatasetSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DatasetSummary.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.DatasetSummary();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.numTraining = reader.uint32();
                            break;
                        }
                    case 2: {
                            message.numValidation = reader.uint32();
                            break;
                        }
                    case 3: {
                            message.numTest = reader.uint32();
                            break;
                        }
                    case 4: {
                            message.fingerprint = reader.string();
                            break;
                        }
                    case 5: {
                            if (!(message.classNames && message.classNames.length))
                                message.classNames = [];
                            message.classNames.push(reader.string());
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return DatasetSummary;
        })();

        v1.Ready = (function() {

            /**
             * Properties of a Ready.
             * @memberof lockstep.v1
             * @interface IReady
             * @property {lockstep.v1.IDatasetSummary|null} [dataset] Ready dataset
             * @property {string|null} [engine] Ready engine
             * @property {number|null} [numParameters] Ready numParameters
             * @property {number|null} [vectorLength] Ready vectorLength
             * @property {string|null} [weightsSha256] Ready weightsSha256
             * @property {number|null} [step] Ready step
             * @property {Array.<string>|null} [notes] Ready notes
             * @property {number|null} [operation] Ready operation
             */

            /**
             * Constructs a new Ready.
             * @memberof lockstep.v1
             * @classdesc Represents a Ready.
             * @implements IReady
             * @constructor
             * @param {lockstep.v1.IReady=} [properties] Properties to set
             */
            function Ready(properties) {
                this.notes = [];
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Ready dataset.
             * @member {lockstep.v1.IDatasetSummary|null|undefined} dataset
             * @memberof lockstep.v1.Ready
             * @instance
             */
            Ready.prototype.dataset = null;

            /**
             * Ready engine.
             * @member {string} engine
             * @memberof lockstep.v1.Ready
             * @instance
             */
            Ready.prototype.engine = "";

            /**
             * Ready numParameters.
             * @member {number} numParameters
             * @memberof lockstep.v1.Ready
             * @instance
             */
            Ready.prototype.numParameters = 0;

            /**
             * Ready vectorLength.
             * @member {number} vectorLength
             * @memberof lockstep.v1.Ready
             * @instance
             */
            Ready.prototype.vectorLength = 0;

            /**
             * Ready weightsSha256.
             * @member {string} weightsSha256
             * @memberof lockstep.v1.Ready
             * @instance
             */
            Ready.prototype.weightsSha256 = "";

            /**
             * Ready step.
             * @member {number} step
             * @memberof lockstep.v1.Ready
             * @instance
             */
            Ready.prototype.step = 0;

            /**
             * Ready notes.
             * @member {Array.<string>} notes
             * @memberof lockstep.v1.Ready
             * @instance
             */
            Ready.prototype.notes = $util.emptyArray;

            /**
             * Ready operation.
             * @member {number} operation
             * @memberof lockstep.v1.Ready
             * @instance
             */
            Ready.prototype.operation = 0;

            /**
             * Creates a new Ready instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Ready
             * @static
             * @param {lockstep.v1.IReady=} [properties] Properties to set
             * @returns {lockstep.v1.Ready} Ready instance
             */
            Ready.create = function create(properties) {
                return new Ready(properties);
            };

            /**
             * Encodes the specified Ready message. Does not implicitly {@link lockstep.v1.Ready.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Ready
             * @static
             * @param {lockstep.v1.IReady} message Ready message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Ready.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.dataset != null && Object.hasOwnProperty.call(message, "dataset"))
                    $root.lockstep.v1.DatasetSummary.encode(message.dataset, writer.uint32(/* id 1, wireType 2 =*/10).fork(), q + 1).ldelim();
                if (message.engine != null && Object.hasOwnProperty.call(message, "engine"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.engine);
                if (message.numParameters != null && Object.hasOwnProperty.call(message, "numParameters"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.numParameters);
                if (message.vectorLength != null && Object.hasOwnProperty.call(message, "vectorLength"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.vectorLength);
                if (message.weightsSha256 != null && Object.hasOwnProperty.call(message, "weightsSha256"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.weightsSha256);
                if (message.step != null && Object.hasOwnProperty.call(message, "step"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.step);
                if (message.notes != null && message.notes.length)
                    for (let i = 0; i < message.notes.length; ++i)
                        writer.uint32(/* id 7, wireType 2 =*/58).string(message.notes[i]);
                if (message.operation != null && Object.hasOwnProperty.call(message, "operation"))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.operation);
                return writer;
            };

            /**
             * Decodes a Ready message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Ready
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Ready} Ready
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Ready.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Ready();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.dataset = $root.lockstep.v1.DatasetSummary.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 2: {
                            message.engine = reader.string();
                            break;
                        }
                    case 3: {
                            message.numParameters = reader.uint32();
                            break;
                        }
                    case 4: {
                            message.vectorLength = reader.uint32();
                            break;
                        }
                    case 5: {
                            message.weightsSha256 = reader.string();
                            break;
                        }
                    case 6: {
                            message.step = reader.uint32();
                            break;
                        }
                    case 7: {
                            if (!(message.notes && message.notes.length))
                                message.notes = [];
                            message.notes.push(reader.string());
                            break;
                        }
                    case 8: {
                            message.operation = reader.uint32();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Ready;
        })();

        v1.Heartbeat = (function() {

            /**
             * Properties of a Heartbeat.
             * @memberof lockstep.v1
             * @interface IHeartbeat
             * @property {number|null} [step] Heartbeat step
             */

            /**
             * Constructs a new Heartbeat.
             * @memberof lockstep.v1
             * @classdesc Represents a Heartbeat.
             * @implements IHeartbeat
             * @constructor
             * @param {lockstep.v1.IHeartbeat=} [properties] Properties to set
             */
            function Heartbeat(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Heartbeat step.
             * @member {number} step
             * @memberof lockstep.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.step = 0;

            /**
             * Creates a new Heartbeat instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Heartbeat
             * @static
             * @param {lockstep.v1.IHeartbeat=} [properties] Properties to set
             * @returns {lockstep.v1.Heartbeat} Heartbeat instance
             */
            Heartbeat.create = function create(properties) {
                return new Heartbeat(properties);
            };

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link lockstep.v1.Heartbeat.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Heartbeat
             * @static
             * @param {lockstep.v1.IHeartbeat} message Heartbeat message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Heartbeat.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.step != null && Object.hasOwnProperty.call(message, "step"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.step);
                return writer;
            };

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Heartbeat
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Heartbeat} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Heartbeat.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Heartbeat();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.step = reader.uint32();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Heartbeat;
        })();

        v1.Feed = (function() {

            /**
             * Properties of a Feed.
             * @memberof lockstep.v1
             * @interface IFeed
             * @property {Array.<lockstep.v1.IMember>|null} [donors] Feed donors
             */

            /**
             * Constructs a new Feed.
             * @memberof lockstep.v1
             * @classdesc Represents a Feed.
             * @implements IFeed
             * @constructor
             * @param {lockstep.v1.IFeed=} [properties] Properties to set
             */
            function Feed(properties) {
                this.donors = [];
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Feed donors.
             * @member {Array.<lockstep.v1.IMember>} donors
             * @memberof lockstep.v1.Feed
             * @instance
             */
            Feed.prototype.donors = $util.emptyArray;

            /**
             * Creates a new Feed instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Feed
             * @static
             * @param {lockstep.v1.IFeed=} [properties] Properties to set
             * @returns {lockstep.v1.Feed} Feed instance
             */
            Feed.create = function create(properties) {
                return new Feed(properties);
            };

            /**
             * Encodes the specified Feed message. Does not implicitly {@link lockstep.v1.Feed.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Feed
             * @static
             * @param {lockstep.v1.IFeed} message Feed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Feed.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.donors != null && message.donors.length)
                    for (let i = 0; i < message.donors.length; ++i)
                        $root.lockstep.v1.Member.encode(message.donors[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), q + 1).ldelim();
                return writer;
            };

            /**
             * Decodes a Feed message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Feed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Feed} Feed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Feed.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Feed();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            if (!(message.donors && message.donors.length))
                                message.donors = [];
                            message.donors.push($root.lockstep.v1.Member.decode(reader, reader.uint32(), undefined, long + 1));
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Feed;
        })();

        v1.Caught = (function() {

            /**
             * Properties of a Caught.
             * @memberof lockstep.v1
             * @interface ICaught
             * @property {number|null} [step] Caught step
             * @property {string|null} [donorId] Caught donorId
             */

            /**
             * Constructs a new Caught.
             * @memberof lockstep.v1
             * @classdesc Represents a Caught.
             * @implements ICaught
             * @constructor
             * @param {lockstep.v1.ICaught=} [properties] Properties to set
             */
            function Caught(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Caught step.
             * @member {number} step
             * @memberof lockstep.v1.Caught
             * @instance
             */
            Caught.prototype.step = 0;

            /**
             * Caught donorId.
             * @member {string} donorId
             * @memberof lockstep.v1.Caught
             * @instance
             */
            Caught.prototype.donorId = "";

            /**
             * Creates a new Caught instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Caught
             * @static
             * @param {lockstep.v1.ICaught=} [properties] Properties to set
             * @returns {lockstep.v1.Caught} Caught instance
             */
            Caught.create = function create(properties) {
                return new Caught(properties);
            };

            /**
             * Encodes the specified Caught message. Does not implicitly {@link lockstep.v1.Caught.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Caught
             * @static
             * @param {lockstep.v1.ICaught} message Caught message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Caught.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.step != null && Object.hasOwnProperty.call(message, "step"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.step);
                if (message.donorId != null && Object.hasOwnProperty.call(message, "donorId"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.donorId);
                return writer;
            };

            /**
             * Decodes a Caught message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Caught
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Caught} Caught
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Caught.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Caught();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.step = reader.uint32();
                            break;
                        }
                    case 2: {
                            message.donorId = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Caught;
        })();

        v1.Member = (function() {

            /**
             * Properties of a Member.
             * @memberof lockstep.v1
             * @interface IMember
             * @property {string|null} [workerId] Member workerId
             * @property {string|null} [collectiveAddress] Member collectiveAddress
             */

            /**
             * Constructs a new Member.
             * @memberof lockstep.v1
             * @classdesc Represents a Member.
             * @implements IMember
             * @constructor
             * @param {lockstep.v1.IMember=} [properties] Properties to set
             */
            function Member(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Member workerId.
             * @member {string} workerId
             * @memberof lockstep.v1.Member
             * @instance
             */
            Member.prototype.workerId = "";

            /**
             * Member collectiveAddress.
             * @member {string} collectiveAddress
             * @memberof lockstep.v1.Member
             * @instance
             */
            Member.prototype.collectiveAddress = "";

            /**
             * Creates a new Member instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Member
             * @static
             * @param {lockstep.v1.IMember=} [properties] Properties to set
             * @returns {lockstep.v1.Member} Member instance
             */
            Member.create = function create(properties) {
                return new Member(properties);
            };

            /**
             * Encodes the specified Member message. Does not implicitly {@link lockstep.v1.Member.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Member
             * @static
             * @param {lockstep.v1.IMember} message Member message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Member.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.workerId != null && Object.hasOwnProperty.call(message, "workerId"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.workerId);
                if (message.collectiveAddress != null && Object.hasOwnProperty.call(message, "collectiveAddress"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.collectiveAddress);
                return writer;
            };

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Member
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Member} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Member.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Member();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.workerId = reader.string();
                            break;
                        }
                    case 2: {
                            message.collectiveAddress = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Member;
        })();

        v1.Generation = (function() {

            /**
             * Properties of a Generation.
             * @memberof lockstep.v1
             * @interface IGeneration
             * @property {number|null} [generation] Generation generation
             * @property {Array.<lockstep.v1.IMember>|null} [members] Generation members
             * @property {number|null} [operation] Generation operation
             * @property {string|null} [cause] Generation cause
             * @property {number|null} [step] Generation step
             */

            /**
             * Constructs a new Generation.
             * @memberof lockstep.v1
             * @classdesc Represents a Generation.
             * @implements IGeneration
             * @constructor
             * @param {lockstep.v1.IGeneration=} [properties] Properties to set
             */
            function Generation(properties) {
                this.members = [];
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Generation generation.
             * @member {number} generation
             * @memberof lockstep.v1.Generation
             * @instance
             */
            Generation.prototype.generation = 0;

            /**
             * Generation members.
             * @member {Array.<lockstep.v1.IMember>} members
             * @memberof lockstep.v1.Generation
             * @instance
             */
            Generation.prototype.members = $util.emptyArray;

            /**
             * Generation operation.
             * @member {number} operation
             * @memberof lockstep.v1.Generation
             * @instance
             */
            Generation.prototype.operation = 0;

            /**
             * Generation cause.
             * @member {string} cause
             * @memberof lockstep.v1.Generation
             * @instance
             */
            Generation.prototype.cause = "";

            /**
             * Generation step.
             * @member {number} step
             * @memberof lockstep.v1.Generation
             * @instance
             */
            Generation.prototype.step = 0;

            /**
             * Creates a new Generation instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Generation
             * @static
             * @param {lockstep.v1.IGeneration=} [properties] Properties to set
             * @returns {lockstep.v1.Generation} Generation instance
             */
            Generation.create = function create(properties) {
                return new Generation(properties);
            };

            /**
             * Encodes the specified Generation message. Does not implicitly {@link lockstep.v1.Generation.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Generation
             * @static
             * @param {lockstep.v1.IGeneration} message Generation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Generation.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.generation != null && Object.hasOwnProperty.call(message, "generation"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.generation);
                if (message.members != null && message.members.length)
                    for (let i = 0; i < message.members.length; ++i)
                        $root.lockstep.v1.Member.encode(message.members[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), q + 1).ldelim();
                if (message.operation != null && Object.hasOwnProperty.call(message, "operation"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.operation);
                if (message.cause != null && Object.hasOwnProperty.call(message, "cause"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.cause);
                if (message.step != null && Object.hasOwnProperty.call(message, "step"))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.step);
                return writer;
            };

            /**
             * Decodes a Generation message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Generation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Generation} Generation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Generation.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Generation();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.generation = reader.uint32();
                            break;
                        }
                    case 2: {
                            if (!(message.members && message.members.length))
                                message.members = [];
                            message.members.push($root.lockstep.v1.Member.decode(reader, reader.uint32(), undefined, long + 1));
                            break;
                        }
                    case 3: {
                            message.operation = reader.uint32();
                            break;
                        }
                    case 4: {
                            message.cause = reader.string();
                            break;
                        }
                    case 5: {
                            message.step = reader.uint32();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Generation;
        })();

        v1.Phase = (function() {

            /**
             * Properties of a Phase.
             * @memberof lockstep.v1
             * @interface IPhase
             * @property {string|null} [name] Phase name
             * @property {number|null} [seconds] Phase seconds
             */

            /**
             * Constructs a new Phase.
             * @memberof lockstep.v1
             * @classdesc Represents a Phase.
             * @implements IPhase
             * @constructor
             * @param {lockstep.v1.IPhase=} [properties] Properties to set
             */
            function Phase(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Phase name.
             * @member {string} name
             * @memberof lockstep.v1.Phase
             * @instance
             */
            Phase.prototype.name = "";

            /**
             * Phase seconds.
             * @member {number} seconds
             * @memberof lockstep.v1.Phase
             * @instance
             */
            Phase.prototype.seconds = 0;

            /**
             * Creates a new Phase instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Phase
             * @static
             * @param {lockstep.v1.IPhase=} [properties] Properties to set
             * @returns {lockstep.v1.Phase} Phase instance
             */
            Phase.create = function create(properties) {
                return new Phase(properties);
            };

            /**
             * Encodes the specified Phase message. Does not implicitly {@link lockstep.v1.Phase.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Phase
             * @static
             * @param {lockstep.v1.IPhase} message Phase message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Phase.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.name != null && Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.seconds != null && Object.hasOwnProperty.call(message, "seconds"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.seconds);
                return writer;
            };

            /**
             * Decodes a Phase message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Phase
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Phase} Phase
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Phase.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Phase();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.name = reader.string();
                            break;
                        }
                    case 2: {
                            message.seconds = reader.double();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Phase;
        })();

        v1.Vote = (function() {

            /**
             * Properties of a Vote.
             * @memberof lockstep.v1
             * @interface IVote
             * @property {number|null} [generation] Vote generation
             * @property {number|null} [operation] Vote operation
             * @property {boolean|null} [yes] Vote yes
             * @property {Uint8Array|null} [digest] Vote digest
             * @property {lockstep.v1.IWorkerFailure|null} [failure] Vote failure
             * @property {number|null} [numSamples] Vote numSamples
             * @property {number|null} [loss] Vote loss
             * @property {Array.<lockstep.v1.IMetric>|null} [metrics] Vote metrics
             * @property {Array.<lockstep.v1.IPhase>|null} [phases] Vote phases
             * @property {Array.<number>|null} [confusion] Vote confusion
             * @property {string|null} [galleryJson] Vote galleryJson
             * @property {number|null} [bytesSent] Vote bytesSent
             * @property {number|null} [applySeconds] Vote applySeconds
             * @property {number|null} [numTensors] Vote numTensors
             * @property {number|null} [hiddenShare] Vote hiddenShare
             */

            /**
             * Constructs a new Vote.
             * @memberof lockstep.v1
             * @classdesc Represents a Vote.
             * @implements IVote
             * @constructor
             * @param {lockstep.v1.IVote=} [properties] Properties to set
             */
            function Vote(properties) {
                this.metrics = [];
                this.phases = [];
                this.confusion = [];
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Vote generation.
             * @member {number} generation
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.generation = 0;

            /**
             * Vote operation.
             * @member {number} operation
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.operation = 0;

            /**
             * Vote yes.
             * @member {boolean} yes
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.yes = false;

            /**
             * Vote digest.
             * @member {Uint8Array} digest
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.digest = $util.newBuffer([]);

            /**
             * Vote failure.
             * @member {lockstep.v1.IWorkerFailure|null|undefined} failure
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.failure = null;

            /**
             * Vote numSamples.
             * @member {number} numSamples
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.numSamples = 0;

            /**
             * Vote loss.
             * @member {number} loss
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.loss = 0;

            /**
             * Vote metrics.
             * @member {Array.<lockstep.v1.IMetric>} metrics
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.metrics = $util.emptyArray;

            /**
             * Vote phases.
             * @member {Array.<lockstep.v1.IPhase>} phases
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.phases = $util.emptyArray;

            /**
             * Vote confusion.
             * @member {Array.<number>} confusion
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.confusion = $util.emptyArray;

            /**
             * Vote galleryJson.
             * @member {string} galleryJson
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.galleryJson = "";

            /**
             * Vote bytesSent.
             * @member {number} bytesSent
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.bytesSent = 0;

            /**
             * Vote applySeconds.
             * @member {number} applySeconds
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.applySeconds = 0;

            /**
             * Vote numTensors.
             * @member {number} numTensors
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.numTensors = 0;

            /**
             * Vote hiddenShare.
             * @member {number} hiddenShare
             * @memberof lockstep.v1.Vote
             * @instance
             */
            Vote.prototype.hiddenShare = 0;

            /**
             * Creates a new Vote instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Vote
             * @static
             * @param {lockstep.v1.IVote=} [properties] Properties to set
             * @returns {lockstep.v1.Vote} Vote instance
             */
            Vote.create = function create(properties) {
                return new Vote(properties);
            };

            /**
             * Encodes the specified Vote message. Does not implicitly {@link lockstep.v1.Vote.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Vote
             * @static
             * @param {lockstep.v1.IVote} message Vote message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Vote.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.generation != null && Object.hasOwnProperty.call(message, "generation"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.generation);
                if (message.operation != null && Object.hasOwnProperty.call(message, "operation"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.operation);
                if (message.yes != null && Object.hasOwnProperty.call(message, "yes"))
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.yes);
                if (message.digest != null && Object.hasOwnProperty.call(message, "digest"))
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.digest);
                if (message.failure != null && Object.hasOwnProperty.call(message, "failure"))
                    $root.lockstep.v1.WorkerFailure.encode(message.failure, writer.uint32(/* id 5, wireType 2 =*/42).fork(), q + 1).ldelim();
                if (message.numSamples != null && Object.hasOwnProperty.call(message, "numSamples"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.numSamples);
                if (message.loss != null && Object.hasOwnProperty.call(message, "loss"))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.loss);
                if (message.metrics != null && message.metrics.length)
                    for (let i = 0; i < message.metrics.length; ++i)
                        $root.lockstep.v1.Metric.encode(message.metrics[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), q + 1).ldelim();
                if (message.phases != null && message.phases.length)
                    for (let i = 0; i < message.phases.length; ++i)
                        $root.lockstep.v1.Phase.encode(message.phases[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), q + 1).ldelim();
                if (message.confusion != null && message.confusion.length) {
                    writer.uint32(/* id 10, wireType 2 =*/82).fork();
                    for (let i = 0; i < message.confusion.length; ++i)
                        writer.uint32(message.confusion[i]);
                    writer.ldelim();
                }
                if (message.galleryJson != null && Object.hasOwnProperty.call(message, "galleryJson"))
                    writer.uint32(/* id 11, wireType 2 =*/90).string(message.galleryJson);
                if (message.bytesSent != null && Object.hasOwnProperty.call(message, "bytesSent"))
                    writer.uint32(/* id 12, wireType 0 =*/96).uint32(message.bytesSent);
                if (message.applySeconds != null && Object.hasOwnProperty.call(message, "applySeconds"))
                    writer.uint32(/* id 13, wireType 1 =*/105).double(message.applySeconds);
                if (message.numTensors != null && Object.hasOwnProperty.call(message, "numTensors"))
                    writer.uint32(/* id 14, wireType 0 =*/112).uint32(message.numTensors);
                if (message.hiddenShare != null && Object.hasOwnProperty.call(message, "hiddenShare"))
                    writer.uint32(/* id 15, wireType 5 =*/125).float(message.hiddenShare);
                return writer;
            };

            /**
             * Decodes a Vote message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Vote
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Vote} Vote
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Vote.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Vote();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.generation = reader.uint32();
                            break;
                        }
                    case 2: {
                            message.operation = reader.uint32();
                            break;
                        }
                    case 3: {
                            message.yes = reader.bool();
                            break;
                        }
                    case 4: {
                            message.digest = reader.bytes();
                            break;
                        }
                    case 5: {
                            message.failure = $root.lockstep.v1.WorkerFailure.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    case 6: {
                            message.numSamples = reader.uint32();
                            break;
                        }
                    case 7: {
                            message.loss = reader.double();
                            break;
                        }
                    case 8: {
                            if (!(message.metrics && message.metrics.length))
                                message.metrics = [];
                            message.metrics.push($root.lockstep.v1.Metric.decode(reader, reader.uint32(), undefined, long + 1));
                            break;
                        }
                    case 9: {
                            if (!(message.phases && message.phases.length))
                                message.phases = [];
                            message.phases.push($root.lockstep.v1.Phase.decode(reader, reader.uint32(), undefined, long + 1));
                            break;
                        }
                    case 10: {
                            if (!(message.confusion && message.confusion.length))
                                message.confusion = [];
                            if ((tag & 7) === 2) {
                                let end2 = reader.uint32() + reader.pos;
                                if (end2 > reader.len)
                                    throw RangeError("index out of range");
                                reader.len = end2;
                                while (reader.pos < end2)
                                    message.confusion.push(reader.uint32());
                                if (reader.pos !== end2)
                                    throw RangeError("index out of range");
                                reader.len = end;
                            } else
                                message.confusion.push(reader.uint32());
                            break;
                        }
                    case 11: {
                            message.galleryJson = reader.string();
                            break;
                        }
                    case 12: {
                            message.bytesSent = reader.uint32();
                            break;
                        }
                    case 13: {
                            message.applySeconds = reader.double();
                            break;
                        }
                    case 14: {
                            message.numTensors = reader.uint32();
                            break;
                        }
                    case 15: {
                            message.hiddenShare = reader.float();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Vote;
        })();

        v1.Metric = (function() {

            /**
             * Properties of a Metric.
             * @memberof lockstep.v1
             * @interface IMetric
             * @property {string|null} [name] Metric name
             * @property {number|null} [value] Metric value
             */

            /**
             * Constructs a new Metric.
             * @memberof lockstep.v1
             * @classdesc Represents a Metric.
             * @implements IMetric
             * @constructor
             * @param {lockstep.v1.IMetric=} [properties] Properties to set
             */
            function Metric(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Metric name.
             * @member {string} name
             * @memberof lockstep.v1.Metric
             * @instance
             */
            Metric.prototype.name = "";

            /**
             * Metric value.
             * @member {number} value
             * @memberof lockstep.v1.Metric
             * @instance
             */
            Metric.prototype.value = 0;

            /**
             * Creates a new Metric instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Metric
             * @static
             * @param {lockstep.v1.IMetric=} [properties] Properties to set
             * @returns {lockstep.v1.Metric} Metric instance
             */
            Metric.create = function create(properties) {
                return new Metric(properties);
            };

            /**
             * Encodes the specified Metric message. Does not implicitly {@link lockstep.v1.Metric.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Metric
             * @static
             * @param {lockstep.v1.IMetric} message Metric message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Metric.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.name != null && Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.value != null && Object.hasOwnProperty.call(message, "value"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.value);
                return writer;
            };

            /**
             * Decodes a Metric message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Metric
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Metric} Metric
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Metric.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Metric();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.name = reader.string();
                            break;
                        }
                    case 2: {
                            message.value = reader.double();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Metric;
        })();

        v1.Decision = (function() {

            /**
             * Properties of a Decision.
             * @memberof lockstep.v1
             * @interface IDecision
             * @property {number|null} [generation] Decision generation
             * @property {number|null} [operation] Decision operation
             * @property {boolean|null} [commit] Decision commit
             * @property {string|null} [reason] Decision reason
             * @property {boolean|null} [checkpoint] Decision checkpoint
             * @property {boolean|null} [hold] Decision hold
             */

            /**
             * Constructs a new Decision.
             * @memberof lockstep.v1
             * @classdesc Represents a Decision.
             * @implements IDecision
             * @constructor
             * @param {lockstep.v1.IDecision=} [properties] Properties to set
             */
            function Decision(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Decision generation.
             * @member {number} generation
             * @memberof lockstep.v1.Decision
             * @instance
             */
            Decision.prototype.generation = 0;

            /**
             * Decision operation.
             * @member {number} operation
             * @memberof lockstep.v1.Decision
             * @instance
             */
            Decision.prototype.operation = 0;

            /**
             * Decision commit.
             * @member {boolean} commit
             * @memberof lockstep.v1.Decision
             * @instance
             */
            Decision.prototype.commit = false;

            /**
             * Decision reason.
             * @member {string} reason
             * @memberof lockstep.v1.Decision
             * @instance
             */
            Decision.prototype.reason = "";

            /**
             * Decision checkpoint.
             * @member {boolean} checkpoint
             * @memberof lockstep.v1.Decision
             * @instance
             */
            Decision.prototype.checkpoint = false;

            /**
             * Decision hold.
             * @member {boolean} hold
             * @memberof lockstep.v1.Decision
             * @instance
             */
            Decision.prototype.hold = false;

            /**
             * Creates a new Decision instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Decision
             * @static
             * @param {lockstep.v1.IDecision=} [properties] Properties to set
             * @returns {lockstep.v1.Decision} Decision instance
             */
            Decision.create = function create(properties) {
                return new Decision(properties);
            };

            /**
             * Encodes the specified Decision message. Does not implicitly {@link lockstep.v1.Decision.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Decision
             * @static
             * @param {lockstep.v1.IDecision} message Decision message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Decision.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.generation != null && Object.hasOwnProperty.call(message, "generation"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.generation);
                if (message.operation != null && Object.hasOwnProperty.call(message, "operation"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.operation);
                if (message.commit != null && Object.hasOwnProperty.call(message, "commit"))
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.commit);
                if (message.reason != null && Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
                if (message.checkpoint != null && Object.hasOwnProperty.call(message, "checkpoint"))
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.checkpoint);
                if (message.hold != null && Object.hasOwnProperty.call(message, "hold"))
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.hold);
                return writer;
            };

            /**
             * Decodes a Decision message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Decision
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Decision} Decision
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Decision.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Decision();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.generation = reader.uint32();
                            break;
                        }
                    case 2: {
                            message.operation = reader.uint32();
                            break;
                        }
                    case 3: {
                            message.commit = reader.bool();
                            break;
                        }
                    case 4: {
                            message.reason = reader.string();
                            break;
                        }
                    case 5: {
                            message.checkpoint = reader.bool();
                            break;
                        }
                    case 6: {
                            message.hold = reader.bool();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Decision;
        })();

        v1.CheckpointPart = (function() {

            /**
             * Properties of a CheckpointPart.
             * @memberof lockstep.v1
             * @interface ICheckpointPart
             * @property {number|null} [generation] CheckpointPart generation
             * @property {number|null} [step] CheckpointPart step
             * @property {number|null} [rank] CheckpointPart rank
             * @property {number|null} [begin] CheckpointPart begin
             * @property {number|null} [end] CheckpointPart end
             * @property {string|null} [sha256] CheckpointPart sha256
             * @property {number|null} [fileBytes] CheckpointPart fileBytes
             * @property {number|null} [stallSeconds] CheckpointPart stallSeconds
             * @property {number|null} [writeSeconds] CheckpointPart writeSeconds
             * @property {string|null} [failure] CheckpointPart failure
             */

            /**
             * Constructs a new CheckpointPart.
             * @memberof lockstep.v1
             * @classdesc Represents a CheckpointPart.
             * @implements ICheckpointPart
             * @constructor
             * @param {lockstep.v1.ICheckpointPart=} [properties] Properties to set
             */
            function CheckpointPart(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * CheckpointPart generation.
             * @member {number} generation
             * @memberof lockstep.v1.CheckpointPart
             * @instance
             */
            CheckpointPart.prototype.generation = 0;

            /**
             * CheckpointPart step.
             * @member {number} step
             * @memberof lockstep.v1.CheckpointPart
             * @instance
             */
            CheckpointPart.prototype.step = 0;

            /**
             * CheckpointPart rank.
             * @member {number} rank
             * @memberof lockstep.v1.CheckpointPart
             * @instance
             */
            CheckpointPart.prototype.rank = 0;

            /**
             * CheckpointPart begin.
             * @member {number} begin
             * @memberof lockstep.v1.CheckpointPart
             * @instance
             */
            CheckpointPart.prototype.begin = 0;

            /**
             * CheckpointPart end.
             * @member {number} end
             * @memberof lockstep.v1.CheckpointPart
             * @instance
             */
            CheckpointPart.prototype.end = 0;

            /**
             * CheckpointPart sha256.
             * @member {string} sha256
             * @memberof lockstep.v1.CheckpointPart
             * @instance
             */
            CheckpointPart.prototype.sha256 = "";

            /**
             * CheckpointPart fileBytes.
             * @member {number} fileBytes
             * @memberof lockstep.v1.CheckpointPart
             * @instance
             */
            CheckpointPart.prototype.fileBytes = 0;

            /**
             * CheckpointPart stallSeconds.
             * @member {number} stallSeconds
             * @memberof lockstep.v1.CheckpointPart
             * @instance
             */
            CheckpointPart.prototype.stallSeconds = 0;

            /**
             * CheckpointPart writeSeconds.
             * @member {number} writeSeconds
             * @memberof lockstep.v1.CheckpointPart
             * @instance
             */
            CheckpointPart.prototype.writeSeconds = 0;

            /**
             * CheckpointPart failure.
             * @member {string} failure
             * @memberof lockstep.v1.CheckpointPart
             * @instance
             */
            CheckpointPart.prototype.failure = "";

            /**
             * Creates a new CheckpointPart instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.CheckpointPart
             * @static
             * @param {lockstep.v1.ICheckpointPart=} [properties] Properties to set
             * @returns {lockstep.v1.CheckpointPart} CheckpointPart instance
             */
            CheckpointPart.create = function create(properties) {
                return new CheckpointPart(properties);
            };

            /**
             * Encodes the specified CheckpointPart message. Does not implicitly {@link lockstep.v1.CheckpointPart.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.CheckpointPart
             * @static
             * @param {lockstep.v1.ICheckpointPart} message CheckpointPart message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CheckpointPart.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.generation != null && Object.hasOwnProperty.call(message, "generation"))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.generation);
                if (message.step != null && Object.hasOwnProperty.call(message, "step"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.step);
                if (message.rank != null && Object.hasOwnProperty.call(message, "rank"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.rank);
                if (message.begin != null && Object.hasOwnProperty.call(message, "begin"))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.begin);
                if (message.end != null && Object.hasOwnProperty.call(message, "end"))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.end);
                if (message.sha256 != null && Object.hasOwnProperty.call(message, "sha256"))
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.sha256);
                if (message.fileBytes != null && Object.hasOwnProperty.call(message, "fileBytes"))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.fileBytes);
                if (message.stallSeconds != null && Object.hasOwnProperty.call(message, "stallSeconds"))
                    writer.uint32(/* id 8, wireType 1 =*/65).double(message.stallSeconds);
                if (message.writeSeconds != null && Object.hasOwnProperty.call(message, "writeSeconds"))
                    writer.uint32(/* id 9, wireType 1 =*/73).double(message.writeSeconds);
                if (message.failure != null && Object.hasOwnProperty.call(message, "failure"))
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.failure);
                return writer;
            };

            /**
             * Decodes a CheckpointPart message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.CheckpointPart
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.CheckpointPart} CheckpointPart
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CheckpointPart.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.CheckpointPart();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.generation = reader.uint32();
                            break;
                        }
                    case 2: {
                            message.step = reader.uint32();
                            break;
                        }
                    case 3: {
                            message.rank = reader.uint32();
                            break;
                        }
                    case 4: {
                            message.begin = reader.double();
                            break;
                        }
                    case 5: {
                            message.end = reader.double();
                            break;
                        }
                    case 6: {
                            message.sha256 = reader.string();
                            break;
                        }
                    case 7: {
                            message.fileBytes = reader.double();
                            break;
                        }
                    case 8: {
                            message.stallSeconds = reader.double();
                            break;
                        }
                    case 9: {
                            message.writeSeconds = reader.double();
                            break;
                        }
                    case 10: {
                            message.failure = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return CheckpointPart;
        })();

        v1.WorkerFailure = (function() {

            /**
             * Properties of a WorkerFailure.
             * @memberof lockstep.v1
             * @interface IWorkerFailure
             * @property {string|null} [code] WorkerFailure code
             * @property {string|null} [message] WorkerFailure message
             * @property {string|null} [details] WorkerFailure details
             * @property {Array.<number>|null} [sampleRows] WorkerFailure sampleRows
             * @property {Array.<string>|null} [suspectIds] WorkerFailure suspectIds
             */

            /**
             * Constructs a new WorkerFailure.
             * @memberof lockstep.v1
             * @classdesc Represents a WorkerFailure.
             * @implements IWorkerFailure
             * @constructor
             * @param {lockstep.v1.IWorkerFailure=} [properties] Properties to set
             */
            function WorkerFailure(properties) {
                this.sampleRows = [];
                this.suspectIds = [];
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * WorkerFailure code.
             * @member {string} code
             * @memberof lockstep.v1.WorkerFailure
             * @instance
             */
            WorkerFailure.prototype.code = "";

            /**
             * WorkerFailure message.
             * @member {string} message
             * @memberof lockstep.v1.WorkerFailure
             * @instance
             */
            WorkerFailure.prototype.message = "";

            /**
             * WorkerFailure details.
             * @member {string} details
             * @memberof lockstep.v1.WorkerFailure
             * @instance
             */
            WorkerFailure.prototype.details = "";

            /**
             * WorkerFailure sampleRows.
             * @member {Array.<number>} sampleRows
             * @memberof lockstep.v1.WorkerFailure
             * @instance
             */
            WorkerFailure.prototype.sampleRows = $util.emptyArray;

            /**
             * WorkerFailure suspectIds.
             * @member {Array.<string>} suspectIds
             * @memberof lockstep.v1.WorkerFailure
             * @instance
             */
            WorkerFailure.prototype.suspectIds = $util.emptyArray;

            /**
             * Creates a new WorkerFailure instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.WorkerFailure
             * @static
             * @param {lockstep.v1.IWorkerFailure=} [properties] Properties to set
             * @returns {lockstep.v1.WorkerFailure} WorkerFailure instance
             */
            WorkerFailure.create = function create(properties) {
                return new WorkerFailure(properties);
            };

            /**
             * Encodes the specified WorkerFailure message. Does not implicitly {@link lockstep.v1.WorkerFailure.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.WorkerFailure
             * @static
             * @param {lockstep.v1.IWorkerFailure} message WorkerFailure message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WorkerFailure.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.code != null && Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.message != null && Object.hasOwnProperty.call(message, "message"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.details != null && Object.hasOwnProperty.call(message, "details"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.details);
                if (message.sampleRows != null && message.sampleRows.length) {
                    writer.uint32(/* id 4, wireType 2 =*/34).fork();
                    for (let i = 0; i < message.sampleRows.length; ++i)
                        writer.uint32(message.sampleRows[i]);
                    writer.ldelim();
                }
                if (message.suspectIds != null && message.suspectIds.length)
                    for (let i = 0; i < message.suspectIds.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.suspectIds[i]);
                return writer;
            };

            /**
             * Decodes a WorkerFailure message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.WorkerFailure
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.WorkerFailure} WorkerFailure
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WorkerFailure.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.WorkerFailure();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.code = reader.string();
                            break;
                        }
                    case 2: {
                            message.message = reader.string();
                            break;
                        }
                    case 3: {
                            message.details = reader.string();
                            break;
                        }
                    case 4: {
                            if (!(message.sampleRows && message.sampleRows.length))
                                message.sampleRows = [];
                            if ((tag & 7) === 2) {
                                let end2 = reader.uint32() + reader.pos;
                                if (end2 > reader.len)
                                    throw RangeError("index out of range");
                                reader.len = end2;
                                while (reader.pos < end2)
                                    message.sampleRows.push(reader.uint32());
                                if (reader.pos !== end2)
                                    throw RangeError("index out of range");
                                reader.len = end;
                            } else
                                message.sampleRows.push(reader.uint32());
                            break;
                        }
                    case 5: {
                            if (!(message.suspectIds && message.suspectIds.length))
                                message.suspectIds = [];
                            message.suspectIds.push(reader.string());
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return WorkerFailure;
        })();

        v1.DrainRequest = (function() {

            /**
             * Properties of a DrainRequest.
             * @memberof lockstep.v1
             * @interface IDrainRequest
             * @property {string|null} [cause] DrainRequest cause
             */

            /**
             * Constructs a new DrainRequest.
             * @memberof lockstep.v1
             * @classdesc Represents a DrainRequest.
             * @implements IDrainRequest
             * @constructor
             * @param {lockstep.v1.IDrainRequest=} [properties] Properties to set
             */
            function DrainRequest(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * DrainRequest cause.
             * @member {string} cause
             * @memberof lockstep.v1.DrainRequest
             * @instance
             */
            DrainRequest.prototype.cause = "";

            /**
             * Creates a new DrainRequest instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.DrainRequest
             * @static
             * @param {lockstep.v1.IDrainRequest=} [properties] Properties to set
             * @returns {lockstep.v1.DrainRequest} DrainRequest instance
             */
            DrainRequest.create = function create(properties) {
                return new DrainRequest(properties);
            };

            /**
             * Encodes the specified DrainRequest message. Does not implicitly {@link lockstep.v1.DrainRequest.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.DrainRequest
             * @static
             * @param {lockstep.v1.IDrainRequest} message DrainRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DrainRequest.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.cause != null && Object.hasOwnProperty.call(message, "cause"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.cause);
                return writer;
            };

            /**
             * Decodes a DrainRequest message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.DrainRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.DrainRequest} DrainRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DrainRequest.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.DrainRequest();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.cause = reader.string();
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return DrainRequest;
        })();

        v1.Stop = (function() {

            /**
             * Properties of a Stop.
             * @memberof lockstep.v1
             * @interface IStop
             * @property {string|null} [reason] Stop reason
             * @property {lockstep.v1.IWorkerFailure|null} [failure] Stop failure
             */

            /**
             * Constructs a new Stop.
             * @memberof lockstep.v1
             * @classdesc Represents a Stop.
             * @implements IStop
             * @constructor
             * @param {lockstep.v1.IStop=} [properties] Properties to set
             */
            function Stop(properties) {
                if (properties)
                    for (let keys = Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            }

            /**
             * Stop reason.
             * @member {string} reason
             * @memberof lockstep.v1.Stop
             * @instance
             */
            Stop.prototype.reason = "";

            /**
             * Stop failure.
             * @member {lockstep.v1.IWorkerFailure|null|undefined} failure
             * @memberof lockstep.v1.Stop
             * @instance
             */
            Stop.prototype.failure = null;

            /**
             * Creates a new Stop instance using the specified properties.
             * @function create
             * @memberof lockstep.v1.Stop
             * @static
             * @param {lockstep.v1.IStop=} [properties] Properties to set
             * @returns {lockstep.v1.Stop} Stop instance
             */
            Stop.create = function create(properties) {
                return new Stop(properties);
            };

            /**
             * Encodes the specified Stop message. Does not implicitly {@link lockstep.v1.Stop.verify|verify} messages.
             * @function encode
             * @memberof lockstep.v1.Stop
             * @static
             * @param {lockstep.v1.IStop} message Stop message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Stop.encode = function encode(message, writer, q) {
                if (!writer)
                    writer = $Writer.create();
                if (q === undefined)
                    q = 0;
                if (q > $util.recursionLimit)
                    throw Error("max depth exceeded");
                if (message.reason != null && Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.reason);
                if (message.failure != null && Object.hasOwnProperty.call(message, "failure"))
                    $root.lockstep.v1.WorkerFailure.encode(message.failure, writer.uint32(/* id 2, wireType 2 =*/18).fork(), q + 1).ldelim();
                return writer;
            };

            /**
             * Decodes a Stop message from the specified reader or buffer.
             * @function decode
             * @memberof lockstep.v1.Stop
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {lockstep.v1.Stop} Stop
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Stop.decode = function decode(reader, length, error, long) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (long === undefined)
                    long = 0;
                if (long > $Reader.recursionLimit)
                    throw Error("maximum nesting depth exceeded");
                let end, message;
                if (length === undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = new $root.lockstep.v1.Stop();
                while (reader.pos < end) {
                    let tag = reader.uint32();
                    if (tag === error)
                        break;
                    switch (tag >>> 3) {
                    case 1: {
                            message.reason = reader.string();
                            break;
                        }
                    case 2: {
                            message.failure = $root.lockstep.v1.WorkerFailure.decode(reader, reader.uint32(), undefined, long + 1);
                            break;
                        }
                    default:
                        reader.skipType(tag & 7, long);
                        break;
                    }
                }
                if (length !== undefined) {
                    if (reader.pos !== end)
                        throw RangeError("index out of range");
                    reader.len = length;
                }
                return message;
            };

            return Stop;
        })();

        return v1;
    })();

    return lockstep;
})();

export { $root as default };
