// `npm run demo`: the whole identity story on four validator processes, every step checked.
import { runDemo } from "./demo/run-demo.ts";

// An interrupted story still waits for nodes that are gone: the process does not wait with it.
process.exit(await runDemo(process.argv.slice(2)));
