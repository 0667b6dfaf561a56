import { sha256, utf8Encode } from "@cartorio/crypto";
import { beforeAll, expect, it } from "vitest";
import {
  type Credential,
  credentialAnchor,
  credentialCommitment,
  didDocument,
  didUpdate,
  issueCredential,
  keyRemoval,
  verifyCredential,
  withAnchorClaim,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

// An anchor and the end of the key that signed it share a block, and so a time: the order in the block
// decides, and every verifier reads it from the anchor's record (docs/ledger.md 9). What the ledger does
// with the two orders: packages/ledger/test/races.test.ts.

let harness: Harness;
beforeAll(() => {
  harness = createHarness();
});

async function issued(issuer: TestIssuer, name: string): Promise<Credential> {
  const plain = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: ["VerifiableCredential"],
    issuer: issuer.did,
    credentialSubject: { name },
  };
  const credential = withAnchorClaim(plain, "example", sha256(utf8Encode(name)));
  return issueCredential({ credential, signer: issuer.signer, now: harness.clock.now() });
}

/** By clients that share nothing. */
async function verdicts(credential: Credential) {
  const clients = [harness.client, harness.newClient(), harness.newClient()];
  const all = clients.map((client) =>
    verifyCredential({
      credential,
      evidence: { client },
      policy: { allowCorrelation: true },
      now: harness.clock.now(),
    }),
  );
  const answers = await Promise.all(all);
  return answers.map(({ accepted, verdicts: { issuerKey } }) => ({ accepted, issuerKey }));
}

/** Anchored, and the key replaced in the same block. `since`: reported compromised, from the block on. */
async function leaveWithAnchor(name: string, since?: number) {
  const issuer = await harness.createIssuer(name);
  const credential = await issued(issuer, name);
  const { did } = issuer;
  await harness.send(
    issuer,
    credentialAnchor({ issuer: did, hash: credentialCommitment(credential, "example") }),
    didUpdate({
      did,
      expectedVersion: 1,
      document: didDocument({ methods: [] }),
      removals: [keyRemoval(issuer.signer.multikey, since)],
    }),
  );
  return credential;
}

it("an anchor stands for the key that was retired after it in its block, for every verifier", async () => {
  const accepted = { accepted: true, issuerKey: { verdict: "valid" } };
  const answers = await verdicts(await leaveWithAnchor("retired with its anchor"));
  expect(answers).toEqual([accepted, accepted, accepted]);
});

it("nothing that the key signs later is accepted, though its date may be that of the block", async () => {
  const issuer = await harness.createIssuer("leaving");
  const late = await issued(issuer, "late");
  const first = credentialCommitment(await issued(issuer, "first"), "example");
  await harness.send(
    issuer,
    credentialAnchor({ issuer: issuer.did, hash: first }),
    didUpdate({
      did: issuer.did,
      expectedVersion: 1,
      document: didDocument({ methods: [] }),
      removals: [keyRemoval(issuer.signer.multikey)],
    }),
  );
  const answers = await verdicts(late);
  expect(answers.map(({ accepted }) => accepted)).toEqual([false, false, false]);
});

it("an anchor does not stand for a key reported compromised in its block, since the one before", async () => {
  const time = harness.node.chain.latest().header.time;
  const answers = await verdicts(await leaveWithAnchor("compromised with its anchor", time));
  const refused = { accepted: false, issuerKey: { verdict: "invalid", code: "KEY_COMPROMISED" } };
  expect(answers).toEqual([refused, refused, refused]);
});
