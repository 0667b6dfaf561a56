// The codecs of governance with their samples, a part of the table in codecs.ts.

import * as protocol from "../src/index.ts";
import { type CodecCase, codec } from "./codec-case.ts";
import { proposalRecords, proposes } from "./governance-samples.ts";
import { timeMs } from "./samples.ts";

export const governanceCases: readonly CodecCase[] = [
  codec({
    name: "GovernancePropose",
    values: proposes,
    encode: protocol.encodeGovernancePropose,
    decode: protocol.decodeGovernancePropose,
  }),
  codec({
    name: "GovernanceHeadRecord",
    values: [{ count: 3 }],
    encode: protocol.encodeGovernanceHeadRecord,
    decode: protocol.decodeGovernanceHeadRecord,
  }),
  codec({
    name: "GovernanceProposalRecord",
    values: proposalRecords,
    encode: protocol.encodeGovernanceProposalRecord,
    decode: protocol.decodeGovernanceProposalRecord,
  }),
  codec({
    name: "GovernanceProposalIndexRecord",
    values: [{ number: 3 }],
    encode: protocol.encodeGovernanceProposalIndexRecord,
    decode: protocol.decodeGovernanceProposalIndexRecord,
  }),
  codec({
    name: "PolicyHeadRecord",
    values: [{ version: 2 }],
    encode: protocol.encodePolicyHeadRecord,
    decode: protocol.decodePolicyHeadRecord,
  }),
  codec({
    name: "PolicyRecord",
    values: [
      {
        policy: { any: [{ all: [{ role: 1, count: 2, self: false, sponsor: false }] }] },
        ...{ time: timeMs, height: 7 },
      },
    ],
    encode: protocol.encodePolicyRecord,
    decode: protocol.decodePolicyRecord,
  }),
  codec({
    name: "UpgradeReadyRecord",
    values: [{ protocolVersion: 2, time: timeMs, height: 7 }],
    encode: protocol.encodeUpgradeReadyRecord,
    decode: protocol.decodeUpgradeReadyRecord,
  }),
];
