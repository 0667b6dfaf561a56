// The main job of Cartorio on real input, played on any cluster of four validators.

import { chainOf, createVerifier, createWriters, readGenesis, readSponsors } from "./chain.ts";
import { chapterAccreditation, chapterUnaccredited } from "./chapter-accreditation.ts";
import { chapterAgreement } from "./chapter-agreement.ts";
import { chapterBatch } from "./chapter-batch.ts";
import { chapterCluster } from "./chapter-cluster.ts";
import { chapterFifthValidator } from "./chapter-fifth-validator.ts";
import { chapterForgeries } from "./chapter-forgeries.ts";
import { chapterIdentities } from "./chapter-identities.ts";
import { chapterIssue } from "./chapter-issue.ts";
import { chapterLostKey, chapterRecovered } from "./chapter-recovery.ts";
import { chapterRevoke } from "./chapter-revoke.ts";
import { chapterRotation } from "./chapter-rotation.ts";
import { chapterSingleAnchors } from "./chapter-single-anchors.ts";
import { chapterVerify } from "./chapter-verify.ts";
import type { Reporter } from "./reporter.ts";
import type { Cluster, Story } from "./story-types.ts";
import { createTally, goal, resultOf, type StoryResult } from "./tally.ts";
import { check } from "./wait.ts";

const singly = goal.credentials / 2;

/**
 * Plays the whole story and checks every step. Rejects with StepError at the first that fails; a
 * result whose `ok` is false means that a count is not what it must be.
 */
export async function playStory(cluster: Cluster, reporter: Reporter): Promise<StoryResult> {
  const startedMs = performance.now();
  const genesis = await readGenesis(cluster.genesisPath);
  const chain = chainOf(genesis);
  const sponsors = await readSponsors(genesis, cluster.memberKeys);
  const asked = cluster.nodes.at(-1);
  check(asked !== undefined, "the cluster has no nodes");
  const story: Story = {
    cluster,
    reporter,
    tally: createTally(),
    chain,
    members: sponsors,
    writers: createWriters(cluster),
    verifier: createVerifier(chain, asked.rpcUrl),
    progress: { height: 0 },
  };
  await chapterCluster(story);
  const institutions = await chapterIdentities(story, sponsors);
  const { university, hospital } = institutions;
  const pending = await chapterLostKey(story, hospital);
  await chapterAccreditation(story, institutions);
  const held = await chapterIssue(story, university);
  const single = held.slice(0, singly);
  await chapterSingleAnchors(story, university, single);
  const batched = await chapterBatch(story, university, held.slice(singly));
  await chapterVerify(story, university, [...single, ...batched]);
  const [oneSingle] = single;
  const [oneBatched] = batched;
  check(oneSingle !== undefined && oneBatched !== undefined, "there are no credentials");
  await chapterForgeries(story, institutions, { single: oneSingle, batched: oneBatched });
  await chapterUnaccredited(story, hospital, oneSingle.graduate);
  await chapterRevoke(story, institutions, { single, batched });
  const rotated = await chapterRotation(story, university, single.slice(goal.revoked / 2));
  await chapterRecovered(story, pending);
  await chapterFifthValidator(story, rotated);
  await chapterAgreement(story, held);
  return resultOf(story.tally, performance.now() - startedMs);
}
