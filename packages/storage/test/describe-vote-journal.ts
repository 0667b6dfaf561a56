import { expect, it } from "vitest";
import type { VoteJournal } from "../src/index.ts";
import { numberOf, recordOf } from "./blocks.ts";

/** A journal on one disk: `open` creates at first and reopens afterwards. */
export interface VoteJournalFactory {
  open(): Promise<VoteJournal>;
}

const numbersOf = (journal: VoteJournal): readonly number[] => journal.records.map(numberOf);
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** What every vote journal must do; run by LevelDB and by the in-memory twin. */
export function describeVoteJournal(makeFactory: () => VoteJournalFactory): void {
  const reopened = async (
    factory: VoteJournalFactory,
    journal: VoteJournal,
  ): Promise<VoteJournal> => {
    await journal.close();
    return factory.open();
  };

  it("gives back records in the order of writing", async () => {
    const factory = makeFactory();
    let journal = await factory.open();
    expect(journal.records).toEqual([]);
    await journal.append([0, 1, 2].map((number) => recordOf(number)));
    await journal.append([]);
    await journal.append([recordOf(3)]);
    journal = await reopened(factory, journal);
    expect(journal.records).toEqual([0, 1, 2, 3].map((number) => recordOf(number)));
    await journal.append([recordOf(4)]);
    journal = await reopened(factory, journal);
    expect(numbersOf(journal)).toEqual([0, 1, 2, 3, 4]);
    await journal.close();
  });

  it("keeps the order of concurrent appends", async () => {
    const factory = makeFactory();
    let journal = await factory.open();
    await Promise.all(range(0, 100).map((number) => journal.append([recordOf(number)])));
    journal = await reopened(factory, journal);
    expect(numbersOf(journal)).toEqual(range(0, 100));
    await journal.close();
  });

  it("keeps a long-lived record while it drops those around it", async () => {
    const factory = makeFactory();
    let journal = await factory.open();
    await journal.append(range(0, 20).map((number) => recordOf(number)));
    await journal.prune((record) => [5, 6, 12].includes(numberOf(record)));
    expect(numbersOf(journal)).toEqual([5, 6, 12]);
    journal = await reopened(factory, journal);
    expect(numbersOf(journal)).toEqual([5, 6, 12]);
    await journal.append([recordOf(20), recordOf(21)]);
    await journal.prune((record) => numberOf(record) !== 6);
    journal = await reopened(factory, journal);
    expect(numbersOf(journal)).toEqual([5, 12, 20, 21]);
    await journal.close();
  });

  it("starts again after everything was dropped", async () => {
    const factory = makeFactory();
    let journal = await factory.open();
    await journal.append(range(0, 7).map((number) => recordOf(number)));
    await journal.prune(() => false);
    journal = await reopened(factory, journal);
    expect(numbersOf(journal)).toEqual([]);
    await journal.append([recordOf(7)]);
    await journal.prune(() => true);
    journal = await reopened(factory, journal);
    expect(numbersOf(journal)).toEqual([7]);
    await journal.close();
  });

  it("never drops a record that is not durable yet", async () => {
    const factory = makeFactory();
    let journal = await factory.open();
    await journal.append([recordOf(0)]);
    const append = journal.append([recordOf(1)]);
    await journal.prune(() => false);
    await append;
    expect(numbersOf(journal)).toEqual([1]);
    journal = await reopened(factory, journal);
    expect(numbersOf(journal)).toEqual([1]);
    await journal.close();
  });

  it("leaves no hole behind a record that cannot be encoded", async () => {
    const factory = makeFactory();
    let journal = await factory.open();
    await journal.append([recordOf(0)]);
    const broken = { kind: "message", message: new Uint8Array(0) } as const;
    await expect(journal.append([recordOf(1), broken])).rejects.toThrow(RangeError);
    await journal.append([recordOf(2)]);
    journal = await reopened(factory, journal);
    expect(numbersOf(journal)).toEqual([0, 2]);
    await journal.close();
  });
}
