import { parentPort } from "node:worker_threads";
import { judgeBatch } from "./batch.ts";
import { verifySignatureNode } from "./verify.ts";

// Entry of a verifier thread: a packed batch comes in, the same buffer goes back with
// the verdicts. Answers keep the order of the requests, so neither side numbers them.
const port = parentPort;
if (port === null) throw new Error("INV-CRYPTO-WORKER: verify-worker runs as a worker thread");
port.on("message", (buffer: ArrayBuffer) => {
  judgeBatch(buffer, verifySignatureNode);
  port.postMessage(buffer, [buffer]);
});
