import { utf8Encode } from "@cartorio/crypto";
import {
  type AccreditationRecord,
  accreditationRecord,
  accreditationsHeadRecord,
  allActions,
  didOf,
  givenHeadRecord,
  givenRecord,
  rootRecord,
  rootsHeadRecord,
  stateKeys,
} from "@cartorio/protocol";
import { genesisTime, type MemoryChain } from "./memory-chain.ts";

/** Root of the domain "education"; it does not exist as a DID. */
export const ministry: string = didOf("example", utf8Encode("ministry"));

const everything = {
  ...{ allSchemas: true, schemas: [], allTypes: true, types: [] },
  ...{ allJurisdictions: true, jurisdictions: [] },
};
export const exampleRoot: AccreditationRecord = {
  ...{ accreditor: "", parent: 0, domain: "education", actions: allActions, scope: everything },
  ...{ depth: 2, validFrom: genesisTime, validUntil: 0 },
  ...{ offeredTime: genesisTime, acceptedTime: genesisTime, sequence: 0, suspensions: [] },
  ...{ ended: 0, endedTime: 0, untrustedSince: 0, endedBy: "", reason: 0 },
};
/** Issue in Macau, from a millisecond after the genesis on. */
export const issuerRecord: AccreditationRecord = {
  ...exampleRoot,
  ...{ accreditor: ministry, parent: 1, domain: "", actions: 1, depth: 0 },
  scope: { ...everything, allJurisdictions: false, jurisdictions: ["MO"] },
  ...{ acceptedTime: genesisTime + 1, sequence: 1 },
};

/** The ministry as root and what it gave to the issuer, as of the block to come. */
export function putAccreditations(chain: MemoryChain, issuer: string): void {
  putRoot(chain);
  putAccreditation(chain, { subject: issuer, index: 1 }, issuerRecord);
  const given = givenRecord.encode({ subject: issuer, index: 1 });
  chain.put(stateKeys.givenHead(ministry), givenHeadRecord.encode({ count: 1 }));
  chain.put(stateKeys.given(ministry, 1), given);
}

function putRoot(chain: MemoryChain): void {
  const place = { subject: ministry, index: 1 };
  putAccreditation(chain, place, exampleRoot);
  const head = rootsHeadRecord.encode({ count: 1, active: 1, version: 1 });
  chain.put(stateKeys.rootsHead("education"), head);
  chain.put(stateKeys.root("education", 1), rootRecord.encode(place));
}

/** The subject then has `index` accreditations. */
export function putAccreditation(
  chain: MemoryChain,
  { subject, index }: { readonly subject: string; readonly index: number },
  record: AccreditationRecord,
): void {
  const head = accreditationsHeadRecord.encode({ count: index });
  chain.put(stateKeys.accreditationsHead(subject), head);
  chain.put(stateKeys.accreditation(subject, index), accreditationRecord.encode(record));
}
