import type { CredentialOperation } from "@cartorio/protocol";
import type { OperationHandlers } from "./context.ts";
import { credentialAnchorHandler } from "./credential-anchor.ts";
import { credentialRevokeHandler } from "./credential-revoke.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const credentialHandlers: OperationHandlers<CredentialOperation["kind"]> = {
  credentialAnchor: credentialAnchorHandler,
  credentialRevoke: credentialRevokeHandler,
};
