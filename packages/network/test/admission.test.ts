import { encodeHello } from "@cartorio/protocol";
import { afterEach, describe, expect, it } from "vitest";
import { encodeFrame } from "../src/frame-decoder.ts";
import {
  connect,
  createTestBed,
  helloOf,
  isConnected,
  nameOf,
  patient,
  peerKeys,
  until,
} from "./support/cluster.ts";
import { joinRawPeer, type RawPeer, startRawPeer } from "./support/raw-peer.ts";

const bed = createTestBed();
const raw: RawPeer[] = [];
afterEach(async () => {
  await Promise.all([bed.stop(), ...raw.splice(0).map((peer) => peer.stop())]);
});

describe("admission", patient, () => {
  it("refuses a stranger at the listener and names it", async () => {
    const node = await bed.start({ index: 0, peers: peerKeys([1]) });
    const stranger = await startRawPeer({ index: 9 });
    raw.push(stranger);
    // The dial itself may succeed: it ends before the listener decides.
    await stranger
      .dial(node)
      .then((connection) => stranger.greet(connection))
      .catch(() => {});
    const expected = { kind: "refused", peer: nameOf(9), code: "NOT_ADMITTED" };
    await until("the notice", () => node.notices.length > 0);
    expect(node.notices).toEqual([expected]);
    await until("the listener closed it", () => stranger.host.getConnections().length === 0);
    expect(node.connections).toEqual([]);
    expect(stranger.inbound.size).toBe(0);
  });

  it("does not dial an address where another key answers", async () => {
    const a = await bed.start({ index: 0, peers: peerKeys([1]) });
    const impostor = await bed.start({ index: 2, peers: peerKeys([0]) });
    a.network.setAddresses(nameOf(1), impostor.addresses);
    await until("the operator hears", () => a.notices.length > 0);
    expect(a.notices[0]).toMatchObject({ kind: "unreachable", peer: nameOf(1), attempts: 5 });
    expect(a.connections).toEqual([]);
    expect(impostor.connections).toEqual([]);
  });

  it.each([
    ["WRONG_CHAIN", { chainId: new Uint8Array(32).fill(8) }],
    ["PROTOCOL_VERSION", { protocolVersion: 2 }],
  ] as const)("refuses %s on both sides", async (code, change) => {
    const a = await bed.start({ index: 0, peers: peerKeys([1]) });
    const b = await bed.start({ index: 1, peers: peerKeys([0]), hello: () => helloOf(change) });
    a.network.setAddresses(b.name, b.addresses);
    await until("both operators hear", () => a.notices.length > 0 && b.notices.length > 0);
    expect(a.notices[0]).toEqual({ kind: "refused", peer: b.name, code });
    expect(b.notices[0]).toEqual({ kind: "refused", peer: a.name, code });
    expect([...a.connections, ...b.connections]).toEqual([]);
    expect(a.network.send("consensus", b.name, Uint8Array.of(1))).toBe(false);
  });

  it("refuses a Hello that is none", async () => {
    const node = await bed.start({ index: 0, peers: peerKeys([1]) });
    const peer = await startRawPeer({ index: 1 });
    raw.push(peer);
    const connection = await peer.dial(node);
    const stream = await connection.newStream("/cartorio/consensus/1");
    stream.send(Uint8Array.of(0, 0, 0, 2, 255, 255));
    await until("the notice", () => node.notices.length > 0);
    expect(node.notices).toEqual([{ kind: "refused", peer: nameOf(1), code: "MALFORMED" }]);
  });

  it("follows a list that changes while it runs: admits, keeps, cuts off", async () => {
    const a = await bed.start({ index: 0, peers: peerKeys([1]) });
    const b = await bed.start({ index: 1, peers: peerKeys([0]) });
    const late = await bed.start({ index: 2, peers: peerKeys([0]) });
    await connect(b, a);
    late.network.setAddresses(a.name, a.addresses);
    await until("the newcomer is refused", () => a.notices.length > 0);
    a.network.setPeers(peerKeys([1, 2]));
    await until("the newcomer is admitted", () => isConnected(a, late) && isConnected(late, a));
    expect(a.connections).toEqual([
      { sign: "+", peer: b.name },
      { sign: "+", peer: late.name },
    ]);
    a.network.setPeers(peerKeys([0, 2]));
    expect(a.connections.slice(2)).toEqual([{ sign: "-", peer: b.name }]);
    expect(a.network.peers().map(({ peer }) => peer)).toEqual([late.name]);
    const code = "NOT_ADMITTED";
    const named = (): boolean =>
      a.notices.some(
        ({ peer, ...notice }) => peer === b.name && "code" in notice && notice.code === code,
      );
    await until("who was removed is refused", named);
    expect(isConnected(a, late)).toBe(true);
    expect(() => a.network.send("consensus", b.name, Uint8Array.of(1))).not.toThrow();
  });

  it.each([
    ["FRAME_TOO_LARGE", Uint8Array.of(0, 0, 4, 1)],
    ["MALFORMED", Uint8Array.of(0, 0, 0, 0)],
  ])("closes the link of a peer that announces a frame: %s", async (code, header) => {
    const node = await bed.start({
      index: 0,
      peers: peerKeys([1]),
      limits: { maxConsensusFrameBytes: 1024 },
    });
    const { peer, streams, connection } = await joinRawPeer(node, { index: 1 });
    raw.push(peer);
    streams.get("consensus")?.send(header);
    await until("the link is closed", () => node.connections.length === 2);
    expect(node.notices).toEqual([{ kind: "refused", peer: nameOf(1), code }]);
    expect(node.received).toEqual([]);
    await until("the connection is closed", () => connection.status !== "open");
  });

  it("delivers nothing before the link is ready, and then everything", async () => {
    const order: string[] = [];
    const node = await bed.start({
      index: 0,
      peers: peerKeys([1]),
      handlers: {
        onConnected: () => order.push("connected"),
        onFrame: () => {
          order.push("frame");
        },
      },
    });
    const peer = await startRawPeer({ index: 1 });
    raw.push(peer);
    const connection = await peer.dial(node);
    const eager = await connection.newStream("/cartorio/consensus/1");
    // Hello and frames in one piece, long before the second stream is there.
    const frames = [encodeHello(helloOf()), Uint8Array.of(1), Uint8Array.of(2)].map(encodeFrame);
    eager.send(Buffer.concat(frames));
    await until("the Hello is answered", () => peer.heardBytes.size === 2);
    expect(order).toEqual([]);
    const late = await connection.newStream("/cartorio/transactions/1");
    late.send(encodeFrame(encodeHello(helloOf())));
    await until("the frames", () => order.length === 3);
    expect(order).toEqual(["connected", "frame", "frame"]);
  });
});

describe("duplicate identity", patient, () => {
  it("keeps the first of two live processes with one key, names it, and takes the other later", async () => {
    const a = await bed.start({ index: 0, peers: peerKeys([1]) });
    const instance = (value: number) => () => helloOf({ instance: new Uint8Array(16).fill(value) });
    const first = await bed.start({ index: 1, peers: peerKeys([0]), hello: instance(1) });
    const twin = await bed.start({ index: 1, peers: peerKeys([0]), hello: instance(2) });
    await connect(first, a);
    twin.network.setAddresses(a.name, a.addresses);
    await until("the twin is named", () => a.notices.length > 0);
    expect(a.notices).toEqual([{ kind: "refused", peer: nameOf(1), code: "DUPLICATE_IDENTITY" }]);
    expect(a.network.peers()[0]?.hello?.instance[0]).toBe(1);
    expect(a.connections).toEqual([{ sign: "+", peer: nameOf(1) }]);
    await first.network.stop();
    await until("the twin is taken", () => a.network.peers()[0]?.hello?.instance[0] === 2);
  });

  it("names a process with our own key", async () => {
    const node = await bed.start({ index: 0, peers: peerKeys([1]) });
    const twin = await startRawPeer({ index: 0 });
    raw.push(twin);
    await twin.dial(node).catch(() => {});
    await until("the notice", () => node.notices.length > 0);
    expect(node.notices).toEqual([
      { kind: "refused", peer: nameOf(0), code: "DUPLICATE_IDENTITY" },
    ]);
  });
});
