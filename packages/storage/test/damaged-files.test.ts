import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type ChainStore,
  createChainStore,
  createVoteJournal,
  openChainStore,
  openOrCreateChainStore,
  openOrCreateVoteJournal,
  openVoteJournal,
  StorageError,
  type TornWrite,
  type VoteJournal,
} from "../src/index.ts";
import { certificateOf, filled, identity, makeChain, recordOf, rootPath } from "./blocks.ts";
import {
  arbitraryFlip,
  type Content,
  contentOf,
  type DataFile,
  type FileKind,
  fileKinds,
  filesOfKind,
  flippedFile,
  restore,
} from "./stored-content.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

const FLIPS = 300;
const LAST_HEIGHT = 29;
const RECORDS = 60;
const chain = makeChain(LAST_HEIGHT, { transactions: 5, envelopeBytes: 300 });
const certificates = chain.map(certificateOf);
const records = Array.from({ length: RECORDS }, (_, number) => recordOf(number, 900));
const allKinds = Object.keys(fileKinds) as FileKind[];

let chainContent: Content;
let journalContent: Content;

// Reopening moves the log into a table, so that logs, tables and a MANIFEST with history exist.
beforeAll(async () => {
  const directory = temporaryDirectory();
  let store = await createChainStore(directory, identity);
  for (const [index, block] of chain.entries()) {
    await store.commitBlock(block);
    await store.storeCertificate(certificateOf(block));
    if (index % 10 === 9 && index < LAST_HEIGHT) {
      await store.close();
      store = await openChainStore(directory, identity);
    }
  }
  await store.close();
  chainContent = contentOf(directory);
});
beforeAll(async () => {
  const directory = temporaryDirectory();
  let journal = await createVoteJournal(directory, identity.chainId);
  for (const [index, record] of records.entries()) {
    await journal.append([record]);
    if (index % 20 === 19 && index < RECORDS - 1) {
      await journal.close();
      journal = await openVoteJournal(directory, identity.chainId);
    }
  }
  await journal.close();
  journalContent = contentOf(directory);
});

function expectRightAnswers(store: ChainStore, last: number): void {
  expect(store.head()?.height ?? -1).toBe(last);
  for (const block of chain.slice(0, last + 1)) {
    const { height, headerHash, header, proposal, envelopes, receipts } = block;
    expect(store.block(height)).toEqual({
      height,
      headerHash,
      header,
      proposal,
      envelopes,
      receipts,
    });
    expect(store.heightOf(headerHash)).toBe(height);
    for (const [index, id] of block.transactionIds.entries()) {
      expect(store.transaction(id)).toEqual({ height, index });
    }
    expect(store.state.page(rootPath, height)).toEqual(block.state.pages[0]?.bytes);
    expect(store.state.record(filled(8), height)).toEqual(block.state.records[0]?.bytes);
  }
}

async function attempt<T>(open: () => Promise<T>): Promise<T | StorageError> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof StorageError) return error;
    throw error;
  }
}

const openChain = (directory: string): Promise<ChainStore | StorageError> =>
  attempt(() => openChainStore(directory, identity));
const openJournal = (directory: string): Promise<VoteJournal | StorageError> =>
  attempt(() => openVoteJournal(directory, identity.chainId));

/** Whether the flip was recognised and named; if not, every answer was right. */
async function isNamed(content: Content, changed: DataFile): Promise<boolean> {
  const directory = restore(content, changed);
  const isChain = content === chainContent;
  const opened = await (isChain ? openChain(directory) : openJournal(directory));
  if (opened instanceof StorageError) {
    const codes = isChain
      ? ["DATABASE_CORRUPT", "DATABASE_MISSING"]
      : ["JOURNAL_DAMAGED", "JOURNAL_MISSING"];
    expect(codes).toContain(opened.code);
    expect(opened.details.path ?? opened.details.key).toBeDefined();
    return true;
  }
  if ("records" in opened) {
    expect(opened.records).toEqual(records);
  } else {
    expectRightAnswers(opened, LAST_HEIGHT);
    for (const certificate of certificates) {
      expect(opened.certificate(certificate.height)).toEqual(certificate);
    }
  }
  await opened.close();
  return false;
}

describe("one flipped byte", () => {
  it("finds files of every kind in the stores under test", () => {
    for (const kind of allKinds) {
      expect(filesOfKind(chainContent, kind).length, kind).toBeGreaterThan(0);
      expect(filesOfKind(journalContent, kind).length, kind).toBeGreaterThan(0);
    }
  });

  const stores = [
    ["the chain store", () => chainContent],
    ["the vote journal", () => journalContent],
  ] as const;
  it.each(stores)("in any file of %s is always named", async (_, content) => {
    await fc.assert(
      fc.asyncProperty(arbitraryFlip(allKinds), async (drawn) => {
        expect(await isNamed(content(), flippedFile(content(), drawn))).toBe(true);
      }),
      { numRuns: FLIPS },
    );
  });

  it("in the padding of a table's footer is named", async () => {
    const [table] = filesOfKind(chainContent, "table");
    if (table === undefined) throw new Error("the store has no table");
    const magicAt = table.bytes.length - 8;
    for (const at of [magicAt - 1, magicAt - 12]) {
      const bytes = table.bytes.with(at, 0x10);
      expect(await isNamed(chainContent, { name: table.name, bytes })).toBe(true);
    }
  });

  it("in the length of any log record is not taken for a torn write", async () => {
    const [log] = filesOfKind(chainContent, "log");
    if (log === undefined) throw new Error("the store has no log");
    const view = new DataView(log.bytes.buffer, log.bytes.byteOffset, log.bytes.length);
    for (let at = 0; at + 7 <= log.bytes.length; at += 7 + view.getUint16(at + 4, true)) {
      if (32_768 - (at % 32_768) < 7) break;
      for (const bit of [at + 4, at + 5]) {
        const bytes = Uint8Array.from(log.bytes);
        bytes[bit] = (bytes[bit] as number) ^ 0x40;
        expect(await isNamed(chainContent, { name: log.name, bytes })).toBe(true);
      }
    }
  });
});

describe("a missing file", () => {
  it.each(["current", "manifest", "log", "table"] as const)("(%s) is named", async (kind) => {
    for (const file of filesOfKind(chainContent, kind)) {
      const directory = restore(chainContent, { name: file.name });
      const path = join(directory, file.name);
      for (const open of [openChainStore, openOrCreateChainStore]) {
        await expect(open(directory, identity)).rejects.toMatchObject({
          code: "DATABASE_MISSING",
          details: { path },
          message: expect.stringContaining(path),
        });
      }
      expect(existsSync(path)).toBe(false);
    }
  });

  it("of the journal is JOURNAL_MISSING, also when all of it is gone", async () => {
    const [current] = filesOfKind(journalContent, "current");
    const missing = { code: "JOURNAL_MISSING" };
    const directory = restore(journalContent, { name: current?.name ?? "" });
    for (const open of [openVoteJournal, openOrCreateVoteJournal]) {
      await expect(open(directory, identity.chainId)).rejects.toMatchObject(missing);
    }
    const empty = temporaryDirectory();
    await expect(openVoteJournal(empty, identity.chainId)).rejects.toMatchObject(missing);
    const markerOnly = restore(filesOfKind(journalContent, "marker"));
    await expect(openOrCreateVoteJournal(markerOnly, identity.chainId)).rejects.toMatchObject(
      missing,
    );
  });

  it("(the marker) does not make a fresh store of what is there", async () => {
    const [marker] = filesOfKind(chainContent, "marker");
    const directory = restore(chainContent, { name: marker?.name ?? "" });
    await expect(openOrCreateChainStore(directory, identity)).rejects.toMatchObject({
      code: "DATABASE_MISSING",
    });
    await expect(createChainStore(directory, identity)).rejects.toMatchObject({
      code: "DATABASE_FOREIGN",
    });
  });
});

describe("a log that a crash cut off", () => {
  it("gives a shorter chain without a hole, and says so", async () => {
    const [log] = filesOfKind(chainContent, "log");
    if (log === undefined) throw new Error("the store has no log");
    await fc.assert(
      fc.asyncProperty(fc.nat(log.bytes.length - 1), async (length) => {
        const directory = restore(chainContent, {
          name: log.name,
          bytes: log.bytes.subarray(0, length),
        });
        const torn: TornWrite[] = [];
        const store = await openChainStore(directory, identity, {
          onTornWrite: (found) => torn.push(found),
        });
        const height = store.head()?.height ?? -1;
        expect(height).toBeGreaterThanOrEqual(19);
        expect(height).toBeLessThanOrEqual(LAST_HEIGHT);
        expectRightAnswers(store, height);
        const cut = torn[0];
        if (cut !== undefined) {
          expect(cut.path).toBe(join(directory, log.name));
          expect(cut.offset + cut.bytes).toBe(length);
        }
        await store.close();
      }),
      { numRuns: 40 },
    );
  });

  it("is reported with its place when the last record is incomplete", async () => {
    const [log] = filesOfKind(chainContent, "log");
    if (log === undefined) throw new Error("the store has no log");
    const directory = restore(chainContent, { name: log.name, bytes: log.bytes.subarray(0, -1) });
    const torn: TornWrite[] = [];
    const progress: number[] = [];
    const store = await openChainStore(directory, identity, {
      onTornWrite: (found) => torn.push(found),
      onProgress: ({ verifiedBytes, totalBytes }) => progress.push(verifiedBytes / totalBytes),
    });
    await store.close();
    expect(torn).toHaveLength(1);
    expect(progress.at(-1)).toBe(1);
  });
});
