import type { StoredBlock } from "../disk.ts";
import type { Adversary, Strategy } from "../strategy.ts";
import { randomBytes } from "./own-messages.ts";

/**
 * Who catches up from it gets altered, missing, reordered or no blocks; who asks for its own votes is told
 * that there are none, that this is another epoch, or that this validator has forgotten everything.
 */
export function createLyingSync(): Strategy {
  return {
    name: "lying-sync",
    answerBlocks: (a, blocks) => {
      switch (a.random.between(0, 5)) {
        case 0:
          return [];
        case 1:
          return blocks.filter(() => a.random.chance(0.7));
        case 2:
          return [...blocks].reverse();
        case 3:
          return blocks.map((stored) => withOtherBody(a, stored));
        case 4:
          return blocks.map((stored) => withOtherHeader(a, stored));
        default:
          return blocks;
      }
    },
    answerOwnVotes: (a, _asker, shown) =>
      a.random.chance(0.25)
        ? undefined
        : a.random.pick([
            { ...shown, amnesia: true },
            { ...shown, epoch: shown.epoch + 1 },
            { ...shown, messages: [] },
          ]),
  };
}

function withOtherBody(a: Adversary, stored: StoredBlock): StoredBlock {
  if (!a.random.chance(0.5)) return stored;
  const { envelopes } = stored;
  const some = envelopes.length === 0 || a.random.chance(0.5);
  return { ...stored, envelopes: some ? [...envelopes, randomBytes(a, 80)] : envelopes.slice(1) };
}

/** Another time, parent or root, whatever byte it hits. */
function withOtherHeader(a: Adversary, stored: StoredBlock): StoredBlock {
  if (!a.random.chance(0.5)) return stored;
  const header = stored.header.slice();
  const at = a.random.between(0, header.length - 1);
  header[at] = (header[at] ?? 0) ^ (1 << a.random.between(0, 7));
  return { ...stored, header };
}
