import {
  type GovernanceAction,
  type GovernancePropose,
  governanceProposalHash,
} from "@cartorio/protocol";
import { drawScope } from "./draw-accreditation.ts";
import { drawChange, voices } from "./draw-validators.ts";
import { author, type Draw, type Drawn, type Game, keyFor, someone } from "./game.ts";
import { type Named, real } from "./named.ts";
import { bit, type ModelSigner } from "./state.ts";

type Action = Named<GovernanceAction>;
const dayMs = 86_400_000;

function drawMember(game: Game): Action {
  const { choose, model } = game;
  const { members: all, membersVersion } = model.state;
  const did = choose.below(3) === 0 ? someone(game) : choose.one(all).did;
  const known = all.find((member) => member.did === did);
  const leaves = choose.below(5) === 0;
  const replaced = choose.below(3) === 0 ? choose.one(all).did : "";
  return {
    kind: "member",
    value: {
      expectedVersion: membersVersion + (choose.rarely() ? 1 : 0),
      did,
      name: leaves ? "" : (known?.name ?? did.slice(1)),
      weight: leaves ? 0 : choose.one([1, 2, 3, 4, 5]),
      replaces: leaves && !choose.rarely() ? "" : replaced,
    },
  };
}

function drawParameters({ choose, model }: Game): Action {
  const { parameters: all, sets } = model.state;
  const last = all.at(-1);
  const set = sets.at(-1);
  if (last === undefined || set === undefined) throw new Error("no parameters");
  const { parameters, version } = last;
  const isUpgrade = choose.below(4) === 0;
  return {
    kind: "parameters",
    value: {
      expectedVersion: version + (choose.rarely() ? 1 : 0),
      expectedEpoch: set.epoch + (choose.rarely() ? 1 : 0),
      parameters: {
        ...parameters,
        longLivedPerSponsorDay: choose.one([1, 2, 3, 4]),
        protocolVersion: parameters.protocolVersion + (isUpgrade ? 1 : 0),
      },
    },
  };
}

function drawPolicy({ choose, model }: Game): Action {
  const operation = choose.one([2, 20, 50, 60, choose.rarely() ? choose.one([19, 73]) : 40]);
  const version = model.state.policies[operation]?.version ?? 0;
  const nothing = { role: 1, count: 0, self: false, sponsor: false };
  const conditions = [
    { ...nothing, count: choose.one([1, 2]) },
    { ...nothing, self: true, role: choose.one([1, 2]) },
    { ...nothing, count: 1, role: choose.one([2, 3]) },
    { ...nothing, sponsor: true },
    choose.rarely() ? nothing : { ...nothing, sponsor: true },
  ];
  const clause = () => ({
    all: choose.one([[choose.one(conditions)], conditions.slice(2, 4), []]),
  });
  const any = choose.rarely() ? [] : choose.one([[clause()], [clause(), clause()], [{ all: [] }]]);
  const expectedVersion = version + (choose.rarely() ? 1 : 0);
  return { kind: "policy", value: { expectedVersion, operation, policy: { any } } };
}

function drawRoot(game: Game): Action {
  const { choose, model, world } = game;
  const domain = choose.one(["education", "health"]);
  const head = model.state.roots[domain];
  const expectedVersion = (head?.version ?? 0) + (choose.rarely() ? 1 : 0);
  if (head === undefined || choose.below(3) > 0) {
    const validUntil = choose.one([0, 0, world.ledger.head.header.time + 400_000]);
    const value = {
      ...{ expectedVersion, domain, subject: someone(game), actions: 31 },
      ...{ scope: drawScope(game), depth: choose.one([1, 3, 7]), validUntil },
    };
    return { kind: "rootAdd", value };
  }
  const root = 1 + choose.below(head.places.length + (choose.rarely() ? 1 : 0));
  const ended = choose.one([1, 2]);
  const value = { expectedVersion, domain, root, ended, untrustedSince: ended === 1 ? 0 : 1 };
  return { kind: "rootEnd", value };
}

function drawFreeze(game: Game): Action {
  const { choose, model, world } = game;
  const did = someone(game);
  const time = world.ledger.head.header.time;
  const until = model.state.dids[did]?.frozenUntil ?? 0;
  const inForce = until > time ? until : 0;
  // Short ones, so that there is a time after them.
  const next = choose.one([
    time + 20_000,
    time + 90_000,
    0,
    choose.rarely() ? time + 31 * dayMs : 0,
  ]);
  const expectedUntil = inForce + (choose.rarely() ? 1 : 0);
  return { kind: "freeze", value: { did, expectedUntil, until: inForce > 0 ? 0 : next } };
}

function drawRedact(game: Game): Action {
  const { choose, model } = game;
  const did = someone(game);
  const version = Math.max(1, (model.state.dids[did]?.version ?? 1) - choose.below(3));
  const reason = choose.rarely() ? 4 : 1 + choose.below(3);
  const digests = Object.keys(model.state.schemas);
  if (digests.length > 0 && choose.below(3) === 0) {
    const schema = choose.one(digests);
    return { kind: "redact", value: { did: "", version: 0, schema, reason } };
  }
  return { kind: "redact", value: { did, version, schema: "no bytes", reason } };
}

function drawAction(game: Game): Action {
  switch (game.choose.below(12)) {
    case 0:
      return drawMember(game);
    case 2:
      return { kind: "validators", value: drawChange(game) };
    case 3:
      return drawParameters(game);
    case 1:
    case 4:
      return drawPolicy(game);
    case 5:
      return drawRedact(game);
    case 6:
    case 7:
      return drawFreeze(game);
    default:
      return drawRoot(game);
  }
}

/** A root, decided at once by most who sign. */
export const drawRootProposal: Draw = (game) => drawProposal(game, drawRoot(game));

function drawProposal(game: Game, action: Action): Drawn {
  const { choose, model, world, dictionary } = game;
  const signers = voices(game);
  const proposer = signers[0]?.did ?? "@alpha";
  const time = world.ledger.head.header.time;
  const expires = time + choose.one([dayMs, dayMs, 70_000, choose.rarely() ? -1 : dayMs]);
  const nonce = `nonce:p${dictionary.bytes.size}`;
  const again = model.state.proposals.at(-1);
  const isAgain = again !== undefined && choose.rarely();
  const value = isAgain
    ? {
        ...{ proposer: again.proposer, expires: again.expires, action: again.action },
        nonce: again.hash.replace("proposal ", "nonce:"),
      }
    : { proposer, nonce, expires, action };
  const hash = value.nonce.replace("nonce:", "proposal ");
  const bytes = governanceProposalHash(real<GovernancePropose>(dictionary, value));
  dictionary.bytes.set(hash, bytes);
  // One member alone often enough that others have something to vote on.
  const speaking: ModelSigner[] = choose.below(3) === 0 ? signers.slice(0, 1) : signers;
  return { operation: { kind: "governancePropose", value }, signers: speaking };
}

export const drawGovernance: Draw = (game) => {
  const { choose, model } = game;
  const open = model.state.proposals.filter(({ status }) => status === 1);
  const known = choose.rarely() ? model.state.proposals : open;
  if (known.length === 0 || choose.below(3) === 0) return drawProposal(game, drawAction(game));
  const proposal = choose.one(known);
  const voter = choose.rarely() ? someone(game) : choose.one(model.state.members).did;
  const hash = choose.rarely() ? "$none" : proposal.hash;
  if (choose.rarely()) {
    const own = author(
      proposal.proposer,
      keyFor(game, model.state.dids[proposal.proposer], bit.invocation),
    );
    const value = { proposer: proposal.proposer, proposal: hash };
    return { operation: { kind: "governanceWithdraw", value }, signers: [own] };
  }
  const own = author(voter, keyFor(game, model.state.dids[voter], bit.invocation));
  const value = { voter, proposal: hash, approve: choose.below(5) > 0 };
  return { operation: { kind: "governanceVote", value }, signers: [own] };
};
