// The small chain has a process of its own: what the suite says of memory is that of one node.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { closeGrown, openGrown } from "./ledger-grown.ts";
import { type BlockTimes, commitMixed, stateWindow } from "./ledger-mixed.ts";

/** A chain in another process. */
export interface Apart {
  /** Commits a block of so many operations there. */
  readonly commit: (operations: number) => Promise<BlockTimes>;
  readonly close: () => Promise<void>;
}

/** Opens the chain of a directory in a process of its own. */
export async function startApart(directory: string): Promise<Apart> {
  const child = fork(fileURLToPath(import.meta.url), [directory]);
  const ended = once(child, "exit");
  const failed = ended.then(() =>
    Promise.reject(new Error("the process of the small chain ended")),
  );
  failed.catch(() => undefined);
  const answer = async (): Promise<BlockTimes> => {
    const [{ admitMs, commitMs }] = await Promise.race([once(child, "message"), failed]);
    return { admitMs: Number(admitMs), commitMs: Number(commitMs) };
  };
  await answer();
  return {
    commit: (operations) => {
      child.send(operations);
      return answer();
    },
    close: async () => {
      child.disconnect();
      await ended;
    },
  };
}

async function serve(directory: string, send: (times: BlockTimes) => void): Promise<void> {
  const grown = await openGrown(directory, stateWindow);
  process.on("message", (operations) => {
    void commitMixed(grown, Number(operations)).then(send);
  });
  process.on("disconnect", () => void closeGrown(directory, grown));
  send({ admitMs: 0, commitMs: 0 });
}

const [, script, directory] = process.argv;
if (script === fileURLToPath(import.meta.url) && directory !== undefined && process.send) {
  await serve(directory, process.send.bind(process));
}
