// What governance has in the example network: a member, an open proposal, a policy, parameters.
import {
  defaultParameters,
  type GovernancePropose,
  governanceHeadRecord,
  governanceProposalHash,
  governanceProposalIndexRecord,
  governanceProposalRecord,
  memberRecord,
  membersHeadRecord,
  operationNumber,
  parametersRecord,
  policyHeadRecord,
  policyRecord,
  policyRole,
  proposalStatus,
  stateKeys,
} from "@cartorio/protocol";
import type { MemoryChain } from "./memory-chain.ts";

const day = 86_400_000;

/** Puts it into the state; the hash of the proposal. */
export function putGovernance(chain: MemoryChain, member: string, time: number): Uint8Array {
  const since = { time, height: 0 };
  const head = { count: 1, totalWeight: 1, version: 0, dominant: true };
  chain.put(stateKeys.membersHead(), membersHeadRecord.encode(head));
  const record = { did: member, name: "Example University", weight: 1, version: 1, ...since };
  chain.put(stateKeys.member(0), memberRecord.encode(record));
  const parameters = { parameters: defaultParameters, version: 1, activationHeight: 1, ...since };
  chain.put(stateKeys.parameters(), parametersRecord.encode(parameters));
  chain.put(stateKeys.parametersVersion(1), parametersRecord.encode(parameters));
  const operation = operationNumber("schemaRegister");
  const condition = { role: policyRole.member, count: 2, self: false, sponsor: false };
  const policy = { any: [{ all: [condition] }] };
  chain.put(stateKeys.policyHead(operation), policyHeadRecord.encode({ version: 1 }));
  chain.put(stateKeys.policy(operation, 1), policyRecord.encode({ policy, ...since }));
  return putProposal(chain, member, time);
}

function putProposal(chain: MemoryChain, proposer: string, time: number): Uint8Array {
  const value: GovernancePropose = {
    proposer,
    nonce: new Uint8Array(16),
    expires: time + day,
    action: {
      kind: "redact",
      value: { did: proposer, version: 1, schema: new Uint8Array(0), reason: 1 },
    },
  };
  const hash = governanceProposalHash(value);
  const { expires, action } = value;
  const record = governanceProposalRecord.encode({
    ...{ hash, proposer, action, expires, time, height: 0 },
    ...{ status: proposalStatus.open, decidedTime: 0, decidedHeight: 0, code: 0 },
    votes: [{ member: 0, approve: true, time }],
  });
  chain.put(stateKeys.governanceHead(), governanceHeadRecord.encode({ count: 1 }));
  chain.put(stateKeys.proposalByHash(hash), governanceProposalIndexRecord.encode({ number: 1 }));
  chain.put(stateKeys.proposal(1), record);
  return hash;
}
