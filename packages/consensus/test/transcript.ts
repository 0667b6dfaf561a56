import { replicaStatus } from "@cartorio/consensus";
import { utf8Encode } from "@cartorio/crypto";
import {
  crashLabNode,
  createLab,
  deliver,
  feedLab,
  fetchBlocks,
  releaseLabNode,
  startLabNode,
  tickEvent,
} from "./lab.ts";
import { describeState, heightOf, kindOf } from "./lab-describe.ts";
import { answerEntry, loseData, recover, reenter, startAsking } from "./lab-entry.ts";
import { inject, replay } from "./lab-inject.ts";
import { drop, isCut } from "./lab-network.ts";
import { type Lab, type LabNode, type MailFilter, print, type SetChange } from "./lab-state.ts";
import { indices, number, parseIndices, splitWords } from "./script-words.ts";

const tickMs = 50;

/** Runs a script; its trace is what the replicas asked their shells to do. */
export function runTranscript(script: string): string {
  const lines = script.split("\n").filter((line) => line.trim() !== "");
  const [first = "", ...rest] = lines.filter((line) => !line.startsWith("#"));
  const [, sizes = "4", ...settings] = first.split(" ");
  const [n, candidates = 0] = sizes.split("+").map(Number);
  const parameters = Object.fromEntries(
    settings.map((setting) => {
      const [key = "", value = ""] = setting.split("=");
      return [key, Number(value)];
    }),
  );
  const lab = createLab({
    n: n ?? 4,
    candidates,
    parameters: { rotationTimeMs: 1e9, ...parameters },
  });
  for (const line of rest) {
    print(lab, `$ ${line}`);
    const [command = "", ...words] = line.split(" ");
    const run = commands[command];
    if (run === undefined) throw new Error(`unknown command ${command}`);
    run(lab, words);
  }
  return `${lab.lines.join("\n")}\n`;
}

type Command = (lab: Lab, words: readonly string[]) => void;

/** LIST is `all`, `3`, `0,2` or `1-3`; FILTER is `KIND... [from LIST] [to LIST] [height LIST]`. */
const commands: Readonly<Record<string, Command>> = {
  /** MS: the clocks move on and every replica hears one tick. */
  tick: (lab, [ms]) => tick(lab, Number(ms ?? tickMs)),
  /** MS: ticks, everything is delivered. */
  run: (lab, [ms]) => {
    for (let passed = 0; passed < Number(ms); passed += tickMs) {
      tick(lab, tickMs);
      deliver(lab, () => true);
    }
  },
  /** MS: ticks, everything is lost. */
  silence: (lab, [ms]) => {
    for (let passed = 0; passed < Number(ms); passed += tickMs) {
      tick(lab, tickMs);
      drop(lab, () => true);
    }
  },
  /** MS: the clocks move on and nobody notices before the next tick, as in a pause of all processes. */
  pass: (lab, [ms]) => {
    lab.nowMs += Number(ms);
  },
  /** LIST COUNT [full]: so many transactions wait there; full: each fills a block. */
  propose: (lab, [list, count, full]) => {
    for (const node of pick(lab, list)) {
      node.toPropose = Number(count);
      node.full = full === "full";
      feedLab(lab, node, { kind: "mempool", waiting: true });
    }
  },
  /** LIST: the node's judgement is that the primary passes over a transaction. */
  starved: (lab, [list]) => {
    for (const node of pick(lab, list))
      feedLab(lab, node, { kind: "starved", envelope: utf8Encode("a starved transaction") });
  },
  /** LIST: a transaction waits, which only others can propose. */
  waiting: (lab, [list]) => {
    for (const node of pick(lab, list)) feedLab(lab, node, { kind: "mempool", waiting: true });
  },
  /** LIST: nothing waits there. */
  idle: (lab, [list]) => {
    for (const node of pick(lab, list)) feedLab(lab, node, { kind: "mempool", waiting: false });
  },
  deliver: (lab, words) => deliver(lab, parseFilter(words)),
  drop: (lab, words) => drop(lab, parseFilter(words)),
  /** LIST LIST...: only nodes of one group reach each other. */
  partition: (lab, groups) => {
    lab.groups = groups.map(parseIndices);
    drop(lab, ({ from, to }) => isCut(lab, from, to));
  },
  /** Until `heal` nothing that matches is delivered. */
  lose: (lab, words) => {
    lab.lost.push(parseFilter(words));
  },
  heal: (lab) => {
    lab.groups = [];
    lab.lost.length = 0;
  },
  crash: (lab, [list]) => {
    for (const node of pick(lab, list)) crashLabNode(lab, node);
  },
  start: (lab, [list]) => {
    for (const node of pick(lab, list)) startLabNode(lab, node);
  },
  /** NODE add|remove|reenter I: the next transaction that it proposes changes the set. */
  change: (lab, [list, kind, index]) => {
    const change: SetChange =
      kind === "add" || kind === "remove" ? { kind } : { kind: "reenter", index: Number(index) };
    for (const node of pick(lab, list)) node.nextChange = change;
  },
  /** LIST disk|journal|rollback [RECORDS] */
  wipe: (lab, [list, what = "", records]) => {
    for (const node of pick(lab, list)) loseData(lab, node, { what, records: Number(records) });
  },
  /** LIST: starts, and asks its peers before it signs. */
  ask: (lab, [list]) => {
    for (const node of pick(lab, list)) startAsking(lab, node);
  },
  /** LIST from LIST: the peers answer. */
  answer: (lab, words) => {
    const { plain, options } = splitWords(words, ["from"]);
    for (const node of pick(lab, plain[0])) answerEntry(lab, node, pick(lab, options.get("from")));
  },
  /** LIST: asks anew, in the epoch that it has followed the chain to. */
  reenter: (lab, [list]) => {
    for (const node of pick(lab, list)) reenter(lab, node);
  },
  /** LIST: what the operator's tool finds in their data. */
  recover: (lab, [list]) => recover(lab, pick(lab, list)),
  /** LIST EFFECT...: the shell answers such effects only at `release`. */
  hold: (lab, [list, ...kinds]) => {
    const known = ["execute", "obtainBodies", "obtainProposal"] as const;
    for (const node of pick(lab, list))
      for (const kind of known) if (kinds.includes(kind)) node.held.add(kind);
  },
  release: (lab, [list]) => {
    for (const node of pick(lab, list)) releaseLabNode(lab, node);
  },
  /** LIST from NODE: catch-up. */
  fetch: (lab, words) => {
    const { plain, options } = splitWords(words, ["from"]);
    const source = lab.nodes[number(options, "from")];
    if (source === undefined) throw new Error("fetch needs a source");
    for (const node of pick(lab, plain[0])) fetchBlocks(lab, node, source);
  },
  /** LIST: execution gives another result there from now on. */
  diverge: (lab, [list]) => {
    for (const node of pick(lab, list)) node.diverges = true;
  },
  inject: (lab, words) => {
    const keys = ["by", "via", "view", "height", "late", "of", "from", "entries", "to"];
    const { plain, options } = splitWords(words, keys);
    inject(lab, plain[0] ?? "", options);
  },
  replay: (lab, words) => {
    const { plain, options } = splitWords(words, ["by", "view", "height", "to"]);
    replay(lab, plain[0] ?? "", options);
  },
  /** Nothing is printed until `loud`. */
  quiet: (lab) => {
    lab.quiet = true;
  },
  loud: (lab) => {
    lab.quiet = false;
  },
  /** The timeout that each replica would wait now. */
  timeouts: (lab) => {
    for (const { index, replica } of lab.nodes)
      if (replica !== undefined)
        print(lab, `${index}: timeout ${replicaStatus(replica).timeoutMs} ms`);
  },
  state: (lab) => {
    for (const node of lab.nodes) print(lab, ...describeState(node));
  },
};

function tick(lab: Lab, ms: number): void {
  lab.nowMs += ms;
  for (const node of lab.nodes) feedLab(lab, node, tickEvent(lab));
}

function pick(lab: Lab, list = "all"): LabNode[] {
  if (list === "all") return [...lab.nodes];
  const wanted = parseIndices(list);
  return lab.nodes.filter((node) => wanted.includes(node.index));
}

function parseFilter(words: readonly string[]): MailFilter {
  const { plain, options } = splitWords(words, ["from", "to", "height"]);
  const allows = (key: string, value: number | undefined): boolean =>
    !options.has(key) || (value !== undefined && indices(options, key).includes(value));
  return ({ from, to, message }) =>
    (plain.length === 0 || plain.includes(kindOf(message))) &&
    allows("from", from) &&
    allows("to", to) &&
    allows("height", heightOf(message));
}
