import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, clientOf, createIdentity, memberOf } from "./chain.ts";
import { startDevnet, until, withTemporaryFolder } from "./devnet-process.ts";

const fast = ["baseTimeoutMs=1000", "heartbeatIntervalMs=200", "rotationTimeMs=3000"].flatMap(
  (setting) => ["--parameter", setting],
);

describe("a devnet with a Byzantine validator", () => {
  it("goes on certifying, and its two NewViews are proven at the others", async () => {
    await withTemporaryFolder(async (folder) => {
      const directory = join(folder, "devnet");
      // The primary of the next view. (An equivocator shows no two proposals to one validator.)
      const devnet = await startDevnet(directory, [...fast, "--byzantine", "1:two-new-views"]);
      const { ready } = devnet;
      expect(devnet.process.stderr()).toContain("node-2 is Byzantine: two-new-views");
      const client = clientOf(ready.nodes[0]?.rpcUrl ?? "");
      const sponsor = await memberOf(ready, 2);
      await createIdentity(client, ready, { sponsor });

      const proofs = [1, 3, 4].map((number) => join(directory, `node-${number}/data/evidence`));
      await until("two of its NewViews at one validator", () =>
        proofs.some((path) => existsSync(path)),
      );
      // Whoever keeps the proof shows it, with the two messages that the validator signed.
      const nodes = [0, 2, 3].map((index) => ready.nodes[index]?.rpcUrl ?? "");
      let held: unknown[] = [];
      // The folder is there before the file is.
      await until("its proof at a gateway", async () => {
        const asked = nodes.map((url) => call(url, "node_getEvidence", { id: "0-1-twoNewViews" }));
        held = (await Promise.all(asked)).flatMap(({ result }) => result ?? []);
        return held.length > 0;
      });
      for (const answer of held)
        expect(answer).toMatchObject({
          evidence: [{ validator: 1, messages: [expect.any(String), expect.any(String)] }],
        });
      // Its own process knows nothing of that, and runs on.
      expect(readFileSync(join(directory, "node-2/data/console.log"), "utf8")).toBe(
        "Byzantine: two-new-views\n",
      );
      await createIdentity(client, ready, { sponsor });
      const end = await devnet.process.stop();
      expect(end.exitCode).toBe(0);
    });
  });
});
