import { type HashLike, hashText, readAnswer, textsOf } from "./answer.ts";
import type { Client } from "./client.ts";

// Reads without proof, as in read-actions.ts: the word of one gateway.

export interface CredentialLogEntry {
  readonly number: number;
  /** Block time. */
  readonly time: number;
  readonly height: number;
  readonly by: string;
  /** `logEntryCommitment` of what happened, hexadecimal. */
  readonly entry: string;
  readonly code: number;
}

export interface CredentialLogPage {
  /** Entries that the log has. */
  readonly total: number;
  /** `from` of the page after this one; undefined if this is the last. */
  readonly next: number | undefined;
  readonly entries: readonly CredentialLogEntry[];
  readonly height: number;
}

/** Entries of the log of an anchor from number `from` on (default 1), at most 64 at once. */
export async function getCredentialLog(
  client: Client,
  parameters: {
    readonly issuer: string;
    readonly hash: HashLike;
    readonly from?: number;
    readonly count?: number;
    readonly minHeight?: number;
  },
): Promise<CredentialLogPage> {
  const params = { ...parameters, hash: hashText(parameters.hash) };
  const answer = readAnswer(await client.transport.request("credential_getLog", params));
  const entries = answer.list("entries").map((value) => {
    const entry = readAnswer(value);
    return {
      number: entry.number("number"),
      time: entry.number("time"),
      height: entry.number("height"),
      by: entry.text("by"),
      entry: entry.text("entry"),
      code: entry.number("code"),
    };
  });
  const next = answer.has("next") ? answer.number("next") : undefined;
  return { total: answer.number("total"), next, entries, height: answer.number("height") };
}

export interface IssuerProfileAnswer {
  /** What the next declaration names as expectedSequence. */
  readonly sequence: number;
  readonly revokers: readonly string[];
  readonly successor: string | undefined;
  /** Block time; 0: never said. */
  readonly anchorRequiredSince: number;
  readonly height: number;
}

/** What an issuer declares about itself; sequence 0 if it never did. Throws DID_NOT_FOUND. */
export async function getIssuerProfile(
  client: Client,
  parameters: { readonly did: string; readonly minHeight?: number },
): Promise<IssuerProfileAnswer> {
  const answer = readAnswer(await client.transport.request("issuer_getProfile", { ...parameters }));
  const height = answer.number("height");
  if (!answer.has("profile")) {
    return { sequence: 0, revokers: [], successor: undefined, anchorRequiredSince: 0, height };
  }
  const profile = answer.reader("profile");
  return {
    sequence: profile.number("sequence"),
    revokers: textsOf(profile.list("revokers")),
    successor: profile.has("successor") ? profile.text("successor") : undefined,
    anchorRequiredSince: profile.number("anchorRequiredSince"),
    height,
  };
}
