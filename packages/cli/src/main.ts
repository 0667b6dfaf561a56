#!/usr/bin/env node
// Entry of the `cartorio` command.
import module from "node:module";
import { nodeVersionProblem } from "./node-version.ts";

const problem = nodeVersionProblem(process.versions.node);
if (problem === undefined) {
  // Compiled code is kept between runs: a devnet starts in half the time.
  module.enableCompileCache();
  const { runCli } = await import("./run-cli.ts");
  const { processHost } = await import("./host.ts");
  // Explicit, because a library may hold a handle that would keep the process alive.
  process.exit(await runCli(process.argv.slice(2), processHost()));
}
process.stderr.write(problem);
process.exit(1);
