import { concatBytes, utf8Encode } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import * as protocol from "../src/index.ts";
import { bytes32 } from "./samples.ts";

const { limits } = protocol;
const delimited = 2;

/** A field of wire type 2 with these bytes. */
function field(number: number, value: Uint8Array): Uint8Array {
  return concatBytes(varint(number * 8 + delimited), varint(value.length), value);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}

/** As many empty elements of a repeated field as fit. */
function flood(number: number, maxBytes: number): Uint8Array {
  const one = field(number, new Uint8Array(0));
  const bytes = new Uint8Array(Math.floor(maxBytes / one.length) * one.length);
  for (let offset = 0; offset < bytes.length; offset += one.length) bytes.set(one, offset);
  return bytes;
}

const versionOne = Uint8Array.of(8, 1);
const { maxEnvelopeBytes, maxProofBytes, maxSyncFrameBytes } = limits;

describe("a frame full of empty elements is refused before anything is built from it", () => {
  // Decoded first, the largest of these took 76 s and 4 GB.
  it.each([
    [
      "hashes of a multiproof",
      "multiproof.hashes",
      protocol.decodeMultiproof,
      flood(2, maxProofBytes),
    ],
    [
      "leaves of a multiproof",
      "multiproof.others",
      protocol.decodeMultiproof,
      flood(3, maxProofBytes),
    ],
    ["records of a bundle", "records", protocol.decodeProofBundle, flood(7, maxProofBytes)],
    ["activations of a bundle", "activations", protocol.decodeProofBundle, flood(3, maxProofBytes)],
    [
      "hashes inside a bundle",
      "multiproof.hashes",
      protocol.decodeProofBundle,
      field(6, flood(2, maxProofBytes - 16)),
    ],
    [
      "envelopes of a block",
      "envelopes",
      protocol.decodeBlock,
      flood(3, limits.maxBlockFrameBytes),
    ],
    ["receipts of a block", "receipts", protocol.decodeBlock, flood(4, limits.maxBlockFrameBytes)],
    [
      "own votes shown",
      "messages",
      protocol.decodeOwnVotesAnswer,
      flood(4, limits.maxBlockFrameBytes),
    ],
    ["items of an answer", "items", protocol.decodeSyncResponse, flood(2, maxSyncFrameBytes)],
    [
      "gossip",
      "envelopes",
      protocol.decodeTransactionGossip,
      flood(1, limits.maxTransactionsFrameBytes),
    ],
    [
      "hashes of a proposal",
      "envelopeHashes",
      protocol.decodeProposal,
      flood(5, limits.maxProposalBytes),
    ],
    [
      "signatures of an envelope",
      "signatures",
      protocol.decodeEnvelope,
      flood(2, maxEnvelopeBytes),
    ],
    [
      "operations of a body",
      "operations",
      protocol.decodeTransactionBody,
      flood(5, maxEnvelopeBytes),
    ],
    [
      "services deep inside a body",
      "services",
      protocol.decodeTransactionBody,
      field(5, field(1, field(3, flood(2, maxEnvelopeBytes - 32)))),
    ],
    [
      "removals of a set change",
      "remove",
      protocol.decodeTransactionBody,
      field(5, field(70, flood(2, maxEnvelopeBytes - 32))),
    ],
    [
      "candidates of a set change",
      "add",
      protocol.decodeTransactionBody,
      field(5, field(70, flood(3, maxEnvelopeBytes - 32))),
    ],
    [
      "addresses of a candidate",
      "add.addresses",
      protocol.decodeTransactionBody,
      field(5, field(70, field(3, flood(4, maxEnvelopeBytes - 32)))),
    ],
    [
      "DIDs of a genesis",
      "dids",
      protocol.decodeGenesis,
      concatBytes(versionOne, flood(5, limits.maxGenesisBytes - 2)),
    ],
    ["journal", "envelopes", protocol.decodeJournalRecord, field(1, flood(3, maxProofBytes / 4))],
  ] as const)("%s", (_, name, decode, bytes) => {
    expect(decode(bytes)).toEqual({ ok: false, code: "MALFORMED", field: name });
  });

  it("and a message of one field over and over is not canonical", () => {
    const multiproof = field(6, field(2, new Uint8Array(0)));
    const bytes = concatBytes(multiproof, multiproof);
    expect(protocol.decodeProofBundle(bytes)).toMatchObject({ ok: false, code: "NOT_CANONICAL" });
  });

  it("but a newer format asks for a newer SDK, whatever it repeats", () => {
    const bytes = concatBytes(Uint8Array.of(8, 2), flood(9, 100));
    expect(protocol.didHeadRecord.decode(bytes)).toMatchObject({ ok: false, code: "UPGRADE_SDK" });
    expect(protocol.decodeProofBundle(bytes)).toMatchObject({ ok: false, code: "UPGRADE_SDK" });
  });

  it("and lengths, groups and integers without end are not canonical", () => {
    const broken = [
      Uint8Array.of(0x0a, 0x7f, 1),
      Uint8Array.of(0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01),
      new Uint8Array(64).fill(0xff),
      new Uint8Array(64).fill(0x0b),
      Uint8Array.of(0x08),
      Uint8Array.of(0x09, 1, 2),
      concatBytes(field(1, bytes32("x")), utf8Encode("~")),
    ];
    for (const bytes of broken) {
      expect(protocol.decodeHeader(bytes)).toMatchObject({ ok: false, code: "NOT_CANONICAL" });
    }
  });
});
