export { NetworkError, type NetworkErrorCode } from "./errors.ts";
export { peerNameOf } from "./identity.ts";
export { defaultNetworkLimits } from "./limits.ts";
export { createNetwork } from "./network.ts";
export type {
  Channel,
  Network,
  NetworkHandlers,
  NetworkLimits,
  NetworkNotice,
  NetworkOptions,
  PeerAddress,
  PeerName,
  PeerState,
} from "./ports.ts";
