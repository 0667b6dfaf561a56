import { cartorio } from "../generated/wire.js";
import { checkPreparedCertificate, preparedBounds, preparedFromWire } from "./certificate-codec.ts";
import { each, exactly, hash, type Problem, sized, uint, uint32 } from "./checks.ts";
import {
  copied,
  copiedAll,
  decodeObject,
  encodeObject,
  FORMAT,
  int,
  type ObjectCodec,
  type ReadonlyDeep,
} from "./codec.ts";
import type { GuardRecord, JournalFrame, JournalRecord } from "./consensus-types.ts";
import type { Decoded } from "./errors.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";

type RecordWire = cartorio.JournalRecord.$Properties;
type FrameWire = cartorio.JournalFrame.$Properties;
type GuardWire = cartorio.GuardRecord.$Properties;

const frameOverhead = 64;

function recordToWire(value: JournalRecord): ReadonlyDeep<RecordWire> {
  switch (value.kind) {
    case "proposal": {
      const { view, proposal, envelopes, prePrepare } = value;
      return { proposal: { view, proposal, envelopes, prePrepare } };
    }
    case "prepared":
      return { prepared: value.certificate };
    case "message":
      return { message: value.message };
    case "guard":
      return { guard: guardToWire(value.guard) };
  }
}

/** The reader keeps the last member of the choice only, so re-encoding shows a second one. */
function recordFromWire(wire: RecordWire): JournalRecord | undefined {
  const { proposal, prepared, message, guard } = wire;
  if (proposal) {
    return {
      kind: "proposal",
      view: int(proposal.view),
      proposal: copied(proposal.proposal),
      envelopes: copiedAll(proposal.envelopes),
      prePrepare: copied(proposal.prePrepare),
    };
  }
  if (prepared) return { kind: "prepared", certificate: preparedFromWire(prepared) };
  if (guard) {
    return int(guard.format) === FORMAT
      ? { kind: "guard", guard: guardFromWire(guard) }
      : undefined;
  }
  return message ? { kind: "message", message: copied(message) } : undefined;
}

function checkRecord(value: JournalRecord): Problem {
  switch (value.kind) {
    case "proposal":
      return (
        uint(value.view, "view") ??
        sized(value.proposal, [1, limits.maxProposalBytes], "proposal") ??
        each(value.envelopes, {
          max: limits.maxBlockTransactions,
          field: "envelopes",
          item: (item) => sized(item, [1, limits.maxEnvelopeBytes], "envelopes"),
        }) ??
        sized(value.prePrepare, [0, limits.maxConsensusFrameBytes], "prePrepare")
      );
    case "prepared":
      return checkPreparedCertificate(value.certificate);
    case "message":
      return sized(value.message, [1, limits.maxConsensusFrameBytes], "message");
    case "guard":
      return checkGuard(value.guard);
  }
}

const proposalRecordBounds: FieldBounds = {
  3: { field: "envelopes", max: limits.maxBlockTransactions },
};

const recordCodec: ObjectCodec<RecordWire, JournalRecord> = {
  name: "JournalRecord",
  wire: cartorio.JournalRecord,
  maxBytes: limits.maxJournalRecordBytes,
  bounds: {
    1: { field: "proposal", max: 1, inside: proposalRecordBounds },
    2: { field: "prepared", max: 1, inside: preparedBounds },
  },
  toWire: recordToWire,
  fromWire: recordFromWire,
  check: checkRecord,
};

/** Canonical bytes of one journal record (docs/consensus.md 9). */
export function encodeJournalRecord(value: JournalRecord): Uint8Array {
  return encodeObject(recordCodec, value);
}
export function decodeJournalRecord(bytes: Uint8Array): Decoded<JournalRecord> {
  return decodeObject(recordCodec, bytes);
}

const frameCodec: ObjectCodec<FrameWire, JournalFrame> = {
  name: "JournalFrame",
  wire: cartorio.JournalFrame,
  maxBytes: limits.maxJournalRecordBytes + frameOverhead,
  toWire: (value) => value,
  fromWire: (wire) => ({
    sequence: int(wire.sequence),
    previousHash: copied(wire.previousHash),
    record: copied(wire.record),
  }),
  check: (value) =>
    uint(value.sequence, "sequence") ??
    hash(value.previousHash, "previousHash") ??
    sized(value.record, [1, limits.maxJournalRecordBytes], "record"),
};

/** A record with its running number and the hash of the frame before, as stored. */
export function encodeJournalFrame(value: JournalFrame): Uint8Array {
  return encodeObject(frameCodec, value);
}
export function decodeJournalFrame(bytes: Uint8Array): Decoded<JournalFrame> {
  return decodeObject(frameCodec, bytes);
}

const guardCodec: ObjectCodec<GuardWire, GuardRecord> = {
  name: "GuardRecord",
  wire: cartorio.GuardRecord,
  maxBytes: limits.maxGuardBytes,
  format: (wire) => int(wire.format),
  toWire: guardToWire,
  fromWire: guardFromWire,
  check: checkGuard,
};

function guardToWire(value: GuardRecord): ReadonlyDeep<GuardWire> {
  return {
    format: FORMAT,
    chainId: value.chainId,
    epoch: value.epoch,
    incarnation: value.incarnation,
    counter: value.counter,
    mustReenter: value.mustReenter,
    complete: value.complete,
  };
}

function guardFromWire(wire: GuardWire): GuardRecord {
  return {
    chainId: copied(wire.chainId),
    epoch: int(wire.epoch),
    incarnation: copied(wire.incarnation),
    counter: int(wire.counter),
    mustReenter: int(wire.mustReenter),
    complete: wire.complete === true,
  };
}

function checkGuard(value: GuardRecord): Problem {
  return (
    hash(value.chainId, "chainId") ??
    uint(value.epoch, "epoch") ??
    exactly(value.incarnation, limits.instanceBytes, "incarnation") ??
    uint(value.counter, "counter") ??
    uint32(value.mustReenter, "mustReenter") ??
    (typeof value.complete === "boolean" ? undefined : "complete")
  );
}

/** The guard beside the journal (docs/consensus.md 9). */
export function encodeGuardRecord(value: GuardRecord): Uint8Array {
  return encodeObject(guardCodec, value);
}
export function decodeGuardRecord(bytes: Uint8Array): Decoded<GuardRecord> {
  return decodeObject(guardCodec, bytes);
}
