/** Codes of operational failures of `@cartorio/crypto/node`. */
export const CryptoErrorCode = {
  /** A key file cannot be made because something with its name exists. */
  KEY_FILE_EXISTS: "KEY_FILE_EXISTS",
  /** There is no key file with that name. */
  KEY_FILE_MISSING: "KEY_FILE_MISSING",
  /** A key file may be read or written by group or others. */
  KEY_FILE_PERMISSIONS: "KEY_FILE_PERMISSIONS",
  /** A key file is not of the format, or its public key is not that of its secret key. */
  KEY_FILE_CORRUPT: "KEY_FILE_CORRUPT",
  /** A key file is sealed and no passphrase was given. */
  KEY_FILE_SEALED: "KEY_FILE_SEALED",
  /** The passphrase does not open a sealed key file: it is another one, or the file was altered. */
  KEY_FILE_PASSPHRASE: "KEY_FILE_PASSPHRASE",
  /** The operating system refused to read or write a key file; see `cause`. */
  KEY_FILE_IO: "KEY_FILE_IO",
  /** The verifier pool holds as many unanswered signatures as it may. */
  QUEUE_FULL: "QUEUE_FULL",
  /** A verifier thread ended while it worked on the batch; the batch may be tried again. */
  WORKER_CRASHED: "WORKER_CRASHED",
  /** The verifier pool is closed. */
  POOL_CLOSED: "POOL_CLOSED",
} as const;

export type CryptoErrorCode = (typeof CryptoErrorCode)[keyof typeof CryptoErrorCode];

/** An operational failure of this package, told apart by `code`. */
export class CryptoError extends Error {
  override readonly name = "CryptoError";
  readonly code: CryptoErrorCode;

  constructor(code: CryptoErrorCode, message: string, cause?: unknown) {
    super(`${code}: ${message}`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
