import {
  type Control,
  type DecodedEnvelope,
  type DidRecoveryPropose,
  type Document,
  didDocumentRecord,
  didHeadRecord,
  didOf,
  didStatus,
  didVersionRecord,
  documentHash,
  type ErrorCode,
  encodeDidCreate,
  encodeReceipt,
  errorCodes,
  type KeyRemoval,
  keyRemovalRecord,
  type Operation,
  stateKeys,
  versionHash,
} from "@cartorio/protocol";
import { applyCredential } from "./credential-executor.ts";
import { executeByLedger } from "./ledger-execution.ts";
import type { MemoryChain } from "./memory-chain.ts";

interface At {
  readonly time: number;
  readonly height: number;
}

interface NextVersion {
  readonly did: string;
  readonly control?: Control;
  readonly document?: Document;
  readonly removals?: readonly KeyRemoval[];
  readonly status?: number;
}

/**
 * Writes what the ledger would write for valid operations, and checks next to nothing: enough for
 * the tests of gateway and SDK to have real records, receipts and proofs. Returns the receipt.
 */
export function execute(chain: MemoryChain, envelope: DecodedEnvelope, at: At): Uint8Array {
  const ids: string[] = [];
  let code: ErrorCode = "APPLIED";
  for (const operation of envelope.body.operations) {
    code = apply(chain, operation, { envelope, at, ids });
    if (code !== "APPLIED") break;
  }
  return encodeReceipt({
    transactionId: envelope.id,
    envelopeHash: envelope.hash,
    code: errorCodes[code].number,
    operationIndex: 0,
    cost: envelope.cost,
    currentVersion: 0,
    ids,
  });
}

/** Executes an operation that nobody signed, as of the block to come. */
export function executeUnsigned(chain: MemoryChain, operation: Operation, payer: string): void {
  const at = { time: chain.latest().header.time + 1500, height: chain.blocks.length };
  const empty = new Uint8Array();
  const zeroHash = new Uint8Array(32);
  const body = {
    chainId: chain.chainId,
    signers: [],
    validUntil: 0,
    nonce: empty,
    operations: [operation],
  };
  const envelope = { body: empty, signatures: [] };
  execute(
    chain,
    { bytes: empty, hash: zeroHash, id: zeroHash, envelope, body, cost: 0, payer },
    at,
  );
}

interface ApplyContext {
  readonly envelope: DecodedEnvelope;
  readonly at: At;
  readonly ids: string[];
}

function apply(chain: MemoryChain, operation: Operation, context: ApplyContext): ErrorCode {
  const { at, ids, envelope } = context;
  switch (operation.kind) {
    case "didCreate": {
      const { control, document, recovery, legalEntity = false } = operation.value;
      const did = didOf(chain.network, encodeDidCreate(operation.value));
      if (chain.get(stateKeys.didHead(did)) !== undefined) return "DID_EXISTS";
      const sponsor = envelope.payer;
      const head = {
        latestVersion: 0,
        status: didStatus.active,
        control,
        recovery,
        dependants: 0,
        sponsor,
        legalEntity,
        pendingRecovery: undefined,
        recoverySequence: 0,
        recoveryVetoed: false,
        frozenUntil: 0,
      };
      chain.put(stateKeys.didHead(did), didHeadRecord.encode(head));
      ids.push(did);
      return addVersion(chain, { did, document }, at);
    }
    case "didUpdate":
      return addVersion(chain, operation.value, at);
    case "didRotateKeys":
      return addVersion(chain, operation.value, at);
    case "didDeactivate": {
      const { did } = operation.value;
      return addVersion(chain, { did, status: didStatus.deactivated }, at);
    }
    case "credentialAnchor":
    case "credentialRevoke":
    case "credentialSuspend":
    case "credentialResume":
    case "credentialCosign":
    case "credentialLog":
    case "issuerUpdate": {
      const multikey = envelope.body.signers[0]?.multikey ?? new Uint8Array();
      return applyCredential(chain, operation, { at, multikey });
    }
    case "didSetControllers":
      return addVersion(chain, operation.value, at);
    case "didSetRecovery":
      return addVersion(chain, { did: operation.value.did }, at);
    case "didRecoveryPropose":
      return proposeRecovery(chain, operation.value, at);
    case "schemaRegister":
    case "schemaDeprecate":
    case "statusListCreate":
    case "statusListUpdate":
    case "exchangeReceipts": {
      const { signers } = envelope.body;
      return executeByLedger(chain, operation, { signers, payer: envelope.payer, at });
    }
    default:
      return "NOT_SUPPORTED";
  }
}

/** Visible for a day. */
function proposeRecovery(chain: MemoryChain, value: DidRecoveryPropose, at: At): ErrorCode {
  const { did, control, recovery, removals } = value;
  const head = readHead(chain, did);
  if (head === undefined) return "DID_NOT_FOUND";
  const { time } = at;
  const finaliseFrom = time + 86_400_000;
  const pendingRecovery = { control, recovery, removals, time, finaliseFrom };
  chain.put(
    stateKeys.didHead(did),
    didHeadRecord.encode({
      ...head,
      pendingRecovery: { ...pendingRecovery, final: false, registrar: "" },
      recoverySequence: head.recoverySequence + 1,
    }),
  );
  return "APPLIED";
}

function readHead(chain: MemoryChain, did: string) {
  const record = chain.get(stateKeys.didHead(did));
  const head = record && didHeadRecord.decode(record);
  return head?.ok ? head.value : undefined;
}

function addVersion(chain: MemoryChain, next: NextVersion, at: At): ErrorCode {
  const { did, control, document, removals = [], status } = next;
  const head = readHead(chain, did);
  if (head === undefined) return "DID_NOT_FOUND";
  const number = head.latestVersion + 1;
  const previous = chain.get(stateKeys.didVersion(did, head.latestVersion));
  const body =
    document === undefined
      ? chain.get(stateKeys.didDocument(did, head.latestVersion))
      : didDocumentRecord.encode({ document });
  if (body === undefined) return "EXECUTION_FAILED";
  const version = didVersionRecord.encode({
    number,
    ...at,
    documentHash: documentHash(body),
    previousHash: previous === undefined ? new Uint8Array() : versionHash(previous),
    removals,
    status: status ?? head.status,
    control: control ?? head.control,
  });
  if (!didVersionRecord.decode(version).ok) return "EXECUTION_FAILED";
  chain.put(stateKeys.didVersion(did, number), version);
  chain.put(stateKeys.didDocument(did, number), body);
  for (const { multikey, reason, since } of removals) {
    const removal = keyRemovalRecord.encode({ reason, since, ...at, version: number });
    chain.put(stateKeys.keyRemoval(did, multikey), removal);
  }
  const changed = { ...head, latestVersion: number, status: status ?? head.status };
  chain.put(
    stateKeys.didHead(did),
    didHeadRecord.encode({ ...changed, control: control ?? head.control }),
  );
  return "APPLIED";
}
