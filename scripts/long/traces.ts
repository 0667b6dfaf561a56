// The simulator's trace of a seed is the same on every machine: compared here between two runs, and between
// this Node and the next major one.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { nextNode, nextNodeMajor } from "../lib/next-node.ts";
import { root, runCommand } from "../lib/processes.ts";

const seeds = Number(process.argv[2] ?? 20);
const otherNode = await nextNode();

async function traceHash(node: string, seed: number): Promise<string> {
  const script = join(root, "scripts/sim.ts");
  const command = [node, "--conditions=source", script, "--replay", String(seed)] as const;
  const { exitCode, output } = await runCommand(command, "capture");
  if (exitCode !== 0) throw new Error(`seed ${seed} failed on ${node}:\n${output.slice(-2000)}`);
  if (output.length < 1000) throw new Error(`seed ${seed} left no trace: ${output}`);
  // How long it took stands in the summary; everything before it is the run's own.
  const trace = output.replace(/[^\n]* s(?:econds)?\n?$/u, "");
  return createHash("sha256").update(trace).digest("hex");
}

let different = 0;
for (let seed = 1; seed <= seeds; seed += 1) {
  const first = await traceHash(process.execPath, seed);
  const others = [await traceHash(process.execPath, seed), await traceHash(otherNode, seed)];
  const isSame = others.every((hash) => hash === first);
  if (!isSame) different += 1;
  process.stdout.write(`seed ${seed}: ${isSame ? first.slice(0, 16) : "DIFFERENT"}\n`);
}
process.stdout.write(
  `${JSON.stringify({ seeds, different, node: process.version, otherMajor: nextNodeMajor })}\n`,
);
process.exitCode = different === 0 ? 0 : 1;
