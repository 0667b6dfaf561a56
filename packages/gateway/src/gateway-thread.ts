import { MessageChannel, Worker } from "node:worker_threads";
import type { Logger } from "pino";
import { serveApi } from "./api-bridge.ts";
import type { Gateway, GatewayOptions, GatewaySettings, GatewayUrls } from "./gateway.ts";
import { GatewayError } from "./gateway-error.ts";
import { stopRequest, type ThreadData, type ThreadMessage } from "./thread-messages.ts";

export interface GatewayThreadOptions extends GatewayOptions {
  readonly logger: Pick<Logger, "debug" | "info" | "error" | "isLevelEnabled">;
  /** Module of the thread: this package's own unless an application bundles it elsewhere. */
  readonly workerURL?: URL;
}

/** Where the answers of strangers may pile up: beyond it the thread ends, not the node. */
const maxHeapMegabytes = 2048;
/** How long the thread may take to free its ports. */
const stopMs = 2000;
/** Pause before a thread that ended by itself is started again. */
const restartMs = 1000;

/**
 * A gateway on a thread of its own, so that the JSON of strangers never delays a vote. If the thread ends
 * by itself, by lack of memory or by a bug, it is started again on the same ports; the node goes on.
 */
export function createGatewayThread(options: GatewayThreadOptions): Gateway {
  const { logger } = options;
  let settings = settingsOf(options);
  let running: Running | undefined;
  let restart: NodeJS.Timeout | undefined;
  let stopped = false;

  async function open(): Promise<GatewayUrls> {
    const thread = startThread(options, settings);
    running = thread;
    void thread.ended.then((reason) => {
      if (stopped || running !== thread || !thread.hasStarted()) return;
      logger.error({ reason }, "the gateway's thread ended, it is started again");
      scheduleRestart();
    });
    const urls = await thread.started;
    settings = withPorts(settings, urls);
    return urls;
  }

  function scheduleRestart(): void {
    restart = setTimeout(() => {
      open().catch((error: unknown) => {
        logger.error({ err: error }, "the gateway's thread did not start again");
        if (!stopped) scheduleRestart();
      });
    }, restartMs);
  }

  return {
    start: open,
    async stop() {
      stopped = true;
      clearTimeout(restart);
      await running?.stop();
    },
  };
}

function settingsOf(options: GatewayThreadOptions): GatewaySettings {
  const { listen, limits, security, admin } = options;
  return {
    listen,
    ...(limits === undefined ? {} : { limits }),
    ...(security === undefined ? {} : { security }),
    ...(admin === undefined ? {} : { admin }),
  };
}

/** The ports that were taken, for a second start. */
function withPorts(settings: GatewaySettings, { url, adminUrl }: GatewayUrls): GatewaySettings {
  const listen = { ...settings.listen, port: Number(new URL(url).port) };
  if (settings.admin === undefined || adminUrl === undefined) return { ...settings, listen };
  return {
    ...settings,
    listen,
    admin: { ...settings.admin, port: Number(new URL(adminUrl).port) },
  };
}

interface Running {
  readonly started: Promise<GatewayUrls>;
  readonly hasStarted: () => boolean;
  /** Why it ended. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
}

function startThread(options: GatewayThreadOptions, settings: GatewaySettings): Running {
  const { api, logger } = options;
  const { port1: nodeEnd, port2: threadEnd } = new MessageChannel();
  serveApi(api, nodeEnd);
  const workerData: ThreadData = {
    settings,
    api: threadEnd,
    logsDebug: logger.isLevelEnabled("debug"),
  };
  const own = import.meta.resolve("@cartorio/gateway/worker");
  const worker = new Worker(options.workerURL ?? new URL(own), {
    workerData,
    transferList: [threadEnd],
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
  });
  const starting = Promise.withResolvers<GatewayUrls>();
  const ending = Promise.withResolvers<string>();
  let hasStarted = false;
  let failure = "";
  worker.on("message", (message: ThreadMessage) => {
    if (message.kind === "started") {
      hasStarted = true;
      starting.resolve(message.urls);
    } else if (message.kind === "failed") {
      starting.reject(failureOf(message));
      void worker.terminate();
    } else relay(message, options);
  });
  worker.on("error", (error) => {
    failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  });
  worker.on("exit", (exitCode) => {
    nodeEnd.close();
    const reason = failure === "" ? `exit code ${exitCode}` : failure;
    starting.reject(new Error(`the gateway's thread ended: ${reason}`));
    ending.resolve(reason);
  });
  const stop = async (): Promise<void> => {
    worker.postMessage(stopRequest);
    const late = setTimeout(() => void worker.terminate(), stopMs);
    await ending.promise;
    clearTimeout(late);
  };
  return { started: starting.promise, hasStarted: () => hasStarted, ended: ending.promise, stop };
}

function failureOf({ code, message }: Extract<ThreadMessage, { kind: "failed" }>): Error {
  return code === undefined ? new Error(message) : new GatewayError(code, message);
}

function relay(message: ThreadMessage, { logger, audit }: GatewayThreadOptions): void {
  if (message.kind === "audit") {
    if (audit === undefined) logger.info({ audit: message.entry }, "write");
    else audit(message.entry);
  } else if (message.kind === "log") logger[message.level](message.bindings, message.text);
}
