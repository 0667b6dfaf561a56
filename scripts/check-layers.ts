// Fails when the packages are wired against the map of ARCHITECTURE.md, or a file against the house
// style that the linter cannot express. TypeScript 7 has no compiler API, so it compares what is
// written: dependencies, compiler references and import specifiers.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findLayerViolations } from "./lib/layers.ts";
import { root } from "./lib/processes.ts";
import { filesBelow, readPackages } from "./lib/read-packages.ts";
import { findUntidyLines } from "./lib/tidy.ts";

const packages = readPackages(root);
const files = ["packages", "scripts", "test"]
  .flatMap((folder) => filesBelow(root, folder, [".ts", ".cjs"]))
  .filter((file) => !file.includes("/generated/"));
const violations = [
  ...findLayerViolations(packages),
  ...files.flatMap((file) => findUntidyLines(file, readFileSync(join(root, file), "utf8"))),
];
for (const violation of violations) process.stderr.write(`${violation}\n`);
process.stdout.write(
  `${packages.length} packages, ${files.length} files, ${violations.length} violations\n`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
