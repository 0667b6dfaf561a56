// The named state that stopped this node for good, beside the guard: without it a restart would sign
// again as if nothing had happened (docs/consensus.md 10).
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { HaltCode as ReplicaHaltCode } from "@cartorio/consensus";
import { NodeError } from "./node-error.ts";
import type { NodeOptions } from "./node-options.ts";
import type { RunningState } from "./node-parts.ts";

export type HaltCode = ReplicaHaltCode | "EXECUTION_FAILED";

export const haltCodes: readonly HaltCode[] = [
  "STATE_DIVERGED",
  "ROOT_SPLIT",
  "SAFETY_VIOLATION",
  "DUPLICATE_IDENTITY",
  "EXECUTION_FAILED",
];

export interface HaltRecord {
  readonly code: HaltCode;
  readonly height: number;
  /** Wall clock, milliseconds. */
  readonly time: number;
  /** Base64url: what was signed, as docs/consensus.md 10 asks for each code. */
  readonly evidence: readonly string[];
}

export interface Halt {
  readonly code: HaltCode;
  readonly height: number;
  readonly evidence: readonly Uint8Array[];
}

export function haltFile(directory: string): string {
  return join(directory, "halted.json");
}

/** What halting takes of a node. */
export interface HaltingNode {
  readonly options: Pick<NodeOptions, "dataDirectory"> & {
    readonly logger: Pick<NodeOptions["logger"], "fatal">;
  };
  readonly running: Pick<RunningState, "haltedBy">;
}

/** Stops this node from signing for good: in memory, on the disk, then in the log. */
export function haltNode(
  { options, running }: HaltingNode,
  { code, height, evidence }: Halt,
): void {
  running.haltedBy = code;
  const texts = evidence.map((bytes) => Buffer.from(bytes).toString("base64url"));
  writeHaltRecord(options.dataDirectory, { code, height, time: Date.now(), evidence: texts });
  options.logger.fatal({ code, height, evidence: texts }, "stopped signing");
}

/**
 * Durable when it returns: it blocks, so that nothing is signed or sent meanwhile. The first record
 * stays, as what follows may come of it; but a certificate that settles a ROOT_SPLIT of the same height
 * against this node makes it STATE_DIVERGED, whose cure is its own machine's and not everybody's.
 */
export function writeHaltRecord(directory: string, record: HaltRecord): void {
  const first = readHaltRecord(directory);
  if (first !== undefined && !settles(record, first)) return;
  const evidence = [...(first?.evidence ?? []), ...record.evidence];
  writeJsonNow(haltFile(directory), { ...record, evidence });
}

function settles(record: HaltRecord, first: HaltRecord): boolean {
  return (
    first.code === "ROOT_SPLIT" &&
    record.code === "STATE_DIVERGED" &&
    record.height === first.height
  );
}

/** Replaces a file of the data directory as a whole; durable when it returns. */
export function writeJsonNow(path: string, value: object): void {
  const temporary = `${path}.new`;
  withFile(temporary, "w", (file) => {
    writeSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
  });
  renameSync(temporary, path);
  withFile(dirname(path), "r", () => undefined);
}

/** Opens, acts, makes durable, closes. */
function withFile(path: string, flags: "r" | "w", act: (file: number) => void): void {
  const file = openSync(path, flags, 0o600);
  try {
    act(file);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Undefined: this node was never stopped.
 *
 * @throws NodeError JOURNAL_DAMAGED if there is a record that cannot be read
 */
export function readHaltRecord(directory: string): HaltRecord | undefined {
  const path = haltFile(directory);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw damaged(path, error);
  }
  const record = parse(text);
  if (record === undefined) throw damaged(path);
  return record;
}

function parse(text: string): HaltRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { code, height, time, evidence }: Partial<Record<keyof HaltRecord, unknown>> = value;
  const known = haltCodes.find((name) => name === code);
  if (known === undefined || typeof height !== "number" || typeof time !== "number")
    return undefined;
  if (!Array.isArray(evidence)) return undefined;
  const texts = evidence.filter((item): item is string => typeof item === "string");
  return { code: known, height, time, evidence: texts };
}

function damaged(path: string, cause?: unknown): NodeError {
  const message =
    `${path} says that this node was stopped for good, and cannot be read. Find the reason in the ` +
    "log or in a copy of the file; a validator that goes on without it could sign what contradicts " +
    "its evidence.";
  return new NodeError("JOURNAL_DAMAGED", message, cause === undefined ? undefined : { cause });
}

/** What an operator has to do, for the log at the start. */
export function haltAdvice(directory: string, { code, height }: HaltRecord): string {
  const path = haltFile(directory);
  const stays =
    `this node was stopped by ${code} at height ${height} and stays read-only: it neither votes nor ` +
    `takes transactions. The evidence is in ${path}: keep a copy.`;
  const cure = {
    STATE_DIVERGED:
      "Check disk and memory of this machine and that it runs the version of the others; then stop it, run " +
      "`cartorio reset-state` and start it again: the state is built anew from its peers, and the journal stays.",
    ROOT_SPLIT:
      "Compare the header hashes and versions of all validators with the other members; remove the " +
      "file only when all agree which version was wrong and it is replaced.",
    SAFETY_VIOLATION:
      "More than f validators are faulty. Stop all nodes and settle with the other members which " +
      "chain holds; never remove the file before that.",
    DUPLICATE_IDENTITY:
      "Another process signs with this validator's key, or has done so from a copy of its folder. Find " +
      "and stop it. Then delete journal/ and this file: without its journal the validator re-enters with a " +
      "new incarnation, and what the other process may still sign counts for nothing.",
    EXECUTION_FAILED:
      "Report the block and the transaction that execution-failed.json names, with the version of this program. " +
      "With a program that executes the block, remove both files and start again.",
  } as const;
  return `${stays} ${cure[code]}`;
}
