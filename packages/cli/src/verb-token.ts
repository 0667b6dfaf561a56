import { createToken, isTokenName, type Scope, scopes, timeOf } from "@cartorio/gateway/access";
import { type Command, Option } from "commander";
import { CliError } from "./cli-error.ts";
import type { Host } from "./host.ts";

interface NewFlags {
  readonly name: string;
  readonly scope: Scope;
  readonly expires: string;
  readonly json?: boolean;
}

export function addToken(program: Command, host: Host): void {
  const token = program
    .command("token")
    .description("Make bearer tokens for callers of the node.")
    .addHelpText(
      "after",
      "\nExample:\n  $ cartorio token new --name portal --scope write --expires 2027-06-30",
    );
  token
    .command("new")
    .description("Make a token. It is shown once; the settings get its digest.")
    .requiredOption("--name <name>", "who uses it, for log and audit")
    .addOption(
      new Option("--scope <scope>", "what it allows; each scope includes those before it")
        .choices([...scopes])
        .makeOptionMandatory(),
    )
    .requiredOption("--expires <time>", "a date, a time such as 2027-01-31T12:00Z, or never")
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nExample:\n  $ cartorio token new --name portal --scope write --expires 2027-06-30",
    )
    .action((flags: NewFlags) => showNew(host, flags));
}

function showNew(host: Host, { name, scope, expires, json }: NewFlags): void {
  if (!isTokenName(name)) {
    throw new CliError("USAGE", `--name must be up to 64 letters, digits, . _ -, found "${name}"`);
  }
  const expiresAt = expires === "never" ? undefined : timeOf(expires);
  if (Number.isNaN(expiresAt)) {
    const form = "a date, a time such as 2027-01-31T12:00Z, or never";
    throw new CliError("USAGE", `--expires must be ${form}, found "${expires}"`);
  }
  if (expiresAt !== undefined && expiresAt <= Date.now()) {
    throw new CliError("USAGE", `--expires must be in the future, found "${expires}"`);
  }
  const made = createToken({ name, scope, expiresAt });
  if (json === true) {
    host.write(`${JSON.stringify(made)}\n`);
    return;
  }
  host.write(
    `${made.token}\n` +
      "  for the caller, as `authorization: Bearer ...`; it is not kept and cannot be shown again\n\n" +
      `"${made.line}"\n` +
      "  for rpc.tokens in config/node.toml; accepted from the next start on\n",
  );
}
