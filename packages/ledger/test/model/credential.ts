// docs/ledger.md 6, as the model sees it.
import type { CredentialOperation } from "@cartorio/protocol";
import { bit, need, needKey, type Rules, writer } from "./state.ts";

export const credentialRules: Rules<CredentialOperation["kind"]> = {
  credentialAnchor(value, doing) {
    const { before } = writer(doing, value.issuer);
    const multikey = needKey(doing, value.issuer, bit.assertion);
    const at = `${value.issuer} ${value.hash}`;
    need(doing.state.anchors[at] === undefined, "CREDENTIAL_ALREADY_ANCHORED");
    const { kind, treeSize, cosigners } = value;
    const { time, height } = doing;
    const issuerVersion = before.version;
    doing.state.anchors[at] = { kind, treeSize, time, height, issuerVersion, cosigners, multikey };
  },
  credentialRevoke(value, doing) {
    const { issuer, commitment, expectedSequence, reason } = value;
    needKey(doing, issuer, bit.assertion);
    const at = `${issuer} ${commitment}`;
    const now = doing.state.statuses[at] ?? { status: 1, sequence: 0, intervals: [] };
    need(now.status !== 3, "CREDENTIAL_ALREADY_REVOKED");
    need(expectedSequence === now.sequence, "SEQUENCE_MISMATCH", now.sequence);
    const revoked = { status: 3, from: doing.time, to: 0, reason, by: issuer };
    const sequence = now.sequence + 1;
    doing.state.statuses[at] = { status: 3, sequence, intervals: [...now.intervals, revoked] };
  },
};
