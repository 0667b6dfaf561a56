import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { quickRecovery } from "../demo/chapter-recovery.ts";
import { createReporter, type Reporter } from "../demo/reporter.ts";
import { playStory } from "../demo/story.ts";
import { describeError } from "../demo/wait.ts";
import { composeCluster, rpcUrl, services, untilHealthy } from "./compose-cluster.ts";
import { type Compose, createCompose, run } from "./docker.ts";
import { imageChecks } from "./image-checks.ts";

const help = `npm run e2e:compose -- [--json] [--keep]

Builds the image, starts four validators and a gateway by Docker Compose, waits until all are
healthy, plays the demo's story on them with containers killed and started, and removes everything.
Needs a Docker engine and Compose (v2 or 1.29).

  CARTORIO_BASE_IMAGE   base image of the build (default node:24-bookworm-slim)
  --keep                leave the containers running
`;

const project = `cartorio-e2e-${process.pid}`;
const image = "cartorio:e2e";

/** Exit code: 0 if everything held, 1 if not, 2 for a wrong call. */
export async function runComposeTest(args: readonly string[]): Promise<number> {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { json: flag, keep: flag, help: flag },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const output = values.json ? process.stderr : process.stdout;
  const write = (text: string): void => void output.write(text);
  const reporter = createReporter({
    write,
    hasColours: output.isTTY === true && !process.env["NO_COLOR"],
  });
  const directory = await mkdtemp(join(tmpdir(), "cartorio-compose-"));
  let compose: Compose | undefined;
  try {
    await choosePorts();
    process.env["CARTORIO_IMAGE"] = image;
    process.env["CARTORIO_PARAMETERS"] = quickRecovery;
    compose = await createCompose(project);
    const result = await play(compose, directory, reporter);
    write(result.ok ? `\nEverything held, in ${result.seconds} s.\n` : "\nA count is wrong.\n");
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return result.ok ? 0 : 1;
  } catch (error) {
    write(`\nThe test failed: ${describeError(error)}\n`);
    if (compose !== undefined) write(`${await compose("logs", "--tail", "20").catch(String)}\n`);
    process.stdout.write(`${JSON.stringify({ ok: false, error: describeError(error) })}\n`);
    return 1;
  } finally {
    if (!values.keep) await compose?.("down", "-v", "--remove-orphans").catch(() => undefined);
    await rm(directory, { recursive: true, force: true });
  }
}

async function play(
  compose: Compose,
  directory: string,
  reporter: Reporter,
): ReturnType<typeof playStory> {
  reporter.chapter("Image");
  const seconds = (startedMs: number): string =>
    `${((performance.now() - startedMs) / 1000).toFixed(0)} s`;
  const buildMs = performance.now();
  await reporter.step(
    "the image is built",
    () => compose("build", "setup"),
    () => seconds(buildMs),
  );
  for (const { title, check } of imageChecks(image))
    await reporter.step(title, check, (found) => found);
  reporter.chapter("Containers");
  await reporter.step(
    "four validators and a gateway start",
    () => compose("up", "-d"),
    () => project,
  );
  for (const service of services)
    await reporter.step(
      `${service} is healthy`,
      () => untilHealthy(compose, service),
      () => "",
    );
  const cluster = await composeCluster(compose, directory);
  const result = await playStory(cluster, reporter);
  await reporter.step("the gateway serves the same chain", () => gatewayAgrees(compose), String);
  const stopMs = performance.now();
  await reporter.step(
    "all containers stop cleanly",
    () => stopsCleanly(compose),
    () => seconds(stopMs),
  );
  return result;
}

/** The observer's certified height reaches that of a validator, with the same header there. */
async function gatewayAgrees(compose: Compose): Promise<string> {
  const call = async (service: string, method: string, params: object): Promise<unknown> => {
    const response = await fetch(await rpcUrl(compose, service), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
    });
    return ((await response.json()) as { readonly result?: unknown }).result;
  };
  const { certifiedHeight } = (await call("gateway", "chain_getStatus", {})) as {
    readonly certifiedHeight: number;
  };
  const [mine, theirs] = await Promise.all(
    ["gateway", "node-1"].map(async (service) => {
      const block = await call(service, "chain_getBlock", { height: certifiedHeight });
      return JSON.stringify((block as { readonly header?: unknown } | undefined)?.header);
    }),
  );
  if (mine === undefined || mine !== theirs)
    throw new Error(`the gateway has another block at height ${certifiedHeight}`);
  return `height ${certifiedHeight}`;
}

async function stopsCleanly(compose: Compose): Promise<void> {
  await compose("stop");
  for (const service of services) {
    const container = await compose.container(service);
    const code = await run(["docker", "inspect", "-f", "{{.State.ExitCode}}", container]);
    if (code !== "0") throw new Error(`${service} stopped with code ${code}`);
  }
}

/** Free ports, so that a cluster of the user's own is not in the way. */
async function choosePorts(): Promise<void> {
  for (const name of ["PORT", "PORT_1", "PORT_2", "PORT_3", "PORT_4"]) {
    process.env[`CARTORIO_${name}`] ??= `${await freePort()}`;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
