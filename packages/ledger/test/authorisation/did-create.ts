// docs/ledger.md 2.
import { nextKeyHash, type Signer } from "@cartorio/protocol";
import {
  control,
  controller,
  cosigner,
  createOf,
  did,
  didOfCreate,
  key,
  op,
  signer,
  sponsored,
} from "../world.ts";
import { freshDid, type Right, recoveryBy } from "./scene.ts";
import { type Make, type OperationTable, type Row, row } from "./table.ts";

const fresh = createOf("fresh");
const own = signer(freshDid, key("fresh"));
const creating =
  (...signers: readonly Signer[]): Make =>
  () => ({ signers, operation: op.create(fresh) });
/** Keys of a DID that exists, for a new one. */
const creatingBy =
  (name: "hospital" | "revoker" | "fired" | "branch" | "frozen" | "closed"): Make =>
  (scene) => ({
    signers: [signer(scene[name].did, scene[name].keys.control), sponsored],
    operation: op.create(fresh),
  });
const pair = createOf("pair", { control: control(["pair", "pair 2"], { threshold: 2 }) });
const committed = createOf("committed", {
  control: control(["committed"], { nextKeyHashes: [nextKeyHash(key("committed next"))] }),
});

/** A new DID under one controller, who signs. */
const under =
  (name: "hospital" | "university" | "frozen" | "closed", right: Right = "control"): Make =>
  (scene) => {
    const parent = scene[name];
    const child = createOf("child", {
      control: { kind: "controllers", controllers: [parent.did], threshold: 1 },
    });
    return {
      signers: [signer(parent.did, parent.keys[right], controller), sponsored],
      operation: op.create(child),
    };
  };

const controllerRows: readonly Row[] = [
  row("its only controller", "APPLIED", under("university")),
  row(
    "its only controller by its capabilityInvocation key",
    "UNAUTHORISED",
    under("university", "invocation"),
  ),
  row("its only controller, which is frozen", "CONTROLLER_INVALID", under("frozen")),
  row("its only controller, which is deactivated", "CONTROLLER_INVALID", under("closed")),
  row("its own document's keys, control is a DID that does not sign", "UNAUTHORISED", (scene) => {
    const controllers = [scene.university.did];
    const child = createOf("child", {
      control: { kind: "controllers", controllers, threshold: 1 },
    });
    return {
      signers: [signer(didOfCreate(child), key("child/invoke")), sponsored],
      operation: op.create(child),
    };
  }),
];

export const createTable: OperationTable = {
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
    registeredRevoker: { code: "UNAUTHORISED", make: creatingBy("revoker") },
    nonMember: { code: "SPONSOR_NOT_MEMBER", make: creating(own) },
    governor: { code: "UNAUTHORISED", make: creating(signer(did("beta"), key("beta/invoke"))) },
    revokedIssuer: { code: "UNAUTHORISED", make: creatingBy("fired") },
    suspendedChild: { code: "UNAUTHORISED", make: creatingBy("branch") },
    frozenDid: { code: "UNAUTHORISED", make: creatingBy("frozen") },
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
    ...controllerRows,
    row("again, for a DID that exists", "DID_EXISTS", () => ({
      signers: [signer(did("alpha"), key("alpha")), sponsored],
      operation: op.create(createOf("alpha")),
    })),
    row("again, for a DID that is deactivated", "DID_EXISTS", ({ closed }) => ({
      signers: [signer(closed.did, closed.keys.control), sponsored],
      operation: op.create(createOf("closed", { recovery: recoveryBy("closed/rescue") })),
    })),
  ],
};
