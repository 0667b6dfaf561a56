import { credentialRevoke, type ProofAnswer, verifyProof } from "@cartorio/sdk";
import { acceptTogether } from "./chapter-verify.ts";
import { idOf, judge, prove, questionOf } from "./credentials.ts";
import type { HeldCredential, Institutions, Story } from "./story-types.ts";
import { goal } from "./tally.ts";
import { apply, refusalOf } from "./transactions.ts";
import { check, mapConcurrently, waitUntil } from "./wait.ts";

/** Half of the revoked credentials were anchored singly, half lie in the batch. */
const perKind = goal.revoked / 2;
const concurrency = 4;
/** A verifier in a hurry: what is older than this does not count. */
const maximumProofAgeMs = 1000;
const agingTimeoutMs = 10_000;
const revoked = "status: REVOKED";

export interface Holdings {
  readonly single: readonly HeldCredential[];
  readonly batched: readonly HeldCredential[];
}

/** Revoked means refused, for whoever asks the ledger; a proof from before does not help for long. */
export async function chapterRevoke(
  story: Story,
  institutions: Institutions,
  { single, batched }: Holdings,
): Promise<void> {
  const { reporter, tally } = story;
  reporter.chapter("Revocation");
  const gone = [...single.slice(0, perKind), ...batched.slice(0, perKind)];
  const kept = [...single.slice(perKind), ...batched.slice(perKind)];
  const [first] = gone;
  check(first !== undefined, "there is nothing to revoke");
  const before = await reporter.step("a holder keeps a proof that is good today", () =>
    captureProof(story, first),
  );
  await reporter.step(
    "refused: the hospital revokes a credential of the university",
    () => revokeAsHospital(story, institutions, first),
    (code) => code,
  );
  await reporter.step(
    `the university revokes ${gone.length} credentials, ${perKind} of them inside the batch`,
    async () => {
      await revoke(story, institutions, gone.slice(0, perKind));
      await revoke(story, institutions, gone.slice(perKind));
    },
  );
  await reporter.step(
    "refused: each of them",
    () => refuseAll(story, gone),
    () => `${tally.revokedRejected.size} refused with ${revoked}`,
  );
  await reporter.step(
    "all others are accepted as before, the rest of the batch too",
    () => acceptTogether(story, kept),
    (proofs) => `${kept.length} accepted by ${proofs} proofs`,
  );
  await reporter.step(
    "refused: the holder's old proof, being older than the verifier allows",
    () => refuseOldProof(story, first, before),
    (reason) => reason,
  );
  await reporter.step(
    "refused: the same by a verifier that has seen a newer block",
    async () => refuseEarlierProof(story, first, before),
    (code) => code,
  );
}

async function captureProof(story: Story, held: HeldCredential): Promise<ProofAnswer> {
  const { bundle } = await prove(story, [questionOf(held)]);
  const evidence = { bundle, anchor: story.chain.anchor };
  const judgement = await judge(story, held, { evidence });
  check(judgement.accepted, "with this proof the credential must be accepted", judgement);
  return { bundle };
}

async function revoke(
  story: Story,
  { university }: Institutions,
  held: readonly HeldCredential[],
): Promise<void> {
  const { did, assertion: signer, sponsor } = university;
  const operations = held.map(({ commitment }) =>
    credentialRevoke({ issuer: did, commitment, reason: "issuedInError" }),
  );
  await apply(story, { did, signer, sponsor, operations });
}

async function revokeAsHospital(
  story: Story,
  { university, hospital }: Institutions,
  { commitment }: HeldCredential,
): Promise<string> {
  const { did, assertion: signer, sponsor } = hospital;
  const operation = credentialRevoke({ issuer: university.did, commitment });
  const code = await refusalOf(story, { did, signer, sponsor, operations: [operation] });
  check(code === "UNAUTHORISED", "the ledger must refuse it", code);
  return code;
}

/** REVOKED must be the only reason: nothing else is wrong with them. */
async function refuseAll(story: Story, gone: readonly HeldCredential[]): Promise<void> {
  await mapConcurrently(gone, concurrency, async (held) => {
    const judgement = await judge(story, held);
    const isRevoked = !judgement.accepted && judgement.reasons.join() === revoked;
    check(isRevoked, `${idOf(held)} must be refused as revoked`, judgement);
    story.tally.revokedRejected.add(idOf(held));
  });
}

/** Bundles date from their block: once that is old enough, the policy turns the bundle down. */
async function refuseOldProof(
  story: Story,
  held: HeldCredential,
  { bundle }: ProofAnswer,
): Promise<string> {
  const evidence = { bundle, anchor: story.chain.anchor };
  const judgement = await waitUntil(() => judge(story, held, { evidence, maximumProofAgeMs }), {
    what: `a proof older than ${maximumProofAgeMs} ms to be refused`,
    timeoutMs: agingTimeoutMs,
    isDone: ({ accepted, reasons }) => !accepted && reasons.includes("proof: PROOF_STALE"),
  });
  return judgement.reasons.find((reason) => reason.startsWith("proof")) ?? "";
}

function refuseEarlierProof(story: Story, held: HeldCredential, { bundle }: ProofAnswer): string {
  const proven = verifyProof({
    bundle,
    anchor: story.chain.anchor,
    questions: [questionOf(held)],
    now: Date.now(),
    newest: story.verifier.newest(),
  });
  const code = proven.ok ? "accepted" : proven.code;
  check(code === "PROOF_STALE", "an earlier height must be refused", code);
  return code;
}
