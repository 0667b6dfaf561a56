import { hexEncode, verifySignature } from "@cartorio/crypto";
import {
  type ErrorCode,
  type GenesisFile,
  genesisFromJson,
  type VerifiedGenesis,
  verifyGenesis,
} from "@cartorio/protocol";
import { CliError } from "./cli-error.ts";
import { readTextIfPresent } from "./text-file.ts";

/** What each part of a genesis must be, for messages (docs/ledger.md 1, 2, 8). */
const rules: Readonly<Record<string, string>> = {
  dids: "every DID is created once and signed by a threshold of its own keys",
  members: "there is at least one member",
  "members.did": "every member is one DID of the genesis, named once",
  "members.weight": "every member has a weight, and from four members on less than a third of all",
  validators: "a network has 4 to 31 validators, or 1 for development",
  "validators.member": "every validator belongs to a member",
  "validators.keys": "every validator and observer has keys of its own, valid for Ed25519",
  "parameters.maxBlockCost": "the dearest transaction fits into one sponsor's share of a block",
  bytes: "the content has one canonical encoding",
};

/** Reads a genesis file without judging it. Throws CliError GENESIS_MISSING or GENESIS_INVALID. */
export async function readGenesisFile(path: string): Promise<GenesisFile> {
  const text = await readTextIfPresent(path);
  if (text === undefined) {
    throw new CliError("GENESIS_MISSING", `there is no genesis file ${path}`);
  }
  const decoded = genesisFromJson(text);
  if (decoded.ok) return decoded.value;
  throw new CliError(decoded.code, `${path} ${explain(decoded.code, decoded.field)}`);
}

/**
 * Reads a genesis and checks every rule of docs/ledger.md 8. Throws CliError: GENESIS_MISSING,
 * GENESIS_INVALID, GENESIS_MISMATCH (also when the chain id is not the one expected).
 */
export async function loadGenesis(path: string, expectedHash = ""): Promise<VerifiedGenesis> {
  const file = await readGenesisFile(path);
  const chainId = hexEncode(file.chainId);
  if (expectedHash !== "" && expectedHash.toLowerCase() !== chainId) {
    throw new CliError(
      "GENESIS_MISMATCH",
      `${path} has chain id ${chainId}, and genesisHash asks for ${expectedHash}`,
    );
  }
  const verified = verifyGenesis(file, verifySignature);
  if (verified.ok) return verified.value;
  const reason =
    verified.field === "signatures"
      ? `is not signed by every member: ${describeSigners(file)}`
      : explain(verified.code, verified.field);
  throw new CliError(verified.code, `${path} ${reason}`);
}

/** DIDs of members whose signature is not in the file; says nothing about validity. */
export function missingSigners({ genesis, signatures }: GenesisFile): string[] {
  const signed = new Set(signatures.map(({ did }) => did));
  return genesis.members.filter(({ did }) => !signed.has(did)).map(({ did }) => did);
}

function describeSigners(file: GenesisFile): string {
  const missing = new Set(missingSigners(file));
  if (missing.size === 0) return "a signature in it is not valid; take the file again";
  const names = file.genesis.members
    .filter(({ did }) => missing.has(did))
    .map(({ name, did }) => `${name} (${did})`);
  return `missing are ${names.join(", ")}; each runs \`cartorio genesis sign\``;
}

function explain(code: ErrorCode, field: string | undefined): string {
  switch (code) {
    case "GENESIS_MISMATCH":
      return "was changed: its chain id is not that of its content";
    case "UPGRADE_SDK":
      return "has a format that this version does not know";
    case "TOO_LARGE":
      return "is too large to be a genesis";
    default: {
      const rule = rules[field ?? ""];
      if (field === "file" || field === undefined) return "is not a genesis file (JSON)";
      return rule === undefined
        ? `breaks a rule at ${field}`
        : `breaks a rule at ${field}: ${rule}`;
    }
  }
}
