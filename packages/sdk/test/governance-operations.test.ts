// Builders of governance give what the protocol reads back (docs/ledger.md 8).
import { sha256, utf8Encode } from "@cartorio/crypto";
import {
  decodeGovernancePropose,
  decodeTransactionBody,
  defaultParameters,
  didOf,
  encodeGovernancePropose,
  encodeTransactionBody,
  governanceProposalHash,
  type Operation,
  operationNumber,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  freeze,
  type GovernanceAction,
  governancePropose,
  governanceVote,
  governanceWithdraw,
  memberChange,
  memberLeave,
  parametersChange,
  policyChange,
  redact,
  rootAdd,
  rootEnd,
  upgradeAnnounce,
  validatorsChange,
} from "../src/index.ts";

const did = didOf("test", utf8Encode("somebody"));
const digest = sha256(utf8Encode("schema"));
const proposer = didOf("test", utf8Encode("member"));

const actions: readonly (readonly [string, GovernanceAction, object])[] = [
  [
    "a member comes",
    memberChange({ expectedVersion: 1, did, name: "University", weight: 2 }),
    { did, name: "University", weight: 2, replaces: "", expectedVersion: 1 },
  ],
  ["a member goes", memberLeave({ expectedVersion: 1, did }), { did, weight: 0, name: "" }],
  ["validators", validatorsChange({ expectedEpoch: 3 }), { expectedEpoch: 3, remove: [], add: [] }],
  [
    "parameters",
    parametersChange({ expectedVersion: 1, expectedEpoch: 2, parameters: defaultParameters }),
    { expectedVersion: 1, expectedEpoch: 2, parameters: defaultParameters },
  ],
  [
    "a policy",
    policyChange({
      expectedVersion: 0,
      operation: "schemaRegister",
      any: [
        [{ role: "member", count: 2 }],
        [{ role: "accreditedIssuer", self: true }, { sponsor: true }],
      ],
    }),
    {
      operation: operationNumber("schemaRegister"),
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
  ],
  [
    "a root",
    rootAdd({
      ...{ expectedVersion: 0, domain: "education", subject: did, actions: ["issue", "accredit"] },
      scope: { schemas: [digest], jurisdictions: "*" },
      depth: 2,
    }),
    {
      ...{ domain: "education", actions: 3, depth: 2, validUntil: 0 },
      scope: {
        ...{ allSchemas: false, schemas: [digest], allTypes: false, types: [] },
        ...{ allJurisdictions: true, jurisdictions: [] },
      },
    },
  ],
  [
    "a root withdrawn",
    rootEnd({ expectedVersion: 1, domain: "education", root: 1 }),
    { ended: 1, untrustedSince: 0 },
  ],
  [
    "a root ended for cause",
    rootEnd({ expectedVersion: 1, domain: "education", root: 1, untrustedSince: 5 }),
    { ended: 2, untrustedSince: 5 },
  ],
  ["a freeze", freeze({ did, until: 9 }), { did, until: 9, expectedUntil: 0 }],
  [
    "a document dropped",
    redact({ did, version: 2, reason: "personalData" }),
    { did, version: 2, schema: new Uint8Array(0), reason: 1 },
  ],
  [
    "a schema dropped",
    redact({ schema: digest, reason: "courtOrder" }),
    { did: "", version: 0, schema: digest, reason: 2 },
  ],
];

/** What a transaction with the operation holds, as its reader sees it. */
function asRead(operation: Operation): Operation | undefined {
  const body = encodeTransactionBody({
    chainId: digest,
    signers: [{ did: proposer, multikey: new Uint8Array(34), role: 1 }],
    validUntil: 1,
    nonce: digest.slice(0, 16),
    operations: [operation],
  });
  const decoded = decodeTransactionBody(body);
  return decoded.ok ? decoded.value.operations[0] : undefined;
}

describe("builders of governance", () => {
  it.each(actions)("%s", (_, action, value) => {
    const { operation, hash } = governancePropose({ proposer, action, expires: 7 });
    expect(action.value).toMatchObject(value);
    expect(asRead(operation)).toEqual(operation);
    if (operation.kind !== "governancePropose") throw new Error("another kind");
    expect(hash).toEqual(governanceProposalHash(operation.value));
    const bytes = encodeGovernancePropose(operation.value);
    expect(decodeGovernancePropose(bytes)).toEqual({ ok: true, value: operation.value });
  });

  it("makes two proposals of the same change distinct", () => {
    const input = { proposer, action: freeze({ did, until: 9 }), expires: 7 };
    expect(governancePropose(input).hash).not.toEqual(governancePropose(input).hash);
  });

  it("votes, withdrawals and announcements", () => {
    const proposal = digest;
    const operations = [
      governanceVote({ voter: did, proposal }),
      governanceVote({ voter: did, proposal, approve: false }),
      governanceWithdraw({ proposer, proposal }),
      upgradeAnnounce({ validatorKey: digest, protocolVersion: 2 }),
    ];
    expect(operations.map(asRead)).toEqual(operations);
    expect(operations.map(({ value }) => "approve" in value && value.approve)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
