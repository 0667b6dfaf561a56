import { describe, expect, it } from "vitest";
import { lastJson, run, temporaryFolder } from "./fake-host.ts";

const folder = temporaryFolder();
const verbs = [
  ["init"],
  ["keys", "new"],
  ["keys", "seal"],
  ["keys", "show"],
  ["genesis", "new"],
  ["genesis", "sign"],
  ["genesis", "show"],
  ["genesis", "verify"],
  ["devnet"],
  ["start"],
  ["status"],
  ["governance"],
  ["token", "new"],
  ["config", "check"],
  ["version"],
];

describe("the command line", () => {
  it.each(verbs)("explains %s %s with an example and exits 0", async (...verb) => {
    const result = await run(folder, [...verb.filter(Boolean), "--help"]);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain(`cartorio ${verb.join(" ")}`);
    expect(result.stdout).toMatch(/Examples?:\n {2}\$ /);
  });

  it("lists every verb in its overview", async () => {
    const { stdout } = await run(folder, ["--help"]);
    for (const [verb] of verbs) expect(stdout).toContain(`  ${verb}`);
  });

  it.each([
    [["strat"], "unknown command 'strat' (Did you mean start?); see `cartorio --help`"],
    [
      ["devnet", "--validator", "4"],
      "unknown option '--validator' (Did you mean --validators?); see `cartorio devnet --help`",
    ],
    [["devnet", "--validators", "four"], "It must be a whole number."],
    [["init", "--dir", "a"], "required option '--network <name>' not specified"],
    [
      ["init", "--dir", "a", "--network", "n", "--name", "m", "--role", "king"],
      "Allowed choices are validator, observer.",
    ],
    [["init", "--dir", "a", "--network", "No!", "--name", "m"], '"No!" is no network name'],
    [
      ["init", "--dir", "a", "--network", "n", "--name", "m", "--rpc-port", "70000"],
      "--rpc-port must be a whole number from 0 to 65535",
    ],
    [["genesis", "new", "--network", "n", "--member", "x"], "there is no member description"],
    [["keys", "show"], "missing required argument 'files'"],
  ])("explains the mistake in %j", async (args, message) => {
    const { exitCode, stderr, stdout } = await run(folder, args);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^error [A-Z_]+: /);
    expect(stderr).not.toContain("    at ");
    expect(exitCode).toBe(args[0] === "genesis" ? 1 : 2);
    expect(stdout).toBe("");
  });

  it.each([[], ["keys"], ["genesis"]].map((args) => [args]))(
    "shows help and exits 2 for %j alone",
    async (args) => {
      const { exitCode, stderr } = await run(folder, args);
      expect(exitCode).toBe(2);
      expect(stderr).toContain("Usage: cartorio");
    },
  );

  it("reports an error as one JSON object with --json", async () => {
    const result = await run(folder, ["keys", "show", "nothing.key", "--json"]);
    expect(result.exitCode).toBe(1);
    expect(lastJson(result)).toEqual({
      error: {
        code: "KEY_MISSING",
        message: expect.stringContaining("nothing.key"),
        action: expect.stringContaining("back-up"),
      },
    });
  });

  it("shows its version", async () => {
    const result = await run(folder, ["version", "--json"]);
    expect(lastJson(result)).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      protocol: 1,
      node: process.versions.node,
    });
    expect((await run(folder, ["version"])).stdout).toMatch(/^cartorio \d+\.\d+\.\d+ \(protocol 1/);
  });

  it("says that nothing answers where no node is", async () => {
    const result = await run(folder, ["status", "--url", "http://127.0.0.1:9"]);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(/^error UNREACHABLE: no node answers at http:\/\/127.0.0.1:9/);
  });
});
