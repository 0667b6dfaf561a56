/** A bounded memory: at most twice its capacity of entries. */
export interface GenerationCache<K, T> {
  get(key: K): T | undefined;
  set(key: K, value: T): void;
  size(): number;
}

/**
 * Cache in two generations: what is used survives, what is unused for a whole generation of
 * `capacity` new entries is dropped. No clock and no random choice, so a run repeats exactly.
 */
export function createGenerationCache<K, T>(capacity: number): GenerationCache<K, T> {
  let young = new Map<K, T>();
  let old = new Map<K, T>();
  function set(key: K, value: T): void {
    if (young.size >= capacity && !young.has(key)) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  }
  return {
    get(key) {
      const recent = young.get(key);
      if (recent !== undefined) return recent;
      const aged = old.get(key);
      if (aged !== undefined) set(key, aged);
      return aged;
    },
    set,
    size: () => young.size + old.size,
  };
}
