import { readFileSync } from "node:fs";

/** A process beyond its number, which the system uses again: after a reboot or in a container. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Start time in clock ticks since boot; empty where /proc does not exist. */
  readonly started: string;
  /** Boot of the machine; empty where unknown. */
  readonly boot: string;
}

/** The identity of this process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startTime(process.pid), boot: bootId() };
}

/**
 * Whether the process still runs. Where the system tells no start time a living process of the
 * same number counts: a wrong "yes" is a message to the operator, a wrong "no" would be two nodes.
 */
export function isAlive(identity: ProcessIdentity): boolean {
  if (!exists(identity.pid)) return false;
  const boot = bootId();
  if (boot !== "" && identity.boot !== "" && boot !== identity.boot) return false;
  const started = startTime(identity.pid);
  return started === "" || identity.started === "" || started === identity.started;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces and parentheses. */
function startTime(pid: number): string {
  const stat = readText(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[19] ?? "";
}

function bootId(): string {
  return readText("/proc/sys/kernel/random/boot_id").trim();
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
