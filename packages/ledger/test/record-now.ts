import { anchorRecordHash, stateKeys } from "@cartorio/protocol";
import { readRecords } from "../src/index.ts";
import type { World } from "./world.ts";

/** A record as it is now. */
export function recordNow(world: World, stateKey: Uint8Array): Uint8Array | undefined {
  return readRecords(world.ledger, [stateKey], { stateRootHeight: world.ledger.head.height })[0];
}

/** What co-signers sign over; 32 bytes that fit nothing if there is no anchor. */
export function anchorHash(world: World, issuer: string, hash: Uint8Array): Uint8Array {
  const record = recordNow(world, stateKeys.credentialAnchor(issuer, hash));
  return anchorRecordHash(record ?? new Uint8Array(0));
}
