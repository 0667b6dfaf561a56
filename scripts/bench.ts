// `npm run bench`: what a cluster of real processes commits, against the bound that checking
// signatures alone sets on the same machine in the same run; with `--suite ledger` what one block
// costs a ledger of a million DIDs, with `--suite clients` what waiting clients cost a commit
// (docs/benchmarks.md).
import { benchClients } from "./bench/clients.ts";
import { bench } from "./bench/cluster.ts";
import { benchLedger } from "./bench/ledger.ts";

const args = process.argv.slice(2);
const line = args.join(" ").replaceAll("=", " ");
const isLedger = line.includes("--suite ledger");
const isClients = line.includes("--suite clients");
await (isLedger ? benchLedger : isClients ? benchClients : bench)(args);
