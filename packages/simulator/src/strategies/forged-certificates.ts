import {
  type ConsensusMessage,
  decodeViewChangeBody,
  encodeConsensusMessage,
  encodeNewViewBody,
  encodeViewChangeBody,
  type FinalityCertificate,
  limits,
  type PreparedCertificate,
  type SignedBody,
  type ViewChangeBody,
} from "@cartorio/protocol";
import type { Adversary, Strategy } from "../strategy.ts";
import { asDuplicates, type Forgery, forgeries, forgeSignatures } from "./forged-signers.ts";
import { certifiedHeight, isOwn, randomBytes } from "./own-messages.ts";
import { entriesOf } from "./two-new-views.ts";

/** Certificates with duplicate, foreign, other-epoch and too few signers, wherever one may stand. */
export function createForgedCertificates(): Strategy {
  return {
    name: "forged-certificates",
    outgoing: (a, to, message) => {
      const own = message.kind === "viewChange" && isOwn(a, message);
      const decoded = own ? decodeViewChangeBody(message.value.body) : undefined;
      if (decoded?.ok !== true || message.kind !== "viewChange") {
        a.send(to, message);
        return;
      }
      for (const peer of to) {
        a.send([peer], a.sign({ kind: "viewChange", body: forgedBody(a, decoded.value) }));
        if (a.random.chance(0.5)) a.send([peer], message);
      }
      a.send(to, forgedNewView(a, { own: message.value, body: decoded.value }));
    },
    tick: (a) => {
      if (a.replica() === undefined || !a.random.chance(0.1)) return;
      const how = a.random.pick(forgeries);
      const value = forgedFinality(a, how);
      const bytes = encodeConsensusMessage({ kind: "certificate", value });
      if (how === "duplicateSigner") a.sendBytes(a.peers(), duplicated(a, bytes, value));
      else a.send(a.peers(), { kind: "certificate", value });
    },
  };
}

/** What the forger would like the others to believe about the heights above S. */
function forgedBody(a: Adversary, honest: ViewChangeBody): Uint8Array {
  const how = a.random.pick(forgeries);
  const certificate = forgedFinality(a, how);
  const prepared = forgedPrepared(a, honest.view, how);
  const replacesBase = a.random.chance(0.5);
  const above = replacesBase ? certificate.height : prepared.height;
  const rest = honest.prepared.filter(
    ({ height }) => height > above && height <= above + limits.window,
  );
  const bytes = encodeViewChangeBody(
    replacesBase
      ? { ...honest, certificate, prepared: rest }
      : { ...honest, prepared: [prepared, ...rest] },
  );
  if (how !== "duplicateSigner") return bytes;
  return duplicated(a, bytes, replacesBase ? certificate : prepared);
}

function forgedFinality(a: Adversary, how: Forgery): FinalityCertificate {
  const height = certifiedHeight(a) + a.random.between(1, limits.window);
  const headerHash = randomBytes(a, limits.hashBytes);
  const signatures = forgeSignatures(a, { kind: "checkpoint", height, headerHash }, how);
  return { epoch: a.epoch(), height, headerHash, signatures };
}

function forgedPrepared(a: Adversary, newView: number, how: Forgery): PreparedCertificate {
  const height = certifiedHeight(a) + 1;
  const proposalDigest = randomBytes(a, limits.hashBytes);
  const view = Math.max(0, newView - 1);
  const statement = { kind: "vote", vote: 2, view, height, proposalDigest } as const;
  const signatures = forgeSignatures(a, statement, how);
  return { epoch: a.epoch(), view, height, proposalDigest, signatures };
}

function duplicated(
  a: Adversary,
  bytes: Uint8Array,
  certificate: Pick<FinalityCertificate, "signatures">,
): Uint8Array {
  const [first] = certificate.signatures;
  return first === undefined ? bytes : asDuplicates(bytes, first.signature, a.index);
}

/** A NewView whose ViewChanges "by others" carry the own signature. */
function forgedNewView(
  a: Adversary,
  what: { readonly own: SignedBody; readonly body: ViewChangeBody },
): ConsensusMessage {
  const { own, body } = what;
  const { chainId, epoch, view } = body;
  const replica = a.replica();
  const viewChanges = Array.from({ length: replica?.quorum ?? 1 }, (_, validator) => ({
    ...own,
    validator,
  }));
  const base = (replica?.validators.activationHeight ?? 1) - 1;
  const entries = entriesOf([body], { epoch, base });
  return a.sign({
    kind: "newView",
    body: encodeNewViewBody({ chainId, epoch, view, viewChanges, entries }),
  });
}
