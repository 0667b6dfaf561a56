import type { AccreditationRecord, Scope } from "@cartorio/protocol";
import { author, type Draw, type Drawn, type Game, keyFor, someone } from "./game.ts";
import type { Named } from "./named.ts";
import { bit } from "./state.ts";

export const everything: Named<Scope> = {
  ...{ allSchemas: true, schemas: [], allTypes: true, types: [] },
  ...{ allJurisdictions: true, jurisdictions: [] },
};

export function drawScope({ choose }: Game): Named<Scope> {
  const all = choose.below(3) > 0;
  return {
    ...everything,
    allJurisdictions: all,
    jurisdictions: all && !choose.rarely() ? [] : choose.one([["MO"], ["MO-1"], ["MO", "PT"], []]),
    ...(choose.below(4) === 0 ? { allSchemas: false, schemas: ["$schema"] } : {}),
  };
}

function signed(game: Game, did: string, operation: Drawn["operation"]): Drawn {
  const known = game.model.state.dids[did];
  return { operation, signers: [author(did, keyFor(game, known, bit.invocation))] };
}

interface Known {
  readonly subject: string;
  readonly index: number;
  readonly record: Named<AccreditationRecord>;
}

function allOf({ model }: Game): Known[] {
  return Object.entries(model.state.accreditations).flatMap(([subject, records]) =>
    records.map((record, at) => ({ subject, index: at + 1, record })),
  );
}

function drawOffer(game: Game): Drawn {
  const { choose, model, world } = game;
  const own = allOf(game).filter(({ record }) => record.depth > 0 && record.ended === 0);
  const from = own.length === 0 || choose.rarely() ? undefined : choose.one(own);
  const accreditor = from?.subject ?? someone(game);
  const time = world.ledger.head.header.time;
  const depth = Math.max(0, (from?.record.depth ?? 1) - 1 + (choose.rarely() ? 1 : 0));
  const actions = choose.one([31, 31, 3, choose.rarely() ? 0 : 2]);
  const value = {
    accreditor,
    accreditation: from?.index ?? 1,
    subject: someone(game),
    expectedGiven: (model.state.given[accreditor]?.length ?? 0) + (choose.rarely() ? 1 : 0),
    actions,
    scope: drawScope(game),
    depth: (actions & 2) === 0 && !choose.rarely() ? 0 : depth,
    validFrom: choose.one([0, 0, 0, time + 5000]),
    validUntil: choose.one([0, 0, 0, time + 200_000, choose.rarely() ? time - 1 : 0]),
  };
  return signed(game, accreditor, { kind: "accreditationOffer", value });
}

function drawChange(game: Game): Drawn {
  const { choose } = game;
  const all = allOf(game).filter(({ record }) => record.accreditor !== "" || choose.rarely());
  const which = all.length === 0 ? undefined : choose.one(all);
  const record = which?.record;
  const { subject, index } = which ?? { subject: someone(game), index: 1 };
  const expectedSequence = (record?.sequence ?? 0) + (choose.rarely() ? 1 : 0);
  const place = { subject, index, expectedSequence };
  if (record?.acceptedTime === 0 && choose.below(4) > 0) {
    return signed(game, subject, { kind: "accreditationAccept", value: place });
  }
  const above = [record?.accreditor || subject, subject, someone(game)];
  const by = choose.below(3) > 0 ? (above[0] ?? subject) : choose.one(above);
  const reason = choose.rarely() ? 6 : choose.below(6);
  const isSuspended = record?.suspensions.at(-1)?.to === 0;
  switch (isSuspended ? choose.below(3) : 1 + choose.below(5)) {
    case 0:
    case 5:
      return signed(game, by, { kind: "accreditationResume", value: { ...place, by } });
    case 1: {
      const [ended, untrustedSince] = choose.one([
        [1, 0],
        [1, choose.rarely() ? 5 : 0],
        [2, game.world.ledger.head.header.time - 1000],
        [2, game.world.ledger.head.header.time + 2500],
        [2, 0],
      ] as const);
      const value = { ...place, by, ended, untrustedSince, reason };
      return signed(game, by, { kind: "accreditationEnd", value });
    }
    default:
      return signed(game, by, { kind: "accreditationSuspend", value: { ...place, by, reason } });
  }
}

export const drawAccreditation: Draw = (game) =>
  game.choose.below(3) === 0 ? drawOffer(game) : drawChange(game);
