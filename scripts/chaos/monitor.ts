// Asks every node what it sees, several times a second.
import type { ChaosCluster } from "./cluster.ts";
import type { FaultsNow } from "./faults-now.ts";
import { createRecoveryMeter, hasConnectedQuorum } from "./recovery.ts";

/** What a node said last; `isAnswering` is false when it does not now. */
export interface NodeView {
  readonly isAnswering: boolean;
  readonly certifiedHeight: number;
  readonly epoch: number;
  readonly isReady: boolean;
  readonly reasons: readonly string[];
  readonly connectedTo: ReadonlySet<number>;
}

export interface Monitor {
  readonly viewOf: (validator: number) => NodeView;
  /** Highest certified height that any node has told. */
  readonly height: () => number;
  /** Newest epoch that any node has told. */
  readonly epoch: () => number;
  readonly longestRecoveryMs: () => number;
  /** Ends the measuring of standstills. */
  readonly stop: () => Promise<void>;
}

const pollMs = 200;
/** A view change takes about so long. */
const toldFromMs = 4_000;
const answerWithinMs = 1_000;
const unseen: NodeView = {
  isAnswering: false,
  certifiedHeight: 0,
  epoch: 0,
  isReady: false,
  reasons: [],
  connectedTo: new Set(),
};

export interface MonitorOptions {
  readonly cluster: ChaosCluster;
  readonly faults: FaultsNow;
  readonly quorum: number;
  readonly say: (text: string) => void;
  /** Called after each answer. */
  readonly onView: (validator: number, view: NodeView) => void;
}

export function startMonitor(options: MonitorOptions): Monitor {
  const { cluster, faults, quorum, say, onView } = options;
  const views = cluster.nodes.map(() => unseen);
  const meter = createRecoveryMeter(performance.now());
  let isStopped = false;
  const height = (): number => Math.max(...views.map(({ certifiedHeight }) => certifiedHeight));
  const observe = (): void => {
    const sights = views.map(({ isAnswering, connectedTo }, index) => ({
      isCorrect: isAnswering && faults.isCorrect(index),
      connectedTo,
    }));
    const hasQuorum = hasConnectedQuorum(sights, quorum, cluster.mesh.isCut);
    const endedMs = meter.observe({ nowMs: performance.now(), height: height(), hasQuorum });
    if (endedMs >= toldFromMs) {
      const seconds = (endedMs / 1000).toFixed(1);
      say(`stood still for ${seconds} s, up to height ${height()}; faulty: ${faults.describe()}`);
    }
  };
  const watch = async (index: number, url: string): Promise<void> => {
    while (!isStopped) {
      const before = views[index] ?? unseen;
      const seen = await look(url).catch(() => ({ ...before, isAnswering: false }));
      views[index] = seen;
      observe();
      onView(index, seen);
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  };
  const watching = Promise.all(cluster.nodes.map(({ rpcUrl }, index) => watch(index, rpcUrl)));
  let stoppedMs: number | undefined;
  return {
    viewOf: (validator) => views[validator] ?? unseen,
    height,
    epoch: () => Math.max(...views.map(({ epoch }) => epoch)),
    longestRecoveryMs: () => meter.longestMs(stoppedMs ?? performance.now()),
    async stop() {
      isStopped = true;
      stoppedMs ??= performance.now();
      await watching;
    },
  };
}

async function look(url: string): Promise<NodeView> {
  const methods = ["chain_getStatus", "node_getPeers"];
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(methods.map((method, id) => ({ jsonrpc: "2.0", id, method, params: {} }))),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  const answers: readonly { readonly id: number; readonly result: RawResult }[] =
    await response.json();
  const [status, peers] = methods.map(
    (_, id) => answers.find((answer) => answer.id === id)?.result,
  );
  if (status === undefined || peers === undefined) throw new Error("an answer is missing");
  const connected = (peers.peers ?? []).filter((peer) => peer.connected);
  return {
    isAnswering: true,
    certifiedHeight: status.certifiedHeight ?? 0,
    epoch: status.epoch ?? 0,
    isReady: status.ready === true,
    reasons: status.reasons ?? [],
    connectedTo: new Set(connected.flatMap(({ validator }) => validator ?? [])),
  };
}

interface RawResult {
  readonly certifiedHeight?: number;
  readonly epoch?: number;
  readonly ready?: boolean;
  readonly reasons?: readonly string[];
  readonly peers?: readonly { readonly connected: boolean; readonly validator?: number }[];
}
