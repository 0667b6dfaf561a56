import { verifySignature } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import {
  decodeGenesis,
  encodeDidCreate,
  type Genesis,
  type GenesisFile,
  genesisDidSigningBytes,
  genesisFromJson,
  genesisToJson,
  verifyGenesis,
} from "../src/index.ts";
import {
  genesisFile,
  genesisSignatures,
  memberCreate,
  memberDid,
  memberNames,
  sampleGenesis,
} from "./genesis-samples.ts";
import { bytes32, multikeyOf, network, rawKey, signAs } from "./samples.ts";

const verify = (file: GenesisFile) => verifyGenesis(file, verifySignature);
const verdict = (genesis: Genesis) => {
  const result = verify(genesisFile(genesis));
  return result.ok ? "ok" : `${result.code} ${result.field ?? ""}`.trim();
};
const good = sampleGenesis();

describe("verifyGenesis", () => {
  it("accepts a genesis signed by every member and gives set and creates", () => {
    const result = verify(genesisFile());
    if (!result.ok) expect.unreachable(`${result.code} ${result.field}`);
    expect(result.value.validatorSet).toEqual({
      epoch: 0,
      activationHeight: 1,
      validators: good.validators,
    });
    expect(result.value.creates.map((entry) => entry.did)).toEqual(memberNames.map(memberDid));
  });

  it("accepts one member with one validator, for development", () => {
    expect(verdict(sampleGenesis(["alpha"]))).toBe("ok");
  });

  it("refuses other numbers of validators", () => {
    expect(verdict(sampleGenesis(["alpha", "beta", "gamma"]))).toBe("GENESIS_INVALID validators");
    expect(verdict({ ...good, validators: [] })).toBe("GENESIS_INVALID validators");
  });

  it("refuses bytes and chain ids of another genesis", () => {
    const file = genesisFile();
    const other = genesisFile({ ...good, time: good.time + 1 });
    expect(verify({ ...file, bytes: other.bytes })).toMatchObject({ field: "bytes" });
    expect(verify({ ...file, chainId: other.chainId })).toMatchObject({ code: "GENESIS_MISMATCH" });
  });

  it("refuses DIDs that are not signed by a threshold of their own keys", () => {
    const [first, second, ...others] = good.dids;
    if (first === undefined || second === undefined) expect.unreachable();
    const withFirst = (change: Partial<typeof first>): Genesis => ({
      ...good,
      dids: [{ ...first, ...change }, second, ...others],
    });
    expect(verdict(withFirst({ signatures: second.signatures }))).toBe("GENESIS_INVALID dids");
    expect(verdict(withFirst({ keys: second.keys }))).toBe("GENESIS_INVALID dids");
    expect(verdict(withFirst({ keys: [], signatures: [] }))).toBe("GENESIS_INVALID dids");
    expect(verdict(withFirst({ create: Uint8Array.of(1) }))).toBe("GENESIS_INVALID dids");
    const twice = { ...first, keys: [...first.keys, ...first.keys] };
    expect(
      verdict(withFirst({ ...twice, signatures: [...first.signatures, ...first.signatures] })),
    ).toBe("GENESIS_INVALID dids");
    expect(verdict({ ...good, dids: [first, ...good.dids] })).toBe("GENESIS_INVALID dids");
  });

  it("refuses a DID with unsound control keys", () => {
    const sound = memberCreate("alpha");
    if (sound.control.kind !== "keys") expect.unreachable();
    const controls = [
      { ...sound.control, threshold: 0 },
      { ...sound.control, threshold: 2 },
      { ...sound.control, keys: [multikeyOf("alpha"), multikeyOf("alpha")] },
      { kind: "controllers" as const, controllers: [memberDid("beta")], threshold: 1 },
    ];
    for (const control of controls) {
      const create = encodeDidCreate({ ...sound, control });
      const signature = signAs("alpha", genesisDidSigningBytes(network, create));
      const entry = { create, keys: [multikeyOf("alpha")], signatures: [signature] };
      expect(verdict({ ...good, dids: [...good.dids, entry] })).toBe("GENESIS_INVALID dids");
    }
  });

  it("refuses members without DID, twice, without weight or with a third of it", () => {
    const [first, ...others] = good.members;
    if (first === undefined) expect.unreachable();
    expect(verdict({ ...good, members: [] })).toBe("GENESIS_INVALID members");
    expect(verdict({ ...good, members: [first, ...good.members] })).toBe(
      "GENESIS_INVALID members.did",
    );
    const stranger = { ...first, did: memberDid("stranger") };
    expect(verdict({ ...good, members: [stranger, ...others] })).toBe(
      "GENESIS_INVALID members.did",
    );
    for (const weight of [0, 2]) {
      expect(verdict({ ...good, members: [{ ...first, weight }, ...others] })).toBe(
        "GENESIS_INVALID members.weight",
      );
    }
  });

  it("refuses validators of strangers and keys that are used twice or are none", () => {
    const [first, ...others] = good.validators;
    if (first === undefined) expect.unreachable();
    const withFirst = (change: Partial<typeof first>): string =>
      verdict({ ...good, validators: [{ ...first, ...change }, ...others] });
    expect(withFirst({ member: memberDid("stranger") })).toBe("GENESIS_INVALID validators.member");
    expect(withFirst({ incarnation: new Uint8Array(16) })).toBe(
      "GENESIS_INVALID validators.incarnation",
    );
    expect(withFirst({ nodeKey: first.validatorKey })).toBe("GENESIS_INVALID validators.keys");
    expect(withFirst({ nodeKey: rawKey("observer") })).toBe("GENESIS_INVALID validators.keys");
    const identity = new Uint8Array(32);
    identity[0] = 1;
    expect(withFirst({ validatorKey: identity })).toBe("GENESIS_INVALID validators.keys");
  });

  it("refuses parameters under which some transaction could never be ordered", () => {
    const parameters = { ...good.parameters, maxBlockCost: 100_000 };
    expect(verdict({ ...good, parameters })).toBe("GENESIS_INVALID parameters.maxBlockCost");
  });

  it("refuses missing, foreign, repeated and false member signatures", () => {
    const file = genesisFile();
    const [first, second, ...others] = file.signatures;
    if (first === undefined || second === undefined) expect.unreachable();
    const foreign = { ...first, did: memberDid("stranger") };
    const wrongKey = { ...first, multikey: second.multikey };
    const lists = [
      [second, ...others],
      [first, first, second, ...others],
      [foreign, second, ...others],
      [wrongKey, second, ...others],
      [{ ...first, signature: second.signature }, second, ...others],
      [{ ...first, signature: first.signature.slice(1) }, second, ...others],
      [...file.signatures, foreign],
    ];
    for (const signatures of lists) {
      expect(verify({ ...file, signatures })).toMatchObject({
        code: "GENESIS_INVALID",
        field: "signatures",
      });
    }
  });
});

describe("the genesis file", () => {
  const text = genesisToJson(good, genesisSignatures(good));

  it("survives JSON and names its chain", () => {
    const read = genesisFromJson(text);
    expect(read).toEqual({ ok: true, value: genesisFile() });
    expect(read.ok && decodeGenesis(read.value.bytes)).toEqual({ ok: true, value: good });
    expect(text).toContain('"network": "test-net"');
  });

  const edit = (change: (file: Record<string, unknown>) => void): string => {
    const file = JSON.parse(text) as Record<string, unknown>;
    change(file);
    return JSON.stringify(file);
  };

  it("names the first field that is wrong, missing or unknown", () => {
    const cases: readonly (readonly [string, string])[] = [
      ["not JSON", "file"],
      ["[]", "file"],
      [edit((file) => delete file["time"]), "file.time"],
      [edit((file) => Object.assign(file, { extra: 1 })), "file.extra"],
      [edit((file) => Object.assign(file, { time: "now" })), "time"],
      [edit((file) => Object.assign(file, { time: -1 })), "time"],
      [edit((file) => Object.assign(file, { network: 5 })), "network"],
      [edit((file) => Object.assign(file, { network: "Upper" })), "network"],
      [edit((file) => Object.assign(file, { parameters: null })), "parameters"],
      [edit((file) => Object.assign(file, { dids: {} })), "dids"],
      [edit((file) => Object.assign(file, { members: [{ did: "x" }] })), "members.name"],
      [edit((file) => Object.assign(file, { observers: ["zzz"] })), "observers"],
      [edit((file) => Object.assign(file, { chainId: "XYZ" })), "chainId"],
      [
        edit((file) =>
          Object.assign(file, {
            signatures: [{ did: "", multikey: `z6Mk${"1".repeat(44)}`, signature: "" }],
          }),
        ),
        "signatures.multikey",
      ],
    ];
    for (const [file, field] of cases) {
      expect(genesisFromJson(file)).toEqual({ ok: false, code: "GENESIS_INVALID", field });
    }
  });

  it("refuses a chain id that is not that of the content", () => {
    const other = edit((file) => Object.assign(file, { chainId: "00".repeat(32) }));
    expect(genesisFromJson(other)).toMatchObject({ code: "GENESIS_MISMATCH" });
    const moved = edit((file) => Object.assign(file, { time: good.time + 1 }));
    expect(genesisFromJson(moved)).toMatchObject({ code: "GENESIS_MISMATCH" });
  });

  it("refuses other file formats and files beyond all sense", () => {
    const newer = edit((file) => Object.assign(file, { format: "cartorio-genesis/2" }));
    expect(genesisFromJson(newer)).toMatchObject({ code: "UPGRADE_SDK" });
    expect(genesisFromJson(" ".repeat(5_000_000))).toMatchObject({ code: "TOO_LARGE" });
  });

  it("refuses signatures of another length", () => {
    const signatures = genesisSignatures(good).map((entry) => ({
      ...entry,
      signature: bytes32("short"),
    }));
    expect(genesisFromJson(genesisToJson(good, signatures))).toMatchObject({
      field: "signatures.signature",
    });
  });
});
