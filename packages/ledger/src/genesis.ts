import {
  chainIdOf,
  decodeDidCreate,
  didOf,
  type ErrorCode,
  emptyProposal,
  encodeHeader,
  encodeValidatorSet,
  type Genesis,
  genesisValidatorSet,
  type Header,
  headerHash,
  memberIndexRecord,
  memberRecord,
  membersHeadRecord,
  merkleRoot,
  parametersRecord,
  proposalDigest,
  stateKeys,
  validatorSetHash,
  validatorsHeadRecord,
} from "@cartorio/protocol";
import { finishState } from "./block-writes.ts";
import { createGenerationCache } from "./generation-cache.ts";
import { checkDidCreate, createDid } from "./handlers/did-create.ts";
import type { Member } from "./members.ts";
import { pageHash } from "./page.ts";
import type { PolicyInForce } from "./policies.ts";
import type { StateReader, StateWrites } from "./ports.ts";
import { startReplayBlock } from "./replay.ts";
import {
  type BlockState,
  commitTransaction,
  type DidState,
  startBlock,
  startTransaction,
  writeRecord,
} from "./state.ts";
import { StateError } from "./state-error.ts";
import { createTreeReader } from "./tree-reader.ts";
import { isThird } from "./weight.ts";

/** Nobody sponsored what genesis creates. */
const noSponsor = "";
const firstVersion = 1;
/** As of the first set: it verifies the heights from here on. */
const firstHeight = 1;
const zeroHash = new Uint8Array(32);

export interface GenesisBlock {
  readonly chainId: Uint8Array;
  readonly header: Header;
  readonly headerBytes: Uint8Array;
  readonly headerHash: Uint8Array;
  /** The empty proposal of height 0. */
  readonly proposal: Uint8Array;
  readonly writes: StateWrites;
}

/**
 * Block 0: DIDs, members, parameters and the first validator set, at the genesis time. `genesis` is
 * one that `verifyGenesis` of protocol and {@link checkGenesis} accept, else INV-LEDGER-GENESIS is
 * thrown; `genesisBytes` are its exact bytes.
 */
export function genesisBlock(genesis: Genesis, genesisBytes: Uint8Array): GenesisBlock {
  if (checkGenesis(genesis) !== undefined) {
    throw new Error("INV-LEDGER-GENESIS: the genesis was not checked");
  }
  const block = startEmpty(genesis);
  writeDids(block, genesis);
  writeMembers(block, genesis);
  writeParameters(block, genesis);
  const validators = genesisValidatorSet(genesis);
  const setBytes = encodeValidatorSet(validators);
  const { epoch } = validators;
  writeRecord(block, stateKeys.validatorSet(epoch), setBytes);
  writeRecord(block, stateKeys.validatorsHead(), validatorsHeadRecord.encode({ epoch }));
  const replay = { block: startReplayBlock(new Map()), expired: [] };
  const { writes, update } = finishState(block, undefined, replay);
  const proposal = emptyProposal(epoch, 0);
  const header: Header = {
    parentHash: zeroHash,
    epoch,
    height: 0,
    time: genesis.time,
    proposalDigest: proposalDigest(proposal),
    transactionsRoot: merkleRoot([]),
    receiptsRoot: merkleRoot([]),
    stateRoot: pageHash(update.root),
    nextValidatorSetHash: validatorSetHash(setBytes),
    protocolVersion: genesis.parameters.protocolVersion,
  };
  const headerBytes = encodeHeader(header);
  return {
    chainId: chainIdOf(genesisBytes),
    header,
    headerBytes,
    headerHash: headerHash(headerBytes),
    proposal,
    writes,
  };
}

/**
 * The ledger's rules for a genesis, beside those of `verifyGenesis`: its DIDs obey the rules of
 * `did.create`, are distinct, and hold every member and every validator's member; members are
 * distinct. Code: GENESIS_INVALID.
 */
export function checkGenesis(genesis: Genesis): ErrorCode | undefined {
  const dids = new Set<string>();
  for (const { create } of genesis.dids) {
    const operation = decodeDidCreate(create);
    if (!operation.ok || operation.value.control.kind !== "keys") return "GENESIS_INVALID";
    const problem = checkDidCreate(operation.value, genesis.parameters.maxClockDriftMs);
    if (problem !== undefined) return "GENESIS_INVALID";
    dids.add(didOf(genesis.network, create));
  }
  const members = new Set(genesis.members.map(({ did }) => did));
  const isConsistent =
    dids.size === genesis.dids.length &&
    members.size === genesis.members.length &&
    [...members].every((did) => dids.has(did)) &&
    genesis.validators.every(({ member }) => members.has(member));
  return isConsistent ? undefined : "GENESIS_INVALID";
}

/** Below block 0 there is nothing to read. */
const nothing: StateReader = {
  page: () => {
    throw new StateError("there is no page below genesis");
  },
  record: () => {
    throw new StateError("there is no record below genesis");
  },
};

function startEmpty({ network, parameters, time }: Genesis): BlockState {
  const base = {
    network,
    parameters,
    members: new Map<string, Member>(),
    policies: new Map<number, PolicyInForce>(),
    tree: createTreeReader(nothing),
    root: undefined,
    dids: createGenerationCache<string, DidState>(0),
  };
  return startBlock(base, { height: 0, time });
}

function writeDids(block: BlockState, { network, dids }: Genesis): void {
  for (const { create } of dids) {
    const operation = decodeDidCreate(create);
    const state = startTransaction(block);
    const isCreated =
      operation.ok &&
      createDid(state, didOf(network, create), {
        operation: operation.value,
        sponsor: noSponsor,
      }).ok;
    if (!isCreated) throw new Error("INV-LEDGER-GENESIS: a DID was not created");
    commitTransaction(state);
  }
}

/** Changes of members are counted from here: genesis is none. */
function writeMembers(block: BlockState, { members }: Genesis): void {
  const { time, height } = block;
  for (const [index, member] of members.entries()) {
    const record = memberRecord.encode({ ...member, version: firstVersion, time, height });
    writeRecord(block, stateKeys.member(index), record);
    writeRecord(block, stateKeys.memberVersion(index, firstVersion), record);
    writeRecord(block, stateKeys.memberByDid(member.did), memberIndexRecord.encode({ index }));
  }
  const totalWeight = members.reduce((sum, { weight }) => sum + weight, 0);
  const head = membersHeadRecord.encode({
    ...{ count: members.length, totalWeight, version: 0 },
    dominant: members.some(({ weight }) => isThird(weight, totalWeight)),
  });
  writeRecord(block, stateKeys.membersHead(), head);
}

function writeParameters(block: BlockState, { parameters }: Genesis): void {
  const { time, height } = block;
  const record = parametersRecord.encode({
    ...{ parameters, version: firstVersion, activationHeight: firstHeight, time, height },
  });
  writeRecord(block, stateKeys.parameters(), record);
  writeRecord(block, stateKeys.parametersVersion(firstVersion), record);
}
