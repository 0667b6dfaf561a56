import { concatBytes } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import {
  decodeConsensusMessage,
  decodeEnvelope,
  decodeFinalityCertificate,
  decodeGuardRecord,
  decodeJournalRecord,
  decodeProofBundle,
  decodeProposal,
  decodeSyncRequest,
  decodeTransactionBody,
  didHeadRecord,
  didVersionRecord,
  encodeConsensusMessage,
  encodeFinalityCertificate,
  encodeJournalRecord,
  encodeNewViewBody,
  encodeProposal,
  encodeSyncRequest,
  encodeTransactionBody,
  encodeViewChangeBody,
  limits,
  longLivedRecord,
} from "../src/index.ts";
import * as samples from "./samples.ts";

const code = (decoded: { readonly ok: boolean; readonly code?: string }) => decoded.code;
const { bytes32, proposal } = samples;

describe("one canonical form", () => {
  const bytes = encodeProposal({ ...proposal, envelopeHashes: [] });

  it("refuses unknown fields, repeated fields, other orders, zeros and long integers", () => {
    expect(code(decodeProposal(concatBytes(bytes, Uint8Array.of(0x78, 1))))).toBe("NOT_CANONICAL");
    expect(code(decodeProposal(concatBytes(bytes, bytes)))).toBe("NOT_CANONICAL");
    const height = Uint8Array.of(0x10, 7);
    const epoch = Uint8Array.of(0x08, 1);
    expect(decodeProposal(concatBytes(epoch, height)).ok).toBe(true);
    expect(code(decodeProposal(concatBytes(height, epoch)))).toBe("NOT_CANONICAL");
    expect(code(decodeProposal(Uint8Array.of(0x08, 0)))).toBe("NOT_CANONICAL");
    expect(code(decodeProposal(Uint8Array.of(0x08, 0x81, 0)))).toBe("NOT_CANONICAL");
    expect(code(decodeProposal(Uint8Array.of(0x09, 1, 2, 3, 4, 5, 6, 7, 8)))).toBe("NOT_CANONICAL");
    expect(code(decodeProposal(Uint8Array.of(0x08)))).toBe("NOT_CANONICAL");
  });

  it("refuses integers above 2^53-1, which survive the round trip of the generated code", () => {
    const two60 = Uint8Array.of(0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10);
    expect(decodeProposal(two60)).toEqual({ ok: false, code: "MALFORMED", field: "epoch" });
  });

  it("refuses invalid UTF-8", () => {
    const body = encodeTransactionBody(samples.bodyWith(samples.operations.slice(2, 3)));
    const at = body.lastIndexOf("d".charCodeAt(0));
    const broken = body.slice();
    broken[at] = 0xff;
    expect(code(decodeTransactionBody(broken))).toBe("NOT_CANONICAL");
  });

  it("refuses sizes above the limit before it decodes", () => {
    const frame = new Uint8Array(limits.maxEnvelopeBytes + 1);
    expect(decodeEnvelope(frame)).toEqual({ ok: false, code: "TOO_LARGE", field: "Envelope" });
  });

  it("refuses equal hashes in a proposal, few and many", () => {
    const many = Array.from({ length: 40 }, (_, index) => bytes32(String(index)));
    for (const hashes of [many.slice(0, 3), many]) {
      const repeated = [...hashes, hashes[1] ?? bytes32("never")];
      expect(() => encodeProposal({ ...proposal, envelopeHashes: repeated })).toThrow(
        "invalid envelopeHashes",
      );
      const good = encodeProposal({ ...proposal, envelopeHashes: hashes });
      const bad = concatBytes(good, good.slice(-34));
      expect(decodeProposal(bad)).toMatchObject({ code: "MALFORMED", field: "envelopeHashes" });
    }
  });
});

describe("choices have exactly one member", () => {
  it("refuses two members in one message", () => {
    const [, vote, checkpoint] = samples.messages.map(encodeConsensusMessage);
    const both = concatBytes(vote ?? bytes32("a"), checkpoint ?? bytes32("b"));
    expect(code(decodeConsensusMessage(both))).toBe("NOT_CANONICAL");
    const [, prepared, message] = samples.journalRecords.map(encodeJournalRecord);
    const records = concatBytes(prepared ?? bytes32("a"), message ?? bytes32("b"));
    expect(code(decodeJournalRecord(records))).toBe("NOT_CANONICAL");
    const envelopes = encodeSyncRequest({ id: 0, kind: "envelopes", hashes: [] });
    const proposals = encodeSyncRequest({ id: 0, kind: "proposals", hashes: [] });
    expect(code(decodeSyncRequest(concatBytes(envelopes, proposals)))).toBe("NOT_CANONICAL");
  });

  it("refuses an empty choice", () => {
    const nothing = new Uint8Array(0);
    expect(code(decodeConsensusMessage(nothing))).toBe("MALFORMED");
    expect(code(decodeJournalRecord(nothing))).toBe("MALFORMED");
    expect(code(decodeSyncRequest(nothing))).toBe("MALFORMED");
  });

  it("refuses a vote of kind PrePrepare or of no kind", () => {
    for (const kind of [0, 1, 4]) {
      const vote = samples.messages[1];
      if (vote?.kind !== "vote") expect.unreachable();
      const frame = encodeConsensusMessage(vote);
      const tampered = frame.slice();
      // 0x12 length 0x08 kind ...
      expect(tampered[2]).toBe(0x08);
      tampered[3] = kind;
      expect(decodeConsensusMessage(tampered).ok).toBe(false);
    }
  });
});

describe("formats", () => {
  it("says UPGRADE_SDK to a newer record, also with fields that this code does not know", () => {
    const record = longLivedRecord.encode({ count: 3 });
    expect([...record.slice(0, 2)]).toEqual([0x08, 1]);
    const newer = record.slice();
    newer[1] = 2;
    expect(code(longLivedRecord.decode(newer))).toBe("UPGRADE_SDK");
    expect(code(longLivedRecord.decode(concatBytes(newer, Uint8Array.of(0x78, 1))))).toBe(
      "UPGRADE_SDK",
    );
    expect(code(didHeadRecord.decode(newer))).toBe("UPGRADE_SDK");
    expect(code(decodeGuardRecord(newer))).toBe("UPGRADE_SDK");
    expect(code(decodeProofBundle(newer))).toBe("UPGRADE_SDK");
  });

  it("refuses a record without format", () => {
    expect(longLivedRecord.decode(Uint8Array.of(0x10, 3))).toEqual({
      ok: false,
      code: "MALFORMED",
      field: "format",
    });
  });

  it("wants a previous hash from the second version on, and none for the first", () => {
    expect(code(didVersionRecord.decode(Uint8Array.of(0x08, 1, 0x10, 1)))).toBe("MALFORMED");
  });
});

describe("order inside messages", () => {
  it("refuses certificates whose signers repeat or descend", () => {
    const { signatures } = samples.finalityCertificate;
    const [first, second] = signatures;
    if (first === undefined || second === undefined) expect.unreachable();
    for (const wrong of [
      [first, first],
      [second, first],
    ]) {
      const certificate = { ...samples.finalityCertificate, signatures: wrong };
      expect(() => encodeFinalityCertificate(certificate)).toThrow("signatures.validator");
    }
    const good = encodeFinalityCertificate({
      ...samples.finalityCertificate,
      signatures: [second],
    });
    const repeated = concatBytes(good, good.slice(-70));
    expect(decodeFinalityCertificate(repeated)).toMatchObject({ field: "signatures.validator" });
  });

  it("refuses ViewChanges and NewViews whose heights or senders do not ascend", () => {
    const [prepared] = samples.viewChangeBody.prepared;
    if (prepared === undefined) expect.unreachable();
    expect(() =>
      encodeViewChangeBody({ ...samples.viewChangeBody, prepared: [prepared, prepared] }),
    ).toThrow("prepared");
    const { viewChanges, entries } = samples.newViewBody;
    expect(() =>
      encodeNewViewBody({ ...samples.newViewBody, viewChanges: [...viewChanges].reverse() }),
    ).toThrow("viewChanges");
    expect(() =>
      encodeNewViewBody({ ...samples.newViewBody, entries: [...entries, ...entries] }),
    ).toThrow("entries");
  });
});
