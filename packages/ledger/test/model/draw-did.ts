import type { Control, DidCreate, Document, KeyRemoval } from "@cartorio/protocol";
import { type Draw, type Drawn, type Game, names, someone } from "./game.ts";
import type { Named } from "./named.ts";
import { bit, keysOf, type ModelDid, type ModelSigner } from "./state.ts";

export const standardDocument = (name: string): Named<Document> => ({
  verificationMethods: [
    { format: 1, multikey: `#${name}/login`, relationships: bit.authentication },
    { format: 1, multikey: `#${name}/assert`, relationships: bit.assertion },
    { format: 1, multikey: `#${name}/invoke`, relationships: bit.invocation },
  ],
  services: [],
  alsoKnownAs: [],
});

/** What the create operations of the histories say: one plain, one of two keys, one with pre-rotation. */
export const creates: Readonly<Record<string, Named<DidCreate>>> = Object.fromEntries(
  names.map((did, index) => {
    const name = did.slice(1);
    const keys = [`#${name}1`, `#${name}2`].slice(0, 1 + (index % 2));
    const nextKeyHashes = index === 2 ? [`next:#${name}n`] : [];
    const control = { kind: "keys", keys, threshold: keys.length, nextKeyHashes } as const;
    const nonce = `nonce:${name}`;
    return [did, { nonce, control, document: standardDocument(name), recovery: undefined }];
  }),
);

/** Signers that a control state asks for; `isEstablishing`: revealed keys, with pre-rotation on. */
export function controllersOf(
  { choose }: Game,
  [did, control]: readonly [string, Named<Control> | undefined],
  isEstablishing: boolean,
): ModelSigner[] {
  if (control?.kind !== "keys") return [];
  const { keys, nextKeyHashes } = control;
  const useNext = isEstablishing && nextKeyHashes.length > 0 && !choose.rarely();
  const signing = useNext ? nextKeyHashes.map((hash) => hash.slice("next:".length)) : keys;
  return signing
    .filter(() => !choose.rarely())
    .map((key) => ({ did, key, role: choose.rarely() ? "controller" : "author" }));
}

function versionFor({ choose }: Game, known: ModelDid | undefined): number {
  return (known?.version ?? 1) + (choose.rarely() ? choose.one([-1, 1]) : 0);
}

function removalsFor({ choose, world }: Game, keys: readonly string[]): Named<KeyRemoval>[] {
  const now = world.ledger.head.header.time;
  const removals = keys.map((multikey) => {
    if (choose.below(4) > 0) return { multikey, reason: 1, since: 0 };
    return { multikey, reason: 2, since: now + choose.one([-1000, -1, 0, 100_000]) };
  });
  return choose.rarely() ? removals.slice(1) : removals;
}

export const drawCreate: Draw = (game) => {
  const did = game.choose.one(names);
  const value = creates[did];
  if (value === undefined) throw new Error("no create");
  const signers = controllersOf(game, [did, value.control], false);
  return { operation: { kind: "didCreate", value }, signers };
};

const drawUpdate = (game: Game, did: string): Drawn => {
  const { choose, model } = game;
  const known = model.state.dids[did];
  const before = known?.document.verificationMethods ?? [];
  const kept = before.filter(() => choose.below(4) > 0);
  // Now and then a key that left before comes back, which is refused.
  const again = choose.below(3) === 0 ? `#${did.slice(1)}/assert` : game.fresh();
  const added = { format: 1, multikey: again, relationships: choose.one([2, 2, 8, 11]) };
  const others = kept.filter(({ multikey }) => multikey !== again);
  const document = { verificationMethods: [...others, added], services: [], alsoKnownAs: [] };
  const leaving = before
    .map(({ multikey }) => multikey)
    .filter((k) => !keysOf(document).includes(k));
  // Now and then a key that left before is reported as compromised.
  const late = choose.rarely() ? Object.keys(known?.left ?? {}).slice(0, 1) : [];
  const removals = removalsFor(game, [...leaving, ...late.filter((k) => !leaving.includes(k))]);
  const value = { did, expectedVersion: versionFor(game, known), document, removals };
  const signers = controllersOf(game, [did, known?.control], false);
  return { operation: { kind: "didUpdate", value }, signers };
};

const drawRotate = (game: Game, did: string): Drawn => {
  const { choose, model } = game;
  const known = model.state.dids[did];
  const control = known?.control;
  const before = control?.kind === "keys" ? control : { keys: [], nextKeyHashes: [] };
  const kept = choose.below(2) === 0 ? [] : before.keys.slice(0, 1);
  const keys = [...new Set([game.fresh(), ...kept])];
  const spent = choose.rarely() ? before.nextKeyHashes : [];
  const nextKeyHashes = choose.one([[], [`next:${game.fresh()}`], spent]);
  const removals = removalsFor(
    game,
    before.keys.filter((key) => !keys.includes(key)),
  );
  const to = { kind: "keys", keys, threshold: 1, nextKeyHashes } as const;
  const value = { did, expectedVersion: versionFor(game, known), control: to, removals };
  const signers = controllersOf(game, [did, control], true);
  return { operation: { kind: "didRotateKeys", value }, signers };
};

const drawDeactivate = (game: Game, did: string): Drawn => {
  const known = game.model.state.dids[did];
  const acknowledge = (known?.dependants ?? 0) + (game.choose.rarely() ? 1 : 0);
  const value = { did, expectedVersion: versionFor(game, known), acknowledge };
  const signers = controllersOf(game, [did, known?.control], true);
  return { operation: { kind: "didDeactivate", value }, signers };
};

export const drawDid: Draw = (game) => {
  const did = someone(game);
  switch (game.choose.below(10)) {
    case 0:
      return drawCreate(game);
    case 1:
      return drawDeactivate(game, did);
    case 2:
    case 3:
    case 4:
    case 5:
      return drawRotate(game, did);
    default:
      return drawUpdate(game, did);
  }
};
