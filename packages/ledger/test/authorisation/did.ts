// docs/ledger.md 2.
import { nextKeyHash, type Signer } from "@cartorio/protocol";
import {
  control,
  controller,
  cosigner,
  documentKeysOf,
  documentWith,
  key,
  op,
  runOne,
  signer,
  sponsored,
} from "../world.ts";
import { createTable } from "./did-create.ts";
import { proposeRecovery, recoveryTables } from "./did-recovery.ts";
import { freeze, type Party, recoveryBy, type Scene } from "./scene.ts";
import {
  type Codes,
  cellsOf,
  codesOf,
  type Make,
  type OperationTable,
  type Row,
  row,
  type Subject,
  usualRows,
} from "./table.ts";

/** Names of the document keys of a party, which its name gives. */
function nameOf(scene: Scene, { did: owner }: Party): string {
  const names = [
    ...(["university", "hospital", "board", "council"] as const),
    ...(["fired", "branch", "frozen", "closed"] as const),
  ];
  return names.find((name) => scene[name].did === owner) ?? "beta";
}

/** The control keys of a party, all of which go. */
function controlKeysOf(scene: Scene, { did: owner, keys }: Party): Uint8Array[] {
  if (owner === scene.council.did) return [];
  return [keys.control, ...(owner === scene.board.did ? [key("deputy"), key("clerk")] : [])];
}
const newHash = nextKeyHash(key("newest next"));
/** With pre-rotation on, what was shown is renewed. */
export function renewal(scene: Scene, { did: owner }: Party): Uint8Array[] {
  return owner === scene.hospital.did ? [newHash] : [];
}

const about = {
  didUpdate: (scene, party) =>
    op.update(party.did, party.version, documentWith(), documentKeysOf(nameOf(scene, party))),
  didDeactivate: (_scene, { did: owner, version, dependants }) =>
    op.deactivate(owner, version, dependants),
  didRotateKeys: (scene, party) =>
    op.rotate(party.did, party.version, control(["newest"]), controlKeysOf(scene, party)),
  didSetControllers: (scene, party) => {
    const controllers = scene.controllers.slice(1).map((one) => one.did);
    const to = { kind: "controllers", controllers, threshold: 1 } as const;
    return op.setControllers(party.did, party.version, to, controlKeysOf(scene, party));
  },
  didSetRecovery: (scene, party) =>
    op.setRecovery(party.did, party.version, recoveryBy("newest rescue"), renewal(scene, party)),
} satisfies Readonly<Record<string, Subject["about"]>>;

function controllersSign(parties: readonly (Party | undefined)[]): Signer[] {
  return parties.flatMap((one) =>
    one === undefined ? [] : [signer(one.did, one.keys.control, controller)],
  );
}

/** While a recovery is pending nothing else establishes control, by whatever keys. */
function pendingRows(subject: Subject): Row[] {
  const pending = (of: "university" | "hospital", multikey: (party: Party) => Uint8Array): Make => {
    return (scene) => {
      proposeRecovery(scene, scene[of]);
      const signers = [signer(scene[of].did, multikey(scene[of])), sponsored];
      return { signers, operation: subject.about(scene, scene[of]) };
    };
  };
  return [
    row(
      "current control key, while a recovery is pending",
      "RECOVERY_PENDING",
      pending("university", ({ keys }) => keys.control),
    ),
    row(
      "revealed next key, while a recovery is pending",
      "RECOVERY_PENDING",
      pending("hospital", () => key("hospital next")),
    ),
    row(
      "recovery key, while a recovery is pending",
      "UNAUTHORISED",
      pending("university", ({ keys }) => keys.recovery),
    ),
  ];
}

function changing(kind: keyof typeof about): OperationTable {
  const subject: Subject = { kind, right: "control", about: about[kind] };
  const isEstablishing = kind !== "didUpdate";
  const codes: Codes = isEstablishing
    ? { ...codesOf.control, revealedNextKey: "APPLIED" }
    : codesOf.control;
  const withCouncil = (signersOf: (scene: Scene) => Signer[]): Make => {
    return (scene) => ({
      signers: [...signersOf(scene), sponsored],
      operation: subject.about(scene, scene.council),
    });
  };
  const withBoard = (signersOf: (board: Party) => Signer[]): Make => {
    return (scene) => ({
      signers: [...signersOf(scene.board), sponsored],
      operation: subject.about(scene, scene.board),
    });
  };
  const withHospital = (signersOf: (scene: Scene) => Signer[]): Make => {
    return (scene) => ({
      signers: [...signersOf(scene), sponsored],
      operation: subject.about(scene, scene.hospital),
    });
  };
  return {
    kind,
    right: isEstablishing
      ? "a threshold of the control keys, or of revealed next keys"
      : "a threshold of the control keys",
    cells: cellsOf(subject, codes),
    rows: [
      ...usualRows(subject),
      row(
        "two of three controllers, threshold 2",
        "APPLIED",
        withCouncil(({ controllers }) => controllersSign(controllers.slice(1))),
      ),
      row(
        "two controllers, one of them by its assertionMethod key",
        "THRESHOLD_NOT_MET",
        withCouncil(({ controllers: [rector, dean] }) => [
          ...controllersSign([rector]),
          ...(dean === undefined ? [] : [signer(dean.did, dean.keys.assertion, controller)]),
        ]),
      ),
      row(
        "two controllers, one of them co-signs",
        "THRESHOLD_NOT_MET",
        withCouncil(({ controllers: [rector, dean] }) => [
          ...controllersSign([rector]),
          ...controllersSign([dean]).map((one) => ({ ...one, role: cosigner })),
        ]),
      ),
      row(
        "one controller's key, named for two controllers",
        "THRESHOLD_NOT_MET",
        withCouncil(({ controllers: [rector, dean] }) => [
          ...controllersSign([rector]),
          ...controllersSign([rector]).map((one) => ({ ...one, did: dean?.did ?? one.did })),
        ]),
      ),
      row(
        "a controller's key, named for the controlled DID",
        "UNAUTHORISED",
        withCouncil(({ controllers, council }) =>
          controllersSign(controllers).map((one) => ({ ...one, did: council.did })),
        ),
      ),
      row(
        "two of three controllers, one of them deactivated",
        "THRESHOLD_NOT_MET",
        withCouncil(({ world, controllers }) => {
          const [gone] = controllers;
          if (gone === undefined) throw new Error("no controller");
          const signers = [signer(gone.did, gone.keys.control), sponsored];
          runOne(world, { signers, operations: [op.deactivate(gone.did, 1, 1)] });
          return controllersSign(controllers.slice(0, 2));
        }),
      ),
      row(
        "two of three controllers, one of them frozen",
        "THRESHOLD_NOT_MET",
        withCouncil(({ world, controllers }) => {
          freeze(world, controllers[0]?.did ?? "");
          return controllersSign(controllers.slice(0, 2));
        }),
      ),
      row(
        "two of three control keys, threshold 2",
        "APPLIED",
        withBoard(({ did: owner }) => [signer(owner, key("board")), signer(owner, key("clerk"))]),
      ),
      row(
        "one control key beside a key that is none, threshold 2",
        "THRESHOLD_NOT_MET",
        withBoard(({ did: owner }) => [
          signer(owner, key("board")),
          signer(owner, key("stranger")),
        ]),
      ),
      row(
        "one control key, another one co-signs, threshold 2",
        "THRESHOLD_NOT_MET",
        withBoard(({ did: owner }) => [
          signer(owner, key("board")),
          signer(owner, key("deputy"), cosigner),
        ]),
      ),
      row(
        "current control key, pre-rotation on",
        isEstablishing ? "PRE_ROTATION_REQUIRED" : "APPLIED",
        withHospital(({ hospital }) => [signer(hospital.did, key("hospital"))]),
      ),
      ...(isEstablishing ? pendingRows(subject) : []),
      row(
        "a key that was never committed to, pre-rotation on",
        isEstablishing ? "PRE_ROTATION_MISMATCH" : "UNAUTHORISED",
        withHospital(({ hospital }) => [signer(hospital.did, key("stranger"))]),
      ),
      row(
        "revealed next key, named for another DID",
        "UNAUTHORISED",
        withHospital(({ board }) => [signer(board.did, key("hospital next"))]),
      ),
    ],
  };
}

export const didTables: readonly OperationTable[] = [
  createTable,
  changing("didUpdate"),
  changing("didDeactivate"),
  changing("didRotateKeys"),
  changing("didSetControllers"),
  changing("didSetRecovery"),
  ...recoveryTables,
];
