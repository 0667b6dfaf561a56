import {
  decodeConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  type JournalRecord,
} from "@cartorio/protocol";

/**
 * When a journal record may go (docs/consensus.md 9). Exactly one field is set:
 * - `height`: once the certificate of this height or a higher one is a record of this journal, so that
 *   the votes that are left still follow from its S when the state was lost or repaired;
 * - `newest`: once a later record of the same kind and a higher (epoch, view) is durable. The newest
 *   ViewChange, NewView, Suspect and certificate therefore survive every pruning. (Of a guard, `view` is
 *   the counter, of a certificate its height; both grow through the epochs.)
 */
export interface JournalRetention {
  readonly height?: number;
  readonly newest?: {
    readonly kind: "viewChange" | "newView" | "suspect" | "guard" | "certificate" | "vote";
    readonly epoch: number;
    readonly view: number;
  };
}

/** Pure. Throws INV-JOURNAL-RECORD for a record that no replica writes. */
export function journalRetention(record: JournalRecord): JournalRetention {
  switch (record.kind) {
    case "prepared":
      return { height: record.certificate.height };
    case "proposal":
      return { height: value(decodeProposal(record.proposal)).height };
    case "message":
      return messageRetention(record.message);
    case "guard":
      return { newest: { kind: "guard", epoch: 0, view: record.guard.counter } };
  }
}

function messageRetention(bytes: Uint8Array): JournalRetention {
  const message = value(decodeConsensusMessage(bytes));
  switch (message.kind) {
    case "checkpoint":
      return { height: message.value.height };
    case "certificate":
      return { newest: { kind: "certificate", epoch: 0, view: message.value.height } };
    case "prePrepare":
      return { height: value(decodeProposal(message.value.proposal)).height };
    // The first of each validator in its epoch: all of the newest epoch stay.
    case "vote":
      return { newest: { kind: "vote", epoch: message.value.epoch, view: 0 } };
    case "viewChange": {
      const { epoch, view } = value(decodeViewChangeBody(message.value.body));
      return { newest: { kind: "viewChange", epoch, view } };
    }
    case "newView": {
      const { epoch, view } = value(decodeNewViewBody(message.value.body));
      return { newest: { kind: "newView", epoch, view } };
    }
    case "suspect": {
      const { epoch, view } = value(decodeSuspectBody(message.value.body));
      return { newest: { kind: "suspect", epoch, view } };
    }
    default:
      throw new Error(`INV-JOURNAL-RECORD: a ${message.kind} is never journaled`);
  }
}

type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

function value<T>(decoded: Result<T>): T {
  if (!decoded.ok) throw new Error("INV-JOURNAL-RECORD: a journal record does not decode");
  return decoded.value;
}
