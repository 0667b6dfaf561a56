// What the ledger suite writes. DID number i follows from i alone, so any of a million can be named
// again without being kept.
import { byteKey, encodeMultikey, sha256, utf8Encode } from "@cartorio/crypto";
import { type Ed25519KeyPair, ed25519KeyPairFromSeed, signEd25519 } from "@cartorio/crypto/node";
import {
  anchorKind,
  type DidCreate,
  type Document,
  didOf,
  encodeDidCreate,
  nextKeyHash,
  type Operation,
  relationship,
  type Signer,
  signerRole,
} from "@cartorio/protocol";

/** Keys of all DIDs: a key's first sight costs a check of the curve, which is no part of this suite. */
const pooledKeys = 64;

const keys = new Map<string, Uint8Array>();
const pairs = new Map<string, Ed25519KeyPair>();

/** The Ed25519 multikey of a name. */
export function keyOf(name: string): Uint8Array {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const pair = ed25519KeyPairFromSeed(sha256(utf8Encode(name)));
  const made = encodeMultikey("ed25519", pair.publicKey);
  keys.set(name, made);
  pairs.set(byteKey(made), pair);
  return made;
}

/** The signature by a multikey that {@link keyOf} gave. */
export function signBy(multikey: Uint8Array, message: Uint8Array): Uint8Array {
  const pair = pairs.get(byteKey(multikey));
  if (pair === undefined) throw new Error("a key has no pair");
  return signEd25519(pair, message);
}

const pooled = (index: number, part: string): Uint8Array => keyOf(`${part} ${index % pooledKeys}`);

/** A member: control key `name`, sponsor key `name/invoke`. */
export function createOf(name: string, network: string): DidCreate {
  const document = documentOf([[keyOf(`${name}/invoke`), relationship.capabilityInvocation]]);
  const nonce = sha256(utf8Encode(`${network} ${name}`)).slice(0, 16);
  const control = {
    kind: "keys",
    keys: [keyOf(name)],
    threshold: 1,
    nextKeyHashes: [] as Uint8Array[],
  } as const;
  return { nonce, control, document, recovery: undefined };
}

function documentOf(methods: readonly (readonly [Uint8Array, number])[]): Document {
  return {
    verificationMethods: methods.map(([multikey, relationships]) => ({
      format: 1,
      multikey,
      relationships,
    })),
    services: [],
    alsoKnownAs: [],
  };
}

/** The document of a DID: a key to log in and a key to sign credentials. */
function documentOfIndex(index: number): Document {
  return documentOf([
    [pooled(index, "login"), relationship.authentication],
    [pooled(index, "assert"), relationship.assertionMethod],
  ]);
}

function createOfIndex(index: number): DidCreate {
  return {
    nonce: sha256(utf8Encode(`DID ${index}`)).slice(0, 16),
    control: {
      kind: "keys",
      keys: [pooled(index, "control")],
      threshold: 1,
      nextKeyHashes: [nextKeyHash(pooled(index, "next"))],
    },
    document: documentOfIndex(index),
    recovery: undefined,
  };
}

/** DID number i. */
export function didOfIndex(index: number, network: string): string {
  return didOf(network, encodeDidCreate(createOfIndex(index)));
}

/** One operation and who signs it, sponsors apart. */
export interface SignedOperation {
  readonly operation: Operation;
  readonly signer: Signer;
}

/** The create of DID number i, by its control key. */
export function createOperation(index: number, network: string): SignedOperation {
  const create = createOfIndex(index);
  const did = didOf(network, encodeDidCreate(create));
  return {
    operation: { kind: "didCreate", value: create },
    signer: { did, multikey: pooled(index, "control"), role: signerRole.author },
  };
}

/** The second version of DID number i: one more service. */
export function updateOperation(index: number, network: string): SignedOperation {
  const did = didOfIndex(index, network);
  const services = [
    { fragment: "site", types: ["LinkedDomains"], endpoints: [`https://example.org/${index}`] },
  ];
  const document = { ...documentOfIndex(index), services };
  return {
    operation: {
      kind: "didUpdate",
      value: { did, expectedVersion: 1, document, removals: [] },
    },
    signer: { did, multikey: pooled(index, "control"), role: signerRole.author },
  };
}

/** Anchor number n, by DID number i. */
export function anchorOperation(index: number, number: number, network: string): SignedOperation {
  const issuer = didOfIndex(index, network);
  const hash = sha256(utf8Encode(`credential ${number}`));
  return {
    operation: {
      kind: "credentialAnchor",
      value: {
        issuer,
        kind: anchorKind.single,
        hash,
        treeSize: 0,
        cosigners: [],
        accreditation: 0,
      },
    },
    signer: { did: issuer, multikey: pooled(index, "assert"), role: signerRole.author },
  };
}
