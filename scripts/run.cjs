"use strict"; // Runs on Node 18: no syntax or API newer than that here.

// Bootstrap: `node scripts/run.cjs NAME ...` runs `scripts/NAME.ts` on Node 24, with everything
// installed. A machine needs only Node >= 18 and npm: Node 24 and pnpm come from npm packages that
// carry the binaries, into `.toolchain/`. Stamps make the second start skip all of it.
// package.json says `exec node scripts/run.cjs`: otherwise a SIGTERM to npm ends only the shell
// between npm and this process, and a cluster would run on without a parent.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 18) {
  process.stderr.write(
    `cartorio: Node 18 or newer is needed to start; this is ${process.version}\n`,
  );
  process.exit(1);
}

const { spawn, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { withLock } = require("./run-lock.cjs");
const pins = require("./toolchain.json");

const root = path.dirname(__dirname);
const home = path.join(root, ".toolchain");
const platform = `${process.platform}-${process.arch}`;
const supportedPlatforms = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"];
const fetchedNode = path.join(home, `node_modules/node-${platform}/bin/node`);
/**
 * The caller's own Node serves when it strips types without a flag and has the pinned major. Once
 * one was fetched that one is used by every caller, so that a command started by another command,
 * whose PATH begins with it, finds the same stamps.
 */
const ownNode = major === 24 && minor >= 12 && !fs.existsSync(fetchedNode);
const node = ownNode ? process.execPath : fetchedNode;
const pnpm = path.join(home, `node_modules/@pnpm/exe.${platform}/pnpm`);
/** Below this an install is likely to end half way; Node, pnpm and the packages need about 700 MB. */
const neededBytes = 1e9;
const outputTailLines = 8;
/** How long after a SIGINT the child is told too, in case the signal was sent to us alone. */
const interruptGraceMs = 300;

const hints = [
  [/ENOSPC|os error 28|no space left/i, "the disk is full: free 1 GB and start again"],
  [
    /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|error sending request|META_FETCH_FAIL/,
    "the npm registry cannot be reached: check the network, the proxy and `npm config get registry`",
  ],
  [
    /E404|ETARGET|EBADPLATFORM/,
    `the registry has no Node ${pins.node} or pnpm ${pins.pnpm} for ${platform}: put Node 24.12 or newer 24.x on the PATH`,
  ],
  [/EACCES|EPERM|EROFS|os error 13|os error 30/, `the folder cannot be written: ${root}`],
  [
    /OUTDATED_LOCKFILE|LOCKFILE_/,
    "pnpm-lock.yaml does not match a package.json: run `npm run pnpm -- install`",
  ],
];

function fail(message) {
  process.stderr.write(`cartorio: ${message}\n`);
  process.exit(1);
}

function explain(text) {
  const hint = hints.find(([pattern]) => pattern.test(text));
  return hint ? hint[1] : undefined;
}

/**
 * `npm run` exports its settings as npm_config_*, which would leak into the npm and pnpm that run
 * inside. They are dropped, except what decides whether the registry can be reached; pnpm 12 reads
 * those under its own prefix only.
 */
function cleanEnvironment() {
  const outer = process.env;
  const env = {};
  for (const key of Object.keys(outer)) {
    if (!/^(npm_|pnpm_|INIT_CWD$|NODE$|NODE_OPTIONS$)/i.test(key)) env[key] = outer[key];
  }
  for (const key of ["registry", "https_proxy", "proxy", "noproxy", "cafile", "strict_ssl"]) {
    const value = outer[`npm_config_${key}`];
    if (value) env[`npm_config_${key}`] = env[`pnpm_config_${key}`] = value;
  }
  for (const key of ["cache", "userconfig"]) {
    const value = outer[`npm_config_${key}`];
    if (value) env[`npm_config_${key}`] = value;
  }
  // The defaults retry for minutes: somebody without a network should hear so at once.
  for (const prefix of ["npm_config", "pnpm_config"]) {
    env[`${prefix}_fetch_retries`] = "1";
    env[`${prefix}_fetch_retry_mintimeout`] = "1000";
    env[`${prefix}_fetch_timeout`] = "60000";
  }
  env["pnpm_config_confirm_modules_purge"] = "false"; // there may be no terminal to ask on
  env["PATH"] = `${path.dirname(node)}${path.delimiter}${outer["PATH"]}`;
  return env;
}

const env = cleanEnvironment();

function versionOf(file) {
  return String(spawnSync(file, ["--version"], { encoding: "utf8" }).stdout).trim();
}

/** npm 10 exits 0 on a full disk and leaves a truncated binary, so both are run once. */
function toolchainRuns() {
  return (
    versionOf(node) === (ownNode ? process.version : `v${pins.node}`) &&
    versionOf(pnpm) === pins.pnpm
  );
}

function toolchainStep() {
  const packages = [`@pnpm/exe.${platform}@${pins.pnpm}`];
  if (!ownNode) packages.push(`node-${platform}@${pins.node}`);
  // No install script may run: npm 11 warns about them, and these packages hold the binaries.
  const flags = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"];
  return {
    stamp: "toolchain.stamp",
    key: JSON.stringify([pins, platform]),
    title: `fetching ${ownNode ? "" : `Node ${pins.node} and `}pnpm ${pins.pnpm} (once)`,
    command: ["npm", "install", "--prefix", home, ...flags, ...packages],
    isInPlace: () => fs.existsSync(node) && fs.existsSync(pnpm),
    works: toolchainRuns,
    whenBroken: `Node ${pins.node} or pnpm ${pins.pnpm} does not run on this machine: a system without glibc (Alpine) needs its own Node 24 on the PATH`,
  };
}

function installStep() {
  const hash = createHash("sha256");
  const packages = fs.readdirSync(path.join(root, "packages")).sort();
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json"];
  for (const file of [...files, ...packages.map((name) => `packages/${name}/package.json`)]) {
    const full = path.join(root, file);
    if (fs.existsSync(full)) hash.update(file).update(fs.readFileSync(full));
  }
  const isInPlace = () => fs.existsSync(path.join(root, "node_modules/.modules.yaml"));
  return {
    stamp: "install.stamp",
    key: hash.digest("hex"),
    title: "installing packages",
    command: [pnpm, "install", "--frozen-lockfile"],
    isInPlace,
    works: isInPlace,
    whenBroken: "pnpm left no node_modules",
  };
}

function isDone(step) {
  const stamp = path.join(home, step.stamp);
  return fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === step.key && step.isInPlace();
}

function freeBytes() {
  if (!fs.statfsSync) return Number.POSITIVE_INFINITY; // Node before 18.15
  const stats = fs.statfsSync(home);
  return stats.bavail * stats.bsize;
}

function runStep(step) {
  const stamp = path.join(home, step.stamp);
  fs.rmSync(stamp, { force: true });
  process.stderr.write(`cartorio: ${step.title}\n`);
  const [command, ...args] = step.command;
  const run = spawnSync(command, args, { cwd: root, env, encoding: "utf8", maxBuffer: 1 << 26 });
  if (run.status === 0 && step.works()) {
    fs.writeFileSync(stamp, step.key);
    return;
  }
  const output = `${run.stdout || ""}\n${run.stderr || ""}\n${run.error || ""}`.trim();
  if (run.error && run.error.code === "ENOENT")
    fail(`${step.title}: ${command} is not on the PATH`);
  const tail = output.split("\n").slice(-outputTailLines).join("\n");
  const space = freeBytes() < neededBytes ? hints[0][1] : undefined;
  const reason = explain(output) || space || (run.status === 0 ? step.whenBroken : "see above");
  process.stderr.write(`${tail}\n`);
  fail(`${step.title} failed: ${reason}`);
}

function prepare(steps) {
  if (steps.every(isDone)) return;
  if (!supportedPlatforms.includes(platform)) {
    fail(
      `${platform} is not supported (${supportedPlatforms.join(", ")} are): use WSL 2 or Docker`,
    );
  }
  fs.mkdirSync(home, { recursive: true });
  withLock(path.join(home, "lock"), {
    onWait: (pid) =>
      process.stderr.write(`cartorio: process ${pid} is preparing this checkout; waiting for it\n`),
    work: () => {
      for (const step of steps) if (!isDone(step)) runStep(step);
    },
  });
}

function prepareOrFail(steps) {
  try {
    prepare(steps);
  } catch (error) {
    fail(explain(`${error.code} ${error.message}`) || String(error.stack));
  }
}

function run(command, args) {
  const child = spawn(command, args, { cwd: root, env, stdio: "inherit" });
  // Ctrl-C reaches the child through the process group; passing it on at once would make it two.
  // If the child is still there a moment later the signal may have been for this process alone.
  process.on("SIGINT", () => {
    setTimeout(() => child.kill("SIGINT"), interruptGraceMs).unref();
  });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`cannot start ${command}: ${error.message}`));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal); // or the signal would be swallowed and the exit code be 0
    process.kill(process.pid, signal);
  });
}

function scriptNames() {
  return fs
    .readdirSync(__dirname)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));
}

function main() {
  const [name, ...args] = process.argv.slice(2);
  if (name === "pnpm") {
    // Before the install step: this is how a changed package.json gets into the lockfile.
    prepareOrFail([toolchainStep()]);
    run(pnpm, args);
    return;
  }
  if (!scriptNames().includes(name)) {
    fail(
      `no script is called ${name || "nothing"}: ${["pnpm", ...scriptNames()].sort().join(", ")}`,
    );
  }
  prepareOrFail([toolchainStep(), installStep()]);
  run(node, ["--conditions=source", path.join(__dirname, `${name}.ts`), ...args]);
}

main();
