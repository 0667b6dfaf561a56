// Fifty decisions of the members, verified by a light client that has the genesis header and one bundle
// (docs/ledger.md 4, 8; docs/consensus.md 8): sets and parameters change under way.
import { ed25519Sign } from "@cartorio/crypto";
import { proveRecords, validatorSetAt, validatorSetOfEpoch } from "@cartorio/ledger";
import {
  type Activation,
  allQuestionKeys,
  checkpointSigningBytes,
  decodeProofBundle,
  decodeValidatorSet,
  defaultParameters,
  encodeHeader,
  encodeProofBundle,
  encodeValidatorSet,
  type FinalityCertificate,
  type GovernanceAction,
  type GovernanceProposalRecord,
  governanceHeadRecord,
  governanceProposalRecord,
  type Header,
  memberRecord,
  membersHeadRecord,
  type ProofBundle,
  type ProofQuestion,
  parametersRecord,
  policyRecord,
  proposalStatus,
  quorum,
  stateKeys,
} from "@cartorio/protocol";
import { verifyProof } from "@cartorio/sdk";
import { beforeAll, describe, expect, it } from "vitest";
import { proposalOf, proposing } from "../../packages/ledger/test/governance.ts";
import {
  activationDelay,
  candidate,
  membersSign,
  validatorKeyOf,
} from "../../packages/ledger/test/validators.ts";
import {
  apply,
  createWorldOf,
  did,
  genesisOf,
  memberNames,
  propose,
  seedOf,
  transaction,
  type World,
} from "../../packages/ledger/test/world.ts";

const changes = 50;
const weight = 100;
const policed = 40;
const validatorNames = [...memberNames, "echo", "foxtrot"];
const nameOfKey = new Map(
  validatorNames.map((name) => [String(validatorKeyOf(name)), name] as const),
);
const genesis = genesisOf();
const members = genesis.members.map((member) => ({ ...member, weight }));
let world: World;
/** By height. */
const headers: Header[] = [];

function addBlock(...envelopes: Parameters<typeof propose>[1]): void {
  const result = propose(world, envelopes);
  apply(world, result);
  headers.push(result.header);
}

/** By the first Q validators of the set that verifies the height. */
function certificateOf(height: number): FinalityCertificate {
  const set = validatorSetAt(world.ledger, height);
  const next = headers[height + 1];
  const headerHash =
    height === world.ledger.head.height ? world.ledger.head.headerHash : next?.parentHash;
  if (set === undefined || headerHash === undefined) throw new Error("no such height");
  const statement = { epoch: set.epoch, height, headerHash };
  const message = checkpointSigningBytes({ ...statement, chainId: world.chainId });
  const signatures = set.validators
    .slice(0, quorum(set.validators.length))
    .map(({ validatorKey }, validator) => {
      const name = nameOfKey.get(String(validatorKey));
      return { validator, signature: ed25519Sign(seedOf(`${name}/validator`), message) };
    });
  return { ...statement, signatures };
}

/** What the change of this number does, in the state that it finds. */
function actionOf(number: number): GovernanceAction {
  const { validators, epoch } = world.ledger.validators;
  const round = Math.floor(number / 5);
  switch (number % 5) {
    case 0: {
      const parameters = { ...world.ledger.parameters, maxBlockTransactions: 100 + number };
      const value = { expectedVersion: round + 1, expectedEpoch: epoch, parameters };
      return { kind: "parameters", value };
    }
    case 1:
    case 3: {
      const name = memberNames[round % memberNames.length] ?? "alpha";
      const expectedVersion = number % 5 === 1 ? 2 * round : 2 * round + 1;
      const value = { expectedVersion, did: did(name), name: `${name} ${number}` };
      return { kind: "member", value: { ...value, weight: weight + number, replaces: "" } };
    }
    case 2: {
      const names = validators.map(({ validatorKey }) => nameOfKey.get(String(validatorKey)));
      const come = validatorNames.find((name) => !names.includes(name)) ?? "none";
      const remove = validators.slice(0, 1).map(({ validatorKey }) => validatorKey);
      const value = { expectedEpoch: epoch, remove, add: [candidate(world, come)] };
      return { kind: "validators", value };
    }
    default: {
      const condition = { role: 1, count: 1 + (round % 3), self: false, sponsor: false };
      const policy = { any: [{ all: [condition] }] };
      return { kind: "policy", value: { expectedVersion: round, operation: policed, policy } };
    }
  }
}

beforeAll(() => {
  world = createWorldOf({ ...genesis, members });
  headers.push(world.block0.header);
  for (let number = 0; number < changes; number += 1) {
    const { epoch } = world.ledger.validators;
    const action = actionOf(number);
    const operations = [proposing(proposalOf(world, action))];
    addBlock(transaction(world, { signers: membersSign(...memberNames), operations }));
    const isNewEpoch = action.kind === "parameters" || action.kind === "validators";
    for (let left = activationDelay; isNewEpoch && left > 0; left -= 1) addBlock();
    expect(world.ledger.validators.epoch).toBe(isNewEpoch ? epoch + 1 : epoch);
  }
}, 60_000);

const questions: readonly ProofQuestion[] = [
  { kind: "proposals", from: 1, count: changes + 1 },
  { kind: "members" },
  { kind: "parameters" },
  { kind: "policy", operation: policed },
];

function bundle(): ProofBundle {
  const { ledger, chainId } = world;
  const { height } = ledger.head;
  const activations: Activation[] = [];
  for (let epoch = 0; epoch <= ledger.validators.epoch; epoch += 1) {
    const set = validatorSetOfEpoch(ledger, epoch);
    const last = (set?.activationHeight ?? 0) - 1;
    const header = headers[last];
    if (set === undefined || header === undefined) throw new Error("an epoch is missing");
    const certificate = epoch === 0 ? undefined : certificateOf(last);
    const validatorSet = encodeValidatorSet(set);
    activations.push({ header: encodeHeader(header), certificate, validatorSet });
  }
  let keys = allQuestionKeys(questions, () => undefined);
  let proven = proveRecords(ledger, keys, height);
  for (let step = 0; step < 2; step += 1) {
    const known = new Map(keys.map((key, index) => [String(key), proven.records[index]]));
    keys = allQuestionKeys(questions, (key) => known.get(String(key)));
    proven = proveRecords(ledger, keys, height);
  }
  return {
    version: 1,
    chainId,
    activations,
    header: encodeHeader(headers[height] ?? world.block0.header),
    certificate: certificateOf(height),
    multiproof: proven.multiproof,
    records: proven.records.map((record) => record ?? new Uint8Array()),
  };
}

function verify(changed: ProofBundle) {
  const anchor = {
    ...{ chainId: world.chainId, height: 0, headerHash: world.block0.headerHash },
    date: genesis.time,
  };
  const now = world.ledger.head.header.time;
  return verifyProof({ bundle: encodeProofBundle(changed), anchor, questions, now });
}

function read<T>(
  decode: (bytes: Uint8Array) => { readonly ok: true; readonly value: T } | { readonly ok: false },
  record: Uint8Array | undefined,
): T {
  const decoded = record && decode(record);
  if (!decoded?.ok) throw new Error("a record is missing");
  return decoded.value;
}

function proven() {
  const verdict = verify(bundle());
  if (!verdict.ok) throw new Error(`${verdict.code} ${verdict.field}`);
  return verdict.value;
}

/** What the decisions make of the genesis, by nothing but what they say. */
function replay(proposals: readonly GovernanceProposalRecord[]) {
  const state = {
    members: new Map(members.map((member) => [member.did, { ...member }])),
    parameters: { ...defaultParameters, ...genesis.parameters },
    policy: {},
    validators: genesis.validators.map(({ validatorKey }) => validatorKey),
  };
  for (const { action } of proposals) {
    if (action.kind === "member") {
      const { did: owner, name, weight: now } = action.value;
      state.members.set(owner, { did: owner, name, weight: now });
    } else if (action.kind === "parameters") state.parameters = action.value.parameters;
    else if (action.kind === "policy") state.policy = action.value.policy;
    else if (action.kind === "validators") {
      const gone = action.value.remove.map(String);
      const staying = state.validators.filter((key) => !gone.includes(String(key)));
      state.validators = [...staying, ...action.value.add.map(({ validatorKey }) => validatorKey)];
    }
  }
  return state;
}

describe("a light client with the genesis header alone", () => {
  it("sees all fifty decisions, none left out, and that they give the present state", () => {
    const state = proven();
    expect(state.height).toBe(world.ledger.head.height);
    const head = read(governanceHeadRecord.decode, state.record(stateKeys.governanceHead()));
    expect(head.count).toBe(changes);
    expect(state.record(stateKeys.proposal(changes + 1))).toBeUndefined();
    const proposals = Array.from({ length: changes }, (_, index) =>
      read(governanceProposalRecord.decode, state.record(stateKeys.proposal(index + 1))),
    );
    expect(proposals.map(({ status }) => status)).toEqual(
      proposals.map(() => proposalStatus.accepted),
    );
    const expected = replay(proposals);
    const { count, version } = read(
      membersHeadRecord.decode,
      state.record(stateKeys.membersHead()),
    );
    expect(version).toBe(20);
    const present = Array.from({ length: count }, (_, index) =>
      read(memberRecord.decode, state.record(stateKeys.member(index))),
    );
    expect(
      present.map(({ did: owner, name, weight: now }) => ({ did: owner, name, weight: now })),
    ).toEqual([...expected.members.values()]);
    const parameters = read(parametersRecord.decode, state.record(stateKeys.parameters()));
    expect(parameters).toMatchObject({ version: 11, parameters: expected.parameters });
    const policy = read(policyRecord.decode, state.record(stateKeys.policy(policed, 10)));
    expect(policy.policy).toEqual(expected.policy);
    const last = decodeProofBundle(encodeProofBundle(bundle()));
    const set = last.ok ? last.value.activations.at(-1)?.validatorSet : undefined;
    const { epoch, validators } = read(decodeValidatorSet, set);
    expect(epoch).toBe(20);
    expect(validators.map(({ validatorKey }) => validatorKey)).toEqual(expected.validators);
  });

  it("refuses the bundle without one of the changes of the epoch, wherever it is left out", () => {
    const whole = bundle();
    expect(whole.activations.length).toBe(21);
    for (const left of [0, 1, 7, 19, 20]) {
      const activations = whole.activations.filter((_, index) => index !== left);
      expect(verify({ ...whole, activations })).toMatchObject({ ok: false, code: "PROOF_INVALID" });
    }
  }, 60_000);

  it("refuses a decision that reads otherwise, and one that is said to be absent", () => {
    const whole = bundle();
    const last = whole.records.length - 1;
    for (const index of [0, 1, changes, changes + 1, last]) {
      const record = whole.records[index] ?? new Uint8Array();
      const other = record.length === 0 ? Uint8Array.of(8, 1) : record.slice();
      if (record.length > 0) other[other.length - 1] = (other[other.length - 1] ?? 0) ^ 1;
      for (const changed of [other, new Uint8Array()]) {
        if (String(changed) === String(record)) continue;
        const records = whole.records.map((each, at) => (at === index ? changed : each));
        expect(verify({ ...whole, records }).ok).toBe(false);
      }
    }
  }, 60_000);
});
