// Clients that anchor one credential after the other and remember what was acknowledged.
import {
  CartorioError,
  type Client,
  createClient,
  httpTransport,
  submitTransaction,
  waitFor,
} from "@cartorio/sdk";
import {
  anchorBy,
  chainIdOf,
  envelopeOf,
  type Identity,
  memberOf,
} from "../../test/cluster/chain.ts";
import type { DevnetReady } from "../../test/cluster/devnet-process.ts";

export interface Load {
  /** Height by transaction id, for every receipt that a gateway called certified. */
  readonly acknowledged: ReadonlyMap<string, number>;
  /** Answers that no client should get, each once. */
  readonly problems: ReadonlySet<string>;
  /** No new transactions; resolves when the last ones are certified or given up. */
  readonly stop: () => Promise<void>;
}

/** For one gateway; then the client goes to the next with the same bytes. */
const patienceMs = 2_500;
const requestTimeoutMs = 3_000;
const retryMs = 100;
const lastWordMs = 30_000;

/** Refusals that another gateway, or the same one later, answers otherwise. */
const passing: ReadonlySet<string> = new Set([
  ...["TRANSPORT_FAILED", "TIMEOUT", "NOT_READY", "QUEUE_FULL", "SHUTTING_DOWN", "NOT_FOUND"],
  ...["RATE_LIMITED", "MEMPOOL_FULL", "SENDER_LIMIT"],
]);

export async function startLoad(ready: DevnetReady, clients: number): Promise<Load> {
  const gateways = ready.nodes.map(({ rpcUrl }) =>
    createClient({
      transport: httpTransport(rpcUrl, { attempts: 1, timeoutMs: requestTimeoutMs }),
    }),
  );
  const authors = await Promise.all(ready.nodes.map((_, index) => memberOf(ready, index)));
  const acknowledged = new Map<string, number>();
  const problems = new Set<string>();
  let stoppedMs: number | undefined;
  const isOver = (): boolean =>
    stoppedMs !== undefined && performance.now() > stoppedMs + lastWordMs;
  const work = async (number: number): Promise<void> => {
    const author = authors[number % authors.length];
    if (author === undefined) throw new Error("a load without members");
    const order = gateways.flatMap((_, at) => gateways[(at + number) % gateways.length] ?? []);
    while (stoppedMs === undefined) {
      const outcome = await anchorOne({ ready, author, gateways: order, isOver });
      if (outcome.kind === "certified") acknowledged.set(outcome.id, outcome.height);
      if (outcome.kind === "problem") {
        problems.add(outcome.text);
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  };
  const working = Promise.all(Array.from({ length: clients }, (_, number) => work(number)));
  return {
    acknowledged,
    problems,
    async stop() {
      stoppedMs ??= performance.now();
      await working;
    },
  };
}

interface Anchoring {
  readonly ready: DevnetReady;
  readonly author: Identity;
  readonly gateways: readonly Client[];
  readonly isOver: () => boolean;
}

type Outcome =
  | { readonly kind: "certified"; readonly id: string; readonly height: number }
  | { readonly kind: "givenUp" }
  | { readonly kind: "problem"; readonly text: string };

/** The same bytes, at one gateway after the other, until one calls them certified. */
async function anchorOne({ ready, author, gateways, isOver }: Anchoring): Promise<Outcome> {
  const envelope = await envelopeOf({
    ...{ chainId: chainIdOf(ready), author, operations: [anchorBy(author)] },
  });
  for (let attempt = 0; ; attempt += 1) {
    const gateway = gateways[attempt % gateways.length];
    if (gateway === undefined || isOver()) return { kind: "givenUp" };
    try {
      const { id } = await submitTransaction(gateway, { envelope });
      const { receipt, height } = await waitFor(gateway, { id, timeoutMs: patienceMs });
      if (receipt?.code === "APPLIED" && height !== undefined)
        return { kind: "certified", id, height };
      return { kind: "problem", text: `a receipt says ${receipt?.code} at height ${height}` };
    } catch (error) {
      const code = error instanceof CartorioError ? error.code : String(error);
      if (!passing.has(code)) return { kind: "problem", text: `a gateway says ${code}` };
      await gateway.clock.delay(retryMs);
    }
  }
}
