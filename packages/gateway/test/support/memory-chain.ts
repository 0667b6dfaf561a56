import { ed25519PublicKey, ed25519Sign, hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import {
  type Activation,
  checkpointSigningBytes,
  encodeFinalityCertificate,
  encodeHeader,
  encodeProofBundle,
  encodeProposal,
  encodeRangeBundle,
  encodeValidatorSet,
  envelopeHash,
  type FinalityCertificate,
  type Header,
  headerHash,
  limits,
  merkleRoot,
  type ProvenHeaderParts,
  proposalDigest,
  quorum,
  stateKeys,
  validatorSetHash,
  validatorsHeadRecord,
} from "@cartorio/protocol";
import type { KeyPrefix } from "../../src/index.ts";
import { type Entry, sortedEntries, treeProof, treeRange, treeRoot } from "./memory-tree.ts";

const VALIDATORS = 4;
const zeroHash = new Uint8Array(32);
/** 2026-01-01T00:00:00Z. */
export const genesisTime = 1_767_225_600_000;

export interface MemoryBlock {
  readonly header: Header;
  readonly headerBytes: Uint8Array;
  readonly headerHash: Uint8Array;
  readonly proposal: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
  readonly receipts: readonly Uint8Array[];
  readonly certificate: FinalityCertificate;
  readonly entries: readonly Entry[];
}

export interface SealInput {
  readonly time: number;
  readonly envelopes?: readonly Uint8Array[];
  readonly receipts?: readonly Uint8Array[];
}

/** Four validators that agree on whatever state they are given, with real headers and signatures. */
export interface MemoryChain {
  readonly chainId: Uint8Array;
  readonly network: string;
  /** Encoded ValidatorSet that verifies a height. */
  validatorSet(height: number): Uint8Array;
  /** Makes the next block the last one of its epoch: it names a set with other keys. */
  changeSet(): void;
  readonly blocks: readonly MemoryBlock[];
  get(key: Uint8Array): Uint8Array | undefined;
  put(key: Uint8Array, record: Uint8Array): void;
  /** Every record of the block to come. */
  entries(): readonly Entry[];
  seal(input: SealInput): MemoryBlock;
  latest(): MemoryBlock;
  /** Encoded ProofBundle of the newest block, or of a given height. */
  proof(keys: readonly Uint8Array[], at?: { anchorHeight?: number; height?: number }): Uint8Array;
  /** Encoded RangeBundle, likewise; undefined if it would hold too many records. */
  range(prefix: KeyPrefix, at?: { anchorHeight?: number; height?: number }): Uint8Array | undefined;
}

interface MemorySet {
  readonly epoch: number;
  readonly activationHeight: number;
  readonly seeds: readonly Uint8Array[];
  readonly bytes: Uint8Array;
}

/** Keys differ from epoch to epoch. */
function makeSet(
  network: string,
  { epoch, activationHeight }: { readonly epoch: number; readonly activationHeight: number },
): MemorySet {
  const since = epoch === 0 ? "" : ` since ${epoch}`;
  const seeds = Array.from({ length: VALIDATORS }, (_, index) =>
    sha256(utf8Encode(`validator ${index} of ${network}${since}`)),
  );
  const bytes = encodeValidatorSet({
    epoch,
    activationHeight,
    validators: seeds.map((seed, index) => ({
      member: `did:cartorio:${network}:member-${index}`,
      validatorKey: ed25519PublicKey(seed),
      nodeKey: ed25519PublicKey(sha256(seed)),
      addresses: [`/ip4/127.0.0.1/tcp/${9000 + index}`],
      incarnation: new Uint8Array(0),
    })),
  });
  return { epoch, activationHeight, seeds, bytes };
}

export function createMemoryChain(network = "example"): MemoryChain {
  const chainId = sha256(utf8Encode(`memory chain ${network}`));
  const sets = [makeSet(network, { epoch: 0, activationHeight: 1 })];
  const setAt = (height: number): MemorySet => {
    const set = sets.findLast(({ activationHeight }) => activationHeight <= Math.max(height, 1));
    if (set === undefined) throw new Error("no set");
    return set;
  };
  const state = new Map<string, Entry>();
  const blocks: MemoryBlock[] = [];

  function certify(height: number, hash: Uint8Array): FinalityCertificate {
    const { epoch, seeds } = setAt(height);
    const message = checkpointSigningBytes({ chainId, epoch, height, headerHash: hash });
    const signatures = seeds
      .slice(0, quorum(VALIDATORS))
      .map((seed, validator) => ({ validator, signature: ed25519Sign(seed, message) }));
    return { epoch, height, headerHash: hash, signatures };
  }

  function seal({ time, envelopes = [], receipts = [] }: SealInput): MemoryBlock {
    const height = blocks.length;
    const { epoch } = setAt(height);
    const hashes = envelopes.map(envelopeHash);
    const proposal = encodeProposal({
      epoch,
      height,
      time,
      proposer: 0,
      envelopeHashes: hashes,
    });
    const entries = sortedEntries(state.values());
    const header: Header = {
      parentHash: blocks.at(-1)?.headerHash ?? zeroHash,
      epoch,
      height,
      time,
      proposalDigest: proposalDigest(proposal),
      transactionsRoot: merkleRoot(hashes),
      receiptsRoot: merkleRoot(receipts),
      stateRoot: treeRoot(entries),
      nextValidatorSetHash: validatorSetHash(setAt(height + 1).bytes),
      protocolVersion: 1,
    };
    const headerBytes = encodeHeader(header);
    const hash = headerHash(headerBytes);
    const certificate = certify(height, hash);
    const rest = { proposal, envelopes, receipts, certificate, entries };
    const block = { header, headerBytes, headerHash: hash, ...rest };
    blocks.push(block);
    return block;
  }

  function links(anchor: MemoryBlock, height: number): Activation[] {
    const first = setAt(anchor.header.height + 1);
    const changes = sets
      .filter((set) => set.epoch > first.epoch && set.activationHeight <= height)
      .flatMap((set) => {
        const last = blocks[set.activationHeight - 1];
        if (last === undefined) return [];
        const { headerBytes: header, certificate } = last;
        return [{ header, certificate, validatorSet: set.bytes }];
      });
    const start = { header: anchor.headerBytes, certificate: undefined, validatorSet: first.bytes };
    return [start, ...changes];
  }

  function latest(): MemoryBlock {
    const block = blocks.at(-1);
    if (block === undefined) throw new Error("no block yet");
    return block;
  }

  function partsAt({ anchorHeight = 0, height }: { anchorHeight?: number; height?: number }) {
    const block = height === undefined ? latest() : blocks[height];
    const anchor = blocks[anchorHeight];
    if (anchor === undefined || block === undefined) throw new Error("no such height");
    const parts: ProvenHeaderParts = {
      version: 1,
      chainId,
      activations: links(anchor, block.header.height),
      header: block.headerBytes,
      certificate: block.certificate,
    };
    return { parts, block };
  }

  const put = (key: Uint8Array, record: Uint8Array): void =>
    void state.set(hexEncode(key), { key, record });
  const putSet = ({ epoch, bytes }: MemorySet): void => {
    put(stateKeys.validatorSet(epoch), bytes);
    put(stateKeys.validatorsHead(), validatorsHeadRecord.encode({ epoch }));
  };

  for (const set of sets) putSet(set);
  seal({ time: genesisTime });
  return {
    chainId,
    network,
    validatorSet: (height) => setAt(height).bytes,
    changeSet() {
      const set = makeSet(network, { epoch: sets.length, activationHeight: blocks.length + 1 });
      sets.push(set);
      putSet(set);
    },
    blocks,
    get: (key) => state.get(hexEncode(key))?.record,
    put,
    entries: () => [...state.values()],
    seal,
    latest,
    range({ key, bits }, at = {}) {
      const { parts, block } = partsAt(at);
      const { records, ...place } = treeRange(block.entries, key, bits);
      if (records.length > limits.maxRangeRecords) return undefined;
      return encodeRangeBundle({ ...parts, ...place, records });
    },
    proof(keys, at = {}) {
      const { parts, block } = partsAt(at);
      const byKey = new Map(block.entries.map((entry) => [hexEncode(entry.key), entry.record]));
      return encodeProofBundle({
        ...parts,
        multiproof: treeProof(block.entries, keys),
        records: keys.map((key) => byKey.get(hexEncode(key)) ?? new Uint8Array()),
      });
    },
  };
}

export function certificateBytes(block: MemoryBlock): Uint8Array {
  return encodeFinalityCertificate(block.certificate);
}
