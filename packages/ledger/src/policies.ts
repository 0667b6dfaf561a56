import type { Policy } from "@cartorio/protocol";

/** The policy in force of one kind. */
export interface PolicyInForce {
  readonly version: number;
  readonly policy: Policy;
}

/** By field number in proto Operation; kinds that never had one are left out. */
export type Policies = ReadonlyMap<number, PolicyInForce>;
