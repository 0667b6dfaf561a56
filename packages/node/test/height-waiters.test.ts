import { describe, expect, it } from "vitest";
import { createHeightWaiters } from "../src/height-waiters.ts";

const longMs = 60_000;

/** Whether a promise is settled once everything that can run has run. */
async function isSettled(promise: Promise<void>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

describe("who waits for a height", () => {
  it("is woken by that height or one above, and not by one below", async () => {
    const waiters = createHeightWaiters(10);
    const [five, six] = [waiters.wait(5, longMs), waiters.wait(6, longMs)];
    waiters.certified(4);
    expect(await isSettled(five)).toBe(false);
    waiters.certified(5);
    expect(await isSettled(five)).toBe(true);
    expect(await isSettled(six)).toBe(false);
    waiters.certified(9);
    expect(await isSettled(six)).toBe(true);
  });

  it("waits no longer than its time", async () => {
    await createHeightWaiters(10).wait(5, 1);
  });

  it("does not wait where too many do, nor once all stops", async () => {
    const waiters = createHeightWaiters(1);
    const first = waiters.wait(5, longMs);
    expect(await isSettled(waiters.wait(5, longMs))).toBe(true);
    expect(await isSettled(first)).toBe(false);
    waiters.stop();
    expect(await isSettled(first)).toBe(true);
    expect(await isSettled(waiters.wait(5, longMs))).toBe(true);
  });
});
