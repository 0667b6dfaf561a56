/**
 * The state that was read contradicts its own hashes: the disk, not a peer, is at fault. Node stops
 * with DATABASE_CORRUPT; an answer is never made from such data.
 */
export class StateError extends Error {
  readonly code = "DATABASE_CORRUPT" as const;
  constructor(what: string) {
    super(`DATABASE_CORRUPT: ${what}`);
    this.name = "StateError";
  }
}
