import type { ExecutedBlock } from "@cartorio/consensus";
import { concatBytes, hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import { decodeProposal, proposalDigest } from "@cartorio/protocol";

/** Turns a committed proposal into a block. Synchronous and deterministic; the state is its own. */
export interface Executor {
  execute(proposal: Uint8Array, envelopes: readonly Uint8Array[]): ExecutedBlock;
}

/**
 * A stand-in for the ledger: the state is a running hash over every distinct envelope, in order, and
 * the header hash covers parent, height, time, proposal and state.
 */
export function createStandInExecutor(): Executor {
  let parent: Uint8Array = new Uint8Array(32);
  let state: Uint8Array = new Uint8Array(32);
  let time = 0;
  const applied = new Set<string>();
  return {
    execute: (proposal, envelopes) => {
      const decoded = decodeProposal(proposal);
      if (!decoded.ok) throw new Error("INV-SIM-PROPOSAL: a committed proposal does not decode");
      const { height, time: proposed } = decoded.value;
      time = Math.max(time + 1, proposed);
      for (const envelope of envelopes) {
        const id = hexEncode(envelope);
        if (applied.has(id)) continue;
        applied.add(id);
        state = sha256(state, envelope);
      }
      const digest = proposalDigest(proposal);
      const fixed = utf8Encode(`${height}/${time}/`);
      const headerHash = sha256(concatBytes(fixed, parent, digest, state));
      parent = headerHash;
      return { height, headerHash, proposalDigest: digest, time };
    },
  };
}
