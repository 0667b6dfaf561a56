import { accreditedAction, type Operation, type RootAdd } from "@cartorio/protocol";
import {
  accreditationAccept,
  accreditationOffer,
  credentialAnchor,
  schemaRegister,
} from "@cartorio/sdk";
import { domain, issueDegree, judge } from "./credentials.ts";
import type { Graduate } from "./graduates.ts";
import type { Institution, Institutions, Story } from "./story-types.ts";
import { apply, refusalOf } from "./transactions.ts";
import { decide } from "./votes.ts";
import { check } from "./wait.ts";

/** More than half of four members. */
const voters = 3;
/** Of the root's depth one is used up by the university. */
const rootDepth = 2;
const firstIndex = 1;

const everything = {
  allSchemas: true,
  schemas: [],
  allTypes: true,
  types: [],
  allJurisdictions: true,
  jurisdictions: [],
} as const;

const degreeSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  required: ["degree"],
  properties: {
    degree: {
      type: "object",
      required: ["type", "name"],
      properties: { type: { type: "string" }, name: { type: "string" } },
    },
  },
};

/** Who may issue what: a root by vote, and a chain down from it. Returns the digest of the schema. */
export async function chapterAccreditation(
  story: Story,
  { authority, university, hospital }: Institutions,
): Promise<Uint8Array> {
  const { reporter } = story;
  reporter.chapter("Accreditation");
  await reporter.step(
    "members vote the Registry Authority in as a root of accreditation for education",
    () => decide(story, { kind: "rootAdd", value: rootOf(authority) }, voters),
    (height) => `decided in block ${height}`,
  );
  const digest = await reporter.step(
    "the authority registers the schema of a degree",
    () => registerSchema(story, authority),
    (found) => Buffer.from(found).toString("hex").slice(0, 16),
  );
  await reporter.step("it offers the university to issue degrees in MO, which accepts", () =>
    accredit(story, { authority, university, digest }),
  );
  await reporter.step(
    "refused: the hospital, which has no accreditation, accredits somebody",
    async () => {
      const operation = offer(hospital, university.did, digest);
      const { did, control: signer, sponsor } = hospital;
      const code = await refusalOf(story, { did, signer, sponsor, operations: [operation] });
      check(code !== "APPLIED", "nobody passes on what it does not have", code);
      return code;
    },
    (code) => code,
  );
  return digest;
}

function rootOf({ did }: Institution): RootAdd {
  return {
    expectedVersion: 0,
    domain,
    subject: did,
    actions: accreditedAction.issue | accreditedAction.accredit,
    scope: everything,
    depth: rootDepth,
    validUntil: 0,
  };
}

async function registerSchema(story: Story, authority: Institution): Promise<Uint8Array> {
  const { did, control: signer, sponsor } = authority;
  const { operation, digest } = schemaRegister({ owner: did, schema: degreeSchema });
  await apply(story, { did, signer, sponsor, operations: [operation] });
  return digest;
}

function offer({ did }: Institution, subject: string, digest: Uint8Array): Operation {
  return accreditationOffer({
    accreditor: did,
    subject,
    expectedGiven: 0,
    actions: ["issue"],
    scope: { schemas: [digest], types: "*", jurisdictions: ["MO"] },
  });
}

async function accredit(
  story: Story,
  {
    authority,
    university,
    digest,
  }: {
    readonly authority: Institution;
    readonly university: Institution;
    readonly digest: Uint8Array;
  },
): Promise<void> {
  await apply(story, {
    did: authority.did,
    signer: authority.control,
    sponsor: authority.sponsor,
    operations: [offer(authority, university.did, digest)],
  });
  const accept = accreditationAccept({
    subject: university.did,
    index: firstIndex,
    expectedSequence: 0,
  });
  const { did, control: signer, sponsor } = university;
  await apply(story, { did, signer, sponsor, operations: [accept] });
}

/** The hospital signs and anchors a degree as well as anybody could; nobody accredited it to. */
export async function chapterUnaccredited(
  story: Story,
  hospital: Institution,
  graduate: Graduate,
): Promise<void> {
  const { reporter, tally, chain } = story;
  reporter.chapter("An issuer that nobody accredited");
  await reporter.step(
    "refused: a degree from the hospital, properly signed and anchored",
    async () => {
      const held = await issueDegree(hospital, chain.network, graduate);
      const { did, assertion: signer, sponsor } = hospital;
      const anchor = credentialAnchor({ issuer: did, hash: held.commitment });
      await apply(story, { did, signer, sponsor, operations: [anchor] });
      const { accepted, reasons } = await judge(story, held, { isCounted: false });
      const isRefused = !accepted && reasons.join() === "accreditation: NOT_ACCREDITED";
      check(isRefused, "it must be refused for want of an accreditation alone", reasons);
      tally.unaccreditedRejected += 1;
      return reasons;
    },
    (reasons) => reasons.join(", "),
  );
}
