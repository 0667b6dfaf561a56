// Random histories of a small world, executed by the ledger and by the model. Most operations follow from
// the state as it is, so that histories get deep; each part is spoilt now and then.
import {
  type DecodedEnvelope,
  type DidCreate,
  defaultParameters,
  type Operation,
  signerRole,
} from "@cartorio/protocol";
import { naiveRoot } from "../naive-tree.ts";
import {
  did,
  didOfCreate,
  fork,
  genesisTime,
  memberNames,
  minute,
  run,
  transaction,
} from "../world.ts";
import { compareRegistries } from "./compare.ts";
import { drawAccreditation } from "./draw-accreditation.ts";
import { drawCredential } from "./draw-credential.ts";
import { creates, drawCreate, drawDid, standardDocument } from "./draw-did.ts";
import { drawGovernance, drawRootProposal } from "./draw-governance.ts";
import { drawSchema, nameSchemas } from "./draw-schema.ts";
import { drawExchange, drawStatusList } from "./draw-status-list.ts";
import { drawValidators, nameValidatorKeys } from "./draw-validators.ts";
import { execute } from "./execute.ts";
import { firstWorld, longCap, maxClockDriftMs } from "./first-world.ts";
import {
  author,
  type Chooser,
  chooser,
  type Draw,
  type Drawn,
  type Game,
  keyFor,
  members,
  names,
} from "./game.ts";
import { type Dictionary, real } from "./named.ts";
import { needSame } from "./same.ts";
import {
  bit,
  type Model,
  type ModelDid,
  type ModelSigner,
  type ModelTransaction,
} from "./state.ts";

function newGame(choose: Chooser): Game {
  const dictionary: Dictionary = { dids: new Map(), bytes: new Map() };
  for (const name of memberNames) dictionary.dids.set(`@${name}`, did(name));
  for (const [name, create] of Object.entries(creates)) {
    dictionary.dids.set(name, didOfCreate(real<DidCreate>(dictionary, create)));
  }
  nameValidatorKeys(dictionary.bytes);
  nameSchemas(dictionary);
  let counter = 0;
  const fresh = (): string => {
    counter += 1;
    return `#fresh ${counter % 40}`;
  };
  const theme = choose.one(themes);
  return { world: fork(firstWorld()), model: newModel(), dictionary, choose, fresh, theme };
}

function newModel(): Model {
  const member = (name: string): ModelDid => ({
    version: 1,
    active: true,
    control: { kind: "keys", keys: [`#${name}`], threshold: 1, nextKeyHashes: [] },
    document: standardDocument(name),
    recovery: undefined,
    sponsor: "",
    dependants: 0,
    pending: undefined,
    recoveries: 0,
    vetoed: false,
    frozenUntil: 0,
    left: {},
  });
  const dids = Object.fromEntries(memberNames.map((name) => [`@${name}`, member(name)]));
  const validators = memberNames.map((name) => ({
    member: `@${name}`,
    validatorKey: `validator ${name}`,
    nodeKey: `node ${name}`,
    addresses: [],
    incarnation: "no bytes",
  }));
  return {
    state: {
      dids,
      anchors: {},
      statuses: {},
      cosigned: {},
      logs: {},
      profiles: {},
      members: memberNames.map((name) => ({
        ...{ did: `@${name}`, name, weight: 1, version: 1, time: genesisTime, height: 0 },
      })),
      membersVersion: 0,
      proposals: [],
      parameters: [
        {
          parameters: { ...defaultParameters, longLivedPerSponsorDay: longCap, maxClockDriftMs },
          ...{ version: 1, activationHeight: 1, time: genesisTime, height: 0 },
        },
      ],
      policies: {},
      announced: {},
      dropped: {},
      schemas: {},
      lists: {},
      exchanged: {},
      accreditations: {},
      given: {},
      roots: {},
      sets: [{ epoch: 0, activationHeight: 1, validators }],
      reentries: {},
    },
    seen: new Set(),
    longLived: {},
  };
}

/** The signers that the operations ask for, spoilt now and then, and somebody who pays. */
function signersFor(game: Game, wanted: readonly ModelSigner[]): ModelSigner[] {
  const { choose, model } = game;
  const signers = new Map<string, ModelSigner>();
  const add = (signer: ModelSigner): void => {
    if (signers.size < 12) signers.set(`${signer.did} ${signer.key}`, signer);
  };
  for (const signer of wanted) {
    if (choose.below(30) === 0) continue;
    add(choose.below(30) === 0 ? { ...signer, role: "cosigner" } : signer);
  }
  if (choose.rarely()) add(author(choose.one(names), "#stranger"));
  const payer = choose.below(40) === 0 ? "@u" : choose.one(members.slice(0, 3));
  const key = keyFor(game, model.state.dids[payer], bit.invocation);
  if (choose.below(15) > 0 || signers.size === 0) add({ did: payer, key, role: "sponsor" });
  const all = [...signers.values()];
  const hasPayer = all.some(({ role }) => role === "author" || role === "sponsor");
  if (hasPayer) return all;
  const others = all.filter((signer) => signer.key !== "#alpha/invoke");
  return [...others, { did: "@alpha", key: "#alpha/invoke", role: "sponsor" }];
}

interface Sent {
  readonly tx: ModelTransaction;
  readonly real: ReturnType<typeof transaction>;
}

/** Heights at which histories get what the rest of them is about. */
const warmUp = 7;

/** DIDs that are not there yet, those that control before those that are controlled; then roots. */
function drawStart(game: Game): Drawn {
  const missing = names.find((name) => game.model.state.dids[name] === undefined);
  return missing === undefined ? drawRootProposal(game) : drawCreate(game, missing);
}

/** There is nothing to do about accreditations before there is a root. */
const drawAccreditationOrRoot: Draw = (game) =>
  Object.keys(game.model.state.accreditations).length === 0
    ? drawRootProposal(game)
    : drawAccreditation(game);

const everything: readonly Draw[] = [
  ...[drawDid, drawCredential, drawAccreditationOrRoot, drawSchema],
  ...[drawStatusList, drawExchange, drawGovernance, drawValidators],
];

/** What a history is mostly about, so that it gets deep somewhere. */
const themes: readonly (readonly Draw[])[] = [
  [drawDid],
  [drawDid, drawCredential],
  [drawAccreditationOrRoot, drawAccreditationOrRoot, drawCredential],
  [drawAccreditationOrRoot, drawGovernance],
  [drawGovernance, drawValidators],
  [drawSchema, drawStatusList, drawStatusList, drawExchange],
  everything,
];

function drawTransaction(game: Game, time: number, id: string): Sent {
  const { choose, model, world, dictionary } = game;
  // One by one at first, so that each sees what came before it.
  const isStart = world.ledger.head.height < warmUp && !choose.rarely();
  const count = 1 + (choose.rarely() ? 2 : 0);
  const drawn = Array.from({ length: count }, () => {
    if (isStart) return drawStart(game);
    const missing = names.some((name) => model.state.dids[name] === undefined);
    return missing && choose.below(3) === 0
      ? drawCreate(game, choose.one(names))
      : choose.one(choose.below(3) > 0 ? game.theme : everything)(game);
  });
  const ends = [0, 1, minute, minute, minute, 10 * minute, -1, 700 * minute, 12_000 * minute];
  const tx: ModelTransaction = {
    id,
    validUntil: time + (choose.below(6) > 0 ? minute : choose.one(ends)),
    signers: signersFor(
      game,
      drawn.flatMap(({ signers }) => signers),
    ),
    operations: drawn.map(({ operation }) => operation),
  };
  const envelope = transaction(world, {
    signers: tx.signers.map((signer) => ({
      did: real<string>(dictionary, signer.did),
      multikey: real<Uint8Array>(dictionary, signer.key),
      role: signerRole[signer.role],
    })),
    operations: tx.operations.map((operation) => real<Operation>(dictionary, operation)),
    validUntil: tx.validUntil,
  });
  return { tx, real: envelope };
}

/** A few transactions, built against the state before the block: later ones meet surprises. */
function drawBlock(game: Game, past: readonly Sent[], time: number): Sent[] {
  const { choose, world } = game;
  const batch: Sent[] = [];
  const isStart = world.ledger.head.height < warmUp;
  for (let index = isStart ? 0 : choose.below(5); index >= 0; index -= 1) {
    const again = past.length > 0 && choose.rarely() ? choose.one(past.slice(-10)) : undefined;
    if (again === undefined) {
      const id = `${batch.length} of block ${world.ledger.head.height}`;
      batch.push(drawTransaction(game, time, id));
    } else if (!batch.some((sent) => sent.real === again.real)) {
      batch.push(again);
    }
  }
  return batch;
}

/** One executed block: what a replay needs, and the header that it must come to. */
export interface PlayedBlock {
  readonly envelopes: readonly DecodedEnvelope[];
  readonly time: number;
  readonly headerHash: Uint8Array;
}
export interface Played {
  readonly game: Game;
  readonly blocks: readonly PlayedBlock[];
}

/**
 * Plays the history of a seed: equal receipts in every block, equal registries and the root of a tree
 * rebuilt from nothing at its end, or an error. `reached` collects the codes of its receipts and the
 * kinds of the operations that were applied.
 */
export function play(seed: number, length: number, reached: Set<string>): Played {
  const game = newGame(chooser(seed));
  const { world, choose } = game;
  const past: Sent[] = [];
  const blocks: PlayedBlock[] = [];
  for (let block = 0; block < length; block += 1) {
    const time = world.ledger.head.header.time + choose.one([1, 500, 5000, minute, 2 * minute]);
    const batch = drawBlock(game, past, time);
    const envelopes = batch.map((sent) => sent.real);
    const height = world.ledger.head.height + 1;
    const receipts = run(world, envelopes, time);
    const expected = batch.map(({ tx }) => execute(game.model, tx, { time, height }));
    for (const [index, { name, operationIndex, currentVersion, ids }] of receipts.entries()) {
      const wanted = expected[index];
      if (name !== undefined) reached.add(name);
      if (name === "APPLIED")
        for (const { kind } of batch[index]?.tx.operations ?? []) reached.add(kind);
      const known = wanted?.ids.map((id) => real<string>(game.dictionary, id));
      needSame(
        { name, operationIndex, currentVersion, ids },
        { ...wanted, ids: known },
        () => `history ${seed}, block ${height}: ${JSON.stringify(batch[index]?.tx)}`,
      );
    }
    past.push(...batch);
    blocks.push({ envelopes, time, headerHash: world.ledger.head.headerHash });
  }
  compareRegistries(game, `history ${seed}`);
  const rebuilt = naiveRoot(world.state.leaves());
  needSame(world.ledger.head.header.stateRoot, rebuilt, () => `history ${seed}: root`);
  return { game, blocks };
}
