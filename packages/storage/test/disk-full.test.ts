import { expect, it } from "vitest";
import { openChainStore } from "../src/index.ts";
import { identity } from "./blocks.ts";
import { startChild } from "./child-process.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

const FILE_LIMIT_BYTES = 512 * 1024;

// A limit on file size is what an unprivileged test can set: the kernel refuses the write (EFBIG)
// in the same place where a full disk refuses it (ENOSPC).
it("names a refused write DISK_FULL, writes no more and loses nothing acknowledged", async () => {
  const directory = temporaryDirectory();
  const child = startChild("fill", directory, FILE_LIMIT_BYTES);
  const lines: string[] = [];
  for await (const line of child.lines) lines.push(line);
  await child.exited;
  expect(lines.slice(-2)).toEqual(["failed DISK_FULL", "again DISK_FULL"]);
  const acknowledged = lines.length - 3;
  expect(lines.at(-3)).toBe(`block ${acknowledged}`);
  const store = await openChainStore(directory, identity);
  expect(store.head()?.height).toBeGreaterThanOrEqual(acknowledged);
  expect(store.block(acknowledged)?.height).toBe(acknowledged);
  await store.close();
}, 30_000);
