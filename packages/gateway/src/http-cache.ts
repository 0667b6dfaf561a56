// Conditional requests (RFC 9110 section 13).
import { createHash } from "node:crypto";

/** For texts that are JSON already. */
export function asItIs(payload: unknown): string {
  return String(payload);
}

/** An entity tag of everything that the text names. */
export function etagOf(text: string): string {
  return `"${createHash("sha256").update(text).digest("base64url")}"`;
}

/** Whether If-None-Match has the tag: RFC 9110 section 13.1.2, by weak comparison. */
export function matchesEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const known = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes("*") || known.includes(etag);
}

export function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
