import { decodeFinalityCertificate, type FinalityCertificate } from "@cartorio/protocol";
import { decodeBlockValue } from "./block-value.ts";
import { damagedValue } from "./errors.ts";
import type { KeyValueStore } from "./key-value.ts";
import { keys, NUMBER_BYTES, readNumber } from "./keys.ts";
import type { StoredBlock } from "./ports.ts";
import { readValue, requireValue } from "./sealed-store.ts";

const HASH_BYTES = 32;

export interface StoredHeader {
  readonly header: Uint8Array;
  readonly headerHash: Uint8Array;
}

/** Header of an executed height. Throws DATABASE_CORRUPT if absent or altered. */
export function readHeader(store: KeyValueStore, height: number): StoredHeader {
  const value = requireValue(store, keys.header(height), `the header of height ${height}`);
  return { headerHash: value.slice(0, HASH_BYTES), header: value.slice(HASH_BYTES) };
}

/** Block of an executed height. Throws DATABASE_CORRUPT if absent or altered. */
export function readBlock(store: KeyValueStore, height: number): StoredBlock {
  const { header, headerHash } = readHeader(store, height);
  const key = keys.block(height);
  const what = `the block of height ${height}`;
  const parts = decodeBlockValue(requireValue(store, key, what));
  if (parts === undefined) throw damagedValue(`${what} cannot be decoded`, key);
  return { height, headerHash, header, ...parts };
}

/** Height of a header hash; undefined if no block has it. */
export function readHeightOf(store: KeyValueStore, headerHash: Uint8Array): number | undefined {
  const value = readValue(store, keys.heightByHash(headerHash), "a header hash");
  return value === undefined ? undefined : readNumber(value, 0);
}

/** Place of the copy that settles a transaction, else of its first; undefined if no block holds it. */
export function readTransaction(
  store: KeyValueStore,
  id: Uint8Array,
): { readonly height: number; readonly index: number } | undefined {
  const value = readValue(store, keys.transaction(id), "a transaction id");
  if (value === undefined) return undefined;
  return { height: readNumber(value, 0), index: readNumber(value, NUMBER_BYTES) };
}

/** Certificate of a height; undefined if none was stored. Throws DATABASE_CORRUPT. */
export function readCertificate(
  store: KeyValueStore,
  height: number,
): FinalityCertificate | undefined {
  const key = keys.certificate(height);
  const what = `the certificate of height ${height}`;
  const value = readValue(store, key, what);
  if (value === undefined) return undefined;
  const decoded = decodeFinalityCertificate(value);
  if (!decoded.ok) throw damagedValue(`${what} cannot be decoded (${decoded.code})`, key);
  return decoded.value;
}

/** The certificate that the newest-certificate record names; undefined if there is none yet. */
export function readNewestCertificate(store: KeyValueStore): FinalityCertificate | undefined {
  const value = readValue(store, keys.newestCertificate(), "the newest certificate's height");
  if (value === undefined) return undefined;
  const height = readNumber(value, 0);
  const certificate = readCertificate(store, height);
  if (certificate === undefined) {
    throw damagedValue(`the certificate of height ${height} is missing`, keys.certificate(height));
  }
  return certificate;
}
