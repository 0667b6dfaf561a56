import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { temporaryDirectory } from "./temporary-directory.ts";

export interface DataFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export type Content = readonly DataFile[];

/** Kinds of files that a store consists of, by name. */
export const fileKinds = {
  log: /\.log$/u,
  table: /\.ldb$/u,
  manifest: /MANIFEST-\d+$/u,
  current: /CURRENT$/u,
  marker: /initialised\.json$/u,
} as const;
export type FileKind = keyof typeof fileKinds;

/** All files of a closed store. LOG and LOCK hold nothing that is ever read. */
export function contentOf(directory: string): Content {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^LO(G|CK)/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: path.slice(directory.length + 1), bytes: readFileSync(path) }))
    .filter((file) => file.bytes.length > 0);
}

export function filesOfKind(content: Content, kind: FileKind): Content {
  return content.filter((file) => fileKinds[kind].test(file.name));
}

/** The content in a new directory, with one file replaced or left out. */
export function restore(
  content: Content,
  change: Partial<DataFile> & { name?: string } = {},
): string {
  const directory = temporaryDirectory();
  for (const { name, bytes } of content) {
    if (name === change.name && change.bytes === undefined) continue;
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), name === change.name ? (change.bytes ?? bytes) : bytes);
  }
  return directory;
}

export interface Flip {
  readonly kind: FileKind;
  readonly file: number;
  readonly position: number;
  readonly mask: number;
}

/** A flip of one to eight bits of one byte anywhere in a file of one kind. */
export function arbitraryFlip(kinds: readonly FileKind[]): fc.Arbitrary<Flip> {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    file: fc.nat(1_000),
    position: fc.nat(1 << 24),
    mask: fc.integer({ min: 1, max: 255 }),
  });
}

/** The file of a flip as it becomes. Positions wrap, so each byte of a small file is hit often. */
export function flippedFile(content: Content, flip: Flip): DataFile {
  const files = filesOfKind(content, flip.kind);
  const file = files[flip.file % files.length];
  if (file === undefined) throw new Error(`no file of kind ${flip.kind}`);
  const bytes = Uint8Array.from(file.bytes);
  const at = flip.position % bytes.length;
  bytes[at] = (bytes[at] as number) ^ flip.mask;
  return { name: file.name, bytes };
}
