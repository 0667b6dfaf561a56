import { hexEncode } from "@cartorio/crypto";
import { type Operation, stateKeys } from "@cartorio/protocol";
import { expect, it } from "vitest";
import type { StateReader } from "../src/index.ts";
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
