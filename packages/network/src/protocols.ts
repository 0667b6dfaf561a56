// Names on the wire. A change of framing or handshake takes a new number.
import type { Channel } from "./ports.ts";

export const channelProtocols: Readonly<Record<Channel, string>> = {
  consensus: "/cartorio/consensus/1",
  transactions: "/cartorio/transactions/1",
};
export const syncProtocol = "/cartorio/sync/1";
/** Opening a stream of this protocol is the question, its negotiation the answer. */
export const pingProtocol = "/cartorio/ping/1";

/** In this order everywhere: consensus is flushed first. */
export const channels: readonly Channel[] = ["consensus", "transactions"];
