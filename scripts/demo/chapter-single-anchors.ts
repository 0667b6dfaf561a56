import { credentialAnchor, requireApplied, submitTransaction } from "@cartorio/sdk";
import { universityAccreditation } from "./credentials.ts";
import { allBut, killNode, nodesByValidator, rejoin, statusesOf } from "./nodes.ts";
import type { ClusterNode, HeldCredential, Institution, Story } from "./story-types.ts";
import { certify, pickWriter, signIntention } from "./transactions.ts";
import { check, mapConcurrently } from "./wait.ts";

const concurrency = 16;
/** Certified by all four; handed in when one dies; handed in when it is dead: the rest. */
const beforeTheKill = 40;
const atTheKill = 20;

interface Anchoring {
  readonly held: HeldCredential;
  readonly envelope: Uint8Array;
}

/** Each anchor a transaction of its own, and one validator dies and comes back in the middle. */
export async function chapterSingleAnchors(
  story: Story,
  university: Institution,
  held: readonly HeldCredential[],
): Promise<void> {
  const { reporter } = story;
  reporter.chapter("Single anchors, and a validator that dies");
  const all = await reporter.step(
    "the university signs an anchor for each credential, its member signs as sponsor",
    () => signAnchors(story, university, held),
    (anchorings) => `${anchorings.length} transactions`,
  );
  const before = all.slice(0, beforeTheKill);
  const during = all.slice(beforeTheKill, beforeTheKill + atTheKill);
  const after = all.slice(beforeTheKill + atTheKill);
  await reporter.step(
    `${before.length} are certified by the four validators`,
    () => certifyAll(story, before),
    (height) => `height ${height}`,
  );
  const victim = await reporter.step(
    `${during.length} more are handed in, and a validator is killed with SIGKILL`,
    () => handInAndKill(story, during),
    ({ name }) => name,
  );
  const height = await reporter.step(
    `those and ${after.length} more are certified by the three that are left`,
    () => certifyAll(story, [...during, ...after]),
    (certified) => `height ${certified}`,
  );
  const lastHeld = after.at(-1)?.held;
  check(lastHeld !== undefined, "no anchor was handed in while the validator was dead");
  await reporter.step(`${victim.name} is started again on the same data`, () =>
    story.cluster.control.restart(victim.name),
  );
  await reporter.step(
    `${victim.name} rejoins: it has caught up, and its own proof of what it missed verifies`,
    async () => {
      const missed = { height, credential: lastHeld, issuer: university.did };
      const status = await rejoin(story, victim, missed);
      story.tally.killedAndRejoined = true;
      return status;
    },
    ({ certifiedHeight }) => `certified height ${certifiedHeight}`,
  );
}

async function signAnchors(
  { chain }: Story,
  university: Institution,
  held: readonly HeldCredential[],
): Promise<readonly Anchoring[]> {
  const { did, assertion: signer, sponsor } = university;
  return mapConcurrently(held, concurrency, async (item) => {
    const anchor = credentialAnchor({
      issuer: did,
      hash: item.commitment,
      accreditation: universityAccreditation,
    });
    const envelope = await signIntention(chain, { did, signer, sponsor, operations: [anchor] });
    return { held: item, envelope };
  });
}

/** Through all nodes at once; the greatest height of a receipt. */
async function certifyAll(story: Story, anchorings: readonly Anchoring[]): Promise<number> {
  const heights = await mapConcurrently(anchorings, concurrency, async ({ envelope }, index) => {
    const { height } = requireApplied(await certify(story, envelope, index));
    return height ?? 0;
  });
  check(heights.length === anchorings.length, "every anchor must have a receipt", heights.length);
  return Math.max(...heights);
}

/** Not the primary, whose turn comes later, nor the one that a rotation would make primary next. */
async function handInAndKill(story: Story, anchorings: readonly Anchoring[]): Promise<ClusterNode> {
  const nodes = await nodesByValidator(story);
  const [status] = await statusesOf(story.cluster.nodes);
  const victim = nodes.get(((status?.primary ?? 0) + 2) % nodes.size);
  check(victim !== undefined, "the cluster must have a third validator");
  const alive = allBut(story, victim.name).map(({ name }) => name);
  const indexes = story.cluster.nodes.flatMap(({ name }, index) =>
    alive.includes(name) ? [index] : [],
  );
  await mapConcurrently(anchorings, concurrency, async ({ envelope }, index) => {
    const writer = pickWriter(story, indexes[index % indexes.length] ?? 0);
    await submitTransaction(writer, { envelope });
  });
  await killNode(story, victim);
  return victim;
}
