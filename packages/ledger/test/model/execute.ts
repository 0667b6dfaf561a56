// docs/ledger.md 1, as the model sees it: who pays, how long a transaction is valid, all or nothing.
import { type ErrorCode, limits, type OperationKind, type Parameters } from "@cartorio/protocol";
import { accreditationRules } from "./accreditation.ts";
import { credentialRules } from "./credential.ts";
import { didRules } from "./did.ts";
import { governanceRules } from "./governance.ts";
import { weightOf } from "./members.ts";
import { needPolicy } from "./policy.ts";
import { schemaRules } from "./schema.ts";
import {
  bit,
  type Doing,
  keysWith,
  type Model,
  type ModelOperation,
  type ModelReceipt,
  type ModelState,
  type ModelTransaction,
  Refusal,
  type Rules,
} from "./state.ts";
import { exchangeRules, statusListRules } from "./status-list.ts";
import { validatorRules } from "./validators.ts";

/** A kind that is not in it cannot be drawn: model.test.ts says which ones. */
export const rules: Partial<Rules<OperationKind>> = {
  ...didRules,
  ...credentialRules,
  ...accreditationRules,
  ...schemaRules,
  ...statusListRules,
  ...exchangeRules,
  ...validatorRules,
  ...governanceRules,
};

export interface BlockAt {
  readonly time: number;
  readonly height: number;
}

export function execute(model: Model, tx: ModelTransaction, at: BlockAt): ModelReceipt {
  const { time } = at;
  const fail = (name: ErrorCode): ModelReceipt => ({
    name,
    operationIndex: 0,
    currentVersion: 0,
    ids: [],
  });
  if (tx.validUntil < time) return fail("EXPIRED");
  const isLong = tx.validUntil > time + limits.validityWindowMs;
  const isTooFar = tx.validUntil > time + limits.longValidityWindowMs;
  if (isLong && (isTooFar || !tx.operations.every(isGuarded))) return fail("VALID_UNTIL_TOO_FAR");
  if (model.seen.has(tx.id)) return fail("DUPLICATE_TRANSACTION");
  const payer = payerOf(tx);
  const unpaid = payerProblem(model, tx, payer);
  if (isLong) {
    if (unpaid !== undefined) return fail(unpaid);
    const count = `${payer} ${Math.floor(time / limits.dayMs)}`;
    const cap = inForce(model.state, at.height).longLivedPerSponsorDay;
    if ((model.longLived[count] ?? 0) >= cap) return fail("LONG_LIVED_CAP");
    model.longLived[count] = (model.longLived[count] ?? 0) + 1;
  }
  model.seen.add(tx.id);
  if (unpaid !== undefined) return fail(unpaid);
  return executeAll(model, tx, { ...at, payer });
}

function executeAll(
  model: Model,
  tx: ModelTransaction,
  at: BlockAt & { readonly payer: string },
): ModelReceipt {
  const { signers } = tx;
  const created: string[] = [];
  const before = structuredClone(model.state);
  const old = { ...before, dids: { ...before.dids } };
  const recovered = new Set<string>();
  const known = { state: model.state, before, old };
  const doing: Doing = { ...at, model, ...known, signers, created, recovered };
  for (const [operationIndex, operation] of tx.operations.entries()) {
    try {
      needPolicy(doing, operation);
      apply(operation, doing);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // As it was: what was created is in `before` only so that it can sign.
      for (const did of created) delete before.dids[did];
      model.state = before;
      const { code: name, currentVersion } = error;
      return { name, operationIndex, currentVersion, ids: [] };
    }
  }
  return { name: "APPLIED", operationIndex: 0, currentVersion: 0, ids: created };
}

function apply<K extends OperationKind>(operation: ModelOperation<K>, doing: Doing): void {
  const rule: Partial<Rules<K>>[K] = rules[operation.kind];
  if (rule === undefined) throw new Error(`the model does not know ${operation.kind}`);
  rule(operation.value, doing);
}

/** A version of 0 expects nothing; all else names a sequence or a key that exists once. */
function isGuarded({ value }: ModelOperation): boolean {
  return !("expectedVersion" in value) || value.expectedVersion > 0;
}

function inForce({ parameters }: ModelState, height: number): Parameters {
  const known = parameters.filter(({ activationHeight }) => activationHeight <= height);
  const last = known.at(-1);
  if (last === undefined) throw new Error("no parameters");
  return last.parameters;
}

function payerOf(tx: ModelTransaction): string {
  const first = (role: string) => tx.signers.find((signer) => signer.role === role)?.did;
  return first("sponsor") ?? first("author") ?? "";
}

function payerProblem(model: Model, tx: ModelTransaction, payer: string): ErrorCode | undefined {
  const sponsors = tx.signers.filter(({ role }) => role === "sponsor");
  for (const { did, key } of sponsors) {
    const member = model.state.dids[did];
    if (weightOf(model.state, did) === 0 || !member) return "SPONSOR_NOT_MEMBER";
    if (!member.active) return "DID_DEACTIVATED";
    if (!keysWith(member.document, bit.invocation).includes(key)) return "UNAUTHORISED";
  }
  if (sponsors.length > 0) return undefined;
  const member = model.state.dids[payer];
  const others = tx.signers.filter(({ role, did }) => role !== "cosigner" && did !== payer);
  if (weightOf(model.state, payer) === 0 || !member || others.length > 0)
    return "SPONSOR_NOT_MEMBER";
  if (!member.active) return "DID_DEACTIVATED";
  const { control, document } = member;
  const keys = control.kind === "keys" ? control.keys : [];
  const next = control.kind === "keys" ? control.nextKeyHashes : [];
  const speaking = [...keys, ...keysWith(document, bit.assertion | bit.invocation)];
  const isOwn = tx.signers.some(
    ({ role, key }) =>
      role === "author" && (speaking.includes(key) || next.includes(`next:${key}`)),
  );
  return isOwn ? undefined : "UNAUTHORISED";
}
