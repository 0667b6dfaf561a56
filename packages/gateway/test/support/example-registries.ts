import { ed25519PublicKey, encodeMultikey, hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import {
  canonicalBytes,
  didOf,
  encodeDidCreate,
  limits,
  type Operation,
  relationship,
  signerRole,
  statusPurpose,
} from "@cartorio/protocol";
import { executeByLedger } from "./ledger-execution.ts";
import { genesisTime, type MemoryChain } from "./memory-chain.ts";
import { executeUnsigned } from "./memory-executor.ts";

interface Author {
  readonly did: string;
  readonly multikey: Uint8Array;
}

const root = sha256(utf8Encode("receipts"));

/**
 * In the block to come: another DID, which registers a schema and sends a batch of receipts, and a status
 * list of the issuer that it publishes, with bit 7 set. Example values that name them.
 */
export function fillRegistries(
  chain: MemoryChain,
  issuer: Author,
): { readonly publisher: string; readonly schema: string } {
  const publisher = createPublisher(chain);
  const body = canonicalBytes({ title: "Degree", type: "object" }) ?? new Uint8Array();
  const length = limits.minStatusListBits;
  const purpose = statusPurpose.revocation;
  apply(chain, publisher, {
    kind: "schemaRegister",
    value: { owner: publisher.did, body, supersedes: new Uint8Array() },
  });
  apply(chain, publisher, {
    kind: "exchangeReceipts",
    value: {
      party: publisher.did,
      expectedSequence: 0,
      root,
      from: genesisTime - 3_600_000,
      to: genesisTime,
    },
  });
  apply(chain, issuer, {
    kind: "statusListCreate",
    value: { owner: issuer.did, expectedCount: 0, publisher: publisher.did, purpose, length },
  });
  const changes = [{ index: 7, value: true }];
  apply(chain, issuer, {
    kind: "statusListUpdate",
    value: { owner: issuer.did, by: "", list: 1, expectedSequence: 0, changes },
  });
  return { publisher: publisher.did, schema: hexEncode(sha256(body)) };
}

function apply(chain: MemoryChain, { did, multikey }: Author, operation: Operation): void {
  const code = executeByLedger(chain, operation, {
    signers: [{ did, multikey, role: signerRole.author }],
    payer: did,
    at: { time: chain.latest().header.time + 1000, height: chain.blocks.length },
  });
  if (code !== "APPLIED") throw new Error(`${operation.kind}: ${code}`);
}

function createPublisher(chain: MemoryChain): Author {
  const multikey = encodeMultikey("ed25519", ed25519PublicKey(sha256(utf8Encode("publisher"))));
  const { assertionMethod, capabilityInvocation } = relationship;
  const relationships = assertionMethod | capabilityInvocation;
  const value = {
    nonce: sha256(utf8Encode("publisher nonce")).subarray(0, 16),
    control: { kind: "keys", keys: [multikey], threshold: 1, nextKeyHashes: [] },
    document: {
      verificationMethods: [{ format: 1, multikey, relationships }],
      services: [],
      alsoKnownAs: [],
    },
    recovery: undefined,
  } as const;
  executeUnsigned(chain, { kind: "didCreate", value }, "");
  return { did: didOf(chain.network, encodeDidCreate(value)), multikey };
}
