// How a node stands, as `chain_getStatus` and `node_getStatus` say it alike.
import { hexEncode } from "@cartorio/crypto";
import type { NodeStatus } from "./node-api.ts";
import type { JsonObject } from "./render.ts";
import {
  arrayOf,
  booleanSchema,
  didSchema,
  hashSchema,
  integerSchema,
  type JsonSchema,
  objectOf,
  oneOf,
  stringSchema,
  timeSchema,
} from "./schemas.ts";

/** Members of a result: who the node is, whether it is ready, and why it does not vote. */
export const standingSchemas: Readonly<Record<string, JsonSchema>> = {
  version: stringSchema,
  role: oneOf(["validator", "observer"]),
  "validator?": integerSchema,
  peersConnected: integerSchema,
  mempoolTransactions: integerSchema,
  ready: booleanSchema,
  reasons: arrayOf(stringSchema),
  "incarnation?": stringSchema,
  "entry?": objectOf({ answered: arrayOf(integerSchema), needed: integerSchema }),
  "amnesia?": objectOf({
    code: stringSchema,
    member: didSchema,
    validatorKey: hashSchema,
    incarnation: stringSchema,
    epoch: integerSchema,
    "activationHeight?": integerSchema,
  }),
  "quorumLost?": booleanSchema,
  "removed?": booleanSchema,
  "halted?": stringSchema,
  pid: integerSchema,
  startedAt: timeSchema,
};

export function renderStanding(status: NodeStatus): JsonObject {
  const { version, role, validator, peersConnected, mempoolTransactions, ready } = status;
  const { reasons, incarnation, entry, amnesia, quorumLost, removed, halted } = status;
  return {
    ...{ version, role, peersConnected, mempoolTransactions, ready, reasons: [...reasons] },
    ...(validator === undefined ? {} : { validator }),
    ...(incarnation && { incarnation: hexEncode(incarnation) }),
    ...(entry && { entry: { ...entry, answered: [...entry.answered] } }),
    ...(amnesia && {
      amnesia: {
        ...amnesia,
        validatorKey: hexEncode(amnesia.validatorKey),
        incarnation: hexEncode(amnesia.incarnation),
      },
    }),
    ...(quorumLost === undefined ? {} : { quorumLost }),
    ...(removed === undefined ? {} : { removed }),
    ...(halted === undefined ? {} : { halted }),
    ...{ pid: status.pid, startedAt: status.startedAt },
  };
}
