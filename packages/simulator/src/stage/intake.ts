// The way of a transaction into the mempool of a node (docs/ledger.md 1).
import { createIntake, createMempool, mempoolEnvelope } from "@cartorio/node";
import { encodeEnvelope } from "@cartorio/protocol";
import { fakeVerify } from "../fake-signatures.ts";
import { anchorOf } from "../transactions.ts";
import { createStageChain, transaction } from "./chain.ts";
import { require } from "./stage.ts";

const multikeyPrefixBytes = 2;

/** Somebody else hands in the body of a transaction with a signature that is none, before its author does. */
export async function junkFirst(): Promise<void> {
  const chain = createStageChain();
  const [first] = chain.sim.nodes;
  if (first === undefined) return;
  const genuine = transaction(chain, 0, anchorOf(first.member, "mine"));
  const { envelope } = genuine;
  const signatures = envelope.signatures.map(() => new Uint8Array(64).fill(7));
  const mempool = createMempool();
  const intake = createIntake({
    chainId: chain.sim.chainId,
    mempool,
    verifier: {
      verifyBatch: (items) =>
        Promise.resolve(
          items.map(({ multikey, message, signature }) =>
            fakeVerify(multikey.subarray(multikeyPrefixBytes), message, signature),
          ),
        ),
      queued: () => 0,
      close: () => Promise.resolve(),
    },
    admission: () => undefined,
    stateHeight: () => 0,
    onAccepted: () => undefined,
    maxVerifying: 8,
  });
  const refused = await intake.admit(encodeEnvelope({ ...envelope, signatures }), true);
  require(!refused.ok, "burnt-id", "a transaction with a false signature is taken");
  await intake.admit(genuine.bytes, true);
  const isThere = mempoolEnvelope(mempool, genuine.hash) !== undefined;
  require(isThere, "burnt-id", "a false signature keeps the genuine transaction out");
}
