import { utf8Encode } from "@cartorio/crypto";
import type { cartorio } from "../generated/wire.js";
import { each, exactly, flag, hash, type Problem, text } from "./checks.ts";
import { copied, copiedAll, str, strings } from "./codec.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";

// What an accreditation covers (docs/ledger.md 5). Lengths and counts only.

/** Either a context hash of 32 bytes with a type, or a `vct`; what is not said is empty. */
export interface CredentialType {
  readonly contextHash: Uint8Array;
  readonly type: string;
  readonly vct: string;
}
export interface Scope {
  readonly allSchemas: boolean;
  /** 32-byte digests. */
  readonly schemas: readonly Uint8Array[];
  readonly allTypes: boolean;
  readonly types: readonly CredentialType[];
  readonly allJurisdictions: boolean;
  readonly jurisdictions: readonly string[];
}

export const scopeBounds: FieldBounds = {
  2: { field: "scope.schemas", max: limits.maxScopeEntries },
  4: { field: "scope.types", max: limits.maxScopeEntries },
  6: { field: "scope.jurisdictions", max: limits.maxScopeEntries },
};

/** Undefined if there is none. */
export function scopeFromWire(
  wire: cartorio.Scope.$Properties | null | undefined,
): Scope | undefined {
  if (!wire) return undefined;
  return {
    allSchemas: wire.allSchemas ?? false,
    schemas: copiedAll(wire.schemas),
    allTypes: wire.allTypes ?? false,
    types: (wire.types ?? []).map((item) => ({
      contextHash: copied(item.contextHash),
      type: str(item.type),
      vct: str(item.vct),
    })),
    allJurisdictions: wire.allJurisdictions ?? false,
    jurisdictions: strings(wire.jurisdictions),
  };
}

export function checkScope(value: Scope): Problem {
  const max = limits.maxScopeEntries;
  return (
    flag(value.allSchemas, "scope.allSchemas") ??
    flag(value.allTypes, "scope.allTypes") ??
    flag(value.allJurisdictions, "scope.allJurisdictions") ??
    each(value.schemas, {
      ...{ max, field: "scope.schemas" },
      item: (item) => hash(item, "scope.schemas"),
    }) ??
    each(value.types, { max, field: "scope.types", item: checkType }) ??
    each(value.jurisdictions, {
      ...{ max, field: "scope.jurisdictions" },
      item: (item) => text(item, [1, limits.maxJurisdictionCharacters], "scope.jurisdictions"),
    }) ??
    (bytesOf(value) <= limits.maxScopeBytes ? undefined : "scope")
  );
}

/** An upper bound of the encoding: every field of an entry has its key and length. */
function bytesOf({ schemas, types, jurisdictions }: Scope): number {
  const framing = 3;
  const ofTypes = types.map(
    ({ contextHash, type, vct }) =>
      contextHash.length + utf8Encode(type).length + utf8Encode(vct).length + 4 * framing,
  );
  const entries = schemas.length * (limits.hashBytes + framing);
  const places = jurisdictions.length * (3 * limits.maxJurisdictionCharacters + framing);
  return entries + places + ofTypes.reduce((sum, size) => sum + size, 0);
}

function checkType(value: CredentialType): Problem {
  const length = value.contextHash.length === 0 ? 0 : limits.hashBytes;
  return (
    exactly(value.contextHash, length, "scope.types.contextHash") ??
    text(value.type, [0, limits.maxUrlCharacters], "scope.types.type") ??
    text(value.vct, [0, limits.maxUrlCharacters], "scope.types.vct")
  );
}
