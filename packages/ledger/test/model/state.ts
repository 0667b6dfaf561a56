// The rules of docs/ledger.md once more, naively, over names instead of bytes: what a reader would write
// in an afternoon. It shares types with the ledger, and nothing else.
import type {
  AccreditationPlace,
  AccreditationRecord,
  Control,
  CredentialAnchorRecord,
  CredentialCosignRecord,
  CredentialLogRecord,
  CredentialStatusRecord,
  Document,
  ErrorCode,
  ExchangeReceiptsRecord,
  GovernanceProposalRecord,
  IssuerProfileRecord,
  MemberRecord,
  Operation,
  OperationKind,
  OperationValue,
  ParametersRecord,
  PendingRecovery,
  PolicyRecord,
  Recovery,
  Redaction,
  SchemaRecord,
  StatusListRecord,
  ValidatorSet,
} from "@cartorio/protocol";
import type { Named } from "./named.ts";

export type Role = "author" | "controller" | "sponsor" | "cosigner";
export interface ModelSigner {
  readonly did: string;
  readonly key: string;
  readonly role: Role;
}
export type ModelOperation<K extends OperationKind = OperationKind> = {
  readonly [P in K]: { readonly kind: P; readonly value: Named<OperationValue<P>> };
}[K];
export interface ModelTransaction {
  readonly id: string;
  readonly validUntil: number;
  readonly signers: readonly ModelSigner[];
  readonly operations: readonly ModelOperation[];
}
/** A kind that the model does not know yet is a mistake of the compiler's choosing. */
export type KnownKind = Operation["kind"];

export interface ModelDid {
  version: number;
  active: boolean;
  control: Named<Control>;
  document: Named<Document>;
  recovery: Named<Recovery> | undefined;
  sponsor: string;
  dependants: number;
  pending: Named<PendingRecovery> | undefined;
  /** Recoveries proposed so far. */
  recoveries: number;
  vetoed: boolean;
  frozenUntil: number;
  /** Keys that left document or control, and what was said of them. */
  left: Record<string, { reason: number; since: number }>;
}

export interface ModelList {
  readonly list: Named<StatusListRecord>;
  readonly versions: readonly {
    readonly sequence: number;
    readonly time: number;
    readonly height: number;
    /** Indices, ascending. */
    readonly set: readonly number[];
  }[];
}

/** Everything that a transaction that fails leaves as it was. */
export interface ModelState {
  dids: Record<string, ModelDid>;
  /** By "issuer hash". */
  anchors: Record<string, Named<CredentialAnchorRecord>>;
  statuses: Record<string, Named<CredentialStatusRecord>>;
  /** By "issuer hash cosigner". */
  cosigned: Record<string, Named<CredentialCosignRecord>>;
  /** By "issuer hash". */
  logs: Record<string, readonly Named<CredentialLogRecord>[]>;
  profiles: Record<string, Named<IssuerProfileRecord>>;
  /** All that ever were, in the order of their indices. */
  members: readonly Named<MemberRecord>[];
  membersVersion: number;
  proposals: readonly Named<GovernanceProposalRecord>[];
  parameters: readonly Named<ParametersRecord>[];
  /** By field number of the operation. */
  policies: Record<number, Named<PolicyRecord> & { readonly version: number }>;
  /** Highest protocol version, by validator key. */
  announced: Record<string, number>;
  /** Bodies that governance dropped, by "did version" or digest. */
  dropped: Record<string, Omit<Named<Redaction>, "hash">>;
  /** By digest. */
  schemas: Record<string, Named<SchemaRecord>>;
  /** By owner: each list with the bits that are set, at every sequence. */
  lists: Record<string, readonly ModelList[]>;
  /** By party. */
  exchanged: Record<string, readonly Named<ExchangeReceiptsRecord>[]>;
  /** By subject, in the order of their indices. */
  accreditations: Record<string, readonly Named<AccreditationRecord>[]>;
  /** By accreditor. */
  given: Record<string, readonly Named<AccreditationPlace>[]>;
  /** By domain. */
  roots: Record<string, { readonly places: readonly Named<AccreditationPlace>[]; version: number }>;
  /** Validator sets of all epochs. */
  sets: Named<ValidatorSet>[];
  /** Time of the last re-entry, by validator key. */
  reentries: Record<string, number>;
}
export interface Model {
  state: ModelState;
  seen: Set<string>;
  longLived: Record<string, number>;
}
export interface ModelReceipt {
  readonly name: ErrorCode;
  readonly operationIndex: number;
  readonly currentVersion: number;
  readonly ids: readonly string[];
}

/** What an operation is judged and done in. */
export interface Doing {
  readonly model: Model;
  readonly state: ModelState;
  /** As before the transaction, with the DIDs that it created as their creates made them. */
  readonly before: ModelState;
  /** As before the transaction, without what it created. */
  readonly old: ModelState;
  readonly signers: readonly ModelSigner[];
  readonly payer: string;
  readonly time: number;
  readonly height: number;
  readonly created: string[];
  /** Whose recovery it finalised. */
  readonly recovered: Set<string>;
}
export type Rules<K extends OperationKind> = {
  readonly [P in K]: (value: Named<OperationValue<P>>, doing: Doing) => void;
};

export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly currentVersion: number;
  constructor(code: ErrorCode, currentVersion = 0) {
    super(code);
    this.code = code;
    this.currentVersion = currentVersion;
  }
}
export function need(condition: boolean, code: ErrorCode, currentVersion = 0): void {
  if (!condition) throw new Refusal(code, currentVersion);
}

export const bit = { authentication: 1, assertion: 2, invocation: 8 } as const;

export function keysWith(document: Named<Document>, bits: number): string[] {
  return document.verificationMethods
    .filter(({ relationships }) => (relationships & bits) !== 0)
    .map(({ multikey }) => multikey);
}
export const keysOf = (document: Named<Document>): string[] =>
  document.verificationMethods.map(({ multikey }) => multikey);

/** The DID as it is and as it was before the transaction, if it may write. */
export function writer(doing: Doing, did: string): { now: ModelDid; before: ModelDid } {
  const now = doing.state.dids[did];
  const before = doing.before.dids[did];
  if (now === undefined || before === undefined) throw new Refusal("DID_NOT_FOUND");
  need(now.active && before.active, "DID_DEACTIVATED");
  need(now.frozenUntil <= doing.time && before.frozenUntil <= doing.time, "DID_FROZEN");
  return { now, before };
}

export function keysSigning(doing: Doing, did: string, ...roles: readonly Role[]): string[] {
  return doing.signers
    .filter((one) => one.did === did && roles.includes(one.role))
    .map((s) => s.key);
}

/** The first author's key of the DID that its document, as of before, lists for the purpose. */
export function needKey(doing: Doing, did: string, bits: number): string {
  const allowed = keysWith(writer(doing, did).before.document, bits);
  const key = keysSigning(doing, did, "author").find((name) => allowed.includes(name));
  if (key === undefined) throw new Refusal("UNAUTHORISED");
  return key;
}
