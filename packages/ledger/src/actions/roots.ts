import type { RootAdd, RootEnd } from "@cartorio/protocol";
import { addRoot, checkRootsVersion, endRoot } from "../roots.ts";
import { half } from "../weight.ts";
import type { ActionRules } from "./action.ts";

/** A root of accreditation in a domain (docs/ledger.md 5). Codes: those of `addRoot`. */
export const rootAdd: ActionRules<RootAdd> = {
  shareOf: () => half,
  checkCurrent: (value, state) => checkRootsVersion(state, value),
  execute: (value, { state }) => addRoot(state, value),
};

/** The end of a root, withdrawn or for cause, never the last one. Codes: those of `endRoot`. */
export const rootEnd: ActionRules<RootEnd> = {
  shareOf: () => half,
  checkCurrent: (value, state) => checkRootsVersion(state, value),
  execute: (value, { state }) => endRoot(state, value),
};
