import { utf8Encode } from "@cartorio/crypto";
import { schemaBody, schemaDigest } from "../registry-operations.ts";
import { author, type Draw, keyFor, someone } from "./game.ts";
import type { Dictionary } from "./named.ts";
import { bit } from "./state.ts";

const titles = ["s1", "s2", "s3", "s4"] as const;

/** Bytes of all schemas that there can be, and of one that is none. */
export function nameSchemas({ bytes }: Dictionary): void {
  for (const title of titles) {
    bytes.set(`body ${title}`, schemaBody(title));
    bytes.set(`digest ${title}`, schemaDigest(title));
  }
  bytes.set("body bad", utf8Encode('{"type":"nothing"}'));
}

export const drawSchema: Draw = (game) => {
  const { choose, model } = game;
  const known = Object.entries(model.state.schemas);
  const [digest, schema] = known.length === 0 ? ["digest s1", undefined] : choose.one(known);
  const successor = model.state.profiles[schema?.owner ?? ""]?.successor ?? "";
  const heir = successor === "" ? undefined : successor;
  const owner = choose.below(3) > 0 ? (schema?.owner ?? someone(game)) : (heir ?? someone(game));
  const signers = [author(owner, keyFor(game, model.state.dids[owner], bit.invocation))];
  if (choose.below(3) > 0) {
    const body = choose.rarely() ? "body bad" : `body ${choose.one(titles)}`;
    const supersedes = choose.one(["no bytes", digest, choose.rarely() ? "$none" : "no bytes"]);
    return { operation: { kind: "schemaRegister", value: { owner, body, supersedes } }, signers };
  }
  const expectedSequence = (schema?.sequence ?? 0) + (choose.rarely() ? 1 : 0);
  const value = { owner, digest, expectedSequence };
  return { operation: { kind: "schemaDeprecate", value }, signers };
};
