// Clients under the adversary's control (docs/consensus.md 13): they have their own keys and see what
// honest clients hand in.
import type { DecodedEnvelope } from "@cartorio/protocol";
import { admit } from "./intake.ts";
import { createRandom } from "./random.ts";
import { arriveAt } from "./sim-node.ts";
import { strategyNamed } from "./strategies/table.ts";
import type { AdversaryClient } from "./strategy.ts";
import { anchorOf, author, type Draft, envelopeBytes, updateOf } from "./transactions.ts";
import type { Workload } from "./workload.ts";

const everyMs = 100;
const firstMs = 1_000;
const validForMs = 60_000;
const seenCount = 32;

export function scheduleHostileClients(workload: Workload): void {
  for (const [index, name] of workload.world.plan.clients.entries())
    startClient(workload, index, name);
}

function startClient(workload: Workload, index: number, name: string): void {
  const { world } = workload;
  const { queue, plan } = world;
  const strategy = strategyNamed(name)?.create();
  if (strategy?.client === undefined) return;
  const client = createClient(workload, index);
  const turn = (): void => {
    if (queue.nowMs() > plan.workload.untilMs) return;
    strategy.client?.(client);
    queue.after(everyMs, turn);
  };
  queue.after(firstMs, turn);
}

function createClient({ world, submitted }: Workload, index: number): AdversaryClient {
  const { plan, queue, sim, scheme } = world;
  const random = createRandom(plan.seed * 64 + 32 + index);
  const member = random.pick(sim.nodes).member;
  let count = 0;
  let last: Draft | undefined;
  const draft = (what: "valid" | "invalidInContext"): Draft => {
    count += 1;
    const nonce = `seed ${plan.seed} hostile ${index} ${count}`;
    const operation =
      what === "valid"
        ? anchorOf(member, nonce)
        : updateOf(random.pick(sim.subjects), 1_000_000, `hostile-${count}`);
    const validUntil = world.wallStartMs + Math.floor(queue.nowMs()) + validForMs;
    return { authors: [author(member)], operations: [operation], validUntil, nonce };
  };
  return {
    n: plan.n,
    random,
    nowMs: () => queue.nowMs(),
    after: (delayMs, action) => queue.after(delayMs, action),
    create: (what) => {
      if (what === "signedAgain") {
        if (scheme.real || last === undefined) return undefined;
        last = { ...last, variant: (last.variant ?? 0) + 1 };
        return envelopeBytes({ sim, scheme }, last);
      }
      const made = draft(what);
      if (what === "valid") last = made;
      return envelopeBytes({ sim, scheme }, made);
    },
    seen: () => submitted.slice(-seenCount).map(({ decoded }) => decoded.bytes),
    submit: (to, envelope) => {
      const decoded: DecodedEnvelope | undefined = world.envelopeOf(envelope);
      if (decoded === undefined) return;
      for (const place of to) {
        const node = world.nodes[place];
        if (node === undefined) continue;
        arriveAt(node, random.next() * 5, (process) => admit(process, decoded, true));
      }
    },
  };
}
