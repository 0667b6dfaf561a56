// Random histories of the ledger, executed twice from genesis, have the same headers on this Node and on
// the next major one: state roots and receipts do not depend on the machine.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { nextNode, nextNodeMajor } from "../lib/next-node.ts";
import { root, runCommand } from "../lib/processes.ts";

const histories = Number(process.argv[2] ?? 200);

async function linesOf(node: string): Promise<string[]> {
  const script = join(root, "scripts/long/replay-headers.ts");
  const command = [node, "--conditions=source", script, String(histories)] as const;
  const { exitCode, output } = await runCommand(command, "result");
  if (exitCode !== 0) throw new Error(`a replay failed on ${node}:\n${output.slice(-2000)}`);
  return output.trim().split("\n");
}

const other = await nextNode();
const [here, there] = await Promise.all([linesOf(process.execPath), linesOf(other)]);
if (here.length !== histories) throw new Error(`${here.length} of ${histories} histories`);
const different = here.filter((line, index) => line !== there[index]).length;
for (const [index, line] of here.entries()) {
  if (line !== there[index]) process.stdout.write(`DIFFERENT: ${line} and ${there[index]}\n`);
}
const digest = createHash("sha256").update(here.join("\n")).digest("hex");
process.stdout.write(
  `${JSON.stringify({ histories, different, digest, node: process.version, otherMajor: nextNodeMajor })}\n`,
);
process.exitCode = different === 0 ? 0 : 1;
