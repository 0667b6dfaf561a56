// A WebSocket client of `chain_subscribe` that costs next to nothing: thousands of them run beside the
// cluster that is measured, on the same cores.
import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

export interface BlockListener {
  /** Resolves when the height was told of; rejects if the connection is lost. */
  readonly reached: (height: number) => Promise<void>;
  /** Whether a block was left out or told twice. */
  readonly hasGap: () => boolean;
  readonly close: () => void;
}

const subscription =
  '{"jsonrpc":"2.0","id":1,"method":"chain_subscribe","params":{"topic":"blocks"}}';

/** Subscribes to blocks from the next one on. */
export async function listenToBlocks(url: string): Promise<BlockListener> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const subscribed = Promise.withResolvers<void>();
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined);
  let [last, isWrong] = [0, false];
  let look = (): void => {};
  readTexts(socket, (text) => {
    if (text.includes('"id":1}')) subscribed.resolve();
    const told = /"event":\{(?:"[a-zA-Z]+":"[^"]*",)*"height":([0-9]+)/.exec(text)?.[1];
    if (told === undefined) return;
    const height = Number(told);
    if (last !== 0 && height !== last + 1) isWrong = true;
    last = height;
    look();
  });
  const fail = (reason: string): void => lost.reject(new Error(`a WebSocket ${reason}`));
  socket.once("error", ({ message }) => fail(`failed: ${message}`));
  socket.once("close", () => fail("was closed"));
  const key = randomBytes(16).toString("base64");
  const lines = ["GET /ws HTTP/1.1", `host: ${host}`, "connection: Upgrade", "upgrade: websocket"];
  const tail = ["sec-websocket-version: 13", `sec-websocket-key: ${key}`];
  socket.write(`${[...lines, ...tail].join("\r\n")}\r\n\r\n`);
  socket.write(maskedFrame(textOpcode, Buffer.from(subscription)));
  await Promise.race([subscribed.promise, lost.promise]);
  return {
    reached: (height) => {
      const there = new Promise<void>((resolve) => {
        look = () => {
          if (last >= height) resolve();
        };
        look();
      });
      return Promise.race([there, lost.promise]);
    },
    hasGap: () => isWrong,
    close: () => socket.destroy(),
  };
}

const textOpcode = 1;
const pingOpcode = 9;
const pongOpcode = 10;

/** A final frame as a client has to send it (RFC 6455 5.2), masked by zeros; up to 125 bytes. */
function maskedFrame(opcode: number, payload: Buffer): Buffer {
  const head = Buffer.from([0x80 | opcode, 0x80 | payload.length, 0, 0, 0, 0]);
  return Buffer.concat([head, payload]);
}

/** Takes the server's texts after its 101; answers pings, without which it would cut the connection. */
function readTexts(socket: Socket, take: (text: string) => void): void {
  let isUpgraded = false;
  let kept: Buffer = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    if (!isUpgraded) {
      const end = kept.indexOf("\r\n\r\n");
      if (end === -1) return;
      if (!kept.toString("latin1", 0, end).startsWith("HTTP/1.1 101 ")) {
        socket.destroy(new Error(kept.toString("latin1", 0, end)));
        return;
      }
      isUpgraded = true;
      kept = kept.subarray(end + 4);
    }
    for (let frame = frameOf(kept); frame !== undefined; frame = frameOf(kept)) {
      kept = kept.subarray(frame.end);
      if (frame.opcode === textOpcode) take(frame.payload.toString("utf8"));
      if (frame.opcode === pingOpcode) socket.write(maskedFrame(pongOpcode, frame.payload));
    }
  });
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly end: number;
}

/** The first frame if it is whole. Servers do not mask, and this one does not fragment. */
function frameOf(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1);
  const headBytes = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < headBytes) return undefined;
  const length =
    short === 126
      ? bytes.readUInt16BE(2)
      : short === 127
        ? Number(bytes.readBigUInt64BE(2))
        : short;
  const end = headBytes + length;
  if (bytes.length < end) return undefined;
  return { opcode: bytes.readUInt8(0) & 15, payload: bytes.subarray(headBytes, end), end };
}
