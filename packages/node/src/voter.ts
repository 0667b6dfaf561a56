import type { VoteSigner } from "./vote-signer.ts";
import type { VotingRecord } from "./voting-record.ts";

/** What a node signs with. */
export interface Voter {
  readonly signer: VoteSigner;
  /** Journal and guard; another one once the votes were forgotten. */
  record: VotingRecord;
}
