/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "./runtime.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const cartorio = $root.cartorio = (() => {

    /**
     * Namespace cartorio.
     * @exports cartorio
     * @namespace
     */
    const cartorio = {};

    cartorio.Proposal = (function() {

        /**
         * Properties of a Proposal.
         * @typedef {Object} cartorio.Proposal.$Properties
         * @property {number|null} [epoch] Proposal epoch
         * @property {number|null} [height] Proposal height
         * @property {number|null} [time] Proposal time
         * @property {number|null} [proposer] Proposal proposer
         * @property {Array.<Uint8Array>|null} [envelopeHashes] Proposal envelopeHashes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Proposal.
         * @memberof cartorio
         * @interface IProposal
         * @augments cartorio.Proposal.$Properties
         * @deprecated Use cartorio.Proposal.$Properties instead.
         */

        /**
         * Shape of a Proposal.
         * @typedef {cartorio.Proposal.$Properties} cartorio.Proposal.$Shape
         */

        /**
         * Constructs a new Proposal.
         * @memberof cartorio
         * @classdesc Represents a Proposal.
         * @constructor
         * @param {cartorio.Proposal.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Proposal = function (properties) {
            this.envelopeHashes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Proposal epoch.
         * @member {number} epoch
         * @memberof cartorio.Proposal
         * @instance
         */
        Proposal.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Proposal height.
         * @member {number} height
         * @memberof cartorio.Proposal
         * @instance
         */
        Proposal.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Proposal time.
         * @member {number} time
         * @memberof cartorio.Proposal
         * @instance
         */
        Proposal.prototype.time = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Proposal proposer.
         * @member {number} proposer
         * @memberof cartorio.Proposal
         * @instance
         */
        Proposal.prototype.proposer = 0;

        /**
         * Proposal envelopeHashes.
         * @member {Array.<Uint8Array>} envelopeHashes
         * @memberof cartorio.Proposal
         * @instance
         */
        Proposal.prototype.envelopeHashes = $util.emptyArray;

        /**
         * Encodes the specified Proposal message. Does not implicitly {@link cartorio.Proposal.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Proposal
         * @static
         * @param {cartorio.Proposal.$Properties} message Proposal message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Proposal.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.epoch);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.height);
            if (message.time != null && $Object.hasOwnProperty.call(message, "time") && (typeof message.time === "object" ? message.time.low || message.time.high : message.time !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.time);
            if (message.proposer != null && $Object.hasOwnProperty.call(message, "proposer") && message.proposer !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.proposer);
            if (message.envelopeHashes != null && message.envelopeHashes.length)
                for (let i = 0; i < message.envelopeHashes.length; ++i)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.envelopeHashes[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Proposal message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Proposal
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Proposal & cartorio.Proposal.$Shape} Proposal
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Proposal.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Proposal();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.time = value;
                        else
                            delete message.time;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.proposer = value;
                        else
                            delete message.proposer;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.envelopeHashes && message.envelopeHashes.length))
                            message.envelopeHashes = [];
                        message.envelopeHashes.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Proposal;
    })();

    cartorio.Header = (function() {

        /**
         * Properties of a Header.
         * @typedef {Object} cartorio.Header.$Properties
         * @property {Uint8Array|null} [parentHash] Header parentHash
         * @property {number|null} [epoch] Header epoch
         * @property {number|null} [height] Header height
         * @property {number|null} [time] Header time
         * @property {Uint8Array|null} [proposalDigest] Header proposalDigest
         * @property {Uint8Array|null} [transactionsRoot] Header transactionsRoot
         * @property {Uint8Array|null} [receiptsRoot] Header receiptsRoot
         * @property {Uint8Array|null} [stateRoot] Header stateRoot
         * @property {Uint8Array|null} [nextValidatorSetHash] Header nextValidatorSetHash
         * @property {number|null} [protocolVersion] Header protocolVersion
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Header.
         * @memberof cartorio
         * @interface IHeader
         * @augments cartorio.Header.$Properties
         * @deprecated Use cartorio.Header.$Properties instead.
         */

        /**
         * Shape of a Header.
         * @typedef {cartorio.Header.$Properties} cartorio.Header.$Shape
         */

        /**
         * Constructs a new Header.
         * @memberof cartorio
         * @classdesc Represents a Header.
         * @constructor
         * @param {cartorio.Header.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Header = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Header parentHash.
         * @member {Uint8Array} parentHash
         * @memberof cartorio.Header
         * @instance
         */
        Header.prototype.parentHash = $util.newBuffer([]);

        /**
         * Header epoch.
         * @member {number} epoch
         * @memberof cartorio.Header
         * @instance
         */
        Header.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Header height.
         * @member {number} height
         * @memberof cartorio.Header
         * @instance
         */
        Header.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Header time.
         * @member {number} time
         * @memberof cartorio.Header
         * @instance
         */
        Header.prototype.time = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Header proposalDigest.
         * @member {Uint8Array} proposalDigest
         * @memberof cartorio.Header
         * @instance
         */
        Header.prototype.proposalDigest = $util.newBuffer([]);

        /**
         * Header transactionsRoot.
         * @member {Uint8Array} transactionsRoot
         * @memberof cartorio.Header
         * @instance
         */
        Header.prototype.transactionsRoot = $util.newBuffer([]);

        /**
         * Header receiptsRoot.
         * @member {Uint8Array} receiptsRoot
         * @memberof cartorio.Header
         * @instance
         */
        Header.prototype.receiptsRoot = $util.newBuffer([]);

        /**
         * Header stateRoot.
         * @member {Uint8Array} stateRoot
         * @memberof cartorio.Header
         * @instance
         */
        Header.prototype.stateRoot = $util.newBuffer([]);

        /**
         * Header nextValidatorSetHash.
         * @member {Uint8Array} nextValidatorSetHash
         * @memberof cartorio.Header
         * @instance
         */
        Header.prototype.nextValidatorSetHash = $util.newBuffer([]);

        /**
         * Header protocolVersion.
         * @member {number} protocolVersion
         * @memberof cartorio.Header
         * @instance
         */
        Header.prototype.protocolVersion = 0;

        /**
         * Encodes the specified Header message. Does not implicitly {@link cartorio.Header.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Header
         * @static
         * @param {cartorio.Header.$Properties} message Header message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Header.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.parentHash != null && $Object.hasOwnProperty.call(message, "parentHash") && message.parentHash.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.parentHash);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.height);
            if (message.time != null && $Object.hasOwnProperty.call(message, "time") && (typeof message.time === "object" ? message.time.low || message.time.high : message.time !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.time);
            if (message.proposalDigest != null && $Object.hasOwnProperty.call(message, "proposalDigest") && message.proposalDigest.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.proposalDigest);
            if (message.transactionsRoot != null && $Object.hasOwnProperty.call(message, "transactionsRoot") && message.transactionsRoot.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.transactionsRoot);
            if (message.receiptsRoot != null && $Object.hasOwnProperty.call(message, "receiptsRoot") && message.receiptsRoot.length)
                writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.receiptsRoot);
            if (message.stateRoot != null && $Object.hasOwnProperty.call(message, "stateRoot") && message.stateRoot.length)
                writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.stateRoot);
            if (message.nextValidatorSetHash != null && $Object.hasOwnProperty.call(message, "nextValidatorSetHash") && message.nextValidatorSetHash.length)
                writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.nextValidatorSetHash);
            if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.protocolVersion);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Header message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Header
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Header & cartorio.Header.$Shape} Header
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Header.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Header();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.parentHash = value;
                        else
                            delete message.parentHash;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.time = value;
                        else
                            delete message.time;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proposalDigest = value;
                        else
                            delete message.proposalDigest;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.transactionsRoot = value;
                        else
                            delete message.transactionsRoot;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.receiptsRoot = value;
                        else
                            delete message.receiptsRoot;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.stateRoot = value;
                        else
                            delete message.stateRoot;
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.nextValidatorSetHash = value;
                        else
                            delete message.nextValidatorSetHash;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.protocolVersion = value;
                        else
                            delete message.protocolVersion;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Header;
    })();

    cartorio.Receipt = (function() {

        /**
         * Properties of a Receipt.
         * @typedef {Object} cartorio.Receipt.$Properties
         * @property {Uint8Array|null} [transactionId] Receipt transactionId
         * @property {Uint8Array|null} [envelopeHash] Receipt envelopeHash
         * @property {number|null} [code] Receipt code
         * @property {number|null} [operationIndex] Receipt operationIndex
         * @property {number|null} [cost] Receipt cost
         * @property {number|null} [currentVersion] Receipt currentVersion
         * @property {Array.<string>|null} [ids] Receipt ids
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Receipt.
         * @memberof cartorio
         * @interface IReceipt
         * @augments cartorio.Receipt.$Properties
         * @deprecated Use cartorio.Receipt.$Properties instead.
         */

        /**
         * Shape of a Receipt.
         * @typedef {cartorio.Receipt.$Properties} cartorio.Receipt.$Shape
         */

        /**
         * Constructs a new Receipt.
         * @memberof cartorio
         * @classdesc Represents a Receipt.
         * @constructor
         * @param {cartorio.Receipt.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Receipt = function (properties) {
            this.ids = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Receipt transactionId.
         * @member {Uint8Array} transactionId
         * @memberof cartorio.Receipt
         * @instance
         */
        Receipt.prototype.transactionId = $util.newBuffer([]);

        /**
         * Receipt envelopeHash.
         * @member {Uint8Array} envelopeHash
         * @memberof cartorio.Receipt
         * @instance
         */
        Receipt.prototype.envelopeHash = $util.newBuffer([]);

        /**
         * Receipt code.
         * @member {number} code
         * @memberof cartorio.Receipt
         * @instance
         */
        Receipt.prototype.code = 0;

        /**
         * Receipt operationIndex.
         * @member {number} operationIndex
         * @memberof cartorio.Receipt
         * @instance
         */
        Receipt.prototype.operationIndex = 0;

        /**
         * Receipt cost.
         * @member {number} cost
         * @memberof cartorio.Receipt
         * @instance
         */
        Receipt.prototype.cost = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Receipt currentVersion.
         * @member {number} currentVersion
         * @memberof cartorio.Receipt
         * @instance
         */
        Receipt.prototype.currentVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Receipt ids.
         * @member {Array.<string>} ids
         * @memberof cartorio.Receipt
         * @instance
         */
        Receipt.prototype.ids = $util.emptyArray;

        /**
         * Encodes the specified Receipt message. Does not implicitly {@link cartorio.Receipt.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Receipt
         * @static
         * @param {cartorio.Receipt.$Properties} message Receipt message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Receipt.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.transactionId != null && $Object.hasOwnProperty.call(message, "transactionId") && message.transactionId.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.transactionId);
            if (message.envelopeHash != null && $Object.hasOwnProperty.call(message, "envelopeHash") && message.envelopeHash.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.envelopeHash);
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.code);
            if (message.operationIndex != null && $Object.hasOwnProperty.call(message, "operationIndex") && message.operationIndex !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.operationIndex);
            if (message.cost != null && $Object.hasOwnProperty.call(message, "cost") && (typeof message.cost === "object" ? message.cost.low || message.cost.high : message.cost !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.cost);
            if (message.currentVersion != null && $Object.hasOwnProperty.call(message, "currentVersion") && (typeof message.currentVersion === "object" ? message.currentVersion.low || message.currentVersion.high : message.currentVersion !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.currentVersion);
            if (message.ids != null && message.ids.length)
                for (let i = 0; i < message.ids.length; ++i)
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.ids[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Receipt message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Receipt
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Receipt & cartorio.Receipt.$Shape} Receipt
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Receipt.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Receipt();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.transactionId = value;
                        else
                            delete message.transactionId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.envelopeHash = value;
                        else
                            delete message.envelopeHash;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.operationIndex = value;
                        else
                            delete message.operationIndex;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.cost = value;
                        else
                            delete message.cost;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.currentVersion = value;
                        else
                            delete message.currentVersion;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.ids && message.ids.length))
                            message.ids = [];
                        message.ids.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Receipt;
    })();

    cartorio.VoteStatement = (function() {

        /**
         * Properties of a VoteStatement.
         * @typedef {Object} cartorio.VoteStatement.$Properties
         * @property {Uint8Array|null} [chainId] VoteStatement chainId
         * @property {number|null} [epoch] VoteStatement epoch
         * @property {number|null} [kind] VoteStatement kind
         * @property {number|null} [view] VoteStatement view
         * @property {number|null} [height] VoteStatement height
         * @property {Uint8Array|null} [proposalDigest] VoteStatement proposalDigest
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a VoteStatement.
         * @memberof cartorio
         * @interface IVoteStatement
         * @augments cartorio.VoteStatement.$Properties
         * @deprecated Use cartorio.VoteStatement.$Properties instead.
         */

        /**
         * Shape of a VoteStatement.
         * @typedef {cartorio.VoteStatement.$Properties} cartorio.VoteStatement.$Shape
         */

        /**
         * Constructs a new VoteStatement.
         * @memberof cartorio
         * @classdesc Represents a VoteStatement.
         * @constructor
         * @param {cartorio.VoteStatement.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const VoteStatement = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * VoteStatement chainId.
         * @member {Uint8Array} chainId
         * @memberof cartorio.VoteStatement
         * @instance
         */
        VoteStatement.prototype.chainId = $util.newBuffer([]);

        /**
         * VoteStatement epoch.
         * @member {number} epoch
         * @memberof cartorio.VoteStatement
         * @instance
         */
        VoteStatement.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * VoteStatement kind.
         * @member {number} kind
         * @memberof cartorio.VoteStatement
         * @instance
         */
        VoteStatement.prototype.kind = 0;

        /**
         * VoteStatement view.
         * @member {number} view
         * @memberof cartorio.VoteStatement
         * @instance
         */
        VoteStatement.prototype.view = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * VoteStatement height.
         * @member {number} height
         * @memberof cartorio.VoteStatement
         * @instance
         */
        VoteStatement.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * VoteStatement proposalDigest.
         * @member {Uint8Array} proposalDigest
         * @memberof cartorio.VoteStatement
         * @instance
         */
        VoteStatement.prototype.proposalDigest = $util.newBuffer([]);

        /**
         * Encodes the specified VoteStatement message. Does not implicitly {@link cartorio.VoteStatement.verify|verify} messages.
         * @function encode
         * @memberof cartorio.VoteStatement
         * @static
         * @param {cartorio.VoteStatement.$Properties} message VoteStatement message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        VoteStatement.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.chainId != null && $Object.hasOwnProperty.call(message, "chainId") && message.chainId.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.chainId);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.kind);
            if (message.view != null && $Object.hasOwnProperty.call(message, "view") && (typeof message.view === "object" ? message.view.low || message.view.high : message.view !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.view);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.height);
            if (message.proposalDigest != null && $Object.hasOwnProperty.call(message, "proposalDigest") && message.proposalDigest.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.proposalDigest);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a VoteStatement message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.VoteStatement
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.VoteStatement & cartorio.VoteStatement.$Shape} VoteStatement
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        VoteStatement.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.VoteStatement();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.chainId = value;
                        else
                            delete message.chainId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.view = value;
                        else
                            delete message.view;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proposalDigest = value;
                        else
                            delete message.proposalDigest;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return VoteStatement;
    })();

    cartorio.CheckpointStatement = (function() {

        /**
         * Properties of a CheckpointStatement.
         * @typedef {Object} cartorio.CheckpointStatement.$Properties
         * @property {Uint8Array|null} [chainId] CheckpointStatement chainId
         * @property {number|null} [epoch] CheckpointStatement epoch
         * @property {number|null} [height] CheckpointStatement height
         * @property {Uint8Array|null} [headerHash] CheckpointStatement headerHash
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a CheckpointStatement.
         * @memberof cartorio
         * @interface ICheckpointStatement
         * @augments cartorio.CheckpointStatement.$Properties
         * @deprecated Use cartorio.CheckpointStatement.$Properties instead.
         */

        /**
         * Shape of a CheckpointStatement.
         * @typedef {cartorio.CheckpointStatement.$Properties} cartorio.CheckpointStatement.$Shape
         */

        /**
         * Constructs a new CheckpointStatement.
         * @memberof cartorio
         * @classdesc Represents a CheckpointStatement.
         * @constructor
         * @param {cartorio.CheckpointStatement.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const CheckpointStatement = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * CheckpointStatement chainId.
         * @member {Uint8Array} chainId
         * @memberof cartorio.CheckpointStatement
         * @instance
         */
        CheckpointStatement.prototype.chainId = $util.newBuffer([]);

        /**
         * CheckpointStatement epoch.
         * @member {number} epoch
         * @memberof cartorio.CheckpointStatement
         * @instance
         */
        CheckpointStatement.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CheckpointStatement height.
         * @member {number} height
         * @memberof cartorio.CheckpointStatement
         * @instance
         */
        CheckpointStatement.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CheckpointStatement headerHash.
         * @member {Uint8Array} headerHash
         * @memberof cartorio.CheckpointStatement
         * @instance
         */
        CheckpointStatement.prototype.headerHash = $util.newBuffer([]);

        /**
         * Encodes the specified CheckpointStatement message. Does not implicitly {@link cartorio.CheckpointStatement.verify|verify} messages.
         * @function encode
         * @memberof cartorio.CheckpointStatement
         * @static
         * @param {cartorio.CheckpointStatement.$Properties} message CheckpointStatement message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CheckpointStatement.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.chainId != null && $Object.hasOwnProperty.call(message, "chainId") && message.chainId.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.chainId);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.height);
            if (message.headerHash != null && $Object.hasOwnProperty.call(message, "headerHash") && message.headerHash.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.headerHash);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a CheckpointStatement message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.CheckpointStatement
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.CheckpointStatement & cartorio.CheckpointStatement.$Shape} CheckpointStatement
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CheckpointStatement.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.CheckpointStatement();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.chainId = value;
                        else
                            delete message.chainId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.headerHash = value;
                        else
                            delete message.headerHash;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return CheckpointStatement;
    })();

    cartorio.ValidatorSignature = (function() {

        /**
         * Properties of a ValidatorSignature.
         * @typedef {Object} cartorio.ValidatorSignature.$Properties
         * @property {number|null} [validator] ValidatorSignature validator
         * @property {Uint8Array|null} [signature] ValidatorSignature signature
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ValidatorSignature.
         * @memberof cartorio
         * @interface IValidatorSignature
         * @augments cartorio.ValidatorSignature.$Properties
         * @deprecated Use cartorio.ValidatorSignature.$Properties instead.
         */

        /**
         * Shape of a ValidatorSignature.
         * @typedef {cartorio.ValidatorSignature.$Properties} cartorio.ValidatorSignature.$Shape
         */

        /**
         * Constructs a new ValidatorSignature.
         * @memberof cartorio
         * @classdesc Represents a ValidatorSignature.
         * @constructor
         * @param {cartorio.ValidatorSignature.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ValidatorSignature = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ValidatorSignature validator.
         * @member {number} validator
         * @memberof cartorio.ValidatorSignature
         * @instance
         */
        ValidatorSignature.prototype.validator = 0;

        /**
         * ValidatorSignature signature.
         * @member {Uint8Array} signature
         * @memberof cartorio.ValidatorSignature
         * @instance
         */
        ValidatorSignature.prototype.signature = $util.newBuffer([]);

        /**
         * Encodes the specified ValidatorSignature message. Does not implicitly {@link cartorio.ValidatorSignature.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ValidatorSignature
         * @static
         * @param {cartorio.ValidatorSignature.$Properties} message ValidatorSignature message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ValidatorSignature.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.validator != null && $Object.hasOwnProperty.call(message, "validator") && message.validator !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.validator);
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ValidatorSignature message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ValidatorSignature
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ValidatorSignature & cartorio.ValidatorSignature.$Shape} ValidatorSignature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ValidatorSignature.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ValidatorSignature();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.validator = value;
                        else
                            delete message.validator;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signature = value;
                        else
                            delete message.signature;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ValidatorSignature;
    })();

    cartorio.PreparedCertificate = (function() {

        /**
         * Properties of a PreparedCertificate.
         * @typedef {Object} cartorio.PreparedCertificate.$Properties
         * @property {number|null} [epoch] PreparedCertificate epoch
         * @property {number|null} [view] PreparedCertificate view
         * @property {number|null} [height] PreparedCertificate height
         * @property {Uint8Array|null} [proposalDigest] PreparedCertificate proposalDigest
         * @property {Array.<cartorio.ValidatorSignature.$Properties>|null} [signatures] PreparedCertificate signatures
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PreparedCertificate.
         * @memberof cartorio
         * @interface IPreparedCertificate
         * @augments cartorio.PreparedCertificate.$Properties
         * @deprecated Use cartorio.PreparedCertificate.$Properties instead.
         */

        /**
         * Shape of a PreparedCertificate.
         * @typedef {cartorio.PreparedCertificate.$Properties} cartorio.PreparedCertificate.$Shape
         */

        /**
         * Constructs a new PreparedCertificate.
         * @memberof cartorio
         * @classdesc Represents a PreparedCertificate.
         * @constructor
         * @param {cartorio.PreparedCertificate.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PreparedCertificate = function (properties) {
            this.signatures = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PreparedCertificate epoch.
         * @member {number} epoch
         * @memberof cartorio.PreparedCertificate
         * @instance
         */
        PreparedCertificate.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * PreparedCertificate view.
         * @member {number} view
         * @memberof cartorio.PreparedCertificate
         * @instance
         */
        PreparedCertificate.prototype.view = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * PreparedCertificate height.
         * @member {number} height
         * @memberof cartorio.PreparedCertificate
         * @instance
         */
        PreparedCertificate.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * PreparedCertificate proposalDigest.
         * @member {Uint8Array} proposalDigest
         * @memberof cartorio.PreparedCertificate
         * @instance
         */
        PreparedCertificate.prototype.proposalDigest = $util.newBuffer([]);

        /**
         * PreparedCertificate signatures.
         * @member {Array.<cartorio.ValidatorSignature.$Properties>} signatures
         * @memberof cartorio.PreparedCertificate
         * @instance
         */
        PreparedCertificate.prototype.signatures = $util.emptyArray;

        /**
         * Encodes the specified PreparedCertificate message. Does not implicitly {@link cartorio.PreparedCertificate.verify|verify} messages.
         * @function encode
         * @memberof cartorio.PreparedCertificate
         * @static
         * @param {cartorio.PreparedCertificate.$Properties} message PreparedCertificate message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PreparedCertificate.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.epoch);
            if (message.view != null && $Object.hasOwnProperty.call(message, "view") && (typeof message.view === "object" ? message.view.low || message.view.high : message.view !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.view);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.height);
            if (message.proposalDigest != null && $Object.hasOwnProperty.call(message, "proposalDigest") && message.proposalDigest.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.proposalDigest);
            if (message.signatures != null && message.signatures.length)
                for (let i = 0; i < message.signatures.length; ++i)
                    $root.cartorio.ValidatorSignature.encode(message.signatures[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PreparedCertificate message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.PreparedCertificate
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.PreparedCertificate & cartorio.PreparedCertificate.$Shape} PreparedCertificate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PreparedCertificate.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.PreparedCertificate();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.view = value;
                        else
                            delete message.view;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proposalDigest = value;
                        else
                            delete message.proposalDigest;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.signatures && message.signatures.length))
                            message.signatures = [];
                        message.signatures.push($root.cartorio.ValidatorSignature.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return PreparedCertificate;
    })();

    cartorio.FinalityCertificate = (function() {

        /**
         * Properties of a FinalityCertificate.
         * @typedef {Object} cartorio.FinalityCertificate.$Properties
         * @property {number|null} [epoch] FinalityCertificate epoch
         * @property {number|null} [height] FinalityCertificate height
         * @property {Uint8Array|null} [headerHash] FinalityCertificate headerHash
         * @property {Array.<cartorio.ValidatorSignature.$Properties>|null} [signatures] FinalityCertificate signatures
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a FinalityCertificate.
         * @memberof cartorio
         * @interface IFinalityCertificate
         * @augments cartorio.FinalityCertificate.$Properties
         * @deprecated Use cartorio.FinalityCertificate.$Properties instead.
         */

        /**
         * Shape of a FinalityCertificate.
         * @typedef {cartorio.FinalityCertificate.$Properties} cartorio.FinalityCertificate.$Shape
         */

        /**
         * Constructs a new FinalityCertificate.
         * @memberof cartorio
         * @classdesc Represents a FinalityCertificate.
         * @constructor
         * @param {cartorio.FinalityCertificate.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const FinalityCertificate = function (properties) {
            this.signatures = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * FinalityCertificate epoch.
         * @member {number} epoch
         * @memberof cartorio.FinalityCertificate
         * @instance
         */
        FinalityCertificate.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * FinalityCertificate height.
         * @member {number} height
         * @memberof cartorio.FinalityCertificate
         * @instance
         */
        FinalityCertificate.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * FinalityCertificate headerHash.
         * @member {Uint8Array} headerHash
         * @memberof cartorio.FinalityCertificate
         * @instance
         */
        FinalityCertificate.prototype.headerHash = $util.newBuffer([]);

        /**
         * FinalityCertificate signatures.
         * @member {Array.<cartorio.ValidatorSignature.$Properties>} signatures
         * @memberof cartorio.FinalityCertificate
         * @instance
         */
        FinalityCertificate.prototype.signatures = $util.emptyArray;

        /**
         * Encodes the specified FinalityCertificate message. Does not implicitly {@link cartorio.FinalityCertificate.verify|verify} messages.
         * @function encode
         * @memberof cartorio.FinalityCertificate
         * @static
         * @param {cartorio.FinalityCertificate.$Properties} message FinalityCertificate message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FinalityCertificate.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.epoch);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.height);
            if (message.headerHash != null && $Object.hasOwnProperty.call(message, "headerHash") && message.headerHash.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.headerHash);
            if (message.signatures != null && message.signatures.length)
                for (let i = 0; i < message.signatures.length; ++i)
                    $root.cartorio.ValidatorSignature.encode(message.signatures[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a FinalityCertificate message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.FinalityCertificate
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.FinalityCertificate & cartorio.FinalityCertificate.$Shape} FinalityCertificate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FinalityCertificate.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.FinalityCertificate();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.headerHash = value;
                        else
                            delete message.headerHash;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.signatures && message.signatures.length))
                            message.signatures = [];
                        message.signatures.push($root.cartorio.ValidatorSignature.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return FinalityCertificate;
    })();

    cartorio.Validator = (function() {

        /**
         * Properties of a Validator.
         * @typedef {Object} cartorio.Validator.$Properties
         * @property {string|null} [member] Validator member
         * @property {Uint8Array|null} [validatorKey] Validator validatorKey
         * @property {Uint8Array|null} [nodeKey] Validator nodeKey
         * @property {Array.<string>|null} [addresses] Validator addresses
         * @property {Uint8Array|null} [incarnation] Validator incarnation
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Validator.
         * @memberof cartorio
         * @interface IValidator
         * @augments cartorio.Validator.$Properties
         * @deprecated Use cartorio.Validator.$Properties instead.
         */

        /**
         * Shape of a Validator.
         * @typedef {cartorio.Validator.$Properties} cartorio.Validator.$Shape
         */

        /**
         * Constructs a new Validator.
         * @memberof cartorio
         * @classdesc Represents a Validator.
         * @constructor
         * @param {cartorio.Validator.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Validator = function (properties) {
            this.addresses = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Validator member.
         * @member {string} member
         * @memberof cartorio.Validator
         * @instance
         */
        Validator.prototype.member = "";

        /**
         * Validator validatorKey.
         * @member {Uint8Array} validatorKey
         * @memberof cartorio.Validator
         * @instance
         */
        Validator.prototype.validatorKey = $util.newBuffer([]);

        /**
         * Validator nodeKey.
         * @member {Uint8Array} nodeKey
         * @memberof cartorio.Validator
         * @instance
         */
        Validator.prototype.nodeKey = $util.newBuffer([]);

        /**
         * Validator addresses.
         * @member {Array.<string>} addresses
         * @memberof cartorio.Validator
         * @instance
         */
        Validator.prototype.addresses = $util.emptyArray;

        /**
         * Validator incarnation.
         * @member {Uint8Array} incarnation
         * @memberof cartorio.Validator
         * @instance
         */
        Validator.prototype.incarnation = $util.newBuffer([]);

        /**
         * Encodes the specified Validator message. Does not implicitly {@link cartorio.Validator.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Validator
         * @static
         * @param {cartorio.Validator.$Properties} message Validator message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Validator.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.member != null && $Object.hasOwnProperty.call(message, "member") && message.member !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.member);
            if (message.validatorKey != null && $Object.hasOwnProperty.call(message, "validatorKey") && message.validatorKey.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.validatorKey);
            if (message.nodeKey != null && $Object.hasOwnProperty.call(message, "nodeKey") && message.nodeKey.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.nodeKey);
            if (message.addresses != null && message.addresses.length)
                for (let i = 0; i < message.addresses.length; ++i)
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.addresses[i]);
            if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.incarnation);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Validator message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Validator
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Validator & cartorio.Validator.$Shape} Validator
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Validator.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Validator();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.member = value;
                        else
                            delete message.member;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.validatorKey = value;
                        else
                            delete message.validatorKey;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.nodeKey = value;
                        else
                            delete message.nodeKey;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.addresses && message.addresses.length))
                            message.addresses = [];
                        message.addresses.push(reader.stringVerify());
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.incarnation = value;
                        else
                            delete message.incarnation;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Validator;
    })();

    cartorio.ValidatorSet = (function() {

        /**
         * Properties of a ValidatorSet.
         * @typedef {Object} cartorio.ValidatorSet.$Properties
         * @property {number|null} [format] ValidatorSet format
         * @property {number|null} [epoch] ValidatorSet epoch
         * @property {number|null} [activationHeight] ValidatorSet activationHeight
         * @property {Array.<cartorio.Validator.$Properties>|null} [validators] ValidatorSet validators
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ValidatorSet.
         * @memberof cartorio
         * @interface IValidatorSet
         * @augments cartorio.ValidatorSet.$Properties
         * @deprecated Use cartorio.ValidatorSet.$Properties instead.
         */

        /**
         * Shape of a ValidatorSet.
         * @typedef {cartorio.ValidatorSet.$Properties} cartorio.ValidatorSet.$Shape
         */

        /**
         * Constructs a new ValidatorSet.
         * @memberof cartorio
         * @classdesc Represents a ValidatorSet.
         * @constructor
         * @param {cartorio.ValidatorSet.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ValidatorSet = function (properties) {
            this.validators = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ValidatorSet format.
         * @member {number} format
         * @memberof cartorio.ValidatorSet
         * @instance
         */
        ValidatorSet.prototype.format = 0;

        /**
         * ValidatorSet epoch.
         * @member {number} epoch
         * @memberof cartorio.ValidatorSet
         * @instance
         */
        ValidatorSet.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ValidatorSet activationHeight.
         * @member {number} activationHeight
         * @memberof cartorio.ValidatorSet
         * @instance
         */
        ValidatorSet.prototype.activationHeight = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ValidatorSet validators.
         * @member {Array.<cartorio.Validator.$Properties>} validators
         * @memberof cartorio.ValidatorSet
         * @instance
         */
        ValidatorSet.prototype.validators = $util.emptyArray;

        /**
         * Encodes the specified ValidatorSet message. Does not implicitly {@link cartorio.ValidatorSet.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ValidatorSet
         * @static
         * @param {cartorio.ValidatorSet.$Properties} message ValidatorSet message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ValidatorSet.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
            if (message.activationHeight != null && $Object.hasOwnProperty.call(message, "activationHeight") && (typeof message.activationHeight === "object" ? message.activationHeight.low || message.activationHeight.high : message.activationHeight !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.activationHeight);
            if (message.validators != null && message.validators.length)
                for (let i = 0; i < message.validators.length; ++i)
                    $root.cartorio.Validator.encode(message.validators[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ValidatorSet message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ValidatorSet
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ValidatorSet & cartorio.ValidatorSet.$Shape} ValidatorSet
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ValidatorSet.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ValidatorSet();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.activationHeight = value;
                        else
                            delete message.activationHeight;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.validators && message.validators.length))
                            message.validators = [];
                        message.validators.push($root.cartorio.Validator.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ValidatorSet;
    })();

    cartorio.Block = (function() {

        /**
         * Properties of a Block.
         * @typedef {Object} cartorio.Block.$Properties
         * @property {Uint8Array|null} [header] Block header
         * @property {Uint8Array|null} [proposal] Block proposal
         * @property {Array.<Uint8Array>|null} [envelopes] Block envelopes
         * @property {Array.<Uint8Array>|null} [receipts] Block receipts
         * @property {cartorio.FinalityCertificate.$Properties|null} [certificate] Block certificate
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Block.
         * @memberof cartorio
         * @interface IBlock
         * @augments cartorio.Block.$Properties
         * @deprecated Use cartorio.Block.$Properties instead.
         */

        /**
         * Shape of a Block.
         * @typedef {cartorio.Block.$Properties} cartorio.Block.$Shape
         */

        /**
         * Constructs a new Block.
         * @memberof cartorio
         * @classdesc Represents a Block.
         * @constructor
         * @param {cartorio.Block.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Block = function (properties) {
            this.envelopes = [];
            this.receipts = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Block header.
         * @member {Uint8Array} header
         * @memberof cartorio.Block
         * @instance
         */
        Block.prototype.header = $util.newBuffer([]);

        /**
         * Block proposal.
         * @member {Uint8Array} proposal
         * @memberof cartorio.Block
         * @instance
         */
        Block.prototype.proposal = $util.newBuffer([]);

        /**
         * Block envelopes.
         * @member {Array.<Uint8Array>} envelopes
         * @memberof cartorio.Block
         * @instance
         */
        Block.prototype.envelopes = $util.emptyArray;

        /**
         * Block receipts.
         * @member {Array.<Uint8Array>} receipts
         * @memberof cartorio.Block
         * @instance
         */
        Block.prototype.receipts = $util.emptyArray;

        /**
         * Block certificate.
         * @member {cartorio.FinalityCertificate.$Properties|null|undefined} certificate
         * @memberof cartorio.Block
         * @instance
         */
        Block.prototype.certificate = null;

        /**
         * Encodes the specified Block message. Does not implicitly {@link cartorio.Block.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Block
         * @static
         * @param {cartorio.Block.$Properties} message Block message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Block.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.header != null && $Object.hasOwnProperty.call(message, "header") && message.header.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.header);
            if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal") && message.proposal.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.proposal);
            if (message.envelopes != null && message.envelopes.length)
                for (let i = 0; i < message.envelopes.length; ++i)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.envelopes[i]);
            if (message.receipts != null && message.receipts.length)
                for (let i = 0; i < message.receipts.length; ++i)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.receipts[i]);
            if (message.certificate != null && $Object.hasOwnProperty.call(message, "certificate"))
                $root.cartorio.FinalityCertificate.encode(message.certificate, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Block message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Block
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Block & cartorio.Block.$Shape} Block
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Block.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Block();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.header = value;
                        else
                            delete message.header;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proposal = value;
                        else
                            delete message.proposal;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.envelopes && message.envelopes.length))
                            message.envelopes = [];
                        message.envelopes.push(reader.bytes());
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.receipts && message.receipts.length))
                            message.receipts = [];
                        message.receipts.push(reader.bytes());
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.certificate = $root.cartorio.FinalityCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.certificate);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Block;
    })();

    cartorio.ConsensusMessage = (function() {

        /**
         * Properties of a ConsensusMessage.
         * @typedef {Object} cartorio.ConsensusMessage.$Properties
         * @property {cartorio.PrePrepare.$Properties|null} [prePrepare] ConsensusMessage prePrepare
         * @property {cartorio.Vote.$Properties|null} [vote] ConsensusMessage vote
         * @property {cartorio.Checkpoint.$Properties|null} [checkpoint] ConsensusMessage checkpoint
         * @property {cartorio.SignedBody.$Properties|null} [suspect] ConsensusMessage suspect
         * @property {cartorio.SignedBody.$Properties|null} [viewChange] ConsensusMessage viewChange
         * @property {cartorio.SignedBody.$Properties|null} [newView] ConsensusMessage newView
         * @property {cartorio.Status.$Properties|null} [status] ConsensusMessage status
         * @property {cartorio.FinalityCertificate.$Properties|null} [certificate] ConsensusMessage certificate
         * @property {"prePrepare"|"vote"|"checkpoint"|"suspect"|"viewChange"|"newView"|"status"|"certificate"} [kind] ConsensusMessage kind
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ConsensusMessage.
         * @memberof cartorio
         * @interface IConsensusMessage
         * @augments cartorio.ConsensusMessage.$Properties
         * @deprecated Use cartorio.ConsensusMessage.$Properties instead.
         */

        /**
         * Narrowed shape of a ConsensusMessage.
         * @typedef {{
         *   prePrepare?: cartorio.PrePrepare.$Shape|null;
         *   vote?: cartorio.Vote.$Shape|null;
         *   checkpoint?: cartorio.Checkpoint.$Shape|null;
         *   suspect?: cartorio.SignedBody.$Shape|null;
         *   viewChange?: cartorio.SignedBody.$Shape|null;
         *   newView?: cartorio.SignedBody.$Shape|null;
         *   status?: cartorio.Status.$Shape|null;
         *   certificate?: cartorio.FinalityCertificate.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ kind?: undefined; prePrepare?: null; vote?: null; checkpoint?: null; suspect?: null; viewChange?: null; newView?: null; status?: null; certificate?: null }|{ kind?: "prePrepare"; prePrepare: cartorio.PrePrepare.$Shape; vote?: null; checkpoint?: null; suspect?: null; viewChange?: null; newView?: null; status?: null; certificate?: null }|{ kind?: "vote"; prePrepare?: null; vote: cartorio.Vote.$Shape; checkpoint?: null; suspect?: null; viewChange?: null; newView?: null; status?: null; certificate?: null }|{ kind?: "checkpoint"; prePrepare?: null; vote?: null; checkpoint: cartorio.Checkpoint.$Shape; suspect?: null; viewChange?: null; newView?: null; status?: null; certificate?: null }|{ kind?: "suspect"; prePrepare?: null; vote?: null; checkpoint?: null; suspect: cartorio.SignedBody.$Shape; viewChange?: null; newView?: null; status?: null; certificate?: null }|{ kind?: "viewChange"; prePrepare?: null; vote?: null; checkpoint?: null; suspect?: null; viewChange: cartorio.SignedBody.$Shape; newView?: null; status?: null; certificate?: null }|{ kind?: "newView"; prePrepare?: null; vote?: null; checkpoint?: null; suspect?: null; viewChange?: null; newView: cartorio.SignedBody.$Shape; status?: null; certificate?: null }|{ kind?: "status"; prePrepare?: null; vote?: null; checkpoint?: null; suspect?: null; viewChange?: null; newView?: null; status: cartorio.Status.$Shape; certificate?: null }|{ kind?: "certificate"; prePrepare?: null; vote?: null; checkpoint?: null; suspect?: null; viewChange?: null; newView?: null; status?: null; certificate: cartorio.FinalityCertificate.$Shape })
         * )} cartorio.ConsensusMessage.$Shape
         */

        /**
         * Constructs a new ConsensusMessage.
         * @memberof cartorio
         * @classdesc Represents a ConsensusMessage.
         * @constructor
         * @param {cartorio.ConsensusMessage.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ConsensusMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ConsensusMessage prePrepare.
         * @member {cartorio.PrePrepare.$Properties|null|undefined} prePrepare
         * @memberof cartorio.ConsensusMessage
         * @instance
         */
        ConsensusMessage.prototype.prePrepare = null;

        /**
         * ConsensusMessage vote.
         * @member {cartorio.Vote.$Properties|null|undefined} vote
         * @memberof cartorio.ConsensusMessage
         * @instance
         */
        ConsensusMessage.prototype.vote = null;

        /**
         * ConsensusMessage checkpoint.
         * @member {cartorio.Checkpoint.$Properties|null|undefined} checkpoint
         * @memberof cartorio.ConsensusMessage
         * @instance
         */
        ConsensusMessage.prototype.checkpoint = null;

        /**
         * ConsensusMessage suspect.
         * @member {cartorio.SignedBody.$Properties|null|undefined} suspect
         * @memberof cartorio.ConsensusMessage
         * @instance
         */
        ConsensusMessage.prototype.suspect = null;

        /**
         * ConsensusMessage viewChange.
         * @member {cartorio.SignedBody.$Properties|null|undefined} viewChange
         * @memberof cartorio.ConsensusMessage
         * @instance
         */
        ConsensusMessage.prototype.viewChange = null;

        /**
         * ConsensusMessage newView.
         * @member {cartorio.SignedBody.$Properties|null|undefined} newView
         * @memberof cartorio.ConsensusMessage
         * @instance
         */
        ConsensusMessage.prototype.newView = null;

        /**
         * ConsensusMessage status.
         * @member {cartorio.Status.$Properties|null|undefined} status
         * @memberof cartorio.ConsensusMessage
         * @instance
         */
        ConsensusMessage.prototype.status = null;

        /**
         * ConsensusMessage certificate.
         * @member {cartorio.FinalityCertificate.$Properties|null|undefined} certificate
         * @memberof cartorio.ConsensusMessage
         * @instance
         */
        ConsensusMessage.prototype.certificate = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * ConsensusMessage kind.
         * @member {"prePrepare"|"vote"|"checkpoint"|"suspect"|"viewChange"|"newView"|"status"|"certificate"|undefined} kind
         * @memberof cartorio.ConsensusMessage
         * @instance
         */
        $Object.defineProperty(ConsensusMessage.prototype, "kind", {
            get: $util.oneOfGetter($oneOfFields = ["prePrepare", "vote", "checkpoint", "suspect", "viewChange", "newView", "status", "certificate"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Encodes the specified ConsensusMessage message. Does not implicitly {@link cartorio.ConsensusMessage.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ConsensusMessage
         * @static
         * @param {cartorio.ConsensusMessage.$Properties} message ConsensusMessage message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ConsensusMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.prePrepare != null && $Object.hasOwnProperty.call(message, "prePrepare"))
                $root.cartorio.PrePrepare.encode(message.prePrepare, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.vote != null && $Object.hasOwnProperty.call(message, "vote"))
                $root.cartorio.Vote.encode(message.vote, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.checkpoint != null && $Object.hasOwnProperty.call(message, "checkpoint"))
                $root.cartorio.Checkpoint.encode(message.checkpoint, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.suspect != null && $Object.hasOwnProperty.call(message, "suspect"))
                $root.cartorio.SignedBody.encode(message.suspect, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.viewChange != null && $Object.hasOwnProperty.call(message, "viewChange"))
                $root.cartorio.SignedBody.encode(message.viewChange, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.newView != null && $Object.hasOwnProperty.call(message, "newView"))
                $root.cartorio.SignedBody.encode(message.newView, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                $root.cartorio.Status.encode(message.status, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.certificate != null && $Object.hasOwnProperty.call(message, "certificate"))
                $root.cartorio.FinalityCertificate.encode(message.certificate, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ConsensusMessage message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ConsensusMessage
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ConsensusMessage & cartorio.ConsensusMessage.$Shape} ConsensusMessage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ConsensusMessage.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ConsensusMessage();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.prePrepare = $root.cartorio.PrePrepare.decode(reader, reader.size(), $undefined, _depth + 1, message.prePrepare);
                        message.kind = "prePrepare";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.vote = $root.cartorio.Vote.decode(reader, reader.size(), $undefined, _depth + 1, message.vote);
                        message.kind = "vote";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.checkpoint = $root.cartorio.Checkpoint.decode(reader, reader.size(), $undefined, _depth + 1, message.checkpoint);
                        message.kind = "checkpoint";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.suspect = $root.cartorio.SignedBody.decode(reader, reader.size(), $undefined, _depth + 1, message.suspect);
                        message.kind = "suspect";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.viewChange = $root.cartorio.SignedBody.decode(reader, reader.size(), $undefined, _depth + 1, message.viewChange);
                        message.kind = "viewChange";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.newView = $root.cartorio.SignedBody.decode(reader, reader.size(), $undefined, _depth + 1, message.newView);
                        message.kind = "newView";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.status = $root.cartorio.Status.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                        message.kind = "status";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.certificate = $root.cartorio.FinalityCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.certificate);
                        message.kind = "certificate";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ConsensusMessage;
    })();

    cartorio.PrePrepare = (function() {

        /**
         * Properties of a PrePrepare.
         * @typedef {Object} cartorio.PrePrepare.$Properties
         * @property {number|null} [view] PrePrepare view
         * @property {Uint8Array|null} [proposal] PrePrepare proposal
         * @property {number|null} [validator] PrePrepare validator
         * @property {Uint8Array|null} [signature] PrePrepare signature
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PrePrepare.
         * @memberof cartorio
         * @interface IPrePrepare
         * @augments cartorio.PrePrepare.$Properties
         * @deprecated Use cartorio.PrePrepare.$Properties instead.
         */

        /**
         * Shape of a PrePrepare.
         * @typedef {cartorio.PrePrepare.$Properties} cartorio.PrePrepare.$Shape
         */

        /**
         * Constructs a new PrePrepare.
         * @memberof cartorio
         * @classdesc Represents a PrePrepare.
         * @constructor
         * @param {cartorio.PrePrepare.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PrePrepare = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PrePrepare view.
         * @member {number} view
         * @memberof cartorio.PrePrepare
         * @instance
         */
        PrePrepare.prototype.view = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * PrePrepare proposal.
         * @member {Uint8Array} proposal
         * @memberof cartorio.PrePrepare
         * @instance
         */
        PrePrepare.prototype.proposal = $util.newBuffer([]);

        /**
         * PrePrepare validator.
         * @member {number} validator
         * @memberof cartorio.PrePrepare
         * @instance
         */
        PrePrepare.prototype.validator = 0;

        /**
         * PrePrepare signature.
         * @member {Uint8Array} signature
         * @memberof cartorio.PrePrepare
         * @instance
         */
        PrePrepare.prototype.signature = $util.newBuffer([]);

        /**
         * Encodes the specified PrePrepare message. Does not implicitly {@link cartorio.PrePrepare.verify|verify} messages.
         * @function encode
         * @memberof cartorio.PrePrepare
         * @static
         * @param {cartorio.PrePrepare.$Properties} message PrePrepare message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PrePrepare.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.view != null && $Object.hasOwnProperty.call(message, "view") && (typeof message.view === "object" ? message.view.low || message.view.high : message.view !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.view);
            if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal") && message.proposal.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.proposal);
            if (message.validator != null && $Object.hasOwnProperty.call(message, "validator") && message.validator !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.validator);
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.signature);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PrePrepare message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.PrePrepare
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.PrePrepare & cartorio.PrePrepare.$Shape} PrePrepare
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PrePrepare.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.PrePrepare();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.view = value;
                        else
                            delete message.view;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proposal = value;
                        else
                            delete message.proposal;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.validator = value;
                        else
                            delete message.validator;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signature = value;
                        else
                            delete message.signature;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return PrePrepare;
    })();

    cartorio.Vote = (function() {

        /**
         * Properties of a Vote.
         * @typedef {Object} cartorio.Vote.$Properties
         * @property {number|null} [kind] Vote kind
         * @property {number|null} [epoch] Vote epoch
         * @property {number|null} [view] Vote view
         * @property {number|null} [height] Vote height
         * @property {Uint8Array|null} [proposalDigest] Vote proposalDigest
         * @property {number|null} [validator] Vote validator
         * @property {Uint8Array|null} [signature] Vote signature
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Vote.
         * @memberof cartorio
         * @interface IVote
         * @augments cartorio.Vote.$Properties
         * @deprecated Use cartorio.Vote.$Properties instead.
         */

        /**
         * Shape of a Vote.
         * @typedef {cartorio.Vote.$Properties} cartorio.Vote.$Shape
         */

        /**
         * Constructs a new Vote.
         * @memberof cartorio
         * @classdesc Represents a Vote.
         * @constructor
         * @param {cartorio.Vote.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Vote = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Vote kind.
         * @member {number} kind
         * @memberof cartorio.Vote
         * @instance
         */
        Vote.prototype.kind = 0;

        /**
         * Vote epoch.
         * @member {number} epoch
         * @memberof cartorio.Vote
         * @instance
         */
        Vote.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vote view.
         * @member {number} view
         * @memberof cartorio.Vote
         * @instance
         */
        Vote.prototype.view = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vote height.
         * @member {number} height
         * @memberof cartorio.Vote
         * @instance
         */
        Vote.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Vote proposalDigest.
         * @member {Uint8Array} proposalDigest
         * @memberof cartorio.Vote
         * @instance
         */
        Vote.prototype.proposalDigest = $util.newBuffer([]);

        /**
         * Vote validator.
         * @member {number} validator
         * @memberof cartorio.Vote
         * @instance
         */
        Vote.prototype.validator = 0;

        /**
         * Vote signature.
         * @member {Uint8Array} signature
         * @memberof cartorio.Vote
         * @instance
         */
        Vote.prototype.signature = $util.newBuffer([]);

        /**
         * Encodes the specified Vote message. Does not implicitly {@link cartorio.Vote.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Vote
         * @static
         * @param {cartorio.Vote.$Properties} message Vote message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Vote.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.kind);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
            if (message.view != null && $Object.hasOwnProperty.call(message, "view") && (typeof message.view === "object" ? message.view.low || message.view.high : message.view !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.view);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.height);
            if (message.proposalDigest != null && $Object.hasOwnProperty.call(message, "proposalDigest") && message.proposalDigest.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.proposalDigest);
            if (message.validator != null && $Object.hasOwnProperty.call(message, "validator") && message.validator !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.validator);
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.signature);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Vote message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Vote
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Vote & cartorio.Vote.$Shape} Vote
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Vote.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Vote();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.view = value;
                        else
                            delete message.view;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proposalDigest = value;
                        else
                            delete message.proposalDigest;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.validator = value;
                        else
                            delete message.validator;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signature = value;
                        else
                            delete message.signature;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Vote;
    })();

    cartorio.Checkpoint = (function() {

        /**
         * Properties of a Checkpoint.
         * @typedef {Object} cartorio.Checkpoint.$Properties
         * @property {number|null} [epoch] Checkpoint epoch
         * @property {number|null} [height] Checkpoint height
         * @property {Uint8Array|null} [headerHash] Checkpoint headerHash
         * @property {number|null} [validator] Checkpoint validator
         * @property {Uint8Array|null} [signature] Checkpoint signature
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Checkpoint.
         * @memberof cartorio
         * @interface ICheckpoint
         * @augments cartorio.Checkpoint.$Properties
         * @deprecated Use cartorio.Checkpoint.$Properties instead.
         */

        /**
         * Shape of a Checkpoint.
         * @typedef {cartorio.Checkpoint.$Properties} cartorio.Checkpoint.$Shape
         */

        /**
         * Constructs a new Checkpoint.
         * @memberof cartorio
         * @classdesc Represents a Checkpoint.
         * @constructor
         * @param {cartorio.Checkpoint.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Checkpoint = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Checkpoint epoch.
         * @member {number} epoch
         * @memberof cartorio.Checkpoint
         * @instance
         */
        Checkpoint.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Checkpoint height.
         * @member {number} height
         * @memberof cartorio.Checkpoint
         * @instance
         */
        Checkpoint.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Checkpoint headerHash.
         * @member {Uint8Array} headerHash
         * @memberof cartorio.Checkpoint
         * @instance
         */
        Checkpoint.prototype.headerHash = $util.newBuffer([]);

        /**
         * Checkpoint validator.
         * @member {number} validator
         * @memberof cartorio.Checkpoint
         * @instance
         */
        Checkpoint.prototype.validator = 0;

        /**
         * Checkpoint signature.
         * @member {Uint8Array} signature
         * @memberof cartorio.Checkpoint
         * @instance
         */
        Checkpoint.prototype.signature = $util.newBuffer([]);

        /**
         * Encodes the specified Checkpoint message. Does not implicitly {@link cartorio.Checkpoint.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Checkpoint
         * @static
         * @param {cartorio.Checkpoint.$Properties} message Checkpoint message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Checkpoint.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.epoch);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.height);
            if (message.headerHash != null && $Object.hasOwnProperty.call(message, "headerHash") && message.headerHash.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.headerHash);
            if (message.validator != null && $Object.hasOwnProperty.call(message, "validator") && message.validator !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.validator);
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.signature);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Checkpoint message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Checkpoint
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Checkpoint & cartorio.Checkpoint.$Shape} Checkpoint
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Checkpoint.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Checkpoint();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.headerHash = value;
                        else
                            delete message.headerHash;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.validator = value;
                        else
                            delete message.validator;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signature = value;
                        else
                            delete message.signature;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Checkpoint;
    })();

    cartorio.SignedBody = (function() {

        /**
         * Properties of a SignedBody.
         * @typedef {Object} cartorio.SignedBody.$Properties
         * @property {Uint8Array|null} [body] SignedBody body
         * @property {number|null} [validator] SignedBody validator
         * @property {Uint8Array|null} [signature] SignedBody signature
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SignedBody.
         * @memberof cartorio
         * @interface ISignedBody
         * @augments cartorio.SignedBody.$Properties
         * @deprecated Use cartorio.SignedBody.$Properties instead.
         */

        /**
         * Shape of a SignedBody.
         * @typedef {cartorio.SignedBody.$Properties} cartorio.SignedBody.$Shape
         */

        /**
         * Constructs a new SignedBody.
         * @memberof cartorio
         * @classdesc Represents a SignedBody.
         * @constructor
         * @param {cartorio.SignedBody.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SignedBody = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SignedBody body.
         * @member {Uint8Array} body
         * @memberof cartorio.SignedBody
         * @instance
         */
        SignedBody.prototype.body = $util.newBuffer([]);

        /**
         * SignedBody validator.
         * @member {number} validator
         * @memberof cartorio.SignedBody
         * @instance
         */
        SignedBody.prototype.validator = 0;

        /**
         * SignedBody signature.
         * @member {Uint8Array} signature
         * @memberof cartorio.SignedBody
         * @instance
         */
        SignedBody.prototype.signature = $util.newBuffer([]);

        /**
         * Encodes the specified SignedBody message. Does not implicitly {@link cartorio.SignedBody.verify|verify} messages.
         * @function encode
         * @memberof cartorio.SignedBody
         * @static
         * @param {cartorio.SignedBody.$Properties} message SignedBody message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SignedBody.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.body);
            if (message.validator != null && $Object.hasOwnProperty.call(message, "validator") && message.validator !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.validator);
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SignedBody message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.SignedBody
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.SignedBody & cartorio.SignedBody.$Shape} SignedBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SignedBody.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.SignedBody();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.body = value;
                        else
                            delete message.body;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.validator = value;
                        else
                            delete message.validator;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signature = value;
                        else
                            delete message.signature;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SignedBody;
    })();

    cartorio.SuspectBody = (function() {

        /**
         * Properties of a SuspectBody.
         * @typedef {Object} cartorio.SuspectBody.$Properties
         * @property {Uint8Array|null} [chainId] SuspectBody chainId
         * @property {number|null} [epoch] SuspectBody epoch
         * @property {number|null} [view] SuspectBody view
         * @property {number|null} [certifiedHeight] SuspectBody certifiedHeight
         * @property {number|null} [reason] SuspectBody reason
         * @property {Uint8Array|null} [envelope] SuspectBody envelope
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SuspectBody.
         * @memberof cartorio
         * @interface ISuspectBody
         * @augments cartorio.SuspectBody.$Properties
         * @deprecated Use cartorio.SuspectBody.$Properties instead.
         */

        /**
         * Shape of a SuspectBody.
         * @typedef {cartorio.SuspectBody.$Properties} cartorio.SuspectBody.$Shape
         */

        /**
         * Constructs a new SuspectBody.
         * @memberof cartorio
         * @classdesc Represents a SuspectBody.
         * @constructor
         * @param {cartorio.SuspectBody.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SuspectBody = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SuspectBody chainId.
         * @member {Uint8Array} chainId
         * @memberof cartorio.SuspectBody
         * @instance
         */
        SuspectBody.prototype.chainId = $util.newBuffer([]);

        /**
         * SuspectBody epoch.
         * @member {number} epoch
         * @memberof cartorio.SuspectBody
         * @instance
         */
        SuspectBody.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * SuspectBody view.
         * @member {number} view
         * @memberof cartorio.SuspectBody
         * @instance
         */
        SuspectBody.prototype.view = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * SuspectBody certifiedHeight.
         * @member {number} certifiedHeight
         * @memberof cartorio.SuspectBody
         * @instance
         */
        SuspectBody.prototype.certifiedHeight = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * SuspectBody reason.
         * @member {number} reason
         * @memberof cartorio.SuspectBody
         * @instance
         */
        SuspectBody.prototype.reason = 0;

        /**
         * SuspectBody envelope.
         * @member {Uint8Array} envelope
         * @memberof cartorio.SuspectBody
         * @instance
         */
        SuspectBody.prototype.envelope = $util.newBuffer([]);

        /**
         * Encodes the specified SuspectBody message. Does not implicitly {@link cartorio.SuspectBody.verify|verify} messages.
         * @function encode
         * @memberof cartorio.SuspectBody
         * @static
         * @param {cartorio.SuspectBody.$Properties} message SuspectBody message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SuspectBody.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.chainId != null && $Object.hasOwnProperty.call(message, "chainId") && message.chainId.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.chainId);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
            if (message.view != null && $Object.hasOwnProperty.call(message, "view") && (typeof message.view === "object" ? message.view.low || message.view.high : message.view !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.view);
            if (message.certifiedHeight != null && $Object.hasOwnProperty.call(message, "certifiedHeight") && (typeof message.certifiedHeight === "object" ? message.certifiedHeight.low || message.certifiedHeight.high : message.certifiedHeight !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.certifiedHeight);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.reason);
            if (message.envelope != null && $Object.hasOwnProperty.call(message, "envelope") && message.envelope.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.envelope);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SuspectBody message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.SuspectBody
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.SuspectBody & cartorio.SuspectBody.$Shape} SuspectBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SuspectBody.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.SuspectBody();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.chainId = value;
                        else
                            delete message.chainId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.view = value;
                        else
                            delete message.view;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.certifiedHeight = value;
                        else
                            delete message.certifiedHeight;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.envelope = value;
                        else
                            delete message.envelope;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SuspectBody;
    })();

    cartorio.ViewChangeBody = (function() {

        /**
         * Properties of a ViewChangeBody.
         * @typedef {Object} cartorio.ViewChangeBody.$Properties
         * @property {Uint8Array|null} [chainId] ViewChangeBody chainId
         * @property {number|null} [epoch] ViewChangeBody epoch
         * @property {number|null} [view] ViewChangeBody view
         * @property {cartorio.FinalityCertificate.$Properties|null} [certificate] ViewChangeBody certificate
         * @property {Array.<cartorio.PreparedCertificate.$Properties>|null} [prepared] ViewChangeBody prepared
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ViewChangeBody.
         * @memberof cartorio
         * @interface IViewChangeBody
         * @augments cartorio.ViewChangeBody.$Properties
         * @deprecated Use cartorio.ViewChangeBody.$Properties instead.
         */

        /**
         * Shape of a ViewChangeBody.
         * @typedef {cartorio.ViewChangeBody.$Properties} cartorio.ViewChangeBody.$Shape
         */

        /**
         * Constructs a new ViewChangeBody.
         * @memberof cartorio
         * @classdesc Represents a ViewChangeBody.
         * @constructor
         * @param {cartorio.ViewChangeBody.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ViewChangeBody = function (properties) {
            this.prepared = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ViewChangeBody chainId.
         * @member {Uint8Array} chainId
         * @memberof cartorio.ViewChangeBody
         * @instance
         */
        ViewChangeBody.prototype.chainId = $util.newBuffer([]);

        /**
         * ViewChangeBody epoch.
         * @member {number} epoch
         * @memberof cartorio.ViewChangeBody
         * @instance
         */
        ViewChangeBody.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ViewChangeBody view.
         * @member {number} view
         * @memberof cartorio.ViewChangeBody
         * @instance
         */
        ViewChangeBody.prototype.view = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ViewChangeBody certificate.
         * @member {cartorio.FinalityCertificate.$Properties|null|undefined} certificate
         * @memberof cartorio.ViewChangeBody
         * @instance
         */
        ViewChangeBody.prototype.certificate = null;

        /**
         * ViewChangeBody prepared.
         * @member {Array.<cartorio.PreparedCertificate.$Properties>} prepared
         * @memberof cartorio.ViewChangeBody
         * @instance
         */
        ViewChangeBody.prototype.prepared = $util.emptyArray;

        /**
         * Encodes the specified ViewChangeBody message. Does not implicitly {@link cartorio.ViewChangeBody.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ViewChangeBody
         * @static
         * @param {cartorio.ViewChangeBody.$Properties} message ViewChangeBody message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ViewChangeBody.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.chainId != null && $Object.hasOwnProperty.call(message, "chainId") && message.chainId.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.chainId);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
            if (message.view != null && $Object.hasOwnProperty.call(message, "view") && (typeof message.view === "object" ? message.view.low || message.view.high : message.view !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.view);
            if (message.certificate != null && $Object.hasOwnProperty.call(message, "certificate"))
                $root.cartorio.FinalityCertificate.encode(message.certificate, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.prepared != null && message.prepared.length)
                for (let i = 0; i < message.prepared.length; ++i)
                    $root.cartorio.PreparedCertificate.encode(message.prepared[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ViewChangeBody message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ViewChangeBody
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ViewChangeBody & cartorio.ViewChangeBody.$Shape} ViewChangeBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ViewChangeBody.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ViewChangeBody();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.chainId = value;
                        else
                            delete message.chainId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.view = value;
                        else
                            delete message.view;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.certificate = $root.cartorio.FinalityCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.certificate);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.prepared && message.prepared.length))
                            message.prepared = [];
                        message.prepared.push($root.cartorio.PreparedCertificate.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ViewChangeBody;
    })();

    cartorio.NewViewBody = (function() {

        /**
         * Properties of a NewViewBody.
         * @typedef {Object} cartorio.NewViewBody.$Properties
         * @property {Uint8Array|null} [chainId] NewViewBody chainId
         * @property {number|null} [epoch] NewViewBody epoch
         * @property {number|null} [view] NewViewBody view
         * @property {Array.<cartorio.SignedBody.$Properties>|null} [viewChanges] NewViewBody viewChanges
         * @property {Array.<cartorio.NewViewEntry.$Properties>|null} [entries] NewViewBody entries
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NewViewBody.
         * @memberof cartorio
         * @interface INewViewBody
         * @augments cartorio.NewViewBody.$Properties
         * @deprecated Use cartorio.NewViewBody.$Properties instead.
         */

        /**
         * Shape of a NewViewBody.
         * @typedef {cartorio.NewViewBody.$Properties} cartorio.NewViewBody.$Shape
         */

        /**
         * Constructs a new NewViewBody.
         * @memberof cartorio
         * @classdesc Represents a NewViewBody.
         * @constructor
         * @param {cartorio.NewViewBody.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NewViewBody = function (properties) {
            this.viewChanges = [];
            this.entries = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * NewViewBody chainId.
         * @member {Uint8Array} chainId
         * @memberof cartorio.NewViewBody
         * @instance
         */
        NewViewBody.prototype.chainId = $util.newBuffer([]);

        /**
         * NewViewBody epoch.
         * @member {number} epoch
         * @memberof cartorio.NewViewBody
         * @instance
         */
        NewViewBody.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * NewViewBody view.
         * @member {number} view
         * @memberof cartorio.NewViewBody
         * @instance
         */
        NewViewBody.prototype.view = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * NewViewBody viewChanges.
         * @member {Array.<cartorio.SignedBody.$Properties>} viewChanges
         * @memberof cartorio.NewViewBody
         * @instance
         */
        NewViewBody.prototype.viewChanges = $util.emptyArray;

        /**
         * NewViewBody entries.
         * @member {Array.<cartorio.NewViewEntry.$Properties>} entries
         * @memberof cartorio.NewViewBody
         * @instance
         */
        NewViewBody.prototype.entries = $util.emptyArray;

        /**
         * Encodes the specified NewViewBody message. Does not implicitly {@link cartorio.NewViewBody.verify|verify} messages.
         * @function encode
         * @memberof cartorio.NewViewBody
         * @static
         * @param {cartorio.NewViewBody.$Properties} message NewViewBody message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NewViewBody.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.chainId != null && $Object.hasOwnProperty.call(message, "chainId") && message.chainId.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.chainId);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
            if (message.view != null && $Object.hasOwnProperty.call(message, "view") && (typeof message.view === "object" ? message.view.low || message.view.high : message.view !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.view);
            if (message.viewChanges != null && message.viewChanges.length)
                for (let i = 0; i < message.viewChanges.length; ++i)
                    $root.cartorio.SignedBody.encode(message.viewChanges[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.entries != null && message.entries.length)
                for (let i = 0; i < message.entries.length; ++i)
                    $root.cartorio.NewViewEntry.encode(message.entries[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a NewViewBody message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.NewViewBody
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.NewViewBody & cartorio.NewViewBody.$Shape} NewViewBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NewViewBody.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.NewViewBody();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.chainId = value;
                        else
                            delete message.chainId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.view = value;
                        else
                            delete message.view;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.viewChanges && message.viewChanges.length))
                            message.viewChanges = [];
                        message.viewChanges.push($root.cartorio.SignedBody.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.entries && message.entries.length))
                            message.entries = [];
                        message.entries.push($root.cartorio.NewViewEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return NewViewBody;
    })();

    cartorio.NewViewEntry = (function() {

        /**
         * Properties of a NewViewEntry.
         * @typedef {Object} cartorio.NewViewEntry.$Properties
         * @property {number|null} [height] NewViewEntry height
         * @property {Uint8Array|null} [proposalDigest] NewViewEntry proposalDigest
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NewViewEntry.
         * @memberof cartorio
         * @interface INewViewEntry
         * @augments cartorio.NewViewEntry.$Properties
         * @deprecated Use cartorio.NewViewEntry.$Properties instead.
         */

        /**
         * Shape of a NewViewEntry.
         * @typedef {cartorio.NewViewEntry.$Properties} cartorio.NewViewEntry.$Shape
         */

        /**
         * Constructs a new NewViewEntry.
         * @memberof cartorio
         * @classdesc Represents a NewViewEntry.
         * @constructor
         * @param {cartorio.NewViewEntry.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NewViewEntry = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * NewViewEntry height.
         * @member {number} height
         * @memberof cartorio.NewViewEntry
         * @instance
         */
        NewViewEntry.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * NewViewEntry proposalDigest.
         * @member {Uint8Array} proposalDigest
         * @memberof cartorio.NewViewEntry
         * @instance
         */
        NewViewEntry.prototype.proposalDigest = $util.newBuffer([]);

        /**
         * Encodes the specified NewViewEntry message. Does not implicitly {@link cartorio.NewViewEntry.verify|verify} messages.
         * @function encode
         * @memberof cartorio.NewViewEntry
         * @static
         * @param {cartorio.NewViewEntry.$Properties} message NewViewEntry message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NewViewEntry.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.height);
            if (message.proposalDigest != null && $Object.hasOwnProperty.call(message, "proposalDigest") && message.proposalDigest.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.proposalDigest);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a NewViewEntry message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.NewViewEntry
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.NewViewEntry & cartorio.NewViewEntry.$Shape} NewViewEntry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NewViewEntry.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.NewViewEntry();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proposalDigest = value;
                        else
                            delete message.proposalDigest;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return NewViewEntry;
    })();

    cartorio.HeightVotes = (function() {

        /**
         * Properties of an HeightVotes.
         * @typedef {Object} cartorio.HeightVotes.$Properties
         * @property {number|null} [height] HeightVotes height
         * @property {number|null} [flags] HeightVotes flags
         * @property {number|null} [prepares] HeightVotes prepares
         * @property {number|null} [commits] HeightVotes commits
         * @property {number|null} [checkpoints] HeightVotes checkpoints
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an HeightVotes.
         * @memberof cartorio
         * @interface IHeightVotes
         * @augments cartorio.HeightVotes.$Properties
         * @deprecated Use cartorio.HeightVotes.$Properties instead.
         */

        /**
         * Shape of an HeightVotes.
         * @typedef {cartorio.HeightVotes.$Properties} cartorio.HeightVotes.$Shape
         */

        /**
         * Constructs a new HeightVotes.
         * @memberof cartorio
         * @classdesc Represents an HeightVotes.
         * @constructor
         * @param {cartorio.HeightVotes.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const HeightVotes = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * HeightVotes height.
         * @member {number} height
         * @memberof cartorio.HeightVotes
         * @instance
         */
        HeightVotes.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * HeightVotes flags.
         * @member {number} flags
         * @memberof cartorio.HeightVotes
         * @instance
         */
        HeightVotes.prototype.flags = 0;

        /**
         * HeightVotes prepares.
         * @member {number} prepares
         * @memberof cartorio.HeightVotes
         * @instance
         */
        HeightVotes.prototype.prepares = 0;

        /**
         * HeightVotes commits.
         * @member {number} commits
         * @memberof cartorio.HeightVotes
         * @instance
         */
        HeightVotes.prototype.commits = 0;

        /**
         * HeightVotes checkpoints.
         * @member {number} checkpoints
         * @memberof cartorio.HeightVotes
         * @instance
         */
        HeightVotes.prototype.checkpoints = 0;

        /**
         * Encodes the specified HeightVotes message. Does not implicitly {@link cartorio.HeightVotes.verify|verify} messages.
         * @function encode
         * @memberof cartorio.HeightVotes
         * @static
         * @param {cartorio.HeightVotes.$Properties} message HeightVotes message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        HeightVotes.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.height);
            if (message.flags != null && $Object.hasOwnProperty.call(message, "flags") && message.flags !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.flags);
            if (message.prepares != null && $Object.hasOwnProperty.call(message, "prepares") && message.prepares !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.prepares);
            if (message.commits != null && $Object.hasOwnProperty.call(message, "commits") && message.commits !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.commits);
            if (message.checkpoints != null && $Object.hasOwnProperty.call(message, "checkpoints") && message.checkpoints !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.checkpoints);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an HeightVotes message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.HeightVotes
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.HeightVotes & cartorio.HeightVotes.$Shape} HeightVotes
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        HeightVotes.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.HeightVotes();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.flags = value;
                        else
                            delete message.flags;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.prepares = value;
                        else
                            delete message.prepares;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.commits = value;
                        else
                            delete message.commits;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.checkpoints = value;
                        else
                            delete message.checkpoints;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return HeightVotes;
    })();

    cartorio.Status = (function() {

        /**
         * Properties of a Status.
         * @typedef {Object} cartorio.Status.$Properties
         * @property {number|null} [epoch] Status epoch
         * @property {number|null} [view] Status view
         * @property {number|null} [certifiedHeight] Status certifiedHeight
         * @property {number|null} [viewChange] Status viewChange
         * @property {number|null} [viewChanges] Status viewChanges
         * @property {number|null} [suspects] Status suspects
         * @property {boolean|null} [newView] Status newView
         * @property {Array.<cartorio.HeightVotes.$Properties>|null} [heights] Status heights
         * @property {number|null} [executedHeight] Status executedHeight
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Status.
         * @memberof cartorio
         * @interface IStatus
         * @augments cartorio.Status.$Properties
         * @deprecated Use cartorio.Status.$Properties instead.
         */

        /**
         * Shape of a Status.
         * @typedef {cartorio.Status.$Properties} cartorio.Status.$Shape
         */

        /**
         * Constructs a new Status.
         * @memberof cartorio
         * @classdesc Represents a Status.
         * @constructor
         * @param {cartorio.Status.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Status = function (properties) {
            this.heights = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Status epoch.
         * @member {number} epoch
         * @memberof cartorio.Status
         * @instance
         */
        Status.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Status view.
         * @member {number} view
         * @memberof cartorio.Status
         * @instance
         */
        Status.prototype.view = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Status certifiedHeight.
         * @member {number} certifiedHeight
         * @memberof cartorio.Status
         * @instance
         */
        Status.prototype.certifiedHeight = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Status viewChange.
         * @member {number} viewChange
         * @memberof cartorio.Status
         * @instance
         */
        Status.prototype.viewChange = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Status viewChanges.
         * @member {number} viewChanges
         * @memberof cartorio.Status
         * @instance
         */
        Status.prototype.viewChanges = 0;

        /**
         * Status suspects.
         * @member {number} suspects
         * @memberof cartorio.Status
         * @instance
         */
        Status.prototype.suspects = 0;

        /**
         * Status newView.
         * @member {boolean} newView
         * @memberof cartorio.Status
         * @instance
         */
        Status.prototype.newView = false;

        /**
         * Status heights.
         * @member {Array.<cartorio.HeightVotes.$Properties>} heights
         * @memberof cartorio.Status
         * @instance
         */
        Status.prototype.heights = $util.emptyArray;

        /**
         * Status executedHeight.
         * @member {number} executedHeight
         * @memberof cartorio.Status
         * @instance
         */
        Status.prototype.executedHeight = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified Status message. Does not implicitly {@link cartorio.Status.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Status
         * @static
         * @param {cartorio.Status.$Properties} message Status message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Status.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.epoch);
            if (message.view != null && $Object.hasOwnProperty.call(message, "view") && (typeof message.view === "object" ? message.view.low || message.view.high : message.view !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.view);
            if (message.certifiedHeight != null && $Object.hasOwnProperty.call(message, "certifiedHeight") && (typeof message.certifiedHeight === "object" ? message.certifiedHeight.low || message.certifiedHeight.high : message.certifiedHeight !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.certifiedHeight);
            if (message.viewChange != null && $Object.hasOwnProperty.call(message, "viewChange") && (typeof message.viewChange === "object" ? message.viewChange.low || message.viewChange.high : message.viewChange !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.viewChange);
            if (message.viewChanges != null && $Object.hasOwnProperty.call(message, "viewChanges") && message.viewChanges !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.viewChanges);
            if (message.suspects != null && $Object.hasOwnProperty.call(message, "suspects") && message.suspects !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.suspects);
            if (message.newView != null && $Object.hasOwnProperty.call(message, "newView") && message.newView !== false)
                writer.uint32(/* id 7, wireType 0 =*/56).bool(message.newView);
            if (message.heights != null && message.heights.length)
                for (let i = 0; i < message.heights.length; ++i)
                    $root.cartorio.HeightVotes.encode(message.heights[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.executedHeight != null && $Object.hasOwnProperty.call(message, "executedHeight") && (typeof message.executedHeight === "object" ? message.executedHeight.low || message.executedHeight.high : message.executedHeight !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.executedHeight);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Status message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Status
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Status & cartorio.Status.$Shape} Status
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Status.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Status();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.view = value;
                        else
                            delete message.view;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.certifiedHeight = value;
                        else
                            delete message.certifiedHeight;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.viewChange = value;
                        else
                            delete message.viewChange;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.viewChanges = value;
                        else
                            delete message.viewChanges;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.suspects = value;
                        else
                            delete message.suspects;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.newView = value;
                        else
                            delete message.newView;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if (!(message.heights && message.heights.length))
                            message.heights = [];
                        message.heights.push($root.cartorio.HeightVotes.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.executedHeight = value;
                        else
                            delete message.executedHeight;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Status;
    })();

    cartorio.Genesis = (function() {

        /**
         * Properties of a Genesis.
         * @typedef {Object} cartorio.Genesis.$Properties
         * @property {number|null} [format] Genesis format
         * @property {string|null} [network] Genesis network
         * @property {number|null} [time] Genesis time
         * @property {cartorio.Parameters.$Properties|null} [parameters] Genesis parameters
         * @property {Array.<cartorio.GenesisDid.$Properties>|null} [dids] Genesis dids
         * @property {Array.<cartorio.GenesisMember.$Properties>|null} [members] Genesis members
         * @property {Array.<cartorio.Validator.$Properties>|null} [validators] Genesis validators
         * @property {Array.<Uint8Array>|null} [observers] Genesis observers
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Genesis.
         * @memberof cartorio
         * @interface IGenesis
         * @augments cartorio.Genesis.$Properties
         * @deprecated Use cartorio.Genesis.$Properties instead.
         */

        /**
         * Shape of a Genesis.
         * @typedef {cartorio.Genesis.$Properties} cartorio.Genesis.$Shape
         */

        /**
         * Constructs a new Genesis.
         * @memberof cartorio
         * @classdesc Represents a Genesis.
         * @constructor
         * @param {cartorio.Genesis.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Genesis = function (properties) {
            this.dids = [];
            this.members = [];
            this.validators = [];
            this.observers = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Genesis format.
         * @member {number} format
         * @memberof cartorio.Genesis
         * @instance
         */
        Genesis.prototype.format = 0;

        /**
         * Genesis network.
         * @member {string} network
         * @memberof cartorio.Genesis
         * @instance
         */
        Genesis.prototype.network = "";

        /**
         * Genesis time.
         * @member {number} time
         * @memberof cartorio.Genesis
         * @instance
         */
        Genesis.prototype.time = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Genesis parameters.
         * @member {cartorio.Parameters.$Properties|null|undefined} parameters
         * @memberof cartorio.Genesis
         * @instance
         */
        Genesis.prototype.parameters = null;

        /**
         * Genesis dids.
         * @member {Array.<cartorio.GenesisDid.$Properties>} dids
         * @memberof cartorio.Genesis
         * @instance
         */
        Genesis.prototype.dids = $util.emptyArray;

        /**
         * Genesis members.
         * @member {Array.<cartorio.GenesisMember.$Properties>} members
         * @memberof cartorio.Genesis
         * @instance
         */
        Genesis.prototype.members = $util.emptyArray;

        /**
         * Genesis validators.
         * @member {Array.<cartorio.Validator.$Properties>} validators
         * @memberof cartorio.Genesis
         * @instance
         */
        Genesis.prototype.validators = $util.emptyArray;

        /**
         * Genesis observers.
         * @member {Array.<Uint8Array>} observers
         * @memberof cartorio.Genesis
         * @instance
         */
        Genesis.prototype.observers = $util.emptyArray;

        /**
         * Encodes the specified Genesis message. Does not implicitly {@link cartorio.Genesis.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Genesis
         * @static
         * @param {cartorio.Genesis.$Properties} message Genesis message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Genesis.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.network != null && $Object.hasOwnProperty.call(message, "network") && message.network !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.network);
            if (message.time != null && $Object.hasOwnProperty.call(message, "time") && (typeof message.time === "object" ? message.time.low || message.time.high : message.time !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.time);
            if (message.parameters != null && $Object.hasOwnProperty.call(message, "parameters"))
                $root.cartorio.Parameters.encode(message.parameters, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.dids != null && message.dids.length)
                for (let i = 0; i < message.dids.length; ++i)
                    $root.cartorio.GenesisDid.encode(message.dids[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.members != null && message.members.length)
                for (let i = 0; i < message.members.length; ++i)
                    $root.cartorio.GenesisMember.encode(message.members[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.validators != null && message.validators.length)
                for (let i = 0; i < message.validators.length; ++i)
                    $root.cartorio.Validator.encode(message.validators[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.observers != null && message.observers.length)
                for (let i = 0; i < message.observers.length; ++i)
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.observers[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Genesis message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Genesis
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Genesis & cartorio.Genesis.$Shape} Genesis
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Genesis.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Genesis();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.network = value;
                        else
                            delete message.network;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.time = value;
                        else
                            delete message.time;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.parameters = $root.cartorio.Parameters.decode(reader, reader.size(), $undefined, _depth + 1, message.parameters);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.dids && message.dids.length))
                            message.dids = [];
                        message.dids.push($root.cartorio.GenesisDid.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.members && message.members.length))
                            message.members = [];
                        message.members.push($root.cartorio.GenesisMember.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.validators && message.validators.length))
                            message.validators = [];
                        message.validators.push($root.cartorio.Validator.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if (!(message.observers && message.observers.length))
                            message.observers = [];
                        message.observers.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Genesis;
    })();

    cartorio.GenesisDid = (function() {

        /**
         * Properties of a GenesisDid.
         * @typedef {Object} cartorio.GenesisDid.$Properties
         * @property {Uint8Array|null} [create] GenesisDid create
         * @property {Array.<Uint8Array>|null} [keys] GenesisDid keys
         * @property {Array.<Uint8Array>|null} [signatures] GenesisDid signatures
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GenesisDid.
         * @memberof cartorio
         * @interface IGenesisDid
         * @augments cartorio.GenesisDid.$Properties
         * @deprecated Use cartorio.GenesisDid.$Properties instead.
         */

        /**
         * Shape of a GenesisDid.
         * @typedef {cartorio.GenesisDid.$Properties} cartorio.GenesisDid.$Shape
         */

        /**
         * Constructs a new GenesisDid.
         * @memberof cartorio
         * @classdesc Represents a GenesisDid.
         * @constructor
         * @param {cartorio.GenesisDid.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GenesisDid = function (properties) {
            this.keys = [];
            this.signatures = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GenesisDid create.
         * @member {Uint8Array} create
         * @memberof cartorio.GenesisDid
         * @instance
         */
        GenesisDid.prototype.create = $util.newBuffer([]);

        /**
         * GenesisDid keys.
         * @member {Array.<Uint8Array>} keys
         * @memberof cartorio.GenesisDid
         * @instance
         */
        GenesisDid.prototype.keys = $util.emptyArray;

        /**
         * GenesisDid signatures.
         * @member {Array.<Uint8Array>} signatures
         * @memberof cartorio.GenesisDid
         * @instance
         */
        GenesisDid.prototype.signatures = $util.emptyArray;

        /**
         * Encodes the specified GenesisDid message. Does not implicitly {@link cartorio.GenesisDid.verify|verify} messages.
         * @function encode
         * @memberof cartorio.GenesisDid
         * @static
         * @param {cartorio.GenesisDid.$Properties} message GenesisDid message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GenesisDid.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.create != null && $Object.hasOwnProperty.call(message, "create") && message.create.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.create);
            if (message.keys != null && message.keys.length)
                for (let i = 0; i < message.keys.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.keys[i]);
            if (message.signatures != null && message.signatures.length)
                for (let i = 0; i < message.signatures.length; ++i)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signatures[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GenesisDid message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.GenesisDid
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.GenesisDid & cartorio.GenesisDid.$Shape} GenesisDid
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GenesisDid.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.GenesisDid();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.create = value;
                        else
                            delete message.create;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.keys && message.keys.length))
                            message.keys = [];
                        message.keys.push(reader.bytes());
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.signatures && message.signatures.length))
                            message.signatures = [];
                        message.signatures.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GenesisDid;
    })();

    cartorio.GenesisMember = (function() {

        /**
         * Properties of a GenesisMember.
         * @typedef {Object} cartorio.GenesisMember.$Properties
         * @property {string|null} [did] GenesisMember did
         * @property {string|null} [name] GenesisMember name
         * @property {number|null} [weight] GenesisMember weight
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GenesisMember.
         * @memberof cartorio
         * @interface IGenesisMember
         * @augments cartorio.GenesisMember.$Properties
         * @deprecated Use cartorio.GenesisMember.$Properties instead.
         */

        /**
         * Shape of a GenesisMember.
         * @typedef {cartorio.GenesisMember.$Properties} cartorio.GenesisMember.$Shape
         */

        /**
         * Constructs a new GenesisMember.
         * @memberof cartorio
         * @classdesc Represents a GenesisMember.
         * @constructor
         * @param {cartorio.GenesisMember.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GenesisMember = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GenesisMember did.
         * @member {string} did
         * @memberof cartorio.GenesisMember
         * @instance
         */
        GenesisMember.prototype.did = "";

        /**
         * GenesisMember name.
         * @member {string} name
         * @memberof cartorio.GenesisMember
         * @instance
         */
        GenesisMember.prototype.name = "";

        /**
         * GenesisMember weight.
         * @member {number} weight
         * @memberof cartorio.GenesisMember
         * @instance
         */
        GenesisMember.prototype.weight = 0;

        /**
         * Encodes the specified GenesisMember message. Does not implicitly {@link cartorio.GenesisMember.verify|verify} messages.
         * @function encode
         * @memberof cartorio.GenesisMember
         * @static
         * @param {cartorio.GenesisMember.$Properties} message GenesisMember message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GenesisMember.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.did != null && $Object.hasOwnProperty.call(message, "did") && message.did !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.did);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
            if (message.weight != null && $Object.hasOwnProperty.call(message, "weight") && message.weight !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.weight);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GenesisMember message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.GenesisMember
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.GenesisMember & cartorio.GenesisMember.$Shape} GenesisMember
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GenesisMember.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.GenesisMember();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.did = value;
                        else
                            delete message.did;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.weight = value;
                        else
                            delete message.weight;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GenesisMember;
    })();

    cartorio.Parameters = (function() {

        /**
         * Properties of a Parameters.
         * @typedef {Object} cartorio.Parameters.$Properties
         * @property {number|null} [protocolVersion] Parameters protocolVersion
         * @property {number|null} [maxBlockBytes] Parameters maxBlockBytes
         * @property {number|null} [maxBlockCost] Parameters maxBlockCost
         * @property {number|null} [maxBlockTransactions] Parameters maxBlockTransactions
         * @property {number|null} [sponsorSharePercent] Parameters sponsorSharePercent
         * @property {number|null} [longLivedPerSponsorDay] Parameters longLivedPerSponsorDay
         * @property {number|null} [baseTimeoutMs] Parameters baseTimeoutMs
         * @property {number|null} [maxTimeoutMs] Parameters maxTimeoutMs
         * @property {number|null} [maxClockDriftMs] Parameters maxClockDriftMs
         * @property {number|null} [heartbeatIntervalMs] Parameters heartbeatIntervalMs
         * @property {number|null} [rotationBlocks] Parameters rotationBlocks
         * @property {number|null} [rotationTimeMs] Parameters rotationTimeMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Parameters.
         * @memberof cartorio
         * @interface IParameters
         * @augments cartorio.Parameters.$Properties
         * @deprecated Use cartorio.Parameters.$Properties instead.
         */

        /**
         * Shape of a Parameters.
         * @typedef {cartorio.Parameters.$Properties} cartorio.Parameters.$Shape
         */

        /**
         * Constructs a new Parameters.
         * @memberof cartorio
         * @classdesc Represents a Parameters.
         * @constructor
         * @param {cartorio.Parameters.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Parameters = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Parameters protocolVersion.
         * @member {number} protocolVersion
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.protocolVersion = 0;

        /**
         * Parameters maxBlockBytes.
         * @member {number} maxBlockBytes
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.maxBlockBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Parameters maxBlockCost.
         * @member {number} maxBlockCost
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.maxBlockCost = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Parameters maxBlockTransactions.
         * @member {number} maxBlockTransactions
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.maxBlockTransactions = 0;

        /**
         * Parameters sponsorSharePercent.
         * @member {number} sponsorSharePercent
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.sponsorSharePercent = 0;

        /**
         * Parameters longLivedPerSponsorDay.
         * @member {number} longLivedPerSponsorDay
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.longLivedPerSponsorDay = 0;

        /**
         * Parameters baseTimeoutMs.
         * @member {number} baseTimeoutMs
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.baseTimeoutMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Parameters maxTimeoutMs.
         * @member {number} maxTimeoutMs
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.maxTimeoutMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Parameters maxClockDriftMs.
         * @member {number} maxClockDriftMs
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.maxClockDriftMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Parameters heartbeatIntervalMs.
         * @member {number} heartbeatIntervalMs
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.heartbeatIntervalMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Parameters rotationBlocks.
         * @member {number} rotationBlocks
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.rotationBlocks = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Parameters rotationTimeMs.
         * @member {number} rotationTimeMs
         * @memberof cartorio.Parameters
         * @instance
         */
        Parameters.prototype.rotationTimeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified Parameters message. Does not implicitly {@link cartorio.Parameters.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Parameters
         * @static
         * @param {cartorio.Parameters.$Properties} message Parameters message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Parameters.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocolVersion);
            if (message.maxBlockBytes != null && $Object.hasOwnProperty.call(message, "maxBlockBytes") && (typeof message.maxBlockBytes === "object" ? message.maxBlockBytes.low || message.maxBlockBytes.high : message.maxBlockBytes !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.maxBlockBytes);
            if (message.maxBlockCost != null && $Object.hasOwnProperty.call(message, "maxBlockCost") && (typeof message.maxBlockCost === "object" ? message.maxBlockCost.low || message.maxBlockCost.high : message.maxBlockCost !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.maxBlockCost);
            if (message.maxBlockTransactions != null && $Object.hasOwnProperty.call(message, "maxBlockTransactions") && message.maxBlockTransactions !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.maxBlockTransactions);
            if (message.sponsorSharePercent != null && $Object.hasOwnProperty.call(message, "sponsorSharePercent") && message.sponsorSharePercent !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.sponsorSharePercent);
            if (message.longLivedPerSponsorDay != null && $Object.hasOwnProperty.call(message, "longLivedPerSponsorDay") && message.longLivedPerSponsorDay !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.longLivedPerSponsorDay);
            if (message.baseTimeoutMs != null && $Object.hasOwnProperty.call(message, "baseTimeoutMs") && (typeof message.baseTimeoutMs === "object" ? message.baseTimeoutMs.low || message.baseTimeoutMs.high : message.baseTimeoutMs !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.baseTimeoutMs);
            if (message.maxTimeoutMs != null && $Object.hasOwnProperty.call(message, "maxTimeoutMs") && (typeof message.maxTimeoutMs === "object" ? message.maxTimeoutMs.low || message.maxTimeoutMs.high : message.maxTimeoutMs !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.maxTimeoutMs);
            if (message.maxClockDriftMs != null && $Object.hasOwnProperty.call(message, "maxClockDriftMs") && (typeof message.maxClockDriftMs === "object" ? message.maxClockDriftMs.low || message.maxClockDriftMs.high : message.maxClockDriftMs !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.maxClockDriftMs);
            if (message.heartbeatIntervalMs != null && $Object.hasOwnProperty.call(message, "heartbeatIntervalMs") && (typeof message.heartbeatIntervalMs === "object" ? message.heartbeatIntervalMs.low || message.heartbeatIntervalMs.high : message.heartbeatIntervalMs !== 0))
                writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.heartbeatIntervalMs);
            if (message.rotationBlocks != null && $Object.hasOwnProperty.call(message, "rotationBlocks") && (typeof message.rotationBlocks === "object" ? message.rotationBlocks.low || message.rotationBlocks.high : message.rotationBlocks !== 0))
                writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.rotationBlocks);
            if (message.rotationTimeMs != null && $Object.hasOwnProperty.call(message, "rotationTimeMs") && (typeof message.rotationTimeMs === "object" ? message.rotationTimeMs.low || message.rotationTimeMs.high : message.rotationTimeMs !== 0))
                writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.rotationTimeMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Parameters message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Parameters
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Parameters & cartorio.Parameters.$Shape} Parameters
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Parameters.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Parameters();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.protocolVersion = value;
                        else
                            delete message.protocolVersion;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.maxBlockBytes = value;
                        else
                            delete message.maxBlockBytes;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.maxBlockCost = value;
                        else
                            delete message.maxBlockCost;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.maxBlockTransactions = value;
                        else
                            delete message.maxBlockTransactions;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.sponsorSharePercent = value;
                        else
                            delete message.sponsorSharePercent;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.longLivedPerSponsorDay = value;
                        else
                            delete message.longLivedPerSponsorDay;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.baseTimeoutMs = value;
                        else
                            delete message.baseTimeoutMs;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.maxTimeoutMs = value;
                        else
                            delete message.maxTimeoutMs;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.maxClockDriftMs = value;
                        else
                            delete message.maxClockDriftMs;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.heartbeatIntervalMs = value;
                        else
                            delete message.heartbeatIntervalMs;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.rotationBlocks = value;
                        else
                            delete message.rotationBlocks;
                        continue;
                    }
                case 12: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.rotationTimeMs = value;
                        else
                            delete message.rotationTimeMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Parameters;
    })();

    cartorio.GenesisSignature = (function() {

        /**
         * Properties of a GenesisSignature.
         * @typedef {Object} cartorio.GenesisSignature.$Properties
         * @property {string|null} [did] GenesisSignature did
         * @property {Uint8Array|null} [multikey] GenesisSignature multikey
         * @property {Uint8Array|null} [signature] GenesisSignature signature
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GenesisSignature.
         * @memberof cartorio
         * @interface IGenesisSignature
         * @augments cartorio.GenesisSignature.$Properties
         * @deprecated Use cartorio.GenesisSignature.$Properties instead.
         */

        /**
         * Shape of a GenesisSignature.
         * @typedef {cartorio.GenesisSignature.$Properties} cartorio.GenesisSignature.$Shape
         */

        /**
         * Constructs a new GenesisSignature.
         * @memberof cartorio
         * @classdesc Represents a GenesisSignature.
         * @constructor
         * @param {cartorio.GenesisSignature.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GenesisSignature = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GenesisSignature did.
         * @member {string} did
         * @memberof cartorio.GenesisSignature
         * @instance
         */
        GenesisSignature.prototype.did = "";

        /**
         * GenesisSignature multikey.
         * @member {Uint8Array} multikey
         * @memberof cartorio.GenesisSignature
         * @instance
         */
        GenesisSignature.prototype.multikey = $util.newBuffer([]);

        /**
         * GenesisSignature signature.
         * @member {Uint8Array} signature
         * @memberof cartorio.GenesisSignature
         * @instance
         */
        GenesisSignature.prototype.signature = $util.newBuffer([]);

        /**
         * Encodes the specified GenesisSignature message. Does not implicitly {@link cartorio.GenesisSignature.verify|verify} messages.
         * @function encode
         * @memberof cartorio.GenesisSignature
         * @static
         * @param {cartorio.GenesisSignature.$Properties} message GenesisSignature message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GenesisSignature.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.did != null && $Object.hasOwnProperty.call(message, "did") && message.did !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.did);
            if (message.multikey != null && $Object.hasOwnProperty.call(message, "multikey") && message.multikey.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.multikey);
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.signature);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GenesisSignature message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.GenesisSignature
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.GenesisSignature & cartorio.GenesisSignature.$Shape} GenesisSignature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GenesisSignature.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.GenesisSignature();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.did = value;
                        else
                            delete message.did;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.multikey = value;
                        else
                            delete message.multikey;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signature = value;
                        else
                            delete message.signature;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GenesisSignature;
    })();

    cartorio.Hello = (function() {

        /**
         * Properties of a Hello.
         * @typedef {Object} cartorio.Hello.$Properties
         * @property {Uint8Array|null} [chainId] Hello chainId
         * @property {number|null} [protocolVersion] Hello protocolVersion
         * @property {number|null} [certifiedHeight] Hello certifiedHeight
         * @property {number|null} [executedHeight] Hello executedHeight
         * @property {Uint8Array|null} [instance] Hello instance
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Hello.
         * @memberof cartorio
         * @interface IHello
         * @augments cartorio.Hello.$Properties
         * @deprecated Use cartorio.Hello.$Properties instead.
         */

        /**
         * Shape of a Hello.
         * @typedef {cartorio.Hello.$Properties} cartorio.Hello.$Shape
         */

        /**
         * Constructs a new Hello.
         * @memberof cartorio
         * @classdesc Represents a Hello.
         * @constructor
         * @param {cartorio.Hello.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Hello = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Hello chainId.
         * @member {Uint8Array} chainId
         * @memberof cartorio.Hello
         * @instance
         */
        Hello.prototype.chainId = $util.newBuffer([]);

        /**
         * Hello protocolVersion.
         * @member {number} protocolVersion
         * @memberof cartorio.Hello
         * @instance
         */
        Hello.prototype.protocolVersion = 0;

        /**
         * Hello certifiedHeight.
         * @member {number} certifiedHeight
         * @memberof cartorio.Hello
         * @instance
         */
        Hello.prototype.certifiedHeight = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Hello executedHeight.
         * @member {number} executedHeight
         * @memberof cartorio.Hello
         * @instance
         */
        Hello.prototype.executedHeight = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Hello instance.
         * @member {Uint8Array} instance
         * @memberof cartorio.Hello
         * @instance
         */
        Hello.prototype.instance = $util.newBuffer([]);

        /**
         * Encodes the specified Hello message. Does not implicitly {@link cartorio.Hello.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Hello
         * @static
         * @param {cartorio.Hello.$Properties} message Hello message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Hello.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.chainId != null && $Object.hasOwnProperty.call(message, "chainId") && message.chainId.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.chainId);
            if (message.protocolVersion != null && $Object.hasOwnProperty.call(message, "protocolVersion") && message.protocolVersion !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.protocolVersion);
            if (message.certifiedHeight != null && $Object.hasOwnProperty.call(message, "certifiedHeight") && (typeof message.certifiedHeight === "object" ? message.certifiedHeight.low || message.certifiedHeight.high : message.certifiedHeight !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.certifiedHeight);
            if (message.executedHeight != null && $Object.hasOwnProperty.call(message, "executedHeight") && (typeof message.executedHeight === "object" ? message.executedHeight.low || message.executedHeight.high : message.executedHeight !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.executedHeight);
            if (message.instance != null && $Object.hasOwnProperty.call(message, "instance") && message.instance.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.instance);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Hello message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Hello
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Hello & cartorio.Hello.$Shape} Hello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Hello.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Hello();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.chainId = value;
                        else
                            delete message.chainId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.protocolVersion = value;
                        else
                            delete message.protocolVersion;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.certifiedHeight = value;
                        else
                            delete message.certifiedHeight;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.executedHeight = value;
                        else
                            delete message.executedHeight;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.instance = value;
                        else
                            delete message.instance;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Hello;
    })();

    cartorio.TransactionGossip = (function() {

        /**
         * Properties of a TransactionGossip.
         * @typedef {Object} cartorio.TransactionGossip.$Properties
         * @property {Array.<Uint8Array>|null} [envelopes] TransactionGossip envelopes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a TransactionGossip.
         * @memberof cartorio
         * @interface ITransactionGossip
         * @augments cartorio.TransactionGossip.$Properties
         * @deprecated Use cartorio.TransactionGossip.$Properties instead.
         */

        /**
         * Shape of a TransactionGossip.
         * @typedef {cartorio.TransactionGossip.$Properties} cartorio.TransactionGossip.$Shape
         */

        /**
         * Constructs a new TransactionGossip.
         * @memberof cartorio
         * @classdesc Represents a TransactionGossip.
         * @constructor
         * @param {cartorio.TransactionGossip.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const TransactionGossip = function (properties) {
            this.envelopes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * TransactionGossip envelopes.
         * @member {Array.<Uint8Array>} envelopes
         * @memberof cartorio.TransactionGossip
         * @instance
         */
        TransactionGossip.prototype.envelopes = $util.emptyArray;

        /**
         * Encodes the specified TransactionGossip message. Does not implicitly {@link cartorio.TransactionGossip.verify|verify} messages.
         * @function encode
         * @memberof cartorio.TransactionGossip
         * @static
         * @param {cartorio.TransactionGossip.$Properties} message TransactionGossip message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        TransactionGossip.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.envelopes != null && message.envelopes.length)
                for (let i = 0; i < message.envelopes.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.envelopes[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a TransactionGossip message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.TransactionGossip
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.TransactionGossip & cartorio.TransactionGossip.$Shape} TransactionGossip
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        TransactionGossip.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.TransactionGossip();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.envelopes && message.envelopes.length))
                            message.envelopes = [];
                        message.envelopes.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return TransactionGossip;
    })();

    cartorio.SyncRequest = (function() {

        /**
         * Properties of a SyncRequest.
         * @typedef {Object} cartorio.SyncRequest.$Properties
         * @property {number|null} [id] SyncRequest id
         * @property {cartorio.BlocksRequest.$Properties|null} [blocks] SyncRequest blocks
         * @property {cartorio.HashesRequest.$Properties|null} [envelopes] SyncRequest envelopes
         * @property {cartorio.HashesRequest.$Properties|null} [proposals] SyncRequest proposals
         * @property {cartorio.OwnVotesRequest.$Properties|null} [ownVotes] SyncRequest ownVotes
         * @property {"blocks"|"envelopes"|"proposals"|"ownVotes"} [kind] SyncRequest kind
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SyncRequest.
         * @memberof cartorio
         * @interface ISyncRequest
         * @augments cartorio.SyncRequest.$Properties
         * @deprecated Use cartorio.SyncRequest.$Properties instead.
         */

        /**
         * Narrowed shape of a SyncRequest.
         * @typedef {{
         *   id?: number|null;
         *   blocks?: cartorio.BlocksRequest.$Shape|null;
         *   envelopes?: cartorio.HashesRequest.$Shape|null;
         *   proposals?: cartorio.HashesRequest.$Shape|null;
         *   ownVotes?: cartorio.OwnVotesRequest.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ kind?: undefined; blocks?: null; envelopes?: null; proposals?: null; ownVotes?: null }|{ kind?: "blocks"; blocks: cartorio.BlocksRequest.$Shape; envelopes?: null; proposals?: null; ownVotes?: null }|{ kind?: "envelopes"; blocks?: null; envelopes: cartorio.HashesRequest.$Shape; proposals?: null; ownVotes?: null }|{ kind?: "proposals"; blocks?: null; envelopes?: null; proposals: cartorio.HashesRequest.$Shape; ownVotes?: null }|{ kind?: "ownVotes"; blocks?: null; envelopes?: null; proposals?: null; ownVotes: cartorio.OwnVotesRequest.$Shape })
         * )} cartorio.SyncRequest.$Shape
         */

        /**
         * Constructs a new SyncRequest.
         * @memberof cartorio
         * @classdesc Represents a SyncRequest.
         * @constructor
         * @param {cartorio.SyncRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SyncRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SyncRequest id.
         * @member {number} id
         * @memberof cartorio.SyncRequest
         * @instance
         */
        SyncRequest.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * SyncRequest blocks.
         * @member {cartorio.BlocksRequest.$Properties|null|undefined} blocks
         * @memberof cartorio.SyncRequest
         * @instance
         */
        SyncRequest.prototype.blocks = null;

        /**
         * SyncRequest envelopes.
         * @member {cartorio.HashesRequest.$Properties|null|undefined} envelopes
         * @memberof cartorio.SyncRequest
         * @instance
         */
        SyncRequest.prototype.envelopes = null;

        /**
         * SyncRequest proposals.
         * @member {cartorio.HashesRequest.$Properties|null|undefined} proposals
         * @memberof cartorio.SyncRequest
         * @instance
         */
        SyncRequest.prototype.proposals = null;

        /**
         * SyncRequest ownVotes.
         * @member {cartorio.OwnVotesRequest.$Properties|null|undefined} ownVotes
         * @memberof cartorio.SyncRequest
         * @instance
         */
        SyncRequest.prototype.ownVotes = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * SyncRequest kind.
         * @member {"blocks"|"envelopes"|"proposals"|"ownVotes"|undefined} kind
         * @memberof cartorio.SyncRequest
         * @instance
         */
        $Object.defineProperty(SyncRequest.prototype, "kind", {
            get: $util.oneOfGetter($oneOfFields = ["blocks", "envelopes", "proposals", "ownVotes"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Encodes the specified SyncRequest message. Does not implicitly {@link cartorio.SyncRequest.verify|verify} messages.
         * @function encode
         * @memberof cartorio.SyncRequest
         * @static
         * @param {cartorio.SyncRequest.$Properties} message SyncRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SyncRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
            if (message.blocks != null && $Object.hasOwnProperty.call(message, "blocks"))
                $root.cartorio.BlocksRequest.encode(message.blocks, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.envelopes != null && $Object.hasOwnProperty.call(message, "envelopes"))
                $root.cartorio.HashesRequest.encode(message.envelopes, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.proposals != null && $Object.hasOwnProperty.call(message, "proposals"))
                $root.cartorio.HashesRequest.encode(message.proposals, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.ownVotes != null && $Object.hasOwnProperty.call(message, "ownVotes"))
                $root.cartorio.OwnVotesRequest.encode(message.ownVotes, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SyncRequest message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.SyncRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.SyncRequest & cartorio.SyncRequest.$Shape} SyncRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SyncRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.SyncRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.blocks = $root.cartorio.BlocksRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.blocks);
                        message.kind = "blocks";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.envelopes = $root.cartorio.HashesRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.envelopes);
                        message.kind = "envelopes";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.proposals = $root.cartorio.HashesRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.proposals);
                        message.kind = "proposals";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.ownVotes = $root.cartorio.OwnVotesRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.ownVotes);
                        message.kind = "ownVotes";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SyncRequest;
    })();

    cartorio.BlocksRequest = (function() {

        /**
         * Properties of a BlocksRequest.
         * @typedef {Object} cartorio.BlocksRequest.$Properties
         * @property {number|null} [fromHeight] BlocksRequest fromHeight
         * @property {number|null} [count] BlocksRequest count
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a BlocksRequest.
         * @memberof cartorio
         * @interface IBlocksRequest
         * @augments cartorio.BlocksRequest.$Properties
         * @deprecated Use cartorio.BlocksRequest.$Properties instead.
         */

        /**
         * Shape of a BlocksRequest.
         * @typedef {cartorio.BlocksRequest.$Properties} cartorio.BlocksRequest.$Shape
         */

        /**
         * Constructs a new BlocksRequest.
         * @memberof cartorio
         * @classdesc Represents a BlocksRequest.
         * @constructor
         * @param {cartorio.BlocksRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const BlocksRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * BlocksRequest fromHeight.
         * @member {number} fromHeight
         * @memberof cartorio.BlocksRequest
         * @instance
         */
        BlocksRequest.prototype.fromHeight = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * BlocksRequest count.
         * @member {number} count
         * @memberof cartorio.BlocksRequest
         * @instance
         */
        BlocksRequest.prototype.count = 0;

        /**
         * Encodes the specified BlocksRequest message. Does not implicitly {@link cartorio.BlocksRequest.verify|verify} messages.
         * @function encode
         * @memberof cartorio.BlocksRequest
         * @static
         * @param {cartorio.BlocksRequest.$Properties} message BlocksRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        BlocksRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.fromHeight != null && $Object.hasOwnProperty.call(message, "fromHeight") && (typeof message.fromHeight === "object" ? message.fromHeight.low || message.fromHeight.high : message.fromHeight !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.fromHeight);
            if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.count);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a BlocksRequest message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.BlocksRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.BlocksRequest & cartorio.BlocksRequest.$Shape} BlocksRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        BlocksRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.BlocksRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.fromHeight = value;
                        else
                            delete message.fromHeight;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.count = value;
                        else
                            delete message.count;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return BlocksRequest;
    })();

    cartorio.HashesRequest = (function() {

        /**
         * Properties of a HashesRequest.
         * @typedef {Object} cartorio.HashesRequest.$Properties
         * @property {Array.<Uint8Array>|null} [hashes] HashesRequest hashes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a HashesRequest.
         * @memberof cartorio
         * @interface IHashesRequest
         * @augments cartorio.HashesRequest.$Properties
         * @deprecated Use cartorio.HashesRequest.$Properties instead.
         */

        /**
         * Shape of a HashesRequest.
         * @typedef {cartorio.HashesRequest.$Properties} cartorio.HashesRequest.$Shape
         */

        /**
         * Constructs a new HashesRequest.
         * @memberof cartorio
         * @classdesc Represents a HashesRequest.
         * @constructor
         * @param {cartorio.HashesRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const HashesRequest = function (properties) {
            this.hashes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * HashesRequest hashes.
         * @member {Array.<Uint8Array>} hashes
         * @memberof cartorio.HashesRequest
         * @instance
         */
        HashesRequest.prototype.hashes = $util.emptyArray;

        /**
         * Encodes the specified HashesRequest message. Does not implicitly {@link cartorio.HashesRequest.verify|verify} messages.
         * @function encode
         * @memberof cartorio.HashesRequest
         * @static
         * @param {cartorio.HashesRequest.$Properties} message HashesRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        HashesRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.hashes != null && message.hashes.length)
                for (let i = 0; i < message.hashes.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.hashes[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a HashesRequest message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.HashesRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.HashesRequest & cartorio.HashesRequest.$Shape} HashesRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        HashesRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.HashesRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.hashes && message.hashes.length))
                            message.hashes = [];
                        message.hashes.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return HashesRequest;
    })();

    cartorio.OwnVotesRequest = (function() {

        /**
         * Properties of an OwnVotesRequest.
         * @typedef {Object} cartorio.OwnVotesRequest.$Properties
         * @property {number|null} [epoch] OwnVotesRequest epoch
         * @property {number|null} [validator] OwnVotesRequest validator
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an OwnVotesRequest.
         * @memberof cartorio
         * @interface IOwnVotesRequest
         * @augments cartorio.OwnVotesRequest.$Properties
         * @deprecated Use cartorio.OwnVotesRequest.$Properties instead.
         */

        /**
         * Shape of an OwnVotesRequest.
         * @typedef {cartorio.OwnVotesRequest.$Properties} cartorio.OwnVotesRequest.$Shape
         */

        /**
         * Constructs a new OwnVotesRequest.
         * @memberof cartorio
         * @classdesc Represents an OwnVotesRequest.
         * @constructor
         * @param {cartorio.OwnVotesRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const OwnVotesRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * OwnVotesRequest epoch.
         * @member {number} epoch
         * @memberof cartorio.OwnVotesRequest
         * @instance
         */
        OwnVotesRequest.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * OwnVotesRequest validator.
         * @member {number} validator
         * @memberof cartorio.OwnVotesRequest
         * @instance
         */
        OwnVotesRequest.prototype.validator = 0;

        /**
         * Encodes the specified OwnVotesRequest message. Does not implicitly {@link cartorio.OwnVotesRequest.verify|verify} messages.
         * @function encode
         * @memberof cartorio.OwnVotesRequest
         * @static
         * @param {cartorio.OwnVotesRequest.$Properties} message OwnVotesRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        OwnVotesRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.epoch);
            if (message.validator != null && $Object.hasOwnProperty.call(message, "validator") && message.validator !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.validator);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an OwnVotesRequest message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.OwnVotesRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.OwnVotesRequest & cartorio.OwnVotesRequest.$Shape} OwnVotesRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        OwnVotesRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.OwnVotesRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.validator = value;
                        else
                            delete message.validator;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return OwnVotesRequest;
    })();

    cartorio.OwnVotesAnswer = (function() {

        /**
         * Properties of an OwnVotesAnswer.
         * @typedef {Object} cartorio.OwnVotesAnswer.$Properties
         * @property {number|null} [epoch] OwnVotesAnswer epoch
         * @property {boolean|null} [amnesia] OwnVotesAnswer amnesia
         * @property {cartorio.FinalityCertificate.$Properties|null} [certificate] OwnVotesAnswer certificate
         * @property {Array.<Uint8Array>|null} [messages] OwnVotesAnswer messages
         * @property {number|null} [format] OwnVotesAnswer format
         * @property {boolean|null} [fresh] OwnVotesAnswer fresh
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an OwnVotesAnswer.
         * @memberof cartorio
         * @interface IOwnVotesAnswer
         * @augments cartorio.OwnVotesAnswer.$Properties
         * @deprecated Use cartorio.OwnVotesAnswer.$Properties instead.
         */

        /**
         * Shape of an OwnVotesAnswer.
         * @typedef {cartorio.OwnVotesAnswer.$Properties} cartorio.OwnVotesAnswer.$Shape
         */

        /**
         * Constructs a new OwnVotesAnswer.
         * @memberof cartorio
         * @classdesc Represents an OwnVotesAnswer.
         * @constructor
         * @param {cartorio.OwnVotesAnswer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const OwnVotesAnswer = function (properties) {
            this.messages = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * OwnVotesAnswer epoch.
         * @member {number} epoch
         * @memberof cartorio.OwnVotesAnswer
         * @instance
         */
        OwnVotesAnswer.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * OwnVotesAnswer amnesia.
         * @member {boolean} amnesia
         * @memberof cartorio.OwnVotesAnswer
         * @instance
         */
        OwnVotesAnswer.prototype.amnesia = false;

        /**
         * OwnVotesAnswer certificate.
         * @member {cartorio.FinalityCertificate.$Properties|null|undefined} certificate
         * @memberof cartorio.OwnVotesAnswer
         * @instance
         */
        OwnVotesAnswer.prototype.certificate = null;

        /**
         * OwnVotesAnswer messages.
         * @member {Array.<Uint8Array>} messages
         * @memberof cartorio.OwnVotesAnswer
         * @instance
         */
        OwnVotesAnswer.prototype.messages = $util.emptyArray;

        /**
         * OwnVotesAnswer format.
         * @member {number} format
         * @memberof cartorio.OwnVotesAnswer
         * @instance
         */
        OwnVotesAnswer.prototype.format = 0;

        /**
         * OwnVotesAnswer fresh.
         * @member {boolean} fresh
         * @memberof cartorio.OwnVotesAnswer
         * @instance
         */
        OwnVotesAnswer.prototype.fresh = false;

        /**
         * Encodes the specified OwnVotesAnswer message. Does not implicitly {@link cartorio.OwnVotesAnswer.verify|verify} messages.
         * @function encode
         * @memberof cartorio.OwnVotesAnswer
         * @static
         * @param {cartorio.OwnVotesAnswer.$Properties} message OwnVotesAnswer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        OwnVotesAnswer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.epoch);
            if (message.amnesia != null && $Object.hasOwnProperty.call(message, "amnesia") && message.amnesia !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.amnesia);
            if (message.certificate != null && $Object.hasOwnProperty.call(message, "certificate"))
                $root.cartorio.FinalityCertificate.encode(message.certificate, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.messages != null && message.messages.length)
                for (let i = 0; i < message.messages.length; ++i)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.messages[i]);
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.format);
            if (message.fresh != null && $Object.hasOwnProperty.call(message, "fresh") && message.fresh !== false)
                writer.uint32(/* id 6, wireType 0 =*/48).bool(message.fresh);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an OwnVotesAnswer message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.OwnVotesAnswer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.OwnVotesAnswer & cartorio.OwnVotesAnswer.$Shape} OwnVotesAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        OwnVotesAnswer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.OwnVotesAnswer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.amnesia = value;
                        else
                            delete message.amnesia;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.certificate = $root.cartorio.FinalityCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.certificate);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.messages && message.messages.length))
                            message.messages = [];
                        message.messages.push(reader.bytes());
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.fresh = value;
                        else
                            delete message.fresh;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return OwnVotesAnswer;
    })();

    cartorio.SyncResponse = (function() {

        /**
         * Properties of a SyncResponse.
         * @typedef {Object} cartorio.SyncResponse.$Properties
         * @property {number|null} [id] SyncResponse id
         * @property {Array.<Uint8Array>|null} [items] SyncResponse items
         * @property {number|null} [certifiedHeight] SyncResponse certifiedHeight
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SyncResponse.
         * @memberof cartorio
         * @interface ISyncResponse
         * @augments cartorio.SyncResponse.$Properties
         * @deprecated Use cartorio.SyncResponse.$Properties instead.
         */

        /**
         * Shape of a SyncResponse.
         * @typedef {cartorio.SyncResponse.$Properties} cartorio.SyncResponse.$Shape
         */

        /**
         * Constructs a new SyncResponse.
         * @memberof cartorio
         * @classdesc Represents a SyncResponse.
         * @constructor
         * @param {cartorio.SyncResponse.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SyncResponse = function (properties) {
            this.items = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SyncResponse id.
         * @member {number} id
         * @memberof cartorio.SyncResponse
         * @instance
         */
        SyncResponse.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * SyncResponse items.
         * @member {Array.<Uint8Array>} items
         * @memberof cartorio.SyncResponse
         * @instance
         */
        SyncResponse.prototype.items = $util.emptyArray;

        /**
         * SyncResponse certifiedHeight.
         * @member {number} certifiedHeight
         * @memberof cartorio.SyncResponse
         * @instance
         */
        SyncResponse.prototype.certifiedHeight = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified SyncResponse message. Does not implicitly {@link cartorio.SyncResponse.verify|verify} messages.
         * @function encode
         * @memberof cartorio.SyncResponse
         * @static
         * @param {cartorio.SyncResponse.$Properties} message SyncResponse message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SyncResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
            if (message.items != null && message.items.length)
                for (let i = 0; i < message.items.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.items[i]);
            if (message.certifiedHeight != null && $Object.hasOwnProperty.call(message, "certifiedHeight") && (typeof message.certifiedHeight === "object" ? message.certifiedHeight.low || message.certifiedHeight.high : message.certifiedHeight !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.certifiedHeight);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SyncResponse message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.SyncResponse
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.SyncResponse & cartorio.SyncResponse.$Shape} SyncResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SyncResponse.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.SyncResponse();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.items && message.items.length))
                            message.items = [];
                        message.items.push(reader.bytes());
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.certifiedHeight = value;
                        else
                            delete message.certifiedHeight;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SyncResponse;
    })();

    cartorio.JournalRecord = (function() {

        /**
         * Properties of a JournalRecord.
         * @typedef {Object} cartorio.JournalRecord.$Properties
         * @property {cartorio.ProposalRecord.$Properties|null} [proposal] JournalRecord proposal
         * @property {cartorio.PreparedCertificate.$Properties|null} [prepared] JournalRecord prepared
         * @property {Uint8Array|null} [message] JournalRecord message
         * @property {cartorio.GuardRecord.$Properties|null} [guard] JournalRecord guard
         * @property {"proposal"|"prepared"|"message"|"guard"} [kind] JournalRecord kind
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JournalRecord.
         * @memberof cartorio
         * @interface IJournalRecord
         * @augments cartorio.JournalRecord.$Properties
         * @deprecated Use cartorio.JournalRecord.$Properties instead.
         */

        /**
         * Narrowed shape of a JournalRecord.
         * @typedef {{
         *   proposal?: cartorio.ProposalRecord.$Shape|null;
         *   prepared?: cartorio.PreparedCertificate.$Shape|null;
         *   message?: Uint8Array|null;
         *   guard?: cartorio.GuardRecord.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ kind?: undefined; proposal?: null; prepared?: null; message?: null; guard?: null }|{ kind?: "proposal"; proposal: cartorio.ProposalRecord.$Shape; prepared?: null; message?: null; guard?: null }|{ kind?: "prepared"; proposal?: null; prepared: cartorio.PreparedCertificate.$Shape; message?: null; guard?: null }|{ kind?: "message"; proposal?: null; prepared?: null; message: Uint8Array; guard?: null }|{ kind?: "guard"; proposal?: null; prepared?: null; message?: null; guard: cartorio.GuardRecord.$Shape })
         * )} cartorio.JournalRecord.$Shape
         */

        /**
         * Constructs a new JournalRecord.
         * @memberof cartorio
         * @classdesc Represents a JournalRecord.
         * @constructor
         * @param {cartorio.JournalRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JournalRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JournalRecord proposal.
         * @member {cartorio.ProposalRecord.$Properties|null|undefined} proposal
         * @memberof cartorio.JournalRecord
         * @instance
         */
        JournalRecord.prototype.proposal = null;

        /**
         * JournalRecord prepared.
         * @member {cartorio.PreparedCertificate.$Properties|null|undefined} prepared
         * @memberof cartorio.JournalRecord
         * @instance
         */
        JournalRecord.prototype.prepared = null;

        /**
         * JournalRecord message.
         * @member {Uint8Array|null|undefined} message
         * @memberof cartorio.JournalRecord
         * @instance
         */
        JournalRecord.prototype.message = null;

        /**
         * JournalRecord guard.
         * @member {cartorio.GuardRecord.$Properties|null|undefined} guard
         * @memberof cartorio.JournalRecord
         * @instance
         */
        JournalRecord.prototype.guard = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * JournalRecord kind.
         * @member {"proposal"|"prepared"|"message"|"guard"|undefined} kind
         * @memberof cartorio.JournalRecord
         * @instance
         */
        $Object.defineProperty(JournalRecord.prototype, "kind", {
            get: $util.oneOfGetter($oneOfFields = ["proposal", "prepared", "message", "guard"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Encodes the specified JournalRecord message. Does not implicitly {@link cartorio.JournalRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.JournalRecord
         * @static
         * @param {cartorio.JournalRecord.$Properties} message JournalRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JournalRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal"))
                $root.cartorio.ProposalRecord.encode(message.proposal, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.prepared != null && $Object.hasOwnProperty.call(message, "prepared"))
                $root.cartorio.PreparedCertificate.encode(message.prepared, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.message);
            if (message.guard != null && $Object.hasOwnProperty.call(message, "guard"))
                $root.cartorio.GuardRecord.encode(message.guard, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JournalRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.JournalRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.JournalRecord & cartorio.JournalRecord.$Shape} JournalRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JournalRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.JournalRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.proposal = $root.cartorio.ProposalRecord.decode(reader, reader.size(), $undefined, _depth + 1, message.proposal);
                        message.kind = "proposal";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.prepared = $root.cartorio.PreparedCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.prepared);
                        message.kind = "prepared";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.message = reader.bytes();
                        message.kind = "message";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.guard = $root.cartorio.GuardRecord.decode(reader, reader.size(), $undefined, _depth + 1, message.guard);
                        message.kind = "guard";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return JournalRecord;
    })();

    cartorio.ProposalRecord = (function() {

        /**
         * Properties of a ProposalRecord.
         * @typedef {Object} cartorio.ProposalRecord.$Properties
         * @property {number|null} [view] ProposalRecord view
         * @property {Uint8Array|null} [proposal] ProposalRecord proposal
         * @property {Array.<Uint8Array>|null} [envelopes] ProposalRecord envelopes
         * @property {Uint8Array|null} [prePrepare] ProposalRecord prePrepare
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ProposalRecord.
         * @memberof cartorio
         * @interface IProposalRecord
         * @augments cartorio.ProposalRecord.$Properties
         * @deprecated Use cartorio.ProposalRecord.$Properties instead.
         */

        /**
         * Shape of a ProposalRecord.
         * @typedef {cartorio.ProposalRecord.$Properties} cartorio.ProposalRecord.$Shape
         */

        /**
         * Constructs a new ProposalRecord.
         * @memberof cartorio
         * @classdesc Represents a ProposalRecord.
         * @constructor
         * @param {cartorio.ProposalRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ProposalRecord = function (properties) {
            this.envelopes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ProposalRecord view.
         * @member {number} view
         * @memberof cartorio.ProposalRecord
         * @instance
         */
        ProposalRecord.prototype.view = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ProposalRecord proposal.
         * @member {Uint8Array} proposal
         * @memberof cartorio.ProposalRecord
         * @instance
         */
        ProposalRecord.prototype.proposal = $util.newBuffer([]);

        /**
         * ProposalRecord envelopes.
         * @member {Array.<Uint8Array>} envelopes
         * @memberof cartorio.ProposalRecord
         * @instance
         */
        ProposalRecord.prototype.envelopes = $util.emptyArray;

        /**
         * ProposalRecord prePrepare.
         * @member {Uint8Array} prePrepare
         * @memberof cartorio.ProposalRecord
         * @instance
         */
        ProposalRecord.prototype.prePrepare = $util.newBuffer([]);

        /**
         * Encodes the specified ProposalRecord message. Does not implicitly {@link cartorio.ProposalRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ProposalRecord
         * @static
         * @param {cartorio.ProposalRecord.$Properties} message ProposalRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ProposalRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.view != null && $Object.hasOwnProperty.call(message, "view") && (typeof message.view === "object" ? message.view.low || message.view.high : message.view !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.view);
            if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal") && message.proposal.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.proposal);
            if (message.envelopes != null && message.envelopes.length)
                for (let i = 0; i < message.envelopes.length; ++i)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.envelopes[i]);
            if (message.prePrepare != null && $Object.hasOwnProperty.call(message, "prePrepare") && message.prePrepare.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.prePrepare);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ProposalRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ProposalRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ProposalRecord & cartorio.ProposalRecord.$Shape} ProposalRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ProposalRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ProposalRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.view = value;
                        else
                            delete message.view;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proposal = value;
                        else
                            delete message.proposal;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.envelopes && message.envelopes.length))
                            message.envelopes = [];
                        message.envelopes.push(reader.bytes());
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.prePrepare = value;
                        else
                            delete message.prePrepare;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ProposalRecord;
    })();

    cartorio.JournalFrame = (function() {

        /**
         * Properties of a JournalFrame.
         * @typedef {Object} cartorio.JournalFrame.$Properties
         * @property {number|null} [sequence] JournalFrame sequence
         * @property {Uint8Array|null} [previousHash] JournalFrame previousHash
         * @property {Uint8Array|null} [record] JournalFrame record
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JournalFrame.
         * @memberof cartorio
         * @interface IJournalFrame
         * @augments cartorio.JournalFrame.$Properties
         * @deprecated Use cartorio.JournalFrame.$Properties instead.
         */

        /**
         * Shape of a JournalFrame.
         * @typedef {cartorio.JournalFrame.$Properties} cartorio.JournalFrame.$Shape
         */

        /**
         * Constructs a new JournalFrame.
         * @memberof cartorio
         * @classdesc Represents a JournalFrame.
         * @constructor
         * @param {cartorio.JournalFrame.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JournalFrame = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JournalFrame sequence.
         * @member {number} sequence
         * @memberof cartorio.JournalFrame
         * @instance
         */
        JournalFrame.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * JournalFrame previousHash.
         * @member {Uint8Array} previousHash
         * @memberof cartorio.JournalFrame
         * @instance
         */
        JournalFrame.prototype.previousHash = $util.newBuffer([]);

        /**
         * JournalFrame record.
         * @member {Uint8Array} record
         * @memberof cartorio.JournalFrame
         * @instance
         */
        JournalFrame.prototype.record = $util.newBuffer([]);

        /**
         * Encodes the specified JournalFrame message. Does not implicitly {@link cartorio.JournalFrame.verify|verify} messages.
         * @function encode
         * @memberof cartorio.JournalFrame
         * @static
         * @param {cartorio.JournalFrame.$Properties} message JournalFrame message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JournalFrame.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.sequence);
            if (message.previousHash != null && $Object.hasOwnProperty.call(message, "previousHash") && message.previousHash.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.previousHash);
            if (message.record != null && $Object.hasOwnProperty.call(message, "record") && message.record.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.record);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JournalFrame message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.JournalFrame
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.JournalFrame & cartorio.JournalFrame.$Shape} JournalFrame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JournalFrame.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.JournalFrame();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.previousHash = value;
                        else
                            delete message.previousHash;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.record = value;
                        else
                            delete message.record;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return JournalFrame;
    })();

    cartorio.GuardRecord = (function() {

        /**
         * Properties of a GuardRecord.
         * @typedef {Object} cartorio.GuardRecord.$Properties
         * @property {number|null} [format] GuardRecord format
         * @property {Uint8Array|null} [chainId] GuardRecord chainId
         * @property {number|null} [epoch] GuardRecord epoch
         * @property {Uint8Array|null} [incarnation] GuardRecord incarnation
         * @property {number|null} [counter] GuardRecord counter
         * @property {number|null} [mustReenter] GuardRecord mustReenter
         * @property {boolean|null} [complete] GuardRecord complete
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GuardRecord.
         * @memberof cartorio
         * @interface IGuardRecord
         * @augments cartorio.GuardRecord.$Properties
         * @deprecated Use cartorio.GuardRecord.$Properties instead.
         */

        /**
         * Shape of a GuardRecord.
         * @typedef {cartorio.GuardRecord.$Properties} cartorio.GuardRecord.$Shape
         */

        /**
         * Constructs a new GuardRecord.
         * @memberof cartorio
         * @classdesc Represents a GuardRecord.
         * @constructor
         * @param {cartorio.GuardRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GuardRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GuardRecord format.
         * @member {number} format
         * @memberof cartorio.GuardRecord
         * @instance
         */
        GuardRecord.prototype.format = 0;

        /**
         * GuardRecord chainId.
         * @member {Uint8Array} chainId
         * @memberof cartorio.GuardRecord
         * @instance
         */
        GuardRecord.prototype.chainId = $util.newBuffer([]);

        /**
         * GuardRecord epoch.
         * @member {number} epoch
         * @memberof cartorio.GuardRecord
         * @instance
         */
        GuardRecord.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GuardRecord incarnation.
         * @member {Uint8Array} incarnation
         * @memberof cartorio.GuardRecord
         * @instance
         */
        GuardRecord.prototype.incarnation = $util.newBuffer([]);

        /**
         * GuardRecord counter.
         * @member {number} counter
         * @memberof cartorio.GuardRecord
         * @instance
         */
        GuardRecord.prototype.counter = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GuardRecord mustReenter.
         * @member {number} mustReenter
         * @memberof cartorio.GuardRecord
         * @instance
         */
        GuardRecord.prototype.mustReenter = 0;

        /**
         * GuardRecord complete.
         * @member {boolean} complete
         * @memberof cartorio.GuardRecord
         * @instance
         */
        GuardRecord.prototype.complete = false;

        /**
         * Encodes the specified GuardRecord message. Does not implicitly {@link cartorio.GuardRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.GuardRecord
         * @static
         * @param {cartorio.GuardRecord.$Properties} message GuardRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GuardRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.chainId != null && $Object.hasOwnProperty.call(message, "chainId") && message.chainId.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.chainId);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.epoch);
            if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.incarnation);
            if (message.counter != null && $Object.hasOwnProperty.call(message, "counter") && (typeof message.counter === "object" ? message.counter.low || message.counter.high : message.counter !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.counter);
            if (message.mustReenter != null && $Object.hasOwnProperty.call(message, "mustReenter") && message.mustReenter !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.mustReenter);
            if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== false)
                writer.uint32(/* id 7, wireType 0 =*/56).bool(message.complete);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GuardRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.GuardRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.GuardRecord & cartorio.GuardRecord.$Shape} GuardRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GuardRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.GuardRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.chainId = value;
                        else
                            delete message.chainId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.incarnation = value;
                        else
                            delete message.incarnation;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.counter = value;
                        else
                            delete message.counter;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.mustReenter = value;
                        else
                            delete message.mustReenter;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.complete = value;
                        else
                            delete message.complete;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GuardRecord;
    })();

    cartorio.Multiproof = (function() {

        /**
         * Properties of a Multiproof.
         * @typedef {Object} cartorio.Multiproof.$Properties
         * @property {Uint8Array|null} [shape] Multiproof shape
         * @property {Array.<Uint8Array>|null} [hashes] Multiproof hashes
         * @property {Array.<cartorio.OtherLeaf.$Properties>|null} [others] Multiproof others
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Multiproof.
         * @memberof cartorio
         * @interface IMultiproof
         * @augments cartorio.Multiproof.$Properties
         * @deprecated Use cartorio.Multiproof.$Properties instead.
         */

        /**
         * Shape of a Multiproof.
         * @typedef {cartorio.Multiproof.$Properties} cartorio.Multiproof.$Shape
         */

        /**
         * Constructs a new Multiproof.
         * @memberof cartorio
         * @classdesc Represents a Multiproof.
         * @constructor
         * @param {cartorio.Multiproof.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Multiproof = function (properties) {
            this.hashes = [];
            this.others = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Multiproof shape.
         * @member {Uint8Array} shape
         * @memberof cartorio.Multiproof
         * @instance
         */
        Multiproof.prototype.shape = $util.newBuffer([]);

        /**
         * Multiproof hashes.
         * @member {Array.<Uint8Array>} hashes
         * @memberof cartorio.Multiproof
         * @instance
         */
        Multiproof.prototype.hashes = $util.emptyArray;

        /**
         * Multiproof others.
         * @member {Array.<cartorio.OtherLeaf.$Properties>} others
         * @memberof cartorio.Multiproof
         * @instance
         */
        Multiproof.prototype.others = $util.emptyArray;

        /**
         * Encodes the specified Multiproof message. Does not implicitly {@link cartorio.Multiproof.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Multiproof
         * @static
         * @param {cartorio.Multiproof.$Properties} message Multiproof message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Multiproof.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.shape != null && $Object.hasOwnProperty.call(message, "shape") && message.shape.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.shape);
            if (message.hashes != null && message.hashes.length)
                for (let i = 0; i < message.hashes.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.hashes[i]);
            if (message.others != null && message.others.length)
                for (let i = 0; i < message.others.length; ++i)
                    $root.cartorio.OtherLeaf.encode(message.others[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Multiproof message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Multiproof
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Multiproof & cartorio.Multiproof.$Shape} Multiproof
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Multiproof.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Multiproof();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.shape = value;
                        else
                            delete message.shape;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.hashes && message.hashes.length))
                            message.hashes = [];
                        message.hashes.push(reader.bytes());
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.others && message.others.length))
                            message.others = [];
                        message.others.push($root.cartorio.OtherLeaf.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Multiproof;
    })();

    cartorio.OtherLeaf = (function() {

        /**
         * Properties of an OtherLeaf.
         * @typedef {Object} cartorio.OtherLeaf.$Properties
         * @property {Uint8Array|null} [key] OtherLeaf key
         * @property {Uint8Array|null} [recordHash] OtherLeaf recordHash
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an OtherLeaf.
         * @memberof cartorio
         * @interface IOtherLeaf
         * @augments cartorio.OtherLeaf.$Properties
         * @deprecated Use cartorio.OtherLeaf.$Properties instead.
         */

        /**
         * Shape of an OtherLeaf.
         * @typedef {cartorio.OtherLeaf.$Properties} cartorio.OtherLeaf.$Shape
         */

        /**
         * Constructs a new OtherLeaf.
         * @memberof cartorio
         * @classdesc Represents an OtherLeaf.
         * @constructor
         * @param {cartorio.OtherLeaf.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const OtherLeaf = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * OtherLeaf key.
         * @member {Uint8Array} key
         * @memberof cartorio.OtherLeaf
         * @instance
         */
        OtherLeaf.prototype.key = $util.newBuffer([]);

        /**
         * OtherLeaf recordHash.
         * @member {Uint8Array} recordHash
         * @memberof cartorio.OtherLeaf
         * @instance
         */
        OtherLeaf.prototype.recordHash = $util.newBuffer([]);

        /**
         * Encodes the specified OtherLeaf message. Does not implicitly {@link cartorio.OtherLeaf.verify|verify} messages.
         * @function encode
         * @memberof cartorio.OtherLeaf
         * @static
         * @param {cartorio.OtherLeaf.$Properties} message OtherLeaf message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        OtherLeaf.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
            if (message.recordHash != null && $Object.hasOwnProperty.call(message, "recordHash") && message.recordHash.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.recordHash);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an OtherLeaf message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.OtherLeaf
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.OtherLeaf & cartorio.OtherLeaf.$Shape} OtherLeaf
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        OtherLeaf.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.OtherLeaf();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.recordHash = value;
                        else
                            delete message.recordHash;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return OtherLeaf;
    })();

    cartorio.Activation = (function() {

        /**
         * Properties of an Activation.
         * @typedef {Object} cartorio.Activation.$Properties
         * @property {Uint8Array|null} [header] Activation header
         * @property {cartorio.FinalityCertificate.$Properties|null} [certificate] Activation certificate
         * @property {Uint8Array|null} [validatorSet] Activation validatorSet
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Activation.
         * @memberof cartorio
         * @interface IActivation
         * @augments cartorio.Activation.$Properties
         * @deprecated Use cartorio.Activation.$Properties instead.
         */

        /**
         * Shape of an Activation.
         * @typedef {cartorio.Activation.$Properties} cartorio.Activation.$Shape
         */

        /**
         * Constructs a new Activation.
         * @memberof cartorio
         * @classdesc Represents an Activation.
         * @constructor
         * @param {cartorio.Activation.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Activation = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Activation header.
         * @member {Uint8Array} header
         * @memberof cartorio.Activation
         * @instance
         */
        Activation.prototype.header = $util.newBuffer([]);

        /**
         * Activation certificate.
         * @member {cartorio.FinalityCertificate.$Properties|null|undefined} certificate
         * @memberof cartorio.Activation
         * @instance
         */
        Activation.prototype.certificate = null;

        /**
         * Activation validatorSet.
         * @member {Uint8Array} validatorSet
         * @memberof cartorio.Activation
         * @instance
         */
        Activation.prototype.validatorSet = $util.newBuffer([]);

        /**
         * Encodes the specified Activation message. Does not implicitly {@link cartorio.Activation.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Activation
         * @static
         * @param {cartorio.Activation.$Properties} message Activation message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Activation.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.header != null && $Object.hasOwnProperty.call(message, "header") && message.header.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.header);
            if (message.certificate != null && $Object.hasOwnProperty.call(message, "certificate"))
                $root.cartorio.FinalityCertificate.encode(message.certificate, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.validatorSet != null && $Object.hasOwnProperty.call(message, "validatorSet") && message.validatorSet.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.validatorSet);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Activation message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Activation
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Activation & cartorio.Activation.$Shape} Activation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Activation.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Activation();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.header = value;
                        else
                            delete message.header;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.certificate = $root.cartorio.FinalityCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.certificate);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.validatorSet = value;
                        else
                            delete message.validatorSet;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Activation;
    })();

    cartorio.ProofBundle = (function() {

        /**
         * Properties of a ProofBundle.
         * @typedef {Object} cartorio.ProofBundle.$Properties
         * @property {number|null} [version] ProofBundle version
         * @property {Uint8Array|null} [chainId] ProofBundle chainId
         * @property {Array.<cartorio.Activation.$Properties>|null} [activations] ProofBundle activations
         * @property {Uint8Array|null} [header] ProofBundle header
         * @property {cartorio.FinalityCertificate.$Properties|null} [certificate] ProofBundle certificate
         * @property {cartorio.Multiproof.$Properties|null} [multiproof] ProofBundle multiproof
         * @property {Array.<Uint8Array>|null} [records] ProofBundle records
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ProofBundle.
         * @memberof cartorio
         * @interface IProofBundle
         * @augments cartorio.ProofBundle.$Properties
         * @deprecated Use cartorio.ProofBundle.$Properties instead.
         */

        /**
         * Shape of a ProofBundle.
         * @typedef {cartorio.ProofBundle.$Properties} cartorio.ProofBundle.$Shape
         */

        /**
         * Constructs a new ProofBundle.
         * @memberof cartorio
         * @classdesc Represents a ProofBundle.
         * @constructor
         * @param {cartorio.ProofBundle.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ProofBundle = function (properties) {
            this.activations = [];
            this.records = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ProofBundle version.
         * @member {number} version
         * @memberof cartorio.ProofBundle
         * @instance
         */
        ProofBundle.prototype.version = 0;

        /**
         * ProofBundle chainId.
         * @member {Uint8Array} chainId
         * @memberof cartorio.ProofBundle
         * @instance
         */
        ProofBundle.prototype.chainId = $util.newBuffer([]);

        /**
         * ProofBundle activations.
         * @member {Array.<cartorio.Activation.$Properties>} activations
         * @memberof cartorio.ProofBundle
         * @instance
         */
        ProofBundle.prototype.activations = $util.emptyArray;

        /**
         * ProofBundle header.
         * @member {Uint8Array} header
         * @memberof cartorio.ProofBundle
         * @instance
         */
        ProofBundle.prototype.header = $util.newBuffer([]);

        /**
         * ProofBundle certificate.
         * @member {cartorio.FinalityCertificate.$Properties|null|undefined} certificate
         * @memberof cartorio.ProofBundle
         * @instance
         */
        ProofBundle.prototype.certificate = null;

        /**
         * ProofBundle multiproof.
         * @member {cartorio.Multiproof.$Properties|null|undefined} multiproof
         * @memberof cartorio.ProofBundle
         * @instance
         */
        ProofBundle.prototype.multiproof = null;

        /**
         * ProofBundle records.
         * @member {Array.<Uint8Array>} records
         * @memberof cartorio.ProofBundle
         * @instance
         */
        ProofBundle.prototype.records = $util.emptyArray;

        /**
         * Encodes the specified ProofBundle message. Does not implicitly {@link cartorio.ProofBundle.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ProofBundle
         * @static
         * @param {cartorio.ProofBundle.$Properties} message ProofBundle message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ProofBundle.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
            if (message.chainId != null && $Object.hasOwnProperty.call(message, "chainId") && message.chainId.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.chainId);
            if (message.activations != null && message.activations.length)
                for (let i = 0; i < message.activations.length; ++i)
                    $root.cartorio.Activation.encode(message.activations[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.header != null && $Object.hasOwnProperty.call(message, "header") && message.header.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.header);
            if (message.certificate != null && $Object.hasOwnProperty.call(message, "certificate"))
                $root.cartorio.FinalityCertificate.encode(message.certificate, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.multiproof != null && $Object.hasOwnProperty.call(message, "multiproof"))
                $root.cartorio.Multiproof.encode(message.multiproof, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.records != null && message.records.length)
                for (let i = 0; i < message.records.length; ++i)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.records[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ProofBundle message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ProofBundle
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ProofBundle & cartorio.ProofBundle.$Shape} ProofBundle
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ProofBundle.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ProofBundle();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.chainId = value;
                        else
                            delete message.chainId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.activations && message.activations.length))
                            message.activations = [];
                        message.activations.push($root.cartorio.Activation.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.header = value;
                        else
                            delete message.header;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.certificate = $root.cartorio.FinalityCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.certificate);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.multiproof = $root.cartorio.Multiproof.decode(reader, reader.size(), $undefined, _depth + 1, message.multiproof);
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.records && message.records.length))
                            message.records = [];
                        message.records.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ProofBundle;
    })();

    cartorio.InclusionPath = (function() {

        /**
         * Properties of an InclusionPath.
         * @typedef {Object} cartorio.InclusionPath.$Properties
         * @property {number|null} [leafIndex] InclusionPath leafIndex
         * @property {number|null} [treeSize] InclusionPath treeSize
         * @property {Array.<Uint8Array>|null} [path] InclusionPath path
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an InclusionPath.
         * @memberof cartorio
         * @interface IInclusionPath
         * @augments cartorio.InclusionPath.$Properties
         * @deprecated Use cartorio.InclusionPath.$Properties instead.
         */

        /**
         * Shape of an InclusionPath.
         * @typedef {cartorio.InclusionPath.$Properties} cartorio.InclusionPath.$Shape
         */

        /**
         * Constructs a new InclusionPath.
         * @memberof cartorio
         * @classdesc Represents an InclusionPath.
         * @constructor
         * @param {cartorio.InclusionPath.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const InclusionPath = function (properties) {
            this.path = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * InclusionPath leafIndex.
         * @member {number} leafIndex
         * @memberof cartorio.InclusionPath
         * @instance
         */
        InclusionPath.prototype.leafIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * InclusionPath treeSize.
         * @member {number} treeSize
         * @memberof cartorio.InclusionPath
         * @instance
         */
        InclusionPath.prototype.treeSize = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * InclusionPath path.
         * @member {Array.<Uint8Array>} path
         * @memberof cartorio.InclusionPath
         * @instance
         */
        InclusionPath.prototype.path = $util.emptyArray;

        /**
         * Encodes the specified InclusionPath message. Does not implicitly {@link cartorio.InclusionPath.verify|verify} messages.
         * @function encode
         * @memberof cartorio.InclusionPath
         * @static
         * @param {cartorio.InclusionPath.$Properties} message InclusionPath message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        InclusionPath.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.leafIndex != null && $Object.hasOwnProperty.call(message, "leafIndex") && (typeof message.leafIndex === "object" ? message.leafIndex.low || message.leafIndex.high : message.leafIndex !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.leafIndex);
            if (message.treeSize != null && $Object.hasOwnProperty.call(message, "treeSize") && (typeof message.treeSize === "object" ? message.treeSize.low || message.treeSize.high : message.treeSize !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.treeSize);
            if (message.path != null && message.path.length)
                for (let i = 0; i < message.path.length; ++i)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.path[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an InclusionPath message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.InclusionPath
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.InclusionPath & cartorio.InclusionPath.$Shape} InclusionPath
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        InclusionPath.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.InclusionPath();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.leafIndex = value;
                        else
                            delete message.leafIndex;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.treeSize = value;
                        else
                            delete message.treeSize;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.path && message.path.length))
                            message.path = [];
                        message.path.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return InclusionPath;
    })();

    cartorio.RecoveryManifest = (function() {

        /**
         * Properties of a RecoveryManifest.
         * @typedef {Object} cartorio.RecoveryManifest.$Properties
         * @property {Uint8Array|null} [body] RecoveryManifest body
         * @property {Array.<cartorio.GenesisSignature.$Properties>|null} [signatures] RecoveryManifest signatures
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RecoveryManifest.
         * @memberof cartorio
         * @interface IRecoveryManifest
         * @augments cartorio.RecoveryManifest.$Properties
         * @deprecated Use cartorio.RecoveryManifest.$Properties instead.
         */

        /**
         * Shape of a RecoveryManifest.
         * @typedef {cartorio.RecoveryManifest.$Properties} cartorio.RecoveryManifest.$Shape
         */

        /**
         * Constructs a new RecoveryManifest.
         * @memberof cartorio
         * @classdesc Represents a RecoveryManifest.
         * @constructor
         * @param {cartorio.RecoveryManifest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RecoveryManifest = function (properties) {
            this.signatures = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RecoveryManifest body.
         * @member {Uint8Array} body
         * @memberof cartorio.RecoveryManifest
         * @instance
         */
        RecoveryManifest.prototype.body = $util.newBuffer([]);

        /**
         * RecoveryManifest signatures.
         * @member {Array.<cartorio.GenesisSignature.$Properties>} signatures
         * @memberof cartorio.RecoveryManifest
         * @instance
         */
        RecoveryManifest.prototype.signatures = $util.emptyArray;

        /**
         * Encodes the specified RecoveryManifest message. Does not implicitly {@link cartorio.RecoveryManifest.verify|verify} messages.
         * @function encode
         * @memberof cartorio.RecoveryManifest
         * @static
         * @param {cartorio.RecoveryManifest.$Properties} message RecoveryManifest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RecoveryManifest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.body);
            if (message.signatures != null && message.signatures.length)
                for (let i = 0; i < message.signatures.length; ++i)
                    $root.cartorio.GenesisSignature.encode(message.signatures[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RecoveryManifest message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.RecoveryManifest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.RecoveryManifest & cartorio.RecoveryManifest.$Shape} RecoveryManifest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RecoveryManifest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.RecoveryManifest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.body = value;
                        else
                            delete message.body;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.signatures && message.signatures.length))
                            message.signatures = [];
                        message.signatures.push($root.cartorio.GenesisSignature.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RecoveryManifest;
    })();

    cartorio.RecoveryBody = (function() {

        /**
         * Properties of a RecoveryBody.
         * @typedef {Object} cartorio.RecoveryBody.$Properties
         * @property {number|null} [format] RecoveryBody format
         * @property {Uint8Array|null} [chainId] RecoveryBody chainId
         * @property {cartorio.FinalityCertificate.$Properties|null} [certificate] RecoveryBody certificate
         * @property {Array.<cartorio.RecoveredHeight.$Properties>|null} [heights] RecoveryBody heights
         * @property {Uint8Array|null} [validatorSet] RecoveryBody validatorSet
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RecoveryBody.
         * @memberof cartorio
         * @interface IRecoveryBody
         * @augments cartorio.RecoveryBody.$Properties
         * @deprecated Use cartorio.RecoveryBody.$Properties instead.
         */

        /**
         * Shape of a RecoveryBody.
         * @typedef {cartorio.RecoveryBody.$Properties} cartorio.RecoveryBody.$Shape
         */

        /**
         * Constructs a new RecoveryBody.
         * @memberof cartorio
         * @classdesc Represents a RecoveryBody.
         * @constructor
         * @param {cartorio.RecoveryBody.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RecoveryBody = function (properties) {
            this.heights = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RecoveryBody format.
         * @member {number} format
         * @memberof cartorio.RecoveryBody
         * @instance
         */
        RecoveryBody.prototype.format = 0;

        /**
         * RecoveryBody chainId.
         * @member {Uint8Array} chainId
         * @memberof cartorio.RecoveryBody
         * @instance
         */
        RecoveryBody.prototype.chainId = $util.newBuffer([]);

        /**
         * RecoveryBody certificate.
         * @member {cartorio.FinalityCertificate.$Properties|null|undefined} certificate
         * @memberof cartorio.RecoveryBody
         * @instance
         */
        RecoveryBody.prototype.certificate = null;

        /**
         * RecoveryBody heights.
         * @member {Array.<cartorio.RecoveredHeight.$Properties>} heights
         * @memberof cartorio.RecoveryBody
         * @instance
         */
        RecoveryBody.prototype.heights = $util.emptyArray;

        /**
         * RecoveryBody validatorSet.
         * @member {Uint8Array} validatorSet
         * @memberof cartorio.RecoveryBody
         * @instance
         */
        RecoveryBody.prototype.validatorSet = $util.newBuffer([]);

        /**
         * Encodes the specified RecoveryBody message. Does not implicitly {@link cartorio.RecoveryBody.verify|verify} messages.
         * @function encode
         * @memberof cartorio.RecoveryBody
         * @static
         * @param {cartorio.RecoveryBody.$Properties} message RecoveryBody message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RecoveryBody.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.chainId != null && $Object.hasOwnProperty.call(message, "chainId") && message.chainId.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.chainId);
            if (message.certificate != null && $Object.hasOwnProperty.call(message, "certificate"))
                $root.cartorio.FinalityCertificate.encode(message.certificate, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.heights != null && message.heights.length)
                for (let i = 0; i < message.heights.length; ++i)
                    $root.cartorio.RecoveredHeight.encode(message.heights[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.validatorSet != null && $Object.hasOwnProperty.call(message, "validatorSet") && message.validatorSet.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.validatorSet);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RecoveryBody message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.RecoveryBody
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.RecoveryBody & cartorio.RecoveryBody.$Shape} RecoveryBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RecoveryBody.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.RecoveryBody();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.chainId = value;
                        else
                            delete message.chainId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.certificate = $root.cartorio.FinalityCertificate.decode(reader, reader.size(), $undefined, _depth + 1, message.certificate);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.heights && message.heights.length))
                            message.heights = [];
                        message.heights.push($root.cartorio.RecoveredHeight.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.validatorSet = value;
                        else
                            delete message.validatorSet;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RecoveryBody;
    })();

    cartorio.RecoveredHeight = (function() {

        /**
         * Properties of a RecoveredHeight.
         * @typedef {Object} cartorio.RecoveredHeight.$Properties
         * @property {Uint8Array|null} [proposal] RecoveredHeight proposal
         * @property {Array.<Uint8Array>|null} [envelopes] RecoveredHeight envelopes
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RecoveredHeight.
         * @memberof cartorio
         * @interface IRecoveredHeight
         * @augments cartorio.RecoveredHeight.$Properties
         * @deprecated Use cartorio.RecoveredHeight.$Properties instead.
         */

        /**
         * Shape of a RecoveredHeight.
         * @typedef {cartorio.RecoveredHeight.$Properties} cartorio.RecoveredHeight.$Shape
         */

        /**
         * Constructs a new RecoveredHeight.
         * @memberof cartorio
         * @classdesc Represents a RecoveredHeight.
         * @constructor
         * @param {cartorio.RecoveredHeight.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RecoveredHeight = function (properties) {
            this.envelopes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RecoveredHeight proposal.
         * @member {Uint8Array} proposal
         * @memberof cartorio.RecoveredHeight
         * @instance
         */
        RecoveredHeight.prototype.proposal = $util.newBuffer([]);

        /**
         * RecoveredHeight envelopes.
         * @member {Array.<Uint8Array>} envelopes
         * @memberof cartorio.RecoveredHeight
         * @instance
         */
        RecoveredHeight.prototype.envelopes = $util.emptyArray;

        /**
         * Encodes the specified RecoveredHeight message. Does not implicitly {@link cartorio.RecoveredHeight.verify|verify} messages.
         * @function encode
         * @memberof cartorio.RecoveredHeight
         * @static
         * @param {cartorio.RecoveredHeight.$Properties} message RecoveredHeight message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RecoveredHeight.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.proposal != null && $Object.hasOwnProperty.call(message, "proposal") && message.proposal.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.proposal);
            if (message.envelopes != null && message.envelopes.length)
                for (let i = 0; i < message.envelopes.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.envelopes[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RecoveredHeight message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.RecoveredHeight
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.RecoveredHeight & cartorio.RecoveredHeight.$Shape} RecoveredHeight
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RecoveredHeight.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.RecoveredHeight();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proposal = value;
                        else
                            delete message.proposal;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.envelopes && message.envelopes.length))
                            message.envelopes = [];
                        message.envelopes.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RecoveredHeight;
    })();

    cartorio.DidHead = (function() {

        /**
         * Properties of a DidHead.
         * @typedef {Object} cartorio.DidHead.$Properties
         * @property {number|null} [format] DidHead format
         * @property {number|null} [latestVersion] DidHead latestVersion
         * @property {number|null} [status] DidHead status
         * @property {cartorio.Control.$Properties|null} [control] DidHead control
         * @property {cartorio.Recovery.$Properties|null} [recovery] DidHead recovery
         * @property {number|null} [dependants] DidHead dependants
         * @property {string|null} [sponsor] DidHead sponsor
         * @property {boolean|null} [legalEntity] DidHead legalEntity
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DidHead.
         * @memberof cartorio
         * @interface IDidHead
         * @augments cartorio.DidHead.$Properties
         * @deprecated Use cartorio.DidHead.$Properties instead.
         */

        /**
         * Shape of a DidHead.
         * @typedef {cartorio.DidHead.$Properties} cartorio.DidHead.$Shape
         */

        /**
         * Constructs a new DidHead.
         * @memberof cartorio
         * @classdesc Represents a DidHead.
         * @constructor
         * @param {cartorio.DidHead.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DidHead = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DidHead format.
         * @member {number} format
         * @memberof cartorio.DidHead
         * @instance
         */
        DidHead.prototype.format = 0;

        /**
         * DidHead latestVersion.
         * @member {number} latestVersion
         * @memberof cartorio.DidHead
         * @instance
         */
        DidHead.prototype.latestVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * DidHead status.
         * @member {number} status
         * @memberof cartorio.DidHead
         * @instance
         */
        DidHead.prototype.status = 0;

        /**
         * DidHead control.
         * @member {cartorio.Control.$Properties|null|undefined} control
         * @memberof cartorio.DidHead
         * @instance
         */
        DidHead.prototype.control = null;

        /**
         * DidHead recovery.
         * @member {cartorio.Recovery.$Properties|null|undefined} recovery
         * @memberof cartorio.DidHead
         * @instance
         */
        DidHead.prototype.recovery = null;

        /**
         * DidHead dependants.
         * @member {number} dependants
         * @memberof cartorio.DidHead
         * @instance
         */
        DidHead.prototype.dependants = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * DidHead sponsor.
         * @member {string} sponsor
         * @memberof cartorio.DidHead
         * @instance
         */
        DidHead.prototype.sponsor = "";

        /**
         * DidHead legalEntity.
         * @member {boolean} legalEntity
         * @memberof cartorio.DidHead
         * @instance
         */
        DidHead.prototype.legalEntity = false;

        /**
         * Encodes the specified DidHead message. Does not implicitly {@link cartorio.DidHead.verify|verify} messages.
         * @function encode
         * @memberof cartorio.DidHead
         * @static
         * @param {cartorio.DidHead.$Properties} message DidHead message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DidHead.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.latestVersion != null && $Object.hasOwnProperty.call(message, "latestVersion") && (typeof message.latestVersion === "object" ? message.latestVersion.low || message.latestVersion.high : message.latestVersion !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.latestVersion);
            if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.status);
            if (message.control != null && $Object.hasOwnProperty.call(message, "control"))
                $root.cartorio.Control.encode(message.control, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.recovery != null && $Object.hasOwnProperty.call(message, "recovery"))
                $root.cartorio.Recovery.encode(message.recovery, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.dependants != null && $Object.hasOwnProperty.call(message, "dependants") && (typeof message.dependants === "object" ? message.dependants.low || message.dependants.high : message.dependants !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.dependants);
            if (message.sponsor != null && $Object.hasOwnProperty.call(message, "sponsor") && message.sponsor !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.sponsor);
            if (message.legalEntity != null && $Object.hasOwnProperty.call(message, "legalEntity") && message.legalEntity !== false)
                writer.uint32(/* id 8, wireType 0 =*/64).bool(message.legalEntity);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DidHead message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.DidHead
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.DidHead & cartorio.DidHead.$Shape} DidHead
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DidHead.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.DidHead();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.latestVersion = value;
                        else
                            delete message.latestVersion;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.status = value;
                        else
                            delete message.status;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.control = $root.cartorio.Control.decode(reader, reader.size(), $undefined, _depth + 1, message.control);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.recovery = $root.cartorio.Recovery.decode(reader, reader.size(), $undefined, _depth + 1, message.recovery);
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.dependants = value;
                        else
                            delete message.dependants;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.sponsor = value;
                        else
                            delete message.sponsor;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.legalEntity = value;
                        else
                            delete message.legalEntity;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DidHead;
    })();

    cartorio.DidVersion = (function() {

        /**
         * Properties of a DidVersion.
         * @typedef {Object} cartorio.DidVersion.$Properties
         * @property {number|null} [format] DidVersion format
         * @property {number|null} [number] DidVersion number
         * @property {number|null} [time] DidVersion time
         * @property {number|null} [height] DidVersion height
         * @property {Uint8Array|null} [documentHash] DidVersion documentHash
         * @property {Uint8Array|null} [previousHash] DidVersion previousHash
         * @property {Array.<cartorio.KeyRemoval.$Properties>|null} [removals] DidVersion removals
         * @property {number|null} [status] DidVersion status
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DidVersion.
         * @memberof cartorio
         * @interface IDidVersion
         * @augments cartorio.DidVersion.$Properties
         * @deprecated Use cartorio.DidVersion.$Properties instead.
         */

        /**
         * Shape of a DidVersion.
         * @typedef {cartorio.DidVersion.$Properties} cartorio.DidVersion.$Shape
         */

        /**
         * Constructs a new DidVersion.
         * @memberof cartorio
         * @classdesc Represents a DidVersion.
         * @constructor
         * @param {cartorio.DidVersion.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DidVersion = function (properties) {
            this.removals = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DidVersion format.
         * @member {number} format
         * @memberof cartorio.DidVersion
         * @instance
         */
        DidVersion.prototype.format = 0;

        /**
         * DidVersion number.
         * @member {number} number
         * @memberof cartorio.DidVersion
         * @instance
         */
        DidVersion.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * DidVersion time.
         * @member {number} time
         * @memberof cartorio.DidVersion
         * @instance
         */
        DidVersion.prototype.time = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * DidVersion height.
         * @member {number} height
         * @memberof cartorio.DidVersion
         * @instance
         */
        DidVersion.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * DidVersion documentHash.
         * @member {Uint8Array} documentHash
         * @memberof cartorio.DidVersion
         * @instance
         */
        DidVersion.prototype.documentHash = $util.newBuffer([]);

        /**
         * DidVersion previousHash.
         * @member {Uint8Array} previousHash
         * @memberof cartorio.DidVersion
         * @instance
         */
        DidVersion.prototype.previousHash = $util.newBuffer([]);

        /**
         * DidVersion removals.
         * @member {Array.<cartorio.KeyRemoval.$Properties>} removals
         * @memberof cartorio.DidVersion
         * @instance
         */
        DidVersion.prototype.removals = $util.emptyArray;

        /**
         * DidVersion status.
         * @member {number} status
         * @memberof cartorio.DidVersion
         * @instance
         */
        DidVersion.prototype.status = 0;

        /**
         * Encodes the specified DidVersion message. Does not implicitly {@link cartorio.DidVersion.verify|verify} messages.
         * @function encode
         * @memberof cartorio.DidVersion
         * @static
         * @param {cartorio.DidVersion.$Properties} message DidVersion message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DidVersion.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.number);
            if (message.time != null && $Object.hasOwnProperty.call(message, "time") && (typeof message.time === "object" ? message.time.low || message.time.high : message.time !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.time);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.height);
            if (message.documentHash != null && $Object.hasOwnProperty.call(message, "documentHash") && message.documentHash.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.documentHash);
            if (message.previousHash != null && $Object.hasOwnProperty.call(message, "previousHash") && message.previousHash.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.previousHash);
            if (message.removals != null && message.removals.length)
                for (let i = 0; i < message.removals.length; ++i)
                    $root.cartorio.KeyRemoval.encode(message.removals[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.status);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DidVersion message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.DidVersion
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.DidVersion & cartorio.DidVersion.$Shape} DidVersion
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DidVersion.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.DidVersion();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.number = value;
                        else
                            delete message.number;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.time = value;
                        else
                            delete message.time;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.documentHash = value;
                        else
                            delete message.documentHash;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.previousHash = value;
                        else
                            delete message.previousHash;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.removals && message.removals.length))
                            message.removals = [];
                        message.removals.push($root.cartorio.KeyRemoval.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.status = value;
                        else
                            delete message.status;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DidVersion;
    })();

    cartorio.KeyRemovalRecord = (function() {

        /**
         * Properties of a KeyRemovalRecord.
         * @typedef {Object} cartorio.KeyRemovalRecord.$Properties
         * @property {number|null} [format] KeyRemovalRecord format
         * @property {number|null} [reason] KeyRemovalRecord reason
         * @property {number|null} [since] KeyRemovalRecord since
         * @property {number|null} [time] KeyRemovalRecord time
         * @property {number|null} [height] KeyRemovalRecord height
         * @property {number|null} [version] KeyRemovalRecord version
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KeyRemovalRecord.
         * @memberof cartorio
         * @interface IKeyRemovalRecord
         * @augments cartorio.KeyRemovalRecord.$Properties
         * @deprecated Use cartorio.KeyRemovalRecord.$Properties instead.
         */

        /**
         * Shape of a KeyRemovalRecord.
         * @typedef {cartorio.KeyRemovalRecord.$Properties} cartorio.KeyRemovalRecord.$Shape
         */

        /**
         * Constructs a new KeyRemovalRecord.
         * @memberof cartorio
         * @classdesc Represents a KeyRemovalRecord.
         * @constructor
         * @param {cartorio.KeyRemovalRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KeyRemovalRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KeyRemovalRecord format.
         * @member {number} format
         * @memberof cartorio.KeyRemovalRecord
         * @instance
         */
        KeyRemovalRecord.prototype.format = 0;

        /**
         * KeyRemovalRecord reason.
         * @member {number} reason
         * @memberof cartorio.KeyRemovalRecord
         * @instance
         */
        KeyRemovalRecord.prototype.reason = 0;

        /**
         * KeyRemovalRecord since.
         * @member {number} since
         * @memberof cartorio.KeyRemovalRecord
         * @instance
         */
        KeyRemovalRecord.prototype.since = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * KeyRemovalRecord time.
         * @member {number} time
         * @memberof cartorio.KeyRemovalRecord
         * @instance
         */
        KeyRemovalRecord.prototype.time = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * KeyRemovalRecord height.
         * @member {number} height
         * @memberof cartorio.KeyRemovalRecord
         * @instance
         */
        KeyRemovalRecord.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * KeyRemovalRecord version.
         * @member {number} version
         * @memberof cartorio.KeyRemovalRecord
         * @instance
         */
        KeyRemovalRecord.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified KeyRemovalRecord message. Does not implicitly {@link cartorio.KeyRemovalRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.KeyRemovalRecord
         * @static
         * @param {cartorio.KeyRemovalRecord.$Properties} message KeyRemovalRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KeyRemovalRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.reason);
            if (message.since != null && $Object.hasOwnProperty.call(message, "since") && (typeof message.since === "object" ? message.since.low || message.since.high : message.since !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.since);
            if (message.time != null && $Object.hasOwnProperty.call(message, "time") && (typeof message.time === "object" ? message.time.low || message.time.high : message.time !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.time);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.height);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.version);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a KeyRemovalRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.KeyRemovalRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.KeyRemovalRecord & cartorio.KeyRemovalRecord.$Shape} KeyRemovalRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KeyRemovalRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.KeyRemovalRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.since = value;
                        else
                            delete message.since;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.time = value;
                        else
                            delete message.time;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return KeyRemovalRecord;
    })();

    cartorio.DidDocumentRecord = (function() {

        /**
         * Properties of a DidDocumentRecord.
         * @typedef {Object} cartorio.DidDocumentRecord.$Properties
         * @property {number|null} [format] DidDocumentRecord format
         * @property {cartorio.Document.$Properties|null} [document] DidDocumentRecord document
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DidDocumentRecord.
         * @memberof cartorio
         * @interface IDidDocumentRecord
         * @augments cartorio.DidDocumentRecord.$Properties
         * @deprecated Use cartorio.DidDocumentRecord.$Properties instead.
         */

        /**
         * Shape of a DidDocumentRecord.
         * @typedef {cartorio.DidDocumentRecord.$Properties} cartorio.DidDocumentRecord.$Shape
         */

        /**
         * Constructs a new DidDocumentRecord.
         * @memberof cartorio
         * @classdesc Represents a DidDocumentRecord.
         * @constructor
         * @param {cartorio.DidDocumentRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DidDocumentRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DidDocumentRecord format.
         * @member {number} format
         * @memberof cartorio.DidDocumentRecord
         * @instance
         */
        DidDocumentRecord.prototype.format = 0;

        /**
         * DidDocumentRecord document.
         * @member {cartorio.Document.$Properties|null|undefined} document
         * @memberof cartorio.DidDocumentRecord
         * @instance
         */
        DidDocumentRecord.prototype.document = null;

        /**
         * Encodes the specified DidDocumentRecord message. Does not implicitly {@link cartorio.DidDocumentRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.DidDocumentRecord
         * @static
         * @param {cartorio.DidDocumentRecord.$Properties} message DidDocumentRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DidDocumentRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.document != null && $Object.hasOwnProperty.call(message, "document"))
                $root.cartorio.Document.encode(message.document, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DidDocumentRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.DidDocumentRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.DidDocumentRecord & cartorio.DidDocumentRecord.$Shape} DidDocumentRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DidDocumentRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.DidDocumentRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.document = $root.cartorio.Document.decode(reader, reader.size(), $undefined, _depth + 1, message.document);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DidDocumentRecord;
    })();

    cartorio.CredentialAnchorRecord = (function() {

        /**
         * Properties of a CredentialAnchorRecord.
         * @typedef {Object} cartorio.CredentialAnchorRecord.$Properties
         * @property {number|null} [format] CredentialAnchorRecord format
         * @property {number|null} [kind] CredentialAnchorRecord kind
         * @property {number|null} [treeSize] CredentialAnchorRecord treeSize
         * @property {number|null} [time] CredentialAnchorRecord time
         * @property {number|null} [height] CredentialAnchorRecord height
         * @property {number|null} [issuerVersion] CredentialAnchorRecord issuerVersion
         * @property {Array.<string>|null} [cosigners] CredentialAnchorRecord cosigners
         * @property {Uint8Array|null} [multikey] CredentialAnchorRecord multikey
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a CredentialAnchorRecord.
         * @memberof cartorio
         * @interface ICredentialAnchorRecord
         * @augments cartorio.CredentialAnchorRecord.$Properties
         * @deprecated Use cartorio.CredentialAnchorRecord.$Properties instead.
         */

        /**
         * Shape of a CredentialAnchorRecord.
         * @typedef {cartorio.CredentialAnchorRecord.$Properties} cartorio.CredentialAnchorRecord.$Shape
         */

        /**
         * Constructs a new CredentialAnchorRecord.
         * @memberof cartorio
         * @classdesc Represents a CredentialAnchorRecord.
         * @constructor
         * @param {cartorio.CredentialAnchorRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const CredentialAnchorRecord = function (properties) {
            this.cosigners = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * CredentialAnchorRecord format.
         * @member {number} format
         * @memberof cartorio.CredentialAnchorRecord
         * @instance
         */
        CredentialAnchorRecord.prototype.format = 0;

        /**
         * CredentialAnchorRecord kind.
         * @member {number} kind
         * @memberof cartorio.CredentialAnchorRecord
         * @instance
         */
        CredentialAnchorRecord.prototype.kind = 0;

        /**
         * CredentialAnchorRecord treeSize.
         * @member {number} treeSize
         * @memberof cartorio.CredentialAnchorRecord
         * @instance
         */
        CredentialAnchorRecord.prototype.treeSize = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CredentialAnchorRecord time.
         * @member {number} time
         * @memberof cartorio.CredentialAnchorRecord
         * @instance
         */
        CredentialAnchorRecord.prototype.time = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CredentialAnchorRecord height.
         * @member {number} height
         * @memberof cartorio.CredentialAnchorRecord
         * @instance
         */
        CredentialAnchorRecord.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CredentialAnchorRecord issuerVersion.
         * @member {number} issuerVersion
         * @memberof cartorio.CredentialAnchorRecord
         * @instance
         */
        CredentialAnchorRecord.prototype.issuerVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CredentialAnchorRecord cosigners.
         * @member {Array.<string>} cosigners
         * @memberof cartorio.CredentialAnchorRecord
         * @instance
         */
        CredentialAnchorRecord.prototype.cosigners = $util.emptyArray;

        /**
         * CredentialAnchorRecord multikey.
         * @member {Uint8Array} multikey
         * @memberof cartorio.CredentialAnchorRecord
         * @instance
         */
        CredentialAnchorRecord.prototype.multikey = $util.newBuffer([]);

        /**
         * Encodes the specified CredentialAnchorRecord message. Does not implicitly {@link cartorio.CredentialAnchorRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.CredentialAnchorRecord
         * @static
         * @param {cartorio.CredentialAnchorRecord.$Properties} message CredentialAnchorRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CredentialAnchorRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.kind);
            if (message.treeSize != null && $Object.hasOwnProperty.call(message, "treeSize") && (typeof message.treeSize === "object" ? message.treeSize.low || message.treeSize.high : message.treeSize !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.treeSize);
            if (message.time != null && $Object.hasOwnProperty.call(message, "time") && (typeof message.time === "object" ? message.time.low || message.time.high : message.time !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.time);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.height);
            if (message.issuerVersion != null && $Object.hasOwnProperty.call(message, "issuerVersion") && (typeof message.issuerVersion === "object" ? message.issuerVersion.low || message.issuerVersion.high : message.issuerVersion !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.issuerVersion);
            if (message.cosigners != null && message.cosigners.length)
                for (let i = 0; i < message.cosigners.length; ++i)
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.cosigners[i]);
            if (message.multikey != null && $Object.hasOwnProperty.call(message, "multikey") && message.multikey.length)
                writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.multikey);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a CredentialAnchorRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.CredentialAnchorRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.CredentialAnchorRecord & cartorio.CredentialAnchorRecord.$Shape} CredentialAnchorRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CredentialAnchorRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.CredentialAnchorRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.treeSize = value;
                        else
                            delete message.treeSize;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.time = value;
                        else
                            delete message.time;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.issuerVersion = value;
                        else
                            delete message.issuerVersion;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.cosigners && message.cosigners.length))
                            message.cosigners = [];
                        message.cosigners.push(reader.stringVerify());
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.multikey = value;
                        else
                            delete message.multikey;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return CredentialAnchorRecord;
    })();

    cartorio.StatusInterval = (function() {

        /**
         * Properties of a StatusInterval.
         * @typedef {Object} cartorio.StatusInterval.$Properties
         * @property {number|null} [status] StatusInterval status
         * @property {number|null} [from] StatusInterval from
         * @property {number|null} [to] StatusInterval to
         * @property {number|null} [reason] StatusInterval reason
         * @property {string|null} [by] StatusInterval by
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a StatusInterval.
         * @memberof cartorio
         * @interface IStatusInterval
         * @augments cartorio.StatusInterval.$Properties
         * @deprecated Use cartorio.StatusInterval.$Properties instead.
         */

        /**
         * Shape of a StatusInterval.
         * @typedef {cartorio.StatusInterval.$Properties} cartorio.StatusInterval.$Shape
         */

        /**
         * Constructs a new StatusInterval.
         * @memberof cartorio
         * @classdesc Represents a StatusInterval.
         * @constructor
         * @param {cartorio.StatusInterval.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const StatusInterval = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * StatusInterval status.
         * @member {number} status
         * @memberof cartorio.StatusInterval
         * @instance
         */
        StatusInterval.prototype.status = 0;

        /**
         * StatusInterval from.
         * @member {number} from
         * @memberof cartorio.StatusInterval
         * @instance
         */
        StatusInterval.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * StatusInterval to.
         * @member {number} to
         * @memberof cartorio.StatusInterval
         * @instance
         */
        StatusInterval.prototype.to = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * StatusInterval reason.
         * @member {number} reason
         * @memberof cartorio.StatusInterval
         * @instance
         */
        StatusInterval.prototype.reason = 0;

        /**
         * StatusInterval by.
         * @member {string} by
         * @memberof cartorio.StatusInterval
         * @instance
         */
        StatusInterval.prototype.by = "";

        /**
         * Encodes the specified StatusInterval message. Does not implicitly {@link cartorio.StatusInterval.verify|verify} messages.
         * @function encode
         * @memberof cartorio.StatusInterval
         * @static
         * @param {cartorio.StatusInterval.$Properties} message StatusInterval message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        StatusInterval.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.status);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from") && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.from);
            if (message.to != null && $Object.hasOwnProperty.call(message, "to") && (typeof message.to === "object" ? message.to.low || message.to.high : message.to !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.to);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.reason);
            if (message.by != null && $Object.hasOwnProperty.call(message, "by") && message.by !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.by);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a StatusInterval message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.StatusInterval
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.StatusInterval & cartorio.StatusInterval.$Shape} StatusInterval
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        StatusInterval.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.StatusInterval();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.status = value;
                        else
                            delete message.status;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.from = value;
                        else
                            delete message.from;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.to = value;
                        else
                            delete message.to;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.by = value;
                        else
                            delete message.by;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return StatusInterval;
    })();

    cartorio.CredentialStatusRecord = (function() {

        /**
         * Properties of a CredentialStatusRecord.
         * @typedef {Object} cartorio.CredentialStatusRecord.$Properties
         * @property {number|null} [format] CredentialStatusRecord format
         * @property {number|null} [status] CredentialStatusRecord status
         * @property {number|null} [sequence] CredentialStatusRecord sequence
         * @property {Array.<cartorio.StatusInterval.$Properties>|null} [intervals] CredentialStatusRecord intervals
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a CredentialStatusRecord.
         * @memberof cartorio
         * @interface ICredentialStatusRecord
         * @augments cartorio.CredentialStatusRecord.$Properties
         * @deprecated Use cartorio.CredentialStatusRecord.$Properties instead.
         */

        /**
         * Shape of a CredentialStatusRecord.
         * @typedef {cartorio.CredentialStatusRecord.$Properties} cartorio.CredentialStatusRecord.$Shape
         */

        /**
         * Constructs a new CredentialStatusRecord.
         * @memberof cartorio
         * @classdesc Represents a CredentialStatusRecord.
         * @constructor
         * @param {cartorio.CredentialStatusRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const CredentialStatusRecord = function (properties) {
            this.intervals = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * CredentialStatusRecord format.
         * @member {number} format
         * @memberof cartorio.CredentialStatusRecord
         * @instance
         */
        CredentialStatusRecord.prototype.format = 0;

        /**
         * CredentialStatusRecord status.
         * @member {number} status
         * @memberof cartorio.CredentialStatusRecord
         * @instance
         */
        CredentialStatusRecord.prototype.status = 0;

        /**
         * CredentialStatusRecord sequence.
         * @member {number} sequence
         * @memberof cartorio.CredentialStatusRecord
         * @instance
         */
        CredentialStatusRecord.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CredentialStatusRecord intervals.
         * @member {Array.<cartorio.StatusInterval.$Properties>} intervals
         * @memberof cartorio.CredentialStatusRecord
         * @instance
         */
        CredentialStatusRecord.prototype.intervals = $util.emptyArray;

        /**
         * Encodes the specified CredentialStatusRecord message. Does not implicitly {@link cartorio.CredentialStatusRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.CredentialStatusRecord
         * @static
         * @param {cartorio.CredentialStatusRecord.$Properties} message CredentialStatusRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CredentialStatusRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.status);
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
            if (message.intervals != null && message.intervals.length)
                for (let i = 0; i < message.intervals.length; ++i)
                    $root.cartorio.StatusInterval.encode(message.intervals[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a CredentialStatusRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.CredentialStatusRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.CredentialStatusRecord & cartorio.CredentialStatusRecord.$Shape} CredentialStatusRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CredentialStatusRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.CredentialStatusRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.status = value;
                        else
                            delete message.status;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.intervals && message.intervals.length))
                            message.intervals = [];
                        message.intervals.push($root.cartorio.StatusInterval.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return CredentialStatusRecord;
    })();

    cartorio.ReplayBucketRecord = (function() {

        /**
         * Properties of a ReplayBucketRecord.
         * @typedef {Object} cartorio.ReplayBucketRecord.$Properties
         * @property {number|null} [format] ReplayBucketRecord format
         * @property {number|null} [count] ReplayBucketRecord count
         * @property {Uint8Array|null} [runningHash] ReplayBucketRecord runningHash
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ReplayBucketRecord.
         * @memberof cartorio
         * @interface IReplayBucketRecord
         * @augments cartorio.ReplayBucketRecord.$Properties
         * @deprecated Use cartorio.ReplayBucketRecord.$Properties instead.
         */

        /**
         * Shape of a ReplayBucketRecord.
         * @typedef {cartorio.ReplayBucketRecord.$Properties} cartorio.ReplayBucketRecord.$Shape
         */

        /**
         * Constructs a new ReplayBucketRecord.
         * @memberof cartorio
         * @classdesc Represents a ReplayBucketRecord.
         * @constructor
         * @param {cartorio.ReplayBucketRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ReplayBucketRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ReplayBucketRecord format.
         * @member {number} format
         * @memberof cartorio.ReplayBucketRecord
         * @instance
         */
        ReplayBucketRecord.prototype.format = 0;

        /**
         * ReplayBucketRecord count.
         * @member {number} count
         * @memberof cartorio.ReplayBucketRecord
         * @instance
         */
        ReplayBucketRecord.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ReplayBucketRecord runningHash.
         * @member {Uint8Array} runningHash
         * @memberof cartorio.ReplayBucketRecord
         * @instance
         */
        ReplayBucketRecord.prototype.runningHash = $util.newBuffer([]);

        /**
         * Encodes the specified ReplayBucketRecord message. Does not implicitly {@link cartorio.ReplayBucketRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ReplayBucketRecord
         * @static
         * @param {cartorio.ReplayBucketRecord.$Properties} message ReplayBucketRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ReplayBucketRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.count != null && $Object.hasOwnProperty.call(message, "count") && (typeof message.count === "object" ? message.count.low || message.count.high : message.count !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.count);
            if (message.runningHash != null && $Object.hasOwnProperty.call(message, "runningHash") && message.runningHash.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.runningHash);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ReplayBucketRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ReplayBucketRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ReplayBucketRecord & cartorio.ReplayBucketRecord.$Shape} ReplayBucketRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ReplayBucketRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ReplayBucketRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.count = value;
                        else
                            delete message.count;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.runningHash = value;
                        else
                            delete message.runningHash;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ReplayBucketRecord;
    })();

    cartorio.LongLivedRecord = (function() {

        /**
         * Properties of a LongLivedRecord.
         * @typedef {Object} cartorio.LongLivedRecord.$Properties
         * @property {number|null} [format] LongLivedRecord format
         * @property {number|null} [count] LongLivedRecord count
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LongLivedRecord.
         * @memberof cartorio
         * @interface ILongLivedRecord
         * @augments cartorio.LongLivedRecord.$Properties
         * @deprecated Use cartorio.LongLivedRecord.$Properties instead.
         */

        /**
         * Shape of a LongLivedRecord.
         * @typedef {cartorio.LongLivedRecord.$Properties} cartorio.LongLivedRecord.$Shape
         */

        /**
         * Constructs a new LongLivedRecord.
         * @memberof cartorio
         * @classdesc Represents a LongLivedRecord.
         * @constructor
         * @param {cartorio.LongLivedRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LongLivedRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LongLivedRecord format.
         * @member {number} format
         * @memberof cartorio.LongLivedRecord
         * @instance
         */
        LongLivedRecord.prototype.format = 0;

        /**
         * LongLivedRecord count.
         * @member {number} count
         * @memberof cartorio.LongLivedRecord
         * @instance
         */
        LongLivedRecord.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified LongLivedRecord message. Does not implicitly {@link cartorio.LongLivedRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.LongLivedRecord
         * @static
         * @param {cartorio.LongLivedRecord.$Properties} message LongLivedRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LongLivedRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.count != null && $Object.hasOwnProperty.call(message, "count") && (typeof message.count === "object" ? message.count.low || message.count.high : message.count !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.count);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LongLivedRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.LongLivedRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.LongLivedRecord & cartorio.LongLivedRecord.$Shape} LongLivedRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LongLivedRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.LongLivedRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.count = value;
                        else
                            delete message.count;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LongLivedRecord;
    })();

    cartorio.MemberRecord = (function() {

        /**
         * Properties of a MemberRecord.
         * @typedef {Object} cartorio.MemberRecord.$Properties
         * @property {number|null} [format] MemberRecord format
         * @property {string|null} [did] MemberRecord did
         * @property {string|null} [name] MemberRecord name
         * @property {number|null} [weight] MemberRecord weight
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MemberRecord.
         * @memberof cartorio
         * @interface IMemberRecord
         * @augments cartorio.MemberRecord.$Properties
         * @deprecated Use cartorio.MemberRecord.$Properties instead.
         */

        /**
         * Shape of a MemberRecord.
         * @typedef {cartorio.MemberRecord.$Properties} cartorio.MemberRecord.$Shape
         */

        /**
         * Constructs a new MemberRecord.
         * @memberof cartorio
         * @classdesc Represents a MemberRecord.
         * @constructor
         * @param {cartorio.MemberRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MemberRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MemberRecord format.
         * @member {number} format
         * @memberof cartorio.MemberRecord
         * @instance
         */
        MemberRecord.prototype.format = 0;

        /**
         * MemberRecord did.
         * @member {string} did
         * @memberof cartorio.MemberRecord
         * @instance
         */
        MemberRecord.prototype.did = "";

        /**
         * MemberRecord name.
         * @member {string} name
         * @memberof cartorio.MemberRecord
         * @instance
         */
        MemberRecord.prototype.name = "";

        /**
         * MemberRecord weight.
         * @member {number} weight
         * @memberof cartorio.MemberRecord
         * @instance
         */
        MemberRecord.prototype.weight = 0;

        /**
         * Encodes the specified MemberRecord message. Does not implicitly {@link cartorio.MemberRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.MemberRecord
         * @static
         * @param {cartorio.MemberRecord.$Properties} message MemberRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MemberRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.did != null && $Object.hasOwnProperty.call(message, "did") && message.did !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.did);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.name);
            if (message.weight != null && $Object.hasOwnProperty.call(message, "weight") && message.weight !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.weight);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MemberRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.MemberRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.MemberRecord & cartorio.MemberRecord.$Shape} MemberRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MemberRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.MemberRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.did = value;
                        else
                            delete message.did;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.weight = value;
                        else
                            delete message.weight;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return MemberRecord;
    })();

    cartorio.MembersHeadRecord = (function() {

        /**
         * Properties of a MembersHeadRecord.
         * @typedef {Object} cartorio.MembersHeadRecord.$Properties
         * @property {number|null} [format] MembersHeadRecord format
         * @property {number|null} [count] MembersHeadRecord count
         * @property {number|null} [totalWeight] MembersHeadRecord totalWeight
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MembersHeadRecord.
         * @memberof cartorio
         * @interface IMembersHeadRecord
         * @augments cartorio.MembersHeadRecord.$Properties
         * @deprecated Use cartorio.MembersHeadRecord.$Properties instead.
         */

        /**
         * Shape of a MembersHeadRecord.
         * @typedef {cartorio.MembersHeadRecord.$Properties} cartorio.MembersHeadRecord.$Shape
         */

        /**
         * Constructs a new MembersHeadRecord.
         * @memberof cartorio
         * @classdesc Represents a MembersHeadRecord.
         * @constructor
         * @param {cartorio.MembersHeadRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MembersHeadRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MembersHeadRecord format.
         * @member {number} format
         * @memberof cartorio.MembersHeadRecord
         * @instance
         */
        MembersHeadRecord.prototype.format = 0;

        /**
         * MembersHeadRecord count.
         * @member {number} count
         * @memberof cartorio.MembersHeadRecord
         * @instance
         */
        MembersHeadRecord.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * MembersHeadRecord totalWeight.
         * @member {number} totalWeight
         * @memberof cartorio.MembersHeadRecord
         * @instance
         */
        MembersHeadRecord.prototype.totalWeight = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified MembersHeadRecord message. Does not implicitly {@link cartorio.MembersHeadRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.MembersHeadRecord
         * @static
         * @param {cartorio.MembersHeadRecord.$Properties} message MembersHeadRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MembersHeadRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.count != null && $Object.hasOwnProperty.call(message, "count") && (typeof message.count === "object" ? message.count.low || message.count.high : message.count !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.count);
            if (message.totalWeight != null && $Object.hasOwnProperty.call(message, "totalWeight") && (typeof message.totalWeight === "object" ? message.totalWeight.low || message.totalWeight.high : message.totalWeight !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.totalWeight);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MembersHeadRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.MembersHeadRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.MembersHeadRecord & cartorio.MembersHeadRecord.$Shape} MembersHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MembersHeadRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.MembersHeadRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.count = value;
                        else
                            delete message.count;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.totalWeight = value;
                        else
                            delete message.totalWeight;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return MembersHeadRecord;
    })();

    cartorio.ParametersRecord = (function() {

        /**
         * Properties of a ParametersRecord.
         * @typedef {Object} cartorio.ParametersRecord.$Properties
         * @property {number|null} [format] ParametersRecord format
         * @property {cartorio.Parameters.$Properties|null} [parameters] ParametersRecord parameters
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ParametersRecord.
         * @memberof cartorio
         * @interface IParametersRecord
         * @augments cartorio.ParametersRecord.$Properties
         * @deprecated Use cartorio.ParametersRecord.$Properties instead.
         */

        /**
         * Shape of a ParametersRecord.
         * @typedef {cartorio.ParametersRecord.$Properties} cartorio.ParametersRecord.$Shape
         */

        /**
         * Constructs a new ParametersRecord.
         * @memberof cartorio
         * @classdesc Represents a ParametersRecord.
         * @constructor
         * @param {cartorio.ParametersRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ParametersRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ParametersRecord format.
         * @member {number} format
         * @memberof cartorio.ParametersRecord
         * @instance
         */
        ParametersRecord.prototype.format = 0;

        /**
         * ParametersRecord parameters.
         * @member {cartorio.Parameters.$Properties|null|undefined} parameters
         * @memberof cartorio.ParametersRecord
         * @instance
         */
        ParametersRecord.prototype.parameters = null;

        /**
         * Encodes the specified ParametersRecord message. Does not implicitly {@link cartorio.ParametersRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ParametersRecord
         * @static
         * @param {cartorio.ParametersRecord.$Properties} message ParametersRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ParametersRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.parameters != null && $Object.hasOwnProperty.call(message, "parameters"))
                $root.cartorio.Parameters.encode(message.parameters, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ParametersRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ParametersRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ParametersRecord & cartorio.ParametersRecord.$Shape} ParametersRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ParametersRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ParametersRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.parameters = $root.cartorio.Parameters.decode(reader, reader.size(), $undefined, _depth + 1, message.parameters);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ParametersRecord;
    })();

    cartorio.MemberIndexRecord = (function() {

        /**
         * Properties of a MemberIndexRecord.
         * @typedef {Object} cartorio.MemberIndexRecord.$Properties
         * @property {number|null} [format] MemberIndexRecord format
         * @property {number|null} [index] MemberIndexRecord index
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MemberIndexRecord.
         * @memberof cartorio
         * @interface IMemberIndexRecord
         * @augments cartorio.MemberIndexRecord.$Properties
         * @deprecated Use cartorio.MemberIndexRecord.$Properties instead.
         */

        /**
         * Shape of a MemberIndexRecord.
         * @typedef {cartorio.MemberIndexRecord.$Properties} cartorio.MemberIndexRecord.$Shape
         */

        /**
         * Constructs a new MemberIndexRecord.
         * @memberof cartorio
         * @classdesc Represents a MemberIndexRecord.
         * @constructor
         * @param {cartorio.MemberIndexRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MemberIndexRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MemberIndexRecord format.
         * @member {number} format
         * @memberof cartorio.MemberIndexRecord
         * @instance
         */
        MemberIndexRecord.prototype.format = 0;

        /**
         * MemberIndexRecord index.
         * @member {number} index
         * @memberof cartorio.MemberIndexRecord
         * @instance
         */
        MemberIndexRecord.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified MemberIndexRecord message. Does not implicitly {@link cartorio.MemberIndexRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.MemberIndexRecord
         * @static
         * @param {cartorio.MemberIndexRecord.$Properties} message MemberIndexRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MemberIndexRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MemberIndexRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.MemberIndexRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.MemberIndexRecord & cartorio.MemberIndexRecord.$Shape} MemberIndexRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MemberIndexRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.MemberIndexRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return MemberIndexRecord;
    })();

    cartorio.ValidatorsHeadRecord = (function() {

        /**
         * Properties of a ValidatorsHeadRecord.
         * @typedef {Object} cartorio.ValidatorsHeadRecord.$Properties
         * @property {number|null} [format] ValidatorsHeadRecord format
         * @property {number|null} [epoch] ValidatorsHeadRecord epoch
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ValidatorsHeadRecord.
         * @memberof cartorio
         * @interface IValidatorsHeadRecord
         * @augments cartorio.ValidatorsHeadRecord.$Properties
         * @deprecated Use cartorio.ValidatorsHeadRecord.$Properties instead.
         */

        /**
         * Shape of a ValidatorsHeadRecord.
         * @typedef {cartorio.ValidatorsHeadRecord.$Properties} cartorio.ValidatorsHeadRecord.$Shape
         */

        /**
         * Constructs a new ValidatorsHeadRecord.
         * @memberof cartorio
         * @classdesc Represents a ValidatorsHeadRecord.
         * @constructor
         * @param {cartorio.ValidatorsHeadRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ValidatorsHeadRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ValidatorsHeadRecord format.
         * @member {number} format
         * @memberof cartorio.ValidatorsHeadRecord
         * @instance
         */
        ValidatorsHeadRecord.prototype.format = 0;

        /**
         * ValidatorsHeadRecord epoch.
         * @member {number} epoch
         * @memberof cartorio.ValidatorsHeadRecord
         * @instance
         */
        ValidatorsHeadRecord.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified ValidatorsHeadRecord message. Does not implicitly {@link cartorio.ValidatorsHeadRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ValidatorsHeadRecord
         * @static
         * @param {cartorio.ValidatorsHeadRecord.$Properties} message ValidatorsHeadRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ValidatorsHeadRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.epoch);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ValidatorsHeadRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ValidatorsHeadRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ValidatorsHeadRecord & cartorio.ValidatorsHeadRecord.$Shape} ValidatorsHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ValidatorsHeadRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ValidatorsHeadRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ValidatorsHeadRecord;
    })();

    cartorio.ReentryRecord = (function() {

        /**
         * Properties of a ReentryRecord.
         * @typedef {Object} cartorio.ReentryRecord.$Properties
         * @property {number|null} [format] ReentryRecord format
         * @property {number|null} [time] ReentryRecord time
         * @property {number|null} [height] ReentryRecord height
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ReentryRecord.
         * @memberof cartorio
         * @interface IReentryRecord
         * @augments cartorio.ReentryRecord.$Properties
         * @deprecated Use cartorio.ReentryRecord.$Properties instead.
         */

        /**
         * Shape of a ReentryRecord.
         * @typedef {cartorio.ReentryRecord.$Properties} cartorio.ReentryRecord.$Shape
         */

        /**
         * Constructs a new ReentryRecord.
         * @memberof cartorio
         * @classdesc Represents a ReentryRecord.
         * @constructor
         * @param {cartorio.ReentryRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ReentryRecord = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ReentryRecord format.
         * @member {number} format
         * @memberof cartorio.ReentryRecord
         * @instance
         */
        ReentryRecord.prototype.format = 0;

        /**
         * ReentryRecord time.
         * @member {number} time
         * @memberof cartorio.ReentryRecord
         * @instance
         */
        ReentryRecord.prototype.time = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ReentryRecord height.
         * @member {number} height
         * @memberof cartorio.ReentryRecord
         * @instance
         */
        ReentryRecord.prototype.height = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified ReentryRecord message. Does not implicitly {@link cartorio.ReentryRecord.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ReentryRecord
         * @static
         * @param {cartorio.ReentryRecord.$Properties} message ReentryRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ReentryRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.time != null && $Object.hasOwnProperty.call(message, "time") && (typeof message.time === "object" ? message.time.low || message.time.high : message.time !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.time);
            if (message.height != null && $Object.hasOwnProperty.call(message, "height") && (typeof message.height === "object" ? message.height.low || message.height.high : message.height !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.height);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ReentryRecord message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ReentryRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ReentryRecord & cartorio.ReentryRecord.$Shape} ReentryRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ReentryRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ReentryRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.time = value;
                        else
                            delete message.time;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.height = value;
                        else
                            delete message.height;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ReentryRecord;
    })();

    cartorio.TransactionBody = (function() {

        /**
         * Properties of a TransactionBody.
         * @typedef {Object} cartorio.TransactionBody.$Properties
         * @property {Uint8Array|null} [chainId] TransactionBody chainId
         * @property {Array.<cartorio.Signer.$Properties>|null} [signers] TransactionBody signers
         * @property {number|null} [validUntil] TransactionBody validUntil
         * @property {Uint8Array|null} [nonce] TransactionBody nonce
         * @property {Array.<cartorio.Operation.$Properties>|null} [operations] TransactionBody operations
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a TransactionBody.
         * @memberof cartorio
         * @interface ITransactionBody
         * @augments cartorio.TransactionBody.$Properties
         * @deprecated Use cartorio.TransactionBody.$Properties instead.
         */

        /**
         * Shape of a TransactionBody.
         * @typedef {{
         *   chainId?: Uint8Array|null;
         *   signers?: Array.<cartorio.Signer.$Shape>|null;
         *   validUntil?: number|null;
         *   nonce?: Uint8Array|null;
         *   operations?: Array.<cartorio.Operation.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} cartorio.TransactionBody.$Shape
         */

        /**
         * Constructs a new TransactionBody.
         * @memberof cartorio
         * @classdesc Represents a TransactionBody.
         * @constructor
         * @param {cartorio.TransactionBody.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const TransactionBody = function (properties) {
            this.signers = [];
            this.operations = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * TransactionBody chainId.
         * @member {Uint8Array} chainId
         * @memberof cartorio.TransactionBody
         * @instance
         */
        TransactionBody.prototype.chainId = $util.newBuffer([]);

        /**
         * TransactionBody signers.
         * @member {Array.<cartorio.Signer.$Properties>} signers
         * @memberof cartorio.TransactionBody
         * @instance
         */
        TransactionBody.prototype.signers = $util.emptyArray;

        /**
         * TransactionBody validUntil.
         * @member {number} validUntil
         * @memberof cartorio.TransactionBody
         * @instance
         */
        TransactionBody.prototype.validUntil = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * TransactionBody nonce.
         * @member {Uint8Array} nonce
         * @memberof cartorio.TransactionBody
         * @instance
         */
        TransactionBody.prototype.nonce = $util.newBuffer([]);

        /**
         * TransactionBody operations.
         * @member {Array.<cartorio.Operation.$Properties>} operations
         * @memberof cartorio.TransactionBody
         * @instance
         */
        TransactionBody.prototype.operations = $util.emptyArray;

        /**
         * Encodes the specified TransactionBody message. Does not implicitly {@link cartorio.TransactionBody.verify|verify} messages.
         * @function encode
         * @memberof cartorio.TransactionBody
         * @static
         * @param {cartorio.TransactionBody.$Properties} message TransactionBody message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        TransactionBody.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.chainId != null && $Object.hasOwnProperty.call(message, "chainId") && message.chainId.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.chainId);
            if (message.signers != null && message.signers.length)
                for (let i = 0; i < message.signers.length; ++i)
                    $root.cartorio.Signer.encode(message.signers[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.validUntil != null && $Object.hasOwnProperty.call(message, "validUntil") && (typeof message.validUntil === "object" ? message.validUntil.low || message.validUntil.high : message.validUntil !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.validUntil);
            if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.nonce);
            if (message.operations != null && message.operations.length)
                for (let i = 0; i < message.operations.length; ++i)
                    $root.cartorio.Operation.encode(message.operations[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a TransactionBody message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.TransactionBody
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.TransactionBody & cartorio.TransactionBody.$Shape} TransactionBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        TransactionBody.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.TransactionBody();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.chainId = value;
                        else
                            delete message.chainId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.signers && message.signers.length))
                            message.signers = [];
                        message.signers.push($root.cartorio.Signer.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.validUntil = value;
                        else
                            delete message.validUntil;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.nonce = value;
                        else
                            delete message.nonce;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.operations && message.operations.length))
                            message.operations = [];
                        message.operations.push($root.cartorio.Operation.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return TransactionBody;
    })();

    cartorio.Signer = (function() {

        /**
         * Properties of a Signer.
         * @typedef {Object} cartorio.Signer.$Properties
         * @property {string|null} [did] Signer did
         * @property {Uint8Array|null} [multikey] Signer multikey
         * @property {number|null} [role] Signer role
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Signer.
         * @memberof cartorio
         * @interface ISigner
         * @augments cartorio.Signer.$Properties
         * @deprecated Use cartorio.Signer.$Properties instead.
         */

        /**
         * Shape of a Signer.
         * @typedef {cartorio.Signer.$Properties} cartorio.Signer.$Shape
         */

        /**
         * Constructs a new Signer.
         * @memberof cartorio
         * @classdesc Represents a Signer.
         * @constructor
         * @param {cartorio.Signer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Signer = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Signer did.
         * @member {string} did
         * @memberof cartorio.Signer
         * @instance
         */
        Signer.prototype.did = "";

        /**
         * Signer multikey.
         * @member {Uint8Array} multikey
         * @memberof cartorio.Signer
         * @instance
         */
        Signer.prototype.multikey = $util.newBuffer([]);

        /**
         * Signer role.
         * @member {number} role
         * @memberof cartorio.Signer
         * @instance
         */
        Signer.prototype.role = 0;

        /**
         * Encodes the specified Signer message. Does not implicitly {@link cartorio.Signer.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Signer
         * @static
         * @param {cartorio.Signer.$Properties} message Signer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Signer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.did != null && $Object.hasOwnProperty.call(message, "did") && message.did !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.did);
            if (message.multikey != null && $Object.hasOwnProperty.call(message, "multikey") && message.multikey.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.multikey);
            if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.role);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Signer message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Signer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Signer & cartorio.Signer.$Shape} Signer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Signer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Signer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.did = value;
                        else
                            delete message.did;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.multikey = value;
                        else
                            delete message.multikey;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.role = value;
                        else
                            delete message.role;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Signer;
    })();

    cartorio.Envelope = (function() {

        /**
         * Properties of an Envelope.
         * @typedef {Object} cartorio.Envelope.$Properties
         * @property {Uint8Array|null} [body] Envelope body
         * @property {Array.<Uint8Array>|null} [signatures] Envelope signatures
         * @property {Array.<cartorio.PasskeyAssertion.$Properties>|null} [passkeys] Envelope passkeys
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Envelope.
         * @memberof cartorio
         * @interface IEnvelope
         * @augments cartorio.Envelope.$Properties
         * @deprecated Use cartorio.Envelope.$Properties instead.
         */

        /**
         * Shape of an Envelope.
         * @typedef {cartorio.Envelope.$Properties} cartorio.Envelope.$Shape
         */

        /**
         * Constructs a new Envelope.
         * @memberof cartorio
         * @classdesc Represents an Envelope.
         * @constructor
         * @param {cartorio.Envelope.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Envelope = function (properties) {
            this.signatures = [];
            this.passkeys = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Envelope body.
         * @member {Uint8Array} body
         * @memberof cartorio.Envelope
         * @instance
         */
        Envelope.prototype.body = $util.newBuffer([]);

        /**
         * Envelope signatures.
         * @member {Array.<Uint8Array>} signatures
         * @memberof cartorio.Envelope
         * @instance
         */
        Envelope.prototype.signatures = $util.emptyArray;

        /**
         * Envelope passkeys.
         * @member {Array.<cartorio.PasskeyAssertion.$Properties>} passkeys
         * @memberof cartorio.Envelope
         * @instance
         */
        Envelope.prototype.passkeys = $util.emptyArray;

        /**
         * Encodes the specified Envelope message. Does not implicitly {@link cartorio.Envelope.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Envelope
         * @static
         * @param {cartorio.Envelope.$Properties} message Envelope message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Envelope.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.body);
            if (message.signatures != null && message.signatures.length)
                for (let i = 0; i < message.signatures.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signatures[i]);
            if (message.passkeys != null && message.passkeys.length)
                for (let i = 0; i < message.passkeys.length; ++i)
                    $root.cartorio.PasskeyAssertion.encode(message.passkeys[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Envelope message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Envelope
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Envelope & cartorio.Envelope.$Shape} Envelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Envelope.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Envelope();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.body = value;
                        else
                            delete message.body;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.signatures && message.signatures.length))
                            message.signatures = [];
                        message.signatures.push(reader.bytes());
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.passkeys && message.passkeys.length))
                            message.passkeys = [];
                        message.passkeys.push($root.cartorio.PasskeyAssertion.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Envelope;
    })();

    cartorio.PasskeyAssertion = (function() {

        /**
         * Properties of a PasskeyAssertion.
         * @typedef {Object} cartorio.PasskeyAssertion.$Properties
         * @property {number|null} [signer] PasskeyAssertion signer
         * @property {Uint8Array|null} [authenticatorData] PasskeyAssertion authenticatorData
         * @property {Uint8Array|null} [clientData] PasskeyAssertion clientData
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PasskeyAssertion.
         * @memberof cartorio
         * @interface IPasskeyAssertion
         * @augments cartorio.PasskeyAssertion.$Properties
         * @deprecated Use cartorio.PasskeyAssertion.$Properties instead.
         */

        /**
         * Shape of a PasskeyAssertion.
         * @typedef {cartorio.PasskeyAssertion.$Properties} cartorio.PasskeyAssertion.$Shape
         */

        /**
         * Constructs a new PasskeyAssertion.
         * @memberof cartorio
         * @classdesc Represents a PasskeyAssertion.
         * @constructor
         * @param {cartorio.PasskeyAssertion.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PasskeyAssertion = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PasskeyAssertion signer.
         * @member {number} signer
         * @memberof cartorio.PasskeyAssertion
         * @instance
         */
        PasskeyAssertion.prototype.signer = 0;

        /**
         * PasskeyAssertion authenticatorData.
         * @member {Uint8Array} authenticatorData
         * @memberof cartorio.PasskeyAssertion
         * @instance
         */
        PasskeyAssertion.prototype.authenticatorData = $util.newBuffer([]);

        /**
         * PasskeyAssertion clientData.
         * @member {Uint8Array} clientData
         * @memberof cartorio.PasskeyAssertion
         * @instance
         */
        PasskeyAssertion.prototype.clientData = $util.newBuffer([]);

        /**
         * Encodes the specified PasskeyAssertion message. Does not implicitly {@link cartorio.PasskeyAssertion.verify|verify} messages.
         * @function encode
         * @memberof cartorio.PasskeyAssertion
         * @static
         * @param {cartorio.PasskeyAssertion.$Properties} message PasskeyAssertion message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PasskeyAssertion.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.signer != null && $Object.hasOwnProperty.call(message, "signer") && message.signer !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.signer);
            if (message.authenticatorData != null && $Object.hasOwnProperty.call(message, "authenticatorData") && message.authenticatorData.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.authenticatorData);
            if (message.clientData != null && $Object.hasOwnProperty.call(message, "clientData") && message.clientData.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.clientData);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PasskeyAssertion message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.PasskeyAssertion
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.PasskeyAssertion & cartorio.PasskeyAssertion.$Shape} PasskeyAssertion
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PasskeyAssertion.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.PasskeyAssertion();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.signer = value;
                        else
                            delete message.signer;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.authenticatorData = value;
                        else
                            delete message.authenticatorData;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.clientData = value;
                        else
                            delete message.clientData;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return PasskeyAssertion;
    })();

    cartorio.Operation = (function() {

        /**
         * Properties of an Operation.
         * @typedef {Object} cartorio.Operation.$Properties
         * @property {cartorio.DidCreate.$Properties|null} [didCreate] Operation didCreate
         * @property {cartorio.DidUpdate.$Properties|null} [didUpdate] Operation didUpdate
         * @property {cartorio.DidDeactivate.$Properties|null} [didDeactivate] Operation didDeactivate
         * @property {cartorio.DidRotateKeys.$Properties|null} [didRotateKeys] Operation didRotateKeys
         * @property {cartorio.CredentialAnchor.$Properties|null} [credentialAnchor] Operation credentialAnchor
         * @property {cartorio.CredentialRevoke.$Properties|null} [credentialRevoke] Operation credentialRevoke
         * @property {cartorio.ValidatorChange.$Properties|null} [validatorChange] Operation validatorChange
         * @property {cartorio.ValidatorReenter.$Properties|null} [validatorReenter] Operation validatorReenter
         * @property {"didCreate"|"didUpdate"|"didDeactivate"|"didRotateKeys"|"credentialAnchor"|"credentialRevoke"|"validatorChange"|"validatorReenter"} [kind] Operation kind
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Operation.
         * @memberof cartorio
         * @interface IOperation
         * @augments cartorio.Operation.$Properties
         * @deprecated Use cartorio.Operation.$Properties instead.
         */

        /**
         * Narrowed shape of an Operation.
         * @typedef {{
         *   didCreate?: cartorio.DidCreate.$Shape|null;
         *   didUpdate?: cartorio.DidUpdate.$Shape|null;
         *   didDeactivate?: cartorio.DidDeactivate.$Shape|null;
         *   didRotateKeys?: cartorio.DidRotateKeys.$Shape|null;
         *   credentialAnchor?: cartorio.CredentialAnchor.$Shape|null;
         *   credentialRevoke?: cartorio.CredentialRevoke.$Shape|null;
         *   validatorChange?: cartorio.ValidatorChange.$Shape|null;
         *   validatorReenter?: cartorio.ValidatorReenter.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ kind?: undefined; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; credentialAnchor?: null; credentialRevoke?: null; validatorChange?: null; validatorReenter?: null }|{ kind?: "didCreate"; didCreate: cartorio.DidCreate.$Shape; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; credentialAnchor?: null; credentialRevoke?: null; validatorChange?: null; validatorReenter?: null }|{ kind?: "didUpdate"; didCreate?: null; didUpdate: cartorio.DidUpdate.$Shape; didDeactivate?: null; didRotateKeys?: null; credentialAnchor?: null; credentialRevoke?: null; validatorChange?: null; validatorReenter?: null }|{ kind?: "didDeactivate"; didCreate?: null; didUpdate?: null; didDeactivate: cartorio.DidDeactivate.$Shape; didRotateKeys?: null; credentialAnchor?: null; credentialRevoke?: null; validatorChange?: null; validatorReenter?: null }|{ kind?: "didRotateKeys"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys: cartorio.DidRotateKeys.$Shape; credentialAnchor?: null; credentialRevoke?: null; validatorChange?: null; validatorReenter?: null }|{ kind?: "credentialAnchor"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; credentialAnchor: cartorio.CredentialAnchor.$Shape; credentialRevoke?: null; validatorChange?: null; validatorReenter?: null }|{ kind?: "credentialRevoke"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; credentialAnchor?: null; credentialRevoke: cartorio.CredentialRevoke.$Shape; validatorChange?: null; validatorReenter?: null }|{ kind?: "validatorChange"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; credentialAnchor?: null; credentialRevoke?: null; validatorChange: cartorio.ValidatorChange.$Shape; validatorReenter?: null }|{ kind?: "validatorReenter"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; credentialAnchor?: null; credentialRevoke?: null; validatorChange?: null; validatorReenter: cartorio.ValidatorReenter.$Shape })
         * )} cartorio.Operation.$Shape
         */

        /**
         * Constructs a new Operation.
         * @memberof cartorio
         * @classdesc Represents an Operation.
         * @constructor
         * @param {cartorio.Operation.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Operation = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Operation didCreate.
         * @member {cartorio.DidCreate.$Properties|null|undefined} didCreate
         * @memberof cartorio.Operation
         * @instance
         */
        Operation.prototype.didCreate = null;

        /**
         * Operation didUpdate.
         * @member {cartorio.DidUpdate.$Properties|null|undefined} didUpdate
         * @memberof cartorio.Operation
         * @instance
         */
        Operation.prototype.didUpdate = null;

        /**
         * Operation didDeactivate.
         * @member {cartorio.DidDeactivate.$Properties|null|undefined} didDeactivate
         * @memberof cartorio.Operation
         * @instance
         */
        Operation.prototype.didDeactivate = null;

        /**
         * Operation didRotateKeys.
         * @member {cartorio.DidRotateKeys.$Properties|null|undefined} didRotateKeys
         * @memberof cartorio.Operation
         * @instance
         */
        Operation.prototype.didRotateKeys = null;

        /**
         * Operation credentialAnchor.
         * @member {cartorio.CredentialAnchor.$Properties|null|undefined} credentialAnchor
         * @memberof cartorio.Operation
         * @instance
         */
        Operation.prototype.credentialAnchor = null;

        /**
         * Operation credentialRevoke.
         * @member {cartorio.CredentialRevoke.$Properties|null|undefined} credentialRevoke
         * @memberof cartorio.Operation
         * @instance
         */
        Operation.prototype.credentialRevoke = null;

        /**
         * Operation validatorChange.
         * @member {cartorio.ValidatorChange.$Properties|null|undefined} validatorChange
         * @memberof cartorio.Operation
         * @instance
         */
        Operation.prototype.validatorChange = null;

        /**
         * Operation validatorReenter.
         * @member {cartorio.ValidatorReenter.$Properties|null|undefined} validatorReenter
         * @memberof cartorio.Operation
         * @instance
         */
        Operation.prototype.validatorReenter = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Operation kind.
         * @member {"didCreate"|"didUpdate"|"didDeactivate"|"didRotateKeys"|"credentialAnchor"|"credentialRevoke"|"validatorChange"|"validatorReenter"|undefined} kind
         * @memberof cartorio.Operation
         * @instance
         */
        $Object.defineProperty(Operation.prototype, "kind", {
            get: $util.oneOfGetter($oneOfFields = ["didCreate", "didUpdate", "didDeactivate", "didRotateKeys", "credentialAnchor", "credentialRevoke", "validatorChange", "validatorReenter"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Encodes the specified Operation message. Does not implicitly {@link cartorio.Operation.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Operation
         * @static
         * @param {cartorio.Operation.$Properties} message Operation message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Operation.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.didCreate != null && $Object.hasOwnProperty.call(message, "didCreate"))
                $root.cartorio.DidCreate.encode(message.didCreate, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.didUpdate != null && $Object.hasOwnProperty.call(message, "didUpdate"))
                $root.cartorio.DidUpdate.encode(message.didUpdate, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.didDeactivate != null && $Object.hasOwnProperty.call(message, "didDeactivate"))
                $root.cartorio.DidDeactivate.encode(message.didDeactivate, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.didRotateKeys != null && $Object.hasOwnProperty.call(message, "didRotateKeys"))
                $root.cartorio.DidRotateKeys.encode(message.didRotateKeys, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.credentialAnchor != null && $Object.hasOwnProperty.call(message, "credentialAnchor"))
                $root.cartorio.CredentialAnchor.encode(message.credentialAnchor, writer.uint32(/* id 20, wireType 2 =*/162).fork(), _depth + 1).ldelim();
            if (message.credentialRevoke != null && $Object.hasOwnProperty.call(message, "credentialRevoke"))
                $root.cartorio.CredentialRevoke.encode(message.credentialRevoke, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
            if (message.validatorChange != null && $Object.hasOwnProperty.call(message, "validatorChange"))
                $root.cartorio.ValidatorChange.encode(message.validatorChange, writer.uint32(/* id 70, wireType 2 =*/562).fork(), _depth + 1).ldelim();
            if (message.validatorReenter != null && $Object.hasOwnProperty.call(message, "validatorReenter"))
                $root.cartorio.ValidatorReenter.encode(message.validatorReenter, writer.uint32(/* id 71, wireType 2 =*/570).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Operation message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Operation
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Operation & cartorio.Operation.$Shape} Operation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Operation.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Operation();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.didCreate = $root.cartorio.DidCreate.decode(reader, reader.size(), $undefined, _depth + 1, message.didCreate);
                        message.kind = "didCreate";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.didUpdate = $root.cartorio.DidUpdate.decode(reader, reader.size(), $undefined, _depth + 1, message.didUpdate);
                        message.kind = "didUpdate";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.didDeactivate = $root.cartorio.DidDeactivate.decode(reader, reader.size(), $undefined, _depth + 1, message.didDeactivate);
                        message.kind = "didDeactivate";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.didRotateKeys = $root.cartorio.DidRotateKeys.decode(reader, reader.size(), $undefined, _depth + 1, message.didRotateKeys);
                        message.kind = "didRotateKeys";
                        continue;
                    }
                case 20: {
                        if (wireType !== 2)
                            break;
                        message.credentialAnchor = $root.cartorio.CredentialAnchor.decode(reader, reader.size(), $undefined, _depth + 1, message.credentialAnchor);
                        message.kind = "credentialAnchor";
                        continue;
                    }
                case 21: {
                        if (wireType !== 2)
                            break;
                        message.credentialRevoke = $root.cartorio.CredentialRevoke.decode(reader, reader.size(), $undefined, _depth + 1, message.credentialRevoke);
                        message.kind = "credentialRevoke";
                        continue;
                    }
                case 70: {
                        if (wireType !== 2)
                            break;
                        message.validatorChange = $root.cartorio.ValidatorChange.decode(reader, reader.size(), $undefined, _depth + 1, message.validatorChange);
                        message.kind = "validatorChange";
                        continue;
                    }
                case 71: {
                        if (wireType !== 2)
                            break;
                        message.validatorReenter = $root.cartorio.ValidatorReenter.decode(reader, reader.size(), $undefined, _depth + 1, message.validatorReenter);
                        message.kind = "validatorReenter";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Operation;
    })();

    cartorio.Control = (function() {

        /**
         * Properties of a Control.
         * @typedef {Object} cartorio.Control.$Properties
         * @property {Array.<Uint8Array>|null} [keys] Control keys
         * @property {number|null} [threshold] Control threshold
         * @property {Array.<Uint8Array>|null} [nextKeyHashes] Control nextKeyHashes
         * @property {Array.<string>|null} [controllers] Control controllers
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Control.
         * @memberof cartorio
         * @interface IControl
         * @augments cartorio.Control.$Properties
         * @deprecated Use cartorio.Control.$Properties instead.
         */

        /**
         * Shape of a Control.
         * @typedef {cartorio.Control.$Properties} cartorio.Control.$Shape
         */

        /**
         * Constructs a new Control.
         * @memberof cartorio
         * @classdesc Represents a Control.
         * @constructor
         * @param {cartorio.Control.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Control = function (properties) {
            this.keys = [];
            this.nextKeyHashes = [];
            this.controllers = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Control keys.
         * @member {Array.<Uint8Array>} keys
         * @memberof cartorio.Control
         * @instance
         */
        Control.prototype.keys = $util.emptyArray;

        /**
         * Control threshold.
         * @member {number} threshold
         * @memberof cartorio.Control
         * @instance
         */
        Control.prototype.threshold = 0;

        /**
         * Control nextKeyHashes.
         * @member {Array.<Uint8Array>} nextKeyHashes
         * @memberof cartorio.Control
         * @instance
         */
        Control.prototype.nextKeyHashes = $util.emptyArray;

        /**
         * Control controllers.
         * @member {Array.<string>} controllers
         * @memberof cartorio.Control
         * @instance
         */
        Control.prototype.controllers = $util.emptyArray;

        /**
         * Encodes the specified Control message. Does not implicitly {@link cartorio.Control.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Control
         * @static
         * @param {cartorio.Control.$Properties} message Control message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Control.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.keys != null && message.keys.length)
                for (let i = 0; i < message.keys.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keys[i]);
            if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold") && message.threshold !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.threshold);
            if (message.nextKeyHashes != null && message.nextKeyHashes.length)
                for (let i = 0; i < message.nextKeyHashes.length; ++i)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.nextKeyHashes[i]);
            if (message.controllers != null && message.controllers.length)
                for (let i = 0; i < message.controllers.length; ++i)
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.controllers[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Control message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Control
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Control & cartorio.Control.$Shape} Control
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Control.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Control();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.keys && message.keys.length))
                            message.keys = [];
                        message.keys.push(reader.bytes());
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.threshold = value;
                        else
                            delete message.threshold;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.nextKeyHashes && message.nextKeyHashes.length))
                            message.nextKeyHashes = [];
                        message.nextKeyHashes.push(reader.bytes());
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.controllers && message.controllers.length))
                            message.controllers = [];
                        message.controllers.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Control;
    })();

    cartorio.Recovery = (function() {

        /**
         * Properties of a Recovery.
         * @typedef {Object} cartorio.Recovery.$Properties
         * @property {Array.<Uint8Array>|null} [keyHashes] Recovery keyHashes
         * @property {number|null} [threshold] Recovery threshold
         * @property {number|null} [delayMs] Recovery delayMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Recovery.
         * @memberof cartorio
         * @interface IRecovery
         * @augments cartorio.Recovery.$Properties
         * @deprecated Use cartorio.Recovery.$Properties instead.
         */

        /**
         * Shape of a Recovery.
         * @typedef {cartorio.Recovery.$Properties} cartorio.Recovery.$Shape
         */

        /**
         * Constructs a new Recovery.
         * @memberof cartorio
         * @classdesc Represents a Recovery.
         * @constructor
         * @param {cartorio.Recovery.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Recovery = function (properties) {
            this.keyHashes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Recovery keyHashes.
         * @member {Array.<Uint8Array>} keyHashes
         * @memberof cartorio.Recovery
         * @instance
         */
        Recovery.prototype.keyHashes = $util.emptyArray;

        /**
         * Recovery threshold.
         * @member {number} threshold
         * @memberof cartorio.Recovery
         * @instance
         */
        Recovery.prototype.threshold = 0;

        /**
         * Recovery delayMs.
         * @member {number} delayMs
         * @memberof cartorio.Recovery
         * @instance
         */
        Recovery.prototype.delayMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified Recovery message. Does not implicitly {@link cartorio.Recovery.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Recovery
         * @static
         * @param {cartorio.Recovery.$Properties} message Recovery message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Recovery.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.keyHashes != null && message.keyHashes.length)
                for (let i = 0; i < message.keyHashes.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.keyHashes[i]);
            if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold") && message.threshold !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.threshold);
            if (message.delayMs != null && $Object.hasOwnProperty.call(message, "delayMs") && (typeof message.delayMs === "object" ? message.delayMs.low || message.delayMs.high : message.delayMs !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.delayMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Recovery message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Recovery
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Recovery & cartorio.Recovery.$Shape} Recovery
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Recovery.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Recovery();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.keyHashes && message.keyHashes.length))
                            message.keyHashes = [];
                        message.keyHashes.push(reader.bytes());
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.threshold = value;
                        else
                            delete message.threshold;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.delayMs = value;
                        else
                            delete message.delayMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Recovery;
    })();

    cartorio.VerificationMethod = (function() {

        /**
         * Properties of a VerificationMethod.
         * @typedef {Object} cartorio.VerificationMethod.$Properties
         * @property {number|null} [format] VerificationMethod format
         * @property {Uint8Array|null} [multikey] VerificationMethod multikey
         * @property {number|null} [relationships] VerificationMethod relationships
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a VerificationMethod.
         * @memberof cartorio
         * @interface IVerificationMethod
         * @augments cartorio.VerificationMethod.$Properties
         * @deprecated Use cartorio.VerificationMethod.$Properties instead.
         */

        /**
         * Shape of a VerificationMethod.
         * @typedef {cartorio.VerificationMethod.$Properties} cartorio.VerificationMethod.$Shape
         */

        /**
         * Constructs a new VerificationMethod.
         * @memberof cartorio
         * @classdesc Represents a VerificationMethod.
         * @constructor
         * @param {cartorio.VerificationMethod.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const VerificationMethod = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * VerificationMethod format.
         * @member {number} format
         * @memberof cartorio.VerificationMethod
         * @instance
         */
        VerificationMethod.prototype.format = 0;

        /**
         * VerificationMethod multikey.
         * @member {Uint8Array} multikey
         * @memberof cartorio.VerificationMethod
         * @instance
         */
        VerificationMethod.prototype.multikey = $util.newBuffer([]);

        /**
         * VerificationMethod relationships.
         * @member {number} relationships
         * @memberof cartorio.VerificationMethod
         * @instance
         */
        VerificationMethod.prototype.relationships = 0;

        /**
         * Encodes the specified VerificationMethod message. Does not implicitly {@link cartorio.VerificationMethod.verify|verify} messages.
         * @function encode
         * @memberof cartorio.VerificationMethod
         * @static
         * @param {cartorio.VerificationMethod.$Properties} message VerificationMethod message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        VerificationMethod.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.format);
            if (message.multikey != null && $Object.hasOwnProperty.call(message, "multikey") && message.multikey.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.multikey);
            if (message.relationships != null && $Object.hasOwnProperty.call(message, "relationships") && message.relationships !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.relationships);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a VerificationMethod message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.VerificationMethod
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.VerificationMethod & cartorio.VerificationMethod.$Shape} VerificationMethod
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        VerificationMethod.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.VerificationMethod();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.format = value;
                        else
                            delete message.format;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.multikey = value;
                        else
                            delete message.multikey;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.relationships = value;
                        else
                            delete message.relationships;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return VerificationMethod;
    })();

    cartorio.Service = (function() {

        /**
         * Properties of a Service.
         * @typedef {Object} cartorio.Service.$Properties
         * @property {string|null} [fragment] Service fragment
         * @property {Array.<string>|null} [types] Service types
         * @property {Array.<string>|null} [endpoints] Service endpoints
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Service.
         * @memberof cartorio
         * @interface IService
         * @augments cartorio.Service.$Properties
         * @deprecated Use cartorio.Service.$Properties instead.
         */

        /**
         * Shape of a Service.
         * @typedef {cartorio.Service.$Properties} cartorio.Service.$Shape
         */

        /**
         * Constructs a new Service.
         * @memberof cartorio
         * @classdesc Represents a Service.
         * @constructor
         * @param {cartorio.Service.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Service = function (properties) {
            this.types = [];
            this.endpoints = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Service fragment.
         * @member {string} fragment
         * @memberof cartorio.Service
         * @instance
         */
        Service.prototype.fragment = "";

        /**
         * Service types.
         * @member {Array.<string>} types
         * @memberof cartorio.Service
         * @instance
         */
        Service.prototype.types = $util.emptyArray;

        /**
         * Service endpoints.
         * @member {Array.<string>} endpoints
         * @memberof cartorio.Service
         * @instance
         */
        Service.prototype.endpoints = $util.emptyArray;

        /**
         * Encodes the specified Service message. Does not implicitly {@link cartorio.Service.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Service
         * @static
         * @param {cartorio.Service.$Properties} message Service message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Service.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.fragment != null && $Object.hasOwnProperty.call(message, "fragment") && message.fragment !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.fragment);
            if (message.types != null && message.types.length)
                for (let i = 0; i < message.types.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.types[i]);
            if (message.endpoints != null && message.endpoints.length)
                for (let i = 0; i < message.endpoints.length; ++i)
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.endpoints[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Service message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Service
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Service & cartorio.Service.$Shape} Service
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Service.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Service();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.fragment = value;
                        else
                            delete message.fragment;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.types && message.types.length))
                            message.types = [];
                        message.types.push(reader.stringVerify());
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.endpoints && message.endpoints.length))
                            message.endpoints = [];
                        message.endpoints.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Service;
    })();

    cartorio.Document = (function() {

        /**
         * Properties of a Document.
         * @typedef {Object} cartorio.Document.$Properties
         * @property {Array.<cartorio.VerificationMethod.$Properties>|null} [verificationMethods] Document verificationMethods
         * @property {Array.<cartorio.Service.$Properties>|null} [services] Document services
         * @property {Array.<string>|null} [alsoKnownAs] Document alsoKnownAs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Document.
         * @memberof cartorio
         * @interface IDocument
         * @augments cartorio.Document.$Properties
         * @deprecated Use cartorio.Document.$Properties instead.
         */

        /**
         * Shape of a Document.
         * @typedef {cartorio.Document.$Properties} cartorio.Document.$Shape
         */

        /**
         * Constructs a new Document.
         * @memberof cartorio
         * @classdesc Represents a Document.
         * @constructor
         * @param {cartorio.Document.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Document = function (properties) {
            this.verificationMethods = [];
            this.services = [];
            this.alsoKnownAs = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Document verificationMethods.
         * @member {Array.<cartorio.VerificationMethod.$Properties>} verificationMethods
         * @memberof cartorio.Document
         * @instance
         */
        Document.prototype.verificationMethods = $util.emptyArray;

        /**
         * Document services.
         * @member {Array.<cartorio.Service.$Properties>} services
         * @memberof cartorio.Document
         * @instance
         */
        Document.prototype.services = $util.emptyArray;

        /**
         * Document alsoKnownAs.
         * @member {Array.<string>} alsoKnownAs
         * @memberof cartorio.Document
         * @instance
         */
        Document.prototype.alsoKnownAs = $util.emptyArray;

        /**
         * Encodes the specified Document message. Does not implicitly {@link cartorio.Document.verify|verify} messages.
         * @function encode
         * @memberof cartorio.Document
         * @static
         * @param {cartorio.Document.$Properties} message Document message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Document.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.verificationMethods != null && message.verificationMethods.length)
                for (let i = 0; i < message.verificationMethods.length; ++i)
                    $root.cartorio.VerificationMethod.encode(message.verificationMethods[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.services != null && message.services.length)
                for (let i = 0; i < message.services.length; ++i)
                    $root.cartorio.Service.encode(message.services[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.alsoKnownAs != null && message.alsoKnownAs.length)
                for (let i = 0; i < message.alsoKnownAs.length; ++i)
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.alsoKnownAs[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Document message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.Document
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.Document & cartorio.Document.$Shape} Document
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Document.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.Document();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.verificationMethods && message.verificationMethods.length))
                            message.verificationMethods = [];
                        message.verificationMethods.push($root.cartorio.VerificationMethod.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.services && message.services.length))
                            message.services = [];
                        message.services.push($root.cartorio.Service.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.alsoKnownAs && message.alsoKnownAs.length))
                            message.alsoKnownAs = [];
                        message.alsoKnownAs.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Document;
    })();

    cartorio.KeyRemoval = (function() {

        /**
         * Properties of a KeyRemoval.
         * @typedef {Object} cartorio.KeyRemoval.$Properties
         * @property {Uint8Array|null} [multikey] KeyRemoval multikey
         * @property {number|null} [reason] KeyRemoval reason
         * @property {number|null} [since] KeyRemoval since
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KeyRemoval.
         * @memberof cartorio
         * @interface IKeyRemoval
         * @augments cartorio.KeyRemoval.$Properties
         * @deprecated Use cartorio.KeyRemoval.$Properties instead.
         */

        /**
         * Shape of a KeyRemoval.
         * @typedef {cartorio.KeyRemoval.$Properties} cartorio.KeyRemoval.$Shape
         */

        /**
         * Constructs a new KeyRemoval.
         * @memberof cartorio
         * @classdesc Represents a KeyRemoval.
         * @constructor
         * @param {cartorio.KeyRemoval.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KeyRemoval = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KeyRemoval multikey.
         * @member {Uint8Array} multikey
         * @memberof cartorio.KeyRemoval
         * @instance
         */
        KeyRemoval.prototype.multikey = $util.newBuffer([]);

        /**
         * KeyRemoval reason.
         * @member {number} reason
         * @memberof cartorio.KeyRemoval
         * @instance
         */
        KeyRemoval.prototype.reason = 0;

        /**
         * KeyRemoval since.
         * @member {number} since
         * @memberof cartorio.KeyRemoval
         * @instance
         */
        KeyRemoval.prototype.since = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified KeyRemoval message. Does not implicitly {@link cartorio.KeyRemoval.verify|verify} messages.
         * @function encode
         * @memberof cartorio.KeyRemoval
         * @static
         * @param {cartorio.KeyRemoval.$Properties} message KeyRemoval message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KeyRemoval.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.multikey != null && $Object.hasOwnProperty.call(message, "multikey") && message.multikey.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.multikey);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.reason);
            if (message.since != null && $Object.hasOwnProperty.call(message, "since") && (typeof message.since === "object" ? message.since.low || message.since.high : message.since !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.since);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a KeyRemoval message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.KeyRemoval
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.KeyRemoval & cartorio.KeyRemoval.$Shape} KeyRemoval
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KeyRemoval.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.KeyRemoval();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.multikey = value;
                        else
                            delete message.multikey;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.since = value;
                        else
                            delete message.since;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return KeyRemoval;
    })();

    cartorio.DidCreate = (function() {

        /**
         * Properties of a DidCreate.
         * @typedef {Object} cartorio.DidCreate.$Properties
         * @property {Uint8Array|null} [nonce] DidCreate nonce
         * @property {cartorio.Control.$Properties|null} [control] DidCreate control
         * @property {cartorio.Document.$Properties|null} [document] DidCreate document
         * @property {cartorio.Recovery.$Properties|null} [recovery] DidCreate recovery
         * @property {boolean|null} [legalEntity] DidCreate legalEntity
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DidCreate.
         * @memberof cartorio
         * @interface IDidCreate
         * @augments cartorio.DidCreate.$Properties
         * @deprecated Use cartorio.DidCreate.$Properties instead.
         */

        /**
         * Shape of a DidCreate.
         * @typedef {cartorio.DidCreate.$Properties} cartorio.DidCreate.$Shape
         */

        /**
         * Constructs a new DidCreate.
         * @memberof cartorio
         * @classdesc Represents a DidCreate.
         * @constructor
         * @param {cartorio.DidCreate.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DidCreate = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DidCreate nonce.
         * @member {Uint8Array} nonce
         * @memberof cartorio.DidCreate
         * @instance
         */
        DidCreate.prototype.nonce = $util.newBuffer([]);

        /**
         * DidCreate control.
         * @member {cartorio.Control.$Properties|null|undefined} control
         * @memberof cartorio.DidCreate
         * @instance
         */
        DidCreate.prototype.control = null;

        /**
         * DidCreate document.
         * @member {cartorio.Document.$Properties|null|undefined} document
         * @memberof cartorio.DidCreate
         * @instance
         */
        DidCreate.prototype.document = null;

        /**
         * DidCreate recovery.
         * @member {cartorio.Recovery.$Properties|null|undefined} recovery
         * @memberof cartorio.DidCreate
         * @instance
         */
        DidCreate.prototype.recovery = null;

        /**
         * DidCreate legalEntity.
         * @member {boolean} legalEntity
         * @memberof cartorio.DidCreate
         * @instance
         */
        DidCreate.prototype.legalEntity = false;

        /**
         * Encodes the specified DidCreate message. Does not implicitly {@link cartorio.DidCreate.verify|verify} messages.
         * @function encode
         * @memberof cartorio.DidCreate
         * @static
         * @param {cartorio.DidCreate.$Properties} message DidCreate message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DidCreate.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.nonce);
            if (message.control != null && $Object.hasOwnProperty.call(message, "control"))
                $root.cartorio.Control.encode(message.control, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.document != null && $Object.hasOwnProperty.call(message, "document"))
                $root.cartorio.Document.encode(message.document, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.recovery != null && $Object.hasOwnProperty.call(message, "recovery"))
                $root.cartorio.Recovery.encode(message.recovery, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.legalEntity != null && $Object.hasOwnProperty.call(message, "legalEntity") && message.legalEntity !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.legalEntity);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DidCreate message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.DidCreate
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.DidCreate & cartorio.DidCreate.$Shape} DidCreate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DidCreate.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.DidCreate();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.nonce = value;
                        else
                            delete message.nonce;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.control = $root.cartorio.Control.decode(reader, reader.size(), $undefined, _depth + 1, message.control);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.document = $root.cartorio.Document.decode(reader, reader.size(), $undefined, _depth + 1, message.document);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.recovery = $root.cartorio.Recovery.decode(reader, reader.size(), $undefined, _depth + 1, message.recovery);
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.legalEntity = value;
                        else
                            delete message.legalEntity;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DidCreate;
    })();

    cartorio.DidUpdate = (function() {

        /**
         * Properties of a DidUpdate.
         * @typedef {Object} cartorio.DidUpdate.$Properties
         * @property {string|null} [did] DidUpdate did
         * @property {number|null} [expectedVersion] DidUpdate expectedVersion
         * @property {cartorio.Document.$Properties|null} [document] DidUpdate document
         * @property {Array.<cartorio.KeyRemoval.$Properties>|null} [removals] DidUpdate removals
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DidUpdate.
         * @memberof cartorio
         * @interface IDidUpdate
         * @augments cartorio.DidUpdate.$Properties
         * @deprecated Use cartorio.DidUpdate.$Properties instead.
         */

        /**
         * Shape of a DidUpdate.
         * @typedef {cartorio.DidUpdate.$Properties} cartorio.DidUpdate.$Shape
         */

        /**
         * Constructs a new DidUpdate.
         * @memberof cartorio
         * @classdesc Represents a DidUpdate.
         * @constructor
         * @param {cartorio.DidUpdate.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DidUpdate = function (properties) {
            this.removals = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DidUpdate did.
         * @member {string} did
         * @memberof cartorio.DidUpdate
         * @instance
         */
        DidUpdate.prototype.did = "";

        /**
         * DidUpdate expectedVersion.
         * @member {number} expectedVersion
         * @memberof cartorio.DidUpdate
         * @instance
         */
        DidUpdate.prototype.expectedVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * DidUpdate document.
         * @member {cartorio.Document.$Properties|null|undefined} document
         * @memberof cartorio.DidUpdate
         * @instance
         */
        DidUpdate.prototype.document = null;

        /**
         * DidUpdate removals.
         * @member {Array.<cartorio.KeyRemoval.$Properties>} removals
         * @memberof cartorio.DidUpdate
         * @instance
         */
        DidUpdate.prototype.removals = $util.emptyArray;

        /**
         * Encodes the specified DidUpdate message. Does not implicitly {@link cartorio.DidUpdate.verify|verify} messages.
         * @function encode
         * @memberof cartorio.DidUpdate
         * @static
         * @param {cartorio.DidUpdate.$Properties} message DidUpdate message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DidUpdate.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.did != null && $Object.hasOwnProperty.call(message, "did") && message.did !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.did);
            if (message.expectedVersion != null && $Object.hasOwnProperty.call(message, "expectedVersion") && (typeof message.expectedVersion === "object" ? message.expectedVersion.low || message.expectedVersion.high : message.expectedVersion !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.expectedVersion);
            if (message.document != null && $Object.hasOwnProperty.call(message, "document"))
                $root.cartorio.Document.encode(message.document, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.removals != null && message.removals.length)
                for (let i = 0; i < message.removals.length; ++i)
                    $root.cartorio.KeyRemoval.encode(message.removals[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DidUpdate message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.DidUpdate
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.DidUpdate & cartorio.DidUpdate.$Shape} DidUpdate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DidUpdate.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.DidUpdate();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.did = value;
                        else
                            delete message.did;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.expectedVersion = value;
                        else
                            delete message.expectedVersion;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.document = $root.cartorio.Document.decode(reader, reader.size(), $undefined, _depth + 1, message.document);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.removals && message.removals.length))
                            message.removals = [];
                        message.removals.push($root.cartorio.KeyRemoval.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DidUpdate;
    })();

    cartorio.DidDeactivate = (function() {

        /**
         * Properties of a DidDeactivate.
         * @typedef {Object} cartorio.DidDeactivate.$Properties
         * @property {string|null} [did] DidDeactivate did
         * @property {number|null} [expectedVersion] DidDeactivate expectedVersion
         * @property {number|null} [acknowledge] DidDeactivate acknowledge
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DidDeactivate.
         * @memberof cartorio
         * @interface IDidDeactivate
         * @augments cartorio.DidDeactivate.$Properties
         * @deprecated Use cartorio.DidDeactivate.$Properties instead.
         */

        /**
         * Shape of a DidDeactivate.
         * @typedef {cartorio.DidDeactivate.$Properties} cartorio.DidDeactivate.$Shape
         */

        /**
         * Constructs a new DidDeactivate.
         * @memberof cartorio
         * @classdesc Represents a DidDeactivate.
         * @constructor
         * @param {cartorio.DidDeactivate.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DidDeactivate = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DidDeactivate did.
         * @member {string} did
         * @memberof cartorio.DidDeactivate
         * @instance
         */
        DidDeactivate.prototype.did = "";

        /**
         * DidDeactivate expectedVersion.
         * @member {number} expectedVersion
         * @memberof cartorio.DidDeactivate
         * @instance
         */
        DidDeactivate.prototype.expectedVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * DidDeactivate acknowledge.
         * @member {number} acknowledge
         * @memberof cartorio.DidDeactivate
         * @instance
         */
        DidDeactivate.prototype.acknowledge = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified DidDeactivate message. Does not implicitly {@link cartorio.DidDeactivate.verify|verify} messages.
         * @function encode
         * @memberof cartorio.DidDeactivate
         * @static
         * @param {cartorio.DidDeactivate.$Properties} message DidDeactivate message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DidDeactivate.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.did != null && $Object.hasOwnProperty.call(message, "did") && message.did !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.did);
            if (message.expectedVersion != null && $Object.hasOwnProperty.call(message, "expectedVersion") && (typeof message.expectedVersion === "object" ? message.expectedVersion.low || message.expectedVersion.high : message.expectedVersion !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.expectedVersion);
            if (message.acknowledge != null && $Object.hasOwnProperty.call(message, "acknowledge") && (typeof message.acknowledge === "object" ? message.acknowledge.low || message.acknowledge.high : message.acknowledge !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.acknowledge);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DidDeactivate message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.DidDeactivate
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.DidDeactivate & cartorio.DidDeactivate.$Shape} DidDeactivate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DidDeactivate.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.DidDeactivate();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.did = value;
                        else
                            delete message.did;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.expectedVersion = value;
                        else
                            delete message.expectedVersion;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.acknowledge = value;
                        else
                            delete message.acknowledge;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DidDeactivate;
    })();

    cartorio.DidRotateKeys = (function() {

        /**
         * Properties of a DidRotateKeys.
         * @typedef {Object} cartorio.DidRotateKeys.$Properties
         * @property {string|null} [did] DidRotateKeys did
         * @property {number|null} [expectedVersion] DidRotateKeys expectedVersion
         * @property {cartorio.Control.$Properties|null} [control] DidRotateKeys control
         * @property {Array.<cartorio.KeyRemoval.$Properties>|null} [removals] DidRotateKeys removals
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DidRotateKeys.
         * @memberof cartorio
         * @interface IDidRotateKeys
         * @augments cartorio.DidRotateKeys.$Properties
         * @deprecated Use cartorio.DidRotateKeys.$Properties instead.
         */

        /**
         * Shape of a DidRotateKeys.
         * @typedef {cartorio.DidRotateKeys.$Properties} cartorio.DidRotateKeys.$Shape
         */

        /**
         * Constructs a new DidRotateKeys.
         * @memberof cartorio
         * @classdesc Represents a DidRotateKeys.
         * @constructor
         * @param {cartorio.DidRotateKeys.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DidRotateKeys = function (properties) {
            this.removals = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DidRotateKeys did.
         * @member {string} did
         * @memberof cartorio.DidRotateKeys
         * @instance
         */
        DidRotateKeys.prototype.did = "";

        /**
         * DidRotateKeys expectedVersion.
         * @member {number} expectedVersion
         * @memberof cartorio.DidRotateKeys
         * @instance
         */
        DidRotateKeys.prototype.expectedVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * DidRotateKeys control.
         * @member {cartorio.Control.$Properties|null|undefined} control
         * @memberof cartorio.DidRotateKeys
         * @instance
         */
        DidRotateKeys.prototype.control = null;

        /**
         * DidRotateKeys removals.
         * @member {Array.<cartorio.KeyRemoval.$Properties>} removals
         * @memberof cartorio.DidRotateKeys
         * @instance
         */
        DidRotateKeys.prototype.removals = $util.emptyArray;

        /**
         * Encodes the specified DidRotateKeys message. Does not implicitly {@link cartorio.DidRotateKeys.verify|verify} messages.
         * @function encode
         * @memberof cartorio.DidRotateKeys
         * @static
         * @param {cartorio.DidRotateKeys.$Properties} message DidRotateKeys message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DidRotateKeys.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.did != null && $Object.hasOwnProperty.call(message, "did") && message.did !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.did);
            if (message.expectedVersion != null && $Object.hasOwnProperty.call(message, "expectedVersion") && (typeof message.expectedVersion === "object" ? message.expectedVersion.low || message.expectedVersion.high : message.expectedVersion !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.expectedVersion);
            if (message.control != null && $Object.hasOwnProperty.call(message, "control"))
                $root.cartorio.Control.encode(message.control, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.removals != null && message.removals.length)
                for (let i = 0; i < message.removals.length; ++i)
                    $root.cartorio.KeyRemoval.encode(message.removals[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DidRotateKeys message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.DidRotateKeys
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.DidRotateKeys & cartorio.DidRotateKeys.$Shape} DidRotateKeys
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DidRotateKeys.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.DidRotateKeys();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.did = value;
                        else
                            delete message.did;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.expectedVersion = value;
                        else
                            delete message.expectedVersion;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.control = $root.cartorio.Control.decode(reader, reader.size(), $undefined, _depth + 1, message.control);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.removals && message.removals.length))
                            message.removals = [];
                        message.removals.push($root.cartorio.KeyRemoval.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DidRotateKeys;
    })();

    cartorio.CredentialAnchor = (function() {

        /**
         * Properties of a CredentialAnchor.
         * @typedef {Object} cartorio.CredentialAnchor.$Properties
         * @property {string|null} [issuer] CredentialAnchor issuer
         * @property {number|null} [kind] CredentialAnchor kind
         * @property {Uint8Array|null} [hash] CredentialAnchor hash
         * @property {number|null} [treeSize] CredentialAnchor treeSize
         * @property {Array.<string>|null} [cosigners] CredentialAnchor cosigners
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a CredentialAnchor.
         * @memberof cartorio
         * @interface ICredentialAnchor
         * @augments cartorio.CredentialAnchor.$Properties
         * @deprecated Use cartorio.CredentialAnchor.$Properties instead.
         */

        /**
         * Shape of a CredentialAnchor.
         * @typedef {cartorio.CredentialAnchor.$Properties} cartorio.CredentialAnchor.$Shape
         */

        /**
         * Constructs a new CredentialAnchor.
         * @memberof cartorio
         * @classdesc Represents a CredentialAnchor.
         * @constructor
         * @param {cartorio.CredentialAnchor.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const CredentialAnchor = function (properties) {
            this.cosigners = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * CredentialAnchor issuer.
         * @member {string} issuer
         * @memberof cartorio.CredentialAnchor
         * @instance
         */
        CredentialAnchor.prototype.issuer = "";

        /**
         * CredentialAnchor kind.
         * @member {number} kind
         * @memberof cartorio.CredentialAnchor
         * @instance
         */
        CredentialAnchor.prototype.kind = 0;

        /**
         * CredentialAnchor hash.
         * @member {Uint8Array} hash
         * @memberof cartorio.CredentialAnchor
         * @instance
         */
        CredentialAnchor.prototype.hash = $util.newBuffer([]);

        /**
         * CredentialAnchor treeSize.
         * @member {number} treeSize
         * @memberof cartorio.CredentialAnchor
         * @instance
         */
        CredentialAnchor.prototype.treeSize = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CredentialAnchor cosigners.
         * @member {Array.<string>} cosigners
         * @memberof cartorio.CredentialAnchor
         * @instance
         */
        CredentialAnchor.prototype.cosigners = $util.emptyArray;

        /**
         * Encodes the specified CredentialAnchor message. Does not implicitly {@link cartorio.CredentialAnchor.verify|verify} messages.
         * @function encode
         * @memberof cartorio.CredentialAnchor
         * @static
         * @param {cartorio.CredentialAnchor.$Properties} message CredentialAnchor message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CredentialAnchor.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.issuer != null && $Object.hasOwnProperty.call(message, "issuer") && message.issuer !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.issuer);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.kind);
            if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.hash);
            if (message.treeSize != null && $Object.hasOwnProperty.call(message, "treeSize") && (typeof message.treeSize === "object" ? message.treeSize.low || message.treeSize.high : message.treeSize !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.treeSize);
            if (message.cosigners != null && message.cosigners.length)
                for (let i = 0; i < message.cosigners.length; ++i)
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.cosigners[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a CredentialAnchor message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.CredentialAnchor
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.CredentialAnchor & cartorio.CredentialAnchor.$Shape} CredentialAnchor
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CredentialAnchor.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.CredentialAnchor();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.issuer = value;
                        else
                            delete message.issuer;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.hash = value;
                        else
                            delete message.hash;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.treeSize = value;
                        else
                            delete message.treeSize;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.cosigners && message.cosigners.length))
                            message.cosigners = [];
                        message.cosigners.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return CredentialAnchor;
    })();

    cartorio.CredentialRevoke = (function() {

        /**
         * Properties of a CredentialRevoke.
         * @typedef {Object} cartorio.CredentialRevoke.$Properties
         * @property {string|null} [issuer] CredentialRevoke issuer
         * @property {Uint8Array|null} [commitment] CredentialRevoke commitment
         * @property {number|null} [expectedSequence] CredentialRevoke expectedSequence
         * @property {number|null} [reason] CredentialRevoke reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a CredentialRevoke.
         * @memberof cartorio
         * @interface ICredentialRevoke
         * @augments cartorio.CredentialRevoke.$Properties
         * @deprecated Use cartorio.CredentialRevoke.$Properties instead.
         */

        /**
         * Shape of a CredentialRevoke.
         * @typedef {cartorio.CredentialRevoke.$Properties} cartorio.CredentialRevoke.$Shape
         */

        /**
         * Constructs a new CredentialRevoke.
         * @memberof cartorio
         * @classdesc Represents a CredentialRevoke.
         * @constructor
         * @param {cartorio.CredentialRevoke.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const CredentialRevoke = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * CredentialRevoke issuer.
         * @member {string} issuer
         * @memberof cartorio.CredentialRevoke
         * @instance
         */
        CredentialRevoke.prototype.issuer = "";

        /**
         * CredentialRevoke commitment.
         * @member {Uint8Array} commitment
         * @memberof cartorio.CredentialRevoke
         * @instance
         */
        CredentialRevoke.prototype.commitment = $util.newBuffer([]);

        /**
         * CredentialRevoke expectedSequence.
         * @member {number} expectedSequence
         * @memberof cartorio.CredentialRevoke
         * @instance
         */
        CredentialRevoke.prototype.expectedSequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * CredentialRevoke reason.
         * @member {number} reason
         * @memberof cartorio.CredentialRevoke
         * @instance
         */
        CredentialRevoke.prototype.reason = 0;

        /**
         * Encodes the specified CredentialRevoke message. Does not implicitly {@link cartorio.CredentialRevoke.verify|verify} messages.
         * @function encode
         * @memberof cartorio.CredentialRevoke
         * @static
         * @param {cartorio.CredentialRevoke.$Properties} message CredentialRevoke message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        CredentialRevoke.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.issuer != null && $Object.hasOwnProperty.call(message, "issuer") && message.issuer !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.issuer);
            if (message.commitment != null && $Object.hasOwnProperty.call(message, "commitment") && message.commitment.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.commitment);
            if (message.expectedSequence != null && $Object.hasOwnProperty.call(message, "expectedSequence") && (typeof message.expectedSequence === "object" ? message.expectedSequence.low || message.expectedSequence.high : message.expectedSequence !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.expectedSequence);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a CredentialRevoke message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.CredentialRevoke
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.CredentialRevoke & cartorio.CredentialRevoke.$Shape} CredentialRevoke
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        CredentialRevoke.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.CredentialRevoke();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.issuer = value;
                        else
                            delete message.issuer;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.commitment = value;
                        else
                            delete message.commitment;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.expectedSequence = value;
                        else
                            delete message.expectedSequence;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return CredentialRevoke;
    })();

    cartorio.ValidatorChange = (function() {

        /**
         * Properties of a ValidatorChange.
         * @typedef {Object} cartorio.ValidatorChange.$Properties
         * @property {number|null} [expectedEpoch] ValidatorChange expectedEpoch
         * @property {Array.<Uint8Array>|null} [remove] ValidatorChange remove
         * @property {Array.<cartorio.ValidatorCandidate.$Properties>|null} [add] ValidatorChange add
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ValidatorChange.
         * @memberof cartorio
         * @interface IValidatorChange
         * @augments cartorio.ValidatorChange.$Properties
         * @deprecated Use cartorio.ValidatorChange.$Properties instead.
         */

        /**
         * Shape of a ValidatorChange.
         * @typedef {cartorio.ValidatorChange.$Properties} cartorio.ValidatorChange.$Shape
         */

        /**
         * Constructs a new ValidatorChange.
         * @memberof cartorio
         * @classdesc Represents a ValidatorChange.
         * @constructor
         * @param {cartorio.ValidatorChange.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ValidatorChange = function (properties) {
            this.remove = [];
            this.add = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ValidatorChange expectedEpoch.
         * @member {number} expectedEpoch
         * @memberof cartorio.ValidatorChange
         * @instance
         */
        ValidatorChange.prototype.expectedEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ValidatorChange remove.
         * @member {Array.<Uint8Array>} remove
         * @memberof cartorio.ValidatorChange
         * @instance
         */
        ValidatorChange.prototype.remove = $util.emptyArray;

        /**
         * ValidatorChange add.
         * @member {Array.<cartorio.ValidatorCandidate.$Properties>} add
         * @memberof cartorio.ValidatorChange
         * @instance
         */
        ValidatorChange.prototype.add = $util.emptyArray;

        /**
         * Encodes the specified ValidatorChange message. Does not implicitly {@link cartorio.ValidatorChange.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ValidatorChange
         * @static
         * @param {cartorio.ValidatorChange.$Properties} message ValidatorChange message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ValidatorChange.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.expectedEpoch != null && $Object.hasOwnProperty.call(message, "expectedEpoch") && (typeof message.expectedEpoch === "object" ? message.expectedEpoch.low || message.expectedEpoch.high : message.expectedEpoch !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.expectedEpoch);
            if (message.remove != null && message.remove.length)
                for (let i = 0; i < message.remove.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.remove[i]);
            if (message.add != null && message.add.length)
                for (let i = 0; i < message.add.length; ++i)
                    $root.cartorio.ValidatorCandidate.encode(message.add[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ValidatorChange message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ValidatorChange
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ValidatorChange & cartorio.ValidatorChange.$Shape} ValidatorChange
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ValidatorChange.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ValidatorChange();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.expectedEpoch = value;
                        else
                            delete message.expectedEpoch;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.remove && message.remove.length))
                            message.remove = [];
                        message.remove.push(reader.bytes());
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.add && message.add.length))
                            message.add = [];
                        message.add.push($root.cartorio.ValidatorCandidate.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ValidatorChange;
    })();

    cartorio.ValidatorCandidate = (function() {

        /**
         * Properties of a ValidatorCandidate.
         * @typedef {Object} cartorio.ValidatorCandidate.$Properties
         * @property {string|null} [member] ValidatorCandidate member
         * @property {Uint8Array|null} [validatorKey] ValidatorCandidate validatorKey
         * @property {Uint8Array|null} [nodeKey] ValidatorCandidate nodeKey
         * @property {Array.<string>|null} [addresses] ValidatorCandidate addresses
         * @property {number|null} [readyHeight] ValidatorCandidate readyHeight
         * @property {Uint8Array|null} [validatorSignature] ValidatorCandidate validatorSignature
         * @property {Uint8Array|null} [nodeSignature] ValidatorCandidate nodeSignature
         * @property {Uint8Array|null} [incarnation] ValidatorCandidate incarnation
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ValidatorCandidate.
         * @memberof cartorio
         * @interface IValidatorCandidate
         * @augments cartorio.ValidatorCandidate.$Properties
         * @deprecated Use cartorio.ValidatorCandidate.$Properties instead.
         */

        /**
         * Shape of a ValidatorCandidate.
         * @typedef {cartorio.ValidatorCandidate.$Properties} cartorio.ValidatorCandidate.$Shape
         */

        /**
         * Constructs a new ValidatorCandidate.
         * @memberof cartorio
         * @classdesc Represents a ValidatorCandidate.
         * @constructor
         * @param {cartorio.ValidatorCandidate.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ValidatorCandidate = function (properties) {
            this.addresses = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ValidatorCandidate member.
         * @member {string} member
         * @memberof cartorio.ValidatorCandidate
         * @instance
         */
        ValidatorCandidate.prototype.member = "";

        /**
         * ValidatorCandidate validatorKey.
         * @member {Uint8Array} validatorKey
         * @memberof cartorio.ValidatorCandidate
         * @instance
         */
        ValidatorCandidate.prototype.validatorKey = $util.newBuffer([]);

        /**
         * ValidatorCandidate nodeKey.
         * @member {Uint8Array} nodeKey
         * @memberof cartorio.ValidatorCandidate
         * @instance
         */
        ValidatorCandidate.prototype.nodeKey = $util.newBuffer([]);

        /**
         * ValidatorCandidate addresses.
         * @member {Array.<string>} addresses
         * @memberof cartorio.ValidatorCandidate
         * @instance
         */
        ValidatorCandidate.prototype.addresses = $util.emptyArray;

        /**
         * ValidatorCandidate readyHeight.
         * @member {number} readyHeight
         * @memberof cartorio.ValidatorCandidate
         * @instance
         */
        ValidatorCandidate.prototype.readyHeight = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ValidatorCandidate validatorSignature.
         * @member {Uint8Array} validatorSignature
         * @memberof cartorio.ValidatorCandidate
         * @instance
         */
        ValidatorCandidate.prototype.validatorSignature = $util.newBuffer([]);

        /**
         * ValidatorCandidate nodeSignature.
         * @member {Uint8Array} nodeSignature
         * @memberof cartorio.ValidatorCandidate
         * @instance
         */
        ValidatorCandidate.prototype.nodeSignature = $util.newBuffer([]);

        /**
         * ValidatorCandidate incarnation.
         * @member {Uint8Array} incarnation
         * @memberof cartorio.ValidatorCandidate
         * @instance
         */
        ValidatorCandidate.prototype.incarnation = $util.newBuffer([]);

        /**
         * Encodes the specified ValidatorCandidate message. Does not implicitly {@link cartorio.ValidatorCandidate.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ValidatorCandidate
         * @static
         * @param {cartorio.ValidatorCandidate.$Properties} message ValidatorCandidate message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ValidatorCandidate.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.member != null && $Object.hasOwnProperty.call(message, "member") && message.member !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.member);
            if (message.validatorKey != null && $Object.hasOwnProperty.call(message, "validatorKey") && message.validatorKey.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.validatorKey);
            if (message.nodeKey != null && $Object.hasOwnProperty.call(message, "nodeKey") && message.nodeKey.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.nodeKey);
            if (message.addresses != null && message.addresses.length)
                for (let i = 0; i < message.addresses.length; ++i)
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.addresses[i]);
            if (message.readyHeight != null && $Object.hasOwnProperty.call(message, "readyHeight") && (typeof message.readyHeight === "object" ? message.readyHeight.low || message.readyHeight.high : message.readyHeight !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.readyHeight);
            if (message.validatorSignature != null && $Object.hasOwnProperty.call(message, "validatorSignature") && message.validatorSignature.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.validatorSignature);
            if (message.nodeSignature != null && $Object.hasOwnProperty.call(message, "nodeSignature") && message.nodeSignature.length)
                writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.nodeSignature);
            if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation.length)
                writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.incarnation);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ValidatorCandidate message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ValidatorCandidate
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ValidatorCandidate & cartorio.ValidatorCandidate.$Shape} ValidatorCandidate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ValidatorCandidate.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ValidatorCandidate();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.member = value;
                        else
                            delete message.member;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.validatorKey = value;
                        else
                            delete message.validatorKey;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.nodeKey = value;
                        else
                            delete message.nodeKey;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.addresses && message.addresses.length))
                            message.addresses = [];
                        message.addresses.push(reader.stringVerify());
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.readyHeight = value;
                        else
                            delete message.readyHeight;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.validatorSignature = value;
                        else
                            delete message.validatorSignature;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.nodeSignature = value;
                        else
                            delete message.nodeSignature;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.incarnation = value;
                        else
                            delete message.incarnation;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ValidatorCandidate;
    })();

    cartorio.ReadyStatement = (function() {

        /**
         * Properties of a ReadyStatement.
         * @typedef {Object} cartorio.ReadyStatement.$Properties
         * @property {Uint8Array|null} [chainId] ReadyStatement chainId
         * @property {string|null} [member] ReadyStatement member
         * @property {Uint8Array|null} [validatorKey] ReadyStatement validatorKey
         * @property {Uint8Array|null} [nodeKey] ReadyStatement nodeKey
         * @property {number|null} [readyHeight] ReadyStatement readyHeight
         * @property {Uint8Array|null} [incarnation] ReadyStatement incarnation
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ReadyStatement.
         * @memberof cartorio
         * @interface IReadyStatement
         * @augments cartorio.ReadyStatement.$Properties
         * @deprecated Use cartorio.ReadyStatement.$Properties instead.
         */

        /**
         * Shape of a ReadyStatement.
         * @typedef {cartorio.ReadyStatement.$Properties} cartorio.ReadyStatement.$Shape
         */

        /**
         * Constructs a new ReadyStatement.
         * @memberof cartorio
         * @classdesc Represents a ReadyStatement.
         * @constructor
         * @param {cartorio.ReadyStatement.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ReadyStatement = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ReadyStatement chainId.
         * @member {Uint8Array} chainId
         * @memberof cartorio.ReadyStatement
         * @instance
         */
        ReadyStatement.prototype.chainId = $util.newBuffer([]);

        /**
         * ReadyStatement member.
         * @member {string} member
         * @memberof cartorio.ReadyStatement
         * @instance
         */
        ReadyStatement.prototype.member = "";

        /**
         * ReadyStatement validatorKey.
         * @member {Uint8Array} validatorKey
         * @memberof cartorio.ReadyStatement
         * @instance
         */
        ReadyStatement.prototype.validatorKey = $util.newBuffer([]);

        /**
         * ReadyStatement nodeKey.
         * @member {Uint8Array} nodeKey
         * @memberof cartorio.ReadyStatement
         * @instance
         */
        ReadyStatement.prototype.nodeKey = $util.newBuffer([]);

        /**
         * ReadyStatement readyHeight.
         * @member {number} readyHeight
         * @memberof cartorio.ReadyStatement
         * @instance
         */
        ReadyStatement.prototype.readyHeight = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ReadyStatement incarnation.
         * @member {Uint8Array} incarnation
         * @memberof cartorio.ReadyStatement
         * @instance
         */
        ReadyStatement.prototype.incarnation = $util.newBuffer([]);

        /**
         * Encodes the specified ReadyStatement message. Does not implicitly {@link cartorio.ReadyStatement.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ReadyStatement
         * @static
         * @param {cartorio.ReadyStatement.$Properties} message ReadyStatement message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ReadyStatement.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.chainId != null && $Object.hasOwnProperty.call(message, "chainId") && message.chainId.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.chainId);
            if (message.member != null && $Object.hasOwnProperty.call(message, "member") && message.member !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.member);
            if (message.validatorKey != null && $Object.hasOwnProperty.call(message, "validatorKey") && message.validatorKey.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.validatorKey);
            if (message.nodeKey != null && $Object.hasOwnProperty.call(message, "nodeKey") && message.nodeKey.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.nodeKey);
            if (message.readyHeight != null && $Object.hasOwnProperty.call(message, "readyHeight") && (typeof message.readyHeight === "object" ? message.readyHeight.low || message.readyHeight.high : message.readyHeight !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.readyHeight);
            if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.incarnation);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ReadyStatement message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ReadyStatement
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ReadyStatement & cartorio.ReadyStatement.$Shape} ReadyStatement
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ReadyStatement.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ReadyStatement();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.chainId = value;
                        else
                            delete message.chainId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.member = value;
                        else
                            delete message.member;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.validatorKey = value;
                        else
                            delete message.validatorKey;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.nodeKey = value;
                        else
                            delete message.nodeKey;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.readyHeight = value;
                        else
                            delete message.readyHeight;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.incarnation = value;
                        else
                            delete message.incarnation;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ReadyStatement;
    })();

    cartorio.ValidatorReenter = (function() {

        /**
         * Properties of a ValidatorReenter.
         * @typedef {Object} cartorio.ValidatorReenter.$Properties
         * @property {Uint8Array|null} [validatorKey] ValidatorReenter validatorKey
         * @property {Uint8Array|null} [incarnation] ValidatorReenter incarnation
         * @property {number|null} [expectedEpoch] ValidatorReenter expectedEpoch
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ValidatorReenter.
         * @memberof cartorio
         * @interface IValidatorReenter
         * @augments cartorio.ValidatorReenter.$Properties
         * @deprecated Use cartorio.ValidatorReenter.$Properties instead.
         */

        /**
         * Shape of a ValidatorReenter.
         * @typedef {cartorio.ValidatorReenter.$Properties} cartorio.ValidatorReenter.$Shape
         */

        /**
         * Constructs a new ValidatorReenter.
         * @memberof cartorio
         * @classdesc Represents a ValidatorReenter.
         * @constructor
         * @param {cartorio.ValidatorReenter.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ValidatorReenter = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ValidatorReenter validatorKey.
         * @member {Uint8Array} validatorKey
         * @memberof cartorio.ValidatorReenter
         * @instance
         */
        ValidatorReenter.prototype.validatorKey = $util.newBuffer([]);

        /**
         * ValidatorReenter incarnation.
         * @member {Uint8Array} incarnation
         * @memberof cartorio.ValidatorReenter
         * @instance
         */
        ValidatorReenter.prototype.incarnation = $util.newBuffer([]);

        /**
         * ValidatorReenter expectedEpoch.
         * @member {number} expectedEpoch
         * @memberof cartorio.ValidatorReenter
         * @instance
         */
        ValidatorReenter.prototype.expectedEpoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Encodes the specified ValidatorReenter message. Does not implicitly {@link cartorio.ValidatorReenter.verify|verify} messages.
         * @function encode
         * @memberof cartorio.ValidatorReenter
         * @static
         * @param {cartorio.ValidatorReenter.$Properties} message ValidatorReenter message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ValidatorReenter.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.validatorKey != null && $Object.hasOwnProperty.call(message, "validatorKey") && message.validatorKey.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.validatorKey);
            if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.incarnation);
            if (message.expectedEpoch != null && $Object.hasOwnProperty.call(message, "expectedEpoch") && (typeof message.expectedEpoch === "object" ? message.expectedEpoch.low || message.expectedEpoch.high : message.expectedEpoch !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.expectedEpoch);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ValidatorReenter message from the specified reader or buffer.
         * @function decode
         * @memberof cartorio.ValidatorReenter
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {cartorio.ValidatorReenter & cartorio.ValidatorReenter.$Shape} ValidatorReenter
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ValidatorReenter.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.cartorio.ValidatorReenter();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.validatorKey = value;
                        else
                            delete message.validatorKey;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.incarnation = value;
                        else
                            delete message.incarnation;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.expectedEpoch = value;
                        else
                            delete message.expectedEpoch;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ValidatorReenter;
    })();

    return cartorio;
})();

export {
  $root as default
};
