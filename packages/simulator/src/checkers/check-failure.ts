/** A rule that did not hold; its name is the check that fired. */
export class CheckFailure extends Error {
  readonly check: string;
  constructor(check: string, detail: string) {
    super(`${check}: ${detail}`);
    this.name = "CheckFailure";
    this.check = check;
  }
}

export function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Own arithmetic: nothing of the replica's quorums is used here (docs/consensus.md 13). */
export function faultyOf(n: number): number {
  let faulty = 0;
  while (3 * (faulty + 1) < n) faulty += 1;
  return faulty;
}

/** Fewest members of which two groups always share a member that is not faulty. */
export function enoughOf(n: number): number {
  let enough = 1;
  while (2 * enough - n < faultyOf(n) + 1) enough += 1;
  return enough;
}
