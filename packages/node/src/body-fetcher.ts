// Gets the bodies that the replica asks for: the envelopes of a proposal, or a proposal by its
// digest. Own mempool first, then the peers, in parallel and bounded, until found
// (docs/consensus.md 3.3, 3.4 and 5).
import { byteKey } from "@cartorio/crypto";
import { createBlockBudget } from "@cartorio/ledger";
import {
  type DecodedEnvelope,
  decodeProposal,
  envelopeHash,
  limits,
  type Parameters,
  proposalDigest,
} from "@cartorio/protocol";
import { type Mempool, mempoolEnvelope } from "./mempool.ts";
import { type PinnedBodies, pin, pinnedEnvelope, pinnedProposal } from "./pinned-bodies.ts";
import type { Intake } from "./transaction-intake.ts";

/** Asks one peer for bodies by hash; answers what it got, in any order, possibly nothing. */
export type AskPeer = (
  validator: number,
  kind: "envelopes" | "proposals",
  hashes: readonly Uint8Array[],
) => Promise<readonly Uint8Array[]>;

export interface BodyFetcherOptions {
  readonly parameters: Parameters;
  readonly mempool: Mempool;
  readonly pinned: PinnedBodies;
  readonly intake: Intake;
  readonly ask: AskPeer;
  /** All other validators. */
  readonly peers: readonly number[];
  readonly pause: (ms: number) => Promise<void>;
  readonly stopped: () => boolean;
  /** Heights at or below it need no bodies any more. */
  readonly certifiedHeight: () => number;
}

export interface BodyRequest {
  readonly proposal: Uint8Array;
  readonly proposalDigest: Uint8Array;
  readonly from: readonly number[];
  readonly fresh: boolean;
}

export type BodyAnswer =
  | { readonly kind: "bodies"; readonly envelopes: readonly Uint8Array[] }
  /** `envelopes`: those that show it, named by the proposal. */
  | { readonly kind: "refused"; readonly envelopes: readonly Uint8Array[] }
  | { readonly kind: "dropped" };

/** Quick at first; a proposal that nobody serves any more is asked for until its height is certified. */
function pauseBefore(round: number): number {
  return Math.min(1_000, 50 * 2 ** Math.min(round, 10));
}

export interface BodyFetcher {
  readonly bodies: (request: BodyRequest) => Promise<BodyAnswer>;
  /** The proposal's bytes; undefined when its height was certified meanwhile. */
  readonly proposal: (
    digest: Uint8Array,
    height: number,
    from: readonly number[],
  ) => Promise<Uint8Array | undefined>;
}

export function createBodyFetcher(options: BodyFetcherOptions): BodyFetcher {
  const { pinned } = options;
  const over = (height: number): boolean =>
    options.stopped() || height <= options.certifiedHeight();

  const bodies = async (request: BodyRequest): Promise<BodyAnswer> => {
    const decoding = decodeProposal(request.proposal);
    if (!decoding.ok) return { kind: "refused", envelopes: [] };
    const proposal = decoding.value;
    const known = pinnedProposal(pinned, request.proposalDigest);
    const envelopes = known?.envelopes ?? (await gather(proposal.envelopeHashes, proposal.height));
    if (envelopes === "dropped") return { kind: "dropped" };
    if ("malformed" in envelopes) return { kind: "refused", envelopes: [envelopes.malformed] };
    const excess = request.fresh
      ? beyondLimits(options.parameters, envelopes, proposal.time)
      : undefined;
    if (excess !== undefined) return { kind: "refused", envelopes: excess };
    pin(pinned, request.proposalDigest, { bytes: request.proposal, proposal, envelopes });
    return { kind: "bodies", envelopes: envelopes.map((envelope) => envelope.bytes) };

    async function gather(
      hashes: readonly Uint8Array[],
      height: number,
    ): Promise<readonly DecodedEnvelope[] | Malformed | "dropped"> {
      const found = new Map<string, DecodedEnvelope>();
      for (let round = 0; !over(height); round += 1) {
        const missing = await collectLocal(options, hashes, found);
        if (missing.length === 0) return hashes.map((hash) => foundEnvelope(found, hash));
        const peers = round === 0 && request.from.length > 0 ? request.from : options.peers;
        const malformed = await fetchEnvelopes(options, { peers, missing, found });
        if (malformed !== undefined) return { malformed };
        if (round > 0) await options.pause(pauseBefore(round));
      }
      return "dropped";
    }
  };

  const proposal: BodyFetcher["proposal"] = async (digest, height, from) => {
    for (let round = 0; !over(height); round += 1) {
      const known = pinnedProposal(pinned, digest);
      if (known !== undefined) return known.bytes;
      const peers = round % 2 === 0 && from.length > 0 ? from : options.peers;
      const answers = await Promise.all(
        peers.map((peer) => options.ask(peer, "proposals", [digest])),
      );
      const wanted = byteKey(digest);
      for (const bytes of answers.flat())
        if (byteKey(proposalDigest(bytes)) === wanted && decodeProposal(bytes).ok) return bytes;
      await options.pause(pauseBefore(round));
    }
    return undefined;
  };

  return { bodies, proposal };
}

/** Exact bytes that the proposal names and nobody may propose. */
interface Malformed {
  readonly malformed: Uint8Array;
}

/** The envelopes up to the first one that a block may not hold beside the others: enough to prove it. */
function beyondLimits(
  parameters: Parameters,
  envelopes: readonly DecodedEnvelope[],
  time: number,
): readonly Uint8Array[] | undefined {
  const budget = createBlockBudget(parameters, time);
  const excess = envelopes.findIndex((envelope) => budget.tryAdd(envelope) !== undefined);
  return excess === -1
    ? undefined
    : envelopes.slice(0, excess + 1).map((envelope) => envelope.bytes);
}

function foundEnvelope(found: Map<string, DecodedEnvelope>, hash: Uint8Array): DecodedEnvelope {
  const envelope = found.get(byteKey(hash));
  if (envelope === undefined) throw new Error("INV-BODIES: an envelope that was found is gone");
  return envelope;
}

/** Takes what the mempool, the pinned bodies and checks under way have; returns what is missing. */
async function collectLocal(
  options: BodyFetcherOptions,
  hashes: readonly Uint8Array[],
  found: Map<string, DecodedEnvelope>,
): Promise<readonly Uint8Array[]> {
  const missing: Uint8Array[] = [];
  for (const hash of hashes) {
    const key = byteKey(hash);
    if (found.has(key)) continue;
    const local = mempoolEnvelope(options.mempool, hash) ?? pinnedEnvelope(options.pinned, hash);
    const envelope = local ?? (await options.intake.underWay(hash)?.catch(() => undefined));
    if (envelope === undefined) missing.push(hash);
    else found.set(key, envelope);
  }
  return missing;
}

interface EnvelopeFetch {
  readonly peers: readonly number[];
  readonly missing: readonly Uint8Array[];
  readonly found: Map<string, DecodedEnvelope>;
}

/** What is malformed or wrongly signed: the hash names exact bytes, so the proposal is it too. */
async function fetchEnvelopes(
  options: BodyFetcherOptions,
  { peers, missing, found }: EnvelopeFetch,
): Promise<Uint8Array | undefined> {
  const wanted = new Set(missing.map(byteKey));
  const requests: Promise<readonly Uint8Array[]>[] = [];
  for (let start = 0; start < missing.length; start += limits.maxSyncHashes) {
    const hashes = missing.slice(start, start + limits.maxSyncHashes);
    for (const peer of peers) requests.push(options.ask(peer, "envelopes", hashes));
  }
  const envelopes = (await Promise.all(requests)).flat();
  const checks: Promise<Uint8Array | undefined>[] = [];
  for (const bytes of envelopes) {
    const key = byteKey(envelopeHash(bytes));
    if (!wanted.delete(key)) continue;
    const check = options.intake.verifyEnvelope(bytes).then(
      (decoded): Uint8Array | undefined => {
        if (decoded === undefined) return bytes;
        found.set(key, decoded);
        return undefined;
      },
      () => undefined, // the pool could not check now: asked again in the next round
    );
    checks.push(check);
  }
  const verdicts = await Promise.all(checks);
  return verdicts.find((malformed) => malformed !== undefined);
}
