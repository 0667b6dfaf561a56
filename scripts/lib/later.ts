/** Exit code of a command whose issue is not built yet. */
const notAvailableExitCode = 2;

/** Ends the process, saying what the command will be. */
export function exitNotAvailable(command: string, purpose: string): never {
  process.stderr.write(
    `cartorio: "npm run ${command}" is not available in this version; it will be: ${purpose}\n`,
  );
  process.exit(notAvailableExitCode);
}
