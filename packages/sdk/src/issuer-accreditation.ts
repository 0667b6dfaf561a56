import {
  accreditedAction,
  type CredentialAnchorRecord,
  evaluateChain,
  type Resource,
} from "@cartorio/protocol";
import type { ProvenState } from "./proof.ts";
import { invalid, notChecked, unknown, type Verdict, valid } from "./verdict.ts";

/** What the issuer has to be accredited for. */
export interface RequiredAccreditation {
  /** Of the root that the chain leads to. Default: any root that governance put in place. */
  readonly domain?: string;
  /** What the credential is, which only the verifier sees: schema, type, jurisdiction. */
  readonly resource?: Resource;
}

export interface AccreditationQuestion {
  readonly state: ProvenState;
  readonly issuer: string;
  readonly anchor: CredentialAnchorRecord;
  readonly required: RequiredAccreditation | undefined;
}

/**
 * Was the issuer accredited to issue this at the signing time, by the chain that its anchor names
 * (docs/ledger.md 5)? What a chain's end for cause says of the past counts. Not checked if the anchor
 * names none, unless one is required.
 */
export function judgeAccreditation(question: AccreditationQuestion): Verdict {
  const { state, issuer, anchor, required } = question;
  if (anchor.accreditation === 0) {
    return required === undefined ? notChecked("NOT_MENTIONED") : invalid("NOT_ACCREDITED");
  }
  const verdict = evaluateChain(state.record, {
    subject: issuer,
    index: anchor.accreditation,
    action: accreditedAction.issue,
    resource: required?.resource ?? {},
    at: anchor.time,
  });
  if (!verdict.ok) {
    return verdict.reason === "UPGRADE_SDK" ? unknown(verdict.reason) : invalid(verdict.reason);
  }
  const domain = verdict.links.at(-1)?.record.domain;
  const isOfDomain = required?.domain === undefined || required.domain === domain;
  return isOfDomain ? valid : invalid("ACCREDITATION_DOMAIN");
}
