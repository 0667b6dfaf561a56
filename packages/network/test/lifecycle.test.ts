import { type ProxyMesh, startProxyMesh } from "@cartorio/simulator/proxy-mesh";
import { afterEach, describe, expect, it } from "vitest";
import { createNetwork } from "../src/index.ts";
import {
  connect,
  createTestBed,
  createTestNode,
  helloOf,
  isConnected,
  loopback,
  nameOf,
  never,
  patient,
  peerKeys,
  until,
} from "./support/cluster.ts";

const bed = createTestBed();
const meshes: ProxyMesh[] = [];
afterEach(async () => {
  await Promise.all(meshes.splice(0).map((mesh) => mesh.close()));
  await bed.stop();
});

function portOf({ addresses }: { readonly addresses: readonly string[] }): number {
  return Number(addresses[0]?.split("/").at(-1));
}

/** A proxy in front of a node: 1 for whoever comes from 0. */
async function meshBefore(node: { readonly addresses: readonly string[] }): Promise<ProxyMesh> {
  const port = portOf(node);
  const mesh = await startProxyMesh({ ports: [port, port], seed: 1 });
  meshes.push(mesh);
  return mesh;
}

const fast = { livenessIntervalMs: 50, maxSilentIntervals: 3, probeTimeoutMs: 200 };

describe("start and stop", patient, () => {
  it("names a port that is in use, and leaves nothing open", async () => {
    const first = await bed.start({ index: 0, peers: [] });
    const second = createTestNode({ index: 1, peers: [], listen: [loopback, ...first.addresses] });
    await expect(second.network.start(never)).rejects.toMatchObject({ code: "PORT_IN_USE" });
    await second.network.stop();
    await first.network.stop();
    const third = await bed.start({ index: 2, peers: [], listen: first.addresses });
    expect(third.addresses).toEqual(first.addresses);
  });

  it("gives up a start that is aborted, before and during it", async () => {
    const before = createTestNode({ index: 0, peers: [] });
    await expect(before.network.start(AbortSignal.abort(new Error("early")))).rejects.toThrow(
      "early",
    );
    const during = createTestNode({ index: 1, peers: [] });
    const abort = new AbortController();
    const started = during.network.start(abort.signal);
    abort.abort(new Error("late"));
    await expect(started).rejects.toThrow("late");
    await expect(during.network.start(never)).rejects.toMatchObject({ code: "STOPPED" });
  });

  it("calls no handler after stop, and can be stopped twice", async () => {
    const a = await bed.start({ index: 0, peers: peerKeys([1]) });
    const b = await bed.start({ index: 1, peers: peerKeys([0]) });
    await connect(a, b);
    await Promise.all([a.network.stop(), a.network.stop()]);
    expect(a.connections).toEqual([{ sign: "+", peer: b.name }]);
    expect(a.network.send("consensus", b.name, Uint8Array.of(1))).toBe(false);
    await until("the peer notices", () => b.connections.length === 2);
  });

  it("refuses keys of the wrong length and senseless limits", () => {
    const options = { nodeKeySeed: new Uint8Array(32), listen: [], hello: () => helloOf() };
    const handlers = {
      onFrame: () => {},
      onRequest: async (_peer: string, frame: Uint8Array) => frame,
      onConnected: () => {},
      onDisconnected: () => {},
      onNotice: () => {},
    };
    const badPeer = [{ nodeKey: new Uint8Array(31), addresses: [] }];
    expect(() => createNetwork({ ...options, handlers, peers: badPeer })).toThrow(RangeError);
    const limits = { maxQueuedBytes: 0 };
    expect(() => createNetwork({ ...options, handlers, peers: [], limits })).toThrow(RangeError);
  });

  it("takes a list of peers that contains itself", async () => {
    const node = await bed.start({ index: 0, peers: peerKeys([0, 1]) });
    expect(node.network.peers().map(({ peer }) => peer)).toEqual([nameOf(1)]);
  });
});

describe("reconnection", patient, () => {
  it("finds a peer again that comes back on the same port", async () => {
    const a = await bed.start({ index: 0, peers: peerKeys([1]) });
    const b = await bed.start({ index: 1, peers: peerKeys([0]) });
    await connect(a, b);
    await b.network.stop();
    await until("the loss is seen", () => a.connections.length === 2);
    const again = await bed.start({
      index: 1,
      peers: peerKeys([0]),
      listen: b.addresses,
      hello: () => helloOf({ instance: new Uint8Array(16).fill(77) }),
    });
    await until("they are connected again", () => isConnected(a, again) && isConnected(again, a));
    again.network.send("consensus", a.name, Uint8Array.of(5));
    await until("frames flow again", () => a.received.length === 1);
    expect(a.connections.map(({ sign }) => sign).join("")).toBe("+-+");
    expect(a.notices.filter(({ kind }) => kind === "refused")).toEqual([]);
  });

  it("resolves host names", async () => {
    const a = await bed.start({ index: 0, peers: peerKeys([1]) });
    const b = await bed.start({ index: 1, peers: peerKeys([0]) });
    a.network.setAddresses(b.name, [`/dns4/localhost/tcp/${portOf(b)}`]);
    await until("they are connected", () => isConnected(a, b) && isConnected(b, a));
  });

  it("cuts off a peer that is silent and does not answer", async () => {
    const a = await bed.start({ index: 0, peers: peerKeys([1]), limits: fast });
    const b = await bed.start({ index: 1, peers: peerKeys([0]), limits: fast });
    const mesh = await meshBefore(b);
    a.network.setAddresses(b.name, [mesh.addressOf(0, 1)]);
    await until("they are connected", () => isConnected(a, b) && isConnected(b, a));
    mesh.cut(() => true);
    await until("both notice", () => !isConnected(a, b) && !isConnected(b, a));
  });

  it("keeps an idle peer that answers", async () => {
    const a = await bed.start({ index: 0, peers: peerKeys([1]), limits: fast });
    const b = await bed.start({ index: 1, peers: peerKeys([0]) });
    let asked = 0;
    const mesh = await meshBefore(b);
    a.network.setAddresses(b.name, [mesh.addressOf(0, 1)]);
    await until("they are connected", () => isConnected(a, b) && isConnected(b, a));
    // Far more intervals than a silent peer would survive, counted by a's own clock.
    const timer = setInterval(() => {
      asked += 1;
    }, fast.livenessIntervalMs);
    await until("many intervals pass", () => asked >= 4 * fast.maxSilentIntervals);
    clearInterval(timer);
    expect(a.connections).toEqual([{ sign: "+", peer: b.name }]);
  });

  it("takes a restarted peer at once when the old connection is dead, without calling it a twin", async () => {
    const patient = { ...fast, livenessIntervalMs: 600_000 };
    const a = await bed.start({ index: 0, peers: peerKeys([1]), limits: patient });
    const b = await bed.start({ index: 1, peers: peerKeys([0]) });
    const mesh = await meshBefore(a);
    b.network.setAddresses(a.name, [mesh.addressOf(0, 1)]);
    await until("they are connected", () => isConnected(a, b) && isConnected(b, a));
    mesh.cut(() => true);
    const restarted = await bed.start({
      index: 1,
      peers: peerKeys([0]),
      hello: () => helloOf({ instance: new Uint8Array(16).fill(78) }),
    });
    restarted.network.setAddresses(a.name, a.addresses);
    await until("it is taken", () => a.network.peers()[0]?.hello?.instance[0] === 78);
    expect(a.notices).toEqual([]);
    expect(a.connections.map(({ sign }) => sign).join("")).toBe("+-+");
  });
});
