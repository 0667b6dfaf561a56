// What clients hand in: real operations in real envelopes (docs/ledger.md 1 and 2).
import { sha256, utf8Encode } from "@cartorio/crypto";
import {
  anchorKind,
  type DecodedEnvelope,
  decodeTransaction,
  encodeEnvelope,
  encodeTransactionBody,
  type Operation,
  type Signer,
  signerRole,
  transactionSigningBytes,
} from "@cartorio/protocol";
import type { Key, Scheme } from "./keys.ts";
import type { Identity, SimNetwork } from "./network-genesis.ts";

export interface Author {
  readonly identity: Identity;
  readonly role: (typeof signerRole)[keyof typeof signerRole];
}

export interface Draft {
  readonly authors: readonly Author[];
  readonly operations: readonly Operation[];
  readonly validUntil: number;
  /** Distinguishes transactions of equal content. */
  readonly nonce: string;
  /** Other valid signatures on the same body. */
  readonly variant?: number;
}

export interface Notary {
  readonly sim: SimNetwork;
  readonly scheme: Scheme;
}

/** Signs a draft; what a client hands in always decodes. */
export function envelopeBytes({ sim, scheme }: Notary, draft: Draft): Uint8Array {
  const signers: Signer[] = draft.authors.map(({ identity, role }) => ({
    did: identity.did,
    multikey: identity.key.multikey,
    role,
  }));
  const body = encodeTransactionBody({
    chainId: sim.chainId,
    signers,
    validUntil: draft.validUntil,
    nonce: sha256(utf8Encode(draft.nonce)).subarray(0, 16),
    operations: draft.operations,
  });
  const bytes = transactionSigningBytes(body);
  const keys: Key[] = draft.authors.map(({ identity }) => identity.key);
  const signatures = keys.map((key) => scheme.sign(key, bytes, draft.variant));
  return encodeEnvelope({ body, signatures });
}

export function decodedEnvelope(notary: Notary, draft: Draft): DecodedEnvelope {
  const decoded = decodeTransaction(envelopeBytes(notary, draft), notary.sim.chainId);
  if (!decoded.ok) throw new Error(`INV-SIM-TRANSACTION: ${decoded.code} ${decoded.field}`);
  return decoded.value;
}

export function author(identity: Identity): Author {
  return { identity, role: signerRole.author };
}

export function sponsor(identity: Identity): Author {
  return { identity, role: signerRole.sponsor };
}

export function anchorOf(issuer: Identity, content: string): Operation {
  const hash = sha256(utf8Encode(content));
  return {
    kind: "credentialAnchor",
    value: {
      issuer: issuer.did,
      kind: anchorKind.single,
      hash,
      treeSize: 0,
      cosigners: [],
      accreditation: 0,
    },
  };
}

export function revokeOf(issuer: Identity, content: string): Operation {
  const commitment = sha256(utf8Encode(content));
  const by = { by: "", accreditation: 0 };
  const value = { issuer: issuer.did, commitment, expectedSequence: 0, reason: 1, ...by };
  return { kind: "credentialRevoke", value };
}

export function updateOf(subject: Identity, expectedVersion: number, name: string): Operation {
  const { document } = subject.create;
  const value = {
    did: subject.did,
    expectedVersion,
    document: { ...document, alsoKnownAs: [`https://example.org/${name}`] },
    removals: [],
  };
  return { kind: "didUpdate", value };
}
