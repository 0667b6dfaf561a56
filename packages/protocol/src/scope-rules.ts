import { equalBytes } from "@cartorio/crypto";
import type { CredentialType, Scope } from "./scope.ts";

// What a scope says (docs/ledger.md 5): absent or empty means nothing, `*` is a flag of its own, and a
// country includes its parts (`MO` includes `MO-*`), never the other way round.

/** What is asked of a scope; what is left out is not asked. */
export interface Resource {
  /** 32 bytes. */
  readonly schema?: Uint8Array;
  readonly type?: CredentialType;
  /** ISO 3166-1 or -2. */
  readonly jurisdiction?: string;
}

const jurisdictionForm = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;

/** Entries once each and in a known form, none beside `*`. */
export function isWellFormedScope(scope: Scope): boolean {
  const { schemas, types, jurisdictions } = scope;
  return (
    (!scope.allSchemas || schemas.length === 0) &&
    (!scope.allTypes || types.length === 0) &&
    (!scope.allJurisdictions || jurisdictions.length === 0) &&
    areDistinct(schemas, equalBytes) &&
    areDistinct(types, isSameType) &&
    types.every(isWellFormedType) &&
    new Set(jurisdictions).size === jurisdictions.length &&
    jurisdictions.every(isJurisdiction)
  );
}

export function isJurisdiction(value: string): boolean {
  return jurisdictionForm.test(value);
}

/** Either the hash of a context with a type in it, or a `vct`. */
export function isWellFormedType({ contextHash, type, vct }: CredentialType): boolean {
  const isW3c = contextHash.length > 0 && type !== "" && vct === "";
  const isSdJwt = contextHash.length === 0 && type === "" && vct !== "";
  return isW3c || isSdJwt;
}

/** True if everything that `inner` covers is covered by `outer`. */
export function scopeContains(outer: Scope, inner: Scope): boolean {
  return (
    (outer.allSchemas || !inner.allSchemas) &&
    (outer.allTypes || !inner.allTypes) &&
    (outer.allJurisdictions || !inner.allJurisdictions) &&
    inner.schemas.every((schema) => coversSchema(outer, schema)) &&
    inner.types.every((type) => coversType(outer, type)) &&
    inner.jurisdictions.every((place) => coversJurisdiction(outer, place))
  );
}

/** True if every part of the resource that is given lies in the scope. */
export function scopeCovers(scope: Scope, { schema, type, jurisdiction }: Resource): boolean {
  return (
    (schema === undefined || coversSchema(scope, schema)) &&
    (type === undefined || coversType(scope, type)) &&
    (jurisdiction === undefined || coversJurisdiction(scope, jurisdiction))
  );
}

function coversSchema(scope: Scope, schema: Uint8Array): boolean {
  return scope.allSchemas || scope.schemas.some((item) => equalBytes(item, schema));
}

function coversType(scope: Scope, type: CredentialType): boolean {
  return scope.allTypes || scope.types.some((item) => isSameType(item, type));
}

function coversJurisdiction(scope: Scope, place: string): boolean {
  return (
    scope.allJurisdictions ||
    scope.jurisdictions.some((item) => place === item || place.startsWith(`${item}-`))
  );
}

function isSameType(left: CredentialType, right: CredentialType): boolean {
  return (
    left.type === right.type &&
    left.vct === right.vct &&
    equalBytes(left.contextHash, right.contextHash)
  );
}

/** At most 64 of them (`limits.maxScopeEntries`). */
function areDistinct<T>(items: readonly T[], isSame: (left: T, right: T) => boolean): boolean {
  return items.every((item, index) => !items.slice(0, index).some((other) => isSame(item, other)));
}
