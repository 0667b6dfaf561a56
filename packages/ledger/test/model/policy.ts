// docs/ledger.md 8: write policies, as the model sees them.
import { operationNumber } from "@cartorio/protocol";
import { isRight } from "./accreditation.ts";
import { weightOf } from "./members.ts";
import { bit, type Doing, keysWith, type ModelOperation, type ModelSigner, need } from "./state.ts";

/** In whose name an operation acts. */
function actorOf({ kind, value }: ModelOperation): string {
  if (kind === "didCreate") return value.nonce.replace("nonce:", "@");
  if ("by" in value && value.by !== "") return value.by;
  const names = ["did", "cosigner", "issuer", "accreditor", "subject", "owner", "party"] as const;
  const texts: Partial<Record<string, unknown>> = { ...value };
  return String(names.map((name) => texts[name]).find((text) => text !== undefined) ?? "");
}

/** A member, or a DID with an accreditation in force to issue (2) or to accredit (3). */
function hasRole(doing: Doing, did: string, role: number): boolean {
  const { before } = doing;
  if (before.dids[did]?.active !== true) return false;
  if (role === 1) return weightOf(before, did) > 0;
  const all = before.accreditations[did] ?? [];
  return all.some((_record, at) => isRight(doing, { subject: did, index: at + 1 }, role - 1));
}

function speaks({ before, time }: Doing, { did, key, role }: ModelSigner): boolean {
  const its = before.dids[did];
  const isSigner = role === "author" || role === "cosigner";
  if (its === undefined || !its.active || its.frozenUntil > time) return false;
  return isSigner && keysWith(its.document, bit.invocation).includes(key);
}

/** One clause holds with all of its conditions, as of before the transaction. */
export function needPolicy(doing: Doing, operation: ModelOperation): void {
  const old = { ...doing, before: doing.old };
  const inForce = doing.old.policies[operationNumber(operation.kind)];
  if (inForce === undefined) return;
  const actor = actorOf(operation);
  const speaking = new Set(doing.signers.filter((one) => speaks(old, one)).map(({ did }) => did));
  const holds = inForce.policy.any.some(({ all }) =>
    all.every(({ role, count, self }) => {
      if (self) return hasRole(old, actor, role);
      if (count === 0) return doing.signers.some((signer) => signer.role === "sponsor");
      return [...speaking].filter((did) => hasRole(old, did, role)).length >= count;
    }),
  );
  need(holds, "POLICY_REFUSED");
}
