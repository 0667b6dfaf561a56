// docs/ledger.md 8: what a member writes in its own name. Who decides: governance-votes.test.ts.
import {
  type ErrorCode,
  type GovernancePropose,
  governanceProposalHash,
  type Operation,
  type Signer,
} from "@cartorio/protocol";
import { memberAction, proposalOf, proposing } from "../governance.ts";
import { membersSign, validatorKeyOf } from "../validators.ts";
import { cosigner, did, key, op, runOne, signer, sponsored } from "../world.ts";
import { emptyDocumentOf, type Scene } from "./scene.ts";
import {
  type Caller,
  type Codes,
  cellsOf,
  codesOf,
  type Make,
  type OperationTable,
  type Row,
  row,
} from "./table.ts";

/** The operation in the name of a DID; may run transactions first. */
type About = (scene: Scene, owner: string) => Operation;
type SignersOf = (scene: Scene) => readonly Signer[];

const betaOwn = signer(did("beta"), key("beta/invoke"));
const action = memberAction({ did: did("beta"), name: "Beta", weight: 1 });

const by =
  (about: About, owner: string, signers: SignersOf | readonly Signer[]): Make =>
  (scene) => {
    const operation = about(scene, owner);
    return { operation, signers: typeof signers === "function" ? signers(scene) : signers };
  };

function deactivateBeta({ world }: Scene): void {
  runOne(world, {
    signers: [signer(did("beta"), key("beta"))],
    operations: [op.deactivate(did("beta"), 1)],
  });
}

/** Callers of an operation of member beta, or in the name of others. */
function makesOf(about: About): Partial<Record<Caller, Make>> {
  const beta = did("beta");
  return {
    rightful: by(about, beta, [betaOwn]),
    controlKeys: by(about, beta, [{ ...betaOwn, multikey: key("beta") }]),
    oldKey: by(about, beta, ({ world }) => {
      emptyDocumentOf(world, "beta");
      return [betaOwn, sponsored];
    }),
    sponsorAlone: by(about, did("alpha"), [sponsored]),
    otherIssuer: by(about, beta, ({ hospital }) => [
      signer(hospital.did, hospital.keys.invocation),
      sponsored,
    ]),
    registeredRevoker: by(about, did("revoker"), ({ revoker }) => [
      signer(revoker.did, revoker.keys.invocation),
      sponsored,
    ]),
    governor: by(about, did("gamma"), membersSign("gamma")),
    deactivatedDid: by(about, beta, (scene) => {
      deactivateBeta(scene);
      return [betaOwn, sponsored];
    }),
  };
}

const memberCodes: Codes = {
  ...codesOf.invocation,
  revealedNextKey: "MEMBER_NOT_FOUND",
  belowThreshold: "MEMBER_NOT_FOUND",
  registeredRevoker: "MEMBER_NOT_FOUND",
  revokedIssuer: "MEMBER_NOT_FOUND",
  suspendedChild: "MEMBER_NOT_FOUND",
  governor: "APPLIED",
};

function memberRows(about: About, cosigned: ErrorCode, stranger: ErrorCode): Row[] {
  const beta = did("beta");
  return [
    row("the right key, sponsored", "APPLIED", by(about, beta, [betaOwn, sponsored])),
    row(
      "the right key as co-signer of another member",
      cosigned,
      by(about, beta, membersSign("gamma", "beta")),
    ),
    row(
      "an assertionMethod key of the member",
      "UNAUTHORISED",
      by(about, beta, [{ ...betaOwn, multikey: key("beta/assert") }]),
    ),
    row(
      "another member's key, named for the member",
      "UNAUTHORISED",
      by(about, beta, [{ ...betaOwn, multikey: key("gamma/invoke") }, sponsored]),
    ),
    row(
      "another member with its own key, in the member's name",
      "UNAUTHORISED",
      by(about, beta, membersSign("gamma")),
    ),
    row(
      "all other members together",
      "UNAUTHORISED",
      by(about, beta, membersSign("alpha", "gamma", "delta")),
    ),
    row("a DID that is no member, sponsored", stranger, (scene) => ({
      operation: about(scene, scene.university.did),
      signers: [
        signer(scene.university.did, scene.university.keys.invocation),
        { ...betaOwn, role: cosigner },
        sponsored,
      ],
    })),
  ];
}

function memberTable(kind: Operation["kind"], about: About, codes = memberCodes): OperationTable {
  const subject = {
    kind,
    right: "invocation" as const,
    about: (scene: Scene, party: { readonly did: string }) => about(scene, party.did),
  };
  return {
    kind,
    right: "a capabilityInvocation key of the member, as author or co-signer",
    cells: cellsOf(subject, codes, makesOf(about)),
    rows: memberRows(about, "APPLIED", "MEMBER_NOT_FOUND"),
  };
}

/** A proposal that the member makes, before the operation or with it. */
function proposed({ world }: Scene, proposer: string, name: string): GovernancePropose {
  const value = proposalOf(world, action, { proposer });
  runOne(world, { signers: membersSign(name), operations: [proposing(value)] });
  return value;
}

const proposal = memberTable("governancePropose", ({ world }, proposer) =>
  proposing(proposalOf(world, action, { proposer })),
);

const vote = memberTable("governanceVote", (scene, voter) => {
  const value = proposed(scene, did("delta"), "delta");
  const hash = governanceProposalHash(value);
  return { kind: "governanceVote", value: { voter, proposal: hash, approve: true } };
});

const withdrawBeta: About = (scene, proposer) => {
  const value = proposed(scene, did("beta"), "beta");
  const hash = governanceProposalHash(value);
  return { kind: "governanceWithdraw", value: { proposer, proposal: hash } };
};
const withdrawal = memberTable("governanceWithdraw", withdrawBeta, {
  ...memberCodes,
  // It would be another's proposal.
  governor: "UNAUTHORISED",
});
const announce: Operation = {
  kind: "upgradeAnnounce",
  value: { validatorKey: validatorKeyOf("beta"), protocolVersion: 2 },
};
const announceFor: About = () => announce;
const announcing: OperationTable = {
  kind: "upgradeAnnounce",
  right: "a capabilityInvocation key of the validator's member",
  cells: cellsOf(
    { kind: "upgradeAnnounce", right: "invocation", about: () => announce },
    {
      ...codesOf.invocation,
      ...{ revokedIssuer: "UNAUTHORISED", suspendedChild: "UNAUTHORISED" },
      frozenDid: "UNAUTHORISED",
    },
    makesOf(announceFor),
  ),
  rows: memberRows(announceFor, "UNAUTHORISED", "UNAUTHORISED"),
};

export const governanceTables: readonly OperationTable[] = [proposal, vote, withdrawal, announcing];
