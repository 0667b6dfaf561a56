import type { Method } from "../../src/index.ts";

type Schema = Readonly<Record<string, unknown>>;

/** packages/sdk/src/generated/rpc-methods.ts: parameters and results of the methods as types. */
export function renderMethodTypes(methods: readonly Method[]): string {
  const members = methods.map(
    (method) => `  /** ${method.summary} */
  readonly "${method.name}": {
    readonly params: ${paramsOf(method)};
    readonly result: ${typeOf(method.result, "    ")};
  };
`,
  );
  return `// Written from the method table in packages/gateway/src by
// \`npx vitest run --project unit packages/gateway/test/method-table.test.ts -u\`; a test fails if it is out of date.

/** Every method of a gateway by its name (docs/json-rpc.md). */
export interface RpcMethods {
${members.join("")}}
`;
}

function paramsOf({ params }: Method): string {
  if (params.length === 0) return "Readonly<Record<string, never>>";
  const members = params.map(
    ({ name, summary, schema, required }) => `
      /** ${summary} */
      readonly ${name}${required === true ? "" : "?"}: ${typeOf(schema, "      ")};`,
  );
  return `{${members.join("")}\n    }`;
}

/** The type of what satisfies a schema. Throws on a schema of a kind that no method had so far. */
function typeOf(schema: Schema, indent: string): string {
  const { type, const: constant, enum: values, anyOf, oneOf } = schema;
  if (constant !== undefined) return JSON.stringify(constant);
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(" | ");
  const choices: unknown = anyOf ?? oneOf;
  if (isSchemas(choices)) return choices.map((choice) => typeOf(choice, indent)).join(" | ");
  if (Array.isArray(type))
    return type.map((each) => typeOf({ ...schema, type: each }, indent)).join(" | ");
  switch (type) {
    case "string":
    case "boolean":
    case "null":
      return type;
    case "integer":
    case "number":
      return "number";
    case "array":
      return `readonly (${isSchema(schema["items"]) ? typeOf(schema["items"], indent) : "unknown"})[]`;
    case "object":
      return objectType(schema, indent);
    case undefined:
      return "unknown";
    default:
      throw new Error(`render-types.ts: say what ${JSON.stringify(schema)} is in TypeScript`);
  }
}

function objectType({ properties, required }: Schema, indent: string): string {
  if (!isSchema(properties)) return "Readonly<Record<string, unknown>>";
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const members = Object.entries(properties).map(([name, member]) => {
    const type = isSchema(member) ? typeOf(member, `${indent}  `) : "unknown";
    return `${indent}  readonly ${JSON.stringify(name)}${needed.includes(name) ? "" : "?"}: ${type};\n`;
  });
  return `{\n${members.join("")}${indent}}`;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSchemas(value: unknown): value is readonly Schema[] {
  return Array.isArray(value) && value.every(isSchema);
}
