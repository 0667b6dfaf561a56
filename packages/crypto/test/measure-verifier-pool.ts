// Prints what a signature check costs alone and through the pool, in microseconds:
// node --conditions=source packages/crypto/test/measure-verifier-pool.ts
import { performance } from "node:perf_hooks";
import { verifySignature } from "../src/index.ts";
import { packBatch } from "../src/node/batch.ts";
import {
  createVerifierPool,
  ed25519KeyPairFromSeed,
  type SignatureItem,
  signEd25519,
  verifySignatureNode,
} from "../src/node/index.ts";

const BATCH = 1024;
const ROUNDS = 20;
const MESSAGE_BYTES = 300;

const items = makeItems(BATCH, 64);
const inline = createVerifierPool({ workers: 0, maxQueued: BATCH });
await inline.verifyBatch(items);
report("verify in the calling thread", await perSignature(() => inline.verifyBatch(items)));
report("pack into one buffer", await perSignature(async () => packBatch(items)));

for (const workers of [1, 2]) {
  const pool = createVerifierPool({ workers, maxQueued: 4 * BATCH });
  await pool.verifyBatch(items);
  report(
    `pool, ${workers} worker(s), wall time`,
    await perSignature(() => pool.verifyBatch(items)),
  );
  const loopBusy = performance.eventLoopUtilization();
  const took = await perSignature(() => pool.verifyBatch(items));
  const share = performance.eventLoopUtilization(loopBusy).utilization;
  report(`pool, ${workers} worker(s), calling thread busy`, took * share);
  await pool.close();
}

// Junk signatures of the right form pass no equation but cost the same pool work otherwise;
// a signature cut short costs only the pool.
const pool = createVerifierPool({ workers: 1, maxQueued: 4 * BATCH });
const cut = items.map((item) => ({ ...item, signature: item.signature.subarray(1) }));
await pool.verifyBatch(cut);
report(
  "pool alone (signatures refused by length)",
  await perSignature(() => pool.verifyBatch(cut)),
);
await pool.close();

const fresh = makeItems(BATCH, BATCH);
report(
  "verify, each by a key not seen before",
  await perSignature(() => inline.verifyBatch(fresh), 1),
);
const [first] = items;
if (first !== undefined) {
  const { multikey, message, signature } = first;
  const sdk = async (): Promise<unknown> => verifySignature(multikey, message, signature);
  report("SDK verifier (noble), key seen before", BATCH * (await perSignature(sdk, 500)));
  const node = async (): Promise<unknown> => verifySignatureNode(multikey, message, signature);
  report("node verifier, one call", BATCH * (await perSignature(node, 2000)));
}

function makeItems(count: number, keys: number): SignatureItem[] {
  const pairs = Array.from({ length: keys }, (_, index) => {
    const seed = new Uint8Array(32)
      .fill(keys & 255)
      .with(0, index & 255)
      .with(1, index >> 8);
    return ed25519KeyPairFromSeed(seed);
  });
  return Array.from({ length: count }, (_, index) => {
    const pair = pairs[index % keys] ?? ed25519KeyPairFromSeed(new Uint8Array(32));
    const message = new Uint8Array(MESSAGE_BYTES).fill(index & 255);
    const multikey = Uint8Array.of(0xed, 1, ...pair.publicKey);
    return { multikey, message, signature: signEd25519(pair, message) };
  });
}

async function perSignature(run: () => Promise<unknown>, rounds = ROUNDS): Promise<number> {
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) await run();
  return ((performance.now() - start) * 1000) / (rounds * BATCH);
}

function report(what: string, microseconds: number): void {
  process.stdout.write(`${what.padEnd(48)} ${microseconds.toFixed(2).padStart(9)} us\n`);
}
