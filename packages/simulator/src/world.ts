import type { ConsensusMessage, ValidatorSet } from "@cartorio/protocol";
import type { Checkers } from "./checkers.ts";
import type { EventQueue } from "./event-queue.ts";
import type { Network } from "./network.ts";
import type { Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { SimNode } from "./sim-node.ts";

/** What all nodes of one run share. Nodes reach each other only by `network`. */
export interface World {
  readonly plan: Plan;
  readonly queue: EventQueue;
  readonly random: Random;
  readonly network: Network;
  readonly checkers: Checkers;
  readonly chainId: Uint8Array;
  readonly validators: ValidatorSet;
  readonly wallStartMs: number;
  readonly nodes: SimNode[];
  /** Runs the effects of a node until a barrier opens. */
  readonly runEffects: (node: SimNode) => void;
  /** Hexadecimal proposal digest. */
  digestOf(proposal: Uint8Array): string;
  heightOf(proposal: Uint8Array): number;
  /** Hexadecimal hashes of the envelopes that a proposal names; each byte array is decoded once. */
  envelopeKeys(proposal: Uint8Array): readonly string[];
  executedBy(node: number, key: string): boolean;
  markExecuted(node: number, key: string): void;
  /** One verification per message object, however many nodes receive it. */
  isValid(message: ConsensusMessage): boolean;
  /** Envelopes of executed blocks by node and key, as the block store would give them. */
  readonly archive: Map<string, Uint8Array>;
  readonly lines: string[];
  trace(line: string): void;
}
