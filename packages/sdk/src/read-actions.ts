import {
  decodeFinalityCertificate,
  decodeValidatorSet,
  type FinalityCertificate,
  type ValidatorSet,
} from "@cartorio/protocol";
import { type ReceiptAnswer, readReceipt } from "./actions.ts";
import { type AnswerReader, type HashLike, hashText, readAnswer, textsOf } from "./answer.ts";
import type { Client } from "./client.ts";
import { CartorioError } from "./errors.ts";

// Reads without proof: quick, and the word of one gateway. What must be true comes from `fetchProof`.

export interface DidAnswer {
  readonly did: string;
  readonly document: Readonly<Record<string, unknown>> | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly version: number;
  /** What the next operation names as expectedVersion. */
  readonly latestVersion: number;
  readonly deactivated: boolean;
  readonly control: Readonly<Record<string, unknown>>;
  readonly dependants: number;
  /** Recoveries proposed so far: what the next recovery operation names as expectedSequence. */
  readonly recoverySequence: number;
  /** Commitment to recovery keys; absent if there is none. A pending one is in `metadata.cartorio`. */
  readonly recovery?: Readonly<Record<string, unknown>>;
  readonly height: number;
}

export interface CredentialAnswer {
  /** Null if this issuer has not anchored it. */
  readonly anchor: Readonly<Record<string, unknown>> | null;
  /** What a co-signer signs over, hexadecimal: the word of one gateway, so compare it with a proof. */
  readonly anchorRecordHash: string | null;
  /** DIDs that co-signed the anchor. */
  readonly cosigned: readonly string[];
  /** What the next entry of the log names as expectedSequence. */
  readonly logEntries: number;
  readonly status: string;
  /** What the next status change names as expectedSequence. */
  readonly sequence: number;
  readonly height: number;
}

export interface BlockAnswer {
  readonly height: number;
  readonly time: number;
  readonly headerHash: string;
  readonly stateRoot: string;
  readonly proposer: number;
  /** Encoded Header. */
  readonly header: Uint8Array;
  readonly envelopeHashes: readonly string[];
  readonly receipts: readonly ReceiptAnswer[];
  readonly certified: boolean;
}

export interface PeerAnswer {
  readonly nodeKey: string;
  readonly member: string;
  readonly connected: boolean;
  readonly validator?: number;
  readonly certifiedHeight?: number;
  readonly addresses: readonly string[];
}

/** Which height an answer is of: the newest certified one unless it says else. */
export interface AtHeight {
  readonly minHeight?: number;
  /** Exactly this one; STATE_PRUNED if the node does not keep it any more. */
  readonly atHeight?: number;
}

/** Throws DID_NOT_FOUND, DID_MALFORMED, DID_WRONG_NETWORK, NOT_FOUND (no such version). */
export async function resolveDid(
  client: Client,
  parameters: { readonly did: string; readonly version?: number } & AtHeight,
): Promise<DidAnswer> {
  const answer = readAnswer(await client.transport.request("did_resolve", { ...parameters }));
  return {
    did: answer.text("did"),
    document: answer.has("document") ? answer.object("document") : null,
    metadata: answer.object("metadata"),
    version: answer.number("version"),
    latestVersion: answer.number("latestVersion"),
    deactivated: answer.boolean("deactivated"),
    control: answer.object("control"),
    dependants: answer.number("dependants"),
    recoverySequence: answer.number("recoverySequence"),
    ...(answer.has("recovery") ? { recovery: answer.object("recovery") } : {}),
    height: answer.number("height"),
  };
}

/** Anchor and status of a commitment or batch root under its issuer. */
export async function getCredential(
  client: Client,
  parameters: { readonly issuer: string; readonly hash: HashLike } & AtHeight,
): Promise<CredentialAnswer> {
  const params = { ...parameters, hash: hashText(parameters.hash) };
  const answer = readAnswer(await client.transport.request("credential_get", params));
  const status = answer.reader("status");
  return {
    anchor: answer.has("anchor") ? answer.object("anchor") : null,
    anchorRecordHash: answer.has("anchorRecordHash") ? answer.text("anchorRecordHash") : null,
    cosigned: answer.list("cosigned").map((item) => readAnswer(item).text("cosigner")),
    logEntries: answer.number("logEntries"),
    status: status.text("status"),
    sequence: status.number("sequence"),
    height: answer.number("height"),
  };
}

/** The newest block, or the one of a height or header hash. Throws NOT_FOUND. */
export async function getBlock(
  client: Client,
  at: { readonly height?: number; readonly headerHash?: HashLike } = {},
): Promise<BlockAnswer> {
  const { height, headerHash } = at;
  const answer = readAnswer(
    await client.transport.request("chain_getBlock", {
      ...(height === undefined ? {} : { height }),
      ...(headerHash === undefined ? {} : { headerHash: hashText(headerHash) }),
    }),
  );
  return readBlock(answer);
}

/** A block as chain_getBlock and chain_getBlocks give it. Throws ANSWER_INVALID. */
export function readBlock(answer: AnswerReader): BlockAnswer {
  const header = answer.reader("header");
  return {
    height: header.number("height"),
    time: header.number("time"),
    headerHash: header.text("headerHash"),
    stateRoot: header.text("stateRoot"),
    proposer: answer.number("proposer"),
    header: header.bytes("bytes"),
    envelopeHashes: textsOf(answer.list("envelopeHashes")),
    receipts: answer.list("receipts").map((receipt) => readReceipt(readAnswer(receipt))),
    certified: answer.has("certificate"),
  };
}

/** The finality certificate of a height, default the newest certified one. Throws NOT_FOUND. */
export async function getCertificate(
  client: Client,
  at: { readonly height?: number } = {},
): Promise<{ readonly certificate: FinalityCertificate; readonly validatorSet: Uint8Array }> {
  const answer = readAnswer(await client.transport.request("chain_getCertificate", { ...at }));
  const certificate = decodeFinalityCertificate(answer.bytes("certificate"));
  if (!certificate.ok) throw new CartorioError("ANSWER_INVALID", { member: "certificate" });
  return { certificate: certificate.value, validatorSet: answer.bytes("validatorSet") };
}

/**
 * The validator set that verifies a height, default the next one: the word of one gateway, which
 * `followValidators` does not take. Throws NOT_READY for a height that a change to come may reach.
 */
export async function getValidatorSet(
  client: Client,
  at: { readonly height?: number } = {},
): Promise<ValidatorSet> {
  const answer = readAnswer(await client.transport.request("chain_getValidators", { ...at }));
  const set = decodeValidatorSet(answer.bytes("validatorSet"));
  if (!set.ok) throw new CartorioError("ANSWER_INVALID", { member: "validatorSet" });
  return set.value;
}

/** The nodes that the gateway's node may talk to. */
export async function getPeers(client: Client): Promise<readonly PeerAnswer[]> {
  const answer = readAnswer(await client.transport.request("node_getPeers", {}));
  return answer.list("peers").map((value) => {
    const peer = readAnswer(value);
    return {
      nodeKey: peer.text("nodeKey"),
      member: peer.text("member"),
      connected: peer.boolean("connected"),
      ...(peer.has("validator") ? { validator: peer.number("validator") } : {}),
      ...(peer.has("certifiedHeight") ? { certifiedHeight: peer.number("certifiedHeight") } : {}),
      addresses: textsOf(peer.list("addresses")),
    };
  });
}
