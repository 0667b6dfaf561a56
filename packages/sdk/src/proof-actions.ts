import { hexEncode } from "@cartorio/crypto";
import type { ProofQuestion } from "@cartorio/protocol";
import { readAnswer } from "./answer.ts";
import type { Client } from "./client.ts";
import { CartorioError } from "./errors.ts";
import { type DatedTrustAnchor, type HeaderCheck, type ProvenState, verifyProof } from "./proof.ts";
import { type ProvenRangeState, verifyRange } from "./range.ts";

export interface ProofAnswer {
  /** Encoded ProofBundle (application/cartorio-proof), which may be handed on. */
  readonly bundle: Uint8Array;
}

/** How old a header may be and how long the client's anchor carries; defaults those of `verifyProof`. */
export type HeaderLimits = Pick<HeaderCheck, "maximumProofAgeMs" | "trustPeriodMs">;

/**
 * The state of one past height, which the nodes still keep, verified from the client's trust anchor.
 * The client goes back here because it is told to: what it has seen since stays its newest. Throws as
 * {@link fetchProof}, STATE_PRUNED below the oldest height that the node keeps, and NOT_FOUND where it
 * has no certificate of that height.
 */
export async function fetchPastProof(
  client: Client,
  parameters: { readonly questions: readonly ProofQuestion[]; readonly atHeight: number },
): Promise<{ readonly bundle: Uint8Array; readonly state: ProvenState }> {
  const anchor = requireAnchor(client);
  const { questions, atHeight } = parameters;
  const { bundle } = await getProof(client, { questions, atHeight });
  const proven = verifyProof({ bundle, anchor, questions, now: client.clock.now() });
  if (!proven.ok) throw new CartorioError(proven.code, { field: proven.field ?? "" });
  if (proven.value.height !== atHeight) {
    throw new CartorioError("PROOF_INVALID", { field: "height" });
  }
  return { bundle, state: proven.value };
}

/** The bundle for some questions, unverified. */
export async function getProof(
  client: Client,
  parameters: {
    readonly questions: readonly ProofQuestion[];
    readonly minHeight?: number;
    readonly atHeight?: number;
  },
): Promise<ProofAnswer> {
  const { questions, minHeight, atHeight } = parameters;
  const anchorHeight = client.anchor?.height ?? 0;
  const answer = readAnswer(
    await client.transport.request("proof_get", {
      questions: questions.map(toJson),
      anchorHeight,
      ...(minHeight === undefined ? {} : { minHeight }),
      ...(atHeight === undefined ? {} : { atHeight }),
    }),
  );
  return { bundle: answer.bytes("bundle") };
}

/**
 * Asks for a proof and verifies it from the client's trust anchor. The client never goes back: it
 * asks for at least the newest height that it has seen and refuses anything older. Throws the codes
 * of `verifyProof`, and CONFIG_INVALID for a client without anchor.
 */
export async function fetchProof(
  client: Client,
  parameters: {
    readonly questions: readonly ProofQuestion[];
    readonly minHeight?: number;
  } & HeaderLimits,
): Promise<{ readonly bundle: Uint8Array; readonly state: ProvenState }> {
  const anchor = requireAnchor(client);
  const { questions, minHeight = 0, ...headerLimits } = parameters;
  const newest = client.newest();
  const floor = Math.max(minHeight, newest?.height ?? 0);
  const { bundle } = await getProof(client, { questions, minHeight: floor });
  const now = client.clock.now();
  const proven = verifyProof({ bundle, anchor, questions, now, newest, ...headerLimits });
  if (!proven.ok) throw new CartorioError(proven.code, { field: proven.field ?? "" });
  client.saw(proven.value);
  return { bundle, state: proven.value };
}

/** As many nibbles as no ledger needs: 2^64 records. */
const maxPrefixNibbles = 16;

/**
 * All records around one key, verified from the client's trust anchor: the gateway learns a prefix that
 * the key shares with at least 255 others, or with all. It asks for the whole state first and for one
 * nibble more each time that this is too much. Throws as {@link fetchProof}.
 */
export async function fetchRange(
  client: Client,
  parameters: { readonly key: Uint8Array; readonly minHeight?: number } & HeaderLimits,
): Promise<{ readonly bundle: Uint8Array; readonly range: ProvenRangeState }> {
  const anchor = requireAnchor(client);
  const { key, minHeight = 0, ...headerLimits } = parameters;
  const newest = client.newest();
  const floor = Math.max(minHeight, newest?.height ?? 0);
  const bundle = await getRange(client, { key, minHeight: floor });
  const proven = verifyRange({ bundle, anchor, now: client.clock.now(), newest, ...headerLimits });
  if (!proven.ok) throw new CartorioError(proven.code, { field: proven.field ?? "" });
  // A gateway may answer about another range than the one that was asked for.
  if (!proven.value.covers(key)) throw new CartorioError("PROOF_INVALID", { field: "range" });
  client.saw(proven.value);
  return { bundle, range: proven.value };
}

/** The smallest range around a key that a gateway gives, unverified. */
async function getRange(
  client: Client,
  { key, minHeight }: { readonly key: Uint8Array; readonly minHeight: number },
): Promise<Uint8Array> {
  const anchorHeight = client.anchor?.height ?? 0;
  for (let nibbles = 0; ; nibbles += 1) {
    const keyPrefix = hexEncode(key).slice(0, nibbles);
    try {
      const parameters = { keyPrefix, anchorHeight, minHeight };
      const answer = readAnswer(await client.transport.request("proof_getRange", parameters));
      return answer.bytes("bundle");
    } catch (error) {
      const isTooLarge = error instanceof CartorioError && error.code === "TOO_LARGE";
      if (!isTooLarge || nibbles === maxPrefixNibbles) throw error;
    }
  }
}

export function requireAnchor({ anchor }: Client): DatedTrustAnchor {
  if (anchor !== undefined) return anchor;
  throw new CartorioError("CONFIG_INVALID", { reason: "the client has no trust anchor" });
}

function toJson(question: ProofQuestion): Readonly<Record<string, unknown>> {
  switch (question.kind) {
    case "did":
    case "didVersion":
    case "issuer":
    case "accreditation":
    case "accreditations":
    case "given":
    case "roots":
    case "members":
    case "proposals":
    case "policy":
    case "parameters":
      return { ...question };
    case "schemaList":
    case "statusList":
    case "statusBit":
    case "exchange":
      return question;
    case "schema":
      return { kind: "schema", digest: hexEncode(question.digest) };
    case "proposal":
    case "credential":
    case "credentialLog":
      return { ...question, hash: hexEncode(question.hash) };
    case "status":
      return { ...question, commitment: hexEncode(question.commitment) };
    case "credentialEvidence": {
      const { commitment, hash } = question;
      return { ...question, commitment: hexEncode(commitment), hash: hexEncode(hash) };
    }
    case "keys":
      return { kind: "keys", keys: question.keys.map(hexEncode) };
  }
}
