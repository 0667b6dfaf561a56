// Makes a failing plan smaller while the same check fails: fewer faults, fewer transactions, a better
// network.
import type { Plan } from "./plan.ts";
import { runPlan } from "./simulation.ts";

type Step = (plan: Plan) => Plan | undefined;

function fails(plan: Plan, check: string): boolean {
  return runPlan(plan).check === check;
}

/** The plan as it is if it does not fail. */
export function shrinkPlan(plan: Plan, progress: (line: string) => void): Plan {
  const { check } = runPlan(plan);
  if (check === undefined) return plan;
  let smallest = plan;
  const attempt = (step: Step, what: string): boolean => {
    const smaller = step(smallest);
    if (smaller === undefined || !fails(smaller, check)) return false;
    smallest = smaller;
    progress(`${check} still fails: ${what}`);
    return true;
  };
  for (const [what, step] of simplifications) attempt(step, what);
  dropFaults(() => smallest, attempt);
  while (attempt(halfOfTransactions, "half of the transactions")) {
    // Again, until the failure needs them.
  }
  return smallest;
}

function dropFaults(plan: () => Plan, attempt: (step: Step, what: string) => boolean): void {
  for (let index = plan().faults.length - 1; index >= 0; index -= 1) {
    const kind = plan().faults[index]?.fault.kind;
    const without: Step = (from) => ({
      ...from,
      faults: from.faults.filter((_, at) => at !== index),
    });
    attempt(without, `without ${kind}`);
  }
}

const halfOfTransactions: Step = (plan) => {
  const transactions = Math.floor(plan.workload.transactions / 2);
  return transactions === 0 ? undefined : { ...plan, workload: { ...plan.workload, transactions } };
};

const simplifications: readonly (readonly [string, Step])[] = [
  ["without hostile clients", (plan) => ({ ...plan, clients: [] })],
  ["without Byzantine validators", (plan) => ({ ...plan, byzantine: [] })],
  ["nobody dies", (plan) => ({ ...plan, dead: [] })],
  [
    "without loss, duplication and reordering",
    (plan) => ({ ...plan, quality: { ...plan.quality, loss: 0, duplication: 0, reordering: 0 } }),
  ],
  ["without encoding", (plan) => ({ ...plan, encoded: false })],
  ["with fake signatures", (plan) => ({ ...plan, realSignatures: false })],
];
