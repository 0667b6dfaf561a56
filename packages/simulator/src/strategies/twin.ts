import type { ExecutedBlock } from "@cartorio/consensus";
import { createReplica, type Effect, markVerified, type Replica, step } from "@cartorio/consensus";
import { equalBytes, hexEncode } from "@cartorio/crypto";
import { type ConsensusMessage, decodeProposal, envelopeHash } from "@cartorio/protocol";
import type { Adversary, Strategy } from "../strategy.ts";
import { drawnPer, halves } from "./own-messages.ts";

/** The second replica on the same key: honest by itself, with its own idea of what was said. */
interface Twin {
  readonly epoch: number;
  readonly replica: Replica;
  readonly effects: Effect[];
  /** Bodies, proposals and executions that it waits for. */
  readonly waiting: Effect[];
  running: boolean;
  /** Peers that it talks to; the honest part talks to the rest. */
  side: readonly number[];
}

const periodMs = 3000;

/**
 * Two replicas with one validator key and separate state, each in touch with one half of the others;
 * the halves change. Everything the two say is signed by the same key (docs/consensus.md 13, "twin").
 */
export function createTwin(): Strategy {
  const sides = drawnPer<number, ReturnType<typeof halves>>(halves);
  let twin: Twin | undefined;
  const current = (a: Adversary): Twin | undefined => {
    const replica = a.replica();
    if (replica === undefined) return twin;
    if (twin?.epoch !== a.epoch()) twin = createTwinReplica(a, replica);
    [, twin.side] = sides(a, Math.floor(a.nowMs() / periodMs));
    return twin;
  };
  return {
    name: "twin",
    incoming: (a, from, message) => {
      const other = current(a);
      if (other === undefined || !other.side.includes(from)) return true;
      if (a.isValid(message))
        feed(a, other, { kind: "message", message: markVerified(message), from });
      // A certificate is for both: the twin has no blocks but those of the honest part.
      return message.kind === "certificate";
    },
    outgoing: (a, to, message) => {
      const side = current(a)?.side ?? [];
      a.send(
        to.filter((peer) => !side.includes(peer)),
        message,
      );
    },
    tick: (a) => {
      const other = current(a);
      if (other === undefined) return;
      follow(a, other);
      const waits = a.waiting().length > 0;
      feed(a, other, { kind: "mempool", waiting: waits });
      feed(a, other, { kind: "tick", monotonicMs: a.nowMs(), wallMs: a.wallMs() });
      retry(a, other);
    },
  };
}

function createTwinReplica(a: Adversary, honest: Replica): Twin {
  const { chainId, self, validators, parameters, certificate, executed } = honest;
  const first = certificate?.height ?? validators.activationHeight;
  const blocks: ExecutedBlock[] = [];
  for (let height = first; height <= executed; height += 1) {
    const block = a.executed(height);
    if (block !== undefined) blocks.push(block);
  }
  const start = { chainId, self, validators, parameters, certificate };
  const { replica, effects } = createReplica({ ...start, executed: blocks, journal: [] });
  const { epoch } = validators;
  const twin: Twin = { epoch, replica, effects: [], waiting: [], running: false, side: [] };
  twin.effects.push(...effects);
  run(a, twin);
  return twin;
}

function feed(a: Adversary, twin: Twin, event: Parameters<typeof step>[1]): void {
  twin.effects.push(...step(twin.replica, event));
  run(a, twin);
}

/** Effects in order; one that feeds the replica adds to the end. */
function run(a: Adversary, twin: Twin): void {
  if (twin.running) return;
  twin.running = true;
  for (let effect = twin.effects.shift(); effect !== undefined; effect = twin.effects.shift())
    runEffect(a, twin, effect);
  twin.running = false;
}

function runEffect(a: Adversary, twin: Twin, effect: Effect): void {
  switch (effect.kind) {
    case "sign": {
      const signed = a.sign(effect.message);
      const message = markVerified(signed);
      feed(a, twin, { kind: "message", message, from: undefined });
      if (signed.kind !== "prePrepare") send(a, twin, { to: "all", message: signed });
      return;
    }
    case "send":
      send(a, twin, effect);
      return;
    case "build": {
      const { view, height } = effect;
      // The newest first, so that it seldom proposes what the other one does.
      const most = twin.replica.parameters.maxBlockTransactions;
      const envelopeHashes = a.waiting().map(envelopeHash).reverse().slice(0, most);
      feed(a, twin, { kind: "built", view, height, envelopeHashes, full: true });
      return;
    }
    case "obtainBodies":
    case "obtainProposal":
    case "execute":
      twin.waiting.push(effect);
      return;
    default:
      // Nothing it says has to survive, and it notes and stops for nobody.
      return;
  }
}

function send(
  a: Adversary,
  twin: Twin,
  what: { readonly to: "all" | readonly number[]; readonly message: ConsensusMessage },
): void {
  const { side } = twin;
  a.send(what.to === "all" ? side : what.to.filter((peer) => side.includes(peer)), what.message);
}

/** The twin executes nothing itself: blocks and certificates come from the honest part. */
function follow(a: Adversary, twin: Twin): void {
  const honest = a.replica();
  if (honest === undefined) return;
  const { certificate } = honest;
  if (certificate === undefined || certificate.height <= twin.replica.certified) return;
  for (let height = twin.replica.executed + 1; height <= certificate.height; height += 1) {
    const block = a.executed(height);
    if (block === undefined) return;
    feed(a, twin, { kind: "executed", block });
  }
  feed(a, twin, { kind: "certificate", certificate: markVerified(certificate) });
}

function retry(a: Adversary, twin: Twin): void {
  for (const effect of twin.waiting.splice(0))
    if (!answer(a, twin, effect) && isOpen(twin, effect)) twin.waiting.push(effect);
}

function isOpen(twin: Twin, effect: Effect): boolean {
  const { certified } = twin.replica;
  if (effect.kind === "execute" || effect.kind === "obtainProposal")
    return effect.height > certified;
  if (effect.kind !== "obtainBodies") return false;
  const decoded = decodeProposal(effect.proposal);
  return decoded.ok && decoded.value.height > certified;
}

/** True once the twin has what it asked for. */
function answer(a: Adversary, twin: Twin, effect: Effect): boolean {
  if (effect.kind === "execute") {
    const block = a.executed(effect.height);
    const next = effect.height === twin.replica.executed + 1;
    if (block === undefined || !next) return false;
    feed(a, twin, { kind: "executed", block });
    return true;
  }
  if (effect.kind === "obtainBodies") {
    const envelopes = bodiesOf(a, effect.proposal);
    if (envelopes === undefined) return false;
    feed(a, twin, { kind: "bodies", proposalDigest: effect.proposalDigest, envelopes });
    return true;
  }
  if (effect.kind !== "obtainProposal") return true;
  const slot = a.replica()?.slots.get(effect.height);
  const proposal = slot?.proposals.get(hexEncode(effect.proposalDigest))?.bytes;
  if (proposal === undefined) return false;
  feed(a, twin, { kind: "proposal", proposal });
  return true;
}

function bodiesOf(a: Adversary, proposal: Uint8Array): readonly Uint8Array[] | undefined {
  const known = a.bodies(proposal);
  if (known !== undefined) return known;
  const decoded = decodeProposal(proposal);
  if (!decoded.ok) return undefined;
  const waiting = a.waiting();
  const found: Uint8Array[] = [];
  for (const hash of decoded.value.envelopeHashes) {
    const envelope = waiting.find((candidate) => equalBytes(envelopeHash(candidate), hash));
    if (envelope === undefined) return undefined;
    found.push(envelope);
  }
  return found;
}
