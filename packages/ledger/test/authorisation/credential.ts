// docs/ledger.md 6.
import type { Operation } from "@cartorio/protocol";
import { anchorHash } from "../record-now.ts";
import { controller, credentialOp, hashOf, op, runOne, signer, sponsored } from "../world.ts";
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

const commitment = hashOf("credential");
const signedBy = (party: Party, right: Right = "assertion") => [
  signer(party.did, party.keys[right]),
  sponsored,
];

/** Anchors, and gives the hash of the record, which a co-signer signs over. */
function anchored(scene: Scene, issuer: Party, cosigners: readonly string[]): Uint8Array {
  const operations = [credentialOp.anchorFor(issuer.did, commitment, cosigners)];
  runOne(scene.world, { signers: signedBy(issuer), operations });
  return anchorHash(scene.world, issuer.did, commitment);
}

function cosign(scene: Scene, party: Party): Operation {
  const issuer = party.did === scene.hospital.did ? scene.board : scene.hospital;
  const recordHash = anchored(scene, issuer, [party.did]);
  return credentialOp.cosign(issuer.did, commitment, { cosigner: party.did, recordHash });
}

function suspended(scene: Scene, issuer: Party): void {
  const operations = [credentialOp.suspend(issuer.did, commitment)];
  runOne(scene.world, { signers: signedBy(issuer), operations });
}

const about = {
  credentialAnchor: (_scene, { did }) => op.anchor(did, commitment),
  credentialRevoke: (_scene, { did }) => op.revoke(did, commitment),
  credentialSuspend: (_scene, { did }) => credentialOp.suspend(did, commitment),
  credentialResume(scene, party) {
    suspended(scene, party);
    return credentialOp.resume(party.did, commitment, { expectedSequence: 1 });
  },
  credentialCosign: cosign,
  credentialLog(scene, party) {
    anchored(scene, party, []);
    return credentialOp.log(party.did, commitment);
  },
  issuerUpdate: (_scene, { did }) => credentialOp.profile(did),
} satisfies Readonly<Record<string, Subject["about"]>>;
type Kind = keyof typeof about;

function table(kind: Kind, right: string, rows: readonly Row[]): OperationTable {
  const subject: Subject = {
    kind,
    right: kind === "issuerUpdate" ? "invocation" : "assertion",
    about: about[kind],
  };
  const asController = row("the right key in role controller", "UNAUTHORISED", (scene) => {
    const { did, keys } = scene.university;
    return {
      signers: [signer(did, keys[subject.right], controller), sponsored],
      operation: subject.about(scene, scene.university),
    };
  });
  const cells = cellsOf(subject, codesOf[subject.right]);
  return { kind, right, cells, rows: [...usualRows(subject), asController, ...rows] };
}

type Declaration = Parameters<typeof credentialOp.profile>[1];

/** The university declares who may act for it. */
function declare(scene: Scene, declaration: Declaration): void {
  const { university } = scene;
  const operations = [credentialOp.profile(university.did, declaration)];
  const receipt = runOne(scene.world, { signers: signedBy(university, "invocation"), operations });
  if (receipt.name !== "APPLIED") throw new Error(`the declaration: ${receipt.name}`);
}

type ChangeKind = "credentialRevoke" | "credentialSuspend" | "credentialResume";

/** The change by a DID other than the issuer, after what the university declared. */
function changeBy(kind: ChangeKind, scene: Scene, by: Party): Operation {
  const more = { by: by.did };
  const { did } = scene.university;
  if (kind === "credentialSuspend") return credentialOp.suspend(did, commitment, more);
  if (kind === "credentialRevoke") return op.revoke(did, commitment, 0, more);
  // What a revoker may lift, a revoker has suspended.
  const operations = [credentialOp.suspend(did, commitment, more)];
  runOne(scene.world, { signers: signedBy(by), operations });
  return credentialOp.resume(did, commitment, { ...more, expectedSequence: 1 });
}

function rowsByOthers(kind: ChangeKind): Row[] {
  const by = (
    caller: string,
    code: Row["code"],
    make: (scene: Scene) => { readonly who: Party; readonly right?: Right },
  ): Row =>
    row(caller, code, (scene) => {
      const { who, right } = make(scene);
      return { signers: signedBy(who, right), operation: changeBy(kind, scene, who) };
    });
  return [
    by("a registered revoker with its assertionMethod key", "APPLIED", (scene) => {
      declare(scene, { revokers: [scene.hospital.did] });
      return { who: scene.hospital };
    }),
    by("a registered revoker with its control key", "UNAUTHORISED", (scene) => {
      declare(scene, { revokers: [scene.hospital.did] });
      return { who: scene.hospital, right: "control" };
    }),
    by("a registered revoker with its capabilityInvocation key", "UNAUTHORISED", (scene) => {
      declare(scene, { revokers: [scene.hospital.did] });
      return { who: scene.hospital, right: "invocation" };
    }),
    by("a revoker that the issuer took off its list", "UNAUTHORISED", (scene) => {
      declare(scene, { revokers: [scene.hospital.did] });
      declare(scene, { revokers: [scene.board.did], expectedSequence: 1 });
      return { who: scene.hospital };
    }),
    by("a registered revoker that is deactivated", "DID_DEACTIVATED", (scene) => {
      declare(scene, { revokers: [scene.closed.did] });
      return { who: scene.closed };
    }),
    by("the named successor", "APPLIED", (scene) => {
      declare(scene, { successor: scene.hospital.did });
      return { who: scene.hospital };
    }),
    by("a DID that the issuer never named", "UNAUTHORISED", (scene) => {
      declare(scene, { revokers: [scene.board.did], successor: scene.board.did });
      return { who: scene.hospital };
    }),
    row("the issuer's key in the name of its revoker", "UNAUTHORISED", (scene) => {
      declare(scene, { revokers: [scene.hospital.did] });
      const signers = signedBy(scene.university);
      return { signers, operation: changeBy(kind, scene, scene.hospital) };
    }),
  ];
}

const cosignRows = [
  row("a DID that the anchor does not name", "UNAUTHORISED", (scene) => {
    const recordHash = anchored(scene, scene.university, [scene.board.did]);
    const more = { cosigner: scene.hospital.did, recordHash };
    const operation = credentialOp.cosign(scene.university.did, commitment, more);
    return { signers: signedBy(scene.hospital), operation };
  }),
];

const logRows = [
  row("a DID that the anchor names", "APPLIED", (scene) => {
    anchored(scene, scene.university, [scene.hospital.did]);
    const operation = credentialOp.log(scene.university.did, commitment, {
      by: scene.hospital.did,
    });
    return { signers: signedBy(scene.hospital), operation };
  }),
  row("a registered revoker that the anchor does not name", "UNAUTHORISED", (scene) => {
    declare(scene, { revokers: [scene.hospital.did] });
    anchored(scene, scene.university, []);
    const operation = credentialOp.log(scene.university.did, commitment, {
      by: scene.hospital.did,
    });
    return { signers: signedBy(scene.hospital), operation };
  }),
];

const resumeRows = [
  row("a registered revoker, of what the issuer suspended", "UNAUTHORISED", (scene) => {
    declare(scene, { revokers: [scene.hospital.did] });
    suspended(scene, scene.university);
    const operation = credentialOp.resume(scene.university.did, commitment, {
      by: scene.hospital.did,
      expectedSequence: 1,
    });
    return { signers: signedBy(scene.hospital), operation };
  }),
];

const anchorRows = [
  row("a registered revoker of the issuer", "UNAUTHORISED", (scene) => {
    declare(scene, { revokers: [scene.hospital.did], successor: scene.hospital.did });
    const operation = op.anchor(scene.university.did, commitment);
    return { signers: signedBy(scene.hospital), operation };
  }),
];

const profileRows = [
  row("the successor that the issuer named", "UNAUTHORISED", (scene) => {
    declare(scene, { successor: scene.hospital.did });
    const operation = credentialOp.profile(scene.university.did, { expectedSequence: 1 });
    return { signers: signedBy(scene.hospital, "invocation"), operation };
  }),
];

const key = "an assertionMethod key of";
const changer = `${key} the issuer, of its successor or of a revoker that it registered`;

export const credentialTables: readonly OperationTable[] = [
  table("credentialAnchor", `${key} the issuer`, anchorRows),
  table("credentialRevoke", changer, rowsByOthers("credentialRevoke")),
  table("credentialSuspend", changer, rowsByOthers("credentialSuspend")),
  table("credentialResume", changer, [...rowsByOthers("credentialResume"), ...resumeRows]),
  table("credentialCosign", `${key} a DID that the anchor names`, cosignRows),
  table("credentialLog", `${key} the issuer or of a DID that the anchor names`, logRows),
  table("issuerUpdate", "a capabilityInvocation key of the issuer", profileRows),
];
