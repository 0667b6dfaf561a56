import {
  encodeConsensusMessage,
  encodeSuspectBody,
  type JournalRecord,
  type PreparedCertificate,
  suspectReason,
} from "@cartorio/protocol";
import { expect, it } from "vitest";
import { journalKeeper } from "../src/journal-keeper.ts";

const key = new Uint8Array(32);
const signatures = [0, 1, 2].map((validator) => ({ validator, signature: new Uint8Array(64) }));

function prepared(height: number): JournalRecord {
  const certificate: PreparedCertificate = {
    ...{ epoch: 0, view: 0, height, proposalDigest: key, signatures },
  };
  return { kind: "prepared", certificate };
}
function certificate(height: number): JournalRecord {
  const value = { epoch: 0, height, headerHash: key, signatures };
  return { kind: "message", message: encodeConsensusMessage({ kind: "certificate", value }) };
}
function suspect(view: number): JournalRecord {
  const envelope = new Uint8Array(0);
  const reason = suspectReason.noProgress;
  const body = encodeSuspectBody({
    chainId: key,
    epoch: 0,
    view,
    certifiedHeight: 0,
    reason,
    envelope,
  });
  const value = { body, validator: 0, signature: new Uint8Array(64) };
  return { kind: "message", message: encodeConsensusMessage({ kind: "suspect", value }) };
}

it("keeps every vote above the certified height, and the newest of what has no height", () => {
  const gone = [prepared(7), certificate(5), prepared(8), suspect(1)];
  const kept = [prepared(9), certificate(8), prepared(24), suspect(2)];
  const records = gone.flatMap((record, index) => [record, ...kept.slice(index, index + 1)]);
  expect(records.filter(journalKeeper(records, 8))).toEqual(kept);
});
