import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Method } from "./method.ts";
import { type JsonSchema, objectOf } from "./schemas.ts";

/** A method with its compiled schemas. */
export interface CompiledMethod {
  readonly method: Method;
  /** First mistake in parameters by name; undefined if there is none. */
  readonly paramsMistake: (params: unknown) => Mistake | undefined;
  /** First mistake in a result, which is one of the gateway or its node. */
  readonly resultMistake: (result: unknown) => Mistake | undefined;
}

/** Where a value leaves its schema (a JSON pointer) and how. */
export interface Mistake {
  readonly path: string;
  readonly reason: string;
}

/** Rows never change, and compiling one takes milliseconds: once per row, however many tables it is in. */
const compiledRows = new WeakMap<Method, CompiledMethod>();
const ajv = new Ajv2020({ strict: true, strictRequired: false, discriminator: true });

/**
 * The rows of a table by name. A row's schemas are compiled by its first call, which throws if one of them
 * is not valid JSON Schema 2020-12.
 */
export function compileMethods(methods: readonly Method[]): ReadonlyMap<string, CompiledMethod> {
  return new Map(methods.map((method) => [method.name, compiledRow(method)]));
}

function compiledRow(method: Method): CompiledMethod {
  const known = compiledRows.get(method);
  if (known !== undefined) return known;
  const params = once(() => ajv.compile(paramsSchema(method)));
  const result = once(() => ajv.compile(method.result));
  const compiled: CompiledMethod = {
    method,
    paramsMistake: (value) => firstMistake(params(), value),
    resultMistake: (value) => firstMistake(result(), value),
  };
  compiledRows.set(method, compiled);
  return compiled;
}

function paramsSchema({ params }: Method): JsonSchema {
  const members = params.map(({ name, schema, required }) => [
    required === true ? name : `${name}?`,
    schema,
  ]);
  return objectOf(Object.fromEntries(members));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function firstMistake(validate: ValidateFunction, value: unknown): Mistake | undefined {
  if (validate(value)) return undefined;
  const [first] = validate.errors ?? [];
  const { instancePath = "", message = "is not valid" } = first ?? {};
  const extra: unknown = first?.params["additionalProperty"];
  return {
    path: instancePath,
    reason: typeof extra === "string" ? `${message}: ${extra.slice(0, 64)}` : message,
  };
}
