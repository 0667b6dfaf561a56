// A light client in each run: it asks any node, believes nobody, and must never accept a root, a set or
// an age that is not the chain's (docs/consensus.md 13, docs/ledger.md 9).
import { equalBytes, hexEncode } from "@cartorio/crypto";
import { proveRecords } from "@cartorio/ledger";
import {
  type Activation,
  decodeHeader,
  encodeHeader,
  encodeValidatorSet,
  type FinalityCertificate,
  headerHash,
  type ProofBundle,
  stateKeys,
  verifyProofBundle,
} from "@cartorio/protocol";
import { CheckFailure } from "./checkers/check-failure.ts";
import { createRandom, type Random } from "./random.ts";
import { currentSeat } from "./seat.ts";
import { activationsUpTo } from "./sets.ts";
import { signMessage } from "./signing.ts";
import type { SimNode } from "./sim-node.ts";
import type { World } from "./world.ts";

export interface LightClient {
  readonly world: World;
  readonly random: Random;
  /** Newest height that it has accepted. */
  height: number;
  accepted: number;
  refused: number;
}

export function createLightClient(world: World): LightClient {
  const random = createRandom(world.plan.seed ^ 0x165667b1);
  return { world, random, height: 0, accepted: 0, refused: 0 };
}

const everyMs = 1_000;

export function askLoop(client: LightClient): void {
  const { world, random } = client;
  const node = random.pick(world.nodes);
  if (node.process !== undefined) question(client, node);
  world.queue.after(everyMs, () => askLoop(client));
}

function question(client: LightClient, node: SimNode): void {
  const bundle = honestBundle(client, node);
  if (bundle === undefined) return;
  judge(client, bundle, "honest");
  const forged = forge(client, node, bundle);
  if (forged !== undefined) judge(client, forged, "forged");
}

/** What a client asks about: some DIDs that exist, and a record that does not. */
function keysOf({ world, random }: LightClient): Uint8Array[] {
  const { subjects, nodes } = world.sim;
  const dids = [random.pick(subjects).did, random.pick(nodes).member.did];
  return [
    ...dids.map((did) => stateKeys.didHead(did)),
    stateKeys.didHead("did:cartorio:none:zNone"),
  ];
}

function honestBundle(client: LightClient, node: SimNode): Bundle | undefined {
  const { chain } = node.disk;
  const { process } = node;
  const { certificate } = chain;
  const stored = certificate && chain.blocks[certificate.height - 1];
  if (process === undefined || certificate === undefined || stored === undefined) return undefined;
  const keys = keysOf(client);
  const { multiproof, records } = proveRecords(process.ledger, keys, certificate.height);
  const activations = activationsUpTo(process, certificate.height);
  if (activations === undefined) return undefined;
  return {
    keys,
    value: {
      version: 1,
      chainId: client.world.sim.chainId,
      activations: [genesisActivation(client.world), ...activations],
      header: stored.header,
      certificate,
      multiproof,
      records: records.map((record) => record ?? new Uint8Array(0)),
    },
  };
}

interface Bundle {
  readonly keys: readonly Uint8Array[];
  readonly value: ProofBundle;
}

function genesisActivation({ sim }: World): Activation {
  const validatorSet = encodeValidatorSet(sim.validators);
  return { header: sim.block0.headerBytes, certificate: undefined, validatorSet };
}

function judge(client: LightClient, { value, keys }: Bundle, kind: "honest" | "forged"): void {
  const { world } = client;
  const { chainId, block0 } = world.sim;
  const proven = verifyProofBundle({
    bundle: value,
    anchor: { chainId, height: 0, headerHash: block0.headerHash },
    keys,
    verify: world.scheme.verify,
  });
  if (!proven.ok) {
    client.refused += 1;
    if (kind === "honest")
      throw new CheckFailure(
        "light-client",
        `a true proof is refused: ${proven.code} ${proven.field}`,
      );
    return;
  }
  client.accepted += 1;
  const { header, headerHash: hash } = proven.value;
  const known = world.checkers.header(header.height);
  if (known !== hexEncode(hash))
    throw new CheckFailure("light-client", `a false header of height ${header.height} is accepted`);
  if (world.checkers.proven(header.height) === undefined)
    throw new CheckFailure("light-client", `height ${header.height} is accepted and not certified`);
  if (world.checkers.time(header.height) !== header.time)
    throw new CheckFailure("light-client", `height ${header.height} is accepted with another age`);
  client.height = Math.max(client.height, header.height);
}

/** A lie that Byzantine members, or anybody on the way, could tell. */
function forge(client: LightClient, node: SimNode, bundle: Bundle): Bundle | undefined {
  const { random } = client;
  const { value } = bundle;
  const header = decodeHeader(value.header);
  if (!header.ok) return undefined;
  const draw = random.between(0, 4);
  if (draw === 0) {
    const records = value.records.map((record) => Uint8Array.from(record, (byte) => byte ^ 1));
    return { ...bundle, value: { ...value, records } };
  }
  if (draw === 1)
    return { ...bundle, value: { ...value, records: value.records.map(() => new Uint8Array(0)) } };
  const changed =
    draw === 2 || draw === 4
      ? { ...header.value, time: header.value.time + 60_000 }
      : {
          ...header.value,
          stateRoot: Uint8Array.from(header.value.stateRoot, (byte) => byte ^ 255),
        };
  const bytes = encodeHeader(changed);
  const certificate =
    draw === 4 ? byFew(client, value.certificate, headerHash(bytes)) : value.certificate;
  return equalBytes(bytes, value.header) || node.process === undefined
    ? undefined
    : { ...bundle, value: { ...value, header: bytes, certificate } };
}

/** Signed by all Byzantine members, repeated as often as it takes. */
function byFew(
  { world }: LightClient,
  known: FinalityCertificate,
  hash: Uint8Array,
): FinalityCertificate {
  const { scheme, sim, nodes } = world;
  const liars = nodes.filter(({ ridden }) => ridden !== undefined);
  const { epoch, height } = known;
  const signatures = liars.flatMap((liar) => {
    const { keys, process, index } = liar;
    const seat = process && currentSeat(process);
    const validator = seat?.self ?? index;
    const signer = { scheme, key: keys.validator, chainId: sim.chainId, epoch, validator };
    const message = signMessage(signer, { kind: "checkpoint", height, headerHash: hash });
    return message.kind === "checkpoint" ? [{ validator, signature: message.value.signature }] : [];
  });
  const filled = known.signatures.map(
    (entry, at) => signatures[at % Math.max(1, signatures.length)] ?? entry,
  );
  return { epoch, height, headerHash: hash, signatures: filled };
}
