import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clientOf, createIdentity, memberOf } from "./chain.ts";
import { startDevnet, until, withTemporaryFolder } from "./devnet-process.ts";

const fast = ["baseTimeoutMs=1000", "heartbeatIntervalMs=200", "rotationTimeMs=3000"].flatMap(
  (setting) => ["--parameter", setting],
);

describe("a devnet with a Byzantine validator", () => {
  it("goes on certifying, and its equivocation is proven at the others", async () => {
    await withTemporaryFolder(async (folder) => {
      const directory = join(folder, "devnet");
      // The first primary: it equivocates from the first proposal on.
      const devnet = await startDevnet(directory, [...fast, "--byzantine", "0:equivocate"]);
      const { ready } = devnet;
      expect(devnet.process.stderr()).toContain("node-1 is Byzantine: equivocate");
      const client = clientOf(ready.nodes[1]?.rpcUrl ?? "");
      const sponsor = await memberOf(ready, 2);
      await createIdentity(client, ready, { sponsor });

      const proofs = [2, 3, 4].map((number) => join(directory, `node-${number}/data/evidence`));
      await until("two of its proposals or votes at one validator", () =>
        proofs.some((path) => existsSync(path)),
      );
      // Its own process knows nothing of that, and runs on.
      expect(readFileSync(join(directory, "node-1/data/console.log"), "utf8")).toBe(
        "Byzantine: equivocate\n",
      );
      await createIdentity(client, ready, { sponsor });
      const end = await devnet.process.stop();
      expect(end.exitCode).toBe(0);
    });
  });
});
