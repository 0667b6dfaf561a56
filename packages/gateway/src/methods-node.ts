import { hexEncode } from "@cartorio/crypto";
import { defineMethod, type Method } from "./method.ts";
import { renderStanding, standingSchemas } from "./node-standing.ts";
import type { JsonObject } from "./render.ts";
import {
  arrayOf,
  booleanSchema,
  hashSchema,
  integerSchema,
  objectOf,
  stringSchema,
  timeSchema,
} from "./schemas.ts";

const getStatus = defineMethod<Record<string, never>, JsonObject>({
  name: "node_getStatus",
  summary: "How this node stands: its role, whether it is ready, and if not, why.",
  description:
    "What `/readyz` says, and more. `certifiedTime` is that of the newest certified block: with heartbeats " +
    "it is never many of their intervals ago as long as the network and this node go on.",
  params: [],
  result: objectOf({
    ...standingSchemas,
    height: integerSchema,
    certifiedHeight: integerSchema,
    certifiedTime: timeSchema,
  }),
  errors: [],
  example: { summary: "Of this node", params: {} },
  async handle({ api }) {
    const status = await api.status();
    const { height, certifiedHeight, certifiedTime } = status;
    const value = { ...renderStanding(status), height, certifiedHeight, certifiedTime };
    return { ok: true, value };
  },
});

const getPeers = defineMethod<Record<string, never>, JsonObject>({
  name: "node_getPeers",
  summary: "The nodes that this node may talk to, and which of them it does.",
  description:
    "Validators and observers that the ledger lists, by their node key. `certifiedHeight` is what the peer " +
    "said when it connected.",
  params: [],
  result: objectOf({
    peers: arrayOf(
      objectOf({
        nodeKey: hashSchema,
        member: stringSchema,
        "validator?": integerSchema,
        connected: booleanSchema,
        "certifiedHeight?": integerSchema,
        addresses: arrayOf(stringSchema),
      }),
    ),
  }),
  errors: [],
  example: { summary: "Of this node", params: {} },
  async handle({ api }) {
    const peers = await api.peers();
    const value = {
      peers: peers.map(({ nodeKey, addresses, ...peer }) => ({
        ...peer,
        nodeKey: hexEncode(nodeKey),
        addresses: [...addresses],
      })),
    };
    return { ok: true, value };
  },
});

/** Methods of the `node_` namespace. */
export const nodeMethods: readonly Method[] = [getStatus, getPeers];
