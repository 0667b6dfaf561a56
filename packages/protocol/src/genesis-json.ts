import {
  base64UrlEncode,
  encodeMultikey,
  equalBytes,
  hexEncode,
  multikeyToString,
} from "@cartorio/crypto";
import type { Validator } from "./block-types.ts";
import { signature } from "./certificate-codec.ts";
import { accept, refuse } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import { checkGenesis, encodeGenesis } from "./genesis-codec.ts";
import type {
  Genesis,
  GenesisDid,
  GenesisFile,
  GenesisMember,
  GenesisSignature,
  Parameters,
} from "./genesis-types.ts";
import { chainIdOf } from "./ids.ts";
import {
  type Reading,
  readBytes,
  readEd25519Key,
  readHex,
  readList,
  readMultikey,
  readNumber,
  readObject,
  readText,
} from "./json-reading.ts";
import { limits } from "./limits.ts";

/** Names and version of the file format. */
const FORMAT_NAME = "cartorio-genesis/1";
const indent = 2;
/** A character is at most 3 bytes of UTF-8, so what is read always fits the encoded limit. */
const maxTextCharacters = limits.maxGenesisBytes / 4;

const parameterNames = [
  "protocolVersion",
  "maxBlockBytes",
  "maxBlockCost",
  "maxBlockTransactions",
  "sponsorSharePercent",
  "longLivedPerSponsorDay",
  "baseTimeoutMs",
  "maxTimeoutMs",
  "maxClockDriftMs",
  "heartbeatIntervalMs",
  "rotationBlocks",
  "rotationTimeMs",
] as const satisfies readonly (keyof Parameters)[];

const fileNames = [
  "format",
  "chainId",
  "network",
  "time",
  "parameters",
  "dids",
  "members",
  "validators",
  "observers",
  "signatures",
];

/**
 * The genesis file: JSON of the content (keys as multibase, other bytes as base64url, the chain id in
 * hexadecimal for people) and the members' signatures. Ends with a line feed.
 *
 * Throws RangeError if the genesis breaks the form, INV-CRYPTO-MULTIKEY on an inadmissible key.
 */
export function genesisToJson(genesis: Genesis, signatures: readonly GenesisSignature[]): string {
  const file = {
    format: FORMAT_NAME,
    chainId: hexEncode(chainIdOf(encodeGenesis(genesis))),
    network: genesis.network,
    time: genesis.time,
    parameters: Object.fromEntries(parameterNames.map((name) => [name, genesis.parameters[name]])),
    dids: genesis.dids.map((entry) => ({
      create: base64UrlEncode(entry.create),
      keys: entry.keys.map(multikeyToString),
      signatures: entry.signatures.map(base64UrlEncode),
    })),
    members: genesis.members.map(({ did, name, weight }) => ({ did, name, weight })),
    validators: genesis.validators.map((validator) => ({
      member: validator.member,
      validatorKey: ed25519Text(validator.validatorKey),
      nodeKey: ed25519Text(validator.nodeKey),
      addresses: validator.addresses,
    })),
    observers: genesis.observers.map(ed25519Text),
    signatures: signatures.map((entry) => ({
      did: entry.did,
      multikey: multikeyToString(entry.multikey),
      signature: base64UrlEncode(entry.signature),
    })),
  };
  return `${JSON.stringify(file, undefined, indent)}\n`;
}

function ed25519Text(publicKey: Uint8Array): string {
  return multikeyToString(encodeMultikey("ed25519", publicKey));
}

/**
 * Reads a genesis file. Codes: TOO_LARGE, GENESIS_INVALID with the first field that is wrong, missing
 * or unknown, UPGRADE_SDK for another file format, GENESIS_MISMATCH if the chain id in the file is
 * not that of its content. Total; signatures are checked by `verifyGenesis`.
 */
export function genesisFromJson(text: string): Decoded<GenesisFile> {
  if (text.length > maxTextCharacters) return refuse("TOO_LARGE");
  const parsed = parseJson(text);
  const reading: Reading = { problem: undefined };
  const file = readObject(reading, parsed, { field: "file", names: fileNames });
  if (reading.problem !== undefined) return refuse("GENESIS_INVALID", reading.problem);
  if (file["format"] !== FORMAT_NAME) return refuse("UPGRADE_SDK", "format");
  const genesis = readGenesis(reading, file);
  const chainId = readHex(reading, file["chainId"], "chainId");
  const signatures = readList(reading, file["signatures"], {
    field: "signatures",
    item: (item) => readSignature(reading, item),
  });
  const problem =
    reading.problem ??
    checkGenesis(genesis) ??
    signatures.map((entry) => signature(entry.signature, "signatures.signature")).find(Boolean);
  if (problem !== undefined) return refuse("GENESIS_INVALID", problem);
  const bytes = encodeGenesis(genesis);
  if (!equalBytes(chainIdOf(bytes), chainId)) return refuse("GENESIS_MISMATCH", "chainId");
  return accept({ genesis, bytes, chainId, signatures });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readGenesis(reading: Reading, file: Readonly<Record<string, unknown>>): Genesis {
  return {
    network: readText(reading, file["network"], "network"),
    time: readNumber(reading, file["time"], "time"),
    parameters: readParameters(reading, file["parameters"]),
    dids: readList(reading, file["dids"], {
      field: "dids",
      item: (item) => readDid(reading, item),
    }),
    members: readList(reading, file["members"], {
      field: "members",
      item: (item) => readMember(reading, item),
    }),
    validators: readList(reading, file["validators"], {
      field: "validators",
      item: (item) => readValidator(reading, item),
    }),
    observers: readList(reading, file["observers"], {
      field: "observers",
      item: (item) => readEd25519Key(reading, item, "observers"),
    }),
  };
}

function readParameters(reading: Reading, value: unknown): Parameters {
  const fields = readObject(reading, value, { field: "parameters", names: parameterNames });
  const read = (name: keyof Parameters): number =>
    readNumber(reading, fields[name], `parameters.${name}`);
  return {
    protocolVersion: read("protocolVersion"),
    maxBlockBytes: read("maxBlockBytes"),
    maxBlockCost: read("maxBlockCost"),
    maxBlockTransactions: read("maxBlockTransactions"),
    sponsorSharePercent: read("sponsorSharePercent"),
    longLivedPerSponsorDay: read("longLivedPerSponsorDay"),
    baseTimeoutMs: read("baseTimeoutMs"),
    maxTimeoutMs: read("maxTimeoutMs"),
    maxClockDriftMs: read("maxClockDriftMs"),
    heartbeatIntervalMs: read("heartbeatIntervalMs"),
    rotationBlocks: read("rotationBlocks"),
    rotationTimeMs: read("rotationTimeMs"),
  };
}

function readDid(reading: Reading, value: unknown): GenesisDid {
  const fields = readObject(reading, value, {
    field: "dids",
    names: ["create", "keys", "signatures"],
  });
  return {
    create: readBytes(reading, fields["create"], "dids.create"),
    keys: readList(reading, fields["keys"], {
      field: "dids.keys",
      item: (item) => readMultikey(reading, item, "dids.keys"),
    }),
    signatures: readList(reading, fields["signatures"], {
      field: "dids.signatures",
      item: (item) => readBytes(reading, item, "dids.signatures"),
    }),
  };
}

function readMember(reading: Reading, value: unknown): GenesisMember {
  const fields = readObject(reading, value, {
    field: "members",
    names: ["did", "name", "weight"],
  });
  return {
    did: readText(reading, fields["did"], "members.did"),
    name: readText(reading, fields["name"], "members.name"),
    weight: readNumber(reading, fields["weight"], "members.weight"),
  };
}

function readValidator(reading: Reading, value: unknown): Validator {
  const fields = readObject(reading, value, {
    field: "validators",
    names: ["member", "validatorKey", "nodeKey", "addresses"],
  });
  return {
    member: readText(reading, fields["member"], "validators.member"),
    validatorKey: readEd25519Key(reading, fields["validatorKey"], "validators.validatorKey"),
    nodeKey: readEd25519Key(reading, fields["nodeKey"], "validators.nodeKey"),
    addresses: readList(reading, fields["addresses"], {
      field: "validators.addresses",
      item: (item) => readText(reading, item, "validators.addresses"),
    }),
    incarnation: new Uint8Array(0),
  };
}

function readSignature(reading: Reading, value: unknown): GenesisSignature {
  const fields = readObject(reading, value, {
    field: "signatures",
    names: ["did", "multikey", "signature"],
  });
  return {
    did: readText(reading, fields["did"], "signatures.did"),
    multikey: readMultikey(reading, fields["multikey"], "signatures.multikey"),
    signature: readBytes(reading, fields["signature"], "signatures.signature"),
  };
}
