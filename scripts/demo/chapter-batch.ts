import {
  buildBatch,
  type CredentialBatch,
  credentialAnchor,
  type StatusAnswer,
} from "@cartorio/sdk";
import { universityAccreditation } from "./credentials.ts";
import {
  allBut,
  clusterChangeMs,
  killNode,
  nodesByValidator,
  rejoin,
  statusesOf,
  statusOf,
} from "./nodes.ts";
import type { ClusterNode, HeldCredential, Institution, Story } from "./story-types.ts";
import { apply } from "./transactions.ts";
import { check, waitUntil } from "./wait.ts";

/** More leaves than credentials: nobody sees how many there are. */
const leaves = 128;

interface DeadPrimary {
  readonly node: ClusterNode;
  readonly validator: number;
  readonly view: number;
}

/** One root for many credentials, anchored just after the primary was killed. */
export async function chapterBatch(
  story: Story,
  university: Institution,
  held: readonly HeldCredential[],
): Promise<readonly HeldCredential[]> {
  const { reporter } = story;
  reporter.chapter("A batch, and a primary that dies");
  const { batch, inBatch } = await reporter.step(
    "the university puts credentials under one batch root, each with its path beside it",
    async () => putInBatch(held),
    ({ batch: { treeSize } }) => `${held.length} credentials in a tree of ${treeSize} leaves`,
  );
  const dead = await reporter.step(
    "the primary is killed with SIGKILL",
    () => killPrimary(story),
    ({ node, view }) => `${node.name}, primary of view ${view}`,
  );
  const height = await reporter.step(
    "the batch root is anchored all the same",
    () => anchorBatch(story, university, batch),
    (certified) => `height ${certified}`,
  );
  await reporter.step(
    "the others have replaced it by a new primary",
    () => waitForReplacement(story, dead),
    ({ view, primary }) => `view ${view}, primary is validator ${primary}`,
  );
  const credential = inBatch[0];
  check(credential !== undefined, "the batch is empty");
  await reporter.step(`${dead.node.name} is started again on the same data`, () =>
    story.cluster.control.restart(dead.node.name),
  );
  await reporter.step(
    `${dead.node.name} comes back: it has caught up, and its own proof of the batch verifies`,
    async () => {
      const status = await rejoin(story, dead.node, { height, credential, issuer: university.did });
      story.tally.primaryKilledAndReplaced = true;
      return status;
    },
    ({ certifiedHeight }) => `certified height ${certifiedHeight}`,
  );
  return inBatch;
}

function putInBatch(held: readonly HeldCredential[]): {
  readonly batch: CredentialBatch;
  readonly inBatch: readonly HeldCredential[];
} {
  const batch = buildBatch(
    held.map(({ commitment }) => commitment),
    { paddingTo: leaves },
  );
  const inBatch = held.map((item) => ({ ...item, sidecar: batch.sidecar(item.commitment) }));
  return { batch, inBatch };
}

/** Kills the one that the majority calls primary, so that nobody's outdated word is taken for it. */
async function killPrimary(story: Story): Promise<DeadPrimary> {
  const nodes = await nodesByValidator(story);
  const agreed = await waitUntil(() => statusesOf(story.cluster.nodes), {
    what: "all validators to name the same primary",
    timeoutMs: clusterChangeMs,
    isDone: (statuses) => new Set(statuses.map(({ view }) => view)).size === 1,
  });
  const { primary, view } = agreed[0] ?? {};
  const node = nodes.get(primary ?? -1);
  check(node !== undefined && primary !== undefined && view !== undefined, "no primary", agreed);
  await killNode(story, node);
  return { node, validator: primary, view };
}

async function anchorBatch(
  story: Story,
  university: Institution,
  { root, treeSize }: CredentialBatch,
): Promise<number> {
  const { did, assertion: signer, sponsor } = university;
  const anchor = credentialAnchor({
    issuer: did,
    hash: root,
    treeSize,
    accreditation: universityAccreditation,
  });
  const { height } = await apply(story, { did, signer, sponsor, operations: [anchor] });
  check(height !== undefined, "the receipt must have a height");
  return height;
}

async function waitForReplacement(story: Story, dead: DeadPrimary): Promise<StatusAnswer> {
  const alive = allBut(story, dead.node.name);
  await waitUntil(() => statusesOf(alive), {
    what: `a primary other than validator ${dead.validator} in a view after ${dead.view}`,
    timeoutMs: clusterChangeMs,
    isDone: (statuses) =>
      statuses.every(({ view, primary }) => view > dead.view && primary !== dead.validator),
  });
  const [first] = alive;
  check(first !== undefined, "nobody is left");
  return statusOf(first);
}
