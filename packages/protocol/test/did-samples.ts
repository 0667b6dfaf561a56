// Deterministic samples of control by other DIDs and of recovery.
import {
  type ControllerControl,
  type DidDocumentRecord,
  nextKeyHash,
  type Operation,
  type PendingRecovery,
  recoveryKeyHash,
} from "../src/index.ts";
import { bytes32, minimalCreate, multikeyOf, sponsor, timeMs, university } from "./samples.ts";

/** Control by other DIDs. */
export const sharedControl: ControllerControl = {
  kind: "controllers",
  controllers: [sponsor],
  threshold: 1,
};

export const pendingRecovery: PendingRecovery = {
  control: minimalCreate.control,
  recovery: {
    keyHashes: [recoveryKeyHash(multikeyOf("safe 2"))],
    threshold: 1,
    delayMs: 86_400_000,
  },
  removals: [{ multikey: multikeyOf("university"), reason: 2, since: timeMs - 5 }],
  time: timeMs,
  finaliseFrom: timeMs + 172_800_000,
  final: true,
  registrar: "",
};

export const redactedDocument: DidDocumentRecord = {
  document: undefined,
  redaction: { hash: bytes32("document"), time: timeMs, height: 9, proposal: 3, reason: 1 },
};

/** Those that samples.ts has not. */
export const didOperations: readonly Operation[] = [
  {
    kind: "didSetControllers",
    value: {
      did: university,
      expectedVersion: 3,
      control: sharedControl,
      removals: [{ multikey: multikeyOf("university"), reason: 1, since: 0 }],
    },
  },
  {
    kind: "didSetRecovery",
    value: {
      did: university,
      expectedVersion: 3,
      recovery: pendingRecovery.recovery,
      nextKeyHashes: [nextKeyHash(multikeyOf("next 2")), nextKeyHash(multikeyOf("next 3"))],
    },
  },
  {
    kind: "didSetRecovery",
    value: { did: university, expectedVersion: 4, recovery: undefined, nextKeyHashes: [] },
  },
  {
    kind: "didRecoveryPropose",
    value: {
      did: university,
      expectedSequence: 1,
      control: pendingRecovery.control,
      recovery: pendingRecovery.recovery,
      removals: pendingRecovery.removals,
    },
  },
  {
    kind: "didRecoveryPropose",
    value: {
      did: university,
      expectedSequence: 0,
      control: sharedControl,
      recovery: undefined,
      removals: [],
    },
  },
  {
    kind: "didRecoveryCancel",
    value: {
      did: university,
      expectedSequence: 2,
      nextKeyHashes: [nextKeyHash(multikeyOf("next 4"))],
    },
  },
  { kind: "didRecoveryFinalise", value: { did: university, expectedSequence: 2 } },
];
