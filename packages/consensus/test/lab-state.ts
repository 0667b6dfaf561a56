// What lies on the table: nodes, their disks, and the mail between them.
import type { Effect, Entry, ExecutedBlock, Replica } from "@cartorio/consensus";
import type {
  ConsensusMessage,
  FinalityCertificate,
  JournalRecord,
  Parameters,
  ValidatorSet,
} from "@cartorio/protocol";

export interface LabNode {
  /** Its place in every set that it belongs to. */
  readonly index: number;
  replica: Replica | undefined;
  readonly journal: JournalRecord[];
  readonly blocks: ExecutedBlock[];
  certificate: FinalityCertificate | undefined;
  /** Certificates of last heights of epochs, by height: they are kept for ever. */
  readonly activations: Map<number, FinalityCertificate>;
  /** What the guard says beside the journal. */
  guard: { readonly incarnation: Uint8Array; readonly mustReenter: number; readonly epoch: number };
  /** The journal was made at this start. */
  isFresh: boolean;
  /** It asks its peers at its starts, until it is let in. */
  asks: boolean;
  /** Not let in yet: its effects wait. */
  entry: Entry | undefined;
  /** It may not sign in this epoch, and only follows. */
  forgetful: boolean;
  readonly queue: Effect[];
  running: boolean;
  toPropose: number;
  full: boolean;
  /** What the next transaction that it proposes does to the set. */
  nextChange: SetChange | undefined;
  /** Its execution goes wrong from now on: another header for the same proposal. */
  diverges: boolean;
  /** Kinds of effects that a slow shell answers only when it is released, and those that wait. */
  readonly held: Set<Effect["kind"]>;
  readonly pending: Effect[];
}

/** `add` and `remove` take the last place of the set; `reenter` names the node's incarnation. */
export type SetChange =
  | { readonly kind: "add" }
  | { readonly kind: "remove" }
  | { readonly kind: "reenter"; readonly index: number };

export interface Mail {
  readonly from: number;
  readonly to: number;
  readonly message: ConsensusMessage;
}

export type MailFilter = (mail: Mail) => boolean;

export interface Lab {
  readonly parameters: Parameters;
  readonly nodes: readonly LabNode[];
  /** By epoch, with the height whose execution scheduled it. */
  readonly sets: { readonly set: ValidatorSet; readonly changedAt: number }[];
  /** Set changes by the key of the envelope that orders them. */
  readonly changes: Map<string, SetChange>;
  readonly lines: string[];
  /** Nothing is printed: for a prelude that is not what a transcript is about. */
  quiet: boolean;
  mail: Mail[];
  /** Every signed message that was ever sent or injected, oldest first. */
  readonly said: ConsensusMessage[];
  /** Groups of nodes that reach only each other; empty: everybody reaches everybody. */
  groups: readonly (readonly number[])[];
  /** Mail that no network delivers now. */
  readonly lost: MailFilter[];
  nowMs: number;
  readonly names: Map<string, string>;
  readonly proposals: Map<string, Uint8Array>;
  /** Envelopes stand for themselves: their hash is what a proposal names. */
  readonly envelopes: Map<string, Uint8Array>;
  transactions: number;
}

export function print(lab: Lab, ...lines: string[]): void {
  if (!lab.quiet) lab.lines.push(...lines);
}
