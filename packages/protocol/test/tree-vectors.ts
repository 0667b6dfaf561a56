// What test/vectors/tree.json holds: made by the plain definitions of state-tree.ts, which share only
// the hash functions with the code that is tested against it.
import { hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import * as protocol from "../src/index.ts";
import { proofBundleSample, rangeBundleSample } from "./codecs.ts";
import { bytes32 } from "./samples.ts";
import { type Leaf, prove, rangeOf, rootOf } from "./state-tree.ts";

const { stateKeys, proofSlot, bitAt, emptyHash, leafHash, nodeHash, recordHash } = protocol;
const hex = hexEncode;

type KeyArguments = { readonly [K in keyof protocol.StateKeys]: Parameters<protocol.StateKeys[K]> };

const did = "did:cartorio:testnet:zQmSample";
const digest = bytes32("digest");
const keyArguments: KeyArguments = {
  didHead: [did],
  didVersion: [did, 2],
  didDocument: [did, 2],
  keyRemoval: [did, Uint8Array.of(0xed, 1, ...bytes32("key"))],
  credentialAnchor: [did, digest],
  credentialStatus: [did, digest],
  credentialCosign: [did, digest, `${did}2`],
  credentialLogHead: [did, digest],
  credentialLog: [did, digest, 2],
  issuerProfile: [did],
  replayBucket: [180_000_006],
  longLived: [did, 20_833],
  membersHead: [],
  member: [3],
  memberByDid: [did],
  memberVersion: [3, 2],
  parameters: [],
  parametersVersion: [2],
  policyHead: [10],
  policy: [10, 2],
  governanceHead: [],
  proposal: [7],
  proposalByHash: [digest],
  validatorSet: [2],
  validatorsHead: [],
  validatorReentry: [digest],
  upgradeReady: [digest],
  accreditationsHead: [did],
  accreditation: [did, 2],
  givenHead: [did],
  given: [did, 2],
  rootsHead: ["education"],
  root: ["education", 2],
  schema: [digest],
  schemaBody: [digest],
  schemasHead: [did],
  schemaOf: [did, 2],
  statusListsHead: [did],
  statusList: [did, 2],
  statusListHead: [did, 2],
  statusListVersion: [did, 2, 5],
  statusChunkHead: [did, [2, 63]],
  statusChunk: [did, [2, 63, 5]],
  exchangeHead: [did],
  exchangeReceipts: [did, 2],
};

const isName = (name: string): name is keyof KeyArguments => name in keyArguments;

function stateKeyVectors(): readonly object[] {
  return Object.keys(stateKeys).map((name) => {
    if (!isName(name)) throw new Error(`no arguments for stateKeys.${name}`);
    const make = stateKeys[name] as (...parts: readonly unknown[]) => Uint8Array;
    const parts: readonly unknown[] = keyArguments[name].flat();
    return {
      name,
      type: protocol.stateKeyType[name],
      parts: parts.map((part) => (part instanceof Uint8Array ? { hex: hex(part) } : part)),
      key: hex(make(...keyArguments[name])),
    };
  });
}

function leafOf(key: Uint8Array, record: string): Leaf {
  return { key, record: utf8Encode(record) };
}
function keyWith(first: number, last = 0): Uint8Array {
  const key = new Uint8Array(32);
  key[0] = first;
  key[31] = last;
  return key;
}

/** Record i of a numbered tree: key SHA-256("key i"), record "record i". */
export function numbered(count: number): Leaf[] {
  return Array.from({ length: count }, (_, index) =>
    leafOf(sha256(utf8Encode(`key ${index}`)), `record ${index}`),
  );
}

interface NamedTree {
  readonly name: string;
  readonly leaves: readonly Leaf[];
}

const trees: readonly NamedTree[] = [
  { name: "empty", leaves: [] },
  { name: "one leaf, at depth 0", leaves: [leafOf(keyWith(0xff), "only")] },
  { name: "parted at bit 0", leaves: [leafOf(keyWith(0x00), "a"), leafOf(keyWith(0x80), "b")] },
  {
    name: "parted at bit 255: empty slots on the way down",
    leaves: [leafOf(keyWith(0x55, 0), "a"), leafOf(keyWith(0x55, 1), "b")],
  },
  {
    name: "three leaves at depths 1, 2 and 2",
    leaves: [leafOf(keyWith(0x00), "a"), leafOf(keyWith(0x80), "b"), leafOf(keyWith(0xc0), "c")],
  },
  { name: "twenty, numbered", leaves: numbered(20) },
];

interface Asked {
  readonly root: Uint8Array;
  readonly keys: readonly Uint8Array[];
  readonly records: readonly (Uint8Array | undefined)[];
  readonly proof: protocol.Multiproof;
}

function questionOf(leaves: readonly Leaf[], keys: readonly Uint8Array[]): Asked {
  const records = keys.map((key) => leaves.find((leaf) => hex(leaf.key) === hex(key))?.record);
  return { root: rootOf(leaves), keys, records, proof: prove(leaves, keys) };
}

function multiproofVector({ root, keys, records, proof }: Asked): object {
  return {
    root: hex(root),
    keys: keys.map(hex),
    records: records.map((record) => (record === undefined ? null : hex(record))),
    shape: hex(proof.shape),
    hashes: proof.hashes.map(hex),
    others: proof.others.map(({ key, recordHash: hash }) => ({
      key: hex(key),
      recordHash: hex(hash),
    })),
    bytes: hex(protocol.encodeMultiproof(proof)),
  };
}

function treeVectors(): readonly object[] {
  return trees.map(({ name, leaves }) => {
    const present = leaves.map(({ key }) => key);
    const absent = [keyWith(0x81, 7), sha256(utf8Encode("absent"))];
    const questions = [
      ...[...present.slice(0, 3), ...absent].map((key) => [key]),
      [...present.slice(0, 4), ...absent],
    ];
    return {
      name,
      leaves: leaves.map(({ key, record }) => ({ key: hex(key), record: hex(record) })),
      root: hex(rootOf(leaves)),
      multiproofs: questions.map((keys) => multiproofVector(questionOf(leaves, keys))),
    };
  });
}

/** Proofs that break one rule each; most would give the right root otherwise. */
export function refusedMultiproofs(): readonly { readonly why: string; readonly asked: Asked }[] {
  const leaves = [0x00, 0x40, 0x80].map((first) => leafOf(keyWith(first), `${first}`));
  const [a, b, c] = leaves;
  if (a === undefined || b === undefined || c === undefined) throw new Error("no leaves");
  const honest = questionOf(leaves, [c.key]);
  const hidden = questionOf(leaves, [a.key]);
  const leafAt = ({ key, record }: Leaf): Uint8Array => leafHash(key, record);
  const withProof = (proof: Partial<protocol.Multiproof>): Asked => ({
    ...honest,
    proof: { ...honest.proof, ...proof },
  });
  const { hashes, shape } = honest.proof;
  const otherOf = ({ key, record }: Leaf) => ({ key, recordHash: recordHash(record) });
  const absent = keyWith(0x90);
  return [
    { why: "a hash is left over", asked: withProof({ hashes: [...hashes, emptyHash] }) },
    { why: "a leaf is left over", asked: withProof({ others: [otherOf(a)] }) },
    { why: "the shape goes on", asked: withProof({ shape: Uint8Array.of(...shape, 0) }) },
    { why: "the shape ends early", asked: withProof({ shape: shape.slice(0, -1) }) },
    {
      why: "an asked key hides in a subtree",
      asked: {
        ...hidden,
        records: [undefined],
        proof: { shape: Uint8Array.of(proofSlot.subtree), hashes: [hidden.root], others: [] },
      },
    },
    {
      why: "a branch where nothing is asked",
      asked: withProof({ shape: Uint8Array.of(4, 4, 3, 3, 1), hashes: [leafAt(a), leafAt(b)] }),
    },
    {
      why: "the empty hash as a subtree",
      asked: {
        ...honest,
        root: nodeHash(emptyHash, leafAt(c)),
        proof: { shape: Uint8Array.of(4, 3, 1), hashes: [emptyHash], others: [] },
      },
    },
    {
      why: "another leaf that is the asked key",
      asked: {
        ...honest,
        records: [undefined],
        proof: { shape: Uint8Array.of(4, 3, 2), hashes, others: [otherOf(c)] },
      },
    },
    {
      why: "another leaf off the path",
      asked: {
        keys: [absent],
        records: [undefined],
        root: nodeHash(leafAt(a), leafAt(a)),
        proof: {
          shape: Uint8Array.of(4, 3, 2),
          hashes: [leafAt(a)],
          others: [otherOf(a)],
        },
      },
    },
    { why: "a present key said to be absent", asked: { ...honest, records: [undefined] } },
    { why: "another record", asked: { ...honest, records: [utf8Encode("x")] } },
  ];
}

const manyLeaves = 1200;
const prefixes: readonly (readonly [string, number])[] = [
  ["", 0],
  ["0", 4],
  ["f", 4],
  ["abcdef", 24],
];

function rangeVectors(): object {
  const leaves = numbered(manyLeaves);
  const ranges = prefixes.map(([asked, bits]) => {
    const key = keyOfPrefix(asked);
    const { prefixBits, prefix, siblings, records } = rangeOf(leaves, key, bits);
    return {
      asked,
      prefixBits,
      prefix: hex(prefix),
      siblings: siblings.map(hex),
      records: records.length,
      firstKey: hex(records[0]?.key ?? emptyHash),
      lastKey: hex(records.at(-1)?.key ?? emptyHash),
    };
  });
  return {
    rule: 'record i is the ASCII text "record i" under the key SHA-256("key i"), i in decimal',
    leaves: manyLeaves,
    root: hex(rootOf(leaves)),
    ranges,
    refused: refusedRanges().map(({ why }) => why),
  };
}

export function keyOfPrefix(nibbles: string): Uint8Array {
  const key = new Uint8Array(32);
  for (const [index, nibble] of [...nibbles].entries())
    key[index >> 1] =
      (key[index >> 1] ?? 0) | (Number.parseInt(nibble, 16) << (index % 2 === 0 ? 4 : 0));
  return key;
}

/** Ranges that break one rule each, of the numbered tree. */
export function refusedRanges(): readonly {
  readonly why: string;
  readonly range: protocol.KeyRange;
}[] {
  const leaves = numbered(manyLeaves);
  const whole = rangeOf(leaves, new Uint8Array(32), 0);
  const part = rangeOf(leaves, keyOfPrefix("0"), 1);
  const small = leaves.filter(({ key }) => key[0] === 0).sort(byKey);
  const smallSiblings = Array.from({ length: 8 }, (_, depth) =>
    rootOf(
      leaves.filter(({ key }) => {
        const differs = Array.from({ length: depth + 1 }, (__, bit) => bitAt(key, bit));
        return differs.slice(0, depth).every((bit) => bit === 0) && differs[depth] === 1;
      }),
      depth + 1,
    ),
  );
  const [first, second] = part.records;
  if (first === undefined || second === undefined) throw new Error("no records");
  const rest = part.records.slice(2);
  return [
    { why: "a record is missing", range: { ...part, records: part.records.slice(1) } },
    { why: "two records are swapped", range: { ...part, records: [second, first, ...rest] } },
    { why: "a record is there twice", range: { ...part, records: [first, ...part.records] } },
    {
      why: "a record of another key",
      range: { ...part, records: [{ ...first, record: second.record }, second, ...rest] },
    },
    { why: "a sibling is missing", range: { ...part, siblings: [] } },
    { why: "a sibling too many", range: { ...part, siblings: [...part.siblings, emptyHash] } },
    { why: "a record outside the prefix", range: { ...part, records: whole.records } },
    { why: "a bit of the prefix beyond its length", range: { ...part, prefix: Uint8Array.of(1) } },
    { why: "a prefix with a byte too many", range: { ...part, prefix: Uint8Array.of(0, 0) } },
    {
      why: "fewer than 256 records that are not all",
      range: { prefixBits: 8, prefix: Uint8Array.of(0), siblings: smallSiblings, records: small },
    },
  ];
}

const byKey = (left: Leaf, right: Leaf): number => (hex(left.key) < hex(right.key) ? -1 : 1);

/** The whole file. */
export function treeVectorFile(): object {
  const leaf = leafOf(bytes32("key"), "record");
  const proof = proofBundleSample();
  const range = rangeBundleSample();
  return {
    about: "docs/formats.md, State tree, Multiproof, Range, Proof bundles. Hexadecimal.",
    hashes: {
      empty: hex(emptyHash),
      leaf: {
        key: hex(leaf.key),
        record: hex(leaf.record),
        hash: hex(leafHash(leaf.key, leaf.record)),
      },
      node: {
        left: hex(bytes32("left")),
        right: hex(bytes32("right")),
        hash: hex(nodeHash(bytes32("left"), bytes32("right"))),
      },
    },
    stateKeys: stateKeyVectors(),
    trees: treeVectors(),
    refusedMultiproofs: refusedMultiproofs().map(({ why, asked }) => ({
      why,
      ...multiproofVector(asked),
    })),
    numberedTree: rangeVectors(),
    bundles: {
      proof: {
        bytes: hex(protocol.encodeProofBundle(proof)),
        json: protocol.proofBundleToJson(proof),
      },
      range: {
        bytes: hex(protocol.encodeRangeBundle(range)),
        json: protocol.rangeBundleToJson(range),
      },
    },
  };
}
