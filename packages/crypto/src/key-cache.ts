/** A bounded memory of verdicts about public keys. */
export interface VerdictCache {
  /** The remembered verdict, or else that of `decide`, which must be a pure function of the key. */
  get(key: Uint8Array, decide: (key: Uint8Array) => boolean): boolean;
  /** Entries held now: at most twice the capacity. */
  size(): number;
}

/**
 * Cache in two generations: an entry that is used survives, one unused for a whole
 * generation of `capacity` new keys is dropped. A flood of new keys costs their
 * computation, never memory. Verdicts are pure functions of the key, so what is
 * remembered never changes a result.
 */
export function createVerdictCache(capacity: number): VerdictCache {
  let young = new Map<string, boolean>();
  let old = new Map<string, boolean>();
  function remember(name: string, verdict: boolean): void {
    if (young.size >= capacity) {
      old = young;
      young = new Map();
    }
    young.set(name, verdict);
  }
  return {
    get(key, decide) {
      const name = Reflect.apply(String.fromCharCode, undefined, key);
      const recent = young.get(name);
      if (recent !== undefined) return recent;
      const verdict = old.get(name) ?? decide(key);
      remember(name, verdict);
      return verdict;
    },
    size: () => young.size + old.size,
  };
}
