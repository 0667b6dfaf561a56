// Grows one chain, as a process of its own: `ledger-grow.ts DIRECTORY DIDS WINDOW`.
import { grow } from "./ledger-grown.ts";

const [directory = "", dids = "0", stateWindow = "0"] = process.argv.slice(2);
const started = performance.now();
await grow(directory, { dids: Number(dids), stateWindow: Number(stateWindow) }, (text) => {
  const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4);
  process.stderr.write(`bench: ${seconds} s  ${text}\n`);
});
