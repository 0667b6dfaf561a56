import {
  type AccreditationPlace,
  type AccreditationRecord,
  accreditationEnded,
} from "@cartorio/protocol";
import { didBefore, isActive } from "../dids.ts";
import { chainBefore } from "../rights.ts";
import type { TransactionState } from "../state.ts";

/**
 * True if a DID may act for an issuer as its accreditor, under the accreditation that it names: it gave
 * that accreditation, the issuer took it, and the issuer is deactivated or the accreditation ended for
 * cause. An accreditor that itself, or whose own accreditors, stand ended for cause or suspended speaks
 * for nobody; that its own accreditation expired or was withdrawn leaves what it answers for. All as of
 * before the transaction (docs/ledger.md 6).
 */
export function actsAsAccreditor(
  state: TransactionState,
  place: AccreditationPlace,
  by: string,
): boolean {
  const chain = chainBefore(state, place);
  const [own, ...above] = chain.links.map(({ record }) => record);
  if (!chain.ok || own === undefined || by === "" || own.accreditor !== by) return false;
  const wasTaken = own.acceptedTime !== 0;
  return wasTaken && hasLostItsSay(state, place.subject, own) && above.every(isTrusted);
}

function hasLostItsSay(
  state: TransactionState,
  issuer: string,
  accreditation: AccreditationRecord,
): boolean {
  const before = didBefore(state, issuer);
  const isDeactivated = before !== undefined && !isActive(before);
  return isDeactivated || accreditation.ended === accreditationEnded.forCause;
}

function isTrusted({ ended, suspensions }: AccreditationRecord): boolean {
  return ended !== accreditationEnded.forCause && suspensions.every(({ to }) => to !== 0);
}
