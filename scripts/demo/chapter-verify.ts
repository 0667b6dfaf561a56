import { readProvenDid } from "@cartorio/sdk";
import { judge, prove } from "./credentials.ts";
import type { HeldCredential, Institution, Story } from "./story-types.ts";
import { expect, mapConcurrently } from "./wait.ts";

const concurrency = 8;

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
      const { state } = await prove(story, { kind: "did", did: university.did });
      const proven = readProvenDid(state, university.did);
      expect(proven.ok && proven.value.document !== null, "the university must be found", proven);
      return state;
    },
    ({ height }) => `as of height ${height}`,
  );
  await reporter.step(
    "it verifies every credential: signature, key, anchor, status, each with its own proof",
    () => acceptAll(story, held),
    () => `${tally.accepted.size} accepted`,
  );
}

/** Every one must be accepted. */
export async function acceptAll(story: Story, held: readonly HeldCredential[]): Promise<void> {
  const judgements = await mapConcurrently(held, concurrency, (item) => judge(story, item));
  const refused = judgements.filter(({ accepted }) => !accepted);
  expect(
    refused.length === 0 && judgements.length === held.length,
    "every credential must be accepted",
    refused.slice(0, 3),
  );
}
