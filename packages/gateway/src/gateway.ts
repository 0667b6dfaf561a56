import type { AddressInfo } from "node:net";
import { GatewayError } from "./gateway-error.ts";
import { defaultGatewayLimits, type GatewayLimits } from "./limits.ts";
import type { NodeApi } from "./node-api.ts";
import { createServer, type GatewayLogger } from "./server.ts";

export interface GatewayOptions {
  readonly api: NodeApi;
  /** Port 0 takes a free one. */
  readonly listen: { readonly host: string; readonly port: number };
  /** Default {@link defaultGatewayLimits}. */
  readonly limits?: Partial<GatewayLimits>;
  readonly logger: GatewayLogger;
}

/** The HTTP door of a node: JSON-RPC, DID resolution, health. */
export interface Gateway {
  /**
   * Starts to listen and gives the base URL. Rejects with {@link GatewayError}: PORT_IN_USE, or
   * CONFIG_INVALID for an address that this host does not have or may not use.
   */
  start(): Promise<{ readonly url: string }>;
  /** Refuses new requests, cuts those that wait, frees the port. */
  stop(): Promise<void>;
}

const configurationMistakes = new Set(["EACCES", "EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN"]);

export function createGateway(options: GatewayOptions): Gateway {
  const { api, listen, logger } = options;
  const limits = { ...defaultGatewayLimits, ...options.limits };
  const app = createServer({ api, limits, logger });
  return {
    async start() {
      try {
        await app.listen(listen);
      } catch (error) {
        throw explain(error, listen);
      }
      const url = urlOf(listen.host, app.server.address());
      logger.info({ url }, "gateway listens");
      return { url };
    },
    async stop() {
      await app.close();
    },
  };
}

function urlOf(host: string, address: AddressInfo | string | null): string {
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function explain(error: unknown, listen: GatewayOptions["listen"]): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const where = `${listen.host}:${listen.port}`;
  if (code === "EADDRINUSE") {
    const message = `gateway: ${where} is in use: stop the other process or choose another port`;
    return new GatewayError("PORT_IN_USE", message, { cause: error });
  }
  if (typeof code !== "string" || !configurationMistakes.has(code)) return error;
  return new GatewayError("CONFIG_INVALID", `gateway: cannot listen on ${where} (${code})`, {
    cause: error,
  });
}
