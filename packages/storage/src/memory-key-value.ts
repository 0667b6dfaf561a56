import { GroupCommit } from "./group-commit.ts";
import type { KeyValueStore } from "./key-value.ts";

/** The content of a database in memory; hand it to a new store to "reopen" it after a crash. */
export type MemoryDisk = Map<string, Uint8Array>;

/** An empty disk in memory. */
export function memoryDisk(): MemoryDisk {
  return new Map();
}

// latin1 keeps one character per byte, so that strings compare as the bytes do.
const nameOf = (key: Uint8Array): string =>
  Buffer.from(key.buffer, key.byteOffset, key.length).toString("latin1");

/** The in-memory twin of LevelDB: same port, same order, nothing survives the process. */
export function memoryKeyValue(disk: MemoryDisk): KeyValueStore {
  // Applied a turn later, as on a disk: a caller that forgets to await fails on the twin too.
  const commits = new GroupCommit(async (batch) => {
    for (const { key, value } of batch) {
      if (value === undefined) disk.delete(nameOf(key));
      else disk.set(nameOf(key), Uint8Array.from(value));
    }
  });
  return {
    get: (key) => disk.get(nameOf(key)),
    write: (batch) => commits.write(batch),
    entries: async function* (range) {
      const from = nameOf(range.from);
      const to = nameOf(range.to);
      const names = [...disk.keys()].filter((name) => name >= from && name < to).sort();
      for (const name of names) {
        const value = disk.get(name);
        if (value !== undefined) yield [new Uint8Array(Buffer.from(name, "latin1")), value];
      }
    },
    // A map keeps nothing of what was deleted.
    compact: () => commits.settled(),
    close: () => commits.settled(),
  };
}
