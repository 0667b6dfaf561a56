// The line between `cartorio devnet` and the nodes that it started: Node's IPC channel. It closes
// with either end, however that ends, so that no node outlives its devnet.

/** What a node tells the process that started it. */
export type NodeMessage =
  | { readonly kind: "progress"; readonly text: string }
  | { readonly kind: "started"; readonly rpcUrl: string }
  | { readonly kind: "failed"; readonly code: string; readonly message: string };

/** The only thing that a node is told: to stop. */
export const stopMessage = "stop";

/** A message of a node; undefined for anything else that came through the channel. */
export function readNodeMessage(value: unknown): NodeMessage | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const [kind, text, rpcUrl] = ["kind", "text", "rpcUrl"].map((name) => fields.get(name));
  const [code, message] = ["code", "message"].map((name) => fields.get(name));
  if (kind === "progress" && typeof text === "string") return { kind, text };
  if (kind === "started" && typeof rpcUrl === "string") return { kind, rpcUrl };
  const isFailure = kind === "failed" && typeof code === "string" && typeof message === "string";
  return isFailure ? { kind, code, message } : undefined;
}

/** The node's end of the line. */
export interface SupervisorLink {
  readonly tell: (message: NodeMessage) => void;
  readonly close: () => void;
}

/** Opens the node's end; `stop` is called when the other end asks for it or is gone. */
export function openSupervisorLink(stop: (reason: string) => void): SupervisorLink {
  const onMessage = (message: unknown): void => {
    if (message === stopMessage) stop("the devnet asks for it");
  };
  const onDisconnect = (): void => stop("the process that started it is gone");
  process.on("message", onMessage);
  process.on("disconnect", onDisconnect);
  // It may have gone while this process was still loading.
  if (!process.connected) onDisconnect();
  return {
    tell: (message) => {
      if (process.connected) process.send?.(message, undefined, {}, () => undefined);
    },
    close: () => {
      process.off("message", onMessage);
      process.off("disconnect", onDisconnect);
      if (process.connected) process.disconnect();
    },
  };
}
