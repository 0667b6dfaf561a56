// Records of docs/ledger.md 6 with samples.

import * as protocol from "../src/index.ts";
import { type CodecCase, codec } from "./codec-case.ts";
import * as samples from "./samples.ts";

const { bytes32, multikeyOf, sponsor, timeMs } = samples;

export const credentialCases: readonly CodecCase[] = [
  codec({
    name: "CredentialAnchorRecord",
    values: [
      {
        kind: 2,
        treeSize: 128,
        time: timeMs,
        height: 7,
        issuerVersion: 1,
        cosigners: [sponsor],
        multikey: multikeyOf("university"),
        accreditation: 2,
      },
    ],
    encode: protocol.credentialAnchorRecord.encode,
    decode: protocol.credentialAnchorRecord.decode,
  }),
  codec({
    name: "CredentialStatusRecord",
    values: [
      {
        status: 3,
        sequence: 3,
        intervals: [
          { status: 2, from: timeMs - 9, to: timeMs, reason: 1, by: samples.university, role: 1 },
          { status: 3, from: timeMs, to: 0, reason: 4, by: sponsor, role: 4 },
        ],
      },
    ],
    encode: protocol.credentialStatusRecord.encode,
    decode: protocol.credentialStatusRecord.decode,
  }),
  codec({
    name: "CredentialCosignRecord",
    values: [
      {
        time: timeMs,
        height: 7,
        recordHash: bytes32("anchor record"),
        multikey: multikeyOf("minimal"),
      },
    ],
    encode: protocol.credentialCosignRecord.encode,
    decode: protocol.credentialCosignRecord.decode,
  }),
  codec({
    name: "CredentialLogHeadRecord",
    values: [{ count: 3 }],
    encode: protocol.credentialLogHeadRecord.encode,
    decode: protocol.credentialLogHeadRecord.decode,
  }),
  codec({
    name: "CredentialLogRecord",
    values: [{ time: timeMs, height: 7, by: sponsor, entry: bytes32("entry"), code: 7 }],
    encode: protocol.credentialLogRecord.encode,
    decode: protocol.credentialLogRecord.decode,
  }),
  codec({
    name: "IssuerProfileRecord",
    values: [
      {
        sequence: 2,
        revokers: [sponsor],
        successor: sponsor,
        anchorRequiredSince: timeMs,
        time: timeMs,
        height: 7,
      },
      {
        sequence: 3,
        revokers: [],
        successor: "",
        anchorRequiredSince: 0,
        time: timeMs,
        height: 8,
      },
    ],
    encode: protocol.issuerProfileRecord.encode,
    decode: protocol.issuerProfileRecord.decode,
  }),
];
