import { hexEncode, verifySignature } from "@cartorio/crypto";
import {
  decodeGovernancePropose,
  decodeReceipt,
  decodeTransaction,
  encodeReceipt,
  encodeValidatorSet,
  errorCodes,
  memberRecord,
  membersHeadRecord,
  signatureItems,
  stateKeys,
} from "@cartorio/protocol";
import { simulateProposalIn } from "../../../ledger/src/simulate.ts";
import type {
  ApiResult,
  ProposalQuestion,
  ProposalSimulation,
  TransactionSimulation,
} from "../../src/index.ts";
import { blockOn } from "./ledger-execution.ts";
import type { MemoryChain } from "./memory-chain.ts";
import { execute } from "./memory-executor.ts";

const nextBlock = (chain: MemoryChain) => ({
  height: chain.blocks.length,
  time: chain.latest().header.time + 1000,
});

/** The chain with writes that nobody keeps. */
function onTopOf(chain: MemoryChain): MemoryChain {
  const written = new Map(chain.entries().map((entry) => [hexEncode(entry.key), entry]));
  return {
    ...chain,
    get: (key) => written.get(hexEncode(key))?.record,
    put: (key, record) => void written.set(hexEncode(key), { key, record }),
    entries: () => [...written.values()],
  };
}

export function simulateInMemory(
  chain: MemoryChain,
  bytes: Uint8Array,
  isExecuted: (id: Uint8Array) => boolean,
): ApiResult<TransactionSimulation> {
  const decoded = decodeTransaction(bytes, chain.chainId);
  if (!decoded.ok) {
    const { code, field } = decoded;
    return { ok: false, code, ...(field === undefined ? {} : { data: { field } }) };
  }
  const { envelope, id } = decoded.value;
  const missing = envelope.signatures.flatMap((signature, index) =>
    signature.some((byte) => byte !== 0) ? [] : [index],
  );
  const items = signatureItems(decoded.value).filter((_, index) => !missing.includes(index));
  if (!items.every((item) => verifySignature(item.multikey, item.message, item.signature)))
    return { ok: false, code: "SIGNATURE_INVALID" };
  const at = nextBlock(chain);
  const receipt = decodeReceipt(execute(onTopOf(chain), decoded.value, at));
  if (!receipt.ok) throw new Error(receipt.code);
  const duplicate = { code: errorCodes.DUPLICATE_TRANSACTION.number, ids: [] };
  const settled = !isExecuted(id);
  const said = settled ? receipt.value : { ...receipt.value, ...duplicate };
  return { ok: true, value: { ...at, receipt: encodeReceipt(said), settled, missing } };
}

export function simulateProposalInMemory(
  chain: MemoryChain,
  question: ProposalQuestion,
): ApiResult<ProposalSimulation> {
  const block = blockOn(chain, nextBlock(chain));
  block.members = membersOf(chain);
  const asked = "hash" in question ? { ok: true as const, value: question } : made(question);
  if (!asked.ok) return asked;
  const simulated = simulateProposalIn(block, chain.chainId, asked.value);
  if (simulated === undefined) return { ok: false, code: "NOT_FOUND" };
  const { outcome, validators, ...rest } = simulated;
  const refusal = outcome.ok ? {} : { currentVersion: outcome.currentVersion ?? 0 };
  const set = validators && encodeValidatorSet(validators);
  const code = outcome.ok ? "APPLIED" : outcome.code;
  return { ok: true, value: { ...rest, code, ...refusal, validators: set } };
}

function made({ proposal }: { readonly proposal: Uint8Array }) {
  const decoded = decodeGovernancePropose(proposal);
  if (!decoded.ok) return { ok: false, code: decoded.code } as const;
  return { ok: true, value: { proposal: decoded.value } } as const;
}

function membersOf(chain: MemoryChain) {
  const head = membersHeadRecord.decode(chain.get(stateKeys.membersHead()) ?? new Uint8Array());
  const count = head.ok ? head.value.count : 0;
  const members = Array.from({ length: count }, (_, index) => {
    const record = memberRecord.decode(chain.get(stateKeys.member(index)) ?? new Uint8Array());
    if (!record.ok) throw new Error(record.code);
    return [record.value.did, { ...record.value, index }] as const;
  });
  return new Map(members);
}
