// Prints what storage costs here: `node --conditions=source packages/storage/test/measure.ts`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type BlockCommit,
  createChainStore,
  createVoteGuard,
  createVoteJournal,
  openChainStore,
  openVoteJournal,
} from "../src/index.ts";
import { certificateOf, filled, identity, makeBlock, noise, recordOf } from "./blocks.ts";

const TRANSACTIONS = 1_000;
const BLOCKS = 60;
const WARM_UP = 20;
const shape = { transactions: TRANSACTIONS, envelopeBytes: 350 };

/** Per transaction one record of 150 bytes; a tree of three page levels of which most are hit. */
function heavyBlock(height: number, parent: Uint8Array | undefined): BlockCommit {
  const block = makeBlock(height, parent, shape);
  const paths = Array.from({ length: 273 + TRANSACTIONS / 2 }, (_, index) =>
    Uint8Array.from(
      [index & 15, (index >> 4) & 15, (index >> 8) & 15].slice(0, index < 16 ? 1 : 3),
    ),
  );
  const distinct = [...new Map(paths.map((path) => [path.join(), path])).values()];
  const pages = distinct.map((path, index) => ({ path, bytes: noise(540, height + index) }));
  const records = Array.from({ length: TRANSACTIONS }, (_, index) => ({
    key: filled(8, index, height % 4),
    bytes: noise(150, height + index),
  }));
  const stale = height === 0 ? [] : distinct.map((path) => ({ path, height: height - 1 }));
  const staleRecords = height < 4 ? [] : records.map(({ key }) => ({ key, height: height - 4 }));
  return {
    ...block,
    state: { ...block.state, pages, records, stalePages: stale, staleRecords },
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;
const report = (what: string, value: number, unit: string): void =>
  console.log(`${what}: ${value.toFixed(2)} ${unit}`);

async function measureBlocks(directory: string): Promise<void> {
  const store = await createChainStore(directory, identity, { stateWindow: 10 });
  const total: number[] = [];
  const blocking: number[] = [];
  let parent: Uint8Array | undefined;
  let keyCount = 0;
  for (let height = 0; height < BLOCKS; height += 1) {
    const block = heavyBlock(height, parent);
    parent = block.headerHash;
    const before = performance.now();
    const busyBefore = process.cpuUsage();
    await store.commitBlock(block);
    const busy = process.cpuUsage(busyBefore);
    if (height >= WARM_UP) {
      total.push(performance.now() - before);
      blocking.push((busy.user + busy.system) / 1_000);
    }
    keyCount = 5 + TRANSACTIONS + block.state.pages.length + block.state.records.length + 1;
  }
  report(`block of ${TRANSACTIONS} transactions, keys put`, keyCount, "");
  report("  wall time, synchronous batch, with pruning", median(total), "ms");
  report("  CPU of all threads", median(blocking), "ms");
  report("  per transaction", (median(total) * 1_000) / TRANSACTIONS, "us");
  const certificates: number[] = [];
  for (let height = 0; height < BLOCKS; height += 1) {
    const header = store.header(height);
    if (header === undefined) throw new Error("a header is missing");
    const { headerHash } = header;
    const certificate = { ...certificateOf(makeBlock(height, undefined)), headerHash };
    const before = performance.now();
    await store.storeCertificate(certificate);
    certificates.push(performance.now() - before);
  }
  report("certificate, synchronous", median(certificates), "ms");
  const keysRead = Array.from({ length: TRANSACTIONS }, (_, index) => filled(8, index, 3));
  const before = performance.now();
  for (const key of keysRead) store.state.record(key, BLOCKS - 1);
  report("record read", ((performance.now() - before) * 1_000) / keysRead.length, "us");
  const blockBefore = performance.now();
  for (let height = 0; height < BLOCKS; height += 1) store.block(height);
  report("block read", (performance.now() - blockBefore) / BLOCKS, "ms");
  await store.close();
  await measureStart(directory);
}

async function measureStart(directory: string): Promise<void> {
  let bytes = 0;
  let verified = 0;
  const start = performance.now();
  const store = await openChainStore(directory, identity, {
    onProgress: (progress) => {
      bytes = progress.totalBytes;
      verified = performance.now() - start;
    },
  });
  report("start: bytes checked", bytes / 1e6, "MB");
  report("start: files checked in", verified, "ms");
  report("start: rate", bytes / 1e3 / verified, "MB/s");
  report("start: whole", performance.now() - start, "ms");
  await store.close();
}

async function measureJournal(directory: string): Promise<void> {
  const journal = await createVoteJournal(directory, identity.chainId);
  const single: number[] = [];
  for (let number = 0; number < 200; number += 1) {
    const before = performance.now();
    await journal.append([recordOf(number * 3 + 1, 200)]);
    single.push(performance.now() - before);
  }
  report("journal: one record of 200 bytes", median(single), "ms");
  const before = performance.now();
  await Promise.all(
    Array.from({ length: 1_000 }, (_, number) => journal.append([recordOf(number * 3 + 1, 200)])),
  );
  report("journal: 1000 concurrent appends, each", performance.now() - before, "us");
  const envelopes = Array.from({ length: TRANSACTIONS }, (_, index) => noise(350, index));
  const proposals: number[] = [];
  for (let view = 0; view < 30; view += 1) {
    const started = performance.now();
    await journal.append([
      {
        kind: "proposal",
        view,
        proposal: noise(34_000, view),
        envelopes,
        prePrepare: noise(34_000, 1),
      },
    ]);
    proposals.push(performance.now() - started);
  }
  report(`journal: proposal with ${TRANSACTIONS} bodies`, median(proposals), "ms");
  await journal.close();
  const opening = performance.now();
  const reopened = await openVoteJournal(directory, identity.chainId);
  report(
    `journal: start with ${reopened.records.length} records`,
    performance.now() - opening,
    "ms",
  );
  await reopened.close();
  const guard = createVoteGuard(directory);
  const writes: number[] = [];
  for (let counter = 0; counter < 50; counter += 1) {
    const started = performance.now();
    await guard.write({
      chainId: filled(1),
      epoch: 0,
      incarnation: noise(16, 1),
      counter,
      mustReenter: 0,
      complete: true,
    });
    writes.push(performance.now() - started);
  }
  report("guard write", median(writes), "ms");
}

const directory = mkdtempSync(join(tmpdir(), "cartorio-measure-"));
try {
  await measureBlocks(join(directory, "chain"));
  await measureJournal(join(directory, "journal"));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
