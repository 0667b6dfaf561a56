// Who there is in the tables. The network has four members of equal weight: alpha, beta, gamma, delta.
import {
  accreditationEnded,
  defaultParameters,
  nextKeyHash,
  type Recovery,
  recoveryKeyHash,
  relationship,
} from "@cartorio/protocol";
import { accredit, accreditationOp, act, plantRoot } from "../accreditation-world.ts";
import { decide } from "../governance.ts";
import {
  control,
  controller,
  createNamed,
  createOf,
  createWorld,
  credentialOp,
  did,
  didOfCreate,
  documentKeysOf,
  documentWith,
  fork,
  key,
  method,
  minute,
  op,
  runOne,
  signer,
  sponsored,
  type World,
} from "../world.ts";

/** Which key of a DID an operation asks for; recovery: one that its commitment is to. */
export type Right = "control" | "assertion" | "invocation" | "recovery";

/** A DID of the scene: its version, and the key that it has for each right. */
export interface Party {
  readonly did: string;
  readonly version: number;
  readonly keys: Readonly<Record<Right, Uint8Array>>;
  /** DIDs that it controls or accredited. */
  readonly dependants: number;
}

export interface Scene {
  /** Of this case alone. */
  readonly world: World;
  /** Has rotated its control key, replaced document keys and its recovery commitment; version 4. */
  readonly university: Party;
  /** Pre-rotation on. */
  readonly hospital: Party;
  /** Two of three control keys, and two of two recovery keys: "board/rescue", "board/rescue 2". */
  readonly board: Party;
  /** Controlled by two of three DIDs: rector, dean, provost. */
  readonly council: Party;
  /** The controllers of the council. */
  readonly controllers: readonly Party[];
  /** A revoker that the university, the hospital and the closed one named. */
  readonly revoker: Party;
  /** The successor that they named. */
  readonly successor: Party;
  /** The root of the two below. */
  readonly ministry: Party;
  /** Accredited by the ministry, suspended. */
  readonly agency: Party;
  /** Accredited by the ministry, accredited "fired child", and was ended for cause. */
  readonly fired: Party;
  /** Accredited by the agency, accredited "branch child"; the ministry has suspended the agency. */
  readonly branch: Party;
  /** Frozen by governance, for 29 days; has a revoker and a recovery commitment as the others. */
  readonly frozen: Party;
  /** Deactivated. */
  readonly closed: Party;
  /** Member beta. */
  readonly member: Party;
}

export const freshDid: string = did("fresh");

function party(name: string, owner: string, more: Partial<Party> = {}): Party {
  const keys = {
    control: key(name),
    assertion: key(`${name}/assert`),
    invocation: key(`${name}/invoke`),
    recovery: key(`${name}/rescue`),
  };
  return { did: owner, version: 1, keys, dependants: 0, ...more };
}

export const recoveryDelayMs: number = 100 * defaultParameters.maxClockDriftMs;
/** A commitment to keys by their names. */
export function recoveryBy(...names: readonly string[]): Recovery {
  const keyHashes = names.map((name) => recoveryKeyHash(key(name)));
  return { keyHashes, threshold: names.length, delayMs: recoveryDelayMs };
}

const { assertionMethod, capabilityInvocation } = relationship;

function makeUniversity(world: World): Party {
  const { document } = createOf("university");
  const old = [key("university/old assertion"), key("university/old invocation")] as const;
  const university = createNamed(world, "university", {
    control: control(["university/old control"]),
    recovery: recoveryBy("university/old recovery"),
    document: {
      ...document,
      verificationMethods: [
        ...document.verificationMethods,
        method(old[0], assertionMethod),
        method(old[1], capabilityInvocation),
      ],
    },
  });
  const signers = [signer(university, key("university/old control")), sponsored];
  const receipt = runOne(world, {
    signers,
    operations: [
      op.update(university, 1, document, old),
      op.rotate(university, 2, control(["university"]), [key("university/old control")]),
      op.setRecovery(university, 3, recoveryBy("university/rescue")),
    ],
  });
  if (receipt.name !== "APPLIED") throw new Error(`the university's old keys: ${receipt.name}`);
  return party("university", university, { version: 4 });
}

/** A DID that two of the controllers control, with a recovery commitment. */
function createControlled(world: World, name: string, controllers: readonly Party[]): Party {
  const create = createOf(name, {
    control: { kind: "controllers", controllers: controllers.map((one) => one.did), threshold: 2 },
    recovery: recoveryBy(`${name}/rescue`),
  });
  const signers = controllers.map((one) => signer(one.did, one.keys.control, controller));
  const operations = [op.create(create)];
  const receipt = runOne(world, { signers: [...signers, sponsored], operations });
  if (receipt.name !== "APPLIED") throw new Error(`create of ${name}: ${receipt.name}`);
  return party(name, didOfCreate(create));
}

const freezeDays = 29;

/** Members freeze a DID that is not frozen yet. */
export function freeze(world: World, owner: string): void {
  const until = world.ledger.head.header.time + freezeDays * 24 * 60 * minute;
  const value = { did: owner, expectedUntil: 0, until };
  const outcome = decide(world, { kind: "freeze", value });
  if (outcome !== "accepted") throw new Error(`freeze of ${owner}: ${outcome}`);
}

const accreditor = (name: string, owner = did(name)) => ({ name, did: owner });

/** The chains of those who have lost what they were accredited for, in a domain of their own. */
function accreditIssuers(world: World): Pick<Scene, "ministry" | "agency" | "fired" | "branch"> {
  for (const name of ["ministry", "agency", "fired child", "branch child"]) {
    createNamed(world, name);
  }
  const made = { fired: "", branch: "" };
  for (const name of ["fired", "branch"] as const) {
    made[name] = createNamed(world, name, { recovery: recoveryBy(`${name}/rescue`) });
  }
  const [fired, branch] = [accreditor("fired", made.fired), accreditor("branch", made.branch)];
  const [ministry, agency] = [accreditor("ministry"), accreditor("agency")];
  plantRoot(world, ministry.did, { domain: "health" });
  accredit(world, ministry, agency, { depth: 3 });
  accredit(world, ministry, fired, { depth: 2, expectedGiven: 1 });
  accredit(world, agency, branch, { depth: 2 });
  accredit(world, fired, accreditor("fired child"));
  accredit(world, branch, accreditor("branch child"));
  const cause = { ended: accreditationEnded.forCause, untrustedSince: 1 };
  act(world, ministry, accreditationOp.end(ministry.did, fired.did, cause));
  act(world, ministry, accreditationOp.suspend(ministry.did, agency.did));
  return {
    ministry: party("ministry", ministry.did),
    agency: party("agency", agency.did),
    fired: party("fired", fired.did, { dependants: 1 }),
    branch: party("branch", branch.did, { dependants: 1 }),
  };
}

function makeScene(): Scene {
  const world = createWorld();
  const university = makeUniversity(world);
  const hospital = createNamed(world, "hospital", {
    control: control(["hospital"], { nextKeyHashes: [nextKeyHash(key("hospital next"))] }),
    recovery: recoveryBy("hospital/rescue"),
  });
  const board = createNamed(world, "board", {
    control: control(["board", "deputy", "clerk"], { threshold: 2 }),
    recovery: recoveryBy("board/rescue", "board/rescue 2"),
  });
  const controllers = ["rector", "dean", "provost"].map((name) =>
    party(name, createNamed(world, name)),
  );
  const council = createControlled(world, "council", controllers);
  const closed = createNamed(world, "closed", { recovery: recoveryBy("closed/rescue") });
  const revoker = createNamed(world, "revoker");
  const successor = createNamed(world, "successor");
  const frozen = createNamed(world, "frozen", { recovery: recoveryBy("frozen/rescue") });
  const issuers = { university: university.did, hospital, frozen, closed };
  for (const [name, issuer] of Object.entries(issuers)) {
    const operations = [credentialOp.profile(issuer, { revokers: [revoker], successor })];
    runOne(world, { signers: [signer(issuer, key(`${name}/invoke`)), sponsored], operations });
  }
  freeze(world, frozen);
  runOne(world, {
    signers: [signer(closed, key("closed")), sponsored],
    operations: [op.deactivate(closed, 1)],
  });
  const accredited = accreditIssuers(world);
  return {
    world,
    ...accredited,
    university,
    hospital: party("hospital", hospital),
    board: party("board", board),
    council,
    controllers,
    revoker: party("revoker", revoker),
    successor: party("successor", successor),
    frozen: party("frozen", frozen),
    closed: party("closed", closed, { version: 2 }),
    member: party("beta", did("beta")),
  };
}

let made: Scene | undefined;

/** The scene, as if nothing had happened in it yet. */
export function setScene(): Scene {
  made ??= makeScene();
  return { ...made, world: fork(made.world) };
}

/** Empties a member's document: whoever signs with its keys afterwards has none. */
export function emptyDocumentOf(world: World, name: string): void {
  runOne(world, {
    signers: [signer(did(name), key(name))],
    operations: [op.update(did(name), 1, documentWith(), documentKeysOf(name))],
  });
}
