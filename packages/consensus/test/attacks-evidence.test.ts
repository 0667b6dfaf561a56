// Attacks by and on what replicas hold against each other: each test is named after what the attacker wins.
import { type Effect, isWanted, type Replica, step } from "@cartorio/consensus";
import {
  type ConsensusMessage,
  decodeProposal,
  decodeSuspectBody,
  suspectReason,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { digestOf, finality, proposalBytes, vote } from "./builders.ts";
import { labValidators, labWallMs } from "./lab-keys.ts";
import { hear, run, start, tick } from "./replica-helpers.ts";

function relayed(effects: readonly Effect[]): ConsensusMessage[] {
  return effects.flatMap((effect) =>
    effect.kind === "send" && effect.message.kind === "vote" ? [effect.message] : [],
  );
}
function reasonsOf(effects: readonly Effect[]): number[] {
  return effects.flatMap((effect) => {
    if (effect.kind !== "sign" || effect.message.kind !== "suspect") return [];
    const body = decodeSuspectBody(effect.message.body);
    return body.ok ? [body.value.reason] : [];
  });
}

describe("two faulty primaries in a row of n = 7", () => {
  /** Primary of view 0 and 1: two Commits for one height of its view. */
  const offend = (view: number, height: number): readonly ConsensusMessage[] =>
    [1, 2].map((time) =>
      vote(view, { kind: 3, view, height, digest: digestOf(proposalBytes(height, { time })) }),
    );
  const cluster = (): Replica => start({ self: 3, validators: labValidators(7) });

  it("cannot take turns so that everybody relays and verifies without end", () => {
    const replica = cluster();
    let messages = 0;
    for (let height = 1; height <= 16; height += 1)
      for (const view of [0, 1])
        for (const message of offend(view, height))
          if (isWanted(replica, message)) messages += relayed(hear(replica, message)).length;
    expect(messages).toBe(4);
  });

  it("the second cannot cover the first from the Suspect for its evidence", () => {
    const replica = cluster();
    step(replica, { kind: "mempool", waiting: true });
    const own = run(replica, 0, 2100).find((effect) => effect.kind === "sign");
    if (own?.kind !== "sign" || own.message.kind !== "suspect") throw new Error("no Suspect");
    const { body } = own.message;
    hear(replica, {
      kind: "suspect",
      value: { body, validator: 3, signature: new Uint8Array(64) },
    });
    for (const view of [0, 1]) for (const message of offend(view, 3)) hear(replica, message);
    // S passes the own Suspect, which is void now.
    hear(replica, { kind: "certificate", value: finality(1) });
    expect(reasonsOf(tick(replica, 2150))).toEqual([suspectReason.evidence]);
  });
});

describe("a disk that stalls while the primary builds", () => {
  it("does not make it sign a time that its own choice of transactions did not have", () => {
    const replica = start({ self: 0 });
    const [build] = step(replica, { kind: "mempool", waiting: true });
    if (build?.kind !== "build") throw new Error("nothing is built");
    // The wall clock is set back before the shell answers.
    tick(replica, 50, labWallMs - 5000);
    const { view, height } = build;
    const answer = { kind: "built", view, height, envelopeHashes: [digestOf(new Uint8Array(1))] };
    const [signed] = step(replica, { ...answer, kind: "built", full: true });
    if (signed?.kind !== "sign" || signed.message.kind !== "prePrepare")
      throw new Error("nothing is proposed");
    const proposal = decodeProposal(signed.message.proposal);
    expect(proposal.ok && proposal.value.time).toBe(build.time);
  });
});
