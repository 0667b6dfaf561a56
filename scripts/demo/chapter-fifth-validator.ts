import { randomBytes } from "node:crypto";
import { limits } from "@cartorio/protocol";
import {
  createClient,
  credentialAnchor,
  getCertificate,
  getValidatorSet,
  httpTransport,
  type StatusAnswer,
  validatorCandidate,
} from "@cartorio/sdk";
import { clusterChangeMs, killNode, statusesOf, statusOf } from "./nodes.ts";
import type { Candidate, ClusterNode, Institution, Story } from "./story-types.ts";
import { apply, pickWriter } from "./transactions.ts";
import { decide } from "./votes.ts";
import { check, waitUntil } from "./wait.ts";

/** More than two thirds of four members. */
const voters = 3;
const grown = 5;

/** Members vote a fifth validator in; it joins, and then the network cannot do without its votes. */
export async function chapterFifthValidator(story: Story, author: Institution): Promise<void> {
  const { reporter, cluster, tally } = story;
  if (cluster.startCandidate === undefined) return;
  tally.fifthValidatorVotes = false;
  reporter.chapter("A fifth validator");
  const candidate = await reporter.step(
    "a fifth node starts and follows the chain; no set names it",
    cluster.startCandidate,
    ({ node }) => node.name,
  );
  const height = await reporter.step(
    "members with more than two thirds of the weight vote it in",
    () => voteIn(story, candidate),
    (decided) => `decided in block ${decided}`,
  );
  await reporter.step(
    "the set of five is in force on every node, 17 blocks later",
    () => waitForSet(story, candidate.node),
    ({ epoch }) => `epoch ${epoch}, decided at height ${height}`,
  );
  await reporter.step(
    "one of the old validators is killed, and what is anchored now is certified with the fifth vote",
    () => needItsVote(story, candidate.node, author),
    (certified) => `height ${certified}`,
  );
}

async function voteIn(story: Story, candidate: Candidate): Promise<number> {
  const { node, validator, nodeKey, addresses } = candidate;
  const [member] = story.members;
  check(member !== undefined, "a member must answer for the validator");
  const status = await waitUntil(() => statusOf(node), {
    what: `${node.name} to have caught up`,
    timeoutMs: clusterChangeMs,
    isDone: ({ certifiedHeight }) => certifiedHeight >= story.progress.height,
  });
  check(status.incarnation !== undefined, `${node.name} must name its journal`, status);
  const { chainId } = story.chain;
  const add = await validatorCandidate({
    chainId,
    member: member.did,
    validator,
    node: nodeKey,
    readyHeight: status.certifiedHeight,
    incarnation: Buffer.from(status.incarnation, "hex"),
    addresses,
  });
  const { epoch } = await getValidatorSet(pickWriter(story, 0), {});
  const value = { expectedEpoch: epoch, remove: [], add: [add] };
  return decide(story, { kind: "validators", value }, voters);
}

async function waitForSet(story: Story, fifth: ClusterNode): Promise<StatusAnswer> {
  const statuses = await waitUntil(() => statusesOf([...story.cluster.nodes, fifth]), {
    what: `${grown} validators in force on every node`,
    timeoutMs: clusterChangeMs,
    isDone: (seen) =>
      seen.every(
        ({ validators, ready, epoch }) =>
          validators === grown && ready && epoch === seen[0]?.epoch && epoch > 0,
      ),
  });
  const [first] = statuses;
  check(first !== undefined, "nobody answers");
  return first;
}

/** Of five, four make a quorum: with one gone the newcomer's vote stands in every certificate. */
async function needItsVote(
  story: Story,
  fifth: ClusterNode,
  { did, assertion: signer, sponsor }: Institution,
): Promise<number> {
  const { cluster, tally } = story;
  const { validator } = await statusOf(fifth);
  const [gone] = cluster.nodes;
  check(validator !== undefined && gone !== undefined, `${fifth.name} must be a validator`);
  await killNode(story, gone);
  const anchor = credentialAnchor({ issuer: did, hash: randomBytes(limits.hashBytes) });
  const { height } = await apply(story, { did, signer, sponsor, operations: [anchor] });
  check(height !== undefined, "the receipt must have a height");
  const client = createClient({ transport: httpTransport(fifth.rpcUrl) });
  const { certificate } = await waitUntil(() => getCertificate(client, { height }), {
    what: "the certificate of the block",
    timeoutMs: clusterChangeMs,
    isDone: (seen) => seen.certificate.height >= height,
  });
  const signers = certificate.signatures.map((signature) => signature.validator);
  check(signers.includes(validator), "its vote must stand in the certificate", signers);
  await cluster.control.restart(gone.name);
  tally.fifthValidatorVotes = true;
  return certificate.height;
}
