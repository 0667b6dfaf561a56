import { type Effect, markVerified } from "@cartorio/consensus";
import { equalBytes, hexEncode } from "@cartorio/crypto";
import { decodeProposal, envelopeHash, type FinalityCertificate } from "@cartorio/protocol";
import { CheckFailure } from "./checkers.ts";
import type { StoredBlock } from "./disk.ts";
import { enqueueExecution } from "./executions.ts";
import { feed, later, type SimNode } from "./sim-node.ts";

const retryMs = 150;

/** All envelopes of a proposal: from the own mempool, else from everybody until found. */
export function wantBodies(node: SimNode, effect: Extract<Effect, { kind: "obtainBodies" }>): void {
  const height = node.world.heightOf(effect.proposal);
  const digest = effect.proposalDigest;
  node.wanted.set(hexEncode(digest), { proposal: effect.proposal, digest, height });
  later(node, 0.1, () => tryBodies(node, hexEncode(digest)));
}

function tryBodies(node: SimNode, key: string): void {
  const wanted = node.wanted.get(key);
  if (wanted?.proposal === undefined) return;
  if (wanted.height <= node.disk.blocks.length) {
    node.wanted.delete(key);
    return;
  }
  const envelopes = collect(node, wanted.proposal);
  if (envelopes !== undefined) {
    node.wanted.delete(key);
    node.pinned.set(key, { proposal: wanted.proposal, envelopes });
    feed(node, { kind: "bodies", proposalDigest: wanted.digest, envelopes });
    return;
  }
  askAll(node, (peer) => {
    const held = peer.pinned.get(key)?.envelopes ?? partOf(peer, wanted.proposal);
    return () => {
      for (const envelope of held) node.mempool.set(hexEncode(envelopeHash(envelope)), envelope);
      tryBodies(node, key);
    };
  });
  later(node, retryMs, () => tryBodies(node, key));
}

function hashesOf(proposal: Uint8Array): string[] {
  const decoded = decodeProposal(proposal);
  return decoded.ok ? decoded.value.envelopeHashes.map(hexEncode) : [];
}

function collect(node: SimNode, proposal: Uint8Array): Uint8Array[] | undefined {
  const envelopes: Uint8Array[] = [];
  for (const key of hashesOf(proposal)) {
    const envelope = node.mempool.get(key) ?? node.world.archive.get(`${node.index} ${key}`);
    if (envelope === undefined) return undefined;
    envelopes.push(envelope);
  }
  return envelopes;
}

function partOf(node: SimNode, proposal: Uint8Array | undefined): Uint8Array[] {
  if (proposal === undefined) return [];
  return hashesOf(proposal).flatMap((key) => node.mempool.get(key) ?? []);
}

/** The bytes of a proposal that a certificate names. */
export function wantProposal(
  node: SimNode,
  effect: Extract<Effect, { kind: "obtainProposal" }>,
): void {
  const { proposalDigest: digest, height } = effect;
  node.wanted.set(hexEncode(digest), { proposal: undefined, digest, height });
  tryProposal(node, hexEncode(digest));
}

function tryProposal(node: SimNode, key: string): void {
  const wanted = node.wanted.get(key);
  if (wanted === undefined || wanted.proposal !== undefined) return;
  if (wanted.height <= node.disk.blocks.length) {
    node.wanted.delete(key);
    return;
  }
  askAll(node, (peer) => {
    const proposal = peer.pinned.get(key)?.proposal;
    return () => {
      if (proposal !== undefined && node.wanted.get(key)?.proposal === undefined) {
        node.wanted.delete(key);
        feed(node, { kind: "proposal", proposal });
      }
    };
  });
  later(node, retryMs, () => tryProposal(node, key));
}

/** Question and answer both cross the network. */
function askAll(node: SimNode, answer: (peer: SimNode) => () => void): void {
  const { network, nodes } = node.world;
  const { life } = node;
  for (const peer of nodes) {
    if (peer.index === node.index) continue;
    network.send(node.index, peer.index, () => {
      if (!peer.alive) return;
      const deliver = answer(peer);
      network.send(peer.index, node.index, () => {
        if (node.alive && node.life === life) deliver();
      });
    });
  }
}

/** Blocks up to a certified height from any peer that has them. */
export function catchUp(node: SimNode, height: number): void {
  const asked = node.catchUpTo;
  node.catchUpTo = Math.max(asked, height);
  if (asked <= node.disk.blocks.length) tryCatchUp(node);
}

function tryCatchUp(node: SimNode): void {
  if (node.disk.blocks.length >= node.catchUpTo) return;
  const from = node.disk.blocks.length;
  askAll(node, (peer) => {
    const { certificate, blocks } = peer.disk;
    const certified = blocks.slice(from, certificate?.height ?? 0);
    return () => applyBlocks(node, certified, certificate);
  });
  later(node, retryMs, () => tryCatchUp(node));
}

function applyBlocks(
  node: SimNode,
  blocks: readonly StoredBlock[],
  certificate: FinalityCertificate | undefined,
): void {
  if (certificate === undefined) return;
  for (const stored of blocks) {
    enqueueExecution(node, () => {
      const have = node.disk.blocks.length;
      return stored.block.height === have + 1 ? stored : undefined;
    });
  }
  enqueueExecution(node, () => {
    const own = node.disk.blocks[certificate.height - 1];
    if (own !== undefined && !equalBytes(own.block.headerHash, certificate.headerHash))
      throw new CheckFailure("agreement", `node ${node.index} differs from a certificate`);
    feed(node, { kind: "certificate", certificate: markVerified(certificate) });
    return undefined;
  });
}
