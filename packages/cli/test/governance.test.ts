// `cartorio governance` against a node of this process: a proposal is written, shown, voted on and decided.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ed25519KeyPairFromSeed, writeKeyFile } from "@cartorio/crypto/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anchored } from "../../node/test/support/driving.ts";
import { seedOf, testNetwork } from "../../node/test/support/genesis.ts";
import { type LocalCluster, localCluster } from "../../node/test/support/local-cluster.ts";
import { lastJson, run, temporaryFolder } from "./fake-host.ts";

const folder = temporaryFolder();
const network = testNetwork(1);
const members = network.members.map(({ did }) => did);
let cluster: LocalCluster;
let url: string;

beforeAll(async () => {
  cluster = await localCluster(network);
  url = (await cluster.start(0)).rpcUrl;
  await anchored(cluster, network, 0);
  for (const index of members.keys()) {
    const key = ed25519KeyPairFromSeed(seedOf(`member ${index}`));
    await writeKeyFile(join(folder, `member-${index}.key`), key);
  }
}, 60_000);
afterAll(() => cluster.close());

const governance = (...args: readonly string[]) =>
  run(folder, ["governance", ...args], { CARTORIO_URL: url });
const as = (index: number): string[] => [
  ...["--member", members[index] ?? "", "--key", `member-${index}.key`],
];

function actionFile(name: string, action: unknown): string {
  writeFileSync(join(folder, name), typeof action === "string" ? action : JSON.stringify(action));
  return name;
}
const rename = {
  ...{ kind: "member", expectedVersion: 0, did: members[0], name: "Renamed" },
  ...{ weight: 1, replaces: "" },
};

describe("cartorio governance", () => {
  it("proposes, shows, votes and lists", async () => {
    expect((await governance("list")).stdout).toBe("there are no proposals\n");
    const file = actionFile("rename.json", rename);
    const proposed = lastJson(await governance("propose", file, ...as(0), "--json"));
    const hash = String(proposed["hash"]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const open = lastJson(await governance("show", hash, "--json"));
    expect(open).toMatchObject({ number: 1, status: "open", action: rename });
    expect((await governance("vote", hash, ...as(1), "--against")).exitCode).toBe(0);
    for (const index of [2, 3]) {
      const voted = await governance("vote", hash, ...as(index));
      expect(voted.stdout).toMatch(/^executed at height \d+: proposal [0-9a-f]{64}\n$/);
    }
    expect((await governance("list")).stdout).toBe(
      `1  member  accepted  3 for, 1 against  ${hash}\n`,
    );
    expect((await governance("show", hash)).stdout).toContain(`proposed by ${members[0]}`);
    const again = await governance("vote", hash, ...as(1));
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toMatch(/^error PROPOSAL_CLOSED: /);
  }, 60_000);

  it("says what is wrong", async () => {
    const nowhere = await run(folder, ["governance", "list"]);
    expect(nowhere.stderr).toMatch(/^error USAGE: name a node with --url/);
    const cases: readonly (readonly [unknown, RegExp])[] = [
      ["no json", /^error USAGE: bad.json is no JSON/],
      [[], /^error USAGE: bad.json is no object with a kind/],
      [{ kind: "coup" }, /^error USAGE: bad.json: kind is one of member, /],
      [
        { kind: "redact", did: "", version: 0, schema: "xyz", reason: 1 },
        /^error USAGE: bad.json: schema is not hexadecimal/,
      ],
    ];
    for (const [action, message] of cases) {
      const file = actionFile("bad.json", action);
      expect((await governance("propose", file, ...as(0))).stderr).toMatch(message);
    }
    const incomplete = actionFile("bad.json", { kind: "freeze", did: members[1] });
    const refused = await governance("propose", incomplete, ...as(0));
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stderr).toMatch(/^error USAGE: bad.json: freeze.expectedUntil/);
    const stale = actionFile("stale.json", rename);
    const twice = await governance("propose", stale, ...as(0));
    expect(twice.stderr).toMatch(/^error MEMBERS_VERSION_MISMATCH: /);
    const missing = "0".repeat(64);
    expect((await governance("show", missing)).stderr).toMatch(/^error NOT_FOUND: /);
  }, 60_000);
});
