import type { Control, DidCreate, Document, KeyRemoval, Recovery } from "@cartorio/protocol";
import { author, type Draw, type Drawn, type Game, keyFor, names, someone } from "./game.ts";
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

export const recoveryOf = (...keys: readonly string[]): Named<Recovery> => ({
  keyHashes: keys.map((key) => `recovery:${key}`),
  threshold: keys.length,
  delayMs: 200_000,
});

const keyControl = (keys: readonly string[], nextKeyHashes: readonly string[] = []) =>
  ({ kind: "keys", keys, threshold: keys.length, nextKeyHashes }) as const;
const under = (...controllers: readonly string[]) =>
  ({ kind: "controllers", controllers, threshold: 1 }) as const;
const controls: Readonly<Record<string, Named<Control>>> = {
  "@u": keyControl(["#u1"]),
  "@v": keyControl(["#v1", "#v2"]),
  "@w": keyControl(["#w1"], ["next:#wn"]),
  "@x": under("@u", "@v"),
  "@y": under("@x", "@w"),
};

/** What the create operations of the histories say: keys, two keys, pre-rotation, and two levels above. */
export const creates: Readonly<Record<string, Named<DidCreate>>> = Object.fromEntries(
  names.map((did) => {
    const name = did.slice(1);
    const control = controls[did] ?? under("@u");
    const recovery = did === "@x" ? undefined : recoveryOf(`#${name}/rescue`);
    return [did, { nonce: `nonce:${name}`, control, document: standardDocument(name), recovery }];
  }),
);

/** Signers that a control state asks for; `isEstablishing`: revealed keys, with pre-rotation on. */
export function controllersOf(
  game: Game,
  [did, control]: readonly [string, Named<Control> | undefined],
  isEstablishing: boolean,
): ModelSigner[] {
  const { choose } = game;
  if (control === undefined) return [];
  if (control.kind === "controllers") {
    const acting = control.controllers.filter(() => !choose.rarely());
    return acting.flatMap((name) =>
      controllersOf(game, [name, game.model.state.dids[name]?.control], isEstablishing),
    );
  }
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
    return { multikey, reason: 2, since: now + choose.one([-1000, -1, 0, 2000, 2500, 100_000]) };
  });
  return choose.rarely() ? removals.slice(1) : removals;
}

export const drawCreate = (game: Game, did: string): Drawn => {
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

const drawSetControllers = (game: Game, did: string): Drawn => {
  const { choose, model } = game;
  const known = model.state.dids[did];
  const before = known?.control.kind === "keys" ? known.control.keys : [];
  const others = names.filter((name) => name !== did || choose.rarely());
  const controllers = others.filter(() => choose.below(2) === 0);
  const threshold = 1 + choose.below(Math.max(1, controllers.length) + (choose.rarely() ? 1 : 0));
  const control = { kind: "controllers", controllers, threshold } as const;
  const fallback = { ...control, controllers: ["@alpha"], threshold: 1 };
  const value = {
    ...{ did, expectedVersion: versionFor(game, known), removals: removalsFor(game, before) },
    control: controllers.length === 0 ? fallback : control,
  };
  const signers = controllersOf(game, [did, known?.control], true);
  return { operation: { kind: "didSetControllers", value }, signers };
};

/** Fresh hashes where pre-rotation is on, none elsewhere, and the other way round now and then. */
function renewalFor(game: Game, control: Named<Control> | undefined): readonly string[] {
  const isOn = control?.kind === "keys" && control.nextKeyHashes.length > 0;
  return isOn !== game.choose.rarely() ? [`next:${game.fresh()}`] : [];
}

const drawSetRecovery = (game: Game, did: string): Drawn => {
  const { choose, model } = game;
  const known = model.state.dids[did];
  const recovery = choose.below(5) === 0 ? undefined : recoveryOf(game.fresh());
  const value = {
    ...{ did, expectedVersion: versionFor(game, known), recovery },
    nextKeyHashes: renewalFor(game, known?.control),
  };
  const signers = controllersOf(game, [did, known?.control], true);
  return { operation: { kind: "didSetRecovery", value }, signers };
};

const drawPropose = (game: Game, did: string): Drawn => {
  const { choose, model } = game;
  const known = model.state.dids[did];
  const before = known?.control.kind === "keys" ? known.control.keys : [];
  const keys = [game.fresh()];
  const to = choose.below(5) === 0 ? under(choose.one(names)) : keyControl(keys);
  const recovery = known?.recovery === undefined && !choose.rarely() ? undefined : game.fresh();
  const value = {
    ...{ did, expectedSequence: (known?.recoveries ?? 0) + (choose.rarely() ? 1 : 0), control: to },
    recovery: recovery === undefined ? undefined : recoveryOf(recovery),
    removals: removalsFor(
      game,
      before.filter((key) => to.kind === "controllers" || !to.keys.includes(key)),
    ),
  };
  const shown = (known?.recovery?.keyHashes ?? []).map((hash) => hash.slice("recovery:".length));
  const registrar = known?.sponsor || "@alpha";
  const own = author(registrar, keyFor(game, model.state.dids[registrar], bit.invocation));
  const signers = shown.length === 0 ? [own] : shown.map((key) => author(did, key));
  return { operation: { kind: "didRecoveryPropose", value }, signers };
};

/** What follows a proposal: its end, one way or the other. */
const drawAfterProposal = (game: Game, did: string): Drawn => {
  const { choose, model, world } = game;
  const known = model.state.dids[did];
  const expectedSequence = (known?.recoveries ?? 0) + (choose.rarely() ? 1 : 0);
  const isDue = (known?.pending?.finaliseFrom ?? 0) <= world.ledger.head.header.time;
  if (isDue || choose.below(3) === 0) {
    const value = { did, expectedSequence };
    return { operation: { kind: "didRecoveryFinalise", value }, signers: [] };
  }
  const value = { did, expectedSequence, nextKeyHashes: renewalFor(game, known?.control) };
  const signers = controllersOf(game, [did, known?.control], true);
  return { operation: { kind: "didRecoveryCancel", value }, signers };
};

const drawRecovery = (game: Game, did: string): Drawn => {
  const isPending = game.model.state.dids[did]?.pending !== undefined;
  if (isPending ? !game.choose.rarely() : game.choose.rarely()) return drawAfterProposal(game, did);
  return drawPropose(game, did);
};

export const drawDid: Draw = (game) => {
  const did = someone(game);
  switch (game.choose.below(11)) {
    case 0:
      if (game.model.state.dids[did] !== undefined && !game.choose.rarely()) {
        return drawUpdate(game, did);
      }
      return drawCreate(game, game.choose.one(names));
    case 1:
      return drawDeactivate(game, did);
    case 2:
    case 3:
      return drawRotate(game, did);
    case 4:
      return drawSetControllers(game, did);
    case 5:
      return drawSetRecovery(game, did);
    case 6:
    case 7:
    case 8:
      return drawRecovery(game, did);
    default:
      return drawUpdate(game, did);
  }
};
