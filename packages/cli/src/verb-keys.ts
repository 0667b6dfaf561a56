import { resolve } from "node:path";
import { hexEncode } from "@cartorio/crypto";
import type { Command } from "commander";
import { CliError } from "./cli-error.ts";
import type { Host } from "./host.ts";
import {
  createKeyFile,
  loadKey,
  passphraseFileOf,
  passphraseVariable,
  publicKeyText,
  sealKey,
} from "./key-store.ts";

const byVariable = `(${passphraseVariable})`;
const newExamples = `
Examples:
  $ cartorio keys new keys/member.key
  $ cartorio keys new keys/member.key --passphrase-file /media/safe/passphrase`;

const sealExamples = `
Example:
  $ cartorio keys seal node/keys/*.key --passphrase-file /media/safe/passphrase

A back-up of the open file stays open, and so may what the disk keeps of it.`;

interface KeyFlags {
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

/** Public part of a key file. */
interface ShownKey {
  readonly path: string;
  readonly publicKey: string;
  readonly hex: string;
}

export function addKeys(program: Command, host: Host): void {
  const keys = program
    .command("keys")
    .description("Make and seal key files, show their public keys.")
    .addHelpText(
      "after",
      "\nExamples:\n  $ cartorio keys new keys/member.key\n  $ cartorio keys show node/keys/*.key --json",
    );
  keys
    .command("new <file>")
    .description("Make a key file with a new random Ed25519 key, readable by its owner only.")
    .option("--passphrase-file <file>", `seal it with the passphrase in a file ${byVariable}`)
    .option("--json", "print one JSON object")
    .addHelpText("after", newExamples)
    .action(async (file: string, flags: KeyFlags) => {
      const path = resolve(host.workingDirectory, file);
      const { publicKey } = await createKeyFile(path, passphraseFileOf(host, flags.passphraseFile));
      show(host, flags, [shown(path, publicKey)]);
    });
  keys
    .command("seal <files...>")
    .description("Put key files that are open under a passphrase.")
    .option("--passphrase-file <file>", `file of the passphrase ${byVariable}`)
    .option("--json", "print one JSON object")
    .addHelpText("after", sealExamples)
    .action(async (files: readonly string[], flags: KeyFlags) => {
      const passphraseFile = passphraseFileOf(host, flags.passphraseFile);
      if (passphraseFile === "") {
        throw new CliError("USAGE", "name the file of the passphrase with --passphrase-file");
      }
      const found: ShownKey[] = [];
      for (const file of files) {
        const path = resolve(host.workingDirectory, file);
        found.push(shown(path, (await sealKey(path, passphraseFile)).publicKey));
      }
      show(host, flags, found);
    });
  keys
    .command("show <files...>")
    .description("Show the public key of key files.")
    .option("--passphrase-file <file>", `file of the passphrase of sealed ones ${byVariable}`)
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nExample:\n  $ cartorio keys show node/keys/node.key")
    .action(async (files: readonly string[], flags: KeyFlags) => {
      const passphraseFile = passphraseFileOf(host, flags.passphraseFile);
      const paths = files.map((file) => resolve(host.workingDirectory, file));
      const found = await Promise.all(
        paths.map(async (path) => shown(path, (await loadKey(path, passphraseFile)).publicKey)),
      );
      show(host, flags, found);
    });
}

function shown(path: string, publicKey: Uint8Array): ShownKey {
  return { path, publicKey: publicKeyText(publicKey), hex: hexEncode(publicKey) };
}

function show(host: Host, flags: KeyFlags, keys: readonly ShownKey[]): void {
  if (flags.json === true) {
    host.write(`${JSON.stringify({ keys })}\n`);
    return;
  }
  for (const { path, publicKey } of keys) host.write(`${publicKey}  ${path}\n`);
}
