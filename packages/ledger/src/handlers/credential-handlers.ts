import type { CredentialOperation } from "@cartorio/protocol";
import type { OperationHandlers } from "./context.ts";
import { credentialAnchorHandler } from "./credential-anchor.ts";
import { credentialCosignHandler } from "./credential-cosign.ts";
import { credentialLogHandler } from "./credential-log.ts";
import { credentialResumeHandler } from "./credential-resume.ts";
import { credentialRevokeHandler } from "./credential-revoke.ts";
import { credentialSuspendHandler } from "./credential-suspend.ts";
import { issuerUpdateHandler } from "./issuer-update.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const credentialHandlers: OperationHandlers<CredentialOperation["kind"]> = {
  credentialAnchor: credentialAnchorHandler,
  credentialRevoke: credentialRevokeHandler,
  credentialSuspend: credentialSuspendHandler,
  credentialResume: credentialResumeHandler,
  credentialCosign: credentialCosignHandler,
  credentialLog: credentialLogHandler,
  issuerUpdate: issuerUpdateHandler,
};
