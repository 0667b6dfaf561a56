import {
  type Activation,
  decodeFinalityCertificate,
  type FinalityCertificate,
  followValidatorSets,
  headerHash,
  type TrustAnchor,
  type ValidatorSet,
} from "@cartorio/protocol";
import { type AnswerReader, readAnswer } from "./answer.ts";
import type { Client } from "./client.ts";
import { CartorioError } from "./errors.ts";
import { judgeAnchor, type SeenHeader, verifyEd25519 } from "./proof.ts";
import { requireAnchor } from "./proof-actions.ts";
import { type AtHeight, type BlockAnswer, readBlock } from "./read-actions.ts";

/** Part of a list; the next part begins at `next`. */
export interface PageRequest {
  readonly from?: number;
  readonly count?: number;
}

export interface BlocksPage {
  readonly blocks: readonly BlockAnswer[];
  /** `from` of the page after this one; undefined where there is no further block now. */
  readonly next: number | undefined;
  /** Height of the newest certified block. */
  readonly certifiedHeight: number;
}

/** Certified blocks from height `from` on (default 1), or downwards from the newest: the word of one gateway. */
export async function getBlocks(
  client: Client,
  page: PageRequest & { readonly newestFirst?: boolean } = {},
): Promise<BlocksPage> {
  const answer = readAnswer(await client.transport.request("chain_getBlocks", { ...page }));
  return {
    blocks: answer.list("blocks").map((block) => readBlock(readAnswer(block))),
    next: nextOf(answer),
    certifiedHeight: answer.number("certifiedHeight"),
  };
}

function nextOf(answer: AnswerReader): number | undefined {
  return answer.has("next") ? answer.number("next") : undefined;
}

export interface ParametersAnswer {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly version: number;
  /** The height from which they hold. */
  readonly activationHeight: number;
  /** The height that was asked for. */
  readonly forHeight: number;
  /** Of the state that they were read from. */
  readonly height: number;
}

/** Parameters that hold for a height, by default the next one: the word of one gateway. */
export async function getParameters(
  client: Client,
  at: { readonly height?: number } & AtHeight = {},
): Promise<ParametersAnswer> {
  const answer = readAnswer(await client.transport.request("chain_getParameters", { ...at }));
  return {
    parameters: answer.object("parameters"),
    version: answer.number("version"),
    activationHeight: answer.number("activationHeight"),
    forHeight: answer.number("forHeight"),
    height: answer.number("height"),
  };
}

export interface DidHistoryPage {
  readonly latestVersion: number;
  readonly versions: readonly {
    readonly versionId: string;
    readonly number: number;
    /** Block time. */
    readonly time: number;
    readonly height: number;
    /** SHA-256 of the document's record, hexadecimal. */
    readonly documentHash: string;
    readonly status: string;
  }[];
  readonly next: number | undefined;
  readonly height: number;
}

/** Versions of a DID from number `from` on: the word of one gateway. Throws DID_NOT_FOUND. */
export async function getDidHistory(
  client: Client,
  parameters: { readonly did: string } & PageRequest & AtHeight,
): Promise<DidHistoryPage> {
  const answer = readAnswer(await client.transport.request("did_getHistory", { ...parameters }));
  const versions = answer.list("versions").map((value) => {
    const version = readAnswer(value);
    return {
      versionId: version.text("versionId"),
      number: version.number("number"),
      time: version.number("time"),
      height: version.number("height"),
      documentHash: version.text("documentHash"),
      status: version.text("status"),
    };
  });
  const latestVersion = answer.number("latestVersion");
  return { latestVersion, versions, next: nextOf(answer), height: answer.number("height") };
}

/** A set that verifies the heights after a header, and how it was reached. */
export interface FollowedValidators extends SeenHeader {
  readonly set: ValidatorSet;
  /** Set changes since the client's anchor. */
  readonly changes: number;
}

/**
 * The validator set in force as far as a gateway tells, followed from the client's trust anchor by the
 * certificates of the sets before (docs/consensus.md 8). A gateway can keep the newest changes to
 * itself, but cannot make one up. Throws PROOF_INVALID, PROOF_STALE (the anchor is beyond its trust
 * period, or a recovery lies behind it: take a newer one), CLOCK_SKEW, UPGRADE_SDK, and CONFIG_INVALID
 * for a client without anchor.
 */
export async function followValidators(client: Client): Promise<FollowedValidators> {
  const dated = requireAnchor(client);
  const refused = judgeAnchor({ anchor: dated, now: client.clock.now() });
  if (refused !== undefined) throw new CartorioError(refused.code, { field: refused.field ?? "" });
  let anchor: TrustAnchor = dated;
  let changes = 0;
  for (;;) {
    const { activations, next } = await getLinks(client, anchor.height);
    const followed = followValidatorSets({ activations, anchor, verify: verifyEd25519 });
    if (!followed.ok) throw new CartorioError(followed.code, { field: followed.field ?? "" });
    const { header, set } = followed.value;
    const last = activations.at(-1);
    if (last === undefined) throw new CartorioError("PROOF_INVALID", { field: "activations" });
    changes += activations.length - 1;
    anchor = { ...anchor, height: header.height, headerHash: headerHash(last.header) };
    if (next === undefined) {
      return { set, changes, height: anchor.height, headerHash: anchor.headerHash };
    }
    // Each page has to lead on, or a gateway could keep the client for ever.
    if (activations.length === 1) throw new CartorioError("ANSWER_INVALID", { member: "next" });
  }
}

interface Links {
  readonly activations: readonly Activation[];
  readonly next: number | undefined;
}

async function getLinks(client: Client, from: number): Promise<Links> {
  const answer = readAnswer(await client.transport.request("chain_getValidatorChain", { from }));
  const anchor = answer.reader("anchor");
  const start = {
    header: anchor.bytes("header"),
    certificate: undefined,
    validatorSet: anchor.bytes("validatorSet"),
  };
  const changes = answer.list("changes").map((value): Activation => {
    const change = readAnswer(value);
    const certificate = readCertificate(change);
    return {
      header: change.bytes("header"),
      certificate,
      validatorSet: change.bytes("validatorSet"),
    };
  });
  return { activations: [start, ...changes], next: nextOf(answer) };
}

function readCertificate(change: AnswerReader): FinalityCertificate {
  if (!change.has("certificate")) throw new CartorioError("PROOF_STALE", { field: "anchor" });
  const decoded = decodeFinalityCertificate(change.bytes("certificate"));
  if (!decoded.ok) throw new CartorioError("ANSWER_INVALID", { member: "certificate" });
  return decoded.value;
}
