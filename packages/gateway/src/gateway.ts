import { Server as HttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Audit } from "./audit.ts";
import { type Budgets, createBudgets } from "./budgets.ts";
import { type Callers, createCallers } from "./callers.ts";
import { GatewayError } from "./gateway-error.ts";
import { defaultGatewayLimits, type GatewayLimits } from "./limits.ts";
import { methodTable } from "./method-table.ts";
import { createAdminMethods, type GatewayControl } from "./methods-admin.ts";
import type { NodeApi } from "./node-api.ts";
import { createReadMemory, type ReadMemory } from "./read-memory.ts";
import { defaultSecurity, type SecurityOptions } from "./security.ts";
import { createServer, type GatewayLogger, type ServerOptions } from "./server.ts";
import { loadTls, type TlsReload, watchTls } from "./tls.ts";

/** An address; port 0 takes a free one. */
export interface ListenOptions {
  readonly host: string;
  readonly port: number;
}

/** Settings of a gateway; cloneable. */
export interface GatewaySettings {
  readonly listen: ListenOptions;
  /** Default {@link defaultGatewayLimits}. */
  readonly limits?: Partial<GatewayLimits>;
  /** Default {@link defaultSecurity}. */
  readonly security?: Partial<SecurityOptions>;
  /** Where admin methods are served, to tokens of scope admin only; absent: nowhere. */
  readonly admin?: ListenOptions;
}

export interface GatewayOptions extends GatewaySettings {
  readonly api: NodeApi;
  readonly logger: GatewayLogger;
  /** Keeps who wrote what; default the log. */
  readonly audit?: Audit;
}

/** Where a gateway listens. */
export interface GatewayUrls {
  readonly url: string;
  readonly adminUrl?: string;
}

/** The HTTP door of a node: JSON-RPC, DID resolution, health. */
export interface Gateway {
  /**
   * Starts to listen and gives the base URLs. Rejects with {@link GatewayError}: PORT_IN_USE, or
   * CONFIG_INVALID for an address that this host does not have or may not use, or for certificate files
   * that do not fit.
   */
  start(): Promise<GatewayUrls>;
  /** Refuses new requests, cuts those that wait, frees the ports. */
  stop(): Promise<void>;
}

const configurationMistakes = new Set(["EACCES", "EADDRNOTAVAIL", "ENOTFOUND", "EAI_AGAIN"]);
/** How often the certificate files are looked at. */
const tlsIntervalMs = 5000;

export function createGateway(options: GatewayOptions): Gateway {
  const { logger } = options;
  const opened: Opened = { listeners: [] };
  return {
    async start() {
      await openListeners(options, opened);
      const [publicly, admin] = await Promise.all(opened.listeners.map(listenOn));
      if (publicly === undefined) throw new Error("INV-GATEWAY-LISTENER: no listener was made");
      const urls = { url: publicly, ...(admin === undefined ? {} : { adminUrl: admin }) };
      logger.info(urls, "gateway listens");
      return urls;
    },
    async stop() {
      opened.tls?.stop();
      opened.memory?.stop();
      await Promise.all(opened.listeners.map(({ app }) => app.close()));
    },
  };
}

interface Listener {
  readonly app: FastifyInstance;
  readonly at: ListenOptions;
}

interface Opened {
  listeners: Listener[];
  tls?: TlsReload;
  memory?: ReadMemory;
}

async function openListeners(options: GatewayOptions, opened: Opened): Promise<void> {
  const security = { ...defaultSecurity, ...options.security };
  const tls = security.tls && (await loadTls(security.tls));
  const callers = createCallers(security);
  const { logger } = options;
  const memory = createReadMemory(options.api);
  opened.memory = memory;
  const { api } = memory;
  const audit: Audit = options.audit ?? ((entry) => logger.info({ audit: entry }, "write"));
  const limits = { ...defaultGatewayLimits, ...options.limits };
  const budgets = createBudgets(limits);
  const shared = { api, memory, logger, audit, limits, callers, budgets, ...(tls && { tls }) };
  const open = (
    at: ListenOptions,
    differing: Pick<ServerOptions, "security" | "methods">,
  ): void => {
    opened.listeners.push({ at, app: createServer({ ...shared, ...differing }) });
  };
  open(options.listen, { security, methods: methodTable });
  if (options.admin !== undefined) {
    const control = controlOf(opened, { callers, budgets });
    const methods = [...methodTable, ...createAdminMethods(control)];
    open(options.admin, { security, methods });
  }
  if (security.tls !== undefined) opened.tls = watch(security.tls, { opened, logger });
}

function watch(
  files: NonNullable<SecurityOptions["tls"]>,
  { opened, logger }: { readonly opened: Opened; readonly logger: GatewayLogger },
): TlsReload {
  const servers = opened.listeners
    .map(({ app }) => app.server)
    .filter((server) => server instanceof HttpsServer);
  const onReload = (error: unknown): void => {
    if (error === undefined) logger.info("certificate replaced");
    else logger.error({ err: error }, "new certificate files do not fit, the old one stays");
  };
  return watchTls({ files, servers, intervalMs: tlsIntervalMs, onReload });
}

interface ControlSources {
  readonly callers: Callers;
  readonly budgets: Budgets;
}

function controlOf(opened: Opened, { callers, budgets }: ControlSources): GatewayControl {
  return {
    counts: () => ({
      connections: budgets.connections.taken(),
      requestsRunning: budgets.requests.taken(),
      webSockets: budgets.sockets.taken(),
      unsentBytes: budgets.unsentBytes.taken(),
      clientsRemembered: callers.count(),
    }),
    async reloadTls() {
      if (opened.tls === undefined) return { ok: true, value: { reloaded: false } };
      try {
        await opened.tls.now();
        return { ok: true, value: { reloaded: true } };
      } catch (error) {
        if (error instanceof GatewayError) return { ok: false, code: error.code };
        throw error;
      }
    },
  };
}

async function listenOn({ app, at }: Listener): Promise<string> {
  try {
    await app.listen(at);
  } catch (error) {
    throw explain(error, at);
  }
  return urlOf(app, at.host);
}

function urlOf({ server }: FastifyInstance, host: string): string {
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const scheme = server instanceof HttpsServer ? "https" : "http";
  return `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function explain(error: unknown, listen: ListenOptions): unknown {
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
