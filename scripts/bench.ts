// `npm run bench`: what a cluster of real processes commits, against the bound that checking
// signatures alone sets on the same machine in the same run; with `--suite ledger` what one block
// costs a ledger of a million DIDs, with `--suite clients` what waiting clients cost a commit, with
// `--suite gateway` how many reads one gateway answers (docs/benchmarks.md).
import { benchClients } from "./bench/clients.ts";
import { bench } from "./bench/cluster.ts";
import { benchGateway } from "./bench/gateway.ts";
import { benchLedger } from "./bench/ledger.ts";

const args = process.argv.slice(2);
const line = args.join(" ").replaceAll("=", " ");
const suites = { ledger: benchLedger, clients: benchClients, gateway: benchGateway };
const chosen = Object.entries(suites).find(([name]) => line.includes(`--suite ${name}`));
await (chosen?.[1] ?? bench)(args);
