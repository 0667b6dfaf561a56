import { type SchemaDeprecate, schemaRecord, stateKeys } from "@cartorio/protocol";
import { checkInvoked } from "../invocation.ts";
import { done, mismatch, refused, writeRecord } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { mayFollow } from "./schema-authority.ts";
import { readSchema } from "./schema-register.ts";

/**
 * Says that a schema should not be used any more, by a current `capabilityInvocation` key of its owner
 * or of the owner's successor; nothing becomes invalid by it (docs/ledger.md 11). Codes: those of
 * `checkInvoked`, SCHEMA_NOT_FOUND, UNAUTHORISED, SEQUENCE_MISMATCH, SCHEMA_DEPRECATED.
 */
export const schemaDeprecateHandler: OperationHandler<SchemaDeprecate> = {
  isGuarded: () => true,
  execute({ owner, digest, expectedSequence }, { state, signers }) {
    const unauthorised = checkInvoked(state, signers, owner);
    if (unauthorised !== undefined) return refused(unauthorised);
    const schema = readSchema(state, digest);
    if (schema === undefined) return refused("SCHEMA_NOT_FOUND");
    if (!mayFollow(state, schema.owner, owner)) return refused("UNAUTHORISED");
    if (expectedSequence !== schema.sequence) {
      return mismatch("SEQUENCE_MISMATCH", schema.sequence);
    }
    if (schema.deprecatedTime > 0) return refused("SCHEMA_DEPRECATED");
    const record = schemaRecord.encode({
      ...schema,
      deprecatedTime: state.block.time,
      sequence: schema.sequence + 1,
    });
    writeRecord(state, stateKeys.schema(digest), record);
    return done;
  },
};
