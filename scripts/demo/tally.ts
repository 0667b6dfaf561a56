/** What the run has counted and compared so far; nothing in it is written down beforehand. */
export interface Tally {
  validators: number;
  processes: number;
  heightsEqual: boolean;
  stateRootsEqual: boolean;
  killedAndRejoined: boolean;
  primaryKilledAndReplaced: boolean;
  /** Proof bundles that led from the genesis to their records. */
  proofsVerified: number;
  tamperedRejected: number;
  backDatedRejected: number;
  unaccreditedRejected: number;
  recovered: boolean;
  /** Undefined: the cluster has no node that could become one. */
  fifthValidatorVotes: boolean | undefined;
  /** DIDs in certified receipts. */
  readonly didsCreated: Set<string>;
  /** Ids of credentials. */
  readonly issued: Set<string>;
  /** Ids of credentials whose anchor the verifier has seen proven. */
  readonly anchored: Set<string>;
  readonly accepted: Set<string>;
  readonly revokedRejected: Set<string>;
}

/** The object that `npm run demo -- --json` ends with. */
export interface StoryResult {
  readonly ok: boolean;
  readonly validators: number;
  readonly processes: number;
  readonly heightsEqual: boolean;
  readonly stateRootsEqual: boolean;
  readonly didsCreated: number;
  readonly credentialsIssued: number;
  readonly credentialsAnchored: number;
  readonly verifiedOk: number;
  readonly proofsVerified: number;
  readonly tamperedRejected: number;
  readonly revokedRejected: number;
  readonly backDatedRejected: number;
  readonly unaccreditedRejected: number;
  readonly recovered: boolean;
  readonly fifthValidatorVotes?: boolean;
  readonly killedAndRejoined: boolean;
  readonly primaryKilledAndReplaced: boolean;
  readonly seconds: number;
}

/** What the story sets out to show. */
export const goal = {
  validators: 4,
  institutions: 3,
  credentials: 200,
  revoked: 10,
} as const;

export function createTally(): Tally {
  return {
    validators: 0,
    processes: 0,
    heightsEqual: false,
    stateRootsEqual: false,
    killedAndRejoined: false,
    primaryKilledAndReplaced: false,
    proofsVerified: 0,
    tamperedRejected: 0,
    backDatedRejected: 0,
    unaccreditedRejected: 0,
    recovered: false,
    fifthValidatorVotes: undefined,
    didsCreated: new Set(),
    issued: new Set(),
    anchored: new Set(),
    accepted: new Set(),
    revokedRejected: new Set(),
  };
}

/** `ok` is true only if every single value is what the story sets out to show. */
export function resultOf(tally: Tally, durationMs: number): StoryResult {
  const values = {
    validators: tally.validators,
    processes: tally.processes,
    heightsEqual: tally.heightsEqual,
    stateRootsEqual: tally.stateRootsEqual,
    didsCreated: tally.didsCreated.size,
    credentialsIssued: tally.issued.size,
    credentialsAnchored: tally.anchored.size,
    verifiedOk: tally.accepted.size,
    proofsVerified: tally.proofsVerified,
    tamperedRejected: tally.tamperedRejected,
    revokedRejected: tally.revokedRejected.size,
    backDatedRejected: tally.backDatedRejected,
    unaccreditedRejected: tally.unaccreditedRejected,
    recovered: tally.recovered,
    killedAndRejoined: tally.killedAndRejoined,
    primaryKilledAndReplaced: tally.primaryKilledAndReplaced,
  };
  const ok =
    values.validators === goal.validators &&
    values.processes === goal.validators &&
    values.heightsEqual &&
    values.stateRootsEqual &&
    values.didsCreated >= goal.institutions &&
    values.credentialsIssued === goal.credentials &&
    values.credentialsAnchored === goal.credentials &&
    values.verifiedOk >= goal.credentials &&
    values.proofsVerified >= goal.credentials &&
    values.tamperedRejected >= 1 &&
    values.revokedRejected === goal.revoked &&
    values.killedAndRejoined &&
    values.primaryKilledAndReplaced &&
    values.backDatedRejected === 1 &&
    values.unaccreditedRejected === 1 &&
    values.recovered &&
    tally.fifthValidatorVotes !== false;
  const { fifthValidatorVotes } = tally;
  const fifth = fifthValidatorVotes === undefined ? {} : { fifthValidatorVotes };
  return { ok, ...values, ...fifth, seconds: Number((durationMs / 1000).toFixed(1)) };
}
