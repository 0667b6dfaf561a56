// Questions of the Trust Over IP Trust Registry Query Protocol (TRQP) 2.0, and what they mean here.
import { hexDecode } from "@cartorio/crypto";
import {
  accreditedAction,
  isWellFormedScope,
  limits,
  parseDid,
  type Resource,
} from "@cartorio/protocol";
import type { ReadProblem } from "./read-problem.ts";
import { utcTime } from "./utc-time.ts";

/** Members of a request that the answer repeats. */
export interface TrustRequest {
  readonly entity_id: string;
  readonly authority_id: string;
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** Who speaks: a DID above the entity, or all roots that governance gave a domain. */
export type Authority = { readonly did: string } | { readonly domain: string };

export interface TrustQuestion {
  readonly request: TrustRequest;
  readonly authority: Authority;
  /** An `accreditedAction`. */
  readonly action: number;
  readonly resource: Resource;
  /** Milliseconds; default the time of the answer's block. */
  readonly at?: number;
  /** Of the proof: height of the asker's trust anchor; default the genesis. */
  readonly anchorHeight?: number;
}

export type TrustReading =
  | { readonly ok: true; readonly question: TrustQuestion }
  | { readonly ok: false; readonly problem: ReadProblem };

const texts = ["entity_id", "authority_id", "action", "resource"] as const;
const known: readonly string[] = [...texts, "context"];
const domainPrefix = "domain:";

/** 400: no request of TRQP. 404: an entity, authority, action or resource that no ledger of this network has. */
export function readTrustRequest(
  members: Readonly<Record<string, unknown>>,
  network: string,
): TrustReading {
  const request = requestOf(members);
  if (request === undefined) {
    const detail = `expects ${texts.join(", ")} as text, and a context of texts if there is one`;
    return refused(400, detail);
  }
  const { entity_id: entity, authority_id: authorityId, action, resource, context } = request;
  if (parseDid(entity)?.network !== network) {
    return refused(404, `entity_id: expects a DID of the network ${network}`);
  }
  const authority = authorityOf(authorityId, network);
  if (authority === undefined) {
    return refused(404, `authority_id: expects a DID of the network ${network}, or domain:NAME`);
  }
  const bit = Object.entries(accreditedAction).find(([name]) => name === action)?.[1];
  if (bit === undefined) {
    return refused(404, `action: expects one of ${Object.keys(accreditedAction).join(", ")}`);
  }
  const what = resourceOf(resource);
  if (what === undefined) return refused(404, `resource: expects ${resourceForms}`);
  const time = context?.["time"];
  const at = time === undefined || time === "" ? undefined : utcTime(time);
  if (at === undefined && time !== undefined && time !== "") {
    return refused(400, "context.time: expects RFC 3339 with the offset Z");
  }
  const anchor = context?.["anchor_height"];
  const anchorHeight =
    anchor !== undefined && /^\d{1,15}$/.test(anchor) ? Number(anchor) : undefined;
  if (anchorHeight === undefined && anchor !== undefined) {
    return refused(400, "context.anchor_height: expects a height, in digits");
  }
  const question = {
    ...{ request, authority, action: bit, resource: what },
    ...(at === undefined ? {} : { at }),
    ...(anchorHeight === undefined ? {} : { anchorHeight }),
  };
  return { ok: true, question };
}

function requestOf(members: Readonly<Record<string, unknown>>): TrustRequest | undefined {
  if (Object.keys(members).some((name) => !known.includes(name))) return undefined;
  const { entity_id, authority_id, action, resource, context } = members;
  if (!isText(entity_id) || !isText(authority_id) || !isText(action) || !isText(resource)) {
    return undefined;
  }
  const request = { entity_id, authority_id, action, resource };
  if (context === undefined) return request;
  return isTexts(context) ? { ...request, context } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((member) => typeof member === "string");
}

function authorityOf(text: string, network: string): Authority | undefined {
  if (text.startsWith(domainPrefix)) {
    const domain = text.slice(domainPrefix.length);
    return domainForm.test(domain) ? { domain } : undefined;
  }
  return parseDid(text)?.network === network ? { did: text } : undefined;
}

const domainForm = new RegExp(`^[a-z0-9-]{1,${limits.maxDomainCharacters}}$`);
const resourceForms =
  "schema:HEX, type:HEX#NAME (hash of its context), vct:NAME, jurisdiction:CODE, " +
  "or several kinds with a space between them, each once";

/** One word per kind; nothing is asked of a kind that is left out. */
function resourceOf(text: string): Resource | undefined {
  let asked: Resource | undefined = {};
  for (const word of text.split(" ")) {
    const part = partOf(word);
    const isNew = part !== undefined && Object.keys(part).every((name) => !(name in (asked ?? {})));
    asked = asked !== undefined && isNew ? { ...asked, ...part } : undefined;
  }
  return asked;
}

function partOf(word: string): Resource | undefined {
  const colon = word.indexOf(":");
  const value = word.slice(colon + 1);
  switch (word.slice(0, Math.max(colon, 0))) {
    case "schema": {
      const schema = hashOf(value);
      return schema && { schema };
    }
    case "type": {
      const contextHash = hashOf(value.slice(0, 2 * limits.hashBytes));
      const type = value.slice(2 * limits.hashBytes + 1);
      if (contextHash === undefined || value[2 * limits.hashBytes] !== "#") return undefined;
      return type === "" ? undefined : { type: { contextHash, type, vct: "" } };
    }
    case "vct":
      return value === ""
        ? undefined
        : { type: { contextHash: new Uint8Array(), type: "", vct: value } };
    case "jurisdiction":
      return isJurisdiction(value) ? { jurisdiction: value } : undefined;
    default:
      return undefined;
  }
}

/** As a scope may name it. */
function isJurisdiction(code: string): boolean {
  const none = { allSchemas: false, schemas: [], allTypes: false, types: [] };
  return isWellFormedScope({ ...none, allJurisdictions: false, jurisdictions: [code] });
}

function hashOf(text: string): Uint8Array | undefined {
  const bytes = hexDecode(text);
  return bytes?.length === limits.hashBytes ? bytes : undefined;
}

function refused(status: number, detail: string): TrustReading {
  return { ok: false, problem: { status, detail } };
}
