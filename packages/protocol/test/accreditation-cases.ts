// Operations and records of docs/ledger.md 5 with samples.

import * as protocol from "../src/index.ts";
import { type CodecCase, codec } from "./codec-case.ts";
import { bytes32, sponsor, timeMs, university } from "./samples.ts";

export const scopeSample: protocol.Scope = {
  allSchemas: false,
  schemas: [bytes32("schema")],
  allTypes: false,
  types: [
    { contextHash: bytes32("context"), type: "UniversityDegree", vct: "" },
    { contextHash: new Uint8Array(0), type: "", vct: "https://university.example/degree" },
  ],
  allJurisdictions: true,
  jurisdictions: [],
};

export const rootSample: protocol.AccreditationRecord = {
  accreditor: "",
  parent: 0,
  domain: "education",
  actions: protocol.allActions,
  scope: {
    allSchemas: true,
    schemas: [],
    allTypes: true,
    types: [],
    allJurisdictions: false,
    jurisdictions: ["MO", "PT-11"],
  },
  depth: 2,
  validFrom: timeMs,
  validUntil: 0,
  offeredTime: timeMs,
  acceptedTime: timeMs,
  sequence: 0,
  suspensions: [],
  ended: 0,
  endedTime: 0,
  untrustedSince: 0,
  endedBy: "",
  reason: 0,
};

export const accreditationSample: protocol.AccreditationRecord = {
  ...rootSample,
  accreditor: sponsor,
  parent: 2,
  domain: "",
  actions: 5,
  scope: scopeSample,
  depth: 0,
  validUntil: timeMs + 1000,
  acceptedTime: timeMs + 1,
  sequence: 4,
  suspensions: [
    { from: timeMs + 2, to: timeMs + 3, by: sponsor, reason: 1 },
    { from: timeMs + 4, to: 0, by: university, reason: 0 },
  ],
  ended: 2,
  endedTime: timeMs + 5,
  untrustedSince: timeMs + 1,
  endedBy: university,
  reason: 3,
};

const change = { subject: university, index: 2, expectedSequence: 3 };

export const accreditationOperations: readonly protocol.Operation[] = [
  {
    kind: "accreditationOffer",
    value: {
      ...{ accreditor: sponsor, accreditation: 2, subject: university, expectedGiven: 7 },
      ...{ actions: 3, scope: scopeSample, depth: 1, validFrom: timeMs, validUntil: timeMs + 1 },
    },
  },
  { kind: "accreditationAccept", value: change },
  { kind: "accreditationSuspend", value: { by: sponsor, ...change, reason: 1 } },
  { kind: "accreditationResume", value: { by: sponsor, ...change } },
  {
    kind: "accreditationEnd",
    value: { by: sponsor, ...change, ended: 2, untrustedSince: timeMs - 1, reason: 3 },
  },
];

export const accreditationCases: readonly CodecCase[] = [
  codec({
    name: "AccreditationRecord",
    values: [rootSample, accreditationSample],
    encode: protocol.accreditationRecord.encode,
    decode: protocol.accreditationRecord.decode,
  }),
  codec({
    name: "AccreditationsHeadRecord",
    values: [{ count: 3 }],
    encode: protocol.accreditationsHeadRecord.encode,
    decode: protocol.accreditationsHeadRecord.decode,
  }),
  codec({
    name: "GivenHeadRecord",
    values: [{ count: 7 }],
    encode: protocol.givenHeadRecord.encode,
    decode: protocol.givenHeadRecord.decode,
  }),
  codec({
    name: "GivenRecord",
    values: [{ subject: university, index: 3 }],
    encode: protocol.givenRecord.encode,
    decode: protocol.givenRecord.decode,
  }),
  codec({
    name: "RootsHeadRecord",
    values: [{ count: 3, active: 2, version: 4 }],
    encode: protocol.rootsHeadRecord.encode,
    decode: protocol.rootsHeadRecord.decode,
  }),
  codec({
    name: "RootRecord",
    values: [{ subject: university, index: 1 }],
    encode: protocol.rootRecord.encode,
    decode: protocol.rootRecord.decode,
  }),
];
