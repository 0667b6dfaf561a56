import type { Strategy } from "../strategy.ts";

// The engine does these to the disk; the validator itself then tries to be honest. What keeps the
// cluster safe is the amnesia rule (docs/consensus.md 9) of its own code and that it counts as one of f.

/** Its vote journal is an earlier copy of itself at the next start. */
export function createJournalRolledBack(): Strategy {
  return { name: "journal-rolled-back", disk: "journalRolledBack" };
}

/** Its whole directory, guard included, is an earlier copy: nothing of its own shows that. */
export function createDirectoryRestored(): Strategy {
  return { name: "directory-restored", disk: "directoryRestored" };
}

/** It starts with an empty directory. */
export function createWiped(): Strategy {
  return { name: "wiped", disk: "wiped" };
}
