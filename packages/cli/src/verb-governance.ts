import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { hexEncode } from "@cartorio/crypto";
import type { Operation } from "@cartorio/protocol";
import {
  createClient,
  governancePropose,
  governanceVote,
  httpTransport,
  localSigner,
  type Proposed,
  type ProposeInput,
  sendTransaction,
} from "@cartorio/sdk";
import type { Command } from "commander";
import { CliError } from "./cli-error.ts";
import { readAction } from "./governance-action.ts";
import type { Host } from "./host.ts";
import { loadKeyFor } from "./key-store.ts";
import { fetchStatus, tokenOption } from "./node-client.ts";

interface NodeFlags {
  readonly url?: string;
  readonly json?: boolean;
}
interface SigningFlags extends NodeFlags {
  readonly key: string;
  readonly member: string;
}
interface ProposeFlags extends SigningFlags {
  readonly days: string;
}
interface VoteFlags extends SigningFlags {
  readonly against?: boolean;
}

const dayMs = 86_400_000;
const maxDays = 30;
const waitMs = 60_000;
const examples = `
An action file names what it changes and the version of it, as "cartorio governance show" shows it:
  { "kind": "freeze", "did": "did:cartorio:...", "expectedUntil": 0, "until": 1790000000000 }

Examples:
  $ cartorio governance list --url http://127.0.0.1:7301
  $ cartorio governance propose freeze.json --member did:cartorio:... --key member.key
  $ cartorio governance vote 5f0c... --member did:cartorio:... --key member.key`;

/** Proposals of the members: what there are, and to propose and vote with a member's key. */
export function addGovernance(program: Command, host: Host): void {
  const governance = program
    .command("governance")
    .description("Proposals of the members: list, show, propose, vote.")
    .addHelpText("after", examples);
  const node = (name: string, description: string): Command =>
    governance
      .command(name)
      .description(description)
      .option("--url <url>", "JSON-RPC address of a node (CARTORIO_URL)")
      .option("--json", "print JSON");
  const signing = (name: string, description: string): Command =>
    node(name, description)
      .requiredOption("--key <file>", "key file of the member")
      .requiredOption("--member <did>", "DID of the member");
  node("list", "All proposals, newest last.").action(async (flags: NodeFlags) => list(host, flags));
  node("show <hash>", "One proposal with its votes.").action(
    async (hash: string, flags: NodeFlags) => show(host, hash, flags),
  );
  signing("propose <file>", "Propose the change of an action file, and vote for it.")
    .option("--days <days>", "days until nobody may vote any more", "7")
    .action(async (file: string, flags: ProposeFlags) => propose(host, file, flags));
  signing("vote <hash>", "Vote for a proposal.")
    .option("--against", "vote against it")
    .action(async (hash: string, flags: VoteFlags) => vote(host, hash, flags));
}

function urlOf(host: Host, { url = host.environment["CARTORIO_URL"] }: NodeFlags): string {
  if (url === undefined) throw new CliError("USAGE", "name a node with --url");
  return url;
}

interface ShownProposal {
  readonly number: number;
  readonly hash: string;
  readonly proposer: string;
  readonly action: { readonly kind: string };
  readonly status: string;
  readonly code: string | null;
  readonly expires: number;
  readonly votes: readonly { readonly member: number; readonly approve: boolean }[];
}

/** What the gateway answers; its word alone, as all that this command prints. */
async function ask<T>(host: Host, flags: NodeFlags, call: readonly [string, object]): Promise<T> {
  const url = urlOf(host, flags);
  await fetchStatus(host, url);
  const [method, parameters] = call;
  return (await httpTransport(url, tokenOption(host)).request(method, { ...parameters })) as T;
}

async function list(host: Host, flags: NodeFlags): Promise<void> {
  const all: ShownProposal[] = [];
  for (let from: number | null = 1; from !== null; ) {
    const page: { readonly proposals: ShownProposal[]; readonly next: number | null } = await ask(
      host,
      flags,
      ["governance_listProposals", { from }],
    );
    all.push(...page.proposals);
    from = page.next;
  }
  if (flags.json === true) host.write(`${JSON.stringify(all)}\n`);
  else if (all.length === 0) host.write("there are no proposals\n");
  else host.write(`${all.map(lineOf).join("\n")}\n`);
}

function lineOf({ number, hash, action, status, code, votes }: ShownProposal): string {
  const approving = votes.filter(({ approve }) => approve).length;
  const end = code === null ? status : `${status} (${code})`;
  return `${number}  ${action.kind}  ${end}  ${approving} for, ${votes.length - approving} against  ${hash}`;
}

async function show(host: Host, hash: string, flags: NodeFlags): Promise<void> {
  const answer = await ask<{ proposal: ShownProposal | null }>(host, flags, [
    "governance_getProposal",
    { hash },
  ]);
  const { proposal } = answer;
  if (proposal === null) throw new CliError("NOT_FOUND", `there is no proposal ${hash}`);
  const text = flags.json === true ? JSON.stringify(proposal) : describe(proposal);
  host.write(`${text}\n`);
}

function describe(proposal: ShownProposal): string {
  const votes = proposal.votes.map(
    ({ member, approve }) => `  member ${member}: ${approve ? "for" : "against"}`,
  );
  return [
    lineOf(proposal),
    `proposed by ${proposal.proposer}`,
    `open until ${new Date(proposal.expires).toISOString()}`,
    ...votes,
    JSON.stringify(proposal.action, undefined, 2),
  ].join("\n");
}

async function propose(host: Host, file: string, flags: ProposeFlags): Promise<void> {
  const days = Number(flags.days);
  if (!(days > 0 && days <= maxDays)) throw new CliError("USAGE", `--days is up to ${maxDays}`);
  const path = resolve(host.workingDirectory, file);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new CliError("USAGE", `${file} cannot be read`, { cause: error });
  });
  const expires = Date.now() + Math.floor(days * dayMs) - waitMs;
  const action = readAction(text, file);
  const { operation, hash } = build(file, { proposer: flags.member, action, expires });
  const height = await send(host, flags, operation);
  tell(host, flags, { hash: hexEncode(hash), height });
}

/** The builder says which field is missing or out of range. */
function build(file: string, input: ProposeInput): Proposed {
  try {
    return governancePropose(input);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const field = error.message.replace(/^.* invalid /, "");
    throw new CliError("USAGE", `${file}: ${field} is missing or out of range`, { cause: error });
  }
}

async function vote(host: Host, hash: string, flags: VoteFlags): Promise<void> {
  const operation = governanceVote({
    voter: flags.member,
    proposal: hash,
    approve: flags.against !== true,
  });
  tell(host, flags, { hash, height: await send(host, flags, operation) });
}

function tell(
  host: Host,
  { json }: NodeFlags,
  done: { readonly hash: string; readonly height: number },
): void {
  if (json === true) host.write(`${JSON.stringify(done)}\n`);
  else host.write(`executed at height ${done.height}: proposal ${done.hash}\n`);
}

async function send(host: Host, flags: SigningFlags, operation: Operation): Promise<number> {
  const url = urlOf(host, flags);
  const key = await loadKeyFor(host, flags.key);
  const { chainId } = await fetchStatus(host, url);
  const client = createClient({ transport: httpTransport(url, tokenOption(host)) });
  const signer = localSigner("ed25519", key.secretKey);
  const sent = await sendTransaction(client, {
    chainId,
    signers: [{ did: flags.member, role: "author", signer }],
    operations: [operation],
    timeoutMs: waitMs,
  });
  return sent.height ?? 0;
}
