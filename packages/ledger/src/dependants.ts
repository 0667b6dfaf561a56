import type { Control } from "@cartorio/protocol";
import { didNow, writeHead } from "./dids.ts";
import type { TransactionState } from "./state.ts";

/**
 * Counts one more or one less DID that depends on `did`: controlled or accredited by it (docs/ledger.md
 * 2). Writes its head, makes no version. Throws INV-LEDGER-DEPENDANTS if the DID does not exist or has
 * no dependant to lose.
 */
export function adjustDependants(state: TransactionState, did: string, delta: 1 | -1): void {
  const now = didNow(state, did);
  const dependants = (now?.head.dependants ?? 0) + delta;
  if (now === undefined || dependants < 0) {
    throw new Error("INV-LEDGER-DEPENDANTS: a dependant is counted that cannot be");
  }
  writeHead(state, did, { now, head: { dependants } });
}

/** Counts a DID with its new controllers, and no more with those that go. */
export function moveDependant(
  state: TransactionState,
  before: Control | undefined,
  after: Control | undefined,
): void {
  const old = controllersOf(before);
  const next = controllersOf(after);
  for (const did of old) if (!next.includes(did)) adjustDependants(state, did, -1);
  for (const did of next) if (!old.includes(did)) adjustDependants(state, did, 1);
}

function controllersOf(control: Control | undefined): readonly string[] {
  return control?.kind === "controllers" ? control.controllers : [];
}
