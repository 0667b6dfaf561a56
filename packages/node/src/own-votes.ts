// The question before the first signature (docs/consensus.md 9): what a peer knows of the asker's own
// votes, asked and answered.
import {
  type EntryAnswer,
  ownVotesAnswer,
  verifyCertificate,
  verifyMessage,
} from "@cartorio/consensus";
import { verifyEd25519 } from "@cartorio/crypto/node";
import {
  decodeConsensusMessage,
  decodeOwnVotesAnswer,
  decodeSyncResponse,
  encodeConsensusMessage,
  encodeOwnVotesAnswer,
  encodeSyncRequest,
  limits,
} from "@cartorio/protocol";
import type { OwnVotesRequest } from "./block-server.ts";
import type { NodeParts } from "./node-parts.ts";
import type { Session } from "./session.ts";

/** A peer on the same machine answers at once; one that is overloaded is asked again. */
const answerTimeoutMs = 2_000;

/** One item, or none: who has no votes of this chain in mind vouches for nothing. */
export function answerOwnVotes(
  { store, running }: Pick<NodeParts, "store" | "running">,
  request: OwnVotesRequest,
): readonly Uint8Array[] {
  const { session, haltedBy } = running;
  if (haltedBy !== undefined || session.self === undefined) return [];
  const { epoch } = session.validators;
  const newest = store.latestCertificate();
  const certificate = newest?.epoch === epoch ? newest : undefined;
  const replica = session.driver?.replica ?? session.restored;
  const amnesia = session.standing.kind === "amnesia";
  const fresh = running.voter?.record.guard().complete !== true;
  if (!amnesia && replica === undefined) return [];
  const shown =
    amnesia || replica === undefined || request.epoch !== epoch
      ? []
      : ownVotesAnswer(replica, request.validator);
  const messages = shown.slice(0, limits.maxOwnVotes).map(encodeConsensusMessage);
  return [encodeOwnVotesAnswer({ epoch, amnesia, fresh, certificate, messages })];
}

/** Asks one validator of the set; undefined: no answer, or one that proves nothing. */
export async function askOwnVotes(
  parts: NodeParts,
  session: Session,
  peer: number,
): Promise<EntryAnswer | undefined> {
  const { self: validator, names } = session;
  const name = names[peer];
  if (validator === undefined || name === undefined) return undefined;
  const { epoch } = session.validators;
  const frame = encodeSyncRequest({ id: peer, kind: "ownVotes", epoch, validator });
  const signal = AbortSignal.any([session.ending.signal, AbortSignal.timeout(answerTimeoutMs)]);
  const bytes = await parts.network.request(name, frame, signal).catch(() => undefined);
  const response = bytes && decodeSyncResponse(bytes);
  if (!response?.ok || parts.running.stopped) return undefined;
  wantClaimed(parts, response.value.certifiedHeight);
  const [item] = response.value.items;
  return item && readAnswer(parts, session, item);
}

/** A claim is worth one answer; what the answer proves leads further. */
function wantClaimed({ store, catchUp }: NodeParts, claimed: number): void {
  const head = store.head()?.height ?? 0;
  if (claimed > head) catchUp.want(Math.min(claimed, head + limits.maxSyncBlocks));
}

/** Nothing in an answer counts that its signatures do not prove; of another epoch only its number does. */
function readAnswer(
  { options }: NodeParts,
  { validators }: Session,
  item: Uint8Array,
): EntryAnswer | undefined {
  const decoded = decodeOwnVotesAnswer(item);
  if (!decoded.ok) return undefined;
  const { epoch, amnesia, fresh, messages, certificate } = decoded.value;
  if (epoch !== validators.epoch)
    return { epoch, amnesia, fresh, certificate: undefined, messages: [] };
  const context = { chainId: options.genesis.chainId, validators, verify: verifyEd25519 };
  const verifiedMessages: EntryAnswer["messages"][number][] = [];
  for (const bytes of messages) {
    const message = decodeConsensusMessage(bytes);
    const checked = message.ok ? verifyMessage(message.value, context) : undefined;
    if (checked === undefined) return undefined;
    verifiedMessages.push(checked);
  }
  const proof = certificate && verifyCertificate(certificate, context);
  if (certificate !== undefined && proof === undefined) return undefined;
  return { epoch, amnesia, fresh, certificate: proof, messages: verifiedMessages };
}
