// The words of a script's line: `deliver prepare height 1-3 to 0,2`.

/** What follows each key word. */
export type Options = ReadonlyMap<string, string>;

/** Splits words into those before the first key word and the pairs after it. */
export function splitWords(
  words: readonly string[],
  keys: readonly string[],
): { readonly plain: string[]; readonly options: Options } {
  const plain: string[] = [];
  const options = new Map<string, string>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (keys.includes(word)) {
      options.set(word, words[index + 1] ?? "");
      index += 1;
    } else plain.push(word);
  }
  return { plain, options };
}

/** `3`, `0,2`, `1-8` or `1-3,7`. */
export function parseIndices(text: string): number[] {
  return text.split(",").flatMap((part) => {
    const [first = "", last = first] = part.split("-");
    if (!/^\d+$/.test(first) || !/^\d+$/.test(last)) throw new Error(`${text} is no list`);
    return Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, offset) => Number(first) + offset,
    );
  });
}

export function indices(options: Options, key: string): number[] {
  const text = options.get(key);
  if (text === undefined) throw new Error(`${key} LIST is missing`);
  return parseIndices(text);
}

export function number(options: Options, key: string, otherwise?: number): number {
  const text = options.get(key);
  if (text === undefined && otherwise !== undefined) return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${key} needs a number`);
  return value;
}
