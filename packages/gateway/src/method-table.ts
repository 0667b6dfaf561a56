import { defineMethod, type Method } from "./method.ts";
import { accreditationMethods } from "./methods-accreditation.ts";
import { blockMethods } from "./methods-block.ts";
import { chainMethods } from "./methods-chain.ts";
import { consensusMethods } from "./methods-consensus.ts";
import { credentialMethods } from "./methods-credential.ts";
import { decodingMethods } from "./methods-decoding.ts";
import { didMethods } from "./methods-did.ts";
import { didDereferenceMethods } from "./methods-did-dereference.ts";
import { didHistoryMethods } from "./methods-did-history.ts";
import { evidenceMethods } from "./methods-evidence.ts";
import { exchangeMethods } from "./methods-exchange.ts";
import { governanceMethods } from "./methods-governance.ts";
import { governanceSimulationMethods } from "./methods-governance-simulation.ts";
import { nodeMethods } from "./methods-node.ts";
import { parametersMethods } from "./methods-parameters.ts";
import { pendingMethods } from "./methods-pending.ts";
import { proofMethods } from "./methods-proof.ts";
import { receiptMethods } from "./methods-receipt.ts";
import { schemaMethods } from "./methods-schema.ts";
import { statusListMethods } from "./methods-status-list.ts";
import { statusListsMethods } from "./methods-status-lists.ts";
import { transactionMethods } from "./methods-transaction.ts";
import { validatorMethods } from "./methods-validators.ts";
import { openRpcDocument } from "./open-rpc.ts";
import { withReadOptions } from "./read-options.ts";
import { anyObjectSchema } from "./schemas.ts";

const discover = defineMethod<Record<string, never>, Record<string, unknown>>({
  name: "rpc.discover",
  summary: "What can be called here, as an OpenRPC document.",
  description:
    "Also callable as rpc_discover, for clients that cannot write a dot. Asked over a WebSocket it has the " +
    "methods of subscriptions too, on the admin listener those of scope admin.",
  params: [],
  result: anyObjectSchema,
  errors: [],
  example: { summary: "The document", params: {} },
  async handle({ api, methods }) {
    const { version } = await api.status();
    return { ok: true, value: openRpcDocument(methods, version) };
  },
});

const rows: readonly Method[] = [
  ...transactionMethods,
  ...receiptMethods,
  ...decodingMethods,
  ...pendingMethods,
  ...didMethods,
  ...didDereferenceMethods,
  ...didHistoryMethods,
  ...credentialMethods,
  ...accreditationMethods,
  ...schemaMethods,
  ...statusListMethods,
  ...statusListsMethods,
  ...governanceMethods,
  ...governanceSimulationMethods,
  ...exchangeMethods,
  ...proofMethods,
  ...chainMethods,
  ...blockMethods,
  ...validatorMethods,
  ...parametersMethods,
  ...nodeMethods,
  ...consensusMethods,
  ...evidenceMethods,
  discover,
];

/** Every method of the gateway. */
export const methodTable: readonly Method[] = rows.map(withReadOptions);

/** Other names of methods. */
export const methodAliases: ReadonlyMap<string, string> = new Map([
  ["rpc_discover", "rpc.discover"],
]);
