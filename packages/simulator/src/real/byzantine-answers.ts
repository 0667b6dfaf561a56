// Answers to sync requests as a strategy gives them.
import {
  type Block,
  type ConsensusMessage,
  decodeBlock,
  decodeConsensusMessage,
  decodeHeader,
  decodeOwnVotesAnswer,
  decodeSyncRequest,
  decodeSyncResponse,
  encodeBlock,
  encodeConsensusMessage,
  encodeOwnVotesAnswer,
  encodeSyncResponse,
  headerHash,
} from "@cartorio/protocol";
import type { StoredBlock } from "../disk.ts";
import type { Adversary, ShownVotes, Strategy } from "../strategy.ts";

export interface AskedFor {
  readonly adversary: Adversary;
  /** Validator that asks; -1: an observer. */
  readonly from: number;
  /** Encoded SyncRequest. */
  readonly frame: Uint8Array;
  readonly honest: () => Promise<Uint8Array>;
}

export async function answerAs(strategy: Strategy, asked: AskedFor): Promise<Uint8Array> {
  const { adversary, from, frame, honest } = asked;
  const request = decodeSyncRequest(frame);
  if (!request.ok) return honest();
  switch (request.value.kind) {
    case "envelopes":
    case "proposals":
      if (strategy.answerBodies?.(adversary, from) === false) throw new Error("withheld");
      return honest();
    case "blocks": {
      const change = strategy.answerBlocks;
      const answer = await honest();
      return change === undefined
        ? answer
        : withOtherBlocks(answer, (blocks) => change(adversary, blocks));
    }
    case "ownVotes": {
      const { validator } = request.value;
      const change = strategy.answerOwnVotes;
      const answer = await honest();
      return change === undefined
        ? answer
        : withOtherVotes(answer, (shown) => change(adversary, validator, shown));
    }
  }
}

function withOtherVotes(
  answer: Uint8Array,
  change: (shown: ShownVotes) => ShownVotes | undefined,
): Uint8Array {
  const response = decodeSyncResponse(answer);
  const [item] = response.ok ? response.value.items : [];
  const votes = item && decodeOwnVotesAnswer(item);
  if (!response.ok || votes?.ok !== true) return answer;
  const messages: ConsensusMessage[] = [];
  for (const bytes of votes.value.messages) {
    const message = decodeConsensusMessage(bytes);
    if (message.ok) messages.push(message.value);
  }
  const shown = change({ ...votes.value, messages });
  if (shown === undefined) throw new Error("withheld");
  const encoded = shown.messages.map(encodeConsensusMessage);
  const items = [encodeOwnVotesAnswer({ ...votes.value, ...shown, messages: encoded })];
  return encodeSyncResponse({ ...response.value, items });
}

function withOtherBlocks(
  answer: Uint8Array,
  change: (blocks: readonly StoredBlock[]) => readonly StoredBlock[],
): Uint8Array {
  const response = decodeSyncResponse(answer);
  if (!response.ok) return answer;
  const originals = new Map<number, Block>();
  const blocks: StoredBlock[] = [];
  for (const item of response.value.items) {
    const decoded = decodeBlock(item);
    const header = decoded.ok ? decodeHeader(decoded.value.header) : undefined;
    if (!decoded.ok || header?.ok !== true) return answer;
    const { height, proposalDigest, time } = header.value;
    const block = { height, headerHash: headerHash(decoded.value.header), proposalDigest, time };
    originals.set(height, decoded.value);
    blocks.push({ ...decoded.value, block });
  }
  const items = change(blocks).flatMap((stored) => {
    const { block, ...changed } = stored;
    const original = originals.get(block.height);
    return original === undefined ? [] : [encodeBlock({ ...original, ...changed })];
  });
  return encodeSyncResponse({ ...response.value, items });
}
