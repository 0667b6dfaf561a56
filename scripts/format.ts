// Formats the whole repository and applies the safe fixes of the linter.
import { runCommand } from "./lib/processes.ts";

const { exitCode } = await runCommand(["biome", "check", "--write", "."], "inherit");
process.exit(exitCode);
