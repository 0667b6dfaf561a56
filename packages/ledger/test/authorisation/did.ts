// docs/ledger.md 2.
import { nextKeyHash, type Signer } from "@cartorio/protocol";
import {
  control,
  controller,
  cosigner,
  createOf,
  did,
  didOfCreate,
  documentKeysOf,
  documentWith,
  key,
  op,
  signer,
  sponsored,
} from "../world.ts";
import { freshDid, type Party, type Scene } from "./scene.ts";
import {
  type Codes,
  cellsOf,
  codesOf,
  type Make,
  type OperationTable,
  row,
  type Subject,
  usualRows,
} from "./table.ts";

const fresh = createOf("fresh");
const own = signer(freshDid, key("fresh"));
const creating =
  (...signers: readonly Signer[]): Make =>
  () => ({ signers, operation: op.create(fresh) });
/** Keys of a DID that exists, for a new one. */
const creatingBy =
  (name: "university" | "hospital" | "closed"): Make =>
  (scene) => ({
    signers: [signer(scene[name].did, scene[name].keys.control), sponsored],
    operation: op.create(fresh),
  });
const pair = createOf("pair", { control: control(["pair", "pair 2"], { threshold: 2 }) });
const committed = createOf("committed", {
  control: control(["committed"], { nextKeyHashes: [nextKeyHash(key("committed next"))] }),
});

const create: OperationTable = {
  kind: "didCreate",
  right: "a threshold of the new DID's control keys",
  cells: {
    rightful: { code: "APPLIED", make: creating(own, sponsored) },
    controlKeys: { code: "APPLIED", make: creating({ ...own, role: controller }, sponsored) },
    oldKey: { code: "UNAUTHORISED", make: creating({ ...own, multikey: key("old") }, sponsored) },
    revealedNextKey: {
      code: "UNAUTHORISED",
      make: () => ({
        signers: [signer(didOfCreate(committed), key("committed next")), sponsored],
        operation: op.create(committed),
      }),
    },
    belowThreshold: {
      code: "THRESHOLD_NOT_MET",
      make: () => ({
        signers: [signer(didOfCreate(pair), key("pair")), sponsored],
        operation: op.create(pair),
      }),
    },
    sponsorAlone: { code: "UNAUTHORISED", make: creating(sponsored) },
    otherIssuer: { code: "UNAUTHORISED", make: creatingBy("hospital") },
    nonMember: { code: "SPONSOR_NOT_MEMBER", make: creating(own) },
    governor: { code: "UNAUTHORISED", make: creating(signer(did("beta"), key("beta/invoke"))) },
    deactivatedDid: { code: "UNAUTHORISED", make: creatingBy("closed") },
  },
  rows: [
    row(
      "own control key, a member authors beside it instead of sponsoring",
      "SPONSOR_NOT_MEMBER",
      creating(signer(did("alpha"), key("alpha")), own),
    ),
    row(
      "another key in the new DID's name",
      "UNAUTHORISED",
      creating(signer(freshDid, key("stranger")), sponsored),
    ),
    row(
      "own control key as co-signer only",
      "UNAUTHORISED",
      creating({ ...own, role: cosigner }, sponsored),
    ),
    row(
      "own control key, named for another DID",
      "UNAUTHORISED",
      creating(signer(did("other"), key("fresh")), sponsored),
    ),
    row("again, for a DID that exists", "DID_EXISTS", () => ({
      signers: [signer(did("alpha"), key("alpha")), sponsored],
      operation: op.create(createOf("alpha")),
    })),
    row("again, for a DID that is deactivated", "DID_EXISTS", ({ closed }) => ({
      signers: [signer(closed.did, closed.keys.control), sponsored],
      operation: op.create(createOf("closed")),
    })),
  ],
};

/** Names of the document keys of a party, which its name gives. */
function nameOf(scene: Scene, { did: owner }: Party): string {
  const names = ["university", "hospital", "board", "closed"] as const;
  return names.find((name) => scene[name].did === owner) ?? "beta";
}

const about: Readonly<Record<"didUpdate" | "didDeactivate" | "didRotateKeys", Subject["about"]>> = {
  didUpdate: (scene, party) =>
    op.update(party.did, party.version, documentWith(), documentKeysOf(nameOf(scene, party))),
  didDeactivate: (_scene, { did: owner, version }) => op.deactivate(owner, version),
  didRotateKeys: (scene, { did: owner, version, keys }) => {
    const others = owner === scene.board.did ? [key("deputy"), key("clerk")] : [];
    return op.rotate(owner, version, control(["newest"]), [keys.control, ...others]);
  },
};

function changing(kind: keyof typeof about): OperationTable {
  const subject: Subject = { kind, right: "control", about: about[kind] };
  const isEstablishing = kind !== "didUpdate";
  const codes: Codes = isEstablishing
    ? { ...codesOf.control, revealedNextKey: "APPLIED" }
    : codesOf.control;
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
  create,
  changing("didUpdate"),
  changing("didDeactivate"),
  changing("didRotateKeys"),
];
