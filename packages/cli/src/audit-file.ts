import { createWriteStream, openSync, type WriteStream } from "node:fs";
import type { Audit } from "@cartorio/gateway";

/** Entries as JSON lines, in their order, written beside the work of the thread: it is the one that votes. */
export interface AuditFile {
  readonly write: Audit;
  /** Goes on in a new file of the same name, after the old one was moved away. Throws if it cannot be made. */
  readonly reopen: () => void;
  /** Resolves once all is written. */
  readonly close: () => Promise<void>;
}

export interface AuditFileOptions {
  readonly path: string;
  /** The file cannot be written any more. */
  readonly onError: (error: Error) => void;
  /** Takes what comes while so many bytes wait for the disk. */
  readonly overflow: Audit;
  /** For tests. */
  readonly maxWaitingBytes?: number;
}

/** Some 80,000 entries: a disk that is so far behind is not going to catch up. */
const defaultMaxWaitingBytes = 16 * 1024 * 1024;
const ownerOnly = 0o600;

/** Throws the error of the file system if the file cannot be opened. */
export function openAuditFile(options: AuditFileOptions): AuditFile {
  const { path, onError, overflow, maxWaitingBytes = defaultMaxWaitingBytes } = options;
  const open = (): WriteStream =>
    createWriteStream("", { fd: openSync(path, "a", ownerOnly) }).on("error", onError);
  let stream = open();
  /** Files that are moved away and not written to their end yet. */
  const ending = new Set<Promise<void>>();
  const end = (ended: WriteStream): Promise<void> =>
    ended.closed
      ? Promise.resolve()
      : new Promise((resolve) => void ended.once("close", () => resolve()).end());
  return {
    write(entry) {
      if (stream.writableLength > maxWaitingBytes) overflow(entry);
      else stream.write(`${JSON.stringify(entry)}\n`);
    },
    reopen() {
      const next = open();
      const ended = end(stream).finally(() => ending.delete(ended));
      ending.add(ended);
      stream = next;
    },
    async close() {
      await Promise.all([...ending, end(stream)]);
    },
  };
}
