import { receiptCodes } from "./receipt-codes.ts";

const otherCodes = {
  MALFORMED: {
    number: 1000,
    summary: "The bytes have the wrong form: a field is missing, out of range or of wrong length.",
    action: "Build the object with the SDK; the answer names the field.",
  },
  TOO_LARGE: {
    number: 1001,
    summary: "The object is larger than its limit.",
    action: "Split it.",
  },
  NOT_CANONICAL: {
    number: 1002,
    summary: "The bytes are not the one canonical encoding of their content.",
    action: "Encode with the SDK; send the bytes unchanged.",
  },
  UPGRADE_SDK: {
    number: 1003,
    summary: "The object has a newer format than this software knows.",
    action: "Upgrade this software.",
  },
  WRONG_CHAIN: {
    number: 1004,
    summary: "The chain id is not that of this network.",
    action: "Use the chain id of this network's genesis.",
  },
  SIGNATURE_INVALID: {
    number: 1005,
    summary: "A signature does not verify.",
    action: "Sign tag || body with the key that the body names.",
  },
  SIGNATURE_COUNT: {
    number: 1006,
    summary: "The envelope has not exactly one signature per signer.",
    action: "Give one signature per signer, in their order.",
  },
  DUPLICATE_SIGNER: {
    number: 1007,
    summary: "The same key signs twice for the same DID.",
    action: "Name each DID and key once.",
  },
  KEY_INADMISSIBLE: {
    number: 1008,
    summary: "A signer's key is not an admissible Ed25519 or P-256 key.",
    action: "Sign with an Ed25519 or P-256 key.",
  },
  NO_SPONSOR: {
    number: 1009,
    summary: "Nobody pays: the transaction has neither sponsor nor author.",
    action: "Add a signer with role sponsor or author.",
  },
  SPONSOR_SHARE_EXCEEDED: {
    number: 1010,
    summary: "The sponsor's share of the block or of the mempool is used up.",
    action: "Send fewer transactions at once, or wait.",
  },
  MEMPOOL_FULL: {
    number: 1011,
    summary: "The mempool is full.",
    action: "Wait and send the same bytes again.",
  },
  SENDER_LIMIT: {
    number: 1012,
    summary: "The sender has too many transactions waiting.",
    action: "Wait for receipts before sending more.",
  },
  QUEUE_FULL: {
    number: 1013,
    summary: "A queue of the node is full.",
    action: "Wait and try again.",
  },
  FRAME_TOO_LARGE: {
    number: 1014,
    summary: "A frame is larger than its protocol allows.",
    action: "Check that both ends run the same version.",
  },
  PROOF_INVALID: {
    number: 1015,
    summary: "The proof does not lead from the trust anchor to the records.",
    action: "Do not use the answer; ask another gateway.",
  },
  PROOF_STALE: {
    number: 1016,
    summary: "The proof is older than the trust anchor or the policy allows.",
    action: "Ask for a newer proof.",
  },
  NOT_FOUND: {
    number: 1017,
    summary: "There is no such object.",
    action: "Check what was asked for.",
  },
  STATE_PRUNED: {
    number: 1018,
    summary: "The state of that height is no longer kept.",
    action: "Ask for a newer height; the answer names the oldest.",
  },
  INVALID_OPTIONS: {
    number: 1019,
    summary: "The options contradict each other.",
    action: "Read the method's page.",
  },
  RATE_LIMITED: {
    number: 1020,
    summary: "Too many requests of this client.",
    action: "Wait for `retryAfterMs` of the answer; a token has a share of its own.",
  },
  TIMEOUT: {
    number: 1021,
    summary: "The answer did not come in time.",
    action: "Ask again; sending the same bytes again is safe.",
  },
  REDACTED: {
    number: 1022,
    summary: "Governance dropped the body; its hash and the decision stay.",
    action: "Nothing to do; the proof shows which proposal decided it.",
  },
  ACCESS_DENIED: {
    number: 1023,
    summary: "The caller may not do this here.",
    action: "Send `authorization: Bearer TOKEN` with a token of the scope that the method needs.",
  },
  ROOT_NOT_TRUSTED: {
    number: 1024,
    summary: "The accreditation descends from a root that the asker does not trust.",
    action: "Name its root or domain among the trusted ones, if they are.",
  },
  NOT_READY: {
    number: 2000,
    summary: "The node is not ready to serve.",
    action: "Wait; see `cartorio status`.",
  },
  JOURNAL_DAMAGED: {
    number: 2001,
    summary: "The vote journal has a gap or a record that does not match its hash.",
    action:
      "The node stays up and does not vote; it re-enters by itself if it has its member's key (`keys.member`), else by `cartorio reenter`.",
  },
  JOURNAL_ROLLED_BACK: {
    number: 2002,
    summary: "The vote journal is older than its guard or than votes that peers hold.",
    action:
      "The node stays up and does not vote; it re-enters by itself if it has its member's key (`keys.member`), else by `cartorio reenter`.",
  },
  JOURNAL_MISSING: {
    number: 2003,
    summary: "The vote journal of a validator that voted before is missing.",
    action:
      "The node stays up and does not vote; it re-enters by itself if it has its member's key (`keys.member`), else by `cartorio reenter`.",
  },
  JOURNAL_QUORUM_LOST: {
    number: 2004,
    summary: "Fewer than a quorum of validators have an intact journal.",
    action:
      "The members collect the folders of all nodes that are left and run `cartorio recover plan`, `sign` and `install`.",
  },
  DATABASE_CORRUPT: {
    number: 2005,
    summary: "A stored value does not match its checksum or its hash.",
    action:
      "Check the disk. Stop the node, delete `data/state` (never `data/journal`), start it again: peers serve the state anew.",
  },
  DATABASE_LOCKED: {
    number: 2006,
    summary: "Another process has the data directory open.",
    action: "Stop it, or use another directory.",
  },
  DATABASE_FOREIGN: {
    number: 2007,
    summary: "The data directory belongs to another network or node.",
    action: "Point `dataDirectory` to the right place.",
  },
  DATABASE_NEWER: {
    number: 2008,
    summary: "The data directory was written by a newer version.",
    action: "Run that version or a newer one.",
  },
  DATABASE_MISSING: {
    number: 2009,
    summary: "The data directory was initialised before, but its database is gone.",
    action:
      "Put it back, or delete what is left of `data/state` (never `data/journal`) and start again: peers serve the state anew.",
  },
  DISK_FULL: {
    number: 2010,
    summary: "The disk is full.",
    action: "Free space and start again; nothing was lost.",
  },
  GENESIS_MISSING: {
    number: 2011,
    summary: "There is no genesis file.",
    action: "Copy the network's genesis.json into the config directory.",
  },
  GENESIS_INVALID: {
    number: 2012,
    summary: "The genesis file breaks a rule.",
    action: "Take the file from the consortium again; the message names the field.",
  },
  GENESIS_MISMATCH: {
    number: 2013,
    summary: "The genesis is not the one expected.",
    action: "Use the genesis of the network that the data or the anchor belongs to.",
  },
  CONFIG_INVALID: {
    number: 2014,
    summary: "The configuration has a mistake.",
    action: "Correct it; the message says where and what was meant.",
  },
  KEY_MISSING: {
    number: 2015,
    summary: "A key file is missing.",
    action: "Put it back from its back-up; a new key is another identity.",
  },
  KEY_INVALID: {
    number: 2016,
    summary: "A key file is not readable as a key, or open to other users.",
    action: "Check content and mode (0600).",
  },
  PORT_IN_USE: {
    number: 2017,
    summary: "A port is in use.",
    action: "Stop the other process or choose another port.",
  },
  ALREADY_RUNNING: {
    number: 2018,
    summary: "The same node or network runs already.",
    action: "Use it, or stop it first; the message names process and address.",
  },
  CLOCK_SKEW: {
    number: 2019,
    summary: "The clock of a validator is beyond the allowed drift.",
    action: "Synchronise its clock (NTP).",
  },
  DUPLICATE_IDENTITY: {
    number: 2020,
    summary: "Two processes use the same key.",
    action: "Stop one at once; a validator key runs in one place only.",
  },
  REMOVED: {
    number: 2021,
    summary: "The validator is no longer in the set.",
    action: "It goes on as an observer; stop it, or hand in a change that names its key again.",
  },
  STATE_DIVERGED: {
    number: 2023,
    summary: "The own header differs from the certified one.",
    action:
      "Check disk, memory and version of this machine. Then stop the node, run `cartorio reset-state` and start it again.",
  },
  ROOT_SPLIT: {
    number: 2024,
    summary: "Validators signed different headers for one height.",
    action: "Compare versions; the message says who signed what.",
  },
  SAFETY_VIOLATION: {
    number: 2025,
    summary: "Two valid certificates of different content exist for one height.",
    action: "Stop; more than f validators are faulty. Keep the evidence.",
  },
  EXECUTION_FAILED: {
    number: 2026,
    summary: "Executing a block failed with an exception.",
    action:
      "Report block and transaction of `data/execution-failed.json`. The first time the process ends and a restart tries again; after that it stays up for reading.",
  },
  CERTIFICATE_INVALID: {
    number: 2027,
    summary: "A certificate does not verify under the set of its height.",
    action: "The peer that sent it is faulty or of another network.",
  },
  SHUTTING_DOWN: {
    number: 2028,
    summary: "The node is stopping.",
    action: "Ask another node.",
  },
  INTERNAL: {
    number: 2029,
    summary: "The node failed on its own account.",
    action: "See its log.",
  },
  DATABASE_UNAVAILABLE: {
    number: 2030,
    summary: "The operating system refuses to read or write the data directory.",
    action: "Check owner, permissions, mount and disk; the message names the path.",
  },
  NODE_VERSION: {
    number: 2031,
    summary: "This version of Node.js is too old.",
    action: "Install Node.js 24 (24.12 or newer) and start again with it.",
  },
  FILE_EXISTS: {
    number: 2032,
    summary: "A file or folder that would be overwritten exists.",
    action: "Choose another place, or move the old one away yourself.",
  },
  UNREACHABLE: {
    number: 2033,
    summary: "No node answers at the address.",
    action: "Start the node, or correct the address.",
  },
  USAGE: {
    number: 2034,
    summary: "The command line has a mistake.",
    action: "Run the command with --help.",
  },
  ENTRY_PENDING: {
    number: 2035,
    summary: "The validator does not vote yet: too few peers have told it what it signed before.",
    action: "Start the other validators; the status names who answered and how many are needed.",
  },
  RECOVERY_INVALID: {
    number: 2036,
    summary: "A recovery manifest does not fit this network, this node or the members' weight.",
    action:
      "Make it anew with `cartorio recover plan` from the folders of all nodes that are left.",
  },
  UPGRADE_REQUIRED: {
    number: 2037,
    summary: "The members have raised the protocol version above what this software runs.",
    action: "Install the newer software and start again; nothing was lost.",
  },
} as const;

/**
 * The one table of error codes (docs/errors.md is generated from it). A number never changes its
 * meaning and is never reused: receipts with it are hashed into headers. 2022 was given to a code that
 * no version answered with.
 *
 * 0 applied; 1..999 receipts: decided at execution and certified; 1000..1999 input refused before
 * ordering; 2000..2999 states of a node. JSON-RPC answers with the negative number.
 * `summary` says what is wrong, `action` what the reader can do about it.
 */
export const errorCodes: typeof receiptCodes & typeof otherCodes = {
  ...receiptCodes,
  ...otherCodes,
};
