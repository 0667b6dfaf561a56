// 100,000 malformed requests to a real gateway: packages/gateway/test/gateway-fuzz.test.ts, longer.
// `--requests N` and `--seed S` choose others.
import { parseArgs } from "node:util";
import { runCommand } from "../lib/processes.ts";

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    seed: { type: "string", default: "5" },
  },
});
process.env["CARTORIO_FUZZ_REQUESTS"] = values.requests;
process.env["CARTORIO_FUZZ_SEED"] = values.seed;
const test = "packages/gateway/test/gateway-fuzz.test.ts";
const { exitCode } = await runCommand(["vitest", "run", "--project", "unit", test], "inherit");
process.exitCode = exitCode;
