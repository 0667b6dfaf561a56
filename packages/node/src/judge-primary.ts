// Binds the starvation timers of an epoch (`starvation-watch.ts`) to mempool, ledger, gossip and replica.
import { mayJudgePrimary, primaryOf } from "@cartorio/consensus";
import { checkAdmission } from "@cartorio/ledger";
import type { PeerName } from "@cartorio/network";
import type { DecodedEnvelope } from "@cartorio/protocol";
import { isFree, mempoolTransaction } from "./mempool.ts";
import type { NodeParts } from "./node-parts.ts";
import type { ReplicaDriver } from "./replica-driver.ts";
import type { Session } from "./session.ts";
import { createStarvationWatch, lookIntervalMs } from "./starvation-watch.ts";

/** From the first vote of the epoch to its end. */
export function startJudging(
  parts: Pick<NodeParts, "options" | "ledger" | "mempool" | "gossip">,
  session: Session,
  { replica, post }: Pick<ReplicaDriver, "replica" | "post">,
): void {
  const { options, ledger, mempool, gossip } = parts;
  const { self, parameters } = session;
  const { signal } = session.ending;
  if (self === undefined || signal.aborted) return;
  const watch = createStarvationWatch({
    ...{ parameters, self, validators: replica.n, post },
    replica: () => ({
      judging: mayJudgePrimary(replica),
      primary: primaryOf(replica.view, replica.n),
    }),
    isWaiting: (decoded) => isFree(mempool, decoded),
    admission: (decoded, wallMs) => checkAdmission(ledger, decoded, wallMs),
    tell: (decoded) => gossip.tell(decoded),
    clock: {
      monotonicMs: () => performance.now(),
      wallMs: options.testPorts?.wallMs ?? Date.now,
    },
  });
  session.judge = watch;
  const timer = setInterval(() => watch.look(), lookIntervalMs);
  signal.addEventListener("abort", () => clearInterval(timer));
}

/** Gossip handed these to the links of these peers. */
export function noteTold(
  { judge, names }: Session,
  envelopes: readonly DecodedEnvelope[],
  to: readonly PeerName[],
): void {
  const reached = new Set(to);
  judge?.told(
    envelopes,
    [...names.keys()].filter((index) => reached.has(names[index] ?? "")),
  );
}

/**
 * Another validator suspects the primary of passing this over (docs/consensus.md 4): it is checked like
 * any transaction, told to all, and judged here too.
 */
export async function judgeSuspicion(
  { intake, mempool }: Pick<NodeParts, "intake" | "mempool">,
  { judge }: Session,
  envelope: Uint8Array,
): Promise<void> {
  const admitted = await intake.admit(envelope, false);
  const known = admitted.ok ? mempoolTransaction(mempool, admitted.decoded.id) : undefined;
  if (known !== undefined) judge?.suspected(known);
}
