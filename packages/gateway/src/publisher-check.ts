import { equalBytes } from "@cartorio/crypto";
import {
  type Document,
  didDocumentRecord,
  didHeadRecord,
  type RecordLookup,
  relationship,
  stateKeys,
} from "@cartorio/protocol";

/**
 * False once the issuer lets a key of the publisher speak for it: who can sign lists could then sign
 * credentials, so lists of this publisher are not served (docs/ledger.md 7). The records are those of
 * the `did` questions about both. False also where governance dropped one of the documents: whose keys it
 * lists cannot be seen any more.
 */
export function isPublisherApart(lookup: RecordLookup, owner: string, publisher: string): boolean {
  const issuing = documentOf(lookup, owner);
  const publishing = documentOf(lookup, publisher);
  if (issuing === undefined || publishing === undefined) return false;
  const keys = publishing.verificationMethods.map(({ multikey }) => multikey);
  return issuing.verificationMethods.every(
    ({ multikey, relationships }) =>
      (relationships & relationship.assertionMethod) === 0 ||
      !keys.some((key) => equalBytes(key, multikey)),
  );
}

function documentOf(lookup: RecordLookup, did: string): Document | undefined {
  const headRecord = lookup(stateKeys.didHead(did));
  const head = headRecord && didHeadRecord.decode(headRecord);
  if (!head?.ok) return undefined;
  const record = lookup(stateKeys.didDocument(did, head.value.latestVersion));
  const body = record && didDocumentRecord.decode(record);
  return body?.ok ? body.value.document : undefined;
}
