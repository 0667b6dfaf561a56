import { afterEach, describe, expect, it } from "vitest";
import type { NetworkHandlers, NetworkLimits } from "../src/index.ts";
import {
  connect,
  createTestBed,
  nameOf,
  never,
  patient,
  peerKeys,
  type TestNode,
  until,
} from "./support/cluster.ts";

const bed = createTestBed();
afterEach(() => bed.stop());

async function pair(
  onRequest: NetworkHandlers["onRequest"],
  limits: Partial<NetworkLimits> = {},
): Promise<{ client: TestNode; server: TestNode }> {
  const client = await bed.start({ index: 0, peers: peerKeys([1]), limits });
  const server = await bed.start({ index: 1, peers: peerKeys([0]), handlers: { onRequest } });
  await connect(client, server);
  return { client, server };
}

const question = Uint8Array.of(1, 2, 3);

describe("requests", patient, () => {
  it("carries large questions and answers, many at a time, each to its own", async () => {
    const { client, server } = await pair(async (peer, frame) => {
      expect(peer).toBe(nameOf(0));
      return new Uint8Array(2_000_000).fill(frame[0] ?? 0);
    });
    const answers = await Promise.all(
      [1, 2, 3, 4].map((value) =>
        client.network.request(server.name, new Uint8Array(1_000_000).fill(value), never),
      ),
    );
    expect(answers.map((answer) => [answer.byteLength, answer[0], answer.at(-1)])).toEqual([
      [2_000_000, 1, 1],
      [2_000_000, 2, 2],
      [2_000_000, 3, 3],
      [2_000_000, 4, 4],
    ]);
  });

  it("leaves no stream behind after more requests than fit at once", async () => {
    const { client, server } = await pair(async (_peer, frame) => frame);
    for (let index = 0; index < 40; index += 1) {
      expect(await client.network.request(server.name, question, never)).toEqual(question);
    }
  });

  it("fails when the handler does, and works again afterwards", async () => {
    let isBroken = true;
    const { client, server } = await pair(async (_peer, frame) => {
      if (isBroken) throw new Error("no such block");
      return frame;
    });
    const failed = client.network.request(server.name, question, never);
    await expect(failed).rejects.toMatchObject({ code: "REQUEST_FAILED" });
    isBroken = false;
    expect(await client.network.request(server.name, question, never)).toEqual(question);
  });

  it("times out, and tells the handler", async () => {
    const signals: AbortSignal[] = [];
    const { client, server } = await pair(
      (_peer, _frame, signal) => {
        signals.push(signal);
        return new Promise(() => {});
      },
      { requestTimeoutMs: 200 },
    );
    const late = client.network.request(server.name, question, never);
    await expect(late).rejects.toMatchObject({ code: "TIMEOUT" });
    await until("the handler is told", () => signals[0]?.aborted === true);
  });

  it("rejects with the reason of the caller, and tells the handler", async () => {
    const signals: AbortSignal[] = [];
    const { client, server } = await pair((_peer, _frame, signal) => {
      signals.push(signal);
      return new Promise(() => {});
    });
    const abort = new AbortController();
    const request = client.network.request(server.name, question, abort.signal);
    await until("it is under way", () => signals.length === 1);
    const reason = new Error("not needed any more");
    abort.abort(reason);
    await expect(request).rejects.toBe(reason);
    await until("the handler is told", () => signals[0]?.aborted === true);
    await expect(client.network.request(server.name, question, abort.signal)).rejects.toBe(reason);
  });

  it("bounds what is under way", async () => {
    const release = Promise.withResolvers<void>();
    const { client, server } = await pair(
      async (_peer, frame) => {
        await release.promise;
        return frame;
      },
      { maxConcurrentRequests: 2 },
    );
    const first = client.network.request(server.name, question, never);
    const second = client.network.request(server.name, question, never);
    const third = client.network.request(server.name, question, never);
    await expect(third).rejects.toMatchObject({ code: "QUEUE_FULL" });
    release.resolve();
    expect(await Promise.all([first, second])).toEqual([question, question]);
  });

  it("refuses frames over the limit on both sides", async () => {
    const { client, server } = await pair(async () => new Uint8Array(5_000), {
      maxSyncFrameBytes: 4_096,
    });
    const tooLong = client.network.request(server.name, new Uint8Array(4_097), never);
    await expect(tooLong).rejects.toMatchObject({ code: "FRAME_TOO_LARGE" });
    const tooLongAnswer = client.network.request(server.name, question, never);
    await expect(tooLongAnswer).rejects.toMatchObject({ code: "FRAME_TOO_LARGE" });
  });

  it("rejects without a connection and when the peer leaves", async () => {
    let isAsked = false;
    const { client, server } = await pair(() => {
      isAsked = true;
      return new Promise(() => {});
    });
    const stranger = client.network.request(nameOf(5), question, never);
    await expect(stranger).rejects.toMatchObject({ code: "NOT_CONNECTED" });
    const request = client.network.request(server.name, question, never);
    const rejected = expect(request).rejects.toMatchObject({ code: "NOT_CONNECTED" });
    await until("it is under way", () => isAsked);
    await server.network.stop();
    await rejected;
    const later = client.network.request(server.name, question, never);
    await expect(later).rejects.toMatchObject({ code: "NOT_CONNECTED" });
  });
});
