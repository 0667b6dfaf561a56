// Schemas, status lists and exchange receipts in docs/state.md.
import { stateKeys } from "@cartorio/protocol";
import type { StateExample } from "./did-state-examples.ts";
import { schemaDigest, schemaOp } from "./registry-operations.ts";
import { key, runOne, signer, sponsored } from "./world.ts";

const invoking = (name: string) => [signer(name, key("owner/invoke")), sponsored];

export const registryExamples: readonly StateExample[] = [
  {
    kind: "schemaRegister",
    parts: (name, world) => {
      runOne(world, { signers: invoking(name), operations: [schemaOp.register(name, "old")] });
      return {
        signers: invoking(name),
        operations: [schemaOp.register(name, "new", schemaDigest("old"))],
      };
    },
  },
  {
    kind: "schemaDeprecate",
    parts: (name, world) => {
      runOne(world, { signers: invoking(name), operations: [schemaOp.register(name, "old")] });
      return { signers: invoking(name), operations: [schemaOp.deprecate(name, "old")] };
    },
  },
];

/** Names of the state keys that the examples may write. */
export function registryKeys(owner: string): [string, Uint8Array][] {
  return [
    ...["old", "new"].map((title): [string, Uint8Array] => [
      "schema(digest)",
      stateKeys.schema(schemaDigest(title)),
    ]),
    ["schemaBody(digest)", stateKeys.schemaBody(schemaDigest("new"))],
    ["schemasHead(owner)", stateKeys.schemasHead(owner)],
    ["schemaOf(owner, n+1)", stateKeys.schemaOf(owner, 2)],
  ];
}
