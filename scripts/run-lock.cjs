"use strict"; // Runs on Node 18: no syntax or API newer than that here.

// A lock between processes: a folder holding the owner's pid. Creating a folder is atomic on every
// file system, and a pid tells a waiter whether the owner still lives after a crash.
const fs = require("node:fs");
const path = require("node:path");

const POLL_MS = 100;
/** A lock folder without a pid is a crash between two system calls once it is this old. */
const PIDLESS_STALE_MS = 5_000;

/** Blocks the thread: the bootstrap has nothing else to do while it waits. */
function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM"; // alive, but another user's
  }
}

/** The owner's pid; 0 when none is written yet; undefined when the lock does not exist. */
function readOwner(folder) {
  try {
    return Number(fs.readFileSync(path.join(folder, "pid"), "utf8")) || 0;
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return fs.existsSync(folder) ? 0 : undefined;
  }
}

function isStale(folder, owner) {
  if (owner > 0) return !isAlive(owner);
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > PIDLESS_STALE_MS;
}

function makeFolder(folder) {
  try {
    fs.mkdirSync(folder);
    return true;
  } catch (error) {
    if (error.code === "EEXIST" || error.code === "ENOENT") return false;
    throw error;
  }
}

/**
 * Takes the lock over from a dead owner. Of several waiters exactly one creates the folder named
 * after the dead pid, and the owner is read again afterwards: a waiter that was slow to act on a
 * lock which meanwhile found a new owner must not take it from that one.
 */
function takeOver(folder, owner) {
  const claim = path.join(folder, `from-${owner}`);
  if (!makeFolder(claim)) return false;
  if (readOwner(folder) !== owner) {
    fs.rmSync(claim, { recursive: true, force: true });
    return false;
  }
  fs.writeFileSync(path.join(folder, "pid"), String(process.pid));
  return true;
}

/** Waits for the lock and takes it; `onWait(pid)` is called once if another process holds it. */
function acquire(folder, onWait) {
  let told = false;
  for (;;) {
    if (makeFolder(folder)) {
      fs.writeFileSync(path.join(folder, "pid"), String(process.pid));
      return;
    }
    const owner = readOwner(folder);
    if (owner === undefined) continue;
    if (isStale(folder, owner)) {
      if (takeOver(folder, owner)) return;
    } else if (!told && owner > 0) {
      told = true;
      onWait(owner);
    }
    sleep(POLL_MS);
  }
}

function release(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Runs `work` while holding the lock; `work` may end the process. A crash leaves a stale lock. */
function withLock(folder, { onWait, work }) {
  acquire(folder, onWait);
  const releaseOnExit = () => release(folder);
  process.once("exit", releaseOnExit);
  try {
    return work();
  } finally {
    process.removeListener("exit", releaseOnExit);
    release(folder);
  }
}

module.exports = { withLock };
