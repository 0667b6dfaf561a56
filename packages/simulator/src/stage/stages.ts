import { CheckFailure } from "../checkers/check-failure.ts";
import * as bodies from "./bodies.ts";
import * as durability from "./durability.ts";
import * as fairness from "./fairness.ts";
import * as intake from "./intake.ts";
import * as lies from "./lies.ts";
import * as sets from "./sets.ts";
import * as timers from "./timers.ts";

/** All directed scenarios: each ends without a word on the real code, and throws a CheckFailure if a rule is broken. */
export const stages: Readonly<Record<string, () => void | Promise<void>>> = {
  closedWindow: timers.closedWindow,
  loneTimeout: timers.loneTimeout,
  loneViewChange: timers.loneViewChange,
  oldSuspect: timers.oldSuspect,
  halves: timers.halves,
  failingViews: timers.failingViews,
  firstCopyLost: timers.firstCopyLost,
  joinTwo: timers.joinTwo,
  relay: timers.relay,
  heartbeat: timers.heartbeat,
  rotation: timers.rotation,
  restartPrepared: durability.restartPrepared,
  longOutage: durability.longOutage,
  hangingCommit: durability.hangingCommit,
  hangingPrepare: durability.hangingPrepare,
  bodiesKept: durability.bodiesKept,
  restartLeaving: durability.restartLeaving,
  latePrepares: durability.latePrepares,
  diverged: durability.diverged,
  oldNewView: durability.oldNewView,
  duplicateSigner: lies.duplicateSigner,
  unsignedCertificate: lies.unsignedCertificate,
  thinCertificate: lies.thinCertificate,
  claims: lies.claims,
  futureBlock: lies.futureBlock,
  equivocation: lies.equivocation,
  falseNewView: lies.falseNewView,
  splitBrain4: lies.splitBrain(4),
  splitBrain5: lies.splitBrain(5),
  splitBrain6: lies.splitBrain(6),
  splitBrain8: lies.splitBrain(8),
  splitBrain9: lies.splitBrain(9),
  otherEpoch: lies.otherEpoch,
  beyondActivation: lies.beyondActivation,
  secondNewView: lies.secondNewView,
  staleProposal: lies.staleProposal,
  longAbsence: durability.longAbsence,
  setChange: sets.setChange,
  foreignReentry: sets.foreignReentry,
  otherIncarnation: sets.otherIncarnation,
  fewAnswers: sets.fewAnswers,
  otherBodies: bodies.otherBodies,
  junkFirst: intake.junkFirst,
  overload: fairness.overload,
  passedOver: fairness.passedOver,
};

export interface StageVerdict {
  readonly check: string | undefined;
  readonly detail: string | undefined;
}

/** Runs one scenario. Other errors than failed checks are the caller's. */
export async function runStage(name: string): Promise<StageVerdict> {
  const run = stages[name];
  if (run === undefined) throw new Error(`INV-SIM-STAGE: there is no scenario ${name}`);
  try {
    await run();
  } catch (error) {
    if (error instanceof CheckFailure) return { check: error.check, detail: error.message };
    throw error;
  }
  return { check: undefined, detail: undefined };
}
