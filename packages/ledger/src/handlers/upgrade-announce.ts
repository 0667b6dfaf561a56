import { equalBytes } from "@cartorio/crypto";
import { stateKeys, type UpgradeAnnounce, upgradeReadyRecord } from "@cartorio/protocol";
import { checkInvoked } from "../invocation.ts";
import { done, readDecoded, refused, writeRecord } from "../state.ts";
import { newestSet } from "../validator-sets.ts";
import type { OperationHandler } from "./context.ts";

/**
 * Says which protocol version a validator can run, by a `capabilityInvocation` key of its member; it
 * only ever grows (docs/consensus.md 8). Codes: VALIDATOR_NOT_FOUND, those of `checkInvoked`,
 * UPGRADE_NOT_HIGHER with the version announced before.
 */
export const upgradeAnnounceHandler: OperationHandler<UpgradeAnnounce> = {
  isGuarded: () => true,
  execute({ validatorKey, protocolVersion }, { state, signers }) {
    const validator = newestSet(state).validators.find((candidate) =>
      equalBytes(candidate.validatorKey, validatorKey),
    );
    if (validator === undefined) return refused("VALIDATOR_NOT_FOUND");
    const unauthorised = checkInvoked(state, signers, validator.member);
    if (unauthorised !== undefined) return refused(unauthorised);
    const stateKey = stateKeys.upgradeReady(validatorKey);
    const before = readDecoded(state, stateKey, upgradeReadyRecord)?.protocolVersion ?? 0;
    if (protocolVersion <= before) {
      return { ok: false, code: "UPGRADE_NOT_HIGHER", currentVersion: before };
    }
    const { time, height } = state.block;
    writeRecord(state, stateKey, upgradeReadyRecord.encode({ protocolVersion, time, height }));
    return done;
  },
};
