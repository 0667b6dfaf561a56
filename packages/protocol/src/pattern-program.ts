import { limits } from "./limits.ts";
import { type PatternNode, parsePattern } from "./linear-pattern.ts";

// Thompson's construction: a pattern becomes a list of instructions, of which a set is active at each
// place of the text. The work is at most instructions x characters.

type Instruction =
  | { readonly kind: "set"; readonly node: SetNode; next: number }
  | { readonly kind: "split"; next: number; other: number }
  | { readonly kind: "start" | "end"; next: number }
  | { readonly kind: "match" };

type SetNode = Extract<PatternNode, { readonly kind: "set" }>;

/** A pattern, ready to be matched. */
export interface PatternProgram {
  readonly instructions: readonly Instruction[];
  /** What it took to unfold it: at least one per instruction. */
  readonly work: number;
}

/** How much work is left; shared by everything that one validation does. */
export interface StepBudget {
  left: number;
}

interface Compiler {
  readonly instructions: Instruction[];
  /** Counts what writes no instruction too: `(){1000}` in itself. */
  work: number;
}

/** Thrown and caught inside this file only. */
class TooLong extends Error {}

/**
 * The program of a pattern; undefined outside the subset of `parsePattern`, or if its counted
 * repetitions unfold to more than `limits.maxPatternInstructions`.
 */
export function compilePattern(text: string): PatternProgram | undefined {
  const node = parsePattern(text);
  if (node === undefined) return undefined;
  const compiler: Compiler = { instructions: [], work: 0 };
  try {
    write(compiler, node);
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }
  compiler.instructions.push({ kind: "match" });
  return { instructions: compiler.instructions, work: compiler.work };
}

function add<T extends Instruction>(compiler: Compiler, instruction: T): T {
  compiler.instructions.push(instruction);
  return instruction;
}

/** Every node leads to the instruction after its last one. */
function write(compiler: Compiler, node: PatternNode): void {
  compiler.work += 1;
  if (compiler.work > limits.maxPatternInstructions) throw new TooLong();
  const next = compiler.instructions.length + 1;
  switch (node.kind) {
    case "set":
      add(compiler, { kind: "set", node, next });
      return;
    case "start":
    case "end":
      add(compiler, { kind: node.kind, next });
      return;
    case "sequence":
      for (const item of node.items) write(compiler, item);
      return;
    case "choice":
      writeChoice(compiler, node.items);
      return;
    case "repeat":
      writeRepeat(compiler, node);
  }
}

function writeChoice(compiler: Compiler, items: readonly PatternNode[]): void {
  const [first, ...rest] = items;
  if (first === undefined) return;
  if (rest.length === 0) {
    write(compiler, first);
    return;
  }
  const { instructions } = compiler;
  const split = add(compiler, { kind: "split", next: instructions.length + 1, other: 0 });
  write(compiler, first);
  const jump = add(compiler, { kind: "split", next: 0, other: 0 });
  split.other = instructions.length;
  writeChoice(compiler, rest);
  jump.next = instructions.length;
  jump.other = jump.next;
}

function writeRepeat(
  compiler: Compiler,
  { item, min, max }: Extract<PatternNode, { readonly kind: "repeat" }>,
): void {
  const { instructions } = compiler;
  for (let count = 0; count < min; count += 1) write(compiler, item);
  if (max === undefined) {
    const split = add(compiler, { kind: "split", next: instructions.length + 1, other: 0 });
    const start = instructions.length - 1;
    write(compiler, item);
    add(compiler, { kind: "split", next: start, other: start });
    split.other = instructions.length;
    return;
  }
  const splits: { other: number }[] = [];
  for (let count = min; count < max; count += 1) {
    splits.push(add(compiler, { kind: "split", next: instructions.length + 1, other: 0 }));
    write(compiler, item);
  }
  for (const split of splits) split.other = instructions.length;
}

/**
 * True if the pattern matches somewhere in the text, as in JSON Schema; undefined once the budget is
 * used up. Never slower than instructions x code points.
 */
export function matchesPattern(
  { instructions }: PatternProgram,
  text: string,
  budget: StepBudget,
): boolean | undefined {
  const points = [...text];
  let active: number[] = [];
  for (let at = 0; at <= points.length; at += 1) {
    // A match may begin anywhere, so the first instruction is always active.
    const reached = follow(instructions, [...active, 0], { at, length: points.length });
    budget.left -= reached.visits;
    if (budget.left < 0) return undefined;
    if (reached.hasMatched) return true;
    const code = points[at]?.codePointAt(0) ?? 0;
    active = reached.sets.flatMap((index) => {
      const instruction = instructions[index];
      return instruction?.kind === "set" && accepts(instruction.node, code)
        ? [instruction.next]
        : [];
    });
  }
  return false;
}

interface Reached {
  readonly sets: readonly number[];
  readonly hasMatched: boolean;
  readonly visits: number;
}

/** The instructions that are reached without reading: each is visited once. */
function follow(
  instructions: readonly Instruction[],
  from: readonly number[],
  { at, length }: { readonly at: number; readonly length: number },
): Reached {
  const visited = new Set<number>();
  const waiting = [...from];
  const sets: number[] = [];
  let hasMatched = false;
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (visited.has(index)) continue;
    visited.add(index);
    const instruction = instructions[index];
    if (instruction?.kind === "set") sets.push(index);
    else if (instruction?.kind === "match") hasMatched = true;
    else if (instruction?.kind === "split") waiting.push(instruction.next, instruction.other);
    else if (instruction?.kind === "start" && at === 0) waiting.push(instruction.next);
    else if (instruction?.kind === "end" && at === length) waiting.push(instruction.next);
  }
  return { sets, hasMatched, visits: visited.size + 1 };
}

function accepts({ ranges, isNegated }: SetNode, code: number): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to) !== isNegated;
}
