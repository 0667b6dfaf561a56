import type { AccreditationOperation } from "@cartorio/protocol";
import { accreditationAcceptHandler } from "./accreditation-accept.ts";
import { accreditationEndHandler } from "./accreditation-end.ts";
import { accreditationOfferHandler } from "./accreditation-offer.ts";
import { accreditationResumeHandler } from "./accreditation-resume.ts";
import { accreditationSuspendHandler } from "./accreditation-suspend.ts";
import type { OperationHandlers } from "./context.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const accreditationHandlers: OperationHandlers<AccreditationOperation["kind"]> = {
  accreditationOffer: accreditationOfferHandler,
  accreditationAccept: accreditationAcceptHandler,
  accreditationSuspend: accreditationSuspendHandler,
  accreditationResume: accreditationResumeHandler,
  accreditationEnd: accreditationEndHandler,
};
