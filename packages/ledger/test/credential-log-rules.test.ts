// docs/ledger.md 6: co-signatures and logs of an anchor.
import {
  credentialCosignRecord,
  credentialLogHeadRecord,
  credentialLogRecord,
  type ErrorCode,
  limits,
  type Operation,
  type Signer,
  stateKeys,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { anchorHash, recordNow } from "./record-now.ts";
import {
  createNamed,
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

const hash = hashOf("credential");
const { anchorFor, cosign, log } = credentialOp;

interface Scene {
  readonly world: World;
  readonly issuer: string;
  readonly recordHash: Uint8Array;
}

/** "issuer" has anchored for "witness" and "late" (which does not exist yet) to co-sign. */
function setScene(): Scene {
  const world = createWorld();
  const issuer = createNamed(world, "issuer");
  createNamed(world, "witness");
  createNamed(world, "stranger");
  const anchored = anchorFor(issuer, hash, [did("witness"), did("late")]);
  expect(code(world, "issuer", anchored)).toBe("APPLIED");
  return { world, issuer, recordHash: anchorHash(world, issuer, hash) };
}

const by = (name: string): Signer[] => [signer(did(name), key(`${name}/assert`)), sponsored];

function code(world: World, name: string, ...operations: Operation[]): ErrorCode | undefined {
  return runOne(world, { signers: by(name), operations }).name;
}

describe("credential.cosign", () => {
  it("writes who, when, over what and with which key, once", () => {
    const { world, issuer, recordHash } = setScene();
    const operation = cosign(issuer, hash, { cosigner: did("witness"), recordHash });
    expect(code(world, "witness", operation)).toBe("APPLIED");
    const record = recordNow(world, stateKeys.credentialCosign(issuer, hash, did("witness")));
    const { height, header } = world.ledger.head;
    expect(record && credentialCosignRecord.decode(record)).toEqual({
      ok: true,
      value: { time: header.time, height, recordHash, multikey: key("witness/assert") },
    });
    expect(code(world, "witness", operation)).toBe("CREDENTIAL_ALREADY_COSIGNED");
  });

  it("is for those that the anchor names", () => {
    const { world, issuer, recordHash } = setScene();
    for (const name of ["stranger", "issuer"]) {
      const operation = cosign(issuer, hash, { cosigner: did(name), recordHash });
      expect(code(world, name, operation)).toBe("UNAUTHORISED");
    }
    const absent = cosign(issuer, hash, { cosigner: did("late"), recordHash });
    expect(code(world, "late", absent)).toBe("DID_NOT_FOUND");
    createNamed(world, "late");
    expect(code(world, "late", absent)).toBe("APPLIED");
  });

  it("needs the co-signer's own key, as it was before the transaction", () => {
    const { world, issuer, recordHash } = setScene();
    const operation = cosign(issuer, hash, { cosigner: did("witness"), recordHash });
    expect(code(world, "issuer", operation)).toBe("UNAUTHORISED");
    const update = op.update(did("witness"), 1, documentWith(), documentKeysOf("witness"));
    runOne(world, {
      signers: [signer(did("witness"), key("witness")), sponsored],
      operations: [update],
    });
    expect(code(world, "witness", operation)).toBe("UNAUTHORISED");
  });

  it("is over the whole record", () => {
    const { world, issuer } = setScene();
    for (const recordHash of [hash, new Uint8Array(32)]) {
      const operation = cosign(issuer, hash, { cosigner: did("witness"), recordHash });
      expect(code(world, "witness", operation)).toBe("ANCHOR_RECORD_MISMATCH");
    }
  });

  it("needs an anchor of this issuer from before the transaction", () => {
    const { world, issuer, recordHash } = setScene();
    const more = { cosigner: did("witness"), recordHash };
    const other = cosign(issuer, hashOf("other"), more);
    expect(code(world, "witness", other)).toBe("ANCHOR_NOT_FOUND");
    expect(code(world, "witness", cosign(did("stranger"), hash, more))).toBe("ANCHOR_NOT_FOUND");
    expect(code(world, "witness", cosign("no DID", hash, more))).toBe("ANCHOR_NOT_FOUND");
    const together = runOne(world, {
      signers: [signer(issuer, key("issuer/assert")), ...by("witness")],
      operations: [anchorFor(issuer, hashOf("other"), [did("witness")]), other],
    });
    expect(together).toMatchObject({ name: "ANCHOR_NOT_FOUND", operationIndex: 1 });
  });

  it("of two of the same in one block one is applied", () => {
    const { world, issuer, recordHash } = setScene();
    const operation = cosign(issuer, hash, { cosigner: did("witness"), recordHash });
    const send = () => transaction(world, { signers: by("witness"), operations: [operation] });
    const receipts = run(world, [send(), send()]);
    expect(receipts.map(({ name }) => name)).toEqual(["APPLIED", "CREDENTIAL_ALREADY_COSIGNED"]);
  });
});

describe("credential.log", () => {
  it("appends what issuer and named parties say, in order", () => {
    const { world, issuer } = setScene();
    const entries = [
      ["issuer", log(issuer, hash, { code: 3 })],
      ["witness", log(issuer, hash, { by: did("witness"), expectedSequence: 1 })],
      ["issuer", log(issuer, hash, { by: issuer, expectedSequence: 2, entry: hashOf("third") })],
    ] as const;
    for (const [name, operation] of entries) {
      expect(code(world, name, operation)).toBe("APPLIED");
    }
    const head = recordNow(world, stateKeys.credentialLogHead(issuer, hash));
    expect(head && credentialLogHeadRecord.decode(head)).toEqual({ ok: true, value: { count: 3 } });
    const stored = [1, 2, 3].map((number) => {
      const record = recordNow(world, stateKeys.credentialLog(issuer, hash, number));
      return record && credentialLogRecord.decode(record);
    });
    expect(stored).toMatchObject([
      { value: { by: issuer, code: 3, entry: hashOf("entry"), height: 5 } },
      { value: { by: did("witness"), code: 1, height: 6 } },
      { value: { by: issuer, entry: hashOf("third"), height: 7 } },
    ]);
  });

  it("is closed to others, and to keys of others", () => {
    const { world, issuer } = setScene();
    expect(code(world, "stranger", log(issuer, hash, { by: did("stranger") }))).toBe(
      "UNAUTHORISED",
    );
    expect(code(world, "stranger", log(issuer, hash))).toBe("UNAUTHORISED");
    expect(code(world, "issuer", log(issuer, hash, { by: did("witness") }))).toBe("UNAUTHORISED");
    expect(code(world, "late", log(issuer, hash, { by: did("late") }))).toBe("DID_NOT_FOUND");
  });

  it("needs an anchor from before the transaction, not a status", () => {
    const { world, issuer } = setScene();
    expect(code(world, "issuer", op.revoke(issuer, hash), log(issuer, hash))).toBe("APPLIED");
    const other = log(issuer, hashOf("other"));
    expect(code(world, "issuer", other)).toBe("ANCHOR_NOT_FOUND");
    const together = [op.anchor(issuer, hashOf("other")), other];
    expect(code(world, "issuer", ...together)).toBe("ANCHOR_NOT_FOUND");
  });

  it("expects the number of entries", () => {
    const { world, issuer } = setScene();
    const send = (name: string, operation: Operation) =>
      transaction(world, { signers: by(name), operations: [operation] });
    const receipts = run(world, [
      send("issuer", log(issuer, hash)),
      send("witness", log(issuer, hash, { by: did("witness") })),
    ]);
    expect(receipts).toMatchObject([
      { name: "APPLIED" },
      { name: "SEQUENCE_MISMATCH", currentVersion: 1 },
    ]);
  });

  it("ends at 256 entries", () => {
    const { world, issuer } = setScene();
    const perTransaction = 32;
    for (let count = 0; count < limits.maxLogEntries; count += perTransaction) {
      const operations = Array.from({ length: perTransaction }, (_, index) =>
        log(issuer, hash, { expectedSequence: count + index }),
      );
      expect(code(world, "issuer", ...operations)).toBe("APPLIED");
    }
    const next = log(issuer, hash, { expectedSequence: limits.maxLogEntries });
    expect(code(world, "issuer", next)).toBe("CREDENTIAL_LOG_FULL");
  });
});
