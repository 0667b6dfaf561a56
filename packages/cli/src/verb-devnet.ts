import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import picocolors from "picocolors";
import { type ByzantineWish, byzantineFlag } from "./byzantine-flags.ts";
import type { RunningDevnet } from "./devnet.ts";
import { devnetGenesisPath, memberKeyPath } from "./devnet-folder.ts";
import { parametersWith } from "./genesis-build.ts";
import type { Host } from "./host.ts";
import { latencyFlag, lossFlag, type PartitionWish, partitionFlag } from "./network-flags.ts";

interface DevnetFlags {
  readonly validators?: number;
  readonly dir: string;
  readonly reset?: boolean;
  readonly observer?: boolean;
  readonly parameter: readonly string[];
  readonly latency: number;
  readonly loss: number;
  readonly partition: readonly PartitionWish[];
  readonly byzantine: readonly ByzantineWish[];
  readonly timeout: number;
  readonly supervised?: boolean;
  readonly json?: boolean;
}

const defaultTimeoutSeconds = 60;

const examples = `
Examples:
  $ cartorio devnet
  $ cartorio devnet --validators 7 --dir /tmp/seven
  $ cartorio devnet --reset --parameter baseTimeoutMs=500 --parameter heartbeatIntervalMs=1000
  $ cartorio devnet --latency 80ms --loss 5%
  $ cartorio devnet --partition 0,1/2,3@30s+10s --partition 3@60s+15s
  $ cartorio devnet --byzantine 3:equivocate
  $ cartorio devnet --validators 7 --byzantine 1:twin --byzantine 4:mutator --latency 20ms

Keys, data and ports stay in the folder and are used again at the next start. --validators and
--parameter decide how a new devnet is made. keys/member-1.key and so on are the members' keys:
they may sponsor transactions. Ctrl-C stops all nodes within five seconds.

--latency, --loss and --partition put a TCP proxy between any two nodes (in a checkout only).
Validators are numbered from 0: validator 0 is node-1. Groups are separated by /, who is not named
is one more group; @ is when it begins, counted from readiness, + how long it lasts. TCP loses no
bytes: --loss is what a node sees of lost segments, pauses of 200 ms and more that hold up all that
follows on that connection. While a partition lasts, connections hang as if a cable were pulled.

--byzantine makes up to f validators break the rules, each by one strategy of the simulator (in a
checkout only): equivocate, twin, silent, slow, mutator, flood and others; a wrong name lists them.
The others must go on certifying.`;

export function addDevnet(program: Command, host: Host): void {
  program
    .command("devnet")
    .description("Run a whole network on this machine, one process per validator, until Ctrl-C.")
    .option("--validators <n>", "1 or 4 to 31 (default: 4)", wholeNumber)
    .option("--dir <folder>", "folder of the devnet", ".devnet")
    .option("--reset", "throw away what the folder holds and start over")
    .option("--observer", "run an observer beside the validators")
    .option("--parameter <name=value...>", "cluster setting of a new devnet", [])
    .option("--latency <time>", "delay of the network, one way, such as 80ms", latencyFlag, 0)
    .option("--loss <percent>", "share of TCP segments that the network loses", lossFlag, 0)
    .option(
      "--partition <groups@start+duration>",
      "cut the network for a while; may be given several times",
      partitionFlag,
      [],
    )
    .option(
      "--byzantine <validator:strategy>",
      "run this validator with a strategy that breaks the rules; may be given several times",
      byzantineFlag,
      [],
    )
    .option(
      "--timeout <seconds>",
      "how long the start may take",
      wholeNumber,
      defaultTimeoutSeconds,
    )
    .option("--json", "print one JSON object when all nodes are ready")
    .addOption(new Option("--supervised", "talk to the starter by IPC, end with it").hideHelp())
    .addHelpText("after", examples)
    .action(async (flags: DevnetFlags) => {
      // Loaded here, because help and version must not wait for the database library.
      const { runDevnet } = await import("./devnet.ts");
      await runDevnet({
        directory: resolve(host.workingDirectory, flags.dir),
        validators: flags.validators,
        parameters: parametersWith(flags.parameter),
        network: {
          latencyMs: flags.latency,
          lossRate: flags.loss,
          partitions: flags.partition,
        },
        byzantine: flags.byzantine,
        reset: flags.reset === true,
        withObserver: flags.observer === true,
        isSupervised: flags.supervised === true,
        readyTimeoutMs: flags.timeout * 1000,
        say: (text) => host.writeError(`devnet: ${text}\n`),
        onReady: (devnet) => {
          const text =
            flags.json === true ? `${JSON.stringify(describe(devnet))}\n` : table(host, devnet);
          host.write(text);
        },
      });
    });
}

function wholeNumber(text: string): number {
  if (!/^[0-9]{1,6}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

function describe({ directory, file, children }: RunningDevnet) {
  return {
    ready: true,
    dir: directory,
    genesis: devnetGenesisPath(directory),
    network: file.network,
    chainId: file.chainId,
    rpcUrl: children[0]?.rpcUrl,
    nodes: children.map(({ node, rpcUrl, pid, directory: dir }, index) => ({
      ...{ name: node.name, role: node.role, rpcUrl, pid, dir },
      ...(node.role === "validator"
        ? { member: node.member, memberKey: memberKeyPath(directory, index + 1), validator: index }
        : {}),
    })),
  };
}

function table(host: Host, { directory, file, children }: RunningDevnet): string {
  const { bold, dim, green } = picocolors.createColors(host.hasColours);
  const rows = children.map(
    ({ node, rpcUrl, pid }) =>
      `  ${green(node.name.padEnd(11))}${rpcUrl.padEnd(25)}${String(pid).padEnd(9)}` +
      `${dim(node.member === "" ? "observer" : node.member)}\n`,
  );
  const count = file.nodes.filter(({ role }) => role === "validator").length;
  return (
    `\n${bold(`Cartorio devnet: ${count} validators`)}, network ${file.network}\n` +
    `${dim(`  ${"node".padEnd(11)}${"JSON-RPC".padEnd(25)}${"pid".padEnd(9)}member`)}\n` +
    `${rows.join("")}\n` +
    `  chain id    ${file.chainId}\n` +
    `  genesis     ${devnetGenesisPath(directory)}\n` +
    `  member key  ${memberKeyPath(directory, 1)} and so on\n` +
    `  look        cartorio status --dir ${directory}\n\n` +
    "Ctrl-C stops it.\n"
  );
}
