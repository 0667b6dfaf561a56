// Entry of the processes that `cartorio devnet --byzantine` starts instead of `cartorio start`: the same
// node, on which the simulator puts a strategy. Without the simulator it says so and ends.
import module from "node:module";
import { parseArgs } from "node:util";
import { CliError, exitCodeOf, renderError, reportError } from "./cli-error.ts";
import { loadFromSimulator } from "./simulator.ts";
import { startNode } from "./start-node.ts";

module.enableCompileCache();
process.exit(await main());

async function main(): Promise<number> {
  try {
    await run();
    return 0;
  } catch (error) {
    const report = reportError(error);
    process.stderr.write(renderError(report));
    return exitCodeOf(report.code);
  }
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dir: { type: "string" },
      strategy: { type: "string" },
      supervised: { type: "boolean", default: false },
    },
  });
  const { dir: directory, strategy } = values;
  if (directory === undefined || strategy === undefined) {
    throw new CliError("USAGE", "cartorio devnet starts this with --dir and --strategy");
  }
  const { createByzantineNode } = await loadFromSimulator(
    () => import("@cartorio/simulator/byzantine-node"),
    "a Byzantine validator needs",
  );
  await startNode({
    directory,
    environment: {},
    flags: new Map(),
    isSupervised: values.supervised,
    onProgress: (text) => process.stderr.write(`${text}\n`),
    onReady: () => process.stderr.write(`Byzantine: ${strategy}\n`),
    extension: ({ genesis, keys }) => {
      const seed = process.pid;
      const node =
        keys.validator &&
        createByzantineNode({
          ...{ strategy, seed, chainId: genesis.chainId },
          validatorKeySeed: keys.validator.secretKey,
        });
      if (node === undefined)
        throw new CliError("USAGE", `no validator or no strategy ${strategy}`);
      return node;
    },
  });
}
