import { randomBytes } from "node:crypto";
import {
  didDocument,
  didRecoveryFinalise,
  didRecoveryPropose,
  didUpdate,
  keyControl,
  keyRemoval,
  localSigner,
  readProvenDid,
  recoveryCommitment,
  type Signer,
} from "@cartorio/sdk";
import { prove } from "./credentials.ts";
import type { Chain, Institution, Story } from "./story-types.ts";
import { apply, type Intention, refusalOf } from "./transactions.ts";
import { check, waitUntil } from "./wait.ts";

const seedBytes = 32;
/** docs/ledger.md 2: a recovery waits at least so many clock drifts of the network. */
const shortestDelayInDrifts = 100;

/** A setting for the story's network: all clocks are this machine's, so they may be held tight. */
export const quickRecovery = "maxClockDriftMs=250";

/** The shortest delay that the ledger allows: nobody wants to watch for days. */
export function recoveryDelayMs({ maxClockDriftMs }: Chain): number {
  return shortestDelayInDrifts * maxClockDriftMs;
}

/** A recovery that has been proposed and waits for its delay to pass. */
export interface PendingRecovery {
  readonly institution: Institution;
  /** Controls the DID once the recovery is finalised. */
  readonly control: Signer;
}

/** The hospital has lost the key that controls its DID; the recovery key lay in a safe. */
export async function chapterLostKey(
  story: Story,
  hospital: Institution,
): Promise<PendingRecovery> {
  const { reporter } = story;
  reporter.chapter("A lost key");
  const control = localSigner("ed25519", randomBytes(seedBytes));
  await reporter.step(
    "the hospital, whose control key is lost, proposes another one with its recovery key",
    () => propose(story, hospital, control),
  );
  await reporter.step(
    "refused: to put it in force before the delay has passed",
    async () => {
      const code = await refusalOf(story, finalising(hospital));
      check(code === "RECOVERY_TOO_EARLY", "it must be too early", code);
      return code;
    },
    (code) => code,
  );
  await reporter.step("everybody sees that a recovery is pending", async () => {
    const { state } = await prove(story, [{ kind: "did", did: hospital.did }]);
    const proven = readProvenDid(state, hospital.did);
    const shown = proven.ok ? JSON.stringify(proven.value.metadata) : proven.code;
    check(shown.includes("pendingRecovery"), "the metadata must show it", shown);
  });
  return { institution: hospital, control };
}

/** The delay has passed: anyone puts the new control in force. */
export async function chapterRecovered(
  story: Story,
  { institution, control }: PendingRecovery,
): Promise<void> {
  const { reporter, tally } = story;
  reporter.chapter("Recovery");
  await reporter.step(
    "the delay passes without a veto, and the new key controls the hospital's DID",
    async () => {
      await waitUntil(() => refusalOf(story, finalising(institution)), {
        what: "the recovery to be finalised",
        timeoutMs: 2 * recoveryDelayMs(story.chain) + 60_000,
        isDone: (code) => code === "APPLIED",
      });
    },
  );
  await reporter.step(
    "refused: the lost key, should somebody find it",
    async () => {
      const code = await refusalOf(story, await updating(story, institution, institution.control));
      check(code === "UNAUTHORISED", "the old key must be worth nothing", code);
      return code;
    },
    (code) => code,
  );
  await reporter.step("the new key replaces the document", async () => {
    await apply(story, await updating(story, institution, control));
    tally.recovered = true;
  });
}

async function propose(story: Story, hospital: Institution, next: Signer): Promise<void> {
  const { did, recovery, sponsor, control } = hospital;
  check(recovery !== undefined, "the hospital must have committed to a recovery key");
  const later = localSigner("ed25519", randomBytes(seedBytes));
  const operation = didRecoveryPropose({
    did,
    expectedSequence: 0,
    control: keyControl({ keys: [next.multikey] }),
    recovery: recoveryCommitment({
      keys: [later.multikey],
      delayMs: recoveryDelayMs(story.chain),
    }),
    removals: [keyRemoval(control.multikey, Date.now())],
  });
  await apply(story, { did, signer: recovery, sponsor, operations: [operation] });
}

/** Anyone may: here the member that sponsors. */
function finalising({ did, sponsor }: Institution): Intention {
  const operations = [didRecoveryFinalise({ did, expectedSequence: 1 })];
  return { did: sponsor.did, signer: sponsor.signer, operations };
}

/** The same key for credentials, without the services: what the control key may always do. */
async function updating(
  story: Story,
  { did, sponsor, assertion }: Institution,
  signer: Signer,
): Promise<Intention> {
  const { state } = await prove(story, [{ kind: "did", did }]);
  const proven = readProvenDid(state, did);
  check(proven.ok, `${did} must be proven`, proven);
  const operation = didUpdate({
    did,
    expectedVersion: proven.value.version,
    document: didDocument({
      methods: [
        { multikey: assertion.multikey, relationships: ["assertionMethod"] },
        { multikey: signer.multikey, relationships: ["capabilityInvocation"] },
      ],
    }),
  });
  return { did, signer, sponsor, operations: [operation] };
}
