// What is told of one operation, to subscribers and in lists of what happened.
import { hexEncode, sha256 } from "@cartorio/crypto";
import {
  didOf,
  encodeDidCreate,
  governanceProposalHash,
  limits,
  type Operation,
} from "@cartorio/protocol";

/** All but `consensus` are told per height, in order; `consensus` when it changes. */
export const topics = [
  "blocks",
  "receipts",
  "dids",
  "credentials",
  "accreditations",
  "schemas",
  "exchange",
  "governance",
  "consensus",
] as const;
export type Topic = (typeof topics)[number];
type OperationTopic = Exclude<Topic, "blocks" | "receipts" | "consensus">;

/** Names every kind, so that none goes untold. What changes the verdict on a credential is of credentials. */
const topicOf: Readonly<Record<Operation["kind"], OperationTopic>> = {
  didCreate: "dids",
  didUpdate: "dids",
  didDeactivate: "dids",
  didRotateKeys: "dids",
  didSetControllers: "dids",
  didSetRecovery: "dids",
  didRecoveryPropose: "dids",
  didRecoveryCancel: "dids",
  didRecoveryFinalise: "dids",
  credentialAnchor: "credentials",
  credentialRevoke: "credentials",
  credentialSuspend: "credentials",
  credentialResume: "credentials",
  credentialCosign: "credentials",
  credentialLog: "credentials",
  issuerUpdate: "credentials",
  statusListCreate: "credentials",
  statusListUpdate: "credentials",
  accreditationOffer: "accreditations",
  accreditationAccept: "accreditations",
  accreditationSuspend: "accreditations",
  accreditationResume: "accreditations",
  accreditationEnd: "accreditations",
  schemaRegister: "schemas",
  schemaDeprecate: "schemas",
  exchangeReceipts: "exchange",
  governancePropose: "governance",
  governanceVote: "governance",
  governanceWithdraw: "governance",
  validatorChange: "governance",
  validatorReenter: "governance",
  upgradeAnnounce: "governance",
};

export interface OperationEvent {
  readonly topic: OperationTopic;
  readonly operation: Operation["kind"];
  /** The DID that it changes or acts for; empty where it names none. */
  readonly did: string;
  /** Commitment, batch root, digest or proposal, hexadecimal. */
  readonly hash?: string;
  /** Number of the status list. */
  readonly list?: number;
  /** Number of the accreditation among those of the DID. */
  readonly index?: number;
}

/** An operation as it is told. */
export function operationEvent(operation: Operation, network: string): OperationEvent {
  const { kind } = operation;
  const hash = hashOf(operation);
  const list = listOf(operation);
  const index = memberOf(operation, "index");
  return {
    topic: topicOf[kind],
    operation: kind,
    did: subjectOf(operation, network),
    ...(hash === undefined ? {} : { hash: hexEncode(hash) }),
    ...(list === undefined ? {} : { list }),
    ...(typeof index === "number" ? { index } : {}),
  };
}

function memberOf({ value }: Operation, name: string): unknown {
  return Reflect.get(value, name);
}

function subjectOf(operation: Operation, network: string): string {
  if (operation.kind === "didCreate") return didOf(network, encodeDidCreate(operation.value));
  for (const name of ["did", "issuer", "subject", "owner", "party", "proposer", "voter"]) {
    const did = memberOf(operation, name);
    if (typeof did === "string") return did;
  }
  return "";
}

function hashOf(operation: Operation): Uint8Array | undefined {
  if (operation.kind === "schemaRegister") return sha256(operation.value.body);
  if (operation.kind === "governancePropose") return governanceProposalHash(operation.value);
  for (const name of ["hash", "commitment", "digest", "root", "proposal"]) {
    const hash = memberOf(operation, name);
    if (hash instanceof Uint8Array && hash.length === limits.hashBytes) return hash;
  }
  return undefined;
}

function listOf(operation: Operation): number | undefined {
  if (operation.kind === "statusListCreate") return operation.value.expectedCount + 1;
  return operation.kind === "statusListUpdate" ? operation.value.list : undefined;
}
