import { type DidCreate, limits, type Operation } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { accredit, accreditationOp, plantRoot } from "./accreditation-world.ts";
import { codeAfter, codeOf, controllers, day, didOp, recoveryOf } from "./did-operations.ts";
import {
  control,
  createNamed,
  createOf,
  createWorld,
  did,
  didOfCreate,
  documentWith,
  fork,
  hashOf,
  key,
  op,
  propose,
  receiptsOf,
  retired,
  run,
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

describe("anchors under a long chain of accreditations", () => {
  const names = ["root", "middle", "issuer"];
  function growChain() {
    const world = createWorld();
    const chain = names.map((name) => ({ name, did: createNamed(world, name) }));
    const [root, middle, issuer] = chain as [Link, Link, Link];
    plantRoot(world, root.did);
    accredit(world, root, middle);
    accredit(world, middle, issuer, { depth: 0 });
    return { world, root, middle, issuer };
  }
  type Link = { readonly name: string; readonly did: string };
  const anchorBy = (issuer: string, name: string): Operation => ({
    kind: "credentialAnchor",
    value: {
      ...{ issuer, kind: 1, hash: hashOf(name), treeSize: 0, cosigners: [] },
      accreditation: 1,
    },
  });
  const anchors = (world: World, issuer: string, count: number) => ({
    signers: [signer(issuer, key("issuer/assert")), sponsored],
    operations: Array.from({ length: count }, (_, at) =>
      anchorBy(issuer, `${world.counter} ${at}`),
    ),
  });

  it("reads the chain once in a block", () => {
    const { world, issuer } = growChain();
    const one = readsOf(world, anchors(world, issuer.did, 1));
    const many = readsOf(world, anchors(world, issuer.did, 64));
    expect([one.name, many.name]).toEqual(["APPLIED", "APPLIED"]);
    expect(many.count).toBe(one.count);
  });

  it("sees what the block did to a link above since it read the chain", () => {
    const { world, root, middle, issuer } = growChain();
    const signers = [signer(root.did, key("root/invoke")), sponsored];
    const stop = accreditationOp.suspend(root.did, middle.did);
    const resume = accreditationOp.resume(root.did, middle.did);
    const block = [
      transaction(world, anchors(world, issuer.did, 1)),
      transaction(world, { signers, operations: [stop] }),
      transaction(world, anchors(world, issuer.did, 1)),
      transaction(world, { signers, operations: [resume] }),
      transaction(world, anchors(world, issuer.did, 1)),
    ];
    const codes = run(world, block).map(({ name }) => name);
    expect(codes).toEqual(["APPLIED", "APPLIED", "ACCREDITATION_SUSPENDED", "APPLIED", "APPLIED"]);
  });
});

describe("finalising a recovery and undoing it in the same transaction", () => {
  const spend = recoveryOf(["r1"]);
  const proposal = { control: control(["saved"]), recovery: recoveryOf(["s1"]), removals: [] };
  const thief = control(["thief"]);
  const saved = { removed: [key("saved")] };
  it.each([
    ["rotates", "owner", (name: string) => op.rotate(name, 2, thief, saved.removed)],
    ["deactivates", "owner", (name: string) => op.deactivate(name, 2)],
    ["commits", "owner", (name: string) => op.setRecovery(name, 2, recoveryOf(["t1"]))],
    ["replaces the document", "owner", (name: string) => op.update(name, 2, documentWith())],
    [
      "hands over",
      "owner",
      (name: string) => op.setControllers(name, 2, controllers([did("beta")]), saved.removed),
    ],
    [
      "proposes by spent keys",
      "r1",
      (name: string) => didOp.propose(name, { ...stolen, sequence: 1 }),
    ],
  ] as const)("%s as %s: RECOVERY_PENDING", (_title, by, undo) => {
    const world = createWorld();
    const document = documentWith();
    const owner = createNamed(world, "owner", { recovery: spend, document });
    const propose = didOp.propose(owner, { ...proposal, removals: [retired(key("owner"))] });
    expect(codeOf(world, [signer(owner, key("r1"))], propose)).toBe("APPLIED");
    const time = world.ledger.head.header.time + day;
    const attack = transaction(world, {
      signers: [signer(owner, key(by)), sponsored],
      operations: [didOp.finalise(owner, 1), undo(owner)],
      validUntil: time,
    });
    expect(run(world, [attack], time)[0]?.name).toBe("RECOVERY_PENDING");
    expect(codeAfter(world, 1, didOp.finalise(owner, 1))).toBe("APPLIED");
  });
  const stolen = {
    ...{ control: thief, recovery: recoveryOf(["t1"]) },
    removals: [retired(key("saved"))],
  };
});
