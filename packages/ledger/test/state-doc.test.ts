import { byteKey } from "@cartorio/crypto";
import { nextKeyHash, operationKinds, stateKeys } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { bucketOf } from "../src/index.ts";
import { accreditationExamples } from "./accreditation-state-examples.ts";
import { didExamples, exampleRecovery, type StateExample } from "./did-state-examples.ts";
import { generatedFile } from "./generated-doc.ts";
import {
  decisionExamples,
  governanceExamples,
  governanceKeys,
} from "./governance-state-examples.ts";
import { anchorHash } from "./record-now.ts";
import { registryExamples, registryKeys } from "./state-doc-registries.ts";
import { candidate, change, membersSign, reenter, validatorKeyOf } from "./validators.ts";
import {
  apply,
  control,
  createNamed,
  createOf,
  createWorld,
  credentialOp,
  did,
  documentKeysOf,
  documentWith,
  hashOf,
  key,
  minute,
  op,
  propose,
  runOne,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

// docs/state.md lists the state keys that each operation kind writes. The names are found by
// deriving every key that the page knows and comparing with what the block wrote.

const owner = createOf("owner", {
  control: control(["owner"], { nextKeyHashes: [nextKeyHash(key("next"))] }),
  recovery: exampleRecovery,
});

/** Anchors for beta to co-sign; the hash of the anchor's record. */
function anchoredFor(world: World, name: string): Uint8Array {
  const hash = hashOf("credential");
  runOne(world, {
    signers: [signer(name, key("owner/assert")), sponsored],
    operations: [credentialOp.anchorFor(name, hash, [did("beta")])],
  });
  return anchorHash(world, name, hash);
}

const examples: readonly StateExample[] = [
  {
    kind: "didCreate",
    parts: () => ({
      signers: [signer(did("new"), key("new")), sponsored],
      operations: [op.create(createOf("new"))],
    }),
  },
  {
    kind: "didUpdate",
    parts: (name) => ({
      signers: [signer(name, key("owner")), sponsored],
      operations: [op.update(name, 1, documentWith(), documentKeysOf("owner"))],
    }),
  },
  {
    kind: "didDeactivate",
    parts: (name) => ({
      signers: [signer(name, key("next")), sponsored],
      operations: [op.deactivate(name, 1)],
    }),
  },
  {
    kind: "didRotateKeys",
    parts: (name) => ({
      signers: [signer(name, key("next")), sponsored],
      operations: [op.rotate(name, 1, control(["next"]), [key("owner")])],
    }),
  },
  ...didExamples,
  {
    kind: "credentialAnchor",
    parts: (name) => ({
      signers: [signer(name, key("owner/assert")), sponsored],
      operations: [op.anchor(name, hashOf("credential"))],
    }),
  },
  {
    kind: "credentialRevoke",
    parts: (name) => ({
      signers: [signer(name, key("owner/assert")), sponsored],
      operations: [op.revoke(name, hashOf("credential"))],
    }),
  },
  {
    kind: "credentialSuspend",
    parts: (name) => ({
      signers: [signer(name, key("owner/assert")), sponsored],
      operations: [credentialOp.suspend(name, hashOf("credential"))],
    }),
  },
  {
    kind: "credentialResume",
    parts: (name, world) => {
      const signers = [signer(name, key("owner/assert")), sponsored];
      runOne(world, { signers, operations: [credentialOp.suspend(name, hashOf("credential"))] });
      const more = { expectedSequence: 1 };
      return { signers, operations: [credentialOp.resume(name, hashOf("credential"), more)] };
    },
  },
  {
    kind: "credentialCosign",
    parts: (name, world) => {
      const recordHash = anchoredFor(world, name);
      const cosigner = did("beta");
      return {
        signers: [signer(cosigner, key("beta/assert")), sponsored],
        operations: [credentialOp.cosign(name, hashOf("credential"), { cosigner, recordHash })],
      };
    },
  },
  {
    kind: "credentialLog",
    parts: (name, world) => {
      anchoredFor(world, name);
      return {
        signers: [signer(name, key("owner/assert")), sponsored],
        operations: [credentialOp.log(name, hashOf("credential"))],
      };
    },
  },
  {
    kind: "issuerUpdate",
    parts: (name) => ({
      signers: [signer(name, key("owner/invoke")), sponsored],
      operations: [credentialOp.profile(name)],
    }),
  },
  ...accreditationExamples,
  ...registryExamples,
  {
    kind: "validatorChange",
    parts: (_, world) => ({
      signers: membersSign("alpha", "beta", "gamma"),
      operations: [change(world, { add: [candidate(world, "echo")] })],
    }),
  },
  {
    kind: "validatorReenter",
    parts: (_, world) => ({
      signers: membersSign("alpha"),
      operations: [reenter(world, "alpha")],
    }),
  },
  ...governanceExamples,
];

/** Names of the keys that one transaction of each kind writes, sorted. */
function writtenBy(example: StateExample, isLongLived: boolean): string[] {
  const world = createWorld();
  const ownerDid = createNamed(world, "owner", owner);
  const made = example.parts(ownerDid, world);
  const time = world.ledger.head.header.time + 1000;
  const validUntil = time + (isLongLived ? 60 * minute : minute);
  const parts = { ...made, validUntil };
  const result = propose(world, [transaction(world, parts)], time);
  apply(world, result);
  const subject = example.kind === "didCreate" ? did("new") : ownerDid;
  const [latest, next] = example.kind === "didCreate" ? [0, 1] : [1, 2];
  const hash = hashOf("credential");
  const known: [string, Uint8Array][] = [
    ["didHead(did)", stateKeys.didHead(subject)],
    ["didHead(controller)", stateKeys.didHead(did("beta"))],
    ["didVersion(did, n)", stateKeys.didVersion(subject, latest)],
    ["didVersion(did, n+1)", stateKeys.didVersion(subject, next)],
    ["didDocument(did, n)", stateKeys.didDocument(subject, latest)],
    ["didDocument(did, n+1)", stateKeys.didDocument(subject, next)],
    ...[key("owner"), ...documentKeysOf("owner")].map((left): [string, Uint8Array] => [
      "keyRemoval(did, multikey)",
      stateKeys.keyRemoval(subject, left),
    ]),
    ["credentialAnchor(issuer, hash)", stateKeys.credentialAnchor(subject, hash)],
    ["credentialStatus(issuer, commitment)", stateKeys.credentialStatus(subject, hash)],
    [
      "credentialCosign(issuer, hash, cosigner)",
      stateKeys.credentialCosign(subject, hash, did("beta")),
    ],
    ["credentialLogHead(issuer, hash)", stateKeys.credentialLogHead(subject, hash)],
    ["credentialLog(issuer, hash, n+1)", stateKeys.credentialLog(subject, hash, 1)],
    ["issuerProfile(issuer)", stateKeys.issuerProfile(subject)],
    ...registryKeys(subject),
    ["didHead(accreditor)", stateKeys.didHead(did("gamma"))],
    ["accreditationsHead(subject)", stateKeys.accreditationsHead(subject)],
    ["accreditation(subject, index)", stateKeys.accreditation(subject, 1)],
    ["givenHead(accreditor)", stateKeys.givenHead(did("gamma"))],
    ["given(accreditor, n+1)", stateKeys.given(did("gamma"), 1)],
    ["validatorSet(epoch)", stateKeys.validatorSet(0)],
    ["validatorSet(epoch+1)", stateKeys.validatorSet(1)],
    ["validatorsHead", stateKeys.validatorsHead()],
    ["validatorReentry(validator key)", stateKeys.validatorReentry(validatorKeyOf("alpha"))],
    ["replayBucket(bucket)", stateKeys.replayBucket(bucketOf(validUntil))],
    [
      "longLived(sponsor, day)",
      stateKeys.longLived(did("alpha"), Math.floor(time / (1440 * minute))),
    ],
    ...governanceKeys(made.operations),
  ];
  const names = new Map(known.map(([name, stateKey]) => [byteKey(stateKey), name]));
  const written = result.writes.records.map(
    ({ key: stateKey }) => names.get(byteKey(stateKey)) ?? "a key that the page does not know",
  );
  return [...new Set(written)].sort();
}

it("covers every operation kind", () => {
  expect(examples.map(({ kind }) => kind)).toEqual(operationKinds);
});

const row = (name: string, written: readonly string[]): string =>
  `| ${name} | ${written.map((key) => `\`${key}\``).join(", ")} |`;

it("docs/state.md lists exactly the keys that each operation writes", () => {
  const always = "replayBucket(bucket)";
  const long = "longLived(sponsor, day)";
  const table = examples.map((example) => {
    const written = writtenBy(example, false);
    expect(written).toContain(always);
    expect(writtenBy(example, true)).toEqual([...written, long].sort());
    const own = written.filter((name) => name !== always);
    return row(example.kind, own);
  });
  const decisions = decisionExamples.map((example) => {
    const written = writtenBy(example, false);
    return row(
      example.action,
      written.filter((name) => name !== always && name !== "proposal(number)"),
    );
  });
  const lines = [
    "# What is in the state",
    "",
    "State keys are derived in one place, `packages/protocol/src/state-keys.ts`; the records are those",
    "of `packages/protocol/proto/state.proto`. This page is made and compared by",
    "`packages/ledger/test/state-doc.test.ts`, which executes every operation (`CARTORIO_UPDATE=1`",
    "writes it).",
    "",
    "| operation | state keys written |",
    "|---|---|",
    ...table,
    "",
    "`n` is the version before the operation; a create writes version 1. Every version has its document",
    "beside it, also where the operation leaves the document as it was; the last version of a",
    "deactivated DID has an empty one. `keyRemoval` is written for each key that the operation names as",
    "leaving, or as compromised after it left.",
    "",
    "`didHead(controller)` is written for each DID that begins or ceases to control: it counts its",
    "dependants. So do rotations, deactivations, recoveries and creates where they change controllers. A",
    "cancelled recovery without pre-rotation writes the head alone.",
    "A schema is `schema(digest)`; `schemaOf(owner, n)` names the `n`th of an owner. A registration that",
    "supersedes another schema writes both `schema` records.",
    "",
    "In `credentialLog`, `n` is the number of entries before the operation; in `given`, that of offers.",
    "An accreditation that is accepted, and the end of one that was, count the accreditor's dependants.",
    "`s` is the sequence of a status list before the block: all updates of one block write `s+1`. A chunk has",
    "2048 bits; one that never changed has no record.",
    "",
    "In `credentialLog`, `n` is the number of entries before the operation.",
    "",
    "`epoch` is that of the newest validator set before the operation. No set that was in force is ever",
    "written again or removed; `validatorsHead` names the newest one, which is pending until the height",
    "in its record. The first block under a recovery manifest writes both, in place of a pending set.",
    "",
    "A vote that decides a proposal, or a proposal that its co-signers decide, also does what it says:",
    "",
    "| action | state keys written |",
    "|---|---|",
    ...decisions,
    "",
    "A member that takes the place of another one writes both, and `memberByDid(did)` the first time;",
    "with validators that change hands the next set too. Every version of the members and the parameters",
    "stays.",
    "",
    "Beside its operations a transaction writes",
    "",
    `- \`${always}\`: running hash and count of the ids whose \`validUntil\` lies in the same 10 seconds,`,
    "  applied and failed ones; the leaf is removed by the first block after its last millisecond;",
    `- \`${long}\`: if it is valid for more than 10 minutes, the number of such transactions of its`,
    "  sponsor on the day (UTC) of the block.",
    "",
    "Genesis writes `didHead`, `didVersion(did, 1)` and `didDocument(did, 1)` of every DID in it,",
    "`member(index)` (from 0), `memberVersion(index, 1)` and `memberByDid(did)` of every member,",
    "`membersHead`, `parameters`, `parametersVersion(1)`, `validatorSet(0)` and `validatorsHead`.",
    "",
  ];
  const page = lines.join("\n");
  expect(generatedFile("docs/state.md", page)).toBe(page);
}, 60_000);
