import { randomBytes } from "node:crypto";
import { credentialAnchor, didDocument, didUpdate, keyRemoval, localSigner } from "@cartorio/sdk";
import { acceptTogether } from "./chapter-verify.ts";
import { issueDegree, judge, universityAccreditation } from "./credentials.ts";
import type { HeldCredential, Institution, Story } from "./story-types.ts";
import { apply } from "./transactions.ts";
import { check } from "./wait.ts";

const seedBytes = 32;
const createdVersion = 1;

/**
 * The university's signing key is rotated. What it anchored before stays good, for the anchor's block
 * time is the signing time; what the old key signs now does not, whatever date it bears.
 */
export async function chapterRotation(
  story: Story,
  university: Institution,
  kept: readonly HeldCredential[],
): Promise<Institution> {
  const { reporter, tally } = story;
  reporter.chapter("Key rotation");
  const rotated = await reporter.step("the university rotates the key that signs credentials", () =>
    rotateAssertion(story, university),
  );
  await reporter.step(
    "credentials that were anchored before are accepted as ever",
    () => acceptTogether(story, kept),
    (proofs) => `${kept.length} accepted by ${proofs} proofs`,
  );
  const [first] = kept;
  check(first !== undefined, "there is nothing to compare with");
  const backDated = await issueDegree(university, story.chain.network, {
    ...first.graduate,
    graduatedOn: "2019-07-01",
  });
  await reporter.step(
    "refused: a credential that the old key signs now, dated back to 2019",
    async () => {
      const { accepted, reasons } = await judge(story, backDated, { isCounted: false });
      check(!accepted, "a back-dated credential must be refused", reasons);
      return reasons;
    },
    (reasons) => reasons.join(", "),
  );
  await reporter.step(
    "refused: the same with an anchor of today",
    async () => {
      const operation = credentialAnchor({
        issuer: rotated.did,
        hash: backDated.commitment,
        accreditation: universityAccreditation,
      });
      const { did, assertion: signer, sponsor } = rotated;
      await apply(story, { did, signer, sponsor, operations: [operation] });
      const { accepted, reasons } = await judge(story, backDated, { isCounted: false });
      check(!accepted, "an anchor must not make an old key good", reasons);
      tally.backDatedRejected += 1;
      return reasons;
    },
    (reasons) => reasons.join(", "),
  );
  return rotated;
}

async function rotateAssertion(story: Story, university: Institution): Promise<Institution> {
  const { did, control: signer, assertion: old, sponsor } = university;
  const assertion = localSigner("ed25519", randomBytes(seedBytes));
  const operation = didUpdate({
    did,
    expectedVersion: createdVersion,
    document: didDocument({
      methods: [
        { multikey: assertion.multikey, relationships: ["assertionMethod"] },
        { multikey: signer.multikey, relationships: ["capabilityInvocation"] },
      ],
    }),
    removals: [keyRemoval(old.multikey)],
  });
  await apply(story, { did, signer, sponsor, operations: [operation] });
  return { ...university, assertion };
}
