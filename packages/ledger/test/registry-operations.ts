// Operations of the schema registry, of status lists and of exchange receipts.
import { sha256, utf8Encode } from "@cartorio/crypto";
import { canonicalBytes, type Operation } from "@cartorio/protocol";

const nothing = new Uint8Array(0);

/** The canonical bytes of a small schema with this title. */
export function schemaBody(title: string): Uint8Array {
  return canonicalBytes({ title, type: "object" }) ?? utf8Encode("");
}
export const schemaDigest = (title: string): Uint8Array => sha256(schemaBody(title));

export const schemaOp = {
  register: (owner: string, title: string, supersedes: Uint8Array = nothing): Operation => ({
    kind: "schemaRegister",
    value: { owner, body: schemaBody(title), supersedes },
  }),
  bytes: (owner: string, body: Uint8Array): Operation => ({
    kind: "schemaRegister",
    value: { owner, body, supersedes: nothing },
  }),
  deprecate: (owner: string, title: string, expectedSequence = 0): Operation => ({
    kind: "schemaDeprecate",
    value: { owner, digest: schemaDigest(title), expectedSequence },
  }),
};
