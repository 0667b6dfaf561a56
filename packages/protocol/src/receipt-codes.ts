import { accreditationCodes } from "./accreditation-codes.ts";
import { credentialCodes } from "./credential-codes.ts";
import { didCodes } from "./did-codes.ts";
import { exchangeCodes } from "./exchange-codes.ts";
import { governanceCodes } from "./governance-codes.ts";
import { schemaCodes } from "./schema-codes.ts";
import { statusListCodes } from "./status-list-codes.ts";

const generalCodes = {
  APPLIED: {
    number: 0,
    summary: "The transaction was executed.",
    action: "Nothing to do.",
  },
  EXPIRED: {
    number: 1,
    summary: "The block time is past validUntil.",
    action: "Build and sign a new transaction.",
  },
  VALID_UNTIL_TOO_FAR: {
    number: 2,
    summary: "validUntil is too far ahead for these operations.",
    action: "Use at most 10 minutes, or at most 7 days if every operation is guarded.",
  },
  DUPLICATE_TRANSACTION: {
    number: 3,
    summary: "A transaction with this id was executed before.",
    action: "Read the first receipt; it stands.",
  },
  SPONSOR_NOT_MEMBER: {
    number: 4,
    summary: "The payer is not a member of the consortium.",
    action: "Let a member sign as sponsor.",
  },
  LONG_LIVED_CAP: {
    number: 5,
    summary: "The sponsor has used up its long-lived transactions of the day.",
    action: "Use a validUntil of at most 10 minutes, or wait for the next day (UTC).",
  },
  UNAUTHORISED: {
    number: 6,
    summary: "No signer has the right that an operation needs.",
    action: "Sign with a key that currently holds the right.",
  },
  THRESHOLD_NOT_MET: {
    number: 7,
    summary: "Too few control keys signed.",
    action: "Collect signatures of as many control keys as the threshold says.",
  },
  DID_NOT_FOUND: {
    number: 8,
    summary: "The DID does not exist.",
    action: "Check the spelling; create it first.",
  },
  DID_EXISTS: {
    number: 9,
    summary: "The DID exists already.",
    action: "Use another nonce, or update the DID.",
  },
  DID_DEACTIVATED: {
    number: 10,
    summary: "The DID is deactivated for ever.",
    action: "Use another DID.",
  },
  DID_MALFORMED: {
    number: 11,
    summary: "The text is not a DID of this method.",
    action: "Write did:cartorio:<network>:<id> in its one spelling.",
  },
  DID_WRONG_NETWORK: {
    number: 12,
    summary: "The DID belongs to another network.",
    action: "Ask that network.",
  },
  VERSION_MISMATCH: {
    number: 13,
    summary: "expectedVersion is not the current version of the DID.",
    action: "Read the DID again and decide anew; the receipt names the current version.",
  },
  SEQUENCE_MISMATCH: {
    number: 14,
    summary: "expectedSequence is not what the state holds.",
    action: "Read the record again and decide anew; the receipt names the current sequence.",
  },
  CONTROL_INVALID: {
    number: 15,
    summary: "The control state breaks a rule: keys, threshold, next key hashes or controllers.",
    action: "Follow docs/ledger.md 2: distinct admissible keys, threshold 1 to their number.",
  },
  DOCUMENT_INVALID: {
    number: 16,
    summary: "The DID document breaks a rule.",
    action: "Follow docs/ledger.md 2: methods, relationships, services.",
  },
  DOCUMENT_TOO_LARGE: {
    number: 17,
    summary: "The DID document is larger than 16 KiB.",
    action: "Remove methods, services or names.",
  },
  KEY_REMOVAL_INVALID: {
    number: 18,
    summary: "The list of removed keys does not match what the operation removes.",
    action: "Name each removed key once, as retired, or compromised since a time that has come.",
  },
  PRE_ROTATION_REQUIRED: {
    number: 19,
    summary: "With pre-rotation on, the operation needs keys revealed against the next key hashes.",
    action: "Sign with the pre-committed keys.",
  },
  PRE_ROTATION_MISMATCH: {
    number: 20,
    summary: "A revealed key is not among the next key hashes, or fresh hashes are missing.",
    action: "Use exactly the committed keys, each once, and commit to new ones.",
  },
  DEPENDANTS_NOT_ACKNOWLEDGED: {
    number: 21,
    summary: "Other DIDs depend on this one and acknowledge does not name their number.",
    action: "Read the DID and set acknowledge to its number of dependants.",
  },
  CREDENTIAL_ALREADY_ANCHORED: {
    number: 22,
    summary: "The issuer anchored this commitment before.",
    action: "Nothing to do; the first anchor stands.",
  },
  CREDENTIAL_ALREADY_REVOKED: {
    number: 23,
    summary: "The credential is revoked for ever.",
    action: "Issue a new credential.",
  },
  ANCHOR_INVALID: {
    number: 24,
    summary: "The anchor breaks a rule: kind, tree size or co-signers.",
    action: "Follow docs/ledger.md 6.",
  },
  REASON_INVALID: {
    number: 25,
    summary: "The reason code is unknown.",
    action: "Use a code of docs/ledger.md 6.",
  },
  NOT_SUPPORTED: {
    number: 26,
    summary: "This version of the network does not know the operation or option.",
    action: "Wait for the upgrade, or leave the option out.",
  },
  KEY_REMOVED: {
    number: 27,
    summary: "A key that left the DID before, from its document or its control, is added again.",
    action: "Use a new key: a key that was retired or reported compromised never comes back.",
  },
  SET_CHANGE_PENDING: {
    number: 28,
    summary: "Another change of the validator set is pending.",
    action: "Wait for its activation, then build the operation anew for the new epoch.",
  },
  EPOCH_MISMATCH: {
    number: 29,
    summary: "expectedEpoch is not the epoch of the newest validator set.",
    action: "Read the set again and decide anew; the receipt names its epoch.",
  },
  SET_CHANGE_INVALID: {
    number: 30,
    summary: "The change of the validator set is empty, or removes a validator twice.",
    action: "Remove or add at least one validator, each once.",
  },
  SET_CHANGE_TOO_LARGE: {
    number: 31,
    summary: "More validators would change in one epoch than may be faulty.",
    action: "Spread the change over several epochs: at most f of n in each.",
  },
  SET_SIZE_INVALID: {
    number: 32,
    summary: "The set would have fewer than 4 or more than 31 validators.",
    action: "Add validators with the ones that go, or remove some first.",
  },
  VALIDATOR_NOT_FOUND: {
    number: 33,
    summary: "The validator key is not in the set.",
    action: "Name a validator key of the newest set.",
  },
  VALIDATOR_KEY_TAKEN: {
    number: 34,
    summary: "A key of a candidate stands twice, or belongs to a validator of the set.",
    action:
      "Give every validator keys of its own; only the node key may stay when a key is rotated.",
  },
  CANDIDATE_NOT_MEMBER: {
    number: 35,
    summary: "The member of a candidate is not a member of the consortium.",
    action: "Name a member that is active.",
  },
  READY_HEIGHT_INVALID: {
    number: 36,
    summary: "The ready statement names a height that is too old or not reached yet.",
    action: "Let the candidate catch up and sign a statement with a recent certified height.",
  },
  READY_SIGNATURE_INVALID: {
    number: 37,
    summary: "A candidate does not show that it has its two keys.",
    action: "Sign the ready statement of this very candidate with its validator and its node key.",
  },
  WEIGHT_NOT_MET: {
    number: 38,
    summary: "The members that signed do not hold more than two thirds of the weight.",
    action: "Collect signatures of more members, each with a capabilityInvocation key.",
  },
  REENTRY_TOO_SOON: {
    number: 39,
    summary: "The validator re-entered less than a minute ago.",
    action: "Wait until a minute of block time has passed since its last re-entry.",
  },
  INCARNATION_NOT_FRESH: {
    number: 40,
    summary: "The validator's incarnation is this one already.",
    action:
      "Nothing to do if its journal is this one; else name the incarnation of the new journal.",
  },
} as const;

/** The part of the table of error codes that receipts carry: decided at execution and certified. */
export const receiptCodes: typeof generalCodes &
  typeof didCodes &
  typeof accreditationCodes &
  typeof credentialCodes &
  typeof schemaCodes &
  typeof statusListCodes &
  typeof exchangeCodes &
  typeof governanceCodes = {
  ...generalCodes,
  ...didCodes,
  ...accreditationCodes,
  ...credentialCodes,
  ...schemaCodes,
  ...statusListCodes,
  ...exchangeCodes,
  ...governanceCodes,
};
