/** What a command sees of its process: everything else comes in by flags and files. */
export interface Host {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths on the command line start from. */
  readonly workingDirectory: string;
  /** Whether standard output is a terminal that shows colours. */
  readonly hasColours: boolean;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** The command was carried out, and its answer is a no: the exit code becomes 1. */
  readonly answerNo: () => void;
}

/** The host of a real process; `answerNo` is replaced by `runCli`. */
export function processHost(): Host {
  const hasColours =
    process.stdout.isTTY === true &&
    process.env["NO_COLOR"] === undefined &&
    process.env["TERM"] !== "dumb";
  return {
    environment: process.env,
    workingDirectory: process.cwd(),
    hasColours,
    write: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    answerNo: () => undefined,
  };
}
