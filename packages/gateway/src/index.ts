export {
  createToken,
  isTokenName,
  parseTokenLine,
  type Scope,
  scopes,
  type TokenRecord,
  timeOf,
} from "./access.ts";
export type { Audit, AuditEntry } from "./audit.ts";
export { type ExampleValues, exampleValues } from "./example-values.ts";
export {
  createGateway,
  type Gateway,
  type GatewayOptions,
  type GatewaySettings,
  type GatewayUrls,
  type ListenOptions,
} from "./gateway.ts";
export { GatewayError } from "./gateway-error.ts";
export { createGatewayThread, type GatewayThreadOptions } from "./gateway-thread.ts";
export { defaultGatewayLimits, type GatewayLimits } from "./limits.ts";
export type { Method, MethodExample, MethodParameter } from "./method.ts";
export { methodTable } from "./method-table.ts";
export type {
  ApiResult,
  BlockAnswer,
  FinalityLevel,
  KeyPrefix,
  NodeApi,
  NodeStatus,
  PeerStatus,
  ReadHeight,
  RecordsAnswer,
  TransactionState,
} from "./node-api.ts";
export type {
  ConsensusStatus,
  EvidenceEntry,
  EvidencePage,
  HeightConsensus,
  MempoolStatus,
  PendingPage,
  PendingTransaction,
  ProposalQuestion,
  ProposalSimulation,
  SignaturesAdded,
  SignedFor,
  TransactionSimulation,
} from "./node-views.ts";
export { openRpcDocument } from "./open-rpc.ts";
export type { RateLimits } from "./rate-limit.ts";
export { defaultSecurity, type SecurityOptions, type TlsFiles } from "./security.ts";
export type { GatewayLogger } from "./server.ts";
export { loadTls } from "./tls.ts";
