import type { Stream } from "@libp2p/interface";
import { afterEach, describe, expect, it } from "vitest";
import { encodeFrame } from "../src/frame-decoder.ts";
import {
  connect,
  createTestBed,
  nameOf,
  patient,
  peerKeys,
  type TestNode,
  until,
} from "./support/cluster.ts";
import { joinRawPeer, type RawPeer } from "./support/raw-peer.ts";

const bed = createTestBed();
const raw: RawPeer[] = [];
afterEach(async () => {
  await Promise.all([bed.stop(), ...raw.splice(0).map((peer) => peer.stop())]);
});

const frame = new Uint8Array(10_000).fill(3);

/** Sends on, as fast as the stream takes it, until told to stop. */
function flood(stream: Stream | undefined): { stop(): void; sentFrames(): number } {
  if (stream === undefined) throw new Error("no stream");
  const bytes = encodeFrame(frame);
  let isFlooding = true;
  let sent = 0;
  const more = (): void => {
    while (isFlooding && stream.status === "open" && !stream.writableNeedsDrain) {
      sent += 1;
      if (!stream.send(bytes)) return;
      if (sent % 64 === 0) {
        setImmediate(more);
        return;
      }
    }
  };
  stream.addEventListener("drain", more);
  more();
  return {
    stop() {
      isFlooding = false;
    },
    sentFrames: () => sent,
  };
}

describe("isolation of the channels", patient, () => {
  it("keeps consensus going to a peer that does not read transactions", async () => {
    const limits = { maxQueuedBytes: 2_000_000 };
    const node = await bed.start({ index: 0, peers: peerKeys([1]), limits });
    const { peer } = await joinRawPeer(node, { index: 1, deafOn: "transactions" });
    raw.push(peer);
    // Fills the window of the stream first and the queue behind it then.
    const fill = (): void => {
      while (node.network.send("transactions", nameOf(1), frame));
    };
    fill();
    expect(node.notices).toEqual([
      { kind: "queueFull", peer: nameOf(1), channel: "transactions", dropped: 1 },
    ]);
    expect(node.network.peers()[0]?.queuedBytes).toBeLessThanOrEqual(3_000_000);
    const before = peer.heardBytes.get("consensus") ?? 0;
    for (let index = 0; index < 100; index += 1) {
      expect(node.network.send("consensus", nameOf(1), frame)).toBe(true);
    }
    await until("consensus arrives", () => {
      return (peer.heardBytes.get("consensus") ?? 0) - before === 100 * (frame.byteLength + 4);
    });
    expect(peer.heardBytes.get("transactions")).toBe(peer.helloBytes);
    fill();
    peer.inbound.get("transactions")?.resume();
    await until("the queue drains once the peer reads", () => {
      return node.network.peers()[0]?.queuedBytes === 0;
    });
  });

  it("delivers the votes of everybody while one peer floods transactions without end", async () => {
    const node = await bed.start({ index: 0, peers: peerKeys([1, 2]) });
    const { peer, streams } = await joinRawPeer(node, { index: 1 });
    raw.push(peer);
    const honest = await bed.start({ index: 2, peers: peerKeys([0]) });
    await connect(honest, node);
    const flooding = flood(streams.get("transactions"));
    const has = (name: string, channel: string): boolean =>
      node.received.some((received) => received.peer === name && received.channel === channel);
    await until("the flood arrives", () => has(nameOf(1), "transactions"));
    // The flood stops only after both votes are there: behind it they would never arrive.
    streams.get("consensus")?.send(encodeFrame(Uint8Array.of(1)));
    honest.network.send("consensus", node.name, Uint8Array.of(2));
    await until("both votes", () => has(nameOf(1), "consensus") && has(nameOf(2), "consensus"));
    flooding.stop();
    expect(flooding.sentFrames()).toBeGreaterThan(0);
    expect(node.notices).toEqual([]);
  });

  it("gives other streams their turn between the frames of one large delivery", async () => {
    // Per turn of the event loop, the largest number of bytes that one channel delivered.
    let inTurn = 0;
    let most = 0;
    const node = await bed.start({
      index: 0,
      peers: peerKeys([1]),
      handlers: {
        onFrame: (_channel, _peer, received) => {
          if (inTurn === 0) {
            setImmediate(() => {
              most = Math.max(most, inTurn);
              inTurn = 0;
            });
          }
          inTurn += received.byteLength;
          total += 1;
        },
      },
    });
    let total = 0;
    const sender: TestNode = await bed.start({ index: 1, peers: peerKeys([0]) });
    await connect(sender, node);
    for (let index = 0; index < 800; index += 1) {
      expect(sender.network.send("transactions", node.name, frame)).toBe(true);
    }
    await until("everything arrives", () => total === 800);
    await until("the last turn is counted", () => inTurn === 0);
    // The bound and the frame that crosses it; once more, as two turns of the receiver may meet here.
    expect(most).toBeLessThanOrEqual(2 * (131_072 + frame.byteLength));
  });

  it("closes the link of a peer whose frame the handler does not want", async () => {
    const node = await bed.start({
      index: 0,
      peers: peerKeys([1]),
      handlers: {
        onFrame: () => {
          throw new Error("cannot decode this");
        },
      },
    });
    const { peer, streams } = await joinRawPeer(node, { index: 1 });
    raw.push(peer);
    streams.get("consensus")?.send(encodeFrame(Uint8Array.of(1)));
    await until("the link is closed", () => node.connections.length === 2);
    expect(node.notices).toEqual([{ kind: "refused", peer: nameOf(1), code: "MALFORMED" }]);
  });

  it("does not take frames that no peer would accept", async () => {
    const limits = { maxConsensusFrameBytes: 100 };
    const node = await bed.start({ index: 0, peers: peerKeys([1]), limits });
    const send = (bytes: number) => () =>
      node.network.send("consensus", nameOf(1), new Uint8Array(bytes));
    expect(send(101)).toThrow(expect.objectContaining({ code: "FRAME_TOO_LARGE" }));
    expect(send(0)).toThrow(expect.objectContaining({ code: "FRAME_TOO_LARGE" }));
    expect(send(100)()).toBe(false);
  });
});
