import {
  encodeConsensusMessage,
  encodeNewViewBody,
  encodeProposal,
  encodeViewChangeBody,
  type JournalRecord,
  proposalDigest,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  type CertifiedHeight,
  certifiedWhileForgetful,
  contradictions,
  type Signed,
  signedIn,
  signedWhileForgetful,
} from "../../scripts/chaos/guard-violations.ts";

const hash = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const signature = new Uint8Array(64);

function proposal(height: number, time: number): Uint8Array {
  return encodeProposal({ epoch: 0, height, time, proposer: 1, envelopeHashes: [] });
}

function proposed(
  view: number,
  bytes: Uint8Array,
  prePrepare: Uint8Array = Uint8Array.of(1),
): JournalRecord {
  return { ...{ kind: "proposal", view, proposal: bytes, envelopes: [] }, prePrepare };
}

function newView(view: number, height: number, bytes: Uint8Array): JournalRecord {
  const entries = [{ height, proposalDigest: proposalDigest(bytes) }];
  const body = encodeNewViewBody({ chainId: hash(9), epoch: 0, view, viewChanges: [], entries });
  const value = { body, validator: 1, signature };
  return { kind: "message", message: encodeConsensusMessage({ kind: "newView", value }) };
}

function checkpoint(validator: number, height: number, header: number): JournalRecord {
  const value = { epoch: 0, height, headerHash: hash(header), validator, signature };
  return { kind: "message", message: encodeConsensusMessage({ kind: "checkpoint", value }) };
}

function viewChange(validator: number, view: number, epoch = 0): JournalRecord {
  const body = encodeViewChangeBody({
    ...{ chainId: hash(9), epoch, view, certificate: undefined, prepared: [] },
  });
  const value = { body, validator, signature };
  return { kind: "message", message: encodeConsensusMessage({ kind: "viewChange", value }) };
}

const at = (epoch: number, place: string, content = "a"): Signed => ({ epoch, place, content });

describe("what a validator stands behind by its journal", () => {
  it("is its own messages, what it prepared and what it committed", () => {
    const prepared: JournalRecord = {
      kind: "prepared",
      certificate: { epoch: 0, view: 1, height: 7, proposalDigest: hash(3), signatures: [] },
    };
    const records = [proposed(1, proposal(7, 5)), prepared, checkpoint(2, 6, 4), viewChange(2, 3)];
    expect(signedIn(records, 2).map(({ place }) => place)).toEqual([
      ...["prepare 1 7", "commit 1 7", "checkpoint 6", "viewChange 3"],
    ]);
  });

  it("is no body of a height that others decided in a later view (chaos, seed 2184730053)", () => {
    const own = proposed(1, proposal(7, 5));
    const fetched = proposed(1, proposal(7, 6), new Uint8Array());
    expect(contradictions(signedIn([newView(1, 6, proposal(6, 1)), own, fetched], 2))).toEqual([]);
    // What a NewView fixed has no PrePrepare either, and is voted for.
    const fixed = [newView(1, 7, proposal(7, 6)), own, fetched];
    expect(contradictions(signedIn(fixed, 2))).toEqual(["epoch 0, prepare 1 7"]);
    // Where nothing tells them apart, or only the NewView of another view, it counts.
    expect(contradictions(signedIn([own, fetched], 2))).toEqual(["epoch 0, prepare 1 7"]);
    const later = [newView(2, 7, proposal(7, 5)), own, fetched];
    expect(contradictions(signedIn(later, 2))).toEqual(["epoch 0, prepare 1 7"]);
  });

  it("is no message of others that it keeps", () => {
    expect(signedIn([checkpoint(1, 6, 4), viewChange(0, 3)], 2)).toEqual([]);
  });
});

describe("a contradiction", () => {
  it("is two contents in one place, in any two journals", () => {
    const first = signedIn([proposed(1, proposal(7, 5)), checkpoint(2, 6, 4)], 2);
    const other = signedIn([proposed(1, proposal(7, 6)), checkpoint(2, 6, 5)], 2);
    expect(contradictions([...first, ...other])).toEqual([
      ...["epoch 0, prepare 1 7", "epoch 0, checkpoint 6"],
    ]);
  });

  it("is not the same again, another view, or another epoch", () => {
    const all = [
      ...signedIn([proposed(1, proposal(7, 5)), proposed(1, proposal(7, 5))], 2),
      ...signedIn([proposed(2, proposal(7, 6)), viewChange(2, 3), viewChange(2, 3, 1)], 2),
    ];
    expect(contradictions(all)).toEqual([]);
  });
});

describe("a signature after votes were forgotten", () => {
  const before = [at(0, "prepare 0 5"), at(0, "prepare 0 6")];
  const isForbidden = (epoch: number): boolean => epoch === 0;

  it("is what no journal from before holds, in a forbidden epoch", () => {
    const after = [at(0, "prepare 0 5"), at(0, "prepare 0 7"), at(1, "prepare 0 9")];
    expect(signedWhileForgetful({ before, after, isForbidden })).toEqual([
      "epoch 0, prepare 0 7, a",
    ]);
  });

  it("is also another content in a place from before", () => {
    const after = [at(0, "prepare 0 6", "b")];
    expect(signedWhileForgetful({ before, after, isForbidden })).toHaveLength(1);
  });
});

describe("a certificate with the signature of a validator that forgot", () => {
  const forgetting = { validator: 1, height: 100 };
  const certificate = (height: number, change: Partial<CertifiedHeight> = {}): CertifiedHeight => ({
    ...{ height, epoch: 0, signers: [0, 1, 2], incarnations: ["", "", "", ""] },
    ...change,
  });

  it("is a violation above what it can have signed before", () => {
    const all = [certificate(100), certificate(116), certificate(117)];
    expect(certifiedWhileForgetful(all, forgetting)).toEqual([117]);
    expect(
      certifiedWhileForgetful(
        [certificate(100), certificate(117, { signers: [0, 2, 3] })],
        forgetting,
      ),
    ).toEqual([]);
  });

  it("is none once the set names its new incarnation, and still one while another re-enters", () => {
    const other = { epoch: 1, incarnations: ["", "", "bb", ""] };
    const own = { epoch: 2, incarnations: ["", "aa", "bb", ""] };
    const all = [certificate(100), certificate(130, other), certificate(150, own)];
    expect(certifiedWhileForgetful(all, forgetting)).toEqual([130]);
  });
});
