import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  createChainStore,
  createVoteJournal,
  openChainStore,
  openOrCreateChainStore,
  openVoteJournal,
} from "../src/index.ts";
import { describeStore, SCHEMA_VERSION, writeMarker } from "../src/marker.ts";
import { filled, identity, makeBlock } from "./blocks.ts";
import { contentOf, filesOfKind } from "./stored-content.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

async function createdDirectory(): Promise<string> {
  const directory = temporaryDirectory();
  await (await createChainStore(directory, identity)).close();
  return directory;
}

describe("a data directory", () => {
  it("of another network or genesis is refused and says whose it is", async () => {
    const directory = await createdDirectory();
    const foreign = { code: "DATABASE_FOREIGN", message: expect.stringContaining("test-network") };
    for (const other of [
      { ...identity, chainId: filled(2) },
      { ...identity, network: "other" },
    ]) {
      await expect(openChainStore(directory, other)).rejects.toMatchObject(foreign);
      await expect(openOrCreateChainStore(directory, other)).rejects.toMatchObject(foreign);
    }
  });

  it("of the other kind is refused", async () => {
    const directory = await createdDirectory();
    await expect(openVoteJournal(directory, identity.chainId)).rejects.toMatchObject({
      code: "DATABASE_FOREIGN",
    });
  });

  it("of another network is found by the database itself if the marker was exchanged", async () => {
    const directory = await createdDirectory();
    const other = { ...identity, chainId: filled(2) };
    await writeMarker(directory, { description: describeStore("chain", other), state: "ready" });
    await expect(openChainStore(directory, other)).rejects.toMatchObject({
      code: "DATABASE_FOREIGN",
    });
    await expect(openChainStore(directory, identity)).rejects.toMatchObject({
      code: "DATABASE_FOREIGN",
    });
  });

  it("of a newer version is refused", async () => {
    const directory = await createdDirectory();
    const description = { ...describeStore("chain", identity), schemaVersion: SCHEMA_VERSION + 1 };
    await writeMarker(directory, { description, state: "ready" });
    await expect(openChainStore(directory, identity)).rejects.toMatchObject({
      code: "DATABASE_NEWER",
    });
  });

  it("is not created twice", async () => {
    const directory = await createdDirectory();
    await expect(createChainStore(directory, identity)).rejects.toMatchObject({
      code: "DATABASE_FOREIGN",
    });
    await (await openChainStore(directory, identity)).close();
  });

  it("that was never initialised is not opened", async () => {
    await expect(openChainStore(temporaryDirectory(), identity)).rejects.toMatchObject({
      code: "DATABASE_MISSING",
    });
  });

  it("whose creation was interrupted is created again", async () => {
    const directory = temporaryDirectory();
    await writeMarker(directory, {
      description: describeStore("chain", identity),
      state: "creating",
    });
    mkdirSync(join(directory, "database"));
    writeFileSync(join(directory, "database", "000003.log"), "half a database");
    await expect(openChainStore(directory, identity)).rejects.toMatchObject({
      code: "DATABASE_MISSING",
    });
    const store = await openOrCreateChainStore(directory, identity);
    await store.commitBlock(makeBlock(0, undefined));
    await store.close();
    const reopened = await openOrCreateChainStore(directory, identity);
    expect(reopened.head()?.height).toBe(0);
    await reopened.close();
  });

  it("that cannot be written is named", async () => {
    const parent = temporaryDirectory();
    const path = join(parent, "a file");
    writeFileSync(path, "");
    await expect(createChainStore(path, identity)).rejects.toMatchObject({
      code: "DATABASE_UNAVAILABLE",
    });
  });

  it("releases its lock when opening fails", async () => {
    const directory = await createdDirectory();
    const [current] = filesOfKind(contentOf(directory), "current");
    const path = join(directory, current?.name ?? "");
    const good = readFileSync(path);
    writeFileSync(path, "nonsense");
    await expect(openChainStore(directory, identity)).rejects.toMatchObject({
      code: "DATABASE_CORRUPT",
    });
    writeFileSync(path, good);
    await (await openChainStore(directory, identity)).close();
  });

  it("of a journal belongs to one chain", async () => {
    const directory = temporaryDirectory();
    await (await createVoteJournal(directory, identity.chainId)).close();
    await expect(openVoteJournal(directory, filled(2))).rejects.toMatchObject({
      code: "DATABASE_FOREIGN",
    });
  });
});
