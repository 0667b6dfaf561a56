// Entry of the gateway's thread.
import { parentPort, workerData } from "node:worker_threads";
import { admitKeysByLibsodium } from "@cartorio/crypto/node";
import { remoteApi } from "./api-bridge.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { GatewayError } from "./gateway-error.ts";
import type { GatewayLogger } from "./server.ts";
import {
  type LogLevel,
  stopRequest,
  type ThreadData,
  type ThreadMessage,
} from "./thread-messages.ts";

if (parentPort === null) throw new Error("INV-GATEWAY-WORKER: loaded outside a worker thread");
const parent = parentPort;
const { settings, api, logsDebug }: ThreadData = workerData;

// Each thread has its own: strangers choose the keys that are checked here.
admitKeysByLibsodium();

function tell(message: ThreadMessage): void {
  parent.postMessage(message);
}

function logAt(level: LogLevel): GatewayLogger["info"] {
  return (given: unknown, text?: string) => {
    const bindings = typeof given === "object" && given !== null ? given : {};
    tell({ kind: "log", level, bindings, text: text ?? String(given) });
  };
}

const logger: GatewayLogger = {
  debug: logsDebug ? logAt("debug") : () => {},
  info: logAt("info"),
  error: logAt("error"),
};

function startGateway(): Gateway {
  const audit = (entry: Extract<ThreadMessage, { kind: "audit" }>["entry"]): void =>
    tell({ kind: "audit", entry });
  return createGateway({ ...settings, api: remoteApi(api), logger, audit });
}

const gateway = startGateway();

async function stop(): Promise<void> {
  await gateway.stop();
  tell({ kind: "stopped" });
  api.close();
  parent.close();
}

parent.on("message", (message) => {
  if (message === stopRequest) void stop();
});

try {
  tell({ kind: "started", urls: await gateway.start() });
} catch (error) {
  const code = error instanceof GatewayError ? error.code : undefined;
  tell({ kind: "failed", code, message: error instanceof Error ? error.message : String(error) });
}
