import {
  ed25519PublicKey,
  encodeMultikey,
  multikeyToString,
  p256PublicKey,
  sha256,
  utf8Encode,
} from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import {
  type DidHead,
  type DidVersion,
  type Document,
  didDateTime,
  didStatus,
  didVersionId,
  didVersionRecord,
  findVerificationMethod,
  multihashText,
  relationship,
  renderDidDocument,
  renderDidDocumentMetadata,
  verificationMethodFormat,
  verificationMethodFragment,
  versionHash,
} from "../src/index.ts";

const did = "did:cartorio:example:zQmExample";
const seed = sha256(utf8Encode("seed"));
const ed25519 = encodeMultikey("ed25519", ed25519PublicKey(seed));
const p256 = encodeMultikey("p256", p256PublicKey(seed));
const x25519 = encodeMultikey("x25519", seed);
const { multikey: asMultikey, jsonWebKey: asJwk } = verificationMethodFormat;

const document: Document = {
  verificationMethods: [
    {
      format: asMultikey,
      multikey: ed25519,
      relationships: relationship.authentication | relationship.assertionMethod,
    },
    { format: asJwk, multikey: p256, relationships: relationship.assertionMethod },
    { format: asMultikey, multikey: x25519, relationships: relationship.keyAgreement },
  ],
  services: [
    { fragment: "exchange", types: ["DataExchange"], endpoints: ["https://uni.example/exchange"] },
    { fragment: "two", types: ["A", "B"], endpoints: ["https://a.example", "https://b.example"] },
  ],
  alsoKnownAs: ["https://uni.example"],
};
const byKeys = { kind: "keys", keys: [ed25519], threshold: 1, nextKeyHashes: [] } as const;

function controlledBy(...controllers: string[]) {
  return { kind: "controllers", controllers, threshold: 1 } as const;
}

describe("the DID document", () => {
  const rendered = renderDidDocument(did, document, byKeys);
  const jwkThumbprint = document.verificationMethods[1]
    ? verificationMethodFragment(document.verificationMethods[1])
    : "";
  const ed25519Id = `${did}#${multikeyToString(ed25519)}`;

  it("has absolute references, keys in both forms, and relationships by key", () => {
    expect(rendered).toEqual({
      "@context": [
        "https://www.w3.org/ns/did/v1.1",
        "https://w3id.org/security/multikey/v1",
        "https://w3id.org/security/jwk/v1",
      ],
      id: did,
      alsoKnownAs: ["https://uni.example"],
      verificationMethod: [
        {
          id: ed25519Id,
          type: "Multikey",
          controller: did,
          publicKeyMultibase: multikeyToString(ed25519),
        },
        {
          id: `${did}#${jwkThumbprint}`,
          type: "JsonWebKey",
          controller: did,
          publicKeyJwk: {
            kty: "EC",
            crv: "P-256",
            x: expect.stringMatching(/^[\w-]{43}$/),
            y: expect.stringMatching(/^[\w-]{43}$/),
          },
        },
        {
          id: `${did}#${multikeyToString(x25519)}`,
          type: "Multikey",
          controller: did,
          publicKeyMultibase: multikeyToString(x25519),
        },
      ],
      authentication: [ed25519Id],
      assertionMethod: [ed25519Id, `${did}#${jwkThumbprint}`],
      keyAgreement: [`${did}#${multikeyToString(x25519)}`],
      service: [
        {
          id: `${did}#exchange`,
          type: "DataExchange",
          serviceEndpoint: "https://uni.example/exchange",
        },
        {
          id: `${did}#two`,
          type: ["A", "B"],
          serviceEndpoint: ["https://a.example", "https://b.example"],
        },
      ],
    });
  });

  it("keeps the order of members, so that it renders to the same text everywhere", () => {
    expect(Object.keys(rendered)).toEqual([
      "@context",
      "id",
      "alsoKnownAs",
      "verificationMethod",
      "authentication",
      "assertionMethod",
      "keyAgreement",
      "service",
    ]);
  });

  it("leaves out what has no content, and derives the controller", () => {
    const empty: Document = { verificationMethods: [], services: [], alsoKnownAs: [] };
    const context = ["https://www.w3.org/ns/did/v1.1"];
    expect(renderDidDocument(did, empty, byKeys)).toEqual({ "@context": context, id: did });
    expect(renderDidDocument(did, empty, controlledBy("did:a"))).toMatchObject({
      controller: "did:a",
    });
    expect(renderDidDocument(did, empty, controlledBy("did:a", "did:b"))).toMatchObject({
      controller: ["did:a", "did:b"],
    });
  });

  it("finds a method by its DID URL only", () => {
    expect(findVerificationMethod(document, did, ed25519Id)?.multikey).toBe(ed25519);
    expect(findVerificationMethod(document, did, `${did}#${jwkThumbprint}`)?.multikey).toBe(p256);
    for (const url of [did, `${did}#`, `${did}#${multikeyToString(p256)}`, `#${jwkThumbprint}`]) {
      expect(findVerificationMethod(document, did, url)).toBeUndefined();
    }
    expect(findVerificationMethod(document, "did:x:y", ed25519Id)).toBeUndefined();
  });

  it("stops at a key that no decoder lets through", () => {
    const method = { format: asJwk, multikey: new Uint8Array(34), relationships: 1 };
    expect(() => verificationMethodFragment(method)).toThrow("INV-DID-KEY");
  });
});

describe("the metadata", () => {
  function versionOf(number: number, time: number) {
    const version: DidVersion = {
      number,
      time,
      height: number,
      documentHash: seed,
      previousHash: number === 1 ? new Uint8Array() : seed,
      removals: [],
      status: didStatus.active,
      control: { kind: "keys", keys: [ed25519], threshold: 1, nextKeyHashes: [] },
    };
    return { version, record: didVersionRecord.encode(version) };
  }
  const first = versionOf(1, 1_767_225_600_999);
  const second = versionOf(2, 1_767_225_661_500);
  const { active, deactivated } = didStatus;
  const rest = { pendingRecovery: undefined, recoverySequence: 0, frozenUntil: 0 };
  const now = { head: { status: active, ...rest }, asOf: 1_767_225_700_000 };
  const ended = { ...now, head: { ...now.head, status: deactivated } };

  it("of a version that was never updated has no `updated`", () => {
    const source = { first: first.version, returned: first, ...now };
    expect(renderDidDocumentMetadata(source)).toEqual({
      created: "2026-01-01T00:00:00Z",
      versionId: `1-${multihashText(versionHash(first.record))}`,
    });
  });

  it("of an earlier version names the next one", () => {
    const source = { first: first.version, returned: first, next: second, ...now };
    expect(renderDidDocumentMetadata(source)).toEqual({
      created: "2026-01-01T00:00:00Z",
      versionId: didVersionId(first),
      nextUpdate: "2026-01-01T00:01:01Z",
      nextVersionId: didVersionId(second),
    });
  });

  it("of a deactivated DID says so", () => {
    const source = { first: first.version, returned: second, ...ended };
    expect(renderDidDocumentMetadata(source)).toEqual({
      created: "2026-01-01T00:00:00Z",
      updated: "2026-01-01T00:01:01Z",
      versionId: didVersionId(second),
      deactivated: true,
    });
  });

  it("of a legal entity says what its sponsor attested", () => {
    const source = { first: first.version, returned: first, ...now };
    const plain = renderDidDocumentMetadata(source);
    expect(
      renderDidDocumentMetadata({ ...source, head: { ...now.head, legalEntity: true } }),
    ).toEqual({
      ...plain,
      cartorio: { legalEntity: true },
    });
    expect(
      renderDidDocumentMetadata({ ...source, head: { ...now.head, legalEntity: false } }),
    ).toEqual(plain);
  });

  it("has times without fractions, cut and not rounded", () => {
    expect(didDateTime(0)).toBe("1970-01-01T00:00:00Z");
    expect(didDateTime(1999)).toBe("1970-01-01T00:00:01Z");
  });

  it("show a freeze until it ends, a pending recovery and what governance redacted", () => {
    const source = { first: first.version, returned: first };
    const own = (more: Partial<DidHead>, asOf = now.asOf): unknown =>
      renderDidDocumentMetadata({ ...source, asOf, head: { ...now.head, ...more } })["cartorio"];
    const frozenUntil = now.asOf + 1;
    expect(own({ frozenUntil })).toEqual({ frozenUntil: "2026-01-01T00:01:40Z" });
    expect(own({ frozenUntil }, frozenUntil)).toBeUndefined();
    const pendingRecovery = {
      control: { kind: "keys" as const, keys: [ed25519], threshold: 1, nextKeyHashes: [] },
      recovery: undefined,
      removals: [],
      time: now.asOf,
      finaliseFrom: now.asOf + 86_400_000,
      final: true,
      registrar: "",
    };
    const shown = {
      sequence: 2,
      proposed: "2026-01-01T00:01:40Z",
      finaliseFrom: "2026-01-02T00:01:40Z",
      final: true,
    };
    expect(own({ pendingRecovery, recoverySequence: 2 })).toEqual({ pendingRecovery: shown });
    const registrar = "did:cartorio:n:member";
    expect(
      own({ pendingRecovery: { ...pendingRecovery, registrar }, recoverySequence: 2 }),
    ).toEqual({ pendingRecovery: { ...shown, registrar } });
    const redaction = { hash: seed, time: now.asOf, height: 9, proposal: 3, reason: 1 };
    expect(renderDidDocumentMetadata({ ...source, ...now, redaction })).toMatchObject({
      cartorio: { redacted: { redacted: "2026-01-01T00:01:40Z", proposal: 3, reason: 1 } },
    });
  });
});
