// docs/authorisation.md, from the tables.
import { type Caller, callerKinds, callers, type OperationTable } from "./table.ts";

export interface Registry {
  readonly title: string;
  readonly tables: readonly OperationTable[];
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function matrix(tables: readonly OperationTable[]): string[] {
  const cell = (caller: Caller) => (table: OperationTable) => table.cells[caller].code;
  return [
    line(["caller", ...tables.map(({ kind }) => kind)]),
    line(["---", ...tables.map(() => "---")]),
    ...callerKinds.map((caller) => line([callers[caller], ...tables.map(cell(caller))])),
  ];
}

const head = [
  "# Who may do what",
  "",
  "Made from the tables in `packages/ledger/test/authorisation/`, of which",
  "`authorisation.test.ts` executes every cell and compares; `CARTORIO_UPDATE=1` writes this page.",
  "Rules: `docs/ledger.md` 1, 2, 5, 6, 8 and `docs/consensus.md` 8, 9. A cell is the code of the",
  "receipt. Unless the caller says otherwise, a member sponsors the transaction with a",
  "`capabilityInvocation` key; members need no sponsor for what they do themselves. The network has",
  "four members of equal weight. Where an operation has no such caller, the cell is the transaction",
  "that comes closest.",
];

export function authorisationPage(registries: readonly Registry[]): string {
  const sections = registries.flatMap(({ title, tables }) => [
    "",
    `## ${title}`,
    "",
    ...tables.map(({ kind, right }) => `- \`${kind}\`: ${right}.`),
    "",
    ...matrix(tables),
    ...tables.flatMap(({ kind, rows }) => [
      "",
      line([`${kind}, by others`, "receipt"]),
      line(["---", "---"]),
      ...rows.map(({ caller, code }) => line([caller, code])),
    ]),
  ]);
  return [...head, ...sections, ""].join("\n");
}
