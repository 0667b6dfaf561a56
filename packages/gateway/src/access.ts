// Who may do what at a gateway. The ledger decides by itself what a transaction may do; this is about
// who may use this node at all.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Each scope includes those before it. */
export const scopes = ["read", "write", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** A token as the settings hold it: its digest, never itself. */
export interface TokenRecord {
  /** For log and audit. */
  readonly name: string;
  readonly scope: Scope;
  /** Milliseconds since 1970; undefined: never. */
  readonly expiresAt: number | undefined;
  /** SHA-256 of the token. */
  readonly digest: Uint8Array;
}

/** What a caller may do; without scope: nothing. */
export interface Identity {
  readonly scope: Scope | undefined;
  /** Name of the token, if a valid one was shown. */
  readonly token: string | undefined;
}

export interface AccessOptions {
  readonly tokens: readonly TokenRecord[];
  /** What a caller without a token may do; undefined: nothing. */
  readonly anonymous: Exclude<Scope, "admin"> | undefined;
  readonly now: () => number;
}

/** Judges the header `authorization`. */
export type Authenticate = (authorization: string | undefined) => Identity;

const nobody: Identity = { scope: undefined, token: undefined };
const bearer = /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/**
 * A header that is no valid token gives no scope, also where callers without one have some: a typing
 * error or an expired token must not go unnoticed. Time does not tell which token it was.
 */
export function createAccess({ tokens, anonymous, now }: AccessOptions): Authenticate {
  return (authorization) => {
    if (authorization === undefined) return { scope: anonymous, token: undefined };
    const digest = digestOf(bearer.exec(authorization)?.[1] ?? "");
    let found: TokenRecord | undefined;
    for (const token of tokens) if (timingSafeEqual(token.digest, digest)) found = token;
    if (found === undefined) return nobody;
    if (found.expiresAt !== undefined && found.expiresAt <= now()) return nobody;
    return { scope: found.scope, token: found.name };
  };
}

/** Whether a scope includes another. */
export function includesScope(scope: Scope | undefined, wanted: Scope): boolean {
  return scope !== undefined && scopes.indexOf(scope) >= scopes.indexOf(wanted);
}

function digestOf(token: string): Uint8Array {
  return createHash("sha256").update(token, "utf8").digest();
}

/** 256 random bits: a digest without salt or work factor is enough for them. */
const tokenBytes = 32;
const tokenPrefix = "cartorio_";

/** Makes a token. The text is shown to its owner once; the settings get the line. */
export function createToken(description: Omit<TokenRecord, "digest">): {
  readonly token: string;
  readonly line: string;
} {
  const token = `${tokenPrefix}${randomBytes(tokenBytes).toString("base64url")}`;
  return { token, line: tokenLine({ ...description, digest: digestOf(token) }) };
}

const namePattern = /^[A-Za-z0-9._-]{1,64}$/;
const digestPattern = /^[0-9a-f]{64}$/;

/** `NAME SCOPE EXPIRY DIGEST`, as in the settings. */
export function tokenLine({ name, scope, expiresAt, digest }: TokenRecord): string {
  const expiry = expiresAt === undefined ? "never" : new Date(expiresAt).toISOString();
  return `${name} ${scope} ${expiry} ${Buffer.from(digest).toString("hex")}`;
}

/** Reads a line of the settings. Gives the mistake as the end of a sentence "... must be" otherwise. */
export function parseTokenLine(
  line: string,
):
  | { readonly ok: true; readonly token: TokenRecord }
  | { readonly ok: false; readonly must: string } {
  const [name = "", scopeText, expiry = "", digest = "", ...more] = line.split(" ");
  const scope = scopes.find((known) => known === scopeText);
  if (more.length > 0 || digest === "") {
    return { ok: false, must: "NAME SCOPE EXPIRY DIGEST, as `cartorio token new` prints it" };
  }
  if (!isTokenName(name)) return { ok: false, must: "named by up to 64 letters, digits, . _ -" };
  if (scope === undefined) return { ok: false, must: `of scope ${scopes.join(", ")}` };
  const expiresAt = expiry === "never" ? undefined : timeOf(expiry);
  if (Number.isNaN(expiresAt)) {
    return { ok: false, must: 'expiring at a time such as 2027-01-31T00:00:00Z, or "never"' };
  }
  if (!digestPattern.test(digest)) return { ok: false, must: "a SHA-256 digest in lower-case hex" };
  const bytes = Uint8Array.from(Buffer.from(digest, "hex"));
  return { ok: true, token: { name, scope, expiresAt, digest: bytes } };
}

export function isTokenName(name: string): boolean {
  return namePattern.test(name);
}

/** A date, or a date and time with its zone; NaN for anything else, as local times differ between hosts. */
export function timeOf(text: string): number {
  const isTime = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)?$/.test(text);
  return isTime ? Date.parse(text) : Number.NaN;
}
