import { resolve } from "node:path";
import { hexEncode } from "@cartorio/crypto";
import { type GenesisFile, genesisToJson, type Parameters } from "@cartorio/protocol";
import type { Command } from "commander";
import { CliError } from "./cli-error.ts";
import { buildGenesis, parametersWith, signGenesis } from "./genesis-build.ts";
import { loadGenesis, missingSigners, readGenesisFile } from "./genesis-file.ts";
import type { Host } from "./host.ts";
import { loadKeyFor, publicKeyText } from "./key-store.ts";
import { parseMember } from "./member.ts";
import { readTextIfPresent, replaceText, writeNewText } from "./text-file.ts";

interface NewFlags {
  readonly network: string;
  readonly member: readonly string[];
  readonly out: string;
  readonly parameter: readonly string[];
  readonly json?: boolean;
}
interface FileFlags {
  readonly genesis: string;
  readonly json?: boolean;
}
interface SignFlags extends FileFlags {
  readonly key: string;
}

const examples = `
Examples:
  $ cartorio genesis new --network notary --member */member.json --out genesis.json
  $ cartorio genesis show --genesis genesis.json
  $ cartorio genesis sign --genesis genesis.json --key node/keys/member.key
  $ cartorio genesis verify --genesis genesis.json

Every member compares what \`show\` prints with what was agreed, then signs.`;

export function addGenesis(program: Command, host: Host): void {
  const genesis = program
    .command("genesis")
    .description("Assemble, sign, show and verify the genesis of a network.")
    .addHelpText("after", examples);
  addNew(genesis, host);
  addSign(genesis, host);
  for (const verb of ["show", "verify"] as const) addReading(genesis, { verb, host });
}

function addNew(genesis: Command, host: Host): void {
  genesis
    .command("new")
    .description("Assemble an unsigned genesis from the descriptions of its members.")
    .requiredOption("--network <name>", "name of the network")
    .requiredOption(
      "--member <files...>",
      "member.json of every member, in the order of validators",
    )
    .option("--out <file>", "file to write", "genesis.json")
    .option("--parameter <name=value...>", "cluster setting, as in baseTimeoutMs=2000", [])
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nExample:\n  $ cartorio genesis new --network notary --member a.json b.json c.json d.json",
    )
    .action(async (flags: NewFlags) => {
      const paths = flags.member.map((file) => resolve(host.workingDirectory, file));
      const members = await Promise.all(paths.map(readMemberFile));
      const content = buildGenesis({
        network: flags.network,
        timeMs: Date.now(),
        parameters: parametersWith(flags.parameter),
        members,
        observers: [],
      });
      const out = resolve(host.workingDirectory, flags.out);
      await writeNewText(out, genesisToJson(content, []));
      showGenesis(host, flags, await readGenesisFile(out));
    });
}

async function readMemberFile(path: string) {
  const text = await readTextIfPresent(path);
  if (text === undefined) {
    throw new CliError("GENESIS_INVALID", `there is no member description ${path}`);
  }
  return parseMember(text, path);
}

function addSign(genesis: Command, host: Host): void {
  genesis
    .command("sign")
    .description("Add the signature of one member to a genesis.")
    .requiredOption("--genesis <file>", "genesis file")
    .requiredOption("--key <file>", "the member's key file")
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      "\nExample:\n  $ cartorio genesis sign --genesis genesis.json --key node/keys/member.key",
    )
    .action(async (flags: SignFlags) => {
      const path = resolve(host.workingDirectory, flags.genesis);
      const { genesis: content, signatures } = await readGenesisFile(path);
      const key = await loadKeyFor(host, flags.key);
      const signature = signGenesis(content, key);
      const others = signatures.filter(({ did }) => did !== signature.did);
      await replaceText(path, genesisToJson(content, [...others, signature]));
      showGenesis(host, flags, await readGenesisFile(path));
    });
}

function addReading(
  genesis: Command,
  { verb, host }: { readonly verb: "show" | "verify"; readonly host: Host },
): void {
  const about =
    verb === "show"
      ? "Show what a genesis says, signed or not."
      : "Check every rule and signature of a genesis, and show it.";
  genesis
    .command(verb)
    .description(about)
    .requiredOption("--genesis <file>", "genesis file")
    .option("--json", "print one JSON object")
    .addHelpText("after", `\nExample:\n  $ cartorio genesis ${verb} --genesis genesis.json`)
    .action(async (flags: FileFlags) => {
      const path = resolve(host.workingDirectory, flags.genesis);
      const file = await (verb === "show" ? readGenesisFile(path) : loadGenesis(path));
      showGenesis(host, flags, file);
    });
}

interface GenesisView {
  readonly chainId: string;
  readonly network: string;
  readonly time: string;
  readonly parameters: Parameters;
  readonly members: readonly { did: string; name: string; weight: number; signed: boolean }[];
  readonly validators: readonly { member: string; validatorKey: string; nodeKey: string }[];
  readonly observers: readonly string[];
}

function viewOf(file: GenesisFile): GenesisView {
  const { genesis } = file;
  const missing = new Set(missingSigners(file));
  return {
    chainId: hexEncode(file.chainId),
    network: genesis.network,
    time: new Date(genesis.time).toISOString(),
    parameters: genesis.parameters,
    members: genesis.members.map((member) => ({ ...member, signed: !missing.has(member.did) })),
    validators: genesis.validators.map(({ member, validatorKey, nodeKey }) => ({
      member,
      validatorKey: publicKeyText(validatorKey),
      nodeKey: publicKeyText(nodeKey),
    })),
    observers: genesis.observers.map(publicKeyText),
  };
}

function showGenesis(host: Host, flags: { readonly json?: boolean }, file: GenesisFile): void {
  const view = viewOf(file);
  if (flags.json === true) {
    host.write(`${JSON.stringify(view)}\n`);
    return;
  }
  const members = view.members.map(
    ({ did, name, weight, signed }) =>
      `  ${signed ? "signed  " : "unsigned"}  ${did}  weight ${weight}  ${name}`,
  );
  const validators = view.validators.map(
    ({ member, validatorKey }, index) => `  ${index}  ${validatorKey}  of ${member}`,
  );
  const lines = [
    `network    ${view.network}`,
    `chain id   ${view.chainId}`,
    `time       ${view.time}`,
    "members",
    ...members,
    "validators",
    ...validators,
    `observers  ${view.observers.length}`,
  ];
  host.write(`${lines.join("\n")}\n`);
}
