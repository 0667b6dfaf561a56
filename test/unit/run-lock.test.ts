import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../../scripts/lib/processes.ts";

const lockModule = join(root, "scripts/run-lock.cjs");
/** Appends "in" and "out" to a log around a short busy time; a waiter prints whom it waits for. */
const holder = `
  const { withLock } = require(${JSON.stringify(lockModule)});
  const { appendFileSync } = require("node:fs");
  const [lock, log] = process.argv.slice(1);
  withLock(lock, {
    onWait: (pid) => process.stdout.write("waiting for " + pid),
    work: () => {
      appendFileSync(log, "in " + process.pid + "\\n");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      appendFileSync(log, "out " + process.pid + "\\n");
    },
  });
`;

let folder: string;
let lock: string;
let log: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cartorio-lock-"));
  lock = join(folder, "lock");
  log = join(folder, "log");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(): ChildProcess {
  return spawn(process.execPath, ["-e", holder, lock, log], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function exitCode(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, "exit");
  return code;
}

/** Every "in" of a process must be followed by its own "out". */
function expectOneAtATime(holders: number): void {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  expect(lines).toHaveLength(2 * holders);
  for (let index = 0; index < lines.length; index += 2) {
    expect(lines[index + 1]).toBe(lines[index]?.replace("in", "out"));
  }
}

/** The id of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("the bootstrap's lock", () => {
  it("lets one process in at a time and leaves nothing behind", async () => {
    const codes = await Promise.all([start(), start(), start(), start()].map(exitCode));
    expect(codes).toEqual([0, 0, 0, 0]);
    expectOneAtATime(4);
    expect(existsSync(lock)).toBe(false);
  });

  it("is taken over by exactly one of several when its owner died", async () => {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(await deadPid()));
    const codes = await Promise.all([start(), start(), start()].map(exitCode));
    expect(codes).toEqual([0, 0, 0]);
    expectOneAtATime(3);
  });

  it("says whom it waits for, and goes on when that one is done", async () => {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    const child = start();
    const [said] = await once(child.stdout ?? child, "data");
    expect(String(said)).toBe(`waiting for ${process.pid}`);
    expect(existsSync(log)).toBe(false);
    rmSync(lock, { recursive: true });
    expect(await exitCode(child)).toBe(0);
    expectOneAtATime(1);
  });
});
