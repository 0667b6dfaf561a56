import { copyFile, readFile, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { hexEncode, sha256 } from "@cartorio/crypto";
import { signEd25519 } from "@cartorio/crypto/node";
import { parseRecovery, recoveryFile, type Survey, surveyNodes } from "@cartorio/node";
import {
  decodeRecoveryManifest,
  encodeRecoveryManifest,
  type RecoveryManifest,
  recoverySigningBytes,
} from "@cartorio/protocol";
import type { Command } from "commander";
import { CliError } from "./cli-error.ts";
import { memberOfKey } from "./genesis-build.ts";
import { loadGenesis } from "./genesis-file.ts";
import type { Host } from "./host.ts";
import { loadKeyFor, multikeyOf } from "./key-store.ts";
import { nodeFolder } from "./node-folder.ts";

interface PlanFlags {
  readonly node: readonly string[];
  readonly genesis?: string;
  readonly out: string;
  readonly json?: boolean;
}
interface SignFlags {
  readonly manifest: string;
  readonly genesis: string;
  readonly key: string;
  readonly did?: string;
}
interface InstallFlags {
  readonly manifest: string;
  readonly dir: string;
}

const about = `
For a network that has lost so many vote journals that no quorum is left (JOURNAL_QUORUM_LOST). One
validator without its journal needs none of this: it re-enters by itself.

  1. Stop all nodes. Bring together the folders of all that are left, the damaged ones too.
  2. $ cartorio recover plan --node a/ b/ c/ d/ --out recovery.bin
     It says which height the network goes on from, and whether acknowledged blocks are safe.
  3. Members with more than two thirds of the weight compare the printed hash, and sign:
     $ cartorio recover sign --manifest recovery.bin --genesis genesis.json --key keys/member.key
  4. Every node, observers too, gets the file, and is started:
     $ cartorio recover install --manifest recovery.bin --dir node
     $ cartorio start --dir node`;

export function addRecover(program: Command, host: Host): void {
  const recover = program
    .command("recover")
    .description("Go on after the loss of a quorum of vote journals.")
    .addHelpText("after", about);
  addPlan(recover, host);
  addSign(recover, host);
  addInstall(recover, host);
}

function addPlan(recover: Command, host: Host): void {
  recover
    .command("plan")
    .description("Read the stopped nodes that are left and write an unsigned manifest.")
    .requiredOption("--node <folders...>", "folders of all nodes that are left")
    .option("--genesis <file>", "genesis file (default: that of the first node)")
    .option("--out <file>", "file to write", "recovery.bin")
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nExample:\n  $ cartorio recover plan --node a/ b/ --out recovery.bin")
    .action(async (flags: PlanFlags) => {
      const folders = flags.node.map((path) => nodeFolder(resolve(host.workingDirectory, path)));
      const [first] = folders;
      if (first === undefined) throw new CliError("USAGE", "name the folder of at least one node");
      const genesisPath = flags.genesis && resolve(host.workingDirectory, flags.genesis);
      const genesis = await loadGenesis(genesisPath ?? first.genesis);
      const surveyed = await Promise.all(
        folders.map(async ({ directory, validatorKey }) => ({
          dataDirectory: join(directory, "data"),
          validatorKey: (await loadKeyFor(host, validatorKey)).publicKey,
        })),
      );
      const survey = await surveyNodes(surveyed, genesis);
      const out = resolve(host.workingDirectory, flags.out);
      await writeManifest(out, { body: survey.body, signatures: [] }, "wx");
      showSurvey(host, { survey, out, json: flags.json === true });
    });
}

/** The file in one step, so that a manifest is never half there. */
async function writeManifest(
  path: string,
  manifest: RecoveryManifest,
  flag: "w" | "wx",
): Promise<void> {
  const bytes = encodeRecoveryManifest(manifest);
  if (flag === "wx") {
    await writeFile(path, bytes, { flag, flush: true }).catch((error: unknown) => {
      const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
      if (!exists) throw error;
      throw new CliError("FILE_EXISTS", `${path} exists and is not overwritten`, { cause: error });
    });
    return;
  }
  await writeFile(`${path}.new`, bytes, { flush: true });
  await rename(`${path}.new`, path);
}

interface Shown {
  readonly survey: Survey;
  readonly out: string;
  readonly json: boolean;
}

function showSurvey(host: Host, { survey, out, json }: Shown): void {
  const { plan, validators, nodes } = survey;
  const height = plan.certified + plan.heights.length;
  const view = {
    out,
    epoch: validators.epoch + 1,
    certifiedHeight: plan.certified,
    recoveredHeight: height,
    missing: plan.missing,
    safeIfNobodyHides: plan.isComplete,
    provablySafe: plan.isProvable,
    bodyHash: bodyHash(survey.body),
    nodes: nodes.map(({ validatorKey, ...node }) => ({
      ...node,
      validatorKey: hexEncode(validatorKey),
    })),
  };
  if (json) {
    host.write(`${JSON.stringify(view)}\n`);
    return;
  }
  const lines = nodes.map(
    ({ dataDirectory, head, certified, journalProblem }) =>
      `  ${dataDirectory}  executed ${head ?? "nothing"}, certified ${certified}, journal ${journalProblem ?? "intact"}`,
  );
  host.write(
    [
      ...lines,
      `certified height   ${plan.certified}`,
      `recovered height   ${height}`,
      `next epoch         ${view.epoch}, from height ${height + 1}`,
      `acknowledged data  ${safety(plan)}`,
      `hash to compare    ${view.bodyHash}`,
      `written            ${out}`,
      "",
    ].join("\n"),
  );
}

function safety({ isProvable, isComplete, missing }: Survey["plan"]): string {
  if (isProvable) return "safe, even if f of the validators lie";
  if (isComplete) return "safe if the survivors hide nothing";
  const heights = missing.length === 0 ? "" : `; the bodies of height ${missing[0]} are lost`;
  return `NOT proven safe: too few journals are left${heights}. Add the folders of more nodes`;
}

function bodyHash(body: Uint8Array): string {
  return hexEncode(sha256(body));
}

function addSign(recover: Command, host: Host): void {
  recover
    .command("sign")
    .description("Add the signature of one member to a manifest.")
    .requiredOption("--manifest <file>", "manifest file")
    .requiredOption("--genesis <file>", "genesis file")
    .requiredOption("--key <file>", "the member's key file")
    .option("--did <did>", "the member, if its keys were changed since the genesis")
    .addHelpText(
      "after",
      "\nExample:\n  $ cartorio recover sign --manifest recovery.bin --genesis genesis.json --key keys/member.key",
    )
    .action(async (flags: SignFlags) => {
      const path = resolve(host.workingDirectory, flags.manifest);
      const { genesis, chainId } = await loadGenesis(resolve(host.workingDirectory, flags.genesis));
      const manifest = await readManifest(path);
      parseRecovery(encodeRecoveryManifest(manifest), chainId);
      const key = await loadKeyFor(host, flags.key);
      const did = flags.did ?? memberOfKey(genesis, key.publicKey);
      const multikey = multikeyOf(key.publicKey);
      const signature = signEd25519(key, recoverySigningBytes(manifest.body));
      const others = manifest.signatures.filter((other) => other.did !== did);
      const signatures = [...others, { did, multikey, signature }];
      await writeManifest(path, { ...manifest, signatures }, "w");
      host.write(`${did} signed ${bodyHash(manifest.body)}; signatures: ${signatures.length}\n`);
    });
}

async function readManifest(path: string): Promise<RecoveryManifest> {
  const decoded = decodeRecoveryManifest(await readFile(path));
  if (decoded.ok) return decoded.value;
  throw new CliError("RECOVERY_INVALID", `${path} is no recovery manifest`);
}

function addInstall(recover: Command, host: Host): void {
  recover
    .command("install")
    .description("Put a signed manifest into a stopped node's data.")
    .requiredOption("--manifest <file>", "manifest file")
    .requiredOption("--dir <folder>", "the node's folder")
    .addHelpText(
      "after",
      "\nExample:\n  $ cartorio recover install --manifest recovery.bin --dir node",
    )
    .action(async (flags: InstallFlags) => {
      const folder = nodeFolder(resolve(host.workingDirectory, flags.dir));
      const path = resolve(host.workingDirectory, flags.manifest);
      const { chainId } = await loadGenesis(folder.genesis);
      const { last, validators } = parseRecovery(await readFile(path), chainId);
      const target = recoveryFile(join(folder.directory, "data"));
      await copyFile(path, `${target}.new`);
      await rename(`${target}.new`, target);
      host.write(`${target}: epoch ${validators.epoch} begins at height ${last + 1}\n`);
    });
}
