/** One fact about a credential. */
export type CredentialFact =
  /** Form of VC Data Model 2.0, and nothing mentioned that this SDK cannot judge. */
  | "form"
  /** The evidence leads from the trust anchor to the records, and is fresh. */
  | "proof"
  /** The signing key belongs to the issuer that the credential names. */
  | "issuer"
  /** The signature holds. */
  | "signature"
  /** The issuer's DID listed the key for assertions at the signing time. */
  | "issuerKey"
  /** This issuer anchored this content, singly or in a batch, or need not have. */
  | "anchored"
  /** Neither the credential nor its batch is revoked or suspended. */
  | "status"
  /** The issuer was accredited to issue when it anchored, by the chain that the anchor names. */
  | "accreditation"
  /** validFrom and validUntil. */
  | "dates";

export type VerdictKind = "valid" | "invalid" | "unknown" | "notChecked";

/** What is known about a fact; `code` says why it is not valid. */
export interface Verdict {
  readonly verdict: VerdictKind;
  readonly code?: string;
}

export type Verdicts = Readonly<Record<CredentialFact, Verdict>>;

/** Why a credential is not accepted. */
export interface Reason {
  readonly fact: CredentialFact;
  readonly verdict: VerdictKind;
  readonly code: string;
}

export const valid: Verdict = { verdict: "valid" };

export function invalid(code: string): Verdict {
  return { verdict: "invalid", code };
}

export function unknown(code: string): Verdict {
  return { verdict: "unknown", code };
}

export function notChecked(code: string): Verdict {
  return { verdict: "notChecked", code };
}
