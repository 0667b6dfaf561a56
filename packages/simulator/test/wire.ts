// What went over the wire of a run in which validator 0 is Byzantine.
import { byteKey } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  defaultParameters,
  encodeConsensusMessage,
  type PrePrepare,
  type Proposal,
  type SuspectBody,
  type ViewChangeBody,
} from "@cartorio/protocol";
import { createPlan, type Plan } from "../src/plan.ts";
import { type RunResult, runPlan } from "../src/simulation.ts";
import { strategyNamed } from "../src/strategies/table.ts";
import type { Delivery } from "../src/world.ts";

export const liar = 0;
const healthy = { maxBytes: 32 << 20, maxTransactions: 20_000, maxPerPayer: 10_000 };

/** Four validators, one of them Byzantine, a good network and a dozen seconds of load. */
export function planWith(strategy: string, changes: Partial<Plan> = {}): Plan {
  const rides = strategyNamed(strategy)?.create();
  const isRider = rides?.client === undefined && rides?.disk === undefined;
  const ageMs = 1500;
  const trick = { node: liar, ageMs, forMs: 500 };
  return {
    ...createPlan(1),
    n: 4,
    parameters: {
      ...defaultParameters,
      maxBlockTransactions: 5,
      baseTimeoutMs: 600,
      heartbeatIntervalMs: 2000,
      rotationTimeMs: 1500,
    },
    mempool: healthy,
    quality: { minimumDelayMs: 1, maximumDelayMs: 8, reordering: 0, loss: 0, duplication: 0 },
    faults:
      rides?.disk === undefined ? [] : [{ atMs: 4000, fault: { ...trick, kind: rides.disk } }],
    healMs: 6000,
    stall: false,
    byzantine: isRider ? [{ node: liar, strategy }] : [],
    clients: rides?.client === undefined ? [] : [strategy],
    dead: [],
    workload: { transactions: 200, untilMs: 10_000, retryMs: 1000 },
    encoded: false,
    realSignatures: false,
    skewsMs: [0, 0, 0, 0],
    costs: false,
    ...changes,
  };
}

export interface Wire {
  readonly result: RunResult;
  readonly deliveries: readonly Delivery[];
  /** Those of the liar's own authorship, from its own hand. */
  readonly own: readonly Delivery[];
}

export function runWith(strategy: string, changes: Partial<Plan> = {}): Wire {
  const deliveries: Delivery[] = [];
  const result = runPlan(planWith(strategy, changes), { watch: (seen) => deliveries.push(seen) });
  const own = deliveries.filter(({ from, message }) => from === liar && authorOf(message) === liar);
  return { result, deliveries, own };
}

export function authorOf(message: ConsensusMessage): number | undefined {
  if (message.kind === "status" || message.kind === "certificate") return undefined;
  return message.value.validator;
}

/** Where a message of its author stands: two contents for one place are two statements. */
export function placeOf(message: ConsensusMessage): string {
  switch (message.kind) {
    case "prePrepare": {
      const { view, proposal } = message.value;
      const decoded = decodeProposal(proposal);
      return `PrePrepare ${view} ${decoded.ok ? decoded.value.height : "?"}`;
    }
    case "vote": {
      const { kind, view, height } = message.value;
      return `${kind === 2 ? "Prepare" : "Commit"} ${view} ${height}`;
    }
    case "checkpoint":
      return `Checkpoint ${message.value.height}`;
    case "viewChange":
    case "newView": {
      const { body } = message.value;
      const decoded =
        message.kind === "newView" ? decodeNewViewBody(body) : decodeViewChangeBody(body);
      return `${message.kind} ${decoded.ok ? decoded.value.view : "?"}`;
    }
    default:
      return message.kind;
  }
}

/** Places for which the liar said more than one thing, of one kind of message. */
export function contradictions({ own }: Wire, kind: ConsensusMessage["kind"]): string[] {
  const said = new Map<string, Set<string>>();
  for (const { message } of own) {
    if (message.kind !== kind) continue;
    const place = placeOf(message);
    said.set(place, (said.get(place) ?? new Set()).add(byteKey(encodeConsensusMessage(message))));
  }
  return [...said].filter(([, contents]) => contents.size > 1).map(([place]) => place);
}

export interface Proposed extends Delivery {
  readonly prePrepare: PrePrepare;
  readonly proposal: Proposal;
}

export function proposals(deliveries: readonly Delivery[]): Proposed[] {
  return deliveries.flatMap((delivery) => {
    if (delivery.message.kind !== "prePrepare") return [];
    const prePrepare = delivery.message.value;
    const decoded = decodeProposal(prePrepare.proposal);
    return decoded.ok ? [{ ...delivery, prePrepare, proposal: decoded.value }] : [];
  });
}

export function viewChanges(
  deliveries: readonly Delivery[],
): { readonly author: number; readonly body: ViewChangeBody }[] {
  return deliveries.flatMap(({ message }) => {
    if (message.kind !== "viewChange") return [];
    const decoded = decodeViewChangeBody(message.value.body);
    return decoded.ok ? [{ author: message.value.validator, body: decoded.value }] : [];
  });
}

export function suspects(deliveries: readonly Delivery[]): SuspectBody[] {
  return deliveries.flatMap(({ message }) => {
    const decoded = message.kind === "suspect" ? decodeSuspectBody(message.value.body) : undefined;
    return decoded?.ok === true ? [decoded.value] : [];
  });
}
