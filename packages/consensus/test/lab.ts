// A cluster on the table: nothing happens unless a script says so, and every write is durable at once.
// What the replicas ask for is printed.
import {
  createEntry,
  createReplica,
  type Effect,
  markVerified,
  messageEpoch,
  type ReplicaEvent,
  step,
  verifyMessage,
} from "@cartorio/consensus";
import { hexEncode } from "@cartorio/crypto";
import {
  defaultParameters,
  encodeConsensusMessage,
  type FinalityCertificate,
  type Parameters,
  proposalDigest,
} from "@cartorio/protocol";
import { describeMessage, describeRecord, name, nameEmptyProposals } from "./lab-describe.ts";
import { bodiesInLab, chooseInLab, executeInLab, labSetAt } from "./lab-executor.ts";
import { labChainId, labValidators, labVerify, labWallMs, signLab } from "./lab-keys.ts";
import { post } from "./lab-network.ts";
import { type Lab, type LabNode, type Mail, type MailFilter, print } from "./lab-state.ts";

export interface LabOptions {
  /** Validators of the first set. */
  readonly n: number;
  /** Nodes that are none yet. */
  readonly candidates?: number;
  readonly parameters?: Partial<Parameters>;
}

export function createLab({ n, candidates = 0, parameters = {} }: LabOptions): Lab {
  const lab: Lab = {
    parameters: { ...defaultParameters, ...parameters },
    nodes: Array.from({ length: n + candidates }, (_, index) => emptyNode(index)),
    sets: [{ set: labValidators(n), changedAt: 0 }],
    changes: new Map(),
    lines: [],
    quiet: false,
    mail: [],
    said: [],
    groups: [],
    lost: [],
    nowMs: 0,
    names: new Map(),
    proposals: new Map(),
    envelopes: new Map(),
    transactions: 0,
  };
  nameEmptyProposals(lab, 0);
  for (const node of lab.nodes) startLabNode(lab, node);
  return lab;
}

function emptyNode(index: number): LabNode {
  return {
    index,
    replica: undefined,
    journal: [],
    blocks: [],
    certificate: undefined,
    activations: new Map(),
    guard: { incarnation: new Uint8Array(16).fill(index), mustReenter: 0, epoch: 0 },
    isFresh: false,
    asks: false,
    entry: undefined,
    forgetful: false,
    queue: [],
    running: false,
    toPropose: 0,
    full: false,
    nextChange: undefined,
    diverges: false,
    held: new Set(),
    pending: [],
  };
}

/** The replica of the epoch after the newest certified height; a removed validator keeps its last one. */
export function startLabNode(lab: Lab, node: LabNode): void {
  const { index, certificate, blocks } = node;
  const certified = certificate?.height ?? 0;
  const isMember = (height: number): boolean =>
    index < labSetAt(lab, Math.max(1, height)).validators.length;
  const isRemoved = !isMember(certified + 1) && isMember(certified);
  const validators = labSetAt(lab, Math.max(1, isRemoved ? certified : certified + 1));
  const { replica, effects } = createReplica({
    chainId: labChainId,
    self: index < validators.validators.length && !node.forgetful ? index : undefined,
    validators,
    parameters: lab.parameters,
    certificate: certificate?.epoch === validators.epoch ? certificate : undefined,
    previous: node.activations.get(validators.activationHeight - 1),
    executed: blocks.slice(Math.max(0, certified - 1)),
    journal: [...node.journal],
  });
  node.replica = replica;
  const { guard, isFresh } = node;
  node.entry = node.asks
    ? createEntry({
        replica,
        guard: { chainId: labChainId, counter: 1, complete: !isFresh, ...guard },
        journal: [...node.journal],
        isFresh,
      })
    : undefined;
  take(lab, node, effects);
  if (node.toPropose > 0) feedLab(lab, node, { kind: "mempool", waiting: true });
  feedLab(lab, node, tickEvent(lab));
}

export function crashLabNode(lab: Lab, node: LabNode): void {
  node.replica = undefined;
  node.entry = undefined;
  node.asks = false;
  node.queue.length = 0;
  node.pending.length = 0;
  node.toPropose = 0;
  lab.mail = lab.mail.filter((mail) => mail.to !== node.index);
}

export function tickEvent(lab: Lab): ReplicaEvent {
  return { kind: "tick", monotonicMs: lab.nowMs, wallMs: labWallMs + lab.nowMs };
}

export function feedLab(lab: Lab, node: LabNode, event: ReplicaEvent): void {
  if (node.replica === undefined || (node.entry !== undefined && waitsForEntry(event))) return;
  take(lab, node, step(node.replica, event));
}

/** Before it is let in a node hears nothing that only a voter could judge, its own lost words above all. */
function waitsForEntry(event: ReplicaEvent): boolean {
  if (event.kind !== "message") return false;
  return event.message.kind !== "status" && event.message.kind !== "certificate";
}

function take(lab: Lab, node: LabNode, effects: readonly Effect[]): void {
  node.queue.push(...effects);
  runLabNode(lab, node);
}

/** Runs what waits; of a node that was not let in yet only what follows the chain. */
function runLabNode(lab: Lab, node: LabNode): void {
  if (node.running) return;
  node.running = true;
  for (let effect = nextEffect(node); effect !== undefined; effect = nextEffect(node))
    runEffect(lab, node, effect);
  node.running = false;
}

const following: readonly Effect["kind"][] = ["certified", "epochEnd", "catchUp"];

/** A certificate proves itself, whoever sends it: those that wait for it may be those that must answer. */
function passesEntry(effect: Effect): boolean {
  if (effect.kind === "send") return effect.message.kind === "certificate";
  return following.includes(effect.kind);
}

function nextEffect(node: LabNode): Effect | undefined {
  if (node.entry === undefined) return node.queue.shift();
  const index = node.queue.findIndex(passesEntry);
  return index === -1 ? undefined : node.queue.splice(index, 1)[0];
}

/** A slow shell catches up: what it held back is answered, and from now on at once. */
export function releaseLabNode(lab: Lab, node: LabNode): void {
  node.held.clear();
  for (const effect of node.pending.splice(0)) runEffect(lab, node, effect);
}

function runEffect(lab: Lab, node: LabNode, effect: Effect): void {
  const say = (text: string): void => print(lab, `${node.index}> ${text}`);
  if (node.held.has(effect.kind)) {
    node.pending.push(effect);
    say(`${effect.kind} waits`);
    return;
  }
  switch (effect.kind) {
    case "persist":
      node.journal.push(...effect.records);
      say(`persist ${effect.records.map((record) => describeRecord(lab, record)).join(", ")}`);
      return;
    case "sign":
      sign(lab, node, effect);
      return;
    case "send":
      if (effect.message.kind !== "status")
        say(`send ${describeMessage(lab, effect.message)} to ${String(effect.to)}`);
      post(lab, { from: node.index, to: effect.to, message: effect.message });
      return;
    case "build":
      feedLab(lab, node, chooseInLab(lab, node, effect));
      if (node.toPropose === 0) feedLab(lab, node, { kind: "mempool", waiting: false });
      return;
    case "obtainBodies": {
      const { proposalDigest: named, proposal } = effect;
      if (!effect.fresh) say(`obtainBodies ${name(lab, named)} as proven`);
      lab.proposals.set(hexEncode(named), proposal);
      const envelopes = bodiesInLab(lab, proposal);
      feedLab(lab, node, { kind: "bodies", proposalDigest: named, envelopes });
      return;
    }
    case "obtainProposal": {
      say(`obtainProposal ${name(lab, effect.proposalDigest)} from ${effect.from.join(",")}`);
      const proposal = lab.proposals.get(hexEncode(effect.proposalDigest));
      if (proposal !== undefined) feedLab(lab, node, { kind: "proposal", proposal });
      return;
    }
    case "execute":
      // Catch-up was faster.
      if (effect.height <= node.blocks.length) return;
      say(`execute height ${effect.height} ${name(lab, proposalDigest(effect.proposal))}`);
      feedLab(lab, node, { kind: "executed", block: executeInLab(lab, node, effect.proposal) });
      return;
    case "certified":
      node.certificate = effect.certificate;
      say(`certified height ${effect.certificate.height}`);
      return;
    case "catchUp":
      say(`catchUp to ${effect.height}`);
      return;
    case "starvation":
      say(`starvation of ${effect.validator}`);
      return;
    case "evidence":
      say(`evidence ${effect.offence} of ${effect.validator} height ${effect.height}`);
      return;
    case "halt":
      say(`halt ${effect.code} at ${effect.height}`);
      return;
    case "epochEnd":
      endEpoch(lab, node, effect.certificate);
      return;
    case "note":
      say(`note ${Object.values(effect.note).join(" ")}`);
      return;
  }
}

function sign(lab: Lab, node: LabNode, effect: Extract<Effect, { kind: "sign" }>): void {
  const epoch = node.replica?.validators.epoch ?? 0;
  const message = signLab({ validator: node.index, epoch }, effect.message);
  if (effect.journal)
    node.journal.push({ kind: "message", message: encodeConsensusMessage(message) });
  print(
    lab,
    `${node.index}> sign ${describeMessage(lab, message)}${effect.journal ? " (journal)" : ""}`,
  );
  feedLab(lab, node, { kind: "message", message: markVerified(message), from: undefined });
  if (message.kind !== "prePrepare") post(lab, { from: node.index, to: "all", message });
}

/** docs/consensus.md 8: the next set takes over; who left it serves on until it sees that it works. */
function endEpoch(lab: Lab, node: LabNode, certificate: FinalityCertificate): void {
  const { height, epoch } = certificate;
  node.activations.set(height, certificate);
  const next = labSetAt(lab, height + 1);
  if (
    node.index >= next.validators.length &&
    node.index < labSetAt(lab, height).validators.length
  ) {
    print(lab, `${node.index}> end of epoch ${epoch}: removed, serves on`);
    return;
  }
  print(lab, `${node.index}> end of epoch ${epoch}`);
  if (node.asks) node.queue.length = 0;
  startLabNode(lab, node);
}

/** Catch-up: blocks of another node, executed under their certificates, across epochs. */
export function fetchBlocks(lab: Lab, node: LabNode, source: LabNode): void {
  const { certificate } = source;
  if (certificate === undefined) throw new Error("the source of a fetch has no certificate");
  const fetched: number[] = [];
  for (const block of source.blocks.slice(0, certificate.height)) {
    // What was committed here follows by itself, perhaps without its certificate.
    if (block.height > node.blocks.length) {
      if (node.replica !== undefined && block.height >= (node.replica.activationHeight ?? Infinity))
        followOn(lab, node);
      node.blocks.push(block);
      feedLab(lab, node, { kind: "executed", block });
      fetched.push(block.height);
    }
    learnCertificate(lab, node, source.activations.get(block.height));
  }
  print(lab, `${node.index}> fetched heights ${fetched.at(0)} to ${fetched.at(-1)}`);
  learnCertificate(lab, node, certificate);
}

function learnCertificate(
  lab: Lab,
  node: LabNode,
  certificate: FinalityCertificate | undefined,
): void {
  if (certificate === undefined || node.replica?.validators.epoch !== certificate.epoch) return;
  feedLab(lab, node, { kind: "certificate", certificate: markVerified(certificate) });
}

/** A removed validator sees a block of the set without it: from now on it only follows. */
function followOn(lab: Lab, node: LabNode): void {
  print(lab, `${node.index}> removed, stops`);
  const { certificate, replica } = node;
  if (certificate === undefined || replica === undefined) return;
  node.replica = createReplica({
    chainId: labChainId,
    self: undefined,
    validators: labSetAt(lab, certificate.height + 1),
    parameters: lab.parameters,
    certificate: undefined,
    previous: certificate,
    executed: node.blocks.slice(certificate.height - 1),
    journal: [],
  }).replica;
}

/** Delivers what matches, and what that causes, until nothing that matches is left. */
export function deliver(lab: Lab, filter: MailFilter): void {
  for (;;) {
    const index = lab.mail.findIndex(filter);
    const [mail] = index === -1 ? [] : lab.mail.splice(index, 1);
    if (mail === undefined) return;
    hand(lab, mail);
  }
}

/** Hands one message over, if its receiver runs and is in its epoch. */
export function hand(lab: Lab, mail: Mail): void {
  const node = lab.nodes[mail.to];
  if (node?.replica === undefined) return;
  const { validators } = node.replica;
  const epoch = messageEpoch(mail.message);
  if (mail.message.kind !== "status" && epoch !== validators.epoch) {
    const what = describeMessage(lab, mail.message);
    print(lab, `${node.index}> ignores ${what} of epoch ${epoch}`);
    return;
  }
  const context = { chainId: labChainId, validators, verify: labVerify };
  const message = verifyMessage(mail.message, context);
  if (message === undefined) throw new Error(`an invalid ${mail.message.kind} was sent`);
  feedLab(lab, node, { kind: "message", message, from: mail.from });
}
