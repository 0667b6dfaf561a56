// `npm run chaos`: a cluster of real processes under load, disturbed by a schedule from a seed.
import { runChaos } from "./chaos/run-chaos.ts";

// Clients that wait for nodes which are gone do not keep the process.
process.exit(await runChaos(process.argv.slice(2)));
