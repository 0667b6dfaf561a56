import { describe, expect, it } from "vitest";
import { type Clock, httpTransport } from "../src/index.ts";

interface Sent {
  readonly url: string;
  readonly body: string;
}

/** A network that answers by script: each step gives the answer to one attempt. */
function scripted(...steps: readonly ((sent: Sent) => Response | Promise<Response>)[]) {
  const sent: Sent[] = [];
  const delays: number[] = [];
  const clock: Clock = { now: () => 0, delay: async (durationMs) => void delays.push(durationMs) };
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const request = { url: String(url), body: String(init?.body) };
    sent.push(request);
    const step = steps[sent.length - 1];
    if (step === undefined) throw new Error("no more steps");
    return step(request);
  };
  return { fetch, clock, sent, delays };
}

function result(value: unknown) {
  return ({ body }: Sent): Response => {
    const { id } = JSON.parse(body) as { id: number };
    return Response.json({ jsonrpc: "2.0", result: value, id });
  };
}
function failure(code: string) {
  return (): Response =>
    Response.json({ jsonrpc: "2.0", error: { code: -1, message: "", data: { code } }, id: null });
}
function offline(): Response {
  throw new TypeError("fetch failed");
}

const one = "http://one.test";
const two = "http://two.test";

describe("httpTransport", () => {
  it("repeats the very same bytes after a failure, at the next gateway", async () => {
    const network = scripted(offline, failure("NOT_READY"), result({ id: "x" }));
    const transport = httpTransport([one, two], { ...network, attempts: 3 });
    expect(await transport.request("tx_submit", { envelope: "AA" })).toEqual({ id: "x" });
    expect(network.sent.map(({ url }) => url)).toEqual([one, two, one]);
    expect(new Set(network.sent.map(({ body }) => body)).size).toBe(1);
    expect(network.delays).toEqual([200]);
  });

  it("shows its token, and none where there is none", async () => {
    const seen: unknown[] = [];
    const fetch: typeof globalThis.fetch = async (_url, init) => {
      seen.push(new Headers(init?.headers).get("authorization"));
      return Response.json({ jsonrpc: "2.0", result: 1, id: 1 });
    };
    await httpTransport(one, { fetch, token: "cartorio_x" }).request("a", {});
    await httpTransport(one, { fetch }).request("a", {});
    expect(seen).toEqual(["Bearer cartorio_x", null]);
  });

  it("stays with the gateway that answered", async () => {
    const network = scripted(offline, result(1), result(2));
    const transport = httpTransport([one, two], network);
    await transport.request("a", {});
    await transport.request("b", {});
    expect(network.sent.map(({ url }) => url)).toEqual([one, two, two]);
  });

  it("gives up after its attempts, with longer and longer pauses", async () => {
    const network = scripted(offline, offline, offline, offline);
    const transport = httpTransport(one, { ...network, attempts: 4 });
    await expect(transport.request("a", {})).rejects.toMatchObject({
      code: "TRANSPORT_FAILED",
      data: { url: one },
      cause: expect.any(TypeError),
    });
    expect(network.delays).toEqual([200, 400, 800]);
  });

  it("never repeats what was refused for good", async () => {
    const network = scripted(failure("SIGNATURE_INVALID"));
    await expect(httpTransport(one, network).request("tx_submit", {})).rejects.toMatchObject({
      name: "CartorioError",
      code: "SIGNATURE_INVALID",
      message: expect.stringContaining("A signature does not verify."),
    });
    expect(network.sent).toHaveLength(1);
  });

  it.each<[string, () => Response, string]>([
    ["no JSON", () => new Response("<html>", { status: 200 }), "TRANSPORT_FAILED"],
    ["an error without a name", () => Response.json({ error: { code: 1 } }), "ANSWER_INVALID"],
    ["an unknown error", failure("NEWER_THAN_THIS_SDK"), "ANSWER_INVALID"],
    ["another request's answer", () => Response.json({ id: 999, result: 1 }), "ANSWER_INVALID"],
    ["no result", () => Response.json({ id: 1 }), "ANSWER_INVALID"],
  ])("names %s", async (_, step, code) => {
    const transport = httpTransport(one, { ...scripted(step), attempts: 1 });
    await expect(transport.request("a", {})).rejects.toMatchObject({ code });
  });

  it("cuts an attempt that takes too long", async () => {
    const fetch: typeof globalThis.fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
    const transport = httpTransport(one, { fetch, timeoutMs: 5, attempts: 1 });
    await expect(transport.request("a", {})).rejects.toMatchObject({ code: "TRANSPORT_FAILED" });
  });

  it("wants a URL", () => {
    expect(() => httpTransport([])).toThrow("CONFIG_INVALID");
  });
});
