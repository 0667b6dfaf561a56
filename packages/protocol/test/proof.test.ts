import { describe, expect, it } from "vitest";
import {
  decodeProofBundle,
  encodeHeader,
  encodeProofBundle,
  encodeValidatorSet,
  type Header,
  headerHash,
  type ProofBundle,
  validatorSetHash,
  verifyProofBundle,
} from "../src/index.ts";
import { ed25519Verify } from "./ed25519.ts";
import { fuzzTimeoutMs, makeFrame, randomOf, sameBytes } from "./fuzzing.ts";
import { bytes32, certify, chainId, header, nextSet, validatorSet } from "./samples.ts";
import { prove, rootOf } from "./state-tree.ts";

const leaves = Array.from({ length: 12 }, (_, index) => ({
  key: bytes32(`key ${index}`),
  record: bytes32(`record ${index}`),
}));
const keys = [bytes32("key 3"), bytes32("absent"), bytes32("key 8")];
const stateRoot = rootOf(leaves);
const setBytes = encodeValidatorSet(validatorSet);
const nextSetBytes = encodeValidatorSet(nextSet);

const headerAt = (height: number, change: Partial<Header> = {}): Header => ({
  ...header,
  height,
  stateRoot,
  ...change,
});
const anchorHeader = headerAt(10);
const anchor = { chainId, height: 10, headerHash: headerHash(encodeHeader(anchorHeader)) };
const anchorLink = {
  header: encodeHeader(anchorHeader),
  certificate: undefined,
  validatorSet: setBytes,
};
const changeHeader = headerAt(24, { nextValidatorSetHash: validatorSetHash(nextSetBytes) });
const changeLink = {
  header: encodeHeader(changeHeader),
  certificate: certify(changeHeader),
  validatorSet: nextSetBytes,
};

function bundleOf(value: Header, change: Partial<ProofBundle> = {}): ProofBundle {
  return {
    version: 1,
    chainId,
    activations: [anchorLink],
    header: encodeHeader(value),
    certificate: certify(value, { prefix: value.epoch === 0 ? "v" : "w" }),
    multiproof: prove(leaves, keys),
    records: [bytes32("record 3"), new Uint8Array(0), bytes32("record 8")],
    ...change,
  };
}
const ask = (bundle: ProofBundle, change: Partial<typeof anchor> = {}, asked = keys) =>
  verifyProofBundle({
    bundle,
    anchor: { ...anchor, ...change },
    keys: asked,
    verify: ed25519Verify,
  });
const verdict = (...question: Parameters<typeof ask>): string => {
  const result = ask(...question);
  return result.ok ? "ok" : `${result.code} ${result.field ?? ""}`.trim();
};

const same = bundleOf(headerAt(15));
const changed = bundleOf(headerAt(30, { epoch: 1 }), { activations: [anchorLink, changeLink] });

describe("verifyProofBundle", { timeout: fuzzTimeoutMs }, () => {
  it("accepts a header of the anchor's set and gives the records", () => {
    const result = ask(same);
    if (!result.ok) expect.unreachable(`${result.code} ${result.field}`);
    expect(result.value.records).toEqual([bytes32("record 3"), undefined, bytes32("record 8")]);
    expect(result.value.header).toEqual(headerAt(15));
    expect(result.value.headerHash).toEqual(headerHash(same.header));
  });

  it("follows a set change, and proves at the very height of the change", () => {
    expect(verdict(changed)).toBe("ok");
    const atChange = bundleOf(changeHeader, { activations: [anchorLink, changeLink] });
    expect(verdict(atChange)).toBe("ok");
  });

  it("accepts the anchor's own header, whoever certified it", () => {
    const own = bundleOf(anchorHeader);
    expect(verdict(own)).toBe("ok");
    expect(verdict(bundleOf(headerAt(10, { time: 5 })))).toBe("PROOF_INVALID certificate");
  });

  it("refuses other chains and headers below the anchor", () => {
    expect(verdict(same, { chainId: bytes32("other") })).toBe("WRONG_CHAIN");
    expect(verdict(bundleOf(headerAt(9)))).toBe("PROOF_STALE");
  });

  it("refuses activations that do not start at the anchor", () => {
    const wrong: ProofBundle["activations"][] = [
      [],
      [{ ...anchorLink, certificate: certify(anchorHeader) }],
      [{ ...anchorLink, header: encodeHeader(headerAt(11)) }],
      [{ ...anchorLink, validatorSet: nextSetBytes }],
      [{ ...anchorLink, header: Uint8Array.of(1) }],
      [changeLink],
    ];
    for (const activations of wrong) {
      expect(verdict({ ...same, activations })).toBe("PROOF_INVALID activations");
    }
    expect(verdict(same, { headerHash: bytes32("other") })).toBe("PROOF_INVALID activations");
    expect(verdict(bundleOf(headerAt(15)), { height: 9 })).toBe("PROOF_INVALID activations");
  });

  it("refuses set changes that are not certified by the set before", () => {
    const byNewSet = certify(changeHeader, { prefix: "w" });
    const tooFew = certify(changeHeader, { count: 2 });
    const later = headerAt(25, { nextValidatorSetHash: validatorSetHash(nextSetBytes) });
    const links = [
      { ...changeLink, certificate: undefined },
      { ...changeLink, certificate: byNewSet },
      { ...changeLink, certificate: tooFew },
      { ...changeLink, certificate: certify(headerAt(24)) },
      { ...changeLink, header: encodeHeader(later), certificate: certify(later) },
      { ...changeLink, validatorSet: setBytes },
    ];
    for (const link of links) {
      expect(verdict({ ...changed, activations: [anchorLink, link] })).toBe(
        "PROOF_INVALID activations",
      );
    }
    expect(verdict({ ...changed, activations: [anchorLink, changeLink, changeLink] })).toBe(
      "PROOF_INVALID activations",
    );
  });

  it("refuses a header that the last set did not certify", () => {
    const value = headerAt(15);
    expect(verdict({ ...same, certificate: certify(value, { count: 2 }) })).toBe(
      "PROOF_INVALID certificate",
    );
    expect(verdict({ ...same, certificate: certify(headerAt(16)) })).toBe(
      "PROOF_INVALID certificate",
    );
    expect(verdict({ ...changed, activations: [anchorLink] })).toBe("PROOF_INVALID certificate");
    const old = bundleOf(headerAt(26), { activations: [anchorLink, changeLink] });
    expect(verdict(old)).toBe("PROOF_INVALID certificate");
    const between = bundleOf(headerAt(20), { activations: [anchorLink, changeLink] });
    expect(verdict(between)).toBe("PROOF_INVALID certificate");
    expect(verdict({ ...same, header: Uint8Array.of(1) })).toBe("PROOF_INVALID header");
  });

  it("says UPGRADE_SDK, never invalid, to newer validator sets and records", () => {
    const newerSet = Uint8Array.from(nextSetBytes);
    newerSet[1] = 2;
    const newerHeader = headerAt(24, { nextValidatorSetHash: validatorSetHash(newerSet) });
    const newerLink = {
      header: encodeHeader(newerHeader),
      certificate: certify(newerHeader),
      validatorSet: newerSet,
    };
    expect(verdict({ ...changed, activations: [anchorLink, newerLink] })).toBe("UPGRADE_SDK");
    // A head that cannot be read names no further keys, so their number is another one.
    const records = [Uint8Array.of(8, 2), ...same.records];
    expect(verdict({ ...same, records })).toBe("UPGRADE_SDK");
    expect(verdict({ ...same, records: [...same.records, Uint8Array.of(8, 1)] })).toBe(
      "PROOF_INVALID records",
    );
  });

  it("refuses the answer to another question", () => {
    const [first, second, third] = keys;
    if (!first || !second || !third) expect.unreachable();
    expect(verdict(same, {}, [third, second, first])).toBe("PROOF_INVALID multiproof");
    expect(verdict(same, {}, [first, second])).toBe("PROOF_INVALID records");
    expect(verdict({ ...same, records: [bytes32("x"), bytes32("y"), bytes32("z")] })).toBe(
      "PROOF_INVALID multiproof",
    );
  });

  it("10,000 random and mutated frames: verifyProofBundle never accepts another bundle", () => {
    const frame = encodeProofBundle(changed);
    const random = randomOf(11);
    // A cheap verifier: signatures that were not made by `certify` do not exist.
    const known = [changeLink.certificate, changed.certificate].flatMap((certificate) =>
      certificate.signatures.map((entry) => entry.signature),
    );
    const verify = (_key: Uint8Array, _message: Uint8Array, signature: Uint8Array): boolean =>
      known.some((entry) => sameBytes(entry, signature));
    let decodable = 0;
    for (let count = 0; count < 10_000; count += 1) {
      const mutated = makeFrame([frame], random);
      const decoded = decodeProofBundle(mutated);
      if (!decoded.ok || sameBytes(mutated, frame)) continue;
      decodable += 1;
      const result = verifyProofBundle({ bundle: decoded.value, anchor, keys, verify });
      if (result.ok) expect(result.value.records).toEqual(bundleRecords());
    }
    expect(decodable).toBeGreaterThan(100);
  });
});

function bundleRecords(): (Uint8Array | undefined)[] {
  return [bytes32("record 3"), undefined, bytes32("record 8")];
}
