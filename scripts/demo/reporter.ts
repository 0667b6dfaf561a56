import picocolors from "picocolors";
import { describeError } from "./wait.ts";

/** Tells what the story does. */
export interface Reporter {
  chapter(title: string): void;
  /**
   * Runs a step and shows it with a tick, its time and what `detail` says of its result. A step that
   * fails is shown too and rejects with {@link StepError}.
   */
  step<T>(title: string, run: () => Promise<T>, detail?: (result: T) => string): Promise<T>;
}

/** Names the step in which the story failed. */
export class StepError extends Error {
  readonly step: string;
  constructor(step: string, cause: unknown) {
    super(describeError(cause));
    this.name = "StepError";
    this.step = step;
  }
}

export interface ReporterOptions {
  readonly write: (text: string) => void;
  readonly hasColours: boolean;
}

export function createReporter({ write, hasColours }: ReporterOptions): Reporter {
  const { bold, dim, green, red } = picocolors.createColors(hasColours);
  const line = (mark: string, text: string, rest: string): void => {
    write(`  ${mark} ${text}  ${dim(rest)}\n`);
  };
  return {
    chapter: (title) => write(`\n${bold(title)}\n`),
    async step(title, run, detail) {
      const startedMs = performance.now();
      try {
        const result = await run();
        const found = detail === undefined ? "" : `${detail(result)}, `;
        line(green("✓"), title, `${found}${secondsSince(startedMs)}`);
        return result;
      } catch (error) {
        line(red("✗"), title, secondsSince(startedMs));
        throw error instanceof StepError ? error : new StepError(title, error);
      }
    },
  };
}

function secondsSince(startedMs: number): string {
  return `${((performance.now() - startedMs) / 1000).toFixed(2)} s`;
}
