// One devnet for all cluster tests that do it no harm: a start costs seconds of both cores. Its
// observer comes with it. Each test works with identities of its own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type DevnetReady, startDevnet } from "./devnet-process.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly devnet: DevnetReady;
  }
}

/** Vitest runs it before the first cluster test, and the returned function after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "cartorio-shared-"));
  const { process: running, ready } = await startDevnet(join(directory, "devnet"), ["--observer"]);
  project.provide("devnet", ready);
  return async () => {
    await running.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
