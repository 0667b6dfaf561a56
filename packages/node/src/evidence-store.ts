// What validators signed against themselves (docs/consensus.md 10): one file per validator, epoch and
// offence below data/evidence. The first one stays, as it proves the same as any later one.
import { mkdir, open, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Effect, Offence } from "@cartorio/consensus";

export interface StoredEvidence {
  readonly epoch: number;
  readonly validator: number;
  readonly offence: Offence;
  readonly height: number;
  /** Wall clock, milliseconds. */
  readonly time: number;
  /** Base64url: encoded ConsensusMessages, for `invalidBodies` then envelopes. */
  readonly messages: readonly string[];
}

/** What is shown of every proof; its messages may be megabytes. */
export interface EvidenceSummary extends Omit<StoredEvidence, "messages"> {
  /** `EPOCH-VALIDATOR-OFFENCE`: the name of its file. */
  readonly id: string;
  /** Bytes of all messages together. */
  readonly messageBytes: number;
}

export type EvidenceFound = Extract<Effect, { readonly kind: "evidence" }>;

export interface EvidenceStore {
  /** Durable when it resolves. Beyond the bounds, or known already: nothing is written. Rejects when the disk fails. */
  readonly keep: (epoch: number, found: EvidenceFound) => Promise<"kept" | "known" | "full">;
  /** All that is kept, in the order of the ids; what cannot be read is left out. Each file is read once. */
  readonly list: () => Promise<readonly EvidenceSummary[]>;
  /** One proof with its messages. */
  readonly read: (id: string) => Promise<StoredEvidence | undefined>;
}

/** Every offence of every validator of the largest set in several epochs, or what somebody copied here. */
export const maxEvidenceFiles = 1_024;
/** Bytes of one proof: above two of the largest messages, and above a block's envelopes. */
export const maxEvidenceBytes: number = 12 << 20;

export function createEvidenceStore(
  dataDirectory: string,
  nowMs: () => number,
  maxFiles: number = maxEvidenceFiles,
): EvidenceStore {
  const directory = join(dataDirectory, "evidence");
  /** Of files that were read; undefined: no evidence. A file never changes once it has its name. */
  const seen = new Map<string, EvidenceSummary | undefined>();
  // One after the other, so that the bound holds.
  let tail: Promise<unknown> = Promise.resolve();

  const write = async (epoch: number, found: EvidenceFound): ReturnType<EvidenceStore["keep"]> => {
    const { validator, offence, height, messages } = found;
    const names = await namesIn(directory);
    const name = `${epoch}-${validator}-${offence}.json`;
    if (names.includes(name)) return "known";
    const bytes = messages.reduce((sum, message) => sum + message.length, 0);
    if (names.length >= maxFiles || bytes > maxEvidenceBytes) return "full";
    const texts = messages.map((message) => Buffer.from(message).toString("base64url"));
    const stored: StoredEvidence = {
      ...{ epoch, validator, offence, height, time: nowMs(), messages: texts },
    };
    await mkdir(directory, { recursive: true });
    const path = join(directory, name);
    const temporary = `${path}.new`;
    await withFile(temporary, "w", (file) =>
      file.writeFile(`${JSON.stringify(stored, undefined, 2)}\n`),
    );
    await rename(temporary, path);
    await withFile(directory, "r", () => Promise.resolve());
    return "kept";
  };

  return {
    keep: (epoch, found) => {
      const done = tail.then(() => write(epoch, found));
      tail = done.catch(() => undefined);
      return done;
    },
    list: async () => {
      const summaries: EvidenceSummary[] = [];
      for (const name of (await namesIn(directory)).slice(0, maxFiles)) {
        if (!seen.has(name)) seen.set(name, await summaryOf(directory, name));
        const summary = seen.get(name);
        if (summary !== undefined) summaries.push(summary);
      }
      return summaries;
    },
    read: async (id) => {
      // Never a path that a client made up.
      const name = (await namesIn(directory)).find((candidate) => candidate === `${id}.json`);
      return name === undefined ? undefined : evidenceIn(directory, name);
    },
  };
}

async function evidenceIn(directory: string, name: string): Promise<StoredEvidence | undefined> {
  return parse(await readFile(join(directory, name), "utf8").catch(() => ""));
}

async function summaryOf(directory: string, name: string): Promise<EvidenceSummary | undefined> {
  const stored = await evidenceIn(directory, name);
  if (stored === undefined) return undefined;
  const { messages, ...rest } = stored;
  const messageBytes = messages.reduce(
    (sum, message) => sum + Buffer.byteLength(message, "base64url"),
    0,
  );
  return { id: name.slice(0, -".json".length), ...rest, messageBytes };
}

type File = Awaited<ReturnType<typeof open>>;

/** Opens, acts, makes durable, closes. */
async function withFile(
  path: string,
  flags: "r" | "w",
  act: (file: File) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await act(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    const names = await readdir(directory);
    return names.filter((name) => name.endsWith(".json")).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

const offences: Readonly<Record<Offence, true>> = {
  ...{ twoPrePrepares: true, twoPrepares: true, twoCommits: true, twoCheckpoints: true },
  ...{ twoViewChanges: true, twoNewViews: true, falseNewView: true },
  ...{ invalidProposal: true, invalidBodies: true },
};

function isOffence(value: unknown): value is Offence {
  return typeof value === "string" && Object.hasOwn(offences, value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function parse(text: string): StoredEvidence | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const {
    epoch,
    validator,
    offence,
    height,
    time,
    messages,
  }: Partial<Record<keyof StoredEvidence, unknown>> = value;
  if (!isCount(epoch) || !isCount(validator) || !isCount(height) || !isCount(time))
    return undefined;
  if (!isOffence(offence) || !Array.isArray(messages)) return undefined;
  if (!messages.every((item): item is string => typeof item === "string")) return undefined;
  return { epoch, validator, offence, height, time, messages };
}
