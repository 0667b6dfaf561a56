// Brings about on a live devnet what the examples of the method table name.
import { base64UrlEncode, hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import { type ExampleValues, exampleValues } from "@cartorio/gateway";
import type { Operation } from "@cartorio/protocol";
import {
  accreditationAccept,
  accreditationOffer,
  type Client,
  credentialAnchor,
  credentialCosign,
  credentialLog,
  credentialRevoke,
  didCreate,
  didDocument,
  exchangeReceipts,
  getBlock,
  getCredential,
  governancePropose,
  governanceVote,
  issuerUpdate,
  keyControl,
  localSigner,
  redact,
  requireApplied,
  rootAdd,
  schemaRegister,
  statusListCreate,
  statusListUpdate,
} from "@cartorio/sdk";
import { certify, chainIdOf, envelopeOf, type Identity, memberOf, newSigner } from "./chain.ts";
import type { DevnetReady } from "./devnet-process.ts";

/** What stands on a live chain for each of the values that examples name. */
export type LiveValues = Partial<Readonly<Record<keyof ExampleValues, string>>>;

interface Writer {
  readonly client: Client;
  readonly ready: DevnetReady;
  /** Pay, vote. */
  readonly members: readonly [Identity, Identity, Identity];
}

const hourMs = 3_600_000;
/** More than half of four members decide. */
const voters = [0, 1, 2] as const;

/** A new issuer and all that the examples ask about it, below a root of a domain that has none yet. A new example value is brought about here. */
export async function createExampleChain(
  client: Client,
  ready: DevnetReady,
  domain = "education",
): Promise<LiveValues> {
  const [first, second, third] = await Promise.all(voters.map((index) => memberOf(ready, index)));
  if (first === undefined || second === undefined || third === undefined) throw new Error();
  const writer: Writer = { client, ready, members: [first, second, third] };
  // The key of the example issuer, since an example names it; a nonce of its own, so another DID.
  const issuer = await createIdentity(writer, sha256(utf8Encode("example issuer")));
  const publisher = await createIdentity(writer);
  const commitment = sha256(utf8Encode(issuer.identity.did));
  await putCredential(writer, { issuer: issuer.identity, witness: publisher.identity, commitment });
  await putStatusList(writer, issuer.identity, publisher.identity);
  const schema = await putRegistries(writer, publisher.identity);
  await accredit(writer, issuer.identity, domain);
  const proposal = await propose(writer, issuer.identity);
  const { headerHash } = await getBlock(client, { height: 1 });
  return {
    did: issuer.identity.did,
    transactionId: issuer.id,
    envelope: base64UrlEncode(issuer.envelope),
    commitment: hexEncode(commitment),
    headerHash,
    proposal: hexEncode(proposal),
    publisher: publisher.identity.did,
    schema: hexEncode(schema),
  };
}

/**
 * Parameters of an example with the values of a live chain, also where they are parts of longer texts.
 * Throws with what to add where an example names a value that the live chain does not have.
 */
export function onLiveChain(params: unknown, live: LiveValues): unknown {
  return JSON.parse(JSON.stringify(params), (_, value: unknown) =>
    typeof value === "string" ? withLiveValues(value, live) : value,
  );
}

function withLiveValues(text: string, live: LiveValues): string {
  let replaced = text;
  for (const [name, value] of Object.entries<string>({ ...exampleValues })) {
    if (!text.includes(value)) continue;
    const there = Object.entries<string>(live).find(([known]) => known === name)?.[1];
    if (there === undefined) {
      throw new Error(
        `an example names exampleValues.${name}: let createExampleChain in test/cluster/example-chain.ts ` +
          "bring about what stands for it on a live chain, and return it under that name",
      );
    }
    replaced = replaced.replaceAll(value, there);
  }
  return replaced;
}

async function apply(
  { client, ready, members: [sponsor] }: Writer,
  author: Identity,
  operations: readonly Operation[],
): Promise<{ readonly id: string; readonly envelope: Uint8Array }> {
  const isMember = author.did === sponsor.did;
  const paying = isMember ? {} : { sponsor };
  const chainId = chainIdOf(ready);
  const envelope = await envelopeOf({ chainId, author, ...paying, operations });
  const { id } = requireApplied(await certify(client, envelope));
  return { id, envelope };
}

async function createIdentity(
  writer: Writer,
  secret?: Uint8Array,
): Promise<{
  readonly identity: Identity;
  readonly id: string;
  readonly envelope: Uint8Array;
}> {
  const signer = secret === undefined ? newSigner() : localSigner("ed25519", secret);
  const { multikey } = signer;
  const relationships = ["authentication", "assertionMethod", "capabilityInvocation"] as const;
  const { did, operation } = didCreate({
    network: writer.ready.network,
    control: keyControl({ keys: [multikey] }),
    document: didDocument({
      methods: [{ multikey, relationships }],
      services: [
        { fragment: "catalogue", types: ["LinkedDomains"], endpoints: ["https://uni.example"] },
      ],
    }),
  });
  const identity = { did, signer };
  return { identity, ...(await apply(writer, identity, [operation])) };
}

interface Issued {
  readonly issuer: Identity;
  readonly witness: Identity;
  readonly commitment: Uint8Array;
}

/** Anchored, co-signed, logged and revoked. */
async function putCredential(writer: Writer, issued: Issued): Promise<void> {
  const { issuer, witness, commitment: hash } = issued;
  const { did } = issuer;
  const anchor = credentialAnchor({ issuer: did, hash, cosigners: [witness.did] });
  await apply(writer, issuer, [anchor]);
  const { anchorRecordHash: recordHash } = await getCredential(writer.client, {
    issuer: did,
    hash,
  });
  if (recordHash === null) throw new Error("the anchor has no record");
  await apply(writer, witness, [
    credentialCosign({ issuer: did, hash, cosigner: witness.did, recordHash }),
  ]);
  const entry = sha256(utf8Encode("handed out"));
  await apply(writer, issuer, [
    credentialLog({ issuer: did, hash, entry, expectedSequence: 0, code: 1 }),
    credentialRevoke({ issuer: did, commitment: hash, reason: "issuedInError" }),
    issuerUpdate({ issuer: did, revokers: [witness.did], anchorRequiredSince: Date.now() }),
  ]);
}

/** List 1, with bit 7 set. */
async function putStatusList(
  writer: Writer,
  { did: owner, signer }: Identity,
  { did: publisher }: Identity,
): Promise<void> {
  await apply(writer, { did: owner, signer }, [
    statusListCreate({ owner, expectedCount: 0, publisher, purpose: "revocation" }),
    statusListUpdate({ owner, list: 1, set: [7] }),
  ]);
}

/** A schema and a batch of receipts; the digest of the schema. */
async function putRegistries(writer: Writer, publisher: Identity): Promise<Uint8Array> {
  const { did } = publisher;
  const { operation, digest } = schemaRegister({ owner: did, schema: { title: did } });
  const to = Date.now() - hourMs;
  const period = { from: to - hourMs, to };
  const receipts = exchangeReceipts({ party: did, expectedSequence: 0, receipts: [], ...period });
  await apply(writer, publisher, [operation, receipts.operation]);
  return digest;
}

/** The first root of a domain by vote; it lets the issuer issue in Macau. */
async function accredit(writer: Writer, issuer: Identity, domain: string): Promise<void> {
  const { identity: ministry } = await createIdentity(writer);
  const [proposer, ...others] = writer.members;
  const { operation, hash } = governancePropose({
    proposer: proposer.did,
    expires: Date.now() + hourMs,
    action: rootAdd({
      expectedVersion: 0,
      domain,
      subject: ministry.did,
      actions: ["issue", "accredit"],
      scope: { schemas: "*", types: "*", jurisdictions: "*" },
      depth: 2,
    }),
  });
  await apply(writer, proposer, [operation]);
  for (const voter of others) {
    await apply(writer, voter, [governanceVote({ voter: voter.did, proposal: hash })]);
  }
  await apply(writer, ministry, [
    accreditationOffer({
      accreditor: ministry.did,
      subject: issuer.did,
      expectedGiven: 0,
      actions: ["issue"],
      scope: { schemas: "*", types: "*", jurisdictions: ["MO"] },
    }),
  ]);
  const accept = accreditationAccept({ subject: issuer.did, index: 1, expectedSequence: 0 });
  await apply(writer, issuer, [accept]);
}

/** The hash of a proposal that stays open: one of four members is for it. */
async function propose(writer: Writer, { did }: Identity): Promise<Uint8Array> {
  const [proposer] = writer.members;
  const { operation, hash } = governancePropose({
    proposer: proposer.did,
    expires: Date.now() + hourMs,
    action: redact({ did, version: 1, reason: "personalData" }),
  });
  await apply(writer, proposer, [operation]);
  return hash;
}
