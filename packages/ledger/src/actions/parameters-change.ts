import { equalBytes } from "@cartorio/crypto";
import {
  type ErrorCode,
  maxTransactionCost,
  type ParametersChange,
  parametersRecord,
  quorum,
  stateKeys,
  upgradeReadyRecord,
  type ValidatorSet,
} from "@cartorio/protocol";
import { openEpoch } from "../handlers/open-epoch.ts";
import { newestParameters, writeParameters } from "../parameters-in-force.ts";
import { sponsorShare } from "../sponsor-share.ts";
import {
  decodedRecord,
  done,
  mismatch,
  readRecord,
  refused,
  type TransactionState,
} from "../state.ts";
import { scheduleSet } from "../validator-sets.ts";
import { half, twoThirds } from "../weight.ts";
import type { ActionRules } from "./action.ts";

/**
 * Other parameters, in force from an epoch of their own on, with the same validators (docs/consensus.md
 * 8): what decides whether a proposal is valid switches for everybody at one height. An upgrade raises
 * the protocol version, to one that a quorum of validators have announced. Codes:
 * PARAMETERS_VERSION_MISMATCH, EPOCH_MISMATCH, SET_CHANGE_PENDING, PARAMETERS_INVALID,
 * UPGRADE_NOT_ANNOUNCED.
 */
export const parametersChange: ActionRules<ParametersChange> = {
  shareOf: (change, state) => (isUpgrade(change, state) ? twoThirds : half),
  checkCurrent({ expectedVersion }, state) {
    const { version } = newestParameters(state);
    return version === expectedVersion ? done : mismatch("PARAMETERS_VERSION_MISMATCH", version);
  },
  execute(change, { state, isRehearsal }) {
    const epoch = openEpoch(state, change.expectedEpoch);
    if (!epoch.ok) return epoch;
    const problem = checkParameters(change, state);
    if (problem !== undefined) return refused(problem);
    const { set } = epoch;
    const { parameters } = change;
    const mustBeAnnounced = isUpgrade(change, state) && !isRehearsal;
    if (mustBeAnnounced && !isAnnounced(parameters.protocolVersion, set, state)) {
      return refused("UPGRADE_NOT_ANNOUNCED");
    }
    writeParameters(state, parameters, scheduleSet(state, set, set.validators));
    return done;
  },
};

function isUpgrade({ parameters }: ParametersChange, state: TransactionState): boolean {
  return parameters.protocolVersion > newestParameters(state).parameters.protocolVersion;
}

/** Ranges were checked when it was decoded. */
function checkParameters(
  { parameters }: ParametersChange,
  state: TransactionState,
): ErrorCode | undefined {
  const newest = newestParameters(state);
  const isLower = parameters.protocolVersion < newest.parameters.protocolVersion;
  const isSame = equalBytes(
    parametersRecord.encode(newest),
    parametersRecord.encode({ ...newest, parameters }),
  );
  const hasRoom = sponsorShare(parameters) >= maxTransactionCost;
  return isLower || isSame || !hasRoom ? "PARAMETERS_INVALID" : undefined;
}

/** Whether a quorum of the set run the version or a higher one (docs/consensus.md 8). */
function isAnnounced(
  version: number,
  { validators }: ValidatorSet,
  state: TransactionState,
): boolean {
  const ready = validators.filter(({ validatorKey }) => {
    const bytes = readRecord(state, stateKeys.upgradeReady(validatorKey));
    if (bytes === undefined) return false;
    return decodedRecord(upgradeReadyRecord.decode(bytes)).protocolVersion >= version;
  });
  return ready.length >= quorum(validators.length);
}
