// Execution on the table: a block's header follows from its parent and its proposal, and a transaction
// may change the set (docs/consensus.md 8).
import type { Effect, ExecutedBlock } from "@cartorio/consensus";
import { hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import {
  decodeProposal,
  envelopeHash,
  limits,
  type Proposal,
  proposalDigest,
  type ValidatorSet,
} from "@cartorio/protocol";
import { nameEmptyProposals } from "./lab-describe.ts";
import { labValidators } from "./lab-keys.ts";
import { type Lab, type LabNode, print, type SetChange } from "./lab-state.ts";

/** The set that decides a height, as far as any node has executed it. */
export function labSetAt(lab: Lab, height: number): ValidatorSet {
  const found = lab.sets.findLast(({ set }) => set.activationHeight <= height);
  if (found === undefined) throw new Error("the lab has no first set");
  return found.set;
}

export function executeInLab(lab: Lab, node: LabNode, bytes: Uint8Array): ExecutedBlock {
  const parent = node.blocks.at(-1);
  const height = node.blocks.length + 1;
  for (const hash of decoded(bytes).envelopeHashes) {
    const change = lab.changes.get(hexEncode(hash));
    if (change !== undefined) schedule(lab, node, { height, change });
  }
  const salt = utf8Encode(node.diverges ? "wrong" : "");
  const block = {
    height,
    headerHash: sha256(parent?.headerHash ?? new Uint8Array(32), bytes, salt),
    proposalDigest: proposalDigest(bytes),
    time: height,
    activationHeight: pendingAt(lab, height)?.activationHeight,
  };
  node.blocks.push(block);
  return block;
}

/** The set that is pending after a block. */
function pendingAt(lab: Lab, height: number): ValidatorSet | undefined {
  const found = lab.sets.find(
    ({ set, changedAt }) => changedAt > 0 && changedAt <= height && height < set.activationHeight,
  );
  return found?.set;
}

/** Everybody executes the same: the first one that does writes the set down. */
function schedule(
  lab: Lab,
  node: LabNode,
  { height, change }: { readonly height: number; readonly change: SetChange },
): void {
  const { index } = node;
  if (lab.sets.some(({ changedAt }) => changedAt === height)) return;
  if (pendingAt(lab, height) !== undefined) {
    print(lab, `${index}> set change at ${height} refused: one is pending`);
    return;
  }
  const { epoch, validators } = labSetAt(lab, height);
  const next: ValidatorSet = {
    epoch: epoch + 1,
    activationHeight: height + limits.window + 1,
    validators: changed(lab, validators, change),
  };
  lab.sets.push({ set: next, changedAt: height });
  nameEmptyProposals(lab, next.epoch);
  print(
    lab,
    `${index}> set change at ${height}: ${next.validators.length} validators from ${next.activationHeight}`,
  );
}

function changed(
  lab: Lab,
  validators: ValidatorSet["validators"],
  change: SetChange,
): ValidatorSet["validators"] {
  if (change.kind === "remove") return validators.slice(0, -1);
  if (change.kind === "add")
    return [...validators, ...labValidators(validators.length + 1).validators.slice(-1)];
  const { index: named } = change;
  const incarnation = lab.nodes[named]?.guard.incarnation ?? new Uint8Array(16);
  return validators.map((validator, index) =>
    index === named ? { ...validator, incarnation } : validator,
  );
}

function decoded(proposal: Uint8Array): Proposal {
  const found = decodeProposal(proposal);
  if (!found.ok) throw new Error("the lab made a broken proposal");
  return found.value;
}

export function bodiesInLab(lab: Lab, proposal: Uint8Array): Uint8Array[] {
  return decoded(proposal).envelopeHashes.map((hash) => lab.envelopes.get(hexEncode(hash)) ?? hash);
}

/** The envelopes that a primary puts into its next block. */
export function chooseInLab(
  lab: Lab,
  node: LabNode,
  { view, height }: Extract<Effect, { kind: "build" }>,
) {
  const envelopeHashes: Uint8Array[] = [];
  if (node.toPropose > 0) {
    node.toPropose -= 1;
    lab.transactions += 1;
    const envelope = utf8Encode(`transaction ${lab.transactions}`);
    const hash = envelopeHash(envelope);
    lab.envelopes.set(hexEncode(hash), envelope);
    if (node.nextChange !== undefined) lab.changes.set(hexEncode(hash), node.nextChange);
    node.nextChange = undefined;
    envelopeHashes.push(hash);
  }
  const full = node.full && envelopeHashes.length > 0;
  return { kind: "built", view, height, envelopeHashes, full } as const;
}
