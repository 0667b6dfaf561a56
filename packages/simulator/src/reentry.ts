// A validator that lost its journal comes back by itself (docs/consensus.md 9): its member signs
// `validator.reenter` with the incarnation of the new journal.
import { equalBytes } from "@cartorio/crypto";
import { pendingActivation } from "@cartorio/ledger";
import { admit } from "./intake.ts";
import { currentSeat, signingKey } from "./seat.ts";
import { later, type Process, wallMs } from "./sim-node.ts";
import { author, decodedEnvelope } from "./transactions.ts";

const everyMs = 1_000;
const validForMs = 15_000;

export function reenterLoop(process: Process): void {
  reenter(process);
  later(process, everyMs, () => reenterLoop(process));
}

function reenter(process: Process): void {
  const { node, ledger } = process;
  const { world, disk, keys } = node;
  const seat = currentSeat(process);
  const { guard } = disk;
  if (seat?.standing !== "amnesia" || guard === undefined || guard.mustReenter === 0) return;
  const set = ledger.validators;
  const { publicKey } = signingKey(set, node);
  const own = set.validators.find(({ validatorKey }) => equalBytes(validatorKey, publicKey));
  const isNamed = own !== undefined && equalBytes(own.incarnation, guard.incarnation);
  if (own === undefined || isNamed || pendingActivation(ledger) !== undefined) return;
  const { sim, scheme } = world;
  const now = wallMs(node);
  const value = {
    validatorKey: publicKey,
    incarnation: guard.incarnation,
    expectedEpoch: set.epoch,
  };
  const decoded = decodedEnvelope(
    { sim, scheme },
    {
      authors: [author(keys.member)],
      operations: [{ kind: "validatorReenter", value }],
      validUntil: now + validForMs,
      nonce: `node ${node.index} re-enters at ${now}`,
    },
  );
  admit(process, decoded, true);
}
