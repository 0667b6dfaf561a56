import type { Audit, GatewaySettings } from "@cartorio/gateway";
import type { VerifiedGenesis } from "@cartorio/protocol";
import type { Logger } from "pino";
import type { MempoolLimits } from "./mempool.ts";
import type { TestPorts } from "./test-ports.ts";
import type { VoteSigner } from "./vote-signer.ts";

/** Settings of one process; cluster settings are in the genesis. `cli` reads files, flags and environment. */
export interface NodeOptions {
  /** Data directory: `state/`, `journal/`, `guard`, `node.lock`; `halted.json` if it was stopped for good. */
  readonly dataDirectory: string;
  /** Verified genesis (`verifyGenesis`). */
  readonly genesis: VerifiedGenesis;
  /** 32-byte Ed25519 seed of the node key: libp2p identity. */
  readonly nodeKeySeed: Uint8Array;
  /** Absent: an observer, which follows the chain and never votes. */
  readonly voteSigner?: VoteSigner;
  /**
   * Signs with the key of the validator's member, only ever `validator.reenter` after the journal was
   * lost. Absent: the member re-enters it by `cartorio reenter`.
   */
  readonly memberSigner?: VoteSigner;
  /** Multiaddrs to listen on. */
  readonly listen: readonly string[];
  /** Multiaddrs by hex of the node key; they replace the hints of the genesis. */
  readonly peerAddresses: Readonly<Record<string, readonly string[]>>;
  readonly rpc: { readonly host: string; readonly port: number };
  /** What the gateway allows; defaults of the gateway. */
  readonly gateway?: Omit<GatewaySettings, "listen">;
  /** The gateway runs on a thread of its own, as it must where strangers call. */
  readonly gatewayThread?: boolean;
  /** Keeps who wrote what through the gateway; default the log. */
  readonly audit?: Audit;
  readonly logger: Logger;
  /** Threads that check transaction signatures; 0 = in the main thread. */
  readonly verifierWorkers: number;
  readonly mempool?: MempoolLimits;
  /** Of the program, for `node_` answers. */
  readonly version: string;
  /** Progress of long work at the start. */
  readonly onProgress?: (text: string) => void;
  /** A broken invariant or a failing disk: the process must stop. */
  readonly onFatal: (error: unknown) => void;
  /** For testers; absent in production. */
  readonly testPorts?: TestPorts;
}
