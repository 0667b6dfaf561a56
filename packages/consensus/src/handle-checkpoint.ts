import { equalBytes, hexEncode } from "@cartorio/crypto";
import {
  type Checkpoint,
  encodeConsensusMessage,
  type FinalityCertificate,
} from "@cartorio/protocol";
import { adoptCertificate } from "./certified.ts";
import { accuse } from "./evidence.ts";
import { halt } from "./halt.ts";
import { hearCheckpoint } from "./heard.ts";
import { inWindow, note, type Replica, type Slot, slotAt } from "./state.ts";

/**
 * Checkpoint statement (Castro-Liskov 4.3, docs/consensus.md 3.6): Q equal ones are the finality
 * certificate. One per validator and height, the first; S does not move on anything less.
 */
export function handleCheckpoint(replica: Replica, checkpoint: Checkpoint): void {
  if (!inWindow(replica, checkpoint.height)) return;
  const slot = slotAt(replica, checkpoint.height);
  const known = slot.checkpoints.get(checkpoint.validator);
  if (known !== undefined) {
    if (!equalBytes(known.headerHash, checkpoint.headerHash))
      contradicts(replica, known, checkpoint);
    return;
  }
  slot.checkpoints.set(checkpoint.validator, checkpoint);
  hearCheckpoint(replica, checkpoint);
  tryCertified(replica, slot, checkpoint.headerHash);
}

function contradicts(replica: Replica, known: Checkpoint, second: Checkpoint): void {
  const { validator, height } = second;
  const reason = "second checkpoint statement for one height";
  note(replica, { kind: "refused", validator, reason });
  accuse(replica, {
    ...{ validator, offence: "twoCheckpoints", height, view: undefined },
    messages: [
      { kind: "checkpoint", value: known },
      { kind: "checkpoint", value: second },
    ],
  });
}

/** Adopts the certificate if Q statements on this header are held. */
export function tryCertified(replica: Replica, slot: Slot, headerHash: Uint8Array): void {
  const certificate = formCertificate(replica, slot, headerHash);
  if (certificate === undefined) checkSplit(replica, slot.height);
  else adoptCertificate(replica, certificate);
}

function formCertificate(
  replica: Replica,
  slot: Slot,
  headerHash: Uint8Array,
): FinalityCertificate | undefined {
  const equal = [...slot.checkpoints.values()].filter((checkpoint) =>
    equalBytes(checkpoint.headerHash, headerHash),
  );
  if (equal.length < replica.quorum) return undefined;
  const signatures = equal
    .map(({ validator, signature }) => ({ validator, signature }))
    .sort((a, b) => a.validator - b.validator);
  return { epoch: replica.validators.epoch, height: slot.height, headerHash, signatures };
}

/**
 * ROOT_SPLIT (docs/consensus.md 10): f+1 members signed other statements than the own one, or no
 * statement can reach Q any more.
 */
export function checkSplit(replica: Replica, height: number): void {
  const slot = replica.slots.get(height);
  if (slot === undefined || replica.self === undefined || height <= replica.certified) return;
  const own = replica.ownCheckpoints.get(height);
  const counts = new Map<string, number>();
  let others = 0;
  for (const { headerHash } of slot.checkpoints.values()) {
    const key = hexEncode(headerHash);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (own !== undefined && !equalBytes(own, headerHash)) others += 1;
  }
  const unheard = replica.n - slot.checkpoints.size;
  const reachable = Math.max(0, ...counts.values()) + unheard >= replica.quorum;
  if (reachable && others <= replica.faulty) return;
  const evidence = [...slot.checkpoints.values()].map((value) =>
    encodeConsensusMessage({ kind: "checkpoint", value }),
  );
  halt(replica, { code: "ROOT_SPLIT", height, evidence });
}
