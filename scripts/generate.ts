// Generates the protobuf code of packages/protocol from its .proto files. The result is checked in,
// so that nobody needs the generator to build; `--check` only compares and is part of `npm test`.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, runCommand } from "./lib/processes.ts";
import { fieldTable } from "./lib/proto-fields.ts";

const protocol = join(root, "packages/protocol");
const target = join(protocol, "generated");
const generatedFiles = ["wire.js", "wire.d.ts", "fields.js"];
/**
 * Numbers instead of Long objects, and none of the conversions this project does not use: see
 * generated/runtime.js for the other half of `--force-number`.
 */
const options = [
  ...["-t", "static-module", "-w", "esm", "--dts", "--dependency", "./runtime.js"],
  ...["--force-number", "--no-verify", "--no-convert", "--no-delimited", "--no-typeurl"],
  ...["--no-service", "--no-create"],
];

async function generateInto(folder: string): Promise<void> {
  const sources = readdirSync(join(protocol, "proto"))
    .filter((file) => file.endsWith(".proto"))
    .sort()
    .map((file) => join(protocol, "proto", file));
  await pbjs([...options, "-o", join(folder, "wire.js"), ...sources]);
  const scratch = mkdtempSync(join(tmpdir(), "cartorio-fields-"));
  try {
    const described = join(scratch, "fields.json");
    await pbjs(["-t", "json", "-o", described, ...sources]);
    const roots = ["TransactionBody", "Envelope"];
    const table = fieldTable(JSON.parse(readFileSync(described, "utf8")), roots);
    writeFileSync(join(folder, "fields.js"), table);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function pbjs(args: readonly string[]): Promise<void> {
  const { exitCode, output } = await runCommand(["pbjs", ...args], "capture");
  if (exitCode !== 0) throw new Error(`pbjs failed:\n${output}`);
}

function isSame(folder: string, file: string): boolean {
  return readFileSync(join(folder, file)).equals(readFileSync(join(target, file)));
}

async function check(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cartorio-generate-"));
  try {
    await generateInto(folder);
    const stale = generatedFiles.filter((file) => !isSame(folder, file));
    if (stale.length === 0) return;
    process.stderr.write(
      `packages/protocol/generated/{${stale.join(",")}} differ from proto/: run npm run generate\n`,
    );
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await (process.argv.includes("--check") ? check() : generateInto(target));
