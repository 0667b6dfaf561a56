// Exchange receipts as plain values. Field meanings: proto/exchange.proto.

export interface ExchangeReceipts {
  readonly party: string;
  readonly expectedSequence: number;
  readonly root: Uint8Array;
  readonly from: number;
  readonly to: number;
}

export type ExchangeOperation = {
  readonly kind: "exchangeReceipts";
  readonly value: ExchangeReceipts;
};

export interface ExchangeHeadRecord {
  readonly count: number;
}
export interface ExchangeReceiptsRecord {
  readonly root: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly time: number;
  readonly height: number;
}
