// Checkers share no quorum, certificate or tree code with the replica (docs/consensus.md 13): a rule
// that the replica gets wrong must not be wrong here in the same way.
import type { ExecutedBlock } from "@cartorio/consensus";
import {
  type ConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
} from "@cartorio/protocol";
import { type Bodies, checkBodies, noteDurable } from "./bodies.ts";
import { type Chains, checkExecuted, createChains, rolledBack } from "./chains.ts";
import { entry } from "./check-failure.ts";
import { type Members, membersOf } from "./members.ts";
import { checkQuorums, createQuorums, provenHeader, type Quorums } from "./quorums.ts";
import { checkStatement, createStatements, type Statements } from "./statements.ts";
import { checkVoter, createVoters, openedAt, type Voters } from "./voters.ts";

export interface OpenedEpoch {
  readonly epoch: number;
  readonly n: number;
  /** Places of its Byzantine members. */
  readonly byzantine: ReadonlySet<number>;
  readonly activationHeight: number;
}

export interface Checkers {
  openEpoch(opened: OpenedEpoch): void;
  /** A correct member has left an epoch: it signs nothing in it any more. */
  closed(epoch: number, author: number): void;
  /**
   * Called once for each message that its author signed, in the order in which it let it out; `head`:
   * the height that it had executed then.
   */
  signed(author: number, message: ConsensusMessage, head?: number): void;
  /** `latestTime`: the latest time that a correct validator may accept now. */
  executed(
    node: number,
    block: ExecutedBlock,
    content: { readonly receipts: readonly Uint8Array[]; readonly latestTime: number },
  ): void;
  /** Bodies of a proposal became durable at a correct node. */
  durable(node: number, proposalDigest: Uint8Array): void;
  /** The state of a node is that of an earlier height again. */
  rolledBack(node: number, height: number): void;
  /** This member keeps no promise in this epoch from now on. */
  exempt(epoch: number, author: number): void;
  /** A member lost what it must remember: from now on it may sign nothing in this epoch. */
  forgot(epoch: number, author: number): void;
  /** Blocks that at least one node executed. */
  chainLength(): number;
  /** Hexadecimal header hash of a height that a node executed. */
  header(height: number): string | undefined;
  /** The same of a height that signatures could prove. */
  proven(height: number): string | undefined;
  /** Block time of a height. */
  time(height: number): number | undefined;
  /** Height at which a transaction took effect, by hexadecimal id. */
  applied(id: string): number | undefined;
}

interface State {
  readonly members: Map<number, Members>;
  readonly statements: Statements;
  readonly quorums: Quorums;
  readonly chains: Chains;
  readonly bodies: Bodies;
  readonly voters: Voters;
}

export function createCheckers(n: number, byzantine: ReadonlySet<number> = new Set()): Checkers {
  const state: State = {
    members: new Map([[0, membersOf(n, byzantine)]]),
    statements: createStatements(),
    quorums: createQuorums(),
    chains: createChains(),
    bodies: new Map(),
    voters: createVoters(),
  };
  const { chains, quorums } = state;
  return {
    openEpoch: ({ epoch, n: size, byzantine: liars, activationHeight }) => {
      entry(state.members, epoch, () => membersOf(size, liars));
      openedAt(state.voters, epoch, activationHeight);
    },
    closed: (epoch, author) => state.voters.left.add(`${epoch}/${author}`),
    signed: (author, message, head = 0) => checkSigned(state, { author, head }, message),
    executed: (node, block, content) => checkExecuted(chains, { node, block, ...content }),
    durable: (node, digest) => noteDurable(state.bodies, node, digest),
    rolledBack: (node, height) => rolledBack(chains, node, height),
    exempt: (epoch, author) => {
      const known = state.members.get(epoch);
      if (known === undefined) return;
      const byzantine = new Set([...known.byzantine, author]);
      state.members.set(epoch, membersOf(known.n, byzantine));
    },
    forgot: (epoch, author) => state.voters.forgetful.add(`${epoch}/${author}`),
    chainLength: () => chains.headers.size,
    header: (height) => chains.headers.get(height),
    proven: (height) => provenHeader(quorums, height),
    time: (height) => chains.times.get(height),
    applied: (id) => chains.applied.get(id),
  };
}

interface SignedBy {
  readonly author: number;
  readonly head: number;
}

function checkSigned(state: State, { author, head }: SignedBy, message: ConsensusMessage): void {
  const epoch = epochOf(message);
  const members = epoch === undefined ? undefined : state.members.get(epoch);
  if (epoch === undefined || members === undefined) return;
  checkQuorums(state.quorums, { epoch, author, members }, message);
  if (members.byzantine.has(author)) return;
  checkVoter(state.voters, { epoch, author, members, head }, message);
  checkStatement(state.statements, `validator ${author} of epoch ${epoch}`, message);
  checkBodies(state.bodies, members, message);
}

/** Read here by full decoding: the replica has a shorter way, which may be wrong. */
function epochOf(message: ConsensusMessage): number | undefined {
  switch (message.kind) {
    case "prePrepare": {
      const body = decodeProposal(message.value.proposal);
      return body.ok ? body.value.epoch : undefined;
    }
    case "suspect": {
      const body = decodeSuspectBody(message.value.body);
      return body.ok ? body.value.epoch : undefined;
    }
    case "viewChange": {
      const body = decodeViewChangeBody(message.value.body);
      return body.ok ? body.value.epoch : undefined;
    }
    case "newView": {
      const body = decodeNewViewBody(message.value.body);
      return body.ok ? body.value.epoch : undefined;
    }
    default:
      return message.value.epoch;
  }
}
