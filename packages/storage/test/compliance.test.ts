import { describe } from "vitest";
import {
  memoryChainStore,
  memoryDisk,
  memoryVoteJournal,
  openOrCreateChainStore,
  openOrCreateVoteJournal,
} from "../src/index.ts";
import { identity } from "./blocks.ts";
import { describeChainStore } from "./describe-chain-store.ts";
import { describeVoteJournal } from "./describe-vote-journal.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

const windowOf = (stateWindow: number | undefined): { stateWindow?: number } =>
  stateWindow === undefined ? {} : { stateWindow };

describe("chain store in LevelDB", () => {
  describeChainStore(() => {
    const directory = temporaryDirectory();
    return {
      open: (stateWindow) => openOrCreateChainStore(directory, identity, windowOf(stateWindow)),
    };
  });
});

describe("chain store in memory", () => {
  describeChainStore(() => {
    const disk = memoryDisk();
    return { open: (stateWindow) => memoryChainStore({ disk, ...windowOf(stateWindow) }) };
  });
});

describe("vote journal in LevelDB", () => {
  describeVoteJournal(() => {
    const directory = temporaryDirectory();
    return { open: () => openOrCreateVoteJournal(directory, identity.chainId) };
  });
});

describe("vote journal in memory", () => {
  describeVoteJournal(() => {
    const disk = memoryDisk();
    return { open: () => memoryVoteJournal({ disk }) };
  });
});
