import { equalBytes } from "@cartorio/crypto";
import {
  decodeHeader,
  decodeReceipt,
  defaultParameters,
  emptyProposal,
  encodeDidCreate,
  encodeGenesis,
  headerHash,
  merkleRoot,
  proposalDigest,
  stateKeys,
  verifyMultiproof,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  applyBlock,
  checkBlockRules,
  checkGenesis,
  createBlockBudget,
  executeBlock,
  genesisBlock,
  openLedger,
  proveRecords,
  readRecords,
  selectForBlock,
} from "../src/index.ts";
import { memoryState } from "./memory-state.ts";
import {
  apply,
  control,
  createOf,
  createWorld,
  did,
  genesisOf,
  genesisTime,
  hashOf,
  key,
  memberNames,
  minute,
  network,
  op,
  propose,
  reopen,
  run,
  signer,
  transaction,
  type World,
} from "./world.ts";

const alpha = did("alpha");
const anchorOf = (world: World, name: string, more = {}) =>
  transaction(world, {
    signers: [signer(alpha, key("alpha/assert"))],
    operations: [op.anchor(alpha, hashOf(name))],
    ...more,
  });

describe("executing a block", () => {
  it("makes a header that binds proposal, transactions, receipts and state", () => {
    const world = createWorld();
    const envelopes = ["a", "b", "c"].map((name) => anchorOf(world, name));
    const result = propose(world, envelopes);
    expect(decodeHeader(result.headerBytes)).toEqual({ ok: true, value: result.header });
    expect(result.headerHash).toEqual(headerHash(result.headerBytes));
    expect(result.header).toMatchObject({
      parentHash: world.block0.headerHash,
      epoch: 0,
      height: 1,
      time: genesisTime + 1000,
      transactionsRoot: merkleRoot(envelopes.map(({ hash }) => hash)),
      receiptsRoot: merkleRoot(result.receipts),
      nextValidatorSetHash: world.block0.header.nextValidatorSetHash,
      protocolVersion: 1,
    });
    expect(result.transactionIds).toEqual(envelopes.map(({ id }) => id));
    for (const [index, bytes] of result.receipts.entries()) {
      const envelope = envelopes[index];
      const { id: transactionId, hash: envelopeHash, cost } = envelope ?? {};
      expect(decodeReceipt(bytes)).toMatchObject({
        ok: true,
        value: { transactionId, envelopeHash, code: 0, cost },
      });
    }
  });

  it("leaves the ledger alone until the block is applied", () => {
    const world = createWorld();
    const envelopes = [anchorOf(world, "a")];
    const first = propose(world, envelopes);
    const second = propose(world, envelopes);
    expect(second.headerHash).toEqual(first.headerHash);
    expect(world.ledger.head.height).toBe(0);
    apply(world, first);
    expect(world.ledger.head).toMatchObject({ height: 1, headerHash: first.headerHash });
    expect(() => applyBlock(world.ledger, second)).toThrow("INV-LEDGER-APPLY");
  });

  it("gives the same root on a reopened ledger as on one that kept going", () => {
    const world = createWorld();
    for (const name of ["a", "b", "c"]) run(world, [anchorOf(world, name)]);
    const cold = { ...world, ledger: reopen({ ...world, head: world.ledger.head }) };
    const next = [anchorOf(world, "d")];
    expect(propose(cold, next).headerHash).toEqual(propose(world, next).headerHash);
  });

  it("writes a root page for a block that changes nothing", () => {
    const world = createWorld();
    const result = propose(world, [], 0);
    expect(result.writes.pages.map(({ path }) => path.length)).toEqual([0]);
    expect(result.writes.records).toEqual([]);
    expect(result.header.stateRoot).toEqual(world.block0.header.stateRoot);
    expect(result.header.proposalDigest).toEqual(proposalDigest(emptyProposal(0, 1)));
  });

  it("stops on a block that is not the next one", () => {
    const world = createWorld();
    const proposal = { epoch: 0, height: 1, time: 0, proposer: 0, envelopeHashes: [] };
    const input = { epoch: 0, height: 1, proposal, proposalDigest: hashOf("x"), envelopes: [] };
    const { ledger } = world;
    expect(() => executeBlock(ledger, { ...input, height: 2 })).toThrow("INV-LEDGER-HEIGHT");
    expect(() => executeBlock(ledger, { ...input, epoch: 1 })).toThrow("INV-LEDGER-HEIGHT");
    const envelopes = [anchorOf(world, "a")];
    expect(() => executeBlock(ledger, { ...input, envelopes })).toThrow("INV-LEDGER-ENVELOPES");
    const other = { ...proposal, envelopeHashes: [hashOf("y")] };
    const wrong = { ...input, proposal: other, envelopes };
    expect(() => executeBlock(ledger, wrong)).toThrow("INV-LEDGER-ENVELOPES");
  });
});

describe("reading", () => {
  it("answers at every retained height, with proofs against its header", () => {
    const world = createWorld();
    const roots = [world.block0.header.stateRoot];
    const keys = ["a", "b", "c"].map((name) => stateKeys.credentialAnchor(alpha, hashOf(name)));
    for (const name of ["a", "b", "c"]) {
      run(world, [anchorOf(world, name)]);
      roots.push(world.ledger.head.header.stateRoot);
    }
    for (const [height, root] of roots.entries()) {
      const { multiproof: proof, records } = proveRecords(world.ledger, keys, height);
      expect(records.map((record) => record !== undefined)).toEqual(
        keys.map((_, index) => index < height),
      );
      expect(readRecords(world.ledger, keys, { stateRootHeight: height })).toEqual(records);
      expect(verifyMultiproof({ root, keys, records, proof })).toBe(true);
      const other = roots[(height + 1) % roots.length] ?? root;
      expect(equalBytes(root, other)).toBe(false);
      expect(verifyMultiproof({ root: other, keys, records, proof })).toBe(false);
    }
  });

  it("of a pruned height ends with what the reader throws", () => {
    const world = createWorld();
    for (const name of ["a", "b", "c"]) run(world, [anchorOf(world, name)]);
    world.state.prune(2);
    const keys = [stateKeys.parameters()];
    expect(() => readRecords(world.ledger, keys, { stateRootHeight: 1 })).toThrow(
      "DATABASE_CORRUPT",
    );
    expect(readRecords(world.ledger, keys, { stateRootHeight: 2 })[0]).toBeDefined();
  });
});

describe("the rules of a block", () => {
  const world = createWorld();
  const one = anchorOf(world, "one");
  const many = Array.from({ length: 5 }, (_, index) => anchorOf(world, `${index}`));
  const roomy = { ...defaultParameters, sponsorSharePercent: 100 };

  it("bound its count, bytes and cost", () => {
    expect(checkBlockRules(roomy, many)).toBeUndefined();
    const size = one.bytes.length;
    for (const limit of [
      { maxBlockTransactions: 4 },
      { maxBlockBytes: 5 * size - 1 },
      { maxBlockCost: 5 * one.cost - 1 },
    ]) {
      expect(checkBlockRules({ ...roomy, ...limit }, many)).toBe("TOO_LARGE");
      expect(checkBlockRules({ ...roomy, ...limit }, many.slice(1))).toBeUndefined();
    }
  });

  it("bound the share of one sponsor", () => {
    const half = { ...roomy, maxBlockCost: 10 * one.cost, sponsorSharePercent: 50 };
    expect(checkBlockRules(half, many)).toBeUndefined();
    expect(checkBlockRules(half, [...many, one])).toBe("SPONSOR_SHARE_EXCEEDED");
    const beta = transaction(world, {
      signers: [signer(did("beta"), key("beta/assert"))],
      operations: [op.anchor(did("beta"), hashOf("x"))],
    });
    expect(checkBlockRules(half, [...many, beta])).toBeUndefined();
  });

  it("compute the share exactly where a product would not be", () => {
    const maxBlockCost = Number.MAX_SAFE_INTEGER;
    const budget = createBlockBudget({ ...roomy, maxBlockCost, sponsorSharePercent: 99 });
    const share = Number((BigInt(maxBlockCost) * 99n) / 100n);
    expect(budget.tryAdd({ ...one, cost: share + 1 })).toBe("SPONSOR_SHARE_EXCEEDED");
    expect(budget.tryAdd({ ...one, cost: share })).toBeUndefined();
    expect(budget).toMatchObject({ transactions: 1, bytes: one.bytes.length, cost: share });
  });

  it("refuse what is too far ahead of the proposal's time, if there is one", () => {
    const far = anchorOf(world, "far", { validUntil: genesisTime + 8 * 24 * 60 * minute });
    expect(checkBlockRules(roomy, [far])).toBeUndefined();
    expect(checkBlockRules(roomy, [far], genesisTime)).toBe("VALID_UNTIL_TOO_FAR");
    expect(checkBlockRules(roomy, [one], genesisTime)).toBeUndefined();
    // Too late is no reason: block time may still turn out later than any proposer could know.
    expect(checkBlockRules(roomy, [one], genesisTime + 60 * minute)).toBeUndefined();
  });

  it("build a proposal that they accept", () => {
    const large = anchorOf(world, "large", {
      operations: Array.from("pqrstuvw").map((name) => op.anchor(alpha, hashOf(name))),
    });
    const tight = { ...roomy, maxBlockBytes: one.bytes.length * 3 + 10 };
    const [a, b, c, d] = many;
    if (!a || !b || !c || !d) throw new Error("no transactions");
    const selection = selectForBlock(tight, [a, large, b, c, d]);
    expect(selection).toEqual({ envelopes: [a, b, c], full: true });
    expect(checkBlockRules(tight, selection.envelopes)).toBeUndefined();
    expect(selectForBlock(roomy, [a, b])).toEqual({ envelopes: [a, b], full: false });
    const two = { ...roomy, maxBlockTransactions: 2 };
    expect(selectForBlock(two, many)).toEqual({ envelopes: [a, b], full: true });
    expect(selectForBlock(two, [a, b])).toEqual({ envelopes: [a, b], full: true });
  });
});

describe("genesis", () => {
  it("holds its members, their DIDs, parameters and validators", () => {
    const world = createWorld();
    const keys = [
      ...memberNames.flatMap((name, index) => [
        stateKeys.didHead(did(name)),
        stateKeys.didVersion(did(name), 1),
        stateKeys.didDocument(did(name), 1),
        stateKeys.member(index),
        stateKeys.memberVersion(index, 1),
        stateKeys.memberByDid(did(name)),
      ]),
      stateKeys.membersHead(),
      stateKeys.parameters(),
      stateKeys.parametersVersion(1),
      stateKeys.validatorSet(0),
      stateKeys.validatorsHead(),
    ];
    const records = readRecords(world.ledger, keys, { stateRootHeight: 0 });
    expect(records.every((record) => record !== undefined)).toBe(true);
    expect(world.state.records.size).toBe(keys.length);
    expect(world.block0.header).toMatchObject({
      height: 0,
      epoch: 0,
      time: genesisTime,
      parentHash: new Uint8Array(32),
      proposalDigest: proposalDigest(emptyProposal(0, 0)),
      transactionsRoot: merkleRoot([]),
      receiptsRoot: merkleRoot([]),
    });
    expect(world.block0.proposal).toEqual(emptyProposal(0, 0));
    expect(world.block0.chainId).toEqual(world.chainId);
    expect([...world.ledger.members.keys()]).toEqual(memberNames.map(did));
    expect(world.ledger.parameters).toEqual(defaultParameters);
  });

  it("is refused if it breaks a rule of the ledger", () => {
    const genesis = genesisOf();
    const [first, ...rest] = genesis.dids;
    if (first === undefined) throw new Error("no DID");
    const [member] = genesis.members;
    if (member === undefined) throw new Error("no member");
    expect(checkGenesis(genesis)).toBeUndefined();
    const badControl = encodeDidCreate(createOf("alpha", { control: control([]) }));
    for (const wrong of [
      { dids: rest },
      { dids: [...genesis.dids, first] },
      { dids: [{ ...first, create: Uint8Array.of(1) }, ...rest] },
      { dids: [...genesis.dids, { ...first, create: badControl }] },
      { members: [...genesis.members, member] },
      { members: genesis.members.slice(1) },
      { network: "othernet" },
    ]) {
      const changed = { ...genesis, ...wrong };
      expect(checkGenesis(changed)).toBe("GENESIS_INVALID");
      expect(() => genesisBlock(changed, encodeGenesis(genesis))).toThrow("INV-LEDGER-GENESIS");
    }
  });
});

describe("opening", () => {
  function open(change: (world: World) => Partial<Parameters<typeof openLedger>[0]>) {
    const world = createWorld();
    run(world, [anchorOf(world, "a")]);
    const options = {
      reader: world.state.reader,
      network,
      chainId: world.chainId,
      head: world.ledger.head,
      replay: world.state.replay(),
    };
    const opened = openLedger({ ...options, ...change(world) });
    return opened.ok ? "OPEN" : opened.code;
  }

  it("checks what storage gives against the header", () => {
    expect(open(() => ({}))).toBe("OPEN");
    expect(open(({ ledger: { head } }) => ({ head: { ...head, height: 0 } }))).toBe(
      "DATABASE_CORRUPT",
    );
    const otherSet = ({ ledger: { head } }: World) => ({
      head: { ...head, header: { ...head.header, nextValidatorSetHash: new Uint8Array(32) } },
    });
    expect(open(otherSet)).toBe("DATABASE_CORRUPT");
    const emptyHeader = ({ ledger: { head } }: World) => ({
      head: { ...head, header: { ...head.header, stateRoot: new Uint8Array(32) } },
    });
    expect(open(emptyHeader)).toBe("DATABASE_CORRUPT");
  });

  it("lets through what the reader throws", () => {
    expect(() => open(() => ({ reader: memoryState().reader }))).toThrow("DATABASE_CORRUPT");
  });
});
