// Schemas, status lists and exchange receipts in docs/state.md.
import { stateKeys } from "@cartorio/protocol";
import type { StateExample } from "./did-state-examples.ts";
import { exchangeOp, schemaDigest, schemaOp, statusListOp } from "./registry-operations.ts";
import { key, runOne, signer, sponsored } from "./world.ts";

const asserting = (name: string) => [signer(name, key("owner/assert")), sponsored];
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
  {
    kind: "statusListCreate",
    parts: (name) => ({ signers: asserting(name), operations: [statusListOp.create(name)] }),
  },
  {
    kind: "statusListUpdate",
    parts: (name, world) => {
      const signers = asserting(name);
      runOne(world, { signers, operations: [statusListOp.create(name)] });
      return { signers, operations: [statusListOp.set(name, [7])] };
    },
  },
  {
    kind: "exchangeReceipts",
    parts: (name) => ({ signers: invoking(name), operations: [exchangeOp.receipts(name, 0)] }),
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
    ["statusListsHead(owner)", stateKeys.statusListsHead(owner)],
    ["statusList(owner, n+1)", stateKeys.statusList(owner, 1)],
    ["statusListHead(owner, list)", stateKeys.statusListHead(owner, 1)],
    ["statusListVersion(owner, list, 0)", stateKeys.statusListVersion(owner, 1, 0)],
    ["statusListVersion(owner, list, s+1)", stateKeys.statusListVersion(owner, 1, 1)],
    ["statusChunkHead(owner, list, chunk)", stateKeys.statusChunkHead(owner, [1, 0])],
    ["statusChunk(owner, list, chunk, s+1)", stateKeys.statusChunk(owner, [1, 0, 1])],
    ["exchangeHead(party)", stateKeys.exchangeHead(owner)],
    ["exchangeReceipts(party, n+1)", stateKeys.exchangeReceipts(owner, 1)],
  ];
}
