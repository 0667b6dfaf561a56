import { type Effect, isWanted, markVerified, type UnsignedMessage } from "@cartorio/consensus";
import { hexEncode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  checkpointSigningBytes,
  decodeConsensusMessage,
  encodeConsensusMessage,
  type JournalRecord,
  proposalDigest,
  signedBodySigningBytes,
  voteSigningBytes,
} from "@cartorio/protocol";
import { CheckFailure } from "./checkers.ts";
import { pruneJournal } from "./disk.ts";
import { executeNext } from "./executions.ts";
import { fakePublicKey, fakeSign } from "./fake-signatures.ts";
import { catchUp, wantBodies, wantProposal } from "./fetch.ts";
import { feed, later, proposable, type SimNode, updateWaiting } from "./sim-node.ts";

/** Runs effects in order until a barrier opens; it resumes when the barrier is done. */
export function runEffects(node: SimNode): void {
  while (!node.blocked) {
    const effect = node.effects.shift();
    if (effect === undefined) return;
    runEffect(node, effect);
  }
}

function runEffect(node: SimNode, effect: Effect): void {
  const { random } = node.world;
  switch (effect.kind) {
    case "persist":
      barrier(node, random.next() * 3, () => appendJournal(node, effect.records));
      return;
    case "sign":
      signEffect(node, effect);
      return;
    case "send":
      sendMessage(node, effect.to, effect.message);
      return;
    case "build": {
      const { view, height } = effect;
      later(node, 0, () => build(node, view, height));
      return;
    }
    case "obtainBodies":
      wantBodies(node, effect);
      updateWaiting(node);
      return;
    case "obtainProposal":
      wantProposal(node, effect);
      return;
    case "execute":
      executeNext(node, effect.proposal);
      return;
    case "certified":
      later(node, random.next() * node.world.plan.certificateDelayMs, () => {
        if (effect.certificate.height <= (node.disk.certificate?.height ?? 0)) return;
        node.disk.certificate = effect.certificate;
        pruneJournal(node.disk);
        unpin(node, effect.certificate.height);
      });
      return;
    case "catchUp":
      catchUp(node, effect.height);
      return;
    case "halt":
      throw new CheckFailure(
        "halt",
        `node ${node.index} stopped: ${effect.code} at ${effect.height}`,
      );
    case "starvation":
    case "evidence":
      return;
    case "note":
      if (effect.note.kind !== "refused")
        node.world.trace(`node ${node.index} ${Object.values(effect.note).join(" ")}`);
      return;
  }
}

/** No effect behind this one runs before `done` has. */
function barrier(node: SimNode, delayMs: number, done: () => void): void {
  node.blocked = true;
  later(node, delayMs, () => {
    node.blocked = false;
    done();
    runEffects(node);
  });
}

function appendJournal(node: SimNode, records: readonly JournalRecord[]): void {
  node.disk.journal.push(...records);
  for (const record of records) {
    if (record.kind !== "proposal") continue;
    const digest = proposalDigest(record.proposal);
    const { proposal, envelopes } = record;
    node.pinned.set(hexEncode(digest), { proposal, envelopes });
    node.world.checkers.durable(node.index, digest);
  }
}

function signEffect(node: SimNode, effect: Extract<Effect, { kind: "sign" }>): void {
  const signed = signMessage(node, effect.message);
  const delayMs = effect.journal ? node.world.random.next() * 3 : 0.1;
  barrier(node, delayMs, () => {
    if (effect.journal) {
      const message = encodeConsensusMessage(signed);
      appendJournal(node, [{ kind: "message", message }]);
    }
    feed(node, { kind: "message", message: markVerified(signed), from: undefined });
    if (signed.kind !== "prePrepare") broadcastOwn(node, signed);
  });
}

function signMessage(node: SimNode, message: UnsignedMessage): ConsensusMessage {
  const { chainId, validators } = node.world;
  const { epoch } = validators;
  const validator = node.index;
  const sign = (bytes: Uint8Array): Uint8Array => fakeSign(fakePublicKey(validator), bytes);
  switch (message.kind) {
    case "prePrepare": {
      const { view, height, proposal } = message;
      const digest = proposalDigest(proposal);
      const statement = { chainId, epoch, kind: 1, view, height, proposalDigest: digest } as const;
      const signature = sign(voteSigningBytes(statement));
      return { kind: "prePrepare", value: { view, proposal, validator, signature } };
    }
    case "vote": {
      const { vote, view, height, proposalDigest: digest } = message;
      const statement = { epoch, kind: vote, view, height, proposalDigest: digest };
      const signature = sign(voteSigningBytes({ ...statement, chainId }));
      return { kind: "vote", value: { ...statement, validator, signature } };
    }
    case "checkpoint": {
      const { height, headerHash } = message;
      const signature = sign(checkpointSigningBytes({ chainId, epoch, height, headerHash }));
      return { kind: "checkpoint", value: { epoch, height, headerHash, validator, signature } };
    }
    default: {
      const { kind, body } = message;
      return {
        kind,
        value: { body, validator, signature: sign(signedBodySigningBytes(kind, body)) },
      };
    }
  }
}

function broadcastOwn(node: SimNode, message: ConsensusMessage): void {
  sendMessage(node, "all", message);
}

/** A message of the sender's own reaches the checkers when it leaves. */
function sendMessage(
  node: SimNode,
  to: "all" | readonly number[],
  message: ConsensusMessage,
): void {
  const { world } = node;
  if (authorOf(message) === node.index) world.checkers.signed(node.index, message);
  const bytes = world.plan.encoded ? encodeConsensusMessage(message) : undefined;
  for (const peer of world.nodes) {
    if (peer.index === node.index || (to !== "all" && !to.includes(peer.index))) continue;
    world.network.send(node.index, peer.index, () => {
      if (peer.alive) receive(peer, node.index, bytes === undefined ? message : decoded(bytes));
    });
  }
}

function authorOf(message: ConsensusMessage): number | undefined {
  if (message.kind === "status" || message.kind === "certificate") return undefined;
  return message.value.validator;
}

function decoded(bytes: Uint8Array): ConsensusMessage {
  const message = decodeConsensusMessage(bytes);
  if (!message.ok)
    throw new CheckFailure("form", `a sent message does not decode: ${message.code}`);
  return message.value;
}

function receive(node: SimNode, from: number, message: ConsensusMessage): void {
  // The filter of a node's edge, so that liveness is checked with it.
  if (node.replica === undefined || !isWanted(node.replica, message)) return;
  if (!node.world.isValid(message))
    throw new CheckFailure("form", `a correct node sent an invalid ${message.kind}`);
  feed(node, { kind: "message", message: markVerified(message), from });
}

function build(node: SimNode, view: number, height: number): void {
  const most = node.world.plan.parameters.maxBlockTransactions;
  const keys = proposable(node).slice(0, most);
  const envelopeHashes = keys.map((key) => Uint8Array.from(Buffer.from(key, "hex")));
  feed(node, { kind: "built", view, height, envelopeHashes, full: keys.length === most });
}

function unpin(node: SimNode, certified: number): void {
  for (const [key, { proposal }] of node.pinned)
    if (node.world.heightOf(proposal) <= certified) node.pinned.delete(key);
}
