// docs/ledger.md 7, and the receipts of data exchanges.
import type { Operation } from "@cartorio/protocol";
import { exchangeOp, statusListOp } from "../registry-operations.ts";
import { controller, credentialOp, op, runOne, signer, sponsored } from "../world.ts";
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

const signedBy = (party: Party, right: Right) => [signer(party.did, party.keys[right]), sponsored];

/** What there is before the attempt, if the party may do it at all. */
function before(
  scene: Scene,
  party: Party,
  { right, operation }: { right: Right; operation: Operation },
): void {
  runOne(scene.world, { signers: signedBy(party, right), operations: [operation] });
}

/** The publisher of the tables is beta; beta's own lists have the university's DID as theirs. */
function create({ university, member }: Scene, { did }: Party): Operation {
  const publisher = did === member.did ? university.did : member.did;
  return statusListOp.create(did, { publisher });
}

const subjects = {
  statusListCreate: { right: "assertion", about: create },
  statusListUpdate: {
    right: "assertion",
    about(scene, party, by) {
      before(scene, party, { right: "assertion", operation: create(scene, party) });
      return statusListOp.set(party.did, [7], { by: by?.did ?? "" });
    },
  },
  exchangeReceipts: {
    right: "invocation",
    about: (_scene, { did }) => exchangeOp.receipts(did, 0),
  },
} satisfies Readonly<Record<string, Omit<Subject, "kind">>>;
type Kind = keyof typeof subjects;

function table(kind: Kind, right: string, rows: readonly Row[]): OperationTable {
  const subject: Subject = { kind, ...subjects[kind] };
  const asController = row("the right key in role controller", "UNAUTHORISED", (scene) => {
    const { did, keys } = scene.university;
    return {
      signers: [signer(did, keys[subject.right], controller), sponsored],
      operation: subject.about(scene, scene.university),
    };
  });
  const own = codesOf[subject.right];
  const codes =
    kind === "statusListUpdate" ? { ...own, registeredRevoker: "APPLIED" as const } : own;
  const cells = cellsOf(subject, codes);
  return { kind, right, cells, rows: [...usualRows(subject), asController, ...rows] };
}

type Declaration = Parameters<typeof credentialOp.profile>[1];

/** The scene has one declaration of the university. */
function declare(scene: Scene, declaration: Declaration): void {
  const { university } = scene;
  const operation = credentialOp.profile(university.did, { expectedSequence: 1, ...declaration });
  before(scene, university, { right: "invocation", operation });
}

/** The university has a list; the party sets a bit of it. */
function updateBy(scene: Scene, party: Party): Operation {
  const { university } = scene;
  before(scene, university, { right: "assertion", operation: create(scene, university) });
  return statusListOp.set(university.did, [7], { by: party.did });
}

function revoking(
  caller: string,
  code: Row["code"],
  make: (scene: Scene) => { readonly who: Party; readonly right?: Right },
): Row {
  return row(caller, code, (scene) => {
    const { who, right = "assertion" } = make(scene);
    return { signers: signedBy(who, right), operation: updateBy(scene, who) };
  });
}

const updateRows: readonly Row[] = [
  revoking("a registered revoker with its assertionMethod key", "APPLIED", (scene) => {
    declare(scene, { revokers: [scene.hospital.did] });
    return { who: scene.hospital };
  }),
  revoking("a registered revoker with its capabilityInvocation key", "UNAUTHORISED", (scene) => {
    declare(scene, { revokers: [scene.hospital.did] });
    return { who: scene.hospital, right: "invocation" };
  }),
  revoking("a registered revoker with its control key", "UNAUTHORISED", (scene) => {
    declare(scene, { revokers: [scene.hospital.did] });
    return { who: scene.hospital, right: "control" };
  }),
  revoking("a revoker that the issuer took off its list", "UNAUTHORISED", (scene) => {
    declare(scene, { revokers: [scene.hospital.did] });
    declare(scene, { revokers: [scene.board.did], expectedSequence: 2 });
    return { who: scene.hospital };
  }),
  revoking("a registered revoker that is deactivated", "DID_DEACTIVATED", (scene) => {
    declare(scene, { revokers: [scene.closed.did] });
    return { who: scene.closed };
  }),
  revoking("the successor that the issuer named, which is no revoker", "UNAUTHORISED", (scene) => {
    declare(scene, { successor: scene.hospital.did });
    return { who: scene.hospital };
  }),
  revoking("the publisher of the list", "UNAUTHORISED", ({ member }) => ({ who: member })),
  revoking("the issuer, named as who acts for itself", "APPLIED", ({ university }) => ({
    who: university,
  })),
  row("the issuer's key in the name of its revoker", "UNAUTHORISED", (scene) => {
    declare(scene, { revokers: [scene.hospital.did] });
    const signers = signedBy(scene.university, "assertion");
    return { signers, operation: updateBy(scene, scene.hospital) };
  }),
  row("a registered revoker of a deactivated issuer", "APPLIED", (scene) => {
    const { university, hospital } = scene;
    declare(scene, { revokers: [hospital.did] });
    const operation = updateBy(scene, hospital);
    const end = op.deactivate(university.did, university.version);
    before(scene, university, { right: "control", operation: end });
    return { signers: signedBy(hospital, "assertion"), operation };
  }),
];

const createRows: readonly Row[] = [
  row("a registered revoker, in the name of the issuer", "UNAUTHORISED", (scene) => {
    declare(scene, { revokers: [scene.hospital.did] });
    const operation = create(scene, scene.university);
    return { signers: signedBy(scene.hospital, "assertion"), operation };
  }),
  row("the publisher that the list would have", "UNAUTHORISED", (scene) => ({
    signers: signedBy(scene.member, "assertion"),
    operation: create(scene, scene.university),
  })),
];

export const statusListTables: readonly OperationTable[] = [
  table("statusListCreate", "an assertionMethod key of the owner", createRows),
  table(
    "statusListUpdate",
    "an assertionMethod key of the owner, or of a revoker that it registered",
    updateRows,
  ),
];

export const exchangeTables: readonly OperationTable[] = [
  table("exchangeReceipts", "a capabilityInvocation key of the party", []),
];
