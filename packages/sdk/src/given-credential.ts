import {
  type CredentialContent,
  credentialFormat,
  isJsonObject,
  parseJsonObject,
  readCredentialContent,
} from "@cartorio/protocol";
import { type Credential, issuerOf } from "./credential.ts";
import { type ReadProof, readProof } from "./data-integrity.ts";
import { readTokenProof } from "./token-proof.ts";

/** A credential as it was given, read but not judged. */
export interface GivenCredential {
  /** The document with its `proof`, or the payload of a token. */
  readonly claims: Credential;
  /** Undefined where there is nothing to commit to. */
  readonly content: CredentialContent | undefined;
  readonly isToken: boolean;
  readonly issuer: string | undefined;
  readonly proof: ReadProof;
}

export type ReadGiven =
  | { readonly ok: true; readonly given: GivenCredential }
  | { readonly ok: false; readonly code: string };

/**
 * Reads a document, its text, a token or an enveloped token. Codes, where it is neither: NOT_I_JSON,
 * TOKEN_MALFORMED, TOKEN_TYPE.
 */
export function readGiven(value: Credential | string): ReadGiven {
  const isText = typeof value === "string";
  if (!isText && !isJsonObject(value)) return { ok: false, code: "NOT_I_JSON" };
  const read = readCredentialContent(value);
  const content = read.ok ? read.content : undefined;
  if (content?.token !== undefined) {
    const { claims, format } = content;
    const issuer = format === credentialFormat.sdJwtVc ? textOf(claims["iss"]) : issuerOf(claims);
    const proof = readTokenProof(content, issuer ?? "") ?? readProof(claims);
    return { ok: true, given: { claims, content, isToken: true, issuer, proof } };
  }
  const isDocument = !isText || value.trimStart().startsWith("{");
  if (!isDocument) return { ok: false, code: read.ok ? "NOT_I_JSON" : read.problem };
  const claims = isText ? parseJsonObject(value) : value;
  if (claims === undefined) return { ok: false, code: "NOT_I_JSON" };
  const issuer = issuerOf(claims);
  const given = { claims, content, isToken: false, issuer, proof: readProof(claims) };
  return { ok: true, given };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
