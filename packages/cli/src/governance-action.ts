import { hexDecode } from "@cartorio/crypto";
import type { GovernanceAction } from "@cartorio/sdk";
import { CliError } from "./cli-error.ts";

const kinds: ReadonlySet<string> = new Set([
  ...["member", "validators", "parameters", "policy", "rootAdd", "rootEnd", "freeze", "redact"],
]);
/** Members that are bytes, single or in lists: hexadecimal in the file. */
const byteMembers: ReadonlySet<string> = new Set([
  ...["remove", "validatorKey", "nodeKey", "validatorSignature", "nodeSignature", "incarnation"],
  ...["schema", "schemas", "contextHash"],
]);

/**
 * What a proposal changes, as `governance_getProposal` shows it: `kind` and the fields of the action, bytes
 * in hexadecimal. Whether a field is missing or out of range is said when the transaction is built. Throws
 * CliError USAGE.
 */
export function readAction(text: string, source: string): GovernanceAction {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new CliError("USAGE", `${source} is no JSON`, { cause: error });
  }
  if (typeof parsed !== "object" || parsed === null || !("kind" in parsed)) {
    throw new CliError("USAGE", `${source} is no object with a kind`);
  }
  const { kind, ...value } = parsed;
  if (typeof kind !== "string" || !kinds.has(kind)) {
    throw new CliError("USAGE", `${source}: kind is one of ${[...kinds].join(", ")}`);
  }
  return { kind, value: withBytes(value, "", source) } as GovernanceAction;
}

function withBytes(value: unknown, name: string, source: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withBytes(item, name, source));
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([member, inner]) => [
      member,
      withBytes(inner, member, source),
    ]);
    return Object.fromEntries(entries);
  }
  if (!byteMembers.has(name)) return value;
  const bytes = typeof value === "string" ? hexDecode(value) : undefined;
  if (bytes === undefined) throw new CliError("USAGE", `${source}: ${name} is not hexadecimal`);
  return bytes;
}
