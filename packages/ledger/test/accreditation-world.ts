// Operations of docs/ledger.md 5 with usual values, and chains to try them on.
import {
  type AccreditationEnd,
  type AccreditationOffer,
  type AccreditationRecord,
  type AccreditationSuspend,
  accreditationEnded,
  accreditationRecord,
  allActions,
  didHeadRecord,
  type ErrorCode,
  type Operation,
  type RootAdd,
  type Scope,
  stateKeys,
} from "@cartorio/protocol";
import { decide } from "./governance.ts";
import { recordNow } from "./record-now.ts";
import { key, runOne, signer, sponsored, type World } from "./world.ts";

export const everything: Scope = {
  ...{ allSchemas: true, schemas: [], allTypes: true, types: [] },
  ...{ allJurisdictions: true, jurisdictions: [] },
};
export const nothing: Scope = {
  ...everything,
  ...{ allSchemas: false, allTypes: false, allJurisdictions: false },
};

const change = { index: 1, expectedSequence: 1 };

export const accreditationOp = {
  offer: (accreditor: string, subject: string, more: Partial<AccreditationOffer> = {}) =>
    ({
      kind: "accreditationOffer",
      value: {
        ...{ accreditor, accreditation: 1, subject, expectedGiven: 0, actions: allActions },
        ...{ scope: everything, depth: 1, validFrom: 0, validUntil: 0, ...more },
      },
    }) satisfies Operation,
  accept: (subject: string, more: Partial<typeof change> = {}) =>
    ({
      kind: "accreditationAccept",
      value: { subject, index: 1, expectedSequence: 0, ...more },
    }) satisfies Operation,
  suspend: (by: string, subject: string, more: Partial<AccreditationSuspend> = {}) =>
    ({
      kind: "accreditationSuspend",
      value: { by, subject, ...change, reason: 0, ...more },
    }) satisfies Operation,
  resume: (by: string, subject: string, more: Partial<typeof change> = {}) =>
    ({
      kind: "accreditationResume",
      value: { by, subject, ...change, expectedSequence: 2, ...more },
    }) satisfies Operation,
  end: (by: string, subject: string, more: Partial<AccreditationEnd> = {}) =>
    ({
      kind: "accreditationEnd",
      value: {
        ...{ by, subject, ...change, ended: accreditationEnded.withdrawn },
        ...{ untrustedSince: 0, reason: 0, ...more },
      },
    }) satisfies Operation,
};

/** The members make the subject a root: the code of the decision. */
export function addRoot(world: World, subject: string, more: Partial<RootAdd> = {}): string {
  const value: RootAdd = {
    ...{ expectedVersion: 0, domain: "education", subject, actions: allActions },
    ...{ scope: everything, depth: 7, validUntil: 0, ...more },
  };
  return decide(world, { kind: "rootAdd", value });
}

/** {@link addRoot}; throws where it is refused. */
export function plantRoot(world: World, subject: string, more: Partial<RootAdd> = {}): void {
  const code = addRoot(world, subject, more);
  if (code !== "accepted") throw new Error(`the root: ${code}`);
}

/** Runs an operation signed by the invocation key that `createOf` gives to the name. */
export function act(
  world: World,
  by: { readonly name: string; readonly did: string },
  operation: Operation,
): ErrorCode | undefined {
  const signers = [signer(by.did, key(`${by.name}/invoke`)), sponsored];
  return runOne(world, { signers, operations: [operation] }).name;
}

/** One DID accredits another, which accepts: throws where the ledger refuses. */
export function accredit(
  world: World,
  from: { readonly name: string; readonly did: string },
  to: { readonly name: string; readonly did: string },
  more: Partial<AccreditationOffer> = {},
): void {
  const offered = act(world, from, accreditationOp.offer(from.did, to.did, more));
  const accepted = act(world, to, accreditationOp.accept(to.did));
  if (offered !== "APPLIED" || accepted !== "APPLIED") {
    throw new Error(`accreditation of ${to.name}: ${offered}, ${accepted}`);
  }
}

export function accreditationNow(world: World, subject: string, index = 1): AccreditationRecord {
  const bytes = recordNow(world, stateKeys.accreditation(subject, index));
  const record = bytes && accreditationRecord.decode(bytes);
  if (!record?.ok) throw new Error("no such accreditation");
  return record.value;
}

export function dependantsNow(world: World, did: string): number {
  const bytes = recordNow(world, stateKeys.didHead(did));
  const head = bytes && didHeadRecord.decode(bytes);
  if (!head?.ok) throw new Error("no such DID");
  return head.value.dependants;
}
