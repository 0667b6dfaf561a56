// Who may call a method, and what a call costs, where the row of the table does not say it.
import type { Scope } from "./access.ts";
import type { Method } from "./method.ts";

/** They change what the network does. */
const writing: ReadonlySet<string> = new Set(["tx_submit", "tx_submitBatch", "tx_addSignature"]);

/**
 * In units of one read of one record. Signatures are checked before a transaction is admitted; a block
 * may be megabytes; a simulation executes; sixteen accreditations have chains of up to eight.
 */
const costs: ReadonlyMap<string, number> = new Map([
  ["tx_submit", 5],
  // Each.
  ["tx_submitBatch", 5],
  ["tx_addSignature", 5],
  ["tx_simulate", 20],
  ["governance_simulate", 20],
  ["chain_getBlock", 5],
  ["chain_getBlocks", 20],
  ["chain_getValidatorChain", 20],
  ["issuer_getAccreditations", 10],
  ["issuer_isAuthorised", 10],
  ["proof_get", 10],
  ["proof_getRange", 20],
  ["rpc.discover", 20],
]);

const defaultCost = 1;
/** Up to 64 records, whatever `count` says. */
const pageCost = 5;
/** A proof walks the tree once per key and carries the validator sets. */
const proofCost = 9;

export function permissionOf(method: Method): Scope {
  return method.permission ?? (writing.has(method.name) ? "write" : "read");
}

/** Cost of a call; answers with a proof cost more. */
export function costOf(method: Method, params: unknown): number {
  const own = method.cost ?? costs.get(method.name) ?? (isList(method) ? pageCost : defaultCost);
  const base = own * (method.name === "tx_submitBatch" ? envelopesIn(params) : 1);
  return base + (asksForProof(method, params) ? proofCost : 0);
}

function isList({ params }: Method): boolean {
  return params.some(({ name }) => name === "count");
}

/** Of parameters that nobody has checked yet. */
function envelopesIn(params: unknown): number {
  if (typeof params !== "object" || params === null) return 1;
  const envelopes: unknown = Array.isArray(params) ? params[0] : Reflect.get(params, "envelopes");
  return Array.isArray(envelopes) ? Math.max(1, envelopes.length) : 1;
}

function asksForProof({ params: parameters }: Method, params: unknown): boolean {
  if (typeof params !== "object" || params === null) return false;
  if (!Array.isArray(params)) return Reflect.get(params, "proof") === true;
  return params[parameters.findIndex(({ name }) => name === "proof")] === true;
}

/** Strict parsing, and decoding of what is inside, take as long as a read for so many. */
const bytesPerUnit = 4 * 1024;

/** Cost of reading a body, whatever it turns out to be. */
export function bodyCost(bytes: number): number {
  return Math.ceil(bytes / bytesPerUnit);
}

const answerBytesPerUnit = 16 * 1024;

/** Cost of an answer beyond what its call costs: known once it is made. */
export function answerCost(bytes: number): number {
  return Math.floor(bytes / answerBytesPerUnit);
}
