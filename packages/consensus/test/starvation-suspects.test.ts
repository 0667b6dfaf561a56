// A Suspect for starvation and what it makes others do (docs/consensus.md 4).
import { type Effect, type Replica, replicaStatus, step } from "@cartorio/consensus";
import { utf8Encode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeSuspectBody,
  encodeSuspectBody,
  limits,
  type Status,
  suspectReason,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { finality, newView, suspect, viewChangeBody } from "./builders.ts";
import { labChainId, labSignature } from "./lab-keys.ts";
import { hear, kinds, run, start } from "./replica-helpers.ts";

const envelope = utf8Encode("a transaction that waits");
const status: Status = {
  ...{ epoch: 0, view: 0, certifiedHeight: 0, viewChange: 0, viewChanges: 0, suspects: 0 },
  ...{ newView: false, heights: [], executedHeight: 0 },
};

function starvation(
  validator: number,
  change: { readonly view?: number; readonly certified?: number; readonly text?: string } = {},
): ConsensusMessage {
  const body = encodeSuspectBody({
    ...{ chainId: labChainId, epoch: 0, view: change.view ?? 0, reason: suspectReason.starvation },
    certifiedHeight: change.certified ?? 0,
    envelope: utf8Encode(change.text ?? "a transaction that waits"),
  });
  return { kind: "suspect", value: { body, validator, signature: labSignature(validator) } };
}
function reached(replica: Replica): Replica {
  for (const from of [0, 2, 3]) hear(replica, { kind: "status", value: status }, from);
  return replica;
}
const starve = (replica: Replica, bytes: Uint8Array = envelope): Effect[] =>
  step(replica, { kind: "starved", envelope: bytes });
function handedOn(effects: readonly Effect[]): Uint8Array[] {
  return effects.flatMap((effect) => (effect.kind === "starvation" ? [effect.envelope] : []));
}

describe("a starved transaction", () => {
  it("makes one Suspect that carries it, and the replica votes on", () => {
    const replica = reached(start());
    const [note, sign] = starve(replica);
    expect(note).toMatchObject({ note: { kind: "suspected", view: 0, reason: 3 } });
    if (sign?.kind !== "sign" || sign.message.kind !== "suspect") expect.fail("no Suspect");
    expect(sign.journal).toBe(true);
    const body = decodeSuspectBody(sign.message.body);
    expect(body.ok && body.value.envelope).toEqual(envelope);
    expect(starve(replica)).toEqual([]);
    hear(replica, starvation(1));
    expect(starve(replica)).toEqual([]);
    expect(replicaStatus(replica)).toMatchObject({ view: 0, active: true, suspects: 1 });
  });

  it("is handed on by whoever gets the Suspect, which judges by itself", () => {
    const replica = reached(start());
    const effects = hear(replica, starvation(3));
    expect(handedOn(effects)).toEqual([envelope]);
    expect(effects).toMatchObject([{ validator: 3 }]);
    expect(replicaStatus(replica)).toMatchObject({ view: 0, suspects: 1 });
    expect(kinds(starve(replica))).toEqual(["note", "sign suspect"]);
  });

  it("with f+1 Suspects ends the view as failed", () => {
    const replica = start();
    hear(replica, starvation(2));
    hear(replica, starvation(3));
    expect(replicaStatus(replica)).toMatchObject({ view: 1, active: false, timeoutMs: 3000 });
  });

  const nothing: Record<string, (replica: Replica) => Effect[]> = {
    "without a quorum in reach": (replica) => starve(replica),
    "behind the highest certified height": (replica) => {
      hear(reached(replica), { kind: "certificate", value: finality(3) });
      return starve(replica);
    },
    "between two views": (replica) => {
      hear(reached(replica), suspect(0));
      hear(replica, suspect(3));
      return starve(replica);
    },
    "of no bytes": (replica) => starve(reached(replica), new Uint8Array(0)),
    "of more bytes than a Suspect carries": (replica) =>
      starve(reached(replica), new Uint8Array(limits.maxEnvelopeBytes + 1)),
  };
  for (const [title, act] of Object.entries(nothing))
    it(`${title} says nothing`, () => {
      expect(kinds(act(start()))).not.toContain("sign suspect");
    });

  it("is no Suspect of the primary against itself, nor of a follower", () => {
    expect(starve(reached(start({ self: 0 })))).toEqual([]);
    expect(starve(reached(start({ self: undefined })))).toEqual([]);
    expect(hear(start({ self: undefined }), starvation(3))).toEqual([]);
  });
});

describe("attacks by Suspects for starvation", () => {
  it("f of them move nobody out of a good view", () => {
    const replica = reached(start());
    for (let certified = 0; certified < 40; certified += 1)
      hear(replica, starvation(3, { certified, text: `transaction ${certified}` }));
    run(replica, 0, 10_000);
    expect(replicaStatus(replica)).toMatchObject({ view: 0, active: true, suspects: 1 });
  });

  it("a flood of them hands on one transaction per validator and view", () => {
    const replica = reached(start());
    const effects: Effect[] = [];
    for (let certified = 0; certified < 40; certified += 1)
      effects.push(...hear(replica, starvation(3, { certified, text: `of ${certified}` })));
    expect(handedOn(effects)).toEqual([utf8Encode("of 0")]);
    expect(handedOn(hear(replica, starvation(3, { view: 7 })))).toEqual([]);
    const changes = [0, 1, 2].map((index) => viewChangeBody(index, { view: 1 }));
    hear(replica, newView(1, changes));
    expect(handedOn(hear(replica, starvation(3, { view: 1 })))).toEqual([]);
    const other = reached(start());
    hear(other, newView(1, changes));
    expect(handedOn(hear(other, starvation(3, { view: 1 })))).toEqual([envelope]);
    expect(handedOn(hear(other, starvation(2, { view: 1 })))).toEqual([envelope]);
  });

  it("the own Suspect that a peer relays is not handed on to oneself", () => {
    const replica = reached(start());
    starve(replica);
    expect(handedOn(hear(replica, starvation(1), 3))).toEqual([]);
  });
});
