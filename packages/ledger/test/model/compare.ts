// What the state holds at the end of a history is what the model holds.
import {
  accreditationRecord,
  accreditationsHeadRecord,
  credentialAnchorRecord,
  credentialCosignRecord,
  credentialLogHeadRecord,
  credentialLogRecord,
  credentialStatusRecord,
  decodeValidatorSet,
  didDocumentRecord,
  didHeadRecord,
  exchangeHeadRecord,
  exchangeReceiptsRecord,
  givenRecord,
  governanceHeadRecord,
  governanceProposalRecord,
  issuerProfileRecord,
  keyRemovalRecord,
  memberRecord,
  membersHeadRecord,
  merkleRoot,
  parametersRecord,
  policyHeadRecord,
  policyRecord,
  reentryRecord,
  rootsHeadRecord,
  schemaBodyRecord,
  schemaRecord,
  stateKeys,
  statusListRecord,
  statusListsHeadRecord,
  statusListVersionRecord,
} from "@cartorio/protocol";
import { readRecords } from "../../src/index.ts";
import { hashes } from "./draw-credential.ts";
import { type Game, members, names } from "./game.ts";
import { real, realOf } from "./named.ts";
import { needSame } from "./same.ts";

type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };
type Read = <T>(key: Uint8Array, decode: (bytes: Uint8Array) => Decoded<T>) => T | undefined;

function reader({ world }: Game): Read {
  const at = { stateRootHeight: world.ledger.head.height };
  return (key, decode) => {
    const [bytes] = readRecords(world.ledger, [key], at);
    if (bytes === undefined) return undefined;
    const decoded = decode(bytes);
    if (!decoded.ok) throw new Error("a record does not decode");
    return decoded.value;
  };
}

/** Each record as the state holds it, beside what the model says. */
interface Comparing extends Game {
  readonly read: Read;
  same(actual: unknown, wanted: unknown, what: string): void;
}

function compareDid({ read, model, dictionary, same }: Comparing, name: string): void {
  const did = dictionary.dids.get(name) ?? name;
  const known = model.state.dids[name];
  const head = read(stateKeys.didHead(did), didHeadRecord.decode);
  if (known === undefined || head === undefined) {
    same(head !== undefined, known !== undefined, name);
    return;
  }
  const { version, active, document, left, pending, recoveries, vetoed, ...others } = known;
  const wanted = {
    ...others,
    latestVersion: version,
    status: active ? 1 : 2,
    pendingRecovery: pending,
    recoverySequence: recoveries,
    recoveryVetoed: vetoed,
  };
  same(head, realOf(dictionary, wanted), `head of ${name}`);
  const body = read(stateKeys.didDocument(did, version), didDocumentRecord.decode);
  const dropped = model.state.dropped[`${name} ${version}`];
  const { hash: _hash, ...redaction } = body?.redaction ?? { hash: undefined };
  same(redaction, dropped ?? {}, `redaction of ${name}`);
  const wantedBody = dropped === undefined ? realOf(dictionary, document) : undefined;
  same(body?.document, wantedBody, `document of ${name}`);
  same(
    read(stateKeys.didVersion(did, version + 1), didHeadRecord.decode),
    undefined,
    "the next version",
  );
  for (const [key, report] of Object.entries(left)) {
    const bytes = real<Uint8Array>(dictionary, key);
    const record = read(stateKeys.keyRemoval(did, bytes), keyRemovalRecord.decode);
    const { reason, since } = record ?? {};
    same({ reason, since }, report, `removal of ${key} of ${name}`);
  }
}

function compareCredentials({ read, model, dictionary, same }: Comparing, name: string): void {
  const did = dictionary.dids.get(name) ?? name;
  for (const hash of hashes) {
    const bytes = real<Uint8Array>(dictionary, hash);
    const anchor = model.state.anchors[`${name} ${hash}`];
    const record = read(stateKeys.credentialAnchor(did, bytes), credentialAnchorRecord.decode);
    same(record, realOf(dictionary, anchor), `anchor ${hash} of ${name}`);
    const status = model.state.statuses[`${name} ${hash}`];
    const kept = read(stateKeys.credentialStatus(did, bytes), credentialStatusRecord.decode);
    same(kept, realOf(dictionary, status), `status ${hash} of ${name}`);
  }
}

function compareParties({ read, model, dictionary, same }: Comparing): void {
  for (const [at, record] of Object.entries(model.state.cosigned)) {
    const [issuer, hash, cosigner] = at.split(" ").map((name) => realOf(dictionary, name));
    const place = stateKeys.credentialCosign(
      issuer as string,
      hash as Uint8Array,
      cosigner as string,
    );
    same(read(place, credentialCosignRecord.decode), realOf(dictionary, record), at);
  }
  for (const [at, entries] of Object.entries(model.state.logs)) {
    const [issuer, hash] = at.split(" ").map((name) => realOf(dictionary, name));
    const place = [issuer as string, hash as Uint8Array] as const;
    const head = read(stateKeys.credentialLogHead(...place), credentialLogHeadRecord.decode);
    same(head?.count, entries.length, `log of ${at}`);
    for (const [index, entry] of entries.entries()) {
      const record = read(stateKeys.credentialLog(...place, index + 1), credentialLogRecord.decode);
      same(record, realOf(dictionary, entry), `entry ${index + 1} of ${at}`);
    }
  }
  for (const [issuer, profile] of Object.entries(model.state.profiles)) {
    const did = dictionary.dids.get(issuer) ?? issuer;
    const record = read(stateKeys.issuerProfile(did), issuerProfileRecord.decode);
    same(record, realOf(dictionary, profile), `profile of ${issuer}`);
  }
}

function compareValidators({ read, model, dictionary, same }: Comparing): void {
  for (const set of model.state.sets) {
    const kept = read(stateKeys.validatorSet(set.epoch), decodeValidatorSet);
    same(kept, realOf(dictionary, set), `set ${set.epoch}`);
  }
  const next = stateKeys.validatorSet(model.state.sets.length);
  same(read(next, decodeValidatorSet), undefined, "the next set");
  for (const [name, time] of Object.entries(model.state.reentries)) {
    const bytes = real<Uint8Array>(dictionary, name);
    same(read(stateKeys.validatorReentry(bytes), reentryRecord.decode)?.time, time, name);
  }
}

function compareGovernance({ read, model, dictionary, same }: Comparing): void {
  const { members: all, membersVersion, proposals, parameters, policies } = model.state;
  const head = read(stateKeys.membersHead(), membersHeadRecord.decode);
  const totalWeight = all.reduce((sum, { weight }) => sum + weight, 0);
  const wanted = { count: all.length, totalWeight, version: membersVersion };
  same({ ...head, dominant: undefined }, wanted, "head of the members");
  for (const [index, member] of all.entries()) {
    const record = read(stateKeys.member(index), memberRecord.decode);
    same(record, realOf(dictionary, member), `member ${index}`);
  }
  const count = read(stateKeys.governanceHead(), governanceHeadRecord.decode)?.count ?? 0;
  same(count, proposals.length, "proposals");
  for (const [index, proposal] of proposals.entries()) {
    const record = read(stateKeys.proposal(index + 1), governanceProposalRecord.decode);
    same(record, realOf(dictionary, proposal), `proposal ${index + 1}`);
  }
  for (const { version, ...rest } of parameters) {
    const record = read(stateKeys.parametersVersion(version), parametersRecord.decode);
    same(record, { version, ...rest }, `parameters ${version}`);
  }
  for (const [operation, { version, ...policy }] of Object.entries(policies)) {
    const place = Number(operation);
    same(read(stateKeys.policyHead(place), policyHeadRecord.decode)?.version, version, "policy");
    same(
      read(stateKeys.policy(place, version), policyRecord.decode),
      policy,
      `policy ${operation}`,
    );
  }
}

function compareAccreditations({ read, model, dictionary, same }: Comparing): void {
  const didOf = (name: string) => dictionary.dids.get(name) ?? name;
  for (const [subject, records] of Object.entries(model.state.accreditations)) {
    const head = read(
      stateKeys.accreditationsHead(didOf(subject)),
      accreditationsHeadRecord.decode,
    );
    same(head?.count, records.length, `accreditations of ${subject}`);
    for (const [index, record] of records.entries()) {
      const kept = read(
        stateKeys.accreditation(didOf(subject), index + 1),
        accreditationRecord.decode,
      );
      same(kept, realOf(dictionary, record), `accreditation ${index + 1} of ${subject}`);
    }
  }
  for (const [accreditor, places] of Object.entries(model.state.given)) {
    for (const [index, place] of places.entries()) {
      const kept = read(stateKeys.given(didOf(accreditor), index + 1), givenRecord.decode);
      same(kept, realOf(dictionary, place), `given ${index + 1} of ${accreditor}`);
    }
  }
  for (const [domain, { places, version }] of Object.entries(model.state.roots)) {
    const head = read(stateKeys.rootsHead(domain), rootsHeadRecord.decode);
    same([head?.count, head?.version], [places.length, version], `roots of ${domain}`);
  }
}

function compareSchemas({ read, model, dictionary, same }: Comparing): void {
  for (const [name, schema] of Object.entries(model.state.schemas)) {
    const digest = real<Uint8Array>(dictionary, name);
    const kept = read(stateKeys.schema(digest), schemaRecord.decode);
    same(kept, realOf(dictionary, schema), name);
    const body = read(stateKeys.schemaBody(digest), schemaBodyRecord.decode);
    const { hash: _hash, ...redaction } = body?.redaction ?? { hash: undefined };
    same(redaction, model.state.dropped[name] ?? {}, `redaction of ${name}`);
  }
}

/** The Merkle root of RFC 9162 over the chunks that the set bits make. */
function rootOfBits(length: number, set: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(length / 8);
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index % 8));
  return merkleRoot(
    Array.from({ length: bytes.length / 256 }, (_, chunk) =>
      bytes.slice(chunk * 256, chunk * 256 + 256),
    ),
  );
}

function compareLists({ read, model, dictionary, same }: Comparing): void {
  for (const [owner, lists] of Object.entries(model.state.lists)) {
    const did = dictionary.dids.get(owner) ?? owner;
    const head = read(stateKeys.statusListsHead(did), statusListsHeadRecord.decode);
    same(head?.count, lists.length, `lists of ${owner}`);
    for (const [index, { list, versions }] of lists.entries()) {
      const record = read(stateKeys.statusList(did, index + 1), statusListRecord.decode);
      same(record, realOf(dictionary, list), `list ${index + 1} of ${owner}`);
      for (const { sequence, time, height, set } of versions) {
        const place = stateKeys.statusListVersion(did, index + 1, sequence);
        const wanted = { time, height, root: rootOfBits(list.length, set) };
        same(read(place, statusListVersionRecord.decode), wanted, `list of ${owner}: ${sequence}`);
      }
    }
  }
  for (const [party, batches] of Object.entries(model.state.exchanged)) {
    const did = dictionary.dids.get(party) ?? party;
    same(
      read(stateKeys.exchangeHead(did), exchangeHeadRecord.decode)?.count,
      batches.length,
      party,
    );
    for (const [index, batch] of batches.entries()) {
      const place = stateKeys.exchangeReceipts(did, index + 1);
      same(
        read(place, exchangeReceiptsRecord.decode),
        realOf(dictionary, batch),
        `batch of ${party}`,
      );
    }
  }
}

/** Throws where the state and the model differ; `label` names the history. */
export function compareRegistries(game: Game, label: string): void {
  const same: Comparing["same"] = (actual, wanted, what) => {
    needSame(actual, wanted, () => `${label}: ${what}`);
  };
  const comparing: Comparing = { ...game, read: reader(game), same };
  for (const name of [...names, ...members]) {
    compareDid(comparing, name);
    compareCredentials(comparing, name);
  }
  compareParties(comparing);
  compareValidators(comparing);
  compareGovernance(comparing);
  compareAccreditations(comparing);
  compareSchemas(comparing);
  compareLists(comparing);
}
