/** A bounded memory: at most twice its capacity of entries. */
export interface GenerationCache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  size(): number;
}

/**
 * Cache in two generations: what is used survives, what is unused for a whole generation of
 * `capacity` new entries is dropped. No clock and no random choice, so a run repeats exactly.
 */
export function createGenerationCache<T>(capacity: number): GenerationCache<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  function set(key: string, value: T): void {
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
    delete(key) {
      young.delete(key);
      old.delete(key);
    },
    size: () => young.size + old.size,
  };
}
