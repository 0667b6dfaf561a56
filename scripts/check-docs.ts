// Fails when a document promises what the repository does not hold: a missing page, a broken link,
// an unknown command, an invariant or a check that the code names and docs/invariants.md does not, or the
// reverse.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findDocumentMistakes, type TextFile } from "./lib/docs.ts";
import { root } from "./lib/processes.ts";
import { filesBelow } from "./lib/read-packages.ts";

const read = (path: string): TextFile => ({ path, text: readFileSync(join(root, path), "utf8") });
const topLevel = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"];
const documents = [
  ...topLevel.filter((path) => existsSync(join(root, path))),
  ...["docs", "docker", "packages", "test"].flatMap((folder) => filesBelow(root, folder, [".md"])),
];
const manifest: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);
const mistakes = findDocumentMistakes({
  documents: documents.map(read),
  sources: filesBelow(root, "packages", [".ts"])
    .filter((path) => path.split("/")[2] === "src")
    .map(read),
  exists: (path) => existsSync(join(root, path)),
  commands: Object.keys(manifest.scripts),
});
for (const mistake of mistakes) process.stderr.write(`${mistake}\n`);
process.stdout.write(`${documents.length} documents, ${mistakes.length} mistakes\n`);
process.exitCode = mistakes.length === 0 ? 0 : 1;
