import { hexDecode, hexEncode } from "@cartorio/crypto";
import {
  decodeTransaction,
  encodeGenesis,
  encodeValidatorSet,
  nextKeyHash,
  type StateKeys,
  stateKeys,
  verifyMultiproof,
} from "@cartorio/protocol";
import { expect, it } from "vitest";
import { proveRecords, validatorSetOfEpoch } from "../src/index.ts";
import { generatedFile } from "./generated-doc.ts";
import {
  activationDelay,
  candidate,
  change,
  membersSign,
  reenter,
  validatorKeyOf,
} from "./validators.ts";
import {
  apply,
  control,
  createOf,
  createWorld,
  did,
  didOfCreate,
  documentKeysOf,
  documentWith,
  hashOf,
  key,
  op,
  propose,
  signer,
  sponsored,
  type TransactionParts,
  transaction,
  type World,
} from "./world.ts";

// test/vectors/ledger.json: a short chain with every operation, for other implementations: the bytes
// that go in and the hashes and records that come out. A change of any byte is a new network.

const hex = hexEncode;

function blockOf(world: World, parts: readonly TransactionParts[]) {
  const envelopes = parts.map((part) => transaction(world, part));
  const result = propose(world, envelopes);
  apply(world, result);
  return {
    time: result.header.time,
    envelopes: envelopes.map(({ bytes }) => hex(bytes)),
    transactionIds: result.transactionIds.map(hex),
    receipts: result.receipts.map(hex),
    header: hex(result.headerBytes),
    headerHash: hex(result.headerHash),
    stateRoot: hex(result.header.stateRoot),
    records: result.writes.records.map(({ key: stateKey, bytes }) => ({
      key: hex(stateKey),
      record: hex(bytes),
    })),
  };
}

/** A candidate takes a validator's place, and in the new epoch another validator re-enters. */
function setChange(world: World) {
  const signers = membersSign("alpha", "beta", "gamma");
  const add = [candidate(world, "echo")];
  const swap = change(world, { remove: [validatorKeyOf("delta")], add });
  const blocks = [blockOf(world, [{ signers, operations: [swap] }])];
  for (let height = 0; height < activationDelay - 1; height += 1) blocks.push(blockOf(world, []));
  const operations = [reenter(world, "beta")];
  blocks.push(blockOf(world, [{ signers: membersSign("beta"), operations }]));
  const sets = [0, 1, 2].map((epoch) => {
    const set = validatorSetOfEpoch(world.ledger, epoch);
    return { epoch, record: set === undefined ? null : hex(encodeValidatorSet(set)) };
  });
  return { blocks, sets };
}

function makeVectors() {
  const world = createWorld();
  const create = createOf("issuer", {
    control: control(["issuer"], { nextKeyHashes: [nextKeyHash(key("issuer/next"))] }),
  });
  const issuer = didOfCreate(create);
  const by = (...names: string[]) => [...names.map((name) => signer(issuer, key(name))), sponsored];
  const plan = [
    [{ signers: by("issuer"), operations: [op.create(create)] }],
    [
      { signers: by("issuer/assert"), operations: [op.anchor(issuer, hashOf("commitment"))] },
      { signers: by("issuer/assert"), operations: [op.revoke(issuer, hashOf("commitment"))] },
      { signers: by("issuer"), operations: [op.deactivate(issuer, 1)] },
    ],
    [
      {
        signers: by("issuer"),
        operations: [op.update(issuer, 1, documentWith(), documentKeysOf("issuer"))],
      },
      {
        signers: by("issuer/next"),
        operations: [op.rotate(issuer, 2, control(["issuer/next"]), [key("issuer")])],
      },
      { signers: by("issuer/next"), operations: [op.deactivate(issuer, 3)] },
    ],
    [],
  ];
  const blocks = plan.map((parts) => blockOf(world, parts));
  const questions: [keyof StateKeys, Uint8Array][] = [
    ["didHead", stateKeys.didHead(issuer)],
    ["didVersion", stateKeys.didVersion(issuer, 4)],
    ["didVersion", stateKeys.didVersion(issuer, 5)],
    ["credentialStatus", stateKeys.credentialStatus(issuer, hashOf("commitment"))],
    ["credentialAnchor", stateKeys.credentialAnchor(did("alpha"), hashOf("commitment"))],
  ];
  const keys = questions.map(([, stateKey]) => stateKey);
  const { multiproof: proof, records } = proveRecords(world.ledger, keys, 4);
  const root = world.ledger.head.header.stateRoot;
  expect(verifyMultiproof({ root, keys, records, proof })).toBe(true);
  const changed = setChange(world);
  const vectors = {
    about:
      "docs/ledger.md 1-4, 6 and 8, docs/consensus.md 8 and 9. Hexadecimal; signatures are zero: executing checks authority.",
    genesis: hex(encodeGenesis(world.genesis)),
    chainId: hex(world.chainId),
    genesisHeader: hex(world.block0.headerBytes),
    genesisStateRoot: hex(world.block0.header.stateRoot),
    issuer,
    blocks,
    setChange: changed,
    proof: {
      height: 4,
      stateRoot: hex(root),
      questions: questions.map(([name, stateKey], index) => {
        const found = records[index];
        return { name, key: hex(stateKey), record: found === undefined ? null : hex(found) };
      }),
      shape: hex(proof.shape),
      hashes: proof.hashes.map(hex),
      others: proof.others.map((other) => ({
        key: hex(other.key),
        recordHash: hex(other.recordHash),
      })),
    },
  };
  return { world, vectors };
}

it("gives the published bytes and roots", () => {
  const { world, vectors } = makeVectors();
  const text = `${JSON.stringify(vectors, undefined, 2)}\n`;
  const file = generatedFile("test/vectors/ledger.json", text);
  expect(JSON.parse(file)).toEqual(vectors);
  const published: typeof vectors = JSON.parse(file);
  for (const { envelopes } of [...published.blocks, ...published.setChange.blocks]) {
    for (const bytes of envelopes) {
      const envelope = hexDecode(bytes);
      expect(envelope && decodeTransaction(envelope, world.chainId).ok).toBe(true);
    }
  }
});
