// A member's public description: what an institution hands to whoever assembles the genesis.
import { randomBytes } from "node:crypto";
import {
  base64UrlDecode,
  base64UrlEncode,
  decodeMultikey,
  multikeyFromString,
  multikeyToString,
  verifySignature,
} from "@cartorio/crypto";
import { type Ed25519KeyPair, signEd25519 } from "@cartorio/crypto/node";
import {
  decodeDidCreate,
  didOf,
  encodeDidCreate,
  type GenesisDid,
  genesisDidSigningBytes,
  isNetworkName,
  limits,
  relationship,
  verificationMethodFormat,
} from "@cartorio/protocol";
import { CliError } from "./cli-error.ts";
import { multikeyOf, publicKeyText } from "./key-store.ts";

const FORMAT = "cartorio-member/1";
const indent = 2;

/** What one institution brings into a genesis. */
export interface Member {
  readonly network: string;
  readonly did: string;
  readonly name: string;
  /** Its DID's create, signed by its own key. */
  readonly create: GenesisDid;
  readonly node: MemberNode;
}

/** The node that the institution runs. */
export interface MemberNode {
  /** 32 bytes. */
  readonly nodeKey: Uint8Array;
  /** 32 bytes; undefined for an observer. */
  readonly validatorKey: Uint8Array | undefined;
  readonly addresses: readonly string[];
}

export interface MemberDescription {
  readonly network: string;
  readonly name: string;
  /** Controls the DID and signs for it: in this version one key does both. */
  readonly key: Ed25519KeyPair;
  readonly node: MemberNode;
}

/** Makes a member's DID and signs its create. Throws CliError USAGE on a bad network or name. */
export function describeMember({ network, name, key, node }: MemberDescription): Member {
  if (!isNetworkName(network)) {
    throw new CliError("USAGE", `"${network}" is no network name: a to z, 0 to 9 and -, up to 32`);
  }
  if (name.length === 0 || name.length > limits.maxNameCharacters) {
    throw new CliError("USAGE", `a name has 1 to ${limits.maxNameCharacters} characters`);
  }
  const multikey = multikeyOf(key.publicKey);
  const { authentication, assertionMethod, capabilityInvocation } = relationship;
  const create = encodeDidCreate({
    nonce: randomBytes(limits.nonceBytes),
    control: { kind: "keys", keys: [multikey], threshold: 1, nextKeyHashes: [] },
    document: {
      verificationMethods: [
        {
          format: verificationMethodFormat.multikey,
          multikey,
          relationships: authentication | assertionMethod | capabilityInvocation,
        },
      ],
      services: [],
      alsoKnownAs: [],
    },
    recovery: undefined,
  });
  const signature = signEd25519(key, genesisDidSigningBytes(network, create));
  const signed = { create, keys: [multikey], signatures: [signature] };
  return { network, did: didOf(network, create), name, create: signed, node };
}

/** The text of a member.json. */
export function renderMember({ network, did, name, create, node }: Member): string {
  const value = {
    format: FORMAT,
    network,
    did,
    name,
    create: base64UrlEncode(create.create),
    keys: create.keys.map(multikeyToString),
    signatures: create.signatures.map(base64UrlEncode),
    nodeKey: publicKeyText(node.nodeKey),
    ...(node.validatorKey === undefined ? {} : { validatorKey: publicKeyText(node.validatorKey) }),
    addresses: node.addresses,
  };
  return `${JSON.stringify(value, undefined, indent)}\n`;
}

/**
 * Reads a member.json and checks that it is whole: the DID is that of the create, which is signed
 * by its own keys. Throws CliError GENESIS_INVALID that names the file and the field.
 */
export function parseMember(text: string, path: string): Member {
  const wrong = (field: string): CliError =>
    new CliError("GENESIS_INVALID", `${path} is not a member description: ${field} is wrong`);
  const fields = readFields(text);
  if (fields?.get("format") !== FORMAT) throw wrong("format");
  const textOf = (field: string): string => {
    const value = fields.get(field);
    if (typeof value !== "string") throw wrong(field);
    return value;
  };
  const textsOf = (field: string): string[] => {
    const value = fields.get(field);
    if (!Array.isArray(value)) throw wrong(field);
    return value.map(String);
  };
  const bytesOf = (value: string, field: string): Uint8Array => {
    const bytes = base64UrlDecode(value);
    if (bytes === undefined) throw wrong(field);
    return bytes;
  };
  const multikeyOfText = (value: string, field: string): Uint8Array => {
    const multikey = multikeyFromString(value);
    if (multikey === undefined) throw wrong(field);
    return multikey;
  };
  const keyOf = (field: string): Uint8Array => {
    const key = decodeMultikey(multikeyOfText(textOf(field), field));
    if (key?.kind !== "ed25519") throw wrong(field);
    return key.publicKey;
  };
  const create: GenesisDid = {
    create: bytesOf(textOf("create"), "create"),
    keys: textsOf("keys").map((key) => multikeyOfText(key, "keys")),
    signatures: textsOf("signatures").map((item) => bytesOf(item, "signatures")),
  };
  const member: Member = {
    network: textOf("network"),
    did: textOf("did"),
    name: textOf("name"),
    create,
    node: {
      nodeKey: keyOf("nodeKey"),
      validatorKey: fields.has("validatorKey") ? keyOf("validatorKey") : undefined,
      addresses: textsOf("addresses"),
    },
  };
  const problem = memberProblem(member);
  if (problem !== undefined) throw wrong(problem);
  return member;
}

function readFields(text: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function memberProblem({ network, did, create }: Member): string | undefined {
  if (!isNetworkName(network)) return "network";
  const decoded = decodeDidCreate(create.create);
  if (!decoded.ok) return "create";
  if (didOf(network, create.create) !== did) return "did";
  const { control } = decoded.value;
  if (control.kind !== "keys" || create.keys.length < control.threshold) return "keys";
  const message = genesisDidSigningBytes(network, create.create);
  const isSigned = create.keys.every((key, index) => {
    const signature = create.signatures[index];
    return signature !== undefined && verifySignature(key, message, signature);
  });
  return isSigned ? undefined : "signatures";
}
