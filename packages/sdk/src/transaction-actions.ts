import { base64UrlEncode, equalBytes, hexEncode } from "@cartorio/crypto";
import {
  decodeFinalityCertificate,
  decodeHeader,
  decodeReceipt,
  encodeGovernancePropose,
  errorCodeOf,
  type GovernancePropose,
  headerHash,
  proposalJson,
  type ValidatorSet,
  verifyFinalityCertificate,
  verifyInclusion,
} from "@cartorio/protocol";
import { type ReceiptAnswer, readReceipt } from "./actions.ts";
import { type HashLike, hashBytes, hashText, readAnswer } from "./answer.ts";
import type { Client } from "./client.ts";
import { CartorioError, isErrorCode } from "./errors.ts";
import { verifyEd25519 } from "./proof.ts";

/** What became of one of several transactions that were handed in together. */
export type BatchAnswer =
  | { readonly ok: true; readonly id: string; readonly known: boolean }
  | { readonly ok: false; readonly code: string };

/**
 * Hands in at most 32 envelopes, each taken or refused by itself; the answers are in their order. Handing
 * in again what was refused with a code that passes is safe, and so is all of it.
 */
export async function submitBatch(
  client: Client,
  { envelopes }: { readonly envelopes: readonly Uint8Array[] },
): Promise<readonly BatchAnswer[]> {
  const answer = readAnswer(
    await client.transport.request("tx_submitBatch", {
      envelopes: envelopes.map(base64UrlEncode),
    }),
  );
  const results = answer.list("results").map((value): BatchAnswer => {
    const result = readAnswer(value);
    const code = result.text("code");
    if (code !== "OK") return { ok: false, code };
    return { ok: true, id: result.text("id"), known: result.boolean("known") };
  });
  if (results.length !== envelopes.length) {
    throw new CartorioError("ANSWER_INVALID", { member: "results" });
  }
  return results;
}

export interface SimulationAnswer {
  /** The block that it would be in, and its time. */
  readonly height: number;
  readonly time: number;
  readonly receipt: ReceiptAnswer;
  /** False: a later block may answer otherwise. */
  readonly settled: boolean;
  /** Places of the signers whose signature is missing and was taken for valid. */
  readonly missing: readonly number[];
}

/** The receipt that an envelope would get now, by the word of one gateway; nothing is handed in. Before it is signed: `unsignedEnvelope`. */
export async function simulateTransaction(
  client: Client,
  { envelope }: { readonly envelope: Uint8Array },
): Promise<SimulationAnswer> {
  const params = { envelope: base64UrlEncode(envelope) };
  const answer = readAnswer(await client.transport.request("tx_simulate", params));
  return {
    height: answer.number("height"),
    time: answer.number("time"),
    receipt: readReceipt(answer.reader("receipt")),
    settled: answer.boolean("settled"),
    missing: answer.list("missing").map(Number),
  };
}

/** What a proposal would do if it were accepted now. */
export interface ProposalSimulationAnswer {
  readonly height: number;
  readonly time: number;
  /** APPLIED, or what the proposal would be dead with. */
  readonly code: string;
  /** Accepted by approval of more than `numerator`/`denominator` of `total`. */
  readonly weight: {
    readonly numerator: number;
    readonly denominator: number;
    readonly approving: number;
    readonly waiting: number;
    readonly total: number;
  };
  /** Members after it as the gateway shows them; undefined: unchanged. */
  readonly members: readonly unknown[] | undefined;
  /** The set that it schedules, likewise. */
  readonly validators: Readonly<Record<string, unknown>> | undefined;
}

/** Simulates a proposal that was made, or one to come: the word of one gateway. Throws NOT_FOUND. */
export async function simulateProposal(
  client: Client,
  question: { readonly hash: HashLike } | { readonly proposal: GovernancePropose },
): Promise<ProposalSimulationAnswer> {
  const params = "hash" in question ? { hash: hashText(question.hash) } : proposalOf(question);
  const answer = readAnswer(await client.transport.request("governance_simulate", params));
  const weight = answer.reader("weight");
  return {
    height: answer.number("height"),
    time: answer.number("time"),
    code: answer.text("code"),
    weight: {
      numerator: weight.number("numerator"),
      denominator: weight.number("denominator"),
      approving: weight.number("approving"),
      waiting: weight.number("waiting"),
      total: weight.number("total"),
    },
    members: answer.has("members") ? answer.list("members") : undefined,
    validators: answer.has("validators") ? answer.object("validators") : undefined,
  };
}

function proposalOf({ proposal }: { readonly proposal: GovernancePropose }) {
  const json = proposalJson.toJson(encodeGovernancePropose(proposal));
  if (!json.ok) throw new CartorioError(json.code);
  return { proposal: json.value };
}

/** A receipt whose place in a certified block was checked. */
export interface ProvenReceipt {
  readonly receipt: ReceiptAnswer;
  readonly height: number;
  readonly index: number;
  /** Block time. */
  readonly time: number;
  readonly headerHash: Uint8Array;
}

/**
 * The receipt of a transaction, verified: it is in the block whose header a quorum of `validators` signed.
 * Take the set from `followValidators`, or from a trust anchor of your own. Throws NOT_FOUND (not executed, or
 * its height has no certificate on this node), PROOF_INVALID, and UPGRADE_SDK for a newer form.
 */
export async function fetchReceipt(
  client: Client,
  { id, validators }: { readonly id: HashLike; readonly validators: ValidatorSet },
): Promise<ProvenReceipt> {
  const chainId = client.anchor?.chainId;
  if (chainId === undefined) throw new CartorioError("CONFIG_INVALID", { field: "anchor" });
  const params = { id: hashText(id), inclusion: true };
  const answer = readAnswer(await client.transport.request("tx_getReceipt", params));
  const inclusion = answer.reader("inclusion");
  if (!inclusion.has("certificate")) throw new CartorioError("NOT_FOUND", { field: "certificate" });
  const receipt = readReceipt(answer.reader("receipt"));
  const index = answer.number("index");
  const headerBytes = inclusion.bytes("header");
  const header = decoded(decodeHeader(headerBytes));
  const certificate = decoded(decodeFinalityCertificate(inclusion.bytes("certificate")));
  const hash = headerHash(headerBytes);
  const isCertified =
    equalBytes(certificate.headerHash, hash) &&
    certificate.height === header.height &&
    verifyFinalityCertificate(certificate, validators, chainId, verifyEd25519);
  if (!isCertified) throw new CartorioError("PROOF_INVALID", { field: "certificate" });
  const isIncluded = verifyInclusion({
    leaf: receipt.bytes,
    index,
    treeSize: inclusion.number("size"),
    path: inclusion.list("path").map((item) => hashBytes(String(item))),
    root: header.receiptsRoot,
  });
  if (!isIncluded) throw new CartorioError("PROOF_INVALID", { field: "path" });
  const proven = provenAnswer(receipt.bytes, hashBytes(id));
  return { receipt: proven, height: header.height, index, time: header.time, headerHash: hash };
}

/** From the proven bytes alone: what the gateway says beside them proves nothing. */
function provenAnswer(bytes: Uint8Array, id: Uint8Array): ReceiptAnswer {
  const { transactionId, code, envelopeHash: _, ids, ...numbers } = decoded(decodeReceipt(bytes));
  if (!equalBytes(transactionId, id)) throw new CartorioError("PROOF_INVALID", { field: "id" });
  const name = errorCodeOf(code);
  if (name === undefined) throw new CartorioError("UPGRADE_SDK", { id: hexEncode(id) });
  return { code: name, ...numbers, ids, bytes };
}

function decoded<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string },
): T {
  if (result.ok) return result.value;
  throw new CartorioError(isErrorCode(result.code) ? result.code : "PROOF_INVALID");
}
