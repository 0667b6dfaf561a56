// Every codec with samples: the table behind fuzzing, encoding rules and vectors.

import * as protocol from "../src/index.ts";
import { accreditationCases, accreditationOperations } from "./accreditation-cases.ts";
import { type CodecCase, codec } from "./codec-case.ts";
import { credentialCases } from "./credential-cases.ts";
import { didCases } from "./did-cases.ts";
import { didOperations } from "./did-samples.ts";
import { sampleGenesis } from "./genesis-samples.ts";
import { governanceCases } from "./governance-cases.ts";
import { governanceOperations } from "./governance-samples.ts";
import { registryCases } from "./registry-cases.ts";
import { registryOperations } from "./registry-samples.ts";
import * as samples from "./samples.ts";

const { bytes16, bytes32, chainId, multikeyOf, sponsor, timeMs } = samples;

export const codecCases: readonly CodecCase[] = [
  codec({
    name: "TransactionBody",
    values: [
      ...[samples.smallBody, samples.fullBody, samples.bodyWith(samples.validatorOperations)],
      samples.bodyWith(registryOperations),
      samples.bodyWith(didOperations),
      samples.bodyWith(samples.credentialOperations),
      samples.bodyWith(governanceOperations),
      samples.bodyWith(accreditationOperations),
    ],
    encode: protocol.encodeTransactionBody,
    decode: protocol.decodeTransactionBody,
  }),
  codec({
    name: "Envelope",
    values: [{ body: Uint8Array.of(1), signatures: [signatureSample()] }],
    encode: protocol.encodeEnvelope,
    decode: protocol.decodeEnvelope,
  }),
  codec({
    name: "DidCreate",
    values: [
      samples.didCreate,
      samples.minimalCreate,
      { ...samples.minimalCreate, legalEntity: true },
    ],
    encode: protocol.encodeDidCreate,
    decode: protocol.decodeDidCreate,
  }),
  codec({
    name: "ReadyStatement",
    values: [samples.readyStatement],
    encode: protocol.encodeReadyStatement,
    decode: protocol.decodeReadyStatement,
  }),
  codec({
    name: "Proposal",
    values: [samples.proposal, manyHashes()],
    encode: protocol.encodeProposal,
    decode: protocol.decodeProposal,
  }),
  codec({
    name: "Header",
    values: [samples.header],
    encode: protocol.encodeHeader,
    decode: protocol.decodeHeader,
  }),
  codec({
    name: "Receipt",
    values: [samples.receipt],
    encode: protocol.encodeReceipt,
    decode: protocol.decodeReceipt,
  }),
  codec({
    name: "VoteStatement",
    values: [samples.voteStatement],
    encode: protocol.encodeVoteStatement,
    decode: protocol.decodeVoteStatement,
  }),
  codec({
    name: "CheckpointStatement",
    values: [samples.checkpointStatement],
    encode: protocol.encodeCheckpointStatement,
    decode: protocol.decodeCheckpointStatement,
  }),
  codec({
    name: "PreparedCertificate",
    values: [samples.preparedCertificate],
    encode: protocol.encodePreparedCertificate,
    decode: protocol.decodePreparedCertificate,
  }),
  codec({
    name: "FinalityCertificate",
    values: [samples.finalityCertificate],
    encode: protocol.encodeFinalityCertificate,
    decode: protocol.decodeFinalityCertificate,
  }),
  codec({
    name: "ValidatorSet",
    values: [samples.validatorSet, samples.nextSet],
    encode: protocol.encodeValidatorSet,
    decode: protocol.decodeValidatorSet,
  }),
  codec({
    name: "Block",
    values: [samples.block, { ...samples.block, certificate: undefined }],
    encode: protocol.encodeBlock,
    decode: protocol.decodeBlock,
  }),
  codec({
    name: "ConsensusMessage",
    values: samples.messages,
    encode: protocol.encodeConsensusMessage,
    decode: protocol.decodeConsensusMessage,
  }),
  codec({
    name: "SuspectBody",
    values: [samples.suspectBody, { ...samples.suspectBody, reason: 1, envelope: none() }],
    encode: protocol.encodeSuspectBody,
    decode: protocol.decodeSuspectBody,
  }),
  codec({
    name: "ViewChangeBody",
    values: [samples.viewChangeBody, { ...samples.viewChangeBody, certificate: undefined }],
    encode: protocol.encodeViewChangeBody,
    decode: protocol.decodeViewChangeBody,
  }),
  codec({
    name: "NewViewBody",
    values: [samples.newViewBody],
    encode: protocol.encodeNewViewBody,
    decode: protocol.decodeNewViewBody,
  }),
  codec({
    name: "Status",
    values: [samples.status],
    encode: protocol.encodeStatus,
    decode: protocol.decodeStatus,
  }),
  codec({
    name: "Genesis",
    values: [sampleGenesis(["alpha"])],
    encode: protocol.encodeGenesis,
    decode: protocol.decodeGenesis,
  }),
  ...credentialCases,
  ...accreditationCases,
  codec({
    name: "ReplayBucketRecord",
    values: [{ count: 4, runningHash: bytes32("running") }],
    encode: protocol.replayBucketRecord.encode,
    decode: protocol.replayBucketRecord.decode,
  }),
  codec({
    name: "LongLivedRecord",
    values: [{ count: 17 }],
    encode: protocol.longLivedRecord.encode,
    decode: protocol.longLivedRecord.decode,
  }),
  codec({
    name: "MemberRecord",
    values: [
      {
        ...{ did: sponsor, name: "Registry authority", weight: 1 },
        ...{ version: 2, time: timeMs, height: 7 },
      },
    ],
    encode: protocol.memberRecord.encode,
    decode: protocol.memberRecord.decode,
  }),
  codec({
    name: "MemberIndexRecord",
    values: [{ index: 3 }],
    encode: protocol.memberIndexRecord.encode,
    decode: protocol.memberIndexRecord.decode,
  }),
  codec({
    name: "MembersHeadRecord",
    values: [{ count: 4, totalWeight: 4, version: 3, dominant: true }],
    encode: protocol.membersHeadRecord.encode,
    decode: protocol.membersHeadRecord.decode,
  }),
  codec({
    name: "ParametersRecord",
    values: [
      {
        parameters: samples.parameters,
        ...{ version: 2, activationHeight: 24, time: timeMs, height: 7 },
      },
    ],
    encode: protocol.parametersRecord.encode,
    decode: protocol.parametersRecord.decode,
  }),
  ...didCases,
  ...governanceCases,
  ...registryCases,
  codec({
    name: "ValidatorsHeadRecord",
    values: [{ epoch: 2 }],
    encode: protocol.validatorsHeadRecord.encode,
    decode: protocol.validatorsHeadRecord.decode,
  }),
  codec({
    name: "ReentryRecord",
    values: [{ time: timeMs, height: 7 }],
    encode: protocol.reentryRecord.encode,
    decode: protocol.reentryRecord.decode,
  }),
  codec({
    name: "Multiproof",
    values: [multiproofSample()],
    encode: protocol.encodeMultiproof,
    decode: protocol.decodeMultiproof,
  }),
  codec({
    name: "ProofBundle",
    values: [proofBundleSample()],
    encode: protocol.encodeProofBundle,
    decode: protocol.decodeProofBundle,
  }),
  codec({
    name: "RangeBundle",
    values: [rangeBundleSample()],
    encode: protocol.encodeRangeBundle,
    decode: protocol.decodeRangeBundle,
  }),
  codec({
    name: "InclusionPath",
    values: [{ leafIndex: 3, treeSize: 8, path: [bytes32("a"), bytes32("b"), bytes32("c")] }],
    encode: protocol.encodeInclusionPath,
    decode: protocol.decodeInclusionPath,
  }),
  codec({
    name: "Hello",
    values: [
      {
        chainId,
        protocolVersion: 1,
        certifiedHeight: 7,
        executedHeight: 8,
        instance: bytes16("instance"),
      },
    ],
    encode: protocol.encodeHello,
    decode: protocol.decodeHello,
  }),
  codec({
    name: "TransactionGossip",
    values: [{ envelopes: [samples.smallEnvelope, Uint8Array.of(1)] }],
    encode: protocol.encodeTransactionGossip,
    decode: protocol.decodeTransactionGossip,
  }),
  codec<protocol.SyncRequest>({
    name: "SyncRequest",
    values: [
      { id: 1, kind: "blocks", fromHeight: 5, count: 8 },
      { id: 2, kind: "envelopes", hashes: [bytes32("one")] },
      { id: 3, kind: "proposals", hashes: [bytes32("two")] },
      { id: 4, kind: "ownVotes", epoch: 2, validator: 3 },
    ],
    encode: protocol.encodeSyncRequest,
    decode: protocol.decodeSyncRequest,
  }),
  codec<protocol.OwnVotesAnswer>({
    name: "OwnVotesAnswer",
    values: [
      { epoch: 1, amnesia: true, fresh: false, certificate: undefined, messages: [] },
      {
        epoch: 0,
        amnesia: false,
        fresh: true,
        certificate: samples.finalityCertificate,
        messages: samples.messages.map(protocol.encodeConsensusMessage),
      },
    ],
    encode: protocol.encodeOwnVotesAnswer,
    decode: protocol.decodeOwnVotesAnswer,
  }),
  codec({
    name: "SyncResponse",
    values: [{ id: 2, items: [samples.smallEnvelope], certifiedHeight: 7 }],
    encode: protocol.encodeSyncResponse,
    decode: protocol.decodeSyncResponse,
  }),
  codec({
    name: "JournalRecord",
    values: samples.journalRecords,
    encode: protocol.encodeJournalRecord,
    decode: protocol.decodeJournalRecord,
  }),
  codec({
    name: "JournalFrame",
    values: [samples.journalFrame],
    encode: protocol.encodeJournalFrame,
    decode: protocol.decodeJournalFrame,
  }),
  codec({
    name: "GuardRecord",
    values: [
      {
        chainId,
        epoch: 0,
        incarnation: bytes16("incarnation"),
        counter: 12,
        mustReenter: 2002,
        complete: true,
      },
    ],
    encode: protocol.encodeGuardRecord,
    decode: protocol.decodeGuardRecord,
  }),
  codec({
    name: "RecoveryBody",
    values: [recoveryBody(), { ...recoveryBody(), certificate: undefined, heights: [] }],
    encode: protocol.encodeRecoveryBody,
    decode: protocol.decodeRecoveryBody,
  }),
  codec({
    name: "RecoveryManifest",
    values: [
      {
        body: protocol.encodeRecoveryBody(recoveryBody()),
        signatures: [{ did: sponsor, multikey: multikeyOf("m0"), signature: signatureSample() }],
      },
    ],
    encode: protocol.encodeRecoveryManifest,
    decode: protocol.decodeRecoveryManifest,
  }),
];

function headerPartsSample(): protocol.ProvenHeaderParts {
  return {
    version: 1,
    chainId,
    activations: [
      {
        header: protocol.encodeHeader(samples.header),
        certificate: undefined,
        validatorSet: protocol.encodeValidatorSet(samples.validatorSet),
      },
      {
        header: protocol.encodeHeader(samples.header),
        certificate: samples.finalityCertificate,
        validatorSet: protocol.encodeValidatorSet(samples.nextSet),
      },
    ],
    header: protocol.encodeHeader(samples.header),
    certificate: samples.finalityCertificate,
  };
}

export function proofBundleSample(): protocol.ProofBundle {
  const records = [protocol.longLivedRecord.encode({ count: 1 }), none()];
  return { ...headerPartsSample(), multiproof: multiproofSample(), records };
}

export function rangeBundleSample(): protocol.RangeBundle {
  const record = protocol.longLivedRecord.encode({ count: 1 });
  return {
    ...headerPartsSample(),
    prefixBits: 3,
    prefix: Uint8Array.of(0xa0),
    siblings: [bytes32("a"), bytes32("b"), new Uint8Array(32)],
    records: [
      { key: new Uint8Array(32).fill(0xa1), record },
      { key: new Uint8Array(32).fill(0xbf), record },
    ],
  };
}

function none(): Uint8Array {
  return new Uint8Array(0);
}
function signatureSample(): Uint8Array {
  return samples.signAs("v0", Uint8Array.of(0));
}
function manyHashes(): protocol.Proposal {
  const envelopeHashes = Array.from({ length: 20 }, (_, index) => bytes32(`envelope ${index}`));
  return { ...samples.proposal, envelopeHashes };
}
function recoveryBody(): protocol.RecoveryBody {
  const proposal = protocol.encodeProposal(samples.proposal);
  const height = { proposal, envelopes: [Uint8Array.of(1, 2, 3)] };
  const validatorSet = protocol.encodeValidatorSet(samples.validatorSet);
  return { chainId, certificate: samples.finalityCertificate, heights: [height], validatorSet };
}
function multiproofSample(): protocol.Multiproof {
  return {
    shape: Uint8Array.of(4, 3, 4, 1, 2),
    hashes: [bytes32("subtree")],
    others: [{ key: bytes32("other key"), recordHash: bytes32("other record") }],
  };
}
