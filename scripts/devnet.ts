// `npm run devnet -- --validators 7` is `cartorio devnet --validators 7`, in the same process so
// that signals reach it directly.
process.argv.splice(2, 0, "devnet");
await import(new URL("../packages/cli/src/main.ts", import.meta.url).href);
