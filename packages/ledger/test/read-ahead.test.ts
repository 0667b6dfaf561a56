import { byteKey, hexEncode } from "@cartorio/crypto";
import { type Operation, stateKeys } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { executeTransaction } from "../src/execute-transaction.ts";
import type { StateReader } from "../src/index.ts";
import { readAhead } from "../src/read-ahead.ts";
import { startReplayBlock } from "../src/replay.ts";
import { startBlock } from "../src/state.ts";
import {
  createNamed,
  createOf,
  createWorld,
  key,
  op,
  reopen,
  run,
  signer,
  sponsored,
  transaction,
} from "./world.ts";

/** A reader that notes the keys of the records that are asked for. */
function noting(reader: StateReader): { readonly reader: StateReader; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    reader: {
      page: (path, height) => reader.page(path, height),
      record: (stateKey, height) => {
        asked.push(hexEncode(stateKey));
        return reader.record(stateKey, height);
      },
    },
  };
}

it("a block's DIDs are read in the order of their keys, each once", () => {
  const world = createWorld();
  const names = Array.from({ length: 40 }, (_, index) => `x${index}`);
  const owners = names.map((name) => ({ name, did: createNamed(world, name) }));
  const { header, headerHash, height } = world.ledger.head;
  const { reader, asked } = noting(world.state.reader);
  const state = { ...world.state, reader };
  const cold = reopen({ ...world, state, head: { header, headerHash, height } });
  asked.length = 0;
  const update = ({ name, did }: (typeof owners)[number]): Operation =>
    op.update(did, 1, createOf(name).document);
  const envelopes = owners.map((owner) =>
    transaction(world, {
      signers: [signer(owner.did, key(owner.name)), sponsored],
      operations: [update(owner)],
    }),
  );
  const receipts = run({ ...world, ledger: cold, state }, envelopes);
  expect(receipts.map(({ name }) => name)).toEqual(owners.map(() => "APPLIED"));

  const heads = owners.map(({ did }) => hexEncode(stateKeys.didHead(did)));
  const bodies = owners.flatMap(({ did }) => [
    hexEncode(stateKeys.didDocument(did, 1)),
    hexEncode(stateKeys.didVersion(did, 1)),
  ]);
  expect(asked.filter((name) => heads.includes(name))).toEqual(heads.toSorted());
  expect(asked.filter((name) => bodies.includes(name))).toEqual(bodies.toSorted());
});

it("who has no member to pay makes a block read nothing, and a foreign DID is not read for the asking", () => {
  const world = createWorld();
  const [victim, thief] = ["victim", "thief"].map((name) => createNamed(world, name));
  if (victim === undefined || thief === undefined) throw new Error("no DIDs");
  const { header, headerHash, height } = world.ledger.head;
  const { reader, asked } = noting(world.state.reader);
  const state = { ...world.state, reader };
  const cold = {
    ...world,
    state,
    ledger: reopen({ ...world, state, head: { header, headerHash, height } }),
  };
  asked.length = 0;
  const operations = [op.update(victim, 1, createOf("victim").document)];
  const unpaid = transaction(world, { signers: [signer(thief, key("thief"))], operations });
  const paid = transaction(world, {
    signers: [signer(thief, key("thief")), sponsored],
    operations,
  });
  const receipts = run(cold, [unpaid]);
  expect(receipts.map(({ name }) => name)).toEqual(["SPONSOR_NOT_MEMBER"]);
  expect(asked).toEqual([]);
  const block = startBlock(cold.ledger, { height: height + 2, time: header.time + 5000 });
  readAhead(block, startReplayBlock(cold.ledger.replay), [paid]);
  expect(block.ahead.has(byteKey(stateKeys.didHead(thief)))).toBe(true);
  expect(block.ahead.has(byteKey(stateKeys.didHead(victim)))).toBe(false);
});

it("a damaged record stops only who needs it", () => {
  const world = createWorld();
  const owner = createNamed(world, "x");
  const head = hexEncode(stateKeys.didHead(owner));
  const damaged: StateReader = {
    ...world.state.reader,
    record: (stateKey, at) => {
      if (hexEncode(stateKey) === head) throw new Error("DATABASE_CORRUPT");
      return world.state.reader.record(stateKey, at);
    },
  };
  const state = { ...world.state, reader: damaged };
  const { header, headerHash, height } = world.ledger.head;
  const ledger = reopen({ ...world, state, head: { header, headerHash, height } });
  const block = startBlock(ledger, { height: height + 1, time: header.time + 1000 });
  const operations = [op.update(owner, 1, createOf("x").document)];
  const paid = transaction(world, { signers: [signer(owner, key("x")), sponsored], operations });
  const replay = startReplayBlock(ledger.replay);
  readAhead(block, replay, [paid]);
  expect(block.ahead.has(byteKey(stateKeys.didHead(owner)))).toBe(false);
  expect(() => executeTransaction(block, replay, paid)).toThrow("DATABASE_CORRUPT");
});
