import { isWanted, type Replica, replicaStatus, step, verifyMessage } from "@cartorio/consensus";
import { type ConsensusMessage, limits, suspectReason } from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkpoint,
  fill,
  finality,
  newView,
  prePrepare,
  prepared,
  proposalBytes,
  suspect,
  viewChange,
  viewChangeBody,
  vote,
} from "./builders.ts";
import { crashLabNode, createLab, feedLab, startLabNode, tickEvent } from "./lab.ts";
import { kindOf } from "./lab-describe.ts";
import { labChainId, labValidators, labVerify } from "./lab-keys.ts";
import type { Lab, LabNode } from "./lab-state.ts";
import { hear, named, proposal, start } from "./replica-helpers.ts";

const certificate = (height: number, hash?: Uint8Array): ConsensusMessage => ({
  kind: "certificate",
  value: finality(height, hash),
});

/** Heard once with `isWanted` asked before and after. */
function wantedTwice(replica: Replica, message: ConsensusMessage): readonly boolean[] {
  const before = isWanted(replica, message);
  hear(replica, message);
  return [before, isWanted(replica, message)];
}

describe("what a replica would ignore is not worth a verification", () => {
  it("wants each message once", () => {
    const replica = start();
    const changes = [0, 2, 3].map((validator) => viewChangeBody(validator, { view: 1 }));
    const once: readonly ConsensusMessage[] = [
      prePrepare(proposal),
      vote(0, { kind: 2, digest: named }),
      vote(0, { kind: 3, digest: named }),
      checkpoint(0, 1, fill(1)),
      suspect(0),
      viewChange(0, { view: 1 }),
      newView(1, changes),
      certificate(1),
    ];
    for (const message of once) expect(wantedTwice(replica, message)).toEqual([true, false]);
  });

  it("wants what contradicts: a second vote, proposal, statement or certificate", () => {
    const replica = start();
    const other = proposalBytes(1, { envelopeHashes: [fill(7)] });
    hear(replica, prePrepare(proposal));
    hear(replica, vote(0, { kind: 2, digest: named }));
    hear(replica, checkpoint(0, 1, fill(1)));
    expect(isWanted(replica, prePrepare(other))).toBe(true);
    expect(isWanted(replica, vote(0, { kind: 2, digest: fill(7) }))).toBe(true);
    expect(isWanted(replica, vote(0, { kind: 3, digest: named }))).toBe(true);
    expect(isWanted(replica, checkpoint(0, 1, fill(2)))).toBe(true);
    hear(replica, certificate(1));
    expect(isWanted(replica, certificate(1, fill(9)))).toBe(true);
  });

  it("wants nothing at or below S or far above the window, but all that the next S may admit", () => {
    const replica = start();
    hear(replica, certificate(3));
    const at = (height: number): readonly boolean[] => [
      isWanted(replica, vote(0, { kind: 2, height, digest: named })),
      isWanted(replica, checkpoint(0, height, fill(1))),
      isWanted(replica, prePrepare(proposalBytes(height))),
    ];
    // The first vote of a validator shows that it has voted, however late it comes.
    expect(at(3)).toEqual([true, false, false]);
    hear(replica, vote(0, { kind: 2, height: 3, digest: named }));
    expect(at(3)).toEqual([false, false, false]);
    expect(at(4)).toEqual([true, true, true]);
    expect(at(3 + 2 * limits.window)).toEqual([true, true, true]);
    expect(at(4 + 2 * limits.window)).toEqual([false, false, false]);
    expect(isWanted(replica, certificate(900))).toBe(true);
  });

  it("wants neither proposals of older views nor what names a view far ahead", () => {
    const replica = start();
    const changes = [0, 2, 3].map((validator) => viewChangeBody(validator, { view: 4 }));
    hear(replica, newView(4, changes));
    const older = newView(3, []);
    expect(isWanted(replica, prePrepare(proposal, { view: 3 }))).toBe(false);
    expect(isWanted(replica, older)).toBe(false);
    expect(isWanted(replica, vote(0, { kind: 3, view: 3, digest: named }))).toBe(true);
    expect(isWanted(replica, vote(0, { kind: 3, view: 6, digest: named }))).toBe(true);
    expect(isWanted(replica, vote(0, { kind: 3, view: 7, digest: named }))).toBe(false);
    expect(isWanted(replica, prePrepare(proposal, { view: 7 }))).toBe(false);
    expect(isWanted(replica, newView(900, []))).toBe(true);
  });
});

/** Every signature of the message fails; how many are tried? */
function triedWhenFalse(message: ConsensusMessage): number {
  let tried = 0;
  const verify = (): boolean => {
    tried += 1;
    return false;
  };
  const context = { chainId: labChainId, validators: labValidators(4), verify };
  expect(verifyMessage(message, context)).toBeUndefined();
  return tried;
}

it("a false signature around certificates is found before they are checked", () => {
  const options = { view: 1, prepared: [prepared(1, { digest: named })] };
  let tried = 0;
  const verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
    tried += 1;
    return labVerify(key, message, signature);
  };
  const context = { chainId: labChainId, validators: labValidators(4), verify };
  const changes = [0, 2, 3].map((validator) => viewChangeBody(validator, options));
  for (const message of [viewChange(0, options), newView(1, changes)]) {
    if (message.kind !== "viewChange" && message.kind !== "newView") throw new Error("no body");
    const value = { ...message.value, signature: new Uint8Array(64) };
    tried = 0;
    expect(verifyMessage({ ...message, value }, context)).toBeUndefined();
    expect(tried).toBe(1);
    expect(triedWhenFalse(message)).toBe(1);
  }
});

describe("leaving with those who rotate", () => {
  it("is no failed view, however the news comes", () => {
    const replica = start();
    hear(replica, suspect(0, { reason: suspectReason.rotation }));
    hear(replica, viewChange(0, { view: 1 }));
    hear(replica, viewChange(2, { view: 1 }));
    expect(replicaStatus(replica)).toMatchObject({ view: 1, timeoutMs: 2000 });
  });

  it("is a failed view when somebody saw no progress, or a view is skipped", () => {
    for (const [reason, view] of [
      [suspectReason.noProgress, 1],
      [suspectReason.rotation, 2],
    ] as const) {
      const replica = start();
      hear(replica, suspect(0, { reason: suspectReason.rotation }));
      hear(replica, suspect(0, { certified: 1, reason }));
      hear(replica, viewChange(0, { view }));
      hear(replica, viewChange(2, { view }));
      expect(replicaStatus(replica)).toMatchObject({ view, timeoutMs: 3000 });
    }
  });
});

interface Walk {
  readonly lab: Lab;
  readonly seen: {
    readonly to: number;
    readonly from: number;
    readonly message: ConsensusMessage;
  }[];
  readonly unwanted: Map<string, number>;
}

/** Delivers; what is not wanted must leave the replica exactly as it is. */
function deliverChecked({ lab, unwanted }: Walk, mail: Walk["seen"][number]): void {
  const node = lab.nodes[mail.to];
  const replica = node?.replica;
  const context = {
    chainId: labChainId,
    validators: labValidators(lab.nodes.length),
    verify: labVerify,
  };
  const message = verifyMessage(mail.message, context);
  if (message === undefined) throw new Error("an invalid message was sent");
  if (node === undefined || replica === undefined) return;
  if (!isWanted(replica, message)) {
    const kind = kindOf(message);
    unwanted.set(kind, (unwanted.get(kind) ?? 0) + 1);
    const copy = structuredClone(replica);
    expect(step(copy, { kind: "message", message, from: mail.from })).toEqual([]);
    expect(copy).toEqual(replica);
    return;
  }
  feedLab(lab, node, { kind: "message", message, from: mail.from });
}

function tickAll(lab: Lab, ms: number): void {
  lab.nowMs += ms;
  for (const node of lab.nodes) feedLab(lab, node, tickEvent(lab));
}

function propose(lab: Lab, node: LabNode): void {
  node.toPropose += 1;
  feedLab(lab, node, { kind: "mempool", waiting: true });
}

function act(walk: Walk, choice: number): void {
  const { lab, seen } = walk;
  const node = lab.nodes[choice % lab.nodes.length];
  if (node === undefined) return;
  if (choice % 61 === 0) tickAll(lab, 900);
  else if (choice % 13 === 0) propose(lab, node);
  else if (choice % 397 === 0) {
    crashLabNode(lab, node);
    startLabNode(lab, node);
  } else if (choice % 7 === 0 && seen.length > 0) {
    const again = seen[choice % seen.length];
    if (again !== undefined) deliverChecked(walk, again);
  } else next(walk, choice);
}

/** One of the oldest messages on their way; some are lost. */
function next(walk: Walk, choice: number): void {
  const { lab, seen } = walk;
  const [mail] = lab.mail.splice(choice % Math.max(1, Math.min(lab.mail.length, 8)), 1);
  if (mail === undefined) {
    tickAll(lab, 50);
    return;
  }
  if (mail.message.kind !== "status") seen.push(mail);
  if (choice % 29 !== 0) deliverChecked(walk, mail);
}

it("what is not wanted changes nothing, in any order, with losses, repeats and restarts", () => {
  const unwanted = new Map<string, number>();
  let highest = 0;
  const script = fc.array(fc.nat(1_000_000), { minLength: 1_500, maxLength: 1_500 });
  const check = fc.property(script, (choices) => {
    const lab = createLab({ n: 4, parameters: { rotationBlocks: 2 } });
    const walk: Walk = { lab, seen: [], unwanted };
    for (const choice of choices) act(walk, choice);
    highest = Math.max(highest, ...lab.nodes.map((node) => node.blocks.length));
  });
  fc.assert(check, { numRuns: 5, seed: 7, endOnFailure: true });
  expect(highest).toBeGreaterThan(1);
  const kinds = [
    "checkpoint",
    "commit",
    "newView",
    "prePrepare",
    "prepare",
    "suspect",
    "viewChange",
  ];
  expect([...unwanted.keys()].sort()).toEqual(expect.arrayContaining(kinds));
}, 60_000);
