// A validator that lost votes of its own does not vote again in that epoch, and comes back by itself
// (docs/consensus.md 9).
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  anchored,
  keepBusy,
  signersOf,
  statusOf,
  until,
  untilAllVote,
  untilEpoch,
} from "./support/driving.ts";
import { testNetwork } from "./support/genesis.ts";
import { type LocalCluster, localCluster } from "./support/local-cluster.ts";

const network = testNetwork(4, { baseTimeoutMs: 500, maxTimeoutMs: 2000 });
const all = [0, 1, 2, 3];
const victim = 3;
let cluster: LocalCluster;

async function begin(hasMemberKeys: boolean): Promise<void> {
  cluster = await localCluster(network, { hasMemberKeys });
  for (const index of all) await cluster.start(index);
  await anchored(cluster, network, victim);
  // Who never voted has nothing to lose.
  await untilAllVote(cluster);
}
afterEach(() => cluster.close());

interface Loss {
  readonly name: string;
  readonly code: string;
  /** Before the victim votes on; and what is done to it when it is down afterwards. */
  readonly keep: (directory: string, aside: string) => Promise<void>;
  readonly lose: (directory: string, aside: string) => Promise<void>;
}

const losses: readonly Loss[] = [
  {
    name: "whose disk is wiped",
    code: "JOURNAL_ROLLED_BACK",
    keep: () => Promise.resolve(),
    lose: (directory) => rm(directory, { recursive: true }),
  },
  {
    name: "whose journal is restored from an older copy",
    code: "JOURNAL_ROLLED_BACK",
    keep: (directory, aside) => cp(join(directory, "journal"), aside, { recursive: true }),
    lose: async (directory, aside) => {
      await rm(join(directory, "journal"), { recursive: true });
      await cp(aside, join(directory, "journal"), { recursive: true });
    },
  },
  {
    name: "whose whole directory is restored from an older copy",
    code: "JOURNAL_ROLLED_BACK",
    keep: (directory, aside) => cp(directory, aside, { recursive: true }),
    lose: async (directory, aside) => {
      await rm(directory, { recursive: true });
      await cp(aside, directory, { recursive: true });
    },
  },
  {
    name: "whose journal is gone",
    code: "JOURNAL_MISSING",
    keep: () => Promise.resolve(),
    lose: (directory) => rm(join(directory, "journal"), { recursive: true }),
  },
];

describe("under load, a validator", () => {
  beforeEach(() => begin(true), 60_000);

  it.each(losses)(
    "$name says nothing in that epoch and re-enters",
    async (loss) => {
      const directory = cluster.directory(victim);
      const aside = `${directory}-aside`;
      await cluster.stop(victim);
      await loss.keep(directory, aside);
      await cluster.start(victim);
      // With another one down its votes are needed: the others hold them. What came too late to count
      // nobody holds, and nobody can be harmed by.
      await cluster.stop(1);
      for (const index of [0, 2, victim]) await anchored(cluster, network, index);
      await cluster.start(1);
      await untilEpoch(cluster, all, 0);
      await cluster.stop(victim);
      await loss.lose(directory, aside);
      const { height: lostAt } = await statusOf(cluster, 0);
      const idle = keepBusy(cluster, network, 0);
      await cluster.start(victim);
      await untilEpoch(cluster, all, 1);
      await idle();
      // With another one down, its votes are needed.
      await cluster.stop(1);
      for (const index of [0, 2, 3]) await anchored(cluster, network, index);
      const { certifiedHeight } = await statusOf(cluster, 0);
      const signers = await signersOf(cluster, 0, { from: lostAt + 1, through: certifiedHeight });
      expect([...(signers.get(0) ?? [])].sort((a, b) => a - b)).toEqual([0, 1, 2]);
      expect(signers.get(1)?.has(victim)).toBe(true);
      const told = cluster.log.filter(({ msg }) => String(msg).includes("may lack votes"));
      expect(told).toMatchObject([{ code: loss.code }]);
      expect(cluster.fatal).toEqual([]);
    },
    120_000,
  );
});

describe("without its member's key, a validator that lost its journal", () => {
  beforeEach(() => begin(false), 60_000);

  it("stays up, follows the chain, says what to do, and so after a restart", async () => {
    await cluster.stop(victim);
    await rm(join(cluster.directory(victim), "journal"), { recursive: true });
    for (const start of [1, 2]) {
      await cluster.start(victim);
      const height = await anchored(cluster, network, 0);
      await until("it follows", async () => (await statusOf(cluster, victim)).height >= height);
      const status = await statusOf(cluster, victim);
      expect(status).toMatchObject({
        ready: false,
        amnesia: { code: "JOURNAL_MISSING", epoch: 0 },
      });
      expect(status.reasons).toContain("JOURNAL_MISSING: does not vote, must be re-entered");
      const told = (): number =>
        cluster.log.filter(({ msg }) => String(msg).includes("cartorio reenter")).length;
      await until("it says what to do", () => told() === start);
      await cluster.stop(victim);
    }
    expect(cluster.fatal).toEqual([]);
  }, 60_000);

  it("names it when so many are alike that no quorum is left", async () => {
    const lost = [2, victim];
    for (const index of lost) await cluster.stop(index);
    for (const index of lost) {
      await rm(join(cluster.directory(index), "journal"), { recursive: true });
      await cluster.start(index);
    }
    for (const index of lost) {
      const isLost = async (): Promise<boolean> =>
        (await statusOf(cluster, index)).quorumLost === true;
      await until(`${index} says so`, isLost);
      const { reasons } = await statusOf(cluster, index);
      expect(reasons[0]).toMatch(/^JOURNAL_QUORUM_LOST: /);
    }
    expect(await statusOf(cluster, 0)).not.toHaveProperty("quorumLost");
    expect(cluster.fatal).toEqual([]);
  }, 60_000);
});
