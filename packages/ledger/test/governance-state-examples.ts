// Operations of governance, for the page of state keys. The writes of a decision are those of its action.
import {
  type GovernanceAction,
  type GovernancePropose,
  governanceProposalHash,
  type Operation,
  stateKeys,
} from "@cartorio/protocol";
import type { StateExample } from "./did-state-examples.ts";
import {
  memberAction,
  parametersAction,
  proposalOf,
  propose,
  proposing,
  vote,
  voting,
  withdrawing,
} from "./governance.ts";
import { candidate, membersSign, validatorKeyOf } from "./validators.ts";
import { did, runOne, type World } from "./world.ts";

const later = (world: World): number => world.ledger.head.header.time + 86_400_000;
const freezing = (world: World, name: string): GovernanceAction => ({
  kind: "freeze",
  value: { did: name, expectedUntil: 0, until: later(world) },
});

function proposedByBeta(world: World, action: GovernanceAction): GovernancePropose {
  const value = proposalOf(world, action, { proposer: did("beta") });
  runOne(world, { signers: membersSign("beta"), operations: [proposing(value)] });
  return value;
}

export const governanceExamples: readonly StateExample[] = [
  {
    kind: "governancePropose",
    parts: (name, world) => ({
      signers: membersSign("alpha"),
      operations: [proposing(proposalOf(world, freezing(world, name)))],
    }),
  },
  {
    kind: "governanceVote",
    parts: (name, world) => {
      const value = proposedByBeta(world, freezing(world, name));
      return { signers: membersSign("alpha"), operations: [voting("alpha", value, false)] };
    },
  },
  {
    kind: "governanceWithdraw",
    parts: (name, world) => {
      const value = proposalOf(world, freezing(world, name));
      propose(world, value);
      return { signers: membersSign("alpha"), operations: [withdrawing(value)] };
    },
  },
  {
    kind: "upgradeAnnounce",
    parts: () => ({
      signers: membersSign("alpha"),
      operations: [
        {
          kind: "upgradeAnnounce",
          value: { validatorKey: validatorKeyOf("alpha"), protocolVersion: 2 },
        },
      ],
    }),
  },
];

type ActionOf = (name: string, world: World) => GovernanceAction;
const none = new Uint8Array(0);

const actions: Readonly<Partial<Record<GovernanceAction["kind"], ActionOf>>> = {
  member: () => memberAction({ did: did("alpha"), name: "Alpha", weight: 1 }),
  validators: (_, world) => ({
    kind: "validators",
    value: { expectedEpoch: 0, remove: [], add: [candidate(world, "echo")] },
  }),
  parameters: (_, world) => parametersAction(world, { maxBlockBytes: 1_000_000 }),
  policy: () => ({
    kind: "policy",
    value: { expectedVersion: 0, operation: 20, policy: { any: [{ all: [] }] } },
  }),
  freeze: (name, world) => freezing(world, name),
  redact: (name) => ({ kind: "redact", value: { did: name, version: 1, schema: none, reason: 1 } }),
};

/** Votes that decide: what they write beside the proposal is their action's. */
export const decisionExamples: readonly (StateExample & { readonly action: string })[] =
  Object.entries(actions).map(([action, make]) => ({
    action,
    kind: "governanceVote",
    parts: (name, world) => {
      const value = proposedByBeta(world, make(name, world));
      vote(world, "gamma", value);
      return { signers: membersSign("alpha"), operations: [voting("alpha", value)] };
    },
  }));

/** Keys that governance writes, by their names on the page. */
export function governanceKeys(operations: readonly Operation[]): [string, Uint8Array][] {
  const hashes = operations.flatMap((operation) =>
    operation.kind === "governancePropose" ? [governanceProposalHash(operation.value)] : [],
  );
  return [
    ["governanceHead", stateKeys.governanceHead()],
    ["proposal(number)", stateKeys.proposal(1)],
    ...hashes.map((hash): [string, Uint8Array] => [
      "proposalByHash(hash)",
      stateKeys.proposalByHash(hash),
    ]),
    ["upgradeReady(validator key)", stateKeys.upgradeReady(validatorKeyOf("alpha"))],
    ["membersHead", stateKeys.membersHead()],
    ["member(index)", stateKeys.member(0)],
    ["memberVersion(index, version+1)", stateKeys.memberVersion(0, 2)],
    ["parameters", stateKeys.parameters()],
    ["parametersVersion(version+1)", stateKeys.parametersVersion(2)],
    ["policyHead(operation)", stateKeys.policyHead(20)],
    ["policy(operation, version+1)", stateKeys.policy(20, 1)],
  ];
}
