import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../../scripts/lib/processes.ts";

// The bootstrap runs in a copy of its own, with an npm and a pnpm that are shell scripts.
let checkout: string;
let tools: string;

function writeProgram(path: string, lines: readonly string[]): void {
  writeFileSync(path, ["#!/bin/sh", ...lines, ""].join("\n"));
  chmodSync(path, 0o755);
}

/** An npm that installs what the bootstrap asks for: this very Node and a pnpm that only pretends. */
function writeWorkingNpm(): void {
  const platform = `${process.platform}-${process.arch}`;
  const pnpm = join(tools, "pnpm");
  writeProgram(pnpm, [
    'if [ "$1" = --version ]; then echo 12.0.0; else echo "pnpm $*" >> "$PWD/calls"; fi',
    "mkdir -p node_modules && touch node_modules/.modules.yaml",
  ]);
  writeProgram(join(tools, "npm"), [
    'echo "npm $npm_config_registry" >> "$PWD/calls"',
    `mkdir -p .toolchain/node_modules/node-${platform}/bin .toolchain/node_modules/@pnpm/exe.${platform}`,
    `ln -sf "${process.execPath}" .toolchain/node_modules/node-${platform}/bin/node`,
    `ln -sf "${pnpm}" .toolchain/node_modules/@pnpm/exe.${platform}/pnpm`,
  ]);
}

const environment = (): NodeJS.ProcessEnv => ({
  PATH: `${tools}:/usr/bin:/bin`,
  npm_config_registry: "http://registry.example",
});

function start(...args: string[]): SpawnSyncReturns<string> {
  const script = join(checkout, "scripts/run.cjs");
  return spawnSync(process.execPath, [script, ...args], {
    cwd: checkout,
    env: environment(),
    encoding: "utf8",
  });
}

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "cartorio-run-"));
  checkout = join(folder, "checkout");
  tools = join(folder, "tools");
  mkdirSync(join(checkout, "scripts"), { recursive: true });
  mkdirSync(join(checkout, "packages"));
  mkdirSync(tools);
  for (const file of ["run.cjs", "run-lock.cjs"]) {
    cpSync(join(root, "scripts", file), join(checkout, "scripts", file));
  }
  const pins = { node: process.versions.node, pnpm: "12.0.0" };
  writeFileSync(join(checkout, "scripts/toolchain.json"), JSON.stringify(pins));
  writeFileSync(
    join(checkout, "scripts/show.ts"),
    "console.log(JSON.stringify(process.argv.slice(2))); process.exit(7);\n",
  );
});

afterEach(() => rmSync(join(checkout, ".."), { recursive: true, force: true }));

describe("the bootstrap", () => {
  it("sets up once, passes arguments on and returns the exit code", () => {
    writeWorkingNpm();
    const first = start("show", "--json", "a b");
    expect(first.stderr).toMatch(/fetching .*\n.*installing packages/);
    expect(first.stdout).toBe('["--json","a b"]\n');
    expect(first.status).toBe(7);

    rmSync(join(tools, "npm"));
    const second = start("show");
    expect(second).toMatchObject({ stdout: "[]\n", stderr: "", status: 7 });
  });

  it("installs again when a package changes", () => {
    writeWorkingNpm();
    start("show");
    writeFileSync(join(checkout, "package.json"), "{}");
    expect(start("show").stderr).toBe("cartorio: installing packages\n");
  });

  it("names the scripts when asked for an unknown one", () => {
    const { status, stderr } = start("sho");
    expect(stderr).toBe("cartorio: no script is called sho: pnpm, show\n");
    expect(status).toBe(1);
  });

  it.each([
    ["npm error code ECONNREFUSED", "the npm registry cannot be reached"],
    ["npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device", "the disk is full"],
    ["npm error notarget ETARGET", "put Node 24.12 or newer"],
    ["npm error code EACCES", "the folder cannot be written"],
  ])("explains %j and leaves nothing half done", (output, message) => {
    writeProgram(join(tools, "npm"), [`echo "${output}" >&2`, "exit 1"]);
    const { status, stderr } = start("show");
    expect(stderr).toContain(output);
    expect(stderr).toContain(message);
    expect(status).toBe(1);
    expect(existsSync(join(checkout, ".toolchain/lock"))).toBe(false);

    writeWorkingNpm();
    expect(start("show").status).toBe(7);
  });

  it("does not trust an npm that exits 0 without working binaries", () => {
    writeProgram(join(tools, "npm"), ["exit 0"]);
    const { status, stderr } = start("show");
    expect(stderr).toMatch(/does not run on this machine|the disk is full/);
    expect(status).toBe(1);
  });

  it("says that npm is missing", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/run.cjs", "show"], {
      cwd: checkout,
      env: { PATH: tools },
      encoding: "utf8",
    });
    expect(stderr).toContain("npm is not on the PATH");
    expect(status).toBe(1);
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "hands a %s that only it got on to the command",
    async (signal) => {
      writeWorkingNpm();
      writeFileSync(
        join(checkout, "scripts/wait.ts"),
        `process.on("${signal}", () => process.exit(9)); setInterval(() => {}, 1000); console.log("up");\n`,
      );
      const child = spawn(process.execPath, ["scripts/run.cjs", "wait"], {
        cwd: checkout,
        env: environment(),
        stdio: ["ignore", "pipe", "ignore"],
      });
      await once(child.stdout, "data");
      child.kill(signal);
      expect(await once(child, "exit")).toEqual([9, null]);
    },
  );

  it("ends by the signal that ended the command", () => {
    writeWorkingNpm();
    writeFileSync(join(checkout, "scripts/die.ts"), 'process.kill(process.pid, "SIGTERM");\n');
    expect(start("die").signal).toBe("SIGTERM");
  });
});
