// A thread that says that it serves and ends at once.
import { parentPort } from "node:worker_threads";

parentPort?.postMessage({ kind: "started", urls: { url: "http://127.0.0.1:1" } });
throw new Error("the thread breaks");
