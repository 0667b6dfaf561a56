import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type DevnetCluster, startDevnetCluster } from "./devnet-cluster.ts";
import { createReporter, type Reporter, StepError } from "./reporter.ts";
import { playStory } from "./story.ts";
import type { StoryResult } from "./tally.ts";
import { describeError } from "./wait.ts";

const help = `npm run demo -- [--json] [--keep]

Starts four validator processes in a temporary folder and plays the whole story on them: institutions
get DIDs, members vote a root of accreditation in, a university is accredited, issues and anchors 200
credentials, a verifier that trusts only the genesis checks them; forgeries, revoked and back-dated
credentials and those of an unaccredited issuer are refused; a key is rotated, a lost one recovered; a
validator and a primary are killed, and a fifth validator is voted in and votes.

  --json   the steps go to standard error; the last line of standard output is one JSON object
  --keep   keep the folder with data and logs of the nodes (also kept when the story fails)
`;

const usageExitCode = 2;
const interruptedExitCode = 130;

interface Options {
  readonly json: boolean;
  readonly keep: boolean;
}

type Outcome =
  | { readonly kind: "played"; readonly result: StoryResult }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "interrupted" };

/** Exit code: 0 if every step and every count is as it must be, else 1; 2 for a wrong call. */
export async function runDemo(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === "number") return options;
  const output = options.json ? process.stderr : process.stdout;
  const write = (text: string): void => void output.write(text);
  const interruption = listenForInterruption();
  const reporter = createReporter({
    write: (text) => (interruption.signal.aborted ? undefined : write(text)),
    hasColours: output.isTTY === true && !process.env["NO_COLOR"],
  });
  const directory = await mkdtemp(join(tmpdir(), "cartorio-demo-"));
  const outcome = await playOnDevnet(join(directory, "devnet"), { reporter, ...interruption });
  const isGood = outcome.kind === "played" && outcome.result.ok;
  if (options.keep || (!isGood && outcome.kind !== "interrupted")) {
    write(`\nData and logs of the nodes are kept in ${directory}\n`);
  } else {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
  write(`\n${closingWords(outcome)}\n`);
  if (options.json) process.stdout.write(`${JSON.stringify(jsonOf(outcome))}\n`);
  if (outcome.kind === "interrupted") return interruptedExitCode;
  return isGood ? 0 : 1;
}

function readOptions(args: readonly string[]): Options | number {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: flag, keep: flag, help: flag },
    });
    if (!values.help) return values;
    process.stdout.write(help);
    return 0;
  } catch (error) {
    process.stderr.write(`demo: ${describeError(error)}\n\n${help}`);
    return usageExitCode;
  }
}

/** A second signal changes nothing: stopping takes seconds, and no process may be left behind. */
function listenForInterruption(): {
  readonly signal: AbortSignal;
  readonly ended: Promise<Outcome>;
} {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const interrupt = (): void => {
    controller.abort();
    resolve({ kind: "interrupted" });
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return { signal: controller.signal, ended: promise };
}

interface Playing {
  readonly reporter: Reporter;
  readonly ended: Promise<Outcome>;
}

async function playOnDevnet(directory: string, { reporter, ended }: Playing): Promise<Outcome> {
  let starting: Promise<DevnetCluster> | undefined;
  const play = async (): Promise<Outcome> => {
    try {
      reporter.chapter("Start");
      starting = reporter.step(
        "four validator processes start from a new genesis",
        () => startDevnetCluster(directory),
        () => directory,
      );
      const { cluster } = await starting;
      return { kind: "played", result: await playStory(cluster, reporter) };
    } catch (error) {
      return { kind: "failed", error };
    }
  };
  try {
    return await Promise.race([play(), ended]);
  } finally {
    const devnet = await starting?.catch(() => undefined);
    await devnet?.stop();
  }
}

function closingWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case "interrupted":
      return "Interrupted; all processes are stopped.";
    case "failed":
      return `The demo failed${stepOf(outcome.error)}: ${describeError(outcome.error)}`;
    case "played": {
      const { ok, seconds } = outcome.result;
      if (ok) return `Everything held, in ${seconds} s.`;
      return `The demo failed: a count is not what it must be: ${JSON.stringify(outcome.result)}`;
    }
  }
}

function stepOf(error: unknown): string {
  return error instanceof StepError ? ` at the step "${error.step}"` : "";
}

function jsonOf(outcome: Outcome): object {
  if (outcome.kind === "played") return outcome.result;
  if (outcome.kind === "interrupted") return { ok: false, error: "interrupted" };
  const { error } = outcome;
  const step = error instanceof StepError ? { step: error.step } : {};
  return { ok: false, ...step, error: describeError(error) };
}
