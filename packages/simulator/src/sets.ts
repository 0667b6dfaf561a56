// The validator sets of consensus.md 8 as the own ledger knows them.
import { validatorSetAt as setAt, validatorSetOfEpoch } from "@cartorio/ledger";
import {
  type Activation,
  encodeValidatorSet,
  type FinalityCertificate,
  type ValidatorSet,
} from "@cartorio/protocol";
import { headOf, type Process } from "./sim-node.ts";

/** The set that verifies a height; undefined beyond what the own chain can know. */
export function validatorSetAt(process: Process, height: number): ValidatorSet | undefined {
  return setAt(process.ledger, height);
}

/**
 * The set of the epoch that the own chain is in: the newest one whose last height before it is certified
 * here, so that A-1 is still voted on with the old set after it was executed.
 */
export function currentSet({ ledger, node }: Process): ValidatorSet {
  const next = ledger.validators;
  const certified = node.disk.chain.certificate?.height ?? 0;
  if (next.epoch === 0 || certified >= next.activationHeight - 1) return next;
  return validatorSetOfEpoch(ledger, next.epoch - 1) ?? next;
}

/** The certificate of the height before an epoch. */
export function previousCertificate(
  { node }: Process,
  { epoch, activationHeight }: ValidatorSet,
): FinalityCertificate | undefined {
  return epoch === 0 ? undefined : node.disk.chain.certificates.get(activationHeight - 1);
}

/** The links of a proof from genesis to a height; undefined if a certificate on the way is not here. */
export function activationsUpTo(process: Process, height: number): Activation[] | undefined {
  const { ledger, node } = process;
  const { chain } = node.disk;
  const links: Activation[] = [];
  for (let epoch = 1; ; epoch += 1) {
    const set = validatorSetOfEpoch(ledger, epoch);
    if (set === undefined || set.activationHeight > Math.min(height, headOf(node))) return links;
    const last = set.activationHeight - 1;
    const certificate = chain.certificates.get(last);
    const header = chain.blocks[last - 1]?.header;
    if (certificate === undefined || header === undefined) return undefined;
    links.push({ header, certificate, validatorSet: encodeValidatorSet(set) });
  }
}
