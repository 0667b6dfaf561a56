// What a peer serves as a block (docs/consensus.md 2 and 11).
import { proveBlocks } from "@cartorio/node";
import { encodeBlock, type FinalityCertificate } from "@cartorio/protocol";
import { fakeScheme } from "../keys.ts";
import { signMessage } from "../signing.ts";
import { anchorOf } from "../transactions.ts";
import { createStageChain, nextBlock, type StageChain, transaction } from "./chain.ts";
import { require } from "./stage.ts";

function certify({ sim, ledger }: StageChain): FinalityCertificate {
  const { height, headerHash } = ledger.head;
  const signatures = [0, 1, 2].flatMap((index) => {
    const key = sim.nodes[index]?.validator;
    if (key === undefined) return [];
    const signer = { scheme: fakeScheme, key, chainId: sim.chainId, epoch: 0, validator: index };
    const message = signMessage(signer, { kind: "checkpoint", height, headerHash });
    if (message.kind !== "checkpoint") return [];
    return [{ validator: index, signature: message.value.signature }];
  });
  return { epoch: 0, height, headerHash, signatures };
}

/** A certified block, its envelopes as they are, or another one in place of the first, or none. */
function isProven(bodies: "own" | "other" | "none"): boolean {
  const chain = createStageChain();
  const { sim, ledger, disk } = chain;
  const [first] = sim.nodes;
  if (first === undefined) return false;
  const parentHash = ledger.head.headerHash;
  nextBlock(chain, [transaction(chain, 0, anchorOf(first.member, "named"))]);
  const [stored] = disk.blocks;
  if (stored === undefined) return false;
  const other = transaction(chain, 0, anchorOf(first.member, "not named")).bytes;
  const envelopes = { own: stored.envelopes, other: [other], none: [] }[bodies];
  const { header, proposal, receipts } = stored;
  const item = encodeBlock({ header, proposal, envelopes, receipts, certificate: certify(chain) });
  const proven = proveBlocks([item], {
    chainId: sim.chainId,
    parentHash,
    parentEpoch: 0,
    fromHeight: 1,
    validatorSetAt: () => sim.validators,
    verify: fakeScheme.verify,
  });
  return (proven?.length ?? 0) > 0;
}

/** A header names its envelopes by their exact bytes. */
export function otherBodies(): void {
  require(isProven("own"), "envelope-bound", "a true block is refused");
  require(!isProven("other"), "envelope-bound", "a block with another envelope is accepted");
  require(!isProven("none"), "envelope-bound", "a block without its envelope is accepted");
}
