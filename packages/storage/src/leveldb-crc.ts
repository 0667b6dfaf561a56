// CRC-32C (Castagnoli, RFC 3720 B.4) as LevelDB stores it: Node has only the CRC-32 of zlib.

const POLYNOMIAL = 0x82f63b78;
const MASK_DELTA = 0xa282ead8;
const SLICES = 8;
const tables = sliceTables();

/** Slicing by 8: table k advances a byte by k further bytes. */
function sliceTables(): readonly Uint32Array[] {
  const first = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    first[byte] = crc;
  }
  const all = [first];
  for (let slice = 1; slice < SLICES; slice += 1) {
    const previous = all[slice - 1] as Uint32Array;
    all.push(previous.map((crc) => (crc >>> 8) ^ (first[crc & 0xff] as number)));
  }
  return all;
}
const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
];

/** Raw register over bytes [from, to); start with 0xffffffff, finish with {@link finishCrc}. */
export function updateCrc(register: number, bytes: Uint8Array, range: CrcRange): number {
  let crc = register;
  let at = range.from;
  const last = range.to - SLICES;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (; at <= last; at += SLICES) {
    const low = crc ^ view.getUint32(at, true);
    const high = view.getUint32(at + 4, true);
    crc =
      (t7[low & 0xff] as number) ^
      (t6[(low >>> 8) & 0xff] as number) ^
      (t5[(low >>> 16) & 0xff] as number) ^
      (t4[low >>> 24] as number) ^
      (t3[high & 0xff] as number) ^
      (t2[(high >>> 8) & 0xff] as number) ^
      (t1[(high >>> 16) & 0xff] as number) ^
      (t0[high >>> 24] as number);
  }
  for (; at < range.to; at += 1)
    crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[at] as number)) & 0xff] as number);
  return crc;
}

export interface CrcRange {
  readonly from: number;
  readonly to: number;
}

/** CRC-32C of a finished register. */
export function finishCrc(register: number): number {
  return ~register >>> 0;
}

/** CRC-32C of bytes [from, to). */
export function crc32c(bytes: Uint8Array, range: CrcRange): number {
  return finishCrc(updateCrc(0xffffffff, bytes, range));
}

/** The form in files (LevelDB util/crc32c.h): a stored CRC may itself be covered by a CRC. */
export function maskCrc(crc: number): number {
  return (((crc >>> 15) | (crc << 17)) + MASK_DELTA) >>> 0;
}
