// docs/consensus.md 12: a NewView of 31 validators, of full ViewChanges in which no two certificates are
// the same bytes, is the largest message that a network of any size has to carry, verify and follow.
import {
  createReplica,
  markVerified,
  messageSignatures,
  step,
  verifyMessage,
} from "@cartorio/consensus";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  encodeConsensusMessage,
  encodeJournalRecord,
  encodeNewViewBody,
  encodeViewChangeBody,
  limits,
  type PreparedCertificate,
  proposalDigest,
  quorum,
  type SignedBody,
  type ValidatorSignature,
} from "@cartorio/protocol";
import { expect, it } from "vitest";
import { fill, proposalBytes } from "./builders.ts";
import { labChainId, labSignature, labValidators, labVerify } from "./lab-keys.ts";
import { base } from "./replica-helpers.ts";

const n = limits.maxValidators;
const needed = quorum(n);
const epoch = limits.maxInteger;
const certified = limits.maxInteger - limits.window;
const validators = { ...labValidators(n), epoch, activationHeight: certified };
const view = limits.maxInteger - 1;
const primary = view % n;

/** All members sign; the last bytes of a signature differ from certificate to certificate. */
function signatures(mark: number): ValidatorSignature[] {
  return Array.from({ length: n }, (_, validator) => {
    const signature = labSignature(validator);
    signature.set([mark & 255, mark >> 8], 62);
    return { validator, signature };
  });
}

function digestAt(height: number): Uint8Array {
  return proposalDigest(proposalBytes(height, { epoch }));
}

function viewChange(validator: number): SignedBody {
  const mark = validator * (limits.window + 1);
  const prepared = Array.from({ length: limits.window }, (_, offset): PreparedCertificate => {
    const height = certified + 1 + offset;
    const place = { epoch, view: view - 1 - validator, height };
    return {
      ...place,
      proposalDigest: digestAt(height),
      signatures: signatures(mark + 1 + offset),
    };
  });
  const headerHash = fill(9);
  const certificate = { epoch, height: certified, headerHash, signatures: signatures(mark) };
  const body = encodeViewChangeBody({ chainId: labChainId, epoch, view, certificate, prepared });
  return { body, validator, signature: labSignature(validator) };
}

function largest(): ConsensusMessage {
  const viewChanges = Array.from({ length: needed }, (_, validator) => viewChange(validator));
  const entries = Array.from({ length: limits.window }, (_, offset) => {
    const height = certified + 1 + offset;
    return { height, proposalDigest: digestAt(height) };
  });
  const body = encodeNewViewBody({ chainId: labChainId, epoch, view, viewChanges, entries });
  const signature = labSignature(primary);
  return { kind: "newView", value: { body, validator: primary, signature } };
}

it("the largest NewView fits a frame and a journal record, verifies, and is followed", () => {
  const message = largest();
  const frame = encodeConsensusMessage(message);
  expect(frame.length).toBeLessThanOrEqual(limits.maxConsensusFrameBytes);
  expect(frame.length).toBeGreaterThan(0.95 * limits.maxConsensusFrameBytes);

  const decoded = decodeConsensusMessage(frame);
  if (!decoded.ok) throw new Error("the largest NewView does not decode");
  const context = { chainId: labChainId, validators };
  // Its own signature, Q ViewChanges, and W+1 certificates of n signers in each.
  const checks = 1 + needed * (1 + (limits.window + 1) * n);
  expect(messageSignatures(decoded.value, context)).toHaveLength(checks);
  const verified = verifyMessage(decoded.value, { ...context, verify: labVerify });
  expect(verified).toBeDefined();

  const { replica } = createReplica({ ...base, self: (primary + 1) % n, validators });
  step(replica, { kind: "tick", monotonicMs: 0, wallMs: 0 });
  const effects = step(replica, {
    kind: "message",
    message: markVerified(decoded.value),
    from: primary,
  });
  expect(replica).toMatchObject({ view, active: true, certified });
  const records = effects.flatMap((effect) => (effect.kind === "persist" ? effect.records : []));
  const sizes = records.map((record) => encodeJournalRecord(record).length);
  expect(Math.max(...sizes)).toBeGreaterThan(frame.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(limits.maxJournalRecordBytes);
});
