// Who there is in the tables. The network has four members of equal weight: alpha, beta, gamma, delta.
import { nextKeyHash, relationship } from "@cartorio/protocol";
import {
  control,
  createNamed,
  createOf,
  createWorld,
  did,
  documentKeysOf,
  documentWith,
  fork,
  key,
  method,
  op,
  runOne,
  signer,
  sponsored,
  type World,
} from "../world.ts";

/** Which key of a DID an operation asks for. */
export type Right = "control" | "assertion" | "invocation";

/** A DID of the scene: its version, and the key that it has for each right. */
export interface Party {
  readonly did: string;
  readonly version: number;
  readonly keys: Readonly<Record<Right, Uint8Array>>;
}

export interface Scene {
  /** Of this case alone. */
  readonly world: World;
  /** Has rotated its control key and replaced document keys; version 3. */
  readonly university: Party;
  /** Pre-rotation on. */
  readonly hospital: Party;
  /** Two of three control keys. */
  readonly board: Party;
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
  };
  return { did: owner, version: 1, keys, ...more };
}

const { assertionMethod, capabilityInvocation } = relationship;

function makeUniversity(world: World): Party {
  const { document } = createOf("university");
  const old = [key("university/old assertion"), key("university/old invocation")] as const;
  const university = createNamed(world, "university", {
    control: control(["university/old control"]),
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
    ],
  });
  if (receipt.name !== "APPLIED") throw new Error(`the university's old keys: ${receipt.name}`);
  return party("university", university, { version: 3 });
}

function makeScene(): Scene {
  const world = createWorld();
  const university = makeUniversity(world);
  const hospital = createNamed(world, "hospital", {
    control: control(["hospital"], { nextKeyHashes: [nextKeyHash(key("hospital next"))] }),
  });
  const board = createNamed(world, "board", {
    control: control(["board", "deputy", "clerk"], { threshold: 2 }),
  });
  const closed = createNamed(world, "closed");
  runOne(world, {
    signers: [signer(closed, key("closed")), sponsored],
    operations: [op.deactivate(closed, 1)],
  });
  return {
    world,
    university,
    hospital: party("hospital", hospital),
    board: party("board", board),
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
