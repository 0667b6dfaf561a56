// Schemas, status lists and exchange receipts in docs/state.md.
import { type OperationKind, stateKeys } from "@cartorio/protocol";
import { schemaDigest, schemaOp } from "./registry-operations.ts";
import { key, runOne, signer, sponsored, type TransactionParts, type World } from "./world.ts";

/** One transaction of an operation kind, in the name of the DID "owner". */
export interface Example {
  readonly kind: OperationKind;
  readonly parts: (ownerDid: string, world: World) => TransactionParts;
}

const invoking = (name: string) => [signer(name, key("owner/invoke")), sponsored];

export const registryExamples: readonly Example[] = [
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
