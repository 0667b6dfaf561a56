import { describe, expect, it } from "vitest";
import {
  clientOfAddress,
  createRateLimiter,
  isLoopback,
  type RateLimiter,
} from "../src/rate-limit.ts";

function limiterAt(clock: { ms: number }, maxClients = 100): RateLimiter {
  return createRateLimiter({ costPerSecond: 100, burst: 50, maxClients, nowMs: () => clock.ms });
}

describe("the rate limiter", () => {
  it("lets a burst pass, then what comes back, and says when", () => {
    const clock = { ms: 0 };
    const limiter = limiterAt(clock);
    expect(limiter.spend("a", 50)).toBe(0);
    expect(limiter.spend("a", 5)).toBe(50);
    clock.ms = 49;
    expect(limiter.spend("a", 5)).toBe(1);
    clock.ms = 50;
    expect(limiter.spend("a", 5)).toBe(0);
    expect(limiter.spend("a", 1)).toBe(10);
  });

  it("spends nothing of a client whose request it refuses", () => {
    const clock = { ms: 0 };
    const limiter = limiterAt(clock);
    limiter.spend("a", 40);
    for (let tries = 0; tries < 100; tries += 1) expect(limiter.spend("a", 20)).toBe(100);
    expect(limiter.spend("a", 10)).toBe(0);
  });

  it("keeps clients apart, and never saves more than a burst", () => {
    const clock = { ms: 0 };
    const limiter = limiterAt(clock);
    limiter.spend("a", 50);
    expect(limiter.spend("b", 50)).toBe(0);
    clock.ms = 1e9;
    expect(limiter.spend("a", 50)).toBe(0);
    expect(limiter.spend("a", 1)).toBe(10);
  });

  it("takes what costs more than a burst for a burst", () => {
    const limiter = limiterAt({ ms: 0 });
    expect(limiter.spend("a", 1_000_000)).toBe(0);
    expect(limiter.spend("a", 1_000_000)).toBe(500);
  });

  it("lets a debt be worked off, of a burst at most", () => {
    const clock = { ms: 0 };
    const limiter = limiterAt(clock);
    limiter.charge("a", 70);
    expect(limiter.spend("a", 1)).toBe(210);
    limiter.charge("a", 1_000_000);
    expect(limiter.spend("a", 1)).toBe(510);
    clock.ms = 510;
    expect(limiter.spend("a", 1)).toBe(0);
  });

  it("remembers a bounded number of clients, those that were active last", () => {
    const limiter = limiterAt({ ms: 0 }, 3);
    for (const client of ["a", "b", "c"]) limiter.spend(client, 50);
    expect(limiter.spend("a", 1)).toBe(10);
    limiter.spend("d", 50);
    expect(limiter.clients()).toBe(3);
    expect(limiter.spend("a", 1)).toBe(10);
    expect(limiter.spend("b", 1)).toBe(0);
  });

  it("has no limit where the rate is zero", () => {
    const options = { costPerSecond: 0, burst: 1, maxClients: 1, nowMs: () => 0 };
    const limiter = createRateLimiter(options);
    for (let tries = 0; tries < 10; tries += 1) expect(limiter.spend("a", 100)).toBe(0);
  });
});

describe("clients", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s counts as %s", (address, client) => {
    expect(clientOfAddress(address)).toBe(client);
  });

  it("on the machine itself are recognised", () => {
    const loopback = ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"];
    for (const address of loopback) expect(isLoopback(address)).toBe(true);
    for (const address of ["10.0.0.1", "127.evil", "::2", "2001:db8::1"]) {
      expect(isLoopback(address)).toBe(false);
    }
  });
});
