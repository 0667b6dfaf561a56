// The published vectors (test/vectors/protocol.json) and docs/errors.md are generated from the code
// and compared. `UPDATE_VECTORS=1` rewrites both: a changed vector is a changed format, and means a
// new genesis (docs/ledger.md).
import { readFileSync, writeFileSync } from "node:fs";
import { hexDecode, hexEncode, utf8Encode } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import * as protocol from "../src/index.ts";
import { codecCases } from "./codecs.ts";
import { genesisFile, sampleGenesis } from "./genesis-samples.ts";
import * as samples from "./samples.ts";
import { prove, rootOf } from "./state-tree.ts";

const vectorsFile = new URL("../../../test/vectors/protocol.json", import.meta.url);
const errorsFile = new URL("../../../docs/errors.md", import.meta.url);
const updating = process.env["UPDATE_VECTORS"] === "1";
const { bytes32, network } = samples;

/** Plain JSON of a value: bytes as `hex:...`. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `hex:${hexEncode(value)}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

const objects = () =>
  codecCases.flatMap((entry) =>
    entry.samples.map((value, index) => ({
      name: entry.name,
      value: plain(value),
      bytes: hexEncode(entry.encodeSample(index)),
    })),
  );

interface Derived {
  readonly name: string;
  readonly input: unknown;
  readonly output: Uint8Array | string;
}

function derivedHashes(): Derived[] {
  const body = protocol.encodeTransactionBody(samples.smallBody);
  const create = protocol.encodeDidCreate(samples.didCreate);
  const header = protocol.encodeHeader(samples.header);
  const proposal = protocol.encodeProposal(samples.proposal);
  const set = protocol.encodeValidatorSet(samples.validatorSet);
  const genesis = protocol.encodeGenesis(sampleGenesis());
  const record = protocol.didDocumentRecord.encode({ document: samples.document });
  const multikey = samples.multikeyOf("next");
  return [
    { name: "transactionId", input: body, output: protocol.transactionId(body) },
    {
      name: "envelopeHash",
      input: samples.smallEnvelope,
      output: protocol.envelopeHash(samples.smallEnvelope),
    },
    { name: "proposalDigest", input: proposal, output: protocol.proposalDigest(proposal) },
    { name: "headerHash", input: header, output: protocol.headerHash(header) },
    { name: "validatorSetHash", input: set, output: protocol.validatorSetHash(set) },
    { name: "chainIdOf", input: genesis, output: protocol.chainIdOf(genesis) },
    { name: "documentHash", input: record, output: protocol.documentHash(record) },
    { name: "versionHash", input: record, output: protocol.versionHash(record) },
    { name: "nextKeyHash", input: multikey, output: protocol.nextKeyHash(multikey) },
    { name: "recoveryKeyHash", input: multikey, output: protocol.recoveryKeyHash(multikey) },
    { name: "didOf", input: { network, create }, output: protocol.didOf(network, create) },
    {
      name: "emptyProposal",
      input: { epoch: 1, height: 300 },
      output: protocol.emptyProposal(1, 300),
    },
    ...Object.values(protocol.credentialFormat).map((format) => ({
      name: "credentialCommitment",
      input: { network, format, hashOfM: bytes32("M") },
      output: protocol.credentialCommitment(network, format, bytes32("M")),
    })),
    { name: "anchorRecordHash", input: record, output: protocol.anchorRecordHash(record) },
    {
      name: "logEntryCommitment",
      input: { salt: bytes32("salt"), content: utf8Encode("sent to the holder") },
      output: protocol.logEntryCommitment(bytes32("salt"), utf8Encode("sent to the holder")),
    },
  ];
}

function derivedSignedBytes(): Derived[] {
  const body = protocol.encodeTransactionBody(samples.smallBody);
  const create = protocol.encodeDidCreate(samples.didCreate);
  const kinds = ["suspect", "viewChange", "newView"] as const;
  return [
    {
      name: "transactionSigningBytes",
      input: body,
      output: protocol.transactionSigningBytes(body),
    },
    {
      name: "voteSigningBytes",
      input: samples.voteStatement,
      output: protocol.voteSigningBytes(samples.voteStatement),
    },
    {
      name: "checkpointSigningBytes",
      input: samples.checkpointStatement,
      output: protocol.checkpointSigningBytes(samples.checkpointStatement),
    },
    {
      name: "readySigningBytes",
      input: samples.readyStatement,
      output: protocol.readySigningBytes(samples.readyStatement),
    },
    ...kinds.map((kind) => ({
      name: "signedBodySigningBytes",
      input: { kind, body: Uint8Array.of(1, 2, 3) },
      output: protocol.signedBodySigningBytes(kind, Uint8Array.of(1, 2, 3)),
    })),
    {
      name: "genesisSigningBytes",
      input: Uint8Array.of(1, 2, 3),
      output: protocol.genesisSigningBytes(Uint8Array.of(1, 2, 3)),
    },
    {
      name: "genesisDidSigningBytes",
      input: { network, create },
      output: protocol.genesisDidSigningBytes(network, create),
    },
  ];
}

function derivedStateKeys(): Derived[] {
  const did = samples.university;
  const hash = bytes32("hash");
  const old = samples.multikeyOf("old");
  const { stateKeys } = protocol;
  const keys: readonly (readonly [string, unknown, Uint8Array])[] = [
    ["didHead", [did], stateKeys.didHead(did)],
    ["didVersion", [did, 2], stateKeys.didVersion(did, 2)],
    ["didDocument", [did, 2], stateKeys.didDocument(did, 2)],
    ["keyRemoval", [did, old], stateKeys.keyRemoval(did, old)],
    ["credentialAnchor", [did, hash], stateKeys.credentialAnchor(did, hash)],
    ["credentialStatus", [did, hash], stateKeys.credentialStatus(did, hash)],
    ["credentialCosign", [did, hash, did], stateKeys.credentialCosign(did, hash, did)],
    ["credentialLogHead", [did, hash], stateKeys.credentialLogHead(did, hash)],
    ["credentialLog", [did, hash, 2], stateKeys.credentialLog(did, hash, 2)],
    ["issuerProfile", [did], stateKeys.issuerProfile(did)],
    ["schema", [hash], stateKeys.schema(hash)],
    ["schemaBody", [hash], stateKeys.schemaBody(hash)],
    ["schemasHead", [did], stateKeys.schemasHead(did)],
    ["schemaOf", [did, 2], stateKeys.schemaOf(did, 2)],
    ["statusListsHead", [did], stateKeys.statusListsHead(did)],
    ["statusList", [did, 2], stateKeys.statusList(did, 2)],
    ["statusListHead", [did, 2], stateKeys.statusListHead(did, 2)],
    ["statusListVersion", [did, 2, 7], stateKeys.statusListVersion(did, 2, 7)],
    ["statusChunkHead", [did, 2, 63], stateKeys.statusChunkHead(did, [2, 63])],
    ["statusChunk", [did, 2, 63, 7], stateKeys.statusChunk(did, [2, 63, 7])],
    ["exchangeHead", [did], stateKeys.exchangeHead(did)],
    ["exchangeReceipts", [did, 3], stateKeys.exchangeReceipts(did, 3)],
    ["replayBucket", [180_000_006], stateKeys.replayBucket(180_000_006)],
    ["longLived", [did, 20_833], stateKeys.longLived(did, 20_833)],
    ["membersHead", [], stateKeys.membersHead()],
    ["member", [3], stateKeys.member(3)],
    ["memberByDid", [did], stateKeys.memberByDid(did)],
    ["parameters", [], stateKeys.parameters()],
    ["validatorSet", [2], stateKeys.validatorSet(2)],
    ["validatorsHead", [], stateKeys.validatorsHead()],
    ["validatorReentry", [hash], stateKeys.validatorReentry(hash)],
  ];
  return keys.map(([name, input, output]) => ({ name: `stateKeys.${name}`, input, output }));
}

function derivedTrees(): Derived[] {
  const leaves = [0, 1, 2, 3, 4].map((index) => ({
    key: bytes32(`key ${index}`),
    record: protocol.longLivedRecord.encode({ count: index }),
  }));
  const keys = [bytes32("key 1"), bytes32("absent")];
  const list = leaves.map((leaf) => leaf.key);
  return [
    { name: "stateRoot", input: leaves, output: rootOf(leaves) },
    {
      name: "multiproof",
      input: { leaves, keys },
      output: protocol.encodeMultiproof(prove(leaves, keys)),
    },
    {
      name: "exchangeReceiptCommitment",
      input: { salt: bytes32("salt"), receipt: bytes32("receipt") },
      output: protocol.exchangeReceiptCommitment(bytes32("salt"), bytes32("receipt")),
    },
    { name: "merkleRoot", input: list, output: protocol.merkleRoot(list) },
    {
      name: "inclusionPath",
      input: { leaves: list, index: 2 },
      output: protocol.encodeInclusionPath({
        leafIndex: 2,
        treeSize: list.length,
        path: protocol.inclusionPath(list, 2),
      }),
    },
  ];
}

const derived = () =>
  [...derivedHashes(), ...derivedSignedBytes(), ...derivedStateKeys(), ...derivedTrees()].map(
    ({ name, input, output }) => ({ name, input: plain(input), output: plain(output) }),
  );

interface VectorFile {
  readonly tags: Readonly<Record<string, string>>;
  readonly objects: readonly { name: string; value: unknown; bytes: string }[];
  readonly derived: readonly { name: string; input: unknown; output: unknown }[];
  readonly genesisFile: unknown;
}

function generate(): VectorFile {
  const file = genesisFile();
  return {
    tags: protocol.tags,
    objects: objects(),
    derived: derived(),
    genesisFile: JSON.parse(protocol.genesisToJson(file.genesis, file.signatures)),
  };
}

/** Undefined members vanish in JSON: both sides go through it. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function errorsPage(): string {
  const ranges: readonly (readonly [string, number, number])[] = [
    ["Receipts", 0, 999],
    ["Input refused", 1000, 1999],
    ["States of a node", 2000, 2999],
  ];
  const rows = Object.entries(protocol.errorCodes);
  const sections = ranges.map(([title, from, to]) => {
    const lines = rows
      .filter(([, entry]) => entry.number >= from && entry.number <= to)
      .map(
        ([code, { number, summary, action }]) =>
          `| ${number} | \`${code}\` | ${summary} | ${action} |`,
      );
    const head = ["| number | code | what is wrong | what to do |", "|---|---|---|---|"];
    return [`## ${title} (${from} to ${to})`, "", ...head, ...lines].join("\n");
  });
  const intro = [
    "# Error codes",
    "",
    "Generated from `packages/protocol/src/error-codes.ts` by its test; do not edit. Names and numbers",
    "are stable. Receipts carry the number (0 = applied), JSON-RPC answers with the negative number.",
  ].join("\n");
  return `${[intro, ...sections].join("\n\n")}\n`;
}

if (updating) {
  writeFileSync(vectorsFile, `${JSON.stringify(generate(), undefined, 2)}\n`);
  writeFileSync(errorsFile, errorsPage());
}

function isRecordCodec(value: unknown): value is { readonly name: string } {
  return typeof value === "object" && value !== null && "encode" in value && "decode" in value;
}

describe("published vectors", () => {
  const stored = JSON.parse(readFileSync(vectorsFile, "utf8")) as VectorFile;

  it("are what the code gives", () => {
    expect(throughJson(generate())).toEqual(stored);
  });

  it("cover every codec", () => {
    const names = new Set(stored.objects.map((entry) => entry.name));
    const encoders = Object.keys(protocol).filter((name) => name.startsWith("encode"));
    const all: readonly unknown[] = Object.values(protocol);
    const records = all.filter(isRecordCodec);
    const covered = [
      ...encoders.map((name) => name.slice("encode".length)),
      ...records.map(({ name }) => name),
    ];
    expect(covered.sort()).toEqual([...names].sort());
  });

  it("decode to their values", () => {
    for (const { name, value, bytes } of stored.objects) {
      const decode = codecCases.find((entry) => entry.name === name)?.decode;
      const decoded = decode?.(hexDecode(bytes) ?? utf8Encode("bad hex"));
      expect(throughJson(plain(decoded)), name).toEqual({ ok: true, value });
    }
  });
});

describe("docs/errors.md", () => {
  it("is generated from the table", () => {
    expect(readFileSync(errorsFile, "utf8")).toBe(errorsPage());
  });
});
