// `node scripts/long/replay-headers.ts HISTORIES`: plays random histories of the ledger's model test, and
// each block of them again on a ledger that starts from genesis and is reopened from its stored state now
// and then. Prints one line per history: the hash over all header hashes, which hold the state roots.
import { hexEncode, sha256 } from "../../packages/crypto/src/index.ts";
import { playAgain } from "../../packages/ledger/test/model/again.ts";
import { play } from "../../packages/ledger/test/model/history.ts";

const histories = Number(process.argv[2] ?? 200);
const length = 40;

for (let seed = 1; seed <= histories; seed += 1) {
  const { blocks } = play(seed, length, new Set());
  const hashes = playAgain(blocks, `history ${seed}`);
  const text = hashes.map(hexEncode).join("\n");
  process.stdout.write(`${seed} ${hexEncode(sha256(new TextEncoder().encode(text)))}\n`);
}
