import { damagedFile } from "./errors.ts";
import { VarintReader } from "./leveldb-bytes.ts";
import type { LogRecord } from "./leveldb-log.ts";

/** What the MANIFEST says is alive (LevelDB db/version_edit.cc). */
export interface Manifest {
  /** Logs with this number or a higher one are replayed. */
  readonly logNumber: number;
  readonly previousLogNumber: number;
  readonly lastSequence: number;
  /** Size in bytes of every live table by its number. */
  readonly tables: ReadonlyMap<number, number>;
}

const tag = {
  comparator: 1,
  logNumber: 2,
  nextFile: 3,
  lastSequence: 4,
  compactPointer: 5,
  deletedFile: 6,
  newFile: 7,
  previousLogNumber: 9,
} as const;

interface Draft {
  logNumber: number | undefined;
  previousLogNumber: number;
  lastSequence: number;
  tables: Map<number, number>;
}

/** Replays the edits of a MANIFEST whose checksums hold. Throws DATABASE_CORRUPT if one is malformed. */
export function readManifest(path: string, records: readonly LogRecord[]): Manifest {
  const draft: Draft = {
    logNumber: undefined,
    previousLogNumber: 0,
    lastSequence: 0,
    tables: new Map(),
  };
  for (const record of records) {
    if (!applyEdit(draft, new VarintReader(record.bytes))) {
      throw damagedFile(path, record.offset, "an edit cannot be read");
    }
  }
  if (draft.logNumber === undefined) throw damagedFile(path, 0, "no log number is recorded");
  return { ...draft, logNumber: draft.logNumber };
}

function applyEdit(draft: Draft, reader: VarintReader): boolean {
  while (!reader.isAtEnd) {
    if (!applyField(draft, reader)) return false;
  }
  return true;
}

function applyField(draft: Draft, reader: VarintReader): boolean {
  const field = reader.varint();
  switch (field) {
    case tag.comparator:
      return reader.prefixed() !== undefined;
    case tag.compactPointer:
      return reader.varint() !== undefined && reader.prefixed() !== undefined;
    case tag.deletedFile:
      return reader.varint() !== undefined && draft.tables.delete(reader.varint() ?? -1);
    case tag.newFile:
      return applyNewFile(draft, reader);
    default:
      return applyNumber(draft, field, reader.varint());
  }
}

function applyNewFile(draft: Draft, reader: VarintReader): boolean {
  const level = reader.varint();
  const number = reader.varint();
  const size = reader.varint();
  const smallest = reader.prefixed();
  const largest = reader.prefixed();
  if (level === undefined || number === undefined || size === undefined) return false;
  if (smallest === undefined || largest === undefined) return false;
  draft.tables.set(number, size);
  return true;
}

function applyNumber(draft: Draft, field: number | undefined, value: number | undefined): boolean {
  if (value === undefined) return false;
  if (field === tag.logNumber) draft.logNumber = value;
  else if (field === tag.previousLogNumber) draft.previousLogNumber = value;
  else if (field === tag.lastSequence) draft.lastSequence = value;
  else return field === tag.nextFile;
  return true;
}
