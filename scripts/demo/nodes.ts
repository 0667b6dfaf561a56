// Looking at single nodes, and what it takes to call a killed one back in.
import {
  createClient,
  fetchProof,
  getBlock,
  getStatus,
  httpTransport,
  readProvenAnchor,
  type StatusAnswer,
} from "@cartorio/sdk";
import { createVerifier } from "./chain.ts";
import { questionOf } from "./credentials.ts";
import type { ClusterNode, HeldCredential, Story } from "./story-types.ts";
import { check, waitUntil } from "./wait.ts";

/** View changes, catching up and starting a process take seconds on a busy machine. */
export const clusterChangeMs = 60_000;
const statusTimeoutMs = 5000;

/** What one node says of itself; one attempt. */
export async function statusOf({ rpcUrl }: ClusterNode): Promise<StatusAnswer> {
  const transport = httpTransport(rpcUrl, { attempts: 1, timeoutMs: statusTimeoutMs });
  return getStatus(createClient({ transport }));
}

export async function statusesOf(nodes: readonly ClusterNode[]): Promise<readonly StatusAnswer[]> {
  return Promise.all(nodes.map(statusOf));
}

/** The nodes in the order of the validators that they are. */
export async function nodesByValidator({
  cluster: { nodes },
}: Story): Promise<ReadonlyMap<number, ClusterNode>> {
  const statuses = await statusesOf(nodes);
  return new Map(
    nodes.map((node, index) => {
      const validator = statuses[index]?.validator;
      check(validator !== undefined, `${node.name} is no validator`);
      return [validator, node];
    }),
  );
}

export function allBut(story: Story, name: string): readonly ClusterNode[] {
  return story.cluster.nodes.filter((node) => node.name !== name);
}

/** SIGKILL, then proof that it is gone: one process less, and nothing answers. */
export async function killNode({ cluster }: Story, node: ClusterNode): Promise<void> {
  const before = await cluster.control.processes();
  await cluster.control.kill(node.name);
  const after = await cluster.control.processes();
  check(after === before - 1, "one process less must run", { before, after });
  const answer = await statusOf(node).then(
    () => "an answer",
    () => "none",
  );
  check(answer === "none", `${node.name} must not answer any more`);
}

/** What happened while a node was away: what it must know to count as back. */
export interface Missed {
  readonly height: number;
  /** Anchored, singly or in a batch, while the node was dead. */
  readonly credential: HeldCredential;
  readonly issuer: string;
}

/**
 * Waits until a restarted node is ready and has certified the height that the others had reached,
 * and until its own answer, checked from the genesis, proves what was anchored while it was dead.
 */
export async function rejoin(
  story: Story,
  node: ClusterNode,
  { height, credential, issuer }: Missed,
): Promise<StatusAnswer> {
  const status = await waitUntil(() => statusOf(node), {
    what: `${node.name} to be ready and certified up to height ${height}`,
    timeoutMs: clusterChangeMs,
    isDone: ({ ready, certifiedHeight }) => ready && certifiedHeight >= height,
  });
  const question = questionOf(credential);
  check(question.kind === "credentialEvidence", "the credential must have an anchor claim");
  const client = createVerifier(story.chain, node.rpcUrl);
  const { state } = await fetchProof(client, { questions: [question], minHeight: height });
  story.tally.proofsVerified += 1;
  const anchor = readProvenAnchor(state, issuer, question.hash);
  check(anchor.ok, `${node.name} must prove what was anchored while it was dead`, anchor);
  return status;
}

/** State root and header hash of a height as one node has them. */
export async function blockOf(
  { rpcUrl }: ClusterNode,
  height: number,
): Promise<{
  readonly stateRoot: string;
  readonly headerHash: string;
  readonly certified: boolean;
}> {
  const { stateRoot, headerHash, certified } = await getBlock(
    createClient({ transport: httpTransport(rpcUrl) }),
    { height },
  );
  return { stateRoot, headerHash, certified };
}
