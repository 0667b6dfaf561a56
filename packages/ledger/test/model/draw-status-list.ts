import { author, type Draw, type Drawn, type Game, keyFor, members, someone } from "./game.ts";
import { bit } from "./state.ts";

const bits = [0, 1, 7, 8, 2047, 2048, 131_071];
const smallest = 131_072;

function signed(game: Game, did: string, [bits, operation]: [number, Drawn["operation"]]): Drawn {
  const known = game.model.state.dids[did];
  return { operation, signers: [author(did, keyFor(game, known, bits))] };
}

function drawUpdate(game: Game, owner: string): Drawn {
  const { choose, model } = game;
  const lists = model.state.lists[owner] ?? [];
  const list = 1 + choose.below(lists.length + (choose.rarely() ? 1 : 0) || 1);
  const sequence = lists[list - 1]?.versions.at(-1)?.sequence ?? 0;
  const isOneWay = lists[list - 1]?.list.purpose === 1;
  const expectedSequence = isOneWay && choose.below(2) === 0 ? 0 : sequence;
  const indices = bits.filter(() => choose.below(3) === 0);
  const changes = indices.map((index) => {
    return { index, value: isOneWay ? !choose.rarely() : choose.below(2) === 0 };
  });
  const beyond = choose.rarely() ? [{ index: smallest, value: true }] : [];
  const [revoker] = model.state.profiles[owner]?.revokers ?? [];
  const other = revoker ?? (choose.rarely() ? someone(game) : "");
  const by = choose.below(3) === 0 ? other : "";
  const value = {
    ...{ owner, by, list, changes: [...changes, ...beyond] },
    expectedSequence: expectedSequence + (choose.rarely() ? 1 : 0),
  };
  const actor = by === "" ? owner : by;
  return signed(game, actor, [bit.assertion, { kind: "statusListUpdate", value }]);
}

export const drawStatusList: Draw = (game) => {
  const { choose, model } = game;
  const owner = someone(game);
  const lists = model.state.lists[owner] ?? [];
  if (lists.length > 0 && choose.below(4) > 0) return drawUpdate(game, owner);
  const value = {
    owner,
    expectedCount: lists.length + (choose.rarely() ? 1 : 0),
    publisher: choose.rarely() ? owner : choose.one([...members, someone(game)]),
    purpose: choose.rarely() ? 3 : choose.one([1, 2]),
    length: choose.rarely() ? smallest + 1 : smallest,
  };
  return signed(game, owner, [bit.assertion, { kind: "statusListCreate", value }]);
};

export const drawExchange: Draw = (game) => {
  const { choose, model, world } = game;
  const party = someone(game);
  const batches = model.state.exchanged[party] ?? [];
  const { time } = world.ledger.head.header;
  const from = (batches.at(-1)?.to ?? time - 1000) + (choose.rarely() ? 1 : 0);
  const value = {
    party,
    expectedSequence: batches.length + (choose.rarely() ? 1 : 0),
    root: "$root",
    from,
    to: choose.one([
      time,
      time,
      time + 2500,
      from + 1,
      from,
      choose.rarely() ? time + 1_000_000 : time,
    ]),
  };
  return signed(game, party, [bit.invocation, { kind: "exchangeReceipts", value }]);
};
