// An exception in execution (docs/consensus.md 10): the node stops before it signs anything that rests
// on the block. The first time the process ends, as a restart may cure it; the second time the node
// stays up for reading, as EXECUTION_FAILED.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hexEncode } from "@cartorio/crypto";
import type { CatchUp } from "./catch-up.ts";
import type { ExecutionFailure } from "./executor.ts";
import { type HaltingNode, haltNode, writeJsonNow } from "./halt-record.ts";
import { NodeError } from "./node-error.ts";
import type { NodeOptions } from "./node-options.ts";
import type { ReplicaDriver } from "./replica-driver.ts";

export function executionFailureFile(directory: string): string {
  return join(directory, "execution-failed.json");
}

/** What the file says, for whoever has to find the reason. */
interface FailureRecord {
  readonly height: number;
  readonly proposalDigest: string;
  readonly transactionId: string | undefined;
  readonly error: string;
  readonly version: string;
  readonly time: number;
}

/** What a failure takes of a node. */
export interface FailingNode extends HaltingNode {
  readonly options: HaltingNode["options"] & Pick<NodeOptions, "version" | "onFatal">;
  readonly running: HaltingNode["running"] & {
    readonly session: { readonly driver: Pick<ReplicaDriver, "stop"> | undefined };
  };
  readonly catchUp: Pick<CatchUp, "stop">;
}

/** The height that failed before this start; undefined: none did. */
export function failedHeight(directory: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(executionFailureFile(directory), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  // The file is for people; one that cannot be read still says that something failed.
  return Number(/"height": (\d+)/.exec(text)?.[1] ?? 0);
}

export function executionFailed(parts: FailingNode, failure: ExecutionFailure): void {
  const { options, running, catchUp } = parts;
  const { height, proposalDigest, transactionId, error } = failure;
  const hasFailedBefore = failedHeight(options.dataDirectory) === height;
  const record: FailureRecord = {
    height,
    proposalDigest: hexEncode(proposalDigest),
    transactionId: transactionId && hexEncode(transactionId),
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    version: options.version,
    time: Date.now(),
  };
  running.session.driver?.stop().catch(options.onFatal);
  catchUp.stop().catch(options.onFatal);
  writeJsonNow(executionFailureFile(options.dataDirectory), record);
  options.logger.fatal({ ...record, code: "EXECUTION_FAILED" }, "execution threw");
  if (hasFailedBefore) {
    haltNode(parts, { code: "EXECUTION_FAILED", height, evidence: [proposalDigest] });
    return;
  }
  const path = executionFailureFile(options.dataDirectory);
  const message = `executing block ${height} threw; ${path} names block and transaction. Start again: it is tried once more`;
  options.onFatal(new NodeError("EXECUTION_FAILED", message, { cause: error }));
}

/** The block that failed was executed after all. */
export function executionRecovered({ dataDirectory }: NodeOptions): void {
  rmSync(executionFailureFile(dataDirectory), { force: true });
}
