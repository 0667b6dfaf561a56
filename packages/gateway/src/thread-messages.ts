// What the gateway's thread and the node's thread tell each other, besides NodeApi.

import type { MessagePort } from "node:worker_threads";
import type { ErrorCode } from "@cartorio/protocol";
import type { AuditEntry } from "./audit.ts";
import type { GatewaySettings, GatewayUrls } from "./gateway.ts";

export interface ThreadData {
  readonly settings: GatewaySettings;
  /** To the node. */
  readonly api: MessagePort;
  /** Whether debug lines are wanted at all. */
  readonly logsDebug: boolean;
}

export type LogLevel = "debug" | "info" | "error";

export type ThreadMessage =
  | { readonly kind: "started"; readonly urls: GatewayUrls }
  | { readonly kind: "failed"; readonly code: ErrorCode | undefined; readonly message: string }
  | { readonly kind: "stopped" }
  | { readonly kind: "audit"; readonly entry: AuditEntry }
  | {
      readonly kind: "log";
      readonly level: LogLevel;
      readonly bindings: object;
      readonly text: string;
    };

/** To the thread: free the ports and end. */
export const stopRequest = "stop";
