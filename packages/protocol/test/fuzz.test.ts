import { verifySignature } from "@cartorio/crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeTransaction,
  errorCodes,
  genesisFromJson,
  genesisToJson,
  signatureItems,
} from "../src/index.ts";
import { codecCases } from "./codecs.ts";
import { fuzzTimeoutMs, makeFrame, randomOf, sameBytes } from "./fuzzing.ts";
import { genesisSignatures, sampleGenesis } from "./genesis-samples.ts";
import { chainId, envelopeOf, fullBody, smallEnvelope } from "./samples.ts";

const rounds = 10;
const framesPerRound = 1000;
/** Accepted mutants whose signatures are really checked: each costs a millisecond or more. */
const realChecks = 100;

/** Runs a property over 10,000 frames; a failure names the seed of its round. */
function overFrames(samples: readonly Uint8Array[], check: (frame: Uint8Array) => void): void {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
      const random = randomOf(seed);
      for (let count = 0; count < framesPerRound; count += 1) check(makeFrame(samples, random));
    }),
    { numRuns: rounds, endOnFailure: true },
  );
}

describe("decoders are total and accept one encoding only", { timeout: fuzzTimeoutMs }, () => {
  it.each(codecCases.map((entry) => [entry.name, entry] as const))(
    "10,000 random and mutated frames: %s",
    (_name, { samples, encodeSample, encode, decode }) => {
      const frames = samples.map((_, index) => encodeSample(index));
      overFrames(frames, (frame) => {
        const decoded = decode(frame);
        if (decoded.ok) {
          if (!sameBytes(encode(decoded.value), frame))
            expect(encode(decoded.value)).toEqual(frame);
        } else if (!(decoded.code in errorCodes)) {
          expect.unreachable(`unknown code ${decoded.code}`);
        }
      });
    },
  );

  it("10,000 random and mutated frames: decodeTransaction", () => {
    const frames = [smallEnvelope, envelopeOf(fullBody)];
    let verified = 0;
    overFrames(frames, (frame) => {
      const decoded = decodeTransaction(frame, chainId);
      if (!decoded.ok) return;
      if (!sameBytes(decoded.value.bytes, frame)) expect(decoded.value.bytes).toEqual(frame);
      if (verified >= realChecks || frames.some((original) => sameBytes(original, frame))) return;
      verified += 1;
      const genuine = signatureItems(decoded.value).every((item) =>
        verifySignature(item.multikey, item.message, item.signature),
      );
      if (genuine) expect.unreachable("a mutated transaction kept all its signatures");
    });
    expect(verified).toBe(realChecks);
  });

  it("10,000 random and mutated frames: genesisFromJson", () => {
    const text = genesisToJson(
      sampleGenesis(["alpha"]),
      genesisSignatures(sampleGenesis(["alpha"])),
    );
    const frames = [new TextEncoder().encode(text)];
    const decoder = new TextDecoder();
    overFrames(frames, (frame) => {
      const decoded = genesisFromJson(decoder.decode(frame));
      if (decoded.ok) expect(decoded.value.genesis.network).toBe("test-net");
    });
  });
});
