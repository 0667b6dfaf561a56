// docs/ledger.md 6: who may change a status, and what a status may become.
import {
  type CredentialStatusRecord,
  credentialStatusRecord,
  type ErrorCode,
  limits,
  type Operation,
  type Signer,
  stateKeys,
  statusRole,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { recordNow } from "./record-now.ts";
import {
  createNamed,
  createOf,
  createWorld,
  credentialOp,
  did,
  documentKeysOf,
  documentWith,
  hashOf,
  key,
  op,
  run,
  runOne,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

const commitment = hashOf("credential");
const { suspend, resume, profile } = credentialOp;

interface Scene {
  readonly world: World;
  readonly issuer: string;
  readonly revoker: string;
  readonly heir: string;
  readonly stranger: string;
}

/** "issuer" has registered "revoker" and named "heir". */
function setScene(): Scene {
  const world = createWorld();
  const [issuer, revoker, heir, stranger] = ["issuer", "revoker", "heir", "stranger"].map((name) =>
    createNamed(world, name),
  ) as [string, string, string, string];
  const declared = runOne(world, {
    signers: [signer(issuer, key("issuer/invoke")), sponsored],
    operations: [profile(issuer, { revokers: [revoker], successor: heir })],
  });
  expect(declared.name).toBe("APPLIED");
  return { world, issuer, revoker, heir, stranger };
}

const by = (name: string): Signer[] => [signer(did(name), key(`${name}/assert`)), sponsored];

function code(world: World, name: string, ...operations: Operation[]): ErrorCode | undefined {
  return runOne(world, { signers: by(name), operations }).name;
}

function status({ world, issuer }: Scene): CredentialStatusRecord {
  const record = recordNow(world, stateKeys.credentialStatus(issuer, commitment));
  const decoded = record && credentialStatusRecord.decode(record);
  if (!decoded?.ok) throw new Error("no status");
  return decoded.value;
}

describe("who changes a status", () => {
  const roles = { issuer: 1, revoker: 2, heir: 3 } as const;
  it.each(Object.entries(roles))("%s, which the interval says", (name, role) => {
    const scene = setScene();
    const { world, issuer } = scene;
    const more = { by: name === "issuer" ? "" : did(name) };
    expect(code(world, name, suspend(issuer, commitment, { ...more, reason: 2 }))).toBe("APPLIED");
    const from = world.ledger.head.header.time;
    expect(status(scene)).toEqual({
      status: 2,
      sequence: 1,
      intervals: [{ status: 2, from, to: 0, reason: 2, by: did(name), role }],
    });
    const resumed = resume(issuer, commitment, { ...more, expectedSequence: 1 });
    expect(code(world, name, resumed)).toBe("APPLIED");
    const to = world.ledger.head.header.time;
    expect(status(scene)).toMatchObject({ status: 1, sequence: 2, intervals: [{ from, to }] });
    expect(code(world, name, op.revoke(issuer, commitment, 2, more))).toBe("APPLIED");
    expect(status(scene)).toMatchObject({
      status: 3,
      sequence: 3,
      intervals: [
        { status: 2, to },
        { status: 3, by: did(name), role, to: 0 },
      ],
    });
  });

  it("the issuer by its own name too", () => {
    const scene = setScene();
    const { world, issuer } = scene;
    expect(code(world, "issuer", suspend(issuer, commitment, { by: issuer }))).toBe("APPLIED");
    expect(status(scene).intervals[0]?.role).toBe(statusRole.issuer);
  });

  it("nobody else", () => {
    const { world, issuer, stranger, revoker } = setScene();
    const named = op.revoke(issuer, commitment, 0, { by: stranger });
    expect(code(world, "stranger", named)).toBe("UNAUTHORISED");
    // The revoker of one issuer is nobody to another.
    const elsewhere = op.revoke(stranger, commitment, 0, { by: revoker });
    expect(code(world, "revoker", elsewhere)).toBe("UNAUTHORISED");
    // The issuer may not revoke for its revoker.
    const turned = op.revoke(revoker, commitment, 0, { by: issuer });
    expect(code(world, "issuer", turned)).toBe("UNAUTHORISED");
  });

  it("a DID that the issuer names in the same transaction or block does not count before it is named", () => {
    const { world, issuer, stranger } = setScene();
    const declare = profile(issuer, { expectedSequence: 1, revokers: [stranger] });
    const revoke = op.revoke(issuer, commitment, 0, { by: stranger });
    const declarer = signer(issuer, key("issuer/invoke"));
    const together = runOne(world, {
      signers: [declarer, ...by("stranger")],
      operations: [declare, revoke],
    });
    expect(together).toMatchObject({ name: "UNAUTHORISED", operationIndex: 1 });
    const send = (signers: Signer[], operation: Operation) =>
      transaction(world, { signers, operations: [operation] });
    const receipts = run(world, [
      send(by("stranger"), revoke),
      send([declarer, sponsored], declare),
      send(by("stranger"), revoke),
    ]);
    expect(receipts.map(({ name }) => name)).toEqual(["UNAUTHORISED", "APPLIED", "APPLIED"]);
  });

  it("a revoker whose key left its document does not count", () => {
    const { world, issuer, revoker } = setScene();
    runOne(world, {
      signers: [signer(revoker, key("revoker")), sponsored],
      operations: [op.update(revoker, 1, documentWith(), documentKeysOf("revoker"))],
    });
    const revoke = op.revoke(issuer, commitment, 0, { by: revoker });
    expect(code(world, "revoker", revoke)).toBe("UNAUTHORISED");
  });

  it("revokers and successor of a deactivated issuer stay, the issuer does not", () => {
    const scene = setScene();
    const { world, issuer, revoker, heir } = scene;
    runOne(world, {
      signers: [signer(issuer, key("issuer")), sponsored],
      operations: [op.deactivate(issuer, 1)],
    });
    expect(code(world, "issuer", suspend(issuer, commitment))).toBe("DID_DEACTIVATED");
    expect(code(world, "revoker", suspend(issuer, commitment, { by: revoker }))).toBe("APPLIED");
    const revoke = op.revoke(issuer, commitment, 1, { by: heir });
    expect(code(world, "heir", revoke)).toBe("APPLIED");
    expect(status(scene).status).toBe(3);
  });

  it.each<[string, ErrorCode]>([
    [did("nobody"), "DID_NOT_FOUND"],
    ["nobody", "DID_MALFORMED"],
    [did("nobody").replace("testnet", "other"), "DID_WRONG_NETWORK"],
  ])("not for an issuer that does not exist: %s", (issuer, expected) => {
    const { world, revoker } = setScene();
    const revoke = op.revoke(issuer, commitment, 0, { by: revoker });
    expect(code(world, "revoker", revoke)).toBe(expected);
  });

  it("an issuer that the transaction creates counts with its create keys and has named nobody", () => {
    const world = createWorld();
    const fresh = did("fresh");
    const signers = [signer(fresh, key("fresh")), ...by("fresh")];
    const operations = [op.create(createOf("fresh")), suspend(fresh, commitment)];
    expect(runOne(world, { signers, operations }).name).toBe("APPLIED");
  });
});

describe("what a status becomes", () => {
  it("revoked is final, whoever acts", () => {
    const { world, issuer, heir, revoker } = setScene();
    expect(code(world, "issuer", op.revoke(issuer, commitment))).toBe("APPLIED");
    for (const [name, more] of [
      ["issuer", {}],
      ["heir", { by: heir }],
      ["revoker", { by: revoker }],
    ] as const) {
      const change = { ...more, expectedSequence: 1 };
      for (const operation of [
        suspend(issuer, commitment, change),
        resume(issuer, commitment, change),
        op.revoke(issuer, commitment, 1, more),
      ]) {
        expect(code(world, name, operation)).toBe("CREDENTIAL_ALREADY_REVOKED");
      }
    }
  });

  it("suspended twice, or active twice, is refused", () => {
    const { world, issuer } = setScene();
    const at = (expectedSequence: number) => ({ expectedSequence });
    expect(code(world, "issuer", resume(issuer, commitment))).toBe("CREDENTIAL_NOT_SUSPENDED");
    expect(code(world, "issuer", suspend(issuer, commitment))).toBe("APPLIED");
    expect(code(world, "issuer", suspend(issuer, commitment, at(1)))).toBe(
      "CREDENTIAL_ALREADY_SUSPENDED",
    );
    expect(code(world, "issuer", resume(issuer, commitment, at(1)))).toBe("APPLIED");
    expect(code(world, "issuer", resume(issuer, commitment, at(2)))).toBe(
      "CREDENTIAL_NOT_SUSPENDED",
    );
  });

  it.each(["suspend", "resume"] as const)("%s expects the present sequence", (kind) => {
    const { world, issuer } = setScene();
    const change = credentialOp[kind](issuer, commitment, { expectedSequence: 3 });
    const receipt = runOne(world, { signers: by("issuer"), operations: [change] });
    expect(receipt).toMatchObject({ name: "SEQUENCE_MISMATCH", currentVersion: 0 });
  });

  it("of two changes in one block the second finds another sequence", () => {
    const { world, issuer, revoker } = setScene();
    const send = (name: string, operation: Operation) =>
      transaction(world, { signers: by(name), operations: [operation] });
    const receipts = run(world, [
      send("issuer", suspend(issuer, commitment)),
      send("revoker", op.revoke(issuer, commitment, 0, { by: revoker })),
    ]);
    expect(receipts).toMatchObject([
      { name: "APPLIED" },
      { name: "SEQUENCE_MISMATCH", currentVersion: 1 },
    ]);
  });

  it.each<[number, ErrorCode]>([
    [5, "APPLIED"],
    [6, "REASON_INVALID"],
  ])("a suspension has a known reason: %i", (reason, expected) => {
    const { world, issuer } = setScene();
    expect(code(world, "issuer", suspend(issuer, commitment, { reason }))).toBe(expected);
  });

  it("a revoker lifts what a revoker suspended, not what issuer or successor did", () => {
    const lifted = (who: string, more: { readonly by?: string }): ErrorCode | undefined => {
      const { world, issuer, revoker } = setScene();
      expect(code(world, who, suspend(issuer, commitment, more))).toBe("APPLIED");
      const change = resume(issuer, commitment, { by: revoker, expectedSequence: 1 });
      return code(world, "revoker", change);
    };
    expect(lifted("issuer", {})).toBe("UNAUTHORISED");
    expect(lifted("heir", { by: did("heir") })).toBe("UNAUTHORISED");
    expect(lifted("revoker", { by: did("revoker") })).toBe("APPLIED");
  });

  it.each([
    ["issuer", {}],
    ["heir", { by: did("heir") }],
  ])("%s lifts what a revoker suspended, even one that is off the list", (name, more) => {
    const { world, issuer, revoker } = setScene();
    expect(code(world, "revoker", suspend(issuer, commitment, { by: revoker }))).toBe("APPLIED");
    runOne(world, {
      signers: [signer(issuer, key("issuer/invoke")), sponsored],
      operations: [profile(issuer, { expectedSequence: 1, successor: did("heir") })],
    });
    const change = resume(issuer, commitment, { ...more, expectedSequence: 1 });
    expect(code(world, name, change)).toBe("APPLIED");
  });

  it("a later anchor changes no status", () => {
    const scene = setScene();
    const { world, issuer } = scene;
    expect(code(world, "issuer", suspend(issuer, commitment))).toBe("APPLIED");
    const before = status(scene);
    expect(code(world, "issuer", op.anchor(issuer, commitment))).toBe("APPLIED");
    expect(status(scene)).toEqual(before);
  });
});

describe("a credential that is suspended again and again", () => {
  it("keeps 255 intervals, then can only be revoked, which its record has room for", () => {
    const scene = setScene();
    const { world, issuer } = scene;
    const most = limits.maxStatusIntervals - 1;
    for (let round = 0; round < most; round += 1) {
      const expectedSequence = 2 * round;
      const operations = [
        suspend(issuer, commitment, { expectedSequence }),
        resume(issuer, commitment, { expectedSequence: expectedSequence + 1 }),
      ];
      expect(code(world, "issuer", ...operations)).toBe("APPLIED");
    }
    const more = { expectedSequence: 2 * most };
    expect(status(scene).intervals).toHaveLength(most);
    expect(code(world, "issuer", suspend(issuer, commitment, more))).toBe("STATUS_HISTORY_FULL");
    expect(code(world, "issuer", op.revoke(issuer, commitment, 2 * most))).toBe("APPLIED");
    expect(status(scene)).toMatchObject({ status: 3, sequence: 2 * most + 1 });
    expect(status(scene).intervals).toHaveLength(limits.maxStatusIntervals);
  });

  it("fits into a record at its largest", () => {
    const longest = "d".repeat(limits.maxDidCharacters);
    const interval = {
      status: 2,
      from: limits.maxTimeMs,
      to: limits.maxTimeMs,
      reason: 5,
      by: longest,
      role: 4,
    };
    const intervals = Array.from({ length: limits.maxStatusIntervals }, () => interval);
    const sequence = limits.maxInteger;
    const record = credentialStatusRecord.encode({ status: 3, sequence, intervals });
    expect(record.length).toBeLessThanOrEqual(limits.maxRecordBytes);
  });
});
