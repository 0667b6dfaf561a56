// Frames per second from one process to another over 127.0.0.1.
// Run: node --conditions=source packages/network/test/support/throughput.ts [frameBytes] [perTurn] [seconds]
import { fork } from "node:child_process";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createTestNode, nameOf, never, nodeKeyOf, peerKeys, until } from "./cluster.ts";

const [frameBytes = 200, perTurn = 32, seconds = 3] = process.argv.slice(2).map(Number);

interface Report {
  readonly frames: number;
  readonly cpuSeconds: number;
}

async function receive(): Promise<void> {
  let frames = 0;
  let cpu = process.cpuUsage();
  const node = createTestNode({
    index: 1,
    peers: peerKeys([0]),
    handlers: {
      onFrame: () => {
        frames += 1;
        finishIfDone();
      },
    },
  });
  const addresses = await node.network.start(never);
  process.send?.({ addresses });
  let expected = Number.POSITIVE_INFINITY;
  const finishIfDone = (): void => {
    if (frames < expected) return;
    const used = process.cpuUsage(cpu);
    process.send?.({ frames, cpuSeconds: (used.user + used.system) / 1e6 } satisfies Report);
    void node.network.stop().finally(() => process.disconnect());
  };
  process.on("message", (sent: number) => {
    if (sent === 0) cpu = process.cpuUsage();
    else {
      expected = sent;
      finishIfDone();
    }
  });
}

async function send(): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), process.argv.slice(2), {
    env: { ...process.env, ROLE: "receiver" },
    execArgv: process.execArgv,
  });
  const next = <T>(): Promise<T> => new Promise((resolve) => child.once("message", resolve));
  const { addresses } = await next<{ addresses: string[] }>();
  const node = createTestNode({ index: 0, peers: [{ nodeKey: nodeKeyOf(1), addresses }] });
  await node.network.start(never);
  await until("connected", () => node.connections.length === 1);
  const frame = new Uint8Array(frameBytes).fill(1);
  const peer = nameOf(1);
  child.send(0);
  const cpu = process.cpuUsage();
  const start = performance.now();
  let sent = 0;
  while (performance.now() - start < seconds * 1000) {
    for (let index = 0; index < perTurn; index += 1) {
      if (node.network.send("consensus", peer, frame)) sent += 1;
    }
    await nextTurn();
  }
  child.send(sent);
  const report = await next<Report>();
  const elapsed = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const cpuSeconds = (used.user + used.system) / 1e6;
  const line = {
    frameBytes,
    perTurn,
    framesPerSecond: Math.round(report.frames / elapsed),
    megabytesPerSecond: Math.round((report.frames * frameBytes) / elapsed / 1e6),
    senderCpuMicrosecondsPerFrame: Number(((cpuSeconds * 1e6) / sent).toFixed(2)),
    receiverCpuMicrosecondsPerFrame: Number(((report.cpuSeconds * 1e6) / report.frames).toFixed(2)),
    sent,
    received: report.frames,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  await node.network.stop();
}

await (process.env["ROLE"] === "receiver" ? receive() : send());
