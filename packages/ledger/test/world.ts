import {
  ed25519PublicKey,
  ed25519Sign,
  encodeMultikey,
  p256PublicKey,
  sha256,
  utf8Encode,
} from "@cartorio/crypto";
import {
  anchorKind,
  type Control,
  type CredentialCosign,
  type CredentialLog,
  type CredentialResume,
  type CredentialRevoke,
  type CredentialSuspend,
  chainIdOf,
  type DecodedEnvelope,
  type DidCreate,
  type Document,
  decodeReceipt,
  decodeTransaction,
  defaultParameters,
  didOf,
  type ErrorCode,
  emptyProposal,
  encodeDidCreate,
  encodeEnvelope,
  encodeGenesis,
  encodeProposal,
  encodeTransactionBody,
  errorCodeOf,
  type Genesis,
  genesisDidSigningBytes,
  type IssuerUpdate,
  type KeyControl,
  type Operation,
  type Parameters,
  proposalDigest,
  type Receipt,
  type Recovery,
  relationship,
  removalReason,
  type Signer,
  type SignerRole,
  signerRole,
  type ValidatorSet,
  type VerificationMethod,
} from "@cartorio/protocol";

import {
  applyBlock,
  type ExecutedResult,
  executeBlock,
  type GenesisBlock,
  genesisBlock,
  type Ledger,
  openLedger,
} from "../src/index.ts";
import { type MemoryState, memoryState } from "./memory-state.ts";

export const network = "testnet";
export const genesisTime = 1_750_000_000_000;
export const minute = 60_000;

const keys = new Map<string, Uint8Array>();
export const seedOf = (name: string): Uint8Array => sha256(utf8Encode(`seed of ${name}`));

/** The Ed25519 multikey of a name; the same name is always the same key. */
export function key(name: string): Uint8Array {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const made = encodeMultikey("ed25519", ed25519PublicKey(seedOf(name)));
  keys.set(name, made);
  return made;
}
export const p256Key = (name: string): Uint8Array =>
  encodeMultikey("p256", p256PublicKey(seedOf(name)));
export const x25519Key = (name: string): Uint8Array => encodeMultikey("x25519", seedOf(name));

export const hashOf = (name: string): Uint8Array => sha256(utf8Encode(name));
export const nonceOf = (name: string): Uint8Array => hashOf(name).slice(0, 16);

export const { author, controller, sponsor, cosigner } = signerRole;
const { assertionMethod, authentication, capabilityInvocation } = relationship;

export function method(multikey: Uint8Array, relationships: number): VerificationMethod {
  return { format: 1, multikey, relationships };
}
export function documentWith(...methods: VerificationMethod[]): Document {
  return { verificationMethods: methods, services: [], alsoKnownAs: [] };
}
export function control(names: readonly string[], more: Partial<KeyControl> = {}): KeyControl {
  return { kind: "keys", keys: names.map(key), threshold: 1, nextKeyHashes: [], ...more };
}

/** A DID called `name`: control key `name`, assertion key `name/assert`, sponsor key `name/invoke`. */
export function createOf(name: string, more: Partial<DidCreate> = {}): DidCreate {
  const document = documentWith(
    method(key(`${name}/login`), authentication),
    method(key(`${name}/assert`), assertionMethod),
    method(key(`${name}/invoke`), capabilityInvocation),
  );
  return { nonce: nonceOf(name), control: control([name]), document, recovery: undefined, ...more };
}
/** The keys of the document that {@link createOf} gives. */
export const documentKeysOf = (name: string): Uint8Array[] =>
  ["login", "assert", "invoke"].map((part) => key(`${name}/${part}`));
export const didOfCreate = (create: DidCreate): string => didOf(network, encodeDidCreate(create));
export const did = (name: string): string => didOfCreate(createOf(name));

export const signer = (owner: string, multikey: Uint8Array, role: SignerRole = author): Signer => ({
  did: owner,
  multikey,
  role,
});
/** The sponsor of most tests: member "alpha" with its invocation key. */
export const sponsored: Signer = signer(did("alpha"), key("alpha/invoke"), sponsor);

export const retired = (multikey: Uint8Array) => ({
  multikey,
  reason: removalReason.retired,
  since: 0,
});

const plainChange = { expectedSequence: 0, by: "", accreditation: 0 };

export const op = {
  create: (value: DidCreate): Operation => ({ kind: "didCreate", value }),
  update: (
    owner: string,
    expectedVersion: number,
    document: Document,
    removed: readonly Uint8Array[] = [],
  ): Operation => ({
    kind: "didUpdate",
    value: { did: owner, expectedVersion, document, removals: removed.map(retired) },
  }),
  rotate: (
    owner: string,
    expectedVersion: number,
    to: KeyControl,
    removed: readonly Uint8Array[] = [],
  ): Operation => ({
    kind: "didRotateKeys",
    value: { did: owner, expectedVersion, control: to, removals: removed.map(retired) },
  }),
  deactivate: (owner: string, expectedVersion: number, acknowledge = 0): Operation => ({
    kind: "didDeactivate",
    value: { did: owner, expectedVersion, acknowledge },
  }),
  setControllers: (
    owner: string,
    expectedVersion: number,
    to: Control,
    removed: readonly Uint8Array[] = [],
  ): Operation => ({
    kind: "didSetControllers",
    value: { did: owner, expectedVersion, control: to, removals: removed.map(retired) },
  }),
  setRecovery: (
    owner: string,
    expectedVersion: number,
    recovery: Recovery | undefined,
    nextKeyHashes: readonly Uint8Array[] = [],
  ): Operation => ({
    kind: "didSetRecovery",
    value: { did: owner, expectedVersion, recovery, nextKeyHashes },
  }),
  anchor: (issuer: string, hash: Uint8Array): Operation => ({
    kind: "credentialAnchor",
    value: { issuer, kind: anchorKind.single, hash, treeSize: 0, cosigners: [], accreditation: 0 },
  }),
  revoke: (
    issuer: string,
    commitment: Uint8Array,
    expectedSequence = 0,
    more: Partial<CredentialRevoke> = {},
  ): Operation => ({
    kind: "credentialRevoke",
    value: { ...plainChange, issuer, commitment, expectedSequence, reason: 1, ...more },
  }),
};

/** The credential operations that need more than a hash. */
export const credentialOp = {
  anchorFor: (issuer: string, hash: Uint8Array, cosigners: readonly string[]): Operation => ({
    kind: "credentialAnchor",
    value: { issuer, kind: anchorKind.single, hash, treeSize: 0, cosigners, accreditation: 0 },
  }),
  suspend: (issuer: string, commitment: Uint8Array, more: Partial<CredentialSuspend> = {}) =>
    ({
      kind: "credentialSuspend",
      value: { ...plainChange, issuer, commitment, reason: 0, ...more },
    }) satisfies Operation,
  resume: (issuer: string, commitment: Uint8Array, more: Partial<CredentialResume> = {}) =>
    ({
      kind: "credentialResume",
      value: { ...plainChange, issuer, commitment, ...more },
    }) satisfies Operation,
  cosign: (
    issuer: string,
    hash: Uint8Array,
    more: Pick<CredentialCosign, "cosigner" | "recordHash">,
  ) => ({ kind: "credentialCosign", value: { issuer, hash, ...more } }) satisfies Operation,
  log: (issuer: string, hash: Uint8Array, more: Partial<CredentialLog> = {}) =>
    ({
      kind: "credentialLog",
      value: {
        issuer,
        hash,
        by: "",
        entry: hashOf("entry"),
        code: 1,
        expectedSequence: 0,
        ...more,
      },
    }) satisfies Operation,
  profile: (issuer: string, more: Partial<IssuerUpdate> = {}) =>
    ({
      kind: "issuerUpdate",
      value: {
        issuer,
        expectedSequence: 0,
        revokers: [],
        successor: "",
        anchorRequiredSince: 0,
        ...more,
      },
    }) satisfies Operation,
};

export interface World {
  readonly genesis: Genesis;
  readonly chainId: Uint8Array;
  readonly block0: GenesisBlock;
  readonly state: MemoryState;
  readonly ledger: Ledger;
  /** Makes nonces distinct, so that equal transactions of a test are two. */
  counter: number;
}

export const memberNames = ["alpha", "beta", "gamma", "delta"] as const;

export function genesisOf(parameters: Partial<Parameters> = {}): Genesis {
  const dids = memberNames.map((name) => {
    const create = encodeDidCreate(createOf(name));
    const signature = ed25519Sign(seedOf(name), genesisDidSigningBytes(network, create));
    return { create, keys: [key(name)], signatures: [signature] };
  });
  return {
    network,
    time: genesisTime,
    parameters: { ...defaultParameters, ...parameters },
    dids,
    members: memberNames.map((name) => ({ did: did(name), name, weight: 1 })),
    validators: memberNames.map((name) => ({
      member: did(name),
      validatorKey: ed25519PublicKey(seedOf(`${name}/validator`)),
      nodeKey: ed25519PublicKey(seedOf(`${name}/node`)),
      addresses: [],
      incarnation: new Uint8Array(0),
    })),
    observers: [],
  };
}

export function createWorld(parameters: Partial<Parameters> = {}): World {
  return createWorldOf(genesisOf(parameters));
}

export function createWorldOf(genesis: Genesis): World {
  const genesisBytes = encodeGenesis(genesis);
  const block0 = genesisBlock(genesis, genesisBytes);
  const state = memoryState();
  state.commit(0, block0.writes);
  const chainId = chainIdOf(genesisBytes);
  const world = { genesis, chainId, block0, state, counter: 0 };
  return { ...world, ledger: reopen({ ...world, head: { ...block0, height: 0 } }) };
}

/** The same world twice: what happens in one is not seen in the other. */
export function fork(world: World): World {
  const { header, headerHash, height } = world.ledger.head;
  const parts = { ...world, state: world.state.fork() };
  return { ...parts, ledger: reopen({ ...parts, head: { header, headerHash, height } }) };
}

type Head = { header: GenesisBlock["header"]; headerHash: Uint8Array; height: number };

/** A second ledger on the same stored state. */
export function reopen(
  world: Pick<World, "genesis" | "chainId" | "state"> & { readonly head: Head },
  recovered?: ValidatorSet,
): Ledger {
  const opened = openLedger({
    reader: world.state.reader,
    network,
    chainId: world.chainId,
    head: world.head,
    replay: world.state.replay(),
    recovered,
  });
  if (!opened.ok) throw new Error(`${opened.code} ${opened.field}`);
  return opened.value;
}

export interface TransactionParts {
  readonly signers: readonly Signer[];
  readonly operations: readonly Operation[];
  readonly validUntil?: number;
  readonly nonce?: Uint8Array;
  /** Distinguishes envelopes of one body. */
  readonly signatureByte?: number;
}

export function transaction(world: World, parts: TransactionParts): DecodedEnvelope {
  const { signers, operations, signatureByte = 0 } = parts;
  world.counter += 1;
  const body = encodeTransactionBody({
    chainId: world.chainId,
    signers,
    validUntil: parts.validUntil ?? world.ledger.head.header.time + minute,
    nonce: parts.nonce ?? nonceOf(`transaction ${world.counter}`),
    operations,
  });
  const signatures = signers.map(() => new Uint8Array(64).fill(signatureByte));
  const decoded = decodeTransaction(encodeEnvelope({ body, signatures }), world.chainId);
  if (!decoded.ok) throw new Error(`${decoded.code} ${decoded.field}`);
  return decoded.value;
}

/** Executes the next block without applying it. `time` is the proposal's. */
export function propose(
  world: World,
  envelopes: readonly DecodedEnvelope[],
  time: number = world.ledger.head.header.time + 1000,
): ExecutedResult {
  const height = world.ledger.head.height + 1;
  const { epoch } = world.ledger.validators;
  const proposal = {
    epoch,
    height,
    time,
    proposer: 0,
    envelopeHashes: envelopes.map(({ hash }) => hash),
  };
  const bytes = time === 0 ? emptyProposal(epoch, height) : encodeProposal(proposal);
  return executeBlock(world.ledger, {
    epoch,
    height,
    proposal,
    proposalDigest: proposalDigest(bytes),
    envelopes,
  });
}

export function apply(world: World, result: ExecutedResult): void {
  world.state.commit(result.header.height, result.writes);
  applyBlock(world.ledger, result);
}

export type ReadReceipt = Receipt & { readonly name: ErrorCode | undefined };

export function receiptsOf(result: ExecutedResult): ReadReceipt[] {
  return result.receipts.map((bytes) => {
    const receipt = decodeReceipt(bytes);
    if (!receipt.ok) throw new Error(receipt.code);
    return { ...receipt.value, name: errorCodeOf(receipt.value.code) };
  });
}

/** Executes and applies a block; the receipts tell. */
export function run(
  world: World,
  envelopes: readonly DecodedEnvelope[],
  time?: number,
): ReadReceipt[] {
  const result = propose(world, envelopes, time);
  apply(world, result);
  return receiptsOf(result);
}

/** Runs one transaction in its own block. */
export function runOne(world: World, parts: TransactionParts): ReadReceipt {
  const [receipt] = run(world, [transaction(world, parts)]);
  if (receipt === undefined) throw new Error("no receipt");
  return receipt;
}

/** Creates the DID called `name`, sponsored by alpha, and returns it. */
export function createNamed(world: World, name: string, more: Partial<DidCreate> = {}): string {
  const create = createOf(name, more);
  const owner = didOfCreate(create);
  const names = create.control.kind === "keys" ? create.control.keys : [];
  const signers = [...names.map((multikey) => signer(owner, multikey)), sponsored];
  const receipt = runOne(world, { signers, operations: [op.create(create)] });
  if (receipt.name !== "APPLIED") throw new Error(`create of ${name}: ${receipt.name}`);
  return owner;
}
