import { cartorio } from "../generated/wire.js";
import {
  checkFinalityCertificate,
  finalityBounds,
  finalityFromWire,
  signature,
  validatorIndex,
} from "./certificate-codec.ts";
import { each, hash, type Problem, sized, uint, uint32, within } from "./checks.ts";
import {
  copied,
  decodeObject,
  encodeObject,
  int,
  type ObjectCodec,
  type ReadonlyDeep,
} from "./codec.ts";
import type {
  Checkpoint,
  ConsensusMessage,
  PrePrepare,
  SignedBody,
  Status,
  Vote,
} from "./consensus-types.ts";
import type { Decoded } from "./errors.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";

type MessageWire = cartorio.ConsensusMessage.$Properties;
type StatusWire = cartorio.Status.$Properties;

const maxStatusBytes = 2048;
const prepareKind = 2;
const commitKind = 3;

/** A bitmap with one bit per validator. */
function bitmap(value: number, field: string): Problem {
  return within(value, [0, 2 ** limits.maxValidators - 1], field);
}

function prePrepareFromWire(wire: cartorio.PrePrepare.$Properties): PrePrepare {
  return {
    view: int(wire.view),
    proposal: copied(wire.proposal),
    validator: int(wire.validator),
    signature: copied(wire.signature),
  };
}
function checkPrePrepare(value: PrePrepare): Problem {
  return (
    uint(value.view, "view") ??
    sized(value.proposal, [1, limits.maxProposalBytes], "proposal") ??
    validatorIndex(value.validator, "validator") ??
    signature(value.signature, "signature")
  );
}

function voteFromWire(wire: cartorio.Vote.$Properties): Vote | undefined {
  const kind = int(wire.kind);
  if (kind !== prepareKind && kind !== commitKind) return undefined;
  return {
    kind,
    epoch: int(wire.epoch),
    view: int(wire.view),
    height: int(wire.height),
    proposalDigest: copied(wire.proposalDigest),
    validator: int(wire.validator),
    signature: copied(wire.signature),
  };
}
function checkVote(value: Vote): Problem {
  return (
    within(value.kind, [prepareKind, commitKind], "kind") ??
    uint(value.epoch, "epoch") ??
    uint(value.view, "view") ??
    uint(value.height, "height") ??
    hash(value.proposalDigest, "proposalDigest") ??
    validatorIndex(value.validator, "validator") ??
    signature(value.signature, "signature")
  );
}

function checkpointFromWire(wire: cartorio.Checkpoint.$Properties): Checkpoint {
  return {
    epoch: int(wire.epoch),
    height: int(wire.height),
    headerHash: copied(wire.headerHash),
    validator: int(wire.validator),
    signature: copied(wire.signature),
  };
}
function checkCheckpoint(value: Checkpoint): Problem {
  return (
    uint(value.epoch, "epoch") ??
    uint(value.height, "height") ??
    hash(value.headerHash, "headerHash") ??
    validatorIndex(value.validator, "validator") ??
    signature(value.signature, "signature")
  );
}

export function signedBodyFromWire(wire: cartorio.SignedBody.$Properties): SignedBody {
  return {
    body: copied(wire.body),
    validator: int(wire.validator),
    signature: copied(wire.signature),
  };
}
export function checkSignedBody(value: SignedBody, maxBodyBytes: number): Problem {
  return (
    sized(value.body, [1, maxBodyBytes], "body") ??
    validatorIndex(value.validator, "validator") ??
    signature(value.signature, "signature")
  );
}

function statusFromWire(wire: StatusWire): Status {
  return {
    epoch: int(wire.epoch),
    view: int(wire.view),
    certifiedHeight: int(wire.certifiedHeight),
    viewChange: int(wire.viewChange),
    viewChanges: int(wire.viewChanges),
    suspects: int(wire.suspects),
    newView: wire.newView === true,
    heights: (wire.heights ?? []).map((entry) => ({
      height: int(entry.height),
      flags: int(entry.flags),
      prepares: int(entry.prepares),
      commits: int(entry.commits),
      checkpoints: int(entry.checkpoints),
    })),
    executedHeight: int(wire.executedHeight),
  };
}
function checkStatus(value: Status): Problem {
  return (
    uint(value.epoch, "epoch") ??
    uint(value.view, "view") ??
    uint(value.certifiedHeight, "certifiedHeight") ??
    uint(value.viewChange, "viewChange") ??
    bitmap(value.viewChanges, "viewChanges") ??
    bitmap(value.suspects, "suspects") ??
    (typeof value.newView === "boolean" ? undefined : "newView") ??
    each(value.heights, {
      max: limits.window,
      field: "heights",
      item: (entry) =>
        uint(entry.height, "heights.height") ??
        uint32(entry.flags, "heights.flags") ??
        bitmap(entry.prepares, "heights.prepares") ??
        bitmap(entry.commits, "heights.commits") ??
        bitmap(entry.checkpoints, "heights.checkpoints"),
    }) ??
    uint(value.executedHeight, "executedHeight")
  );
}

const statusBounds: FieldBounds = { 8: { field: "heights", max: limits.window } };

const statusCodec: ObjectCodec<StatusWire, Status> = {
  name: "Status",
  wire: cartorio.Status,
  maxBytes: maxStatusBytes,
  bounds: statusBounds,
  toWire: (value) => value,
  fromWire: statusFromWire,
  check: checkStatus,
};

/** Canonical bytes of a Status (docs/consensus.md 6). */
export function encodeStatus(value: Status): Uint8Array {
  return encodeObject(statusCodec, value);
}
export function decodeStatus(bytes: Uint8Array): Decoded<Status> {
  return decodeObject(statusCodec, bytes);
}

function messageToWire(message: ConsensusMessage): ReadonlyDeep<MessageWire> {
  switch (message.kind) {
    case "prePrepare":
      return { prePrepare: message.value };
    case "vote":
      return { vote: message.value };
    case "checkpoint":
      return { checkpoint: message.value };
    case "suspect":
      return { suspect: message.value };
    case "viewChange":
      return { viewChange: message.value };
    case "newView":
      return { newView: message.value };
    case "status":
      return { status: message.value };
    case "certificate":
      return { certificate: message.value };
  }
}

/** The reader keeps the last member of the choice only, so re-encoding shows a second one. */
function messageFromWire(wire: MessageWire): ConsensusMessage | undefined {
  if (wire.vote) {
    const value = voteFromWire(wire.vote);
    return value && { kind: "vote", value };
  }
  if (wire.prePrepare) return { kind: "prePrepare", value: prePrepareFromWire(wire.prePrepare) };
  if (wire.checkpoint) return { kind: "checkpoint", value: checkpointFromWire(wire.checkpoint) };
  if (wire.suspect) return { kind: "suspect", value: signedBodyFromWire(wire.suspect) };
  if (wire.viewChange) return { kind: "viewChange", value: signedBodyFromWire(wire.viewChange) };
  if (wire.newView) return { kind: "newView", value: signedBodyFromWire(wire.newView) };
  if (wire.status) return { kind: "status", value: statusFromWire(wire.status) };
  if (wire.certificate) return { kind: "certificate", value: finalityFromWire(wire.certificate) };
  return undefined;
}

function checkMessage(message: ConsensusMessage): Problem {
  switch (message.kind) {
    case "prePrepare":
      return checkPrePrepare(message.value);
    case "vote":
      return checkVote(message.value);
    case "checkpoint":
      return checkCheckpoint(message.value);
    case "suspect":
      return checkSignedBody(message.value, limits.maxSuspectBytes);
    case "viewChange":
      return checkSignedBody(message.value, limits.maxViewChangeBytes);
    case "newView":
      return checkSignedBody(message.value, limits.maxNewViewBytes);
    case "status":
      return checkStatus(message.value);
    case "certificate":
      return checkFinalityCertificate(message.value);
  }
}

const messageCodec: ObjectCodec<MessageWire, ConsensusMessage> = {
  name: "ConsensusMessage",
  wire: cartorio.ConsensusMessage,
  maxBytes: limits.maxConsensusFrameBytes,
  bounds: {
    7: { field: "status", max: 1, inside: statusBounds },
    8: { field: "certificate", max: 1, inside: finalityBounds },
  },
  toWire: messageToWire,
  fromWire: messageFromWire,
  check: checkMessage,
};

/** Canonical bytes of one frame of the consensus protocol. Throws RangeError on a broken field. */
export function encodeConsensusMessage(value: ConsensusMessage): Uint8Array {
  return encodeObject(messageCodec, value);
}
/** Form only: no signature is checked, and bodies of signed messages stay encoded. */
export function decodeConsensusMessage(bytes: Uint8Array): Decoded<ConsensusMessage> {
  return decodeObject(messageCodec, bytes);
}
