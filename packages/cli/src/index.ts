export { CliError, type ErrorReport } from "./cli-error.ts";
export { type Host, processHost } from "./host.ts";
export { runCli } from "./run-cli.ts";
