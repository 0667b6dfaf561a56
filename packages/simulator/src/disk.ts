import { type ExecutedBlock, journalRetention } from "@cartorio/consensus";
import type { FinalityCertificate, JournalRecord } from "@cartorio/protocol";
import { createStandInExecutor, type Executor } from "./execution.ts";

export interface StoredBlock {
  readonly block: ExecutedBlock;
  readonly proposal: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
}

/** What survives a crash. A write is here only when its completion was reported. */
export interface Disk {
  journal: JournalRecord[];
  /** Index 0 is height 1. */
  readonly blocks: StoredBlock[];
  certificate: FinalityCertificate | undefined;
  /** Execution and its block are one synchronous batch, so the executor's state is durable with it. */
  readonly executor: Executor;
}

export function createDisk(): Disk {
  return { journal: [], blocks: [], certificate: undefined, executor: createStandInExecutor() };
}

/** Deletes what `journalRetention` gives free once the certificate is durable. */
export function pruneJournal(disk: Disk): void {
  const certified = disk.certificate?.height ?? 0;
  const newest = new Map<string, number>();
  const retained = disk.journal.map((record) => ({ record, rule: journalRetention(record) }));
  for (const { rule } of retained) {
    if (rule.newest === undefined) continue;
    const { kind, view } = rule.newest;
    newest.set(kind, Math.max(newest.get(kind) ?? 0, view));
  }
  disk.journal = retained
    .filter(({ rule }) => {
      if (rule.height !== undefined) return rule.height > certified;
      return rule.newest === undefined || rule.newest.view === newest.get(rule.newest.kind);
    })
    .map(({ record }) => record);
}
