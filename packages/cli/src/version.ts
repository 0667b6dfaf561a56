import { readFileSync } from "node:fs";

/** Version of the program: that of this package, next to `src` and `dist` alike. */
export function programVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  const value: unknown = JSON.parse(text);
  const isManifest = typeof value === "object" && value !== null && "version" in value;
  return isManifest ? String(value.version) : "unknown";
}
