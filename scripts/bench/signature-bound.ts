// What signature checking alone allows, measured in the same run on the same machine.
import { ed25519KeyPairFromSeed, signEd25519, verifyEd25519 } from "@cartorio/crypto/node";

const messages = 512;
const rounds = 8;

/** Checks per second of one core: the best of several rounds, so that a busy machine does not flatter the cluster. */
export function verifyPerSecondPerCore(): number {
  const keys = ed25519KeyPairFromSeed(new Uint8Array(32).fill(7));
  const items = Array.from({ length: messages }, (_, index) => {
    const message = new Uint8Array(300).fill(index & 255);
    return { message, signature: signEd25519(keys, message) };
  });
  let best = 0;
  for (let round = 0; round < rounds; round += 1) {
    const startedMs = performance.now();
    for (const { message, signature } of items)
      if (!verifyEd25519(keys.publicKey, message, signature)) throw new Error("a check failed");
    best = Math.max(best, (messages * 1000) / (performance.now() - startedMs));
  }
  return best;
}
