import { existsSync } from "node:fs";
import { join } from "node:path";
import { InvalidArgumentError } from "commander";
import { describe, expect, it } from "vitest";
import { type ByzantineWish, byzantineFlag, checkByzantine } from "../src/byzantine-flags.ts";
import { run, temporaryFolder } from "./fake-host.ts";

const folder = temporaryFolder();
const bounds = { validators: 7, faulty: 2, strategies: ["equivocate", "silent", "twin"] };

function wishes(...texts: readonly string[]): readonly ByzantineWish[] {
  return texts.reduce<readonly ByzantineWish[]>((before, text) => byzantineFlag(text, before), []);
}

describe("--byzantine", () => {
  it("reads validators and strategies", () => {
    expect(wishes("3:equivocate", "0:silent-to-some")).toEqual([
      { validator: 3, strategy: "equivocate" },
      { validator: 0, strategy: "silent-to-some" },
    ]);
  });

  it.each(["3", "equivocate", ":twin", "3:", "3:Twin", "-1:twin", "3:twin:silent", "100:twin"])(
    "refuses %j",
    (text) => expect(() => byzantineFlag(text, [])).toThrow(InvalidArgumentError),
  );

  it("allows as many as the others tolerate", () => {
    const found = checkByzantine(wishes("6:twin", "0:silent"), bounds);
    expect([...found]).toEqual([
      [6, "twin"],
      [0, "silent"],
    ]);
    expect(() => checkByzantine(wishes("1:twin", "2:twin", "3:twin"), bounds)).toThrow(
      "3 of 7 validators are more than the 2 that they tolerate",
    );
  });

  it.each([
    [["7:twin"], "there is no validator 7; they are numbered from 0 to 6"],
    [["1:twin", "1:silent"], "this validator has a strategy already"],
    [["1:equivocat"], "no such strategy; did you mean equivocate? There are equivocate, silent"],
    [["1:lazy"], "no such strategy. There are"],
  ])("explains what is wrong with %j", (texts, message) => {
    expect(() => checkByzantine(wishes(...texts), bounds)).toThrow(message);
  });

  it.each([
    [["--byzantine", "equivocate"], "It must be a validator and a strategy, such as 3:equivocate."],
    [["--byzantine", "3:equivocat"], "did you mean equivocate?"],
    [["--byzantine", "4:twin"], "there is no validator 4; they are numbered from 0 to 3"],
    [["--validators", "1", "--byzantine", "0:twin"], "more than the 0 that they tolerate"],
  ])("ends devnet %j with what was meant, before a devnet is made", async (flags, message) => {
    const dir = join(folder, "devnet");
    const { exitCode, stderr } = await run(folder, ["devnet", "--dir", dir, ...flags]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(join(dir, "devnet.json"))).toBe(false);
  });
});
