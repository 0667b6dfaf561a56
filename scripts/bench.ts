// `npm run bench`: what a cluster of real processes commits, against the bound that checking
// signatures alone sets on the same machine in the same run; with `--suite ledger` what one block
// costs a ledger of a million DIDs (docs/benchmarks.md).
import { bench } from "./bench/cluster.ts";
import { benchLedger } from "./bench/ledger.ts";

const args = process.argv.slice(2);
const isLedger = args.join(" ").replaceAll("=", " ").includes("--suite ledger");
await (isLedger ? benchLedger : bench)(args);
