import type { OperationKind, OperationValue, Signer } from "@cartorio/protocol";
import type { OperationOutcome, TransactionState } from "../state.ts";

/** What an operation is executed in. */
export interface OperationContext {
  readonly state: TransactionState;
  readonly chainId: Uint8Array;
  readonly signers: readonly Signer[];
  /** DID of the member that pays. */
  readonly payer: string;
  /** DIDs created so far by the transaction, for its receipt. */
  readonly createdDids: string[];
}

/** One operation kind: its rules and effects. A file per kind implements it. */
export interface OperationHandler<T> {
  /**
   * True if a second execution could not act twice: it names the version or sequence that it
   * expects, or writes under a key that exists once (docs/ledger.md 1).
   */
  isGuarded(operation: T): boolean;
  /** Total: every input ends in an outcome. Writes go to the transaction's state only. */
  execute(operation: T, context: OperationContext): OperationOutcome;
}

/** The handlers of some operation kinds, by kind. */
export type OperationHandlers<K extends OperationKind> = {
  readonly [P in K]: OperationHandler<OperationValue<P>>;
};
