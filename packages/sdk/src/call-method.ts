import type { Client } from "./client.ts";
import type { RpcMethods } from "./generated/rpc-methods.ts";

export type { RpcMethods } from "./generated/rpc-methods.ts";

/** The name of a method of a gateway. */
export type MethodName = keyof RpcMethods;

/**
 * Calls any method by its name, typed by the method table of the gateway. The gateway is believed in what
 * it says and in its form: what must be proven has a function of its own (`fetchProof`). Throws
 * `CartorioError` with the code that the gateway answers.
 */
export async function callMethod<M extends MethodName>(
  client: Client,
  method: M,
  params: RpcMethods[M]["params"],
): Promise<RpcMethods[M]["result"]> {
  const result = await client.transport.request(method, { ...params });
  return result as RpcMethods[M]["result"];
}
