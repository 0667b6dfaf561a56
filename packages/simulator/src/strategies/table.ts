import type { Strategy, StrategyEntry } from "../strategy.ts";
import {
  createCensor,
  createFutureDating,
  createRepeats,
  createTinyBlocks,
} from "./chosen-contents.ts";
import {
  createClientToOne,
  createInvalidInContext,
  createJunkSignatures,
  createManyEnvelopes,
  createOversubscribed,
} from "./clients.ts";
import { createDirectoryRestored, createJournalRolledBack, createWiped } from "./disk-tricks.ts";
import { createEquivocate, createEquivocateVotes } from "./equivocate.ts";
import { createFlood } from "./flood.ts";
import { createForgedCertificates } from "./forged-certificates.ts";
import { createHugeView } from "./huge-view.ts";
import { createLyingSync } from "./lying-sync.ts";
import { createMixed } from "./mixed.ts";
import { createMutator } from "./mutator.ts";
import { isOwn } from "./own-messages.ts";
import { createRemovedVotes } from "./removed-votes.ts";
import { createReplay } from "./replay.ts";
import { createSilent, createSilentToSome } from "./silent.ts";
import { createSuspectSpam } from "./suspect-spam.ts";
import { createTwin } from "./twin.ts";
import { createTwoNewViews } from "./two-new-views.ts";
import { createOldBase, createOmittedCertificates } from "./view-changes.ts";
import {
  createGaps,
  createPartialProposals,
  createSlow,
  createWithheldBodies,
} from "./withheld-proposals.ts";
import { createWithheldStatement } from "./withheld-statement.ts";

/** Name, one line, factory. */
type Row = readonly [string, string, () => Strategy];

/** What rides a validator by its messages alone. */
const riders: readonly Row[] = [
  ["silent", "receives and never sends", createSilent],
  ["silent-to-some", "sends to a changing half of its peers only", createSilentToSome],
  [
    "equivocate",
    "two proposals for one height, each to one half, and votes for both",
    createEquivocate,
  ],
  ["equivocate-votes", "two votes and two statements, each to one half", createEquivocateVotes],
  ["twin", "two replicas with one key and separate state, each in touch with one half", createTwin],
  ["replay", "sends old messages of anybody again", createReplay],
  ["huge-view", "ViewChange, Suspect, votes and proposals of views far above", createHugeView],
  ["gaps", "proposes h+1 to h+W and never h", createGaps],
  [
    "partial-proposals",
    "its PrePrepares reach Q-1 or exactly Q validators",
    createPartialProposals,
  ],
  ["tiny-blocks", "one transaction per block", createTinyBlocks],
  ["repeats", "each block holds the transactions of the one before again", createRepeats],
  ["slow", "each proposal just below the timeout", createSlow],
  ["censor", "leaves one sender out, under full blocks", createCensor],
  ["future-dating", "proposals dated as late as the drift allows, or later", createFutureDating],
  ["two-new-views", "two valid NewViews of one view, each to one half", createTwoNewViews],
  [
    "omitted-certificates",
    "ViewChanges without the certificates behind its Commits",
    createOmittedCertificates,
  ],
  ["old-base", "ViewChanges on an old certificate or none", createOldBase],
  [
    "forged-certificates",
    "certificates with duplicate, foreign, other-epoch or too few signers",
    createForgedCertificates,
  ],
  [
    "withheld-statement",
    "never a checkpoint statement: Q needs every correct one",
    createWithheldStatement,
  ],
  ["suspect-spam", "suspects every view for every reason, all the time", createSuspectSpam],
  [
    "withheld-bodies",
    "proposes envelopes that nobody can get, answers no question for bodies",
    createWithheldBodies,
  ],
  ["lying-sync", "altered, missing, reordered or no blocks for who catches up", createLyingSync],
  ["mutator", "changes one field of a message and signs it again", createMutator],
];

const rows: readonly Row[] = [
  ...riders,
  [
    "removed-votes",
    "votes in a closed epoch, and in one that it is no member of",
    createRemovedVotes,
  ],
  [
    "mixed",
    "another one of the above every second and a half",
    () => createMixed(riders.map(([, , create]) => create)),
  ],
  [
    "journal-rolled-back",
    "starts with an earlier copy of its vote journal",
    createJournalRolledBack,
  ],
  [
    "directory-restored",
    "starts with an earlier copy of its whole directory",
    createDirectoryRestored,
  ],
  ["wiped", "starts with an empty directory", createWiped],
  ["flood", "valid messages without end", createFlood],
  ["many-envelopes", "client: one transaction id in several envelopes", createManyEnvelopes],
  [
    "junk-signatures",
    "client: a junk signature on the body of another client",
    createJunkSignatures,
  ],
  ["client-to-one", "client: each transaction to one validator only", createClientToOne],
  ["oversubscribed", "client: more transactions than a sender's share", createOversubscribed],
  [
    "invalid-in-context",
    "client: well-formed transactions whose receipt is an error",
    createInvalidInContext,
  ],
];

/** All strategies of docs/consensus.md 13. */
export const strategyTable: readonly StrategyEntry[] = rows.map(([name, line, create]) => ({
  name,
  line,
  create: () => withoutEcho(create()),
}));

/**
 * The honest part never hears what the strategy said in its name: it would find a stranger with its
 * key, and stop (docs/consensus.md 9, DUPLICATE_IDENTITY).
 */
function withoutEcho(strategy: Strategy): Strategy {
  if (strategy.client !== undefined || strategy.disk !== undefined) return strategy;
  return {
    ...strategy,
    incoming: (a, from, message) =>
      strategy.incoming?.(a, from, message) !== false && !isOwn(a, message),
  };
}

export function strategyNamed(name: string): StrategyEntry | undefined {
  return strategyTable.find((entry) => entry.name === name);
}

/** Factories: each run and validator gets a state of its own. */
export function createStrategies(): readonly (() => Strategy)[] {
  return strategyTable.map((entry) => entry.create);
}
