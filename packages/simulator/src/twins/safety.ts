// Own arithmetic and own counting: nothing of the replica's quorum or certificate code is used here
// (docs/consensus.md 13).
import type { ExecutedBlock } from "@cartorio/consensus";
import { hexEncode } from "@cartorio/crypto";
import type { ConsensusMessage } from "@cartorio/protocol";

/** Sees everything that was signed and executed. */
export interface SafetyChecker {
  signed(message: ConsensusMessage): void;
  executed(process: number, block: ExecutedBlock): void;
  /** The first rule that did not hold. */
  violation(): { readonly check: string; readonly detail: string } | undefined;
}

/** Of four members two groups of three always share two, of which at most one is faulty. */
const enough = 3;

export function createSafetyChecker(): SafetyChecker {
  /** Bit per validator, by kind, height, view and content. */
  const supporters = new Map<string, number>();
  const proven = new Map<string, string>();
  const headers = new Map<number, string>();
  const heights = new Map<number, number>();
  let found: { readonly check: string; readonly detail: string } | undefined;
  const report = (check: string, detail: string): void => {
    found ??= { check, detail };
  };
  const support = (place: string, statement: string, validator: number): void => {
    const set = (supporters.get(statement) ?? 0) | (1 << validator);
    supporters.set(statement, set);
    if (count(set) < enough) return;
    // What follows the last blank is the content.
    const content = statement.slice(statement.lastIndexOf(" ") + 1);
    const known = proven.get(place);
    if (known === undefined) proven.set(place, content);
    else if (known !== content) report("conflicting-quorums", `two quorums: ${place}`);
  };
  return {
    signed: (message) => {
      if (message.kind === "vote" && message.value.kind === 3) {
        const { view, height, validator, proposalDigest } = message.value;
        const content = hexEncode(proposalDigest);
        support(`commit ${height}`, `commit ${height} ${view} ${content}`, validator);
      } else if (message.kind === "checkpoint") {
        const { height, validator, headerHash } = message.value;
        support(`block ${height}`, `block ${height} ${hexEncode(headerHash)}`, validator);
      }
    },
    executed: (process, block) => {
      const { height } = block;
      const before = heights.get(process) ?? 0;
      if (height !== before + 1)
        report("executed-once", `process ${process} executed ${height} after ${before}`);
      heights.set(process, height);
      const header = hexEncode(block.headerHash);
      const known = headers.get(height);
      if (known === undefined) headers.set(height, header);
      else if (known !== header)
        report("agreement", `process ${process} executed another block at height ${height}`);
    },
    violation: () => found,
  };
}

function count(bits: number): number {
  let rest = bits;
  let ones = 0;
  for (; rest !== 0; rest &= rest - 1) ones += 1;
  return ones;
}
