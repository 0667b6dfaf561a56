import { createHash } from "node:crypto";
import { join } from "node:path";
import { readFileIfPresent, replaceFile } from "./durable-file.ts";
import { corruptAdvice, damagedFile, StorageError } from "./errors.ts";
import type { StoreIdentity } from "./ports.ts";

/** Schema of keys and values; raised with each incompatible change. */
export const SCHEMA_VERSION = 1;

export type StoreKind = "chain" | "journal";

/** Which database a directory holds; kept in its marker file and inside the database. */
export interface StoreDescription {
  readonly kind: StoreKind;
  readonly schemaVersion: number;
  /** Hexadecimal. */
  readonly chainId: string;
  readonly network: string;
}

/**
 * `creating` until the database behind the marker is complete; then `ready`. A directory with a
 * ready marker is never created again: its absence of data is a fault, not a fresh start.
 */
export interface Marker {
  readonly description: StoreDescription;
  readonly state: "creating" | "ready";
}

const MARKER_FILE = "initialised.json";

/** Where a directory's marker is. */
export function markerPath(directory: string): string {
  return join(directory, MARKER_FILE);
}

/** The description that a directory of this identity and kind must carry. */
export function describeStore(kind: StoreKind, identity: StoreIdentity): StoreDescription {
  return {
    kind,
    schemaVersion: SCHEMA_VERSION,
    chainId: Buffer.from(identity.chainId).toString("hex"),
    network: identity.network,
  };
}

/** One line of JSON and the SHA-256 of that line. */
export async function writeMarker(directory: string, marker: Marker): Promise<void> {
  const line = JSON.stringify(marker);
  await replaceFile(markerPath(directory), Buffer.from(`${line}\n${digestOf(line)}\n`, "utf8"));
}

/** The marker; undefined if there is none. Throws DATABASE_CORRUPT if it was altered. */
export async function readMarker(directory: string): Promise<Marker | undefined> {
  const path = markerPath(directory);
  const bytes = await readFileIfPresent(path);
  if (bytes === undefined) return undefined;
  const [line = "", digest, ...rest] = Buffer.from(bytes).toString("utf8").split("\n");
  const intact = digest === digestOf(line) && rest.length === 1 && rest[0] === "";
  const marker = intact ? parseMarker(line) : undefined;
  if (marker === undefined) throw damagedFile(path, 0, "it does not match its checksum");
  return marker;
}

function digestOf(line: string): string {
  return createHash("sha256").update(line, "utf8").digest("hex");
}

function parseMarker(line: string): Marker | undefined {
  const value: unknown = JSON.parse(line);
  if (!isObject(value) || !isDescription(value["description"])) return undefined;
  const state = value["state"];
  if (state !== "creating" && state !== "ready") return undefined;
  return { description: value["description"], state };
}

/** The identity record inside the database. */
export function encodeDescription(description: StoreDescription): Uint8Array {
  return Buffer.from(JSON.stringify(description), "utf8");
}

/** Inverse of {@link encodeDescription}; undefined if malformed. */
export function decodeDescription(bytes: Uint8Array): StoreDescription | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return isDescription(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isDescription(value: unknown): value is StoreDescription {
  return (
    isObject(value) &&
    (value["kind"] === "chain" || value["kind"] === "journal") &&
    Number.isSafeInteger(value["schemaVersion"]) &&
    typeof value["chainId"] === "string" &&
    typeof value["network"] === "string"
  );
}

/** Throws DATABASE_NEWER or DATABASE_FOREIGN if a directory is not the one expected. */
export function assertSameStore(
  path: string,
  found: StoreDescription,
  expected: StoreDescription,
): void {
  const details = { details: { path } };
  if (found.schemaVersion > expected.schemaVersion) {
    throw new StorageError(
      "DATABASE_NEWER",
      `${path} has schema ${found.schemaVersion}, this program knows ${expected.schemaVersion}; run the newer version`,
      details,
    );
  }
  if (found.schemaVersion < expected.schemaVersion) {
    throw new StorageError(
      "DATABASE_CORRUPT",
      `${path} has schema ${found.schemaVersion}, which never existed; ${corruptAdvice}`,
      details,
    );
  }
  if (found.kind !== expected.kind) {
    throw new StorageError(
      "DATABASE_FOREIGN",
      `${path} holds a ${found.kind} database, not a ${expected.kind} one; correct the data directory`,
      details,
    );
  }
  if (found.chainId !== expected.chainId || found.network !== expected.network) {
    throw new StorageError(
      "DATABASE_FOREIGN",
      `${path} belongs to network ${found.network} with chain id ${found.chainId}, the genesis in use has network ${expected.network} with chain id ${expected.chainId}; correct the data directory or the genesis`,
      details,
    );
  }
}
