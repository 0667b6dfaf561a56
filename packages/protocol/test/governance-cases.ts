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
    encode: protocol.governanceHeadRecord.encode,
    decode: protocol.governanceHeadRecord.decode,
  }),
  codec({
    name: "GovernanceProposalRecord",
    values: proposalRecords,
    encode: protocol.governanceProposalRecord.encode,
    decode: protocol.governanceProposalRecord.decode,
  }),
  codec({
    name: "GovernanceProposalIndexRecord",
    values: [{ number: 3 }],
    encode: protocol.governanceProposalIndexRecord.encode,
    decode: protocol.governanceProposalIndexRecord.decode,
  }),
  codec({
    name: "PolicyHeadRecord",
    values: [{ version: 2 }],
    encode: protocol.policyHeadRecord.encode,
    decode: protocol.policyHeadRecord.decode,
  }),
  codec({
    name: "PolicyRecord",
    values: [
      {
        policy: { any: [{ all: [{ role: 1, count: 2, self: false, sponsor: false }] }] },
        ...{ time: timeMs, height: 7 },
      },
    ],
    encode: protocol.policyRecord.encode,
    decode: protocol.policyRecord.decode,
  }),
  codec({
    name: "UpgradeReadyRecord",
    values: [{ protocolVersion: 2, time: timeMs, height: 7 }],
    encode: protocol.upgradeReadyRecord.encode,
    decode: protocol.upgradeReadyRecord.decode,
  }),
];
