/**
 * Domain tags: what is hashed or signed starts with the ASCII bytes of its tag, so that no two kinds
 * of object share a preimage (docs/ledger.md 1). No tag is a prefix of another one.
 */
export const tags = {
  transaction: "cartorio/transaction/1",
  transactionId: "cartorio/transaction-id/1",
  envelope: "cartorio/envelope/1",
  proposal: "cartorio/proposal/1",
  header: "cartorio/header/1",
  vote: "cartorio/vote/1",
  checkpoint: "cartorio/checkpoint/1",
  suspect: "cartorio/suspect/1",
  viewChange: "cartorio/view-change/1",
  newView: "cartorio/new-view/1",
  validatorSet: "cartorio/validator-set/1",
  ready: "cartorio/ready/1",
  did: "cartorio/did/1",
  genesis: "cartorio/genesis/1",
  genesisDid: "cartorio/genesis-did/1",
  nextKey: "cartorio/next-key/1",
  document: "cartorio/document/1",
  version: "cartorio/version/1",
  credential: "cartorio/credential/1",
  stateKey: "cartorio/state-key/1",
  replay: "cartorio/replay/1",
  journal: "cartorio/journal/1",
  hello: "cartorio/hello/1",
  recovery: "cartorio/recovery/1",
  anchorRecord: "cartorio/anchor-record/1",
  recoveryKey: "cartorio/recovery-key/1",
  governanceProposal: "cartorio/governance-proposal/1",
  logEntry: "cartorio/log-entry/1",
  exchangeReceipt: "cartorio/exchange-receipt/1",
} as const;

/**
 * How every tag begins. Bytes that others choose and that stand first in what a key signs (the
 * authenticator data of a passkey) must not begin so.
 */
export const tagStart = "cartorio/";

export type Tag = (typeof tags)[keyof typeof tags];
