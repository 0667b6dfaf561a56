// What the settings say about the gateway, checked as far as it can be without a start.
import { BlockList, isIP } from "node:net";
import { parseTokenLine, type TokenRecord } from "@cartorio/gateway/access";
import { defaultGatewayLimits, type GatewayLimits } from "@cartorio/gateway/limits";
import type { SecurityOptions, TlsFiles } from "@cartorio/gateway/security";
import { CliError } from "./cli-error.ts";
import { isTexts, type SettingValue } from "./settings.ts";
import { limitNames } from "./settings-gateway.ts";

export interface GatewayConfig {
  readonly limits: GatewayLimits;
  readonly security: SecurityOptions;
  /** Absent: no admin listener. */
  readonly admin?: { readonly host: string; readonly port: number };
  /** Absolute path; empty: audit entries go to the log. */
  readonly auditFile: string;
}

export interface GatewayConfigSource {
  readonly value: (path: string) => SettingValue | undefined;
  /** Absolute path of a file setting. */
  readonly file: (path: string) => string;
}

/** Throws CliError CONFIG_INVALID with every mistake, one per line. */
export function gatewayConfig(source: GatewayConfigSource): GatewayConfig {
  const mistakes: string[] = [];
  const text = (path: string): string => String(source.value(path));
  const texts = (path: string): readonly string[] => {
    const value = source.value(path);
    return isTexts(value) ? value : [];
  };
  const tokens = readTokens(texts("rpc.tokens"), mistakes);
  const tls = readTls(source, mistakes);
  checkEach(
    {
      path: "rpc.corsOrigins",
      mistakes,
      must: 'an origin such as "https://portal.example", or "*"',
    },
    texts("rpc.corsOrigins"),
    isOrigin,
  );
  checkEach(
    { path: "rpc.trustedProxies", mistakes, must: 'an address or network such as "10.0.0.0/8"' },
    texts("rpc.trustedProxies"),
    isNetwork,
  );
  const port = Number(source.value("admin.port"));
  if (port !== 0 && !tokens.some(({ scope }) => scope === "admin")) {
    mistakes.push(
      "admin.port opens a listener that nobody can use: rpc.tokens has none of scope admin",
    );
  }
  if (mistakes.length > 0) throw new CliError("CONFIG_INVALID", mistakes.join("\n"));
  const anonymous = text("rpc.anonymousScope");
  return {
    limits: readLimits(source),
    security: {
      tokens,
      anonymous: anonymous === "read" || anonymous === "write" ? anonymous : undefined,
      corsOrigins: texts("rpc.corsOrigins"),
      trustedProxies: texts("rpc.trustedProxies"),
      rate: {
        costPerSecond: Number(source.value("rpc.costPerSecond")),
        burst: Number(source.value("rpc.costBurst")),
      },
      logsQueries: text("rpc.logQueries") === "yes",
      ...(tls === undefined ? {} : { tls }),
    },
    ...(port === 0 ? {} : { admin: { host: text("admin.host"), port } }),
    auditFile: text("rpc.auditFile") === "" ? "" : source.file("rpc.auditFile"),
  };
}

function readTokens(lines: readonly string[], mistakes: string[]): readonly TokenRecord[] {
  const tokens: TokenRecord[] = [];
  for (const [index, line] of lines.entries()) {
    const parsed = parseTokenLine(line);
    // The line is not shown: who mistook the token for its digest would find it in a log.
    if (!parsed.ok) mistakes.push(`rpc.tokens: entry ${index + 1} must be ${parsed.must}`);
    else if (tokens.some(({ name }) => name === parsed.token.name)) {
      mistakes.push(`rpc.tokens: entry ${index + 1} must have a name of its own`);
    } else tokens.push(parsed.token);
  }
  return tokens;
}

function readTls(source: GatewayConfigSource, mistakes: string[]): TlsFiles | undefined {
  const isSet = (path: string): boolean => source.value(path) !== "";
  const [certificate, key, clientCa] = ["rpc.tlsCertificate", "rpc.tlsKey", "rpc.tlsClientCa"].map(
    isSet,
  );
  if (certificate !== key) mistakes.push("rpc.tlsCertificate and rpc.tlsKey must be set together");
  if (clientCa === true && certificate !== true) {
    mistakes.push("rpc.tlsClientCa must have rpc.tlsCertificate and rpc.tlsKey beside it");
  }
  if (certificate !== true || key !== true) return undefined;
  return {
    certificate: source.file("rpc.tlsCertificate"),
    key: source.file("rpc.tlsKey"),
    ...(clientCa === true ? { clientCa: source.file("rpc.tlsClientCa") } : {}),
  };
}

interface EachCheck {
  readonly path: string;
  readonly mistakes: string[];
  readonly must: string;
}

function checkEach(
  { path, mistakes, must }: EachCheck,
  items: readonly string[],
  isGood: (item: string) => boolean,
): void {
  for (const item of items) {
    if (!isGood(item)) mistakes.push(`${path}: "${item}" must be ${must}`);
  }
}

function isOrigin(text: string): boolean {
  if (text === "*") return true;
  return URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text);
}

function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  if (!/^[0-9]{1,3}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), family === 6 ? "ipv6" : "ipv4");
    return true;
  } catch {
    return false;
  }
}

function readLimits({ value }: GatewayConfigSource): GatewayLimits {
  const entries = limitNames.map((name) => [name, Number(value(`limits.${name}`))] as const);
  return { ...defaultGatewayLimits, ...Object.fromEntries(entries) };
}
