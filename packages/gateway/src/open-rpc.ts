import { errorCodes, errorNumber } from "@cartorio/protocol";
import type { Method, MethodParameter } from "./method.ts";
import { costOf, permissionOf } from "./method-access.ts";

const OPEN_RPC_VERSION = "1.3.2";

/** The OpenRPC document of a method table. */
export function openRpcDocument(
  methods: readonly Method[],
  version: string,
): Record<string, unknown> {
  return {
    openrpc: OPEN_RPC_VERSION,
    info: {
      title: "Cartorio",
      version,
      description: "Hashes and ids are lower-case hex, other bytes unpadded base64url, times ms.",
    },
    methods: methods.map(describe),
  };
}

function describe(method: Method): Record<string, unknown> {
  const { name, summary, description, params, result, errors, example } = method;
  return {
    name,
    summary,
    description,
    ...describeAccess(method),
    paramStructure: "either",
    params: params.map(describeParameter),
    result: { name: "result", schema: result },
    errors: errors.map((code) => ({
      code: -errorNumber(code),
      message: errorCodes[code].summary,
      data: { code },
    })),
    examples: [
      {
        name: example.summary,
        params: Object.entries(example.params).map(([key, value]) => ({ name: key, value })),
      },
    ],
  };
}

/** Extensions (`x-`), since OpenRPC has no words for it: who may call, and what of its share a call takes. */
function describeAccess(method: Method): Record<string, unknown> {
  const cost = costOf(method, {});
  const costWithProof = costOf(method, { proof: true });
  const mayProve = method.params.some(({ name }) => name === "proof");
  return {
    "x-permission": permissionOf(method),
    "x-cost": cost,
    ...(mayProve ? { "x-costWithProof": costWithProof } : {}),
  };
}

function describeParameter(parameter: MethodParameter): Record<string, unknown> {
  const { name, summary, schema, required = false } = parameter;
  return { name, summary, required, schema };
}
