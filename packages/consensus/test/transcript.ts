import {
  crashLabNode,
  createLab,
  deliver,
  describeState,
  drop,
  feedLab,
  heightOf,
  kindOf,
  type Lab,
  type LabNode,
  type MailFilter,
  startLabNode,
  tickEvent,
} from "./lab.ts";

const tickMs = 50;

/** Runs a script; its trace is what the replicas asked their shells to do. */
export function runTranscript(script: string): string {
  const lines = script.split("\n").filter((line) => line.trim() !== "");
  const [first = "", ...rest] = lines.filter((line) => !line.startsWith("#"));
  const [, n = "4", ...settings] = first.split(" ");
  const parameters = Object.fromEntries(
    settings.map((setting) => {
      const [key = "", value = ""] = setting.split("=");
      return [key, Number(value)];
    }),
  );
  const lab = createLab(Number(n), { rotationTimeMs: 1e9, ...parameters });
  for (const line of rest) {
    lab.lines.push(`$ ${line}`);
    runCommand(lab, line.split(" "));
  }
  return `${lab.lines.join("\n")}\n`;
}

function runCommand(lab: Lab, words: readonly string[]): void {
  const [command, ...rest] = words;
  switch (command) {
    case "tick":
      tick(lab, Number(rest[0] ?? tickMs));
      return;
    case "run":
      for (let passed = 0; passed < Number(rest[0]); passed += tickMs) {
        tick(lab, tickMs);
        deliver(lab, () => true);
      }
      return;
    case "silence":
      for (let passed = 0; passed < Number(rest[0]); passed += tickMs) {
        tick(lab, tickMs);
        drop(lab, () => true);
      }
      return;
    case "propose":
      for (const node of pick(lab, rest[0])) {
        node.toPropose = Number(rest[1]);
        node.full = rest[2] === "full";
        feedLab(lab, node, { kind: "mempool", waiting: true });
      }
      return;
    case "waiting":
      for (const node of pick(lab, rest[0])) feedLab(lab, node, { kind: "mempool", waiting: true });
      return;
    case "deliver":
      deliver(lab, parseFilter(rest));
      return;
    case "drop":
      drop(lab, parseFilter(rest));
      return;
    case "crash":
      for (const node of pick(lab, rest[0])) crashLabNode(lab, node);
      return;
    case "start":
      for (const node of pick(lab, rest[0])) startLabNode(lab, node);
      return;
    case "state":
      for (const node of lab.nodes) lab.lines.push(...describeState(node));
      return;
    default:
      throw new Error(`unknown command ${String(command)}`);
  }
}

function tick(lab: Lab, ms: number): void {
  lab.nowMs += ms;
  for (const node of lab.nodes) feedLab(lab, node, tickEvent(lab));
}

function pick(lab: Lab, list: string | undefined): LabNode[] {
  if (list === undefined || list === "all") return [...lab.nodes];
  const wanted = list.split(",").map(Number);
  return lab.nodes.filter((node) => wanted.includes(node.index));
}

/** KIND... [from LIST] [to LIST] [height H] */
function parseFilter(words: readonly string[]): MailFilter {
  const kinds: string[] = [];
  const limits = new Map<string, number[]>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (word === "from" || word === "to" || word === "height") {
      limits.set(word, (words[index + 1] ?? "").split(",").map(Number));
      index += 1;
    } else kinds.push(word);
  }
  const allows = (key: string, value: number | undefined): boolean => {
    const allowed = limits.get(key);
    return allowed === undefined || (value !== undefined && allowed.includes(value));
  };
  return ({ from, to, message }) =>
    (kinds.length === 0 || kinds.includes(kindOf(message))) &&
    allows("from", from) &&
    allows("to", to) &&
    allows("height", heightOf(message));
}
