import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { damagedFile, missingFile, toStorageError } from "./errors.ts";
import { uint32At, uint64At } from "./leveldb-bytes.ts";
import { type LogRecord, readLog } from "./leveldb-log.ts";
import { type Manifest, readManifest } from "./leveldb-manifest.ts";
import { verifyTable } from "./leveldb-table.ts";

/** A write that a crash cut off before it was acknowledged: worth a line in the log, no more. */
export interface TornWrite {
  readonly path: string;
  readonly offset: number;
  readonly bytes: number;
}
export interface VerifyProgress {
  readonly verifiedBytes: number;
  readonly totalBytes: number;
}
export interface VerifyOptions {
  /** Called after each file. */
  readonly onProgress?: (progress: VerifyProgress) => void;
  readonly onTornWrite?: (tornWrite: TornWrite) => void;
}

const SEQUENCE_AND_COUNT_BYTES = 12;
const sixDigits = (number: number): string => String(number).padStart(6, "0");

interface FileToVerify {
  readonly path: string;
  readonly bytes: number;
  readonly kind: "log" | "table";
}

/**
 * Checks every live file of a closed LevelDB directory: CURRENT, MANIFEST, write-ahead logs and
 * tables. LevelDB 1.20 reports no damage when it opens, and opening rewrites the evidence, so this
 * runs before. Throws DATABASE_CORRUPT (file and offset) or DATABASE_MISSING.
 */
export async function verifyLevelFiles(
  directory: string,
  options: VerifyOptions = {},
): Promise<void> {
  const names = await list(directory);
  const manifest = await verifyManifest(directory, names, options);
  const files = [
    ...(await tableFiles(directory, manifest)),
    ...(await logFiles(directory, names, manifest)),
  ];
  const totalBytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const newestLog = files.findLast((file) => file.kind === "log")?.path;
  let verifiedBytes = 0;
  let nextSequence: number | undefined;
  for (const file of files) {
    const content = await contentOf(file.path);
    if (file.kind === "table") {
      verifyTable(file.path, content);
    } else {
      const { records, torn } = readLog(file.path, content);
      nextSequence = verifySequences(file.path, records, nextSequence);
      if (torn !== undefined) {
        if (file.path !== newestLog) {
          throw damagedFile(file.path, torn.offset, "a log that has a successor is cut off");
        }
        options.onTornWrite?.({ path: file.path, ...torn });
      }
    }
    verifiedBytes += file.bytes;
    options.onProgress?.({ verifiedBytes, totalBytes });
  }
}

async function list(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw missingFile(directory, "the database was initialised before");
    }
    throw toStorageError(error, directory);
  }
}

async function contentOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw toStorageError(error, path);
  }
}

async function verifyManifest(
  directory: string,
  names: readonly string[],
  options: VerifyOptions,
): Promise<Manifest> {
  const currentPath = join(directory, "CURRENT");
  if (!names.includes("CURRENT")) throw missingFile(currentPath, "it names the newest MANIFEST");
  const text = Buffer.from(await contentOf(currentPath)).toString("latin1");
  const name = /^(MANIFEST-\d{6,})\n$/u.exec(text)?.[1];
  if (name === undefined) throw damagedFile(currentPath, 0, "it does not name a MANIFEST");
  const path = join(directory, name);
  if (!names.includes(name)) throw missingFile(path, "CURRENT names it");
  const { records, torn } = readLog(path, await contentOf(path));
  if (torn !== undefined) options.onTornWrite?.({ path, ...torn });
  return readManifest(path, records);
}

async function tableFiles(directory: string, manifest: Manifest): Promise<readonly FileToVerify[]> {
  const files: FileToVerify[] = [];
  for (const [number, bytes] of manifest.tables) {
    const path = join(directory, `${sixDigits(number)}.ldb`);
    const found = await sizeOf(path);
    if (found === undefined) throw missingFile(path, "the MANIFEST names this table");
    if (found !== bytes) {
      throw damagedFile(path, Math.min(found, bytes), `it has ${found} bytes instead of ${bytes}`);
    }
    files.push({ path, bytes, kind: "table" });
  }
  return files;
}

async function logFiles(
  directory: string,
  names: readonly string[],
  manifest: Manifest,
): Promise<readonly FileToVerify[]> {
  const isLive = (number: number): boolean =>
    number >= manifest.logNumber || number === manifest.previousLogNumber;
  const numbers = names
    .map((name) => /^(\d{6,})\.log$/u.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .filter(isLive)
    .sort((left, right) => left - right);
  const named = join(directory, `${sixDigits(manifest.logNumber)}.log`);
  if (manifest.logNumber !== 0 && !numbers.includes(manifest.logNumber)) {
    throw missingFile(named, "the MANIFEST names this log");
  }
  const files: FileToVerify[] = [];
  for (const number of numbers) {
    const path = join(directory, `${sixDigits(number)}.log`);
    files.push({ path, bytes: (await sizeOf(path)) ?? 0, kind: "log" });
  }
  return files;
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw toStorageError(error, path);
  }
}

/** Batches are numbered without a gap, so a lost one shows. Returns the number that comes next. */
function verifySequences(
  path: string,
  records: readonly LogRecord[],
  first: number | undefined,
): number | undefined {
  let expected = first;
  for (const { offset, bytes } of records) {
    if (bytes.length < SEQUENCE_AND_COUNT_BYTES) {
      throw damagedFile(path, offset, "a batch has no header");
    }
    const sequence = uint64At(bytes, 0);
    if (sequence === undefined || (expected !== undefined && sequence !== expected)) {
      throw damagedFile(path, offset, `a batch is missing before number ${String(sequence)}`);
    }
    expected = sequence + uint32At(bytes, 8);
  }
  return expected;
}
