import { describe, expect, it } from "vitest";
import { parseCsv, parseGraduates, readGraduates } from "../../scripts/demo/graduates.ts";

const header =
  "studentNumber,givenName,familyName,dateOfBirth,email,degree,programme,finalGrade,graduatedOn";
const row = 'TEST-1,Ann,Testmann,2000-01-01,a@b.example,BSc,"Law, ""new""",90,2025-07-04';

describe("CSV of graduates", () => {
  it("reads quoted fields with commas, quotes and line ends", () => {
    expect(parseCsv('a,"b,c","d ""e""",\r\n"1\n2",,3,4\n')).toEqual([
      ["a", "b,c", 'd "e"', ""],
      ["1\n2", "", "3", "4"],
    ]);
  });

  it("needs no line end after the last row", () => {
    expect(parseCsv("a,b")).toEqual([["a", "b"]]);
    expect(parseCsv("a,")).toEqual([["a", ""]]);
    expect(parseCsv("")).toEqual([]);
  });

  it("refuses a quote out of place", () => {
    expect(() => parseCsv('a"b,c\n')).toThrow("line 1");
    expect(() => parseCsv('a\n"b\n')).toThrow("line 2");
    expect(() => parseCsv('"a"b\n')).toThrow("line 1");
  });

  it("gives each value its column", () => {
    const [graduate] = parseGraduates(`${header}\n${row}\n`);
    expect(graduate).toMatchObject({ studentNumber: "TEST-1", programme: 'Law, "new"' });
    expect(graduate).toMatchObject({ finalGrade: "90", graduatedOn: "2025-07-04" });
  });

  it("refuses another header, missing and empty values", () => {
    expect(() => parseGraduates(`${row}\n`)).toThrow("first line");
    expect(() => parseGraduates(`${header}\nTEST-1,Ann\n`)).toThrow("row 2");
    expect(() => parseGraduates(`${header}\n${row}\n${row.replace("Ann", " ")}\n`)).toThrow(
      "row 3",
    );
  });

  it("holds 200 distinct graduates", async () => {
    const path = new URL("../fixtures/graduates.csv", import.meta.url).pathname;
    const graduates = await readGraduates(path);
    expect(new Set(graduates.map(({ studentNumber }) => studentNumber)).size).toBe(200);
  });
});
