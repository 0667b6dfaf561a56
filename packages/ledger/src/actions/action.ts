import type { OperationOutcome, TransactionState } from "../state.ts";
import type { Share } from "../weight.ts";

/** What the action of a proposal is executed in. */
export interface ActionContext {
  readonly state: TransactionState;
  readonly chainId: Uint8Array;
  /** Number of the proposal. */
  readonly proposal: number;
  /**
   * True while it is only proposed: nothing of it stays. What may still come before the decision
   * (announcements of an upgrade) or costs much (signatures of candidates) is not asked.
   */
  readonly isRehearsal: boolean;
}

/** One kind of action: its rules and effects. A file per kind implements it. */
export interface ActionRules<T> {
  /** More than this part of the total weight decides (docs/ledger.md 8). */
  shareOf(value: T, state: TransactionState): Share;
  /** Whether what the proposal names is still of the version that it expects; else its code. */
  checkCurrent(value: T, state: TransactionState): OperationOutcome;
  /** Total. Writes to the state of the context only. The version was checked before. */
  execute(value: T, context: ActionContext): OperationOutcome;
}
