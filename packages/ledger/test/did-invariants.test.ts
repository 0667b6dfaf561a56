// What only a fault of this software could do.
import { expect, it } from "vitest";
import { adjustDependants } from "../src/dependants.ts";
import { redactDocument } from "../src/dids.ts";
import { startBlock, startTransaction, type TransactionState } from "../src/state.ts";
import { createWorld, did } from "./world.ts";

function start(): TransactionState {
  const { ledger } = createWorld();
  return startTransaction(startBlock(ledger, { height: 1, time: ledger.head.header.time + 1 }));
}

it.each([
  [did("beta"), -1],
  [did("nobody"), 1],
] as const)("no dependant of %s is counted %i", (name, delta) => {
  expect(() => adjustDependants(start(), name, delta)).toThrow("INV-LEDGER-DEPENDANTS");
});

it.each([
  [did("beta"), 0],
  [did("beta"), 2],
  [did("nobody"), 1],
] as const)("no version of %s is redacted: %i", (name, version) => {
  const redaction = { hash: new Uint8Array(32), time: 1, height: 1, proposal: 1, reason: 1 };
  const at = { did: name, version };
  expect(() => redactDocument(start(), at, redaction)).toThrow("INV-STATE-DID");
});
