// docs/consensus.md 8: how an epoch ends, and what the next one knows of it.
import {
  createReplica,
  isWanted,
  mayJudgePrimary,
  messageEpoch,
  type Replica,
  step,
} from "@cartorio/consensus";
import {
  encodeConsensusMessage,
  type FinalityCertificate,
  type JournalRecord,
  limits,
  type Status,
  type ValidatorSet,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  checkpoint,
  digestOf,
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
import { labValidators } from "./lab-keys.ts";
import { base, hear, kinds, run, start, tick } from "./replica-helpers.ts";

const changedAt = 1;
const activationHeight = changedAt + limits.window + 1;

function block(height: number, pending: number | undefined = activationHeight) {
  const digest = digestOf(proposalBytes(height));
  return {
    height,
    headerHash: fill(height),
    proposalDigest: digest,
    time: height,
    activationHeight: pending,
  };
}

/** The primary of view 0, whose first block changed the set. */
function changing(): Replica {
  const replica = start({ self: 0, executed: [block(1)], certificate: finality(1) });
  step(replica, { kind: "mempool", waiting: false });
  return replica;
}

function executeAndCertify(replica: Replica, height: number) {
  const effects = step(replica, { kind: "executed", block: block(height) });
  return [...effects, ...hear(replica, { kind: "certificate", value: finality(height) }, 1)];
}

describe("an epoch that ends", () => {
  it("gets empty blocks at once, up to the last height and not beyond", () => {
    const replica = changing();
    expect(replica.proposing.outstanding).toBe(2);
    const event = { kind: "built", view: 0, height: 2, envelopeHashes: [], full: false } as const;
    expect(kinds(step(replica, event))).toContain("sign prePrepare");
    for (let height = 2; height < activationHeight; height += 1) executeAndCertify(replica, height);
    expect(kinds(tick(replica, 100))).not.toContain("build");
  });

  it("accepts no proposal and no vote at its activation height", () => {
    const replica = start({ executed: [block(1)], certificate: finality(1) });
    const proposal = proposalBytes(activationHeight);
    expect(kinds(hear(replica, prePrepare(proposal), 0))).not.toContain("obtainBodies");
    hear(replica, vote(2, { kind: 2, height: activationHeight, digest: digestOf(proposal) }), 2);
    expect(replica.slots.has(activationHeight)).toBe(false);
    const last = proposalBytes(activationHeight - 1);
    expect(kinds(hear(replica, prePrepare(last), 0))).toContain("obtainBodies");
  });

  it("drops what it took beyond the end before it had executed the change", () => {
    const replica = start({ certificate: finality(2) });
    hear(replica, prePrepare(proposalBytes(activationHeight)), 0);
    expect(replica.slots.has(activationHeight)).toBe(true);
    const lagging = start({});
    hear(lagging, prePrepare(proposalBytes(2)), 0);
    step(lagging, { kind: "executed", block: block(1, 2) });
    expect(lagging.slots.has(2)).toBe(false);
  });

  it("is told once, after the certificate of its last height, and then signs nothing", () => {
    const replica = changing();
    const told: string[] = [];
    for (let height = 2; height < activationHeight; height += 1)
      told.push(...kinds(executeAndCertify(replica, height)));
    expect(told.filter((kind) => kind === "epochEnd")).toHaveLength(1);
    expect(told.at(-1)).toBe("epochEnd");
    expect(told.at(-2)).toBe("certified");
    expect(tick(replica, 60_000)).toEqual([]);
    hear(replica, suspect(1), 1);
    expect(kinds(hear(replica, suspect(2), 2))).toEqual([]);
    expect(kinds(hear(replica, viewChange(1, { view: 3 }), 1))).toEqual([]);
  });

  it("ends at the executed block if the certificate came first", () => {
    const replica = changing();
    for (let height = 2; height < activationHeight - 1; height += 1)
      executeAndCertify(replica, height);
    const last = activationHeight - 1;
    const certificate = { kind: "certificate", value: finality(last) } as const;
    expect(kinds(hear(replica, certificate, 1))).not.toContain("epochEnd");
    expect(kinds(step(replica, { kind: "executed", block: block(last) }))).toContain("epochEnd");
    // Catch-up may run on before the next replica is made.
    expect(step(replica, { kind: "executed", block: block(activationHeight, undefined) })).toEqual(
      [],
    );
  });

  it("blames no primary for transactions that wait for its last certificate", () => {
    const replica = start({ executed: [block(1)], certificate: finality(1) });
    step(replica, { kind: "mempool", waiting: true });
    const last = activationHeight - 1;
    for (let height = 2; height < last; height += 1) executeAndCertify(replica, height);
    expect(kinds(run(replica, 0, 2500))).toContain("sign suspect");
    const digest = digestOf(proposalBytes(last));
    for (const validator of [0, 2, 3])
      hear(replica, vote(validator, { kind: 3, height: last, digest }), validator);
    step(replica, { kind: "executed", block: block(last) });
    expect(mayJudgePrimary(replica)).toBe(false);
    expect(kinds(run(replica, 2500, 12_000))).not.toContain("sign suspect");
  });

  it("is told again after a restart at its end", () => {
    const last = activationHeight - 1;
    const { effects } = createReplica({
      ...base,
      executed: [block(last)],
      certificate: finality(last),
    });
    expect(kinds(effects)).toEqual(["epochEnd"]);
  });
});

describe("the next epoch", () => {
  const set: ValidatorSet = { ...labValidators(5), epoch: 1, activationHeight };
  const previous: FinalityCertificate = finality(activationHeight - 1);
  const next = { validators: set, previous, executed: [block(activationHeight - 1)] };

  it("starts at view 0 above its base and proposes there", () => {
    const replica = start({ ...next, self: 0 });
    step(replica, { kind: "mempool", waiting: true });
    expect(replica).toMatchObject({ view: 0, certified: activationHeight - 1, n: 5, quorum: 4 });
    expect(replica.activationHeight).toBeUndefined();
    expect(replica.proposing.outstanding).toBe(activationHeight);
  });

  it("takes nothing from records of the epoch before", () => {
    const message = (value: ReturnType<typeof vote>): JournalRecord => ({
      kind: "message",
      message: encodeConsensusMessage(value),
    });
    const journal: JournalRecord[] = [
      message(viewChange(1, { view: 4 })),
      message(
        newView(2, [
          viewChangeBody(0, { view: 2 }),
          viewChangeBody(1, { view: 2 }),
          viewChangeBody(2, { view: 2 }),
        ]),
      ),
      message(suspect(1, { view: 4 })),
      message(checkpoint(1, activationHeight, fill(9))),
      { kind: "prepared", certificate: prepared(activationHeight, { digest: fill(3) }) },
      {
        kind: "proposal",
        view: 0,
        proposal: proposalBytes(activationHeight),
        envelopes: [],
        prePrepare: new Uint8Array(0),
      },
    ];
    const { replica, effects } = createReplica({ ...base, ...next, journal });
    expect(replica).toMatchObject({ view: 0, active: true, certified: activationHeight - 1 });
    expect(replica.slots.size).toBe(0);
    expect(effects).toEqual([]);
  });

  it("answers a Status of the epoch before with the certificate that ended it", () => {
    const replica = start(next);
    const status: Status = {
      ...{ epoch: 0, view: 0, certifiedHeight: 3, viewChange: 0, viewChanges: 0, suspects: 0 },
      ...{ newView: false, heights: [], executedHeight: 3 },
    };
    expect(isWanted(replica, { kind: "status", value: status })).toBe(true);
    expect(hear(replica, { kind: "status", value: status }, 2)).toEqual([
      { kind: "send", to: [2], message: { kind: "certificate", value: previous } },
    ]);
  });

  it("tells who is further back than the epoch before where it is, though it never idles", () => {
    const replica = start({
      ...next,
      ...{ validators: { ...set, epoch: 2 }, previous: { ...previous, epoch: 1 } },
    });
    const status: Status = {
      ...{ epoch: 0, view: 0, certifiedHeight: 3, viewChange: 0, viewChanges: 0, suspects: 0 },
      ...{ newView: false, heights: [], executedHeight: 3 },
    };
    const effects = hear(replica, { kind: "status", value: status }, 2);
    expect(effects).toMatchObject([
      { kind: "send", to: [2], message: { kind: "status", value: { epoch: 2 } } },
    ]);
    const behind = start();
    tick(behind, 1000);
    const [send] = effects;
    if (send?.kind !== "send") throw new Error("nothing is sent");
    expect(hear(behind, send.message, 0)).toMatchObject([{ kind: "catchUp" }]);
  });

  it("asks for blocks when a peer claims a later epoch, at most once a second", () => {
    const replica = start(next);
    tick(replica, 1000);
    const status: Status = {
      ...{ epoch: 2, view: 0, certifiedHeight: 500, viewChange: 0, viewChanges: 0, suspects: 0 },
      ...{ newView: false, heights: [], executedHeight: 500 },
    };
    const bounded = activationHeight - 1 + limits.window;
    expect(hear(replica, { kind: "status", value: status }, 2)).toEqual([
      { kind: "catchUp", height: bounded },
    ]);
    expect(hear(replica, { kind: "status", value: status }, 2)).toEqual([]);
  });

  it("does not want messages of the epoch before, whatever they are", () => {
    const replica = start(next);
    const old = [
      prePrepare(proposalBytes(activationHeight)),
      vote(2, { kind: 3, height: activationHeight, digest: fill(1) }),
      checkpoint(2, activationHeight, fill(1)),
      suspect(2),
      viewChange(2, { view: 1 }),
      { kind: "certificate", value: finality(activationHeight) } as const,
    ];
    expect(old.map((message) => messageEpoch(message))).toEqual(old.map(() => 0));
    expect(old.map((message) => isWanted(replica, message))).toEqual(old.map(() => false));
  });
});
