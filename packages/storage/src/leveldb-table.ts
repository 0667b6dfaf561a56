import { damagedFile } from "./errors.ts";
import { uint32At, VarintReader } from "./leveldb-bytes.ts";
import { crc32c, maskCrc } from "./leveldb-crc.ts";

/** Two block handles, padding, magic (LevelDB doc/table_format). */
const FOOTER_BYTES = 48;
const MAGIC_LOW = 0x8b80fb57;
const MAGIC_HIGH = 0xdb477524;
/** compression type(1) || masked CRC-32C(4) behind every block. */
const TRAILER_BYTES = 5;
const NO_COMPRESSION = 0;

interface Handle {
  readonly offset: number;
  readonly size: number;
}

/**
 * Checks every block of a table file against its checksum, and that the blocks named by the two
 * indexes cover the file from its first byte to its footer, so that no data is lost behind a
 * damaged index. Throws DATABASE_CORRUPT with file and offset.
 */
export function verifyTable(path: string, file: Uint8Array): void {
  const footerAt = file.length - FOOTER_BYTES;
  if (footerAt < 0) throw damagedFile(path, 0, "the table is shorter than its footer");
  const magicAt = file.length - 8;
  if (uint32At(file, magicAt) !== MAGIC_LOW || uint32At(file, magicAt + 4) !== MAGIC_HIGH) {
    throw damagedFile(path, magicAt, "the footer has a wrong magic number");
  }
  const footer = new VarintReader(file, footerAt, magicAt);
  const metaIndex = readHandle(footer);
  const index = readHandle(footer);
  if (metaIndex === undefined || index === undefined) {
    throw damagedFile(path, footerAt, "the footer cannot be read");
  }
  for (let at = footer.offset; at < magicAt; at += 1) {
    if (file[at] !== 0) throw damagedFile(path, at, "the padding of the footer is not zero");
  }
  const table = { path, file, footerAt };
  const handles = [
    metaIndex,
    index,
    ...readIndex(table, metaIndex),
    ...readIndex(table, index),
  ].sort((left, right) => left.offset - right.offset);
  let covered = 0;
  for (const handle of handles) {
    if (handle.offset !== covered) {
      throw damagedFile(path, Math.min(covered, handle.offset), "blocks overlap or leave a gap");
    }
    verifyBlock(table, handle);
    covered = handle.offset + handle.size + TRAILER_BYTES;
  }
  if (covered !== footerAt) throw damagedFile(path, covered, "bytes belong to no block");
}

interface Table {
  readonly path: string;
  readonly file: Uint8Array;
  readonly footerAt: number;
}

function readHandle(reader: VarintReader): Handle | undefined {
  const offset = reader.varint();
  const size = reader.varint();
  return offset === undefined || size === undefined ? undefined : { offset, size };
}

function verifyBlock({ path, file, footerAt }: Table, handle: Handle): void {
  const end = handle.offset + handle.size;
  if (end + TRAILER_BYTES > footerAt) {
    throw damagedFile(path, handle.offset, "a block reaches past the end of the data");
  }
  if (maskCrc(crc32c(file, { from: handle.offset, to: end + 1 })) !== uint32At(file, end + 1)) {
    throw damagedFile(path, handle.offset, "a block does not match its checksum");
  }
}

/** Handles in the values of an index block: entries with shared key prefixes, then restart points. */
function readIndex(table: Table, handle: Handle): readonly Handle[] {
  verifyBlock(table, handle);
  const { path, file } = table;
  const end = handle.offset + handle.size;
  if (file[end] !== NO_COMPRESSION) {
    throw damagedFile(path, end, "an index block is compressed, which this program never writes");
  }
  const broken = (): Error => damagedFile(path, handle.offset, "an index block cannot be read");
  if (handle.size < 4) throw broken();
  const entriesEnd = end - 4 - 4 * uint32At(file, end - 4);
  if (entriesEnd < handle.offset) throw broken();
  const reader = new VarintReader(file, handle.offset, entriesEnd);
  const handles: Handle[] = [];
  while (!reader.isAtEnd) {
    const shared = reader.varint();
    const own = reader.varint();
    const valueLength = reader.varint();
    const key = reader.slice(own);
    const value = reader.slice(valueLength);
    if (shared === undefined || key === undefined || value === undefined) throw broken();
    const read = readHandle(new VarintReader(value));
    if (read === undefined) throw broken();
    handles.push(read);
  }
  return handles;
}
