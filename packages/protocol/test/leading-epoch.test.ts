import { proposalEpoch, signedBodyEpoch } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { encodeProposal, encodeSuspectBody, suspectReason } from "../src/index.ts";

const epochs = [0, 1, 127, 128, 300, 2 ** 32, Number.MAX_SAFE_INTEGER];

it.each(epochs)("epoch %d is read from the first bytes as the decoder reads it", (epoch) => {
  const proposal = encodeProposal({ epoch, height: 3, time: 5, proposer: 1, envelopeHashes: [] });
  const suspect = encodeSuspectBody({
    ...{ chainId: new Uint8Array(32), epoch, view: 2, certifiedHeight: 1 },
    ...{ reason: suspectReason.rotation, envelope: new Uint8Array(0) },
  });
  expect(proposalEpoch(proposal)).toBe(epoch);
  expect(signedBodyEpoch(suspect)).toBe(epoch);
});

it("names none where none can be", () => {
  expect(signedBodyEpoch(new Uint8Array(34))).toBeUndefined();
  expect(proposalEpoch(new Uint8Array(0))).toBeUndefined();
  expect(proposalEpoch(new Uint8Array(12).fill(0xff).fill(0x08, 0, 1))).toBeUndefined();
});
