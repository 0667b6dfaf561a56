// docs/ledger.md 6.
import type { Operation, Signer } from "@cartorio/protocol";
import { anchorHash } from "../record-now.ts";
import {
  controller,
  cosigner,
  credentialOp,
  documentKeysOf,
  documentWith,
  hashOf,
  op,
  runOne,
  signer,
  sponsored,
} from "../world.ts";
import { accreditorRows, type StatusKind } from "./credential-accreditor.ts";
import { freeze, type Party, type Right, type Scene } from "./scene.ts";
import {
  type Codes,
  cellsOf,
  codesOf,
  type Make,
  type OperationTable,
  own,
  type Row,
  row,
  type Subject,
  usualRows,
} from "./table.ts";

const commitment = hashOf("credential");

const anchoring: Subject = {
  kind: "credentialAnchor",
  right: "assertion",
  about: (_scene, { did }) => op.anchor(did, commitment),
};

function tryOut({ world }: Scene, actor: Signer, operation: Operation): void {
  runOne(world, { signers: [actor, sponsored], operations: [operation] });
}

function inRoleController({ about }: Subject): Row {
  return row("the right key in role controller", "UNAUTHORISED", (scene) => {
    const { did, keys } = scene.university;
    const signers = [signer(did, keys.assertion, controller), sponsored];
    return { signers, operation: about(scene, scene.university) };
  });
}

/** An anchor under the issuer's first accreditation. */
function underAccreditation({ did }: Party): Operation {
  const value = { issuer: did, kind: 1, hash: commitment, treeSize: 0, cosigners: [] };
  return { kind: "credentialAnchor", value: { ...value, accreditation: 1 } };
}
const accredited = (name: "fired" | "branch" | "ministry" | "university"): Make => {
  return (scene) => ({
    signers: [own(scene[name], "assertion"), sponsored],
    operation: underAccreditation(scene[name]),
  });
};
const anchorCodes: Codes = {
  ...codesOf.assertion,
  revokedIssuer: "ACCREDITATION_ENDED",
  suspendedChild: "ACCREDITATION_SUSPENDED",
};

const anchor: OperationTable = {
  kind: "credentialAnchor",
  right: "an assertionMethod key of the issuer, under the accreditation that it names if it does",
  cells: cellsOf(anchoring, anchorCodes, {
    revokedIssuer: accredited("fired"),
    suspendedChild: accredited("branch"),
  }),
  rows: [
    ...usualRows(anchoring),
    inRoleController(anchoring),
    row("an issuer under its accreditation", "APPLIED", accredited("ministry")),
    row(
      "an issuer under an accreditation that it does not have",
      "ACCREDITATION_NOT_FOUND",
      accredited("university"),
    ),
    row("an issuer that was ended for cause, under no accreditation", "APPLIED", (scene) => ({
      signers: [own(scene.fired, "assertion"), sponsored],
      operation: op.anchor(scene.fired.did, commitment),
    })),
  ],
};

/** The operation by somebody who names an accreditation of the issuer; nothing comes before it. */
function byAccreditor(kind: StatusKind, issuer: Party, by: Party): Operation {
  const place = { issuer: issuer.did, commitment, by: by.did, accreditation: 1 };
  const value = { ...place, expectedSequence: 0 };
  return kind === "credentialResume" ? { kind, value } : { kind, value: { ...value, reason: 3 } };
}

/** Near the accreditor of an issuer that has lost its say; the others: credential-accreditor.ts. */
function nearAccreditorRows(kind: StatusKind): Row[] {
  return [
    row("one above the accreditor of a deactivated issuer", "UNAUTHORISED", (scene) => {
      const { branch, ministry } = scene;
      tryOut(scene, own(branch, "control"), op.deactivate(branch.did, 1, 1));
      const operation = byAccreditor(kind, branch, ministry);
      return { signers: [own(ministry, "assertion"), sponsored], operation };
    }),
    row("a DID that names an accreditation which it did not give", "UNAUTHORISED", (scene) => ({
      signers: [own(scene.university, "assertion"), sponsored],
      operation: byAccreditor(kind, scene.fired, scene.university),
    })),
    row("the accreditor by its capabilityInvocation key", "UNAUTHORISED", (scene) => ({
      signers: [own(scene.ministry, "invocation"), sponsored],
      operation: byAccreditor(kind, scene.fired, scene.ministry),
    })),
  ];
}

const statusAbout: Readonly<Record<StatusKind, Subject["about"]>> = {
  credentialRevoke: (_scene, { did }, by) => op.revoke(did, commitment, 0, { by: by?.did ?? "" }),
  credentialSuspend: (_scene, { did }, by) =>
    credentialOp.suspend(did, commitment, { by: by?.did ?? "" }),
  credentialResume: (scene, party, by) => {
    // Suspended by the same one, if it may.
    const isRevoker = by?.did === scene.revoker.did || by?.did === scene.successor.did;
    const actor = isRevoker ? by : undefined;
    const suspend = credentialOp.suspend(party.did, commitment, { by: actor?.did ?? "" });
    tryOut(scene, own(actor ?? party, "assertion"), suspend);
    const more = { by: by?.did ?? "", expectedSequence: 1 };
    return credentialOp.resume(party.did, commitment, more);
  },
};

/** Who else changes the status of a credential, or comes close to it. */
function statusRows(subject: Subject): Row[] {
  const of = (who: keyof Scene & ("revoker" | "successor"), right: Right): Make => {
    return (scene) => ({
      signers: [own(scene[who], right), sponsored],
      operation: subject.about(scene, scene.university, scene[who]),
    });
  };
  return [
    row("the successor that the issuer named", "APPLIED", of("successor", "assertion")),
    row("the successor by its control key", "UNAUTHORISED", of("successor", "control")),
    row("a registered revoker by its control key", "UNAUTHORISED", of("revoker", "control")),
    row(
      "a registered revoker by its capabilityInvocation key",
      "UNAUTHORISED",
      of("revoker", "invocation"),
    ),
    row("a registered revoker that does not say so", "UNAUTHORISED", (scene) => ({
      signers: [own(scene.revoker, "assertion"), sponsored],
      operation: subject.about(scene, scene.university),
    })),
    row("a registered revoker as co-signer", "UNAUTHORISED", (scene) => ({
      signers: [{ ...own(scene.revoker, "assertion"), role: cosigner }, sponsored],
      operation: subject.about(scene, scene.university, scene.revoker),
    })),
    row("a revoker's key, named for the issuer", "UNAUTHORISED", (scene) => ({
      signers: [signer(scene.university.did, scene.revoker.keys.assertion), sponsored],
      operation: subject.about(scene, scene.university),
    })),
    row("the issuer's key in the name of its revoker", "UNAUTHORISED", (scene) => ({
      signers: [signer(scene.revoker.did, scene.university.keys.assertion), sponsored],
      operation: subject.about(scene, scene.university, scene.revoker),
    })),
    row("a revoker of another issuer", "UNAUTHORISED", (scene) => ({
      signers: [own(scene.revoker, "assertion"), sponsored],
      operation: subject.about(scene, scene.board, scene.revoker),
    })),
    row("another issuer's key, in the issuer's name only", "UNAUTHORISED", (scene) => ({
      signers: [own(scene.hospital, "assertion"), sponsored],
      operation: subject.about(scene, scene.university),
    })),
    row("a revoker that was taken off the list", "UNAUTHORISED", (scene) => {
      const more = { expectedSequence: 1, revokers: [] };
      const operation = subject.about(scene, scene.university, scene.revoker);
      const update = credentialOp.profile(scene.university.did, more);
      tryOut(scene, own(scene.university, "invocation"), update);
      return { signers: [own(scene.revoker, "assertion"), sponsored], operation };
    }),
    row("a revoker whose key was taken out", "UNAUTHORISED", (scene) => {
      const operation = subject.about(scene, scene.university, scene.revoker);
      const update = op.update(scene.revoker.did, 1, documentWith(), documentKeysOf("revoker"));
      tryOut(scene, own(scene.revoker, "control"), update);
      return { signers: [own(scene.revoker, "assertion"), sponsored], operation };
    }),
    row("a revoker that is deactivated", "DID_DEACTIVATED", (scene) => {
      const operation = subject.about(scene, scene.university, scene.revoker);
      tryOut(scene, own(scene.revoker, "control"), op.deactivate(scene.revoker.did, 1));
      return { signers: [own(scene.revoker, "assertion"), sponsored], operation };
    }),
    row("a revoker that is frozen", "DID_FROZEN", (scene) => {
      const operation = subject.about(scene, scene.university, scene.revoker);
      freeze(scene.world, scene.revoker.did);
      return { signers: [own(scene.revoker, "assertion"), sponsored], operation };
    }),
    row("a registered revoker of a frozen issuer", "APPLIED", (scene) => ({
      signers: [own(scene.revoker, "assertion"), sponsored],
      operation: subject.about(scene, scene.frozen, scene.revoker),
    })),
    row("a registered revoker of a deactivated issuer", "APPLIED", (scene) => ({
      signers: [own(scene.revoker, "assertion"), sponsored],
      operation: subject.about(scene, scene.closed, scene.revoker),
    })),
  ];
}

const statusCodes: Codes = { ...codesOf.assertion, registeredRevoker: "APPLIED" };

function status(kind: StatusKind, rows: readonly Row[] = []): OperationTable {
  const subject: Subject = { kind, right: "assertion", about: statusAbout[kind] };
  return {
    kind,
    right:
      "an assertionMethod key of the issuer, a registered revoker, the named successor, or the accreditor " +
      "once the issuer is deactivated or ended for cause",
    cells: cellsOf(subject, statusCodes),
    rows: [
      ...usualRows(subject),
      inRoleController(subject),
      ...statusRows(subject),
      ...accreditorRows(kind),
      ...nearAccreditorRows(kind),
      ...rows,
    ],
  };
}

/** `first` suspends a credential of the university, `second` resumes it. */
const resumedBy = (first: "university" | "revoker", second: "university" | "revoker"): Make => {
  return (scene) => {
    const by = (who: typeof first) => (who === "university" ? "" : scene[who].did);
    const { did } = scene.university;
    const suspend = credentialOp.suspend(did, commitment, { by: by(first) });
    tryOut(scene, own(scene[first], "assertion"), suspend);
    const more = { by: by(second), expectedSequence: 1 };
    const operation = credentialOp.resume(did, commitment, more);
    return { signers: [own(scene[second], "assertion"), sponsored], operation };
  };
};

const resumeRows: readonly Row[] = [
  row("the issuer, what its accreditor suspended", "SUSPENDED_BY_ACCREDITOR", (scene) => {
    const { fired, ministry } = scene;
    tryOut(scene, own(ministry, "assertion"), byAccreditor("credentialSuspend", fired, ministry));
    const operation = credentialOp.resume(fired.did, commitment, { expectedSequence: 1 });
    return { signers: [own(fired, "assertion"), sponsored], operation };
  }),
  row("the issuer, what a revoker suspended", "APPLIED", resumedBy("revoker", "university")),
  row(
    "a registered revoker, what the issuer suspended",
    "UNAUTHORISED",
    resumedBy("university", "revoker"),
  ),
];

const cosigning: Subject = {
  kind: "credentialCosign",
  right: "assertion",
  about(scene, party) {
    const issuer = party.did === scene.successor.did ? scene.university : scene.successor;
    const anchored = credentialOp.anchorFor(issuer.did, commitment, [party.did]);
    tryOut(scene, own(issuer, "assertion"), anchored);
    const recordHash = anchorHash(scene.world, issuer.did, commitment);
    return credentialOp.cosign(issuer.did, commitment, { cosigner: party.did, recordHash });
  },
};

const cosign: OperationTable = {
  kind: "credentialCosign",
  right: "an assertionMethod key of a DID that the anchor names",
  cells: cellsOf(cosigning, codesOf.assertion),
  rows: [
    ...usualRows(cosigning),
    inRoleController(cosigning),
    row("a DID that the anchor does not name", "UNAUTHORISED", (scene) => {
      const { issuer, hash, recordHash } = cosignValue(scene);
      const more = { cosigner: scene.hospital.did, recordHash };
      const operation = credentialOp.cosign(issuer, hash, more);
      return { signers: [own(scene.hospital, "assertion"), sponsored], operation };
    }),
    row("the issuer of the anchor", "UNAUTHORISED", (scene) => {
      const { issuer, hash, recordHash } = cosignValue(scene);
      const operation = credentialOp.cosign(issuer, hash, { cosigner: issuer, recordHash });
      return { signers: [own(scene.successor, "assertion"), sponsored], operation };
    }),
    row("a named DID, for the second time", "CREDENTIAL_ALREADY_COSIGNED", (scene) => {
      const operation = cosigning.about(scene, scene.university);
      tryOut(scene, own(scene.university, "assertion"), operation);
      return { signers: [own(scene.university, "assertion"), sponsored], operation };
    }),
  ],
};

/** Of an anchor by the successor that names the university. */
function cosignValue(scene: Scene) {
  const operation = cosigning.about(scene, scene.university);
  if (operation.kind !== "credentialCosign") throw new Error("another operation");
  return operation.value;
}

/** Anchored by the party, which names the hospital. */
function anchorOf(scene: Scene, party: Party): void {
  const named = party.did === scene.hospital.did ? scene.board.did : scene.hospital.did;
  const operation = credentialOp.anchorFor(party.did, commitment, [named]);
  tryOut(scene, own(party, "assertion"), operation);
}
const logging: Subject = {
  kind: "credentialLog",
  right: "assertion",
  about(scene, party, by) {
    anchorOf(scene, party);
    // Another issuer is one that the anchor does not name.
    const other = by?.did === scene.hospital.did ? scene.board : by;
    return credentialOp.log(party.did, commitment, { by: other?.did ?? "" });
  },
};
const loggedBy = (who: "hospital" | "board", right: Right): Make => {
  return (scene) => {
    anchorOf(scene, scene.university);
    const operation = credentialOp.log(scene.university.did, commitment, { by: scene[who].did });
    return { signers: [own(scene[who], right), sponsored], operation };
  };
};

const log: OperationTable = {
  kind: "credentialLog",
  right: "an assertionMethod key of the issuer or of a DID that the anchor names",
  cells: cellsOf(logging, codesOf.assertion, {
    otherIssuer: loggedBy("board", "assertion"),
  }),
  rows: [
    ...usualRows(logging),
    inRoleController(logging),
    row("a DID that the anchor names", "APPLIED", loggedBy("hospital", "assertion")),
    row(
      "a DID that the anchor names, by its control key",
      "UNAUTHORISED",
      loggedBy("hospital", "control"),
    ),
  ],
};

const declaring: Subject = {
  kind: "issuerUpdate",
  right: "invocation",
  about(scene, { did }) {
    const hasOne = [scene.university, scene.hospital, scene.frozen, scene.closed].some(
      (one) => one.did === did,
    );
    return credentialOp.profile(did, { expectedSequence: hasOne ? 1 : 0 });
  },
};

const declare: OperationTable = {
  kind: "issuerUpdate",
  right: "a capabilityInvocation key of the issuer",
  cells: cellsOf(declaring, codesOf.invocation),
  rows: [
    ...usualRows(declaring),
    row("the successor that the issuer named", "UNAUTHORISED", (scene) => ({
      signers: [own(scene.successor, "invocation"), sponsored],
      operation: declaring.about(scene, scene.university),
    })),
  ],
};

export const credentialTables: readonly OperationTable[] = [
  anchor,
  status("credentialRevoke"),
  status("credentialSuspend"),
  status("credentialResume", resumeRows),
  cosign,
  log,
  declare,
];
