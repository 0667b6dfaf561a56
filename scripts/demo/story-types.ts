import type { Client, Credential, DatedTrustAnchor, Signer } from "@cartorio/sdk";
import type { Graduate } from "./graduates.ts";
import type { Reporter } from "./reporter.ts";
import type { Tally } from "./tally.ts";

/** One validator as the story reaches it. */
export interface ClusterNode {
  readonly name: string;
  readonly rpcUrl: string;
}

/** Any network of validators that the story can be played on. */
export interface Cluster {
  readonly nodes: readonly ClusterNode[];
  readonly genesisPath: string;
  /** Key files of members: one for each institution that is sponsored, at least three. */
  readonly memberKeys: readonly string[];
  readonly control: ClusterControl;
  /** Starts a node that follows the chain and may become a validator; absent where there is none. */
  readonly startCandidate?: () => Promise<Candidate>;
}

/** A node whose validator key no set names yet. */
export interface Candidate {
  readonly node: ClusterNode;
  readonly validator: Signer;
  readonly nodeKey: Signer;
  readonly addresses: readonly string[];
}

export interface ClusterControl {
  /** Ends a validator at once, by SIGKILL; resolves when its process is gone. */
  kill(name: string): Promise<void>;
  /** Starts a killed validator again on the same data; resolves when its RPC is up or later. */
  restart(name: string): Promise<void>;
  /** Number of validator processes that run now. */
  processes(): Promise<number>;
}

/** What the genesis file says, and what is trusted because of it. */
export interface Chain {
  readonly network: string;
  readonly chainId: Uint8Array;
  /** Chain id and header hash of height 0, computed from the file. */
  readonly anchor: DatedTrustAnchor;
  readonly validators: number;
  readonly maxClockDriftMs: number;
}

/** A member that pays for an institution's transactions. */
export interface Sponsor {
  readonly did: string;
  readonly name: string;
  readonly signer: Signer;
}

export interface Institution {
  readonly name: string;
  readonly did: string;
  /** Controls the DID. */
  readonly control: Signer;
  /** Signs credentials and anchors. */
  readonly assertion: Signer;
  /** Lies in a safe: the DID commits to it for a recovery. */
  readonly recovery?: Signer;
  readonly sponsor: Sponsor;
}

export interface Institutions {
  readonly authority: Institution;
  readonly university: Institution;
  readonly hospital: Institution;
}

/** A credential as its holder keeps it. */
export interface HeldCredential {
  readonly graduate: Graduate;
  readonly credential: Credential;
  /** 32 bytes. */
  readonly commitment: Uint8Array;
  /** Of one in a batch. */
  readonly sidecar?: unknown;
}

/** What every chapter works with. */
export interface Story {
  readonly cluster: Cluster;
  readonly reporter: Reporter;
  readonly tally: Tally;
  readonly chain: Chain;
  /** Members with their keys: they sponsor and vote. */
  readonly members: readonly Sponsor[];
  /** One per node, each with the other nodes to fall back on. */
  readonly writers: readonly Client[];
  /** Knows the trust anchor and ONE node. */
  readonly verifier: Client;
  /** Greatest height of a certified receipt so far: what a node must know to be asked now. */
  readonly progress: { height: number };
}
