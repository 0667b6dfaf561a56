import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { between, type ProxyMesh, startProxyMesh } from "../../src/real/proxy-mesh.ts";
import { createHandClock } from "./hand-clock.ts";

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

interface Listener {
  readonly port: number;
  /** Sockets in the order in which they came. */
  readonly accepted: () => Promise<Socket>;
}

async function listenAnywhere(): Promise<Listener> {
  const sockets: Socket[] = [];
  const waiting: ((socket: Socket) => void)[] = [];
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    const next = waiting.shift();
    if (next === undefined) sockets.push(socket);
    else next(socket);
    toClose.push(() => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  toClose.push(() => server.close());
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("no port");
  const accepted = (): Promise<Socket> => {
    const socket = sockets.shift();
    return socket === undefined
      ? new Promise((resolve) => waiting.push(resolve))
      : Promise.resolve(socket);
  };
  return { port: bound.port, accepted };
}

async function meshOf(count: number) {
  const listeners: Listener[] = [];
  while (listeners.length < count) listeners.push(await listenAnywhere());
  const clock = createHandClock();
  const mesh = await startProxyMesh({ ports: listeners.map(({ port }) => port), seed: 1, clock });
  toClose.push(mesh.close);
  return { mesh, listeners, clock };
}

function dial(mesh: ProxyMesh, from: number, to: number): Socket {
  const socket = connect(Number(mesh.addressOf(from, to).split("/").at(-1)), "127.0.0.1");
  socket.on("error", () => undefined);
  toClose.push(() => socket.destroy());
  return socket;
}

async function read(socket: Socket): Promise<string> {
  const [bytes] = await once(socket, "data");
  return bytes.toString();
}

function acceptedBy(listener: Listener | undefined): Promise<Socket> {
  if (listener === undefined) throw new Error("no such listener");
  return listener.accepted();
}

describe("a mesh of proxies", () => {
  it("passes bytes on both ways and the end of either side", async () => {
    const { mesh, listeners } = await meshOf(2);
    const dialler = dial(mesh, 0, 1);
    dialler.write("hello");
    const server = await acceptedBy(listeners[1]);
    expect(await read(server)).toBe("hello");
    server.write("good day");
    expect(await read(dialler)).toBe("good day");
    const ended = once(server, "end");
    dialler.end();
    await ended;
  });

  it("tells a dialler that nobody listens", async () => {
    const { mesh, listeners } = await meshOf(2);
    expect(listeners).toHaveLength(2);
    const closing = toClose.splice(0, 2);
    for (const close of closing) await close();
    const dialler = dial(mesh, 0, 1);
    await new Promise((resolve) => dialler.on("close", resolve));
    expect(dialler.destroyed).toBe(true);
  });

  it("holds a connection that is cut and goes on with it afterwards", async () => {
    const { mesh, listeners } = await meshOf(3);
    const dialler = dial(mesh, 0, 1);
    dialler.write("before");
    const server = await acceptedBy(listeners[1]);
    expect(await read(server)).toBe("before");
    const heal = mesh.cut(between([[0], [1, 2]]));
    const heard: string[] = [];
    server.on("data", (bytes) => heard.push(bytes.toString()));
    dialler.write("during");
    // The other way out of the cut shows that time has passed for the sockets.
    const witness = dial(mesh, 1, 2);
    witness.write("witness");
    expect(await read(await acceptedBy(listeners[2]))).toBe("witness");
    expect(heard).toEqual([]);
    const arrived = once(server, "data");
    heal();
    await arrived;
    expect(heard.join("")).toBe("during");
  });

  it("opens no connection through a cut, in either direction of dialling", async () => {
    const { mesh, listeners } = await meshOf(2);
    const heal = mesh.cut(between([[0], [1]]));
    const there = dial(mesh, 0, 1);
    const back = dial(mesh, 1, 0);
    await Promise.all([once(there, "connect"), once(back, "connect")]);
    const accepted: number[] = [];
    const both = listeners.map(async (listener, index) => {
      const socket = await listener.accepted();
      accepted.push(index);
      return socket;
    });
    there.write("a");
    back.write("b");
    expect(accepted).toEqual([]);
    heal();
    const [first, second] = await Promise.all(both);
    expect(await read(first ?? there)).toBe("b");
    expect(await read(second ?? there)).toBe("a");
  });

  it("delays by the latency of the way, each way by itself", async () => {
    const { mesh, listeners, clock } = await meshOf(2);
    const dialler = dial(mesh, 0, 1);
    const server = await acceptedBy(listeners[1]);
    mesh.setQuality(1, 0, { latencyMs: 80, lossRate: 0, bytesPerSecond: undefined });
    dialler.write("quick");
    expect(await read(server)).toBe("quick");
    const heard: string[] = [];
    dialler.on("data", (bytes) => heard.push(bytes.toString()));
    server.write("slow");
    dialler.write("again");
    expect(await read(server)).toBe("again");
    expect(heard).toEqual([]);
    clock.advance(79);
    dialler.write("and again");
    expect(await read(server)).toBe("and again");
    expect(heard).toEqual([]);
    const arrived = once(dialler, "data");
    clock.advance(1);
    // What was still on its way between the sockets is pushed with the later time.
    const timer = setInterval(() => clock.advance(80), 1);
    await arrived;
    clearInterval(timer);
    expect(heard).toEqual(["slow"]);
  });

  it("heals overlapping cuts one by one", async () => {
    const { mesh } = await meshOf(3);
    const first = mesh.cut(between([[0], [1, 2]]));
    const second = mesh.cut(between([[0, 2], [1]]));
    first();
    expect([mesh.isCut(0, 1), mesh.isCut(0, 2), mesh.isCut(2, 1)]).toEqual([true, false, true]);
    second();
    expect(mesh.isCut(0, 1)).toBe(false);
  });
});

describe("groups of a partition", () => {
  it("cut between groups only; who is in none stays with all", () => {
    const cut = between([
      [0, 1],
      [2, 3],
    ]);
    expect([cut(0, 1), cut(1, 2), cut(3, 0), cut(4, 0), cut(2, 4)]).toEqual([
      ...[false, true, true, false, false],
    ]);
  });
});
