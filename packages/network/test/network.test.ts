import { afterEach, describe, expect, it } from "vitest";
import {
  connect,
  createTestBed,
  isConnected,
  nameOf,
  patient,
  peerKeys,
  until,
} from "./support/cluster.ts";

const bed = createTestBed();
afterEach(() => bed.stop());

function openSockets(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === "TCPSocketWrap").length;
}

describe("network", patient, () => {
  it("connects two peers and carries frames of both channels in order", async () => {
    const a = await bed.start({ index: 0, peers: peerKeys([1]) });
    const b = await bed.start({ index: 1, peers: peerKeys([0]) });
    await connect(a, b);
    for (let index = 0; index < 1000; index += 1) {
      expect(a.network.send("consensus", b.name, Uint8Array.of(1, index >> 8, index & 255))).toBe(
        true,
      );
      expect(
        b.network.send("transactions", a.name, Uint8Array.of(2, index >> 8, index & 255)),
      ).toBe(true);
    }
    await until(
      "all frames arrive",
      () => a.received.length === 1000 && b.received.length === 1000,
    );
    b.received.forEach((received, index) => {
      expect(received).toEqual({
        channel: "consensus",
        peer: nameOf(0),
        frame: Uint8Array.of(1, index >> 8, index & 255),
      });
    });
    expect(a.received.at(-1)?.channel).toBe("transactions");
    expect(isConnected(a, b)).toBe(true);
    expect(a.connections).toEqual([{ sign: "+", peer: b.name }]);
  });

  it("ends with one connection per pair when seven nodes dial each other at once", async () => {
    const indexes = [0, 1, 2, 3, 4, 5, 6];
    const socketsBefore = openSockets();
    // Without jitter, so that every pair really dials from both ends at the same time.
    const limits = { baseBackoffMs: 1 };
    const nodes = await Promise.all(
      indexes.map((index) =>
        bed.start({ index, limits, peers: peerKeys(indexes.filter((other) => other !== index)) }),
      ),
    );
    for (const node of nodes) {
      for (const other of nodes) {
        if (node !== other) node.network.setAddresses(other.name, other.addresses);
      }
    }
    await until("all pairs are connected", () =>
      nodes.every((node) => node.network.peers().every((peer) => peer.connected)),
    );
    // 21 pairs, and both ends of each connection are in this process.
    await until("the other connections are closed", () => openSockets() - socketsBefore === 42);
    for (const node of nodes) {
      expect(node.connections.filter(({ sign }) => sign === "-")).toEqual([]);
      expect(node.connections).toHaveLength(6);
      expect(node.notices).toEqual([]);
    }
  });

  it("answers requests", async () => {
    const a = await bed.start({ index: 0, peers: peerKeys([1]) });
    const b = await bed.start({ index: 1, peers: peerKeys([0]) });
    await connect(a, b);
    const frame = new Uint8Array(3_000_000).fill(5);
    const answer = await a.network.request(b.name, frame, new AbortController().signal);
    expect(Buffer.compare(answer, frame)).toBe(0);
  });
});
