// docs/ledger.md 5.
import { accreditationEnded, type Operation } from "@cartorio/protocol";
import { accreditationOp, addRoot } from "../accreditation-world.ts";
import { controller, did, runOne, signer, sponsored } from "../world.ts";
import type { Party, Scene } from "./scene.ts";
import {
  type Caller,
  type Codes,
  cellsOf,
  codesOf,
  type Make,
  type OperationTable,
  own,
  type Row,
  row,
  type Subject,
  usualRows,
} from "./table.ts";

const { offer, accept, suspend, resume, end } = accreditationOp;
const signedBy = (party: Party) => [own(party, "invocation"), sponsored];

/** What comes before the attempt; a DID that cannot do this does not get that far. */
function attempt({ world }: Scene, by: Party, operation: Operation): void {
  runOne(world, { signers: signedBy(by), operations: [operation] });
}

/** The party is a root and accredits the board, which accredits the clinic (the revoker). */
function chain(scene: Scene, party: Party): void {
  const { board, revoker } = scene;
  addRoot(scene.world, party.did);
  attempt(scene, party, offer(party.did, board.did, { depth: 3 }));
  attempt(scene, board, accept(board.did));
  attempt(scene, board, offer(board.did, revoker.did));
  attempt(scene, revoker, accept(revoker.did));
}

const about = {
  accreditationOffer(scene, party) {
    addRoot(scene.world, party.did);
    return offer(party.did, scene.board.did);
  },
  accreditationAccept(scene, party) {
    addRoot(scene.world, scene.board.did);
    attempt(scene, scene.board, offer(scene.board.did, party.did));
    const isNew = party.did !== scene.fired.did && party.did !== scene.branch.did;
    return accept(party.did, { index: isNew ? 1 : 2 });
  },
  accreditationSuspend(scene, party, by = party) {
    chain(scene, party);
    return suspend(by.did, scene.board.did);
  },
  accreditationResume(scene, party, by = party) {
    chain(scene, party);
    attempt(scene, party, suspend(party.did, scene.board.did));
    return resume(by.did, scene.board.did);
  },
  accreditationEnd(scene, party, by = party) {
    chain(scene, party);
    const more = { ended: accreditationEnded.forCause, untrustedSince: 1 };
    return end(by.did, scene.board.did, more);
  },
} satisfies Readonly<Record<string, Subject["about"]>>;
type Kind = keyof typeof about;

/** The two that have lost their accreditation judge nobody below; what is offered to them they may take. */
function codesFor(kind: Kind): Codes {
  if (kind === "accreditationAccept") return codesOf.invocation;
  return {
    ...codesOf.invocation,
    revokedIssuer: "ACCREDITATION_ENDED",
    suspendedChild: "ACCREDITATION_SUSPENDED",
  };
}

/** They act on the one that they accredited themselves, when they might. */
function makesFor(kind: Kind): Partial<Record<Caller, Make>> {
  const below = (name: "fired" | "branch"): Make => {
    return (scene) => {
      const by = scene[name];
      const child = did(`${name} child`);
      const operations: Record<Kind, Operation> = {
        accreditationOffer: offer(by.did, scene.hospital.did, { expectedGiven: 1, depth: 0 }),
        accreditationAccept: about.accreditationAccept(scene, by),
        accreditationSuspend: suspend(by.did, child),
        accreditationResume: resume(by.did, child),
        accreditationEnd: end(by.did, child, { ended: accreditationEnded.withdrawn }),
      };
      return { signers: signedBy(by), operation: operations[kind] };
    };
  };
  return { revokedIssuer: below("fired"), suspendedChild: below("branch") };
}

function table(kind: Kind, right: string, rows: readonly Row[]): OperationTable {
  const subject: Subject = { kind, right: "invocation", about: about[kind] };
  const asController = row("the right key in role controller", "UNAUTHORISED", (scene) => {
    const { did, keys } = scene.university;
    return {
      signers: [signer(did, keys.invocation, controller), sponsored],
      operation: subject.about(scene, scene.university),
    };
  });
  const cells = cellsOf(subject, codesFor(kind), makesFor(kind));
  return {
    kind,
    right: `a capabilityInvocation key of ${right}`,
    cells,
    rows: [...usualRows(subject), asController, ...rows],
  };
}

interface Link {
  readonly by: Party;
  readonly operation: Operation;
  readonly before?: readonly (readonly [Party, Operation])[];
}

/** An attempt below university > board > clinic; `before` happens first. */
function inChain(caller: string, code: Row["code"], make: (scene: Scene) => Link): Row {
  return row(caller, code, (scene) => {
    chain(scene, scene.university);
    const { by, operation, before = [] } = make(scene);
    for (const [who, earlier] of before) attempt(scene, who, earlier);
    return { signers: signedBy(by), operation };
  });
}

const { forCause } = accreditationEnded;
const cause = { ended: forCause, untrustedSince: 1 };

const offerRows = [
  inChain("an accreditor that is suspended", "ACCREDITATION_SUSPENDED", (scene) => ({
    by: scene.board,
    operation: offer(scene.board.did, scene.hospital.did, { expectedGiven: 1 }),
    before: [[scene.university, suspend(scene.university.did, scene.board.did)]],
  })),
  inChain("a child of a suspended accreditor", "ACCREDITATION_SUSPENDED", (scene) => ({
    by: scene.revoker,
    operation: offer(scene.revoker.did, scene.hospital.did, { depth: 0 }),
    before: [[scene.university, suspend(scene.university.did, scene.board.did)]],
  })),
  inChain("a child of an accreditor that was ended for cause", "ACCREDITATION_ENDED", (scene) => ({
    by: scene.revoker,
    operation: offer(scene.revoker.did, scene.hospital.did, { depth: 0 }),
    before: [[scene.university, end(scene.university.did, scene.board.did, cause)]],
  })),
  inChain("a DID that nobody accredited", "ACCREDITATION_NOT_FOUND", (scene) => ({
    by: scene.hospital,
    operation: offer(scene.hospital.did, scene.successor.did, { depth: 0 }),
  })),
  inChain("an accreditor, to one above itself", "ACCREDITATION_CYCLE", (scene) => ({
    by: scene.board,
    operation: offer(scene.board.did, scene.university.did, { expectedGiven: 1 }),
  })),
  inChain("an accreditor, to itself", "ACCREDITATION_CYCLE", (scene) => ({
    by: scene.board,
    operation: offer(scene.board.did, scene.board.did, { expectedGiven: 1 }),
  })),
];

const acceptRows = [
  row("the accreditor in the subject's place", "UNAUTHORISED", (scene) => ({
    operation: about.accreditationAccept(scene, scene.university),
    signers: signedBy(scene.board),
  })),
];

/** The same for all that is done from above to the clinic's accreditation. */
function rowsFromAbove(of: (by: string, subject: string) => Operation, prepare: Prepare): Row[] {
  const to = (
    caller: string,
    code: Row["code"],
    who: (scene: Scene) => Party,
    more: Prepare = () => [],
  ): Row =>
    inChain(caller, code, (scene) => ({
      by: who(scene),
      operation: of(who(scene).did, scene.revoker.did),
      before: [...prepare(scene), ...more(scene)],
    }));
  return [
    to("its accreditor", "APPLIED", (scene) => scene.board),
    to("one above its accreditor", "APPLIED", (scene) => scene.university),
    to("the subject itself", "UNAUTHORISED", (scene) => scene.revoker),
    to("a DID beside the chain", "UNAUTHORISED", (scene) => scene.hospital),
    to(
      "an accreditor that is suspended itself",
      "ACCREDITATION_SUSPENDED",
      (scene) => scene.board,
      (scene) => [[scene.university, suspend(scene.university.did, scene.board.did)]],
    ),
    to(
      "an accreditor that was ended for cause itself",
      "ACCREDITATION_ENDED",
      (scene) => scene.board,
      (scene) => [[scene.university, end(scene.university.did, scene.board.did, cause)]],
    ),
  ];
}
type Prepare = (scene: Scene) => readonly (readonly [Party, Operation])[];

const resumeRows = [
  inChain("its accreditor, of what one above suspended", "UNAUTHORISED", (scene) => ({
    by: scene.board,
    operation: resume(scene.board.did, scene.revoker.did),
    before: [[scene.university, suspend(scene.university.did, scene.revoker.did)]],
  })),
];
const endRows = [
  inChain("the subject, which gives it back", "APPLIED", (scene) => ({
    by: scene.revoker,
    operation: end(scene.revoker.did, scene.revoker.did),
  })),
  inChain("the holder of a root, of the root", "UNAUTHORISED", (scene) => ({
    by: scene.university,
    operation: end(scene.university.did, scene.university.did, { expectedSequence: 0 }),
  })),
];

const above = "the accreditor, or of one above it, while its own accreditation is in force";
const none: Prepare = () => [];

export const accreditationTables: readonly OperationTable[] = [
  table("accreditationOffer", "the accreditor, while its own accreditation is in force", offerRows),
  table("accreditationAccept", "the subject", acceptRows),
  table(
    "accreditationSuspend",
    above,
    rowsFromAbove((by, to) => suspend(by, to), none),
  ),
  table("accreditationResume", above, [
    ...rowsFromAbove(
      (by, to) => resume(by, to),
      ({ board, revoker }) => [[board, suspend(board.did, revoker.did)]],
    ),
    ...resumeRows,
  ]),
  table("accreditationEnd", `${above}; of the subject to give it back`, [
    ...rowsFromAbove((by, to) => end(by, to, cause), none),
    ...endRows,
  ]),
];
