import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import { defineMethod, type Method } from "./method.ts";
import { renderStanding, standingSchemas } from "./node-standing.ts";
import { caughtUpParameter } from "./parameters.ts";
import { type JsonObject, renderHeader } from "./render.ts";
import {
  bytesSchema,
  hashSchema,
  headerSchema,
  integerSchema,
  objectOf,
  stringSchema,
  timeSchema,
} from "./schemas.ts";

const getCertificate = defineMethod<{ readonly height?: number }, JsonObject>({
  name: "chain_getCertificate",
  summary: "The finality certificate of a height, with what it takes to check it.",
  description:
    "Checkpoint signatures of a quorum over the header (docs/consensus.md 7), the header, and the " +
    "validator set of the height. Check the set against a header that you trust, or ask for " +
    "proof_get, which carries the chain of sets.",
  params: [
    {
      name: "height",
      summary: "Height; default the newest certified one.",
      schema: integerSchema,
    },
    caughtUpParameter,
  ],
  result: objectOf({
    height: integerSchema,
    certificate: bytesSchema,
    header: headerSchema,
    validatorSet: bytesSchema,
  }),
  errors: ["NOT_FOUND"],
  example: { summary: "The newest", params: {} },
  async handle({ api }, { height: asked }) {
    const height = asked ?? (await api.status()).certifiedHeight;
    const [certificate, validatorSet, header] = await Promise.all([
      api.certificate(height),
      api.validatorSet(height),
      api.header(height),
    ]);
    if (certificate === undefined || validatorSet === undefined || header === undefined) {
      return { ok: false, code: "NOT_FOUND" };
    }
    const value = {
      height,
      certificate: base64UrlEncode(certificate),
      header: renderHeader(header),
      validatorSet: base64UrlEncode(validatorSet),
    };
    return { ok: true, value };
  },
});

const getStatus = defineMethod<Record<string, never>, JsonObject>({
  name: "chain_getStatus",
  summary: "Network, heights, view and health of the node.",
  description:
    "`height` is executed here, `certifiedHeight` is final for anyone. `reasons` names what keeps " +
    "the node from being ready; a validator that does not vote says why in `entry`, `amnesia`, " +
    "`quorumLost`, `removed` or `halted`. Never take a trust anchor from here: it is the gateway's word.",
  params: [],
  result: objectOf({
    network: stringSchema,
    chainId: hashSchema,
    protocolVersion: integerSchema,
    ...standingSchemas,
    validators: integerSchema,
    height: integerSchema,
    headerHash: hashSchema,
    stateRoot: hashSchema,
    certifiedHeight: integerSchema,
    certifiedTime: timeSchema,
    certifiedStateRoot: hashSchema,
    view: integerSchema,
    primary: integerSchema,
    epoch: integerSchema,
  }),
  errors: [],
  example: { summary: "Of this node", params: {} },
  async handle({ api }) {
    const status = await api.status();
    const { network, protocolVersion, validators, height, certifiedHeight, certifiedTime } = status;
    const value = {
      ...renderStanding(status),
      ...{ network, protocolVersion, validators, height, certifiedHeight, certifiedTime },
      ...{ view: status.view, primary: status.primary, epoch: status.epoch },
      chainId: hexEncode(status.chainId),
      headerHash: hexEncode(status.headerHash),
      stateRoot: hexEncode(status.stateRoot),
      certifiedStateRoot: hexEncode(status.certifiedStateRoot),
    };
    return { ok: true, value };
  },
});

/** Methods of the `chain_` namespace about the chain as a whole and what makes a height final. */
export const chainMethods: readonly Method[] = [getStatus, getCertificate];
