import { join } from "node:path";
import { expect, it } from "vitest";
import { openChainStore, openVoteJournal } from "../src/index.ts";
import { identity, makeBlock, numberOf } from "./blocks.ts";
import { startChild } from "./child-process.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

const CRASHES = 20;

interface Acknowledged {
  block: number;
  record: number;
}

/** Lets a writer run for some acknowledgements, then kills it in the middle of its next write. */
async function runAndKill(directory: string, lines: number): Promise<Acknowledged> {
  const child = startChild("write", directory);
  const acknowledged: Acknowledged = { block: -1, record: -1 };
  let seen = 0;
  for await (const line of child.lines) {
    const [kind, number] = line.split(" ");
    if (kind === "block") acknowledged.block = Number(number);
    if (kind === "record") acknowledged.record = Number(number);
    seen += 1;
    if (seen === lines) child.process.kill("SIGKILL");
  }
  await child.exited;
  return acknowledged;
}

async function checkChainStore(directory: string, acknowledged: number): Promise<number> {
  const store = await openChainStore(join(directory, "chain"), identity);
  const head = store.head()?.height ?? -1;
  expect(head).toBeGreaterThanOrEqual(acknowledged);
  let parent: Uint8Array | undefined;
  for (let height = 0; height <= head; height += 1) {
    const expected = makeBlock(height, parent, { transactions: 20, envelopeBytes: 500 });
    expect(store.block(height)?.envelopes).toEqual(expected.envelopes);
    expect(store.header(height)?.header).toEqual(expected.header);
    parent = expected.headerHash;
  }
  await store.close();
  return head;
}

it("has everything that it acknowledged after each of 20 SIGKILLs", {
  timeout: 120_000,
}, async () => {
  const directory = temporaryDirectory();
  let head = -1;
  for (let crash = 0; crash < CRASHES; crash += 1) {
    const acknowledged = await runAndKill(directory, 1 + ((crash * 7) % 23));
    const newHead = await checkChainStore(directory, acknowledged.block);
    expect(newHead).toBeGreaterThanOrEqual(head);
    head = newHead;
    const journal = await openVoteJournal(join(directory, "journal"), identity.chainId);
    const numbers = journal.records.map(numberOf);
    expect(numbers.at(-1) ?? -1).toBeGreaterThanOrEqual(acknowledged.record);
    const first = numbers[0] ?? 0;
    expect(numbers).toEqual(numbers.map((_, index) => first + index));
    await journal.close();
  }
  expect(head).toBeGreaterThan(CRASHES);
});
