import { replicaStatus } from "@cartorio/consensus";
import type { NodeStatus } from "@cartorio/gateway";
import type { Ledger } from "@cartorio/ledger";
import type { Network } from "@cartorio/network";
import { decodeHeader, type ErrorCode, quorum } from "@cartorio/protocol";
import type { ChainStore } from "@cartorio/storage";
import type { Mempool } from "./mempool.ts";
import type { Session } from "./session.ts";
import { validatorIndex } from "./vote-signer.ts";

/** Where the one-glance state of a node comes from. */
export interface StatusSources {
  readonly network: Network;
  readonly store: ChainStore;
  readonly mempool: Mempool;
  readonly ledger: Ledger;
  readonly networkName: string;
  readonly chainId: Uint8Array;
  readonly version: string;
  readonly startedAt: number;
  /** Own validator key; undefined: an observer. */
  readonly ownKey: Uint8Array | undefined;
  readonly session: () => Session;
  readonly catchingUp: () => boolean;
  /** STATE_DIVERGED and the like, once it happened. */
  readonly haltedBy: () => ErrorCode | undefined;
  /** Of its journal; undefined: an observer. */
  readonly incarnation: () => Uint8Array | undefined;
}

export function nodeStatus(sources: StatusSources): NodeStatus {
  const { store, ledger, ownKey } = sources;
  const { validators } = ledger;
  const head = store.head();
  const certifiedHeight = store.latestCertificate()?.height ?? 0;
  const executed = headerAt(store, head?.height ?? 0);
  const certified = headerAt(store, certifiedHeight);
  const { driver } = sources.session();
  const position = driver === undefined ? undefined : replicaStatus(driver.replica);
  const validator = ownKey && validatorIndex(validators.validators, ownKey);
  const reasons = notReady(sources);
  const incarnation = sources.incarnation();
  return {
    network: sources.networkName,
    chainId: sources.chainId,
    protocolVersion: ledger.parameters.protocolVersion,
    version: sources.version,
    role: validator === undefined ? "observer" : "validator",
    ...(validator === undefined ? {} : { validator }),
    validators: validators.validators.length,
    height: head?.height ?? 0,
    certifiedHeight,
    certifiedTime: certified.time,
    headerHash: head?.headerHash ?? new Uint8Array(32),
    stateRoot: executed.stateRoot,
    certifiedStateRoot: certified.stateRoot,
    view: position?.view ?? 0,
    primary: position?.primary ?? 0,
    peersConnected: connected(sources),
    mempoolTransactions: sources.mempool.byHash.size,
    ready: reasons.length === 0,
    reasons,
    epoch: validators.epoch,
    ...(incarnation === undefined ? {} : { incarnation }),
    ...namedStates(sources),
    pid: process.pid,
    startedAt: sources.startedAt,
  };
}

function connected({ network }: StatusSources): number {
  return network.peers().filter((peer) => peer.connected).length;
}

function headerAt(
  store: ChainStore,
  height: number,
): { readonly time: number; readonly stateRoot: Uint8Array } {
  const stored = store.header(height);
  const header = stored === undefined ? undefined : decodeHeader(stored.header);
  if (header === undefined || !header.ok)
    throw new Error("INV-STORED-HEADER: a stored header is missing or does not decode");
  return header.value;
}

type NamedStates = Pick<NodeStatus, "entry" | "amnesia" | "quorumLost" | "removed" | "halted">;

function namedStates({ session, haltedBy, ledger, ownKey }: StatusSources): NamedStates {
  const { standing, validators } = session();
  const halted = haltedBy();
  if (halted !== undefined) return { halted };
  switch (standing.kind) {
    case "waiting":
      return { entry: { answered: standing.answered, needed: standing.needed } };
    case "removed":
      return { removed: true };
    case "amnesia": {
      const { code, incarnation, activationHeight, isQuorumLost } = standing;
      const index = ownKey && validatorIndex(validators.validators, ownKey);
      const own = index === undefined ? undefined : validators.validators[index];
      if (own === undefined) return {};
      const { member, validatorKey } = own;
      const { epoch } = ledger.validators;
      const amnesia = { code, member, validatorKey, incarnation, epoch };
      return {
        amnesia: activationHeight === undefined ? amnesia : { ...amnesia, activationHeight },
        ...(isQuorumLost ? { quorumLost: true } : {}),
      };
    }
    default:
      return {};
  }
}

/** Why a validator does not vote, as its operator reads it. */
function standingReason({ standing }: Session): string | undefined {
  switch (standing.kind) {
    case "waiting": {
      const { answered, needed } = standing;
      const names = answered.length === 0 ? "" : ` (validators ${answered.join(", ")})`;
      return `ENTRY_PENDING: ${answered.length} of ${needed} validators told what this one signed before${names}`;
    }
    case "amnesia": {
      const { code, activationHeight, isQuorumLost } = standing;
      if (isQuorumLost) return "JOURNAL_QUORUM_LOST: too many validators must re-enter";
      const when =
        activationHeight === undefined ? "must be re-entered" : `re-enters at ${activationHeight}`;
      return `${code}: does not vote, ${when}`;
    }
    case "removed":
      return "REMOVED: not in the validator set any more";
    default:
      return undefined;
  }
}

function notReady(sources: StatusSources): readonly string[] {
  const reasons: string[] = [];
  const halted = sources.haltedBy();
  const standing = standingReason(sources.session());
  if (halted !== undefined) reasons.push(halted);
  else if (standing !== undefined) reasons.push(standing);
  if (sources.catchingUp()) reasons.push("catching up with the newest certified height");
  const { validators } = sources.ledger.validators;
  const keys = new Set(
    validators.map((validator) => Buffer.from(validator.nodeKey).toString("hex")),
  );
  const peers = sources.network.peers().filter((peer) => peer.connected && keys.has(peer.peer));
  const isMember = sources.ownKey && validatorIndex(validators, sources.ownKey) !== undefined;
  const reachable = peers.length + (isMember ? 1 : 0);
  const needed = isMember ? quorum(validators.length) : 1;
  if (reachable < needed)
    reasons.push(`connected to ${reachable} of the ${needed} validators that are needed`);
  return reasons;
}
