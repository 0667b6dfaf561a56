// Validators and set changes of the ledger's tests.
import { ed25519PublicKey, ed25519Sign } from "@cartorio/crypto";
import {
  limits,
  type Operation,
  type ReadyStatement,
  readySigningBytes,
  type Signer,
  type ValidatorCandidate,
  type ValidatorChange,
} from "@cartorio/protocol";
import { cosigner, did, key, nonceOf, run, seedOf, signer, type World } from "./world.ts";

export const validatorKeyOf = (name: string): Uint8Array =>
  ed25519PublicKey(seedOf(`${name}/validator`));
export const nodeKeyOf = (name: string): Uint8Array => ed25519PublicKey(seedOf(`${name}/node`));

/** A candidate called `name` whose ready statement is signed by the keys of that name. */
export function candidate(
  world: World,
  name: string,
  more: Partial<ReadyStatement> = {},
): ValidatorCandidate {
  const statement: ReadyStatement = {
    chainId: world.chainId,
    member: did("alpha"),
    validatorKey: validatorKeyOf(name),
    nodeKey: nodeKeyOf(name),
    readyHeight: world.ledger.head.height,
    incarnation: nonceOf(`${name}/journal`),
    ...more,
  };
  const message = readySigningBytes(statement);
  const { member, validatorKey, nodeKey, readyHeight, incarnation } = statement;
  return {
    member,
    validatorKey,
    nodeKey,
    addresses: [],
    readyHeight,
    incarnation,
    validatorSignature: ed25519Sign(seedOf(`${name}/validator`), message),
    nodeSignature: ed25519Sign(seedOf(`${name}/node`), message),
  };
}

/** Of the set that is in force, unless the parts say otherwise. */
export function change(world: World, parts: Partial<ValidatorChange> = {}): Operation {
  const { expectedEpoch = world.ledger.validators.epoch, remove = [], add = [] } = parts;
  return { kind: "validatorChange", value: { expectedEpoch, remove, add } };
}

export function reenter(
  world: World,
  name: string,
  more: { readonly incarnation?: string; readonly expectedEpoch?: number } = {},
): Operation {
  const { incarnation = "journal", expectedEpoch = world.ledger.validators.epoch } = more;
  const value = { validatorKey: validatorKeyOf(name), incarnation: nonceOf(incarnation) };
  return { kind: "validatorReenter", value: { ...value, expectedEpoch } };
}

/** The invocation keys of members: the first authors, and so pays, the others co-sign. */
export function membersSign(...names: readonly string[]): Signer[] {
  return names.map((name, index) => {
    const own = signer(did(name), key(`${name}/invoke`));
    return index === 0 ? own : { ...own, role: cosigner };
  });
}

/** Executes empty blocks until the head is at the height. */
export function runTo(world: World, height: number): void {
  while (world.ledger.head.height < height) run(world, []);
}

/** Heights from the block that executes a change to the one that its set verifies first. */
export const activationDelay: number = limits.window + 1;
