// docs/ledger.md 5 and 6: anchors under an accreditation, and the accreditor's say over a status.
import {
  type AccreditationOffer,
  accreditationEnded,
  accreditedAction,
  credentialAnchorRecord,
  credentialStatusRecord,
  type ErrorCode,
  type Operation,
  stateKeys,
  statusRole,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { accredit, accreditationOp, act, plantRoot } from "./accreditation-world.ts";
import { recordNow } from "./record-now.ts";
import {
  createNamed,
  createWorld,
  credentialOp,
  hashOf,
  key,
  op,
  runOne,
  signer,
  sponsored,
  type World,
} from "./world.ts";

const commitment = hashOf("credential");
const { suspend, resume, profile } = credentialOp;
const { end } = accreditationOp;
const { forCause, withdrawn } = accreditationEnded;

interface Named {
  readonly name: string;
  readonly did: string;
}
interface Scene {
  readonly world: World;
  readonly ministry: Named;
  readonly council: Named;
  readonly university: Named;
  readonly outsider: Named;
}

/** ministry (root) > council > university, and an outsider. */
function setScene(more: Partial<AccreditationOffer> = {}): Scene {
  const world = createWorld();
  const named = (name: string): Named => ({ name, did: createNamed(world, name) });
  const [ministry, council] = [named("ministry"), named("council")];
  const [university, outsider] = [named("university"), named("outsider")];
  plantRoot(world, ministry.did);
  accredit(world, ministry, council, { depth: 3 });
  accredit(world, council, university, more);
  return { world, ministry, council, university, outsider };
}

function code(world: World, { name, did }: Named, operation: Operation): ErrorCode | undefined {
  const signers = [signer(did, key(`${name}/assert`)), sponsored];
  return runOne(world, { signers, operations: [operation] }).name;
}

function endForCause({ world, council, university }: Scene): void {
  const more = { ended: forCause, untrustedSince: 1 };
  expect(act(world, council, end(council.did, university.did, more))).toBe("APPLIED");
}

function deactivate({ world, university }: Scene): void {
  const signers = [signer(university.did, key("university")), sponsored];
  const operations = [op.deactivate(university.did, 1)];
  expect(runOne(world, { signers, operations }).name).toBe("APPLIED");
}

/** The council revokes what the university issued. */
const revoke = ({ university }: Scene, by: Named, accreditation = 1): Operation =>
  op.revoke(university.did, commitment, 0, { by: by.did, accreditation });

describe("an anchor under an accreditation", () => {
  const anchor = (scene: Scene, by: Named, accreditation: number): ErrorCode | undefined => {
    const value = { kind: 1, hash: commitment, treeSize: 0, cosigners: [], accreditation };
    const operation = { kind: "credentialAnchor", value: { issuer: by.did, ...value } } as const;
    return code(scene.world, by, operation);
  };

  it("names it in its record", () => {
    const scene = setScene();
    expect(anchor(scene, scene.university, 1)).toBe("APPLIED");
    const key = stateKeys.credentialAnchor(scene.university.did, commitment);
    const record = recordNow(scene.world, key);
    expect(record && credentialAnchorRecord.decode(record)).toMatchObject({
      value: { accreditation: 1 },
    });
  });

  it("needs the right to issue now, along the whole chain", () => {
    const scene = setScene();
    expect(anchor(scene, scene.university, 2)).toBe("ACCREDITATION_NOT_FOUND");
    expect(anchor(scene, scene.outsider, 1)).toBe("ACCREDITATION_NOT_FOUND");
    const verifying = { actions: accreditedAction.verify, depth: 0 };
    const other = setScene(verifying);
    expect(anchor(other, other.university, 1)).toBe("ACTION_NOT_ACCREDITED");
    const { world, ministry, council } = scene;
    expect(act(world, ministry, accreditationOp.suspend(ministry.did, council.did))).toBe(
      "APPLIED",
    );
    expect(anchor(scene, scene.university, 1)).toBe("ACCREDITATION_SUSPENDED");
    // Without naming one nothing is asked: it is for verifiers to ask.
    expect(anchor(scene, scene.university, 0)).toBe("APPLIED");
  });

  it("is judged by the state before the transaction", () => {
    const scene = setScene();
    const { world, council, university } = scene;
    const value = { kind: 1, hash: commitment, treeSize: 0, cosigners: [], accreditation: 1 };
    const receipt = runOne(world, {
      signers: [
        signer(council.did, key("council/invoke")),
        signer(university.did, key("university/assert")),
        sponsored,
      ],
      operations: [
        end(council.did, university.did),
        { kind: "credentialAnchor", value: { issuer: university.did, ...value } },
      ],
    });
    expect(receipt.name).toBe("APPLIED");
    expect(anchor(scene, university, 1)).toBe("ACCREDITATION_ENDED");
  });
});

describe("the accreditor of an issuer", () => {
  it.each([
    ["is deactivated", deactivate],
    ["has been ended for cause", endForCause],
  ])("revokes, once the issuer %s, and the status says as what", (_title, before) => {
    const scene = setScene();
    const { world, council, university } = scene;
    expect(code(world, council, revoke(scene, council))).toBe("UNAUTHORISED");
    before(scene);
    expect(code(world, council, revoke(scene, council))).toBe("APPLIED");
    const record = recordNow(world, stateKeys.credentialStatus(university.did, commitment));
    expect(record && credentialStatusRecord.decode(record)).toMatchObject({
      value: { status: 3, intervals: [{ by: council.did, role: statusRole.accreditor }] },
    });
  });

  it("does not, where the accreditation was withdrawn and the issuer is active", () => {
    const scene = setScene();
    const { world, council, university } = scene;
    const withdraw = end(council.did, university.did, { ended: withdrawn });
    expect(act(world, council, withdraw)).toBe("APPLIED");
    expect(code(world, council, revoke(scene, council))).toBe("UNAUTHORISED");
    deactivate(scene);
    expect(code(world, council, revoke(scene, council))).toBe("APPLIED");
  });

  it("is only whom the named accreditation names, with its own key, by its index", () => {
    const scene = setScene();
    const { world, ministry, council, outsider, university } = scene;
    endForCause(scene);
    for (const other of [ministry, outsider]) {
      expect(code(world, other, revoke(scene, other))).toBe("UNAUTHORISED");
    }
    for (const index of [0, 2]) {
      expect(code(world, council, revoke(scene, council, index))).toBe("UNAUTHORISED");
    }
    expect(code(world, outsider, revoke(scene, council))).toBe("UNAUTHORISED");
    const invoking = [signer(council.did, key("council/invoke")), sponsored];
    const operations = [revoke(scene, council)];
    expect(runOne(world, { signers: invoking, operations }).name).toBe("UNAUTHORISED");
    // A root has no accreditor, so nobody can be the one that it does not name.
    const rooted = op.revoke(ministry.did, commitment, 0, { by: council.did, accreditation: 1 });
    expect(code(world, council, rooted)).toBe("UNAUTHORISED");
    expect(code(world, university, revoke(scene, university))).toBe("APPLIED");
  });

  it("of an offer that the issuer never took is none", () => {
    const scene = setScene();
    const { world, council, outsider } = scene;
    const offer = accreditationOp.offer(council.did, outsider.did, { expectedGiven: 1 });
    expect(act(world, council, offer)).toBe("APPLIED");
    const ended = end(council.did, outsider.did, {
      ended: forCause,
      untrustedSince: 1,
      expectedSequence: 0,
    });
    expect(act(world, council, ended)).toBe("APPLIED");
    const change = op.revoke(outsider.did, commitment, 0, { by: council.did, accreditation: 1 });
    expect(code(world, council, change)).toBe("UNAUTHORISED");
  });

  it("that is suspended, or was ended for cause itself, speaks for nobody; a withdrawn one does", () => {
    const scene = setScene();
    const { world, ministry, council } = scene;
    endForCause(scene);
    const { suspend: suspendAccreditation, resume: resumeAccreditation } = accreditationOp;
    expect(act(world, ministry, suspendAccreditation(ministry.did, council.did))).toBe("APPLIED");
    expect(code(world, council, revoke(scene, council))).toBe("UNAUTHORISED");
    expect(act(world, ministry, resumeAccreditation(ministry.did, council.did))).toBe("APPLIED");
    const withdraw = end(ministry.did, council.did, { expectedSequence: 3 });
    expect(act(world, ministry, withdraw)).toBe("APPLIED");
    const held = suspend(scene.university.did, commitment, { by: council.did, accreditation: 1 });
    expect(code(world, council, held)).toBe("APPLIED");
    const worse = { ended: forCause, untrustedSince: 1, expectedSequence: 4 };
    expect(act(world, ministry, end(ministry.did, council.did, worse))).toBe("APPLIED");
    const revoked = op.revoke(scene.university.did, commitment, 1, {
      by: council.did,
      accreditation: 1,
    });
    expect(code(world, council, revoked)).toBe("UNAUTHORISED");
  });

  it("alone lifts what it suspended; what others suspended it leaves", () => {
    const scene = setScene();
    const { world, council, university, outsider } = scene;
    const declared = profile(university.did, { successor: outsider.did });
    expect(act(world, university, declared)).toBe("APPLIED");
    endForCause(scene);
    const asAccreditor = { by: council.did, accreditation: 1 };
    const held = suspend(university.did, commitment, asAccreditor);
    expect(code(world, council, held)).toBe("APPLIED");
    const at = { expectedSequence: 1 };
    const own = resume(university.did, commitment, at);
    expect(code(world, university, own)).toBe("SUSPENDED_BY_ACCREDITOR");
    const heir = resume(university.did, commitment, { ...at, by: outsider.did });
    expect(code(world, outsider, heir)).toBe("SUSPENDED_BY_ACCREDITOR");
    const lifted = resume(university.did, commitment, { ...at, ...asAccreditor });
    expect(code(world, council, lifted)).toBe("APPLIED");
    expect(
      code(world, university, suspend(university.did, commitment, { expectedSequence: 2 })),
    ).toBe("APPLIED");
    const theirs = resume(university.did, commitment, { expectedSequence: 3, ...asAccreditor });
    expect(code(world, council, theirs)).toBe("UNAUTHORISED");
  });

  it("keeps nobody from being revoked by who may: the issuer under suspension too", () => {
    const scene = setScene();
    const { world, council, university } = scene;
    endForCause(scene);
    const held = suspend(university.did, commitment, { by: council.did, accreditation: 1 });
    expect(code(world, council, held)).toBe("APPLIED");
    expect(code(world, university, op.revoke(university.did, commitment, 1))).toBe("APPLIED");
  });
});
