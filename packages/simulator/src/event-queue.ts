interface Entry {
  readonly atMs: number;
  readonly order: number;
  readonly action: () => void;
}

/** Virtual time: actions run by time, those of one time in the order in which they were added. */
export interface EventQueue {
  nowMs(): number;
  after(delayMs: number, action: () => void): void;
  /** Runs the next action; false when there is none. */
  runNext(): boolean;
}

export function createEventQueue(): EventQueue {
  const heap: Entry[] = [];
  let now = 0;
  let order = 0;
  return {
    nowMs: () => now,
    after: (delayMs, action) => {
      order += 1;
      push(heap, { atMs: now + delayMs, order, action });
    },
    runNext: () => {
      const entry = pop(heap);
      if (entry === undefined) return false;
      now = entry.atMs;
      entry.action();
      return true;
    },
  };
}

function before(left: Entry, right: Entry): boolean {
  return left.atMs === right.atMs ? left.order < right.order : left.atMs < right.atMs;
}

function push(heap: Entry[], entry: Entry): void {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !before(entry, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    const left = heap[child];
    if (left === undefined) break;
    const right = heap[child + 1];
    if (right !== undefined && before(right, left)) child += 1;
    const smaller = heap[child];
    if (smaller === undefined || before(last, smaller)) break;
    heap[index] = smaller;
    index = child;
  }
  heap[index] = last;
  return top;
}
