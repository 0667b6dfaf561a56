import { messageEpoch } from "@cartorio/consensus";
import type { ConsensusMessage } from "@cartorio/protocol";
import type { Lab, MailFilter } from "./lab-state.ts";

interface Post {
  readonly from: number;
  /** All: the validators of the message's epoch. */
  readonly to: "all" | readonly number[];
  readonly message: ConsensusMessage;
}

export function post(lab: Lab, item: Post): void {
  const { message, from } = item;
  if (message.kind !== "status") lab.said.push(message);
  const members = lab.sets[messageEpoch(message) ?? 0]?.set.validators.length ?? 0;
  for (const { index: to } of lab.nodes) {
    if (to === from || (item.to === "all" ? to >= members : !item.to.includes(to))) continue;
    const mail = { from, to, message };
    const isLost = lab.lost.some((filter) => filter(mail));
    if (!isLost && !isCut(lab, mail.from, mail.to)) lab.mail.push(mail);
  }
}

export function isCut(lab: Lab, from: number, to: number): boolean {
  const group = lab.groups.find((members) => members.includes(from));
  return group !== undefined && !group.includes(to);
}

export function drop(lab: Lab, filter: MailFilter): void {
  lab.mail = lab.mail.filter((mail) => !filter(mail));
}
