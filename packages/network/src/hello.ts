// What makes the Hello of a peer acceptable.
import { equalBytes } from "@cartorio/crypto";
import { decodeHello, type Hello } from "@cartorio/protocol";

export type HelloVerdict =
  | { readonly ok: true; readonly hello: Hello }
  | { readonly ok: false; readonly code: "MALFORMED" | "WRONG_CHAIN" | "PROTOCOL_VERSION" };

export function judgeHello(frame: Uint8Array, own: Hello): HelloVerdict {
  const decoded = decodeHello(frame);
  if (!decoded.ok) return { ok: false, code: "MALFORMED" };
  const hello = decoded.value;
  if (!equalBytes(hello.chainId, own.chainId)) return { ok: false, code: "WRONG_CHAIN" };
  if (hello.protocolVersion !== own.protocolVersion) return { ok: false, code: "PROTOCOL_VERSION" };
  return { ok: true, hello };
}
