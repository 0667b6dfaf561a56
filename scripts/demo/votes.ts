// Members of the consortium decide together (docs/ledger.md 8).
import { randomBytes } from "node:crypto";
import {
  type GovernanceAction,
  type GovernancePropose,
  governanceProposalHash,
  limits,
} from "@cartorio/protocol";
import type { Sponsor, Story } from "./story-types.ts";
import { apply } from "./transactions.ts";
import { check } from "./wait.ts";

const hourMs = 3_600_000;

/** The first member proposes, which is its vote; so many members decide. */
export async function decide(
  story: Story,
  action: GovernanceAction,
  voters: number,
): Promise<number> {
  const [first, ...others] = story.members.slice(0, voters);
  check(first !== undefined && others.length === voters - 1, "there are too few members");
  const proposal: GovernancePropose = {
    proposer: first.did,
    nonce: randomBytes(limits.nonceBytes),
    expires: Date.now() + hourMs,
    action,
  };
  await applyAs(story, first, { kind: "governancePropose", value: proposal });
  const hash = governanceProposalHash(proposal);
  let height = 0;
  for (const { did, signer } of others) {
    const vote = { voter: did, proposal: hash, approve: true };
    const operations = [{ kind: "governanceVote", value: vote } as const];
    height = (await apply(story, { did, signer, operations })).height ?? 0;
  }
  return height;
}

async function applyAs(
  story: Story,
  { did, signer }: Sponsor,
  operation: { readonly kind: "governancePropose"; readonly value: GovernancePropose },
): Promise<void> {
  await apply(story, { did, signer, operations: [operation] });
}
