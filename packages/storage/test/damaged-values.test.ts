import { encodeJournalFrame, encodeJournalRecord } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { sealValue } from "../src/checksum.ts";
import {
  type ChainStore,
  type MemoryDisk,
  memoryChainStore,
  memoryDisk,
  memoryVoteJournal,
} from "../src/index.ts";
import { keys } from "../src/keys.ts";
import { certificateOf, filled, makeChain, recordOf, rootPath } from "./blocks.ts";

const name = (key: Uint8Array): string => Buffer.from(key).toString("latin1");
const chain = makeChain(5);
const newest = chain[5] as (typeof chain)[0];
const corrupt = { code: "DATABASE_CORRUPT" };

async function filledDisk(): Promise<MemoryDisk> {
  const disk = memoryDisk();
  const store = await memoryChainStore({ disk });
  for (const block of chain) {
    await store.commitBlock(block);
    await store.storeCertificate(certificateOf(block));
  }
  return disk;
}

function replaceValue(disk: MemoryDisk, key: Uint8Array, value: Uint8Array): void {
  if (!disk.has(name(key))) throw new Error("the key does not exist");
  disk.set(name(key), sealValue(key, value));
}

// With checksums that fit: what a flipped byte cannot do but a lost or misplaced write can.
describe("the start of a chain store", () => {
  const oldHeader = chain[4] as (typeof chain)[0];
  const headerValue = Buffer.concat([oldHeader.headerHash, oldHeader.header]);
  const changes: Readonly<Record<string, (disk: MemoryDisk) => void>> = {
    "a block": (disk) => void disk.delete(name(keys.block(3))),
    "a header": (disk) => void disk.delete(name(keys.header(3))),
    "a header hash": (disk) => void disk.delete(name(keys.heightByHash(newest.headerHash))),
    "a transaction id": (disk) => void disk.delete(name(keys.transaction(filled(7, 5, 1)))),
    "the newest certificate": (disk) => void disk.delete(name(keys.certificate(5))),
    "an exchanged header": (disk) => replaceValue(disk, keys.header(5), headerValue),
    "an exchanged certificate": (disk) =>
      replaceValue(disk, keys.newestCertificate(), Uint8Array.of(0, 0, 0, 0, 0, 9)),
    "a shortened block": (disk) => replaceValue(disk, keys.block(5), new Uint8Array(11)),
    "a shortened head": (disk) => replaceValue(disk, keys.head(), new Uint8Array(5)),
    "a head of another block": (disk) => {
      const head = new Uint8Array(44);
      head[5] = 4;
      head.set(newest.headerHash, 6);
      replaceValue(disk, keys.head(), head);
    },
    "a shortened replay list": (disk) => replaceValue(disk, keys.replay(0, 3), new Uint8Array(31)),
  };
  it.each(Object.entries(changes))("finds %s missing or altered", async (_, change) => {
    const disk = await filledDisk();
    change(disk);
    await expect(memoryChainStore({ disk })).rejects.toMatchObject(corrupt);
  });

  it("accepts the same disk unchanged", async () => {
    const store = await memoryChainStore({ disk: await filledDisk() });
    expect(store.head()?.height).toBe(5);
  });
});

describe("a read", () => {
  const reads: Readonly<Record<string, [Uint8Array, (store: ChainStore) => unknown]>> = {
    block: [keys.block(2), (store) => store.block(2)],
    header: [keys.header(2), (store) => store.header(2)],
    certificate: [keys.certificate(2), (store) => store.certificate(2)],
    transaction: [keys.transaction(filled(7, 2, 0)), (store) => store.transaction(filled(7, 2, 0))],
    page: [keys.page(rootPath, 2), (store) => store.state.page(rootPath, 2)],
    record: [keys.record(filled(8), 2), (store) => store.state.record(filled(8), 2)],
    replay: [keys.replay(0, 2), (store) => store.replay()],
  };
  it.each(Object.entries(reads))("of an altered %s names its key", async (_, [key, read]) => {
    const disk = await filledDisk();
    const store = await memoryChainStore({ disk });
    const sealed = disk.get(name(key));
    if (sealed === undefined) throw new Error("the key does not exist");
    for (const at of [0, sealed.length >> 1, sealed.length - 1]) {
      const altered = Uint8Array.from(sealed);
      altered[at] = (altered[at] as number) ^ 1;
      disk.set(name(key), altered);
      expect(() => read(store)).toThrow(
        expect.objectContaining({ ...corrupt, details: { key: Buffer.from(key).toString("hex") } }),
      );
    }
    disk.set(name(key), sealed.subarray(0, 3));
    expect(() => read(store)).toThrow(expect.objectContaining(corrupt));
  });

  it("of a value stored under another key is refused", async () => {
    const disk = await filledDisk();
    const store = await memoryChainStore({ disk });
    disk.set(name(keys.block(2)), disk.get(name(keys.block(3))) as Uint8Array);
    expect(() => store.block(2)).toThrow(expect.objectContaining(corrupt));
  });
});

describe("the start of a vote journal", () => {
  const journalDisk = async (): Promise<MemoryDisk> => {
    const disk = memoryDisk();
    const journal = await memoryVoteJournal({ disk });
    await journal.append(Array.from({ length: 6 }, (_, number) => recordOf(number)));
    return disk;
  };
  const changes: Readonly<Record<string, (disk: MemoryDisk) => void>> = {
    "a gap": (disk) => void disk.delete(name(keys.journalFrame(2))),
    "a missing first record": (disk) => void disk.delete(name(keys.journalFrame(0))),
    "a missing last record": (disk) => void disk.delete(name(keys.journalFrame(5))),
    "a missing tail": (disk) => void disk.delete(name(keys.journalHead())),
    "an exchanged record": (disk) =>
      replaceValue(
        disk,
        keys.journalFrame(2),
        encodeJournalFrame({
          sequence: 2,
          previousHash: filled(3),
          record: encodeJournalRecord(recordOf(9)),
        }),
      ),
    "a record of another number": (disk) =>
      replaceValue(
        disk,
        keys.journalFrame(2),
        encodeJournalFrame({
          sequence: 3,
          previousHash: filled(3),
          record: encodeJournalRecord(recordOf(9)),
        }),
      ),
    "an unreadable record": (disk) =>
      replaceValue(
        disk,
        keys.journalFrame(0),
        encodeJournalFrame({
          sequence: 0,
          previousHash: new Uint8Array(32),
          record: Uint8Array.of(1),
        }),
      ),
    "a newest record that is not the one of the tail": (disk) => {
      const tail = new Uint8Array(38);
      tail[5] = 6;
      replaceValue(disk, keys.journalHead(), tail);
    },
  };
  it.each(Object.entries(changes))("names %s JOURNAL_DAMAGED", async (_, change) => {
    const disk = await journalDisk();
    change(disk);
    await expect(memoryVoteJournal({ disk })).rejects.toMatchObject({ code: "JOURNAL_DAMAGED" });
  });

  it("does not take a gap for pruned because another one was", async () => {
    const disk = await journalDisk();
    const journal = await memoryVoteJournal({ disk });
    let number = 0;
    await journal.prune(() => ++number > 2);
    await memoryVoteJournal({ disk });
    disk.delete(name(keys.journalFrame(2)));
    await expect(memoryVoteJournal({ disk })).rejects.toMatchObject({ code: "JOURNAL_DAMAGED" });
  });
});
