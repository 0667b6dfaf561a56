// Operations on control by other DIDs and on recovery, and the states that they name.
import {
  type Control,
  type ControllerControl,
  type DidHead,
  didHeadRecord,
  type ErrorCode,
  type KeyRemoval,
  type Operation,
  type Recovery,
  recoveryKeyHash,
  removalReason,
  type Signer,
  stateKeys,
} from "@cartorio/protocol";
import { readRecords } from "../src/index.ts";
import { key, retired, run, runOne, sponsored, transaction, type World } from "./world.ts";

export const day: number = 24 * 60 * 60 * 1000;

export function controllers(dids: readonly string[], threshold = 1): ControllerControl {
  return { kind: "controllers", controllers: dids, threshold };
}

/** A commitment to the keys of these names, with a delay of a day. */
export function recoveryOf(names: readonly string[], more: Partial<Recovery> = {}): Recovery {
  const keyHashes = names.map((name) => recoveryKeyHash(key(name)));
  return { keyHashes, threshold: 1, delayMs: day, ...more };
}

export const compromised = (multikey: Uint8Array, since: number): KeyRemoval => ({
  multikey,
  reason: removalReason.compromised,
  since,
});

interface Proposal {
  readonly sequence?: number;
  readonly control: Control;
  readonly recovery?: Recovery | undefined;
  readonly removals?: readonly KeyRemoval[];
}

export const didOp = {
  setControllers: (
    did: string,
    expectedVersion: number,
    change: { readonly control: Control; readonly removed?: readonly Uint8Array[] },
  ): Operation => ({
    kind: "didSetControllers",
    value: {
      did,
      expectedVersion,
      control: change.control,
      removals: (change.removed ?? []).map(retired),
    },
  }),
  setRecovery: (
    did: string,
    expectedVersion: number,
    change: {
      readonly recovery: Recovery | undefined;
      readonly nextKeyHashes?: readonly Uint8Array[];
    },
  ): Operation => ({
    kind: "didSetRecovery",
    value: { did, expectedVersion, nextKeyHashes: [], ...change },
  }),
  propose: (
    did: string,
    { sequence = 0, control, recovery, removals = [] }: Proposal,
  ): Operation => ({
    kind: "didRecoveryPropose",
    value: { did, expectedSequence: sequence, control, recovery, removals },
  }),
  cancel: (
    did: string,
    expectedSequence: number,
    nextKeyHashes: readonly Uint8Array[] = [],
  ): Operation => ({
    kind: "didRecoveryCancel",
    value: { did, expectedSequence, nextKeyHashes },
  }),
  finalise: (did: string, expectedSequence: number): Operation => ({
    kind: "didRecoveryFinalise",
    value: { did, expectedSequence },
  }),
};

export function headOf(world: World, did: string): DidHead {
  const at = { stateRootHeight: world.ledger.head.height };
  const [bytes] = readRecords(world.ledger, [stateKeys.didHead(did)], at);
  const head = bytes && didHeadRecord.decode(bytes);
  if (!head?.ok) throw new Error("the DID does not exist");
  return head.value;
}

/** Receipt code of a transaction that alpha sponsors. */
export function codeOf(
  world: World,
  signers: readonly Signer[],
  ...operations: readonly Operation[]
): ErrorCode | undefined {
  return runOne(world, { signers: [...signers, sponsored], operations }).name;
}

/** The same with no other signer, in a block of that time. */
export function codeAt(
  world: World,
  time: number,
  ...operations: readonly Operation[]
): ErrorCode | undefined {
  const parts = { signers: [sponsored], operations, validUntil: time };
  return run(world, [transaction(world, parts)], time)[0]?.name;
}

/** The same in a block so much later than the last one. */
export function codeAfter(
  world: World,
  wait: number,
  ...operations: readonly Operation[]
): ErrorCode | undefined {
  return codeAt(world, world.ledger.head.header.time + wait, ...operations);
}
