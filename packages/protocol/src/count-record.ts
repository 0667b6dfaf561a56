import { uint } from "./checks.ts";
import { FORMAT, int, type RecordCodec, recordCodec, type WireType } from "./codec.ts";

interface Counted {
  readonly count: number;
}

interface CountedWire {
  format?: number | null;
  count?: number | null;
}

/** The head of a dense list: how many entries it has, numbered 1, 2, ... (docs/ledger.md 3). */
export function countRecord(name: string, wire: WireType<CountedWire>): RecordCodec<Counted> {
  return recordCodec<CountedWire, Counted>({
    name,
    wire,
    toWire: ({ count }) => ({ format: FORMAT, count }),
    fromWire: ({ count }) => ({ count: int(count) }),
    check: ({ count }) => uint(count, "count"),
  });
}
