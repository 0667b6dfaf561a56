// `npm run test:long -- model [HISTORIES] [FIRST SEED]`: random histories of the ledger against the naive
// model of packages/ledger/test/model: same receipts, same registries, a root that a rebuild gives.
import { play } from "../../packages/ledger/test/model/history.ts";

const histories = Number(process.argv[2] ?? 10_000);
const first = Number(process.argv[3] ?? 1);
const length = 30;
const reportEvery = 1000;

const reached = new Set<string>();
let transactions = 0;
for (let seed = first; seed < first + histories; seed += 1) {
  const { blocks } = play(seed, length, reached);
  transactions += blocks.reduce((sum, { envelopes }) => sum + envelopes.length, 0);
  if ((seed - first + 1) % reportEvery === 0) {
    process.stderr.write(`${seed - first + 1} histories, ${transactions} transactions\n`);
  }
}
const codes = [...reached].toSorted();
process.stdout.write(`${JSON.stringify({ histories, first, transactions, codes })}\n`);
