import type { ValidatorOperation } from "@cartorio/protocol";
import type { OperationHandlers } from "./context.ts";
import { upgradeAnnounceHandler } from "./upgrade-announce.ts";
import { validatorChangeHandler } from "./validator-change.ts";
import { validatorReenterHandler } from "./validator-reenter.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const validatorHandlers: OperationHandlers<ValidatorOperation["kind"]> = {
  validatorChange: validatorChangeHandler,
  validatorReenter: validatorReenterHandler,
  upgradeAnnounce: upgradeAnnounceHandler,
};
