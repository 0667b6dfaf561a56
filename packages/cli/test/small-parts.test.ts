import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findErrorCode, renderError, reportError } from "../src/cli-error.ts";
import { nodeVersionProblem } from "../src/node-version.ts";
import { createSignalJudge, sameSignalMs } from "../src/stop-signals.ts";
import { suggest } from "../src/suggest.ts";
import { readNodeMessage } from "../src/supervisor-link.ts";

describe("the version of Node.js", () => {
  it.each(["24.12.0", "24.21.0", "25.0.0", "30.1.2"])("accepts %s", (version) => {
    expect(nodeVersionProblem(version)).toBeUndefined();
  });
  it.each(["18.20.8", "20.19.0", "24.11.9", "23.99.0"])("refuses %s with a remedy", (version) => {
    const problem = nodeVersionProblem(version) ?? "";
    expect(problem).toContain(`error NODE_VERSION: this is Node.js ${version}`);
    expect(problem).toContain("Install Node.js 24");
  });
});

describe("repeated signals", () => {
  it("takes a second one within a second for the same wish", () => {
    const judge = createSignalJudge();
    expect(judge(5000)).toBe("stop");
    expect(judge(5000)).toBe("same");
    expect(judge(5000 + sameSignalMs - 1)).toBe("same");
  });
  it("takes a later one for force, even after a repeated one", () => {
    const judge = createSignalJudge();
    judge(0);
    judge(300);
    expect(judge(sameSignalMs)).toBe("force");
  });
});

describe("suggestions", () => {
  it("finds the nearest word", () => {
    expect(suggest("rcp.port", ["rpc.host", "rpc.port", "name"])).toBe("rpc.port");
    expect(suggest("Level", ["level"])).toBe("level");
  });
  it("keeps quiet when nothing is near", () => {
    expect(suggest("colour", ["name", "role"])).toBeUndefined();
    expect(suggest("x", [])).toBeUndefined();
  });
  it("finds any word with one letter too many", () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(word, fc.nat(11), fc.constantFrom("q", "7"), (text, at, extra) => {
        const index = Math.min(at, text.length);
        expect(suggest(text.slice(0, index) + extra + text.slice(index), [text])).toBe(text);
      }),
    );
  });
});

describe("errors", () => {
  it("shows code, message and what to do, without the code twice and without a stack", () => {
    const error = Object.assign(new Error("KEY_FILE_CORRUPT: x is not a key file"), {
      code: "KEY_FILE_CORRUPT",
    });
    const text = renderError(reportError(error));
    expect(text).toMatch(/^error KEY_INVALID: x is not a key file\n {2}\S.*\n$/);
    expect(findErrorCode(`first\n${text}`)).toBe("KEY_INVALID");
  });
  it("calls an unknown error INTERNAL", () => {
    expect(reportError(new Error("INV-X-Y: broken")).code).toBe("INTERNAL");
    expect(reportError("text")).toMatchObject({ code: "INTERNAL", message: "text" });
    expect(findErrorCode("error NONSENSE: x")).toBeUndefined();
  });
});

describe("messages of a node to its devnet", () => {
  it("reads its own kinds and nothing else", () => {
    const failed = { kind: "failed", code: "PORT_IN_USE", message: "m" };
    expect(readNodeMessage(failed)).toEqual(failed);
    expect(readNodeMessage({ kind: "started", rpcUrl: "u" })).toEqual({
      kind: "started",
      rpcUrl: "u",
    });
    expect(readNodeMessage({ kind: "progress", text: "t" })).toEqual({
      kind: "progress",
      text: "t",
    });
    for (const other of [
      undefined,
      null,
      "stop",
      {},
      { kind: "started" },
      { kind: "failed", code: 1 },
    ]) {
      expect(readNodeMessage(other)).toBeUndefined();
    }
  });
});
