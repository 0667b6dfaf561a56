// docs/ledger.md 7 and exchange receipts, as the model sees them: a list is the set of its bits.
import type { ExchangeOperation, StatusListOperation } from "@cartorio/protocol";
import { bit, keysOf, keysWith, need, needKey, Refusal, type Rules } from "./state.ts";

const isPurpose = (purpose: number): boolean => purpose === 1 || purpose === 2;

export const statusListRules: Partial<Rules<StatusListOperation["kind"]>> = {
  statusListCreate({ owner, expectedCount, publisher, purpose, length }, doing) {
    const { state, before, time, height } = doing;
    needKey(doing, owner, bit.assertion);
    const lists = state.lists[owner] ?? [];
    need(expectedCount === lists.length, "SEQUENCE_MISMATCH", lists.length);
    const isForm = length % 2048 === 0 && length >= 131_072 && length <= 2 ** 20;
    need(isPurpose(purpose) && isForm, "STATUS_LIST_INVALID");
    const other = state.dids[publisher];
    if (other === undefined || publisher === owner) throw new Refusal("STATUS_PUBLISHER_INVALID");
    // No key of the publisher speaks for the owner, before or now.
    const speaking = [state.dids[owner], before.dids[owner]].flatMap((its) =>
      its === undefined ? [] : keysWith(its.document, bit.assertion),
    );
    const isShared = keysOf(other.document).some((key) => speaking.includes(key));
    need(other.active && !isShared, "STATUS_PUBLISHER_INVALID");
    const list = { publisher, purpose, length, time, height };
    const version = { sequence: 0, time, height, set: [] };
    state.lists[owner] = [...lists, { list, versions: [version] }];
  },
  statusListUpdate({ owner, list: number, expectedSequence, changes, ...value }, doing) {
    const { state, before, time, height } = doing;
    const by = value.by === "" ? owner : value.by;
    needKey(doing, by, bit.assertion);
    if (by !== owner) {
      need(before.dids[owner] !== undefined, "DID_NOT_FOUND");
      need(before.profiles[owner]?.revokers.includes(by) === true, "UNAUTHORISED");
    }
    const known = state.lists[owner]?.[number - 1];
    const now = known?.versions.at(-1);
    if (known === undefined || now === undefined) throw new Refusal("STATUS_LIST_NOT_FOUND");
    const { purpose, length } = known.list;
    const isOpen = expectedSequence === now.sequence || (purpose === 1 && expectedSequence === 0);
    need(isOpen, "SEQUENCE_MISMATCH", now.sequence);
    const indices = changes.map(({ index }) => index);
    const isSorted = indices.every((index, at) => at === 0 || (indices[at - 1] ?? 0) < index);
    const isInside = indices.every((index) => index < length);
    need(changes.length > 0 && isSorted && isInside, "STATUS_CHANGES_INVALID");
    need(purpose === 2 || changes.every((change) => change.value), "STATUS_BIT_FINAL");
    const bits = new Set(now.set);
    for (const change of changes) {
      if (change.value) bits.add(change.index);
      else bits.delete(change.index);
    }
    const set = [...bits].toSorted((a, b) => a - b);
    if (JSON.stringify(set) === JSON.stringify(now.set)) return;
    // All that a block changes is one step, but for the list as created.
    const isSame = now.sequence > 0 && now.height === height;
    const sequence = isSame ? now.sequence : now.sequence + 1;
    const earlier = isSame ? known.versions.slice(0, -1) : known.versions;
    const versions = [...earlier, { sequence, time, height, set }];
    state.lists[owner] = (state.lists[owner] ?? []).map((one, at) =>
      at === number - 1 ? { ...one, versions } : one,
    );
  },
};

export const exchangeRules: Partial<Rules<ExchangeOperation["kind"]>> = {
  exchangeReceipts({ party, expectedSequence, root, from, to }, doing) {
    const { state, time, height } = doing;
    needKey(doing, party, bit.invocation);
    const batches = state.exchanged[party] ?? [];
    need(expectedSequence === batches.length, "SEQUENCE_MISMATCH", batches.length);
    // Each period begins where the last one ended.
    const start = batches.at(-1)?.to ?? from;
    need(from === start && from < to && to <= time, "EXCHANGE_PERIOD_INVALID");
    state.exchanged[party] = [...batches, { root, from, to, time, height }];
  },
};
