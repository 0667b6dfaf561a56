import {
  type DidRecoveryPropose,
  type ErrorCode,
  limits,
  relationship,
  type Signer,
} from "@cartorio/protocol";
import { keysOf, keyWithRelationship } from "../authority.ts";
import { checkControl, checkRecovery, controlKeys } from "../control.ts";
import { checkControllers, isOrphan } from "../controllers.ts";
import { didBefore, isActive, isFrozen, writeHead, writerOf } from "../dids.ts";
import { checkKeyChange, settledRemovals } from "../key-removals.ts";
import { checkRecoveryKeys, isFreshRecovery } from "../recovery.ts";
import { type DidState, done, refused, type TransactionState } from "../state.ts";
import { memberNow } from "../weight.ts";
import type { OperationContext, OperationHandler } from "./context.ts";
import { checkRecoverySequence } from "./expected-recovery.ts";
import { checkFresh } from "./set-control.ts";

/**
 * Proposes another control state by the keys that the DID committed to for this, which are revealed; the
 * commitment to others comes with it. Of an orphan without a commitment its registrar proposes, with 90
 * days' delay. It waits, visibly, until it is cancelled or finalised (docs/ledger.md 2). Codes: those of
 * `writerOf`, RECOVERY_NOT_COMMITTED, UNAUTHORISED, THRESHOLD_NOT_MET, SEQUENCE_MISMATCH,
 * RECOVERY_PENDING, CONTROL_INVALID, CONTROLLER_INVALID, CONTROL_TOO_DEEP, RECOVERY_NOT_FRESH,
 * PRE_ROTATION_MISMATCH, KEY_REMOVAL_INVALID, KEY_REMOVED.
 */
export const didRecoveryProposeHandler: OperationHandler<DidRecoveryPropose> = {
  isGuarded: () => true,
  execute(operation, context) {
    const { state, signers } = context;
    const { did, control, recovery, removals } = operation;
    const writer = writerOf(state, did);
    if (!writer.ok) return writer;
    const { before, now } = writer;
    const unauthorised = checkProposer(state, { did, before, signers });
    if (unauthorised !== undefined) return refused(unauthorised);
    const sequence = checkRecoverySequence(operation, now);
    if (!sequence.ok) return sequence;
    const problem = checkProposal(operation, context, now);
    if (problem !== undefined) return refused(problem);
    const { recoverySequence, recoveryVetoed, sponsor } = now.head;
    const { time } = state.block;
    const pendingRecovery = {
      control,
      recovery,
      removals: settledRemovals(state, removals),
      time,
      finaliseFrom: time + delayOf(now),
      final: recoveryVetoed,
      registrar: now.head.recovery === undefined ? sponsor : "",
    };
    const head = { pendingRecovery, recoverySequence: recoverySequence + 1 };
    writeHead(state, did, { now, head });
    return done;
  },
};

interface ProposerQuestion {
  readonly did: string;
  readonly before: DidState;
  readonly signers: readonly Signer[];
}

function checkProposer(
  state: TransactionState,
  { did, before, signers }: ProposerQuestion,
): ErrorCode | undefined {
  const { recovery, control, sponsor } = before.head;
  // The commitment of before is spent.
  if (state.recovered.has(did)) return "RECOVERY_PENDING";
  if (recovery !== undefined) return checkRecoveryKeys(recovery, did, signers);
  if (!isOrphan(state, control)) return "RECOVERY_NOT_COMMITTED";
  return isRegistrar(state, sponsor, signers) ? undefined : "UNAUTHORISED";
}

/** The member that sponsored the create signs as author or controller: to pay is not to propose. */
function isRegistrar(
  state: TransactionState,
  sponsor: string,
  signers: readonly Signer[],
): boolean {
  const now = memberNow(state, sponsor);
  const before = didBefore(state, sponsor);
  if (now === undefined || before === undefined) return false;
  if (![now, before].every((did) => isActive(did) && !isFrozen(state, did))) return false;
  const { capabilityInvocation } = relationship;
  const signing = keysOf(signers, sponsor);
  return keyWithRelationship(before.document, signing, capabilityInvocation) !== undefined;
}

function checkProposal(
  { did, control, recovery, removals }: DidRecoveryPropose,
  { state, signers }: OperationContext,
  now: DidState,
): ErrorCode | undefined {
  if (now.head.pendingRecovery !== undefined) return "RECOVERY_PENDING";
  const { control: current, recovery: previous } = now.head;
  const keys = { before: controlKeys(current), after: controlKeys(control) };
  const signing = signers.map(({ multikey }) => multikey);
  const shown = [...keys.before, ...keys.after, ...signing];
  // Only a DID that committed to nothing goes on without a commitment.
  const isFresh =
    recovery === undefined
      ? previous === undefined
      : isFreshRecovery(recovery, { previous, shown });
  return (
    checkControl(control) ??
    checkControllers(state, did, control) ??
    checkFresh(control, { current, signers }) ??
    checkRecovery(recovery, state.block.base.parameters.maxClockDriftMs) ??
    (isFresh ? undefined : "RECOVERY_NOT_FRESH") ??
    checkKeyChange(state, { did, ...keys, removals })
  );
}

/** After a veto by current keys it is twice what the commitment says. */
function delayOf({ head: { recovery, recoveryVetoed } }: DidState): number {
  if (recovery === undefined) return limits.registrarRecoveryDelayMs;
  return recovery.delayMs * (recoveryVetoed ? 2 : 1);
}
