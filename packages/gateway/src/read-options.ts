// What all rows of a kind take besides what each of them says, so that none of them lacks it.
import type { Method, MethodContext } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import {
  anchorHeightParameter,
  atHeightParameter,
  caughtUpParameter,
  minHeightParameter,
  proofParameter,
} from "./parameters.ts";

/** The row with the parameters and codes of its kind. */
export function withReadOptions(method: Method): Method {
  return readingThePast(fromAnchor(caughtUp(method)));
}

/**
 * Whatever answers from the newest certified height answers from an older one as well, while its state
 * is kept (docs/ledger.md 3). NOT_FOUND: with a proof, of a height that has no certificate of its own.
 * REDACTED: governance dropped a body since.
 */
function readingThePast(method: Method): Method {
  if (!method.params.includes(minHeightParameter)) return method;
  const codes = ["NOT_FOUND", "NOT_READY", "STATE_PRUNED", "REDACTED"] as const;
  const errors = [...new Set([...method.errors, ...codes])];
  return { ...method, params: [...method.params, atHeightParameter], errors, ofState: true };
}

/**
 * Whatever gives a proof gives it from the header that the caller trusts. NOT_FOUND: there is no such
 * height. TOO_LARGE: too many set changes since it.
 */
function fromAnchor(method: Method): Method {
  if (!method.params.includes(proofParameter)) return method;
  const codes = ["NOT_FOUND", "TOO_LARGE"] as const;
  const errors = [...new Set([...method.errors, ...codes])];
  return { ...method, params: [...method.params, anchorHeightParameter], errors };
}

/**
 * What is in blocks is not read from a state, so a gateway behind a load balancer only has to be there:
 * what another one told is not denied by one that is behind.
 */
function caughtUp(method: Method): Method {
  if (!method.params.includes(caughtUpParameter)) return method;
  const errors = [...new Set([...method.errors, "NOT_READY" as const])];
  const handle: Method["handle"] = async (context, { minHeight, ...params }) => {
    const refused = await refuseBehind(context, Number(minHeight ?? 0));
    return refused ?? method.handle(context, params);
  };
  return { ...method, errors, handle };
}

async function refuseBehind(
  { api }: MethodContext,
  minHeight: number,
): Promise<ApiResult<never> | undefined> {
  if (minHeight === 0) return undefined;
  const { certifiedHeight } = await api.status();
  if (certifiedHeight >= minHeight) return undefined;
  return { ok: false, code: "NOT_READY", data: { certifiedHeight } };
}
