// What `cartorio devnet` is told about its network: --latency 80ms --loss 5% --partition 0,1/2,3@30s+10s.
import { InvalidArgumentError } from "commander";
import { CliError } from "./cli-error.ts";

/** Validators by index from 0, apart for a while. */
export interface PartitionWish {
  /** As it was written. */
  readonly text: string;
  readonly groups: readonly (readonly number[])[];
  /** From when all nodes are ready. */
  readonly startMs: number;
  readonly durationMs: number;
}

export interface NetworkWishes {
  /** One way, between any two nodes. */
  readonly latencyMs: number;
  /** 0 to 1. */
  readonly lossRate: number;
  readonly partitions: readonly PartitionWish[];
}

const unitsMs = new Map([
  ["ms", 1],
  ["s", 1000],
  ["m", 60_000],
]);
const maxLatencyMs = 10_000;
/** Above it a TCP connection spends its life waiting for timers: cut it with --partition. */
const maxLossPercent = 50;
const percent = 100;

export function latencyFlag(text: string): number {
  const latencyMs = durationMs(text);
  if (latencyMs === undefined || latencyMs > maxLatencyMs) {
    throw new InvalidArgumentError("It must be a time up to 10s, such as 80ms.");
  }
  return latencyMs;
}

export function lossFlag(text: string): number {
  const found = /^(\d{1,2}(?:\.\d{1,3})?)%$/.exec(text);
  const share = Number(found?.[1]);
  if (found === null || share > maxLossPercent) {
    throw new InvalidArgumentError("It must be a share up to 50%, such as 5%.");
  }
  return share / percent;
}

/** For a flag that may be given several times. */
export function partitionFlag(
  text: string,
  before: readonly PartitionWish[],
): readonly PartitionWish[] {
  const found = /^([\d,/]+)@([^+]+)\+(.+)$/.exec(text);
  const [startMs, lastsMs] = [durationMs(found?.[2] ?? ""), durationMs(found?.[3] ?? "")];
  const groups = (found?.[1] ?? "").split("/").map((group) => group.split(","));
  const isComplete = groups.flat().every((index) => index !== "");
  if (startMs === undefined || lastsMs === undefined || lastsMs === 0 || !isComplete) {
    throw new InvalidArgumentError(
      "It must be groups of validators, when it begins and how long it lasts, such as 0,1/2,3@30s+10s.",
    );
  }
  const partition = { text, groups: groups.map((group) => group.map(Number)), startMs };
  return [...before, { ...partition, durationMs: lastsMs }];
}

function durationMs(text: string): number | undefined {
  const found = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m)$/.exec(text);
  const unit = unitsMs.get(found?.[2] ?? "");
  return unit === undefined ? undefined : Number(found?.[1]) * unit;
}

/** Whether anything is asked for that the network of this machine does not do by itself. */
export function hasWishes({ latencyMs, lossRate, partitions }: NetworkWishes): boolean {
  return latencyMs > 0 || lossRate > 0 || partitions.length > 0;
}

/**
 * The groups of a partition, with the validators that it does not name as one more group: `3` is
 * number 3 against all others. Throws CliError USAGE.
 */
export function completeGroups(
  { text, groups }: PartitionWish,
  validators: number,
): readonly (readonly number[])[] {
  const named = groups.flat();
  const wrong = (why: string): CliError => new CliError("USAGE", `--partition ${text}: ${why}`);
  const stranger = named.find((index) => index >= validators);
  if (stranger !== undefined) {
    throw wrong(`there is no validator ${stranger}; they are numbered from 0 to ${validators - 1}`);
  }
  const twice = named.find((index, at) => named.indexOf(index) !== at);
  if (twice !== undefined) throw wrong(`validator ${twice} is in it twice`);
  const others = Array.from({ length: validators }, (_, index) => index).filter(
    (index) => !named.includes(index),
  );
  const all = others.length === 0 ? groups : [...groups, others];
  if (all.length < 2) throw wrong("all validators are in one group, so nothing would be cut");
  return all;
}
