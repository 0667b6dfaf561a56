import type { GatewayLimits } from "./limits.ts";
import { parseStrictJson } from "./strict-json.ts";

export type Members =
  | { readonly ok: true; readonly members: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: string };

/** Members of the JSON object that a request brings. Of a POST without a body, and of a GET: none. */
export function readMembers(body: unknown, limits: GatewayLimits): Members {
  if (!(body instanceof Uint8Array) || body.length === 0) return { ok: true, members: {} };
  const bounds = { maxDepth: limits.maxJsonDepth, maxValues: limits.maxJsonValues };
  const parsed = parseStrictJson(body, bounds);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? { ok: true, members: { ...value } } : { ok: false, reason: "NOT_AN_OBJECT" };
}
