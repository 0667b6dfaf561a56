// The form of the authorisation tables: every operation kind times every kind of caller, and what else
// there is to say about an operation. docs/authorisation.md is made from it.
import type { ErrorCode, Operation, Signer } from "@cartorio/protocol";
import { decide, memberAction } from "../governance.ts";
import { cosigner, did, key, op, runOne, signer, sponsor, sponsored } from "../world.ts";
import { freshDid, type Party, type Right, type Scene } from "./scene.ts";

/** The callers that every operation meets, in the order of docs/authorisation.md. */
export const callers = {
  rightful: "the key that has the right",
  controlKeys: "a threshold of the DID's control keys",
  oldKey: "a key that had the right and was taken out",
  revealedNextKey: "a revealed next key (pre-rotation on)",
  belowThreshold: "controllers below the threshold",
  sponsorAlone: "the sponsor alone",
  otherIssuer: "another issuer with its own key",
  registeredRevoker: "a registered revoker of the DID with its own key",
  revokedIssuer: "the right key of an issuer whose accreditation was ended for cause",
  suspendedChild: "the right key of a child of a suspended accreditor",
  nonMember: "the right key, but no member answers for it",
  governor: "a member with its voting key",
  frozenDid: "the right key of a frozen DID",
  deactivatedDid: "the right key of a deactivated DID",
} as const;
export type Caller = keyof typeof callers;
export const callerKinds = Object.keys(callers) as Caller[];

export interface Attempt {
  readonly signers: readonly Signer[];
  readonly operation: Operation;
}
/** May run transactions in the scene's world first. */
export type Make = (scene: Scene) => Attempt;
export interface Cell {
  readonly code: ErrorCode;
  readonly make: Make;
}
export interface Row extends Cell {
  readonly caller: string;
}
export interface OperationTable {
  readonly kind: Operation["kind"];
  /** What the rightful key is, for the page. */
  readonly right: string;
  readonly cells: Readonly<Record<Caller, Cell>>;
  readonly rows: readonly Row[];
}

/** What an operation needs to be tried by the usual callers. */
export interface Subject {
  readonly kind: Operation["kind"];
  readonly right: Right;
  /** The operation in the name of the party; `by` acts, if the operation can say so and it is another one. */
  readonly about: (scene: Scene, party: Party, by?: Party) => Operation;
}

/** A key of the party for the right, as author. */
export const own = (party: Party, right: Right): Signer => signer(party.did, party.keys[right]);

export function row(caller: string, code: ErrorCode, make: Make): Row {
  return { caller, code, make };
}

interface Sent {
  readonly party: Party;
  readonly by?: Party;
  readonly signers: readonly Signer[];
}
type Usual = (scene: Scene, right: Right) => Sent;

/** The transaction that each caller sends: in whose name, and who signs. */
const usual: Readonly<Record<Caller, Usual>> = {
  rightful: ({ university }, right) => ({
    party: university,
    signers: [own(university, right), sponsored],
  }),
  controlKeys: ({ university }) => ({
    party: university,
    signers: [own(university, "control"), sponsored],
  }),
  oldKey: ({ university }, right) => ({
    party: university,
    signers: [signer(university.did, key(`university/old ${right}`)), sponsored],
  }),
  revealedNextKey: ({ hospital }) => ({
    party: hospital,
    signers: [signer(hospital.did, key("hospital next")), sponsored],
  }),
  belowThreshold: ({ council, controllers: [rector] }) => ({
    party: council,
    signers: [...(rector === undefined ? [] : [own(rector, "control")]), sponsored],
  }),
  sponsorAlone: ({ university }) => ({ party: university, signers: [sponsored] }),
  otherIssuer: ({ university, hospital }, right) => ({
    party: university,
    by: hospital,
    signers: [own(hospital, right), sponsored],
  }),
  registeredRevoker: ({ university, revoker }, right) => ({
    party: university,
    by: revoker,
    signers: [own(revoker, right), sponsored],
  }),
  revokedIssuer: ({ fired }, right) => ({
    party: fired,
    signers: [own(fired, right), sponsored],
  }),
  suspendedChild: ({ branch }, right) => ({
    party: branch,
    signers: [own(branch, right), sponsored],
  }),
  nonMember: ({ university }, right) => ({
    party: university,
    signers: [own(university, right)],
  }),
  governor: ({ university, member }) => ({
    party: university,
    signers: [own(member, "invocation")],
  }),
  frozenDid: ({ frozen }, right) => ({
    party: frozen,
    signers: [own(frozen, right), sponsored],
  }),
  deactivatedDid: ({ closed }, right) => ({
    party: closed,
    signers: [own(closed, right), sponsored],
  }),
};

export type Codes = Readonly<Record<Caller, ErrorCode>>;

/** What the rules say of an operation that only one key of the DID in whose name it acts may sign. */
export const codesOf: Readonly<Record<Right, Codes>> = {
  control: {
    rightful: "APPLIED",
    controlKeys: "APPLIED",
    oldKey: "UNAUTHORISED",
    revealedNextKey: "UNAUTHORISED",
    belowThreshold: "THRESHOLD_NOT_MET",
    sponsorAlone: "UNAUTHORISED",
    otherIssuer: "UNAUTHORISED",
    registeredRevoker: "UNAUTHORISED",
    // What they do to what is theirs: an accreditation says nothing about it.
    revokedIssuer: "APPLIED",
    suspendedChild: "APPLIED",
    nonMember: "SPONSOR_NOT_MEMBER",
    governor: "UNAUTHORISED",
    frozenDid: "DID_FROZEN",
    deactivatedDid: "DID_DEACTIVATED",
  },
  get assertion(): Codes {
    return { ...this.control, controlKeys: "UNAUTHORISED", belowThreshold: "UNAUTHORISED" };
  },
  get invocation(): Codes {
    return this.assertion;
  },
  get recovery(): Codes {
    return this.assertion;
  },
};

/** The cells of an operation: the usual transactions, unless it has one of its own for a caller. */
export function cellsOf(
  subject: Subject,
  codes: Codes,
  special: Partial<Readonly<Record<Caller, Make>>> = {},
): Record<Caller, Cell> {
  const make = (caller: Caller): Make => {
    const other = special[caller];
    if (other !== undefined) return other;
    return (scene) => {
      const { party, by, signers } = usual[caller](scene, subject.right);
      return { signers, operation: subject.about(scene, party, by) };
    };
  };
  const cells = callerKinds.map((caller) => [caller, { code: codes[caller], make: make(caller) }]);
  return Object.fromEntries(cells);
}

const nameOfRight: Readonly<Record<Right, string>> = {
  control: "a threshold of the control keys",
  assertion: "an assertionMethod key",
  invocation: "a capabilityInvocation key",
  recovery: "a threshold of the recovery keys",
};

/** Ways to come close to the right, the same for every operation in the name of one DID. */
export function usualRows({ right, about }: Subject): Row[] {
  const by = (caller: string, code: ErrorCode, signersOf: (scene: Scene) => Signer[]): Row =>
    row(caller, code, (scene) => ({
      signers: signersOf(scene),
      operation: about(scene, scene.university),
    }));
  const otherRights = (["control", "assertion", "invocation", "recovery"] as const)
    .filter((other) => other !== right)
    .map((other) =>
      by(`${nameOfRight[other]} of the DID`, "UNAUTHORISED", ({ university }) => [
        own(university, other),
        sponsored,
      ]),
    );
  return [
    ...otherRights,
    by("an authentication key of the DID", "UNAUTHORISED", ({ university }) => [
      signer(university.did, key("university/login")),
      sponsored,
    ]),
    by("the right key as co-signer", "UNAUTHORISED", ({ university }) => [
      { ...own(university, right), role: cosigner },
      sponsored,
    ]),
    by("another DID's key, named for this DID", "UNAUTHORISED", ({ university, hospital }) => [
      signer(university.did, hospital.keys[right]),
      sponsored,
    ]),
    by("the right key, the sponsor is no member", "SPONSOR_NOT_MEMBER", (scene) => [
      own(scene.university, right),
      { ...own(scene.hospital, "invocation"), role: sponsor },
    ]),
    by("the right key, the sponsor's key is for something else", "UNAUTHORISED", (scene) => [
      own(scene.university, right),
      { ...own(scene.member, "assertion"), role: sponsor },
    ]),
    by("the right key, the sponsor's DID is deactivated", "DID_DEACTIVATED", (scene) => {
      const gone = [signer(did("gamma"), key("gamma"))];
      runOne(scene.world, { signers: gone, operations: [op.deactivate(did("gamma"), 1)] });
      return [own(scene.university, right), signer(did("gamma"), key("gamma/invoke"), sponsor)];
    }),
    by("the right key, another DID took the sponsor's place", "SPONSOR_NOT_MEMBER", (scene) => {
      const place = { did: scene.hospital.did, name: "Hospital", weight: 1 };
      decide(scene.world, memberAction({ ...place, replaces: did("gamma") }));
      return [own(scene.university, right), signer(did("gamma"), key("gamma/invoke"), sponsor)];
    }),
    row("a key of a DID that does not exist", "DID_NOT_FOUND", (scene) => ({
      signers: [signer(freshDid, key("fresh")), sponsored],
      operation: about(scene, { ...scene.university, did: freshDid }),
    })),
    row("a member for itself, without sponsor", "APPLIED", (scene) => ({
      signers: [own(scene.member, right)],
      operation: about(scene, scene.member),
    })),
    row("a stranger's key in a member's name, without sponsor", "UNAUTHORISED", (scene) => ({
      signers: [signer(scene.member.did, key("stranger"))],
      operation: about(scene, scene.member),
    })),
  ];
}
