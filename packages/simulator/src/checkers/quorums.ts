// The omniscient check: could signatures that exist, or that Byzantine members may make at any time,
// prove two contents of one height, in any views and epochs (docs/consensus.md 13)?
import { hexEncode } from "@cartorio/crypto";
import type { ConsensusMessage } from "@cartorio/protocol";
import { CheckFailure, entry } from "./check-failure.ts";
import type { Members } from "./members.ts";

export interface Quorums {
  /** Correct authors by height, kind, epoch, view and content. */
  readonly supporters: Map<string, Set<number>>;
  /** Content that could be proven final, by kind and height. */
  readonly proven: Map<string, string>;
}

export function createQuorums(): Quorums {
  return { supporters: new Map(), proven: new Map() };
}

export interface Signed {
  readonly epoch: number;
  readonly author: number;
  readonly members: Members;
}

export function checkQuorums(state: Quorums, signed: Signed, message: ConsensusMessage): void {
  if (message.kind === "checkpoint") {
    const { height, headerHash } = message.value;
    prove(state, signed, { name: "certificate", height, view: 0, content: hexEncode(headerHash) });
  } else if (message.kind === "vote" && message.value.kind === 3) {
    const { view, height, proposalDigest } = message.value;
    prove(state, signed, { name: "commit", height, view, content: hexEncode(proposalDigest) });
  }
}

interface Support {
  readonly name: "certificate" | "commit";
  readonly height: number;
  readonly view: number;
  readonly content: string;
}

function prove(state: Quorums, { epoch, author, members }: Signed, support: Support): void {
  const { name, height, view, content } = support;
  const by = `${name} ${height} ${epoch} ${view} ${content}`;
  const supporters = entry(state.supporters, by, () => new Set<number>());
  // A Byzantine member counts for every content, whether it has signed it already or not.
  if (!members.byzantine.has(author)) supporters.add(author);
  if (supporters.size === 0 || supporters.size + members.byzantine.size < members.enough) return;
  const key = `${name} ${height}`;
  const known = state.proven.get(key);
  if (known !== undefined && known !== content)
    throw new CheckFailure("conflicting-quorums", `two ${name} quorums at height ${height}`);
  state.proven.set(key, content);
}

/** The header that could be proven for a height; undefined if none could. */
export function provenHeader(state: Quorums, height: number): string | undefined {
  return state.proven.get(`certificate ${height}`);
}
