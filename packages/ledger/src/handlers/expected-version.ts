import { type DidState, done, mismatch, type OperationOutcome } from "../state.ts";

interface ExpectingVersion {
  readonly expectedVersion: number;
}

/** Versions start at 1, so 0 expects nothing (and never matches). */
export function isVersionGuarded({ expectedVersion }: ExpectingVersion): boolean {
  return expectedVersion > 0;
}

/** Code: VERSION_MISMATCH, with the version that the state holds. */
export function checkVersion(
  { expectedVersion }: ExpectingVersion,
  { head: { latestVersion } }: DidState,
): OperationOutcome {
  if (expectedVersion === latestVersion) return done;
  return mismatch("VERSION_MISMATCH", latestVersion);
}
