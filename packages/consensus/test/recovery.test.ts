// docs/consensus.md 9: what is left when a quorum of journals is lost.
import { planRecovery, type RecoveryQuestion, type Survivor } from "@cartorio/consensus";
import { emptyProposal, envelopeHash, type JournalRecord } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { digestOf, finality, prepared, proposalBytes } from "./builders.ts";
import { labChainId, labValidators, labVerify } from "./lab-keys.ts";

const envelope = Uint8Array.of(1, 2);
const proposalAt = (height: number): Uint8Array =>
  proposalBytes(height, { envelopeHashes: [envelopeHash(envelope)] });
const otherAt = (height: number): Uint8Array =>
  proposalBytes(height, { envelopeHashes: [envelopeHash(envelope)], time: 1 });

function held(proposal: Uint8Array, envelopes: readonly Uint8Array[] = [envelope]): JournalRecord {
  return { kind: "proposal", view: 0, proposal, envelopes, prePrepare: new Uint8Array(0) };
}
function certificateOf(height: number, proposal: Uint8Array, view = 0): JournalRecord {
  return { kind: "prepared", certificate: prepared(height, { digest: digestOf(proposal), view }) };
}
function survivor(validator: number, journal: readonly JournalRecord[], certified = 0): Survivor {
  return { validator, certificates: certified === 0 ? [] : [finality(certified)], journal };
}
function plan(survivors: readonly Survivor[], n = 4) {
  const question: RecoveryQuestion = {
    ...{ chainId: labChainId, validators: labValidators(n), verify: labVerify, survivors },
  };
  return planRecovery(question);
}

describe("planRecovery", () => {
  it("takes the highest certificate and all that was prepared above it, whoever has it", () => {
    const result = plan([
      survivor(
        0,
        [held(proposalAt(6)), certificateOf(5, proposalAt(5)), certificateOf(6, proposalAt(6))],
        3,
      ),
      survivor(3, [held(proposalAt(5))], 4),
    ]);
    expect(result).toMatchObject({ certified: 4, certificate: finality(4), missing: [] });
    expect(result.heights.map(({ proposal }) => proposal)).toEqual([proposalAt(5), proposalAt(6)]);
    expect(result.heights[0]?.envelopes).toEqual([envelope]);
  });

  it("takes the certificate of the highest view, and the empty proposal for a gap", () => {
    const result = plan([
      survivor(0, [held(proposalAt(1)), certificateOf(1, proposalAt(1), 0)]),
      survivor(1, [
        held(otherAt(1)),
        certificateOf(1, otherAt(1), 2),
        held(proposalAt(3)),
        certificateOf(3, proposalAt(3)),
      ]),
    ]);
    expect(result.heights.map(({ proposal }) => proposal)).toEqual([
      otherAt(1),
      emptyProposal(0, 2),
      proposalAt(3),
    ]);
  });

  it("believes no certificate that does not prove itself", () => {
    const forged = { ...finality(9), signatures: finality(9).signatures.slice(0, 2) };
    const weak = prepared(2, { digest: digestOf(proposalAt(2)), indices: [0, 1] });
    const result = plan([
      {
        validator: 0,
        certificates: [forged, finality(1)],
        journal: [{ kind: "prepared", certificate: weak }],
      },
    ]);
    expect(result).toMatchObject({ certified: 1, heights: [] });
  });

  it("takes the certificate of a node whose journal is lost, which is no survivor", () => {
    const result = planRecovery({
      ...{ chainId: labChainId, validators: labValidators(4), verify: labVerify },
      survivors: [survivor(0, [held(proposalAt(6)), certificateOf(6, proposalAt(6))], 3)],
      certificates: [finality(5), { ...finality(9), signatures: [] }],
    });
    expect(result).toMatchObject({ certified: 5, isComplete: false });
    expect(result.heights.map(({ proposal }) => proposal)).toEqual([proposalAt(6)]);
  });

  it("loses no block to a survivor that has other envelopes, or none, beside its proposal", () => {
    const honest = survivor(0, [held(proposalAt(1)), certificateOf(1, proposalAt(1))]);
    const liars = [[], [Uint8Array.of(3)], [envelope, envelope]].map((envelopes) =>
      survivor(1, [held(proposalAt(1), envelopes)]),
    );
    for (const liar of liars)
      expect(plan([honest, liar, survivor(2, [])])).toMatchObject({
        heights: [{ proposal: proposalAt(1), envelopes: [envelope] }],
        isProvable: true,
      });
  });

  it("names a height whose bodies are lost, and ends below it", () => {
    const journal = [
      held(proposalAt(1)),
      certificateOf(1, proposalAt(1)),
      certificateOf(2, proposalAt(2)),
      held(proposalAt(3)),
      certificateOf(3, proposalAt(3)),
    ];
    const result = plan([survivor(0, journal), survivor(1, [])]);
    expect(result).toMatchObject({ missing: [2], isComplete: false, isProvable: false });
    expect(result.heights).toHaveLength(1);
  });

  const judgements: [number, number, boolean, boolean][] = [
    [4, 1, false, false],
    [4, 2, true, false],
    [4, 3, true, true],
    [7, 2, false, false],
    [7, 3, true, false],
    [7, 5, true, true],
  ];
  it.each(judgements)(
    "n %d with %d survivors: complete %s, provable %s",
    (n, count, complete, provable) => {
      const survivors = Array.from({ length: count }, (_, index) => survivor(index, []));
      expect(plan(survivors, n)).toMatchObject({ isComplete: complete, isProvable: provable });
      // A copy of one folder is not a second survivor.
      expect(plan([...survivors.slice(0, 1), ...survivors.slice(0, 1)], n)).toMatchObject({
        isComplete: false,
      });
    },
  );
});
