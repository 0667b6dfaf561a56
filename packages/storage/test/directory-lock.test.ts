import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acquireDirectory, createChainStore, openChainStore } from "../src/index.ts";
import { ownIdentity } from "../src/process-identity.ts";
import { identity } from "./blocks.ts";
import { startChild } from "./child-process.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

const lockFile = (directory: string): string => join(directory, "process.lock");

describe("acquireDirectory", () => {
  it("refuses a second holder with pid and URL of the first, until it is released", async () => {
    const directory = temporaryDirectory();
    const lock = await acquireDirectory(directory, { url: "http://127.0.0.1:1" });
    await lock.announce("http://127.0.0.1:2");
    await expect(acquireDirectory(directory)).rejects.toMatchObject({
      code: "ALREADY_RUNNING",
      details: { pid: process.pid, url: "http://127.0.0.1:2" },
    });
    await lock.release();
    await lock.release();
    const second = await acquireDirectory(directory);
    await lock.release();
    await expect(acquireDirectory(directory)).rejects.toMatchObject({ code: "ALREADY_RUNNING" });
    await second.release();
  });

  it("gives one of many simultaneous starts the directory", async () => {
    const directory = temporaryDirectory();
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => acquireDirectory(directory)),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  it("gives one of many simultaneous starts a lock that was left behind", async () => {
    const directory = temporaryDirectory();
    const left = { ...ownIdentity(), url: "", token: "t", started: "1" };
    for (let round = 0; round < 40; round += 1) {
      writeFileSync(lockFile(directory), JSON.stringify(left));
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, () => acquireDirectory(directory)),
      );
      const winners = results.filter((result) => result.status === "fulfilled");
      expect(winners).toHaveLength(1);
      await winners[0]?.value.release();
    }
  });

  it("takes over what a dead, a restarted or a torn holder left", async () => {
    const directory = temporaryDirectory();
    const left = { ...ownIdentity(), url: "", token: "t" };
    const stale = [
      JSON.stringify({ ...left, started: "1" }),
      JSON.stringify({ ...left, boot: "another boot" }),
      JSON.stringify({ ...left, pid: 2 ** 30 }),
      "",
      "{}",
    ];
    for (const content of stale) {
      writeFileSync(lockFile(directory), content);
      const lock = await acquireDirectory(directory);
      await lock.release();
    }
    writeFileSync(lockFile(directory), JSON.stringify(left));
    await expect(acquireDirectory(directory)).rejects.toMatchObject({ code: "ALREADY_RUNNING" });
  });
});

describe("a database in use", () => {
  it("is refused within one process", async () => {
    const directory = temporaryDirectory();
    const store = await createChainStore(directory, identity);
    await expect(openChainStore(directory, identity)).rejects.toMatchObject({
      code: "DATABASE_LOCKED",
      details: { pid: process.pid },
    });
    await store.close();
    await (await openChainStore(directory, identity)).close();
  });

  it("is refused while another process has it, by LevelDB's own lock too", async () => {
    const directory = temporaryDirectory();
    const chain = join(directory, "chain");
    const child = startChild("hold", directory);
    expect((await child.lines.next()).value).toBe("ready");
    const pid = child.process.pid;
    await expect(acquireDirectory(directory)).rejects.toMatchObject({
      code: "ALREADY_RUNNING",
      details: { pid, url: "http://127.0.0.1:8545" },
      message: expect.stringContaining(String(pid)),
    });
    const locked = { code: "DATABASE_LOCKED", details: { pid } };
    await expect(openChainStore(chain, identity)).rejects.toMatchObject(locked);
    rmSync(lockFile(chain));
    await expect(openChainStore(chain, identity)).rejects.toMatchObject({
      code: "DATABASE_LOCKED",
    });
    child.process.kill("SIGKILL");
    await child.exited;
    await (await acquireDirectory(directory)).release();
    await (await openChainStore(chain, identity)).close();
  });
});
