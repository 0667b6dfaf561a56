// Settings of what the node serves to clients, part of the one table of settings.ts.
import { defaultGatewayLimits, type GatewayLimits } from "@cartorio/gateway/limits";
import { defaultSecurity } from "@cartorio/gateway/security";
import type { Setting } from "./settings.ts";

const mebibyte = 1024 * 1024;
const hourMs = 3_600_000;
const maxPort = 65_535;

function file(path: string, about: string): Setting {
  return { path, rule: { kind: "text", mayBeEmpty: true }, fallback: "", about };
}

const safety: readonly Setting[] = [
  {
    path: "rpc.anonymousScope",
    rule: { kind: "choice", choices: ["none", "read", "write"] },
    fallback: defaultSecurity.anonymous ?? "none",
    about:
      "What callers without a token may do. A transaction carries its own signatures and its payer, so " +
      "write lets nobody do what the ledger forbids.",
  },
  {
    path: "rpc.tokens",
    rule: { kind: "texts" },
    fallback: [],
    about:
      "Bearer tokens that are accepted: lines NAME SCOPE EXPIRY DIGEST as `cartorio token new` prints " +
      "them. Only digests stand here.",
  },
  {
    path: "rpc.corsOrigins",
    rule: { kind: "texts" },
    fallback: [],
    about: 'Origins whose web pages may call, as "https://portal.example"; "*" is every one.',
  },
  {
    path: "rpc.trustedProxies",
    rule: { kind: "texts" },
    fallback: [],
    about:
      "Addresses or networks of proxies in front of this node: clients are told apart by the " +
      "x-forwarded-for of these alone.",
  },
  {
    path: "rpc.costPerSecond",
    rule: { kind: "integer", minimum: 0, maximum: 1_000_000 },
    fallback: defaultSecurity.rate.costPerSecond,
    about:
      "Cost units that one client (token or address) may spend per second; a read costs 1, a proof 10. " +
      "Programs on this machine without a token have no limit; 0: nobody has.",
  },
  {
    path: "rpc.costBurst",
    rule: { kind: "integer", minimum: 100, maximum: 10_000_000 },
    fallback: defaultSecurity.rate.burst,
    about: "Cost units that one client may spend at once.",
  },
  {
    path: "rpc.logQueries",
    rule: { kind: "choice", choices: ["no", "yes"] },
    fallback: "no",
    about: "Whether log level debug shows what clients ask about, which may tell of persons.",
  },
  {
    path: "rpc.auditFile",
    rule: { kind: "text", mayBeEmpty: true },
    fallback: "data/audit.log",
    about:
      "One JSON line per write and admin call: who, when, which, how it ended; empty: in the log.",
  },
  file("rpc.tlsCertificate", "Certificate chain in PEM; empty: HTTP without TLS."),
  file("rpc.tlsKey", "Its private key in PEM. Both files are read again when they change."),
  file(
    "rpc.tlsClientCa",
    "Authorities in PEM of which every client must show a certificate; empty: none needed.",
  ),
  {
    path: "admin.host",
    rule: { kind: "text", mayBeEmpty: false },
    fallback: "127.0.0.1",
    about: "Address of the admin listener, which serves admin methods to tokens of scope admin.",
  },
  {
    path: "admin.port",
    rule: { kind: "integer", minimum: 0, maximum: maxPort },
    fallback: 0,
    about: "Port of the admin listener; 0: there is none.",
  },
];

interface Limit {
  readonly about: string;
  readonly minimum: number;
  readonly maximum: number;
}

const limits: Readonly<Record<keyof GatewayLimits, Limit>> = {
  maxBodyBytes: { about: "Largest HTTP body.", minimum: 1024, maximum: 64 * mebibyte },
  maxJsonDepth: {
    about: "Arrays and objects within each other in a body.",
    minimum: 8,
    maximum: 1000,
  },
  maxJsonValues: {
    about: "Scalars, arrays and objects in a body.",
    minimum: 100,
    maximum: 10_000_000,
  },
  maxBatchRequests: { about: "Requests in one batch.", minimum: 1, maximum: 10_000 },
  maxResponseBytes: {
    about: "Largest answer, a batch counted as a whole.",
    minimum: 64 * 1024,
    maximum: 256 * mebibyte,
  },
  requestTimeoutMs: {
    about: "Longest time of one request that waits for nothing.",
    minimum: 10,
    maximum: hourMs,
  },
  maxWaitMs: {
    about: "Longest wait of tx_wait; below what proxies in front allow.",
    minimum: 10,
    maximum: 120_000,
  },
  maxConcurrentRequests: {
    about: "Requests worked on at once, waiting ones included.",
    minimum: 1,
    maximum: 1_000_000,
  },
  maxConnections: { about: "Connections at once.", minimum: 1, maximum: 1_000_000 },
  receiveTimeoutMs: {
    about: "Time in which a client must have sent its request.",
    minimum: 10,
    maximum: hourMs,
  },
  sendTimeoutMs: {
    about: "Time in which a client must have taken its answer.",
    minimum: 10,
    maximum: hourMs,
  },
  maxUnfinishedBytes: {
    about: "Memory of bodies and messages until they are answered; one client gets a quarter.",
    minimum: mebibyte,
    maximum: 16 * 1024 * mebibyte,
  },
  maxUnsentBytes: {
    about: "Answers that clients have not taken yet, together.",
    minimum: mebibyte,
    maximum: 16 * 1024 * mebibyte,
  },
  maxSockets: { about: "WebSockets at once.", minimum: 0, maximum: 1_000_000 },
  maxSocketSubscriptions: {
    about: "Subscriptions of one WebSocket.",
    minimum: 1,
    maximum: 10_000,
  },
  maxSubscriptions: { about: "Subscriptions of all WebSockets.", minimum: 1, maximum: 10_000_000 },
  maxSocketBytes: {
    about: "Untaken bytes of one WebSocket above which it is told nothing more.",
    minimum: 1024,
    maximum: 64 * mebibyte,
  },
  pingMs: {
    about: "Time between two signs of life that a WebSocket is asked for.",
    minimum: 10,
    maximum: hourMs,
  },
  maxProofQuestions: { about: "Questions in one proof_get.", minimum: 1, maximum: 256 },
};

/** Names of the limits, each a setting `limits.NAME`. */
export const limitNames: readonly (keyof GatewayLimits)[] = Object.keys(limits).filter(isLimitName);

function isLimitName(name: string): name is keyof GatewayLimits {
  return Object.hasOwn(limits, name);
}

export const gatewaySettings: readonly Setting[] = [
  ...safety,
  ...limitNames.map((name): Setting => {
    const { about, minimum, maximum } = limits[name];
    const rule = { kind: "integer", minimum, maximum } as const;
    return { path: `limits.${name}`, rule, fallback: defaultGatewayLimits[name], about };
  }),
];
