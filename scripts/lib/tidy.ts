/** Upper bound of lines in one source or test file. */
export const maxFileLines = 500;

// Each pattern is split so that this file does not match itself.
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\b(TO)(DO)\b|\b(FIX)(ME)\b/, "open work belongs into an issue"],
  [/\bas unkno(wn) as\b/, "a double cast hides a wrong type"],
  [/biome-igno(re)|oxlint-disab(le)|@ts-igno(re)|@ts-noche(ck)/, "a check may not be switched off"],
  [/\b(it|test|describe)\.(on(ly)|sk(ip)|to(do))\b/, "every test runs, every time"],
  [/\bvi\.(do)?Mo(ck)\(/i, "the need to replace a module shows a missing port"],
  [/\.\.\/shar(ed)\b|\/work\/shar(ed)\b/, "the repository stands alone"],
];

/** Checks one file's text. Returns one sentence per violation, with file and line. */
export function findUntidyLines(file: string, text: string): string[] {
  const lines = text.split("\n");
  const found = lines.flatMap((line, index) =>
    forbidden
      .filter(([pattern]) => pattern.test(line))
      .map(([, reason]) => `${file}:${index + 1}: ${line.trim().slice(0, 80)} (${reason})`),
  );
  // The last element is what follows the final newline.
  const count = lines.at(-1) === "" ? lines.length - 1 : lines.length;
  if (count > maxFileLines) found.push(`${file}: ${count} lines, ${maxFileLines} at most`);
  return found;
}
