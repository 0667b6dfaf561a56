// The records of DIDs with their samples, a part of the table in codecs.ts.

import * as protocol from "../src/index.ts";
import { type CodecCase, codec } from "./codec-case.ts";
import { pendingRecovery, redactedDocument, sharedControl } from "./did-samples.ts";
import * as samples from "./samples.ts";

const { bytes32, multikeyOf, sponsor, timeMs } = samples;

export const didCases: readonly CodecCase[] = [
  codec({
    name: "DidHead",
    values: [
      {
        latestVersion: 3,
        status: 1,
        control: samples.didCreate.control,
        recovery: samples.didCreate.recovery,
        dependants: 2,
        sponsor,
        pendingRecovery,
        recoverySequence: 2,
        recoveryVetoed: true,
        frozenUntil: timeMs + 5,
      },
      {
        latestVersion: 1,
        status: 1,
        control: samples.minimalCreate.control,
        recovery: undefined,
        dependants: 0,
        sponsor,
        legalEntity: true,
        pendingRecovery: undefined,
        recoverySequence: 0,
        recoveryVetoed: false,
        frozenUntil: 0,
      },
      {
        latestVersion: 1,
        status: 1,
        control: sharedControl,
        recovery: undefined,
        dependants: 0,
        sponsor,
        pendingRecovery: { ...pendingRecovery, recovery: undefined, registrar: sponsor },
        recoverySequence: 1,
        recoveryVetoed: false,
        frozenUntil: 0,
      },
    ],
    encode: protocol.didHeadRecord.encode,
    decode: protocol.didHeadRecord.decode,
  }),
  codec({
    name: "DidVersion",
    values: [
      {
        number: 2,
        time: timeMs,
        height: 7,
        documentHash: bytes32("document"),
        previousHash: bytes32("version 1"),
        removals: [{ multikey: multikeyOf("old"), reason: 1, since: 0 }],
        status: 1,
        control: samples.didCreate.control,
      },
      {
        number: 1,
        time: timeMs,
        height: 7,
        documentHash: bytes32("document"),
        previousHash: new Uint8Array(0),
        removals: [],
        status: 1,
        control: sharedControl,
      },
    ],
    encode: protocol.didVersionRecord.encode,
    decode: protocol.didVersionRecord.decode,
  }),
  codec({
    name: "KeyRemovalRecord",
    values: [
      { reason: 1, since: 0, time: timeMs, height: 7, version: 2 },
      { reason: 2, since: timeMs - 1, time: timeMs, height: 7, version: 3 },
    ],
    encode: protocol.keyRemovalRecord.encode,
    decode: protocol.keyRemovalRecord.decode,
  }),
  codec({
    name: "DidDocumentRecord",
    values: [{ document: samples.document }, redactedDocument],
    encode: protocol.didDocumentRecord.encode,
    decode: protocol.didDocumentRecord.decode,
  }),
];
