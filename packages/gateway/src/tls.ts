import { readFile, stat } from "node:fs/promises";
import type { Server } from "node:https";
import { createSecureContext } from "node:tls";
import { GatewayError } from "./gateway-error.ts";
import type { TlsFiles } from "./security.ts";

/** What the server is made of; TLS 1.2 is the oldest that is not broken. */
export interface TlsMaterial {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly ca?: Buffer;
  readonly requestCert: boolean;
  readonly rejectUnauthorized: boolean;
  readonly minVersion: "TLSv1.2";
  readonly handshakeTimeout: number;
}

const handshakeMs = 10_000;

/** Reads and checks the files. Rejects with GatewayError CONFIG_INVALID that names what is wrong. */
export async function loadTls(files: TlsFiles): Promise<TlsMaterial> {
  const read = async (path: string): Promise<Buffer> => {
    try {
      return await readFile(path);
    } catch (cause) {
      throw new GatewayError("CONFIG_INVALID", `gateway: cannot read ${path}`, { cause });
    }
  };
  const { certificate, clientCa } = files;
  const [cert, key] = [await read(certificate), await read(files.key)];
  const ca = clientCa === undefined ? {} : { ca: await read(clientCa) };
  try {
    createSecureContext({ cert, key, ...ca });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "not PEM";
    const message = `gateway: ${certificate} and ${files.key} do not make a certificate (${reason})`;
    throw new GatewayError("CONFIG_INVALID", message, { cause });
  }
  const isMutual = clientCa !== undefined;
  return {
    cert,
    key,
    ...ca,
    requestCert: isMutual,
    rejectUnauthorized: isMutual,
    minVersion: "TLSv1.2",
    handshakeTimeout: handshakeMs,
  };
}

export interface TlsReload {
  /** Puts the files of now into use for new connections; rejects, and keeps the old, if they do not fit. */
  readonly now: () => Promise<void>;
  readonly stop: () => void;
}

export interface TlsReloadOptions {
  readonly files: TlsFiles;
  readonly servers: readonly Server[];
  /** How often the files are looked at. */
  readonly intervalMs: number;
  readonly onReload: (error: unknown) => void;
}

/** Looks at the files from time to time, as renewal programs replace them without telling anybody. */
export function watchTls({ files, servers, intervalMs, onReload }: TlsReloadOptions): TlsReload {
  let known: string | undefined;
  const now = async (): Promise<void> => {
    const { cert, key, ca } = await loadTls(files);
    const minVersion = "TLSv1.2";
    for (const server of servers) {
      server.setSecureContext({ cert, key, minVersion, ...(ca === undefined ? {} : { ca }) });
    }
  };
  const look = async (): Promise<void> => {
    const seen = await stampOf(files);
    const isNew = known !== undefined && seen !== known;
    known = seen;
    if (!isNew) return;
    try {
      await now();
      onReload(undefined);
    } catch (error) {
      onReload(error);
    }
  };
  void look();
  const timer = setInterval(() => void look(), intervalMs).unref();
  return { now, stop: () => clearInterval(timer) };
}

async function stampOf({ certificate, key, clientCa }: TlsFiles): Promise<string> {
  const paths = clientCa === undefined ? [certificate, key] : [certificate, key, clientCa];
  const stamps = paths.map(async (path) => {
    try {
      const { mtimeMs, size, ino } = await stat(path);
      return `${mtimeMs}:${size}:${ino}`;
    } catch {
      return "missing";
    }
  });
  return (await Promise.all(stamps)).join();
}
