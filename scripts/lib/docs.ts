/** A text file and its path from the repository's root. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** What the documents are compared with. */
export interface DocumentFacts {
  readonly documents: readonly TextFile[];
  /** TypeScript sources, tests excluded. */
  readonly sources: readonly TextFile[];
  readonly exists: (path: string) => boolean;
  /** Names of the scripts in package.json. */
  readonly commands: readonly string[];
}

/** Every document the repository promises to have. */
export const requiredDocuments: readonly string[] = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "LICENSE",
  "docs/glossary.md",
  "docs/invariants.md",
  "docs/consensus.md",
  "docs/ledger.md",
  "docs/decisions/README.md",
  "docs/decisions/template.md",
];

const invariantId = /\bINV-[A-Z0-9]+(?:-[A-Z0-9]+)*\b/g;
const link = /\]\(([^)\s]+)\)/g;
const command = /\bnpm run ([a-z][a-z0-9:-]*)/g;

/** Compares the documents with the repository. Returns one sentence per mistake. */
export function findDocumentMistakes(facts: DocumentFacts): string[] {
  return [
    ...requiredDocuments.filter((path) => !facts.exists(path)).map((path) => `${path} is missing`),
    ...facts.documents.flatMap((document) => brokenLinks(document, facts.exists)),
    ...facts.documents.flatMap((document) => unknownCommands(document, facts.commands)),
    ...unlistedInvariants(facts),
    ...unlistedChecks(facts),
  ];
}

function brokenLinks({ path, text }: TextFile, exists: (path: string) => boolean): string[] {
  return [...text.matchAll(link)]
    .map((match) => match[1] ?? "")
    .filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith("#"))
    .filter((target) => {
      const resolved = new URL(target, `file:///${path}`).pathname.slice(1);
      return !exists(decodeURIComponent(resolved));
    })
    .map((target) => `${path}: link to ${target}, which does not exist`);
}

function unknownCommands({ path, text }: TextFile, commands: readonly string[]): string[] {
  return [...text.matchAll(command)]
    .map((match) => match[1] ?? "")
    .filter((name) => !commands.includes(name))
    .map((name) => `${path}: npm run ${name} is not a script of package.json`);
}

/** Every invariant the code can stop with is explained, and none is explained that is gone. */
function unlistedInvariants({ documents, sources }: DocumentFacts): string[] {
  const listed = new Set(
    documents.find(({ path }) => path === "docs/invariants.md")?.text.match(invariantId),
  );
  const used = new Map<string, string>();
  for (const { path, text } of sources) {
    for (const id of text.match(invariantId) ?? []) used.set(id, path);
  }
  const unlisted = [...used]
    .filter(([id]) => !listed.has(id))
    .map(([id, path]) => `${path}: ${id} is not in docs/invariants.md`);
  const unused = [...listed]
    .filter((id) => !used.has(id))
    .map((id) => `docs/invariants.md: ${id} is used nowhere in the sources`);
  return [...unlisted, ...unused];
}

const checkFailure = /CheckFailure\(\s*"([a-z-]+)"/g;

/** Every check that the simulator can fail with stands beside what it watches, and none that is gone. */
function unlistedChecks({ documents, sources }: DocumentFacts): string[] {
  const text = documents.find(({ path }) => path === "docs/invariants.md")?.text ?? "";
  const cells = text.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  // | what always holds | rule | checks | transcripts |
  const rows = cells.filter((row) => row.length === 6);
  const listed = new Set(
    rows.flatMap((row) => [...(row[3] ?? "").matchAll(/`([a-z-]+)`/g)].map((match) => match[1])),
  );
  const used = sources.flatMap((source) =>
    [...source.text.matchAll(checkFailure)].map((match) => match[1]),
  );
  const unlisted = [...new Set(used)].filter((name) => !listed.has(name));
  const gone = [...listed].filter(
    (name) => !sources.some((source) => source.text.includes(`"${name}"`)),
  );
  return [
    ...unlisted.map((name) => `docs/invariants.md: nothing is said of the check ${name}`),
    ...gone.map((name) => `docs/invariants.md: the check ${name} is used nowhere in the sources`),
  ];
}
