import { sha256 } from "@cartorio/crypto";
import {
  findSchemaProblem,
  type SchemaRecord,
  type SchemaRegister,
  schemaBodyRecord,
  schemaIndexRecord,
  schemaRecord,
  schemasHeadRecord,
  stateKeys,
} from "@cartorio/protocol";
import { checkInvoked } from "../invocation.ts";
import {
  decodedRecord,
  done,
  readDecoded,
  readRecord,
  refused,
  type TransactionState,
  writeRecord,
} from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { mayFollow } from "./schema-authority.ts";

/**
 * Registers a schema under the digest of its bytes, by a current `capabilityInvocation` key of the
 * owner. It may follow one schema of the owner, or of a DID that named the owner its successor
 * (docs/ledger.md 11). Codes: those of `checkInvoked`, SCHEMA_NOT_FOUND and UNAUTHORISED for the one
 * that it follows, SCHEMA_EXISTS, SCHEMA_SUPERSEDED, those of `findSchemaProblem`.
 */
export const schemaRegisterHandler: OperationHandler<SchemaRegister> = {
  // The digest exists once.
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { owner, body, supersedes } = operation;
    const unauthorised = checkInvoked(state, signers, owner);
    if (unauthorised !== undefined) return refused(unauthorised);
    const before = supersedes.length === 0 ? undefined : readSchema(state, supersedes);
    if (supersedes.length > 0) {
      if (before === undefined) return refused("SCHEMA_NOT_FOUND");
      if (!mayFollow(state, before.owner, owner)) return refused("UNAUTHORISED");
    }
    const digest = sha256(body);
    if (readSchema(state, digest) !== undefined) return refused("SCHEMA_EXISTS");
    if (before !== undefined && before.supersededBy.length > 0) return refused("SCHEMA_SUPERSEDED");
    const problem = findSchemaProblem(body);
    if (problem !== undefined) return refused(problem.code);
    writeSchema(state, operation, digest);
    if (before !== undefined) {
      const followed = { ...before, supersededBy: digest, sequence: before.sequence + 1 };
      writeRecord(state, stateKeys.schema(supersedes), schemaRecord.encode(followed));
    }
    return done;
  },
};

/** The schema as of now, inside the transaction. */
export function readSchema(state: TransactionState, digest: Uint8Array): SchemaRecord | undefined {
  return readDecoded(state, stateKeys.schema(digest), schemaRecord);
}

function writeSchema(
  state: TransactionState,
  { owner, body, supersedes }: SchemaRegister,
  digest: Uint8Array,
): void {
  const headBytes = readRecord(state, stateKeys.schemasHead(owner));
  const number = (headBytes ? decodedRecord(schemasHeadRecord.decode(headBytes)).count : 0) + 1;
  const record: SchemaRecord = {
    owner,
    number,
    time: state.block.time,
    height: state.block.height,
    size: body.length,
    supersedes,
    supersededBy: new Uint8Array(0),
    deprecatedTime: 0,
    sequence: 0,
  };
  writeRecord(state, stateKeys.schema(digest), schemaRecord.encode(record));
  const bodyRecord = schemaBodyRecord.encode({ body, redaction: undefined });
  writeRecord(state, stateKeys.schemaBody(digest), bodyRecord);
  writeRecord(state, stateKeys.schemasHead(owner), schemasHeadRecord.encode({ count: number }));
  writeRecord(state, stateKeys.schemaOf(owner, number), schemaIndexRecord.encode({ digest }));
}
