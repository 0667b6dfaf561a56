// What one gateway answers, against what its HTTP server alone could: reads of DIDs next to a constant.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { base64UrlEncode, hexDecode, hexEncode } from "@cartorio/crypto";
import { signEd25519 } from "@cartorio/crypto/node";
import {
  encodeEnvelope,
  encodeTransactionBody,
  signerRole,
  transactionId,
  transactionSigningBytes,
} from "@cartorio/protocol";
import { type DevnetReady, startDevnet } from "../../test/cluster/devnet-process.ts";
import { startConstantServer } from "./constant-server.ts";
import { pick, readAuthors } from "./devnet-authors.ts";
import { type HttpLoadResult, loadHttp } from "./http-load.ts";
import { createOperation, didOfIndex, signBy } from "./ledger-load.ts";
import { type LoadAuthor, type PreparedTransaction, rpcBatch, submitAll } from "./load.ts";

const help = `npm run bench -- --suite gateway [--dids N] [--connections N] [--seconds N] [--json]

Starts four validator processes, creates N DIDs and asks the gateway of one of them for these in turns with
did_resolve, without and with proof, next to a fastify server that answers a constant: the bound. Three
rounds in turns, each figure for so many seconds; reported are medians.

  npm run bench -- --suite gateway --json
`;

interface Options {
  readonly dids: number;
  readonly connections: number;
  readonly seconds: number;
  readonly json: boolean;
}

interface Report {
  readonly suite: "gateway";
  readonly resolvesPerSecond: number;
  readonly withProofPerSecond: number;
  readonly constantPerSecond: number;
  /** Of resolves to constants within one round; the median of the rounds, as the next. */
  readonly ratio: number;
  readonly ratioWithProof: number;
  /** Of a resolve without proof, while all connections ask. */
  readonly p99Ms: number;
}

const rounds = 3;
const warmUpMs = 2000;
const certifiedWithinMs = 45_000;

/** Exit code 0: measured; 1: an answer was wrong; 2 for a wrong call. */
export async function benchGateway(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options === undefined) return;
  const directory = await mkdtemp(join(tmpdir(), "cartorio-bench-"));
  const devnet = await startDevnet(join(directory, "devnet"));
  try {
    const report = await measure(devnet.ready, options);
    process.stdout.write(
      `${options.json ? JSON.stringify(report) : JSON.stringify(report, null, 2)}\n`,
    );
  } finally {
    await devnet.process.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        suite: { type: "string" },
        dids: { type: "string", default: "500" },
        connections: { type: "string", default: "32" },
        seconds: { type: "string", default: "5" },
        json: { type: "boolean", default: false },
      },
    });
    const numbers = [values.dids, values.connections, values.seconds].map(Number);
    if (!numbers.every((value) => Number.isSafeInteger(value) && value > 0)) {
      throw new Error("--dids, --connections and --seconds need whole numbers above 0");
    }
    const [dids = 0, connections = 0, seconds = 0] = numbers;
    return { dids, connections, seconds, json: values.json };
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exitCode = 2;
    return undefined;
  }
}

function say(text: string): void {
  const load = loadavg()[0] ?? 0;
  process.stderr.write(`bench: ${text} (load average ${load.toFixed(1)})\n`);
}

async function measure(devnet: DevnetReady, options: Options): Promise<Report> {
  const { rpcUrl: url } = pick(devnet.nodes, 0);
  say(`creating ${options.dids} DIDs`);
  await createDids(devnet, url, options.dids);
  const ask = (extra: object): readonly string[] =>
    Array.from({ length: options.dids }, (_, index) => {
      const params = { did: didOfIndex(index, devnet.network), ...extra };
      return JSON.stringify({ jsonrpc: "2.0", id: 1, method: "did_resolve", params });
    });
  const plain = { url, bodies: ask({}) };
  const proven = { url, bodies: ask({ proof: true }) };
  const constant = await startConstantServer(await answerTo(url, pick(plain.bodies, 0)));
  const bound = { url: constant.url, bodies: plain.bodies };
  const run = (
    { url: at, bodies }: typeof plain,
    durationMs = options.seconds * 1000,
  ): Promise<HttpLoadResult> => {
    const { connections } = options;
    return loadHttp({ url: at, bodies, connections, durationMs, begins });
  };
  try {
    say("warming up");
    for (const load of [bound, plain, proven]) await run(load, warmUpMs);
    const all: Round[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const measured = {
        constant: await run(bound),
        plain: await run(plain),
        proven: await run(proven),
      };
      all.push(measured);
      say(`round ${round}: ${readable(measured)}`);
    }
    return reportOf(all);
  } finally {
    await constant.stop();
  }
}

/** An answer that is no error. */
const begins = '{"jsonrpc":"2.0","result":{"did":"did:cartorio:';

interface Round {
  readonly constant: HttpLoadResult;
  readonly plain: HttpLoadResult;
  readonly proven: HttpLoadResult;
}

function readable(round: Round): string {
  return Object.entries(round)
    .map(
      ([name, { perSecond, p99Ms }]) =>
        `${name} ${perSecond.toFixed(0)}/s p99 ${p99Ms.toFixed(1)} ms`,
    )
    .join(", ");
}

function reportOf(all: readonly Round[]): Report {
  const middle = (of: (round: Round) => number): number =>
    all.map(of).toSorted((left, right) => left - right)[all.length >> 1] ?? 0;
  const ratio = (of: (round: Round) => HttpLoadResult): number =>
    Number(middle((round) => of(round).perSecond / round.constant.perSecond).toFixed(3));
  return {
    suite: "gateway",
    resolvesPerSecond: Math.round(middle(({ plain }) => plain.perSecond)),
    withProofPerSecond: Math.round(middle(({ proven }) => proven.perSecond)),
    constantPerSecond: Math.round(middle(({ constant }) => constant.perSecond)),
    ratio: ratio(({ plain }) => plain),
    ratioWithProof: ratio(({ proven }) => proven),
    p99Ms: Number(middle(({ plain }) => plain.p99Ms).toFixed(1)),
  };
}

async function createDids(devnet: DevnetReady, url: string, count: number): Promise<void> {
  const chainId = hexDecode(devnet.chainId);
  if (chainId === undefined) throw new Error("the devnet named no chain id");
  const sponsors = await readAuthors(devnet);
  const load = Array.from({ length: count }, (_, index) => {
    const sponsor = pick(sponsors, index);
    return prepareCreate({ chainId, network: devnet.network, index }, sponsor);
  });
  await submitAll(url, load);
  for (let at = 0; at < load.length; at += waitsAtOnce) {
    const params = load
      .slice(at, at + waitsAtOnce)
      .map(({ id }) => ({ id, timeoutMs: certifiedWithinMs }));
    for (const { result } of await rpcBatch(url, "tx_wait", params)) {
      const { state, receipt } = (result ?? {}) as {
        readonly state?: string;
        readonly receipt?: { readonly code: string };
      };
      if (state !== "certified" || receipt?.code !== "APPLIED")
        throw new Error(`a DID was not created: ${state} ${receipt?.code}`);
    }
  }
}

const waitsAtOnce = 100;
const validForMs = 5 * 60 * 1000;

interface Creation {
  readonly chainId: Uint8Array;
  readonly network: string;
  readonly index: number;
}

/** The create of DID number i, paid by a member. */
function prepareCreate(
  { chainId, network, index }: Creation,
  sponsor: LoadAuthor,
): PreparedTransaction {
  const { operation, signer } = createOperation(index, network);
  const { did, multikey, keys } = sponsor;
  const body = encodeTransactionBody({
    chainId,
    signers: [signer, { did, multikey, role: signerRole.sponsor }],
    validUntil: Date.now() + validForMs,
    nonce: Uint8Array.from(randomBytes(16)),
    operations: [operation],
  });
  const bytes = transactionSigningBytes(body);
  const signatures = [signBy(signer.multikey, bytes), signEd25519(keys, bytes)];
  return {
    id: hexEncode(transactionId(body)),
    envelope: base64UrlEncode(encodeEnvelope({ body, signatures })),
  };
}

async function answerTo(url: string, body: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body });
  return response.text();
}
