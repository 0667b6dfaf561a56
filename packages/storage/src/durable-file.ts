import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { toStorageError } from "./errors.ts";

/** Makes renames and new names in a directory durable. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Creates a directory with its parents and makes its name durable. */
export async function createDirectory(directory: string): Promise<void> {
  try {
    const first = await mkdir(directory, { recursive: true });
    if (first !== undefined) await syncDirectory(dirname(directory));
  } catch (error) {
    throw toStorageError(error, directory);
  }
}

/** Replaces a file as a whole: after a crash it has either the old or the new content. */
export async function replaceFile(path: string, content: Uint8Array): Promise<void> {
  const temporary = `${path}.new`;
  try {
    const handle = await open(temporary, "w", 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    await syncDirectory(dirname(path));
  } catch (error) {
    throw toStorageError(error, path);
  }
}

/** Content of a file; undefined if it does not exist. */
export async function readFileIfPresent(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw toStorageError(error, path);
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
