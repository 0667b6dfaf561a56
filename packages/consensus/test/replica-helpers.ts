// One replica fed by hand.
import {
  createReplica,
  type Effect,
  markVerified,
  type Replica,
  type ReplicaEvent,
  type ReplicaStart,
  step,
} from "@cartorio/consensus";
import { type ConsensusMessage, defaultParameters, proposalDigest } from "@cartorio/protocol";
import { digestOf, proposalBytes } from "./builders.ts";
import { labChainId, labValidators, labWallMs } from "./lab-keys.ts";

export const base: ReplicaStart = {
  chainId: labChainId,
  self: 1,
  validators: labValidators(4),
  parameters: { ...defaultParameters, maxBlockTransactions: 2 },
  certificate: undefined,
  executed: [],
  journal: [],
};

export function start(change: Partial<ReplicaStart> = {}): Replica {
  const { replica } = createReplica({ ...base, ...change });
  tick(replica, 0);
  return replica;
}
export function tick(replica: Replica, ms: number, wallMs = labWallMs + ms): Effect[] {
  return step(replica, { kind: "tick", monotonicMs: ms, wallMs });
}
export function hear(replica: Replica, message: ConsensusMessage, from?: number): Effect[] {
  return step(replica, { kind: "message", message: markVerified(message), from });
}
export function kinds(effects: readonly Effect[]): string[] {
  return effects.map((effect) =>
    effect.kind === "sign" ? `sign ${effect.message.kind}` : effect.kind,
  );
}
export function notes(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) =>
    effect.kind === "note" && effect.note.kind === "refused" ? [effect.note.reason] : [],
  );
}
/** Runs the clock in ticks of 50 ms. */
export function run(replica: Replica, fromMs: number, toMs: number): Effect[] {
  const effects: Effect[] = [];
  for (let ms = fromMs + 50; ms <= toMs; ms += 50) effects.push(...tick(replica, ms));
  return effects;
}
export const proposal: Uint8Array = proposalBytes(1);
export const named: Uint8Array = digestOf(proposal);
export const bodies = (bytes: Uint8Array): ReplicaEvent => ({
  kind: "bodies",
  proposalDigest: proposalDigest(bytes),
  envelopes: [],
});
