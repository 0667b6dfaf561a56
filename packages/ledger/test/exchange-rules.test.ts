import {
  type ErrorCode,
  type ExchangeReceipts,
  exchangeHeadRecord,
  exchangeReceiptsRecord,
  stateKeys,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { recordNow } from "./record-now.ts";
import { exchangeOp } from "./registry-operations.ts";
import {
  createNamed,
  createWorld,
  genesisTime,
  hashOf,
  key,
  run,
  runOne,
  signer,
  sponsored,
  transaction,
} from "./world.ts";

function scene() {
  const world = createWorld();
  const party = createNamed(world, "party");
  const signers = [signer(party, key("party/invoke")), sponsored];
  const send = (count: number, more: Partial<ExchangeReceipts> = {}) =>
    runOne(world, { signers, operations: [exchangeOp.receipts(party, count, more)] });
  return { world, party, signers, send };
}

describe("exchange.receipts", () => {
  it("numbers the batches of a party without gaps", () => {
    const { world, party, send } = scene();
    expect(send(1)).toMatchObject({ name: "SEQUENCE_MISMATCH", currentVersion: 0 });
    expect(send(0).name).toBe("APPLIED");
    expect(send(0)).toMatchObject({ name: "SEQUENCE_MISMATCH", currentVersion: 1 });
    expect(send(1).name).toBe("APPLIED");
    const head = recordNow(world, stateKeys.exchangeHead(party)) ?? new Uint8Array(0);
    expect(exchangeHeadRecord.decode(head)).toEqual({ ok: true, value: { count: 2 } });
    const record = recordNow(world, stateKeys.exchangeReceipts(party, 2)) ?? new Uint8Array(0);
    expect(exchangeReceiptsRecord.decode(record)).toEqual({
      ok: true,
      value: {
        root: hashOf("receipts 1"),
        from: 2000,
        to: 3000,
        time: genesisTime + 5000,
        height: 5,
      },
    });
  });

  it.each<[string, Partial<ExchangeReceipts>, ErrorCode]>([
    ["the next period", {}, "APPLIED"],
    ["a gap", { from: 2001 }, "EXCHANGE_PERIOD_INVALID"],
    ["an overlap", { from: 1999 }, "EXCHANGE_PERIOD_INVALID"],
    ["an empty period", { to: 2000 }, "EXCHANGE_PERIOD_INVALID"],
    ["a period that ends before it begins", { to: 1999 }, "EXCHANGE_PERIOD_INVALID"],
    ["up to the block time", { to: genesisTime + 3000 }, "APPLIED"],
    ["into the future", { to: genesisTime + 3001 }, "EXCHANGE_PERIOD_INVALID"],
  ])("judges the period: %s", (_title, more, code) => {
    const { send } = scene();
    expect(send(0).name).toBe("APPLIED");
    expect(send(1, more).name).toBe(code);
  });

  it("begins anywhere, but not empty", () => {
    const { send } = scene();
    expect(send(0, { from: 5, to: 5 }).name).toBe("EXCHANGE_PERIOD_INVALID");
    expect(send(0, { from: 5, to: 6 }).name).toBe("APPLIED");
  });

  it("lets one of two batches win in a block, and both if they follow each other", () => {
    const { world, party, signers } = scene();
    const batch = (count: number, root: string) =>
      transaction(world, {
        signers,
        operations: [exchangeOp.receipts(party, count, { root: hashOf(root) })],
      });
    const receipts = run(world, [batch(0, "a"), batch(0, "b"), batch(1, "c")]);
    expect(receipts.map(({ name }) => name)).toEqual(["APPLIED", "SEQUENCE_MISMATCH", "APPLIED"]);
  });
});
