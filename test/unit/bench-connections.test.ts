// The parts of the benchmark suites `gateway` and `clients` that no figure shows when they are wrong.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { loadHttp } from "../../scripts/bench/http-load.ts";
import { tooFewFiles } from "../../scripts/bench/open-files.ts";

const header = "Limit                     Soft Limit           Hard Limit           Units\n";
const limitsOf = (hard: string): string =>
  `${header}Max open files            1024 ${hard} files\n`;

test.each([
  ["room for exactly as many", limitsOf("12500"), false],
  ["one too few", limitsOf("12499"), true],
  ["no limit", limitsOf("unlimited"), false],
  ["a system that does not say", "", false],
])("open files: %s", (_name, limits, isRefused) => {
  const said = tooFewFiles(limits, 12_000);
  expect(said !== undefined).toBe(isRefused);
  if (isRefused) expect(said).toContain("ulimit -n 12500");
});

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that sends each answer in two parts and counts bodies. */
async function serve(
  answer: (body: string) => string,
): Promise<{ readonly url: string; readonly bodies: string[] }> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      bodies.push(body);
      const text = answer(body);
      response.setHeader("content-length", Buffer.byteLength(text));
      response.write(text.slice(0, 5));
      setImmediate(() => response.end(text.slice(5)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, bodies };
}

const load = { bodies: ['{"a":1}', '{"a":2}'], connections: 3, durationMs: 50, begins: '{"result' };

test("load counts one answer for each request that a server got, bodies in turns", async () => {
  const { url, bodies } = await serve(() => '{"result":"prüfung"}');
  const startedMs = performance.now();
  const { perSecond } = await loadHttp({ ...load, url });
  const seconds = (performance.now() - startedMs) / 1000;
  expect(bodies.slice(0, 4).toSorted()).toEqual(['{"a":1}', '{"a":1}', '{"a":2}', '{"a":2}']);
  // The rate is over the load's own time, which lies within ours.
  expect(perSecond * seconds).toBeGreaterThanOrEqual(bodies.length);
});

test("an error among the answers ends the load", async () => {
  const { url } = await serve((body) => (body.includes("2") ? '{"error":{}}' : '{"result":1}'));
  await expect(loadHttp({ ...load, url, durationMs: 60_000 })).rejects.toThrow('{"error":{}}');
});
