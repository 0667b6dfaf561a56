// Collects what guard-violations.ts judges: journals from the disks of stopped nodes and from copies,
// finality certificates from a running one.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { base64UrlDecode, hexEncode } from "@cartorio/crypto";
import { decodeFinalityCertificate, decodeValidatorSet, type Validator } from "@cartorio/protocol";
import { openVoteJournal } from "@cartorio/storage";
import { rpcBatch } from "../bench/load.ts";
import {
  type CertifiedHeight,
  certifiedWhileForgetful,
  contradictions,
  forbiddenEpochs,
  type Signed,
  signedIn,
  signedWhileForgetful,
} from "./guard-violations.ts";
import type { Played } from "./play-schedule.ts";

const batch = 50;

/** The certificates up to a height, of the first node that tells them; none if no node does. */
export async function readCertificates(
  urls: readonly string[],
  height: number,
): Promise<readonly CertifiedHeight[]> {
  for (const url of urls) {
    const found = await certificatesOf(url, height).catch(() => undefined);
    if (found !== undefined) return found;
  }
  return [];
}

async function certificatesOf(url: string, height: number): Promise<readonly CertifiedHeight[]> {
  const found: CertifiedHeight[] = [];
  for (let first = 1; first <= height; first += batch) {
    const heights = Array.from({ length: Math.min(batch, height - first + 1) }, (_, at) => ({
      height: first + at,
    }));
    for (const { result } of await rpcBatch(url, "chain_getCertificate", heights)) {
      // A block that catch-up proved by a later certificate has none of its own.
      if (result !== undefined) found.push(readCertificate(result));
    }
  }
  return found;
}

function readCertificate(result: unknown): CertifiedHeight {
  const answer = result as { readonly certificate: string; readonly validatorSet: string };
  const certificate = decodeFinalityCertificate(bytesOf(answer.certificate));
  const set = decodeValidatorSet(bytesOf(answer.validatorSet));
  if (!certificate.ok || !set.ok) throw new Error("a certificate or its set does not decode");
  const { height, epoch, signatures } = certificate.value;
  const incarnationOf = (validator: Validator & { readonly incarnation?: Uint8Array }): string =>
    hexEncode(validator.incarnation ?? new Uint8Array());
  return {
    ...{ height, epoch },
    signers: signatures.map(({ validator }) => validator),
    incarnations: set.value.validators.map(incarnationOf),
  };
}

function bytesOf(text: string): Uint8Array {
  const bytes = base64UrlDecode(text);
  if (bytes === undefined) throw new Error("not base64url");
  return bytes;
}

export interface GuardScan {
  readonly chainId: Uint8Array;
  /** Of each validator, after its process has ended. */
  readonly dataDirectories: readonly string[];
  readonly played: Played;
  readonly certificates: readonly CertifiedHeight[];
}

/** All signatures that were given without permission, one sentence each. */
export async function scanGuards(scan: GuardScan): Promise<readonly string[]> {
  const { dataDirectories, played, certificates } = scan;
  const violations: string[] = [];
  const everything = [...dataDirectories, ...played.copies.map(({ path }) => path)];
  for (const name of new Set((await Promise.all(everything.map(evidenceBelow))).flat())) {
    violations.push(`a node keeps the evidence ${name}`);
  }
  for (const [validator, directory] of dataDirectories.entries()) {
    const copies = played.copies.filter((copy) => copy.validator === validator);
    const places = [...copies.map(({ path }) => path), directory];
    const signed = await Promise.all(
      places.map((place) => signedBelow(place, { validator, chainId: scan.chainId })),
    );
    const tell = (texts: readonly string[], what: string): void => {
      for (const text of texts) violations.push(`validator ${validator} ${what}: ${text}`);
    };
    tell(contradictions(signed.flat()), "contradicted itself");
    for (const { fault, height, truth } of played.forgettings) {
      if (fault.victim !== validator) continue;
      const forgetting = { validator, height };
      const forbidden = forbiddenEpochs(certificates, forgetting);
      const split = places.indexOf(truth) + 1;
      const [before, after] = [signed.slice(0, split).flat(), signed.slice(split).flat()];
      const isForbidden = (epoch: number): boolean => forbidden.has(epoch);
      tell(
        signedWhileForgetful({ before, after, isForbidden }),
        `signed after ${fault.kind} (fault ${fault.number})`,
      );
      tell(
        certifiedWhileForgetful(certificates, forgetting).map((at) => `height ${at}`),
        `is in a certificate after ${fault.kind} (fault ${fault.number})`,
      );
    }
  }
  return violations;
}

interface Owner {
  readonly validator: number;
  readonly chainId: Uint8Array;
}

/** What a validator signed, by all journals of a data directory: those that were set aside too. */
async function signedBelow(
  directory: string,
  { validator, chainId }: Owner,
): Promise<readonly Signed[]> {
  // A node that did not come back has left nothing.
  const entries = await readdir(directory).catch(() => []);
  const names = entries.filter((name) => name.startsWith("journal"));
  const all: Signed[] = [];
  for (const name of names) {
    const journal = await openVoteJournal(join(directory, name), chainId);
    all.push(...signedIn(journal.records, validator));
    await journal.close();
  }
  return all;
}

/** Names of what a node keeps as proof against others: epoch-validator-offence.json. */
async function evidenceBelow(directory: string): Promise<readonly string[]> {
  const names = await readdir(join(directory, "evidence")).catch(() => []);
  return names.filter((name) => name.endsWith(".json"));
}
