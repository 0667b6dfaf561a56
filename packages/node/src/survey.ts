// Reads the data of all nodes that are left and says what a recovery can build on (docs/consensus.md 9).
// The nodes are stopped; nothing is changed.
import { access } from "node:fs/promises";
import { join } from "node:path";
import { planRecovery, type RecoveryPlan, type Survivor } from "@cartorio/consensus";
import { equalBytes } from "@cartorio/crypto";
import { verifyEd25519 } from "@cartorio/crypto/node";
import { type Ledger, validatorSetAt, validatorSetOfEpoch } from "@cartorio/ledger";
import {
  decodeConsensusMessage,
  encodeRecoveryBody,
  encodeValidatorSet,
  type FinalityCertificate,
  type GuardRecord,
  type JournalRecord,
  type ValidatorSet,
  type VerifiedGenesis,
  verifyFinalityCertificate,
} from "@cartorio/protocol";
import {
  acquireDirectory,
  createVoteGuard,
  openVoteJournal,
  StorageError,
} from "@cartorio/storage";
import { type ChainState, openChainState } from "./chain-state.ts";
import { NodeError } from "./node-error.ts";
import { validatorIndex } from "./vote-signer.ts";

export interface SurveyedFolder {
  readonly dataDirectory: string;
  /** 32 bytes. */
  readonly validatorKey: Uint8Array;
}

/** What one node has left. */
export interface SurveyedNode {
  readonly dataDirectory: string;
  readonly validatorKey: Uint8Array;
  /** Highest executed height; undefined: no state. */
  readonly head: number | undefined;
  readonly certified: number;
  /** Undefined: its journal is as its guard knows it. Else why it proves nothing. */
  readonly journalProblem: string | undefined;
}

export interface Survey {
  readonly nodes: readonly SurveyedNode[];
  /** The set of the epoch that was lost. */
  readonly validators: ValidatorSet;
  readonly plan: RecoveryPlan;
  /** Encoded RecoveryBody, for the members to sign. */
  readonly body: Uint8Array;
}

interface Read extends SurveyedNode {
  readonly chain: ChainState | undefined;
  readonly guard: GuardRecord | undefined;
  readonly certificates: readonly FinalityCertificate[];
  readonly journal: readonly JournalRecord[];
}

/** @throws NodeError RECOVERY_INVALID if no node has a state; StorageError DATABASE_LOCKED if one runs */
export async function surveyNodes(
  folders: readonly SurveyedFolder[],
  genesis: VerifiedGenesis,
): Promise<Survey> {
  const undo: (() => unknown)[] = [];
  try {
    const nodes: Read[] = [];
    for (const folder of folders) nodes.push(await readNode(folder, genesis, undo));
    return surveyOf(nodes, genesis);
  } finally {
    for (const close of undo.reverse()) await close();
  }
}

async function readNode(
  folder: SurveyedFolder,
  genesis: VerifiedGenesis,
  undo: (() => unknown)[],
): Promise<Read> {
  const { dataDirectory } = folder;
  const lock = await acquireDirectory(dataDirectory);
  undo.push(() => lock.release());
  const stateDirectory = join(dataDirectory, "state");
  const chain = (await exists(stateDirectory))
    ? await openChainState(stateDirectory, genesis)
    : undefined;
  undo.push(() => chain?.store.close());
  const { guard, records, problem } = await readVotes(dataDirectory, genesis.chainId);
  const stored = chain?.store.latestCertificate();
  const certificates = [...(stored === undefined ? [] : [stored]), ...certificatesIn(records)];
  return {
    ...folder,
    ...{ chain, guard, certificates, journal: records, journalProblem: problem },
    head: chain?.store.head()?.height,
    certified: Math.max(0, ...certificates.map(({ height }) => height)),
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

interface Votes {
  readonly guard: GuardRecord | undefined;
  readonly records: readonly JournalRecord[];
  readonly problem: string | undefined;
}

async function readVotes(dataDirectory: string, chainId: Uint8Array): Promise<Votes> {
  try {
    const guard = createVoteGuard(dataDirectory).read();
    const journal = await openVoteJournal(join(dataDirectory, "journal"), chainId);
    await journal.close();
    const { records } = journal;
    return { guard, records, problem: problemOf(guard, records) };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return { guard: undefined, records: [], problem: error.code };
  }
}

/** A journal vouches for every vote of its key only if its guard says so, and is not newer. */
function problemOf(
  guard: GuardRecord | undefined,
  records: readonly JournalRecord[],
): string | undefined {
  if (guard === undefined) return "JOURNAL_DAMAGED";
  if (guard.mustReenter !== 0 || !guard.complete) return "JOURNAL_MISSING";
  const journalled = records.findLast((record) => record.kind === "guard")?.guard;
  const isWhole = journalled !== undefined && journalled.counter >= guard.counter;
  return isWhole ? undefined : "JOURNAL_ROLLED_BACK";
}

function certificatesIn(records: readonly JournalRecord[]): FinalityCertificate[] {
  return records.flatMap((record) => {
    if (record.kind !== "message") return [];
    const message = decodeConsensusMessage(record.message);
    return message.ok && message.value.kind === "certificate" ? [message.value.value] : [];
  });
}

function surveyOf(nodes: readonly Read[], genesis: VerifiedGenesis): Survey {
  const furthest = nodes.reduce<Read | undefined>(
    (best, node) => ((node.head ?? -1) > (best?.head ?? -1) ? node : best),
    undefined,
  );
  if (furthest?.chain === undefined)
    throw new NodeError("RECOVERY_INVALID", "none of these folders holds a state to build on");
  const { ledger } = furthest.chain;
  const { chainId } = genesis;
  const certificates = nodes
    .flatMap((node) => node.certificates)
    .filter((certificate) => mayHold(certificate, ledger, chainId));
  const certified = Math.max(0, ...certificates.map(({ height }) => height));
  const validators = validatorSetAt(ledger, certified + 1);
  if (validators === undefined)
    throw new NodeError(
      "RECOVERY_INVALID",
      `height ${certified} is certified, and the furthest of these nodes has executed ` +
        `${ledger.head.height}: add the folder of a node that has more`,
    );
  const survivors = nodes.flatMap((node) => survivorOf(node, validators));
  const verify = verifyEd25519;
  const plan = planRecovery({ chainId, validators, verify, survivors, certificates });
  const next: ValidatorSet = {
    epoch: validators.epoch + 1,
    activationHeight: plan.certified + plan.heights.length + 1,
    validators: validators.validators.map((validator) => ({
      ...validator,
      incarnation: incarnationOf(nodes, validator.validatorKey) ?? validator.incarnation,
    })),
  };
  const { heights } = plan;
  const certificate = plan.certificate ?? certificateAt(nodes, plan.certified);
  const validatorSet = encodeValidatorSet(next);
  const body = encodeRecoveryBody({ chainId, certificate, heights, validatorSet });
  return { nodes, validators, plan, body };
}

/** What the set of its epoch did not sign must not decide which epoch is the lost one. */
function mayHold(certificate: FinalityCertificate, ledger: Ledger, chainId: Uint8Array): boolean {
  const set = validatorSetOfEpoch(ledger, certificate.epoch);
  return set === undefined || verifyFinalityCertificate(certificate, set, chainId, verifyEd25519);
}

/** An epoch in which nothing was certified yet rests on the certificate that ended the one before. */
function certificateAt(nodes: readonly Read[], height: number): FinalityCertificate | undefined {
  const stored = nodes.map(({ chain }) => chain?.store.certificate(height));
  const journalled = nodes.flatMap(({ certificates }) => certificates);
  return [...stored, ...journalled].find((certificate) => certificate?.height === height);
}

function survivorOf(node: Read, { validators }: ValidatorSet): Survivor[] {
  const validator = validatorIndex(validators, node.validatorKey);
  const { certificates, journal } = node;
  if (validator === undefined || node.journalProblem !== undefined) return [];
  return [{ validator, certificates, journal }];
}

/** Whoever lost its journal began a new incarnation, under which it may vote in the new epoch. */
function incarnationOf(nodes: readonly Read[], validatorKey: Uint8Array): Uint8Array | undefined {
  return nodes.find((node) => equalBytes(node.validatorKey, validatorKey))?.guard?.incarnation;
}
