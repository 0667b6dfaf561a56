import { type Clock, systemClock } from "./clock.ts";
import type { DatedTrustAnchor, SeenHeader } from "./proof.ts";
import type { Transport } from "./transport.ts";

/** What actions work with. Holds no key and no secret. */
export interface Client {
  readonly transport: Transport;
  readonly clock: Clock;
  /** What proofs are verified from; actions that verify need it. */
  readonly anchor: DatedTrustAnchor | undefined;
  /** The newest certified header that a proof has shown; a client never goes back before it. */
  newest(): SeenHeader | undefined;
  /** Notes a header that a proof has shown. */
  saw(header: SeenHeader): void;
}

export interface ClientOptions {
  readonly transport: Transport;
  readonly anchor?: DatedTrustAnchor;
  readonly clock?: Clock;
  /** The newest header of an earlier run, so that a restart does not go back either. */
  readonly newest?: SeenHeader;
}

export function createClient(options: ClientOptions): Client {
  const { transport, anchor, clock = systemClock } = options;
  let newest = options.newest;
  return {
    transport,
    clock,
    anchor,
    newest: () => newest,
    saw(header) {
      if (newest === undefined || header.height > newest.height) newest = header;
    },
  };
}
