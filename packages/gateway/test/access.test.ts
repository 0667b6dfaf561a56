import { describe, expect, it } from "vitest";
import { createAccess, createToken, includesScope, parseTokenLine, scopes } from "../src/access.ts";

const now = Date.parse("2026-11-26T12:00:00Z");

function recordOf(line: string): Parameters<typeof createAccess>[0]["tokens"][number] {
  const parsed = parseTokenLine(line);
  if (!parsed.ok) throw new Error(parsed.must);
  return parsed.token;
}

describe("tokens", () => {
  it("are random, and only their digest is in the settings", () => {
    const made = [0, 1].map(() =>
      createToken({ name: "clinic", scope: "write", expiresAt: undefined }),
    );
    expect(made[0]?.token).not.toBe(made[1]?.token);
    for (const { token, line } of made) {
      expect(token).toMatch(/^cartorio_[A-Za-z0-9_-]{43}$/);
      expect(line).toMatch(/^clinic write never [0-9a-f]{64}$/);
      expect(line).not.toContain(token);
    }
  });

  it("give their scope and name until they expire", () => {
    const { token, line } = createToken({ name: "a", scope: "admin", expiresAt: now });
    let time = now - 1;
    const access = createAccess({
      tokens: [recordOf(line)],
      anonymous: "read",
      now: () => time,
    });
    expect(access(`Bearer ${token}`)).toEqual({ scope: "admin", token: "a" });
    expect(access(`bearer   ${token}`)).toEqual({ scope: "admin", token: "a" });
    time = now;
    expect(access(`Bearer ${token}`)).toEqual({ scope: undefined, token: undefined });
  });

  it("never fall back to what callers without one may do", () => {
    const { token, line } = createToken({ name: "a", scope: "write", expiresAt: undefined });
    const access = createAccess({ tokens: [recordOf(line)], anonymous: "write", now: () => now });
    expect(access(undefined)).toEqual({ scope: "write", token: undefined });
    const wrong = [
      `Bearer ${token}x`,
      "Bearer ",
      "Bearer",
      `Basic ${token}`,
      token,
      "",
      "Bearer é",
    ];
    for (const header of wrong) expect(access(header).scope).toBeUndefined();
  });

  it.each([
    ["", "NAME SCOPE EXPIRY DIGEST, as `cartorio token new` prints it"],
    [`a b c ${"0".repeat(64)} e`, "NAME SCOPE EXPIRY DIGEST, as `cartorio token new` prints it"],
    [`a" read never ${"0".repeat(64)}`, "named by up to 64 letters, digits, . _ -"],
    [`a root never ${"0".repeat(64)}`, "of scope read, write, admin"],
    [
      `a read tomorrow ${"0".repeat(64)}`,
      'expiring at a time such as 2027-01-31T00:00:00Z, or "never"',
    ],
    [
      `a read 2027-01-31T00:00 ${"0".repeat(64)}`,
      'expiring at a time such as 2027-01-31T00:00:00Z, or "never"',
    ],
    [
      `a read 2027-13-31 ${"0".repeat(64)}`,
      'expiring at a time such as 2027-01-31T00:00:00Z, or "never"',
    ],
    [`a read never ${"0".repeat(63)}`, "a SHA-256 digest in lower-case hex"],
    [`a read never ${"A".repeat(64)}`, "a SHA-256 digest in lower-case hex"],
  ])("in a line %j: it must be %s", (line, must) => {
    expect(parseTokenLine(line)).toEqual({ ok: false, must });
  });

  it("have scopes that include those below", () => {
    const table = scopes.map((has) => scopes.map((wanted) => includesScope(has, wanted)));
    expect(table).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ]);
    for (const wanted of scopes) expect(includesScope(undefined, wanted)).toBe(false);
  });
});
