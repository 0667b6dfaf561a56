import { multikeyToString } from "@cartorio/crypto";
import { readAnswer } from "./answer.ts";
import type { Client } from "./client.ts";
import type { AtHeight } from "./read-actions.ts";

// The past of a DID without proof. What must be true comes from `fetchProof`.

export interface DidVersionAnswer {
  readonly did: string;
  readonly versionId: string;
  readonly latestVersion: number;
  /** number, time, height, documentHash, previousHash, removals, status, control. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly height: number;
}

/** The record of one version. Throws DID_NOT_FOUND, NOT_FOUND, DID_MALFORMED, DID_WRONG_NETWORK. */
export async function getDidVersion(
  client: Client,
  parameters: { readonly did: string; readonly version: number; readonly minHeight?: number },
): Promise<DidVersionAnswer> {
  const answer = readAnswer(await client.transport.request("did_getVersion", { ...parameters }));
  return {
    did: answer.text("did"),
    versionId: answer.text("versionId"),
    latestVersion: answer.number("latestVersion"),
    record: answer.object("record"),
    height: answer.number("height"),
  };
}

/** What a DID URL names. */
export interface DereferencedAnswer {
  readonly did: string;
  /** A document or a part of one; null if the DID is deactivated, or governance redacted the document. */
  readonly content: Readonly<Record<string, unknown>> | null;
  /** URLs of services, where they were asked for. */
  readonly urls: readonly string[];
  /** Metadata of the version. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly deactivated: boolean;
  readonly height: number;
}

/**
 * A document at a time, a key, a service, or with `accept` text/uri-list the URLs of services. Nobody
 * follows them. Throws DID_NOT_FOUND, DID_MALFORMED, DID_WRONG_NETWORK, NOT_FOUND, INVALID_OPTIONS.
 */
export async function dereference(
  client: Client,
  parameters: {
    /** A DID, or a DID URL with fragment or parameters. */
    readonly didUrl: string;
    readonly accept?: "application/did" | "text/uri-list";
    /** The key that the fragment names must serve it. */
    readonly verificationRelationship?: string;
  } & AtHeight,
): Promise<DereferencedAnswer> {
  const answer = readAnswer(await client.transport.request("did_dereference", { ...parameters }));
  const type = answer.has("contentType") ? answer.text("contentType") : undefined;
  const hasUrls = type === "text/uri-list";
  return {
    did: answer.text("did"),
    content: type === undefined || hasUrls ? null : answer.object("content"),
    urls: hasUrls ? answer.list("content").filter((url) => typeof url === "string") : [],
    metadata: answer.object("contentMetadata"),
    version: answer.number("version"),
    deactivated: answer.boolean("deactivated"),
    height: answer.number("height"),
  };
}

export interface KeyRemovalAnswer {
  /** Absent: the key never left. */
  readonly removal?: {
    /** `retired` or `compromised`. */
    readonly reason: string;
    /** Milliseconds; 0 unless compromised. */
    readonly since: number;
    readonly time: number;
    readonly version: number;
  };
  readonly height: number;
}

/** Whether a key left the DID. Throws DID_NOT_FOUND, DID_MALFORMED, DID_WRONG_NETWORK. */
export async function getKeyRemoval(
  client: Client,
  parameters: {
    readonly did: string;
    readonly multikey: Uint8Array;
    readonly minHeight?: number;
  },
): Promise<KeyRemovalAnswer> {
  const params = { ...parameters, multikey: multikeyToString(parameters.multikey) };
  const answer = readAnswer(await client.transport.request("did_getKeyRemoval", params));
  const height = answer.number("height");
  if (!answer.has("removal")) return { height };
  const removal = answer.reader("removal");
  return {
    removal: {
      reason: removal.text("reason"),
      since: removal.number("since"),
      time: removal.number("time"),
      version: removal.number("version"),
    },
    height,
  };
}
