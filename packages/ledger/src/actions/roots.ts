import type { RootAdd, RootEnd } from "@cartorio/protocol";
import { done, refused } from "../state.ts";
import { half } from "../weight.ts";
import type { ActionRules } from "./action.ts";

/** A root of accreditation in a domain (docs/ledger.md 5). */
export const rootAdd: ActionRules<RootAdd> = {
  shareOf: () => half,
  checkCurrent: () => done,
  execute: () => refused("NOT_SUPPORTED"),
};

/** The end of a root. */
export const rootEnd: ActionRules<RootEnd> = {
  shareOf: () => half,
  checkCurrent: () => done,
  execute: () => refused("NOT_SUPPORTED"),
};
