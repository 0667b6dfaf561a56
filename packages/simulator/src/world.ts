import type { ReplicaNote } from "@cartorio/consensus";
import type { ConsensusMessage, DecodedEnvelope, ValidatorSet } from "@cartorio/protocol";
import type { Checkers } from "./checkers/checkers.ts";
import type { StoredBlock } from "./disk.ts";
import type { EventQueue } from "./event-queue.ts";
import type { Scheme } from "./keys.ts";
import type { Network } from "./network.ts";
import type { SimNetwork } from "./network-genesis.ts";
import type { Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { Seat } from "./seat.ts";
import type { Process, SimNode } from "./sim-node.ts";
import type { Statistics } from "./statistics.ts";

/** A consensus message at the edge of its receiver. */
export interface Delivery {
  readonly atMs: number;
  /** Nodes by place; a relay is not the author. */
  readonly from: number;
  readonly to: number;
  readonly message: ConsensusMessage;
}

export interface CommitTime {
  readonly atMs: number;
  readonly transactions: number;
}

/** What all nodes of one run share. Nodes reach each other only by `network`. */
export interface World {
  readonly plan: Plan;
  readonly queue: EventQueue;
  /** For delays and choices of the nodes; the network and the clients have their own. */
  readonly random: Random;
  readonly network: Network;
  readonly sim: SimNetwork;
  readonly scheme: Scheme;
  readonly checkers: Checkers;
  readonly statistics: Statistics;
  /** Of each height, when a node executed it first. */
  readonly commitTimes: CommitTime[];
  readonly wallStartMs: number;
  readonly nodes: SimNode[];
  /** Each byte array is decoded once, however many nodes receive it; undefined: malformed. */
  envelopeOf(bytes: Uint8Array): DecodedEnvelope | undefined;
  /** One verification per message object and epoch, however many nodes receive it. */
  isValid(message: ConsensusMessage, epoch: number): boolean;
  /** A block was executed by a node, once per node and height. */
  blockExecuted(node: SimNode, stored: StoredBlock, envelopes: readonly DecodedEnvelope[]): void;
  /** Looks whether the newest certificate ended the epoch of a process. */
  settleEpoch(process: Process): void;
  /** Somebody has come to the epoch of this set. */
  epochOpened(set: ValidatorSet): void;
  /** What a replica said about its view. */
  noteView(seat: Seat, note: ReplicaNote): void;
  /** Another validator says that the primary passes this transaction over. */
  starved(process: Process, envelope: Uint8Array): void;
  /** Signed bytes prove that a validator broke a rule. */
  accused(seat: Seat, validator: number, offence: string): void;
  /** The node is at the journal write at which it is to crash. */
  crashing(node: SimNode): void;
  readonly watch: ((delivery: Delivery) => void) | undefined;
  trace(line: string): void;
  /** Message by message; only a replay asks for it. */
  readonly traceMore: ((line: () => string) => void) | undefined;
}
