// Lost data and the way back (docs/consensus.md 9).
import {
  type EntryAnswer,
  entryVerdict,
  markVerified,
  ownVotesAnswer,
  planRecovery,
  takeEntryAnswer,
} from "@cartorio/consensus";
import { proposalDigest } from "@cartorio/protocol";
import { crashLabNode, startLabNode } from "./lab.ts";
import { name } from "./lab-describe.ts";
import { labSetAt } from "./lab-executor.ts";
import { labChainId, labVerify } from "./lab-keys.ts";
import { isCut } from "./lab-network.ts";
import { type Lab, type LabNode, print } from "./lab-state.ts";

/** `disk`: everything; `journal`: blocks and guard are left; `rollback`: all comes back as it was earlier. */
export function loseData(
  lab: Lab,
  node: LabNode,
  { what, records }: { readonly what: string; readonly records: number },
): void {
  crashLabNode(lab, node);
  if (what === "rollback") {
    node.journal.length = Math.max(0, node.journal.length - records);
    return;
  }
  node.journal.length = 0;
  node.isFresh = true;
  // One that no guard of this node has had.
  const incarnation = node.guard.incarnation.map((byte) => byte + 16);
  if (what === "journal") {
    node.guard = { ...node.guard, incarnation, mustReenter: 1 };
    return;
  }
  node.guard = { incarnation, mustReenter: 0, epoch: 0 };
  node.blocks.length = 0;
  node.certificate = undefined;
  node.activations.clear();
}

/** A start as a real shell does it: nothing is signed before the peers have answered. */
export function startAsking(lab: Lab, node: LabNode): void {
  node.forgetful = false;
  node.asks = true;
  node.queue.length = 0;
  startLabNode(lab, node);
}

/** The peers answer, and the node does what follows. */
export function answerEntry(lab: Lab, node: LabNode, peers: readonly LabNode[]): void {
  const { entry } = node;
  if (entry === undefined) throw new Error(`${node.index} does not ask`);
  for (const peer of peers) {
    const answer = entryAnswer(peer, node.index);
    if (answer === undefined || peer === node || isCut(lab, peer.index, node.index)) continue;
    const shown = answer.amnesia ? "cannot vouch" : `shows ${answer.messages.length} messages`;
    print(lab, `${peer.index}> answers ${node.index}: ${shown}`);
    takeEntryAnswer(entry, peer.index, answer);
  }
  const verdict = entryVerdict(entry);
  print(lab, `${node.index}> entry: ${verdict}`);
  if (verdict === "enter") {
    node.entry = undefined;
    node.asks = false;
    node.guard = { ...node.guard, epoch: entry.validators.epoch };
    node.isFresh = false;
    // As its journal and the chain make it now.
    node.queue.length = 0;
    startLabNode(lab, node);
  }
  if (verdict === "amnesia" || verdict === "quorumLost") follow(lab, node);
}

function entryAnswer(
  { replica, forgetful, isFresh }: LabNode,
  index: number,
): EntryAnswer | undefined {
  if (replica === undefined) return undefined;
  return {
    epoch: replica.validators.epoch,
    amnesia: forgetful,
    fresh: isFresh,
    certificate: replica.certificate && markVerified(replica.certificate),
    messages: ownVotesAnswer(replica, index).map(markVerified),
  };
}

/** It signs nothing more in this epoch, and follows the chain. */
function follow(lab: Lab, node: LabNode): void {
  node.asks = false;
  node.forgetful = true;
  node.queue.length = 0;
  startLabNode(lab, node);
}

/** A forgetful node reached an epoch whose set names its incarnation: it asks again, there. */
export function reenter(lab: Lab, node: LabNode): void {
  const next = labSetAt(lab, (node.certificate?.height ?? 0) + 1);
  print(lab, `${node.index}> asks to enter epoch ${next.epoch}`);
  startAsking(lab, node);
}

/** `cartorio recover` over the data of these nodes. */
export function recover(lab: Lab, survivors: readonly LabNode[]): void {
  const heights = survivors.map(({ certificate }) => certificate?.height ?? 0);
  const plan = planRecovery({
    chainId: labChainId,
    validators: labSetAt(lab, Math.max(...heights) + 1),
    verify: labVerify,
    survivors: survivors.map(({ index, certificate, journal }) => ({
      validator: index,
      certificates: certificate === undefined ? [] : [certificate],
      journal,
    })),
  });
  const list = plan.heights.map(
    ({ proposal }, offset) =>
      `${plan.certified + 1 + offset}:${name(lab, proposalDigest(proposal))}`,
  );
  print(
    lab,
    `recovery: S ${plan.certified}, then [${list.join(" ")}], missing [${plan.missing.join(" ")}]`,
    `recovery: complete ${plan.isComplete}, provable ${plan.isProvable}`,
  );
}
