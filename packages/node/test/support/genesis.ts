// A small network of members, each with one key that does everything, for tests of whole nodes.
import { createHash } from "node:crypto";
import { encodeMultikey } from "@cartorio/crypto";
import { ed25519KeyPairFromSeed, signEd25519, verifySignatureNode } from "@cartorio/crypto/node";
import {
  type CredentialAnchor,
  chainIdOf,
  defaultParameters,
  didOf,
  encodeDidCreate,
  encodeEnvelope,
  encodeGenesis,
  encodeTransactionBody,
  type Genesis,
  genesisDidSigningBytes,
  genesisSigningBytes,
  type Operation,
  type Parameters,
  type ParametersChange,
  readySigningBytes,
  relationship,
  signerRole,
  transactionSigningBytes,
  type ValidatorCandidate,
  type VerifiedGenesis,
  verifyGenesis,
} from "@cartorio/protocol";

export const network = "node-test";

export function seedOf(name: string): Uint8Array {
  return Uint8Array.from(createHash("sha256").update(`cartorio test ${name}`).digest());
}

export interface TestMember {
  readonly did: string;
  readonly multikey: Uint8Array;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
  readonly create: Uint8Array;
}

function member(index: number): TestMember {
  const keys = ed25519KeyPairFromSeed(seedOf(`member ${index}`));
  const multikey = encodeMultikey("ed25519", keys.publicKey);
  const { authentication, assertionMethod, capabilityInvocation } = relationship;
  const create = encodeDidCreate({
    nonce: seedOf(`nonce ${index}`).subarray(0, 16),
    control: { kind: "keys", keys: [multikey], threshold: 1, nextKeyHashes: [] },
    document: {
      verificationMethods: [
        {
          format: 1,
          multikey,
          relationships: authentication | assertionMethod | capabilityInvocation,
        },
      ],
      services: [],
      alsoKnownAs: [],
    },
    recovery: undefined,
  });
  const sign = (bytes: Uint8Array): Uint8Array => signEd25519(keys, bytes);
  return { did: didOf(network, create), multikey, sign, create };
}

export interface TestNetwork {
  readonly genesis: VerifiedGenesis;
  readonly members: readonly TestMember[];
}

export function testNetwork(
  validators: number,
  parameters: Partial<Parameters> = {},
  observers = 0,
): TestNetwork {
  const members = Array.from({ length: Math.max(validators, 4) }, (_, index) => member(index));
  const key = (name: string): Uint8Array => ed25519KeyPairFromSeed(seedOf(name)).publicKey;
  const genesis: Genesis = {
    network,
    time: 1_700_000_000_000,
    parameters: { ...defaultParameters, ...parameters },
    dids: members.map(({ create, multikey, sign }) => ({
      create,
      keys: [multikey],
      signatures: [sign(genesisDidSigningBytes(network, create))],
    })),
    members: members.map(({ did }, index) => ({ did, name: `Member ${index}`, weight: 1 })),
    validators: members.slice(0, validators).map(({ did }, index) => ({
      member: did,
      validatorKey: key(`validator ${index}`),
      nodeKey: key(`node ${index}`),
      addresses: [],
      incarnation: new Uint8Array(0),
    })),
    observers: Array.from({ length: observers }, (_, index) => key(`node ${validators + index}`)),
  };
  const bytes = encodeGenesis(genesis);
  const signatures = members.map(({ did, multikey, sign }) => ({
    did,
    multikey,
    signature: sign(genesisSigningBytes(bytes)),
  }));
  const file = { genesis, bytes, chainId: chainIdOf(bytes), signatures };
  const verified = verifyGenesis(file, verifySignatureNode);
  if (!verified.ok) throw new Error(`test genesis: ${verified.code} ${verified.field ?? ""}`);
  return { genesis: verified.value, members };
}

let nonces = 0;

export interface TestTransaction {
  readonly by: TestMember;
  readonly cosigners?: readonly TestMember[];
  /** Pays, where the author is no member. */
  readonly sponsor?: TestMember;
  readonly operations: readonly Operation[];
  readonly validUntil?: number;
  readonly chainId?: Uint8Array;
}

/** The bytes of an envelope signed by one member as its author, and by others with it. */
export function transaction({ genesis }: TestNetwork, wanted: TestTransaction): Uint8Array {
  const { by, operations, cosigners = [], sponsor } = wanted;
  nonces += 1;
  const author = { did: by.did, multikey: by.multikey, role: signerRole.author };
  const others = cosigners.map(({ did, multikey }) => ({
    did,
    multikey,
    role: signerRole.cosigner,
  }));
  const paying =
    sponsor === undefined
      ? []
      : [{ did: sponsor.did, multikey: sponsor.multikey, role: signerRole.sponsor }];
  const body = encodeTransactionBody({
    chainId: wanted.chainId ?? genesis.chainId,
    signers: [author, ...paying, ...others],
    validUntil: wanted.validUntil ?? Date.now() + 300_000,
    nonce: seedOf(`transaction ${process.pid} ${nonces}`).subarray(0, 16),
    operations,
  });
  const bytes = transactionSigningBytes(body);
  const signing = [by, ...(sponsor === undefined ? [] : [sponsor]), ...cosigners];
  return encodeEnvelope({ body, signatures: signing.map(({ sign }) => sign(bytes)) });
}

export function anchor(by: TestMember, name: string): Operation {
  const value: CredentialAnchor = {
    issuer: by.did,
    kind: 1,
    hash: seedOf(`credential ${name}`),
    treeSize: 0,
    cosigners: [],
    accreditation: 0,
  };
  return { kind: "credentialAnchor", value };
}

/** The keys of node and validator `index`, answered for by member `index` modulo the members. */
export function candidate(
  { genesis, members }: TestNetwork,
  index: number,
  ready: { readonly height: number; readonly incarnation: Uint8Array },
): ValidatorCandidate {
  const { height: readyHeight, incarnation } = ready;
  const member = members[index % members.length]?.did ?? "";
  const validatorKeys = ed25519KeyPairFromSeed(seedOf(`validator ${index}`));
  const nodeKeys = ed25519KeyPairFromSeed(seedOf(`node ${index}`));
  const keys = { validatorKey: validatorKeys.publicKey, nodeKey: nodeKeys.publicKey };
  const statement = { chainId: genesis.chainId, member, ...keys, readyHeight, incarnation };
  const bytes = readySigningBytes(statement);
  return {
    ...{ member, ...keys, readyHeight, incarnation, addresses: [] },
    validatorSignature: signEd25519(validatorKeys, bytes),
    nodeSignature: signEd25519(nodeKeys, bytes),
  };
}

export interface SetChange {
  readonly expectedEpoch: number;
  /** Indices of validators. */
  readonly remove?: readonly number[];
  readonly add?: readonly ValidatorCandidate[];
}

/** A change of the set, signed by all members. */
export function setChange(network: TestNetwork, wanted: SetChange): Uint8Array {
  const [by, ...cosigners] = network.members;
  if (by === undefined) throw new Error("the network has members");
  const { expectedEpoch, remove = [], add = [] } = wanted;
  const keys = remove.map((index) => ed25519KeyPairFromSeed(seedOf(`validator ${index}`)));
  const value = { expectedEpoch, remove: keys.map(({ publicKey }) => publicKey), add };
  return transaction(network, {
    ...{ by, cosigners },
    operations: [{ kind: "validatorChange", value }],
  });
}

/** Parameters that all members propose and so decide. */
export function parametersChange(
  network: TestNetwork,
  wanted: Omit<ParametersChange, "parameters"> & { readonly parameters: Partial<Parameters> },
): Uint8Array {
  const [by, ...cosigners] = network.members;
  if (by === undefined) throw new Error("the network has members");
  const parameters = { ...network.genesis.genesis.parameters, ...wanted.parameters };
  nonces += 1;
  const value = {
    proposer: by.did,
    nonce: seedOf(`proposal ${nonces}`).subarray(0, 16),
    expires: Date.now() + 86_400_000,
    action: { kind: "parameters", value: { ...wanted, parameters } },
  } as const;
  return transaction(network, {
    ...{ by, cosigners },
    operations: [{ kind: "governancePropose", value }],
  });
}

/** The members of the validators say that they run the version, one transaction each. */
export function announcements(
  network: TestNetwork,
  validators: readonly number[],
  protocolVersion: number,
): Uint8Array[] {
  return validators.flatMap((index) => {
    const by = network.members[index];
    const { publicKey: validatorKey } = ed25519KeyPairFromSeed(seedOf(`validator ${index}`));
    const operation: Operation = {
      kind: "upgradeAnnounce",
      value: { validatorKey, protocolVersion },
    };
    return by === undefined ? [] : [transaction(network, { by, operations: [operation] })];
  });
}
