// Checkers share no quorum, certificate or tree code with the replica (docs/consensus.md 13): a rule
// that the replica gets wrong must not be wrong here in the same way.
import type { ExecutedBlock } from "@cartorio/consensus";
import { hexEncode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeViewChangeBody,
  emptyProposal,
  proposalDigest,
  type SignedBody,
} from "@cartorio/protocol";

/** A rule that did not hold; its name is the check that fired. */
export class CheckFailure extends Error {
  readonly check: string;
  constructor(check: string, detail: string) {
    super(`${check}: ${detail}`);
    this.name = "CheckFailure";
    this.check = check;
  }
}

export interface Checkers {
  /** Called once for each message that its author signed, in the order in which it let it out. */
  signed(author: number, message: ConsensusMessage): void;
  executed(node: number, block: ExecutedBlock, envelopes: readonly Uint8Array[]): void;
  /** Bodies of a proposal became durable at a node. */
  durable(node: number, proposalDigest: Uint8Array): void;
  /** Blocks that at least one node executed. */
  chainLength(): number;
}

interface State {
  /** Fewest members of which two groups always share a member that is not faulty. */
  readonly enough: number;
  readonly faulty: number;
  /** Digest by author, kind, view and height: nobody says two things. */
  readonly said: Map<string, string>;
  /** Authors by height, kind, view and content. */
  readonly supporters: Map<string, Set<number>>;
  /** Content that could be proven final, by kind and height. */
  readonly proven: Map<string, string>;
  readonly highestViewChange: Map<number, number>;
  /** View of the highest Commit, by author and height. */
  readonly commits: Map<number, Map<number, number>>;
  readonly headers: Map<number, string>;
  readonly times: Map<number, number>;
  readonly heights: Map<number, number>;
  readonly holders: Map<string, Set<number>>;
}

export function createCheckers(n: number): Checkers {
  let faulty = 0;
  while (3 * (faulty + 1) < n) faulty += 1;
  let enough = 1;
  while (2 * enough - n < faulty + 1) enough += 1;
  const state: State = {
    enough,
    faulty,
    said: new Map(),
    supporters: new Map(),
    proven: new Map(),
    highestViewChange: new Map(),
    commits: new Map(),
    headers: new Map(),
    times: new Map(),
    heights: new Map(),
    holders: new Map(),
  };
  return {
    signed: (author, message) => checkSigned(state, author, message),
    executed: (node, block) => checkExecuted(state, node, block),
    durable: (node, proposalDigest) => {
      entry(state.holders, hexEncode(proposalDigest), () => new Set<number>()).add(node);
    },
    chainLength: () => state.headers.size,
  };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function checkSigned(state: State, author: number, message: ConsensusMessage): void {
  switch (message.kind) {
    case "prePrepare": {
      const proposal = decodeProposal(message.value.proposal);
      if (!proposal.ok) throw new CheckFailure("form", `node ${author} proposed garbage`);
      const { view } = message.value;
      const content = hexEncode(message.value.proposal);
      saidOnce(state, `${author} PrePrepare view ${view} height ${proposal.value.height}`, content);
      return;
    }
    case "vote": {
      const { kind, view, height, proposalDigest } = message.value;
      const name = kind === 2 ? "Prepare" : "Commit";
      const content = hexEncode(proposalDigest);
      // Relaying an own vote from before the ViewChange says nothing new.
      if (saidOnce(state, `${author} ${name} view ${view} height ${height}`, content)) return;
      const left = state.highestViewChange.get(author) ?? 0;
      if (view < left)
        throw new CheckFailure(
          "vote-below-view-change",
          `node ${author} signed ${name} view ${view} height ${height} after its ViewChange ${left}`,
        );
      if (kind === 3) noteCommit(state, author, { view, height, content });
      return;
    }
    case "checkpoint": {
      const { height, headerHash } = message.value;
      const content = hexEncode(headerHash);
      saidOnce(state, `${author} Checkpoint height ${height}`, content);
      prove(state, { name: "certificate", height, by: `${height} ${content}`, content, author });
      return;
    }
    case "viewChange":
      checkViewChange(state, author, message.value);
      return;
    case "newView": {
      const body = decodeNewViewBody(message.value.body);
      if (!body.ok) throw new CheckFailure("form", `node ${author} sent a broken NewView`);
      saidOnce(state, `${author} NewView ${body.value.view}`, hexEncode(message.value.body));
      return;
    }
    default:
      return;
  }
}

/** A correct author never signs two different things in one place, also across crashes. True if known. */
function saidOnce(state: State, place: string, content: string): boolean {
  const known = state.said.get(place);
  if (known !== undefined && known !== content)
    throw new CheckFailure(
      "two-statements",
      `node ${place}: ${known.slice(0, 16)} and ${content.slice(0, 16)}`,
    );
  state.said.set(place, content);
  return known !== undefined;
}

interface CommitVote {
  readonly view: number;
  readonly height: number;
  readonly content: string;
}

function noteCommit(state: State, author: number, vote: CommitVote): void {
  const { view, height, content } = vote;
  const own = entry(state.commits, author, () => new Map<number, number>());
  own.set(height, Math.max(own.get(height) ?? 0, view));
  prove(state, { name: "commit", height, by: `${height} ${view} ${content}`, content, author });
  const holders = state.holders.get(content)?.size ?? 0;
  // A Commit rests on a prepared certificate, whose authors had the bodies durable.
  // Nobody stores bodies of the empty proposal: there are none.
  const empty = hexEncode(proposalDigest(emptyProposal(0, height)));
  if (holders <= state.faulty && content !== empty)
    throw new CheckFailure(
      "bodies-not-durable",
      `Commit for height ${height} while ${holders} nodes have the bodies durable`,
    );
}

interface Support {
  readonly name: string;
  readonly height: number;
  readonly by: string;
  readonly content: string;
  readonly author: number;
}

/** The omniscient check: could signatures that exist prove two contents of one height? */
function prove(state: State, support: Support): void {
  const { name, height, by, content, author } = support;
  const supporters = entry(state.supporters, `${name} ${by}`, () => new Set<number>());
  supporters.add(author);
  if (supporters.size < state.enough) return;
  const key = `${name} ${height}`;
  const known = state.proven.get(key);
  if (known !== undefined && known !== content)
    throw new CheckFailure("conflicting-quorums", `two ${name} quorums at height ${height}`);
  state.proven.set(key, content);
}

/** Every ViewChange lists a certificate for every Commit that its author let out above its S. */
function checkViewChange(state: State, author: number, signed: SignedBody): void {
  const body = decodeViewChangeBody(signed.body);
  if (!body.ok) throw new CheckFailure("form", `node ${author} sent a broken ViewChange`);
  const { view, certificate, prepared } = body.value;
  // Sent again to a replica that still lacks it, perhaps after own Commits in the view that it led to.
  if (saidOnce(state, `${author} ViewChange ${view}`, hexEncode(signed.body))) return;
  const certified = certificate?.height ?? 0;
  for (const [height, commitView] of state.commits.get(author) ?? []) {
    if (height <= certified) continue;
    const listed = prepared.find((item) => item.height === height);
    if (listed === undefined || listed.view < commitView)
      throw new CheckFailure(
        "certificate-left-out",
        `node ${author}: ViewChange ${view} (S ${certified}) hides its Commit view ${commitView} height ${height}`,
      );
  }
  const before = state.highestViewChange.get(author) ?? 0;
  state.highestViewChange.set(author, Math.max(before, view));
}

/** Equal chains; each height once per node, in order; block time grows. */
function checkExecuted(state: State, node: number, block: ExecutedBlock): void {
  const { height } = block;
  const before = state.heights.get(node) ?? 0;
  if (height !== before + 1)
    throw new CheckFailure("executed-once", `node ${node} executed ${height} after ${before}`);
  state.heights.set(node, height);
  const header = hexEncode(block.headerHash);
  const known = state.headers.get(height);
  if (known !== undefined && known !== header)
    throw new CheckFailure("agreement", `node ${node} executed another block at height ${height}`);
  state.headers.set(height, header);
  state.times.set(height, block.time);
  const previous = state.times.get(height - 1);
  if (previous !== undefined && block.time <= previous)
    throw new CheckFailure("block-time", `height ${height} is not later than its parent`);
}
