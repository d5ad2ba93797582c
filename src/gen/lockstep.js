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
