import {
  base64UrlEncode,
  ed25519PublicKey,
  ed25519Sign,
  encodeMultikey,
  hexEncode,
  sha256,
  utf8Encode,
} from "@cartorio/crypto";
import {
  anchorKind,
  credentialCommitment,
  credentialFormat,
  didOf,
  encodeDidCreate,
  encodeEnvelope,
  encodeTransactionBody,
  type Operation,
  relationship,
  signerRole,
  transactionId,
  transactionSigningBytes,
} from "@cartorio/protocol";
import { putAccreditations } from "./example-accreditations.ts";
import { putGovernance } from "./example-governance.ts";
import { fillRegistries } from "./example-registries.ts";
import { createMemoryChain, genesisTime } from "./memory-chain.ts";
import { createMemoryNode, type MemoryNode } from "./memory-node.ts";

export interface ExampleNetwork {
  readonly node: MemoryNode;
  /** What `src/example-values.ts` must say. */
  readonly values: Readonly<Record<string, string>>;
}

const seed = sha256(utf8Encode("example issuer"));
const multikey = encodeMultikey("ed25519", ed25519PublicKey(seed));

/**
 * Creates a DID in block 1, anchors a credential of it in block 2, revokes it in block 3, with what
 * {@link laterOperations} says, and fills the other registries there.
 */
export async function createExampleNetwork(): Promise<ExampleNetwork> {
  const node = createMemoryNode({ chain: createMemoryChain() });
  const { network } = node.chain;
  const create = {
    nonce: sha256(utf8Encode("example nonce")).subarray(0, 16),
    control: { kind: "keys", keys: [multikey], threshold: 1, nextKeyHashes: [] },
    document: {
      verificationMethods: [
        {
          format: 1,
          multikey,
          relationships: relationship.authentication | relationship.assertionMethod,
        },
      ],
      services: [
        { fragment: "catalogue", types: ["LinkedDomains"], endpoints: ["https://uni.example"] },
      ],
      alsoKnownAs: [],
    },
    recovery: undefined,
  } as const;
  const did = didOf(network, encodeDidCreate(create));
  const hash = credentialCommitment(network, credentialFormat.eddsaJcs, sha256(utf8Encode("M")));
  const signed = (operation: Operation): Uint8Array => envelopeOf(node, did, operation);
  const envelope = signed({ kind: "didCreate", value: create });
  const proposal = putGovernance(node.chain, did, genesisTime);
  await node.api.submit(envelope);
  const block = node.sealBlock();
  await node.api.submit(
    signed({
      kind: "credentialAnchor",
      value: {
        issuer: did,
        kind: anchorKind.single,
        hash,
        treeSize: 0,
        cosigners: [witness],
        accreditation: 0,
      },
    }),
  );
  node.sealBlock();
  await node.api.submit(
    signed({
      kind: "credentialRevoke",
      value: {
        issuer: did,
        commitment: hash,
        expectedSequence: 0,
        reason: 1,
        by: "",
        accreditation: 0,
      },
    }),
  );
  putAccreditations(node.chain, did);
  for (const operation of laterOperations(did, hash)) await node.api.submit(signed(operation));
  const registries = fillRegistries(node.chain, { did, multikey });
  node.sealBlock();
  const values = {
    did,
    transactionId: hexEncode(
      transactionId(bodyOf(node, did, { kind: "didCreate", value: create })),
    ),
    envelope: base64UrlEncode(envelope),
    commitment: hexEncode(hash),
    ...registries,
    headerHash: hexEncode(block.headerHash),
    proposal: hexEncode(proposal),
  };
  return { node, values };
}

/** A DID that does not exist, which the anchor names. */
const witness = didOf("example", utf8Encode("witness"));

/** A co-signature, two entries of the log and what the issuer declares, in block 3 too. */
function laterOperations(issuer: string, hash: Uint8Array): readonly Operation[] {
  const entry = (name: string): Uint8Array => sha256(utf8Encode(name));
  const recordHash = new Uint8Array(32);
  const log = { issuer, hash, by: "", code: 1 };
  const second = { ...log, by: witness, entry: entry("received"), expectedSequence: 1 };
  return [
    { kind: "credentialCosign", value: { issuer, hash, cosigner: witness, recordHash } },
    { kind: "credentialLog", value: { ...log, entry: entry("handed out"), expectedSequence: 0 } },
    { kind: "credentialLog", value: second },
    {
      kind: "issuerUpdate",
      value: {
        issuer,
        expectedSequence: 0,
        revokers: [witness],
        successor: "",
        anchorRequiredSince: genesisTime,
      },
    },
  ];
}

function bodyOf(node: MemoryNode, did: string, operation: Operation): Uint8Array {
  return encodeTransactionBody({
    chainId: node.chain.chainId,
    signers: [{ did, multikey, role: signerRole.author }],
    validUntil: genesisTime + 600_000,
    nonce: nonceOf(operation),
    operations: [operation],
  });
}

/** Distinct for the two entries of the log. */
function nonceOf({ kind, value }: Operation): Uint8Array {
  const again = kind === "credentialLog" ? `${value.expectedSequence}` : "";
  return sha256(utf8Encode(`${kind}${again}`)).subarray(0, 16);
}

function envelopeOf(node: MemoryNode, did: string, operation: Operation): Uint8Array {
  const body = bodyOf(node, did, operation);
  const signatures = [ed25519Sign(seed, transactionSigningBytes(body))];
  return encodeEnvelope({ body, signatures });
}
