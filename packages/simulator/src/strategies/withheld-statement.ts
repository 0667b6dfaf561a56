import type { Strategy } from "../strategy.ts";

/**
 * Prepares and commits, but its checkpoint statement never comes, nor does it pass on those of others
 * or certificates: a certificate needs every correct validator.
 */
export function createWithheldStatement(): Strategy {
  return {
    name: "withheld-statement",
    outgoing: (a, to, message) => {
      if (message.kind === "checkpoint" || message.kind === "certificate") return;
      a.send(to, message);
    },
  };
}
