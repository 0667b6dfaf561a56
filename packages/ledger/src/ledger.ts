import { equalBytes } from "@cartorio/crypto";
import type { Decoded, Header, Parameters, ValidatorSet } from "@cartorio/protocol";
import { createGenerationCache, type GenerationCache } from "./generation-cache.ts";
import { loadAllMembers, type Members, presentMembers } from "./members.ts";
import { type Page, pageHash } from "./page.ts";
import {
  loadParameters,
  type ParametersAfter,
  withRecoveredParameters,
} from "./parameters-in-force.ts";
import type { Policies } from "./policies.ts";
import { loadPolicies } from "./policy.ts";
import type { StateReader } from "./ports.ts";
import { withRecovered } from "./recovered-set.ts";
import type { ReplayMemory } from "./replay.ts";
import { type ReplayList, restoreReplay } from "./replay-restore.ts";
import type { DidState } from "./state.ts";
import { StateError } from "./state-error.ts";
import {
  createTreeReader,
  findRecord,
  loadRootPage,
  type TreeReader,
  warmTree,
} from "./tree-reader.ts";
import { loadSets, type SetsAfter } from "./validator-sets.ts";

/** Decoded DIDs kept in memory: members and busy issuers. */
const cachedDids = 512;
/** Validator sets of earlier epochs kept in memory: those that proofs and peers ask for. */
const cachedSets = 64;

export interface LedgerHead {
  readonly height: number;
  readonly headerHash: Uint8Array;
  readonly header: Header;
}

/** The state machine at its head. Owned by one driver; only `applyBlock` moves it. */
export interface Ledger {
  readonly network: string;
  readonly chainId: Uint8Array;
  /** The set that verifies the next height; `applyBlock` at A-1 makes it that of the next epoch. */
  readonly validators: ValidatorSet;
  /** Those of the next height; `applyBlock` at A-1 makes them those of the next epoch. */
  readonly parameters: Parameters;
  readonly tree: TreeReader;
  readonly dids: GenerationCache<string, DidState>;
  readonly replay: ReplayMemory;
  /** Of earlier epochs, by epoch. */
  readonly oldSets: GenerationCache<number, ValidatorSet>;
  /** The set of a recovery manifest; part of the state from its activation on. */
  readonly recovered: ValidatorSet | undefined;
  /** As of the head. */
  members: Members;
  policies: Policies;
  sets: SetsAfter;
  parameterVersions: ParametersAfter;
  head: LedgerHead;
  root: Page;
}

export interface LedgerOptions {
  readonly reader: StateReader;
  readonly network: string;
  readonly chainId: Uint8Array;
  /** The executed block whose state is opened. */
  readonly head: LedgerHead;
  /** Remembered ids by bucket and block, ascending, as storage kept them. */
  readonly replay: readonly ReplayList[];
  /** Also brings the upper pages of the tree into memory: a second or two for a million DIDs. */
  readonly warm?: boolean;
  /** The set that a recovery manifest puts in force from its activation height on (docs/consensus.md 9). */
  readonly recovered?: ValidatorSet | undefined;
}

/**
 * Opens the state of an executed block. What it reads is checked against the header: the root page
 * against the state root, the replay lists against their certified running hashes and for
 * completeness, the validator set of the next height against the hash in the header. Code:
 * DATABASE_CORRUPT. What the reader throws passes through.
 */
export function openLedger(options: LedgerOptions): Decoded<Ledger> {
  try {
    return { ok: true, value: load(options) };
  } catch (error) {
    if (error instanceof StateError) return { ok: false, code: error.code, field: error.message };
    throw error;
  }
}

function load(options: LedgerOptions): Ledger {
  const { reader, network, chainId, head } = options;
  const tree = createTreeReader(reader);
  const root = loadRootPage(tree, head.height);
  if (!equalBytes(pageHash(root), head.header.stateRoot)) {
    throw new StateError(`the state root of block ${head.height} does not match its header`);
  }
  const sets = loadSets(tree, root, head.height);
  if (!equalBytes(sets.next.hash, head.header.nextValidatorSetHash)) {
    throw new StateError(`the validator set after block ${head.height} does not match its header`);
  }
  const read = (key: Uint8Array) => findRecord(tree, root, key);
  const everMembers = loadAllMembers(read);
  // One that left may have paid for a transaction that is still remembered.
  const sponsors = everMembers.map(({ did }) => did);
  const replay = restoreReplay(tree, root, {
    lists: options.replay,
    time: head.header.time,
    sponsors,
  });
  const ledger: Ledger = {
    network,
    chainId,
    get validators() {
      return ledger.sets.next.set;
    },
    get parameters() {
      return ledger.parameterVersions.next.parameters;
    },
    members: presentMembers(everMembers),
    policies: loadPolicies(read),
    tree,
    dids: createGenerationCache<string, DidState>(cachedDids),
    replay,
    oldSets: createGenerationCache<number, ValidatorSet>(cachedSets),
    recovered: options.recovered,
    sets: withRecovered(sets, options.recovered, head.height),
    parameterVersions: withRecoveredParameters(
      loadParameters(read, head.height),
      options.recovered,
      head.height,
    ),
    head,
    root,
  };
  if (options.warm === true) warmTree(tree, root);
  return ledger;
}
