import type { ConsensusStatus, EvidenceEntry } from "../../src/index.ts";

/** Validator 3 votes for something else than the others, and is suspected by nobody yet. */
export function memoryConsensus(certifiedHeight: number): ConsensusStatus {
  const most = new Uint8Array(32).fill(1);
  return {
    ...{ epoch: 0, view: 5, primary: 1, active: true, validators: 4, faulty: 1, quorum: 3 },
    ...{ certifiedHeight, committedHeight: certifiedHeight, executedHeight: certifiedHeight },
    halted: [],
    suspects: [{ validator: 3, reason: 3 }],
    viewChanges: [],
    viewChangesMissing: 0,
    timeoutMs: 4000,
    heights: [
      {
        height: certifiedHeight + 1,
        phase: "proposed",
        proposal: most,
        prepares: [
          { digest: most, validators: [0, 1] },
          { digest: new Uint8Array(32).fill(2), validators: [3] },
        ],
        commits: [],
        statements: [],
        missing: { kind: "prepare", votes: 1, validators: [2, 3] },
      },
      {
        height: certifiedHeight + 2,
        phase: undefined,
        proposal: undefined,
        prepares: [{ digest: most, validators: [0] }],
        commits: [],
        statements: [],
        missing: { kind: "proposal", votes: 0, validators: [] },
      },
    ],
  };
}

const messages: readonly Uint8Array[] = [Uint8Array.of(1, 2), Uint8Array.of(3)];

/** Two offences of validator 3. */
export const memoryEvidence: readonly (EvidenceEntry & {
  readonly messages: readonly Uint8Array[];
})[] = ["twoCommits", "twoPrepares"].map((offence) => ({
  ...{ id: `0-3-${offence}`, epoch: 0, validator: 3, offence, height: 7, time: 1_700_000_000_000 },
  ...{ messageBytes: 3, messages },
}));
