// docs/ledger.md 2: recovery.
import { limits, nextKeyHash, type Operation, type Signer } from "@cartorio/protocol";
import {
  control,
  controller,
  createNamed,
  createOf,
  did,
  didOfCreate,
  key,
  minute,
  op,
  run,
  runOne,
  signer,
  sponsor,
  sponsored,
  type World,
} from "../world.ts";
import { type Party, type Right, recoveryBy, recoveryDelayMs, type Scene } from "./scene.ts";
import {
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

function controlKeysOf(scene: Scene, { did: owner, keys }: Party): Uint8Array[] {
  if (owner === scene.council.did) return [];
  return [keys.control, ...(owner === scene.board.did ? [key("deputy"), key("clerk")] : [])];
}

/** The proposal to recover a party, of which nothing was proposed before. */
function proposal(scene: Scene, party: Party, expectedSequence = 0): Operation {
  return {
    kind: "didRecoveryPropose",
    value: {
      did: party.did,
      expectedSequence,
      control: control([`newest ${expectedSequence}`]),
      recovery: recoveryBy(`newest rescue ${expectedSequence}`),
      removals: controlKeysOf(scene, party).map((multikey) => ({ multikey, reason: 1, since: 0 })),
    },
  };
}

/** Recovery is proposed; of a DID that cannot act nothing comes of it. */
export function proposeRecovery(scene: Scene, party: Party, expectedSequence = 0): void {
  const operations = [proposal(scene, party, expectedSequence)];
  runOne(scene.world, { signers: [own(party, "recovery"), sponsored], operations });
}

function passTime(world: World, milliseconds: number): void {
  run(world, [], world.ledger.head.header.time + milliseconds);
}

const proposing: Subject = {
  kind: "didRecoveryPropose",
  right: "recovery",
  about: (scene, party) => proposal(scene, party),
};

/** A DID whose two controllers are gone, sponsored by alpha, without a recovery commitment. */
function orphan({ world }: Scene, deactivated = 2): { party: Party; operation: Operation } {
  const parents = ["mother", "father"].map((name) => createNamed(world, name));
  const create = createOf("orphan", {
    control: { kind: "controllers", controllers: parents, threshold: 1 },
  });
  const owner = didOfCreate(create);
  const signers = [signer(parents[0] ?? owner, key("mother"), controller), sponsored];
  runOne(world, { signers, operations: [op.create(create)] });
  for (const [index, name] of ["mother", "father"].slice(0, deactivated).entries()) {
    const parent = parents[index] ?? owner;
    const operations = [op.deactivate(parent, 1, 1)];
    runOne(world, { signers: [signer(parent, key(name)), sponsored], operations });
  }
  const keys = { control: key("mother"), assertion: key("orphan/assert") };
  const party: Party = {
    did: owner,
    version: 1,
    dependants: 0,
    keys: { ...keys, invocation: key("orphan/invoke"), recovery: key("orphan/rescue") },
  };
  const operation: Operation = {
    kind: "didRecoveryPropose",
    value: {
      did: owner,
      expectedSequence: 0,
      control: control(["guardian"]),
      recovery: undefined,
      removals: [],
    },
  };
  return { party, operation };
}

const forOrphan =
  (deactivated: number, ...signers: readonly Signer[]): Make =>
  (scene) => ({ signers, operation: orphan(scene, deactivated).operation });
const alphaSigns = signer(did("alpha"), key("alpha/invoke"));

const proposalRows: readonly Row[] = [
  row("one of two recovery keys, threshold 2", "THRESHOLD_NOT_MET", (scene) => ({
    signers: [own(scene.board, "recovery"), sponsored],
    operation: proposal(scene, scene.board),
  })),
  row("two of two recovery keys", "APPLIED", (scene) => ({
    signers: [
      own(scene.board, "recovery"),
      signer(scene.board.did, key("board/rescue 2")),
      sponsored,
    ],
    operation: proposal(scene, scene.board),
  })),
  row("the recovery keys of a DID controlled by others", "APPLIED", (scene) => ({
    signers: [own(scene.council, "recovery"), sponsored],
    operation: proposal(scene, scene.council),
  })),
  row("the recovery keys of a DID with pre-rotation on", "APPLIED", (scene) => ({
    signers: [own(scene.hospital, "recovery"), sponsored],
    operation: proposal(scene, scene.hospital),
  })),
  row("the recovery keys, while a recovery is pending", "RECOVERY_PENDING", (scene) => {
    proposeRecovery(scene, scene.university);
    return {
      signers: [own(scene.university, "recovery"), sponsored],
      operation: proposal(scene, scene.university, 1),
    };
  }),
  row("the registrar of an orphan, as author", "APPLIED", forOrphan(2, alphaSigns)),
  row("the registrar of an orphan, as sponsor alone", "UNAUTHORISED", forOrphan(2, sponsored)),
  row(
    "another member than the registrar of an orphan",
    "UNAUTHORISED",
    forOrphan(2, signer(did("beta"), key("beta/invoke"))),
  ),
  row(
    "the registrar of an orphan by its control key",
    "UNAUTHORISED",
    forOrphan(2, signer(did("alpha"), key("alpha"))),
  ),
  row(
    "the registrar of a DID of which one controller can act",
    "RECOVERY_NOT_COMMITTED",
    forOrphan(1, alphaSigns),
  ),
  row("the registrar of a DID that committed to recovery keys", "UNAUTHORISED", (scene) => ({
    signers: [alphaSigns],
    operation: proposal(scene, scene.university),
  })),
];

const propose: OperationTable = {
  kind: "didRecoveryPropose",
  right: "a threshold of the recovery keys; the registrar of an orphan without a commitment",
  cells: cellsOf(proposing, codesOf.recovery),
  rows: [
    // No member of the scene committed to recovery keys: none proposes for itself.
    ...usualRows(proposing).filter(({ code }) => code !== "APPLIED"),
    ...proposalRows,
  ],
};

const cancelling: Subject = {
  kind: "didRecoveryCancel",
  right: "control",
  about(scene, party) {
    proposeRecovery(scene, party);
    const isCommitted = party.did === scene.hospital.did;
    const nextKeyHashes = isCommitted ? [nextKeyHash(key("newest next"))] : [];
    const value = { did: party.did, expectedSequence: 1, nextKeyHashes };
    return { kind: "didRecoveryCancel", value };
  },
};
const cancelBy = (right: Right, of: "university" | "hospital"): Make => {
  return (scene) => ({
    signers: [own(scene[of], right), sponsored],
    operation: cancelling.about(scene, scene[of]),
  });
};

const cancel: OperationTable = {
  kind: "didRecoveryCancel",
  right: "a threshold of the control keys, once; with pre-rotation on, of revealed next keys",
  cells: cellsOf(cancelling, { ...codesOf.control, revealedNextKey: "APPLIED" }),
  rows: [
    ...usualRows(cancelling).filter(({ code }) => code !== "APPLIED"),
    row(
      "current control key, pre-rotation on",
      "PRE_ROTATION_REQUIRED",
      cancelBy("control", "hospital"),
    ),
    row(
      "recovery keys, pre-rotation on",
      "PRE_ROTATION_MISMATCH",
      cancelBy("recovery", "hospital"),
    ),
    row("current control key, for the second time", "RECOVERY_FINAL", (scene) => {
      const first = cancelling.about(scene, scene.university);
      const signers = [own(scene.university, "control"), sponsored];
      runOne(scene.world, { signers, operations: [first] });
      proposeRecovery(scene, scene.university, 1);
      const value = { did: scene.university.did, expectedSequence: 2, nextKeyHashes: [] };
      return { signers, operation: { kind: "didRecoveryCancel", value } };
    }),
    row("current control key, nothing is pending", "RECOVERY_NOT_PENDING", ({ university }) => ({
      signers: [own(university, "control"), sponsored],
      operation: {
        kind: "didRecoveryCancel",
        value: { did: university.did, expectedSequence: 0, nextKeyHashes: [] },
      },
    })),
  ],
};

const finalising: Subject = {
  kind: "didRecoveryFinalise",
  right: "recovery",
  about(scene, party) {
    proposeRecovery(scene, party);
    passTime(scene.world, recoveryDelayMs);
    return { kind: "didRecoveryFinalise", value: { did: party.did, expectedSequence: 1 } };
  },
};
const early = (right: Right): Make => {
  return (scene) => {
    proposeRecovery(scene, scene.university);
    passTime(scene.world, recoveryDelayMs - minute);
    const value = { did: scene.university.did, expectedSequence: 1 };
    const signers = [own(scene.university, right), sponsored];
    return { signers, operation: { kind: "didRecoveryFinalise", value } };
  };
};

const finalise: OperationTable = {
  kind: "didRecoveryFinalise",
  right: "anyone, once the delay has passed",
  cells: cellsOf(finalising, {
    ...codesOf.control,
    oldKey: "APPLIED",
    revealedNextKey: "APPLIED",
    belowThreshold: "APPLIED",
    sponsorAlone: "APPLIED",
    otherIssuer: "APPLIED",
    registeredRevoker: "APPLIED",
    governor: "APPLIED",
  }),
  rows: [
    row("recovery keys, before the delay has passed", "RECOVERY_TOO_EARLY", early("recovery")),
    row("control keys, before the delay has passed", "RECOVERY_TOO_EARLY", early("control")),
    row("the sponsor is no member", "SPONSOR_NOT_MEMBER", (scene) => ({
      signers: [{ ...own(scene.hospital, "invocation"), role: sponsor }],
      operation: finalising.about(scene, scene.university),
    })),
    row("a key of a member without the right to sponsor", "UNAUTHORISED", (scene) => ({
      signers: [{ ...own(scene.member, "assertion"), role: sponsor }],
      operation: finalising.about(scene, scene.university),
    })),
    row("nothing is pending", "RECOVERY_NOT_PENDING", ({ university }) => ({
      signers: [sponsored],
      operation: {
        kind: "didRecoveryFinalise",
        value: { did: university.did, expectedSequence: 0 },
      },
    })),
    row("after it was cancelled", "RECOVERY_NOT_PENDING", (scene) => {
      const operations = [cancelling.about(scene, scene.university)];
      const signers = [own(scene.university, "control"), sponsored];
      runOne(scene.world, { signers, operations });
      passTime(scene.world, recoveryDelayMs);
      const value = { did: scene.university.did, expectedSequence: 1 };
      return { signers: [sponsored], operation: { kind: "didRecoveryFinalise", value } };
    }),
    row("for an orphan, before 90 days have passed", "RECOVERY_TOO_EARLY", (scene) => {
      const { party, operation } = orphan(scene);
      runOne(scene.world, { signers: [alphaSigns], operations: [operation] });
      passTime(scene.world, limits.registrarRecoveryDelayMs - minute);
      const value = { did: party.did, expectedSequence: 1 };
      return { signers: [sponsored], operation: { kind: "didRecoveryFinalise", value } };
    }),
    row("for an orphan, after 90 days", "APPLIED", (scene) => {
      const { party, operation } = orphan(scene);
      runOne(scene.world, { signers: [alphaSigns], operations: [operation] });
      passTime(scene.world, limits.registrarRecoveryDelayMs);
      const value = { did: party.did, expectedSequence: 1 };
      return { signers: [sponsored], operation: { kind: "didRecoveryFinalise", value } };
    }),
  ],
};

export const recoveryTables: readonly OperationTable[] = [propose, cancel, finalise];
