// 2,000 requests here; `npm run test:long -- gateway-fuzz` sends 100,000.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { errorCodeOf } from "@cartorio/protocol";
import pino from "pino";
import { describe, expect, it } from "vitest";
import { createGateway } from "../src/index.ts";
import { standardErrors } from "../src/rpc-error.ts";
import { createExampleNetwork } from "./support/example-network.ts";
import { createMalformedClient, type MalformedAnswer } from "./support/malformed-client.ts";
import {
  createDice,
  type MalformedRequest,
  malformedRequest,
} from "./support/malformed-requests.ts";

const count = Number(process.env["CARTORIO_FUZZ_REQUESTS"] ?? 2000);
const seed = Number(process.env["CARTORIO_FUZZ_SEED"] ?? 5);
const sockets = 16;
const warmUp = 1000;
const heapSlackBytes = 8 * 1024 * 1024;

const statuses = new Set([100, 101, 200, 204, 400, 404, 405, 408, 413, 414, 415, 417, 431]);
const standardNumbers: ReadonlySet<unknown> = new Set(
  Object.values(standardErrors).map(({ number }) => number),
);

/** What is wrong with an answer; undefined if nothing is. */
function complaint(
  request: MalformedRequest,
  { status, text }: MalformedAnswer,
): string | undefined {
  if (status === 0) {
    const mayBeCut = request.kind === "raw" || request.mayBeCut;
    return mayBeCut ? undefined : "no answer";
  }
  if (!statuses.has(status)) return `status ${status}`;
  if (/node_modules|node:internal|\.ts:|\n {4}at /.test(text)) return "shows its inside";
  if (request.kind === "raw") return undefined;
  if (text === "") return status === 204 ? undefined : "no body";
  const answer: unknown = JSON.parse(text);
  const wrong = (Array.isArray(answer) ? answer : [answer]).find((item) => !isDefined(item));
  return wrong === undefined ? undefined : `not a defined answer: ${JSON.stringify(wrong)}`;
}

function isDefined(answer: { readonly error?: { readonly code?: unknown } }): boolean {
  if (answer.error === undefined) return Object.hasOwn(answer, "result");
  const { code } = answer.error;
  return standardNumbers.has(code) || errorCodeOf(-Number(code)) !== undefined;
}

function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("no way to collect garbage");
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

describe("malformed requests", () => {
  it(`${count} of seed ${seed}: no crash, only defined codes, heap back at its start`, {
    timeout: 60_000 + count * 10,
  }, async () => {
    const { node } = await createExampleNetwork();
    const logger = pino({ level: "error" }, { write: (line: string) => void failures.push(line) });
    const failures: string[] = [];
    const listen = { host: "127.0.0.1", port: 0 };
    const gateway = createGateway({ api: node.api, listen, logger });
    const { url } = await gateway.start();
    const client = createMalformedClient(Number(new URL(url).port), sockets);
    const dice = createDice(seed);
    const seen = new Map<number, number>();
    let sent = 0;
    const sendUntil = async (end: number): Promise<void> => {
      while (sent < end) {
        sent += 1;
        const request = malformedRequest(dice);
        const answer = await client.send(request);
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        const wrong = complaint(request, answer);
        if (wrong !== undefined) failures.push(`${wrong}: ${describeRequest(request)}`);
      }
    };
    const sendAll = (end: number): Promise<unknown> =>
      Promise.all(Array.from({ length: sockets }, () => sendUntil(end)));
    await sendAll(warmUp);
    const before = heapBytes();
    await sendAll(count);
    const grown = heapBytes() - before;
    expect(failures.slice(0, 5)).toEqual([]);
    expect(grown).toBeLessThan(heapSlackBytes);
    // The generator reaches every kind of refusal, and the server still serves.
    for (const status of [0, 101, 200, 204, 400, 404, 413, 415, 431])
      expect([...seen.keys()]).toContain(status);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    client.close();
    await gateway.stop();
    process.stdout.write(
      `gateway-fuzz ${JSON.stringify({ seed, count, heapGrownBytes: grown, statuses: Object.fromEntries(seen) })}\n`,
    );
  });
});

function describeRequest(request: MalformedRequest): string {
  if (request.kind === "raw") return request.bytes.toString("latin1").slice(0, 200);
  return `${JSON.stringify(request.headers)} ${request.body.toString("latin1").slice(0, 300)}`;
}
