// The next major Node, which comes from npm like the pinned one: what must not depend on the machine is
// compared between the two.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, runCommand } from "./processes.ts";

export const nextNodeMajor = 26;

/** Path of its executable, installed under `.cache` if it is not there yet. */
export async function nextNode(): Promise<string> {
  const home = join(root, ".cache", `node-${nextNodeMajor}`);
  const node = join(home, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(node)) return node;
  const packageName = `node-${process.platform}-${process.arch}@${nextNodeMajor}`;
  const install = ["npm", "install", "--ignore-scripts", "--prefix", home, packageName] as const;
  const { exitCode, output } = await runCommand(install, "capture");
  if (exitCode !== 0) throw new Error(`${packageName} cannot be installed:\n${output}`);
  return node;
}
