import { operationKinds } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { accreditationTables } from "./authorisation/accreditation.ts";
import { credentialTables } from "./authorisation/credential.ts";
import { didTables } from "./authorisation/did.ts";
import { governanceTables } from "./authorisation/governance.ts";
import { authorisationPage, type Registry } from "./authorisation/page.ts";
import { setScene } from "./authorisation/scene.ts";
import { schemaTables } from "./authorisation/schema.ts";
import { exchangeTables, statusListTables } from "./authorisation/status-list.ts";
import { callerKinds, callers, type OperationTable, type Row } from "./authorisation/table.ts";
import { validatorTables } from "./authorisation/validators.ts";
import { generatedFile } from "./generated-doc.ts";
import { runOne } from "./world.ts";

// docs/authorisation.md is made from the tables in authorisation/. Every cell is a transaction that is
// executed in a world of its own: the code is what its receipt says.

const registries: readonly Registry[] = [
  { title: "DIDs", tables: didTables },
  { title: "Credentials", tables: credentialTables },
  { title: "Schemas", tables: schemaTables },
  { title: "Accreditations", tables: accreditationTables },
  { title: "Status lists", tables: statusListTables },
  { title: "Exchange receipts", tables: exchangeTables },
  { title: "Validators", tables: validatorTables },
  { title: "Governance", tables: governanceTables },
];
const tables = registries.flatMap(({ tables: some }) => some);

function allRows({ cells, rows }: OperationTable): Row[] {
  const cellRows = callerKinds.map((caller) => ({ ...cells[caller], caller: callers[caller] }));
  return [...cellRows, ...rows];
}

describe.each(tables.map((table) => [table.kind, table] as const))("%s", (kind, table) => {
  it.each(allRows(table).map((row) => [row.caller, row.code, row] as const))(
    "by %s: %s",
    (_caller, code, { make }) => {
      const scene = setScene();
      const { signers, operation } = make(scene);
      expect(operation.kind).toBe(kind);
      expect(runOne(scene.world, { signers, operations: [operation] }).name).toBe(code);
    },
  );

  it("has a cell for every kind of caller, and no row twice", () => {
    expect(Object.keys(table.cells).toSorted()).toEqual(callerKinds.toSorted());
    const names = allRows(table).map(({ caller }) => caller);
    expect(new Set(names).size).toBe(names.length);
  });

  it("is applied for somebody and refused for others", () => {
    const codes = allRows(table).map(({ code }) => code);
    expect(codes).toContain("APPLIED");
    expect(codes.filter((code) => code !== "APPLIED").length).toBeGreaterThan(5);
  });
});

it("has one table for every operation kind", () => {
  expect(tables.map(({ kind }) => kind).toSorted()).toEqual(operationKinds.toSorted());
});

it("is what docs/authorisation.md says", () => {
  const page = authorisationPage(registries);
  expect(generatedFile("docs/authorisation.md", page)).toBe(page);
});
