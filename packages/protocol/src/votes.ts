import { concatBytes, utf8Encode } from "@cartorio/crypto";
import type { CheckpointStatement, VoteStatement } from "./block-types.ts";
import { encodeCheckpointStatement, encodeVoteStatement } from "./certificate-codec.ts";
import { tags } from "./tags.ts";

const voteTag = utf8Encode(tags.vote);
const checkpointTag = utf8Encode(tags.checkpoint);

/** Messages that carry a signed body of their own. */
export type SignedBodyKind = "suspect" | "viewChange" | "newView";

const bodyTags: Readonly<Record<SignedBodyKind, Uint8Array>> = {
  suspect: utf8Encode(tags.suspect),
  viewChange: utf8Encode(tags.viewChange),
  newView: utf8Encode(tags.newView),
};

/** What a PrePrepare, Prepare or Commit signs (docs/consensus.md 2). */
export function voteSigningBytes(statement: VoteStatement): Uint8Array {
  return concatBytes(voteTag, encodeVoteStatement(statement));
}

/** What a checkpoint signs: nothing local, so that all correct replicas sign the same bytes. */
export function checkpointSigningBytes(statement: CheckpointStatement): Uint8Array {
  return concatBytes(checkpointTag, encodeCheckpointStatement(statement));
}

/** What a SignedBody signs: the tag of its kind, then the exact bytes of the body. */
export function signedBodySigningBytes(kind: SignedBodyKind, body: Uint8Array): Uint8Array {
  return concatBytes(bodyTags[kind], body);
}
