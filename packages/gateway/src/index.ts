export { createGateway, type Gateway, type GatewayOptions } from "./gateway.ts";
export { GatewayError } from "./gateway-error.ts";
export { defaultGatewayLimits, type GatewayLimits } from "./limits.ts";
export type { Method, MethodExample, MethodParameter } from "./method.ts";
export { methodTable } from "./method-table.ts";
export type {
  ApiResult,
  BlockAnswer,
  FinalityLevel,
  NodeApi,
  NodeStatus,
  PeerStatus,
  ReadHeight,
  RecordsAnswer,
  TransactionState,
} from "./node-api.ts";
export { openRpcDocument } from "./open-rpc.ts";
export type { GatewayLogger } from "./server.ts";
