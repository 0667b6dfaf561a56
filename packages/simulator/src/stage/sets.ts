// Validator sets that follow each other, and who may come back (docs/consensus.md 8 and 9).
import { createEntry, type EntryAnswer, entryVerdict, takeEntryAnswer } from "@cartorio/consensus";
import { equalBytes } from "@cartorio/crypto";
import { encodeValidatorSet, type Operation, validatorSetHash } from "@cartorio/protocol";
import { createStageChain, nextBlock, requireCode, type StageChain, transaction } from "./chain.ts";
import { createStage, require, stageValidators } from "./stage.ts";

const window = 16;

function reenter(chain: StageChain, member: number): Operation {
  const validatorKey = chain.sim.nodes[member]?.validator.publicKey ?? new Uint8Array(32);
  const incarnation = new Uint8Array(16).fill(member + 1);
  const { epoch } = chain.ledger.validators;
  return { kind: "validatorReenter", value: { validatorKey, incarnation, expectedEpoch: epoch } };
}

/** A change executed at h activates at h+W+1, not earlier, not later; another one waits its turn. */
export function setChange(): void {
  const chain = createStageChain();
  const [code] = nextBlock(chain, [transaction(chain, 1, reenter(chain, 1))]);
  requireCode(code, "APPLIED", "set-change");
  const activation = 1 + window + 1;
  const [second] = nextBlock(chain, [transaction(chain, 2, reenter(chain, 2))]);
  requireCode(second, "SET_CHANGE_PENDING", "set-change");
  const before = validatorSetHash(encodeValidatorSet(chain.sim.validators));
  for (let height = 3; height <= activation + 2; height += 1) {
    const { epoch } = chain.ledger.validators;
    const wanted = height >= activation ? 1 : 0;
    require(epoch === wanted, "set-change", `height ${height} is of epoch ${epoch}, not ${wanted}`);
    nextBlock(chain);
    const { header } = chain.ledger.head;
    const isOld = equalBytes(header.nextValidatorSetHash, before);
    require(isOld ===
      height + 1 <
        activation, "set-change", `header ${height} names the ${isOld ? "old" : "new"} set for the next height`);
  }
  const named = chain.ledger.validators.validators.filter(
    ({ incarnation }) => incarnation.length > 0,
  );
  require(named.length === 1, "set-change", `${named.length} validators have a new incarnation`);
}

/** Only the member of a validator brings it back. */
export function foreignReentry(): void {
  const chain = createStageChain();
  const [code] = nextBlock(chain, [transaction(chain, 2, reenter(chain, 1))]);
  requireCode(code, "UNAUTHORISED", "set-change");
}

const silent: EntryAnswer = {
  ...{ epoch: 0, amnesia: false, fresh: false, certificate: undefined, messages: [] },
};
const own = new Uint8Array(16).fill(1);
const other = new Uint8Array(16).fill(2);

/** The verdict for validator 0, whose set names `named`, when `answers` have come from 1, 2, ... */
function verdict(named: Uint8Array, answers: readonly EntryAnswer[]): string {
  const stage = createStage();
  const [first] = stage.nodes;
  if (first?.replica === undefined) return "none";
  const set = stageValidators(4, 0);
  const validators = set.validators.map((validator, index) =>
    index === 0 ? { ...validator, incarnation: named } : validator,
  );
  const entry = createEntry({
    replica: { ...first.replica, validators: { ...set, validators } },
    guard: {
      chainId: stage.chainId,
      epoch: 0,
      incarnation: own,
      counter: 1,
      mustReenter: 0,
      complete: true,
    },
    journal: [],
    isFresh: false,
  });
  for (const [index, answer] of answers.entries()) takeEntryAnswer(entry, index + 1, answer);
  return entryVerdict(entry);
}

function requireVerdict(found: string, wanted: string, detail: string): void {
  require(found === wanted, "amnesia", `${detail}: ${found}, not ${wanted}`);
}

/** Two copies of one directory: the set names the incarnation of the other one. */
export function otherIncarnation(): void {
  requireVerdict(verdict(other, [silent, silent, silent]), "amnesia", "another incarnation");
  requireVerdict(verdict(own, [silent, silent]), "enter", "its own incarnation");
}

/** Q-1 that remember must have answered; those that forgot themselves vouch for nothing. */
export function fewAnswers(): void {
  const forgetful: EntryAnswer = { ...silent, amnesia: true };
  requireVerdict(verdict(new Uint8Array(0), [silent]), "ask", "one answer of four");
  requireVerdict(
    verdict(new Uint8Array(0), [silent, forgetful, forgetful]),
    "ask",
    "one answer and two that forgot",
  );
}
