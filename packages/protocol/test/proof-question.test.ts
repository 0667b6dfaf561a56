import { hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import {
  type AccreditationRecord,
  accreditationRecord,
  allQuestionKeys,
  anchorKind,
  type CredentialAnchorRecord,
  credentialAnchorRecord,
  didDocumentRecord,
  didHeadRecord,
  didStatus,
  fitsOneProof,
  givenRecord,
  limits,
  maxQuestionSteps,
  type ProofQuestion,
  questionKeys,
  rootRecord,
  stateKeys,
} from "../src/index.ts";

const did = "did:cartorio:example:zQmIssuer";
const commitment = sha256(utf8Encode("commitment"));
const root = sha256(utf8Encode("root"));
const multikey = new Uint8Array(34).fill(1);

function headOf(latestVersion: number): [Uint8Array, Uint8Array] {
  const control = { kind: "keys", keys: [multikey], threshold: 1, nextKeyHashes: [] } as const;
  const status = didStatus.active;
  const rest = {
    recovery: undefined,
    dependants: 0,
    sponsor: "",
    pendingRecovery: undefined,
    recoverySequence: 0,
    recoveryVetoed: false,
    frozenUntil: 0,
  };
  return [
    stateKeys.didHead(did),
    didHeadRecord.encode({ latestVersion, status, control, ...rest }),
  ];
}

function anchorOf(
  hash: Uint8Array,
  issuerVersion: number,
  more: Partial<CredentialAnchorRecord> = {},
): [Uint8Array, Uint8Array] {
  const record = credentialAnchorRecord.encode({
    kind: anchorKind.single,
    treeSize: 0,
    time: 1,
    height: 1,
    issuerVersion,
    cosigners: [],
    multikey,
    accreditation: 0,
    ...more,
  });
  return [stateKeys.credentialAnchor(did, hash), record];
}

function recordOf(accreditor: string, parent: number): AccreditationRecord {
  const none = { schemas: [], types: [], jurisdictions: [] };
  const scope = { allSchemas: true, allTypes: true, allJurisdictions: true, ...none };
  const times = { validFrom: 0, validUntil: 0, offeredTime: 1, acceptedTime: 1 };
  const end = { ended: 0, endedTime: 0, untrustedSince: 0, endedBy: "", reason: 0 };
  const root = { accreditor, parent, domain: accreditor === "" ? "schools" : "" };
  return { ...root, actions: 3, scope, depth: 7, ...times, sequence: 1, suspensions: [], ...end };
}

/** Accreditation `level + 1` of `did:level`, by another one. */
function linkOf(level: number, accreditor: string): [Uint8Array, Uint8Array] {
  const record = recordOf(accreditor, accreditor === "" ? 0 : level + 2);
  return [stateKeys.accreditation(`did:${level}`, level + 1), accreditationRecord.encode(record)];
}

const asserting = new Uint8Array(34).fill(2);

/** A document with an assertion key and an authentication key. */
function documentOf(version: number): [Uint8Array, Uint8Array] {
  const verificationMethods = [
    { format: 1, multikey: asserting, relationships: 3 },
    { format: 1, multikey: new Uint8Array(34).fill(3), relationships: 1 },
  ];
  const document = { verificationMethods, services: [], alsoKnownAs: [] };
  return [stateKeys.didDocument(did, version), didDocumentRecord.encode({ document })];
}

function keysOf(
  questions: readonly ProofQuestion[],
  ...records: readonly [Uint8Array, Uint8Array][]
): string[] {
  const byKey = new Map(records.map(([key, record]) => [hexEncode(key), record]));
  return allQuestionKeys(questions, (key) => byKey.get(hexEncode(key))).map(hexEncode);
}

function hex(...keys: readonly Uint8Array[]): string[] {
  return keys.map(hexEncode);
}

const evidence = (hash: Uint8Array): ProofQuestion => ({
  kind: "credentialEvidence",
  issuer: did,
  commitment,
  hash,
});

describe("the keys of a question", () => {
  it("about a DID follow its head", () => {
    const question: ProofQuestion = { kind: "did", did };
    expect(questionKeys([question]).map(hexEncode)).toEqual(hex(stateKeys.didHead(did)));
    expect(keysOf([question])).toEqual(hex(stateKeys.didHead(did)));
    expect(keysOf([question], headOf(3))).toEqual(
      hex(
        stateKeys.didHead(did),
        stateKeys.didVersion(did, 3),
        stateKeys.didDocument(did, 3),
        stateKeys.didVersion(did, 1),
      ),
    );
  });

  it("about pages of accreditations go up each chain, and from lists to what they name", () => {
    const page = { kind: "accreditations", subject: "did:0", from: 1, count: 2 } as const;
    const head = stateKeys.accreditationsHead("did:0");
    const [first, second] = [1, 2].map((index) => stateKeys.accreditation("did:0", index));
    if (first === undefined || second === undefined) throw new Error("no keys");
    const [above, root] = [
      stateKeys.accreditation("did:1", 2),
      stateKeys.accreditation("did:2", 3),
    ];
    expect(questionKeys([page]).map(hexEncode)).toEqual(hex(head, first, second));
    const links = [linkOf(0, "did:1"), linkOf(1, "did:2"), linkOf(2, "")];
    expect(keysOf([page], ...links)).toEqual(hex(head, first, second, above, root));
    const given: ProofQuestion = { kind: "given", accreditor: "did:1", from: 3, count: 1 };
    const place = givenRecord.encode({ subject: "did:0", index: 1 });
    const number = stateKeys.given("did:1", 3);
    expect(keysOf([given], [number, place])).toEqual(
      hex(stateKeys.givenHead("did:1"), number, first),
    );
    const roots: ProofQuestion = { kind: "roots", domain: "schools", from: 1, count: 1 };
    const rootPlace = rootRecord.encode({ subject: "did:2", index: 3 });
    const rootKey = stateKeys.root("schools", 1);
    expect(keysOf([roots], [rootKey, rootPlace])).toEqual(
      hex(stateKeys.rootsHead("schools"), rootKey, root),
    );
  });

  it("are derived from each record read once, however many questions and chains lead to it", () => {
    const page = (from: number): ProofQuestion => {
      const count = limits.maxAccreditationPage;
      return { kind: "accreditations", subject: "did:0", from, count };
    };
    const bottom = Array.from({ length: limits.maxAccreditationPage }, (_, at) => {
      const record = accreditationRecord.encode(recordOf("did:1", 2));
      return [stateKeys.accreditation("did:0", at + 1), record] as const;
    });
    const above = Array.from({ length: limits.maxChainLevels - 1 }, (_, at) =>
      linkOf(at + 1, `did:${at + 2}`),
    );
    let read = 0;
    const records = [...bottom, ...above].map(([key, record]): [Uint8Array, Uint8Array] => {
      // A decoder looks whether it was given a Buffer.
      const counting = {
        get: () => {
          read += 1;
          return Uint8Array;
        },
      };
      return [key, Object.defineProperty(record, "constructor", counting)];
    });
    const questions = Array.from({ length: 5 }, (_, at) => page(at + 1));
    keysOf(questions, ...records);
    expect(read).toBe(records.length);
  });

  it("are looked up once for questions that repeat each other, in whole or in part", () => {
    const links = [linkOf(0, "did:1"), linkOf(1, "did:2"), linkOf(2, "")];
    const byKey = new Map(links.map(([key, record]) => [hexEncode(key), record]));
    const count = (questions: readonly ProofQuestion[]): number => {
      let looked = 0;
      allQuestionKeys(questions, (key) => {
        looked += 1;
        return byKey.get(hexEncode(key));
      });
      return looked;
    };
    const page = { kind: "accreditations", subject: "did:0", from: 1, count: 16 } as const;
    const once = count([page]);
    expect(count(Array.from({ length: 120 }, () => page))).toBe(once);
    const parts = [page, { ...page, count: 1 }, { ...page, from: 2, count: 15 }];
    expect(count(parts)).toBe(once);
    const evidences = count([evidence(root)]);
    expect(count(Array.from({ length: 120 }, () => evidence(root)))).toBe(evidences);
  });

  it("about a full page of the deepest chains fit into one proof, and none is larger", () => {
    const count = limits.maxAccreditationPage;
    const question: ProofQuestion = { kind: "accreditations", subject: "did:0", from: 1, count };
    const records = Array.from({ length: count }, (_, at) => {
      const chain = Array.from({ length: limits.maxChainLevels }, (__, level) => {
        const [subject, accreditor] =
          level === 0 ? ["did:0", `did:${at}.1`] : [`did:${at}.${level}`, `did:${at}.${level + 1}`];
        const isRoot = level === limits.maxChainLevels - 1;
        const record = recordOf(isRoot ? "" : (accreditor ?? ""), isRoot ? 0 : 1);
        const key = stateKeys.accreditation(subject ?? "", level === 0 ? at + 1 : 1);
        return [key, accreditationRecord.encode(record)] as [Uint8Array, Uint8Array];
      });
      return chain;
    });
    const keys = keysOf([question], ...records.flat());
    expect(keys.length).toBe(1 + count * limits.maxChainLevels);
    expect(keys.length).toBeLessThanOrEqual(limits.maxProofKeys);
    const greedy = { ...question, count: 1e6 } as const;
    expect(questionKeys([greedy]).length).toBe(1 + count);
  });

  it("about a version include the version after it, which proves completeness", () => {
    expect(keysOf([{ kind: "didVersion", did, version: 2 }], headOf(9))).toEqual(
      hex(
        stateKeys.didHead(did),
        stateKeys.didVersion(did, 2),
        stateKeys.didDocument(did, 2),
        stateKeys.didVersion(did, 3),
      ),
    );
  });

  it("about an anchor, a status and raw keys are plain", () => {
    expect(
      keysOf([
        { kind: "credential", issuer: did, hash: root },
        { kind: "status", issuer: did, commitment },
        { kind: "keys", keys: [root, commitment] },
      ]),
    ).toEqual(
      hex(
        stateKeys.credentialAnchor(did, root),
        stateKeys.credentialStatus(did, commitment),
        root,
        commitment,
      ),
    );
  });

  it("about an anchor follow the co-signers that it names", () => {
    const question: ProofQuestion = { kind: "credential", issuer: did, hash: root };
    const anchor = anchorOf(root, 1, { cosigners: ["did:a", "did:b"] });
    expect(keysOf([question], anchor)).toEqual(
      hex(
        stateKeys.credentialAnchor(did, root),
        stateKeys.credentialCosign(did, root, "did:a"),
        stateKeys.credentialCosign(did, root, "did:b"),
      ),
    );
  });

  it("about an issuer are those of its DID and its declaration", () => {
    expect(keysOf([{ kind: "issuer", did }], headOf(3))).toEqual(
      hex(
        stateKeys.didHead(did),
        stateKeys.issuerProfile(did),
        stateKeys.didVersion(did, 3),
        stateKeys.didDocument(did, 3),
        stateKeys.didVersion(did, 1),
      ),
    );
  });

  it("about a log are its head and the entries that it can have", () => {
    const log = (from: number, count: number): string[] =>
      keysOf([{ kind: "credentialLog", issuer: did, hash: root, from, count }]);
    const head = hexEncode(stateKeys.credentialLogHead(did, root));
    const entry = (number: number) => hexEncode(stateKeys.credentialLog(did, root, number));
    expect(log(3, 2)).toEqual([head, entry(3), entry(4)]);
    expect(log(1, 0)).toEqual([head]);
    expect(log(limits.maxLogEntries, 9)).toEqual([head, entry(limits.maxLogEntries)]);
    expect(log(2 ** 50, 2 ** 50)).toEqual([head]);
  });

  it("about an accreditation go up to its root, and no further than a chain is long", () => {
    const question: ProofQuestion = { kind: "accreditation", subject: "did:0", index: 1 };
    const keys = (count: number): string[] =>
      Array.from({ length: count }, (_, level) =>
        hexEncode(stateKeys.accreditation(`did:${level}`, level + 1)),
      );
    expect(keysOf([question])).toEqual(keys(1));
    expect(keysOf([question], linkOf(0, "did:1"))).toEqual(keys(2));
    expect(keysOf([question], linkOf(0, "did:1"), linkOf(1, ""))).toEqual(keys(2));
    const endless = Array.from({ length: 20 }, (_, level) => linkOf(level, `did:${level + 1}`));
    expect(keysOf([question], ...endless)).toEqual(keys(limits.maxChainLevels));
    const anchor = anchorOf(root, 1, { accreditation: 1 });
    const own: [Uint8Array, Uint8Array] = [
      stateKeys.accreditation(did, 1),
      accreditationRecord.encode(recordOf("did:1", 2)),
    ];
    const all = keysOf([evidence(root)], headOf(1), anchor, own, ...endless);
    expect(all).toContain(hexEncode(stateKeys.accreditation(did, 1)));
    expect(all.filter((key) => keys(20).includes(key))).toEqual(
      keys(limits.maxChainLevels).slice(1),
    );
  });

  it("about a credential cover its document and the removals of the keys that it may rest on", () => {
    const fixed = hex(
      stateKeys.credentialAnchor(did, root),
      stateKeys.credentialStatus(did, commitment),
      stateKeys.credentialStatus(did, root),
      stateKeys.didHead(did),
      stateKeys.issuerProfile(did),
    );
    const anchor = anchorOf(root, 2);
    const anchoring = stateKeys.keyRemoval(did, multikey);
    const second = [...fixed, ...hex(stateKeys.didDocument(did, 2), anchoring)];
    expect(keysOf([evidence(root)], headOf(4), anchor)).toEqual(second);
    const signing = stateKeys.keyRemoval(did, asserting);
    // The authentication key signs no credential.
    expect(keysOf([evidence(root)], headOf(4), anchor, documentOf(2))).toEqual([
      ...second,
      hexEncode(signing),
    ]);
    // The document of another version points to nothing.
    expect(keysOf([evidence(root)], headOf(4), anchor, documentOf(4))).toEqual(second);
  });

  it("about a credential without anchor go to the latest version; without issuer nowhere", () => {
    expect(keysOf([evidence(commitment)], headOf(4), documentOf(4)).slice(4)).toEqual(
      hex(stateKeys.didDocument(did, 4), stateKeys.keyRemoval(did, asserting)),
    );
    expect(keysOf([evidence(commitment)], anchorOf(commitment, 1))).toHaveLength(4);
  });

  it("do not go beyond the latest version, whatever the records claim", () => {
    const last = anchorOf(root, Number.MAX_SAFE_INTEGER);
    expect(keysOf([evidence(root)], headOf(2), last)).toContain(
      hexEncode(stateKeys.didDocument(did, 2)),
    );
  });

  it("only grow while records come to hand", () => {
    const own: [Uint8Array, Uint8Array] = [
      stateKeys.accreditation(did, 1),
      accreditationRecord.encode(recordOf("did:1", 2)),
    ];
    const records = [
      headOf(4),
      anchorOf(root, 2, { accreditation: 1 }),
      documentOf(2),
      own,
      linkOf(1, "did:2"),
      linkOf(2, ""),
    ];
    // The last question has records at hand early that the first one gets to late.
    const asked = [
      evidence(root),
      { kind: "did", did },
      { kind: "keys", keys: [stateKeys.didDocument(did, 2)] },
      { kind: "accreditation", subject: "did:1", index: 2 },
    ] as const;
    let keys = questionKeys(asked).map(hexEncode);
    for (let step = 0; step <= maxQuestionSteps; step += 1) {
      const known = records.filter(([key]) => keys.includes(hexEncode(key)));
      const next = keysOf(asked, ...known);
      expect(next.slice(0, keys.length)).toEqual(keys);
      if (step === maxQuestionSteps) expect(next).toEqual(keys);
      keys = next;
    }
    expect(keys).toContain(hexEncode(stateKeys.keyRemoval(did, asserting)));
  });

  it("are distinct, those of the questions first", () => {
    const questions = [{ kind: "did", did }, evidence(commitment), { kind: "did", did }] as const;
    const keys = keysOf(questions, headOf(1), anchorOf(commitment, 1));
    expect(new Set(keys).size).toBe(keys.length);
    const named = questionKeys(questions).map(hexEncode);
    expect(keys.slice(0, named.length)).toEqual(named);
  });

  it("ignore records that do not decode", () => {
    const broken: [Uint8Array, Uint8Array] = [stateKeys.didHead(did), new Uint8Array(5)];
    expect(keysOf([{ kind: "did", did }, evidence(root)], broken)).toHaveLength(5);
  });

  it("fit into one proof up to its limit", () => {
    const keys = Array.from({ length: limits.maxProofKeys }, () => root);
    expect(fitsOneProof(keys)).toBe(true);
    expect(fitsOneProof([...keys, root])).toBe(false);
    expect(fitsOneProof([])).toBe(false);
  });
});
