import { type LoadFnOutput, registerHooks } from "node:module";
import { type Mutant, mutate } from "./mutant.ts";

// Run by `node --conditions=source --import .../mutant-hook.ts`. A module of this repository that is
// imported with `?mutant=NAME`, and whatever it imports, is loaded anew with the edits of that mutant;
// nothing is written. Files that were read once are kept, so that the next mutant costs little.
const table = new URL("../../mutants/table.ts", import.meta.url);
const { mutants } = (await import(table.href)) as { readonly mutants: readonly Mutant[] };
const byName = new Map(mutants.map((mutant) => [mutant.name, mutant]));
const sources = new Map<string, LoadFnOutput>();
const ofRepository = /^file:.*\/packages\/[^/]+\/(src|generated)\//;

function nameIn(url: string | undefined): string | undefined {
  return url === undefined ? undefined : (new URL(url).searchParams.get("mutant") ?? undefined);
}

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const name = context.parentURL?.startsWith("file:") ? nameIn(context.parentURL) : undefined;
    if (name === undefined || !ofRepository.test(resolved.url)) return resolved;
    return { ...resolved, url: `${resolved.url.split("?")[0]}?mutant=${encodeURIComponent(name)}` };
  },
  load(url, context, next) {
    const name = url.startsWith("file:") ? nameIn(url) : undefined;
    if (name === undefined || !/\.[jt]s\?/.test(url)) return next(url, context);
    const mutant = byName.get(name);
    if (mutant === undefined) throw new Error(`INV-SIM-MUTANT: there is no mutant ${name}`);
    const path = new URL(url).pathname;
    const isChanged = mutant.edits.some(({ file }) => path.endsWith(`/${file}`));
    const known = isChanged ? undefined : sources.get(path);
    const loaded = known ?? next(url, context);
    if (isChanged) {
      const source = mutate(mutant, path, String(loaded.source));
      return { ...loaded, source, shortCircuit: true };
    }
    sources.set(path, loaded);
    return { ...loaded, shortCircuit: true };
  },
});
