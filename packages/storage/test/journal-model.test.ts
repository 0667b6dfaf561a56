import fc from "fast-check";
import { expect, it } from "vitest";
import { memoryDisk, memoryVoteJournal } from "../src/index.ts";
import { numberOf, recordOf } from "./blocks.ts";

const action = fc.oneof(
  fc.record({ kind: fc.constant("append" as const), count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant("prune" as const), modulus: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant("reopen" as const) }),
);

it("behaves as a list from which records are dropped, across restarts", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 30 }), async (actions) => {
      const disk = memoryDisk();
      let journal = await memoryVoteJournal({ disk });
      let model: number[] = [];
      let next = 0;
      for (const step of actions) {
        if (step.kind === "append") {
          const numbers = Array.from({ length: step.count }, (_, index) => next + index);
          next += step.count;
          model.push(...numbers);
          await journal.append(numbers.map((number) => recordOf(number)));
        } else if (step.kind === "prune") {
          const keep = (number: number): boolean => number % step.modulus === 1;
          model = model.filter(keep);
          await journal.prune((record) => keep(numberOf(record)));
        } else {
          journal = await memoryVoteJournal({ disk });
        }
        expect(journal.records.map(numberOf)).toEqual(model);
      }
      const last = await memoryVoteJournal({ disk });
      expect(last.records.map(numberOf)).toEqual(model);
    }),
    { numRuns: 100 },
  );
});
