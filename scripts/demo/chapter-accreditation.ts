import {
  accreditationAccept,
  accreditationOffer,
  actionsOf,
  schemaRegister,
  scopeOf,
} from "@cartorio/sdk";
import type { Institution, Institutions, Story } from "./story-types.ts";
import { apply, refusalOf } from "./transactions.ts";
import { decide } from "./votes.ts";
import { check } from "./wait.ts";

/** More than half of four members. */
const voters = 3;
export const domain = "education";
/** Of the root's depth one is used up by the university. */
const rootDepth = 2;
const firstIndex = 1;

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
  const { reporter, chain } = story;
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
  check(chain.validators > 0, "the chain must have validators");
  return digest;
}

function rootOf({ did }: Institution) {
  return {
    expectedVersion: 0,
    domain,
    subject: did,
    actions: actionsOf(["issue", "accredit"]),
    scope: scopeOf({ schemas: "*", types: "*", jurisdictions: "*" }),
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

function offer({ did }: Institution, subject: string, digest: Uint8Array) {
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
  }: { readonly authority: Institution; readonly university: Institution; readonly digest: Uint8Array },
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
