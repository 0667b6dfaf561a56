import type { ExchangeOperation } from "@cartorio/protocol";
import type { OperationHandlers } from "./context.ts";
import { exchangeReceiptsHandler } from "./exchange-receipts.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const exchangeHandlers: OperationHandlers<ExchangeOperation["kind"]> = {
  exchangeReceipts: exchangeReceiptsHandler,
};
