// docs/ledger.md 11.
import type { Operation } from "@cartorio/protocol";
import { schemaDigest, schemaOp } from "../registry-operations.ts";
import { controller, credentialOp, runOne, signer, sponsored } from "../world.ts";
import type { Party, Right, Scene } from "./scene.ts";
import {
  cellsOf,
  codesOf,
  type OperationTable,
  type Row,
  row,
  type Subject,
  usualRows,
} from "./table.ts";

const signedBy = (party: Party, right: Right = "invocation") => [
  signer(party.did, party.keys[right]),
  sponsored,
];

/** What there is before the attempt, if the party may do it at all. */
function before(scene: Scene, party: Party, operation: Operation): void {
  runOne(scene.world, { signers: signedBy(party), operations: [operation] });
}

const about = {
  schemaRegister: (_scene, { did }) => schemaOp.register(did, "degree"),
  schemaDeprecate(scene, party) {
    before(scene, party, schemaOp.register(party.did, "degree"));
    return schemaOp.deprecate(party.did, "degree");
  },
} satisfies Readonly<Record<string, Subject["about"]>>;
type Kind = keyof typeof about;

/** What the hospital does to a schema of the university. */
function foreign(kind: Kind, scene: Scene): Operation {
  before(scene, scene.university, schemaOp.register(scene.university.did, "old"));
  return kind === "schemaRegister"
    ? schemaOp.register(scene.hospital.did, "degree", schemaDigest("old"))
    : schemaOp.deprecate(scene.hospital.did, "old");
}

/** The scene has one declaration of the university. */
const succeeded = ({ did }: Party) => ({ expectedSequence: 1, successor: did });

function rowsByOthers(kind: Kind): Row[] {
  const declared = (
    caller: string,
    code: Row["code"],
    declaration: (scene: Scene) => Parameters<typeof credentialOp.profile>[1],
  ): Row =>
    row(caller, code, (scene) => {
      const profile = credentialOp.profile(scene.university.did, {
        expectedSequence: 1,
        ...declaration(scene),
      });
      before(scene, scene.university, profile);
      return { signers: signedBy(scene.hospital), operation: foreign(kind, scene) };
    });
  return [
    declared("the successor that the schema's owner named", "APPLIED", ({ hospital }) => ({
      successor: hospital.did,
    })),
    declared("a revoker that the schema's owner registered", "UNAUTHORISED", ({ hospital }) => ({
      revokers: [hospital.did],
    })),
    declared("another DID, for a schema that is not its own", "UNAUTHORISED", ({ board }) => ({
      successor: board.did,
    })),
    row("the successor with its assertionMethod key", "UNAUTHORISED", (scene) => {
      const { university, hospital } = scene;
      before(scene, university, credentialOp.profile(university.did, succeeded(hospital)));
      return { signers: signedBy(hospital, "assertion"), operation: foreign(kind, scene) };
    }),
    row("a successor that the owner took back", "UNAUTHORISED", (scene) => {
      const { university, hospital } = scene;
      before(scene, university, credentialOp.profile(university.did, succeeded(hospital)));
      const back = credentialOp.profile(university.did, { expectedSequence: 2 });
      before(scene, university, back);
      return { signers: signedBy(hospital), operation: foreign(kind, scene) };
    }),
  ];
}

function table(kind: Kind, right: string): OperationTable {
  const subject: Subject = { kind, right: "invocation", about: about[kind] };
  const asController = row("the right key in role controller", "UNAUTHORISED", (scene) => {
    const { did, keys } = scene.university;
    return {
      signers: [signer(did, keys.invocation, controller), sponsored],
      operation: subject.about(scene, scene.university),
    };
  });
  const cells = cellsOf(subject, codesOf.invocation);
  return { kind, right, cells, rows: [...usualRows(subject), asController, ...rowsByOthers(kind)] };
}

const key = "a capabilityInvocation key of";

export const schemaTables: readonly OperationTable[] = [
  table("schemaRegister", `${key} the owner; to supersede, of the owner or its successor`),
  table("schemaDeprecate", `${key} the owner or its successor`),
];
