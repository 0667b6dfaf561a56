import { author, type Draw, keyFor, someone } from "./game.ts";
import { bit } from "./state.ts";

export const hashes = ["$h1", "$h2", "$h3", "$h4", "$h5"] as const;

export const drawCredential: Draw = (game) => {
  const { choose, model } = game;
  const issuer = someone(game);
  const known = model.state.dids[issuer];
  const signers = [author(issuer, keyFor(game, known, bit.assertion))];
  const hash = choose.one(hashes);
  if (choose.below(2) === 0) {
    const value = { issuer, kind: 1, hash, treeSize: 0, cosigners: [] };
    return { operation: { kind: "credentialAnchor", value }, signers };
  }
  const sequence = model.state.statuses[`${issuer} ${hash}`]?.sequence ?? 0;
  const expectedSequence = sequence + (choose.rarely() ? 1 : 0);
  const value = { issuer, commitment: hash, expectedSequence, reason: choose.below(5) };
  return { operation: { kind: "credentialRevoke", value }, signers };
};
