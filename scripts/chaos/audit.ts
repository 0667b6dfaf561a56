// Looks at the healed cluster: do all nodes hold the same chain, and all that was acknowledged, once?
import { clientOf, executedIds, untilAllAgree } from "../../test/cluster/chain.ts";
import { transactionStates } from "../bench/load.ts";

export interface AuditOptions {
  readonly urls: readonly string[];
  /** Height by transaction id. */
  readonly acknowledged: ReadonlyMap<string, number>;
  readonly say: (text: string) => void;
}

export interface Audit {
  /** Up to which all nodes agree; undefined if they do not. */
  readonly height: number | undefined;
  readonly stateRootsEqual: boolean;
  readonly lost: number;
  readonly duplicated: number;
  readonly problems: readonly string[];
}

const shownIds = 3;

export async function auditCluster({ urls, acknowledged, say }: AuditOptions): Promise<Audit> {
  const problems: string[] = [];
  const highest = Math.max(0, ...acknowledged.values());
  // Equal header hashes at one height are equal blocks, receipts and states up to it.
  const height = await untilAllAgree(urls, highest).catch((error: unknown) => {
    problems.push(error instanceof Error ? error.message : String(error));
    return undefined;
  });
  say(
    `all nodes agree up to height ${height ?? "none"}; looking for ${acknowledged.size} transactions`,
  );
  const missing = new Set<string>();
  for (const url of urls) {
    const missed = await missingAt(url, acknowledged).catch((error: unknown) => {
      problems.push(`${url}: ${error instanceof Error ? error.message : error}`);
      return [...acknowledged.keys()];
    });
    if (missed.length > 0) problems.push(`${url} lacks ${missed.slice(0, shownIds).join(", ")}`);
    for (const id of missed) missing.add(id);
  }
  const executed = height === undefined ? [] : await executedIds(clientOf(urls[0] ?? ""), height);
  return {
    ...{ height, problems, lost: missing.size, stateRootsEqual: height !== undefined },
    duplicated: executed.length - new Set(executed).size,
  };
}

/** Ids that a node does not call certified, applied and at the height that the client was told. */
async function missingAt(
  url: string,
  acknowledged: ReadonlyMap<string, number>,
): Promise<readonly string[]> {
  const ids = [...acknowledged.keys()];
  const states = await transactionStates(url, ids);
  return ids.filter((id, index) => {
    const found = states[index];
    return !(
      found?.state === "certified" &&
      found.height === acknowledged.get(id) &&
      found.receipt?.code === "APPLIED"
    );
  });
}
