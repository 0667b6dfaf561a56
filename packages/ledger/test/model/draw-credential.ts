import type { CredentialResume } from "@cartorio/protocol";
import { anchorHash } from "../record-now.ts";
import { author, type Draw, type Drawn, type Game, keyFor, names, someone } from "./game.ts";
import { type Named, real } from "./named.ts";
import { bit } from "./state.ts";

export const hashes = ["$h1", "$h2", "$h3"] as const;

/** One of those that the issuer named, itself most of the time, now and then anybody. */
function actorFor(game: Game, issuer: string): string {
  const { choose, model } = game;
  if (choose.below(3) > 0) return issuer;
  const profile = model.state.profiles[issuer];
  const named = [...(profile?.revokers ?? []), profile?.successor ?? ""].filter(
    (did) => did !== "",
  );
  return named.length === 0 || choose.rarely() ? someone(game) : choose.one(named);
}

function signed(game: Game, did: string, operation: Drawn["operation"]): Drawn {
  const bits = operation.kind === "issuerUpdate" ? bit.invocation : bit.assertion;
  return { operation, signers: [author(did, keyFor(game, game.model.state.dids[did], bits))] };
}

function drawAnchor(game: Game, issuer: string): Drawn {
  const { choose } = game;
  const others = names.filter((did) => did !== issuer);
  const cosigners = choose.one([
    [],
    [],
    others.slice(0, 1),
    others,
    choose.rarely() ? [issuer] : [],
  ]);
  const [kind, treeSize] = choose.one([
    [1, 0],
    [1, 0],
    [2, 8],
    [2, choose.rarely() ? 1 : 4],
  ] as const);
  const accreditation = choose.one([0, 0, 1, choose.rarely() ? 2 : 0]);
  const value = { issuer, kind, hash: choose.one(hashes), treeSize, cosigners, accreditation };
  return signed(game, issuer, { kind: "credentialAnchor", value });
}

type Place = Named<CredentialResume>;

function drawByAccreditor(game: Game, place: Place): Drawn {
  const { choose } = game;
  const actor = place.by === "" ? someone(game) : place.by;
  const value = { ...place, by: actor };
  const kind = choose.one(["credentialSuspend", "credentialResume", "credentialRevoke"] as const);
  if (kind === "credentialResume") return signed(game, actor, { kind, value });
  return signed(game, actor, { kind, value: { ...value, reason: 3 } });
}

function drawStatus(game: Game, someIssuer: string): Drawn {
  const { choose, model } = game;
  const open = Object.entries(model.state.statuses).filter(([, { status }]) => status === 2);
  const [suspended = ""] = open.length === 0 || choose.below(2) === 0 ? [] : choose.one(open);
  const [issuer = someIssuer, commitment = choose.one(hashes)] =
    suspended === "" ? [] : suspended.split(" ");
  const now = model.state.statuses[`${issuer} ${commitment}`];
  const expectedSequence = (now?.sequence ?? 0) + (choose.rarely() ? 1 : 0);
  const actor = actorFor(game, issuer);
  const by = actor === issuer && choose.below(3) > 0 ? "" : actor;
  // Its accreditor, when it has lost its say.
  const [first] = model.state.accreditations[issuer] ?? [];
  const isLost = first?.ended === 2 || model.state.dids[issuer]?.active === false;
  if (first !== undefined && isLost && choose.below(3) > 0) {
    return drawByAccreditor(game, {
      ...{ issuer, commitment, expectedSequence, by: first.accreditor, accreditation: 1 },
    });
  }
  const place = { issuer, commitment, expectedSequence, by, accreditation: 0 };
  const reason = choose.rarely() ? 6 : choose.below(6);
  if (now?.status === 2 && choose.below(3) > 0) {
    return signed(game, actor, { kind: "credentialResume", value: place });
  }
  const kind = choose.one([
    "credentialSuspend",
    "credentialSuspend",
    "credentialRevoke",
    "credentialResume",
  ] as const);
  if (kind === "credentialResume") return signed(game, actor, { kind, value: place });
  return signed(game, actor, { kind, value: { ...place, reason } });
}

/** What co-signers and authors of entries refer to: an anchor that there is, most of the time. */
function drawReference(game: Game): Drawn {
  const { choose, model, world, dictionary } = game;
  const anchors = Object.keys(model.state.anchors);
  const place = anchors.length === 0 || choose.rarely() ? "" : choose.one(anchors);
  const [issuer = "", hash = ""] = place === "" ? [someone(game), "$h1"] : place.split(" ");
  const named = model.state.anchors[place]?.cosigners ?? [];
  const other = named.length === 0 || choose.rarely() ? someone(game) : choose.one(named);
  if (choose.below(2) === 0) {
    const bytes = real<Uint8Array>(dictionary, hash);
    const label = `record ${issuer} ${hash}`;
    dictionary.bytes.set(label, anchorHash(world, dictionary.dids.get(issuer) ?? issuer, bytes));
    const recordHash = choose.rarely() ? "$another" : label;
    const value = { issuer, hash, cosigner: other, recordHash };
    return signed(game, other, { kind: "credentialCosign", value });
  }
  const by = choose.below(2) === 0 ? "" : other;
  const count = model.state.logs[place]?.length ?? 0;
  const expectedSequence = count + (choose.rarely() ? 1 : 0);
  const value = { issuer, hash, by, entry: "$entry", code: choose.below(9), expectedSequence };
  return signed(game, by === "" ? issuer : by, { kind: "credentialLog", value });
}

function drawProfile(game: Game, issuer: string): Drawn {
  const { choose, model, world } = game;
  const now = model.state.profiles[issuer];
  const time = world.ledger.head.header.time;
  const others = names.filter((did) => did !== issuer);
  const value = {
    issuer,
    expectedSequence: (now?.sequence ?? 0) + (choose.rarely() ? 1 : 0),
    revokers: choose.one([[], others.slice(0, 1), others, choose.rarely() ? [issuer] : []]),
    successor: choose.one(["", ...others, choose.rarely() ? issuer : ""]),
    anchorRequiredSince: choose.one([0, now?.anchorRequiredSince ?? 0, time + 100_000]),
  };
  return signed(game, issuer, { kind: "issuerUpdate", value });
}

export const drawCredential: Draw = (game) => {
  const issuer = someone(game);
  const { choose } = game;
  switch (choose.below(8)) {
    case 0:
      return drawProfile(game, issuer);
    case 1:
    case 2:
      return drawReference(game);
    case 3:
    case 4:
      return drawAnchor(game, issuer);
    default:
      return drawStatus(game, issuer);
  }
};
