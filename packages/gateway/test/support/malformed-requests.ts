// Requests that no client of good will sends, from a seed.
import { gzipSync } from "node:zlib";
import { methodTable } from "../../src/method-table.ts";

/** Bytes to a socket, or a request for an HTTP client. */
export type MalformedRequest =
  | { readonly kind: "raw"; readonly bytes: Buffer }
  | {
      readonly kind: "http";
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Buffer;
      readonly chunked: boolean;
      /** The server may close before all is sent. */
      readonly mayBeCut: boolean;
    };

export interface Dice {
  /** From 0 to below `end`. */
  readonly below: (end: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
}

/** Mulberry32. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
  return {
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}

const hash = "ab".repeat(32);
const validBodies = [
  '{"jsonrpc":"2.0","id":1,"method":"chain_getStatus"}',
  '{"jsonrpc":"2.0","id":"x","method":"chain_getBlock","params":{"height":1}}',
  '{"jsonrpc":"2.0","id":2,"method":"tx_submit","params":{"envelope":"AAAA"}}',
  `{"jsonrpc":"2.0","id":3,"method":"tx_get","params":["${hash}"]}`,
  '[{"jsonrpc":"2.0","method":"node_getPeers"},{"jsonrpc":"2.0","id":4,"method":"node_getPeers"}]',
];
const oddValues = [
  "null",
  "true",
  "0",
  "-1",
  "1e400",
  "-0",
  "1.5",
  "9007199254740993",
  '""',
  "[]",
  "{}",
  '"\\ud800"',
  '"\\u0000"',
  `"${"a".repeat(5000)}"`,
  `${"9".repeat(400)}`,
  "[[[[]]]]",
  '{"__proto__":{"a":1}}',
  '{"constructor":{"prototype":{}}}',
  '{"toString":1}',
  "nul",
  '"open',
  "1e",
  "--1",
  "\ufeff",
];
const methods = [
  ...methodTable.map(({ name }) => name),
  "__proto__",
  "constructor",
  "",
  "a".repeat(10_000),
  "rpc.",
  "tx_submit\\u0000",
];
const bomb = gzipSync(Buffer.alloc(4 * 1024 * 1024, " "));

type Maker = (dice: Dice) => MalformedRequest;

function json(text: string | Buffer, headers: Record<string, string> = {}): MalformedRequest {
  return {
    kind: "http",
    headers: { "content-type": "application/json", ...headers },
    body: Buffer.from(text),
    chunked: false,
    mayBeCut: false,
  };
}

function request(dice: Dice, members: Readonly<Record<string, string>> = {}): string {
  const id = dice.pick(oddValues);
  const method = `"${dice.pick(methods)}"`;
  const all = { jsonrpc: '"2.0"', id, method, params: dice.pick(oddValues), ...members };
  return `{${Object.entries(all)
    .map(([name, value]) => `"${name}":${value}`)
    .join()}}`;
}

const makers: readonly Maker[] = [
  (dice) => {
    const bytes = Buffer.from(dice.pick(validBodies));
    for (let flips = 1 + dice.below(4); flips > 0; flips -= 1) {
      bytes[dice.below(bytes.length)] = dice.below(256);
    }
    return json(bytes);
  },
  (dice) => {
    const text = dice.pick(validBodies);
    return json(text.slice(0, dice.below(text.length)));
  },
  (dice) => json(request(dice)),
  (dice) => json(`{"jsonrpc":"2.0","method":"${dice.pick(methods)}"}`),
  (dice) => json(`[${Array.from({ length: dice.below(20) }, () => request(dice)).join()}]`),
  (dice) =>
    json(
      `[${Array(95 + dice.below(20))
        .fill("1")
        .join()}]`,
    ),
  (dice) => {
    const depth = 1 + dice.below(dice.pick([10, 100, 100_000]));
    const [open, close] = dice.pick([
      ["[", "]"],
      ['{"a":', "}"],
    ] as const);
    const deep = `${open.repeat(depth)}0${close.repeat(dice.below(2) * depth)}`;
    return json(dice.pick([deep, request(dice, { params: deep, id: "1" })]));
  },
  (dice) => json(request(dice, { id: `"${"i".repeat(dice.below(100_000))}"` })),
  (dice) => json(request(dice, { id: `${1 + dice.below(9)}${"0".repeat(dice.below(5000))}` })),
  (dice) =>
    json(
      `{"jsonrpc":"2.0","id":1,"method":"chain_getStatus","${dice.pick(["id", "method", "\\u0069d", "params"])}":${dice.pick(oddValues)},"id":2}`,
    ),
  (dice) =>
    json(
      `{"jsonrpc":"2.0","id":1,"method":"did_resolve","params":{"did":"\\u${dice.pick(["d800", "dfff", "DBFF"])}${dice.pick(["", "a", "\\ud800"])}"}}`,
    ),
  (dice) =>
    json(dice.pick(validBodies), {
      "content-type": dice.pick([
        "text/plain",
        "application/xml",
        "application/json; charset=utf-16",
        "multipart/form-data; boundary=x",
        "a/b/c",
        "application/x-www-form-urlencoded",
        "application/json-rpc",
      ]),
    }),
  (dice) =>
    json(dice.pick([bomb, gzipSync(dice.pick(validBodies)), Buffer.from(dice.pick(validBodies))]), {
      "content-encoding": dice.pick(["gzip", "deflate", "br", "gzip, gzip", "zstd"]),
    }),
  (dice) => ({ ...json(Buffer.from(request(dice))), chunked: true }) as MalformedRequest,
  (dice) =>
    ({
      ...json(`"${" ".repeat(1024 * 1024 + dice.below(64))}"`),
      chunked: dice.below(2) === 1,
      mayBeCut: true,
    }) as MalformedRequest,
  (dice) =>
    json(
      `{${Array.from({ length: dice.below(500) }, (_, index) => `"${index}":${dice.pick(oddValues.slice(0, 4))}`).join()}}`,
    ),
];

const head = "POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";
const rawMakers: readonly ((dice: Dice) => string | Buffer)[] = [
  (dice) => Buffer.from(Array.from({ length: 1 + dice.below(300) }, () => dice.below(256))),
  (dice) =>
    `${head}content-length: ${dice.pick(["-1", "1e3", "99999999999999999999", "0x10", "5, 6"])}\r\n\r\n{}`,
  () => `${head}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}`,
  (dice) =>
    `${head}transfer-encoding: ${dice.pick(["gzip", "gzip, chunked", "chunked, chunked", "identity"])}\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
  (dice) =>
    `${head}transfer-encoding: chunked\r\n\r\n${dice.pick(["zz", "-1", "fffffffffffffffff", ""])}\r\n{}\r\n0\r\n\r\n`,
  (dice) =>
    `${head}transfer-encoding: chunked\r\n\r\n2;${"x".repeat(20_000 + dice.below(9))}\r\n{}\r\n0\r\n\r\n`,
  (dice) => `${head}x: ${"y".repeat(20_000 + dice.below(1000))}\r\n\r\n`,
  (dice) =>
    `${dice.pick(["GET", "PUT", "BREW", "PRI", "CONNECT"])} ${dice.pick(["/", "*", "//", "/%zz", "http://[", "/1.0/identifiers/%00", `/${"a".repeat(3000)}`])} HTTP/${dice.pick(["1.1", "1.0", "2.0", "9"])}\r\nhost: x\r\nconnection: close\r\n\r\n`,
  (dice) =>
    `${head}expect: ${dice.pick(["200-ok", "100-continue"])}\r\nconnection: close\r\ncontent-length: 2\r\n\r\n[]`,
  () => `GET / HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n`,
  (dice) => `${head}content-length: 500\r\n\r\n${"[".repeat(dice.below(400))}`,
  (dice) => {
    const version = dice.pick(["13", "13", "13", "8", "x"]);
    const extensions = dice.pick(["", "sec-websocket-extensions: permessage-deflate\r\n"]);
    const shake = `GET /ws HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n${extensions}sec-websocket-version: ${version}\r\nsec-websocket-key: ${dice.pick(["dGhlIHNhbXBsZSBub25jZQ==", "short"])}\r\n\r\n`;
    const frames = Array.from({ length: dice.below(4) }, () => webSocketFrame(dice));
    return Buffer.concat([Buffer.from(shake), ...frames]);
  },
];

/** A frame with any flags, any opcode, a length that may lie, masked or not. */
function webSocketFrame(dice: Dice): Buffer {
  const payload = Buffer.from(dice.pick([...validBodies, "[", '{"a":1,"a":1}', "\u0000"]));
  const first = dice.pick([0x81, 0x81, 0x82, 0x01, 0x80, 0xc1, 0xf1, 0x88, 0x89, 0x8b, 0x83, 0xff]);
  const [masked, lie] = [dice.below(4) > 0, dice.below(8) === 0];
  const length = lie ? dice.below(65_536) : payload.length;
  const head = [first, (masked ? 0x80 : 0) | 126, length >> 8, length & 0xff];
  const mask = masked ? Array.from({ length: 4 }, () => dice.below(256)) : [];
  const body = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([Buffer.from([...head, ...mask]), body]);
}

/** One of ten is raw bytes. */
export function malformedRequest(dice: Dice): MalformedRequest {
  if (dice.below(10) > 0) return dice.pick(makers)(dice);
  return { kind: "raw", bytes: Buffer.from(dice.pick(rawMakers)(dice)) };
}
