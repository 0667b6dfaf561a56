import type { DidSetRecovery } from "@cartorio/protocol";
import { checkEstablishmentAuthority } from "../authority.ts";
import { checkRecovery, commitsRecoveryTo, controlKeys, renewHashes } from "../control.ts";
import { writeDid, writerOf } from "../dids.ts";
import { done, refused } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { checkVersion, isVersionGuarded } from "./expected-version.ts";

/**
 * Another recovery commitment, or none. An establishment operation: with pre-rotation on by revealed
 * keys, for which fresh hashes come. After current keys cancelled a recovery the commitment stays until
 * one is finalised, or they could cancel more than once (docs/ledger.md 2). Codes: those of `writerOf`
 * and `checkEstablishmentAuthority`, VERSION_MISMATCH, RECOVERY_PENDING, RECOVERY_VETOED,
 * CONTROL_INVALID, RECOVERY_NOT_FRESH (a commitment to keys that are shown), PRE_ROTATION_MISMATCH.
 */
export const didSetRecoveryHandler: OperationHandler<DidSetRecovery> = {
  isGuarded: isVersionGuarded,
  execute(operation, { state, signers }) {
    const { did, recovery, nextKeyHashes } = operation;
    const writer = writerOf(state, did);
    if (!writer.ok) return writer;
    const { before, now } = writer;
    const question = { did, control: before.head.control, signers };
    const unauthorised = checkEstablishmentAuthority(state, question);
    if (unauthorised !== undefined) return refused(unauthorised);
    const version = checkVersion(operation, now);
    if (!version.ok) return version;
    if (now.head.pendingRecovery !== undefined) return refused("RECOVERY_PENDING");
    if (now.head.recoveryVetoed) return refused("RECOVERY_VETOED");
    const problem = checkRecovery(recovery, state.block.base.parameters.maxClockDriftMs);
    if (problem !== undefined) return refused(problem);
    const current = now.head.control;
    const shown = [...controlKeys(current), ...signers.map(({ multikey }) => multikey)];
    if (recovery !== undefined && commitsRecoveryTo(recovery, shown)) {
      return refused("RECOVERY_NOT_FRESH");
    }
    const control = renewHashes(nextKeyHashes, { current, signers });
    if (control === undefined) return refused("PRE_ROTATION_MISMATCH");
    const head = { ...now.head, control, recovery };
    writeDid(state, { did, previous: now, head, document: now.document, removals: [] });
    return done;
  },
};
