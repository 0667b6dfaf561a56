import { errorCodes, errorNumber } from "@cartorio/protocol";
import { methodTable, type NodeApi } from "../../src/index.ts";
import { defaultGatewayLimits } from "../../src/limits.ts";
import type { Method } from "../../src/method.ts";
import { costOf, permissionOf } from "../../src/method-access.ts";
import { enumerationMethods } from "../../src/methods-enumeration.ts";
import { subscriptionMethods } from "../../src/methods-subscription.ts";
import { standardErrors } from "../../src/rpc-error.ts";

type Call = (name: string, params: unknown) => Promise<unknown>;

const MAX_TEXT = 100;

/** docs/json-rpc.md: the method table, with results as the example network gives them; then the admin's. */
export async function renderJsonRpcPage(call: Call, api: NodeApi): Promise<string> {
  const sections = [];
  for (const method of methodTable) {
    sections.push(renderMethod(method, await call(method.name, method.example.params)));
  }
  return `${introduction()}\n${sections.join("\n")}\n${await adminSection(api)}\n${errorSection()}`;
}

function introduction(): string {
  const limits = Object.entries(defaultGatewayLimits)
    .map(([name, value]) => `| ${name} | ${value} |`)
    .join("\n");
  return `# JSON-RPC

Written from the method table in \`packages/gateway/src\` by
\`npx vitest run --project unit packages/gateway/test/method-table.test.ts -u\`; a test fails if it is out of date.

\`POST /\` (or \`/rpc\`) with \`Content-Type: application/json\`, by JSON-RPC 2.0: parameters by name or by
position (\`null\` in a position leaves it out), batches, notifications. Every answer to a request is HTTP
200; a body of notifications alone is 204. HTTP itself refuses a body that is too large (413), of
another content type, charset or any content encoding (415), or one request too many (503), with a
JSON-RPC error in the body. A body that two readers could read differently is a parse error whose
\`data.reason\` is \`NOT_UTF8\`, \`MALFORMED_JSON\`, \`DUPLICATE_KEY\`, \`TOO_DEEP\`, \`TOO_MANY_VALUES\`,
\`NUMBER_OUT_OF_RANGE\` or \`LONE_SURROGATE\`. Ids have up to 128 characters. Every answer has an
\`x-request-id\` (yours, if it is up to 64 letters, digits, \`.\`, \`_\`, \`-\`), and every error names it as
\`data.requestId\`. The requests of a batch run eight at a time, those that wait all at once.

Hashes and ids are lower-case hexadecimal without prefix; everything else that is bytes is base64url
without padding; keys are multibase (\`z...\`); times are milliseconds since 1970. Reads answer from the
newest certified height, of which \`height\` and \`time\` tell. \`atHeight\` reads an older state, while it is kept;
\`minHeight\` refuses (\`NOT_READY\`) at a gateway that is behind what another one told. With \`proof: true\` the
records in the answer are those of the proof, which begins at \`anchorHeight\`. Lists are numbered from 1 and
never change order: \`from\`, \`count\` and the \`next\` of each page, null on the last; for a copy of one moment
name the same \`atHeight\` for every page.

\`GET\` and \`POST /1.0/identifiers/{did}\` resolve DIDs and dereference DID URLs:
[did-resolution.md](did-resolution.md). \`GET /healthz\`: the process is alive. \`GET /readyz\`: 200 if the node
serves, else 503 with the reasons. Status lists at
\`GET /1.0/status-lists/{owner}/{number}\`, TRQP at \`POST /authorization\` and \`POST /recognition\`:
[registry-http.md](registry-http.md).

## WebSocket

\`GET /ws\` (or \`/\`, \`/rpc\`) with an upgrade: the same methods, one JSON-RPC body per message, up to 64 of a
connection at once. No compression. Pages need an origin that the settings allow. Besides:

- \`chain_subscribe {topic, fromHeight?, id?, author?, did?, hash?}\` gives \`{subscription, nextHeight}\`. Topics:
  \`blocks\`, \`receipts\` (of a transaction \`id\` or an \`author\`), \`dids\`, \`accreditations\` and \`exchange\` (of a
  \`did\`), \`credentials\` (anchors, statuses, logs, declarations, status lists) and \`schemas\` (of a \`did\` or a
  \`hash\`), \`governance\` (of a proposal's \`hash\`), \`consensus\` (view, primary, readiness: the state of now at
  each change). A change names its \`operation\`, the \`did\`, and \`hash\`, \`list\` or \`index\` where it has one.
- \`chain_unsubscribe {subscription}\` gives \`{ended}\`.

Events are notifications, one per certified height that has any:
\`{"jsonrpc":"2.0","method":"chain_event","params":{"subscription":"s1","topic":"dids","event":{"height":7,"changes":[...]}}}\`.
Heights come in order, each once. After a lost connection subscribe again with \`fromHeight\` one above the last
height: nothing is missed. A client that is slow is told later, not less; what it has not taken is bounded
(\`maxSocketBytes\`), and if it takes nothing for \`sendTimeoutMs\` it is cut. \`event.ended\` names why a
subscription ends: \`NOT_FOUND\` (the node has no such block), \`NOT_READY\`, \`INTERNAL\`.

## Limits

| limit of one gateway | default |
|---|---|
${limits}

## Scopes and costs
What a caller needs, and what a call takes of its share (\`rpc.costPerSecond\`) besides one unit per 4 KiB of body. The
OpenRPC document says the same as \`x-permission\`, \`x-cost\` and \`x-costWithProof\`.

| method | scope | cost | with a proof |
|---|---|---|---|
${[...methodTable, ...subscriptionMethods, ...enumerationMethods].map(accessRow).join("\n")}
`;
}

function accessRow(method: Method): string {
  const mayProve = method.params.some(({ name }) => name === "proof");
  const withProof = mayProve ? String(costOf(method, { proof: true })) : "";
  return `| ${method.name} | ${permissionOf(method)} | ${costOf(method, {})} | ${withProof} |`;
}

async function adminSection(api: NodeApi): Promise<string> {
  const network = async (): Promise<string> => (await api.status()).network;
  const context = { api, limits: defaultGatewayLimits, network, methods: [] };
  const sections = [];
  for (const method of enumerationMethods) {
    const answer = await method.handle(context, method.example.params);
    if (!answer.ok) throw new Error(answer.code);
    sections.push(renderMethod(method, answer.value));
  }
  return `## Admin listener
On the listener of \`admin.port\` and to tokens of scope \`admin\` only; elsewhere these are unknown methods.
Besides, \`admin_getGateway\` and \`admin_reloadTls\` ([operations](operations.md#the-gateway)).

${sections.join("\n")}`;
}

function renderMethod(method: Method, result: unknown): string {
  const rows = method.params.map(
    ({ name, required, schema, summary }) =>
      `| \`${name}\` | ${required === true ? "yes" : "no"} | ${typeOf(schema)} | ${summary} |`,
  );
  const parameters =
    rows.length === 0
      ? "No parameters."
      : `| parameter | required | type | meaning |\n|---|---|---|---|\n${rows.join("\n")}`;
  const errors = method.errors.map((code) => `\`${code}\` (${-errorNumber(code)})`).join(", ");
  const request = { jsonrpc: "2.0", id: 1, method: method.name, params: method.example.params };
  const answer =
    method.name === "rpc.discover" ? "(the document)" : JSON.stringify(shorten(result), null, 2);
  return `## ${method.name}
${method.summary}

${method.description}

${parameters}
${errors === "" ? "" : `\nErrors: ${errors}.\n`}
${method.example.summary}:
\`\`\`json
${JSON.stringify(shorten(request), null, 2)}
\`\`\`
Result:
\`\`\`json
${answer}
\`\`\`
`;
}

function typeOf(schema: Readonly<Record<string, unknown>>): string {
  const { type, enum: values, pattern } = schema;
  if (Array.isArray(values)) return values.map((value) => `\`${value}\``).join(" or ");
  if (pattern === "^[0-9a-f]{64}$") return "hash";
  if (pattern === "^[A-Za-z0-9_-]*$") return "bytes";
  return pattern === "^did:" ? "DID" : String(type);
}

/** Long texts cut, so that the page can be read. */
function shorten(value: unknown): unknown {
  if (typeof value === "string") {
    return value.length <= MAX_TEXT ? value : `${value.slice(0, MAX_TEXT)}...`;
  }
  if (Array.isArray(value)) return value.map(shorten);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shorten(item)]));
}

function errorSection(): string {
  const standard = Object.entries(standardErrors).map(
    ([name, { number, message }]) => `| ${number} | ${name} | ${message} |`,
  );
  const anyMethod = ["TIMEOUT", "TOO_LARGE", "QUEUE_FULL", "SHUTTING_DOWN"] as const;
  const named = new Set([...methodTable.flatMap(({ errors }) => errors), ...anyMethod]);
  const table = [...named]
    .sort((left, right) => errorNumber(left) - errorNumber(right))
    .map((name) => `| ${-errorNumber(name)} | ${name} | ${errorCodes[name].summary} |`);
  return `## Errors
\`error.code\` is the number, \`error.data.code\` the stable name, further members of \`data\` are facts
about it. Numbers are those of the one error table (\`packages/protocol/src/error-codes.ts\`), negated; those
of a transaction that was executed and failed stand in its receipt. Any method can answer with TIMEOUT,
TOO_LARGE, QUEUE_FULL or SHUTTING_DOWN.

| code | name | meaning |
|---|---|---|
${standard.join("\n")}
${table.join("\n")}
`;
}
