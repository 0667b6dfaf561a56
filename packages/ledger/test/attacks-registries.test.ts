import { type DidCreate, limits } from "@cartorio/protocol";
import { expect, it } from "vitest";
import {
  createNamed,
  createOf,
  createWorld,
  did,
  didOfCreate,
  fork,
  key,
  op,
  propose,
  receiptsOf,
  runOne,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

// Attempts on the registries, each named after the attack, as in attacks.test.ts.

const sixteen = Array.from({ length: limits.maxControllers }, (_, index) => index);
const controlledBy = (controllers: readonly string[]): Partial<DidCreate> => ({
  control: { kind: "controllers", controllers, threshold: 1 },
});

/** A DID of 16 controllers, each of which is controlled by 15 DIDs of their own and by the last one. */
function createWide(world: World, last: string): string {
  const middle = sixteen.map((at) => {
    const creates = sixteen.slice(1).map((leaf) => createOf(`leaf ${at} ${leaf}`));
    const leaves = creates.map(didOfCreate);
    const signers = leaves.map((name, leaf) => signer(name, key(`leaf ${at} ${leaf + 1}`)));
    const parts = { signers: [...signers, sponsored], operations: creates.map(op.create) };
    expect(runOne(world, parts).name).toBe("APPLIED");
    return createControlled(world, `middle ${at}`, [...leaves, last]);
  });
  return createControlled(world, "wide", middle);
}

function createControlled(world: World, name: string, controllers: readonly string[]): string {
  const create = createOf(name, controlledBy(controllers));
  const signers = [signer(did("last"), key("last")), sponsored];
  const receipt = runOne(world, { signers, operations: [op.create(create)] });
  expect(receipt.name).toBe("APPLIED");
  return didOfCreate(create);
}

/** What the operations of one transaction read of a state that nothing has been read of before. */
function readsOf(grown: World, parts: Parameters<typeof transaction>[1]) {
  const world = fork(grown);
  const { reader } = world.state;
  const { record } = reader;
  let count = 0;
  const counting = (...at: Parameters<typeof record>) => {
    count += 1;
    return record(...at);
  };
  Object.assign(reader, { record: counting });
  const [receipt] = receiptsOf(propose(world, [transaction(world, parts)]));
  return { name: receipt?.name, count };
}

it("an operation on a DID below 16 x 16 controllers reads few of them", () => {
  const grown = createWorld();
  const last = createNamed(grown, "last");
  const operations = [op.deactivate(createWide(grown, last), 1)];
  const nobody = readsOf(grown, { signers: [sponsored], operations });
  expect(nobody.name).toBe("UNAUTHORISED");
  expect(nobody.count).toBeLessThan(150);
  const acting = readsOf(grown, { signers: [signer(last, key("last")), sponsored], operations });
  expect(acting.name).toBe("APPLIED");
  expect(acting.count).toBeLessThan(150);
});
