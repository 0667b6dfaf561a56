// docs/ledger.md 11, as the model sees it. "body x" is a sound schema unless x is "bad"; its digest is
// "digest x".
import type { SchemaOperation } from "@cartorio/protocol";
import { bit, type Doing, need, needKey, Refusal, type Rules } from "./state.ts";

/** Bytes of {"title":"x","type":"object"}. */
const sizeOf = (body: string): number => 28 + body.slice("body ".length).length;

/** The owner, and the successor that it named before. */
function mayFollow({ before }: Doing, owner: string, did: string): boolean {
  return did === owner || before.profiles[owner]?.successor === did;
}

export const schemaRules: Partial<Rules<SchemaOperation["kind"]>> = {
  schemaRegister({ owner, body, supersedes }, doing) {
    const { state, time, height } = doing;
    needKey(doing, owner, bit.invocation);
    const before = state.schemas[supersedes];
    if (supersedes !== "no bytes") {
      if (before === undefined) throw new Refusal("SCHEMA_NOT_FOUND");
      need(mayFollow(doing, before.owner, owner), "UNAUTHORISED");
    }
    const digest = body.replace("body", "digest");
    need(state.schemas[digest] === undefined, "SCHEMA_EXISTS");
    need(before === undefined || before.supersededBy === "no bytes", "SCHEMA_SUPERSEDED");
    need(body !== "body bad", "SCHEMA_INVALID");
    const known = Object.values(state.schemas).filter((schema) => schema.owner === owner);
    state.schemas[digest] = {
      ...{ owner, number: known.length + 1, time, height, size: sizeOf(body) },
      ...{ supersedes, supersededBy: "no bytes", deprecatedTime: 0, sequence: 0 },
    };
    if (before === undefined) return;
    state.schemas[supersedes] = { ...before, supersededBy: digest, sequence: before.sequence + 1 };
  },
  schemaDeprecate({ owner, digest, expectedSequence }, doing) {
    needKey(doing, owner, bit.invocation);
    const schema = doing.state.schemas[digest];
    if (schema === undefined) throw new Refusal("SCHEMA_NOT_FOUND");
    need(mayFollow(doing, schema.owner, owner), "UNAUTHORISED");
    need(expectedSequence === schema.sequence, "SEQUENCE_MISMATCH", schema.sequence);
    need(schema.deprecatedTime === 0, "SCHEMA_DEPRECATED");
    const sequence = schema.sequence + 1;
    doing.state.schemas[digest] = { ...schema, deprecatedTime: doing.time, sequence };
  },
};
