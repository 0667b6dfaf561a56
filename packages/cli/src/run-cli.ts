import { Command, CommanderError } from "commander";
import { CliError, exitCodeOf, renderError, reportError } from "./cli-error.ts";
import type { Host } from "./host.ts";
import { addConfig } from "./verb-config.ts";
import { addDevnet } from "./verb-devnet.ts";
import { addGenesis } from "./verb-genesis.ts";
import { addGovernance } from "./verb-governance.ts";
import { addInit } from "./verb-init.ts";
import { addKeys } from "./verb-keys.ts";
import { addRecover } from "./verb-recover.ts";
import { addReenter } from "./verb-reenter.ts";
import { addResetState } from "./verb-reset-state.ts";
import { addStart } from "./verb-start.ts";
import { addStatus } from "./verb-status.ts";
import { addToken } from "./verb-token.ts";
import { addVersion } from "./verb-version.ts";

const overview = `
A network of one validator per institution, in five steps:
  $ cartorio init --dir node --network notary --name "University of Aveiro"   every institution
  $ cartorio genesis new --network notary --member */member.json --out genesis.json
  $ cartorio genesis sign --genesis genesis.json --key node/keys/member.key   every institution
  $ cp genesis.json node/config/genesis.json && cartorio start --dir node     every institution
  $ cartorio status --dir node

To try it out, all of it on one machine:
  $ cartorio devnet

Settings: a flag wins over an environment variable (CARTORIO_...), which wins over the file
config/node.toml. Exit codes: 0 done, 1 failed, 2 mistake on the command line.`;

/**
 * Runs one command line, without the program's name. Resolves with the exit code: 0 done, 1 failed,
 * 2 mistake on the command line. Never rejects.
 */
export async function runCli(args: readonly string[], host: Host): Promise<number> {
  let exitCode = 0;
  const program = createProgram({
    ...host,
    answerNo: () => {
      exitCode = 1;
    },
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    return showError(error, { args, host });
  }
}

function createProgram(host: Host): Command {
  const program = new Command("cartorio")
    .description("Cartorio: identity and credential trust between institutions.")
    .exitOverride()
    .configureOutput({
      writeOut: host.write,
      writeErr: host.writeError,
      // Shown once, by showError, in the form of all other errors.
      outputError: () => undefined,
    })
    .showSuggestionAfterError()
    .addHelpText("after", overview);
  const verbs = [
    addInit,
    addKeys,
    addGenesis,
    addDevnet,
    addStart,
    addStatus,
    addReenter,
    addGovernance,
    addResetState,
    addRecover,
    addToken,
    addConfig,
    addVersion,
  ];
  for (const add of verbs) {
    add(program, host);
  }
  return program;
}

interface Invocation {
  readonly args: readonly string[];
  readonly host: Host;
}

function showError(error: unknown, { args, host }: Invocation): number {
  // Help and version end by an exception of commander's, too.
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  // `cartorio` or `cartorio keys` alone: the help text was shown on standard error.
  if (error instanceof CommanderError && error.code === "commander.help") return 2;
  const report = reportError(error instanceof CommanderError ? usageError(error, args) : error);
  host.writeError(renderError(report));
  if (args.includes("--json")) host.write(`${JSON.stringify({ error: report })}\n`);
  return exitCodeOf(report.code);
}

function usageError(error: CommanderError, args: readonly string[]): CliError {
  const message = error.message.replace(/^error: /, "").replaceAll("\n", " ");
  const [first = ""] = args;
  const verb =
    error.code === "commander.unknownCommand" || first.startsWith("-") ? "" : ` ${first}`;
  return new CliError("USAGE", `${message}; see \`cartorio${verb} --help\``);
}
