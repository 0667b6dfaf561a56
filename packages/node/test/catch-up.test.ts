import { encodeSyncResponse } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { type CatchUpOptions, createCatchUp } from "../src/catch-up.ts";

type Store = CatchUpOptions["store"];

it("a peer that keeps silent is asked once, not at every turn", async () => {
  const asked: string[] = [];
  const hash = new Uint8Array(32);
  const store: Pick<Store, "head" | "header"> = {
    head: () => ({ height: 0, headerHash: hash }),
    header: () => ({ header: new Uint8Array(), headerHash: hash }),
  };
  const catchUp = createCatchUp({
    chainId: hash,
    store: store as Store,
    executor: {
      execute: () => Promise.resolve({ kind: "gap" }),
      storeCertificate: () => Promise.resolve(),
      idle: () => Promise.resolve(),
    },
    validatorSetAt: () => ({ epoch: 0, activationHeight: 1, validators: [] }),
    verify: () => false,
    peers: () => ["silent", "honest", "other"],
    request: (peer) => {
      asked.push(peer);
      if (peer === "silent") return Promise.reject(new Error("no answer in ten seconds"));
      return Promise.resolve(encodeSyncResponse({ id: 1, items: [], certifiedHeight: 0 }));
    },
    pause: () => Promise.resolve(),
    onCertificate: () => undefined,
    onDiverged: () => undefined,
    onFalsePeer: () => undefined,
    onFatal: (error) => {
      throw error;
    },
  });
  catchUp.want(5);
  while (catchUp.running()) await new Promise((resolve) => setImmediate(resolve));
  expect(asked.length).toBeGreaterThan(6);
  expect(asked.filter((peer) => peer === "silent")).toHaveLength(1);
});
