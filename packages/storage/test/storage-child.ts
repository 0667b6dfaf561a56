// Run as a process of its own by the tests that kill it, limit it or lock against it.
import { writeSync } from "node:fs";
import { join } from "node:path";
import {
  acquireDirectory,
  openOrCreateChainStore,
  openOrCreateVoteJournal,
  StorageError,
} from "../src/index.ts";
import { identity, makeBlock, numberOf, recordOf } from "./blocks.ts";

const [mode, directory] = process.argv.slice(2);
if (directory === undefined) throw new Error("usage: storage-child MODE DIRECTORY");
// Synchronous, so that a line is out before the process can be killed for what follows it.
const say = (line: string): void => void writeSync(1, `${line}\n`);

const shape = { transactions: 20, envelopeBytes: 500 };

/** Writes blocks and journal records for ever and names each when it is durable. */
async function writeForever(): Promise<never> {
  const store = await openOrCreateChainStore(join(directory as string, "chain"), identity);
  const journal = await openOrCreateVoteJournal(
    join(directory as string, "journal"),
    identity.chainId,
  );
  let number = journal.records.map(numberOf).at(-1) ?? -1;
  for (;;) {
    const height = (store.head()?.height ?? -1) + 1;
    const committed = store.commitBlock(makeBlock(height, store.head()?.headerHash, shape));
    const first = number + 1;
    const appended = [first, first + 1, first + 2].map((next) =>
      journal.append([recordOf(next, 2_000)]),
    );
    number = first + 2;
    await Promise.all(appended);
    say(`record ${number}`);
    if (first % 5 === 0) await journal.prune((record) => numberOf(record) > number - 100);
    await committed;
    say(`block ${height}`);
  }
}

/** Writes blocks until a write fails and names the code, then tries once more. */
async function writeUntilFailure(): Promise<void> {
  const store = await openOrCreateChainStore(directory as string, identity);
  const codeOf = (error: unknown): string =>
    error instanceof StorageError ? error.code : String(error);
  for (;;) {
    const height = (store.head()?.height ?? -1) + 1;
    const block = makeBlock(height, store.head()?.headerHash, shape);
    try {
      await store.commitBlock(block);
    } catch (error) {
      say(`failed ${codeOf(error)}`);
      await store.commitBlock(block).catch((again: unknown) => say(`again ${codeOf(again)}`));
      return;
    }
    say(`block ${height}`);
  }
}

/** Holds a directory and its store until it is killed. */
async function hold(): Promise<void> {
  const lock = await acquireDirectory(directory as string);
  await lock.announce("http://127.0.0.1:8545");
  await openOrCreateChainStore(join(directory as string, "chain"), identity);
  say("ready");
  setInterval(() => undefined, 1_000_000);
}

const modes: Readonly<Record<string, () => Promise<void>>> = {
  write: writeForever,
  fill: writeUntilFailure,
  hold,
};
await modes[mode ?? ""]?.();
