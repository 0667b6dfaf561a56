import type { RecordCodec } from "@cartorio/protocol";

/** The value of a record that the node gave; undefined if there is none. Throws INV-GATEWAY-RECORD if it has no form. */
export function givenValue<T>(
  record: Uint8Array | undefined,
  codec: RecordCodec<T>,
): T | undefined {
  const decoded = record && codec.decode(record);
  if (decoded?.ok === false) {
    throw new Error(`INV-GATEWAY-RECORD: the node gave a ${codec.name} without form`);
  }
  return decoded?.value;
}
