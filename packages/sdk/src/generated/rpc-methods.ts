// Written from the method table in packages/gateway/src by
// `npx vitest run --project unit packages/gateway/test/method-table.test.ts -u`; a test fails if it is out of date.

/** Every method of a gateway by its name (docs/json-rpc.md). */
export interface RpcMethods {
  /** Hands in a signed transaction. */
  readonly "tx_submit": {
    readonly params: {
      /** Encoded Envelope. */
      readonly envelope: string;
    };
    readonly result: {
      readonly "id": string;
      readonly "known": boolean;
    };
  };
  /** Hands in several signed transactions. */
  readonly "tx_submitBatch": {
    readonly params: {
      /** Encoded Envelopes. */
      readonly envelopes: readonly (string)[];
    };
    readonly result: {
      readonly "accepted": number;
      readonly "results": readonly ({
        readonly "code": string;
        readonly "id"?: string;
        readonly "known"?: boolean;
        readonly "data"?: Readonly<Record<string, unknown>>;
      })[];
    };
  };
  /** The state of a transaction and its receipt. */
  readonly "tx_get": {
    readonly params: {
      /** Transaction id. */
      readonly id: string;
      /** NOT_READY unless the node's newest certified height is at least this. */
      readonly minHeight?: number;
    };
    readonly result: {
      readonly "id": string;
      readonly "state": "pending" | "committed" | "certified" | "expired" | "unknown";
      readonly "height"?: number;
      readonly "index"?: number;
      readonly "receipt"?: {
        readonly "code": string;
        readonly "number": number;
        readonly "operationIndex": number;
        readonly "cost": number;
        readonly "currentVersion": number;
        readonly "ids": readonly (string)[];
        readonly "transactionId": string;
        readonly "envelopeHash": string;
        readonly "bytes": string;
      };
      readonly "envelope"?: string;
      readonly "withheld"?: boolean;
    };
  };
  /** Waits until a transaction is final. */
  readonly "tx_wait": {
    readonly params: {
      /** Transaction id. */
      readonly id: string;
      /** What to wait for. */
      readonly level?: "committed" | "certified";
      /** Longest wait. */
      readonly timeoutMs?: number;
    };
    readonly result: {
      readonly "id": string;
      readonly "state": "pending" | "committed" | "certified" | "expired" | "unknown";
      readonly "height"?: number;
      readonly "index"?: number;
      readonly "receipt"?: {
        readonly "code": string;
        readonly "number": number;
        readonly "operationIndex": number;
        readonly "cost": number;
        readonly "currentVersion": number;
        readonly "ids": readonly (string)[];
        readonly "transactionId": string;
        readonly "envelopeHash": string;
        readonly "bytes": string;
      };
      readonly "envelope"?: string;
      readonly "withheld"?: boolean;
    };
  };
  /** The receipt of a transaction, with what proves it. */
  readonly "tx_getReceipt": {
    readonly params: {
      /** Transaction id. */
      readonly id: string;
      /** Also give the way to the header. */
      readonly inclusion?: boolean;
      /** NOT_READY unless the node's newest certified height is at least this. */
      readonly minHeight?: number;
    };
    readonly result: {
      readonly "id": string;
      readonly "state": "committed" | "certified";
      readonly "height": number;
      readonly "index": number;
      readonly "receipt": {
        readonly "code": string;
        readonly "number": number;
        readonly "operationIndex": number;
        readonly "cost": number;
        readonly "currentVersion": number;
        readonly "ids": readonly (string)[];
        readonly "transactionId": string;
        readonly "envelopeHash": string;
        readonly "bytes": string;
      };
      readonly "inclusion"?: {
        readonly "header": string;
        readonly "size": number;
        readonly "path": readonly (string)[];
        readonly "certificate": string | null;
      };
    };
  };
  /** What the bytes of a transaction say. */
  readonly "tx_decode": {
    readonly params: {
      /** Encoded Envelope, perhaps with signatures of zeros. */
      readonly envelope: string;
    };
    readonly result: {
      readonly "id": string;
      readonly "envelopeHash": string;
      readonly "payer": string;
      readonly "cost": number;
      readonly "body": Readonly<Record<string, unknown>>;
      readonly "missing": readonly (number)[];
    };
  };
  /** The receipt that a transaction would get now, without handing it in. */
  readonly "tx_simulate": {
    readonly params: {
      /** Encoded Envelope, perhaps with signatures of zeros. */
      readonly envelope: string;
    };
    readonly result: {
      readonly "id": string;
      readonly "height": number;
      readonly "time": number;
      readonly "receipt": {
        readonly "code": string;
        readonly "number": number;
        readonly "operationIndex": number;
        readonly "cost": number;
        readonly "currentVersion": number;
        readonly "ids": readonly (string)[];
        readonly "transactionId": string;
        readonly "envelopeHash": string;
        readonly "bytes": string;
      };
      readonly "settled": boolean;
      readonly "missing": readonly (number)[];
    };
  };
  /** Adds signatures to a transaction that needs those of several parties. */
  readonly "tx_addSignature": {
    readonly params: {
      /** Encoded Envelope, perhaps with signatures of zeros. */
      readonly envelope: string;
    };
    readonly result: {
      readonly "id": string;
      readonly "state": "waiting" | "complete" | "submitted";
      readonly "missing": readonly (number)[];
    };
  };
  /** Transactions that wait for signatures on this node. */
  readonly "tx_getPending": {
    readonly params: {
      /** Of whom a signature is missing. */
      readonly did?: string;
      /** Id of the last entry of the page before. */
      readonly after?: string;
      /** How many entries, at most 16, which is the default. */
      readonly count?: number;
      /** Transaction id, instead of `did`. */
      readonly id?: string;
    };
    readonly result: {
      readonly "pending": readonly ({
        readonly "id": string;
        readonly "validUntil": number;
        readonly "signers": readonly ({
          readonly "did": string;
          readonly "multikey": string;
          readonly "role": "author" | "controller" | "sponsor" | "cosigner";
          readonly "signed": boolean;
        })[];
        readonly "envelope"?: string;
        readonly "withheld"?: boolean;
      })[];
      readonly "next": string | null;
    };
  };
  /** The DID document and control state of a DID. */
  readonly "did_resolve": {
    readonly params: {
      /** The DID. */
      readonly did: string;
      /** Number of the version, from 1; default the latest. */
      readonly version?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "did": string;
      readonly "document": Readonly<Record<string, unknown>> | null;
      readonly "metadata": Readonly<Record<string, unknown>>;
      readonly "version": number;
      readonly "latestVersion": number;
      readonly "deactivated": boolean;
      readonly "control": Readonly<Record<string, unknown>>;
      readonly "dependants": number;
      readonly "recovery": Readonly<Record<string, unknown>> | null;
      readonly "recoverySequence": number;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** What a DID URL names: a document, a key, a service, the URLs of a service. */
  readonly "did_dereference": {
    readonly params: {
      /** A DID, or a DID URL. */
      readonly didUrl: string;
      /** application/did (default) or text/uri-list. */
      readonly accept?: "application/did" | "text/uri-list";
      /** The key that the fragment names must serve this relationship. */
      readonly verificationRelationship?: "authentication" | "assertionMethod" | "keyAgreement" | "capabilityInvocation" | "capabilityDelegation";
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "did": string;
      readonly "content": Readonly<Record<string, unknown>> | readonly (string)[] | null;
      readonly "contentType": string | null;
      readonly "contentMetadata": Readonly<Record<string, unknown>>;
      readonly "version": number;
      readonly "deactivated": boolean;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** The record of one version of a DID: when it began, who controlled it, what left. */
  readonly "did_getVersion": {
    readonly params: {
      /** The DID. */
      readonly did: string;
      /** Number, from 1. */
      readonly version: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "did": string;
      readonly "versionId": string;
      readonly "latestVersion": number;
      readonly "record": {
        readonly "number": number;
        readonly "time": number;
        readonly "height": number;
        readonly "documentHash": string;
        readonly "previousHash": string | null;
        readonly "removals": readonly ({
          readonly "multikey": string;
          readonly "reason": "retired" | "compromised";
          readonly "since": number;
        })[];
        readonly "status": "active" | "deactivated";
        readonly "control": Readonly<Record<string, unknown>>;
      };
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** The versions of a DID, by page: when each began, who controlled it, what left. */
  readonly "did_getHistory": {
    readonly params: {
      /** The DID. */
      readonly did: string;
      /** Number of the first entry; default 1. */
      readonly from?: number;
      /** How many entries, at most 64, which is the default. */
      readonly count?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "did": string;
      readonly "latestVersion": number;
      readonly "versions": readonly ({
        readonly "versionId": string;
        readonly "number": number;
        readonly "time": number;
        readonly "height": number;
        readonly "documentHash": string;
        readonly "previousHash": string | null;
        readonly "removals": readonly ({
          readonly "multikey": string;
          readonly "reason": "retired" | "compromised";
          readonly "since": number;
        })[];
        readonly "status": "active" | "deactivated";
        readonly "control": Readonly<Record<string, unknown>>;
      })[];
      readonly "next": number | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** Whether a key ever left a DID's document or control, and why. */
  readonly "did_getKeyRemoval": {
    readonly params: {
      /** The DID. */
      readonly did: string;
      /** The key. */
      readonly multikey: string;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "did": string;
      readonly "removal": {
        readonly "reason": "retired" | "compromised";
        readonly "since": number;
        readonly "time": number;
        readonly "height": number;
        readonly "version": number;
      } | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** Anchor, co-signatures, status and size of the log of a commitment or of a batch root. */
  readonly "credential_get": {
    readonly params: {
      /** DID of the issuer. */
      readonly issuer: string;
      /** Commitment or batch root. */
      readonly hash: string;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "anchor": {
        readonly "kind": "single" | "batch";
        readonly "treeSize": number;
        readonly "time": number;
        readonly "height": number;
        readonly "issuerVersion": number;
        readonly "cosigners": readonly (string)[];
        readonly "multikey": string;
        readonly "accreditation": number;
      } | null;
      readonly "anchorRecordHash": string | null;
      readonly "cosigned": readonly ({
        readonly "cosigner": string;
        readonly "time": number;
        readonly "height": number;
        readonly "recordHash": string;
        readonly "multikey": string;
      })[];
      readonly "logEntries": number;
      readonly "status": {
        readonly "status": "active" | "suspended" | "revoked";
        readonly "sequence": number;
        readonly "intervals": readonly ({
          readonly "status": "active" | "suspended" | "revoked";
          readonly "from": number;
          readonly "to": number;
          readonly "reason": number;
          readonly "by": string;
          readonly "role": "issuer" | "revoker" | "successor" | "accreditor";
        })[];
      };
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** Entries of the log of an anchor, by page. */
  readonly "credential_getLog": {
    readonly params: {
      /** DID of the issuer. */
      readonly issuer: string;
      /** Commitment or batch root. */
      readonly hash: string;
      /** Number of the first entry; default 1. */
      readonly from?: number;
      /** How many, at most 64, which is the default. */
      readonly count?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "total": number;
      readonly "entries": readonly ({
        readonly "number": number;
        readonly "time": number;
        readonly "height": number;
        readonly "by": string;
        readonly "entry": string;
        readonly "code": number;
      })[];
      readonly "next": number | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** What an issuer declares about itself. */
  readonly "issuer_getProfile": {
    readonly params: {
      /** DID of the issuer. */
      readonly did: string;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "profile": {
        readonly "sequence": number;
        readonly "revokers": readonly (string)[];
        readonly "successor": string | null;
        readonly "anchorRequiredSince": number;
        readonly "time": number;
        readonly "height": number;
      } | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** The accreditations of a DID, by page. */
  readonly "issuer_getAccreditations": {
    readonly params: {
      /** DID that was accredited. */
      readonly did: string;
      /** Number of the first entry; default 1. */
      readonly from?: number;
      /** How many, at most 16, which is the default. */
      readonly count?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "total": number;
      readonly "accreditations": readonly ({
        readonly "subject": string;
        readonly "index": number;
        readonly "accreditor": string | null;
        readonly "parent": number;
        readonly "domain": string;
        readonly "actions": readonly ("issue" | "accredit" | "verify" | "provide" | "audit")[];
        readonly "scope": {
          readonly "schemas": "*" | readonly (string)[];
          readonly "types": "*" | readonly ({
            readonly "contextHash": string;
            readonly "type": string;
          } | {
            readonly "vct": string;
          })[];
          readonly "jurisdictions": "*" | readonly (string)[];
        };
        readonly "depth": number;
        readonly "validFrom": number;
        readonly "validUntil": number;
        readonly "offeredTime": number;
        readonly "acceptedTime": number;
        readonly "sequence": number;
        readonly "suspensions": readonly ({
          readonly "from": number;
          readonly "to": number;
          readonly "by": string;
          readonly "reason": number;
        })[];
        readonly "ended": "no" | "withdrawn" | "forCause";
        readonly "endedTime": number;
        readonly "untrustedSince": number;
        readonly "endedBy": string | null;
        readonly "reason": number;
        readonly "inForce": boolean;
        readonly "why"?: string;
      })[];
      readonly "next": number | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** The accreditations that a DID has offered, by page. */
  readonly "issuer_getGiven": {
    readonly params: {
      /** DID of the accreditor. */
      readonly did: string;
      /** Number of the first entry; default 1. */
      readonly from?: number;
      /** How many, at most 16, which is the default. */
      readonly count?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "total": number;
      readonly "given": readonly ({
        readonly "subject": string;
        readonly "index": number;
        readonly "accreditor": string | null;
        readonly "parent": number;
        readonly "domain": string;
        readonly "actions": readonly ("issue" | "accredit" | "verify" | "provide" | "audit")[];
        readonly "scope": {
          readonly "schemas": "*" | readonly (string)[];
          readonly "types": "*" | readonly ({
            readonly "contextHash": string;
            readonly "type": string;
          } | {
            readonly "vct": string;
          })[];
          readonly "jurisdictions": "*" | readonly (string)[];
        };
        readonly "depth": number;
        readonly "validFrom": number;
        readonly "validUntil": number;
        readonly "offeredTime": number;
        readonly "acceptedTime": number;
        readonly "sequence": number;
        readonly "suspensions": readonly ({
          readonly "from": number;
          readonly "to": number;
          readonly "by": string;
          readonly "reason": number;
        })[];
        readonly "ended": "no" | "withdrawn" | "forCause";
        readonly "endedTime": number;
        readonly "untrustedSince": number;
        readonly "endedBy": string | null;
        readonly "reason": number;
        readonly "inForce": boolean;
        readonly "why"?: string;
      })[];
      readonly "next": number | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** The roots of accreditation of a domain, by page. */
  readonly "issuer_getRoots": {
    readonly params: {
      /** As in the proposal. */
      readonly domain: string;
      /** Number of the first entry; default 1. */
      readonly from?: number;
      /** How many, at most 16, which is the default. */
      readonly count?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "total": number;
      readonly "active": number;
      readonly "version": number;
      readonly "roots": readonly ({
        readonly "subject": string;
        readonly "index": number;
        readonly "accreditor": string | null;
        readonly "parent": number;
        readonly "domain": string;
        readonly "actions": readonly ("issue" | "accredit" | "verify" | "provide" | "audit")[];
        readonly "scope": {
          readonly "schemas": "*" | readonly (string)[];
          readonly "types": "*" | readonly ({
            readonly "contextHash": string;
            readonly "type": string;
          } | {
            readonly "vct": string;
          })[];
          readonly "jurisdictions": "*" | readonly (string)[];
        };
        readonly "depth": number;
        readonly "validFrom": number;
        readonly "validUntil": number;
        readonly "offeredTime": number;
        readonly "acceptedTime": number;
        readonly "sequence": number;
        readonly "suspensions": readonly ({
          readonly "from": number;
          readonly "to": number;
          readonly "by": string;
          readonly "reason": number;
        })[];
        readonly "ended": "no" | "withdrawn" | "forCause";
        readonly "endedTime": number;
        readonly "untrustedSince": number;
        readonly "endedBy": string | null;
        readonly "reason": number;
        readonly "inForce": boolean;
        readonly "why"?: string;
      })[];
      readonly "next": number | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** Whether a DID is, or was, accredited for an action on a resource. */
  readonly "issuer_isAuthorised": {
    readonly params: {
      /** DID that acts. */
      readonly entity: string;
      /** What it does. */
      readonly action: "issue" | "accredit" | "verify" | "provide" | "audit";
      /** Digest of a schema, a type, an ISO 3166 code; default: any. */
      readonly resource?: {
        readonly "schema"?: string;
        readonly "type"?: {
          readonly "contextHash": string;
          readonly "type": string;
        } | {
          readonly "vct": string;
        };
        readonly "jurisdiction"?: string;
      };
      /** When, not after the block of the answer; default the time of that block. */
      readonly at?: number;
      /** Trust these roots only. */
      readonly roots?: readonly (string)[];
      /** Trust these domains only. */
      readonly domains?: readonly (string)[];
      /** Number of the first accreditation to try; default 1. */
      readonly from?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "authorised": boolean;
      readonly "index": number | null;
      readonly "chain": readonly ({
        readonly "subject": string;
        readonly "index": number;
        readonly "accreditor": string | null;
        readonly "parent": number;
        readonly "domain": string;
        readonly "actions": readonly ("issue" | "accredit" | "verify" | "provide" | "audit")[];
        readonly "scope": {
          readonly "schemas": "*" | readonly (string)[];
          readonly "types": "*" | readonly ({
            readonly "contextHash": string;
            readonly "type": string;
          } | {
            readonly "vct": string;
          })[];
          readonly "jurisdictions": "*" | readonly (string)[];
        };
        readonly "depth": number;
        readonly "validFrom": number;
        readonly "validUntil": number;
        readonly "offeredTime": number;
        readonly "acceptedTime": number;
        readonly "sequence": number;
        readonly "suspensions": readonly ({
          readonly "from": number;
          readonly "to": number;
          readonly "by": string;
          readonly "reason": number;
        })[];
        readonly "ended": "no" | "withdrawn" | "forCause";
        readonly "endedTime": number;
        readonly "untrustedSince": number;
        readonly "endedBy": string | null;
        readonly "reason": number;
        readonly "inForce": boolean;
        readonly "why"?: string;
      })[];
      readonly "refusals": readonly ({
        readonly "index": number;
        readonly "reason": string;
      })[];
      readonly "complete": boolean;
      readonly "next": number | null;
      readonly "at": number;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** A JSON Schema by its digest, with the very bytes that were registered. */
  readonly "schema_get": {
    readonly params: {
      /** SHA-256 of the schema. */
      readonly digest: string;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "id": string;
      readonly "schema": {
        readonly "owner": string;
        readonly "number": number;
        readonly "time": number;
        readonly "height": number;
        readonly "size": number;
        readonly "supersedes": string | null;
        readonly "supersededBy": string | null;
        readonly "deprecatedTime": number | null;
        readonly "sequence": number;
      } | null;
      readonly "body": string | null;
      readonly "redaction": {
        readonly "hash": string;
        readonly "time": number;
        readonly "height": number;
        readonly "proposal": number;
        readonly "reason": number;
      } | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** The schemas of an owner, in the order in which they were registered. */
  readonly "schema_list": {
    readonly params: {
      /** DID of the owner. */
      readonly owner: string;
      /** Number of the first entry; default 1. */
      readonly from?: number;
      /** How many entries, at most 64, which is the default. */
      readonly count?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "total": number;
      readonly "schemas": readonly (string)[];
      readonly "next": number | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** All bits of a status list, now or at a time. */
  readonly "status_getList": {
    readonly params: {
      /** DID of the issuer. */
      readonly owner: string;
      /** Number of the list, from 1. */
      readonly list: number;
      /** How it was at this time, default now. NOT_FOUND before the list was created, INVALID_OPTIONS after the certified time: never the latest instead. */
      readonly time?: number;
      /** Form of `bits`; default bits. */
      readonly encoding?: "bits" | "bitstring" | "token";
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "publisher": string;
      readonly "purpose": "revocation" | "suspension";
      readonly "length": number;
      readonly "sequence": number;
      readonly "since": number;
      readonly "latestSequence": number;
      readonly "bits": string;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** One bit of a status list, now or at a time. */
  readonly "status_getBit": {
    readonly params: {
      /** DID of the issuer. */
      readonly owner: string;
      /** Number of the list, from 1. */
      readonly list: number;
      /** Number of the bit, from 0. */
      readonly index: number;
      /** How it was at this time, default now. NOT_FOUND before the list was created, INVALID_OPTIONS after the certified time: never the latest instead. */
      readonly time?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "value": boolean;
      readonly "publisher": string;
      readonly "purpose": "revocation" | "suspension";
      readonly "length": number;
      readonly "sequence": number;
      readonly "since": number;
      readonly "latestSequence": number;
      readonly "chunkSequence": number;
      readonly "nextChunkSequence": number;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** The status lists of an owner, in the order in which they were created. */
  readonly "status_getLists": {
    readonly params: {
      /** DID of the issuer. */
      readonly owner: string;
      /** Number of the first entry; default 1. */
      readonly from?: number;
      /** How many entries, at most 64, which is the default. */
      readonly count?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "total": number;
      readonly "lists": readonly ({
        readonly "list": number;
        readonly "publisher": string;
        readonly "purpose": string;
        readonly "length": number;
        readonly "time": number;
        readonly "height": number;
      })[];
      readonly "next": number | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** The members of the consortium and their weights. */
  readonly "governance_getMembers": {
    readonly params: {
      /** Number of the first entry; default 1. */
      readonly from?: number;
      /** How many entries, at most 128, which is the default. */
      readonly count?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "members": readonly ({
        readonly "index": number;
        readonly "did": string;
        readonly "name": string;
        readonly "weight": number;
        readonly "version": number;
        readonly "time": number;
        readonly "height": number;
      })[];
      readonly "total": number;
      readonly "next": number | null;
      readonly "totalWeight": number;
      readonly "version": number;
      readonly "dominant": boolean;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** A proposal with its votes, by the hash that votes name. */
  readonly "governance_getProposal": {
    readonly params: {
      /** Hash of the proposal. */
      readonly hash: string;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "proposal": {
        readonly "number": number;
        readonly "hash": string;
        readonly "proposer": string;
        readonly "action": Readonly<Record<string, unknown>>;
        readonly "time": number;
        readonly "height": number;
        readonly "expires": number;
        readonly "status": "open" | "accepted" | "rejected" | "withdrawn" | "dead";
        readonly "decidedTime": number | null;
        readonly "decidedHeight": number | null;
        readonly "code": string | null;
        readonly "votes": readonly ({
          readonly "member": number;
          readonly "approve": boolean;
          readonly "time": number;
        })[];
      } | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** Proposals in the order in which they were made. */
  readonly "governance_listProposals": {
    readonly params: {
      /** Number of the first entry; default 1. */
      readonly from?: number;
      /** How many, at most 50; default all of that. */
      readonly count?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "proposals": readonly ({
        readonly "number": number;
        readonly "hash": string;
        readonly "proposer": string;
        readonly "action": Readonly<Record<string, unknown>>;
        readonly "time": number;
        readonly "height": number;
        readonly "expires": number;
        readonly "status": "open" | "accepted" | "rejected" | "withdrawn" | "dead";
        readonly "decidedTime": number | null;
        readonly "decidedHeight": number | null;
        readonly "code": string | null;
        readonly "votes": readonly ({
          readonly "member": number;
          readonly "approve": boolean;
          readonly "time": number;
        })[];
      })[];
      readonly "total": number;
      readonly "next": number | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** Who may write operations of a kind. */
  readonly "governance_getPolicy": {
    readonly params: {
      /** Kind of operation. */
      readonly operation: "didCreate" | "didUpdate" | "didDeactivate" | "didRotateKeys" | "didSetControllers" | "didSetRecovery" | "didRecoveryPropose" | "didRecoveryCancel" | "didRecoveryFinalise" | "credentialAnchor" | "credentialRevoke" | "credentialSuspend" | "credentialResume" | "credentialCosign" | "credentialLog" | "issuerUpdate" | "accreditationOffer" | "accreditationAccept" | "accreditationSuspend" | "accreditationResume" | "accreditationEnd" | "schemaRegister" | "schemaDeprecate" | "statusListCreate" | "statusListUpdate" | "exchangeReceipts" | "validatorChange" | "validatorReenter" | "governancePropose" | "governanceVote" | "governanceWithdraw" | "upgradeAnnounce";
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "policy": Readonly<Record<string, unknown>> | null;
      readonly "version": number;
      readonly "since": number | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** The newest parameters of the network. */
  readonly "governance_getParameters": {
    readonly params: {
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "parameters": Readonly<Record<string, unknown>>;
      readonly "version": number;
      readonly "activationHeight": number;
      readonly "since": number;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** What a proposal would do if it were accepted now. */
  readonly "governance_simulate": {
    readonly params: {
      /** Hash of a proposal. */
      readonly hash?: string;
      /** A proposal to come. */
      readonly proposal?: Readonly<Record<string, unknown>>;
    };
    readonly result: {
      readonly "height": number;
      readonly "time": number;
      readonly "code": string;
      readonly "currentVersion": number | null;
      readonly "weight": {
        readonly "numerator": number;
        readonly "denominator": number;
        readonly "approving": number;
        readonly "waiting": number;
        readonly "total": number;
      };
      readonly "members": readonly ({
        readonly "index": number;
        readonly "did": string;
        readonly "name": string;
        readonly "weight": number;
        readonly "version": number;
        readonly "time": number;
        readonly "height": number;
      })[] | null;
      readonly "validators": {
        readonly "epoch": number;
        readonly "activationHeight": number;
        readonly "validators": readonly ({
          readonly "member": string;
          readonly "validatorKey": string;
        })[];
        readonly "bytes": string;
      } | null;
      readonly "records": readonly ({
        readonly "key": string;
        readonly "bytes": string;
      })[];
    };
  };
  /** Batches of exchange receipts of a party: salted roots, one after the other. */
  readonly "exchange_list": {
    readonly params: {
      /** DID of the party. */
      readonly party: string;
      /** Number of the first entry; default 1. */
      readonly from?: number;
      /** How many entries, at most 64, which is the default. */
      readonly count?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "total": number;
      readonly "batches": readonly ({
        readonly "number": number;
        readonly "root": string;
        readonly "from": number;
        readonly "to": number;
        readonly "time": number;
        readonly "height": number;
      })[];
      readonly "next": number | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** One proof that answers several questions at one height. */
  readonly "proof_get": {
    readonly params: {
      /** What to prove. */
      readonly questions: readonly ({
        readonly "kind": "did";
        readonly "did": string;
      } | {
        readonly "kind": "didVersion";
        readonly "did": string;
        readonly "version": number;
      } | {
        readonly "kind": "credential";
        readonly "issuer": string;
        readonly "hash": string;
      } | {
        readonly "kind": "credentialLog";
        readonly "issuer": string;
        readonly "hash": string;
        readonly "from": number;
        readonly "count": number;
      } | {
        readonly "kind": "issuer";
        readonly "did": string;
      } | {
        readonly "kind": "accreditation";
        readonly "subject": string;
        readonly "index": number;
      } | {
        readonly "kind": "accreditations";
        readonly "subject": string;
        readonly "from": number;
        readonly "count": number;
      } | {
        readonly "kind": "given";
        readonly "accreditor": string;
        readonly "from": number;
        readonly "count": number;
      } | {
        readonly "kind": "roots";
        readonly "domain": string;
        readonly "from": number;
        readonly "count": number;
      } | {
        readonly "kind": "status";
        readonly "issuer": string;
        readonly "commitment": string;
      } | {
        readonly "kind": "credentialEvidence";
        readonly "issuer": string;
        readonly "commitment": string;
        readonly "hash": string;
      } | {
        readonly "kind": "members";
      } | {
        readonly "kind": "proposal";
        readonly "hash": string;
      } | {
        readonly "kind": "proposals";
        readonly "from": number;
        readonly "count": number;
      } | {
        readonly "kind": "policy";
        readonly "operation": number;
      } | {
        readonly "kind": "parameters";
      } | {
        readonly "kind": "schema";
        readonly "digest": string;
      } | {
        readonly "kind": "schemaList";
        readonly "owner": string;
        readonly "from": number;
        readonly "count": number;
      } | {
        readonly "kind": "statusList";
        readonly "owner": string;
        readonly "list": number;
        readonly "sequence"?: number;
      } | {
        readonly "kind": "statusBit";
        readonly "owner": string;
        readonly "list": number;
        readonly "index": number;
        readonly "at"?: {
          readonly "sequence": number;
          readonly "chunkSequence": number;
          readonly "nextChunkSequence": number;
        };
      } | {
        readonly "kind": "exchange";
        readonly "party": string;
        readonly "from": number;
        readonly "count": number;
      } | {
        readonly "kind": "keys";
        readonly "keys": readonly (string)[];
      })[];
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Also give the bundle as JSON: its twin (docs/formats.md), for people and plain tools. */
      readonly json?: boolean;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "height": number;
      readonly "time": number;
      readonly "keys": readonly (string)[];
      readonly "bundle": string;
      readonly "json"?: Readonly<Record<string, unknown>>;
    };
  };
  /** All records below a prefix of their keys, in one proof. */
  readonly "proof_getRange": {
    readonly params: {
      /** The first nibbles of a state key; empty for the whole state. */
      readonly keyPrefix: string;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Also give the bundle as JSON: its twin (docs/formats.md), for people and plain tools. */
      readonly json?: boolean;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "height": number;
      readonly "prefixBits": number;
      readonly "prefix": string;
      readonly "records": number;
      readonly "bundle": string;
      readonly "json"?: Readonly<Record<string, unknown>>;
    };
  };
  /** Network, heights, view and health of the node. */
  readonly "chain_getStatus": {
    readonly params: Readonly<Record<string, never>>;
    readonly result: {
      readonly "network": string;
      readonly "chainId": string;
      readonly "protocolVersion": number;
      readonly "version": string;
      readonly "role": "validator" | "observer";
      readonly "validator"?: number;
      readonly "peersConnected": number;
      readonly "mempoolTransactions": number;
      readonly "ready": boolean;
      readonly "reasons": readonly (string)[];
      readonly "incarnation"?: string;
      readonly "entry"?: {
        readonly "answered": readonly (number)[];
        readonly "needed": number;
      };
      readonly "amnesia"?: {
        readonly "code": string;
        readonly "member": string;
        readonly "validatorKey": string;
        readonly "incarnation": string;
        readonly "epoch": number;
        readonly "activationHeight"?: number;
      };
      readonly "quorumLost"?: boolean;
      readonly "removed"?: boolean;
      readonly "halted"?: string;
      readonly "pid": number;
      readonly "startedAt": number;
      readonly "validators": number;
      readonly "height": number;
      readonly "headerHash": string;
      readonly "stateRoot": string;
      readonly "certifiedHeight": number;
      readonly "certifiedTime": number;
      readonly "certifiedStateRoot": string;
      readonly "view": number;
      readonly "primary": number;
      readonly "epoch": number;
    };
  };
  /** The finality certificate of a height, with what it takes to check it. */
  readonly "chain_getCertificate": {
    readonly params: {
      /** Height; default the newest certified one. */
      readonly height?: number;
      /** NOT_READY unless the node's newest certified height is at least this. */
      readonly minHeight?: number;
    };
    readonly result: {
      readonly "height": number;
      readonly "certificate": string;
      readonly "header": {
        readonly "height": number;
        readonly "epoch": number;
        readonly "time": number;
        readonly "headerHash": string;
        readonly "parentHash": string;
        readonly "proposalDigest": string;
        readonly "transactionsRoot": string;
        readonly "receiptsRoot": string;
        readonly "stateRoot": string;
        readonly "nextValidatorSetHash": string;
        readonly "protocolVersion": number;
        readonly "bytes": string;
      };
      readonly "validatorSet": string;
    };
  };
  /** A block: header, receipts, certificate and, if asked for, its transactions. */
  readonly "chain_getBlock": {
    readonly params: {
      /** Height; default the newest. */
      readonly height?: number;
      /** Hash of the header, instead of a height. */
      readonly headerHash?: string;
      /** Also give the envelopes. */
      readonly envelopes?: boolean;
      /** NOT_READY unless the node's newest certified height is at least this. */
      readonly minHeight?: number;
    };
    readonly result: {
      readonly "header": {
        readonly "height": number;
        readonly "epoch": number;
        readonly "time": number;
        readonly "headerHash": string;
        readonly "parentHash": string;
        readonly "proposalDigest": string;
        readonly "transactionsRoot": string;
        readonly "receiptsRoot": string;
        readonly "stateRoot": string;
        readonly "nextValidatorSetHash": string;
        readonly "protocolVersion": number;
        readonly "bytes": string;
      };
      readonly "proposer": number;
      readonly "proposal": string;
      readonly "envelopeHashes": readonly (string)[];
      readonly "envelopes"?: readonly (string | null)[];
      readonly "receipts": readonly ({
        readonly "code": string;
        readonly "number": number;
        readonly "operationIndex": number;
        readonly "cost": number;
        readonly "currentVersion": number;
        readonly "ids": readonly (string)[];
        readonly "transactionId": string;
        readonly "envelopeHash": string;
        readonly "bytes": string;
      })[];
      readonly "certificate": string | null;
    };
  };
  /** Certified blocks, by page. */
  readonly "chain_getBlocks": {
    readonly params: {
      /** Height of the first one; default 1, or the newest if that comes first. */
      readonly from?: number;
      /** How many entries, at most 64, which is the default. */
      readonly count?: number;
      /** Downwards; default false. */
      readonly newestFirst?: boolean;
      /** Also give the envelopes. */
      readonly envelopes?: boolean;
      /** NOT_READY unless the node's newest certified height is at least this. */
      readonly minHeight?: number;
    };
    readonly result: {
      readonly "blocks": readonly ({
        readonly "header": {
          readonly "height": number;
          readonly "epoch": number;
          readonly "time": number;
          readonly "headerHash": string;
          readonly "parentHash": string;
          readonly "proposalDigest": string;
          readonly "transactionsRoot": string;
          readonly "receiptsRoot": string;
          readonly "stateRoot": string;
          readonly "nextValidatorSetHash": string;
          readonly "protocolVersion": number;
          readonly "bytes": string;
        };
        readonly "proposer": number;
        readonly "proposal": string;
        readonly "envelopeHashes": readonly (string)[];
        readonly "envelopes"?: readonly (string | null)[];
        readonly "receipts": readonly ({
          readonly "code": string;
          readonly "number": number;
          readonly "operationIndex": number;
          readonly "cost": number;
          readonly "currentVersion": number;
          readonly "ids": readonly (string)[];
          readonly "transactionId": string;
          readonly "envelopeHash": string;
          readonly "bytes": string;
        })[];
        readonly "certificate": string | null;
      })[];
      readonly "next": number | null;
      readonly "certifiedHeight": number;
    };
  };
  /** The header of a block. */
  readonly "chain_getHeader": {
    readonly params: {
      /** Height; default the newest. */
      readonly height?: number;
      /** Hash of the header, instead of a height. */
      readonly headerHash?: string;
      /** NOT_READY unless the node's newest certified height is at least this. */
      readonly minHeight?: number;
    };
    readonly result: {
      readonly "header": {
        readonly "height": number;
        readonly "epoch": number;
        readonly "time": number;
        readonly "headerHash": string;
        readonly "parentHash": string;
        readonly "proposalDigest": string;
        readonly "transactionsRoot": string;
        readonly "receiptsRoot": string;
        readonly "stateRoot": string;
        readonly "nextValidatorSetHash": string;
        readonly "protocolVersion": number;
        readonly "bytes": string;
      };
      readonly "certified": boolean;
    };
  };
  /** The validator set that verifies a height. */
  readonly "chain_getValidators": {
    readonly params: {
      /** Height that the set verifies. */
      readonly height?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "forHeight": number;
      readonly "epoch": number;
      readonly "activationHeight": number;
      readonly "quorum": number;
      readonly "validators": readonly ({
        readonly "index": number;
        readonly "member": string;
        readonly "validatorKey": string;
        readonly "nodeKey": string;
        readonly "addresses": readonly (string)[];
        readonly "incarnation"?: string;
      })[];
      readonly "hash": string;
      readonly "validatorSet": string;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** The changes of the validator set since a height, each certified by the set before it. */
  readonly "chain_getValidatorChain": {
    readonly params: {
      /** Height of the header that is trusted; default 0, the genesis. */
      readonly from?: number;
      /** How many entries, at most 64, which is the default. */
      readonly count?: number;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "anchor": {
        readonly "height": number;
        readonly "header": string;
        readonly "validatorSet": string;
      };
      readonly "changes": readonly ({
        readonly "epoch": number;
        readonly "height": number;
        readonly "activationHeight": number;
        readonly "header": string;
        readonly "certificate": string | null;
        readonly "validatorSet": string;
      })[];
      readonly "next": number | null;
      readonly "height": number;
      readonly "time": number;
    };
  };
  /** The parameters of the network that hold for a height. */
  readonly "chain_getParameters": {
    readonly params: {
      /** Height that they hold for. */
      readonly height?: number;
      /** Also give the proof of the answer. */
      readonly proof?: boolean;
      /** Answer from a certified height of at least this; NOT_READY if the node is not there. */
      readonly minHeight?: number;
      /** Of a proof: height of the caller's trust anchor; default 0, the genesis. */
      readonly anchorHeight?: number;
      /** Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept. */
      readonly atHeight?: number;
    };
    readonly result: {
      readonly "forHeight": number;
      readonly "parameters": Readonly<Record<string, unknown>>;
      readonly "version": number;
      readonly "activationHeight": number;
      readonly "since": number;
      readonly "nextVersion": {
        readonly "version": number;
        readonly "activationHeight": number;
      } | null;
      readonly "height": number;
      readonly "time": number;
      readonly "proof"?: {
        readonly "height": number;
        readonly "bundle": string;
      };
    };
  };
  /** How this node stands: its role, whether it is ready, and if not, why. */
  readonly "node_getStatus": {
    readonly params: Readonly<Record<string, never>>;
    readonly result: {
      readonly "version": string;
      readonly "role": "validator" | "observer";
      readonly "validator"?: number;
      readonly "peersConnected": number;
      readonly "mempoolTransactions": number;
      readonly "ready": boolean;
      readonly "reasons": readonly (string)[];
      readonly "incarnation"?: string;
      readonly "entry"?: {
        readonly "answered": readonly (number)[];
        readonly "needed": number;
      };
      readonly "amnesia"?: {
        readonly "code": string;
        readonly "member": string;
        readonly "validatorKey": string;
        readonly "incarnation": string;
        readonly "epoch": number;
        readonly "activationHeight"?: number;
      };
      readonly "quorumLost"?: boolean;
      readonly "removed"?: boolean;
      readonly "halted"?: string;
      readonly "pid": number;
      readonly "startedAt": number;
      readonly "height": number;
      readonly "certifiedHeight": number;
      readonly "certifiedTime": number;
    };
  };
  /** The nodes that this node may talk to, and which of them it does. */
  readonly "node_getPeers": {
    readonly params: Readonly<Record<string, never>>;
    readonly result: {
      readonly "peers": readonly ({
        readonly "nodeKey": string;
        readonly "member": string;
        readonly "validator"?: number;
        readonly "connected": boolean;
        readonly "certifiedHeight"?: number;
        readonly "addresses": readonly (string)[];
      })[];
    };
  };
  /** What waits for a block on this node, and how much may. */
  readonly "mempool_getStatus": {
    readonly params: Readonly<Record<string, never>>;
    readonly result: {
      readonly "transactions": number;
      readonly "inFlight": number;
      readonly "bytes": number;
      readonly "payers": number;
      readonly "maxTransactions": number;
      readonly "maxBytes": number;
      readonly "maxPerPayer": number;
    };
  };
  /** The view that this node is in, who voted for what, and which quorum is missing. */
  readonly "node_getConsensus": {
    readonly params: Readonly<Record<string, never>>;
    readonly result: {
      readonly "epoch": number;
      readonly "view": number;
      readonly "primary": number;
      readonly "active": boolean;
      readonly "validators": number;
      readonly "faulty": number;
      readonly "quorum": number;
      readonly "certifiedHeight": number;
      readonly "committedHeight": number;
      readonly "executedHeight": number;
      readonly "halted": readonly (string)[];
      readonly "suspects": readonly ({
        readonly "validator": number;
        readonly "reason": "noProgress" | "rotation" | "starvation" | "slow" | "evidence";
      })[];
      readonly "viewChanges": readonly (number)[];
      readonly "viewChangesMissing": number;
      readonly "timeoutMs": number;
      readonly "heights": readonly ({
        readonly "height": number;
        readonly "phase": "proposed" | "prepared" | "committed" | "executed" | null;
        readonly "proposal": string | null;
        readonly "prepares": readonly ({
          readonly "digest": string;
          readonly "validators": readonly (number)[];
        })[];
        readonly "commits": readonly ({
          readonly "digest": string;
          readonly "validators": readonly (number)[];
        })[];
        readonly "statements": readonly ({
          readonly "digest": string;
          readonly "validators": readonly (number)[];
        })[];
        readonly "missing": {
          readonly "kind": "proposal" | "bodies" | "prepare" | "commit" | "execution" | "checkpoint";
          readonly "votes": number;
          readonly "validators": readonly (number)[];
        };
      })[];
    };
  };
  /** What this node can prove of validators that broke the rules. */
  readonly "node_getEvidence": {
    readonly params: {
      /** Id of the last entry of the page before. */
      readonly after?: string;
      /** How many entries, at most 64, which is the default. */
      readonly count?: number;
      /** Only this one, with its messages. */
      readonly id?: string;
    };
    readonly result: {
      readonly "evidence": readonly ({
        readonly "id": string;
        readonly "epoch": number;
        readonly "validator": number;
        readonly "offence": string;
        readonly "height": number;
        readonly "time": number;
        readonly "messageBytes": number;
        readonly "messages"?: readonly (string)[];
        readonly "withheld"?: boolean;
      })[];
      readonly "next": string | null;
    };
  };
  /** What can be called here, as an OpenRPC document. */
  readonly "rpc.discover": {
    readonly params: Readonly<Record<string, never>>;
    readonly result: Readonly<Record<string, unknown>>;
  };
}
