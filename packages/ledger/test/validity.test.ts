import { taggedHash } from "@cartorio/crypto";
import { limits, nextKeyHash, replayBucketRecord, stateKeys, tags } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { bucketOf, checkAdmission, type ReplayList, readRecords } from "../src/index.ts";
import {
  apply,
  author,
  control,
  cosigner,
  createNamed,
  createOf,
  createWorld,
  did,
  documentKeysOf,
  documentWith,
  genesisTime,
  hashOf,
  key,
  minute,
  op,
  propose,
  receiptsOf,
  reopen,
  run,
  runOne,
  signer,
  sponsor,
  sponsored,
  type TransactionParts,
  transaction,
  type World,
} from "./world.ts";

const alpha = did("alpha");
const byAlpha = [signer(alpha, key("alpha/assert"))];
const anchorBy = (name: string, more: Partial<TransactionParts> = {}): TransactionParts => ({
  signers: byAlpha,
  operations: [op.anchor(alpha, hashOf(name))],
  ...more,
});
const day = 24 * 60 * minute;
const time = genesisTime + 1000;

describe("validUntil", () => {
  const unguarded = { operations: [op.update(alpha, 0, documentWith())] };
  it.each([
    ["the block time", time, {}, "APPLIED"],
    ["a millisecond before the block time", time - 1, {}, "EXPIRED"],
    ["10 minutes ahead", time + 10 * minute, {}, "APPLIED"],
    ["7 days ahead, guarded", time + 7 * day, {}, "APPLIED"],
    ["more than 7 days ahead", time + 7 * day + 1, {}, "VALID_UNTIL_TOO_FAR"],
    ["10 minutes ahead, unguarded", time + 10 * minute, unguarded, "UNAUTHORISED"],
    [
      "more than 10 minutes ahead, unguarded",
      time + 10 * minute + 1,
      unguarded,
      "VALID_UNTIL_TOO_FAR",
    ],
    [
      "more than 10 minutes ahead, one of two unguarded",
      time + 10 * minute + 1,
      { operations: [op.anchor(alpha, hashOf("x")), ...unguarded.operations] },
      "VALID_UNTIL_TOO_FAR",
    ],
  ] as const)("%s", (_title, validUntil, more, code) => {
    const world = createWorld();
    const envelope = transaction(world, anchorBy("a", { validUntil, ...more }));
    expect(run(world, [envelope], time)[0]?.name).toBe(code);
  });

  it("is compared with a block time that always moves", () => {
    const world = createWorld();
    const envelope = transaction(world, anchorBy("a", { validUntil: genesisTime }));
    // The proposal's time is before the parent's: block time is the parent's and 1 ms.
    const [receipt] = run(world, [envelope], genesisTime - 5000);
    expect(receipt?.name).toBe("EXPIRED");
    expect(world.ledger.head.header.time).toBe(genesisTime + 1);
    run(world, [], 0);
    expect(world.ledger.head.header.time).toBe(genesisTime + 2);
  });
});

describe("replay memory", () => {
  function bucketRecord(world: World, validUntil: number) {
    const at = { stateRootHeight: world.ledger.head.height };
    const stateKey = stateKeys.replayBucket(bucketOf(validUntil));
    const [bytes] = readRecords(world.ledger, [stateKey], at);
    return bytes && replayBucketRecord.decode(bytes);
  }

  it("makes a duplicate a receipt without effect, in the same block and in later ones", () => {
    const world = createWorld();
    const parts = anchorBy("a", { nonce: hashOf("n").slice(0, 16), validUntil: time + minute });
    const first = transaction(world, parts);
    const second = transaction(world, { ...parts, signatureByte: 1 });
    expect(second.id).toEqual(first.id);
    expect(second.hash).not.toEqual(first.hash);
    const names = (receipts: readonly { name: unknown }[]) => receipts.map(({ name }) => name);
    expect(names(run(world, [first, second]))).toEqual(["APPLIED", "DUPLICATE_TRANSACTION"]);
    const after = bucketRecord(world, time + minute);
    expect(after).toMatchObject({ ok: true, value: { count: 1 } });
    expect(names(run(world, [second, first]))).toEqual([
      "DUPLICATE_TRANSACTION",
      "DUPLICATE_TRANSACTION",
    ]);
    expect(bucketRecord(world, time + minute)).toEqual(after);
    expect(checkAdmission(world.ledger, first, time)).toBe("DUPLICATE_TRANSACTION");
  });

  it("remembers what failed: a failure is the transaction's receipt", () => {
    const world = createWorld();
    const early = transaction(world, {
      signers: [signer(did("x"), key("x/assert")), sponsored],
      operations: [op.anchor(did("x"), hashOf("a"))],
      validUntil: time + minute,
    });
    expect(run(world, [early])[0]?.name).toBe("DID_NOT_FOUND");
    createNamed(world, "x");
    expect(run(world, [early])[0]?.name).toBe("DUPLICATE_TRANSACTION");
  });

  it("is a running hash over the ids in execution order", () => {
    const world = createWorld();
    const validUntil = time + minute;
    const some = ["a", "b", "c"].map((name) => transaction(world, anchorBy(name, { validUntil })));
    run(world, some.slice(0, 2));
    run(world, some.slice(2));
    let runningHash: Uint8Array = new Uint8Array(32);
    for (const { id } of some) runningHash = taggedHash(tags.replay, runningHash, id);
    expect(bucketRecord(world, validUntil)).toEqual({ ok: true, value: { count: 3, runningHash } });
  });

  it("forgets a bucket when its last millisecond is past, not before", () => {
    const world = createWorld();
    const end = (bucketOf(genesisTime) + 3) * limits.replayBucketMs;
    const envelope = transaction(world, anchorBy("a", { validUntil: end - 1 }));
    run(world, [envelope], time);
    const still = propose(world, [envelope], end - 1);
    expect(receiptsOf(still)[0]?.name).toBe("DUPLICATE_TRANSACTION");
    apply(world, still);
    expect(bucketRecord(world, end - 1)).toBeDefined();
    const gone = propose(world, [envelope], end);
    expect(receiptsOf(gone)[0]?.name).toBe("EXPIRED");
    expect(gone.writes.expiredBuckets).toEqual([bucketOf(end - 1)]);
    apply(world, gone);
    expect(bucketRecord(world, end - 1)).toBeUndefined();
    expect(world.ledger.replay.size).toBe(0);
  });

  const withLists = (world: World, lists: ReplayList[]) =>
    reopen({ ...world, head: world.ledger.head, state: { ...world.state, replay: () => lists } });

  it("survives a restart, and is refused if it was tampered with", () => {
    const world = createWorld();
    const [a, b, c] = ["a", "b", "c"].map((name, index) =>
      transaction(world, anchorBy(name, { validUntil: time + minute * (1 + (index >> 1)) })),
    );
    if (!a || !b || !c) throw new Error("no transactions");
    run(world, [a, b, c]);
    const again = { ...world, ledger: reopen({ ...world, head: world.ledger.head }) };
    const receipts = receiptsOf(propose(again, [a, b, c]));
    expect(receipts.map(({ name }) => name)).toEqual(Array(3).fill("DUPLICATE_TRANSACTION"));
    const lists = world.state.replay();
    expect(lists.length).toBe(2);
    const open = (changed: typeof lists) => () => withLists(world, changed);
    expect(open([])).toThrow("is missing");
    expect(open(lists.slice(0, 1))).toThrow("is missing");
    expect(open(lists.slice(1))).toThrow("is missing");
    const reversed = lists.map((list) => ({ ...list, ids: [...list.ids].reverse() }));
    expect(open(reversed)).toThrow("does not match");
    const extra = lists.map((list) => ({ ...list, bucket: list.bucket + 1 }));
    expect(open([...lists, ...extra])).toThrow("does not match");
  });

  it("is complete up to 7 days ahead, once somebody has used that", () => {
    const world = createWorld();
    run(world, [transaction(world, anchorBy("a", { validUntil: time + 6 * day }))]);
    const [list] = world.state.replay();
    expect(list?.bucket).toBe(bucketOf(time + 6 * day));
    expect(() => withLists(world, [])).toThrow("is missing");
  });
});

describe("long-lived transactions", () => {
  const later = (world: World, name: string) =>
    transaction(world, anchorBy(name, { validUntil: world.ledger.head.header.time + day }));

  it("are capped per sponsor and day; above the cap they leave no trace", () => {
    const world = createWorld({ longLivedPerSponsorDay: 2 });
    const [a, b, c] = ["a", "b", "c"].map((name) => later(world, name));
    const beta = transaction(world, {
      signers: [signer(did("beta"), key("beta/assert"))],
      operations: [op.anchor(did("beta"), hashOf("b"))],
      validUntil: time + day,
    });
    if (!a || !b || !c) throw new Error("no transactions");
    const names = run(world, [a, b, c, beta], time).map(({ name }) => name);
    expect(names).toEqual(["APPLIED", "APPLIED", "LONG_LIVED_CAP", "APPLIED"]);
    expect(checkAdmission(world.ledger, later(world, "d"), time)).toBe("LONG_LIVED_CAP");
    expect(checkAdmission(world.ledger, transaction(world, anchorBy("e")), time)).toBeUndefined();
    // The next day (UTC) has a fresh count, and what the cap refused was not remembered.
    const tomorrow = (Math.floor(time / day) + 1) * day;
    expect(run(world, [c], tomorrow)[0]?.name).toBe("APPLIED");
  });

  it("count failed ones too, and are not remembered if nobody pays", () => {
    const world = createWorld({ longLivedPerSponsorDay: 1 });
    const failing = transaction(world, {
      signers: [sponsored],
      operations: [op.anchor(did("x"), hashOf("a"))],
      validUntil: time + day,
    });
    const unpaid = transaction(world, {
      signers: [signer(did("x"), key("x/assert"))],
      operations: [op.anchor(did("x"), hashOf("a"))],
      validUntil: time + day,
    });
    const names = run(world, [unpaid, failing, later(world, "b")], time);
    expect(names.map(({ name }) => name)).toEqual([
      "SPONSOR_NOT_MEMBER",
      "DID_NOT_FOUND",
      "LONG_LIVED_CAP",
    ]);
    expect([...world.ledger.replay.values()].map(({ count }) => count)).toEqual([1]);
  });
});

describe("a refusal that leaves no trace", () => {
  it("does not settle the id, so that a later receipt is not hidden behind it", () => {
    const world = createWorld({ longLivedPerSponsorDay: 1 });
    const parts = ["a", "b"].map((name) =>
      anchorBy(name, { validUntil: time + 2 * day, nonce: hashOf(name).slice(0, 16) }),
    );
    const copy = anchorBy("a", { ...parts[0], signatureByte: 1 });
    const [a, b, again] = [...parts, copy].map((part) => transaction(world, part));
    if (!a || !b || !again) throw new Error("no transactions");
    const first = propose(world, [a, b, again], time);
    expect(receiptsOf(first).map(({ name }) => name)).toEqual([
      "APPLIED",
      "LONG_LIVED_CAP",
      "DUPLICATE_TRANSACTION",
    ]);
    expect(first.settled).toEqual([true, false, false]);
    apply(world, first);
    const tomorrow = (Math.floor(time / day) + 1) * day;
    const second = propose(world, [b, a], tomorrow);
    expect(receiptsOf(second).map(({ name }) => name)).toEqual([
      "APPLIED",
      "DUPLICATE_TRANSACTION",
    ]);
    expect(second.settled).toEqual([true, false]);
    apply(world, second);
    const third = propose(world, [a, b], time + 3 * day);
    expect(receiptsOf(third).map(({ name }) => name)).toEqual(["EXPIRED", "EXPIRED"]);
    expect(third.settled).toEqual([false, false]);
  });

  it("settles what failed otherwise", () => {
    const world = createWorld();
    const failing = transaction(world, {
      signers: [sponsored],
      operations: [op.anchor(did("x"), hashOf("a"))],
    });
    expect(propose(world, [failing]).settled).toEqual([true]);
  });
});

describe("payers", () => {
  it("may author with a revealed next key", () => {
    const world = createWorld();
    const nextKeyHashes = [nextKeyHash(key("a2"))];
    const on = op.rotate(alpha, 1, control(["alpha"], { nextKeyHashes }));
    const current = { signers: [signer(alpha, key("alpha"))], operations: [on] };
    expect(runOne(world, current).name).toBe("APPLIED");
    const rotate = op.rotate(alpha, 2, control(["a3"]), [key("alpha")]);
    const unknown = { signers: [signer(alpha, key("a3"))], operations: [rotate] };
    expect(runOne(world, unknown).name).toBe("UNAUTHORISED");
    const revealed = { signers: [signer(alpha, key("a2"))], operations: [rotate] };
    expect(runOne(world, revealed).name).toBe("APPLIED");
  });

  it("that are deactivated pay nothing", () => {
    const world = createWorld();
    const beta = did("beta");
    const end = { signers: [signer(beta, key("beta"))], operations: [op.deactivate(beta, 1)] };
    expect(runOne(world, end).name).toBe("APPLIED");
    const bySponsor: TransactionParts = {
      ...anchorBy("a"),
      signers: [...byAlpha, signer(beta, key("beta/invoke"), sponsor)],
    };
    const byAuthor: TransactionParts = {
      signers: [signer(beta, key("beta/assert"))],
      operations: [op.anchor(beta, hashOf("a"))],
    };
    for (const parts of [bySponsor, byAuthor]) {
      const envelope = transaction(world, parts);
      const now = world.ledger.head.header.time;
      expect(checkAdmission(world.ledger, envelope, now)).toBe("DID_DEACTIVATED");
      expect(run(world, [envelope])[0]?.name).toBe("DID_DEACTIVATED");
    }
  });

  it("lose the right with the key, within the block", () => {
    const world = createWorld();
    const update = transaction(world, {
      signers: [signer(alpha, key("alpha"))],
      operations: [op.update(alpha, 1, documentWith(), documentKeysOf("alpha"))],
    });
    const create = transaction(world, {
      signers: [signer(did("x"), key("x")), sponsored],
      operations: [op.create(createOf("x"))],
    });
    const names = run(world, [update, create]).map(({ name }) => name);
    expect(names).toEqual(["APPLIED", "UNAUTHORISED"]);
  });

  it("all have to be members", () => {
    const world = createWorld();
    const stranger = createNamed(world, "stranger");
    const two = [...byAlpha, sponsored, signer(stranger, key("stranger/invoke"), sponsor)];
    const operations = [op.anchor(alpha, hashOf("a"))];
    expect(runOne(world, { signers: two, operations }).name).toBe("SPONSOR_NOT_MEMBER");
  });

  it("are not asked about co-signers", () => {
    const world = createWorld();
    const signers = [...byAlpha, signer(did("x"), key("x"), cosigner)];
    expect(runOne(world, { ...anchorBy("a"), signers }).name).toBe("APPLIED");
  });
});

describe("admission", () => {
  it("lets in what the next block would execute", () => {
    const world = createWorld();
    const envelope = transaction(world, anchorBy("a"));
    expect(checkAdmission(world.ledger, envelope, genesisTime)).toBeUndefined();
    expect(run(world, [envelope])[0]?.name).toBe("APPLIED");
  });

  it("takes the later of clock and chain for the time", () => {
    const world = createWorld();
    const envelope = transaction(world, anchorBy("a", { validUntil: genesisTime }));
    expect(checkAdmission(world.ledger, envelope, genesisTime - minute)).toBe("EXPIRED");
    const far = transaction(world, anchorBy("b", { validUntil: genesisTime + 8 * day }));
    expect(checkAdmission(world.ledger, far, genesisTime)).toBe("VALID_UNTIL_TOO_FAR");
    expect(checkAdmission(world.ledger, far, genesisTime + 2 * day)).toBeUndefined();
  });

  it("refuses what has no payer, and what no block can hold", () => {
    const world = createWorld({ maxBlockCost: 3000, sponsorSharePercent: 100 });
    const stranger = signer(did("x"), key("x"), author);
    const unpaid = transaction(world, { ...anchorBy("a"), signers: [stranger] });
    expect(checkAdmission(world.ledger, unpaid, time)).toBe("SPONSOR_NOT_MEMBER");
    const operations = ["a", "b", "c", "d"].map((name) => op.anchor(alpha, hashOf(name)));
    const large = transaction(world, { signers: byAlpha, operations });
    expect(checkAdmission(world.ledger, large, time)).toBe("TOO_LARGE");
  });
});
