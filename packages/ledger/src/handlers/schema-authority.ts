import type { TransactionState } from "../state.ts";
import { profileBefore } from "./issuer-actor.ts";

/** True for the owner of a schema and for the successor that it named before the transaction. */
export function mayFollow(state: TransactionState, owner: string, did: string): boolean {
  return did === owner || profileBefore(state, owner)?.successor === did;
}
