// The command of the cli package, from source: `npm run cartorio -- status --help`.
await import(new URL("../packages/cli/src/main.ts", import.meta.url).href);
