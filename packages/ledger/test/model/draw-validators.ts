import type { ValidatorCandidate, ValidatorChange } from "@cartorio/protocol";
import { candidate, nodeKeyOf, validatorKeyOf } from "../validators.ts";
import { did as realDid } from "../world.ts";
import { author, type Draw, type Game, keyFor, members } from "./game.ts";
import type { Named } from "./named.ts";
import { bit, type ModelSigner } from "./state.ts";

const candidates = ["c1", "c2", "c3"] as const;

/** A candidate whose bytes go by names that say what the model has to know of them. */
function drawCandidate({ choose, world, dictionary }: Game): Named<ValidatorCandidate> {
  const name = choose.one(candidates);
  const member = choose.one([...members, "@u"]);
  const readyHeight = world.ledger.head.height + (choose.rarely() ? 1 : 0);
  const fullDid = dictionary.dids.get(member) ?? realDid(member.slice(1));
  const made = candidate(world, name, { member: fullDid, readyHeight });
  const isGood = !choose.rarely();
  const signatures = [made.validatorSignature, isGood ? made.nodeSignature : new Uint8Array(64)];
  const label = `${name} ${member} ${readyHeight}`;
  const quality = isGood ? "good" : "bad";
  const named = [`good validator ${label}`, `${quality} node ${label}`] as const;
  dictionary.bytes.set(named[0], made.validatorSignature);
  dictionary.bytes.set(named[1], signatures[1] ?? made.nodeSignature);
  return {
    member,
    validatorKey: `validator ${name}`,
    nodeKey: `node ${name}`,
    addresses: [],
    readyHeight,
    incarnation: `nonce:${name}/journal`,
    validatorSignature: named[0],
    nodeSignature: named[1],
  };
}

/** The keys of all validators that there can be. */
export function nameValidatorKeys(bytes: Map<string, Uint8Array>): void {
  for (const name of [...members.map((member) => member.slice(1)), ...candidates]) {
    bytes.set(`validator ${name}`, validatorKeyOf(name));
    bytes.set(`node ${name}`, nodeKeyOf(name));
  }
}

/** As many members as a change needs, more or less. */
export function voices(game: Game): ModelSigner[] {
  const { choose, model } = game;
  const all = model.state.members.filter(({ weight }) => weight > 0 || choose.rarely());
  const first = choose.below(all.length);
  const count = choose.one([3, 4, 3, 4, 2]);
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => {
    const did = all[(first + index) % all.length]?.did ?? "@alpha";
    const own = author(did, keyFor(game, model.state.dids[did], bit.invocation));
    return index === 0 ? own : { ...own, role: "cosigner" };
  });
}

function validatorsOf({ choose, model }: Game) {
  const set = model.state.sets.at(-1);
  const expectedEpoch = (set?.epoch ?? 0) + (choose.rarely() ? 1 : 0);
  const keys = [...(set?.validators ?? []).map((one) => one.validatorKey), "validator c3"];
  return { set, expectedEpoch, keys };
}

/** Another set, one validator apart. */
export function drawChange(game: Game): Named<ValidatorChange> {
  const { choose } = game;
  const { expectedEpoch, keys } = validatorsOf(game);
  const remove = choose.below(2) === 0 ? [] : [choose.one(keys)];
  const add = remove.length > 0 && choose.below(2) === 0 ? [] : [drawCandidate(game)];
  return { expectedEpoch, remove, add };
}

export const drawValidators: Draw = (game) => {
  const { choose, model } = game;
  const { set, expectedEpoch, keys } = validatorsOf(game);
  if (choose.below(4) === 0) {
    const value = drawChange(game);
    return { operation: { kind: "validatorChange", value }, signers: voices(game) };
  }
  const validatorKey = choose.one(keys);
  const validator = set?.validators.find((one) => one.validatorKey === validatorKey);
  const member = validator?.member ?? "@alpha";
  const own = author(member, keyFor(game, model.state.dids[member], bit.invocation));
  if (choose.below(2) === 0) {
    const protocolVersion = (model.state.announced[validatorKey] ?? 1) + choose.one([1, 1, 0]);
    const value = { validatorKey, protocolVersion };
    return { operation: { kind: "upgradeAnnounce", value }, signers: [own] };
  }
  const incarnation = choose.one(["nonce:j1", "nonce:j2", validator?.incarnation ?? "nonce:j3"]);
  // A validator that never re-entered names none, which a re-entry cannot.
  const named = incarnation === "no bytes" ? "nonce:j3" : incarnation;
  const value = { validatorKey, incarnation: named, expectedEpoch };
  return { operation: { kind: "validatorReenter", value }, signers: [own] };
};
