// docs/privacy.md has a row for every field that somebody hands in.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const protoFolder = new URL("../proto/", import.meta.url);
const page = readFileSync(new URL("../../../docs/privacy.md", import.meta.url), "utf8");

/** What transactions carry; what nodes say to each other and what the state keeps follows from it. */
const files = [
  ...["transaction", "credential", "accreditation", "schema", "status-list", "exchange"],
  ...["governance", "validator"],
].map((name) => `${name}.proto`);
/** Parts of records only. */
const kept = /Record$|^(StatusInterval|SuspensionInterval|Redaction)$/;

interface Field {
  readonly message: string;
  readonly field: string;
}

function fieldsOf(file: string): Field[] {
  const text = readFileSync(new URL(file, protoFolder), "utf8").replaceAll(/\/\/.*/g, "");
  return [...text.matchAll(/message (\w+) \{(.*?)\n\}/gs)].flatMap(([, message = "", body = ""]) =>
    [...body.matchAll(/(\w+) = \d+;/g)].map(([, field = ""]) => ({ message, field })),
  );
}

const given = files.flatMap(fieldsOf).filter(({ message }) => !kept.test(message));
const names = new Set(given.flatMap(({ message, field }) => [`${message}.${field}`]));
const rows = page.split("\n").filter((line) => line.startsWith("| `"));
const listed = rows.flatMap((line) =>
  [...(line.split("|")[1] ?? "").matchAll(/`([\w*]+\.[\w*]+)`/g)].map(([, name = ""]) => name),
);

describe("docs/privacy.md", () => {
  it("knows all files that operations come from", () => {
    const imported = readFileSync(new URL("transaction.proto", protoFolder), "utf8");
    const sources = [...imported.matchAll(/import "([\w-]+\.proto)";/g)].map(([, file]) => file);
    expect(files.toSorted()).toEqual([...sources, "transaction.proto"].toSorted());
    expect(readdirSync(protoFolder)).toEqual(expect.arrayContaining(files));
    expect(given.length).toBeGreaterThan(150);
  });

  it("says of every field what an observer learns", () => {
    const missing = given.filter(
      ({ message, field }) =>
        !listed.includes(`${message}.${field}`) &&
        !listed.includes(`*.${field}`) &&
        !listed.includes(`${message}.*`),
    );
    expect(missing).toEqual([]);
  });

  it("lists no field twice and none that does not exist", () => {
    expect(listed.filter((name, index) => listed.indexOf(name) !== index)).toEqual([]);
    const fields = new Set(given.map(({ field }) => field));
    const messages = new Set(given.map(({ message }) => message));
    const unknown = listed.filter((name) => {
      const [message = "", field = ""] = name.split(".");
      if (message === "*") return !fields.has(field);
      return field === "*" ? !messages.has(message) : !names.has(name);
    });
    expect(unknown).toEqual([]);
  });

  it("has three columns in every row", () => {
    for (const line of rows) expect(line.split("|")).toHaveLength(5);
  });
});
