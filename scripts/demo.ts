// `npm run demo`: the whole identity story on four validator processes, every step checked.
import { runDemo } from "./demo/run-demo.ts";

// Set and not exited with: standard output may still be on its way. Sockets that a client keeps
// alive do not hold the process.
process.exitCode = await runDemo(process.argv.slice(2));
