// docs/ledger.md 6: the accreditor of an issuer that has lost its say.
import type { Operation } from "@cartorio/protocol";
import { credentialOp, did, hashOf, key, op, runOne, signer, sponsored } from "../world.ts";
import type { Scene } from "./scene.ts";
import { type Make, type Row, row } from "./table.ts";

const commitment = hashOf("credential");

/**
 * ministry (root) accredited the agency, which it suspended, and "fired", which it ended for cause; fired
 * accredited "fired child", the agency accredited "branch": see scene.ts.
 */
type Name = "ministry" | "agency" | "fired" | "fired child" | "branch";

interface Change {
  readonly issuer: Name;
  readonly by: Name;
  /** Index of the issuer's accreditation. Default 1, which all have. */
  readonly accreditation?: number;
  /** The issuer is deactivated first; it has so many dependants. */
  readonly deactivated?: number;
}

export type StatusKind = "credentialRevoke" | "credentialSuspend" | "credentialResume";

function operationOf(kind: StatusKind, { issuer, by, accreditation = 1 }: Change): Operation {
  const more = { by: did(by), accreditation };
  if (kind === "credentialRevoke") return op.revoke(did(issuer), commitment, 0, more);
  if (kind === "credentialSuspend") return credentialOp.suspend(did(issuer), commitment, more);
  return credentialOp.resume(did(issuer), commitment, { ...more, expectedSequence: 1 });
}

const attempt =
  (kind: StatusKind, change: Change): Make =>
  ({ world, ...parties }: Scene) => {
    const { by, issuer, deactivated } = change;
    const dids: Partial<Record<Name, string>> = {
      fired: parties.fired.did,
      branch: parties.branch.did,
    };
    const of = (name: Name): string => dids[name] ?? did(name);
    const named = { ...change, issuer, by };
    const rename = (operation: Operation): Operation => {
      const value = { ...operation.value, issuer: of(issuer), by: of(by) };
      return { ...operation, value } as Operation;
    };
    if (deactivated !== undefined) {
      const end: Operation = {
        kind: "didDeactivate",
        value: { did: of(issuer), expectedVersion: 1, acknowledge: deactivated },
      };
      runOne(world, { signers: [signer(of(issuer), key(issuer)), sponsored], operations: [end] });
    }
    const signers = [signer(of(by), key(`${by}/assert`)), sponsored];
    if (kind === "credentialResume") {
      runOne(world, { signers, operations: [rename(operationOf("credentialSuspend", named))] });
    }
    return { signers, operation: rename(operationOf(kind, named)) };
  };

export function accreditorRows(kind: StatusKind): Row[] {
  const to = (caller: string, code: Row["code"], change: Change): Row =>
    row(caller, code, attempt(kind, change));
  return [
    to("the accreditor of an issuer that it ended for cause", "APPLIED", {
      issuer: "fired",
      by: "ministry",
    }),
    to("the accreditor of a deactivated issuer", "APPLIED", {
      issuer: "agency",
      by: "ministry",
      deactivated: 1,
    }),
    to("the accreditor of an issuer that is active, suspended only", "UNAUTHORISED", {
      issuer: "agency",
      by: "ministry",
    }),
    to("the accreditor, naming no accreditation", "UNAUTHORISED", {
      issuer: "fired",
      by: "ministry",
      accreditation: 0,
    }),
    to("the accreditor, naming one that is not there", "UNAUTHORISED", {
      issuer: "fired",
      by: "ministry",
      accreditation: 2,
    }),
    to("another accreditor", "UNAUTHORISED", { issuer: "fired", by: "agency" }),
    to("an accreditor that was ended for cause itself", "UNAUTHORISED", {
      issuer: "fired child",
      by: "fired",
      deactivated: 0,
    }),
    to("an accreditor that is suspended itself", "UNAUTHORISED", {
      issuer: "branch",
      by: "agency",
      deactivated: 1,
    }),
  ];
}
