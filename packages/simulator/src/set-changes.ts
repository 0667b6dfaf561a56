// Members that change the validator set while the run goes on (docs/consensus.md 8): a candidate that
// followed the chain comes in, a validator goes, or changes its key.
import { equalBytes } from "@cartorio/crypto";
import { type Ledger, pendingActivation } from "@cartorio/ledger";
import {
  type Operation,
  readySigningBytes,
  signerRole,
  type ValidatorCandidate,
} from "@cartorio/protocol";
import { admit } from "./intake.ts";
import { type Key, realScheme } from "./keys.ts";
import { currentSeat, indexIn, signingKey } from "./seat.ts";
import { arriveAt, type SimNode } from "./sim-node.ts";
import { countFault } from "./statistics.ts";
import { type Author, author, decodedEnvelope } from "./transactions.ts";
import type { World } from "./world.ts";

export interface SetChange {
  readonly atMs: number;
  readonly kind: "add" | "remove" | "rotate";
  /** Place in `World.nodes`. */
  readonly node: number;
}

export function scheduleSetChanges(world: World): void {
  for (const change of world.plan.setChanges)
    world.queue.after(change.atMs, () => attempt(world, change));
}

const everyMs = 700;
const validForMs = 20_000;
const submittedTo = 2;

/** Until a chain shows that it was done; another change may be pending first. */
function attempt(world: World, change: SetChange): void {
  const { queue, plan } = world;
  const node = world.nodes[change.node];
  const ledger = newestLedger(world);
  if (node === undefined || queue.nowMs() > plan.workload.untilMs) return;
  if (ledger !== undefined && isDone(ledger, change, node)) {
    countFault(world.statistics, `set-${change.kind}`);
    return;
  }
  if (ledger !== undefined && pendingActivation(ledger) === undefined)
    handIn(world, ledger, { change, node });
  queue.after(everyMs, () => attempt(world, change));
}

/** The member looks at a validator that is well. */
function newestLedger({ nodes }: World): Ledger | undefined {
  let newest: Ledger | undefined;
  for (const { process, ridden } of nodes) {
    const seat = process && currentSeat(process);
    if (process === undefined || seat?.standing !== "entered" || ridden !== undefined) continue;
    if (newest === undefined || process.ledger.head.height > newest.head.height)
      newest = process.ledger;
  }
  return newest;
}

function isDone({ validators }: Ledger, { kind }: SetChange, node: SimNode): boolean {
  if (kind === "add") return indexIn(validators, node) !== undefined;
  if (kind === "remove") return indexIn(validators, node) === undefined;
  const { publicKey } = node.keys.spare;
  return validators.validators.some(({ validatorKey }) => equalBytes(validatorKey, publicKey));
}

interface Wanted {
  readonly change: SetChange;
  readonly node: SimNode;
}

function handIn(world: World, ledger: Ledger, wanted: Wanted): void {
  const operation = operationOf(world, ledger, wanted);
  if (operation === undefined) return;
  const { sim, scheme, queue, wallStartMs, random } = world;
  const now = wallStartMs + Math.floor(queue.nowMs());
  const authors = sim.nodes.map(
    ({ member }, index): Author =>
      index === 0 ? author(member) : { identity: member, role: signerRole.cosigner },
  );
  const decoded = decodedEnvelope(
    { sim, scheme },
    {
      authors,
      operations: [operation],
      validUntil: now + validForMs,
      nonce: `${wanted.change.kind} of node ${wanted.node.index} at ${now}`,
    },
  );
  for (let count = 0; count < submittedTo; count += 1)
    arriveAt(random.pick(world.nodes), random.next() * 5, (process) => {
      admit(process, world.envelopeOf(decoded.bytes) ?? decoded, true);
    });
}

function operationOf(
  world: World,
  { validators, head }: Ledger,
  { change, node }: Wanted,
): Operation | undefined {
  const expectedEpoch = validators.epoch;
  const isMember = indexIn(validators, node) !== undefined;
  const remove = isMember ? [signingKey(validators, node).publicKey] : [];
  // A candidate says so itself once it has caught up.
  const readyHeight = Math.min(node.disk.chain.certificate?.height ?? 0, head.height);
  if (change.kind !== "remove" && readyHeight === 0) return undefined;
  const key = change.kind === "rotate" ? node.keys.spare : node.keys.validator;
  const add = change.kind === "remove" ? [] : [candidateOf(world, node, { key, readyHeight })];
  const value = { expectedEpoch, remove: change.kind === "add" ? [] : remove, add };
  return { kind: "validatorChange", value };
}

/** The ledger checks these signatures itself: they are real in every run. */
function candidateOf(
  { sim, random }: World,
  { keys, disk }: SimNode,
  { key, readyHeight }: { readonly key: Key; readonly readyHeight: number },
): ValidatorCandidate {
  const member = keys.member.did;
  // The guard comes first: the set names the journal that the candidate will vote with.
  disk.guard ??= {
    ...{ chainId: sim.chainId, epoch: 0, counter: 0, mustReenter: 0, complete: false },
    incarnation: Uint8Array.from({ length: 16 }, () => random.between(0, 255)),
  };
  const statement = {
    chainId: sim.chainId,
    member,
    validatorKey: key.publicKey,
    nodeKey: keys.node.publicKey,
    readyHeight,
    incarnation: disk.guard.incarnation,
  };
  const message = readySigningBytes(statement);
  const { chainId: _, ...named } = statement;
  return {
    ...named,
    addresses: [],
    validatorSignature: realScheme.sign(key, message),
    nodeSignature: realScheme.sign(keys.node, message),
  };
}
