import { hexEncode } from "@cartorio/crypto";
import type { Replica, Slot } from "./state.ts";

/**
 * The replica's state as text, the same on every machine for the same events: checkers and transcripts
 * compare it. Timers are left out; insertion order of maps is not.
 */
export function digest(replica: Replica): string {
  const { view, active, certified, executed, committedThrough } = replica;
  const lines = [
    `view ${view} ${active ? "active" : "changing"} S ${certified} executed ${executed} committed ${committedThrough}`,
    `viewChanges ${held(replica.viewChanges)} suspects ${held(replica.suspects)}`,
  ];
  const slots = [...replica.slots.values()].sort((a, b) => a.height - b.height);
  return [...lines, ...slots.map(slotLine)].join("\n");
}

function held(messages: ReadonlyMap<number, { readonly body: { readonly view: number } }>): string {
  const entries = [...messages].sort(([a], [b]) => a - b);
  return `[${entries.map(([validator, { body }]) => `${validator}:${body.view}`).join(" ")}]`;
}

function slotLine(slot: Slot): string {
  const short = (key: string | undefined): string => key?.slice(0, 8) ?? "-";
  const prepared = slot.prepared;
  const votes = [...slot.votes]
    .sort(([a], [b]) => a - b)
    .map(([view, { prepares, commits }]) => `${view}:${list(prepares)}/${list(commits)}`);
  return [
    `height ${slot.height}`,
    `accepted ${slot.accepted?.view ?? "-"}:${short(slot.accepted?.key)}`,
    `prepared ${prepared?.view ?? "-"}:${short(prepared && hexEncode(prepared.proposalDigest))}`,
    `committed ${short(slot.committed?.key)}`,
    `votes ${votes.join(" ")}`,
    `checkpoints ${list(slot.checkpoints)}`,
  ].join(" ");
}

function list(entries: ReadonlyMap<number, unknown>): string {
  return `{${[...entries.keys()].sort((a, b) => a - b).join(",")}}`;
}
