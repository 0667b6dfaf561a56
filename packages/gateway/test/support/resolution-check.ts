import { expect } from "vitest";
import type { ResolutionDids, ResolutionRow } from "./resolution-rows.ts";

interface Question {
  /** From the root. */
  readonly path: string;
  readonly headers: Record<string, string>;
  /** Of a POST. */
  readonly body?: Record<string, unknown>;
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** The body as it came. */
  readonly raw: string;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Asks what a row asks, and compares all that it says and what follows for caches. */
export async function checkRow(
  row: ResolutionRow,
  dids: ResolutionDids,
  ask: (question: Question) => Promise<Answer>,
): Promise<void> {
  const body = row.body?.(dids);
  const answer = await ask({
    path: `/1.0/identifiers/${row.path(dids)}`,
    headers: row.accept === undefined ? {} : { accept: row.accept },
    ...(body === undefined ? {} : { body }),
  });
  expect(answer.status).toBe(row.status);
  if (row.type === undefined) expect(answer.raw).toBe("");
  else expect(answer.contentType.split(";")[0]).toBe(row.type);
  if (row.shows !== undefined) expect(JSON.parse(answer.raw)).toMatchObject(row.shows(dids));
  expect(answer.headers["location"]).toBe(row.location);
  expect(answer.headers["vary"]).toContain("accept");
  const mayBeKept = row.status === 200 && body === undefined;
  expect(answer.headers["cache-control"]).toBe(mayBeKept ? "max-age=5" : "no-store");
}
