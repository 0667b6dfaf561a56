import { multikeyToString } from "@cartorio/crypto";
import { readAnswer } from "./answer.ts";
import type { Client } from "./client.ts";

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
