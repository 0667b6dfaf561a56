// The contract between the replica and its shell (docs/consensus.md; design: deterministic core).
// The shell feeds events one at a time and runs the effects of each in order. `persist` and `sign`
// are barriers: no effect behind one is run before it is done.
import type {
  ConsensusMessage,
  FinalityCertificate,
  Header,
  JournalRecord,
  Parameters,
  SuspectReason,
  ValidatorSet,
} from "@cartorio/protocol";

declare const verified: unique symbol;
/** A message whose form and every signature inside it were checked against the epoch's set; made only by `verifyMessage`. */
export type Verified<T> = T & { readonly [verified]: true };

/** What a replica must know that its journal does not hold: the last certified block and what was executed above it. */
export interface ReplicaStart {
  readonly chainId: Uint8Array;
  /** Own index in the set; undefined: the replica follows without voting. */
  readonly self: number | undefined;
  readonly validators: ValidatorSet;
  readonly parameters: Parameters;
  /** Newest verified finality certificate of this epoch; undefined before the first one. */
  readonly certificate: FinalityCertificate | undefined;
  /**
   * The certificate of the height before this epoch, by the set before (docs/consensus.md 8): it is the
   * answer to whoever is still in that epoch. Absent in the first epoch.
   */
  readonly previous?: FinalityCertificate | undefined;
  /** Executed blocks from the certified height on, ascending: [S, S+1, ..., E]. */
  readonly executed: readonly ExecutedBlock[];
  /** Records of the vote journal in the order in which they were written; those of other epochs are skipped. */
  readonly journal: readonly JournalRecord[];
}

export interface ExecutedBlock {
  readonly height: number;
  readonly headerHash: Uint8Array;
  readonly proposalDigest: Uint8Array;
  /** Block time, milliseconds. */
  readonly time: number;
  /**
   * How many transactions it executed for the first time; a block without room for another one counts as
   * a full one (docs/consensus.md 4, slow primary). Unknown counts as a full block too.
   */
  readonly transactions?: number | undefined;
  /**
   * After this block a set change is pending that activates at this height A (docs/consensus.md 8):
   * said of every block from the one that scheduled it up to A-1.
   */
  readonly activationHeight?: number | undefined;
}

export type ReplicaEvent =
  /** At least every 50 ms. Monotonic clock for timers, wall clock for proposals (docs/consensus.md 4, 7). */
  | { readonly kind: "tick"; readonly monotonicMs: number; readonly wallMs: number }
  /**
   * From a peer, or own: an own message comes back only after it is signed and durable. `from` is the
   * validator whose channel delivered it (perhaps a relay, not the author; a Status is answered to
   * it); undefined: own, or a peer that is no validator.
   */
  | {
      readonly kind: "message";
      readonly message: Verified<ConsensusMessage>;
      readonly from: number | undefined;
    }
  /** Whether an admissible transaction waits in the mempool (not counting those of accepted proposals). */
  | { readonly kind: "mempool"; readonly waiting: boolean }
  /**
   * Whether a full block of admissible transactions waits, each sent to every validator by this node a
   * while ago: only then is the primary's speed measured (docs/consensus.md 4).
   */
  | { readonly kind: "backlog"; readonly full: boolean }
  /** A transaction that the primary passes over, by the rules of docs/consensus.md 4; exact bytes of its envelope. */
  | { readonly kind: "starved"; readonly envelope: Uint8Array }
  /** Answer to `build`. */
  | {
      readonly kind: "built";
      readonly view: number;
      readonly height: number;
      readonly envelopeHashes: readonly Uint8Array[];
      readonly full: boolean;
    }
  /** Answer to `obtainBodies`: all envelopes are here, well-formed, signed and within the stateless block rules. */
  | {
      readonly kind: "bodies";
      readonly proposalDigest: Uint8Array;
      readonly envelopes: readonly Uint8Array[];
    }
  /**
   * Answer to `obtainBodies`: refused for a reason that every replica decides alike from the bytes.
   * `envelopes`: those of the proposal that prove it, with the PrePrepare (docs/consensus.md 10).
   */
  | {
      readonly kind: "bodiesRefused";
      readonly proposalDigest: Uint8Array;
      readonly envelopes?: readonly Uint8Array[];
    }
  /** Answer to `obtainProposal`: bytes whose digest was asked for. */
  | { readonly kind: "proposal"; readonly proposal: Uint8Array }
  /** Answer to `execute`, or a block that catch-up executed under its certificate. */
  | { readonly kind: "executed"; readonly block: ExecutedBlock }
  /** A certificate from catch-up, its signatures checked. */
  | { readonly kind: "certificate"; readonly certificate: Verified<FinalityCertificate> };

/** A message without its signature, as the signer gets it. */
export type UnsignedMessage =
  | {
      readonly kind: "prePrepare";
      readonly view: number;
      readonly height: number;
      readonly proposal: Uint8Array;
    }
  | {
      readonly kind: "vote";
      readonly vote: 2 | 3;
      readonly view: number;
      readonly height: number;
      readonly proposalDigest: Uint8Array;
    }
  | { readonly kind: "checkpoint"; readonly height: number; readonly headerHash: Uint8Array }
  | { readonly kind: "suspect" | "viewChange" | "newView"; readonly body: Uint8Array };

export type Effect =
  /** Make durable, in this order, before anything behind it. */
  | { readonly kind: "persist"; readonly records: readonly JournalRecord[] }
  /**
   * Sign, then (if `journal`) make the signed message durable as a record, then feed it back as a
   * `message` event, then broadcast it. A prePrepare is only signed and fed back: the replica makes
   * it durable inside its proposal record and then asks for the broadcast by `send`.
   */
  | { readonly kind: "sign"; readonly message: UnsignedMessage; readonly journal: boolean }
  /** Send a message that is already signed; `to` are validator indices. */
  | {
      readonly kind: "send";
      readonly to: "all" | readonly number[];
      readonly message: ConsensusMessage;
    }
  /**
   * Choose envelopes for a proposal of this height; answer with `built` (an empty list is an answer).
   * Leave out envelopes of the proposals in flight (`inFlightProposals`). `time` is what the proposal
   * will say: a block that is chosen for another time could break a rule by it, which is evidence (10).
   */
  | {
      readonly kind: "build";
      readonly view: number;
      readonly height: number;
      readonly time: number;
    }
  /** Get and check all envelopes of a proposal; ask `from` first, then everybody, until found. `fresh`: check block cost and share too. */
  | {
      readonly kind: "obtainBodies";
      readonly proposal: Uint8Array;
      readonly proposalDigest: Uint8Array;
      readonly from: readonly number[];
      readonly fresh: boolean;
    }
  /** Get the proposal bytes of a digest that a certificate proves. */
  | {
      readonly kind: "obtainProposal";
      readonly proposalDigest: Uint8Array;
      readonly height: number;
      readonly from: readonly number[];
    }
  /**
   * Execute a committed proposal: heights come strictly ascending, each once per start. A height that
   * catch-up executed meanwhile is to be skipped.
   */
  | { readonly kind: "execute"; readonly height: number; readonly proposal: Uint8Array }
  /**
   * Store the certificate of an executed block; once it is durable, and a record of the journal too,
   * journal records at or below its height may go (`journalRetention`).
   */
  | { readonly kind: "certified"; readonly certificate: FinalityCertificate }
  /**
   * A verified certificate is above what was executed, or a peer claims a later epoch: fetch blocks up
   * to this height, as far as they prove themselves. Repeated while it lasts.
   */
  | { readonly kind: "catchUp"; readonly height: number }
  /** Stop signing and tell the operator. */
  | {
      readonly kind: "halt";
      readonly code: HaltCode;
      readonly height: number;
      readonly evidence: readonly Uint8Array[];
    }
  /**
   * The epoch is over: its last height is executed and certified (docs/consensus.md 8). Told once, after
   * the `certified` of that height. This replica signs nothing any more, but answers Status; the shell makes
   * the next one with the set that verifies `height + 1`.
   */
  | {
      readonly kind: "epochEnd";
      readonly height: number;
      readonly certificate: FinalityCertificate;
    }
  /**
   * Another validator suspects the primary of passing this transaction over: check it like any other,
   * take it into the mempool, send it to every validator and start its timer (docs/consensus.md 4).
   */
  | { readonly kind: "starvation"; readonly validator: number; readonly envelope: Uint8Array }
  /**
   * A validator broke a rule, proven by what it signed (docs/consensus.md 10): keep it. Told once per
   * validator, epoch and offence. `messages` are encoded ConsensusMessages, for `invalidBodies` then
   * the envelopes that break the rule.
   */
  | {
      readonly kind: "evidence";
      readonly validator: number;
      readonly offence: Offence;
      readonly height: number;
      readonly messages: readonly Uint8Array[];
    }
  /** A fact for logs and metrics; never needed for correctness. */
  | { readonly kind: "note"; readonly note: ReplicaNote };

/** What a validator's own signatures prove against it (docs/consensus.md 10). */
export type Offence =
  | "twoPrePrepares"
  | "twoPrepares"
  | "twoCommits"
  | "twoCheckpoints"
  | "twoViewChanges"
  | "twoNewViews"
  /** A NewView whose O does not follow from its ViewChanges. */
  | "falseNewView"
  /** A PrePrepare that breaks a rule by itself. */
  | "invalidProposal"
  /** A PrePrepare that names envelopes which are malformed, wrongly signed or beyond a block's limits. */
  | "invalidBodies";

/** Named states that stop the signing for good (docs/consensus.md 9 and 10). */
export type HaltCode = "STATE_DIVERGED" | "ROOT_SPLIT" | "SAFETY_VIOLATION" | "DUPLICATE_IDENTITY";

export type ReplicaNote =
  | { readonly kind: "suspected"; readonly view: number; readonly reason: SuspectReason }
  | { readonly kind: "viewChangeStarted"; readonly view: number }
  | { readonly kind: "viewEntered"; readonly view: number; readonly primary: number }
  | { readonly kind: "refused"; readonly validator: number; readonly reason: string }
  | { readonly kind: "clockSkew"; readonly validator: number; readonly differenceMs: number };

export type ExecutedHeader = { readonly header: Header; readonly headerHash: Uint8Array };
