// Proposals with every kind of action, and the records of governance: codecs.ts puts them together.

import {
  type GovernanceAction,
  type GovernanceProposalRecord,
  type GovernancePropose,
  governanceProposalHash,
  type Operation,
} from "../src/index.ts";
import { bytes16, bytes32, parameters, rawKey, sponsor, timeMs, university } from "./samples.ts";

export const actions: readonly GovernanceAction[] = [
  {
    kind: "member",
    value: {
      expectedVersion: 0,
      did: university,
      name: "University",
      weight: 2,
      replaces: sponsor,
    },
  },
  { kind: "validators", value: { expectedEpoch: 3, remove: [rawKey("v0")], add: [] } },
  {
    kind: "parameters",
    value: {
      expectedVersion: 1,
      expectedEpoch: 3,
      parameters: { ...parameters, maxBlockCost: 5e6 },
    },
  },
  {
    kind: "policy",
    value: {
      expectedVersion: 0,
      operation: 40,
      policy: {
        any: [
          { all: [{ role: 1, count: 2, self: false, sponsor: false }] },
          {
            all: [
              { role: 2, count: 0, self: true, sponsor: false },
              { role: 1, count: 0, self: false, sponsor: true },
            ],
          },
        ],
      },
    },
  },
  {
    kind: "rootAdd",
    value: {
      expectedVersion: 0,
      domain: "education",
      subject: university,
      actions: 3,
      scope: {
        allSchemas: false,
        schemas: [bytes32("schema")],
        allTypes: false,
        types: [
          { contextHash: bytes32("context"), type: "UniversityDegree", vct: "" },
          { contextHash: new Uint8Array(0), type: "", vct: "https://university.example/degree" },
        ],
        allJurisdictions: true,
        jurisdictions: ["MO", "PT-11"],
      },
      depth: 2,
      validUntil: timeMs + 1,
    },
  },
  {
    kind: "rootEnd",
    value: { expectedVersion: 2, domain: "education", root: 1, ended: 2, untrustedSince: timeMs },
  },
  { kind: "freeze", value: { did: university, expectedUntil: 0, until: timeMs + 86_400_000 } },
  { kind: "redact", value: { did: university, version: 2, schema: new Uint8Array(0), reason: 1 } },
  { kind: "redact", value: { did: "", version: 0, schema: bytes32("schema"), reason: 2 } },
];

export const proposes: readonly GovernancePropose[] = actions.map((action, index) => ({
  proposer: sponsor,
  nonce: bytes16(`proposal ${index}`),
  expires: timeMs + 86_400_000,
  action,
}));
const hashes = proposes.map(governanceProposalHash);
const proposal = hashes[0] ?? new Uint8Array(0);

export const governanceOperations: readonly Operation[] = [
  ...proposes.map((value): Operation => ({ kind: "governancePropose", value })),
  { kind: "governanceVote", value: { voter: university, proposal, approve: true } },
  { kind: "governanceVote", value: { voter: sponsor, proposal, approve: false } },
  { kind: "governanceWithdraw", value: { proposer: sponsor, proposal } },
  { kind: "upgradeAnnounce", value: { validatorKey: rawKey("v1"), protocolVersion: 2 } },
];

export const proposalRecords: readonly GovernanceProposalRecord[] = proposes.map(
  ({ proposer, expires, action }, index) => ({
    hash: hashes[index] ?? proposal,
    ...{ proposer, action, expires, time: timeMs, height: 7 },
    ...(index === 0
      ? { status: 5, decidedTime: timeMs + 1, decidedHeight: 8, code: 13 }
      : { status: 1, decidedTime: 0, decidedHeight: 0, code: 0 }),
    votes: [
      { member: 0, approve: true, time: timeMs },
      { member: 3, approve: false, time: timeMs + 1 },
    ],
  }),
);
