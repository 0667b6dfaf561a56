import { hexEncode } from "@cartorio/crypto";
import type { ProofQuestion } from "@cartorio/protocol";
import { readAnswer } from "./answer.ts";
import type { Client } from "./client.ts";
import { CartorioError } from "./errors.ts";
import { type ProvenState, verifyProof } from "./proof.ts";

export interface ProofAnswer {
  /** Encoded ProofBundle (application/cartorio-proof), which may be handed on. */
  readonly bundle: Uint8Array;
}

/** The bundle for some questions, unverified. */
export async function getProof(
  client: Client,
  parameters: { readonly questions: readonly ProofQuestion[]; readonly minHeight?: number },
): Promise<ProofAnswer> {
  const { questions, minHeight } = parameters;
  const anchorHeight = client.anchor?.height ?? 0;
  const answer = readAnswer(
    await client.transport.request("proof_get", {
      questions: questions.map(toJson),
      anchorHeight,
      ...(minHeight === undefined ? {} : { minHeight }),
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
    readonly maximumProofAgeMs?: number;
    /** How long the client's anchor carries. Default that of `verifyProof`. */
    readonly trustPeriodMs?: number;
  },
): Promise<{ readonly bundle: Uint8Array; readonly state: ProvenState }> {
  const { anchor } = client;
  if (anchor === undefined) {
    throw new CartorioError("CONFIG_INVALID", { reason: "the client has no trust anchor" });
  }
  const { questions, minHeight = 0, maximumProofAgeMs, trustPeriodMs } = parameters;
  const newest = client.newest();
  const floor = Math.max(minHeight, newest?.height ?? 0);
  const { bundle } = await getProof(client, { questions, minHeight: floor });
  const proven = verifyProof({
    bundle,
    anchor,
    questions,
    now: client.clock.now(),
    newest,
    ...(maximumProofAgeMs === undefined ? {} : { maximumProofAgeMs }),
    ...(trustPeriodMs === undefined ? {} : { trustPeriodMs }),
  });
  if (!proven.ok) throw new CartorioError(proven.code, { field: proven.field ?? "" });
  client.saw(proven.value);
  return { bundle, state: proven.value };
}

function toJson(question: ProofQuestion): Readonly<Record<string, unknown>> {
  switch (question.kind) {
    case "did":
    case "didVersion":
    case "issuer":
    case "accreditation":
      return question;
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
