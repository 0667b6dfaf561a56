// docs/consensus.md 8 and 9: what members sign together, and what a validator's member signs alone.
import { type Operation, relationship, type Signer } from "@cartorio/protocol";
import { candidate, change, membersSign, reenter } from "../validators.ts";
import {
  controller,
  cosigner,
  createOf,
  did,
  key,
  method,
  op,
  runOne,
  signer,
  sponsor,
  sponsored,
} from "../world.ts";
import { emptyDocumentOf, type Scene } from "./scene.ts";
import {
  type Caller,
  type Cell,
  type Codes,
  cellsOf,
  codesOf,
  type Make,
  type OperationTable,
  own,
  row,
} from "./table.ts";

const addEcho = ({ world }: Scene): Operation => change(world, { add: [candidate(world, "echo")] });
const changing =
  (...signers: readonly Signer[]): Make =>
  (scene) => ({ signers, operation: addEcho(scene) });
const [alpha, beta, gamma] = membersSign("alpha", "beta", "gamma") as [Signer, Signer, Signer];
const gammaWith = (name: string): Signer => ({ ...gamma, multikey: key(`gamma${name}`) });
const cosigning = (...signers: readonly Signer[]): Signer[] =>
  signers.map((member) => ({ ...member, role: cosigner }));
const deltaSponsors = signer(did("delta"), key("delta/invoke"), sponsor);

/** A change with members of half the weight, and what a third one adds to it. */
const withGamma =
  (before: (scene: Scene) => void, ...third: readonly Signer[]): Make =>
  (scene) => {
    before(scene);
    return { signers: [alpha, beta, ...third], operation: addEcho(scene) };
  };
const nothing = (): void => {};

/** Callers that are no members, with their own keys. */
type Other = "revoker" | "fired" | "branch" | "frozen" | "hospital";
const changingBy = (name: Other): Make => {
  return (scene) => ({
    signers: [own(scene[name], "invocation"), sponsored],
    operation: addEcho(scene),
  });
};
const reenteringBy = (name: Other): Make => {
  return (scene) => ({
    signers: [own(scene[name], "invocation"), sponsored],
    operation: reenter(scene.world, "beta"),
  });
};

const changeCodes: Codes = {
  rightful: "APPLIED",
  controlKeys: "WEIGHT_NOT_MET",
  oldKey: "WEIGHT_NOT_MET",
  revealedNextKey: "UNAUTHORISED",
  belowThreshold: "WEIGHT_NOT_MET",
  sponsorAlone: "UNAUTHORISED",
  otherIssuer: "UNAUTHORISED",
  registeredRevoker: "UNAUTHORISED",
  revokedIssuer: "UNAUTHORISED",
  suspendedChild: "UNAUTHORISED",
  nonMember: "SPONSOR_NOT_MEMBER",
  governor: "WEIGHT_NOT_MET",
  frozenDid: "UNAUTHORISED",
  deactivatedDid: "WEIGHT_NOT_MET",
};

const changeMakes: Readonly<Record<Caller, Make>> = {
  rightful: changing(alpha, beta, gamma),
  controlKeys: withGamma(nothing, gammaWith("")),
  oldKey: withGamma(({ world }) => emptyDocumentOf(world, "gamma"), gamma),
  revealedNextKey: (scene) => ({
    signers: [signer(scene.hospital.did, key("hospital next")), sponsored],
    operation: addEcho(scene),
  }),
  belowThreshold: changing(alpha, beta),
  sponsorAlone: changing(sponsored),
  otherIssuer: changingBy("hospital"),
  registeredRevoker: changingBy("revoker"),
  revokedIssuer: changingBy("fired"),
  suspendedChild: changingBy("branch"),
  nonMember: (scene) => ({
    signers: [signer(scene.university.did, scene.university.keys.invocation)],
    operation: addEcho(scene),
  }),
  governor: changing(alpha),
  frozenDid: changingBy("frozen"),
  deactivatedDid: withGamma(({ world }) => {
    runOne(world, {
      signers: [signer(did("gamma"), key("gamma"))],
      operations: [op.deactivate(did("gamma"), 1)],
    });
  }, gamma),
};

const cells = (codes: Codes, makes: Readonly<Record<Caller, Make>>): Record<Caller, Cell> =>
  cellsOf({ kind: "validatorChange", right: "invocation", about: addEcho }, codes, makes);

const setChange: OperationTable = {
  kind: "validatorChange",
  right: "capabilityInvocation keys of members of more than two thirds of the weight",
  cells: cells(changeCodes, changeMakes),
  rows: [
    row(
      "members of 3/4 of the weight co-sign, one of them sponsors with another key",
      "UNAUTHORISED",
      changing(
        ...cosigning(alpha, beta, gamma),
        signer(did("alpha"), key("alpha/assert"), sponsor),
      ),
    ),
    row(
      "members of 3/4 of the weight co-sign, a fourth one sponsors",
      "APPLIED",
      changing(...cosigning(alpha, beta, gamma), deltaSponsors),
    ),
    row(
      "members of 2/4 of the weight, a third one only sponsors",
      "WEIGHT_NOT_MET",
      changing(...cosigning(alpha, beta), signer(did("gamma"), key("gamma/invoke"), sponsor)),
    ),
    row(
      "members of 2/4 of the weight, a third one as controller, sponsored",
      "WEIGHT_NOT_MET",
      changing(...cosigning(alpha, beta), { ...gamma, role: controller }, deltaSponsors),
    ),
    row(
      "members of 2/4 of the weight, an assertionMethod key of a third one",
      "WEIGHT_NOT_MET",
      withGamma(nothing, gammaWith("/assert")),
    ),
    row(
      "members of 2/4 of the weight, a stranger's key for a third one",
      "WEIGHT_NOT_MET",
      withGamma(nothing, { ...gamma, multikey: key("stranger") }),
    ),
    row(
      "members of 2/4 of the weight, one of them with two keys",
      "WEIGHT_NOT_MET",
      withGamma(
        ({ world }) => {
          const { document } = createOf("beta");
          const second = method(key("beta/second"), relationship.capabilityInvocation);
          const verificationMethods = [...document.verificationMethods, second];
          const operation = op.update(did("beta"), 1, { ...document, verificationMethods });
          runOne(world, { signers: [signer(did("beta"), key("beta"))], operations: [operation] });
        },
        { ...beta, multikey: key("beta/second") },
      ),
    ),
  ],
};

const reentering =
  (...signers: readonly Signer[]): Make =>
  ({ world }) => ({ signers, operation: reenter(world, "beta") });
const betaOwn = signer(did("beta"), key("beta/invoke"));

const reentry: OperationTable = {
  kind: "validatorReenter",
  right: "a capabilityInvocation key of the validator's member",
  cells: cells(
    {
      ...codesOf.invocation,
      ...{ revokedIssuer: "UNAUTHORISED", suspendedChild: "UNAUTHORISED" },
      ...{ nonMember: "UNAUTHORISED", frozenDid: "UNAUTHORISED" },
    },
    {
      rightful: reentering(betaOwn),
      controlKeys: reentering({ ...betaOwn, multikey: key("beta") }),
      oldKey: ({ world }) => {
        emptyDocumentOf(world, "beta");
        return { signers: [betaOwn, sponsored], operation: reenter(world, "beta") };
      },
      revealedNextKey: ({ world, hospital }) => ({
        signers: [signer(hospital.did, key("hospital next")), sponsored],
        operation: reenter(world, "beta"),
      }),
      belowThreshold: ({ world, board }) => ({
        signers: [signer(board.did, board.keys.control), sponsored],
        operation: reenter(world, "beta"),
      }),
      sponsorAlone: reentering(sponsored),
      otherIssuer: reenteringBy("hospital"),
      registeredRevoker: reenteringBy("revoker"),
      revokedIssuer: reenteringBy("fired"),
      suspendedChild: reenteringBy("branch"),
      nonMember: ({ world, university }) => ({
        signers: [signer(university.did, university.keys.invocation), sponsored],
        operation: reenter(world, "beta"),
      }),
      governor: reentering(alpha),
      // Members are never frozen: this one is none.
      frozenDid: reenteringBy("frozen"),
      deactivatedDid: ({ world }) => {
        runOne(world, {
          signers: [signer(did("beta"), key("beta"))],
          operations: [op.deactivate(did("beta"), 1)],
        });
        return { signers: [betaOwn, sponsored], operation: reenter(world, "beta") };
      },
    },
  ),
  rows: [
    row(
      "capabilityInvocation key of the validator's member, sponsored",
      "APPLIED",
      reentering(betaOwn, sponsored),
    ),
    row(
      "capabilityInvocation key of the member as co-signer",
      "UNAUTHORISED",
      reentering({ ...betaOwn, role: cosigner }, sponsored),
    ),
    row(
      "assertionMethod key of the member",
      "UNAUTHORISED",
      reentering({ ...betaOwn, multikey: key("beta/assert") }),
    ),
    row(
      "another member's key in the name of the validator's member, sponsored",
      "UNAUTHORISED",
      reentering({ ...betaOwn, multikey: key("alpha/invoke") }, sponsored),
    ),
    row(
      "members of 3/4 of the weight without the validator's",
      "UNAUTHORISED",
      reentering(alpha, gamma, signer(did("delta"), key("delta/invoke"), cosigner)),
    ),
    row(
      "a DID that is no member, without sponsor",
      "SPONSOR_NOT_MEMBER",
      ({ world, university }) => ({
        signers: [signer(university.did, university.keys.invocation)],
        operation: reenter(world, "beta"),
      }),
    ),
  ],
};

export const validatorTables: readonly OperationTable[] = [setChange, reentry];
