import { readProvenDid } from "@cartorio/sdk";
import { type Judgement, judge, prove, questionOf } from "./credentials.ts";
import type { HeldCredential, Institution, Story } from "./story-types.ts";
import { check, mapConcurrently } from "./wait.ts";

const concurrency = 8;
/** A credential needs up to four keys of its own, a proof answers for 256. */
const credentialsPerProof = 50;

/** A stranger with the genesis file, one node and the credentials. */
export async function chapterVerify(
  story: Story,
  university: Institution,
  held: readonly HeldCredential[],
): Promise<void> {
  const { reporter, tally } = story;
  reporter.chapter("A verifier that trusts the genesis only, and asks one node");
  await reporter.step(
    "it resolves the university, with proof",
    async () => {
      const { state } = await prove(story, [{ kind: "did", did: university.did }]);
      const proven = readProvenDid(state, university.did);
      check(proven.ok && proven.value.document !== null, "the university must be found", proven);
      return state;
    },
    ({ height }) => `as of height ${height}`,
  );
  await reporter.step(
    "it verifies every credential: signature, key, anchor, status, each with its own proof",
    async () => {
      const judgements = await mapConcurrently(held, concurrency, (item) => judge(story, item));
      checkAccepted(held, judgements);
    },
    () => `${tally.accepted.size} accepted`,
  );
}

/** Every one must be accepted; one proof answers for several at a time. */
export async function acceptTogether(
  story: Story,
  held: readonly HeldCredential[],
): Promise<number> {
  const groups = Array.from({ length: Math.ceil(held.length / credentialsPerProof) }, (_, index) =>
    held.slice(index * credentialsPerProof, (index + 1) * credentialsPerProof),
  );
  for (const group of groups) {
    const { state } = await prove(story, group.map(questionOf));
    const evidence = { state };
    checkAccepted(group, await Promise.all(group.map((item) => judge(story, item, { evidence }))));
  }
  return groups.length;
}

function checkAccepted(held: readonly HeldCredential[], judgements: readonly Judgement[]): void {
  const refused = judgements.filter(({ accepted }) => !accepted);
  check(
    refused.length === 0 && judgements.length === held.length,
    "every credential must be accepted",
    refused.slice(0, 3),
  );
}
