// What tests say to a cluster of processes: raw requests, identities, transactions, comparisons.
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { base64UrlEncode, hexDecode, hexEncode } from "@cartorio/crypto";
import { readKeyFile, verifySignatureNode } from "@cartorio/crypto/node";
import { genesisBlock } from "@cartorio/ledger";
import {
  decodeReceipt,
  errorNumber,
  genesisFromJson,
  limits,
  type Operation,
  verifyGenesis,
} from "@cartorio/protocol";
import {
  buildTransaction,
  CartorioError,
  type Client,
  createClient,
  credentialAnchor,
  type DatedTrustAnchor,
  didCreate,
  didDocument,
  getBlock,
  getStatus,
  httpTransport,
  keyControl,
  localSigner,
  requireApplied,
  type Signer,
  type SignerEntry,
  signTransaction,
  submitTransaction,
  type TransactionAnswer,
  waitFor,
} from "@cartorio/sdk";
import { type DevnetNodeReady, type DevnetReady, until } from "./devnet-process.ts";

/** A DID and the one key that does everything for it. */
export interface Identity {
  readonly did: string;
  readonly signer: Signer;
}

export interface RpcAnswer {
  readonly status: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: {
    readonly code: number;
    readonly data: Readonly<Record<string, unknown>> & { readonly code: string };
  };
}

/** One HTTP request with exactly this body. */
export async function post(url: string, body: string): Promise<RpcAnswer> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body });
  return { status: response.status, ...(await response.json()) };
}

export function call(url: string, method: string, params: object): Promise<RpcAnswer> {
  return post(url, JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }));
}

/** Hands in bytes as they are. */
export function submit(url: string, envelope: Uint8Array): Promise<RpcAnswer> {
  return call(url, "tx_submit", { envelope: base64UrlEncode(envelope) });
}

/** The code with which bytes are refused; "accepted" if they are not. */
export async function refusal(url: string, envelope: Uint8Array): Promise<string> {
  return (await submit(url, envelope)).error?.data.code ?? "accepted";
}

/** A client of one node, or of several that stand in for each other. */
export function clientOf(urls: string | readonly string[]): Client {
  return createClient({ transport: httpTransport(urls) });
}

export function chainIdOf({ chainId }: Pick<DevnetReady, "chainId">): Uint8Array {
  const bytes = hexDecode(chainId);
  if (bytes === undefined) throw new Error(`not hexadecimal: ${chainId}`);
  return bytes;
}

/** What a verifier is given beside the network: the genesis, as of now. */
export async function genesisAnchorOf({
  genesis: path,
}: Pick<DevnetReady, "genesis">): Promise<DatedTrustAnchor> {
  const file = genesisFromJson(await readFile(path, "utf8"));
  const verified = file.ok ? verifyGenesis(file.value, verifySignatureNode) : file;
  if (!verified.ok) throw new Error(verified.code);
  const { genesis, bytes, chainId } = verified.value;
  const { headerHash } = genesisBlock(genesis, bytes);
  return { chainId, height: 0, headerHash, date: Date.now() };
}

export function nodeOf({ nodes }: DevnetReady, index: number): DevnetNodeReady {
  const node = nodes[index];
  if (node === undefined) throw new Error(`the devnet has no node ${index}`);
  return node;
}

export async function memberOf(ready: DevnetReady, index: number): Promise<Identity> {
  const { member, memberKey } = nodeOf(ready, index);
  if (member === undefined || memberKey === undefined) throw new Error(`${index} has no member`);
  const keys = await readKeyFile(memberKey);
  return { did: member, signer: localSigner("ed25519", keys.secretKey) };
}

export function newSigner(): Signer {
  return localSigner("ed25519", Uint8Array.from(randomBytes(32)));
}

export interface Wanted {
  readonly chainId: Uint8Array;
  readonly author: Identity;
  readonly sponsor?: Identity;
  readonly operations: readonly Operation[];
  readonly validUntil?: number;
  /** Role of the author. */
  readonly role?: SignerEntry["role"];
}

/** The bytes that are signed, and who signs them. */
export function bodyOf(wanted: Wanted): {
  readonly body: Uint8Array;
  readonly signers: readonly Signer[];
} {
  const { chainId, author, sponsor, operations, role = "author" } = wanted;
  const entry = ({ did, signer }: Identity, as: SignerEntry["role"]): SignerEntry => ({
    ...{ did, multikey: signer.multikey, role: as },
  });
  const paying = sponsor === undefined ? [] : [sponsor];
  const body = buildTransaction({
    chainId,
    signers: [entry(author, role), ...paying.map((payer) => entry(payer, "sponsor"))],
    operations,
    validUntil: wanted.validUntil ?? Date.now() + limits.validityWindowMs / 2,
  });
  return { body, signers: [author, ...paying].map(({ signer }) => signer) };
}

export function envelopeOf(wanted: Wanted): Promise<Uint8Array> {
  const { body, signers } = bodyOf(wanted);
  return signTransaction(body, signers);
}

/** An anchor of a commitment that nobody else has. */
export function anchorBy({ did }: Identity): Operation {
  return credentialAnchor({ issuer: did, hash: Uint8Array.from(randomBytes(32)) });
}

const passing: ReadonlySet<string> = new Set([
  "TRANSPORT_FAILED",
  "TIMEOUT",
  "NOT_READY",
  "QUEUE_FULL",
  "SHUTTING_DOWN",
]);
const certifiedWithinMs = 60_000;

/**
 * Hands in until there is a certified receipt, whatever its code. The same bytes go in again when
 * a node that had them died, as clients are told to do.
 */
export async function certify(
  client: Client,
  envelope: Uint8Array,
  patienceMs = certifiedWithinMs,
): Promise<TransactionAnswer> {
  const endMs = performance.now() + certifiedWithinMs;
  for (;;) {
    try {
      const { id } = await submitTransaction(client, { envelope });
      return await waitFor(client, { id, timeoutMs: patienceMs });
    } catch (error) {
      const mayRetry = error instanceof CartorioError && passing.has(error.code);
      if (!mayRetry || performance.now() > endMs) throw error;
      await client.clock.delay(100);
    }
  }
}

/** Makes a DID of its own for a test, paid by a member. */
export async function createIdentity(
  client: Client,
  ready: DevnetReady,
  { sponsor, signer = newSigner() }: { readonly sponsor: Identity; readonly signer?: Signer },
): Promise<Identity> {
  const { multikey } = signer;
  const { did, operation } = didCreate({
    network: ready.network,
    control: keyControl({ keys: [multikey] }),
    document: didDocument({ methods: [{ multikey, relationships: ["assertionMethod"] }] }),
  });
  const author = { did, signer };
  const chainId = chainIdOf(ready);
  const envelope = await envelopeOf({ chainId, author, sponsor, operations: [operation] });
  requireApplied(await certify(client, envelope));
  return author;
}

/** Ids executed by the chain of one node, in order, up to a height. */
export async function executedIds(client: Client, height: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let at = 1; at <= height; at += 1) {
    const { receipts } = await getBlock(client, { height: at });
    for (const { bytes } of receipts) {
      const receipt = decodeReceipt(bytes);
      if (!receipt.ok) throw new Error(`block ${at} has a receipt that does not decode`);
      // A later copy in a block is a no-op and says so (docs/ledger.md 1): it executed nothing.
      if (receipt.value.code === errorNumber("DUPLICATE_TRANSACTION")) continue;
      ids.push(hexEncode(receipt.value.transactionId));
    }
  }
  return ids;
}

/**
 * Waits until every node has certified what any of them has now, then compares what they say
 * about that height. Resolves to it; rejects if two nodes differ.
 */
export async function untilAllAgree(urls: readonly string[], atLeast = 0): Promise<number> {
  const clients = urls.map((url) => clientOf(url));
  const heights = await Promise.all(
    clients.map(async (client) => (await getStatus(client)).certifiedHeight),
  );
  const height = Math.max(atLeast, ...heights);
  await until(`all nodes to certify height ${height}`, async () => {
    const now = await Promise.all(clients.map((client) => getStatus(client)));
    return now.every(({ certifiedHeight }) => certifiedHeight >= height);
  });
  const blocks = await Promise.all(clients.map((client) => getBlock(client, { height })));
  const said = new Set(blocks.map(({ stateRoot, headerHash }) => `${stateRoot} ${headerHash}`));
  if (said.size !== 1) throw new Error(`height ${height} differs: ${[...said].join(", ")}`);
  return height;
}
