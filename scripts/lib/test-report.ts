/** How many tests passed and failed, and what to say about those that failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** One line per failure. */
  readonly failures: readonly string[];
}

/** How long one test file took. */
export interface FileDuration {
  readonly file: string;
  readonly durationMs: number;
}

interface AssertionResult {
  readonly status: string;
  readonly fullName: string;
}

interface FileResult {
  readonly name: string;
  readonly status: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly assertionResults: readonly AssertionResult[];
}

/** The part of vitest's JSON report that is read here. */
export interface VitestReport {
  readonly testResults: readonly FileResult[];
}

/**
 * Counts a vitest run from its JSON report and its exit code, which must be read together: in the
 * report a file that failed to load has no failed tests, and an unhandled rejection or a missed
 * coverage threshold leaves everything passed while the exit code is 1. A test that was skipped
 * counts as failed: whoever skips a test must not get a green run for it.
 *
 * @param report - undefined when the run ended without writing one
 */
export function tallyVitest(report: VitestReport | undefined, exitCode: number): Tally {
  if (report === undefined) {
    return { passed: 0, failed: 1, failures: ["vitest ended without a report"] };
  }
  const failures: string[] = [];
  let passed = 0;
  for (const file of report.testResults) {
    if (file.assertionResults.length === 0) failures.push(`${file.name}: no test ran`);
    for (const { status, fullName } of file.assertionResults) {
      if (status === "passed") passed += 1;
      else failures.push(`${file.name}: ${fullName} (${status})`);
    }
  }
  if (exitCode !== 0 && failures.length === 0) {
    failures.push(`vitest: exit code ${exitCode} though every test passed (see its output above)`);
  }
  if (passed === 0 && failures.length === 0) failures.push("vitest: no test ran");
  return { passed, failed: failures.length, failures };
}

/** The test files that took longest, longest first. */
export function slowestFiles(report: VitestReport | undefined, count: number): FileDuration[] {
  return (report?.testResults ?? [])
    .map((file) => ({ file: file.name, durationMs: file.endTime - file.startTime }))
    .sort((a, b) => b.durationMs - a.durationMs)
    .slice(0, count);
}

/** Adds up the tallies of several parts. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  };
}

/** The last line of a run, which the integration server reads. */
export function summaryLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
