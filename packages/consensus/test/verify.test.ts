import { messageSignatures, verifyCertificate, verifyMessage } from "@cartorio/consensus";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  encodeConsensusMessage,
} from "@cartorio/protocol";
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
import { labChainId, labValidators, labVerify } from "./lab-keys.ts";

const context = { chainId: labChainId, validators: labValidators(4), verify: labVerify };
const digest = fill(9);
const quorumOf = (view: number) => [1, 2, 3].map((index) => viewChangeBody(index, { view }));

const valid: [string, ConsensusMessage, number][] = [
  ["PrePrepare", prePrepare(proposalBytes(1)), 1],
  ["Prepare", vote(1, { kind: 2, digest }), 1],
  ["Checkpoint", checkpoint(3, 1, fill(1)), 1],
  ["Suspect", suspect(2), 1],
  ["certificate of Q", { kind: "certificate", value: finality(1) }, 3],
  ["certificate of n", { kind: "certificate", value: finality(1, fill(1), [0, 1, 2, 3]) }, 4],
  [
    "ViewChange",
    viewChange(1, {
      view: 2,
      certificate: finality(3),
      prepared: [prepared(4, { digest }), prepared(19, { view: 1, digest })],
    }),
    10,
  ],
  ["NewView", newView(1, quorumOf(1)), 4],
];

const invalid: [string, ConsensusMessage][] = [
  ["author outside the set", vote(4, { kind: 2, digest })],
  ["certificate below Q", { kind: "certificate", value: finality(1, fill(1), [0, 1]) }],
  [
    "certificate with a foreign signer",
    { kind: "certificate", value: finality(1, fill(1), [0, 1, 9]) },
  ],
  ["certificate of height 0", { kind: "certificate", value: finality(0) }],
  ["ViewChange for view 0", viewChange(1, { view: 0 })],
  ["P above the window", viewChange(1, { view: 1, prepared: [prepared(17, { digest })] })],
  [
    "P at or below S",
    viewChange(1, { view: 1, certificate: finality(3), prepared: [prepared(3, { digest })] }),
  ],
  [
    "P of the new view itself",
    viewChange(1, { view: 1, prepared: [prepared(1, { view: 1, digest })] }),
  ],
  [
    "P with too few signers",
    viewChange(1, { view: 1, prepared: [prepared(1, { digest, indices: [0, 1] })] }),
  ],
  ["S with too few signers", viewChange(1, { view: 1, certificate: finality(3, fill(3), [2, 3]) })],
  ["NewView of another than the primary", newView(1, quorumOf(1), { validator: 2 })],
  ["NewView of Q-1 ViewChanges", newView(1, quorumOf(1).slice(1))],
  [
    "NewView with a ViewChange of another view",
    newView(1, [...quorumOf(1).slice(0, 2), viewChangeBody(3, { view: 2 })]),
  ],
  [
    "NewView with an invalid ViewChange",
    newView(1, [
      ...quorumOf(1).slice(0, 2),
      viewChangeBody(3, { view: 1, prepared: [prepared(17, { digest })] }),
    ]),
  ],
];

describe("verifyMessage", () => {
  it.each(valid)("accepts a valid %s and counts its signatures", (_name, message, signatures) => {
    expect(messageSignatures(message, context)).toHaveLength(signatures);
    expect(verifyMessage(message, context)).toBe(message);
  });

  it.each(valid)("refuses a %s when any one signature is wrong", (_name, message, signatures) => {
    for (let wrong = 0; wrong < signatures; wrong += 1) {
      let asked = 0;
      const verify = (): boolean => asked++ !== wrong;
      expect(verifyMessage(message, { ...context, verify })).toBeUndefined();
    }
  });

  it.each(valid)("refuses a %s of another chain's validators or epoch", (_name, message) => {
    const other = { ...context, validators: { ...labValidators(4), epoch: 1 } };
    expect(verifyMessage(message, other)).toBeUndefined();
  });

  it.each(invalid)("refuses %s", (_name, message) => {
    expect(verifyMessage(message, context)).toBeUndefined();
  });

  it("refuses bodies of another chain, and bodies that do not decode", () => {
    const chainId = fill(7);
    for (const message of [suspect(1), viewChange(1, { view: 1 }), newView(1, quorumOf(1))]) {
      expect(verifyMessage(message, { ...context, chainId })).toBeUndefined();
      if (message.kind !== "suspect" && message.kind !== "viewChange" && message.kind !== "newView")
        continue;
      const broken = { ...message, value: { ...message.value, body: fill(1) } };
      expect(verifyMessage(broken, context)).toBeUndefined();
    }
  });

  it("checks a certificate that several ViewChanges carry once", () => {
    const shared = [1, 2, 3].map((index) =>
      viewChangeBody(index, {
        view: 1,
        certificate: finality(1),
        prepared: [prepared(2, { digest })],
      }),
    );
    expect(messageSignatures(newView(1, shared), context)).toHaveLength(4 + 3 + 3);
  });

  it("needs no signature for a Status", () => {
    const value = {
      epoch: 0,
      view: 0,
      certifiedHeight: 0,
      viewChange: 0,
      viewChanges: 0,
      suspects: 0,
      newView: false,
      heights: [],
      executedHeight: 0,
    };
    expect(messageSignatures({ kind: "status", value }, context)).toEqual([]);
    // Of another epoch it is answered too, with what leads its sender on.
    expect(messageSignatures({ kind: "status", value: { ...value, epoch: 1 } }, context)).toEqual(
      [],
    );
  });

  it("brands certificates from catch-up in the same way", () => {
    expect(verifyCertificate(finality(2), context)).toEqual(finality(2));
    expect(verifyCertificate(finality(2, fill(2), [0, 1]), context)).toBeUndefined();
  });

  it("gives the same verdict after encoding", () => {
    for (const [, message] of valid) {
      const decoded = decodeConsensusMessage(encodeConsensusMessage(message));
      expect(decoded.ok && verifyMessage(decoded.value, context) !== undefined).toBe(true);
    }
  });
});
