import { mkdir, open, readFile, rename, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { CliError } from "./cli-error.ts";

/** Content of a text file; undefined if it does not exist. Throws CliError CONFIG_INVALID otherwise. */
export async function readTextIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new CliError("CONFIG_INVALID", `${path} cannot be read (${code})`, { cause: error });
  }
}

/** Writes a new file and its folder; throws CliError FILE_EXISTS rather than overwrite one. */
export async function writeNewText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(path, "wx");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    throw new CliError("FILE_EXISTS", `${path} exists and is not overwritten`, { cause: error });
  }
}

/** Replaces a file in one step: a reader sees the old text or the new one. */
export async function replaceText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  await unlink(temporary).catch(() => undefined);
  await writeNewText(temporary, text);
  await rename(temporary, path);
}

function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
