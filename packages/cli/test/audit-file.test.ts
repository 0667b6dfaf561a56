import { readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { defaultParameters } from "@cartorio/protocol";
import { pino } from "pino";
import { beforeAll, expect, it } from "vitest";
import { openAuditFile } from "../src/audit-file.ts";
import { loadConfig, type NodeConfig } from "../src/config-resolve.ts";
import { createDevnet } from "../src/devnet-create.ts";
import { openAudit } from "../src/node-log.ts";
import { temporaryFolder } from "./fake-host.ts";

const folder = temporaryFolder();
const directory = join(folder, "node-1");
const entry = { time: 1, client: "c", token: null, method: "tx_submit", code: "OK" };
const errors: Error[] = [];
const hooks = { logger: pino({ enabled: false }), onError: (error: Error) => errors.push(error) };

beforeAll(async () => {
  await createDevnet({ directory: folder, validators: 1, parameters: defaultParameters });
});

function load(...flags: readonly (readonly [string, string])[]): Promise<NodeConfig> {
  return loadConfig({ directory, environment: {}, flags: new Map(flags) });
}

function requestsIn(file: string): unknown[] {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line).requestId);
}

it("the audit is a file of its owner, in the order of the calls, and goes on where it was", async () => {
  const config = await load();
  const path = config.gateway.auditFile;
  expect(path).toBe(join(directory, "data/audit.log"));
  for (const requestId of ["1", "2"]) {
    const audit = openAudit(config, hooks);
    audit?.write({ ...entry, requestId });
    await audit?.close();
  }
  expect(readFileSync(path, "utf8")).toBe(
    `${JSON.stringify({ ...entry, requestId: "1" })}\n${JSON.stringify({ ...entry, requestId: "2" })}\n`,
  );
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(errors).toEqual([]);
});

it("what was handed in before a new file was asked for is in the old one", async () => {
  const path = join(folder, "moved.log");
  const audit = openAudit(await load(["rpc.auditFile", path]), hooks);
  audit?.write({ ...entry, requestId: "3" });
  renameSync(path, `${path}.1`);
  audit?.write({ ...entry, requestId: "4" });
  audit?.reopen();
  audit?.write({ ...entry, requestId: "5" });
  await audit?.close();
  expect(requestsIn(`${path}.1`)).toEqual(["3", "4"]);
  expect(requestsIn(path)).toEqual(["5"]);
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(errors).toEqual([]);
});

it("what the disk does not take in time goes elsewhere and is not lost", async () => {
  const path = join(folder, "slow.log");
  const over: string[] = [];
  const overflow = ({ requestId }: { readonly requestId: string }): unknown => over.push(requestId);
  const audit = openAuditFile({ path, ...hooks, overflow, maxWaitingBytes: 0 });
  for (const requestId of ["6", "7", "8"]) audit.write({ ...entry, requestId });
  await audit.close();
  expect(requestsIn(path)).toEqual(["6"]);
  expect(over).toEqual(["7", "8"]);
});

it("a file that cannot be made is named before the node starts; none is wanted for an empty name", async () => {
  const config = await load(["rpc.auditFile", folder]);
  expect(() => openAudit(config, hooks)).toThrow(/^rpc\.auditFile .* cannot be written: EISDIR/);
  expect(openAudit(await load(["rpc.auditFile", ""]), hooks)).toBeUndefined();
});

it("an error of the disk is told, and the file can be closed", async () => {
  const told = Promise.withResolvers<Error>();
  const audit = openAuditFile({
    path: "/dev/full",
    onError: told.resolve,
    overflow: () => undefined,
  });
  audit.write({ ...entry, requestId: "9" });
  expect(await told.promise).toMatchObject({ code: "ENOSPC" });
  await audit.close();
});
