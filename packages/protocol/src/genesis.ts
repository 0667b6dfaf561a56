import {
  concatBytes,
  decodeMultikey,
  equalBytes,
  isAdmissibleEd25519Key,
  utf8Encode,
} from "@cartorio/crypto";
import type { ValidatorSet } from "./block-types.ts";
import { accept, refuse } from "./codec.ts";
import { didOf } from "./did.ts";
import type { DidCreate, KeyControl } from "./did-types.ts";
import { areDistinct, areSortedDistinct } from "./distinct.ts";
import type { Decoded } from "./errors.ts";
import { checkGenesis, encodeGenesis } from "./genesis-codec.ts";
import type {
  Genesis,
  GenesisDid,
  GenesisFile,
  Parameters,
  VerifiedGenesis,
} from "./genesis-types.ts";
import { chainIdOf } from "./ids.ts";
import { limits } from "./limits.ts";
import { tags } from "./tags.ts";
import { maxTransactionCost } from "./transaction.ts";
import { decodeDidCreate } from "./transaction-codec.ts";

const genesisTag = utf8Encode(tags.genesis);
const genesisDidTag = utf8Encode(tags.genesisDid);
const wholePercent = 100;
const weightDivisor = 3;
/** Fewer members cannot all stay below a third. */
const membersWithShares = 4;

/** Verdict on a signature under a multikey. `verifySignature` of @cartorio/crypto is one. */
export type VerifyMultikeySignature = (
  multikey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;

/** What a genesis gets unless its author says otherwise; the reason stands beside each. */
export const defaultParameters: Parameters = {
  protocolVersion: 1,
  /** About 4,000 ordinary transactions: more than a block may name. */
  maxBlockBytes: 2 * 1024 * 1024,
  /** About 1,500 ordinary transactions with one Ed25519 signature. */
  maxBlockCost: 4_000_000,
  /** Keeps a block's signature checks below half a second on one core. */
  maxBlockTransactions: 1024,
  /** One sponsor never fills a block alone. */
  sponsorSharePercent: 50,
  /** Ids of long-lived transactions stay in replay memory for days. */
  longLivedPerSponsorDay: 1000,
  /** Progress timer: docs/consensus.md 4. */
  baseTimeoutMs: 2000,
  maxTimeoutMs: 8000,
  /** docs/consensus.md 7. */
  maxClockDriftMs: 10_000,
  heartbeatIntervalMs: 10_000,
  /** Rotation: a bad primary costs at most one tenure (docs/consensus.md 4). */
  rotationBlocks: 1000,
  rotationTimeMs: 30_000,
};

/** What every member signs: the tag, then the genesis bytes. */
export function genesisSigningBytes(genesisBytes: Uint8Array): Uint8Array {
  return concatBytes(genesisTag, genesisBytes);
}

/**
 * What a threshold of a genesis DID's own control keys signs: tag || network || create bytes. A
 * create starts with a byte below 0x20, which no network name contains.
 */
export function genesisDidSigningBytes(network: string, createBytes: Uint8Array): Uint8Array {
  return concatBytes(genesisDidTag, utf8Encode(network), createBytes);
}

/** The set of epoch 0: it verifies the heights from 1 on. */
export function genesisValidatorSet(genesis: Genesis): ValidatorSet {
  return { epoch: 0, activationHeight: 1, validators: genesis.validators };
}

/**
 * True rules of a genesis (docs/ledger.md 1, 2, 8): bytes and chain id belong together; every DID is
 * signed by a threshold of its own keys; members are such DIDs with weights below a third each (from
 * four members on); 1 or 4..31 validators with keys of their own; signed by every member.
 *
 * Codes: GENESIS_INVALID with the field, GENESIS_MISMATCH if the chain id is another one. Total.
 */
export function verifyGenesis(
  file: GenesisFile,
  verify: VerifyMultikeySignature,
): Decoded<VerifiedGenesis> {
  const { genesis } = file;
  const form = checkGenesis(genesis);
  if (form !== undefined) return refuse("GENESIS_INVALID", form);
  if (!equalBytes(encodeGenesis(genesis), file.bytes)) return refuse("GENESIS_INVALID", "bytes");
  if (!equalBytes(chainIdOf(file.bytes), file.chainId)) return refuse("GENESIS_MISMATCH");
  const creates = readCreates(genesis, verify);
  if (creates === undefined) return refuse("GENESIS_INVALID", "dids");
  const controls = new Map(creates.map((entry) => [entry.did, entry.control]));
  const problem =
    parametersProblem(genesis.parameters) ??
    membersProblem(genesis, controls) ??
    validatorsProblem(genesis);
  if (problem !== undefined) return refuse("GENESIS_INVALID", problem);
  if (!isSignedByMembers(file, controls, verify)) return refuse("GENESIS_INVALID", "signatures");
  return accept({ ...file, validatorSet: genesisValidatorSet(genesis), creates });
}

interface ReadCreate {
  readonly did: string;
  readonly create: DidCreate;
  readonly control: KeyControl;
}

/** All creates, each signed, of distinct DIDs; undefined if one is not in order. */
function readCreates(
  { network, dids }: Genesis,
  verify: VerifyMultikeySignature,
): ReadCreate[] | undefined {
  const creates: ReadCreate[] = [];
  for (const entry of dids) {
    const decoded = decodeDidCreate(entry.create);
    if (!decoded.ok) return undefined;
    const { control } = decoded.value;
    if (control.kind !== "keys" || !isSoundControl(control)) return undefined;
    if (!isSignedByControl(entry, control)) return undefined;
    const message = genesisDidSigningBytes(network, entry.create);
    const signed = entry.keys.every((key, index) => {
      const signature = entry.signatures[index];
      return signature !== undefined && verify(key, message, signature);
    });
    if (!signed) return undefined;
    creates.push({ did: didOf(network, entry.create), create: decoded.value, control });
  }
  const distinct = new Set(creates.map((entry) => entry.did)).size === creates.length;
  return distinct ? creates : undefined;
}

function isSoundControl({ keys, threshold }: KeyControl): boolean {
  return (
    threshold >= 1 && threshold <= keys.length && areDistinct(keys) && keys.every(isSigningKey)
  );
}

function isSigningKey(multikey: Uint8Array): boolean {
  const kind = decodeMultikey(multikey)?.kind;
  return kind === "ed25519" || kind === "p256";
}

/** Keys ascending, each a control key, as many as the threshold asks for. */
function isSignedByControl({ keys }: GenesisDid, control: KeyControl): boolean {
  return (
    keys.length >= control.threshold &&
    areSortedDistinct(keys) &&
    keys.every((key) => includesBytes(control.keys, key))
  );
}

function includesBytes(list: readonly Uint8Array[], bytes: Uint8Array): boolean {
  return list.some((item) => equalBytes(item, bytes));
}

/** The most expensive transaction must fit into its sponsor's share, or it could never be ordered. */
function parametersProblem(parameters: Parameters): string | undefined {
  const share = (parameters.maxBlockCost * parameters.sponsorSharePercent) / wholePercent;
  return share >= maxTransactionCost ? undefined : "parameters.maxBlockCost";
}

function membersProblem(
  { members }: Genesis,
  controls: ReadonlyMap<string, KeyControl>,
): string | undefined {
  if (members.length === 0) return "members";
  if (new Set(members.map((member) => member.did)).size !== members.length) return "members.did";
  if (members.some((member) => !controls.has(member.did))) return "members.did";
  const total = members.reduce((sum, member) => sum + member.weight, 0);
  const sharing = members.length >= membersWithShares;
  const bad = members.some(
    ({ weight }) => weight === 0 || (sharing && weight * weightDivisor >= total),
  );
  return bad ? "members.weight" : undefined;
}

function validatorsProblem({ validators, members, observers }: Genesis): string | undefined {
  const n = validators.length;
  if (n !== 1 && n < limits.minValidators) return "validators";
  const dids = new Set(members.map((member) => member.did));
  if (validators.some((validator) => !dids.has(validator.member))) return "validators.member";
  if (validators.some(({ incarnation }) => incarnation.length > 0)) return "validators.incarnation";
  const keys = validators.flatMap((validator) => [validator.validatorKey, validator.nodeKey]);
  const all = [...keys, ...observers];
  if (!areDistinct(all)) return "validators.keys";
  return all.every(isAdmissibleEd25519Key) ? undefined : "validators.keys";
}

/** Every signature is by a control key of a member, none twice, and every member meets its threshold. */
function isSignedByMembers(
  { genesis, bytes, signatures }: GenesisFile,
  controls: ReadonlyMap<string, KeyControl>,
  verify: VerifyMultikeySignature,
): boolean {
  const message = genesisSigningBytes(bytes);
  const memberDids = new Set(genesis.members.map((member) => member.did));
  const signed = new Map<string, Uint8Array[]>();
  for (const { did, multikey, signature } of signatures) {
    const control = memberDids.has(did) ? controls.get(did) : undefined;
    if (control === undefined || !includesBytes(control.keys, multikey)) return false;
    const before = signed.get(did) ?? [];
    if (includesBytes(before, multikey) || signature.length !== limits.signatureBytes) return false;
    if (!verify(multikey, message, signature)) return false;
    signed.set(did, [...before, multikey]);
  }
  return genesis.members.every(({ did }) => {
    const threshold = controls.get(did)?.threshold ?? Number.POSITIVE_INFINITY;
    return (signed.get(did)?.length ?? 0) >= threshold;
  });
}
