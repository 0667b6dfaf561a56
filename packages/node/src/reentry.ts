// How a validator that lost its journal comes back (docs/consensus.md 9): its member's key signs
// `validator.reenter` with the incarnation of the new journal; the set change that it schedules lets
// the validator sign again.
import { randomBytes } from "node:crypto";
import type { EntryAnswer } from "@cartorio/consensus";
import { encodeMultikey, equalBytes, hexEncode } from "@cartorio/crypto";
import { pendingActivation, validatorSetOfEpoch } from "@cartorio/ledger";
import {
  decodeReceipt,
  encodeEnvelope,
  encodeTransactionBody,
  errorCodes,
  signerRole,
  transactionSigningBytes,
  type ValidatorSet,
} from "@cartorio/protocol";
import { mempoolTransaction } from "./mempool.ts";
import type { NodeParts } from "./node-parts.ts";
import { namesIncarnation, type Session } from "./session.ts";
import type { VoteSigner } from "./vote-signer.ts";

export interface Reentry {
  /** One round of a validator that must re-enter: hands in, waits, or says what to do. */
  readonly attend: (session: Session, answers: ReadonlyMap<number, EntryAnswer>) => Promise<void>;
}

export interface ReentryRequest {
  readonly chainId: Uint8Array;
  /** DID of the validator's member. */
  readonly member: string;
  readonly validatorKey: Uint8Array;
  readonly incarnation: Uint8Array;
  readonly expectedEpoch: number;
  /** Wall clock until which it may be executed, milliseconds. */
  readonly validUntil: number;
}

/** The envelope of `validator.reenter`, signed by the member's key. */
export async function reentryEnvelope(
  request: ReentryRequest,
  member: VoteSigner,
): Promise<Uint8Array> {
  const { chainId, validatorKey, incarnation, expectedEpoch, validUntil } = request;
  const multikey = encodeMultikey("ed25519", member.publicKey);
  const body = encodeTransactionBody({
    chainId,
    signers: [{ did: request.member, multikey, role: signerRole.author }],
    validUntil,
    nonce: Uint8Array.from(randomBytes(16)),
    operations: [{ kind: "validatorReenter", value: { validatorKey, incarnation, expectedEpoch } }],
  });
  const signature = await member.sign(transactionSigningBytes(body));
  return encodeEnvelope({ body, signatures: [signature] });
}

/** Short, so that a lost one is handed in again soon. */
const validityMs = 30_000;
/** Before a refused one is tried again; twice as long each time, as refusals cost everybody a transaction. */
const firstRetryMs = 5_000;
const longestRetryMs = 60_000;

interface Attempt {
  readonly id: Uint8Array;
  readonly validUntil: number;
}

interface ReentryState {
  readonly parts: NodeParts;
  attempt: Attempt | undefined;
  notBeforeMs: number;
  refusals: number;
  isTold: boolean;
}

export function createReentry(parts: NodeParts): Reentry {
  const state: ReentryState = {
    parts,
    attempt: undefined,
    notBeforeMs: 0,
    refusals: 0,
    isTold: false,
  };
  return {
    attend: async (session, answers) => {
      const { standing } = session;
      if (standing.kind !== "amnesia" || parts.ownKey === undefined) return;
      const { ledger } = parts;
      const activationHeight = pendingActivation(ledger);
      const { epoch } = ledger.validators;
      const next = validatorSetOfEpoch(ledger, epoch + 1);
      const isNamed =
        next !== undefined && namesIncarnation(next, parts.ownKey, standing.incarnation);
      session.standing = { ...standing, activationHeight: isNamed ? activationHeight : undefined };
      // Another change is under way: it activates first.
      if (activationHeight !== undefined || !isAbreast(parts, session, answers)) return;
      if (isUnderWay(state) || Date.now() < state.notBeforeMs) return;
      await handIn(state, ledger.validators, standing.incarnation);
    },
  };
}

/** What the state says of sets and members is of use only near the newest certified height. */
function isAbreast(
  { store, catchUp }: NodeParts,
  { validators }: Session,
  answers: ReadonlyMap<number, EntryAnswer>,
): boolean {
  const heard = [...answers.values()].filter(({ epoch }) => epoch === validators.epoch);
  const head = store.head()?.height ?? 0;
  const newest = Math.max(0, ...heard.map(({ certificate }) => certificate?.height ?? 0));
  return heard.length > 0 && head >= newest && !catchUp.running();
}

function isUnderWay(state: ReentryState): boolean {
  const { attempt, parts } = state;
  if (attempt === undefined) return false;
  const found = parts.store.transaction(attempt.id);
  if (found === undefined) {
    if (mempoolTransaction(parts.mempool, attempt.id) !== undefined) return true;
    // In a block that is on its way, perhaps.
    if (Date.now() <= attempt.validUntil) return true;
  } else {
    const receipt = parts.store.block(found.height)?.receipts[found.index];
    const decoded = receipt && decodeReceipt(receipt);
    const number = decoded?.ok ? decoded.value.code : undefined;
    const code = Object.entries(errorCodes).find(([, entry]) => entry.number === number)?.[0];
    if (number === 0) state.refusals = 0;
    else putOff(state);
    parts.options.logger.info({ code, height: found.height }, "re-entry was executed");
  }
  state.attempt = undefined;
  return false;
}

function putOff(state: ReentryState): void {
  state.notBeforeMs = Date.now() + Math.min(longestRetryMs, firstRetryMs * 2 ** state.refusals);
  state.refusals += 1;
}

async function handIn(
  state: ReentryState,
  set: ValidatorSet,
  incarnation: Uint8Array,
): Promise<void> {
  const { options, ownKey, intake } = state.parts;
  const own = set.validators.find(
    ({ validatorKey }) => ownKey !== undefined && equalBytes(validatorKey, ownKey),
  );
  if (own === undefined) return;
  const { memberSigner, logger } = options;
  if (memberSigner === undefined) {
    if (!state.isTold)
      logger.error(
        { validatorKey: hexEncode(own.validatorKey), incarnation: hexEncode(incarnation) },
        "this validator must be re-entered by its member: `cartorio reenter --url URL --key MEMBER_KEY`",
      );
    state.isTold = true;
    return;
  }
  const validUntil = Date.now() + validityMs;
  const envelope = await reentryEnvelope(
    {
      chainId: options.genesis.chainId,
      member: own.member,
      validatorKey: own.validatorKey,
      incarnation,
      expectedEpoch: set.epoch,
      validUntil,
    },
    memberSigner,
  );
  const result = await intake.admit(envelope, true);
  if (result.ok) state.attempt = { id: result.decoded.id, validUntil };
  else putOff(state);
  const code = result.ok ? "handed in" : result.code;
  logger.info({ code, incarnation: hexEncode(incarnation), epoch: set.epoch }, "re-entry");
}
