import { expect, it } from "vitest";
import { isKeyOfMember } from "../src/index.ts";
import { createNamed, createWorld, did, key } from "./world.ts";

it("a key speaks for a member that holds it, and no other key does, nor a key of somebody else", () => {
  const world = createWorld();
  createNamed(world, "university");
  const speaks = (name: string, multikey: Uint8Array): boolean =>
    isKeyOfMember(world.ledger, { did: did(name), multikey });
  expect(speaks("alpha", key("alpha/invoke"))).toBe(true);
  expect(speaks("alpha", key("alpha/assert"))).toBe(true);
  expect(speaks("alpha", key("beta/invoke"))).toBe(false);
  expect(speaks("alpha", key("mallory"))).toBe(false);
  expect(speaks("university", key("university/invoke"))).toBe(false);
  expect(speaks("nobody", key("nobody/invoke"))).toBe(false);
});
