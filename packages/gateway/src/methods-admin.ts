// Methods of the admin listener: about one gateway process, and the lists that only its owner may read.
import { defineMethod, type Method } from "./method.ts";
import { enumerationMethods } from "./methods-enumeration.ts";
import type { ApiResult } from "./node-api.ts";
import { booleanSchema, integerSchema, objectOf } from "./schemas.ts";

/** What a gateway tells of itself, and what it can be told. */
export interface GatewayControl {
  readonly counts: () => GatewayCounts;
  /** Puts the certificate files into use. CONFIG_INVALID: they do not fit, the old ones stay. */
  readonly reloadTls: () => Promise<ApiResult<{ readonly reloaded: boolean }>>;
}

export interface GatewayCounts {
  readonly connections: number;
  readonly requestsRunning: number;
  readonly webSockets: number;
  readonly unsentBytes: number;
  readonly clientsRemembered: number;
}

/** Rows of the admin listener, for one gateway. */
export function createAdminMethods(control: GatewayControl): readonly Method[] {
  const getGateway = defineMethod<Record<string, never>, GatewayCounts>({
    name: "admin_getGateway",
    summary: "What the gateway is busy with.",
    description: "Counts of the public and the admin listener together.",
    permission: "admin",
    params: [],
    result: objectOf({
      connections: integerSchema,
      requestsRunning: integerSchema,
      webSockets: integerSchema,
      unsentBytes: integerSchema,
      clientsRemembered: integerSchema,
    }),
    errors: [],
    example: { summary: "Of this gateway", params: {} },
    handle: async () => ({ ok: true, value: control.counts() }),
  });
  const reloadTls = defineMethod<Record<string, never>, { readonly reloaded: boolean }>({
    name: "admin_reloadTls",
    summary: "Puts the certificate files into use at once.",
    description:
      "For new connections. The gateway looks at the files by itself every few seconds. " +
      "`reloaded` is false where TLS is not configured.",
    permission: "admin",
    params: [],
    result: objectOf({ reloaded: booleanSchema }),
    errors: ["CONFIG_INVALID"],
    example: { summary: "Of this gateway", params: {} },
    handle: () => control.reloadTls(),
  });
  return [getGateway, reloadTls, ...enumerationMethods];
}
