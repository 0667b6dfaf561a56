// Where the messages of a WebSocket begin and end in its bytes (RFC 6455 5.2), before `ws` has them whole.

/** A frame is kept as an object of its own, and so is each piece that it comes in. */
const frameOverhead = 128;
const chunkOverhead = 256;

const fin = 0x80;
const control = 0x08;
const masked = 0x80;
const lengthMask = 0x7f;
const maskBytes = 4;

export interface FrameReader {
  /** What the message that is not whole yet holds in memory, and whether another one ended in the chunk. */
  readonly read: (chunk: Uint8Array) => { readonly held: number; readonly ended: boolean };
}

/** Follows frames; that they are well-formed is for `ws` to judge. */
export function createFrameReader(): FrameReader {
  /** Bytes of the header of the frame that begins. */
  let header: number[] = [];
  let isControl = false;
  let isLast = false;
  let payloadLeft = 0;
  let isInPayload = false;
  let held = 0;

  /** True if the header is whole now. */
  const takeHeader = (byte: number): boolean => {
    header.push(byte);
    const [first = 0, second = 0] = header;
    if (header.length < 2) return false;
    const short = second & lengthMask;
    const lengthBytes = short === 127 ? 8 : short === 126 ? 2 : 0;
    if (header.length < 2 + lengthBytes + ((second & masked) === 0 ? 0 : maskBytes)) return false;
    const long = header.slice(2, 2 + lengthBytes).reduce((sum, part) => sum * 256 + part, 0);
    payloadLeft = lengthBytes === 0 ? short : long;
    isControl = (first & control) !== 0;
    isLast = (first & fin) !== 0;
    if (!isControl) held += frameOverhead;
    header = [];
    return true;
  };

  return {
    read(chunk) {
      let ended = false;
      let at = 0;
      while (at < chunk.length || (isInPayload && payloadLeft === 0)) {
        if (!isInPayload) {
          isInPayload = takeHeader(chunk[at] ?? 0);
          at += 1;
          continue;
        }
        const taken = Math.min(payloadLeft, chunk.length - at);
        payloadLeft -= taken;
        at += taken;
        if (payloadLeft > 0) break;
        isInPayload = false;
        if (isControl || !isLast) continue;
        held = 0;
        ended = true;
      }
      // A part of it keeps all of it, whatever else is in it.
      if (held > 0) held += chunkOverhead + chunk.length;
      return { held, ended };
    },
  };
}
