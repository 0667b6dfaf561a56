// Each connection is an open file, in the gateway's process and in that of its clients.
import { readFile } from "node:fs/promises";

/** Files that a process has open besides its connections: database, journal, peers, code. */
const otherFiles = 500;

/**
 * Why a process may not open so many connections and what to do; undefined if it may. `limits` is the text
 * of /proc/PID/limits; Node raises its own soft limit to the hard one, so that one counts.
 */
export function tooFewFiles(limits: string, connections: number): string | undefined {
  const allowed = /^Max open files\s+\S+\s+(\S+)/m.exec(limits)?.[1];
  const needed = connections + otherFiles;
  if (allowed === undefined || allowed === "unlimited" || Number(allowed) >= needed)
    return undefined;
  return (
    `${connections} connections need ${needed} open files in one process, and ${allowed} are allowed here: ` +
    `run \`ulimit -Hn ${needed} && ulimit -n ${needed}\` as root in the shell that starts this (docker: ` +
    `--ulimit nofile=${needed}; systemd: LimitNOFILE=${needed}), or ask for fewer connections`
  );
}

/** The text for {@link tooFewFiles} of this process, which its children inherit; empty where there is no /proc. */
export function ownLimits(): Promise<string> {
  return readFile("/proc/self/limits", "utf8").catch(() => "");
}
