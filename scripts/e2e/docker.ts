import { join } from "node:path";
import { root, runCommand } from "../lib/processes.ts";

const composeFile = join(root, "docker/compose.yaml");

/** Runs a command and gives its output; rejects with the output's end when it fails. */
export async function run(command: readonly [string, ...string[]]): Promise<string> {
  const { exitCode, output } = await runCommand(command, "capture");
  if (exitCode === 0) return output.trim();
  const tail = output.trimEnd().split("\n").slice(-15).join("\n");
  throw new Error(`${command.join(" ")} failed:\n${tail}`);
}

/** Compose v2 as a plugin, or the older program. */
async function composeProgram(): Promise<readonly [string, ...string[]]> {
  for (const program of [["docker", "compose"], ["docker-compose"]] as const) {
    const { exitCode } = await runCommand([...program, "version"], "capture");
    if (exitCode === 0) return program;
  }
  throw new Error("neither `docker compose` nor docker-compose is here: install Docker Compose");
}

export interface Compose {
  /** `docker compose -f docker/compose.yaml -p PROJECT ARGS`. */
  (...args: string[]): Promise<string>;
  readonly container: (service: string) => Promise<string>;
}

export async function createCompose(project: string): Promise<Compose> {
  const engine = await runCommand(["docker", "info"], "capture");
  if (engine.exitCode !== 0)
    throw new Error("no Docker engine answers: start one, and check that this user may use it");
  const program = await composeProgram();
  const compose = (...args: string[]): Promise<string> =>
    run([...program, "-f", composeFile, "-p", project, ...args]);
  return Object.assign(compose, {
    container: async (service: string) => {
      // With -a also when it is stopped; Compose 1.29 lists stopped ones without asking.
      const ids = await run([
        ...(["docker", "ps", "-aq", "--no-trunc"] as const),
        ...["--filter", `label=com.docker.compose.project=${project}`],
        ...["--filter", `label=com.docker.compose.service=${service}`],
      ]);
      const [id] = ids.split("\n");
      if (id === undefined || id === "") throw new Error(`there is no container of ${service}`);
      return id;
    },
  });
}
