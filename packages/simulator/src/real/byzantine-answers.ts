// Answers to sync requests as a strategy gives them.
import {
  type Block,
  decodeBlock,
  decodeHeader,
  decodeSyncRequest,
  decodeSyncResponse,
  encodeBlock,
  encodeSyncResponse,
  headerHash,
} from "@cartorio/protocol";
import type { StoredBlock } from "../disk.ts";
import type { Adversary, Strategy } from "../strategy.ts";

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
  const { kind } = request.value;
  const isForBodies = kind === "envelopes" || kind === "proposals";
  if (isForBodies && strategy.answerBodies?.(adversary, from) === false)
    throw new Error("withheld");
  const answer = await honest();
  if (kind !== "blocks" || strategy.answerBlocks === undefined) return answer;
  return withOtherBlocks(answer, (blocks) => strategy.answerBlocks?.(adversary, blocks) ?? blocks);
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
