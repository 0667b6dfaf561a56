import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { call, clientOf, post, type RpcAnswer } from "./chain.ts";
import { createExampleChain, type LiveValues, onLiveChain } from "./example-chain.ts";

/** What of an OpenRPC document the tests look at. */
interface Described {
  readonly name: string;
  readonly params: readonly { readonly name: string }[];
  readonly result: { readonly schema: object };
  readonly examples: readonly Example[];
}

interface Example {
  readonly name: string;
  readonly params: readonly { readonly name: string; readonly value: unknown }[];
}

type Send = (request: object) => Promise<Pick<RpcAnswer, "result" | "error">>;

const ready = inject("devnet");
const [validator = ""] = ready.nodes.map(({ rpcUrl }) => rpcUrl);
const discover = { jsonrpc: "2.0", id: 0, method: "rpc.discover" };
const socket = await openSocket(validator);
const overHttp: Send = async (request) => {
  const { status, ...answer } = await post(validator, JSON.stringify(request));
  expect(status).toBe(200);
  return answer;
};
const overSocket: Send = (request) => {
  const { promise, resolve } = Promise.withResolvers<RpcAnswer>();
  const listen = ({ data }: MessageEvent): void => {
    const answer = JSON.parse(String(data));
    if (!("id" in answer)) return;
    socket.removeEventListener("message", listen);
    resolve(answer);
  };
  socket.addEventListener("message", listen);
  socket.send(JSON.stringify(request));
  return promise;
};
// As the node serves them, so that a method is executed from the day on which it is in the table.
const methods = methodsOf(await overHttp(discover));
const names = new Set(methods.map(({ name }) => name));
const ofSockets = methodsOf(await overSocket(discover)).filter(({ name }) => !names.has(name));
const ajv = new Ajv2020({ strict: false, discriminator: true });

let live: LiveValues;
beforeAll(async () => {
  live = await createExampleChain(clientOf(validator), ready);
});
afterAll(() => socket.close());

describe("the examples of the OpenRPC document, on a live cluster", () => {
  it("are there for every method", () => {
    expect(methods.length).toBeGreaterThan(30);
    expect(ofSockets.map(({ name }) => name)).toContain("chain_subscribe");
    const without = [...methods, ...ofSockets].filter(({ examples }) => examples.length === 0);
    expect(without).toEqual([]);
  });

  it.each(examplesOf(methods))("%s: %s", (_, __, method, example) =>
    execute({ method, example }, overHttp),
  );

  it.each(examplesOf(ofSockets))("%s over a WebSocket: %s", (_, __, method, example) =>
    execute({ method, example }, overSocket),
  );

  // An answer of nothing would satisfy most schemas.
  it.each([
    ["tx_get", { receipt: { code: "APPLIED" } }],
    ["did_resolve", { version: 1, deactivated: false }],
    ["credential_get", { anchor: {}, status: { status: "revoked" }, logEntries: 1 }],
    ["issuer_isAuthorised", { authorised: true, index: 1 }],
    ["issuer_getAccreditations", { total: 1 }],
    ["issuer_getRoots", { total: 1 }],
    ["schema_get", { schema: { number: 1 } }],
    ["status_getBit", { value: true }],
    ["governance_getProposal", { proposal: { status: "open" } }],
    ["exchange_list", { total: 1 }],
  ])("ask %s about something that is there", async (name, expected) => {
    const { examples = [] } = methods.find((method) => method.name === name) ?? {};
    expect(examples).not.toEqual([]);
    for (const example of examples) {
      const { result } = await call(validator, name, paramsOf(example));
      expect(result).toMatchObject(expected);
    }
  });

  it("say what to add where the live chain has nothing for a value", () => {
    const { did: _, ...others } = live;
    const [example] = methods.find(({ name }) => name === "did_resolve")?.examples ?? [];
    expect(() => onLiveChain(example, others)).toThrow(/exampleValues\.did: .*example-chain\.ts/);
  });
});

/** By name and by position, the result as its schema says. */
async function execute(
  { method, example }: { readonly method: Described; readonly example: Example },
  send: Send,
): Promise<void> {
  const byName = paramsOf(example);
  const byPosition = method.params.map(({ name }) => byName[name] ?? null);
  const isResult = ajv.compile(method.result.schema);
  for (const params of [byName, byPosition]) {
    const { result, error } = await send({ jsonrpc: "2.0", id: 1, method: method.name, params });
    expect(error).toBeUndefined();
    isResult(result);
    expect(isResult.errors ?? []).toEqual([]);
  }
}

function paramsOf({ params }: Example): Readonly<Record<string, unknown>> {
  const given = Object.fromEntries(params.map(({ name, value }) => [name, value]));
  return onLiveChain(given, live) as Readonly<Record<string, unknown>>;
}

function methodsOf({ result }: Pick<RpcAnswer, "result">): readonly Described[] {
  return (result?.["methods"] ?? []) as readonly Described[];
}

function examplesOf(described: readonly Described[]) {
  return described.flatMap((method) =>
    method.examples.map((example) => [method.name, example.name, method, example] as const),
  );
}

function openSocket(url: string): Promise<WebSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<WebSocket>();
  const opened = new WebSocket(`${url.replace(/^http/, "ws")}/ws`);
  opened.addEventListener("open", () => resolve(opened));
  opened.addEventListener("error", () => reject(new Error(`no WebSocket at ${url}`)));
  return promise;
}
