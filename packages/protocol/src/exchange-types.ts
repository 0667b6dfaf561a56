// Exchange receipts as plain values. Field meanings: proto/exchange.proto.

export type ExchangeOperation = never;
