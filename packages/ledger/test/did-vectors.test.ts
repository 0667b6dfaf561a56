// test/vectors/dids.json: control by other DIDs and recovery, for other implementations: transactions, the
// time of their block, receipts and the records that they write. A change of any byte is a new network.
import { hexEncode } from "@cartorio/crypto";
import { errorCodeOf, nextKeyHash, type Operation, type Signer } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { controllers, day, didOp, recoveryOf } from "./did-operations.ts";
import { generatedFile } from "./generated-doc.ts";
import {
  apply,
  control,
  controller,
  createOf,
  createWorld,
  did,
  didOfCreate,
  key,
  op,
  propose,
  receiptsOf,
  retired,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

const hex = hexEncode;

interface Step {
  readonly about: string;
  readonly signers: readonly Signer[];
  readonly operations: readonly Operation[];
  readonly waitMs?: number;
}

function stepOf(world: World, { about, signers, operations, waitMs = 1000 }: Step) {
  const time = world.ledger.head.header.time + waitMs;
  const envelope = transaction(world, {
    signers: [...signers, sponsored],
    operations,
    validUntil: time,
  });
  const result = propose(world, [envelope], time);
  apply(world, result);
  const [receipt] = receiptsOf(result);
  return {
    about,
    time,
    envelope: hex(envelope.bytes),
    code: errorCodeOf(receipt?.code ?? -1),
    receipt: result.receipts.map(hex)[0],
    records: result.writes.records.map(({ key: stateKey, bytes }) => ({
      key: hex(stateKey),
      record: hex(bytes),
    })),
  };
}

const recovery = recoveryOf(["safe 1", "safe 2"], { threshold: 2 });
const create = createOf("ward", { recovery });
const ward = didOfCreate(create);
const beta = signer(did("beta"), key("beta"), controller);
const gamma = signer(did("gamma"), key("gamma"), controller);
const by = (...names: string[]): Signer[] => names.map((name) => signer(ward, key(name)));
const proposal = (sequence: number): Operation =>
  didOp.propose(ward, {
    sequence,
    control: control(["saved"], { nextKeyHashes: [nextKeyHash(key("next"))] }),
    recovery: recoveryOf(["safe 3"]),
  });

const steps: readonly Step[] = [
  { about: "create, two recovery keys", signers: by("ward"), operations: [op.create(create)] },
  {
    about: "control goes to two of beta, gamma and delta",
    signers: by("ward"),
    operations: [
      didOp.setControllers(ward, 1, {
        control: controllers(["beta", "gamma", "delta"].map(did), 2),
        removed: [key("ward")],
      }),
    ],
  },
  {
    about: "one controller is too few",
    signers: [beta],
    operations: [didOp.setRecovery(ward, 2, { recovery: undefined })],
  },
  {
    about: "both recovery keys propose",
    signers: by("safe 1", "safe 2"),
    operations: [proposal(0)],
  },
  { about: "two controllers veto", signers: [beta, gamma], operations: [didOp.cancel(ward, 1)] },
  {
    about: "after the veto the commitment stays",
    signers: [beta, gamma],
    operations: [didOp.setRecovery(ward, 2, { recovery: undefined })],
  },
  {
    about: "the second proposal is final and takes two days",
    signers: by("safe 1", "safe 2"),
    operations: [proposal(1)],
  },
  { about: "no veto of it", signers: [beta, gamma], operations: [didOp.cancel(ward, 2)] },
  { about: "too early", signers: [], operations: [didOp.finalise(ward, 2)], waitMs: day },
  {
    about: "finalised by the sponsor",
    signers: [],
    operations: [didOp.finalise(ward, 2)],
    waitMs: day,
  },
  {
    about: "the committed next key sets another commitment, with a fresh hash",
    signers: by("next"),
    operations: [
      didOp.setRecovery(ward, 3, {
        recovery: recoveryOf(["safe 4"]),
        nextKeyHashes: [nextKeyHash(key("next 2"))],
      }),
    ],
  },
  {
    about: "the new recovery key proposes",
    signers: by("safe 4"),
    operations: [
      didOp.propose(ward, {
        sequence: 2,
        control: control(["stolen"]),
        recovery: recoveryOf(["safe 5"]),
        removals: [retired(key("saved"))],
      }),
    ],
  },
  {
    about: "the committed next key cancels it, with a fresh hash",
    signers: by("next 2"),
    operations: [didOp.cancel(ward, 3, [nextKeyHash(key("next 3"))])],
  },
];

it("gives the published receipts and records", () => {
  const world = createWorld();
  const vectors = {
    about:
      "docs/ledger.md 2 and 3. Hexadecimal, one transaction per block; signatures are zero: executing checks authority. The genesis is that of ledger.json.",
    did: ward,
    steps: steps.map((step) => stepOf(world, step)),
  };
  expect(vectors.steps.map(({ code }) => code)).toEqual([
    ...["APPLIED", "APPLIED", "THRESHOLD_NOT_MET", "APPLIED", "APPLIED", "RECOVERY_VETOED"],
    ...["APPLIED", "RECOVERY_FINAL", "RECOVERY_TOO_EARLY", "APPLIED", "APPLIED", "APPLIED"],
    "APPLIED",
  ]);
  const text = `${JSON.stringify(vectors, undefined, 2)}\n`;
  expect(JSON.parse(generatedFile("test/vectors/dids.json", text))).toEqual(vectors);
});
