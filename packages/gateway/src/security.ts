import type { Scope, TokenRecord } from "./access.ts";
import type { RateLimits } from "./rate-limit.ts";

/** Files of the certificate, in PEM. */
export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
  /** Clients must show a certificate that one of these authorities signed. */
  readonly clientCa?: string;
}

/** Whom a gateway serves, and how much. Cloneable: it crosses to the gateway's thread. */
export interface SecurityOptions {
  readonly tokens: readonly TokenRecord[];
  /** What a caller without a token may do; undefined: nothing. */
  readonly anonymous: Exclude<Scope, "admin"> | undefined;
  /** Origins of web pages that may call; `*` is every one. */
  readonly corsOrigins: readonly string[];
  /** Addresses of proxies whose `x-forwarded-for` is believed. */
  readonly trustedProxies: readonly string[];
  readonly rate: RateLimits;
  /** Logs the parameters of requests, at level debug. */
  readonly logsQueries: boolean;
  readonly tls?: TlsFiles;
}

export const defaultSecurity: SecurityOptions = {
  tokens: [],
  // A transaction carries its own signatures and its payer: the ledger decides.
  anonymous: "write",
  corsOrigins: [],
  trustedProxies: [],
  // A resolver of a busy portal, or one envelope in 5 ms; ten seconds of it at once.
  rate: { costPerSecond: 1000, burst: 10_000 },
  logsQueries: false,
};
