// An upgrade that this software does not know (docs/consensus.md 8): it has no part in the new epoch.
import { type ErrorCode, limits, type Parameters } from "@cartorio/protocol";
import type { NodeOptions } from "./node-options.ts";
import type { RunningState } from "./node-parts.ts";

/** What stopping takes of a node. */
export interface StoppingNode {
  readonly options: Pick<NodeOptions, "onFatal" | "testPorts"> & {
    readonly logger: Pick<NodeOptions["logger"], "fatal">;
  };
  readonly running: Pick<RunningState, "haltedBy">;
  readonly catchUp: { readonly stop: () => Promise<void> };
}

const code: ErrorCode = "UPGRADE_REQUIRED";

/**
 * True if the parameters name a protocol version above the newest one that this software runs: from
 * then on the node shows what it has, executes and signs nothing more, and says why. Nothing is written
 * down: newer software goes on where this one stopped.
 */
export function stopIfUnsupported(node: StoppingNode, { protocolVersion }: Parameters): boolean {
  const { options, running, catchUp } = node;
  const supported = options.testPorts?.protocolVersion ?? limits.protocolVersion;
  if (protocolVersion <= supported) return false;
  if (running.haltedBy !== undefined) return true;
  running.haltedBy = code;
  options.logger.fatal(
    { code, protocolVersion, supported },
    `the members have raised the protocol version to ${protocolVersion}, and this software runs up ` +
      `to ${supported}: install the newer software and start again; nothing was lost`,
  );
  catchUp.stop().catch(options.onFatal);
  return true;
}
