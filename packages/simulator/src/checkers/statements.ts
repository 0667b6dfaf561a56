// What a correct author never does, across crashes too: say two things in one place, vote below its own
// ViewChange, or hide a certificate behind a sent Commit (docs/consensus.md 5 and 13).
import { hexEncode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeViewChangeBody,
  type SignedBody,
} from "@cartorio/protocol";
import { CheckFailure, entry } from "./check-failure.ts";

export interface Statements {
  /** Digest by epoch, author, kind, view and height. */
  readonly said: Map<string, string>;
  readonly highestViewChange: Map<string, number>;
  /** View of the highest Commit, by author and height. */
  readonly commits: Map<string, Map<number, number>>;
}

export function createStatements(): Statements {
  return { said: new Map(), highestViewChange: new Map(), commits: new Map() };
}

/** `author` names epoch and place in its set, so that one key in two epochs is two authors. */
export function checkStatement(state: Statements, author: string, message: ConsensusMessage): void {
  switch (message.kind) {
    case "prePrepare": {
      const proposal = decodeProposal(message.value.proposal);
      if (!proposal.ok) throw new CheckFailure("form", `${author} proposed garbage`);
      const place = `${author} PrePrepare view ${message.value.view} height ${proposal.value.height}`;
      saidOnce(state, place, hexEncode(message.value.proposal));
      return;
    }
    case "vote": {
      const { kind, view, height, proposalDigest } = message.value;
      const name = kind === 2 ? "Prepare" : "Commit";
      const place = `${author} ${name} view ${view} height ${height}`;
      // Relaying an own vote from before the ViewChange says nothing new.
      if (saidOnce(state, place, hexEncode(proposalDigest))) return;
      const left = state.highestViewChange.get(author) ?? 0;
      if (view < left)
        throw new CheckFailure(
          "vote-below-view-change",
          `${author} signed ${name} view ${view} height ${height} after its ViewChange ${left}`,
        );
      if (kind !== 3) return;
      const own = entry(state.commits, author, () => new Map<number, number>());
      own.set(height, Math.max(own.get(height) ?? 0, view));
      return;
    }
    case "checkpoint": {
      const { height, headerHash } = message.value;
      saidOnce(state, `${author} Checkpoint height ${height}`, hexEncode(headerHash));
      return;
    }
    case "viewChange":
      checkViewChange(state, author, message.value);
      return;
    case "newView": {
      const body = decodeNewViewBody(message.value.body);
      if (!body.ok) throw new CheckFailure("form", `${author} sent a broken NewView`);
      saidOnce(state, `${author} NewView ${body.value.view}`, hexEncode(message.value.body));
      return;
    }
    default:
      return;
  }
}

/** True if this very thing was said before. */
function saidOnce(state: Statements, place: string, content: string): boolean {
  const known = state.said.get(place);
  if (known !== undefined && known !== content)
    throw new CheckFailure(
      "two-statements",
      `${place}: ${known.slice(0, 16)} and ${content.slice(0, 16)}`,
    );
  state.said.set(place, content);
  return known !== undefined;
}

/** Every ViewChange lists a certificate for every Commit that its author let out above its S. */
function checkViewChange(state: Statements, author: string, signed: SignedBody): void {
  const body = decodeViewChangeBody(signed.body);
  if (!body.ok) throw new CheckFailure("form", `${author} sent a broken ViewChange`);
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
        `${author}: ViewChange ${view} (S ${certified}) hides its Commit view ${commitView} height ${height}`,
      );
  }
  const before = state.highestViewChange.get(author) ?? 0;
  state.highestViewChange.set(author, Math.max(before, view));
}
