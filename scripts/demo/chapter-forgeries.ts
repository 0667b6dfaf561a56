import { credentialAnchor, type JsonObject, readProvenAnchor } from "@cartorio/sdk";
import { issueDegree, judge, prove } from "./credentials.ts";
import type { HeldCredential, Institutions, Story } from "./story-types.ts";
import { apply, refusalOf } from "./transactions.ts";
import { check } from "./wait.ts";

interface Forgery {
  readonly title: string;
  readonly held: HeldCredential;
  /** A reason that must be among those of the refusal. */
  readonly reason: string;
}

/** What a holder, another issuer or a node may try. */
export async function chapterForgeries(
  story: Story,
  institutions: Institutions,
  held: { readonly single: HeldCredential; readonly batched: HeldCredential },
): Promise<void> {
  const { reporter, tally } = story;
  reporter.chapter("Forgeries");
  for (const { title, held: forged, reason } of forgeriesOf(held)) {
    await reporter.step(
      `refused: ${title}`,
      async () => {
        const judgement = await judge(story, forged);
        const isRefused = !judgement.accepted && judgement.reasons.includes(reason);
        check(isRefused, `it must be refused with ${reason}`, judgement);
        tally.tamperedRejected += 1;
        return judgement.reasons;
      },
      (reasons) => reasons.join(", "),
    );
  }
  await foreignAnchor(story, institutions, held.single);
  await reporter.step(
    "refused: the hospital anchors in the university's name",
    () => anchorAsUniversity(story, institutions, held.single),
    (code) => code,
  );
}

function forgeriesOf(held: {
  readonly single: HeldCredential;
  readonly batched: HeldCredential;
}): readonly Forgery[] {
  const { single, batched } = held;
  return [
    {
      title: "a credential with a better grade",
      held: withSubject(single, { degree: { ...degreeOf(single), finalGrade: "100" } }),
      reason: "signature: SIGNATURE_INVALID",
    },
    {
      title: "a credential of the batch with another name",
      held: withSubject(batched, { familyName: "Impostor" }),
      reason: "anchored: NOT_IN_BATCH",
    },
    {
      title: "a credential with the path of another one in the batch",
      held: { ...single, sidecar: batched.sidecar },
      reason: "anchored: NOT_IN_BATCH",
    },
  ];
}

function degreeOf({ credential }: HeldCredential): object {
  return Object(Object(credential["credentialSubject"])["degree"]);
}

function withSubject(held: HeldCredential, change: JsonObject): HeldCredential {
  const credentialSubject = { ...Object(held.credential["credentialSubject"]), ...change };
  return { ...held, credential: { ...held.credential, credentialSubject } };
}

/** An anchor counts only under its issuer: the same hash anchored by somebody else says nothing. */
async function foreignAnchor(
  story: Story,
  { university, hospital }: Institutions,
  { graduate }: HeldCredential,
): Promise<void> {
  const { reporter, chain } = story;
  const draft = await issueDegree(university, chain.network, graduate);
  await reporter.step(
    "the hospital anchors a credential that the university signed and did not anchor",
    async () => {
      const { did, assertion: signer, sponsor } = hospital;
      const anchor = credentialAnchor({ issuer: did, hash: draft.commitment });
      await apply(story, { did, signer, sponsor, operations: [anchor] });
      const question = { kind: "credential", issuer: did, hash: draft.commitment } as const;
      const { state } = await prove(story, [question]);
      const found = readProvenAnchor(state, did, draft.commitment);
      check(found.ok, "the hospital's anchor must be on the ledger", found);
    },
    () => "it is on the ledger",
  );
  await reporter.step(
    "refused: that credential, for it is no anchor of the university",
    async () => {
      const judgement = await judge(story, draft);
      const isRefused = !judgement.accepted && judgement.reasons.includes("anchored: NOT_ANCHORED");
      check(isRefused, "it must be refused as not anchored", judgement);
      return judgement.reasons;
    },
    (reasons) => reasons.join(", "),
  );
}

async function anchorAsUniversity(
  story: Story,
  { university, hospital }: Institutions,
  { graduate }: HeldCredential,
): Promise<string> {
  const { commitment } = await issueDegree(university, story.chain.network, graduate);
  const anchor = credentialAnchor({ issuer: university.did, hash: commitment });
  const { did, assertion: signer, sponsor } = hospital;
  const code = await refusalOf(story, { did, signer, sponsor, operations: [anchor] });
  check(code === "UNAUTHORISED", "the ledger must refuse it", code);
  return code;
}
