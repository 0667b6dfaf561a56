// `npm run bench`: what a cluster of real processes commits, against the bound that checking
// signatures alone sets on the same machine in the same run (design: performance).
import { bench } from "./bench/cluster.ts";

await bench(process.argv.slice(2));
