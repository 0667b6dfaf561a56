// One transaction for each operation on controllers and recovery, for docs/state.md. The DID is the one
// of state-doc.test.ts: pre-rotation on, a recovery key.
import { nextKeyHash, type OperationKind } from "@cartorio/protocol";
import { codeOf, controllers, day, didOp, recoveryOf } from "./did-operations.ts";
import {
  control,
  did,
  key,
  retired,
  run,
  signer,
  sponsored,
  type TransactionParts,
  type World,
} from "./world.ts";

export interface StateExample {
  readonly kind: OperationKind;
  /** May run transactions in the world first. */
  readonly parts: (ownerDid: string, world: World) => TransactionParts;
}

/** The commitment of the DID of these examples. */
export const exampleRecovery: ReturnType<typeof recoveryOf> = recoveryOf(["safe"]);

const by = (name: string, keyName: string) => [signer(name, key(keyName)), sponsored];
const proposal = (name: string) =>
  didOp.propose(name, {
    control: control(["saved"]),
    recovery: recoveryOf(["safe 2"]),
    removals: [retired(key("owner"))],
  });

function propose(world: World, name: string): void {
  const code = codeOf(world, [signer(name, key("safe"))], proposal(name));
  if (code !== "APPLIED") throw new Error(`the proposal: ${code}`);
}

export const didExamples: readonly StateExample[] = [
  {
    kind: "didSetControllers",
    parts: (name) => ({
      signers: by(name, "next"),
      operations: [
        didOp.setControllers(name, 1, {
          control: controllers([did("beta")]),
          removed: [key("owner")],
        }),
      ],
    }),
  },
  {
    kind: "didSetRecovery",
    parts: (name) => ({
      signers: by(name, "next"),
      operations: [
        didOp.setRecovery(name, 1, {
          recovery: recoveryOf(["safe 2"]),
          nextKeyHashes: [nextKeyHash(key("next 2"))],
        }),
      ],
    }),
  },
  {
    kind: "didRecoveryPropose",
    parts: (name) => ({ signers: by(name, "safe"), operations: [proposal(name)] }),
  },
  {
    kind: "didRecoveryCancel",
    parts: (name, world) => {
      propose(world, name);
      const operations = [didOp.cancel(name, 1, [nextKeyHash(key("next 2"))])];
      return { signers: by(name, "next"), operations };
    },
  },
  {
    kind: "didRecoveryFinalise",
    parts: (name, world) => {
      propose(world, name);
      run(world, [], world.ledger.head.header.time + day);
      return { signers: [sponsored], operations: [didOp.finalise(name, 1)] };
    },
  },
];
