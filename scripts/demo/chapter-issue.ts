import { hexEncode } from "@cartorio/crypto";
import { idOf, issueDegree } from "./credentials.ts";
import { readGraduates } from "./graduates.ts";
import type { HeldCredential, Institution, Story } from "./story-types.ts";
import { goal } from "./tally.ts";
import { check, mapConcurrently } from "./wait.ts";

const graduatesPath = new URL("../../test/fixtures/graduates.csv", import.meta.url).pathname;
const concurrency = 4;

/** The university signs a degree for each of its graduates; nothing of it is on the ledger yet. */
export async function chapterIssue(
  story: Story,
  university: Institution,
): Promise<readonly HeldCredential[]> {
  const { reporter, chain, tally } = story;
  reporter.chapter("Credentials");
  const graduates = await reporter.step(
    "the university reads its list of graduates",
    () => readGraduates(graduatesPath),
    (rows) => `${rows.length} rows`,
  );
  return reporter.step(
    "it issues a W3C credential to each, signed by eddsa-jcs-2022",
    async () => {
      const held = await mapConcurrently(graduates, concurrency, (graduate) =>
        issueDegree(university, chain.network, graduate),
      );
      for (const credential of held) tally.issued.add(idOf(credential));
      const commitments = new Set(held.map(({ commitment }) => hexEncode(commitment)));
      check(commitments.size === graduates.length, "every commitment must be another one");
      check(held.length === goal.credentials, "200 credentials are wanted", held.length);
      return held;
    },
    (held) => `${held.length} credentials`,
  );
}
