import { expect, it } from "vitest";
import { createMempool } from "../src/mempool.ts";
import { createIntake } from "../src/transaction-intake.ts";
import { anchor, testNetwork, transaction } from "./support/genesis.ts";

it("a flood of clients leaves room to check what other validators tell", async () => {
  const network = testNetwork(4);
  const { chainId } = network.genesis;
  const [by] = network.members;
  if (by === undefined) throw new Error("the network has members");
  const { promise: never } = Promise.withResolvers<boolean[]>();
  const intake = createIntake({
    ...{ chainId, mempool: createMempool(), maxVerifying: 8 },
    verifier: { verifyBatch: () => never, queued: () => 0, close: () => Promise.resolve() },
    admission: () => undefined,
    stateHeight: () => 0,
    onAccepted: () => undefined,
  });
  const admit = (own: boolean): Promise<string> => {
    const bytes = transaction(network, { by, operations: [anchor(by, "one")] });
    const refused = intake.admit(bytes, own).then((result) => (result.ok ? "ok" : result.code));
    const waits = new Promise<string>((resolve) => setImmediate(() => resolve("waits")));
    return Promise.race([refused, waits]);
  };
  const verdicts: string[] = [];
  for (const own of [true, true, true, true, true, false, false, false, false, false])
    verdicts.push(await admit(own));
  const four = ["waits", "waits", "waits", "waits"];
  expect(verdicts).toEqual([...four, "QUEUE_FULL", ...four, "QUEUE_FULL"]);
});
