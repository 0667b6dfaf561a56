import { base64UrlEncode } from "@cartorio/crypto";
import type { FinalityCertificate } from "./block-types.ts";
import { accept, refuse } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import { type Reading, readBytes, readList, readNumber, readObject } from "./json-reading.ts";
import { checkProofBundle, PROOF_VERSION } from "./proof-codec.ts";
import type {
  Activation,
  Multiproof,
  ProofBundle,
  ProvenHeaderParts,
  RangeBundle,
} from "./proof-types.ts";
import { checkRangeBundle } from "./range-codec.ts";

// The JSON twins of both bundles (docs/formats.md): the same fields under the same names, bytes as
// base64url without padding, lists always there, an absent certificate left out. Nothing is added, so
// either form is made from the other.

/** A value of JSON. */
export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

const partNames = ["version", "chainId", "activations", "header", "certificate"];
const proofNames = [...partNames, "multiproof", "records"];
const rangeNames = [...partNames, "prefixBits", "prefix", "siblings", "records"];

/** JSON twin of `application/cartorio-proof`. */
export function proofBundleToJson(bundle: ProofBundle): Json {
  const { shape, hashes, others } = bundle.multiproof;
  return {
    ...partsToJson(bundle),
    multiproof: {
      shape: base64UrlEncode(shape),
      hashes: hashes.map(base64UrlEncode),
      others: others.map(({ key, recordHash }) => ({
        key: base64UrlEncode(key),
        recordHash: base64UrlEncode(recordHash),
      })),
    },
    records: bundle.records.map(base64UrlEncode),
  };
}

/** JSON twin of `application/cartorio-proof-range`. */
export function rangeBundleToJson(bundle: RangeBundle): Json {
  return {
    ...partsToJson(bundle),
    prefixBits: bundle.prefixBits,
    prefix: base64UrlEncode(bundle.prefix),
    siblings: bundle.siblings.map(base64UrlEncode),
    records: bundle.records.map(({ key, record }) => ({
      key: base64UrlEncode(key),
      record: base64UrlEncode(record),
    })),
  };
}

function partsToJson(parts: ProvenHeaderParts): { readonly [name: string]: Json } {
  return {
    version: parts.version,
    chainId: base64UrlEncode(parts.chainId),
    activations: parts.activations.map((activation) => ({
      header: base64UrlEncode(activation.header),
      ...(activation.certificate && { certificate: certificateToJson(activation.certificate) }),
      validatorSet: base64UrlEncode(activation.validatorSet),
    })),
    header: base64UrlEncode(parts.header),
    certificate: certificateToJson(parts.certificate),
  };
}

function certificateToJson(certificate: FinalityCertificate): Json {
  const { epoch, height, headerHash, signatures } = certificate;
  return {
    epoch,
    height,
    headerHash: base64UrlEncode(headerHash),
    signatures: signatures.map(({ validator, signature }) => ({
      validator,
      signature: base64UrlEncode(signature),
    })),
  };
}

/**
 * The bundle that a JSON value is the twin of; form only, as for `decodeProofBundle`. Unknown, missing
 * and repeated-in-another-form members are refused. Codes: MALFORMED with the member, UPGRADE_SDK.
 * Total.
 */
export function proofBundleFromJson(value: unknown): Decoded<ProofBundle> {
  return fromJson(value, {
    names: proofNames,
    read: (reading, members): ProofBundle => ({
      ...readParts(reading, members),
      multiproof: readMultiproof(reading, members["multiproof"]),
      records: readBytesList(reading, members["records"], "records"),
    }),
    check: checkProofBundle,
  });
}

/** {@link proofBundleFromJson} for a range bundle. */
export function rangeBundleFromJson(value: unknown): Decoded<RangeBundle> {
  return fromJson(value, {
    names: rangeNames,
    read: (reading, members): RangeBundle => ({
      ...readParts(reading, members),
      prefixBits: readNumber(reading, members["prefixBits"], "prefixBits"),
      prefix: readBytes(reading, members["prefix"], "prefix"),
      siblings: readBytesList(reading, members["siblings"], "siblings"),
      records: readList(reading, members["records"], {
        field: "records",
        item: (item) => {
          const names = ["key", "record"];
          const { key, record } = readObject(reading, item, { field: "records", names });
          return {
            key: readBytes(reading, key, "records.key"),
            record: readBytes(reading, record, "records.record"),
          };
        },
      }),
    }),
    check: checkRangeBundle,
  });
}

type Members = Readonly<Record<string, unknown>>;

interface Twin<T> {
  readonly names: readonly string[];
  readonly read: (reading: Reading, members: Members) => T;
  readonly check: (bundle: T) => string | undefined;
}

function fromJson<T>(value: unknown, { names, read, check }: Twin<T>): Decoded<T> {
  const version =
    typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  if (Number.isSafeInteger(version) && Number(version) > PROOF_VERSION)
    return refuse("UPGRADE_SDK");
  const reading: Reading = { problem: undefined };
  const bundle = read(reading, readObject(reading, value, { field: "bundle", names }));
  const problem = reading.problem ?? check(bundle);
  return problem === undefined ? accept(bundle) : refuse("MALFORMED", problem);
}

function readParts(reading: Reading, members: Members): ProvenHeaderParts {
  return {
    version: readNumber(reading, members["version"], "version"),
    chainId: readBytes(reading, members["chainId"], "chainId"),
    activations: readList(reading, members["activations"], {
      field: "activations",
      item: (item) => readActivation(reading, item),
    }),
    header: readBytes(reading, members["header"], "header"),
    certificate: readCertificate(reading, members["certificate"]),
  };
}

function readActivation(reading: Reading, value: unknown): Activation {
  const isCertified = typeof value === "object" && value !== null && "certificate" in value;
  const names = ["header", ...(isCertified ? ["certificate"] : []), "validatorSet"];
  const members = readObject(reading, value, { field: "activations", names });
  return {
    header: readBytes(reading, members["header"], "activations.header"),
    certificate: isCertified ? readCertificate(reading, members["certificate"]) : undefined,
    validatorSet: readBytes(reading, members["validatorSet"], "activations.validatorSet"),
  };
}

function readCertificate(reading: Reading, value: unknown): FinalityCertificate {
  const field = "certificate";
  const names = ["epoch", "height", "headerHash", "signatures"];
  const members = readObject(reading, value, { field, names });
  return {
    epoch: readNumber(reading, members["epoch"], "certificate.epoch"),
    height: readNumber(reading, members["height"], "certificate.height"),
    headerHash: readBytes(reading, members["headerHash"], "certificate.headerHash"),
    signatures: readList(reading, members["signatures"], {
      field: "certificate.signatures",
      item: (item) => {
        const rule = { field: "certificate.signatures", names: ["validator", "signature"] };
        const { validator, signature } = readObject(reading, item, rule);
        return {
          validator: readNumber(reading, validator, "certificate.validator"),
          signature: readBytes(reading, signature, "certificate.signature"),
        };
      },
    }),
  };
}

function readMultiproof(reading: Reading, value: unknown): Multiproof {
  const names = ["shape", "hashes", "others"];
  const members = readObject(reading, value, { field: "multiproof", names });
  return {
    shape: readBytes(reading, members["shape"], "multiproof.shape"),
    hashes: readBytesList(reading, members["hashes"], "multiproof.hashes"),
    others: readList(reading, members["others"], {
      field: "multiproof.others",
      item: (item) => {
        const rule = { field: "multiproof.others", names: ["key", "recordHash"] };
        const { key, recordHash } = readObject(reading, item, rule);
        return {
          key: readBytes(reading, key, "multiproof.others.key"),
          recordHash: readBytes(reading, recordHash, "multiproof.others.recordHash"),
        };
      },
    }),
  };
}

function readBytesList(reading: Reading, value: unknown, field: string): Uint8Array[] {
  return readList(reading, value, { field, item: (item) => readBytes(reading, item, field) });
}
