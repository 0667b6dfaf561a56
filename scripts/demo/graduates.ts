import { readFile } from "node:fs/promises";

/** One row of the university's list. Every person in it is invented. */
export interface Graduate {
  readonly studentNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly email: string;
  readonly degree: string;
  readonly programme: string;
  readonly finalGrade: string;
  readonly graduatedOn: string;
}

const columns = [
  "studentNumber",
  "givenName",
  "familyName",
  "dateOfBirth",
  "email",
  "degree",
  "programme",
  "finalGrade",
  "graduatedOn",
] as const satisfies readonly (keyof Graduate)[];

/** One field, quoted or bare, and what ends it: a comma, a line's end or the end of the text. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

export async function readGraduates(path: string): Promise<readonly Graduate[]> {
  return parseGraduates(await readFile(path, "utf8"));
}

/** Throws for anything but the expected header and full rows: nothing is issued from a guess. */
export function parseGraduates(text: string): readonly Graduate[] {
  const [header, ...rows] = parseCsv(text);
  if (header?.join() !== columns.join()) {
    throw new Error(`the first line must be ${columns.join()}`);
  }
  return rows.map((row, index) => {
    const isFull = row.length === columns.length && row.every((value) => value.trim() !== "");
    if (!isFull) throw new Error(`row ${index + 2} does not have ${columns.length} values`);
    const value = (name: keyof Graduate): string => row[columns.indexOf(name)] ?? "";
    return {
      studentNumber: value("studentNumber"),
      givenName: value("givenName"),
      familyName: value("familyName"),
      dateOfBirth: value("dateOfBirth"),
      email: value("email"),
      degree: value("degree"),
      programme: value("programme"),
      finalGrade: value("finalGrade"),
      graduatedOn: value("graduatedOn"),
    };
  });
}

/** Rows of fields by RFC 4180. Throws at a quote where none may stand. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  while (position < text.length || row.length > 0) {
    field.lastIndex = position;
    const match = field.exec(text);
    if (match === null) throw new Error(`line ${rows.length + 1} has a quote out of place`);
    const [whole, quoted, bare = "", end] = match;
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    position += whole.length;
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
