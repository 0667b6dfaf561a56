import {
  decodeViewChangeBody,
  encodeViewChangeBody,
  type FinalityCertificate,
  limits,
} from "@cartorio/protocol";
import type { Adversary, Strategy } from "../strategy.ts";
import { isOwn } from "./own-messages.ts";

/** Its ViewChange hides the certificates behind its own Commits, some or all. */
export function createOmittedCertificates(): Strategy {
  return {
    name: "omitted-certificates",
    outgoing: (a, to, message) => {
      if (message.kind !== "viewChange" || !isOwn(a, message)) {
        a.send(to, message);
        return;
      }
      const decoded = decodeViewChangeBody(message.value.body);
      if (!decoded.ok) return;
      // Different ones to different peers, as nothing but the first of each counts.
      for (const peer of to) {
        const keep = a.random.pick([0, 0, 0.5, 1]);
        const prepared = decoded.value.prepared.filter(() => a.random.chance(keep));
        const body = encodeViewChangeBody({ ...decoded.value, prepared });
        a.send([peer], a.sign({ kind: "viewChange", body }));
      }
    },
  };
}

const rememberedCertificates = 40;

/** Its ViewChange stands on an old certificate, or on none. */
export function createOldBase(): Strategy {
  const certificates: FinalityCertificate[] = [];
  const remember = (a: Adversary): void => {
    const newest = a.replica()?.certificate;
    if (newest === undefined || newest.height === certificates.at(-1)?.height) return;
    certificates.push(newest);
    if (certificates.length > rememberedCertificates) certificates.shift();
  };
  return {
    name: "old-base",
    tick: remember,
    outgoing: (a, to, message) => {
      if (message.kind !== "viewChange" || !isOwn(a, message)) {
        a.send(to, message);
        return;
      }
      const decoded = decodeViewChangeBody(message.value.body);
      if (!decoded.ok) return;
      const own = certificates.filter((item) => item.epoch === decoded.value.epoch);
      const certificate = a.random.chance(0.3) ? undefined : own[0];
      const base = certificate?.height ?? (a.replica()?.validators.activationHeight ?? 1) - 1;
      const prepared = decoded.value.prepared.filter(
        (item) => item.height > base && item.height <= base + limits.window,
      );
      const body = encodeViewChangeBody({ ...decoded.value, certificate, prepared });
      a.send(to, a.sign({ kind: "viewChange", body }));
    },
  };
}
