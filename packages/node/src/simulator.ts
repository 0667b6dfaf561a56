// Simulations for clients (tx_simulate, governance_simulate). They execute on this thread, which votes too,
// and whoever asks need not have signed anything: one per turn of the event loop, few that wait, and together
// at most a tenth of the time, so that a vote is seldom behind one of them and never behind two.
import type {
  ApiResult,
  ProposalQuestion,
  ProposalSimulation,
  TransactionSimulation,
} from "@cartorio/gateway";
import { type Ledger, simulateProposal, simulateTransaction } from "@cartorio/ledger";
import {
  type DecodedEnvelope,
  decodeGovernancePropose,
  decodeTransaction,
  type ErrorCode,
  encodeReceipt,
  encodeValidatorSet,
} from "@cartorio/protocol";
import { missingIn } from "./pending-envelopes.ts";

export interface SimulatorOptions {
  readonly chainId: Uint8Array;
  readonly ledger: Ledger;
  /** Checks the signatures that are there. Codes: SIGNATURE_INVALID, QUEUE_FULL. */
  readonly verify: (
    decoded: DecodedEnvelope,
    signers: readonly number[],
  ) => Promise<ErrorCode | undefined>;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  /** Milliseconds that never go back: what a simulation took. */
  readonly monotonicMs: () => number;
  /** Resolves after so many milliseconds. */
  readonly rest: (durationMs: number) => Promise<void>;
  /** Simulations that may wait for their turn; QUEUE_FULL beyond it. */
  readonly maxWaiting: number;
}

export interface Simulator {
  readonly transaction: (envelope: Uint8Array) => Promise<ApiResult<TransactionSimulation>>;
  readonly proposal: (question: ProposalQuestion) => Promise<ApiResult<ProposalSimulation>>;
}

const full = { ok: false, code: "QUEUE_FULL" } as const;

export function createSimulator(options: SimulatorOptions): Simulator {
  const { chainId, ledger, nowMs } = options;
  const inTurn = createTurns(options);
  return {
    async transaction(envelope) {
      const decoded = decodeTransaction(envelope, chainId);
      if (!decoded.ok) return refusalOf(decoded);
      const missing = missingIn(decoded.value.envelope);
      const { length } = decoded.value.body.signers;
      const signers = Array.from({ length }, (_, index) => index);
      const present = signers.filter((index) => !missing.includes(index));
      const problem =
        present.length === 0 ? undefined : await options.verify(decoded.value, present);
      if (problem !== undefined) return { ok: false, code: problem };
      return inTurn(() => {
        const { receipt, ...rest } = simulateTransaction(ledger, decoded.value, nowMs());
        return { ok: true, value: { ...rest, receipt: encodeReceipt(receipt), missing } };
      });
    },
    async proposal(question) {
      if ("hash" in question) return inTurn(() => proposal(question));
      const decoded = decodeGovernancePropose(question.proposal);
      if (!decoded.ok) return refusalOf(decoded);
      return inTurn(() => proposal({ proposal: decoded.value }));
    },
  };

  function proposal(
    question: Parameters<typeof simulateProposal>[1],
  ): ApiResult<ProposalSimulation> {
    const simulated = simulateProposal(ledger, question, nowMs());
    if (simulated === undefined) return { ok: false, code: "NOT_FOUND" };
    const { outcome, validators, ...rest } = simulated;
    const refusal = outcome.ok ? {} : { currentVersion: outcome.currentVersion ?? 0 };
    const code = outcome.ok ? "APPLIED" : outcome.code;
    const set = validators && encodeValidatorSet(validators);
    return { ok: true, value: { ...rest, code, ...refusal, validators: set } };
  }
}

function refusalOf({ code, field }: { readonly code: ErrorCode; readonly field?: string }) {
  return { ok: false, code, ...(field === undefined ? {} : { data: { field } }) } as const;
}

/** After each simulation nothing is simulated for so many times as long. */
const restsPerWork = 9;

/** Runs one piece of work per turn of the event loop, in the order in which they came, and rests after it. */
function createTurns({
  maxWaiting,
  monotonicMs,
  rest,
}: SimulatorOptions): <T>(work: () => ApiResult<T>) => Promise<ApiResult<T>> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (work) => {
    if (waiting >= maxWaiting) return Promise.resolve(full);
    waiting += 1;
    const turn = last.then(() => new Promise<void>((resolve) => setImmediate(resolve)));
    let tookMs = 0;
    const done = turn.then(() => {
      const startedMs = monotonicMs();
      try {
        return work();
      } finally {
        tookMs = monotonicMs() - startedMs;
        waiting -= 1;
      }
    });
    last = done.catch(() => undefined).then(() => rest(restsPerWork * tookMs));
    return done;
  };
}
