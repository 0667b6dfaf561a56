import { randomBytes } from "node:crypto";
import { multikeyToString } from "@cartorio/crypto";
import type { Service } from "@cartorio/protocol";
import {
  didCreate,
  didDocument,
  keyControl,
  localSigner,
  readProvenDid,
  recoveryCommitment,
  type Signer,
} from "@cartorio/sdk";
import { recoveryDelayMs } from "./chapter-recovery.ts";
import { prove } from "./credentials.ts";
import type { Institution, Institutions, Sponsor, Story } from "./story-types.ts";
import { apply, refusalOf } from "./transactions.ts";
import { check } from "./wait.ts";

const seedBytes = 32;
const names = ["Registry Authority", "University", "Hospital"] as const;

/** Three institutions get a DID each, paid for by the member that vouches for it. */
export async function chapterIdentities(
  story: Story,
  sponsors: readonly Sponsor[],
): Promise<Institutions> {
  const { reporter } = story;
  reporter.chapter("Institutions");
  const made: Institution[] = [];
  for (const [index, name] of names.entries()) {
    const sponsor = sponsors[index];
    check(sponsor !== undefined, "three members must sponsor, one for each institution");
    const institution = await reporter.step(
      `${name} creates its DID, sponsored by ${sponsor.name}`,
      () => createInstitution(story, name, sponsor),
      ({ did }) => did,
    );
    made.push(institution);
  }
  await reporter.step(
    "a DID that nobody sponsors is refused",
    () => refuseUnsponsored(story),
    (code) => code,
  );
  const [authority, university, hospital] = made;
  if (authority === undefined || university === undefined || hospital === undefined) {
    throw new Error("an institution is missing");
  }
  return { authority, university, hospital };
}

async function createInstitution(
  story: Story,
  name: string,
  sponsor: Sponsor,
): Promise<Institution> {
  const { control, assertion, recovery, did, operation } = plan(story, name);
  const { receipt } = await apply(story, {
    did,
    signer: control,
    sponsor,
    operations: [operation],
  });
  check(receipt?.ids.includes(did) === true, `the receipt must name ${did}`, receipt?.ids);
  story.tally.didsCreated.add(did);
  await proveDocument(story, did, assertion);
  return { name, did, control, assertion, recovery, sponsor };
}

/** The verifier asks ONE node, and believes the document because it follows from the genesis. */
async function proveDocument(story: Story, did: string, assertion: Signer): Promise<void> {
  const { state } = await prove(story, [{ kind: "did", did }]);
  const proven = readProvenDid(state, did);
  check(proven.ok, `${did} must be proven to exist`, proven);
  const methods = proven.value.document?.["assertionMethod"];
  const expected = [`${did}#${multikeyToString(assertion.multikey)}`];
  const isSame = JSON.stringify(methods) === JSON.stringify(expected);
  check(isSame, "its document must list its key for assertions", methods);
}

async function refuseUnsponsored(story: Story): Promise<string> {
  const { control, did, operation } = plan(story, "Nobody");
  const code = await refusalOf(story, { did, signer: control, operations: [operation] });
  check(code === "SPONSOR_NOT_MEMBER", "it must be refused for want of a sponsor", code);
  return code;
}

/** One key controls the DID, another one signs credentials: losing the second is no catastrophe. */
function plan({ chain }: Story, name: string) {
  const control = localSigner("ed25519", randomBytes(seedBytes));
  const assertion = localSigner("ed25519", randomBytes(seedBytes));
  const recovery = localSigner("ed25519", randomBytes(seedBytes));
  const host = name.toLowerCase().replaceAll(" ", "-");
  const website: Service = {
    fragment: "website",
    types: ["LinkedDomains"],
    endpoints: [`https://${host}.example/`],
  };
  const { did, operation } = didCreate({
    network: chain.network,
    control: keyControl({ keys: [control.multikey] }),
    document: didDocument({
      methods: [
        { multikey: assertion.multikey, relationships: ["assertionMethod"] },
        { multikey: control.multikey, relationships: ["capabilityInvocation"] },
      ],
      services: [website],
    }),
    recovery: recoveryCommitment({ keys: [recovery.multikey], delayMs: recoveryDelayMs(chain) }),
  });
  return { control, assertion, recovery, did, operation };
}
