import type { ConsensusMessage } from "@cartorio/protocol";
import { proposalDigest } from "@cartorio/protocol";
import { adoptCertificate } from "./certified.ts";
import { stopIfDuplicate } from "./duplicate-identity.ts";
import { handleExecuted } from "./execution.ts";
import { handleCheckpoint } from "./handle-checkpoint.ts";
import { handleNewView } from "./handle-new-view.ts";
import { handlePrePrepare } from "./handle-pre-prepare.ts";
import { handleSuspect } from "./handle-suspect.ts";
import { handleViewChange } from "./handle-view-change.ts";
import { handleVote } from "./handle-vote.ts";
import { handleBodies, handleBodiesRefused, handleProposal } from "./proposals.ts";
import { handleBuilt, tryPropose } from "./propose.ts";
import { handleStarved } from "./starvation.ts";
import type { Replica } from "./state.ts";
import { handleStatus } from "./status.ts";
import { handleTick } from "./tick.ts";
import type { Effect, ReplicaEvent, Verified } from "./types.ts";

/**
 * One event in, its effects out, in the order in which the shell must run them. The replica is
 * changed in place; equal states and events give equal effects on every machine.
 *
 * Throws INV-EXECUTE-ORDER if the shell breaks the contract of `execute`; no message can.
 */
export function step(replica: Replica, event: ReplicaEvent): Effect[] {
  dispatch(replica, event);
  tryPropose(replica);
  return replica.effects.splice(0);
}

function dispatch(replica: Replica, event: ReplicaEvent): void {
  switch (event.kind) {
    case "tick":
      handleTick(replica, event);
      return;
    case "message":
      handleMessage(replica, event.message, event.from);
      return;
    case "mempool":
      replica.mempoolWaiting = event.waiting;
      return;
    case "backlog":
      replica.judgement.backlog = event.full;
      return;
    case "starved":
      handleStarved(replica, event.envelope);
      return;
    case "built":
      handleBuilt(replica, event);
      return;
    case "bodies":
      handleBodies(replica, event);
      return;
    case "bodiesRefused":
      handleBodiesRefused(replica, event);
      return;
    case "proposal":
      handleProposal(replica, event, proposalDigest(event.proposal));
      return;
    case "executed":
      handleExecuted(replica, event.block);
      return;
    case "certificate":
      adoptCertificate(replica, event.certificate);
      return;
  }
}

function handleMessage(
  replica: Replica,
  message: Verified<ConsensusMessage>,
  from: number | undefined,
): void {
  if (stopIfDuplicate(replica, message, from)) return;
  switch (message.kind) {
    case "prePrepare":
      handlePrePrepare(replica, message.value);
      return;
    case "vote":
      handleVote(replica, message.value);
      return;
    case "checkpoint":
      handleCheckpoint(replica, message.value);
      return;
    case "suspect":
      handleSuspect(replica, message.value);
      return;
    case "viewChange":
      handleViewChange(replica, message.value);
      return;
    case "newView":
      handleNewView(replica, message.value);
      return;
    case "status":
      handleStatus(replica, message.value, from);
      return;
    case "certificate":
      adoptCertificate(replica, message.value);
      return;
  }
}
