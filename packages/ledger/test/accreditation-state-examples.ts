// One transaction for each operation on accreditations, for docs/state.md: gamma is a root and accredits
// the DID of state-doc.test.ts.
import type { Operation } from "@cartorio/protocol";
import { accreditationOp, plantRoot } from "./accreditation-world.ts";
import type { StateExample } from "./did-state-examples.ts";
import { did, key, runOne, signer, sponsored, type World } from "./world.ts";

const { offer, accept, suspend, resume, end } = accreditationOp;
const gamma = did("gamma");
const byGamma = [signer(gamma, key("gamma/invoke")), sponsored];
const bySubject = (name: string) => [signer(name, key("owner/invoke")), sponsored];

function offered(world: World, name: string): void {
  plantRoot(world, gamma);
  runOne(world, { signers: byGamma, operations: [offer(gamma, name)] });
}

function accepted(world: World, name: string): void {
  offered(world, name);
  runOne(world, { signers: bySubject(name), operations: [accept(name)] });
}

const fromAbove = (operation: Operation) => ({ signers: byGamma, operations: [operation] });

export const accreditationExamples: readonly StateExample[] = [
  {
    kind: "accreditationOffer",
    parts: (name, world) => {
      plantRoot(world, gamma);
      return fromAbove(offer(gamma, name));
    },
  },
  {
    kind: "accreditationAccept",
    parts: (name, world) => {
      offered(world, name);
      return { signers: bySubject(name), operations: [accept(name)] };
    },
  },
  {
    kind: "accreditationSuspend",
    parts: (name, world) => {
      accepted(world, name);
      return fromAbove(suspend(gamma, name));
    },
  },
  {
    kind: "accreditationResume",
    parts: (name, world) => {
      accepted(world, name);
      runOne(world, fromAbove(suspend(gamma, name)));
      return fromAbove(resume(gamma, name));
    },
  },
  {
    kind: "accreditationEnd",
    parts: (name, world) => {
      accepted(world, name);
      return fromAbove(end(gamma, name));
    },
  },
];
