import { base64UrlDecode, hexEncode } from "@cartorio/crypto";
import { fetchProof } from "@cartorio/sdk";
import { createVerifier } from "./chain.ts";
import { blockOf, clusterChangeMs, statusesOf } from "./nodes.ts";
import type { HeldCredential, Story } from "./story-types.ts";
import { goal } from "./tally.ts";
import { pickWriter } from "./transactions.ts";
import { check, waitUntil } from "./wait.ts";

/** Four processes, one state: and nothing in it about any person. */
export async function chapterAgreement(
  story: Story,
  held: readonly HeldCredential[],
): Promise<void> {
  const { reporter, tally, cluster } = story;
  reporter.chapter("Agreement");
  const height = await reporter.step(
    "all validators report the same certified height",
    () => commonHeight(story),
    (common) => `height ${common}`,
  );
  await reporter.step(
    "all hold the same state root and header there, each proven from the genesis",
    () => compareBlocks(story, height),
    (root) => `state root ${root.slice(0, 16)}...`,
  );
  await reporter.step(
    "no block holds personal data of a graduate",
    () => searchBlocks(story, { held, height }),
    (blocks) => `${blocks} blocks searched`,
  );
  await reporter.step(
    "all validator processes are running",
    async () => {
      tally.processes = await cluster.control.processes();
      check(tally.processes === goal.validators, "four processes must run", tally.processes);
    },
    () => `${tally.processes} processes`,
  );
}

async function commonHeight({ cluster, tally }: Story): Promise<number> {
  const statuses = await waitUntil(() => statusesOf(cluster.nodes), {
    what: "equal certified heights on all nodes",
    timeoutMs: clusterChangeMs,
    isDone: (seen) =>
      new Set(seen.map(({ certifiedHeight }) => certifiedHeight)).size === 1 &&
      new Set(seen.map(({ certifiedStateRoot }) => certifiedStateRoot)).size === 1,
  });
  const height = statuses[0]?.certifiedHeight;
  check(height !== undefined && height > 0, "a height above 0 must be certified", height);
  tally.heightsEqual = true;
  return height;
}

async function compareBlocks(story: Story, height: number): Promise<string> {
  const { cluster, chain, tally } = story;
  const blocks = await Promise.all(cluster.nodes.map((node) => blockOf(node, height)));
  const [first] = blocks;
  const areEqual = blocks.every(
    ({ stateRoot, headerHash, certified }) =>
      certified && stateRoot === first?.stateRoot && headerHash === first.headerHash,
  );
  check(areEqual && first !== undefined, `all must hold the same block ${height}`, blocks);
  for (const node of cluster.nodes) {
    const client = createVerifier(chain, node.rpcUrl);
    const keys = { kind: "keys", keys: [new Uint8Array(32)] } as const;
    const { state } = await fetchProof(client, { questions: [keys], minHeight: height });
    tally.proofsVerified += 1;
    // Time goes on: a heartbeat may have been certified meanwhile.
    const isSame = state.height > height || hexEncode(state.headerHash) === first.headerHash;
    check(isSame, `${node.name} must prove the same header`, first);
  }
  tally.stateRootsEqual = true;
  return first.stateRoot;
}

/** Looks in the bytes of every block for what the credentials say about people. */
async function searchBlocks(
  story: Story,
  { held, height }: { readonly held: readonly HeldCredential[]; readonly height: number },
): Promise<number> {
  const { transport } = pickWriter(story, 0);
  const words = held.flatMap(({ graduate: { email, studentNumber, dateOfBirth } }) =>
    [email, studentNumber, dateOfBirth].map((word) => Buffer.from(word)),
  );
  for (let at = 1; at <= height; at += 1) {
    const block = Object(
      await transport.request("chain_getBlock", { height: at, envelopes: true }),
    );
    const envelopes: unknown = block["envelopes"];
    check(Array.isArray(envelopes), `block ${at} must come with its envelopes`, block);
    for (const text of envelopes) {
      const bytes = Buffer.from(base64UrlDecode(String(text)) ?? []);
      const word = words.find((wanted) => bytes.includes(wanted));
      check(word === undefined, `block ${at} must not hold ${word}`);
    }
  }
  return height;
}
