import { defineConfig } from "vitest/config";

/** The packages whose correctness everything rests on; the others are covered by cluster tests. */
const covered = ["crypto", "protocol", "consensus", "ledger"];
const minimumLinesPercent = 90;
const simulatorTests = "packages/simulator/test/**/*.test.ts";

// `source` makes workspace packages resolve to their TypeScript. It is also handed to the forked
// processes as `--conditions`, so that worker threads written in TypeScript resolve too.
const conditions = ["source"];

/** No test may fail because the machine is slow; what hangs for good is told apart all the same. */
const patience = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["packages/*/test/**/*.test.ts", "test/unit/**/*.test.ts"],
          exclude: [simulatorTests],
          maxWorkers: 2,
          ...patience,
        },
      },
      // Without coverage, which would make whole simulated clusters twice as slow.
      {
        extends: true,
        test: { name: "simulator", include: [simulatorTests], maxWorkers: 2, ...patience },
      },
      {
        extends: true,
        test: {
          name: "cluster",
          include: ["test/cluster/**/*.test.ts"],
          globalSetup: ["test/cluster/setup.ts"],
          fileParallelism: false,
          ...patience,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: {
      provider: "v8",
      reporter: ["text-summary", "json-summary"],
      reportsDirectory: "out/coverage",
      include: covered.map((name) => `packages/${name}/src/**`),
      thresholds: Object.fromEntries(
        covered.map((name) => [`packages/${name}/src/**`, { lines: minimumLinesPercent }]),
      ),
    },
  },
});
