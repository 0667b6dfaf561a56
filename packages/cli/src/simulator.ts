import { CliError } from "./cli-error.ts";

/**
 * A part of the simulator, where it is installed: `load` is an `import()` of it. Throws CliError USAGE
 * where it is not; `needs` begins the sentence.
 */
export async function loadFromSimulator<T>(load: () => Promise<T>, needs: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && isNotFound(error.code);
    if (!isAbsent) throw error;
    throw new CliError(
      "USAGE",
      `${needs} the simulator, which this installation does not contain; use a checkout`,
    );
  }
}

function isNotFound(code: unknown): boolean {
  return code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
}
