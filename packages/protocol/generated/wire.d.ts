import * as $protobuf from "./runtime.js";
import Long = require("long");

/** Namespace cartorio. */
export namespace cartorio {

    /**
     * Properties of a CredentialType.
     * @deprecated Use cartorio.CredentialType.$Properties instead.
     */
    interface ICredentialType extends cartorio.CredentialType.$Properties {
    }

    /** Represents a CredentialType. */
    class CredentialType {

        /**
         * Constructs a new CredentialType.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialType.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialType contextHash. */
        contextHash: Uint8Array;

        /** CredentialType type. */
        type: string;

        /** CredentialType vct. */
        vct: string;

        /**
         * Encodes the specified CredentialType message. Does not implicitly {@link cartorio.CredentialType.verify|verify} messages.
         * @param message CredentialType message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialType.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialType message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialType & cartorio.CredentialType.$Shape} CredentialType
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialType & cartorio.CredentialType.$Shape;
    }

    namespace CredentialType {

        /** Properties of a CredentialType. */
        interface $Properties {

            /** CredentialType contextHash */
            contextHash?: (Uint8Array|null);

            /** CredentialType type */
            type?: (string|null);

            /** CredentialType vct */
            vct?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialType. */
        type $Shape = cartorio.CredentialType.$Properties;
    }

    /**
     * Properties of a Scope.
     * @deprecated Use cartorio.Scope.$Properties instead.
     */
    interface IScope extends cartorio.Scope.$Properties {
    }

    /** Represents a Scope. */
    class Scope {

        /**
         * Constructs a new Scope.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Scope.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Scope allSchemas. */
        allSchemas: boolean;

        /** Scope schemas. */
        schemas: Uint8Array[];

        /** Scope allTypes. */
        allTypes: boolean;

        /** Scope types. */
        types: cartorio.CredentialType.$Properties[];

        /** Scope allJurisdictions. */
        allJurisdictions: boolean;

        /** Scope jurisdictions. */
        jurisdictions: string[];

        /**
         * Encodes the specified Scope message. Does not implicitly {@link cartorio.Scope.verify|verify} messages.
         * @param message Scope message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Scope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Scope message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Scope & cartorio.Scope.$Shape} Scope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Scope & cartorio.Scope.$Shape;
    }

    namespace Scope {

        /** Properties of a Scope. */
        interface $Properties {

            /** Scope allSchemas */
            allSchemas?: (boolean|null);

            /** Scope schemas */
            schemas?: (Uint8Array[]|null);

            /** Scope allTypes */
            allTypes?: (boolean|null);

            /** Scope types */
            types?: (cartorio.CredentialType.$Properties[]|null);

            /** Scope allJurisdictions */
            allJurisdictions?: (boolean|null);

            /** Scope jurisdictions */
            jurisdictions?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Scope. */
        type $Shape = cartorio.Scope.$Properties;
    }

    /**
     * Properties of an AccreditationOffer.
     * @deprecated Use cartorio.AccreditationOffer.$Properties instead.
     */
    interface IAccreditationOffer extends cartorio.AccreditationOffer.$Properties {
    }

    /** Represents an AccreditationOffer. */
    class AccreditationOffer {

        /**
         * Constructs a new AccreditationOffer.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.AccreditationOffer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AccreditationOffer accreditor. */
        accreditor: string;

        /** AccreditationOffer accreditation. */
        accreditation: number;

        /** AccreditationOffer subject. */
        subject: string;

        /** AccreditationOffer expectedGiven. */
        expectedGiven: number;

        /** AccreditationOffer actions. */
        actions: number;

        /** AccreditationOffer scope. */
        scope?: (cartorio.Scope.$Properties|null);

        /** AccreditationOffer depth. */
        depth: number;

        /** AccreditationOffer validFrom. */
        validFrom: number;

        /** AccreditationOffer validUntil. */
        validUntil: number;

        /**
         * Encodes the specified AccreditationOffer message. Does not implicitly {@link cartorio.AccreditationOffer.verify|verify} messages.
         * @param message AccreditationOffer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.AccreditationOffer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AccreditationOffer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.AccreditationOffer & cartorio.AccreditationOffer.$Shape} AccreditationOffer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.AccreditationOffer & cartorio.AccreditationOffer.$Shape;
    }

    namespace AccreditationOffer {

        /** Properties of an AccreditationOffer. */
        interface $Properties {

            /** AccreditationOffer accreditor */
            accreditor?: (string|null);

            /** AccreditationOffer accreditation */
            accreditation?: (number|null);

            /** AccreditationOffer subject */
            subject?: (string|null);

            /** AccreditationOffer expectedGiven */
            expectedGiven?: (number|null);

            /** AccreditationOffer actions */
            actions?: (number|null);

            /** AccreditationOffer scope */
            scope?: (cartorio.Scope.$Properties|null);

            /** AccreditationOffer depth */
            depth?: (number|null);

            /** AccreditationOffer validFrom */
            validFrom?: (number|null);

            /** AccreditationOffer validUntil */
            validUntil?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AccreditationOffer. */
        type $Shape = cartorio.AccreditationOffer.$Properties;
    }

    /**
     * Properties of an AccreditationAccept.
     * @deprecated Use cartorio.AccreditationAccept.$Properties instead.
     */
    interface IAccreditationAccept extends cartorio.AccreditationAccept.$Properties {
    }

    /** Represents an AccreditationAccept. */
    class AccreditationAccept {

        /**
         * Constructs a new AccreditationAccept.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.AccreditationAccept.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AccreditationAccept subject. */
        subject: string;

        /** AccreditationAccept index. */
        index: number;

        /** AccreditationAccept expectedSequence. */
        expectedSequence: number;

        /**
         * Encodes the specified AccreditationAccept message. Does not implicitly {@link cartorio.AccreditationAccept.verify|verify} messages.
         * @param message AccreditationAccept message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.AccreditationAccept.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AccreditationAccept message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.AccreditationAccept & cartorio.AccreditationAccept.$Shape} AccreditationAccept
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.AccreditationAccept & cartorio.AccreditationAccept.$Shape;
    }

    namespace AccreditationAccept {

        /** Properties of an AccreditationAccept. */
        interface $Properties {

            /** AccreditationAccept subject */
            subject?: (string|null);

            /** AccreditationAccept index */
            index?: (number|null);

            /** AccreditationAccept expectedSequence */
            expectedSequence?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AccreditationAccept. */
        type $Shape = cartorio.AccreditationAccept.$Properties;
    }

    /**
     * Properties of an AccreditationSuspend.
     * @deprecated Use cartorio.AccreditationSuspend.$Properties instead.
     */
    interface IAccreditationSuspend extends cartorio.AccreditationSuspend.$Properties {
    }

    /** Represents an AccreditationSuspend. */
    class AccreditationSuspend {

        /**
         * Constructs a new AccreditationSuspend.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.AccreditationSuspend.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AccreditationSuspend by. */
        by: string;

        /** AccreditationSuspend subject. */
        subject: string;

        /** AccreditationSuspend index. */
        index: number;

        /** AccreditationSuspend expectedSequence. */
        expectedSequence: number;

        /** AccreditationSuspend reason. */
        reason: number;

        /**
         * Encodes the specified AccreditationSuspend message. Does not implicitly {@link cartorio.AccreditationSuspend.verify|verify} messages.
         * @param message AccreditationSuspend message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.AccreditationSuspend.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AccreditationSuspend message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.AccreditationSuspend & cartorio.AccreditationSuspend.$Shape} AccreditationSuspend
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.AccreditationSuspend & cartorio.AccreditationSuspend.$Shape;
    }

    namespace AccreditationSuspend {

        /** Properties of an AccreditationSuspend. */
        interface $Properties {

            /** AccreditationSuspend by */
            by?: (string|null);

            /** AccreditationSuspend subject */
            subject?: (string|null);

            /** AccreditationSuspend index */
            index?: (number|null);

            /** AccreditationSuspend expectedSequence */
            expectedSequence?: (number|null);

            /** AccreditationSuspend reason */
            reason?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AccreditationSuspend. */
        type $Shape = cartorio.AccreditationSuspend.$Properties;
    }

    /**
     * Properties of an AccreditationResume.
     * @deprecated Use cartorio.AccreditationResume.$Properties instead.
     */
    interface IAccreditationResume extends cartorio.AccreditationResume.$Properties {
    }

    /** Represents an AccreditationResume. */
    class AccreditationResume {

        /**
         * Constructs a new AccreditationResume.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.AccreditationResume.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AccreditationResume by. */
        by: string;

        /** AccreditationResume subject. */
        subject: string;

        /** AccreditationResume index. */
        index: number;

        /** AccreditationResume expectedSequence. */
        expectedSequence: number;

        /**
         * Encodes the specified AccreditationResume message. Does not implicitly {@link cartorio.AccreditationResume.verify|verify} messages.
         * @param message AccreditationResume message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.AccreditationResume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AccreditationResume message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.AccreditationResume & cartorio.AccreditationResume.$Shape} AccreditationResume
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.AccreditationResume & cartorio.AccreditationResume.$Shape;
    }

    namespace AccreditationResume {

        /** Properties of an AccreditationResume. */
        interface $Properties {

            /** AccreditationResume by */
            by?: (string|null);

            /** AccreditationResume subject */
            subject?: (string|null);

            /** AccreditationResume index */
            index?: (number|null);

            /** AccreditationResume expectedSequence */
            expectedSequence?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AccreditationResume. */
        type $Shape = cartorio.AccreditationResume.$Properties;
    }

    /**
     * Properties of an AccreditationEnd.
     * @deprecated Use cartorio.AccreditationEnd.$Properties instead.
     */
    interface IAccreditationEnd extends cartorio.AccreditationEnd.$Properties {
    }

    /** Represents an AccreditationEnd. */
    class AccreditationEnd {

        /**
         * Constructs a new AccreditationEnd.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.AccreditationEnd.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AccreditationEnd by. */
        by: string;

        /** AccreditationEnd subject. */
        subject: string;

        /** AccreditationEnd index. */
        index: number;

        /** AccreditationEnd expectedSequence. */
        expectedSequence: number;

        /** AccreditationEnd ended. */
        ended: number;

        /** AccreditationEnd untrustedSince. */
        untrustedSince: number;

        /** AccreditationEnd reason. */
        reason: number;

        /**
         * Encodes the specified AccreditationEnd message. Does not implicitly {@link cartorio.AccreditationEnd.verify|verify} messages.
         * @param message AccreditationEnd message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.AccreditationEnd.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AccreditationEnd message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.AccreditationEnd & cartorio.AccreditationEnd.$Shape} AccreditationEnd
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.AccreditationEnd & cartorio.AccreditationEnd.$Shape;
    }

    namespace AccreditationEnd {

        /** Properties of an AccreditationEnd. */
        interface $Properties {

            /** AccreditationEnd by */
            by?: (string|null);

            /** AccreditationEnd subject */
            subject?: (string|null);

            /** AccreditationEnd index */
            index?: (number|null);

            /** AccreditationEnd expectedSequence */
            expectedSequence?: (number|null);

            /** AccreditationEnd ended */
            ended?: (number|null);

            /** AccreditationEnd untrustedSince */
            untrustedSince?: (number|null);

            /** AccreditationEnd reason */
            reason?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AccreditationEnd. */
        type $Shape = cartorio.AccreditationEnd.$Properties;
    }

    /**
     * Properties of an AccreditationsHeadRecord.
     * @deprecated Use cartorio.AccreditationsHeadRecord.$Properties instead.
     */
    interface IAccreditationsHeadRecord extends cartorio.AccreditationsHeadRecord.$Properties {
    }

    /** Represents an AccreditationsHeadRecord. */
    class AccreditationsHeadRecord {

        /**
         * Constructs a new AccreditationsHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.AccreditationsHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AccreditationsHeadRecord format. */
        format: number;

        /** AccreditationsHeadRecord count. */
        count: number;

        /**
         * Encodes the specified AccreditationsHeadRecord message. Does not implicitly {@link cartorio.AccreditationsHeadRecord.verify|verify} messages.
         * @param message AccreditationsHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.AccreditationsHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AccreditationsHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.AccreditationsHeadRecord & cartorio.AccreditationsHeadRecord.$Shape} AccreditationsHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.AccreditationsHeadRecord & cartorio.AccreditationsHeadRecord.$Shape;
    }

    namespace AccreditationsHeadRecord {

        /** Properties of an AccreditationsHeadRecord. */
        interface $Properties {

            /** AccreditationsHeadRecord format */
            format?: (number|null);

            /** AccreditationsHeadRecord count */
            count?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AccreditationsHeadRecord. */
        type $Shape = cartorio.AccreditationsHeadRecord.$Properties;
    }

    /**
     * Properties of a SuspensionInterval.
     * @deprecated Use cartorio.SuspensionInterval.$Properties instead.
     */
    interface ISuspensionInterval extends cartorio.SuspensionInterval.$Properties {
    }

    /** Represents a SuspensionInterval. */
    class SuspensionInterval {

        /**
         * Constructs a new SuspensionInterval.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.SuspensionInterval.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SuspensionInterval from. */
        from: number;

        /** SuspensionInterval to. */
        to: number;

        /** SuspensionInterval by. */
        by: string;

        /** SuspensionInterval reason. */
        reason: number;

        /**
         * Encodes the specified SuspensionInterval message. Does not implicitly {@link cartorio.SuspensionInterval.verify|verify} messages.
         * @param message SuspensionInterval message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.SuspensionInterval.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SuspensionInterval message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.SuspensionInterval & cartorio.SuspensionInterval.$Shape} SuspensionInterval
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.SuspensionInterval & cartorio.SuspensionInterval.$Shape;
    }

    namespace SuspensionInterval {

        /** Properties of a SuspensionInterval. */
        interface $Properties {

            /** SuspensionInterval from */
            from?: (number|null);

            /** SuspensionInterval to */
            to?: (number|null);

            /** SuspensionInterval by */
            by?: (string|null);

            /** SuspensionInterval reason */
            reason?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SuspensionInterval. */
        type $Shape = cartorio.SuspensionInterval.$Properties;
    }

    /**
     * Properties of an AccreditationRecord.
     * @deprecated Use cartorio.AccreditationRecord.$Properties instead.
     */
    interface IAccreditationRecord extends cartorio.AccreditationRecord.$Properties {
    }

    /** Represents an AccreditationRecord. */
    class AccreditationRecord {

        /**
         * Constructs a new AccreditationRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.AccreditationRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** AccreditationRecord format. */
        format: number;

        /** AccreditationRecord accreditor. */
        accreditor: string;

        /** AccreditationRecord parent. */
        parent: number;

        /** AccreditationRecord domain. */
        domain: string;

        /** AccreditationRecord actions. */
        actions: number;

        /** AccreditationRecord scope. */
        scope?: (cartorio.Scope.$Properties|null);

        /** AccreditationRecord depth. */
        depth: number;

        /** AccreditationRecord validFrom. */
        validFrom: number;

        /** AccreditationRecord validUntil. */
        validUntil: number;

        /** AccreditationRecord offeredTime. */
        offeredTime: number;

        /** AccreditationRecord acceptedTime. */
        acceptedTime: number;

        /** AccreditationRecord sequence. */
        sequence: number;

        /** AccreditationRecord suspensions. */
        suspensions: cartorio.SuspensionInterval.$Properties[];

        /** AccreditationRecord ended. */
        ended: number;

        /** AccreditationRecord endedTime. */
        endedTime: number;

        /** AccreditationRecord untrustedSince. */
        untrustedSince: number;

        /** AccreditationRecord endedBy. */
        endedBy: string;

        /** AccreditationRecord reason. */
        reason: number;

        /**
         * Encodes the specified AccreditationRecord message. Does not implicitly {@link cartorio.AccreditationRecord.verify|verify} messages.
         * @param message AccreditationRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.AccreditationRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an AccreditationRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.AccreditationRecord & cartorio.AccreditationRecord.$Shape} AccreditationRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.AccreditationRecord & cartorio.AccreditationRecord.$Shape;
    }

    namespace AccreditationRecord {

        /** Properties of an AccreditationRecord. */
        interface $Properties {

            /** AccreditationRecord format */
            format?: (number|null);

            /** AccreditationRecord accreditor */
            accreditor?: (string|null);

            /** AccreditationRecord parent */
            parent?: (number|null);

            /** AccreditationRecord domain */
            domain?: (string|null);

            /** AccreditationRecord actions */
            actions?: (number|null);

            /** AccreditationRecord scope */
            scope?: (cartorio.Scope.$Properties|null);

            /** AccreditationRecord depth */
            depth?: (number|null);

            /** AccreditationRecord validFrom */
            validFrom?: (number|null);

            /** AccreditationRecord validUntil */
            validUntil?: (number|null);

            /** AccreditationRecord offeredTime */
            offeredTime?: (number|null);

            /** AccreditationRecord acceptedTime */
            acceptedTime?: (number|null);

            /** AccreditationRecord sequence */
            sequence?: (number|null);

            /** AccreditationRecord suspensions */
            suspensions?: (cartorio.SuspensionInterval.$Properties[]|null);

            /** AccreditationRecord ended */
            ended?: (number|null);

            /** AccreditationRecord endedTime */
            endedTime?: (number|null);

            /** AccreditationRecord untrustedSince */
            untrustedSince?: (number|null);

            /** AccreditationRecord endedBy */
            endedBy?: (string|null);

            /** AccreditationRecord reason */
            reason?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an AccreditationRecord. */
        type $Shape = cartorio.AccreditationRecord.$Properties;
    }

    /**
     * Properties of a GivenHeadRecord.
     * @deprecated Use cartorio.GivenHeadRecord.$Properties instead.
     */
    interface IGivenHeadRecord extends cartorio.GivenHeadRecord.$Properties {
    }

    /** Represents a GivenHeadRecord. */
    class GivenHeadRecord {

        /**
         * Constructs a new GivenHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GivenHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GivenHeadRecord format. */
        format: number;

        /** GivenHeadRecord count. */
        count: number;

        /**
         * Encodes the specified GivenHeadRecord message. Does not implicitly {@link cartorio.GivenHeadRecord.verify|verify} messages.
         * @param message GivenHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GivenHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GivenHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GivenHeadRecord & cartorio.GivenHeadRecord.$Shape} GivenHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GivenHeadRecord & cartorio.GivenHeadRecord.$Shape;
    }

    namespace GivenHeadRecord {

        /** Properties of a GivenHeadRecord. */
        interface $Properties {

            /** GivenHeadRecord format */
            format?: (number|null);

            /** GivenHeadRecord count */
            count?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GivenHeadRecord. */
        type $Shape = cartorio.GivenHeadRecord.$Properties;
    }

    /**
     * Properties of a GivenRecord.
     * @deprecated Use cartorio.GivenRecord.$Properties instead.
     */
    interface IGivenRecord extends cartorio.GivenRecord.$Properties {
    }

    /** Represents a GivenRecord. */
    class GivenRecord {

        /**
         * Constructs a new GivenRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GivenRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GivenRecord format. */
        format: number;

        /** GivenRecord subject. */
        subject: string;

        /** GivenRecord index. */
        index: number;

        /**
         * Encodes the specified GivenRecord message. Does not implicitly {@link cartorio.GivenRecord.verify|verify} messages.
         * @param message GivenRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GivenRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GivenRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GivenRecord & cartorio.GivenRecord.$Shape} GivenRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GivenRecord & cartorio.GivenRecord.$Shape;
    }

    namespace GivenRecord {

        /** Properties of a GivenRecord. */
        interface $Properties {

            /** GivenRecord format */
            format?: (number|null);

            /** GivenRecord subject */
            subject?: (string|null);

            /** GivenRecord index */
            index?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GivenRecord. */
        type $Shape = cartorio.GivenRecord.$Properties;
    }

    /**
     * Properties of a RootsHeadRecord.
     * @deprecated Use cartorio.RootsHeadRecord.$Properties instead.
     */
    interface IRootsHeadRecord extends cartorio.RootsHeadRecord.$Properties {
    }

    /** Represents a RootsHeadRecord. */
    class RootsHeadRecord {

        /**
         * Constructs a new RootsHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.RootsHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RootsHeadRecord format. */
        format: number;

        /** RootsHeadRecord count. */
        count: number;

        /** RootsHeadRecord active. */
        active: number;

        /** RootsHeadRecord version. */
        version: number;

        /**
         * Encodes the specified RootsHeadRecord message. Does not implicitly {@link cartorio.RootsHeadRecord.verify|verify} messages.
         * @param message RootsHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.RootsHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RootsHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.RootsHeadRecord & cartorio.RootsHeadRecord.$Shape} RootsHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.RootsHeadRecord & cartorio.RootsHeadRecord.$Shape;
    }

    namespace RootsHeadRecord {

        /** Properties of a RootsHeadRecord. */
        interface $Properties {

            /** RootsHeadRecord format */
            format?: (number|null);

            /** RootsHeadRecord count */
            count?: (number|null);

            /** RootsHeadRecord active */
            active?: (number|null);

            /** RootsHeadRecord version */
            version?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RootsHeadRecord. */
        type $Shape = cartorio.RootsHeadRecord.$Properties;
    }

    /**
     * Properties of a RootRecord.
     * @deprecated Use cartorio.RootRecord.$Properties instead.
     */
    interface IRootRecord extends cartorio.RootRecord.$Properties {
    }

    /** Represents a RootRecord. */
    class RootRecord {

        /**
         * Constructs a new RootRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.RootRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RootRecord format. */
        format: number;

        /** RootRecord subject. */
        subject: string;

        /** RootRecord index. */
        index: number;

        /**
         * Encodes the specified RootRecord message. Does not implicitly {@link cartorio.RootRecord.verify|verify} messages.
         * @param message RootRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.RootRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RootRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.RootRecord & cartorio.RootRecord.$Shape} RootRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.RootRecord & cartorio.RootRecord.$Shape;
    }

    namespace RootRecord {

        /** Properties of a RootRecord. */
        interface $Properties {

            /** RootRecord format */
            format?: (number|null);

            /** RootRecord subject */
            subject?: (string|null);

            /** RootRecord index */
            index?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RootRecord. */
        type $Shape = cartorio.RootRecord.$Properties;
    }

    /**
     * Properties of a Proposal.
     * @deprecated Use cartorio.Proposal.$Properties instead.
     */
    interface IProposal extends cartorio.Proposal.$Properties {
    }

    /** Represents a Proposal. */
    class Proposal {

        /**
         * Constructs a new Proposal.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Proposal.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Proposal epoch. */
        epoch: number;

        /** Proposal height. */
        height: number;

        /** Proposal time. */
        time: number;

        /** Proposal proposer. */
        proposer: number;

        /** Proposal envelopeHashes. */
        envelopeHashes: Uint8Array[];

        /**
         * Encodes the specified Proposal message. Does not implicitly {@link cartorio.Proposal.verify|verify} messages.
         * @param message Proposal message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Proposal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Proposal message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Proposal & cartorio.Proposal.$Shape} Proposal
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Proposal & cartorio.Proposal.$Shape;
    }

    namespace Proposal {

        /** Properties of a Proposal. */
        interface $Properties {

            /** Proposal epoch */
            epoch?: (number|null);

            /** Proposal height */
            height?: (number|null);

            /** Proposal time */
            time?: (number|null);

            /** Proposal proposer */
            proposer?: (number|null);

            /** Proposal envelopeHashes */
            envelopeHashes?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Proposal. */
        type $Shape = cartorio.Proposal.$Properties;
    }

    /**
     * Properties of a Header.
     * @deprecated Use cartorio.Header.$Properties instead.
     */
    interface IHeader extends cartorio.Header.$Properties {
    }

    /** Represents a Header. */
    class Header {

        /**
         * Constructs a new Header.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Header.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Header parentHash. */
        parentHash: Uint8Array;

        /** Header epoch. */
        epoch: number;

        /** Header height. */
        height: number;

        /** Header time. */
        time: number;

        /** Header proposalDigest. */
        proposalDigest: Uint8Array;

        /** Header transactionsRoot. */
        transactionsRoot: Uint8Array;

        /** Header receiptsRoot. */
        receiptsRoot: Uint8Array;

        /** Header stateRoot. */
        stateRoot: Uint8Array;

        /** Header nextValidatorSetHash. */
        nextValidatorSetHash: Uint8Array;

        /** Header protocolVersion. */
        protocolVersion: number;

        /**
         * Encodes the specified Header message. Does not implicitly {@link cartorio.Header.verify|verify} messages.
         * @param message Header message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Header.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Header message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Header & cartorio.Header.$Shape} Header
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Header & cartorio.Header.$Shape;
    }

    namespace Header {

        /** Properties of a Header. */
        interface $Properties {

            /** Header parentHash */
            parentHash?: (Uint8Array|null);

            /** Header epoch */
            epoch?: (number|null);

            /** Header height */
            height?: (number|null);

            /** Header time */
            time?: (number|null);

            /** Header proposalDigest */
            proposalDigest?: (Uint8Array|null);

            /** Header transactionsRoot */
            transactionsRoot?: (Uint8Array|null);

            /** Header receiptsRoot */
            receiptsRoot?: (Uint8Array|null);

            /** Header stateRoot */
            stateRoot?: (Uint8Array|null);

            /** Header nextValidatorSetHash */
            nextValidatorSetHash?: (Uint8Array|null);

            /** Header protocolVersion */
            protocolVersion?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Header. */
        type $Shape = cartorio.Header.$Properties;
    }

    /**
     * Properties of a Receipt.
     * @deprecated Use cartorio.Receipt.$Properties instead.
     */
    interface IReceipt extends cartorio.Receipt.$Properties {
    }

    /** Represents a Receipt. */
    class Receipt {

        /**
         * Constructs a new Receipt.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Receipt.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Receipt transactionId. */
        transactionId: Uint8Array;

        /** Receipt envelopeHash. */
        envelopeHash: Uint8Array;

        /** Receipt code. */
        code: number;

        /** Receipt operationIndex. */
        operationIndex: number;

        /** Receipt cost. */
        cost: number;

        /** Receipt currentVersion. */
        currentVersion: number;

        /** Receipt ids. */
        ids: string[];

        /**
         * Encodes the specified Receipt message. Does not implicitly {@link cartorio.Receipt.verify|verify} messages.
         * @param message Receipt message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Receipt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Receipt message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Receipt & cartorio.Receipt.$Shape} Receipt
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Receipt & cartorio.Receipt.$Shape;
    }

    namespace Receipt {

        /** Properties of a Receipt. */
        interface $Properties {

            /** Receipt transactionId */
            transactionId?: (Uint8Array|null);

            /** Receipt envelopeHash */
            envelopeHash?: (Uint8Array|null);

            /** Receipt code */
            code?: (number|null);

            /** Receipt operationIndex */
            operationIndex?: (number|null);

            /** Receipt cost */
            cost?: (number|null);

            /** Receipt currentVersion */
            currentVersion?: (number|null);

            /** Receipt ids */
            ids?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Receipt. */
        type $Shape = cartorio.Receipt.$Properties;
    }

    /**
     * Properties of a VoteStatement.
     * @deprecated Use cartorio.VoteStatement.$Properties instead.
     */
    interface IVoteStatement extends cartorio.VoteStatement.$Properties {
    }

    /** Represents a VoteStatement. */
    class VoteStatement {

        /**
         * Constructs a new VoteStatement.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.VoteStatement.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** VoteStatement chainId. */
        chainId: Uint8Array;

        /** VoteStatement epoch. */
        epoch: number;

        /** VoteStatement kind. */
        kind: number;

        /** VoteStatement view. */
        view: number;

        /** VoteStatement height. */
        height: number;

        /** VoteStatement proposalDigest. */
        proposalDigest: Uint8Array;

        /**
         * Encodes the specified VoteStatement message. Does not implicitly {@link cartorio.VoteStatement.verify|verify} messages.
         * @param message VoteStatement message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.VoteStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a VoteStatement message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.VoteStatement & cartorio.VoteStatement.$Shape} VoteStatement
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.VoteStatement & cartorio.VoteStatement.$Shape;
    }

    namespace VoteStatement {

        /** Properties of a VoteStatement. */
        interface $Properties {

            /** VoteStatement chainId */
            chainId?: (Uint8Array|null);

            /** VoteStatement epoch */
            epoch?: (number|null);

            /** VoteStatement kind */
            kind?: (number|null);

            /** VoteStatement view */
            view?: (number|null);

            /** VoteStatement height */
            height?: (number|null);

            /** VoteStatement proposalDigest */
            proposalDigest?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a VoteStatement. */
        type $Shape = cartorio.VoteStatement.$Properties;
    }

    /**
     * Properties of a CheckpointStatement.
     * @deprecated Use cartorio.CheckpointStatement.$Properties instead.
     */
    interface ICheckpointStatement extends cartorio.CheckpointStatement.$Properties {
    }

    /** Represents a CheckpointStatement. */
    class CheckpointStatement {

        /**
         * Constructs a new CheckpointStatement.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CheckpointStatement.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CheckpointStatement chainId. */
        chainId: Uint8Array;

        /** CheckpointStatement epoch. */
        epoch: number;

        /** CheckpointStatement height. */
        height: number;

        /** CheckpointStatement headerHash. */
        headerHash: Uint8Array;

        /**
         * Encodes the specified CheckpointStatement message. Does not implicitly {@link cartorio.CheckpointStatement.verify|verify} messages.
         * @param message CheckpointStatement message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CheckpointStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CheckpointStatement message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CheckpointStatement & cartorio.CheckpointStatement.$Shape} CheckpointStatement
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CheckpointStatement & cartorio.CheckpointStatement.$Shape;
    }

    namespace CheckpointStatement {

        /** Properties of a CheckpointStatement. */
        interface $Properties {

            /** CheckpointStatement chainId */
            chainId?: (Uint8Array|null);

            /** CheckpointStatement epoch */
            epoch?: (number|null);

            /** CheckpointStatement height */
            height?: (number|null);

            /** CheckpointStatement headerHash */
            headerHash?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CheckpointStatement. */
        type $Shape = cartorio.CheckpointStatement.$Properties;
    }

    /**
     * Properties of a ValidatorSignature.
     * @deprecated Use cartorio.ValidatorSignature.$Properties instead.
     */
    interface IValidatorSignature extends cartorio.ValidatorSignature.$Properties {
    }

    /** Represents a ValidatorSignature. */
    class ValidatorSignature {

        /**
         * Constructs a new ValidatorSignature.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ValidatorSignature.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ValidatorSignature validator. */
        validator: number;

        /** ValidatorSignature signature. */
        signature: Uint8Array;

        /**
         * Encodes the specified ValidatorSignature message. Does not implicitly {@link cartorio.ValidatorSignature.verify|verify} messages.
         * @param message ValidatorSignature message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ValidatorSignature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ValidatorSignature message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ValidatorSignature & cartorio.ValidatorSignature.$Shape} ValidatorSignature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ValidatorSignature & cartorio.ValidatorSignature.$Shape;
    }

    namespace ValidatorSignature {

        /** Properties of a ValidatorSignature. */
        interface $Properties {

            /** ValidatorSignature validator */
            validator?: (number|null);

            /** ValidatorSignature signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ValidatorSignature. */
        type $Shape = cartorio.ValidatorSignature.$Properties;
    }

    /**
     * Properties of a PreparedCertificate.
     * @deprecated Use cartorio.PreparedCertificate.$Properties instead.
     */
    interface IPreparedCertificate extends cartorio.PreparedCertificate.$Properties {
    }

    /** Represents a PreparedCertificate. */
    class PreparedCertificate {

        /**
         * Constructs a new PreparedCertificate.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.PreparedCertificate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PreparedCertificate epoch. */
        epoch: number;

        /** PreparedCertificate view. */
        view: number;

        /** PreparedCertificate height. */
        height: number;

        /** PreparedCertificate proposalDigest. */
        proposalDigest: Uint8Array;

        /** PreparedCertificate signatures. */
        signatures: cartorio.ValidatorSignature.$Properties[];

        /**
         * Encodes the specified PreparedCertificate message. Does not implicitly {@link cartorio.PreparedCertificate.verify|verify} messages.
         * @param message PreparedCertificate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.PreparedCertificate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PreparedCertificate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.PreparedCertificate & cartorio.PreparedCertificate.$Shape} PreparedCertificate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.PreparedCertificate & cartorio.PreparedCertificate.$Shape;
    }

    namespace PreparedCertificate {

        /** Properties of a PreparedCertificate. */
        interface $Properties {

            /** PreparedCertificate epoch */
            epoch?: (number|null);

            /** PreparedCertificate view */
            view?: (number|null);

            /** PreparedCertificate height */
            height?: (number|null);

            /** PreparedCertificate proposalDigest */
            proposalDigest?: (Uint8Array|null);

            /** PreparedCertificate signatures */
            signatures?: (cartorio.ValidatorSignature.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PreparedCertificate. */
        type $Shape = cartorio.PreparedCertificate.$Properties;
    }

    /**
     * Properties of a FinalityCertificate.
     * @deprecated Use cartorio.FinalityCertificate.$Properties instead.
     */
    interface IFinalityCertificate extends cartorio.FinalityCertificate.$Properties {
    }

    /** Represents a FinalityCertificate. */
    class FinalityCertificate {

        /**
         * Constructs a new FinalityCertificate.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.FinalityCertificate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FinalityCertificate epoch. */
        epoch: number;

        /** FinalityCertificate height. */
        height: number;

        /** FinalityCertificate headerHash. */
        headerHash: Uint8Array;

        /** FinalityCertificate signatures. */
        signatures: cartorio.ValidatorSignature.$Properties[];

        /**
         * Encodes the specified FinalityCertificate message. Does not implicitly {@link cartorio.FinalityCertificate.verify|verify} messages.
         * @param message FinalityCertificate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.FinalityCertificate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FinalityCertificate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.FinalityCertificate & cartorio.FinalityCertificate.$Shape} FinalityCertificate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.FinalityCertificate & cartorio.FinalityCertificate.$Shape;
    }

    namespace FinalityCertificate {

        /** Properties of a FinalityCertificate. */
        interface $Properties {

            /** FinalityCertificate epoch */
            epoch?: (number|null);

            /** FinalityCertificate height */
            height?: (number|null);

            /** FinalityCertificate headerHash */
            headerHash?: (Uint8Array|null);

            /** FinalityCertificate signatures */
            signatures?: (cartorio.ValidatorSignature.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FinalityCertificate. */
        type $Shape = cartorio.FinalityCertificate.$Properties;
    }

    /**
     * Properties of a Validator.
     * @deprecated Use cartorio.Validator.$Properties instead.
     */
    interface IValidator extends cartorio.Validator.$Properties {
    }

    /** Represents a Validator. */
    class Validator {

        /**
         * Constructs a new Validator.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Validator.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Validator member. */
        member: string;

        /** Validator validatorKey. */
        validatorKey: Uint8Array;

        /** Validator nodeKey. */
        nodeKey: Uint8Array;

        /** Validator addresses. */
        addresses: string[];

        /** Validator incarnation. */
        incarnation: Uint8Array;

        /**
         * Encodes the specified Validator message. Does not implicitly {@link cartorio.Validator.verify|verify} messages.
         * @param message Validator message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Validator.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Validator message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Validator & cartorio.Validator.$Shape} Validator
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Validator & cartorio.Validator.$Shape;
    }

    namespace Validator {

        /** Properties of a Validator. */
        interface $Properties {

            /** Validator member */
            member?: (string|null);

            /** Validator validatorKey */
            validatorKey?: (Uint8Array|null);

            /** Validator nodeKey */
            nodeKey?: (Uint8Array|null);

            /** Validator addresses */
            addresses?: (string[]|null);

            /** Validator incarnation */
            incarnation?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Validator. */
        type $Shape = cartorio.Validator.$Properties;
    }

    /**
     * Properties of a ValidatorSet.
     * @deprecated Use cartorio.ValidatorSet.$Properties instead.
     */
    interface IValidatorSet extends cartorio.ValidatorSet.$Properties {
    }

    /** Represents a ValidatorSet. */
    class ValidatorSet {

        /**
         * Constructs a new ValidatorSet.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ValidatorSet.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ValidatorSet format. */
        format: number;

        /** ValidatorSet epoch. */
        epoch: number;

        /** ValidatorSet activationHeight. */
        activationHeight: number;

        /** ValidatorSet validators. */
        validators: cartorio.Validator.$Properties[];

        /**
         * Encodes the specified ValidatorSet message. Does not implicitly {@link cartorio.ValidatorSet.verify|verify} messages.
         * @param message ValidatorSet message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ValidatorSet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ValidatorSet message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ValidatorSet & cartorio.ValidatorSet.$Shape} ValidatorSet
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ValidatorSet & cartorio.ValidatorSet.$Shape;
    }

    namespace ValidatorSet {

        /** Properties of a ValidatorSet. */
        interface $Properties {

            /** ValidatorSet format */
            format?: (number|null);

            /** ValidatorSet epoch */
            epoch?: (number|null);

            /** ValidatorSet activationHeight */
            activationHeight?: (number|null);

            /** ValidatorSet validators */
            validators?: (cartorio.Validator.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ValidatorSet. */
        type $Shape = cartorio.ValidatorSet.$Properties;
    }

    /**
     * Properties of a Block.
     * @deprecated Use cartorio.Block.$Properties instead.
     */
    interface IBlock extends cartorio.Block.$Properties {
    }

    /** Represents a Block. */
    class Block {

        /**
         * Constructs a new Block.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Block.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Block header. */
        header: Uint8Array;

        /** Block proposal. */
        proposal: Uint8Array;

        /** Block envelopes. */
        envelopes: Uint8Array[];

        /** Block receipts. */
        receipts: Uint8Array[];

        /** Block certificate. */
        certificate?: (cartorio.FinalityCertificate.$Properties|null);

        /**
         * Encodes the specified Block message. Does not implicitly {@link cartorio.Block.verify|verify} messages.
         * @param message Block message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Block.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Block message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Block & cartorio.Block.$Shape} Block
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Block & cartorio.Block.$Shape;
    }

    namespace Block {

        /** Properties of a Block. */
        interface $Properties {

            /** Block header */
            header?: (Uint8Array|null);

            /** Block proposal */
            proposal?: (Uint8Array|null);

            /** Block envelopes */
            envelopes?: (Uint8Array[]|null);

            /** Block receipts */
            receipts?: (Uint8Array[]|null);

            /** Block certificate */
            certificate?: (cartorio.FinalityCertificate.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Block. */
        type $Shape = cartorio.Block.$Properties;
    }

    /**
     * Properties of a ConsensusMessage.
     * @deprecated Use cartorio.ConsensusMessage.$Properties instead.
     */
    interface IConsensusMessage extends cartorio.ConsensusMessage.$Properties {
    }

    /** Represents a ConsensusMessage. */
    class ConsensusMessage {

        /**
         * Constructs a new ConsensusMessage.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ConsensusMessage.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ConsensusMessage prePrepare. */
        prePrepare?: (cartorio.PrePrepare.$Properties|null);

        /** ConsensusMessage vote. */
        vote?: (cartorio.Vote.$Properties|null);

        /** ConsensusMessage checkpoint. */
        checkpoint?: (cartorio.Checkpoint.$Properties|null);

        /** ConsensusMessage suspect. */
        suspect?: (cartorio.SignedBody.$Properties|null);

        /** ConsensusMessage viewChange. */
        viewChange?: (cartorio.SignedBody.$Properties|null);

        /** ConsensusMessage newView. */
        newView?: (cartorio.SignedBody.$Properties|null);

        /** ConsensusMessage status. */
        status?: (cartorio.Status.$Properties|null);

        /** ConsensusMessage certificate. */
        certificate?: (cartorio.FinalityCertificate.$Properties|null);

        /** ConsensusMessage kind. */
        kind?: ("prePrepare"|"vote"|"checkpoint"|"suspect"|"viewChange"|"newView"|"status"|"certificate");

        /**
         * Encodes the specified ConsensusMessage message. Does not implicitly {@link cartorio.ConsensusMessage.verify|verify} messages.
         * @param message ConsensusMessage message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ConsensusMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ConsensusMessage message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ConsensusMessage & cartorio.ConsensusMessage.$Shape} ConsensusMessage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ConsensusMessage & cartorio.ConsensusMessage.$Shape;
    }

    namespace ConsensusMessage {

        /** Properties of a ConsensusMessage. */
        interface $Properties {

            /** ConsensusMessage prePrepare */
            prePrepare?: (cartorio.PrePrepare.$Properties|null);

            /** ConsensusMessage vote */
            vote?: (cartorio.Vote.$Properties|null);

            /** ConsensusMessage checkpoint */
            checkpoint?: (cartorio.Checkpoint.$Properties|null);

            /** ConsensusMessage suspect */
            suspect?: (cartorio.SignedBody.$Properties|null);

            /** ConsensusMessage viewChange */
            viewChange?: (cartorio.SignedBody.$Properties|null);

            /** ConsensusMessage newView */
            newView?: (cartorio.SignedBody.$Properties|null);

            /** ConsensusMessage status */
            status?: (cartorio.Status.$Properties|null);

            /** ConsensusMessage certificate */
            certificate?: (cartorio.FinalityCertificate.$Properties|null);

            /** ConsensusMessage kind */
            kind?: ("prePrepare"|"vote"|"checkpoint"|"suspect"|"viewChange"|"newView"|"status"|"certificate");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a ConsensusMessage. */
        type $Shape = {
          prePrepare?: cartorio.PrePrepare.$Shape|null;
          vote?: cartorio.Vote.$Shape|null;
          checkpoint?: cartorio.Checkpoint.$Shape|null;
          suspect?: cartorio.SignedBody.$Shape|null;
          viewChange?: cartorio.SignedBody.$Shape|null;
          newView?: cartorio.SignedBody.$Shape|null;
          status?: cartorio.Status.$Shape|null;
          certificate?: cartorio.FinalityCertificate.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ kind?: undefined; prePrepare?: null; vote?: null; checkpoint?: null; suspect?: null; viewChange?: null; newView?: null; status?: null; certificate?: null }|{ kind?: "prePrepare"; prePrepare: cartorio.PrePrepare.$Shape; vote?: null; checkpoint?: null; suspect?: null; viewChange?: null; newView?: null; status?: null; certificate?: null }|{ kind?: "vote"; prePrepare?: null; vote: cartorio.Vote.$Shape; checkpoint?: null; suspect?: null; viewChange?: null; newView?: null; status?: null; certificate?: null }|{ kind?: "checkpoint"; prePrepare?: null; vote?: null; checkpoint: cartorio.Checkpoint.$Shape; suspect?: null; viewChange?: null; newView?: null; status?: null; certificate?: null }|{ kind?: "suspect"; prePrepare?: null; vote?: null; checkpoint?: null; suspect: cartorio.SignedBody.$Shape; viewChange?: null; newView?: null; status?: null; certificate?: null }|{ kind?: "viewChange"; prePrepare?: null; vote?: null; checkpoint?: null; suspect?: null; viewChange: cartorio.SignedBody.$Shape; newView?: null; status?: null; certificate?: null }|{ kind?: "newView"; prePrepare?: null; vote?: null; checkpoint?: null; suspect?: null; viewChange?: null; newView: cartorio.SignedBody.$Shape; status?: null; certificate?: null }|{ kind?: "status"; prePrepare?: null; vote?: null; checkpoint?: null; suspect?: null; viewChange?: null; newView?: null; status: cartorio.Status.$Shape; certificate?: null }|{ kind?: "certificate"; prePrepare?: null; vote?: null; checkpoint?: null; suspect?: null; viewChange?: null; newView?: null; status?: null; certificate: cartorio.FinalityCertificate.$Shape })
        );
    }

    /**
     * Properties of a PrePrepare.
     * @deprecated Use cartorio.PrePrepare.$Properties instead.
     */
    interface IPrePrepare extends cartorio.PrePrepare.$Properties {
    }

    /** Represents a PrePrepare. */
    class PrePrepare {

        /**
         * Constructs a new PrePrepare.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.PrePrepare.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PrePrepare view. */
        view: number;

        /** PrePrepare proposal. */
        proposal: Uint8Array;

        /** PrePrepare validator. */
        validator: number;

        /** PrePrepare signature. */
        signature: Uint8Array;

        /**
         * Encodes the specified PrePrepare message. Does not implicitly {@link cartorio.PrePrepare.verify|verify} messages.
         * @param message PrePrepare message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.PrePrepare.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PrePrepare message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.PrePrepare & cartorio.PrePrepare.$Shape} PrePrepare
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.PrePrepare & cartorio.PrePrepare.$Shape;
    }

    namespace PrePrepare {

        /** Properties of a PrePrepare. */
        interface $Properties {

            /** PrePrepare view */
            view?: (number|null);

            /** PrePrepare proposal */
            proposal?: (Uint8Array|null);

            /** PrePrepare validator */
            validator?: (number|null);

            /** PrePrepare signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PrePrepare. */
        type $Shape = cartorio.PrePrepare.$Properties;
    }

    /**
     * Properties of a Vote.
     * @deprecated Use cartorio.Vote.$Properties instead.
     */
    interface IVote extends cartorio.Vote.$Properties {
    }

    /** Represents a Vote. */
    class Vote {

        /**
         * Constructs a new Vote.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Vote.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Vote kind. */
        kind: number;

        /** Vote epoch. */
        epoch: number;

        /** Vote view. */
        view: number;

        /** Vote height. */
        height: number;

        /** Vote proposalDigest. */
        proposalDigest: Uint8Array;

        /** Vote validator. */
        validator: number;

        /** Vote signature. */
        signature: Uint8Array;

        /**
         * Encodes the specified Vote message. Does not implicitly {@link cartorio.Vote.verify|verify} messages.
         * @param message Vote message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Vote.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Vote message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Vote & cartorio.Vote.$Shape} Vote
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Vote & cartorio.Vote.$Shape;
    }

    namespace Vote {

        /** Properties of a Vote. */
        interface $Properties {

            /** Vote kind */
            kind?: (number|null);

            /** Vote epoch */
            epoch?: (number|null);

            /** Vote view */
            view?: (number|null);

            /** Vote height */
            height?: (number|null);

            /** Vote proposalDigest */
            proposalDigest?: (Uint8Array|null);

            /** Vote validator */
            validator?: (number|null);

            /** Vote signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Vote. */
        type $Shape = cartorio.Vote.$Properties;
    }

    /**
     * Properties of a Checkpoint.
     * @deprecated Use cartorio.Checkpoint.$Properties instead.
     */
    interface ICheckpoint extends cartorio.Checkpoint.$Properties {
    }

    /** Represents a Checkpoint. */
    class Checkpoint {

        /**
         * Constructs a new Checkpoint.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Checkpoint.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Checkpoint epoch. */
        epoch: number;

        /** Checkpoint height. */
        height: number;

        /** Checkpoint headerHash. */
        headerHash: Uint8Array;

        /** Checkpoint validator. */
        validator: number;

        /** Checkpoint signature. */
        signature: Uint8Array;

        /**
         * Encodes the specified Checkpoint message. Does not implicitly {@link cartorio.Checkpoint.verify|verify} messages.
         * @param message Checkpoint message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Checkpoint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Checkpoint message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Checkpoint & cartorio.Checkpoint.$Shape} Checkpoint
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Checkpoint & cartorio.Checkpoint.$Shape;
    }

    namespace Checkpoint {

        /** Properties of a Checkpoint. */
        interface $Properties {

            /** Checkpoint epoch */
            epoch?: (number|null);

            /** Checkpoint height */
            height?: (number|null);

            /** Checkpoint headerHash */
            headerHash?: (Uint8Array|null);

            /** Checkpoint validator */
            validator?: (number|null);

            /** Checkpoint signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Checkpoint. */
        type $Shape = cartorio.Checkpoint.$Properties;
    }

    /**
     * Properties of a SignedBody.
     * @deprecated Use cartorio.SignedBody.$Properties instead.
     */
    interface ISignedBody extends cartorio.SignedBody.$Properties {
    }

    /** Represents a SignedBody. */
    class SignedBody {

        /**
         * Constructs a new SignedBody.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.SignedBody.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SignedBody body. */
        body: Uint8Array;

        /** SignedBody validator. */
        validator: number;

        /** SignedBody signature. */
        signature: Uint8Array;

        /**
         * Encodes the specified SignedBody message. Does not implicitly {@link cartorio.SignedBody.verify|verify} messages.
         * @param message SignedBody message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.SignedBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SignedBody message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.SignedBody & cartorio.SignedBody.$Shape} SignedBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.SignedBody & cartorio.SignedBody.$Shape;
    }

    namespace SignedBody {

        /** Properties of a SignedBody. */
        interface $Properties {

            /** SignedBody body */
            body?: (Uint8Array|null);

            /** SignedBody validator */
            validator?: (number|null);

            /** SignedBody signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SignedBody. */
        type $Shape = cartorio.SignedBody.$Properties;
    }

    /**
     * Properties of a SuspectBody.
     * @deprecated Use cartorio.SuspectBody.$Properties instead.
     */
    interface ISuspectBody extends cartorio.SuspectBody.$Properties {
    }

    /** Represents a SuspectBody. */
    class SuspectBody {

        /**
         * Constructs a new SuspectBody.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.SuspectBody.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SuspectBody chainId. */
        chainId: Uint8Array;

        /** SuspectBody epoch. */
        epoch: number;

        /** SuspectBody view. */
        view: number;

        /** SuspectBody certifiedHeight. */
        certifiedHeight: number;

        /** SuspectBody reason. */
        reason: number;

        /** SuspectBody envelope. */
        envelope: Uint8Array;

        /**
         * Encodes the specified SuspectBody message. Does not implicitly {@link cartorio.SuspectBody.verify|verify} messages.
         * @param message SuspectBody message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.SuspectBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SuspectBody message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.SuspectBody & cartorio.SuspectBody.$Shape} SuspectBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.SuspectBody & cartorio.SuspectBody.$Shape;
    }

    namespace SuspectBody {

        /** Properties of a SuspectBody. */
        interface $Properties {

            /** SuspectBody chainId */
            chainId?: (Uint8Array|null);

            /** SuspectBody epoch */
            epoch?: (number|null);

            /** SuspectBody view */
            view?: (number|null);

            /** SuspectBody certifiedHeight */
            certifiedHeight?: (number|null);

            /** SuspectBody reason */
            reason?: (number|null);

            /** SuspectBody envelope */
            envelope?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SuspectBody. */
        type $Shape = cartorio.SuspectBody.$Properties;
    }

    /**
     * Properties of a ViewChangeBody.
     * @deprecated Use cartorio.ViewChangeBody.$Properties instead.
     */
    interface IViewChangeBody extends cartorio.ViewChangeBody.$Properties {
    }

    /** Represents a ViewChangeBody. */
    class ViewChangeBody {

        /**
         * Constructs a new ViewChangeBody.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ViewChangeBody.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ViewChangeBody chainId. */
        chainId: Uint8Array;

        /** ViewChangeBody epoch. */
        epoch: number;

        /** ViewChangeBody view. */
        view: number;

        /** ViewChangeBody certificate. */
        certificate?: (cartorio.FinalityCertificate.$Properties|null);

        /** ViewChangeBody prepared. */
        prepared: cartorio.PreparedCertificate.$Properties[];

        /**
         * Encodes the specified ViewChangeBody message. Does not implicitly {@link cartorio.ViewChangeBody.verify|verify} messages.
         * @param message ViewChangeBody message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ViewChangeBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ViewChangeBody message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ViewChangeBody & cartorio.ViewChangeBody.$Shape} ViewChangeBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ViewChangeBody & cartorio.ViewChangeBody.$Shape;
    }

    namespace ViewChangeBody {

        /** Properties of a ViewChangeBody. */
        interface $Properties {

            /** ViewChangeBody chainId */
            chainId?: (Uint8Array|null);

            /** ViewChangeBody epoch */
            epoch?: (number|null);

            /** ViewChangeBody view */
            view?: (number|null);

            /** ViewChangeBody certificate */
            certificate?: (cartorio.FinalityCertificate.$Properties|null);

            /** ViewChangeBody prepared */
            prepared?: (cartorio.PreparedCertificate.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ViewChangeBody. */
        type $Shape = cartorio.ViewChangeBody.$Properties;
    }

    /**
     * Properties of a NewViewBody.
     * @deprecated Use cartorio.NewViewBody.$Properties instead.
     */
    interface INewViewBody extends cartorio.NewViewBody.$Properties {
    }

    /** Represents a NewViewBody. */
    class NewViewBody {

        /**
         * Constructs a new NewViewBody.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.NewViewBody.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NewViewBody chainId. */
        chainId: Uint8Array;

        /** NewViewBody epoch. */
        epoch: number;

        /** NewViewBody view. */
        view: number;

        /** NewViewBody viewChanges. */
        viewChanges: cartorio.SignedBody.$Properties[];

        /** NewViewBody entries. */
        entries: cartorio.NewViewEntry.$Properties[];

        /**
         * Encodes the specified NewViewBody message. Does not implicitly {@link cartorio.NewViewBody.verify|verify} messages.
         * @param message NewViewBody message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.NewViewBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NewViewBody message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.NewViewBody & cartorio.NewViewBody.$Shape} NewViewBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.NewViewBody & cartorio.NewViewBody.$Shape;
    }

    namespace NewViewBody {

        /** Properties of a NewViewBody. */
        interface $Properties {

            /** NewViewBody chainId */
            chainId?: (Uint8Array|null);

            /** NewViewBody epoch */
            epoch?: (number|null);

            /** NewViewBody view */
            view?: (number|null);

            /** NewViewBody viewChanges */
            viewChanges?: (cartorio.SignedBody.$Properties[]|null);

            /** NewViewBody entries */
            entries?: (cartorio.NewViewEntry.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NewViewBody. */
        type $Shape = cartorio.NewViewBody.$Properties;
    }

    /**
     * Properties of a NewViewEntry.
     * @deprecated Use cartorio.NewViewEntry.$Properties instead.
     */
    interface INewViewEntry extends cartorio.NewViewEntry.$Properties {
    }

    /** Represents a NewViewEntry. */
    class NewViewEntry {

        /**
         * Constructs a new NewViewEntry.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.NewViewEntry.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NewViewEntry height. */
        height: number;

        /** NewViewEntry proposalDigest. */
        proposalDigest: Uint8Array;

        /**
         * Encodes the specified NewViewEntry message. Does not implicitly {@link cartorio.NewViewEntry.verify|verify} messages.
         * @param message NewViewEntry message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.NewViewEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NewViewEntry message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.NewViewEntry & cartorio.NewViewEntry.$Shape} NewViewEntry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.NewViewEntry & cartorio.NewViewEntry.$Shape;
    }

    namespace NewViewEntry {

        /** Properties of a NewViewEntry. */
        interface $Properties {

            /** NewViewEntry height */
            height?: (number|null);

            /** NewViewEntry proposalDigest */
            proposalDigest?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NewViewEntry. */
        type $Shape = cartorio.NewViewEntry.$Properties;
    }

    /**
     * Properties of an HeightVotes.
     * @deprecated Use cartorio.HeightVotes.$Properties instead.
     */
    interface IHeightVotes extends cartorio.HeightVotes.$Properties {
    }

    /** Represents an HeightVotes. */
    class HeightVotes {

        /**
         * Constructs a new HeightVotes.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.HeightVotes.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HeightVotes height. */
        height: number;

        /** HeightVotes flags. */
        flags: number;

        /** HeightVotes prepares. */
        prepares: number;

        /** HeightVotes commits. */
        commits: number;

        /** HeightVotes checkpoints. */
        checkpoints: number;

        /**
         * Encodes the specified HeightVotes message. Does not implicitly {@link cartorio.HeightVotes.verify|verify} messages.
         * @param message HeightVotes message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.HeightVotes.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an HeightVotes message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.HeightVotes & cartorio.HeightVotes.$Shape} HeightVotes
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.HeightVotes & cartorio.HeightVotes.$Shape;
    }

    namespace HeightVotes {

        /** Properties of an HeightVotes. */
        interface $Properties {

            /** HeightVotes height */
            height?: (number|null);

            /** HeightVotes flags */
            flags?: (number|null);

            /** HeightVotes prepares */
            prepares?: (number|null);

            /** HeightVotes commits */
            commits?: (number|null);

            /** HeightVotes checkpoints */
            checkpoints?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an HeightVotes. */
        type $Shape = cartorio.HeightVotes.$Properties;
    }

    /**
     * Properties of a Status.
     * @deprecated Use cartorio.Status.$Properties instead.
     */
    interface IStatus extends cartorio.Status.$Properties {
    }

    /** Represents a Status. */
    class Status {

        /**
         * Constructs a new Status.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Status.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Status epoch. */
        epoch: number;

        /** Status view. */
        view: number;

        /** Status certifiedHeight. */
        certifiedHeight: number;

        /** Status viewChange. */
        viewChange: number;

        /** Status viewChanges. */
        viewChanges: number;

        /** Status suspects. */
        suspects: number;

        /** Status newView. */
        newView: boolean;

        /** Status heights. */
        heights: cartorio.HeightVotes.$Properties[];

        /** Status executedHeight. */
        executedHeight: number;

        /**
         * Encodes the specified Status message. Does not implicitly {@link cartorio.Status.verify|verify} messages.
         * @param message Status message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Status.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Status message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Status & cartorio.Status.$Shape} Status
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Status & cartorio.Status.$Shape;
    }

    namespace Status {

        /** Properties of a Status. */
        interface $Properties {

            /** Status epoch */
            epoch?: (number|null);

            /** Status view */
            view?: (number|null);

            /** Status certifiedHeight */
            certifiedHeight?: (number|null);

            /** Status viewChange */
            viewChange?: (number|null);

            /** Status viewChanges */
            viewChanges?: (number|null);

            /** Status suspects */
            suspects?: (number|null);

            /** Status newView */
            newView?: (boolean|null);

            /** Status heights */
            heights?: (cartorio.HeightVotes.$Properties[]|null);

            /** Status executedHeight */
            executedHeight?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Status. */
        type $Shape = cartorio.Status.$Properties;
    }

    /**
     * Properties of a CredentialAnchor.
     * @deprecated Use cartorio.CredentialAnchor.$Properties instead.
     */
    interface ICredentialAnchor extends cartorio.CredentialAnchor.$Properties {
    }

    /** Represents a CredentialAnchor. */
    class CredentialAnchor {

        /**
         * Constructs a new CredentialAnchor.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialAnchor.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialAnchor issuer. */
        issuer: string;

        /** CredentialAnchor kind. */
        kind: number;

        /** CredentialAnchor hash. */
        hash: Uint8Array;

        /** CredentialAnchor treeSize. */
        treeSize: number;

        /** CredentialAnchor cosigners. */
        cosigners: string[];

        /** CredentialAnchor accreditation. */
        accreditation: number;

        /**
         * Encodes the specified CredentialAnchor message. Does not implicitly {@link cartorio.CredentialAnchor.verify|verify} messages.
         * @param message CredentialAnchor message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialAnchor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialAnchor message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialAnchor & cartorio.CredentialAnchor.$Shape} CredentialAnchor
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialAnchor & cartorio.CredentialAnchor.$Shape;
    }

    namespace CredentialAnchor {

        /** Properties of a CredentialAnchor. */
        interface $Properties {

            /** CredentialAnchor issuer */
            issuer?: (string|null);

            /** CredentialAnchor kind */
            kind?: (number|null);

            /** CredentialAnchor hash */
            hash?: (Uint8Array|null);

            /** CredentialAnchor treeSize */
            treeSize?: (number|null);

            /** CredentialAnchor cosigners */
            cosigners?: (string[]|null);

            /** CredentialAnchor accreditation */
            accreditation?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialAnchor. */
        type $Shape = cartorio.CredentialAnchor.$Properties;
    }

    /**
     * Properties of a CredentialRevoke.
     * @deprecated Use cartorio.CredentialRevoke.$Properties instead.
     */
    interface ICredentialRevoke extends cartorio.CredentialRevoke.$Properties {
    }

    /** Represents a CredentialRevoke. */
    class CredentialRevoke {

        /**
         * Constructs a new CredentialRevoke.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialRevoke.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialRevoke issuer. */
        issuer: string;

        /** CredentialRevoke commitment. */
        commitment: Uint8Array;

        /** CredentialRevoke expectedSequence. */
        expectedSequence: number;

        /** CredentialRevoke reason. */
        reason: number;

        /** CredentialRevoke by. */
        by: string;

        /** CredentialRevoke accreditation. */
        accreditation: number;

        /**
         * Encodes the specified CredentialRevoke message. Does not implicitly {@link cartorio.CredentialRevoke.verify|verify} messages.
         * @param message CredentialRevoke message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialRevoke.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialRevoke message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialRevoke & cartorio.CredentialRevoke.$Shape} CredentialRevoke
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialRevoke & cartorio.CredentialRevoke.$Shape;
    }

    namespace CredentialRevoke {

        /** Properties of a CredentialRevoke. */
        interface $Properties {

            /** CredentialRevoke issuer */
            issuer?: (string|null);

            /** CredentialRevoke commitment */
            commitment?: (Uint8Array|null);

            /** CredentialRevoke expectedSequence */
            expectedSequence?: (number|null);

            /** CredentialRevoke reason */
            reason?: (number|null);

            /** CredentialRevoke by */
            by?: (string|null);

            /** CredentialRevoke accreditation */
            accreditation?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialRevoke. */
        type $Shape = cartorio.CredentialRevoke.$Properties;
    }

    /**
     * Properties of a CredentialSuspend.
     * @deprecated Use cartorio.CredentialSuspend.$Properties instead.
     */
    interface ICredentialSuspend extends cartorio.CredentialSuspend.$Properties {
    }

    /** Represents a CredentialSuspend. */
    class CredentialSuspend {

        /**
         * Constructs a new CredentialSuspend.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialSuspend.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialSuspend issuer. */
        issuer: string;

        /** CredentialSuspend commitment. */
        commitment: Uint8Array;

        /** CredentialSuspend expectedSequence. */
        expectedSequence: number;

        /** CredentialSuspend reason. */
        reason: number;

        /** CredentialSuspend by. */
        by: string;

        /** CredentialSuspend accreditation. */
        accreditation: number;

        /**
         * Encodes the specified CredentialSuspend message. Does not implicitly {@link cartorio.CredentialSuspend.verify|verify} messages.
         * @param message CredentialSuspend message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialSuspend.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialSuspend message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialSuspend & cartorio.CredentialSuspend.$Shape} CredentialSuspend
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialSuspend & cartorio.CredentialSuspend.$Shape;
    }

    namespace CredentialSuspend {

        /** Properties of a CredentialSuspend. */
        interface $Properties {

            /** CredentialSuspend issuer */
            issuer?: (string|null);

            /** CredentialSuspend commitment */
            commitment?: (Uint8Array|null);

            /** CredentialSuspend expectedSequence */
            expectedSequence?: (number|null);

            /** CredentialSuspend reason */
            reason?: (number|null);

            /** CredentialSuspend by */
            by?: (string|null);

            /** CredentialSuspend accreditation */
            accreditation?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialSuspend. */
        type $Shape = cartorio.CredentialSuspend.$Properties;
    }

    /**
     * Properties of a CredentialResume.
     * @deprecated Use cartorio.CredentialResume.$Properties instead.
     */
    interface ICredentialResume extends cartorio.CredentialResume.$Properties {
    }

    /** Represents a CredentialResume. */
    class CredentialResume {

        /**
         * Constructs a new CredentialResume.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialResume.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialResume issuer. */
        issuer: string;

        /** CredentialResume commitment. */
        commitment: Uint8Array;

        /** CredentialResume expectedSequence. */
        expectedSequence: number;

        /** CredentialResume by. */
        by: string;

        /** CredentialResume accreditation. */
        accreditation: number;

        /**
         * Encodes the specified CredentialResume message. Does not implicitly {@link cartorio.CredentialResume.verify|verify} messages.
         * @param message CredentialResume message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialResume.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialResume message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialResume & cartorio.CredentialResume.$Shape} CredentialResume
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialResume & cartorio.CredentialResume.$Shape;
    }

    namespace CredentialResume {

        /** Properties of a CredentialResume. */
        interface $Properties {

            /** CredentialResume issuer */
            issuer?: (string|null);

            /** CredentialResume commitment */
            commitment?: (Uint8Array|null);

            /** CredentialResume expectedSequence */
            expectedSequence?: (number|null);

            /** CredentialResume by */
            by?: (string|null);

            /** CredentialResume accreditation */
            accreditation?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialResume. */
        type $Shape = cartorio.CredentialResume.$Properties;
    }

    /**
     * Properties of a CredentialCosign.
     * @deprecated Use cartorio.CredentialCosign.$Properties instead.
     */
    interface ICredentialCosign extends cartorio.CredentialCosign.$Properties {
    }

    /** Represents a CredentialCosign. */
    class CredentialCosign {

        /**
         * Constructs a new CredentialCosign.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialCosign.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialCosign issuer. */
        issuer: string;

        /** CredentialCosign hash. */
        hash: Uint8Array;

        /** CredentialCosign cosigner. */
        cosigner: string;

        /** CredentialCosign recordHash. */
        recordHash: Uint8Array;

        /**
         * Encodes the specified CredentialCosign message. Does not implicitly {@link cartorio.CredentialCosign.verify|verify} messages.
         * @param message CredentialCosign message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialCosign.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialCosign message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialCosign & cartorio.CredentialCosign.$Shape} CredentialCosign
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialCosign & cartorio.CredentialCosign.$Shape;
    }

    namespace CredentialCosign {

        /** Properties of a CredentialCosign. */
        interface $Properties {

            /** CredentialCosign issuer */
            issuer?: (string|null);

            /** CredentialCosign hash */
            hash?: (Uint8Array|null);

            /** CredentialCosign cosigner */
            cosigner?: (string|null);

            /** CredentialCosign recordHash */
            recordHash?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialCosign. */
        type $Shape = cartorio.CredentialCosign.$Properties;
    }

    /**
     * Properties of a CredentialLog.
     * @deprecated Use cartorio.CredentialLog.$Properties instead.
     */
    interface ICredentialLog extends cartorio.CredentialLog.$Properties {
    }

    /** Represents a CredentialLog. */
    class CredentialLog {

        /**
         * Constructs a new CredentialLog.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialLog.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialLog issuer. */
        issuer: string;

        /** CredentialLog hash. */
        hash: Uint8Array;

        /** CredentialLog by. */
        by: string;

        /** CredentialLog entry. */
        entry: Uint8Array;

        /** CredentialLog code. */
        code: number;

        /** CredentialLog expectedSequence. */
        expectedSequence: number;

        /**
         * Encodes the specified CredentialLog message. Does not implicitly {@link cartorio.CredentialLog.verify|verify} messages.
         * @param message CredentialLog message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialLog.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialLog message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialLog & cartorio.CredentialLog.$Shape} CredentialLog
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialLog & cartorio.CredentialLog.$Shape;
    }

    namespace CredentialLog {

        /** Properties of a CredentialLog. */
        interface $Properties {

            /** CredentialLog issuer */
            issuer?: (string|null);

            /** CredentialLog hash */
            hash?: (Uint8Array|null);

            /** CredentialLog by */
            by?: (string|null);

            /** CredentialLog entry */
            entry?: (Uint8Array|null);

            /** CredentialLog code */
            code?: (number|null);

            /** CredentialLog expectedSequence */
            expectedSequence?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialLog. */
        type $Shape = cartorio.CredentialLog.$Properties;
    }

    /**
     * Properties of an IssuerUpdate.
     * @deprecated Use cartorio.IssuerUpdate.$Properties instead.
     */
    interface IIssuerUpdate extends cartorio.IssuerUpdate.$Properties {
    }

    /** Represents an IssuerUpdate. */
    class IssuerUpdate {

        /**
         * Constructs a new IssuerUpdate.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.IssuerUpdate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** IssuerUpdate issuer. */
        issuer: string;

        /** IssuerUpdate expectedSequence. */
        expectedSequence: number;

        /** IssuerUpdate revokers. */
        revokers: string[];

        /** IssuerUpdate successor. */
        successor: string;

        /** IssuerUpdate anchorRequiredSince. */
        anchorRequiredSince: number;

        /**
         * Encodes the specified IssuerUpdate message. Does not implicitly {@link cartorio.IssuerUpdate.verify|verify} messages.
         * @param message IssuerUpdate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.IssuerUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an IssuerUpdate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.IssuerUpdate & cartorio.IssuerUpdate.$Shape} IssuerUpdate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.IssuerUpdate & cartorio.IssuerUpdate.$Shape;
    }

    namespace IssuerUpdate {

        /** Properties of an IssuerUpdate. */
        interface $Properties {

            /** IssuerUpdate issuer */
            issuer?: (string|null);

            /** IssuerUpdate expectedSequence */
            expectedSequence?: (number|null);

            /** IssuerUpdate revokers */
            revokers?: (string[]|null);

            /** IssuerUpdate successor */
            successor?: (string|null);

            /** IssuerUpdate anchorRequiredSince */
            anchorRequiredSince?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an IssuerUpdate. */
        type $Shape = cartorio.IssuerUpdate.$Properties;
    }

    /**
     * Properties of a CredentialAnchorRecord.
     * @deprecated Use cartorio.CredentialAnchorRecord.$Properties instead.
     */
    interface ICredentialAnchorRecord extends cartorio.CredentialAnchorRecord.$Properties {
    }

    /** Represents a CredentialAnchorRecord. */
    class CredentialAnchorRecord {

        /**
         * Constructs a new CredentialAnchorRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialAnchorRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialAnchorRecord format. */
        format: number;

        /** CredentialAnchorRecord kind. */
        kind: number;

        /** CredentialAnchorRecord treeSize. */
        treeSize: number;

        /** CredentialAnchorRecord time. */
        time: number;

        /** CredentialAnchorRecord height. */
        height: number;

        /** CredentialAnchorRecord issuerVersion. */
        issuerVersion: number;

        /** CredentialAnchorRecord cosigners. */
        cosigners: string[];

        /** CredentialAnchorRecord multikey. */
        multikey: Uint8Array;

        /** CredentialAnchorRecord accreditation. */
        accreditation: number;

        /**
         * Encodes the specified CredentialAnchorRecord message. Does not implicitly {@link cartorio.CredentialAnchorRecord.verify|verify} messages.
         * @param message CredentialAnchorRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialAnchorRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialAnchorRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialAnchorRecord & cartorio.CredentialAnchorRecord.$Shape} CredentialAnchorRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialAnchorRecord & cartorio.CredentialAnchorRecord.$Shape;
    }

    namespace CredentialAnchorRecord {

        /** Properties of a CredentialAnchorRecord. */
        interface $Properties {

            /** CredentialAnchorRecord format */
            format?: (number|null);

            /** CredentialAnchorRecord kind */
            kind?: (number|null);

            /** CredentialAnchorRecord treeSize */
            treeSize?: (number|null);

            /** CredentialAnchorRecord time */
            time?: (number|null);

            /** CredentialAnchorRecord height */
            height?: (number|null);

            /** CredentialAnchorRecord issuerVersion */
            issuerVersion?: (number|null);

            /** CredentialAnchorRecord cosigners */
            cosigners?: (string[]|null);

            /** CredentialAnchorRecord multikey */
            multikey?: (Uint8Array|null);

            /** CredentialAnchorRecord accreditation */
            accreditation?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialAnchorRecord. */
        type $Shape = cartorio.CredentialAnchorRecord.$Properties;
    }

    /**
     * Properties of a StatusInterval.
     * @deprecated Use cartorio.StatusInterval.$Properties instead.
     */
    interface IStatusInterval extends cartorio.StatusInterval.$Properties {
    }

    /** Represents a StatusInterval. */
    class StatusInterval {

        /**
         * Constructs a new StatusInterval.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.StatusInterval.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StatusInterval status. */
        status: number;

        /** StatusInterval from. */
        from: number;

        /** StatusInterval to. */
        to: number;

        /** StatusInterval reason. */
        reason: number;

        /** StatusInterval by. */
        by: string;

        /** StatusInterval role. */
        role: number;

        /**
         * Encodes the specified StatusInterval message. Does not implicitly {@link cartorio.StatusInterval.verify|verify} messages.
         * @param message StatusInterval message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.StatusInterval.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusInterval message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.StatusInterval & cartorio.StatusInterval.$Shape} StatusInterval
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.StatusInterval & cartorio.StatusInterval.$Shape;
    }

    namespace StatusInterval {

        /** Properties of a StatusInterval. */
        interface $Properties {

            /** StatusInterval status */
            status?: (number|null);

            /** StatusInterval from */
            from?: (number|null);

            /** StatusInterval to */
            to?: (number|null);

            /** StatusInterval reason */
            reason?: (number|null);

            /** StatusInterval by */
            by?: (string|null);

            /** StatusInterval role */
            role?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusInterval. */
        type $Shape = cartorio.StatusInterval.$Properties;
    }

    /**
     * Properties of a CredentialStatusRecord.
     * @deprecated Use cartorio.CredentialStatusRecord.$Properties instead.
     */
    interface ICredentialStatusRecord extends cartorio.CredentialStatusRecord.$Properties {
    }

    /** Represents a CredentialStatusRecord. */
    class CredentialStatusRecord {

        /**
         * Constructs a new CredentialStatusRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialStatusRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialStatusRecord format. */
        format: number;

        /** CredentialStatusRecord status. */
        status: number;

        /** CredentialStatusRecord sequence. */
        sequence: number;

        /** CredentialStatusRecord intervals. */
        intervals: cartorio.StatusInterval.$Properties[];

        /**
         * Encodes the specified CredentialStatusRecord message. Does not implicitly {@link cartorio.CredentialStatusRecord.verify|verify} messages.
         * @param message CredentialStatusRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialStatusRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialStatusRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialStatusRecord & cartorio.CredentialStatusRecord.$Shape} CredentialStatusRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialStatusRecord & cartorio.CredentialStatusRecord.$Shape;
    }

    namespace CredentialStatusRecord {

        /** Properties of a CredentialStatusRecord. */
        interface $Properties {

            /** CredentialStatusRecord format */
            format?: (number|null);

            /** CredentialStatusRecord status */
            status?: (number|null);

            /** CredentialStatusRecord sequence */
            sequence?: (number|null);

            /** CredentialStatusRecord intervals */
            intervals?: (cartorio.StatusInterval.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialStatusRecord. */
        type $Shape = cartorio.CredentialStatusRecord.$Properties;
    }

    /**
     * Properties of a CredentialCosignRecord.
     * @deprecated Use cartorio.CredentialCosignRecord.$Properties instead.
     */
    interface ICredentialCosignRecord extends cartorio.CredentialCosignRecord.$Properties {
    }

    /** Represents a CredentialCosignRecord. */
    class CredentialCosignRecord {

        /**
         * Constructs a new CredentialCosignRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialCosignRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialCosignRecord format. */
        format: number;

        /** CredentialCosignRecord time. */
        time: number;

        /** CredentialCosignRecord height. */
        height: number;

        /** CredentialCosignRecord recordHash. */
        recordHash: Uint8Array;

        /** CredentialCosignRecord multikey. */
        multikey: Uint8Array;

        /**
         * Encodes the specified CredentialCosignRecord message. Does not implicitly {@link cartorio.CredentialCosignRecord.verify|verify} messages.
         * @param message CredentialCosignRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialCosignRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialCosignRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialCosignRecord & cartorio.CredentialCosignRecord.$Shape} CredentialCosignRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialCosignRecord & cartorio.CredentialCosignRecord.$Shape;
    }

    namespace CredentialCosignRecord {

        /** Properties of a CredentialCosignRecord. */
        interface $Properties {

            /** CredentialCosignRecord format */
            format?: (number|null);

            /** CredentialCosignRecord time */
            time?: (number|null);

            /** CredentialCosignRecord height */
            height?: (number|null);

            /** CredentialCosignRecord recordHash */
            recordHash?: (Uint8Array|null);

            /** CredentialCosignRecord multikey */
            multikey?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialCosignRecord. */
        type $Shape = cartorio.CredentialCosignRecord.$Properties;
    }

    /**
     * Properties of a CredentialLogHeadRecord.
     * @deprecated Use cartorio.CredentialLogHeadRecord.$Properties instead.
     */
    interface ICredentialLogHeadRecord extends cartorio.CredentialLogHeadRecord.$Properties {
    }

    /** Represents a CredentialLogHeadRecord. */
    class CredentialLogHeadRecord {

        /**
         * Constructs a new CredentialLogHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialLogHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialLogHeadRecord format. */
        format: number;

        /** CredentialLogHeadRecord count. */
        count: number;

        /**
         * Encodes the specified CredentialLogHeadRecord message. Does not implicitly {@link cartorio.CredentialLogHeadRecord.verify|verify} messages.
         * @param message CredentialLogHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialLogHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialLogHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialLogHeadRecord & cartorio.CredentialLogHeadRecord.$Shape} CredentialLogHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialLogHeadRecord & cartorio.CredentialLogHeadRecord.$Shape;
    }

    namespace CredentialLogHeadRecord {

        /** Properties of a CredentialLogHeadRecord. */
        interface $Properties {

            /** CredentialLogHeadRecord format */
            format?: (number|null);

            /** CredentialLogHeadRecord count */
            count?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialLogHeadRecord. */
        type $Shape = cartorio.CredentialLogHeadRecord.$Properties;
    }

    /**
     * Properties of a CredentialLogRecord.
     * @deprecated Use cartorio.CredentialLogRecord.$Properties instead.
     */
    interface ICredentialLogRecord extends cartorio.CredentialLogRecord.$Properties {
    }

    /** Represents a CredentialLogRecord. */
    class CredentialLogRecord {

        /**
         * Constructs a new CredentialLogRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.CredentialLogRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** CredentialLogRecord format. */
        format: number;

        /** CredentialLogRecord time. */
        time: number;

        /** CredentialLogRecord height. */
        height: number;

        /** CredentialLogRecord by. */
        by: string;

        /** CredentialLogRecord entry. */
        entry: Uint8Array;

        /** CredentialLogRecord code. */
        code: number;

        /**
         * Encodes the specified CredentialLogRecord message. Does not implicitly {@link cartorio.CredentialLogRecord.verify|verify} messages.
         * @param message CredentialLogRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.CredentialLogRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a CredentialLogRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.CredentialLogRecord & cartorio.CredentialLogRecord.$Shape} CredentialLogRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.CredentialLogRecord & cartorio.CredentialLogRecord.$Shape;
    }

    namespace CredentialLogRecord {

        /** Properties of a CredentialLogRecord. */
        interface $Properties {

            /** CredentialLogRecord format */
            format?: (number|null);

            /** CredentialLogRecord time */
            time?: (number|null);

            /** CredentialLogRecord height */
            height?: (number|null);

            /** CredentialLogRecord by */
            by?: (string|null);

            /** CredentialLogRecord entry */
            entry?: (Uint8Array|null);

            /** CredentialLogRecord code */
            code?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a CredentialLogRecord. */
        type $Shape = cartorio.CredentialLogRecord.$Properties;
    }

    /**
     * Properties of an IssuerProfileRecord.
     * @deprecated Use cartorio.IssuerProfileRecord.$Properties instead.
     */
    interface IIssuerProfileRecord extends cartorio.IssuerProfileRecord.$Properties {
    }

    /** Represents an IssuerProfileRecord. */
    class IssuerProfileRecord {

        /**
         * Constructs a new IssuerProfileRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.IssuerProfileRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** IssuerProfileRecord format. */
        format: number;

        /** IssuerProfileRecord sequence. */
        sequence: number;

        /** IssuerProfileRecord revokers. */
        revokers: string[];

        /** IssuerProfileRecord successor. */
        successor: string;

        /** IssuerProfileRecord anchorRequiredSince. */
        anchorRequiredSince: number;

        /** IssuerProfileRecord time. */
        time: number;

        /** IssuerProfileRecord height. */
        height: number;

        /**
         * Encodes the specified IssuerProfileRecord message. Does not implicitly {@link cartorio.IssuerProfileRecord.verify|verify} messages.
         * @param message IssuerProfileRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.IssuerProfileRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an IssuerProfileRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.IssuerProfileRecord & cartorio.IssuerProfileRecord.$Shape} IssuerProfileRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.IssuerProfileRecord & cartorio.IssuerProfileRecord.$Shape;
    }

    namespace IssuerProfileRecord {

        /** Properties of an IssuerProfileRecord. */
        interface $Properties {

            /** IssuerProfileRecord format */
            format?: (number|null);

            /** IssuerProfileRecord sequence */
            sequence?: (number|null);

            /** IssuerProfileRecord revokers */
            revokers?: (string[]|null);

            /** IssuerProfileRecord successor */
            successor?: (string|null);

            /** IssuerProfileRecord anchorRequiredSince */
            anchorRequiredSince?: (number|null);

            /** IssuerProfileRecord time */
            time?: (number|null);

            /** IssuerProfileRecord height */
            height?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an IssuerProfileRecord. */
        type $Shape = cartorio.IssuerProfileRecord.$Properties;
    }

    /**
     * Properties of an ExchangeReceipts.
     * @deprecated Use cartorio.ExchangeReceipts.$Properties instead.
     */
    interface IExchangeReceipts extends cartorio.ExchangeReceipts.$Properties {
    }

    /** Represents an ExchangeReceipts. */
    class ExchangeReceipts {

        /**
         * Constructs a new ExchangeReceipts.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ExchangeReceipts.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ExchangeReceipts party. */
        party: string;

        /** ExchangeReceipts expectedSequence. */
        expectedSequence: number;

        /** ExchangeReceipts root. */
        root: Uint8Array;

        /** ExchangeReceipts from. */
        from: number;

        /** ExchangeReceipts to. */
        to: number;

        /**
         * Encodes the specified ExchangeReceipts message. Does not implicitly {@link cartorio.ExchangeReceipts.verify|verify} messages.
         * @param message ExchangeReceipts message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ExchangeReceipts.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an ExchangeReceipts message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ExchangeReceipts & cartorio.ExchangeReceipts.$Shape} ExchangeReceipts
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ExchangeReceipts & cartorio.ExchangeReceipts.$Shape;
    }

    namespace ExchangeReceipts {

        /** Properties of an ExchangeReceipts. */
        interface $Properties {

            /** ExchangeReceipts party */
            party?: (string|null);

            /** ExchangeReceipts expectedSequence */
            expectedSequence?: (number|null);

            /** ExchangeReceipts root */
            root?: (Uint8Array|null);

            /** ExchangeReceipts from */
            from?: (number|null);

            /** ExchangeReceipts to */
            to?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an ExchangeReceipts. */
        type $Shape = cartorio.ExchangeReceipts.$Properties;
    }

    /**
     * Properties of an ExchangeHeadRecord.
     * @deprecated Use cartorio.ExchangeHeadRecord.$Properties instead.
     */
    interface IExchangeHeadRecord extends cartorio.ExchangeHeadRecord.$Properties {
    }

    /** Represents an ExchangeHeadRecord. */
    class ExchangeHeadRecord {

        /**
         * Constructs a new ExchangeHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ExchangeHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ExchangeHeadRecord format. */
        format: number;

        /** ExchangeHeadRecord count. */
        count: number;

        /**
         * Encodes the specified ExchangeHeadRecord message. Does not implicitly {@link cartorio.ExchangeHeadRecord.verify|verify} messages.
         * @param message ExchangeHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ExchangeHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an ExchangeHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ExchangeHeadRecord & cartorio.ExchangeHeadRecord.$Shape} ExchangeHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ExchangeHeadRecord & cartorio.ExchangeHeadRecord.$Shape;
    }

    namespace ExchangeHeadRecord {

        /** Properties of an ExchangeHeadRecord. */
        interface $Properties {

            /** ExchangeHeadRecord format */
            format?: (number|null);

            /** ExchangeHeadRecord count */
            count?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an ExchangeHeadRecord. */
        type $Shape = cartorio.ExchangeHeadRecord.$Properties;
    }

    /**
     * Properties of an ExchangeReceiptsRecord.
     * @deprecated Use cartorio.ExchangeReceiptsRecord.$Properties instead.
     */
    interface IExchangeReceiptsRecord extends cartorio.ExchangeReceiptsRecord.$Properties {
    }

    /** Represents an ExchangeReceiptsRecord. */
    class ExchangeReceiptsRecord {

        /**
         * Constructs a new ExchangeReceiptsRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ExchangeReceiptsRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ExchangeReceiptsRecord format. */
        format: number;

        /** ExchangeReceiptsRecord root. */
        root: Uint8Array;

        /** ExchangeReceiptsRecord from. */
        from: number;

        /** ExchangeReceiptsRecord to. */
        to: number;

        /** ExchangeReceiptsRecord time. */
        time: number;

        /** ExchangeReceiptsRecord height. */
        height: number;

        /**
         * Encodes the specified ExchangeReceiptsRecord message. Does not implicitly {@link cartorio.ExchangeReceiptsRecord.verify|verify} messages.
         * @param message ExchangeReceiptsRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ExchangeReceiptsRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an ExchangeReceiptsRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ExchangeReceiptsRecord & cartorio.ExchangeReceiptsRecord.$Shape} ExchangeReceiptsRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ExchangeReceiptsRecord & cartorio.ExchangeReceiptsRecord.$Shape;
    }

    namespace ExchangeReceiptsRecord {

        /** Properties of an ExchangeReceiptsRecord. */
        interface $Properties {

            /** ExchangeReceiptsRecord format */
            format?: (number|null);

            /** ExchangeReceiptsRecord root */
            root?: (Uint8Array|null);

            /** ExchangeReceiptsRecord from */
            from?: (number|null);

            /** ExchangeReceiptsRecord to */
            to?: (number|null);

            /** ExchangeReceiptsRecord time */
            time?: (number|null);

            /** ExchangeReceiptsRecord height */
            height?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an ExchangeReceiptsRecord. */
        type $Shape = cartorio.ExchangeReceiptsRecord.$Properties;
    }

    /**
     * Properties of a Genesis.
     * @deprecated Use cartorio.Genesis.$Properties instead.
     */
    interface IGenesis extends cartorio.Genesis.$Properties {
    }

    /** Represents a Genesis. */
    class Genesis {

        /**
         * Constructs a new Genesis.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Genesis.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Genesis format. */
        format: number;

        /** Genesis network. */
        network: string;

        /** Genesis time. */
        time: number;

        /** Genesis parameters. */
        parameters?: (cartorio.Parameters.$Properties|null);

        /** Genesis dids. */
        dids: cartorio.GenesisDid.$Properties[];

        /** Genesis members. */
        members: cartorio.GenesisMember.$Properties[];

        /** Genesis validators. */
        validators: cartorio.Validator.$Properties[];

        /** Genesis observers. */
        observers: Uint8Array[];

        /**
         * Encodes the specified Genesis message. Does not implicitly {@link cartorio.Genesis.verify|verify} messages.
         * @param message Genesis message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Genesis.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Genesis message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Genesis & cartorio.Genesis.$Shape} Genesis
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Genesis & cartorio.Genesis.$Shape;
    }

    namespace Genesis {

        /** Properties of a Genesis. */
        interface $Properties {

            /** Genesis format */
            format?: (number|null);

            /** Genesis network */
            network?: (string|null);

            /** Genesis time */
            time?: (number|null);

            /** Genesis parameters */
            parameters?: (cartorio.Parameters.$Properties|null);

            /** Genesis dids */
            dids?: (cartorio.GenesisDid.$Properties[]|null);

            /** Genesis members */
            members?: (cartorio.GenesisMember.$Properties[]|null);

            /** Genesis validators */
            validators?: (cartorio.Validator.$Properties[]|null);

            /** Genesis observers */
            observers?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Genesis. */
        type $Shape = cartorio.Genesis.$Properties;
    }

    /**
     * Properties of a GenesisDid.
     * @deprecated Use cartorio.GenesisDid.$Properties instead.
     */
    interface IGenesisDid extends cartorio.GenesisDid.$Properties {
    }

    /** Represents a GenesisDid. */
    class GenesisDid {

        /**
         * Constructs a new GenesisDid.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GenesisDid.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GenesisDid create. */
        create: Uint8Array;

        /** GenesisDid keys. */
        keys: Uint8Array[];

        /** GenesisDid signatures. */
        signatures: Uint8Array[];

        /**
         * Encodes the specified GenesisDid message. Does not implicitly {@link cartorio.GenesisDid.verify|verify} messages.
         * @param message GenesisDid message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GenesisDid.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GenesisDid message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GenesisDid & cartorio.GenesisDid.$Shape} GenesisDid
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GenesisDid & cartorio.GenesisDid.$Shape;
    }

    namespace GenesisDid {

        /** Properties of a GenesisDid. */
        interface $Properties {

            /** GenesisDid create */
            create?: (Uint8Array|null);

            /** GenesisDid keys */
            keys?: (Uint8Array[]|null);

            /** GenesisDid signatures */
            signatures?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GenesisDid. */
        type $Shape = cartorio.GenesisDid.$Properties;
    }

    /**
     * Properties of a GenesisMember.
     * @deprecated Use cartorio.GenesisMember.$Properties instead.
     */
    interface IGenesisMember extends cartorio.GenesisMember.$Properties {
    }

    /** Represents a GenesisMember. */
    class GenesisMember {

        /**
         * Constructs a new GenesisMember.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GenesisMember.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GenesisMember did. */
        did: string;

        /** GenesisMember name. */
        name: string;

        /** GenesisMember weight. */
        weight: number;

        /**
         * Encodes the specified GenesisMember message. Does not implicitly {@link cartorio.GenesisMember.verify|verify} messages.
         * @param message GenesisMember message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GenesisMember.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GenesisMember message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GenesisMember & cartorio.GenesisMember.$Shape} GenesisMember
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GenesisMember & cartorio.GenesisMember.$Shape;
    }

    namespace GenesisMember {

        /** Properties of a GenesisMember. */
        interface $Properties {

            /** GenesisMember did */
            did?: (string|null);

            /** GenesisMember name */
            name?: (string|null);

            /** GenesisMember weight */
            weight?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GenesisMember. */
        type $Shape = cartorio.GenesisMember.$Properties;
    }

    /**
     * Properties of a Parameters.
     * @deprecated Use cartorio.Parameters.$Properties instead.
     */
    interface IParameters extends cartorio.Parameters.$Properties {
    }

    /** Represents a Parameters. */
    class Parameters {

        /**
         * Constructs a new Parameters.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Parameters.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Parameters protocolVersion. */
        protocolVersion: number;

        /** Parameters maxBlockBytes. */
        maxBlockBytes: number;

        /** Parameters maxBlockCost. */
        maxBlockCost: number;

        /** Parameters maxBlockTransactions. */
        maxBlockTransactions: number;

        /** Parameters sponsorSharePercent. */
        sponsorSharePercent: number;

        /** Parameters longLivedPerSponsorDay. */
        longLivedPerSponsorDay: number;

        /** Parameters baseTimeoutMs. */
        baseTimeoutMs: number;

        /** Parameters maxTimeoutMs. */
        maxTimeoutMs: number;

        /** Parameters maxClockDriftMs. */
        maxClockDriftMs: number;

        /** Parameters heartbeatIntervalMs. */
        heartbeatIntervalMs: number;

        /** Parameters rotationBlocks. */
        rotationBlocks: number;

        /** Parameters rotationTimeMs. */
        rotationTimeMs: number;

        /**
         * Encodes the specified Parameters message. Does not implicitly {@link cartorio.Parameters.verify|verify} messages.
         * @param message Parameters message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Parameters.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Parameters message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Parameters & cartorio.Parameters.$Shape} Parameters
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Parameters & cartorio.Parameters.$Shape;
    }

    namespace Parameters {

        /** Properties of a Parameters. */
        interface $Properties {

            /** Parameters protocolVersion */
            protocolVersion?: (number|null);

            /** Parameters maxBlockBytes */
            maxBlockBytes?: (number|null);

            /** Parameters maxBlockCost */
            maxBlockCost?: (number|null);

            /** Parameters maxBlockTransactions */
            maxBlockTransactions?: (number|null);

            /** Parameters sponsorSharePercent */
            sponsorSharePercent?: (number|null);

            /** Parameters longLivedPerSponsorDay */
            longLivedPerSponsorDay?: (number|null);

            /** Parameters baseTimeoutMs */
            baseTimeoutMs?: (number|null);

            /** Parameters maxTimeoutMs */
            maxTimeoutMs?: (number|null);

            /** Parameters maxClockDriftMs */
            maxClockDriftMs?: (number|null);

            /** Parameters heartbeatIntervalMs */
            heartbeatIntervalMs?: (number|null);

            /** Parameters rotationBlocks */
            rotationBlocks?: (number|null);

            /** Parameters rotationTimeMs */
            rotationTimeMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Parameters. */
        type $Shape = cartorio.Parameters.$Properties;
    }

    /**
     * Properties of a GenesisSignature.
     * @deprecated Use cartorio.GenesisSignature.$Properties instead.
     */
    interface IGenesisSignature extends cartorio.GenesisSignature.$Properties {
    }

    /** Represents a GenesisSignature. */
    class GenesisSignature {

        /**
         * Constructs a new GenesisSignature.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GenesisSignature.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GenesisSignature did. */
        did: string;

        /** GenesisSignature multikey. */
        multikey: Uint8Array;

        /** GenesisSignature signature. */
        signature: Uint8Array;

        /**
         * Encodes the specified GenesisSignature message. Does not implicitly {@link cartorio.GenesisSignature.verify|verify} messages.
         * @param message GenesisSignature message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GenesisSignature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GenesisSignature message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GenesisSignature & cartorio.GenesisSignature.$Shape} GenesisSignature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GenesisSignature & cartorio.GenesisSignature.$Shape;
    }

    namespace GenesisSignature {

        /** Properties of a GenesisSignature. */
        interface $Properties {

            /** GenesisSignature did */
            did?: (string|null);

            /** GenesisSignature multikey */
            multikey?: (Uint8Array|null);

            /** GenesisSignature signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GenesisSignature. */
        type $Shape = cartorio.GenesisSignature.$Properties;
    }

    /**
     * Properties of a GovernancePropose.
     * @deprecated Use cartorio.GovernancePropose.$Properties instead.
     */
    interface IGovernancePropose extends cartorio.GovernancePropose.$Properties {
    }

    /** Represents a GovernancePropose. */
    class GovernancePropose {

        /**
         * Constructs a new GovernancePropose.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GovernancePropose.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GovernancePropose proposer. */
        proposer: string;

        /** GovernancePropose nonce. */
        nonce: Uint8Array;

        /** GovernancePropose expires. */
        expires: number;

        /** GovernancePropose action. */
        action?: (cartorio.GovernanceAction.$Properties|null);

        /**
         * Encodes the specified GovernancePropose message. Does not implicitly {@link cartorio.GovernancePropose.verify|verify} messages.
         * @param message GovernancePropose message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GovernancePropose.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GovernancePropose message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GovernancePropose & cartorio.GovernancePropose.$Shape} GovernancePropose
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GovernancePropose & cartorio.GovernancePropose.$Shape;
    }

    namespace GovernancePropose {

        /** Properties of a GovernancePropose. */
        interface $Properties {

            /** GovernancePropose proposer */
            proposer?: (string|null);

            /** GovernancePropose nonce */
            nonce?: (Uint8Array|null);

            /** GovernancePropose expires */
            expires?: (number|null);

            /** GovernancePropose action */
            action?: (cartorio.GovernanceAction.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GovernancePropose. */
        type $Shape = {
          proposer?: string|null;
          nonce?: Uint8Array|null;
          expires?: number|null;
          action?: cartorio.GovernanceAction.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a GovernanceVote.
     * @deprecated Use cartorio.GovernanceVote.$Properties instead.
     */
    interface IGovernanceVote extends cartorio.GovernanceVote.$Properties {
    }

    /** Represents a GovernanceVote. */
    class GovernanceVote {

        /**
         * Constructs a new GovernanceVote.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GovernanceVote.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GovernanceVote voter. */
        voter: string;

        /** GovernanceVote proposal. */
        proposal: Uint8Array;

        /** GovernanceVote approve. */
        approve: boolean;

        /**
         * Encodes the specified GovernanceVote message. Does not implicitly {@link cartorio.GovernanceVote.verify|verify} messages.
         * @param message GovernanceVote message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GovernanceVote.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GovernanceVote message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GovernanceVote & cartorio.GovernanceVote.$Shape} GovernanceVote
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GovernanceVote & cartorio.GovernanceVote.$Shape;
    }

    namespace GovernanceVote {

        /** Properties of a GovernanceVote. */
        interface $Properties {

            /** GovernanceVote voter */
            voter?: (string|null);

            /** GovernanceVote proposal */
            proposal?: (Uint8Array|null);

            /** GovernanceVote approve */
            approve?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GovernanceVote. */
        type $Shape = cartorio.GovernanceVote.$Properties;
    }

    /**
     * Properties of a GovernanceWithdraw.
     * @deprecated Use cartorio.GovernanceWithdraw.$Properties instead.
     */
    interface IGovernanceWithdraw extends cartorio.GovernanceWithdraw.$Properties {
    }

    /** Represents a GovernanceWithdraw. */
    class GovernanceWithdraw {

        /**
         * Constructs a new GovernanceWithdraw.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GovernanceWithdraw.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GovernanceWithdraw proposer. */
        proposer: string;

        /** GovernanceWithdraw proposal. */
        proposal: Uint8Array;

        /**
         * Encodes the specified GovernanceWithdraw message. Does not implicitly {@link cartorio.GovernanceWithdraw.verify|verify} messages.
         * @param message GovernanceWithdraw message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GovernanceWithdraw.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GovernanceWithdraw message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GovernanceWithdraw & cartorio.GovernanceWithdraw.$Shape} GovernanceWithdraw
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GovernanceWithdraw & cartorio.GovernanceWithdraw.$Shape;
    }

    namespace GovernanceWithdraw {

        /** Properties of a GovernanceWithdraw. */
        interface $Properties {

            /** GovernanceWithdraw proposer */
            proposer?: (string|null);

            /** GovernanceWithdraw proposal */
            proposal?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GovernanceWithdraw. */
        type $Shape = cartorio.GovernanceWithdraw.$Properties;
    }

    /**
     * Properties of a GovernanceAction.
     * @deprecated Use cartorio.GovernanceAction.$Properties instead.
     */
    interface IGovernanceAction extends cartorio.GovernanceAction.$Properties {
    }

    /** Represents a GovernanceAction. */
    class GovernanceAction {

        /**
         * Constructs a new GovernanceAction.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GovernanceAction.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GovernanceAction member. */
        member?: (cartorio.MemberChange.$Properties|null);

        /** GovernanceAction validators. */
        validators?: (cartorio.ValidatorChange.$Properties|null);

        /** GovernanceAction parameters. */
        parameters?: (cartorio.ParametersChange.$Properties|null);

        /** GovernanceAction policy. */
        policy?: (cartorio.PolicyChange.$Properties|null);

        /** GovernanceAction rootAdd. */
        rootAdd?: (cartorio.RootAdd.$Properties|null);

        /** GovernanceAction rootEnd. */
        rootEnd?: (cartorio.RootEnd.$Properties|null);

        /** GovernanceAction freeze. */
        freeze?: (cartorio.Freeze.$Properties|null);

        /** GovernanceAction redact. */
        redact?: (cartorio.Redact.$Properties|null);

        /** GovernanceAction kind. */
        kind?: ("member"|"validators"|"parameters"|"policy"|"rootAdd"|"rootEnd"|"freeze"|"redact");

        /**
         * Encodes the specified GovernanceAction message. Does not implicitly {@link cartorio.GovernanceAction.verify|verify} messages.
         * @param message GovernanceAction message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GovernanceAction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GovernanceAction message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GovernanceAction & cartorio.GovernanceAction.$Shape} GovernanceAction
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GovernanceAction & cartorio.GovernanceAction.$Shape;
    }

    namespace GovernanceAction {

        /** Properties of a GovernanceAction. */
        interface $Properties {

            /** GovernanceAction member */
            member?: (cartorio.MemberChange.$Properties|null);

            /** GovernanceAction validators */
            validators?: (cartorio.ValidatorChange.$Properties|null);

            /** GovernanceAction parameters */
            parameters?: (cartorio.ParametersChange.$Properties|null);

            /** GovernanceAction policy */
            policy?: (cartorio.PolicyChange.$Properties|null);

            /** GovernanceAction rootAdd */
            rootAdd?: (cartorio.RootAdd.$Properties|null);

            /** GovernanceAction rootEnd */
            rootEnd?: (cartorio.RootEnd.$Properties|null);

            /** GovernanceAction freeze */
            freeze?: (cartorio.Freeze.$Properties|null);

            /** GovernanceAction redact */
            redact?: (cartorio.Redact.$Properties|null);

            /** GovernanceAction kind */
            kind?: ("member"|"validators"|"parameters"|"policy"|"rootAdd"|"rootEnd"|"freeze"|"redact");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a GovernanceAction. */
        type $Shape = {
          member?: cartorio.MemberChange.$Shape|null;
          validators?: cartorio.ValidatorChange.$Shape|null;
          parameters?: cartorio.ParametersChange.$Shape|null;
          policy?: cartorio.PolicyChange.$Shape|null;
          rootAdd?: cartorio.RootAdd.$Shape|null;
          rootEnd?: cartorio.RootEnd.$Shape|null;
          freeze?: cartorio.Freeze.$Shape|null;
          redact?: cartorio.Redact.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ kind?: undefined; member?: null; validators?: null; parameters?: null; policy?: null; rootAdd?: null; rootEnd?: null; freeze?: null; redact?: null }|{ kind?: "member"; member: cartorio.MemberChange.$Shape; validators?: null; parameters?: null; policy?: null; rootAdd?: null; rootEnd?: null; freeze?: null; redact?: null }|{ kind?: "validators"; member?: null; validators: cartorio.ValidatorChange.$Shape; parameters?: null; policy?: null; rootAdd?: null; rootEnd?: null; freeze?: null; redact?: null }|{ kind?: "parameters"; member?: null; validators?: null; parameters: cartorio.ParametersChange.$Shape; policy?: null; rootAdd?: null; rootEnd?: null; freeze?: null; redact?: null }|{ kind?: "policy"; member?: null; validators?: null; parameters?: null; policy: cartorio.PolicyChange.$Shape; rootAdd?: null; rootEnd?: null; freeze?: null; redact?: null }|{ kind?: "rootAdd"; member?: null; validators?: null; parameters?: null; policy?: null; rootAdd: cartorio.RootAdd.$Shape; rootEnd?: null; freeze?: null; redact?: null }|{ kind?: "rootEnd"; member?: null; validators?: null; parameters?: null; policy?: null; rootAdd?: null; rootEnd: cartorio.RootEnd.$Shape; freeze?: null; redact?: null }|{ kind?: "freeze"; member?: null; validators?: null; parameters?: null; policy?: null; rootAdd?: null; rootEnd?: null; freeze: cartorio.Freeze.$Shape; redact?: null }|{ kind?: "redact"; member?: null; validators?: null; parameters?: null; policy?: null; rootAdd?: null; rootEnd?: null; freeze?: null; redact: cartorio.Redact.$Shape })
        );
    }

    /**
     * Properties of a MemberChange.
     * @deprecated Use cartorio.MemberChange.$Properties instead.
     */
    interface IMemberChange extends cartorio.MemberChange.$Properties {
    }

    /** Represents a MemberChange. */
    class MemberChange {

        /**
         * Constructs a new MemberChange.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.MemberChange.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MemberChange expectedVersion. */
        expectedVersion: number;

        /** MemberChange did. */
        did: string;

        /** MemberChange name. */
        name: string;

        /** MemberChange weight. */
        weight: number;

        /** MemberChange replaces. */
        replaces: string;

        /**
         * Encodes the specified MemberChange message. Does not implicitly {@link cartorio.MemberChange.verify|verify} messages.
         * @param message MemberChange message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.MemberChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MemberChange message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.MemberChange & cartorio.MemberChange.$Shape} MemberChange
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.MemberChange & cartorio.MemberChange.$Shape;
    }

    namespace MemberChange {

        /** Properties of a MemberChange. */
        interface $Properties {

            /** MemberChange expectedVersion */
            expectedVersion?: (number|null);

            /** MemberChange did */
            did?: (string|null);

            /** MemberChange name */
            name?: (string|null);

            /** MemberChange weight */
            weight?: (number|null);

            /** MemberChange replaces */
            replaces?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MemberChange. */
        type $Shape = cartorio.MemberChange.$Properties;
    }

    /**
     * Properties of a ParametersChange.
     * @deprecated Use cartorio.ParametersChange.$Properties instead.
     */
    interface IParametersChange extends cartorio.ParametersChange.$Properties {
    }

    /** Represents a ParametersChange. */
    class ParametersChange {

        /**
         * Constructs a new ParametersChange.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ParametersChange.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ParametersChange expectedVersion. */
        expectedVersion: number;

        /** ParametersChange expectedEpoch. */
        expectedEpoch: number;

        /** ParametersChange parameters. */
        parameters?: (cartorio.Parameters.$Properties|null);

        /**
         * Encodes the specified ParametersChange message. Does not implicitly {@link cartorio.ParametersChange.verify|verify} messages.
         * @param message ParametersChange message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ParametersChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ParametersChange message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ParametersChange & cartorio.ParametersChange.$Shape} ParametersChange
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ParametersChange & cartorio.ParametersChange.$Shape;
    }

    namespace ParametersChange {

        /** Properties of a ParametersChange. */
        interface $Properties {

            /** ParametersChange expectedVersion */
            expectedVersion?: (number|null);

            /** ParametersChange expectedEpoch */
            expectedEpoch?: (number|null);

            /** ParametersChange parameters */
            parameters?: (cartorio.Parameters.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ParametersChange. */
        type $Shape = cartorio.ParametersChange.$Properties;
    }

    /**
     * Properties of a PolicyChange.
     * @deprecated Use cartorio.PolicyChange.$Properties instead.
     */
    interface IPolicyChange extends cartorio.PolicyChange.$Properties {
    }

    /** Represents a PolicyChange. */
    class PolicyChange {

        /**
         * Constructs a new PolicyChange.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.PolicyChange.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PolicyChange expectedVersion. */
        expectedVersion: number;

        /** PolicyChange operation. */
        operation: number;

        /** PolicyChange policy. */
        policy?: (cartorio.Policy.$Properties|null);

        /**
         * Encodes the specified PolicyChange message. Does not implicitly {@link cartorio.PolicyChange.verify|verify} messages.
         * @param message PolicyChange message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.PolicyChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PolicyChange message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.PolicyChange & cartorio.PolicyChange.$Shape} PolicyChange
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.PolicyChange & cartorio.PolicyChange.$Shape;
    }

    namespace PolicyChange {

        /** Properties of a PolicyChange. */
        interface $Properties {

            /** PolicyChange expectedVersion */
            expectedVersion?: (number|null);

            /** PolicyChange operation */
            operation?: (number|null);

            /** PolicyChange policy */
            policy?: (cartorio.Policy.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PolicyChange. */
        type $Shape = cartorio.PolicyChange.$Properties;
    }

    /**
     * Properties of a Policy.
     * @deprecated Use cartorio.Policy.$Properties instead.
     */
    interface IPolicy extends cartorio.Policy.$Properties {
    }

    /** Represents a Policy. */
    class Policy {

        /**
         * Constructs a new Policy.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Policy.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Policy any. */
        any: cartorio.PolicyClause.$Properties[];

        /**
         * Encodes the specified Policy message. Does not implicitly {@link cartorio.Policy.verify|verify} messages.
         * @param message Policy message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Policy.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Policy message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Policy & cartorio.Policy.$Shape} Policy
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Policy & cartorio.Policy.$Shape;
    }

    namespace Policy {

        /** Properties of a Policy. */
        interface $Properties {

            /** Policy any */
            any?: (cartorio.PolicyClause.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Policy. */
        type $Shape = cartorio.Policy.$Properties;
    }

    /**
     * Properties of a PolicyClause.
     * @deprecated Use cartorio.PolicyClause.$Properties instead.
     */
    interface IPolicyClause extends cartorio.PolicyClause.$Properties {
    }

    /** Represents a PolicyClause. */
    class PolicyClause {

        /**
         * Constructs a new PolicyClause.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.PolicyClause.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PolicyClause all. */
        all: cartorio.PolicyCondition.$Properties[];

        /**
         * Encodes the specified PolicyClause message. Does not implicitly {@link cartorio.PolicyClause.verify|verify} messages.
         * @param message PolicyClause message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.PolicyClause.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PolicyClause message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.PolicyClause & cartorio.PolicyClause.$Shape} PolicyClause
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.PolicyClause & cartorio.PolicyClause.$Shape;
    }

    namespace PolicyClause {

        /** Properties of a PolicyClause. */
        interface $Properties {

            /** PolicyClause all */
            all?: (cartorio.PolicyCondition.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PolicyClause. */
        type $Shape = cartorio.PolicyClause.$Properties;
    }

    /**
     * Properties of a PolicyCondition.
     * @deprecated Use cartorio.PolicyCondition.$Properties instead.
     */
    interface IPolicyCondition extends cartorio.PolicyCondition.$Properties {
    }

    /** Represents a PolicyCondition. */
    class PolicyCondition {

        /**
         * Constructs a new PolicyCondition.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.PolicyCondition.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PolicyCondition role. */
        role: number;

        /** PolicyCondition count. */
        count: number;

        /** PolicyCondition self. */
        self: boolean;

        /** PolicyCondition sponsor. */
        sponsor: boolean;

        /**
         * Encodes the specified PolicyCondition message. Does not implicitly {@link cartorio.PolicyCondition.verify|verify} messages.
         * @param message PolicyCondition message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.PolicyCondition.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PolicyCondition message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.PolicyCondition & cartorio.PolicyCondition.$Shape} PolicyCondition
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.PolicyCondition & cartorio.PolicyCondition.$Shape;
    }

    namespace PolicyCondition {

        /** Properties of a PolicyCondition. */
        interface $Properties {

            /** PolicyCondition role */
            role?: (number|null);

            /** PolicyCondition count */
            count?: (number|null);

            /** PolicyCondition self */
            self?: (boolean|null);

            /** PolicyCondition sponsor */
            sponsor?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PolicyCondition. */
        type $Shape = cartorio.PolicyCondition.$Properties;
    }

    /**
     * Properties of a RootAdd.
     * @deprecated Use cartorio.RootAdd.$Properties instead.
     */
    interface IRootAdd extends cartorio.RootAdd.$Properties {
    }

    /** Represents a RootAdd. */
    class RootAdd {

        /**
         * Constructs a new RootAdd.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.RootAdd.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RootAdd expectedVersion. */
        expectedVersion: number;

        /** RootAdd domain. */
        domain: string;

        /** RootAdd subject. */
        subject: string;

        /** RootAdd actions. */
        actions: number;

        /** RootAdd scope. */
        scope?: (cartorio.Scope.$Properties|null);

        /** RootAdd depth. */
        depth: number;

        /** RootAdd validUntil. */
        validUntil: number;

        /**
         * Encodes the specified RootAdd message. Does not implicitly {@link cartorio.RootAdd.verify|verify} messages.
         * @param message RootAdd message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.RootAdd.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RootAdd message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.RootAdd & cartorio.RootAdd.$Shape} RootAdd
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.RootAdd & cartorio.RootAdd.$Shape;
    }

    namespace RootAdd {

        /** Properties of a RootAdd. */
        interface $Properties {

            /** RootAdd expectedVersion */
            expectedVersion?: (number|null);

            /** RootAdd domain */
            domain?: (string|null);

            /** RootAdd subject */
            subject?: (string|null);

            /** RootAdd actions */
            actions?: (number|null);

            /** RootAdd scope */
            scope?: (cartorio.Scope.$Properties|null);

            /** RootAdd depth */
            depth?: (number|null);

            /** RootAdd validUntil */
            validUntil?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RootAdd. */
        type $Shape = cartorio.RootAdd.$Properties;
    }

    /**
     * Properties of a RootEnd.
     * @deprecated Use cartorio.RootEnd.$Properties instead.
     */
    interface IRootEnd extends cartorio.RootEnd.$Properties {
    }

    /** Represents a RootEnd. */
    class RootEnd {

        /**
         * Constructs a new RootEnd.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.RootEnd.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RootEnd expectedVersion. */
        expectedVersion: number;

        /** RootEnd domain. */
        domain: string;

        /** RootEnd root. */
        root: number;

        /** RootEnd ended. */
        ended: number;

        /** RootEnd untrustedSince. */
        untrustedSince: number;

        /**
         * Encodes the specified RootEnd message. Does not implicitly {@link cartorio.RootEnd.verify|verify} messages.
         * @param message RootEnd message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.RootEnd.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RootEnd message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.RootEnd & cartorio.RootEnd.$Shape} RootEnd
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.RootEnd & cartorio.RootEnd.$Shape;
    }

    namespace RootEnd {

        /** Properties of a RootEnd. */
        interface $Properties {

            /** RootEnd expectedVersion */
            expectedVersion?: (number|null);

            /** RootEnd domain */
            domain?: (string|null);

            /** RootEnd root */
            root?: (number|null);

            /** RootEnd ended */
            ended?: (number|null);

            /** RootEnd untrustedSince */
            untrustedSince?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RootEnd. */
        type $Shape = cartorio.RootEnd.$Properties;
    }

    /**
     * Properties of a Freeze.
     * @deprecated Use cartorio.Freeze.$Properties instead.
     */
    interface IFreeze extends cartorio.Freeze.$Properties {
    }

    /** Represents a Freeze. */
    class Freeze {

        /**
         * Constructs a new Freeze.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Freeze.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Freeze did. */
        did: string;

        /** Freeze expectedUntil. */
        expectedUntil: number;

        /** Freeze until. */
        until: number;

        /**
         * Encodes the specified Freeze message. Does not implicitly {@link cartorio.Freeze.verify|verify} messages.
         * @param message Freeze message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Freeze.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Freeze message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Freeze & cartorio.Freeze.$Shape} Freeze
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Freeze & cartorio.Freeze.$Shape;
    }

    namespace Freeze {

        /** Properties of a Freeze. */
        interface $Properties {

            /** Freeze did */
            did?: (string|null);

            /** Freeze expectedUntil */
            expectedUntil?: (number|null);

            /** Freeze until */
            until?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Freeze. */
        type $Shape = cartorio.Freeze.$Properties;
    }

    /**
     * Properties of a Redact.
     * @deprecated Use cartorio.Redact.$Properties instead.
     */
    interface IRedact extends cartorio.Redact.$Properties {
    }

    /** Represents a Redact. */
    class Redact {

        /**
         * Constructs a new Redact.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Redact.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Redact did. */
        did: string;

        /** Redact version. */
        version: number;

        /** Redact schema. */
        schema: Uint8Array;

        /** Redact reason. */
        reason: number;

        /**
         * Encodes the specified Redact message. Does not implicitly {@link cartorio.Redact.verify|verify} messages.
         * @param message Redact message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Redact.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Redact message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Redact & cartorio.Redact.$Shape} Redact
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Redact & cartorio.Redact.$Shape;
    }

    namespace Redact {

        /** Properties of a Redact. */
        interface $Properties {

            /** Redact did */
            did?: (string|null);

            /** Redact version */
            version?: (number|null);

            /** Redact schema */
            schema?: (Uint8Array|null);

            /** Redact reason */
            reason?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Redact. */
        type $Shape = cartorio.Redact.$Properties;
    }

    /**
     * Properties of a GovernanceHeadRecord.
     * @deprecated Use cartorio.GovernanceHeadRecord.$Properties instead.
     */
    interface IGovernanceHeadRecord extends cartorio.GovernanceHeadRecord.$Properties {
    }

    /** Represents a GovernanceHeadRecord. */
    class GovernanceHeadRecord {

        /**
         * Constructs a new GovernanceHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GovernanceHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GovernanceHeadRecord format. */
        format: number;

        /** GovernanceHeadRecord count. */
        count: number;

        /**
         * Encodes the specified GovernanceHeadRecord message. Does not implicitly {@link cartorio.GovernanceHeadRecord.verify|verify} messages.
         * @param message GovernanceHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GovernanceHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GovernanceHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GovernanceHeadRecord & cartorio.GovernanceHeadRecord.$Shape} GovernanceHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GovernanceHeadRecord & cartorio.GovernanceHeadRecord.$Shape;
    }

    namespace GovernanceHeadRecord {

        /** Properties of a GovernanceHeadRecord. */
        interface $Properties {

            /** GovernanceHeadRecord format */
            format?: (number|null);

            /** GovernanceHeadRecord count */
            count?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GovernanceHeadRecord. */
        type $Shape = cartorio.GovernanceHeadRecord.$Properties;
    }

    /**
     * Properties of a GovernanceVoteRecord.
     * @deprecated Use cartorio.GovernanceVoteRecord.$Properties instead.
     */
    interface IGovernanceVoteRecord extends cartorio.GovernanceVoteRecord.$Properties {
    }

    /** Represents a GovernanceVoteRecord. */
    class GovernanceVoteRecord {

        /**
         * Constructs a new GovernanceVoteRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GovernanceVoteRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GovernanceVoteRecord member. */
        member: number;

        /** GovernanceVoteRecord approve. */
        approve: boolean;

        /** GovernanceVoteRecord time. */
        time: number;

        /**
         * Encodes the specified GovernanceVoteRecord message. Does not implicitly {@link cartorio.GovernanceVoteRecord.verify|verify} messages.
         * @param message GovernanceVoteRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GovernanceVoteRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GovernanceVoteRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GovernanceVoteRecord & cartorio.GovernanceVoteRecord.$Shape} GovernanceVoteRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GovernanceVoteRecord & cartorio.GovernanceVoteRecord.$Shape;
    }

    namespace GovernanceVoteRecord {

        /** Properties of a GovernanceVoteRecord. */
        interface $Properties {

            /** GovernanceVoteRecord member */
            member?: (number|null);

            /** GovernanceVoteRecord approve */
            approve?: (boolean|null);

            /** GovernanceVoteRecord time */
            time?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GovernanceVoteRecord. */
        type $Shape = cartorio.GovernanceVoteRecord.$Properties;
    }

    /**
     * Properties of a GovernanceProposalRecord.
     * @deprecated Use cartorio.GovernanceProposalRecord.$Properties instead.
     */
    interface IGovernanceProposalRecord extends cartorio.GovernanceProposalRecord.$Properties {
    }

    /** Represents a GovernanceProposalRecord. */
    class GovernanceProposalRecord {

        /**
         * Constructs a new GovernanceProposalRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GovernanceProposalRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GovernanceProposalRecord format. */
        format: number;

        /** GovernanceProposalRecord hash. */
        hash: Uint8Array;

        /** GovernanceProposalRecord proposer. */
        proposer: string;

        /** GovernanceProposalRecord action. */
        action?: (cartorio.GovernanceAction.$Properties|null);

        /** GovernanceProposalRecord time. */
        time: number;

        /** GovernanceProposalRecord height. */
        height: number;

        /** GovernanceProposalRecord expires. */
        expires: number;

        /** GovernanceProposalRecord status. */
        status: number;

        /** GovernanceProposalRecord decidedTime. */
        decidedTime: number;

        /** GovernanceProposalRecord decidedHeight. */
        decidedHeight: number;

        /** GovernanceProposalRecord code. */
        code: number;

        /** GovernanceProposalRecord votes. */
        votes: cartorio.GovernanceVoteRecord.$Properties[];

        /**
         * Encodes the specified GovernanceProposalRecord message. Does not implicitly {@link cartorio.GovernanceProposalRecord.verify|verify} messages.
         * @param message GovernanceProposalRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GovernanceProposalRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GovernanceProposalRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GovernanceProposalRecord & cartorio.GovernanceProposalRecord.$Shape} GovernanceProposalRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GovernanceProposalRecord & cartorio.GovernanceProposalRecord.$Shape;
    }

    namespace GovernanceProposalRecord {

        /** Properties of a GovernanceProposalRecord. */
        interface $Properties {

            /** GovernanceProposalRecord format */
            format?: (number|null);

            /** GovernanceProposalRecord hash */
            hash?: (Uint8Array|null);

            /** GovernanceProposalRecord proposer */
            proposer?: (string|null);

            /** GovernanceProposalRecord action */
            action?: (cartorio.GovernanceAction.$Properties|null);

            /** GovernanceProposalRecord time */
            time?: (number|null);

            /** GovernanceProposalRecord height */
            height?: (number|null);

            /** GovernanceProposalRecord expires */
            expires?: (number|null);

            /** GovernanceProposalRecord status */
            status?: (number|null);

            /** GovernanceProposalRecord decidedTime */
            decidedTime?: (number|null);

            /** GovernanceProposalRecord decidedHeight */
            decidedHeight?: (number|null);

            /** GovernanceProposalRecord code */
            code?: (number|null);

            /** GovernanceProposalRecord votes */
            votes?: (cartorio.GovernanceVoteRecord.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GovernanceProposalRecord. */
        type $Shape = {
          format?: number|null;
          hash?: Uint8Array|null;
          proposer?: string|null;
          action?: cartorio.GovernanceAction.$Shape|null;
          time?: number|null;
          height?: number|null;
          expires?: number|null;
          status?: number|null;
          decidedTime?: number|null;
          decidedHeight?: number|null;
          code?: number|null;
          votes?: cartorio.GovernanceVoteRecord.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a GovernanceProposalIndexRecord.
     * @deprecated Use cartorio.GovernanceProposalIndexRecord.$Properties instead.
     */
    interface IGovernanceProposalIndexRecord extends cartorio.GovernanceProposalIndexRecord.$Properties {
    }

    /** Represents a GovernanceProposalIndexRecord. */
    class GovernanceProposalIndexRecord {

        /**
         * Constructs a new GovernanceProposalIndexRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GovernanceProposalIndexRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GovernanceProposalIndexRecord format. */
        format: number;

        /** GovernanceProposalIndexRecord number. */
        number: number;

        /**
         * Encodes the specified GovernanceProposalIndexRecord message. Does not implicitly {@link cartorio.GovernanceProposalIndexRecord.verify|verify} messages.
         * @param message GovernanceProposalIndexRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GovernanceProposalIndexRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GovernanceProposalIndexRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GovernanceProposalIndexRecord & cartorio.GovernanceProposalIndexRecord.$Shape} GovernanceProposalIndexRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GovernanceProposalIndexRecord & cartorio.GovernanceProposalIndexRecord.$Shape;
    }

    namespace GovernanceProposalIndexRecord {

        /** Properties of a GovernanceProposalIndexRecord. */
        interface $Properties {

            /** GovernanceProposalIndexRecord format */
            format?: (number|null);

            /** GovernanceProposalIndexRecord number */
            number?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GovernanceProposalIndexRecord. */
        type $Shape = cartorio.GovernanceProposalIndexRecord.$Properties;
    }

    /**
     * Properties of a PolicyHeadRecord.
     * @deprecated Use cartorio.PolicyHeadRecord.$Properties instead.
     */
    interface IPolicyHeadRecord extends cartorio.PolicyHeadRecord.$Properties {
    }

    /** Represents a PolicyHeadRecord. */
    class PolicyHeadRecord {

        /**
         * Constructs a new PolicyHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.PolicyHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PolicyHeadRecord format. */
        format: number;

        /** PolicyHeadRecord version. */
        version: number;

        /**
         * Encodes the specified PolicyHeadRecord message. Does not implicitly {@link cartorio.PolicyHeadRecord.verify|verify} messages.
         * @param message PolicyHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.PolicyHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PolicyHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.PolicyHeadRecord & cartorio.PolicyHeadRecord.$Shape} PolicyHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.PolicyHeadRecord & cartorio.PolicyHeadRecord.$Shape;
    }

    namespace PolicyHeadRecord {

        /** Properties of a PolicyHeadRecord. */
        interface $Properties {

            /** PolicyHeadRecord format */
            format?: (number|null);

            /** PolicyHeadRecord version */
            version?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PolicyHeadRecord. */
        type $Shape = cartorio.PolicyHeadRecord.$Properties;
    }

    /**
     * Properties of a PolicyRecord.
     * @deprecated Use cartorio.PolicyRecord.$Properties instead.
     */
    interface IPolicyRecord extends cartorio.PolicyRecord.$Properties {
    }

    /** Represents a PolicyRecord. */
    class PolicyRecord {

        /**
         * Constructs a new PolicyRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.PolicyRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PolicyRecord format. */
        format: number;

        /** PolicyRecord policy. */
        policy?: (cartorio.Policy.$Properties|null);

        /** PolicyRecord time. */
        time: number;

        /** PolicyRecord height. */
        height: number;

        /**
         * Encodes the specified PolicyRecord message. Does not implicitly {@link cartorio.PolicyRecord.verify|verify} messages.
         * @param message PolicyRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.PolicyRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PolicyRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.PolicyRecord & cartorio.PolicyRecord.$Shape} PolicyRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.PolicyRecord & cartorio.PolicyRecord.$Shape;
    }

    namespace PolicyRecord {

        /** Properties of a PolicyRecord. */
        interface $Properties {

            /** PolicyRecord format */
            format?: (number|null);

            /** PolicyRecord policy */
            policy?: (cartorio.Policy.$Properties|null);

            /** PolicyRecord time */
            time?: (number|null);

            /** PolicyRecord height */
            height?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PolicyRecord. */
        type $Shape = cartorio.PolicyRecord.$Properties;
    }

    /**
     * Properties of a MemberRecord.
     * @deprecated Use cartorio.MemberRecord.$Properties instead.
     */
    interface IMemberRecord extends cartorio.MemberRecord.$Properties {
    }

    /** Represents a MemberRecord. */
    class MemberRecord {

        /**
         * Constructs a new MemberRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.MemberRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MemberRecord format. */
        format: number;

        /** MemberRecord did. */
        did: string;

        /** MemberRecord name. */
        name: string;

        /** MemberRecord weight. */
        weight: number;

        /** MemberRecord version. */
        version: number;

        /** MemberRecord time. */
        time: number;

        /** MemberRecord height. */
        height: number;

        /**
         * Encodes the specified MemberRecord message. Does not implicitly {@link cartorio.MemberRecord.verify|verify} messages.
         * @param message MemberRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.MemberRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MemberRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.MemberRecord & cartorio.MemberRecord.$Shape} MemberRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.MemberRecord & cartorio.MemberRecord.$Shape;
    }

    namespace MemberRecord {

        /** Properties of a MemberRecord. */
        interface $Properties {

            /** MemberRecord format */
            format?: (number|null);

            /** MemberRecord did */
            did?: (string|null);

            /** MemberRecord name */
            name?: (string|null);

            /** MemberRecord weight */
            weight?: (number|null);

            /** MemberRecord version */
            version?: (number|null);

            /** MemberRecord time */
            time?: (number|null);

            /** MemberRecord height */
            height?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MemberRecord. */
        type $Shape = cartorio.MemberRecord.$Properties;
    }

    /**
     * Properties of a MembersHeadRecord.
     * @deprecated Use cartorio.MembersHeadRecord.$Properties instead.
     */
    interface IMembersHeadRecord extends cartorio.MembersHeadRecord.$Properties {
    }

    /** Represents a MembersHeadRecord. */
    class MembersHeadRecord {

        /**
         * Constructs a new MembersHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.MembersHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MembersHeadRecord format. */
        format: number;

        /** MembersHeadRecord count. */
        count: number;

        /** MembersHeadRecord totalWeight. */
        totalWeight: number;

        /** MembersHeadRecord version. */
        version: number;

        /** MembersHeadRecord dominant. */
        dominant: boolean;

        /**
         * Encodes the specified MembersHeadRecord message. Does not implicitly {@link cartorio.MembersHeadRecord.verify|verify} messages.
         * @param message MembersHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.MembersHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MembersHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.MembersHeadRecord & cartorio.MembersHeadRecord.$Shape} MembersHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.MembersHeadRecord & cartorio.MembersHeadRecord.$Shape;
    }

    namespace MembersHeadRecord {

        /** Properties of a MembersHeadRecord. */
        interface $Properties {

            /** MembersHeadRecord format */
            format?: (number|null);

            /** MembersHeadRecord count */
            count?: (number|null);

            /** MembersHeadRecord totalWeight */
            totalWeight?: (number|null);

            /** MembersHeadRecord version */
            version?: (number|null);

            /** MembersHeadRecord dominant */
            dominant?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MembersHeadRecord. */
        type $Shape = cartorio.MembersHeadRecord.$Properties;
    }

    /**
     * Properties of a MemberIndexRecord.
     * @deprecated Use cartorio.MemberIndexRecord.$Properties instead.
     */
    interface IMemberIndexRecord extends cartorio.MemberIndexRecord.$Properties {
    }

    /** Represents a MemberIndexRecord. */
    class MemberIndexRecord {

        /**
         * Constructs a new MemberIndexRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.MemberIndexRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MemberIndexRecord format. */
        format: number;

        /** MemberIndexRecord index. */
        index: number;

        /**
         * Encodes the specified MemberIndexRecord message. Does not implicitly {@link cartorio.MemberIndexRecord.verify|verify} messages.
         * @param message MemberIndexRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.MemberIndexRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MemberIndexRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.MemberIndexRecord & cartorio.MemberIndexRecord.$Shape} MemberIndexRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.MemberIndexRecord & cartorio.MemberIndexRecord.$Shape;
    }

    namespace MemberIndexRecord {

        /** Properties of a MemberIndexRecord. */
        interface $Properties {

            /** MemberIndexRecord format */
            format?: (number|null);

            /** MemberIndexRecord index */
            index?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MemberIndexRecord. */
        type $Shape = cartorio.MemberIndexRecord.$Properties;
    }

    /**
     * Properties of a ParametersRecord.
     * @deprecated Use cartorio.ParametersRecord.$Properties instead.
     */
    interface IParametersRecord extends cartorio.ParametersRecord.$Properties {
    }

    /** Represents a ParametersRecord. */
    class ParametersRecord {

        /**
         * Constructs a new ParametersRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ParametersRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ParametersRecord format. */
        format: number;

        /** ParametersRecord parameters. */
        parameters?: (cartorio.Parameters.$Properties|null);

        /** ParametersRecord version. */
        version: number;

        /** ParametersRecord activationHeight. */
        activationHeight: number;

        /** ParametersRecord time. */
        time: number;

        /** ParametersRecord height. */
        height: number;

        /**
         * Encodes the specified ParametersRecord message. Does not implicitly {@link cartorio.ParametersRecord.verify|verify} messages.
         * @param message ParametersRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ParametersRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ParametersRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ParametersRecord & cartorio.ParametersRecord.$Shape} ParametersRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ParametersRecord & cartorio.ParametersRecord.$Shape;
    }

    namespace ParametersRecord {

        /** Properties of a ParametersRecord. */
        interface $Properties {

            /** ParametersRecord format */
            format?: (number|null);

            /** ParametersRecord parameters */
            parameters?: (cartorio.Parameters.$Properties|null);

            /** ParametersRecord version */
            version?: (number|null);

            /** ParametersRecord activationHeight */
            activationHeight?: (number|null);

            /** ParametersRecord time */
            time?: (number|null);

            /** ParametersRecord height */
            height?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ParametersRecord. */
        type $Shape = cartorio.ParametersRecord.$Properties;
    }

    /**
     * Properties of a ValidatorChange.
     * @deprecated Use cartorio.ValidatorChange.$Properties instead.
     */
    interface IValidatorChange extends cartorio.ValidatorChange.$Properties {
    }

    /** Represents a ValidatorChange. */
    class ValidatorChange {

        /**
         * Constructs a new ValidatorChange.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ValidatorChange.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ValidatorChange expectedEpoch. */
        expectedEpoch: number;

        /** ValidatorChange remove. */
        remove: Uint8Array[];

        /** ValidatorChange add. */
        add: cartorio.ValidatorCandidate.$Properties[];

        /**
         * Encodes the specified ValidatorChange message. Does not implicitly {@link cartorio.ValidatorChange.verify|verify} messages.
         * @param message ValidatorChange message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ValidatorChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ValidatorChange message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ValidatorChange & cartorio.ValidatorChange.$Shape} ValidatorChange
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ValidatorChange & cartorio.ValidatorChange.$Shape;
    }

    namespace ValidatorChange {

        /** Properties of a ValidatorChange. */
        interface $Properties {

            /** ValidatorChange expectedEpoch */
            expectedEpoch?: (number|null);

            /** ValidatorChange remove */
            remove?: (Uint8Array[]|null);

            /** ValidatorChange add */
            add?: (cartorio.ValidatorCandidate.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ValidatorChange. */
        type $Shape = cartorio.ValidatorChange.$Properties;
    }

    /**
     * Properties of a ValidatorCandidate.
     * @deprecated Use cartorio.ValidatorCandidate.$Properties instead.
     */
    interface IValidatorCandidate extends cartorio.ValidatorCandidate.$Properties {
    }

    /** Represents a ValidatorCandidate. */
    class ValidatorCandidate {

        /**
         * Constructs a new ValidatorCandidate.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ValidatorCandidate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ValidatorCandidate member. */
        member: string;

        /** ValidatorCandidate validatorKey. */
        validatorKey: Uint8Array;

        /** ValidatorCandidate nodeKey. */
        nodeKey: Uint8Array;

        /** ValidatorCandidate addresses. */
        addresses: string[];

        /** ValidatorCandidate readyHeight. */
        readyHeight: number;

        /** ValidatorCandidate validatorSignature. */
        validatorSignature: Uint8Array;

        /** ValidatorCandidate nodeSignature. */
        nodeSignature: Uint8Array;

        /** ValidatorCandidate incarnation. */
        incarnation: Uint8Array;

        /**
         * Encodes the specified ValidatorCandidate message. Does not implicitly {@link cartorio.ValidatorCandidate.verify|verify} messages.
         * @param message ValidatorCandidate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ValidatorCandidate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ValidatorCandidate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ValidatorCandidate & cartorio.ValidatorCandidate.$Shape} ValidatorCandidate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ValidatorCandidate & cartorio.ValidatorCandidate.$Shape;
    }

    namespace ValidatorCandidate {

        /** Properties of a ValidatorCandidate. */
        interface $Properties {

            /** ValidatorCandidate member */
            member?: (string|null);

            /** ValidatorCandidate validatorKey */
            validatorKey?: (Uint8Array|null);

            /** ValidatorCandidate nodeKey */
            nodeKey?: (Uint8Array|null);

            /** ValidatorCandidate addresses */
            addresses?: (string[]|null);

            /** ValidatorCandidate readyHeight */
            readyHeight?: (number|null);

            /** ValidatorCandidate validatorSignature */
            validatorSignature?: (Uint8Array|null);

            /** ValidatorCandidate nodeSignature */
            nodeSignature?: (Uint8Array|null);

            /** ValidatorCandidate incarnation */
            incarnation?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ValidatorCandidate. */
        type $Shape = cartorio.ValidatorCandidate.$Properties;
    }

    /**
     * Properties of a ReadyStatement.
     * @deprecated Use cartorio.ReadyStatement.$Properties instead.
     */
    interface IReadyStatement extends cartorio.ReadyStatement.$Properties {
    }

    /** Represents a ReadyStatement. */
    class ReadyStatement {

        /**
         * Constructs a new ReadyStatement.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ReadyStatement.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ReadyStatement chainId. */
        chainId: Uint8Array;

        /** ReadyStatement member. */
        member: string;

        /** ReadyStatement validatorKey. */
        validatorKey: Uint8Array;

        /** ReadyStatement nodeKey. */
        nodeKey: Uint8Array;

        /** ReadyStatement readyHeight. */
        readyHeight: number;

        /** ReadyStatement incarnation. */
        incarnation: Uint8Array;

        /**
         * Encodes the specified ReadyStatement message. Does not implicitly {@link cartorio.ReadyStatement.verify|verify} messages.
         * @param message ReadyStatement message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ReadyStatement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ReadyStatement message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ReadyStatement & cartorio.ReadyStatement.$Shape} ReadyStatement
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ReadyStatement & cartorio.ReadyStatement.$Shape;
    }

    namespace ReadyStatement {

        /** Properties of a ReadyStatement. */
        interface $Properties {

            /** ReadyStatement chainId */
            chainId?: (Uint8Array|null);

            /** ReadyStatement member */
            member?: (string|null);

            /** ReadyStatement validatorKey */
            validatorKey?: (Uint8Array|null);

            /** ReadyStatement nodeKey */
            nodeKey?: (Uint8Array|null);

            /** ReadyStatement readyHeight */
            readyHeight?: (number|null);

            /** ReadyStatement incarnation */
            incarnation?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ReadyStatement. */
        type $Shape = cartorio.ReadyStatement.$Properties;
    }

    /**
     * Properties of a ValidatorReenter.
     * @deprecated Use cartorio.ValidatorReenter.$Properties instead.
     */
    interface IValidatorReenter extends cartorio.ValidatorReenter.$Properties {
    }

    /** Represents a ValidatorReenter. */
    class ValidatorReenter {

        /**
         * Constructs a new ValidatorReenter.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ValidatorReenter.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ValidatorReenter validatorKey. */
        validatorKey: Uint8Array;

        /** ValidatorReenter incarnation. */
        incarnation: Uint8Array;

        /** ValidatorReenter expectedEpoch. */
        expectedEpoch: number;

        /**
         * Encodes the specified ValidatorReenter message. Does not implicitly {@link cartorio.ValidatorReenter.verify|verify} messages.
         * @param message ValidatorReenter message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ValidatorReenter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ValidatorReenter message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ValidatorReenter & cartorio.ValidatorReenter.$Shape} ValidatorReenter
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ValidatorReenter & cartorio.ValidatorReenter.$Shape;
    }

    namespace ValidatorReenter {

        /** Properties of a ValidatorReenter. */
        interface $Properties {

            /** ValidatorReenter validatorKey */
            validatorKey?: (Uint8Array|null);

            /** ValidatorReenter incarnation */
            incarnation?: (Uint8Array|null);

            /** ValidatorReenter expectedEpoch */
            expectedEpoch?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ValidatorReenter. */
        type $Shape = cartorio.ValidatorReenter.$Properties;
    }

    /**
     * Properties of an UpgradeAnnounce.
     * @deprecated Use cartorio.UpgradeAnnounce.$Properties instead.
     */
    interface IUpgradeAnnounce extends cartorio.UpgradeAnnounce.$Properties {
    }

    /** Represents an UpgradeAnnounce. */
    class UpgradeAnnounce {

        /**
         * Constructs a new UpgradeAnnounce.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.UpgradeAnnounce.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** UpgradeAnnounce validatorKey. */
        validatorKey: Uint8Array;

        /** UpgradeAnnounce protocolVersion. */
        protocolVersion: number;

        /**
         * Encodes the specified UpgradeAnnounce message. Does not implicitly {@link cartorio.UpgradeAnnounce.verify|verify} messages.
         * @param message UpgradeAnnounce message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.UpgradeAnnounce.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an UpgradeAnnounce message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.UpgradeAnnounce & cartorio.UpgradeAnnounce.$Shape} UpgradeAnnounce
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.UpgradeAnnounce & cartorio.UpgradeAnnounce.$Shape;
    }

    namespace UpgradeAnnounce {

        /** Properties of an UpgradeAnnounce. */
        interface $Properties {

            /** UpgradeAnnounce validatorKey */
            validatorKey?: (Uint8Array|null);

            /** UpgradeAnnounce protocolVersion */
            protocolVersion?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an UpgradeAnnounce. */
        type $Shape = cartorio.UpgradeAnnounce.$Properties;
    }

    /**
     * Properties of an UpgradeReadyRecord.
     * @deprecated Use cartorio.UpgradeReadyRecord.$Properties instead.
     */
    interface IUpgradeReadyRecord extends cartorio.UpgradeReadyRecord.$Properties {
    }

    /** Represents an UpgradeReadyRecord. */
    class UpgradeReadyRecord {

        /**
         * Constructs a new UpgradeReadyRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.UpgradeReadyRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** UpgradeReadyRecord format. */
        format: number;

        /** UpgradeReadyRecord protocolVersion. */
        protocolVersion: number;

        /** UpgradeReadyRecord time. */
        time: number;

        /** UpgradeReadyRecord height. */
        height: number;

        /**
         * Encodes the specified UpgradeReadyRecord message. Does not implicitly {@link cartorio.UpgradeReadyRecord.verify|verify} messages.
         * @param message UpgradeReadyRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.UpgradeReadyRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an UpgradeReadyRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.UpgradeReadyRecord & cartorio.UpgradeReadyRecord.$Shape} UpgradeReadyRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.UpgradeReadyRecord & cartorio.UpgradeReadyRecord.$Shape;
    }

    namespace UpgradeReadyRecord {

        /** Properties of an UpgradeReadyRecord. */
        interface $Properties {

            /** UpgradeReadyRecord format */
            format?: (number|null);

            /** UpgradeReadyRecord protocolVersion */
            protocolVersion?: (number|null);

            /** UpgradeReadyRecord time */
            time?: (number|null);

            /** UpgradeReadyRecord height */
            height?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an UpgradeReadyRecord. */
        type $Shape = cartorio.UpgradeReadyRecord.$Properties;
    }

    /**
     * Properties of a ValidatorsHeadRecord.
     * @deprecated Use cartorio.ValidatorsHeadRecord.$Properties instead.
     */
    interface IValidatorsHeadRecord extends cartorio.ValidatorsHeadRecord.$Properties {
    }

    /** Represents a ValidatorsHeadRecord. */
    class ValidatorsHeadRecord {

        /**
         * Constructs a new ValidatorsHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ValidatorsHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ValidatorsHeadRecord format. */
        format: number;

        /** ValidatorsHeadRecord epoch. */
        epoch: number;

        /**
         * Encodes the specified ValidatorsHeadRecord message. Does not implicitly {@link cartorio.ValidatorsHeadRecord.verify|verify} messages.
         * @param message ValidatorsHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ValidatorsHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ValidatorsHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ValidatorsHeadRecord & cartorio.ValidatorsHeadRecord.$Shape} ValidatorsHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ValidatorsHeadRecord & cartorio.ValidatorsHeadRecord.$Shape;
    }

    namespace ValidatorsHeadRecord {

        /** Properties of a ValidatorsHeadRecord. */
        interface $Properties {

            /** ValidatorsHeadRecord format */
            format?: (number|null);

            /** ValidatorsHeadRecord epoch */
            epoch?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ValidatorsHeadRecord. */
        type $Shape = cartorio.ValidatorsHeadRecord.$Properties;
    }

    /**
     * Properties of a ReentryRecord.
     * @deprecated Use cartorio.ReentryRecord.$Properties instead.
     */
    interface IReentryRecord extends cartorio.ReentryRecord.$Properties {
    }

    /** Represents a ReentryRecord. */
    class ReentryRecord {

        /**
         * Constructs a new ReentryRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ReentryRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ReentryRecord format. */
        format: number;

        /** ReentryRecord time. */
        time: number;

        /** ReentryRecord height. */
        height: number;

        /**
         * Encodes the specified ReentryRecord message. Does not implicitly {@link cartorio.ReentryRecord.verify|verify} messages.
         * @param message ReentryRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ReentryRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ReentryRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ReentryRecord & cartorio.ReentryRecord.$Shape} ReentryRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ReentryRecord & cartorio.ReentryRecord.$Shape;
    }

    namespace ReentryRecord {

        /** Properties of a ReentryRecord. */
        interface $Properties {

            /** ReentryRecord format */
            format?: (number|null);

            /** ReentryRecord time */
            time?: (number|null);

            /** ReentryRecord height */
            height?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ReentryRecord. */
        type $Shape = cartorio.ReentryRecord.$Properties;
    }

    /**
     * Properties of a Hello.
     * @deprecated Use cartorio.Hello.$Properties instead.
     */
    interface IHello extends cartorio.Hello.$Properties {
    }

    /** Represents a Hello. */
    class Hello {

        /**
         * Constructs a new Hello.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Hello.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Hello chainId. */
        chainId: Uint8Array;

        /** Hello protocolVersion. */
        protocolVersion: number;

        /** Hello certifiedHeight. */
        certifiedHeight: number;

        /** Hello executedHeight. */
        executedHeight: number;

        /** Hello instance. */
        instance: Uint8Array;

        /**
         * Encodes the specified Hello message. Does not implicitly {@link cartorio.Hello.verify|verify} messages.
         * @param message Hello message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Hello message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Hello & cartorio.Hello.$Shape} Hello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Hello & cartorio.Hello.$Shape;
    }

    namespace Hello {

        /** Properties of a Hello. */
        interface $Properties {

            /** Hello chainId */
            chainId?: (Uint8Array|null);

            /** Hello protocolVersion */
            protocolVersion?: (number|null);

            /** Hello certifiedHeight */
            certifiedHeight?: (number|null);

            /** Hello executedHeight */
            executedHeight?: (number|null);

            /** Hello instance */
            instance?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Hello. */
        type $Shape = cartorio.Hello.$Properties;
    }

    /**
     * Properties of a TransactionGossip.
     * @deprecated Use cartorio.TransactionGossip.$Properties instead.
     */
    interface ITransactionGossip extends cartorio.TransactionGossip.$Properties {
    }

    /** Represents a TransactionGossip. */
    class TransactionGossip {

        /**
         * Constructs a new TransactionGossip.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.TransactionGossip.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TransactionGossip envelopes. */
        envelopes: Uint8Array[];

        /**
         * Encodes the specified TransactionGossip message. Does not implicitly {@link cartorio.TransactionGossip.verify|verify} messages.
         * @param message TransactionGossip message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.TransactionGossip.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TransactionGossip message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.TransactionGossip & cartorio.TransactionGossip.$Shape} TransactionGossip
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.TransactionGossip & cartorio.TransactionGossip.$Shape;
    }

    namespace TransactionGossip {

        /** Properties of a TransactionGossip. */
        interface $Properties {

            /** TransactionGossip envelopes */
            envelopes?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TransactionGossip. */
        type $Shape = cartorio.TransactionGossip.$Properties;
    }

    /**
     * Properties of a SyncRequest.
     * @deprecated Use cartorio.SyncRequest.$Properties instead.
     */
    interface ISyncRequest extends cartorio.SyncRequest.$Properties {
    }

    /** Represents a SyncRequest. */
    class SyncRequest {

        /**
         * Constructs a new SyncRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.SyncRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SyncRequest id. */
        id: number;

        /** SyncRequest blocks. */
        blocks?: (cartorio.BlocksRequest.$Properties|null);

        /** SyncRequest envelopes. */
        envelopes?: (cartorio.HashesRequest.$Properties|null);

        /** SyncRequest proposals. */
        proposals?: (cartorio.HashesRequest.$Properties|null);

        /** SyncRequest ownVotes. */
        ownVotes?: (cartorio.OwnVotesRequest.$Properties|null);

        /** SyncRequest kind. */
        kind?: ("blocks"|"envelopes"|"proposals"|"ownVotes");

        /**
         * Encodes the specified SyncRequest message. Does not implicitly {@link cartorio.SyncRequest.verify|verify} messages.
         * @param message SyncRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.SyncRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SyncRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.SyncRequest & cartorio.SyncRequest.$Shape} SyncRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.SyncRequest & cartorio.SyncRequest.$Shape;
    }

    namespace SyncRequest {

        /** Properties of a SyncRequest. */
        interface $Properties {

            /** SyncRequest id */
            id?: (number|null);

            /** SyncRequest blocks */
            blocks?: (cartorio.BlocksRequest.$Properties|null);

            /** SyncRequest envelopes */
            envelopes?: (cartorio.HashesRequest.$Properties|null);

            /** SyncRequest proposals */
            proposals?: (cartorio.HashesRequest.$Properties|null);

            /** SyncRequest ownVotes */
            ownVotes?: (cartorio.OwnVotesRequest.$Properties|null);

            /** SyncRequest kind */
            kind?: ("blocks"|"envelopes"|"proposals"|"ownVotes");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a SyncRequest. */
        type $Shape = {
          id?: number|null;
          blocks?: cartorio.BlocksRequest.$Shape|null;
          envelopes?: cartorio.HashesRequest.$Shape|null;
          proposals?: cartorio.HashesRequest.$Shape|null;
          ownVotes?: cartorio.OwnVotesRequest.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ kind?: undefined; blocks?: null; envelopes?: null; proposals?: null; ownVotes?: null }|{ kind?: "blocks"; blocks: cartorio.BlocksRequest.$Shape; envelopes?: null; proposals?: null; ownVotes?: null }|{ kind?: "envelopes"; blocks?: null; envelopes: cartorio.HashesRequest.$Shape; proposals?: null; ownVotes?: null }|{ kind?: "proposals"; blocks?: null; envelopes?: null; proposals: cartorio.HashesRequest.$Shape; ownVotes?: null }|{ kind?: "ownVotes"; blocks?: null; envelopes?: null; proposals?: null; ownVotes: cartorio.OwnVotesRequest.$Shape })
        );
    }

    /**
     * Properties of a BlocksRequest.
     * @deprecated Use cartorio.BlocksRequest.$Properties instead.
     */
    interface IBlocksRequest extends cartorio.BlocksRequest.$Properties {
    }

    /** Represents a BlocksRequest. */
    class BlocksRequest {

        /**
         * Constructs a new BlocksRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.BlocksRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** BlocksRequest fromHeight. */
        fromHeight: number;

        /** BlocksRequest count. */
        count: number;

        /**
         * Encodes the specified BlocksRequest message. Does not implicitly {@link cartorio.BlocksRequest.verify|verify} messages.
         * @param message BlocksRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.BlocksRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a BlocksRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.BlocksRequest & cartorio.BlocksRequest.$Shape} BlocksRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.BlocksRequest & cartorio.BlocksRequest.$Shape;
    }

    namespace BlocksRequest {

        /** Properties of a BlocksRequest. */
        interface $Properties {

            /** BlocksRequest fromHeight */
            fromHeight?: (number|null);

            /** BlocksRequest count */
            count?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a BlocksRequest. */
        type $Shape = cartorio.BlocksRequest.$Properties;
    }

    /**
     * Properties of a HashesRequest.
     * @deprecated Use cartorio.HashesRequest.$Properties instead.
     */
    interface IHashesRequest extends cartorio.HashesRequest.$Properties {
    }

    /** Represents a HashesRequest. */
    class HashesRequest {

        /**
         * Constructs a new HashesRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.HashesRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HashesRequest hashes. */
        hashes: Uint8Array[];

        /**
         * Encodes the specified HashesRequest message. Does not implicitly {@link cartorio.HashesRequest.verify|verify} messages.
         * @param message HashesRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.HashesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a HashesRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.HashesRequest & cartorio.HashesRequest.$Shape} HashesRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.HashesRequest & cartorio.HashesRequest.$Shape;
    }

    namespace HashesRequest {

        /** Properties of a HashesRequest. */
        interface $Properties {

            /** HashesRequest hashes */
            hashes?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a HashesRequest. */
        type $Shape = cartorio.HashesRequest.$Properties;
    }

    /**
     * Properties of an OwnVotesRequest.
     * @deprecated Use cartorio.OwnVotesRequest.$Properties instead.
     */
    interface IOwnVotesRequest extends cartorio.OwnVotesRequest.$Properties {
    }

    /** Represents an OwnVotesRequest. */
    class OwnVotesRequest {

        /**
         * Constructs a new OwnVotesRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.OwnVotesRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OwnVotesRequest epoch. */
        epoch: number;

        /** OwnVotesRequest validator. */
        validator: number;

        /**
         * Encodes the specified OwnVotesRequest message. Does not implicitly {@link cartorio.OwnVotesRequest.verify|verify} messages.
         * @param message OwnVotesRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.OwnVotesRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OwnVotesRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.OwnVotesRequest & cartorio.OwnVotesRequest.$Shape} OwnVotesRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.OwnVotesRequest & cartorio.OwnVotesRequest.$Shape;
    }

    namespace OwnVotesRequest {

        /** Properties of an OwnVotesRequest. */
        interface $Properties {

            /** OwnVotesRequest epoch */
            epoch?: (number|null);

            /** OwnVotesRequest validator */
            validator?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OwnVotesRequest. */
        type $Shape = cartorio.OwnVotesRequest.$Properties;
    }

    /**
     * Properties of an OwnVotesAnswer.
     * @deprecated Use cartorio.OwnVotesAnswer.$Properties instead.
     */
    interface IOwnVotesAnswer extends cartorio.OwnVotesAnswer.$Properties {
    }

    /** Represents an OwnVotesAnswer. */
    class OwnVotesAnswer {

        /**
         * Constructs a new OwnVotesAnswer.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.OwnVotesAnswer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OwnVotesAnswer epoch. */
        epoch: number;

        /** OwnVotesAnswer amnesia. */
        amnesia: boolean;

        /** OwnVotesAnswer certificate. */
        certificate?: (cartorio.FinalityCertificate.$Properties|null);

        /** OwnVotesAnswer messages. */
        messages: Uint8Array[];

        /** OwnVotesAnswer format. */
        format: number;

        /** OwnVotesAnswer fresh. */
        fresh: boolean;

        /**
         * Encodes the specified OwnVotesAnswer message. Does not implicitly {@link cartorio.OwnVotesAnswer.verify|verify} messages.
         * @param message OwnVotesAnswer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.OwnVotesAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OwnVotesAnswer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.OwnVotesAnswer & cartorio.OwnVotesAnswer.$Shape} OwnVotesAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.OwnVotesAnswer & cartorio.OwnVotesAnswer.$Shape;
    }

    namespace OwnVotesAnswer {

        /** Properties of an OwnVotesAnswer. */
        interface $Properties {

            /** OwnVotesAnswer epoch */
            epoch?: (number|null);

            /** OwnVotesAnswer amnesia */
            amnesia?: (boolean|null);

            /** OwnVotesAnswer certificate */
            certificate?: (cartorio.FinalityCertificate.$Properties|null);

            /** OwnVotesAnswer messages */
            messages?: (Uint8Array[]|null);

            /** OwnVotesAnswer format */
            format?: (number|null);

            /** OwnVotesAnswer fresh */
            fresh?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OwnVotesAnswer. */
        type $Shape = cartorio.OwnVotesAnswer.$Properties;
    }

    /**
     * Properties of a SyncResponse.
     * @deprecated Use cartorio.SyncResponse.$Properties instead.
     */
    interface ISyncResponse extends cartorio.SyncResponse.$Properties {
    }

    /** Represents a SyncResponse. */
    class SyncResponse {

        /**
         * Constructs a new SyncResponse.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.SyncResponse.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SyncResponse id. */
        id: number;

        /** SyncResponse items. */
        items: Uint8Array[];

        /** SyncResponse certifiedHeight. */
        certifiedHeight: number;

        /**
         * Encodes the specified SyncResponse message. Does not implicitly {@link cartorio.SyncResponse.verify|verify} messages.
         * @param message SyncResponse message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.SyncResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SyncResponse message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.SyncResponse & cartorio.SyncResponse.$Shape} SyncResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.SyncResponse & cartorio.SyncResponse.$Shape;
    }

    namespace SyncResponse {

        /** Properties of a SyncResponse. */
        interface $Properties {

            /** SyncResponse id */
            id?: (number|null);

            /** SyncResponse items */
            items?: (Uint8Array[]|null);

            /** SyncResponse certifiedHeight */
            certifiedHeight?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SyncResponse. */
        type $Shape = cartorio.SyncResponse.$Properties;
    }

    /**
     * Properties of a JournalRecord.
     * @deprecated Use cartorio.JournalRecord.$Properties instead.
     */
    interface IJournalRecord extends cartorio.JournalRecord.$Properties {
    }

    /** Represents a JournalRecord. */
    class JournalRecord {

        /**
         * Constructs a new JournalRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.JournalRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JournalRecord proposal. */
        proposal?: (cartorio.ProposalRecord.$Properties|null);

        /** JournalRecord prepared. */
        prepared?: (cartorio.PreparedCertificate.$Properties|null);

        /** JournalRecord message. */
        message?: (Uint8Array|null);

        /** JournalRecord guard. */
        guard?: (cartorio.GuardRecord.$Properties|null);

        /** JournalRecord kind. */
        kind?: ("proposal"|"prepared"|"message"|"guard");

        /**
         * Encodes the specified JournalRecord message. Does not implicitly {@link cartorio.JournalRecord.verify|verify} messages.
         * @param message JournalRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.JournalRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JournalRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.JournalRecord & cartorio.JournalRecord.$Shape} JournalRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.JournalRecord & cartorio.JournalRecord.$Shape;
    }

    namespace JournalRecord {

        /** Properties of a JournalRecord. */
        interface $Properties {

            /** JournalRecord proposal */
            proposal?: (cartorio.ProposalRecord.$Properties|null);

            /** JournalRecord prepared */
            prepared?: (cartorio.PreparedCertificate.$Properties|null);

            /** JournalRecord message */
            message?: (Uint8Array|null);

            /** JournalRecord guard */
            guard?: (cartorio.GuardRecord.$Properties|null);

            /** JournalRecord kind */
            kind?: ("proposal"|"prepared"|"message"|"guard");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a JournalRecord. */
        type $Shape = {
          proposal?: cartorio.ProposalRecord.$Shape|null;
          prepared?: cartorio.PreparedCertificate.$Shape|null;
          message?: Uint8Array|null;
          guard?: cartorio.GuardRecord.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ kind?: undefined; proposal?: null; prepared?: null; message?: null; guard?: null }|{ kind?: "proposal"; proposal: cartorio.ProposalRecord.$Shape; prepared?: null; message?: null; guard?: null }|{ kind?: "prepared"; proposal?: null; prepared: cartorio.PreparedCertificate.$Shape; message?: null; guard?: null }|{ kind?: "message"; proposal?: null; prepared?: null; message: Uint8Array; guard?: null }|{ kind?: "guard"; proposal?: null; prepared?: null; message?: null; guard: cartorio.GuardRecord.$Shape })
        );
    }

    /**
     * Properties of a ProposalRecord.
     * @deprecated Use cartorio.ProposalRecord.$Properties instead.
     */
    interface IProposalRecord extends cartorio.ProposalRecord.$Properties {
    }

    /** Represents a ProposalRecord. */
    class ProposalRecord {

        /**
         * Constructs a new ProposalRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ProposalRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ProposalRecord view. */
        view: number;

        /** ProposalRecord proposal. */
        proposal: Uint8Array;

        /** ProposalRecord envelopes. */
        envelopes: Uint8Array[];

        /** ProposalRecord prePrepare. */
        prePrepare: Uint8Array;

        /**
         * Encodes the specified ProposalRecord message. Does not implicitly {@link cartorio.ProposalRecord.verify|verify} messages.
         * @param message ProposalRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ProposalRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ProposalRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ProposalRecord & cartorio.ProposalRecord.$Shape} ProposalRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ProposalRecord & cartorio.ProposalRecord.$Shape;
    }

    namespace ProposalRecord {

        /** Properties of a ProposalRecord. */
        interface $Properties {

            /** ProposalRecord view */
            view?: (number|null);

            /** ProposalRecord proposal */
            proposal?: (Uint8Array|null);

            /** ProposalRecord envelopes */
            envelopes?: (Uint8Array[]|null);

            /** ProposalRecord prePrepare */
            prePrepare?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ProposalRecord. */
        type $Shape = cartorio.ProposalRecord.$Properties;
    }

    /**
     * Properties of a JournalFrame.
     * @deprecated Use cartorio.JournalFrame.$Properties instead.
     */
    interface IJournalFrame extends cartorio.JournalFrame.$Properties {
    }

    /** Represents a JournalFrame. */
    class JournalFrame {

        /**
         * Constructs a new JournalFrame.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.JournalFrame.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** JournalFrame sequence. */
        sequence: number;

        /** JournalFrame previousHash. */
        previousHash: Uint8Array;

        /** JournalFrame record. */
        record: Uint8Array;

        /**
         * Encodes the specified JournalFrame message. Does not implicitly {@link cartorio.JournalFrame.verify|verify} messages.
         * @param message JournalFrame message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.JournalFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a JournalFrame message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.JournalFrame & cartorio.JournalFrame.$Shape} JournalFrame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.JournalFrame & cartorio.JournalFrame.$Shape;
    }

    namespace JournalFrame {

        /** Properties of a JournalFrame. */
        interface $Properties {

            /** JournalFrame sequence */
            sequence?: (number|null);

            /** JournalFrame previousHash */
            previousHash?: (Uint8Array|null);

            /** JournalFrame record */
            record?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a JournalFrame. */
        type $Shape = cartorio.JournalFrame.$Properties;
    }

    /**
     * Properties of a GuardRecord.
     * @deprecated Use cartorio.GuardRecord.$Properties instead.
     */
    interface IGuardRecord extends cartorio.GuardRecord.$Properties {
    }

    /** Represents a GuardRecord. */
    class GuardRecord {

        /**
         * Constructs a new GuardRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.GuardRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GuardRecord format. */
        format: number;

        /** GuardRecord chainId. */
        chainId: Uint8Array;

        /** GuardRecord epoch. */
        epoch: number;

        /** GuardRecord incarnation. */
        incarnation: Uint8Array;

        /** GuardRecord counter. */
        counter: number;

        /** GuardRecord mustReenter. */
        mustReenter: number;

        /** GuardRecord complete. */
        complete: boolean;

        /**
         * Encodes the specified GuardRecord message. Does not implicitly {@link cartorio.GuardRecord.verify|verify} messages.
         * @param message GuardRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.GuardRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GuardRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.GuardRecord & cartorio.GuardRecord.$Shape} GuardRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.GuardRecord & cartorio.GuardRecord.$Shape;
    }

    namespace GuardRecord {

        /** Properties of a GuardRecord. */
        interface $Properties {

            /** GuardRecord format */
            format?: (number|null);

            /** GuardRecord chainId */
            chainId?: (Uint8Array|null);

            /** GuardRecord epoch */
            epoch?: (number|null);

            /** GuardRecord incarnation */
            incarnation?: (Uint8Array|null);

            /** GuardRecord counter */
            counter?: (number|null);

            /** GuardRecord mustReenter */
            mustReenter?: (number|null);

            /** GuardRecord complete */
            complete?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GuardRecord. */
        type $Shape = cartorio.GuardRecord.$Properties;
    }

    /**
     * Properties of a Multiproof.
     * @deprecated Use cartorio.Multiproof.$Properties instead.
     */
    interface IMultiproof extends cartorio.Multiproof.$Properties {
    }

    /** Represents a Multiproof. */
    class Multiproof {

        /**
         * Constructs a new Multiproof.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Multiproof.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Multiproof shape. */
        shape: Uint8Array;

        /** Multiproof hashes. */
        hashes: Uint8Array[];

        /** Multiproof others. */
        others: cartorio.OtherLeaf.$Properties[];

        /**
         * Encodes the specified Multiproof message. Does not implicitly {@link cartorio.Multiproof.verify|verify} messages.
         * @param message Multiproof message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Multiproof.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Multiproof message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Multiproof & cartorio.Multiproof.$Shape} Multiproof
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Multiproof & cartorio.Multiproof.$Shape;
    }

    namespace Multiproof {

        /** Properties of a Multiproof. */
        interface $Properties {

            /** Multiproof shape */
            shape?: (Uint8Array|null);

            /** Multiproof hashes */
            hashes?: (Uint8Array[]|null);

            /** Multiproof others */
            others?: (cartorio.OtherLeaf.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Multiproof. */
        type $Shape = cartorio.Multiproof.$Properties;
    }

    /**
     * Properties of an OtherLeaf.
     * @deprecated Use cartorio.OtherLeaf.$Properties instead.
     */
    interface IOtherLeaf extends cartorio.OtherLeaf.$Properties {
    }

    /** Represents an OtherLeaf. */
    class OtherLeaf {

        /**
         * Constructs a new OtherLeaf.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.OtherLeaf.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OtherLeaf key. */
        key: Uint8Array;

        /** OtherLeaf recordHash. */
        recordHash: Uint8Array;

        /**
         * Encodes the specified OtherLeaf message. Does not implicitly {@link cartorio.OtherLeaf.verify|verify} messages.
         * @param message OtherLeaf message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.OtherLeaf.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OtherLeaf message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.OtherLeaf & cartorio.OtherLeaf.$Shape} OtherLeaf
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.OtherLeaf & cartorio.OtherLeaf.$Shape;
    }

    namespace OtherLeaf {

        /** Properties of an OtherLeaf. */
        interface $Properties {

            /** OtherLeaf key */
            key?: (Uint8Array|null);

            /** OtherLeaf recordHash */
            recordHash?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OtherLeaf. */
        type $Shape = cartorio.OtherLeaf.$Properties;
    }

    /**
     * Properties of an Activation.
     * @deprecated Use cartorio.Activation.$Properties instead.
     */
    interface IActivation extends cartorio.Activation.$Properties {
    }

    /** Represents an Activation. */
    class Activation {

        /**
         * Constructs a new Activation.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Activation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Activation header. */
        header: Uint8Array;

        /** Activation certificate. */
        certificate?: (cartorio.FinalityCertificate.$Properties|null);

        /** Activation validatorSet. */
        validatorSet: Uint8Array;

        /**
         * Encodes the specified Activation message. Does not implicitly {@link cartorio.Activation.verify|verify} messages.
         * @param message Activation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Activation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Activation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Activation & cartorio.Activation.$Shape} Activation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Activation & cartorio.Activation.$Shape;
    }

    namespace Activation {

        /** Properties of an Activation. */
        interface $Properties {

            /** Activation header */
            header?: (Uint8Array|null);

            /** Activation certificate */
            certificate?: (cartorio.FinalityCertificate.$Properties|null);

            /** Activation validatorSet */
            validatorSet?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Activation. */
        type $Shape = cartorio.Activation.$Properties;
    }

    /**
     * Properties of a ProofBundle.
     * @deprecated Use cartorio.ProofBundle.$Properties instead.
     */
    interface IProofBundle extends cartorio.ProofBundle.$Properties {
    }

    /** Represents a ProofBundle. */
    class ProofBundle {

        /**
         * Constructs a new ProofBundle.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ProofBundle.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ProofBundle version. */
        version: number;

        /** ProofBundle chainId. */
        chainId: Uint8Array;

        /** ProofBundle activations. */
        activations: cartorio.Activation.$Properties[];

        /** ProofBundle header. */
        header: Uint8Array;

        /** ProofBundle certificate. */
        certificate?: (cartorio.FinalityCertificate.$Properties|null);

        /** ProofBundle multiproof. */
        multiproof?: (cartorio.Multiproof.$Properties|null);

        /** ProofBundle records. */
        records: Uint8Array[];

        /**
         * Encodes the specified ProofBundle message. Does not implicitly {@link cartorio.ProofBundle.verify|verify} messages.
         * @param message ProofBundle message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ProofBundle.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ProofBundle message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ProofBundle & cartorio.ProofBundle.$Shape} ProofBundle
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ProofBundle & cartorio.ProofBundle.$Shape;
    }

    namespace ProofBundle {

        /** Properties of a ProofBundle. */
        interface $Properties {

            /** ProofBundle version */
            version?: (number|null);

            /** ProofBundle chainId */
            chainId?: (Uint8Array|null);

            /** ProofBundle activations */
            activations?: (cartorio.Activation.$Properties[]|null);

            /** ProofBundle header */
            header?: (Uint8Array|null);

            /** ProofBundle certificate */
            certificate?: (cartorio.FinalityCertificate.$Properties|null);

            /** ProofBundle multiproof */
            multiproof?: (cartorio.Multiproof.$Properties|null);

            /** ProofBundle records */
            records?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ProofBundle. */
        type $Shape = cartorio.ProofBundle.$Properties;
    }

    /**
     * Properties of a RangeBundle.
     * @deprecated Use cartorio.RangeBundle.$Properties instead.
     */
    interface IRangeBundle extends cartorio.RangeBundle.$Properties {
    }

    /** Represents a RangeBundle. */
    class RangeBundle {

        /**
         * Constructs a new RangeBundle.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.RangeBundle.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RangeBundle version. */
        version: number;

        /** RangeBundle chainId. */
        chainId: Uint8Array;

        /** RangeBundle activations. */
        activations: cartorio.Activation.$Properties[];

        /** RangeBundle header. */
        header: Uint8Array;

        /** RangeBundle certificate. */
        certificate?: (cartorio.FinalityCertificate.$Properties|null);

        /** RangeBundle prefixBits. */
        prefixBits: number;

        /** RangeBundle prefix. */
        prefix: Uint8Array;

        /** RangeBundle siblings. */
        siblings: Uint8Array[];

        /** RangeBundle records. */
        records: cartorio.RangeRecord.$Properties[];

        /**
         * Encodes the specified RangeBundle message. Does not implicitly {@link cartorio.RangeBundle.verify|verify} messages.
         * @param message RangeBundle message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.RangeBundle.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RangeBundle message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.RangeBundle & cartorio.RangeBundle.$Shape} RangeBundle
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.RangeBundle & cartorio.RangeBundle.$Shape;
    }

    namespace RangeBundle {

        /** Properties of a RangeBundle. */
        interface $Properties {

            /** RangeBundle version */
            version?: (number|null);

            /** RangeBundle chainId */
            chainId?: (Uint8Array|null);

            /** RangeBundle activations */
            activations?: (cartorio.Activation.$Properties[]|null);

            /** RangeBundle header */
            header?: (Uint8Array|null);

            /** RangeBundle certificate */
            certificate?: (cartorio.FinalityCertificate.$Properties|null);

            /** RangeBundle prefixBits */
            prefixBits?: (number|null);

            /** RangeBundle prefix */
            prefix?: (Uint8Array|null);

            /** RangeBundle siblings */
            siblings?: (Uint8Array[]|null);

            /** RangeBundle records */
            records?: (cartorio.RangeRecord.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RangeBundle. */
        type $Shape = cartorio.RangeBundle.$Properties;
    }

    /**
     * Properties of a RangeRecord.
     * @deprecated Use cartorio.RangeRecord.$Properties instead.
     */
    interface IRangeRecord extends cartorio.RangeRecord.$Properties {
    }

    /** Represents a RangeRecord. */
    class RangeRecord {

        /**
         * Constructs a new RangeRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.RangeRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RangeRecord key. */
        key: Uint8Array;

        /** RangeRecord record. */
        record: Uint8Array;

        /**
         * Encodes the specified RangeRecord message. Does not implicitly {@link cartorio.RangeRecord.verify|verify} messages.
         * @param message RangeRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.RangeRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RangeRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.RangeRecord & cartorio.RangeRecord.$Shape} RangeRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.RangeRecord & cartorio.RangeRecord.$Shape;
    }

    namespace RangeRecord {

        /** Properties of a RangeRecord. */
        interface $Properties {

            /** RangeRecord key */
            key?: (Uint8Array|null);

            /** RangeRecord record */
            record?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RangeRecord. */
        type $Shape = cartorio.RangeRecord.$Properties;
    }

    /**
     * Properties of an InclusionPath.
     * @deprecated Use cartorio.InclusionPath.$Properties instead.
     */
    interface IInclusionPath extends cartorio.InclusionPath.$Properties {
    }

    /** Represents an InclusionPath. */
    class InclusionPath {

        /**
         * Constructs a new InclusionPath.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.InclusionPath.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** InclusionPath leafIndex. */
        leafIndex: number;

        /** InclusionPath treeSize. */
        treeSize: number;

        /** InclusionPath path. */
        path: Uint8Array[];

        /**
         * Encodes the specified InclusionPath message. Does not implicitly {@link cartorio.InclusionPath.verify|verify} messages.
         * @param message InclusionPath message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.InclusionPath.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an InclusionPath message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.InclusionPath & cartorio.InclusionPath.$Shape} InclusionPath
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.InclusionPath & cartorio.InclusionPath.$Shape;
    }

    namespace InclusionPath {

        /** Properties of an InclusionPath. */
        interface $Properties {

            /** InclusionPath leafIndex */
            leafIndex?: (number|null);

            /** InclusionPath treeSize */
            treeSize?: (number|null);

            /** InclusionPath path */
            path?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an InclusionPath. */
        type $Shape = cartorio.InclusionPath.$Properties;
    }

    /**
     * Properties of a RecoveryManifest.
     * @deprecated Use cartorio.RecoveryManifest.$Properties instead.
     */
    interface IRecoveryManifest extends cartorio.RecoveryManifest.$Properties {
    }

    /** Represents a RecoveryManifest. */
    class RecoveryManifest {

        /**
         * Constructs a new RecoveryManifest.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.RecoveryManifest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RecoveryManifest body. */
        body: Uint8Array;

        /** RecoveryManifest signatures. */
        signatures: cartorio.GenesisSignature.$Properties[];

        /**
         * Encodes the specified RecoveryManifest message. Does not implicitly {@link cartorio.RecoveryManifest.verify|verify} messages.
         * @param message RecoveryManifest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.RecoveryManifest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RecoveryManifest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.RecoveryManifest & cartorio.RecoveryManifest.$Shape} RecoveryManifest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.RecoveryManifest & cartorio.RecoveryManifest.$Shape;
    }

    namespace RecoveryManifest {

        /** Properties of a RecoveryManifest. */
        interface $Properties {

            /** RecoveryManifest body */
            body?: (Uint8Array|null);

            /** RecoveryManifest signatures */
            signatures?: (cartorio.GenesisSignature.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RecoveryManifest. */
        type $Shape = cartorio.RecoveryManifest.$Properties;
    }

    /**
     * Properties of a RecoveryBody.
     * @deprecated Use cartorio.RecoveryBody.$Properties instead.
     */
    interface IRecoveryBody extends cartorio.RecoveryBody.$Properties {
    }

    /** Represents a RecoveryBody. */
    class RecoveryBody {

        /**
         * Constructs a new RecoveryBody.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.RecoveryBody.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RecoveryBody format. */
        format: number;

        /** RecoveryBody chainId. */
        chainId: Uint8Array;

        /** RecoveryBody certificate. */
        certificate?: (cartorio.FinalityCertificate.$Properties|null);

        /** RecoveryBody heights. */
        heights: cartorio.RecoveredHeight.$Properties[];

        /** RecoveryBody validatorSet. */
        validatorSet: Uint8Array;

        /**
         * Encodes the specified RecoveryBody message. Does not implicitly {@link cartorio.RecoveryBody.verify|verify} messages.
         * @param message RecoveryBody message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.RecoveryBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RecoveryBody message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.RecoveryBody & cartorio.RecoveryBody.$Shape} RecoveryBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.RecoveryBody & cartorio.RecoveryBody.$Shape;
    }

    namespace RecoveryBody {

        /** Properties of a RecoveryBody. */
        interface $Properties {

            /** RecoveryBody format */
            format?: (number|null);

            /** RecoveryBody chainId */
            chainId?: (Uint8Array|null);

            /** RecoveryBody certificate */
            certificate?: (cartorio.FinalityCertificate.$Properties|null);

            /** RecoveryBody heights */
            heights?: (cartorio.RecoveredHeight.$Properties[]|null);

            /** RecoveryBody validatorSet */
            validatorSet?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RecoveryBody. */
        type $Shape = cartorio.RecoveryBody.$Properties;
    }

    /**
     * Properties of a RecoveredHeight.
     * @deprecated Use cartorio.RecoveredHeight.$Properties instead.
     */
    interface IRecoveredHeight extends cartorio.RecoveredHeight.$Properties {
    }

    /** Represents a RecoveredHeight. */
    class RecoveredHeight {

        /**
         * Constructs a new RecoveredHeight.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.RecoveredHeight.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** RecoveredHeight proposal. */
        proposal: Uint8Array;

        /** RecoveredHeight envelopes. */
        envelopes: Uint8Array[];

        /**
         * Encodes the specified RecoveredHeight message. Does not implicitly {@link cartorio.RecoveredHeight.verify|verify} messages.
         * @param message RecoveredHeight message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.RecoveredHeight.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a RecoveredHeight message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.RecoveredHeight & cartorio.RecoveredHeight.$Shape} RecoveredHeight
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.RecoveredHeight & cartorio.RecoveredHeight.$Shape;
    }

    namespace RecoveredHeight {

        /** Properties of a RecoveredHeight. */
        interface $Properties {

            /** RecoveredHeight proposal */
            proposal?: (Uint8Array|null);

            /** RecoveredHeight envelopes */
            envelopes?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a RecoveredHeight. */
        type $Shape = cartorio.RecoveredHeight.$Properties;
    }

    /**
     * Properties of a SchemaRegister.
     * @deprecated Use cartorio.SchemaRegister.$Properties instead.
     */
    interface ISchemaRegister extends cartorio.SchemaRegister.$Properties {
    }

    /** Represents a SchemaRegister. */
    class SchemaRegister {

        /**
         * Constructs a new SchemaRegister.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.SchemaRegister.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SchemaRegister owner. */
        owner: string;

        /** SchemaRegister body. */
        body: Uint8Array;

        /** SchemaRegister supersedes. */
        supersedes: Uint8Array;

        /**
         * Encodes the specified SchemaRegister message. Does not implicitly {@link cartorio.SchemaRegister.verify|verify} messages.
         * @param message SchemaRegister message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.SchemaRegister.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SchemaRegister message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.SchemaRegister & cartorio.SchemaRegister.$Shape} SchemaRegister
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.SchemaRegister & cartorio.SchemaRegister.$Shape;
    }

    namespace SchemaRegister {

        /** Properties of a SchemaRegister. */
        interface $Properties {

            /** SchemaRegister owner */
            owner?: (string|null);

            /** SchemaRegister body */
            body?: (Uint8Array|null);

            /** SchemaRegister supersedes */
            supersedes?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SchemaRegister. */
        type $Shape = cartorio.SchemaRegister.$Properties;
    }

    /**
     * Properties of a SchemaDeprecate.
     * @deprecated Use cartorio.SchemaDeprecate.$Properties instead.
     */
    interface ISchemaDeprecate extends cartorio.SchemaDeprecate.$Properties {
    }

    /** Represents a SchemaDeprecate. */
    class SchemaDeprecate {

        /**
         * Constructs a new SchemaDeprecate.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.SchemaDeprecate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SchemaDeprecate owner. */
        owner: string;

        /** SchemaDeprecate digest. */
        digest: Uint8Array;

        /** SchemaDeprecate expectedSequence. */
        expectedSequence: number;

        /**
         * Encodes the specified SchemaDeprecate message. Does not implicitly {@link cartorio.SchemaDeprecate.verify|verify} messages.
         * @param message SchemaDeprecate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.SchemaDeprecate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SchemaDeprecate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.SchemaDeprecate & cartorio.SchemaDeprecate.$Shape} SchemaDeprecate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.SchemaDeprecate & cartorio.SchemaDeprecate.$Shape;
    }

    namespace SchemaDeprecate {

        /** Properties of a SchemaDeprecate. */
        interface $Properties {

            /** SchemaDeprecate owner */
            owner?: (string|null);

            /** SchemaDeprecate digest */
            digest?: (Uint8Array|null);

            /** SchemaDeprecate expectedSequence */
            expectedSequence?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SchemaDeprecate. */
        type $Shape = cartorio.SchemaDeprecate.$Properties;
    }

    /**
     * Properties of a SchemaRecord.
     * @deprecated Use cartorio.SchemaRecord.$Properties instead.
     */
    interface ISchemaRecord extends cartorio.SchemaRecord.$Properties {
    }

    /** Represents a SchemaRecord. */
    class SchemaRecord {

        /**
         * Constructs a new SchemaRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.SchemaRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SchemaRecord format. */
        format: number;

        /** SchemaRecord owner. */
        owner: string;

        /** SchemaRecord number. */
        number: number;

        /** SchemaRecord time. */
        time: number;

        /** SchemaRecord height. */
        height: number;

        /** SchemaRecord size. */
        size: number;

        /** SchemaRecord supersedes. */
        supersedes: Uint8Array;

        /** SchemaRecord supersededBy. */
        supersededBy: Uint8Array;

        /** SchemaRecord deprecatedTime. */
        deprecatedTime: number;

        /** SchemaRecord sequence. */
        sequence: number;

        /**
         * Encodes the specified SchemaRecord message. Does not implicitly {@link cartorio.SchemaRecord.verify|verify} messages.
         * @param message SchemaRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.SchemaRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SchemaRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.SchemaRecord & cartorio.SchemaRecord.$Shape} SchemaRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.SchemaRecord & cartorio.SchemaRecord.$Shape;
    }

    namespace SchemaRecord {

        /** Properties of a SchemaRecord. */
        interface $Properties {

            /** SchemaRecord format */
            format?: (number|null);

            /** SchemaRecord owner */
            owner?: (string|null);

            /** SchemaRecord number */
            number?: (number|null);

            /** SchemaRecord time */
            time?: (number|null);

            /** SchemaRecord height */
            height?: (number|null);

            /** SchemaRecord size */
            size?: (number|null);

            /** SchemaRecord supersedes */
            supersedes?: (Uint8Array|null);

            /** SchemaRecord supersededBy */
            supersededBy?: (Uint8Array|null);

            /** SchemaRecord deprecatedTime */
            deprecatedTime?: (number|null);

            /** SchemaRecord sequence */
            sequence?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SchemaRecord. */
        type $Shape = cartorio.SchemaRecord.$Properties;
    }

    /**
     * Properties of a Redaction.
     * @deprecated Use cartorio.Redaction.$Properties instead.
     */
    interface IRedaction extends cartorio.Redaction.$Properties {
    }

    /** Represents a Redaction. */
    class Redaction {

        /**
         * Constructs a new Redaction.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Redaction.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Redaction hash. */
        hash: Uint8Array;

        /** Redaction time. */
        time: number;

        /** Redaction height. */
        height: number;

        /** Redaction proposal. */
        proposal: number;

        /** Redaction reason. */
        reason: number;

        /**
         * Encodes the specified Redaction message. Does not implicitly {@link cartorio.Redaction.verify|verify} messages.
         * @param message Redaction message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Redaction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Redaction message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Redaction & cartorio.Redaction.$Shape} Redaction
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Redaction & cartorio.Redaction.$Shape;
    }

    namespace Redaction {

        /** Properties of a Redaction. */
        interface $Properties {

            /** Redaction hash */
            hash?: (Uint8Array|null);

            /** Redaction time */
            time?: (number|null);

            /** Redaction height */
            height?: (number|null);

            /** Redaction proposal */
            proposal?: (number|null);

            /** Redaction reason */
            reason?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Redaction. */
        type $Shape = cartorio.Redaction.$Properties;
    }

    /**
     * Properties of a SchemaBodyRecord.
     * @deprecated Use cartorio.SchemaBodyRecord.$Properties instead.
     */
    interface ISchemaBodyRecord extends cartorio.SchemaBodyRecord.$Properties {
    }

    /** Represents a SchemaBodyRecord. */
    class SchemaBodyRecord {

        /**
         * Constructs a new SchemaBodyRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.SchemaBodyRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SchemaBodyRecord format. */
        format: number;

        /** SchemaBodyRecord body. */
        body: Uint8Array;

        /** SchemaBodyRecord redaction. */
        redaction?: (cartorio.Redaction.$Properties|null);

        /**
         * Encodes the specified SchemaBodyRecord message. Does not implicitly {@link cartorio.SchemaBodyRecord.verify|verify} messages.
         * @param message SchemaBodyRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.SchemaBodyRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SchemaBodyRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.SchemaBodyRecord & cartorio.SchemaBodyRecord.$Shape} SchemaBodyRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.SchemaBodyRecord & cartorio.SchemaBodyRecord.$Shape;
    }

    namespace SchemaBodyRecord {

        /** Properties of a SchemaBodyRecord. */
        interface $Properties {

            /** SchemaBodyRecord format */
            format?: (number|null);

            /** SchemaBodyRecord body */
            body?: (Uint8Array|null);

            /** SchemaBodyRecord redaction */
            redaction?: (cartorio.Redaction.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SchemaBodyRecord. */
        type $Shape = cartorio.SchemaBodyRecord.$Properties;
    }

    /**
     * Properties of a SchemasHeadRecord.
     * @deprecated Use cartorio.SchemasHeadRecord.$Properties instead.
     */
    interface ISchemasHeadRecord extends cartorio.SchemasHeadRecord.$Properties {
    }

    /** Represents a SchemasHeadRecord. */
    class SchemasHeadRecord {

        /**
         * Constructs a new SchemasHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.SchemasHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SchemasHeadRecord format. */
        format: number;

        /** SchemasHeadRecord count. */
        count: number;

        /**
         * Encodes the specified SchemasHeadRecord message. Does not implicitly {@link cartorio.SchemasHeadRecord.verify|verify} messages.
         * @param message SchemasHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.SchemasHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SchemasHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.SchemasHeadRecord & cartorio.SchemasHeadRecord.$Shape} SchemasHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.SchemasHeadRecord & cartorio.SchemasHeadRecord.$Shape;
    }

    namespace SchemasHeadRecord {

        /** Properties of a SchemasHeadRecord. */
        interface $Properties {

            /** SchemasHeadRecord format */
            format?: (number|null);

            /** SchemasHeadRecord count */
            count?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SchemasHeadRecord. */
        type $Shape = cartorio.SchemasHeadRecord.$Properties;
    }

    /**
     * Properties of a SchemaIndexRecord.
     * @deprecated Use cartorio.SchemaIndexRecord.$Properties instead.
     */
    interface ISchemaIndexRecord extends cartorio.SchemaIndexRecord.$Properties {
    }

    /** Represents a SchemaIndexRecord. */
    class SchemaIndexRecord {

        /**
         * Constructs a new SchemaIndexRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.SchemaIndexRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SchemaIndexRecord format. */
        format: number;

        /** SchemaIndexRecord digest. */
        digest: Uint8Array;

        /**
         * Encodes the specified SchemaIndexRecord message. Does not implicitly {@link cartorio.SchemaIndexRecord.verify|verify} messages.
         * @param message SchemaIndexRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.SchemaIndexRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SchemaIndexRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.SchemaIndexRecord & cartorio.SchemaIndexRecord.$Shape} SchemaIndexRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.SchemaIndexRecord & cartorio.SchemaIndexRecord.$Shape;
    }

    namespace SchemaIndexRecord {

        /** Properties of a SchemaIndexRecord. */
        interface $Properties {

            /** SchemaIndexRecord format */
            format?: (number|null);

            /** SchemaIndexRecord digest */
            digest?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SchemaIndexRecord. */
        type $Shape = cartorio.SchemaIndexRecord.$Properties;
    }

    /**
     * Properties of a DidHead.
     * @deprecated Use cartorio.DidHead.$Properties instead.
     */
    interface IDidHead extends cartorio.DidHead.$Properties {
    }

    /** Represents a DidHead. */
    class DidHead {

        /**
         * Constructs a new DidHead.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidHead.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidHead format. */
        format: number;

        /** DidHead latestVersion. */
        latestVersion: number;

        /** DidHead status. */
        status: number;

        /** DidHead control. */
        control?: (cartorio.Control.$Properties|null);

        /** DidHead recovery. */
        recovery?: (cartorio.Recovery.$Properties|null);

        /** DidHead dependants. */
        dependants: number;

        /** DidHead sponsor. */
        sponsor: string;

        /** DidHead legalEntity. */
        legalEntity: boolean;

        /** DidHead pendingRecovery. */
        pendingRecovery?: (cartorio.PendingRecovery.$Properties|null);

        /** DidHead recoverySequence. */
        recoverySequence: number;

        /** DidHead recoveryVetoed. */
        recoveryVetoed: boolean;

        /** DidHead frozenUntil. */
        frozenUntil: number;

        /**
         * Encodes the specified DidHead message. Does not implicitly {@link cartorio.DidHead.verify|verify} messages.
         * @param message DidHead message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidHead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidHead message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidHead & cartorio.DidHead.$Shape} DidHead
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidHead & cartorio.DidHead.$Shape;
    }

    namespace DidHead {

        /** Properties of a DidHead. */
        interface $Properties {

            /** DidHead format */
            format?: (number|null);

            /** DidHead latestVersion */
            latestVersion?: (number|null);

            /** DidHead status */
            status?: (number|null);

            /** DidHead control */
            control?: (cartorio.Control.$Properties|null);

            /** DidHead recovery */
            recovery?: (cartorio.Recovery.$Properties|null);

            /** DidHead dependants */
            dependants?: (number|null);

            /** DidHead sponsor */
            sponsor?: (string|null);

            /** DidHead legalEntity */
            legalEntity?: (boolean|null);

            /** DidHead pendingRecovery */
            pendingRecovery?: (cartorio.PendingRecovery.$Properties|null);

            /** DidHead recoverySequence */
            recoverySequence?: (number|null);

            /** DidHead recoveryVetoed */
            recoveryVetoed?: (boolean|null);

            /** DidHead frozenUntil */
            frozenUntil?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidHead. */
        type $Shape = cartorio.DidHead.$Properties;
    }

    /**
     * Properties of a PendingRecovery.
     * @deprecated Use cartorio.PendingRecovery.$Properties instead.
     */
    interface IPendingRecovery extends cartorio.PendingRecovery.$Properties {
    }

    /** Represents a PendingRecovery. */
    class PendingRecovery {

        /**
         * Constructs a new PendingRecovery.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.PendingRecovery.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PendingRecovery control. */
        control?: (cartorio.Control.$Properties|null);

        /** PendingRecovery recovery. */
        recovery?: (cartorio.Recovery.$Properties|null);

        /** PendingRecovery removals. */
        removals: cartorio.KeyRemoval.$Properties[];

        /** PendingRecovery time. */
        time: number;

        /** PendingRecovery finaliseFrom. */
        finaliseFrom: number;

        /** PendingRecovery final. */
        final: boolean;

        /** PendingRecovery registrar. */
        registrar: string;

        /**
         * Encodes the specified PendingRecovery message. Does not implicitly {@link cartorio.PendingRecovery.verify|verify} messages.
         * @param message PendingRecovery message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.PendingRecovery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PendingRecovery message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.PendingRecovery & cartorio.PendingRecovery.$Shape} PendingRecovery
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.PendingRecovery & cartorio.PendingRecovery.$Shape;
    }

    namespace PendingRecovery {

        /** Properties of a PendingRecovery. */
        interface $Properties {

            /** PendingRecovery control */
            control?: (cartorio.Control.$Properties|null);

            /** PendingRecovery recovery */
            recovery?: (cartorio.Recovery.$Properties|null);

            /** PendingRecovery removals */
            removals?: (cartorio.KeyRemoval.$Properties[]|null);

            /** PendingRecovery time */
            time?: (number|null);

            /** PendingRecovery finaliseFrom */
            finaliseFrom?: (number|null);

            /** PendingRecovery final */
            final?: (boolean|null);

            /** PendingRecovery registrar */
            registrar?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PendingRecovery. */
        type $Shape = cartorio.PendingRecovery.$Properties;
    }

    /**
     * Properties of a DidVersion.
     * @deprecated Use cartorio.DidVersion.$Properties instead.
     */
    interface IDidVersion extends cartorio.DidVersion.$Properties {
    }

    /** Represents a DidVersion. */
    class DidVersion {

        /**
         * Constructs a new DidVersion.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidVersion.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidVersion format. */
        format: number;

        /** DidVersion number. */
        number: number;

        /** DidVersion time. */
        time: number;

        /** DidVersion height. */
        height: number;

        /** DidVersion documentHash. */
        documentHash: Uint8Array;

        /** DidVersion previousHash. */
        previousHash: Uint8Array;

        /** DidVersion removals. */
        removals: cartorio.KeyRemoval.$Properties[];

        /** DidVersion status. */
        status: number;

        /** DidVersion control. */
        control?: (cartorio.Control.$Properties|null);

        /**
         * Encodes the specified DidVersion message. Does not implicitly {@link cartorio.DidVersion.verify|verify} messages.
         * @param message DidVersion message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidVersion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidVersion message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidVersion & cartorio.DidVersion.$Shape} DidVersion
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidVersion & cartorio.DidVersion.$Shape;
    }

    namespace DidVersion {

        /** Properties of a DidVersion. */
        interface $Properties {

            /** DidVersion format */
            format?: (number|null);

            /** DidVersion number */
            number?: (number|null);

            /** DidVersion time */
            time?: (number|null);

            /** DidVersion height */
            height?: (number|null);

            /** DidVersion documentHash */
            documentHash?: (Uint8Array|null);

            /** DidVersion previousHash */
            previousHash?: (Uint8Array|null);

            /** DidVersion removals */
            removals?: (cartorio.KeyRemoval.$Properties[]|null);

            /** DidVersion status */
            status?: (number|null);

            /** DidVersion control */
            control?: (cartorio.Control.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidVersion. */
        type $Shape = cartorio.DidVersion.$Properties;
    }

    /**
     * Properties of a KeyRemovalRecord.
     * @deprecated Use cartorio.KeyRemovalRecord.$Properties instead.
     */
    interface IKeyRemovalRecord extends cartorio.KeyRemovalRecord.$Properties {
    }

    /** Represents a KeyRemovalRecord. */
    class KeyRemovalRecord {

        /**
         * Constructs a new KeyRemovalRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.KeyRemovalRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KeyRemovalRecord format. */
        format: number;

        /** KeyRemovalRecord reason. */
        reason: number;

        /** KeyRemovalRecord since. */
        since: number;

        /** KeyRemovalRecord time. */
        time: number;

        /** KeyRemovalRecord height. */
        height: number;

        /** KeyRemovalRecord version. */
        version: number;

        /**
         * Encodes the specified KeyRemovalRecord message. Does not implicitly {@link cartorio.KeyRemovalRecord.verify|verify} messages.
         * @param message KeyRemovalRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.KeyRemovalRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KeyRemovalRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.KeyRemovalRecord & cartorio.KeyRemovalRecord.$Shape} KeyRemovalRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.KeyRemovalRecord & cartorio.KeyRemovalRecord.$Shape;
    }

    namespace KeyRemovalRecord {

        /** Properties of a KeyRemovalRecord. */
        interface $Properties {

            /** KeyRemovalRecord format */
            format?: (number|null);

            /** KeyRemovalRecord reason */
            reason?: (number|null);

            /** KeyRemovalRecord since */
            since?: (number|null);

            /** KeyRemovalRecord time */
            time?: (number|null);

            /** KeyRemovalRecord height */
            height?: (number|null);

            /** KeyRemovalRecord version */
            version?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KeyRemovalRecord. */
        type $Shape = cartorio.KeyRemovalRecord.$Properties;
    }

    /**
     * Properties of a DidDocumentRecord.
     * @deprecated Use cartorio.DidDocumentRecord.$Properties instead.
     */
    interface IDidDocumentRecord extends cartorio.DidDocumentRecord.$Properties {
    }

    /** Represents a DidDocumentRecord. */
    class DidDocumentRecord {

        /**
         * Constructs a new DidDocumentRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidDocumentRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidDocumentRecord format. */
        format: number;

        /** DidDocumentRecord document. */
        document?: (cartorio.Document.$Properties|null);

        /** DidDocumentRecord redaction. */
        redaction?: (cartorio.Redaction.$Properties|null);

        /**
         * Encodes the specified DidDocumentRecord message. Does not implicitly {@link cartorio.DidDocumentRecord.verify|verify} messages.
         * @param message DidDocumentRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidDocumentRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidDocumentRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidDocumentRecord & cartorio.DidDocumentRecord.$Shape} DidDocumentRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidDocumentRecord & cartorio.DidDocumentRecord.$Shape;
    }

    namespace DidDocumentRecord {

        /** Properties of a DidDocumentRecord. */
        interface $Properties {

            /** DidDocumentRecord format */
            format?: (number|null);

            /** DidDocumentRecord document */
            document?: (cartorio.Document.$Properties|null);

            /** DidDocumentRecord redaction */
            redaction?: (cartorio.Redaction.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidDocumentRecord. */
        type $Shape = cartorio.DidDocumentRecord.$Properties;
    }

    /**
     * Properties of a ReplayBucketRecord.
     * @deprecated Use cartorio.ReplayBucketRecord.$Properties instead.
     */
    interface IReplayBucketRecord extends cartorio.ReplayBucketRecord.$Properties {
    }

    /** Represents a ReplayBucketRecord. */
    class ReplayBucketRecord {

        /**
         * Constructs a new ReplayBucketRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.ReplayBucketRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ReplayBucketRecord format. */
        format: number;

        /** ReplayBucketRecord count. */
        count: number;

        /** ReplayBucketRecord runningHash. */
        runningHash: Uint8Array;

        /**
         * Encodes the specified ReplayBucketRecord message. Does not implicitly {@link cartorio.ReplayBucketRecord.verify|verify} messages.
         * @param message ReplayBucketRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.ReplayBucketRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ReplayBucketRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.ReplayBucketRecord & cartorio.ReplayBucketRecord.$Shape} ReplayBucketRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.ReplayBucketRecord & cartorio.ReplayBucketRecord.$Shape;
    }

    namespace ReplayBucketRecord {

        /** Properties of a ReplayBucketRecord. */
        interface $Properties {

            /** ReplayBucketRecord format */
            format?: (number|null);

            /** ReplayBucketRecord count */
            count?: (number|null);

            /** ReplayBucketRecord runningHash */
            runningHash?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ReplayBucketRecord. */
        type $Shape = cartorio.ReplayBucketRecord.$Properties;
    }

    /**
     * Properties of a LongLivedRecord.
     * @deprecated Use cartorio.LongLivedRecord.$Properties instead.
     */
    interface ILongLivedRecord extends cartorio.LongLivedRecord.$Properties {
    }

    /** Represents a LongLivedRecord. */
    class LongLivedRecord {

        /**
         * Constructs a new LongLivedRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.LongLivedRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LongLivedRecord format. */
        format: number;

        /** LongLivedRecord count. */
        count: number;

        /**
         * Encodes the specified LongLivedRecord message. Does not implicitly {@link cartorio.LongLivedRecord.verify|verify} messages.
         * @param message LongLivedRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.LongLivedRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LongLivedRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.LongLivedRecord & cartorio.LongLivedRecord.$Shape} LongLivedRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.LongLivedRecord & cartorio.LongLivedRecord.$Shape;
    }

    namespace LongLivedRecord {

        /** Properties of a LongLivedRecord. */
        interface $Properties {

            /** LongLivedRecord format */
            format?: (number|null);

            /** LongLivedRecord count */
            count?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LongLivedRecord. */
        type $Shape = cartorio.LongLivedRecord.$Properties;
    }

    /**
     * Properties of a TransactionBody.
     * @deprecated Use cartorio.TransactionBody.$Properties instead.
     */
    interface ITransactionBody extends cartorio.TransactionBody.$Properties {
    }

    /** Represents a TransactionBody. */
    class TransactionBody {

        /**
         * Constructs a new TransactionBody.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.TransactionBody.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TransactionBody chainId. */
        chainId: Uint8Array;

        /** TransactionBody signers. */
        signers: cartorio.Signer.$Properties[];

        /** TransactionBody validUntil. */
        validUntil: number;

        /** TransactionBody nonce. */
        nonce: Uint8Array;

        /** TransactionBody operations. */
        operations: cartorio.Operation.$Properties[];

        /**
         * Encodes the specified TransactionBody message. Does not implicitly {@link cartorio.TransactionBody.verify|verify} messages.
         * @param message TransactionBody message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.TransactionBody.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TransactionBody message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.TransactionBody & cartorio.TransactionBody.$Shape} TransactionBody
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.TransactionBody & cartorio.TransactionBody.$Shape;
    }

    namespace TransactionBody {

        /** Properties of a TransactionBody. */
        interface $Properties {

            /** TransactionBody chainId */
            chainId?: (Uint8Array|null);

            /** TransactionBody signers */
            signers?: (cartorio.Signer.$Properties[]|null);

            /** TransactionBody validUntil */
            validUntil?: (number|null);

            /** TransactionBody nonce */
            nonce?: (Uint8Array|null);

            /** TransactionBody operations */
            operations?: (cartorio.Operation.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TransactionBody. */
        type $Shape = {
          chainId?: Uint8Array|null;
          signers?: cartorio.Signer.$Shape[]|null;
          validUntil?: number|null;
          nonce?: Uint8Array|null;
          operations?: cartorio.Operation.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Signer.
     * @deprecated Use cartorio.Signer.$Properties instead.
     */
    interface ISigner extends cartorio.Signer.$Properties {
    }

    /** Represents a Signer. */
    class Signer {

        /**
         * Constructs a new Signer.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Signer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Signer did. */
        did: string;

        /** Signer multikey. */
        multikey: Uint8Array;

        /** Signer role. */
        role: number;

        /**
         * Encodes the specified Signer message. Does not implicitly {@link cartorio.Signer.verify|verify} messages.
         * @param message Signer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Signer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Signer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Signer & cartorio.Signer.$Shape} Signer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Signer & cartorio.Signer.$Shape;
    }

    namespace Signer {

        /** Properties of a Signer. */
        interface $Properties {

            /** Signer did */
            did?: (string|null);

            /** Signer multikey */
            multikey?: (Uint8Array|null);

            /** Signer role */
            role?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Signer. */
        type $Shape = cartorio.Signer.$Properties;
    }

    /**
     * Properties of an Envelope.
     * @deprecated Use cartorio.Envelope.$Properties instead.
     */
    interface IEnvelope extends cartorio.Envelope.$Properties {
    }

    /** Represents an Envelope. */
    class Envelope {

        /**
         * Constructs a new Envelope.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Envelope.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Envelope body. */
        body: Uint8Array;

        /** Envelope signatures. */
        signatures: Uint8Array[];

        /** Envelope passkeys. */
        passkeys: cartorio.PasskeyAssertion.$Properties[];

        /**
         * Encodes the specified Envelope message. Does not implicitly {@link cartorio.Envelope.verify|verify} messages.
         * @param message Envelope message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Envelope message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Envelope & cartorio.Envelope.$Shape} Envelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Envelope & cartorio.Envelope.$Shape;
    }

    namespace Envelope {

        /** Properties of an Envelope. */
        interface $Properties {

            /** Envelope body */
            body?: (Uint8Array|null);

            /** Envelope signatures */
            signatures?: (Uint8Array[]|null);

            /** Envelope passkeys */
            passkeys?: (cartorio.PasskeyAssertion.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Envelope. */
        type $Shape = cartorio.Envelope.$Properties;
    }

    /**
     * Properties of a PasskeyAssertion.
     * @deprecated Use cartorio.PasskeyAssertion.$Properties instead.
     */
    interface IPasskeyAssertion extends cartorio.PasskeyAssertion.$Properties {
    }

    /** Represents a PasskeyAssertion. */
    class PasskeyAssertion {

        /**
         * Constructs a new PasskeyAssertion.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.PasskeyAssertion.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PasskeyAssertion signer. */
        signer: number;

        /** PasskeyAssertion authenticatorData. */
        authenticatorData: Uint8Array;

        /** PasskeyAssertion clientData. */
        clientData: Uint8Array;

        /**
         * Encodes the specified PasskeyAssertion message. Does not implicitly {@link cartorio.PasskeyAssertion.verify|verify} messages.
         * @param message PasskeyAssertion message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.PasskeyAssertion.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PasskeyAssertion message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.PasskeyAssertion & cartorio.PasskeyAssertion.$Shape} PasskeyAssertion
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.PasskeyAssertion & cartorio.PasskeyAssertion.$Shape;
    }

    namespace PasskeyAssertion {

        /** Properties of a PasskeyAssertion. */
        interface $Properties {

            /** PasskeyAssertion signer */
            signer?: (number|null);

            /** PasskeyAssertion authenticatorData */
            authenticatorData?: (Uint8Array|null);

            /** PasskeyAssertion clientData */
            clientData?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PasskeyAssertion. */
        type $Shape = cartorio.PasskeyAssertion.$Properties;
    }

    /**
     * Properties of an Operation.
     * @deprecated Use cartorio.Operation.$Properties instead.
     */
    interface IOperation extends cartorio.Operation.$Properties {
    }

    /** Represents an Operation. */
    class Operation {

        /**
         * Constructs a new Operation.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Operation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Operation didCreate. */
        didCreate?: (cartorio.DidCreate.$Properties|null);

        /** Operation didUpdate. */
        didUpdate?: (cartorio.DidUpdate.$Properties|null);

        /** Operation didDeactivate. */
        didDeactivate?: (cartorio.DidDeactivate.$Properties|null);

        /** Operation didRotateKeys. */
        didRotateKeys?: (cartorio.DidRotateKeys.$Properties|null);

        /** Operation didSetControllers. */
        didSetControllers?: (cartorio.DidSetControllers.$Properties|null);

        /** Operation didSetRecovery. */
        didSetRecovery?: (cartorio.DidSetRecovery.$Properties|null);

        /** Operation didRecoveryPropose. */
        didRecoveryPropose?: (cartorio.DidRecoveryPropose.$Properties|null);

        /** Operation didRecoveryCancel. */
        didRecoveryCancel?: (cartorio.DidRecoveryCancel.$Properties|null);

        /** Operation didRecoveryFinalise. */
        didRecoveryFinalise?: (cartorio.DidRecoveryFinalise.$Properties|null);

        /** Operation credentialAnchor. */
        credentialAnchor?: (cartorio.CredentialAnchor.$Properties|null);

        /** Operation credentialRevoke. */
        credentialRevoke?: (cartorio.CredentialRevoke.$Properties|null);

        /** Operation credentialSuspend. */
        credentialSuspend?: (cartorio.CredentialSuspend.$Properties|null);

        /** Operation credentialResume. */
        credentialResume?: (cartorio.CredentialResume.$Properties|null);

        /** Operation credentialCosign. */
        credentialCosign?: (cartorio.CredentialCosign.$Properties|null);

        /** Operation credentialLog. */
        credentialLog?: (cartorio.CredentialLog.$Properties|null);

        /** Operation issuerUpdate. */
        issuerUpdate?: (cartorio.IssuerUpdate.$Properties|null);

        /** Operation accreditationOffer. */
        accreditationOffer?: (cartorio.AccreditationOffer.$Properties|null);

        /** Operation accreditationAccept. */
        accreditationAccept?: (cartorio.AccreditationAccept.$Properties|null);

        /** Operation accreditationSuspend. */
        accreditationSuspend?: (cartorio.AccreditationSuspend.$Properties|null);

        /** Operation accreditationResume. */
        accreditationResume?: (cartorio.AccreditationResume.$Properties|null);

        /** Operation accreditationEnd. */
        accreditationEnd?: (cartorio.AccreditationEnd.$Properties|null);

        /** Operation schemaRegister. */
        schemaRegister?: (cartorio.SchemaRegister.$Properties|null);

        /** Operation schemaDeprecate. */
        schemaDeprecate?: (cartorio.SchemaDeprecate.$Properties|null);

        /** Operation statusListCreate. */
        statusListCreate?: (cartorio.StatusListCreate.$Properties|null);

        /** Operation statusListUpdate. */
        statusListUpdate?: (cartorio.StatusListUpdate.$Properties|null);

        /** Operation exchangeReceipts. */
        exchangeReceipts?: (cartorio.ExchangeReceipts.$Properties|null);

        /** Operation validatorChange. */
        validatorChange?: (cartorio.ValidatorChange.$Properties|null);

        /** Operation validatorReenter. */
        validatorReenter?: (cartorio.ValidatorReenter.$Properties|null);

        /** Operation governancePropose. */
        governancePropose?: (cartorio.GovernancePropose.$Properties|null);

        /** Operation governanceVote. */
        governanceVote?: (cartorio.GovernanceVote.$Properties|null);

        /** Operation governanceWithdraw. */
        governanceWithdraw?: (cartorio.GovernanceWithdraw.$Properties|null);

        /** Operation upgradeAnnounce. */
        upgradeAnnounce?: (cartorio.UpgradeAnnounce.$Properties|null);

        /** Operation kind. */
        kind?: ("didCreate"|"didUpdate"|"didDeactivate"|"didRotateKeys"|"didSetControllers"|"didSetRecovery"|"didRecoveryPropose"|"didRecoveryCancel"|"didRecoveryFinalise"|"credentialAnchor"|"credentialRevoke"|"credentialSuspend"|"credentialResume"|"credentialCosign"|"credentialLog"|"issuerUpdate"|"accreditationOffer"|"accreditationAccept"|"accreditationSuspend"|"accreditationResume"|"accreditationEnd"|"schemaRegister"|"schemaDeprecate"|"statusListCreate"|"statusListUpdate"|"exchangeReceipts"|"validatorChange"|"validatorReenter"|"governancePropose"|"governanceVote"|"governanceWithdraw"|"upgradeAnnounce");

        /**
         * Encodes the specified Operation message. Does not implicitly {@link cartorio.Operation.verify|verify} messages.
         * @param message Operation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Operation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Operation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Operation & cartorio.Operation.$Shape} Operation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Operation & cartorio.Operation.$Shape;
    }

    namespace Operation {

        /** Properties of an Operation. */
        interface $Properties {

            /** Operation didCreate */
            didCreate?: (cartorio.DidCreate.$Properties|null);

            /** Operation didUpdate */
            didUpdate?: (cartorio.DidUpdate.$Properties|null);

            /** Operation didDeactivate */
            didDeactivate?: (cartorio.DidDeactivate.$Properties|null);

            /** Operation didRotateKeys */
            didRotateKeys?: (cartorio.DidRotateKeys.$Properties|null);

            /** Operation didSetControllers */
            didSetControllers?: (cartorio.DidSetControllers.$Properties|null);

            /** Operation didSetRecovery */
            didSetRecovery?: (cartorio.DidSetRecovery.$Properties|null);

            /** Operation didRecoveryPropose */
            didRecoveryPropose?: (cartorio.DidRecoveryPropose.$Properties|null);

            /** Operation didRecoveryCancel */
            didRecoveryCancel?: (cartorio.DidRecoveryCancel.$Properties|null);

            /** Operation didRecoveryFinalise */
            didRecoveryFinalise?: (cartorio.DidRecoveryFinalise.$Properties|null);

            /** Operation credentialAnchor */
            credentialAnchor?: (cartorio.CredentialAnchor.$Properties|null);

            /** Operation credentialRevoke */
            credentialRevoke?: (cartorio.CredentialRevoke.$Properties|null);

            /** Operation credentialSuspend */
            credentialSuspend?: (cartorio.CredentialSuspend.$Properties|null);

            /** Operation credentialResume */
            credentialResume?: (cartorio.CredentialResume.$Properties|null);

            /** Operation credentialCosign */
            credentialCosign?: (cartorio.CredentialCosign.$Properties|null);

            /** Operation credentialLog */
            credentialLog?: (cartorio.CredentialLog.$Properties|null);

            /** Operation issuerUpdate */
            issuerUpdate?: (cartorio.IssuerUpdate.$Properties|null);

            /** Operation accreditationOffer */
            accreditationOffer?: (cartorio.AccreditationOffer.$Properties|null);

            /** Operation accreditationAccept */
            accreditationAccept?: (cartorio.AccreditationAccept.$Properties|null);

            /** Operation accreditationSuspend */
            accreditationSuspend?: (cartorio.AccreditationSuspend.$Properties|null);

            /** Operation accreditationResume */
            accreditationResume?: (cartorio.AccreditationResume.$Properties|null);

            /** Operation accreditationEnd */
            accreditationEnd?: (cartorio.AccreditationEnd.$Properties|null);

            /** Operation schemaRegister */
            schemaRegister?: (cartorio.SchemaRegister.$Properties|null);

            /** Operation schemaDeprecate */
            schemaDeprecate?: (cartorio.SchemaDeprecate.$Properties|null);

            /** Operation statusListCreate */
            statusListCreate?: (cartorio.StatusListCreate.$Properties|null);

            /** Operation statusListUpdate */
            statusListUpdate?: (cartorio.StatusListUpdate.$Properties|null);

            /** Operation exchangeReceipts */
            exchangeReceipts?: (cartorio.ExchangeReceipts.$Properties|null);

            /** Operation validatorChange */
            validatorChange?: (cartorio.ValidatorChange.$Properties|null);

            /** Operation validatorReenter */
            validatorReenter?: (cartorio.ValidatorReenter.$Properties|null);

            /** Operation governancePropose */
            governancePropose?: (cartorio.GovernancePropose.$Properties|null);

            /** Operation governanceVote */
            governanceVote?: (cartorio.GovernanceVote.$Properties|null);

            /** Operation governanceWithdraw */
            governanceWithdraw?: (cartorio.GovernanceWithdraw.$Properties|null);

            /** Operation upgradeAnnounce */
            upgradeAnnounce?: (cartorio.UpgradeAnnounce.$Properties|null);

            /** Operation kind */
            kind?: ("didCreate"|"didUpdate"|"didDeactivate"|"didRotateKeys"|"didSetControllers"|"didSetRecovery"|"didRecoveryPropose"|"didRecoveryCancel"|"didRecoveryFinalise"|"credentialAnchor"|"credentialRevoke"|"credentialSuspend"|"credentialResume"|"credentialCosign"|"credentialLog"|"issuerUpdate"|"accreditationOffer"|"accreditationAccept"|"accreditationSuspend"|"accreditationResume"|"accreditationEnd"|"schemaRegister"|"schemaDeprecate"|"statusListCreate"|"statusListUpdate"|"exchangeReceipts"|"validatorChange"|"validatorReenter"|"governancePropose"|"governanceVote"|"governanceWithdraw"|"upgradeAnnounce");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an Operation. */
        type $Shape = {
          didCreate?: cartorio.DidCreate.$Shape|null;
          didUpdate?: cartorio.DidUpdate.$Shape|null;
          didDeactivate?: cartorio.DidDeactivate.$Shape|null;
          didRotateKeys?: cartorio.DidRotateKeys.$Shape|null;
          didSetControllers?: cartorio.DidSetControllers.$Shape|null;
          didSetRecovery?: cartorio.DidSetRecovery.$Shape|null;
          didRecoveryPropose?: cartorio.DidRecoveryPropose.$Shape|null;
          didRecoveryCancel?: cartorio.DidRecoveryCancel.$Shape|null;
          didRecoveryFinalise?: cartorio.DidRecoveryFinalise.$Shape|null;
          credentialAnchor?: cartorio.CredentialAnchor.$Shape|null;
          credentialRevoke?: cartorio.CredentialRevoke.$Shape|null;
          credentialSuspend?: cartorio.CredentialSuspend.$Shape|null;
          credentialResume?: cartorio.CredentialResume.$Shape|null;
          credentialCosign?: cartorio.CredentialCosign.$Shape|null;
          credentialLog?: cartorio.CredentialLog.$Shape|null;
          issuerUpdate?: cartorio.IssuerUpdate.$Shape|null;
          accreditationOffer?: cartorio.AccreditationOffer.$Shape|null;
          accreditationAccept?: cartorio.AccreditationAccept.$Shape|null;
          accreditationSuspend?: cartorio.AccreditationSuspend.$Shape|null;
          accreditationResume?: cartorio.AccreditationResume.$Shape|null;
          accreditationEnd?: cartorio.AccreditationEnd.$Shape|null;
          schemaRegister?: cartorio.SchemaRegister.$Shape|null;
          schemaDeprecate?: cartorio.SchemaDeprecate.$Shape|null;
          statusListCreate?: cartorio.StatusListCreate.$Shape|null;
          statusListUpdate?: cartorio.StatusListUpdate.$Shape|null;
          exchangeReceipts?: cartorio.ExchangeReceipts.$Shape|null;
          validatorChange?: cartorio.ValidatorChange.$Shape|null;
          validatorReenter?: cartorio.ValidatorReenter.$Shape|null;
          governancePropose?: cartorio.GovernancePropose.$Shape|null;
          governanceVote?: cartorio.GovernanceVote.$Shape|null;
          governanceWithdraw?: cartorio.GovernanceWithdraw.$Shape|null;
          upgradeAnnounce?: cartorio.UpgradeAnnounce.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ kind?: undefined; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "didCreate"; didCreate: cartorio.DidCreate.$Shape; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "didUpdate"; didCreate?: null; didUpdate: cartorio.DidUpdate.$Shape; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "didDeactivate"; didCreate?: null; didUpdate?: null; didDeactivate: cartorio.DidDeactivate.$Shape; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "didRotateKeys"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys: cartorio.DidRotateKeys.$Shape; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "didSetControllers"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers: cartorio.DidSetControllers.$Shape; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "didSetRecovery"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery: cartorio.DidSetRecovery.$Shape; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "didRecoveryPropose"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose: cartorio.DidRecoveryPropose.$Shape; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "didRecoveryCancel"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel: cartorio.DidRecoveryCancel.$Shape; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "didRecoveryFinalise"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise: cartorio.DidRecoveryFinalise.$Shape; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "credentialAnchor"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor: cartorio.CredentialAnchor.$Shape; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "credentialRevoke"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke: cartorio.CredentialRevoke.$Shape; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "credentialSuspend"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend: cartorio.CredentialSuspend.$Shape; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "credentialResume"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume: cartorio.CredentialResume.$Shape; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "credentialCosign"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign: cartorio.CredentialCosign.$Shape; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "credentialLog"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog: cartorio.CredentialLog.$Shape; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "issuerUpdate"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate: cartorio.IssuerUpdate.$Shape; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "accreditationOffer"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer: cartorio.AccreditationOffer.$Shape; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "accreditationAccept"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept: cartorio.AccreditationAccept.$Shape; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "accreditationSuspend"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend: cartorio.AccreditationSuspend.$Shape; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "accreditationResume"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume: cartorio.AccreditationResume.$Shape; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "accreditationEnd"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd: cartorio.AccreditationEnd.$Shape; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "schemaRegister"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister: cartorio.SchemaRegister.$Shape; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "schemaDeprecate"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate: cartorio.SchemaDeprecate.$Shape; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "statusListCreate"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate: cartorio.StatusListCreate.$Shape; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "statusListUpdate"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate: cartorio.StatusListUpdate.$Shape; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "exchangeReceipts"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts: cartorio.ExchangeReceipts.$Shape; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "validatorChange"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange: cartorio.ValidatorChange.$Shape; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "validatorReenter"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter: cartorio.ValidatorReenter.$Shape; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "governancePropose"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose: cartorio.GovernancePropose.$Shape; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "governanceVote"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote: cartorio.GovernanceVote.$Shape; governanceWithdraw?: null; upgradeAnnounce?: null }|{ kind?: "governanceWithdraw"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw: cartorio.GovernanceWithdraw.$Shape; upgradeAnnounce?: null }|{ kind?: "upgradeAnnounce"; didCreate?: null; didUpdate?: null; didDeactivate?: null; didRotateKeys?: null; didSetControllers?: null; didSetRecovery?: null; didRecoveryPropose?: null; didRecoveryCancel?: null; didRecoveryFinalise?: null; credentialAnchor?: null; credentialRevoke?: null; credentialSuspend?: null; credentialResume?: null; credentialCosign?: null; credentialLog?: null; issuerUpdate?: null; accreditationOffer?: null; accreditationAccept?: null; accreditationSuspend?: null; accreditationResume?: null; accreditationEnd?: null; schemaRegister?: null; schemaDeprecate?: null; statusListCreate?: null; statusListUpdate?: null; exchangeReceipts?: null; validatorChange?: null; validatorReenter?: null; governancePropose?: null; governanceVote?: null; governanceWithdraw?: null; upgradeAnnounce: cartorio.UpgradeAnnounce.$Shape })
        );
    }

    /**
     * Properties of a Control.
     * @deprecated Use cartorio.Control.$Properties instead.
     */
    interface IControl extends cartorio.Control.$Properties {
    }

    /** Represents a Control. */
    class Control {

        /**
         * Constructs a new Control.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Control.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Control keys. */
        keys: Uint8Array[];

        /** Control threshold. */
        threshold: number;

        /** Control nextKeyHashes. */
        nextKeyHashes: Uint8Array[];

        /** Control controllers. */
        controllers: string[];

        /**
         * Encodes the specified Control message. Does not implicitly {@link cartorio.Control.verify|verify} messages.
         * @param message Control message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Control.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Control message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Control & cartorio.Control.$Shape} Control
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Control & cartorio.Control.$Shape;
    }

    namespace Control {

        /** Properties of a Control. */
        interface $Properties {

            /** Control keys */
            keys?: (Uint8Array[]|null);

            /** Control threshold */
            threshold?: (number|null);

            /** Control nextKeyHashes */
            nextKeyHashes?: (Uint8Array[]|null);

            /** Control controllers */
            controllers?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Control. */
        type $Shape = cartorio.Control.$Properties;
    }

    /**
     * Properties of a Recovery.
     * @deprecated Use cartorio.Recovery.$Properties instead.
     */
    interface IRecovery extends cartorio.Recovery.$Properties {
    }

    /** Represents a Recovery. */
    class Recovery {

        /**
         * Constructs a new Recovery.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Recovery.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Recovery keyHashes. */
        keyHashes: Uint8Array[];

        /** Recovery threshold. */
        threshold: number;

        /** Recovery delayMs. */
        delayMs: number;

        /**
         * Encodes the specified Recovery message. Does not implicitly {@link cartorio.Recovery.verify|verify} messages.
         * @param message Recovery message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Recovery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Recovery message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Recovery & cartorio.Recovery.$Shape} Recovery
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Recovery & cartorio.Recovery.$Shape;
    }

    namespace Recovery {

        /** Properties of a Recovery. */
        interface $Properties {

            /** Recovery keyHashes */
            keyHashes?: (Uint8Array[]|null);

            /** Recovery threshold */
            threshold?: (number|null);

            /** Recovery delayMs */
            delayMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Recovery. */
        type $Shape = cartorio.Recovery.$Properties;
    }

    /**
     * Properties of a VerificationMethod.
     * @deprecated Use cartorio.VerificationMethod.$Properties instead.
     */
    interface IVerificationMethod extends cartorio.VerificationMethod.$Properties {
    }

    /** Represents a VerificationMethod. */
    class VerificationMethod {

        /**
         * Constructs a new VerificationMethod.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.VerificationMethod.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** VerificationMethod format. */
        format: number;

        /** VerificationMethod multikey. */
        multikey: Uint8Array;

        /** VerificationMethod relationships. */
        relationships: number;

        /**
         * Encodes the specified VerificationMethod message. Does not implicitly {@link cartorio.VerificationMethod.verify|verify} messages.
         * @param message VerificationMethod message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.VerificationMethod.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a VerificationMethod message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.VerificationMethod & cartorio.VerificationMethod.$Shape} VerificationMethod
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.VerificationMethod & cartorio.VerificationMethod.$Shape;
    }

    namespace VerificationMethod {

        /** Properties of a VerificationMethod. */
        interface $Properties {

            /** VerificationMethod format */
            format?: (number|null);

            /** VerificationMethod multikey */
            multikey?: (Uint8Array|null);

            /** VerificationMethod relationships */
            relationships?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a VerificationMethod. */
        type $Shape = cartorio.VerificationMethod.$Properties;
    }

    /**
     * Properties of a Service.
     * @deprecated Use cartorio.Service.$Properties instead.
     */
    interface IService extends cartorio.Service.$Properties {
    }

    /** Represents a Service. */
    class Service {

        /**
         * Constructs a new Service.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Service.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Service fragment. */
        fragment: string;

        /** Service types. */
        types: string[];

        /** Service endpoints. */
        endpoints: string[];

        /**
         * Encodes the specified Service message. Does not implicitly {@link cartorio.Service.verify|verify} messages.
         * @param message Service message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Service.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Service message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Service & cartorio.Service.$Shape} Service
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Service & cartorio.Service.$Shape;
    }

    namespace Service {

        /** Properties of a Service. */
        interface $Properties {

            /** Service fragment */
            fragment?: (string|null);

            /** Service types */
            types?: (string[]|null);

            /** Service endpoints */
            endpoints?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Service. */
        type $Shape = cartorio.Service.$Properties;
    }

    /**
     * Properties of a Document.
     * @deprecated Use cartorio.Document.$Properties instead.
     */
    interface IDocument extends cartorio.Document.$Properties {
    }

    /** Represents a Document. */
    class Document {

        /**
         * Constructs a new Document.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.Document.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Document verificationMethods. */
        verificationMethods: cartorio.VerificationMethod.$Properties[];

        /** Document services. */
        services: cartorio.Service.$Properties[];

        /** Document alsoKnownAs. */
        alsoKnownAs: string[];

        /**
         * Encodes the specified Document message. Does not implicitly {@link cartorio.Document.verify|verify} messages.
         * @param message Document message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.Document.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Document message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.Document & cartorio.Document.$Shape} Document
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.Document & cartorio.Document.$Shape;
    }

    namespace Document {

        /** Properties of a Document. */
        interface $Properties {

            /** Document verificationMethods */
            verificationMethods?: (cartorio.VerificationMethod.$Properties[]|null);

            /** Document services */
            services?: (cartorio.Service.$Properties[]|null);

            /** Document alsoKnownAs */
            alsoKnownAs?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Document. */
        type $Shape = cartorio.Document.$Properties;
    }

    /**
     * Properties of a KeyRemoval.
     * @deprecated Use cartorio.KeyRemoval.$Properties instead.
     */
    interface IKeyRemoval extends cartorio.KeyRemoval.$Properties {
    }

    /** Represents a KeyRemoval. */
    class KeyRemoval {

        /**
         * Constructs a new KeyRemoval.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.KeyRemoval.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** KeyRemoval multikey. */
        multikey: Uint8Array;

        /** KeyRemoval reason. */
        reason: number;

        /** KeyRemoval since. */
        since: number;

        /**
         * Encodes the specified KeyRemoval message. Does not implicitly {@link cartorio.KeyRemoval.verify|verify} messages.
         * @param message KeyRemoval message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.KeyRemoval.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a KeyRemoval message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.KeyRemoval & cartorio.KeyRemoval.$Shape} KeyRemoval
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.KeyRemoval & cartorio.KeyRemoval.$Shape;
    }

    namespace KeyRemoval {

        /** Properties of a KeyRemoval. */
        interface $Properties {

            /** KeyRemoval multikey */
            multikey?: (Uint8Array|null);

            /** KeyRemoval reason */
            reason?: (number|null);

            /** KeyRemoval since */
            since?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a KeyRemoval. */
        type $Shape = cartorio.KeyRemoval.$Properties;
    }

    /**
     * Properties of a DidCreate.
     * @deprecated Use cartorio.DidCreate.$Properties instead.
     */
    interface IDidCreate extends cartorio.DidCreate.$Properties {
    }

    /** Represents a DidCreate. */
    class DidCreate {

        /**
         * Constructs a new DidCreate.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidCreate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidCreate nonce. */
        nonce: Uint8Array;

        /** DidCreate control. */
        control?: (cartorio.Control.$Properties|null);

        /** DidCreate document. */
        document?: (cartorio.Document.$Properties|null);

        /** DidCreate recovery. */
        recovery?: (cartorio.Recovery.$Properties|null);

        /** DidCreate legalEntity. */
        legalEntity: boolean;

        /**
         * Encodes the specified DidCreate message. Does not implicitly {@link cartorio.DidCreate.verify|verify} messages.
         * @param message DidCreate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidCreate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidCreate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidCreate & cartorio.DidCreate.$Shape} DidCreate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidCreate & cartorio.DidCreate.$Shape;
    }

    namespace DidCreate {

        /** Properties of a DidCreate. */
        interface $Properties {

            /** DidCreate nonce */
            nonce?: (Uint8Array|null);

            /** DidCreate control */
            control?: (cartorio.Control.$Properties|null);

            /** DidCreate document */
            document?: (cartorio.Document.$Properties|null);

            /** DidCreate recovery */
            recovery?: (cartorio.Recovery.$Properties|null);

            /** DidCreate legalEntity */
            legalEntity?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidCreate. */
        type $Shape = cartorio.DidCreate.$Properties;
    }

    /**
     * Properties of a DidUpdate.
     * @deprecated Use cartorio.DidUpdate.$Properties instead.
     */
    interface IDidUpdate extends cartorio.DidUpdate.$Properties {
    }

    /** Represents a DidUpdate. */
    class DidUpdate {

        /**
         * Constructs a new DidUpdate.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidUpdate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidUpdate did. */
        did: string;

        /** DidUpdate expectedVersion. */
        expectedVersion: number;

        /** DidUpdate document. */
        document?: (cartorio.Document.$Properties|null);

        /** DidUpdate removals. */
        removals: cartorio.KeyRemoval.$Properties[];

        /**
         * Encodes the specified DidUpdate message. Does not implicitly {@link cartorio.DidUpdate.verify|verify} messages.
         * @param message DidUpdate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidUpdate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidUpdate & cartorio.DidUpdate.$Shape} DidUpdate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidUpdate & cartorio.DidUpdate.$Shape;
    }

    namespace DidUpdate {

        /** Properties of a DidUpdate. */
        interface $Properties {

            /** DidUpdate did */
            did?: (string|null);

            /** DidUpdate expectedVersion */
            expectedVersion?: (number|null);

            /** DidUpdate document */
            document?: (cartorio.Document.$Properties|null);

            /** DidUpdate removals */
            removals?: (cartorio.KeyRemoval.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidUpdate. */
        type $Shape = cartorio.DidUpdate.$Properties;
    }

    /**
     * Properties of a DidDeactivate.
     * @deprecated Use cartorio.DidDeactivate.$Properties instead.
     */
    interface IDidDeactivate extends cartorio.DidDeactivate.$Properties {
    }

    /** Represents a DidDeactivate. */
    class DidDeactivate {

        /**
         * Constructs a new DidDeactivate.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidDeactivate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidDeactivate did. */
        did: string;

        /** DidDeactivate expectedVersion. */
        expectedVersion: number;

        /** DidDeactivate acknowledge. */
        acknowledge: number;

        /**
         * Encodes the specified DidDeactivate message. Does not implicitly {@link cartorio.DidDeactivate.verify|verify} messages.
         * @param message DidDeactivate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidDeactivate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidDeactivate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidDeactivate & cartorio.DidDeactivate.$Shape} DidDeactivate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidDeactivate & cartorio.DidDeactivate.$Shape;
    }

    namespace DidDeactivate {

        /** Properties of a DidDeactivate. */
        interface $Properties {

            /** DidDeactivate did */
            did?: (string|null);

            /** DidDeactivate expectedVersion */
            expectedVersion?: (number|null);

            /** DidDeactivate acknowledge */
            acknowledge?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidDeactivate. */
        type $Shape = cartorio.DidDeactivate.$Properties;
    }

    /**
     * Properties of a DidRotateKeys.
     * @deprecated Use cartorio.DidRotateKeys.$Properties instead.
     */
    interface IDidRotateKeys extends cartorio.DidRotateKeys.$Properties {
    }

    /** Represents a DidRotateKeys. */
    class DidRotateKeys {

        /**
         * Constructs a new DidRotateKeys.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidRotateKeys.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidRotateKeys did. */
        did: string;

        /** DidRotateKeys expectedVersion. */
        expectedVersion: number;

        /** DidRotateKeys control. */
        control?: (cartorio.Control.$Properties|null);

        /** DidRotateKeys removals. */
        removals: cartorio.KeyRemoval.$Properties[];

        /**
         * Encodes the specified DidRotateKeys message. Does not implicitly {@link cartorio.DidRotateKeys.verify|verify} messages.
         * @param message DidRotateKeys message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidRotateKeys.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidRotateKeys message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidRotateKeys & cartorio.DidRotateKeys.$Shape} DidRotateKeys
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidRotateKeys & cartorio.DidRotateKeys.$Shape;
    }

    namespace DidRotateKeys {

        /** Properties of a DidRotateKeys. */
        interface $Properties {

            /** DidRotateKeys did */
            did?: (string|null);

            /** DidRotateKeys expectedVersion */
            expectedVersion?: (number|null);

            /** DidRotateKeys control */
            control?: (cartorio.Control.$Properties|null);

            /** DidRotateKeys removals */
            removals?: (cartorio.KeyRemoval.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidRotateKeys. */
        type $Shape = cartorio.DidRotateKeys.$Properties;
    }

    /**
     * Properties of a DidSetControllers.
     * @deprecated Use cartorio.DidSetControllers.$Properties instead.
     */
    interface IDidSetControllers extends cartorio.DidSetControllers.$Properties {
    }

    /** Represents a DidSetControllers. */
    class DidSetControllers {

        /**
         * Constructs a new DidSetControllers.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidSetControllers.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidSetControllers did. */
        did: string;

        /** DidSetControllers expectedVersion. */
        expectedVersion: number;

        /** DidSetControllers control. */
        control?: (cartorio.Control.$Properties|null);

        /** DidSetControllers removals. */
        removals: cartorio.KeyRemoval.$Properties[];

        /**
         * Encodes the specified DidSetControllers message. Does not implicitly {@link cartorio.DidSetControllers.verify|verify} messages.
         * @param message DidSetControllers message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidSetControllers.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidSetControllers message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidSetControllers & cartorio.DidSetControllers.$Shape} DidSetControllers
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidSetControllers & cartorio.DidSetControllers.$Shape;
    }

    namespace DidSetControllers {

        /** Properties of a DidSetControllers. */
        interface $Properties {

            /** DidSetControllers did */
            did?: (string|null);

            /** DidSetControllers expectedVersion */
            expectedVersion?: (number|null);

            /** DidSetControllers control */
            control?: (cartorio.Control.$Properties|null);

            /** DidSetControllers removals */
            removals?: (cartorio.KeyRemoval.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidSetControllers. */
        type $Shape = cartorio.DidSetControllers.$Properties;
    }

    /**
     * Properties of a DidSetRecovery.
     * @deprecated Use cartorio.DidSetRecovery.$Properties instead.
     */
    interface IDidSetRecovery extends cartorio.DidSetRecovery.$Properties {
    }

    /** Represents a DidSetRecovery. */
    class DidSetRecovery {

        /**
         * Constructs a new DidSetRecovery.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidSetRecovery.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidSetRecovery did. */
        did: string;

        /** DidSetRecovery expectedVersion. */
        expectedVersion: number;

        /** DidSetRecovery recovery. */
        recovery?: (cartorio.Recovery.$Properties|null);

        /** DidSetRecovery nextKeyHashes. */
        nextKeyHashes: Uint8Array[];

        /**
         * Encodes the specified DidSetRecovery message. Does not implicitly {@link cartorio.DidSetRecovery.verify|verify} messages.
         * @param message DidSetRecovery message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidSetRecovery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidSetRecovery message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidSetRecovery & cartorio.DidSetRecovery.$Shape} DidSetRecovery
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidSetRecovery & cartorio.DidSetRecovery.$Shape;
    }

    namespace DidSetRecovery {

        /** Properties of a DidSetRecovery. */
        interface $Properties {

            /** DidSetRecovery did */
            did?: (string|null);

            /** DidSetRecovery expectedVersion */
            expectedVersion?: (number|null);

            /** DidSetRecovery recovery */
            recovery?: (cartorio.Recovery.$Properties|null);

            /** DidSetRecovery nextKeyHashes */
            nextKeyHashes?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidSetRecovery. */
        type $Shape = cartorio.DidSetRecovery.$Properties;
    }

    /**
     * Properties of a DidRecoveryPropose.
     * @deprecated Use cartorio.DidRecoveryPropose.$Properties instead.
     */
    interface IDidRecoveryPropose extends cartorio.DidRecoveryPropose.$Properties {
    }

    /** Represents a DidRecoveryPropose. */
    class DidRecoveryPropose {

        /**
         * Constructs a new DidRecoveryPropose.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidRecoveryPropose.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidRecoveryPropose did. */
        did: string;

        /** DidRecoveryPropose expectedSequence. */
        expectedSequence: number;

        /** DidRecoveryPropose control. */
        control?: (cartorio.Control.$Properties|null);

        /** DidRecoveryPropose recovery. */
        recovery?: (cartorio.Recovery.$Properties|null);

        /** DidRecoveryPropose removals. */
        removals: cartorio.KeyRemoval.$Properties[];

        /**
         * Encodes the specified DidRecoveryPropose message. Does not implicitly {@link cartorio.DidRecoveryPropose.verify|verify} messages.
         * @param message DidRecoveryPropose message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidRecoveryPropose.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidRecoveryPropose message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidRecoveryPropose & cartorio.DidRecoveryPropose.$Shape} DidRecoveryPropose
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidRecoveryPropose & cartorio.DidRecoveryPropose.$Shape;
    }

    namespace DidRecoveryPropose {

        /** Properties of a DidRecoveryPropose. */
        interface $Properties {

            /** DidRecoveryPropose did */
            did?: (string|null);

            /** DidRecoveryPropose expectedSequence */
            expectedSequence?: (number|null);

            /** DidRecoveryPropose control */
            control?: (cartorio.Control.$Properties|null);

            /** DidRecoveryPropose recovery */
            recovery?: (cartorio.Recovery.$Properties|null);

            /** DidRecoveryPropose removals */
            removals?: (cartorio.KeyRemoval.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidRecoveryPropose. */
        type $Shape = cartorio.DidRecoveryPropose.$Properties;
    }

    /**
     * Properties of a DidRecoveryCancel.
     * @deprecated Use cartorio.DidRecoveryCancel.$Properties instead.
     */
    interface IDidRecoveryCancel extends cartorio.DidRecoveryCancel.$Properties {
    }

    /** Represents a DidRecoveryCancel. */
    class DidRecoveryCancel {

        /**
         * Constructs a new DidRecoveryCancel.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidRecoveryCancel.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidRecoveryCancel did. */
        did: string;

        /** DidRecoveryCancel expectedSequence. */
        expectedSequence: number;

        /** DidRecoveryCancel nextKeyHashes. */
        nextKeyHashes: Uint8Array[];

        /**
         * Encodes the specified DidRecoveryCancel message. Does not implicitly {@link cartorio.DidRecoveryCancel.verify|verify} messages.
         * @param message DidRecoveryCancel message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidRecoveryCancel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidRecoveryCancel message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidRecoveryCancel & cartorio.DidRecoveryCancel.$Shape} DidRecoveryCancel
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidRecoveryCancel & cartorio.DidRecoveryCancel.$Shape;
    }

    namespace DidRecoveryCancel {

        /** Properties of a DidRecoveryCancel. */
        interface $Properties {

            /** DidRecoveryCancel did */
            did?: (string|null);

            /** DidRecoveryCancel expectedSequence */
            expectedSequence?: (number|null);

            /** DidRecoveryCancel nextKeyHashes */
            nextKeyHashes?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidRecoveryCancel. */
        type $Shape = cartorio.DidRecoveryCancel.$Properties;
    }

    /**
     * Properties of a DidRecoveryFinalise.
     * @deprecated Use cartorio.DidRecoveryFinalise.$Properties instead.
     */
    interface IDidRecoveryFinalise extends cartorio.DidRecoveryFinalise.$Properties {
    }

    /** Represents a DidRecoveryFinalise. */
    class DidRecoveryFinalise {

        /**
         * Constructs a new DidRecoveryFinalise.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.DidRecoveryFinalise.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DidRecoveryFinalise did. */
        did: string;

        /** DidRecoveryFinalise expectedSequence. */
        expectedSequence: number;

        /**
         * Encodes the specified DidRecoveryFinalise message. Does not implicitly {@link cartorio.DidRecoveryFinalise.verify|verify} messages.
         * @param message DidRecoveryFinalise message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.DidRecoveryFinalise.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DidRecoveryFinalise message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.DidRecoveryFinalise & cartorio.DidRecoveryFinalise.$Shape} DidRecoveryFinalise
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.DidRecoveryFinalise & cartorio.DidRecoveryFinalise.$Shape;
    }

    namespace DidRecoveryFinalise {

        /** Properties of a DidRecoveryFinalise. */
        interface $Properties {

            /** DidRecoveryFinalise did */
            did?: (string|null);

            /** DidRecoveryFinalise expectedSequence */
            expectedSequence?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DidRecoveryFinalise. */
        type $Shape = cartorio.DidRecoveryFinalise.$Properties;
    }

    /**
     * Properties of a StatusListCreate.
     * @deprecated Use cartorio.StatusListCreate.$Properties instead.
     */
    interface IStatusListCreate extends cartorio.StatusListCreate.$Properties {
    }

    /** Represents a StatusListCreate. */
    class StatusListCreate {

        /**
         * Constructs a new StatusListCreate.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.StatusListCreate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StatusListCreate owner. */
        owner: string;

        /** StatusListCreate expectedCount. */
        expectedCount: number;

        /** StatusListCreate publisher. */
        publisher: string;

        /** StatusListCreate purpose. */
        purpose: number;

        /** StatusListCreate length. */
        length: number;

        /**
         * Encodes the specified StatusListCreate message. Does not implicitly {@link cartorio.StatusListCreate.verify|verify} messages.
         * @param message StatusListCreate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.StatusListCreate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusListCreate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.StatusListCreate & cartorio.StatusListCreate.$Shape} StatusListCreate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.StatusListCreate & cartorio.StatusListCreate.$Shape;
    }

    namespace StatusListCreate {

        /** Properties of a StatusListCreate. */
        interface $Properties {

            /** StatusListCreate owner */
            owner?: (string|null);

            /** StatusListCreate expectedCount */
            expectedCount?: (number|null);

            /** StatusListCreate publisher */
            publisher?: (string|null);

            /** StatusListCreate purpose */
            purpose?: (number|null);

            /** StatusListCreate length */
            length?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusListCreate. */
        type $Shape = cartorio.StatusListCreate.$Properties;
    }

    /**
     * Properties of a StatusChange.
     * @deprecated Use cartorio.StatusChange.$Properties instead.
     */
    interface IStatusChange extends cartorio.StatusChange.$Properties {
    }

    /** Represents a StatusChange. */
    class StatusChange {

        /**
         * Constructs a new StatusChange.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.StatusChange.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StatusChange index. */
        index: number;

        /** StatusChange value. */
        value: boolean;

        /**
         * Encodes the specified StatusChange message. Does not implicitly {@link cartorio.StatusChange.verify|verify} messages.
         * @param message StatusChange message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.StatusChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusChange message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.StatusChange & cartorio.StatusChange.$Shape} StatusChange
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.StatusChange & cartorio.StatusChange.$Shape;
    }

    namespace StatusChange {

        /** Properties of a StatusChange. */
        interface $Properties {

            /** StatusChange index */
            index?: (number|null);

            /** StatusChange value */
            value?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusChange. */
        type $Shape = cartorio.StatusChange.$Properties;
    }

    /**
     * Properties of a StatusListUpdate.
     * @deprecated Use cartorio.StatusListUpdate.$Properties instead.
     */
    interface IStatusListUpdate extends cartorio.StatusListUpdate.$Properties {
    }

    /** Represents a StatusListUpdate. */
    class StatusListUpdate {

        /**
         * Constructs a new StatusListUpdate.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.StatusListUpdate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StatusListUpdate owner. */
        owner: string;

        /** StatusListUpdate by. */
        by: string;

        /** StatusListUpdate list. */
        list: number;

        /** StatusListUpdate expectedSequence. */
        expectedSequence: number;

        /** StatusListUpdate changes. */
        changes: cartorio.StatusChange.$Properties[];

        /**
         * Encodes the specified StatusListUpdate message. Does not implicitly {@link cartorio.StatusListUpdate.verify|verify} messages.
         * @param message StatusListUpdate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.StatusListUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusListUpdate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.StatusListUpdate & cartorio.StatusListUpdate.$Shape} StatusListUpdate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.StatusListUpdate & cartorio.StatusListUpdate.$Shape;
    }

    namespace StatusListUpdate {

        /** Properties of a StatusListUpdate. */
        interface $Properties {

            /** StatusListUpdate owner */
            owner?: (string|null);

            /** StatusListUpdate by */
            by?: (string|null);

            /** StatusListUpdate list */
            list?: (number|null);

            /** StatusListUpdate expectedSequence */
            expectedSequence?: (number|null);

            /** StatusListUpdate changes */
            changes?: (cartorio.StatusChange.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusListUpdate. */
        type $Shape = cartorio.StatusListUpdate.$Properties;
    }

    /**
     * Properties of a StatusListsHeadRecord.
     * @deprecated Use cartorio.StatusListsHeadRecord.$Properties instead.
     */
    interface IStatusListsHeadRecord extends cartorio.StatusListsHeadRecord.$Properties {
    }

    /** Represents a StatusListsHeadRecord. */
    class StatusListsHeadRecord {

        /**
         * Constructs a new StatusListsHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.StatusListsHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StatusListsHeadRecord format. */
        format: number;

        /** StatusListsHeadRecord count. */
        count: number;

        /**
         * Encodes the specified StatusListsHeadRecord message. Does not implicitly {@link cartorio.StatusListsHeadRecord.verify|verify} messages.
         * @param message StatusListsHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.StatusListsHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusListsHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.StatusListsHeadRecord & cartorio.StatusListsHeadRecord.$Shape} StatusListsHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.StatusListsHeadRecord & cartorio.StatusListsHeadRecord.$Shape;
    }

    namespace StatusListsHeadRecord {

        /** Properties of a StatusListsHeadRecord. */
        interface $Properties {

            /** StatusListsHeadRecord format */
            format?: (number|null);

            /** StatusListsHeadRecord count */
            count?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusListsHeadRecord. */
        type $Shape = cartorio.StatusListsHeadRecord.$Properties;
    }

    /**
     * Properties of a StatusListRecord.
     * @deprecated Use cartorio.StatusListRecord.$Properties instead.
     */
    interface IStatusListRecord extends cartorio.StatusListRecord.$Properties {
    }

    /** Represents a StatusListRecord. */
    class StatusListRecord {

        /**
         * Constructs a new StatusListRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.StatusListRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StatusListRecord format. */
        format: number;

        /** StatusListRecord publisher. */
        publisher: string;

        /** StatusListRecord purpose. */
        purpose: number;

        /** StatusListRecord length. */
        length: number;

        /** StatusListRecord time. */
        time: number;

        /** StatusListRecord height. */
        height: number;

        /**
         * Encodes the specified StatusListRecord message. Does not implicitly {@link cartorio.StatusListRecord.verify|verify} messages.
         * @param message StatusListRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.StatusListRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusListRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.StatusListRecord & cartorio.StatusListRecord.$Shape} StatusListRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.StatusListRecord & cartorio.StatusListRecord.$Shape;
    }

    namespace StatusListRecord {

        /** Properties of a StatusListRecord. */
        interface $Properties {

            /** StatusListRecord format */
            format?: (number|null);

            /** StatusListRecord publisher */
            publisher?: (string|null);

            /** StatusListRecord purpose */
            purpose?: (number|null);

            /** StatusListRecord length */
            length?: (number|null);

            /** StatusListRecord time */
            time?: (number|null);

            /** StatusListRecord height */
            height?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusListRecord. */
        type $Shape = cartorio.StatusListRecord.$Properties;
    }

    /**
     * Properties of a StatusListHeadRecord.
     * @deprecated Use cartorio.StatusListHeadRecord.$Properties instead.
     */
    interface IStatusListHeadRecord extends cartorio.StatusListHeadRecord.$Properties {
    }

    /** Represents a StatusListHeadRecord. */
    class StatusListHeadRecord {

        /**
         * Constructs a new StatusListHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.StatusListHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StatusListHeadRecord format. */
        format: number;

        /** StatusListHeadRecord sequence. */
        sequence: number;

        /** StatusListHeadRecord chunkHashes. */
        chunkHashes: Uint8Array;

        /**
         * Encodes the specified StatusListHeadRecord message. Does not implicitly {@link cartorio.StatusListHeadRecord.verify|verify} messages.
         * @param message StatusListHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.StatusListHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusListHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.StatusListHeadRecord & cartorio.StatusListHeadRecord.$Shape} StatusListHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.StatusListHeadRecord & cartorio.StatusListHeadRecord.$Shape;
    }

    namespace StatusListHeadRecord {

        /** Properties of a StatusListHeadRecord. */
        interface $Properties {

            /** StatusListHeadRecord format */
            format?: (number|null);

            /** StatusListHeadRecord sequence */
            sequence?: (number|null);

            /** StatusListHeadRecord chunkHashes */
            chunkHashes?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusListHeadRecord. */
        type $Shape = cartorio.StatusListHeadRecord.$Properties;
    }

    /**
     * Properties of a StatusListVersionRecord.
     * @deprecated Use cartorio.StatusListVersionRecord.$Properties instead.
     */
    interface IStatusListVersionRecord extends cartorio.StatusListVersionRecord.$Properties {
    }

    /** Represents a StatusListVersionRecord. */
    class StatusListVersionRecord {

        /**
         * Constructs a new StatusListVersionRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.StatusListVersionRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StatusListVersionRecord format. */
        format: number;

        /** StatusListVersionRecord time. */
        time: number;

        /** StatusListVersionRecord height. */
        height: number;

        /** StatusListVersionRecord root. */
        root: Uint8Array;

        /**
         * Encodes the specified StatusListVersionRecord message. Does not implicitly {@link cartorio.StatusListVersionRecord.verify|verify} messages.
         * @param message StatusListVersionRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.StatusListVersionRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusListVersionRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.StatusListVersionRecord & cartorio.StatusListVersionRecord.$Shape} StatusListVersionRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.StatusListVersionRecord & cartorio.StatusListVersionRecord.$Shape;
    }

    namespace StatusListVersionRecord {

        /** Properties of a StatusListVersionRecord. */
        interface $Properties {

            /** StatusListVersionRecord format */
            format?: (number|null);

            /** StatusListVersionRecord time */
            time?: (number|null);

            /** StatusListVersionRecord height */
            height?: (number|null);

            /** StatusListVersionRecord root */
            root?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusListVersionRecord. */
        type $Shape = cartorio.StatusListVersionRecord.$Properties;
    }

    /**
     * Properties of a StatusChunkHeadRecord.
     * @deprecated Use cartorio.StatusChunkHeadRecord.$Properties instead.
     */
    interface IStatusChunkHeadRecord extends cartorio.StatusChunkHeadRecord.$Properties {
    }

    /** Represents a StatusChunkHeadRecord. */
    class StatusChunkHeadRecord {

        /**
         * Constructs a new StatusChunkHeadRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.StatusChunkHeadRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StatusChunkHeadRecord format. */
        format: number;

        /** StatusChunkHeadRecord sequence. */
        sequence: number;

        /**
         * Encodes the specified StatusChunkHeadRecord message. Does not implicitly {@link cartorio.StatusChunkHeadRecord.verify|verify} messages.
         * @param message StatusChunkHeadRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.StatusChunkHeadRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusChunkHeadRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.StatusChunkHeadRecord & cartorio.StatusChunkHeadRecord.$Shape} StatusChunkHeadRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.StatusChunkHeadRecord & cartorio.StatusChunkHeadRecord.$Shape;
    }

    namespace StatusChunkHeadRecord {

        /** Properties of a StatusChunkHeadRecord. */
        interface $Properties {

            /** StatusChunkHeadRecord format */
            format?: (number|null);

            /** StatusChunkHeadRecord sequence */
            sequence?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusChunkHeadRecord. */
        type $Shape = cartorio.StatusChunkHeadRecord.$Properties;
    }

    /**
     * Properties of a StatusChunkRecord.
     * @deprecated Use cartorio.StatusChunkRecord.$Properties instead.
     */
    interface IStatusChunkRecord extends cartorio.StatusChunkRecord.$Properties {
    }

    /** Represents a StatusChunkRecord. */
    class StatusChunkRecord {

        /**
         * Constructs a new StatusChunkRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: cartorio.StatusChunkRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StatusChunkRecord format. */
        format: number;

        /** StatusChunkRecord body. */
        body: Uint8Array;

        /** StatusChunkRecord previousSequence. */
        previousSequence: number;

        /**
         * Encodes the specified StatusChunkRecord message. Does not implicitly {@link cartorio.StatusChunkRecord.verify|verify} messages.
         * @param message StatusChunkRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: cartorio.StatusChunkRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusChunkRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {cartorio.StatusChunkRecord & cartorio.StatusChunkRecord.$Shape} StatusChunkRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): cartorio.StatusChunkRecord & cartorio.StatusChunkRecord.$Shape;
    }

    namespace StatusChunkRecord {

        /** Properties of a StatusChunkRecord. */
        interface $Properties {

            /** StatusChunkRecord format */
            format?: (number|null);

            /** StatusChunkRecord body */
            body?: (Uint8Array|null);

            /** StatusChunkRecord previousSequence */
            previousSequence?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusChunkRecord. */
        type $Shape = cartorio.StatusChunkRecord.$Properties;
    }
}
