import {
  accreditedAction,
  type CredentialAnchorRecord,
  credentialFormat,
  evaluateTrusted,
  type Resource,
  type TrustedRoots,
} from "@cartorio/protocol";
import { type TypeInput, typeOf } from "./accreditation-operations.ts";
import type { GivenCredential } from "./given-credential.ts";
import type { ProvenState } from "./proof.ts";
import { invalid, notChecked, unknown, type Verdict, valid } from "./verdict.ts";

/** What the issuer has to be accredited for. */
export interface RequiredAccreditation {
  /** Of the root that the chain leads to. Default: any root that governance put in place. */
  readonly domain?: string;
  /** Roots and domains that count. Default: all. */
  readonly trusted?: TrustedRoots;
  /** What the credential is, which only the verifier sees: schema, type, jurisdiction. */
  readonly resource?: Resource;
  /**
   * By the name that a credential gives its type (an SD-JWT VC its `vct`), as what it has to be
   * accredited: then every type of the credential but `VerifiableCredential` must stand here and lie in the scope. Without this the issuer is
   * asked about `resource` only, whatever type its credential claims.
   */
  readonly types?: Readonly<Record<string, TypeInput>>;
}

export interface AccreditationQuestion {
  readonly state: ProvenState;
  readonly issuer: string;
  readonly anchor: CredentialAnchorRecord;
  readonly given: GivenCredential;
  readonly required: RequiredAccreditation | undefined;
}

/**
 * Was the issuer accredited to issue this at the signing time, by the chain that its anchor names
 * (docs/ledger.md 5)? What a chain's end for cause says of the past counts. Not checked if the anchor
 * names none, unless one is required.
 */
export function judgeAccreditation(question: AccreditationQuestion): Verdict {
  const { anchor, required } = question;
  if (anchor.accreditation === 0) {
    return required === undefined ? notChecked("NOT_MENTIONED") : invalid("NOT_ACCREDITED");
  }
  const resources = resourcesOf(question.given, required);
  if (resources === undefined) return invalid("TYPE_NOT_EXPECTED");
  for (const resource of resources) {
    const verdict = judgeOne(question, resource);
    if (verdict.verdict !== "valid") return verdict;
  }
  return valid;
}

function judgeOne({ state, issuer, anchor, required }: AccreditationQuestion, resource: Resource) {
  const verdict = evaluateTrusted(state.record, {
    ...{ subject: issuer, index: anchor.accreditation, action: accreditedAction.issue },
    ...{ resource, at: anchor.time, trusted: required?.trusted ?? {} },
  });
  if (!verdict.ok) {
    return verdict.reason === "UPGRADE_SDK" ? unknown(verdict.reason) : invalid(verdict.reason);
  }
  const domain = verdict.links.at(-1)?.record.domain;
  const isOfDomain = required?.domain === undefined || required.domain === domain;
  return isOfDomain ? valid : invalid("ACCREDITATION_DOMAIN");
}

const commonType = "VerifiableCredential";

/** One for each type that the credential claims; undefined if the verifier does not expect one of them. */
function resourcesOf(
  given: GivenCredential,
  { resource = {}, types }: RequiredAccreditation = {},
): readonly Resource[] | undefined {
  if (types === undefined) return [resource];
  const names = claimedTypes(given).filter((name) => name !== commonType);
  const known = names.flatMap((name) => {
    const input = typeof name === "string" && Object.hasOwn(types, name) ? types[name] : undefined;
    return input === undefined ? [] : [{ ...resource, type: typeOf(input) }];
  });
  return known.length === names.length && names.length > 0 ? known : undefined;
}

function claimedTypes({ claims, content }: GivenCredential): readonly unknown[] {
  const { type, vct } = claims;
  if (content?.format === credentialFormat.sdJwtVc) return [vct];
  return Array.isArray(type) ? type : [type];
}
