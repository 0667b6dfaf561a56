// docs/ledger.md 6.
import { controller, hashOf, op, signer, sponsored } from "../world.ts";
import { cellsOf, codesOf, type OperationTable, row, type Subject, usualRows } from "./table.ts";

const commitment = hashOf("credential");

const about: Readonly<Record<"credentialAnchor" | "credentialRevoke", Subject["about"]>> = {
  credentialAnchor: (_scene, { did }) => op.anchor(did, commitment),
  credentialRevoke: (_scene, { did }) => op.revoke(did, commitment),
};

function issuing(kind: keyof typeof about): OperationTable {
  const subject: Subject = { kind, right: "assertion", about: about[kind] };
  return {
    kind,
    right: "an assertionMethod key of the issuer",
    cells: cellsOf(subject, codesOf.assertion),
    rows: [
      ...usualRows(subject),
      row("the right key in role controller", "UNAUTHORISED", (scene) => {
        const { did, keys } = scene.university;
        return {
          signers: [signer(did, keys.assertion, controller), sponsored],
          operation: subject.about(scene, scene.university),
        };
      }),
    ],
  };
}

export const credentialTables: readonly OperationTable[] = [
  issuing("credentialAnchor"),
  issuing("credentialRevoke"),
];
