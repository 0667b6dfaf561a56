import {
  type ErrorCode,
  nextKeyHash,
  type Operation,
  operationKinds,
  type Signer,
} from "@cartorio/protocol";
import { expect, it } from "vitest";

import { generatedFile } from "./generated-doc.ts";
import { candidate, change, membersSign, reenter } from "./validators.ts";
import {
  author,
  control,
  controller,
  cosigner,
  createNamed,
  createOf,
  createWorld,
  did,
  didOfCreate,
  documentKeysOf,
  documentWith,
  hashOf,
  key,
  op,
  runOne,
  signer,
  sponsor,
  sponsored,
  type World,
} from "./world.ts";

// docs/authorisation.md is made from this table. Every row is a transaction that is executed: the
// code is what its receipt says. The scene: "university" (plain), "hospital" (pre-rotation on),
// "board" (2 of 3 control keys), "closed" (deactivated), "stranger" (no DID of the network).

interface Scene {
  readonly world: World;
  readonly university: string;
  readonly hospital: string;
  readonly board: string;
  readonly closed: string;
}

function setScene(): Scene {
  const world = createWorld();
  const university = createNamed(world, "university");
  runOne(world, {
    signers: [signer(university, key("university")), sponsored],
    operations: [op.rotate(university, 1, control(["new key"]), [key("university")])],
  });
  const hospital = createNamed(world, "hospital", {
    control: control(["hospital"], { nextKeyHashes: [nextKeyHash(key("hospital next"))] }),
  });
  const board = createNamed(world, "board", {
    control: control(["chair", "deputy", "clerk"], { threshold: 2 }),
  });
  const closed = createNamed(world, "closed");
  runOne(world, {
    signers: [signer(closed, key("closed")), sponsored],
    operations: [op.deactivate(closed, 1)],
  });
  return { world, university, hospital, board, closed };
}

interface Row {
  readonly operation: Operation["kind"];
  readonly caller: string;
  readonly code: ErrorCode;
  readonly make: (scene: Scene) => {
    readonly signers: readonly Signer[];
    readonly operation: Operation;
  };
}

const rows: Row[] = [];
function row(
  operation: Operation["kind"],
  [caller, code]: readonly [string, ErrorCode],
  make: Row["make"],
): void {
  rows.push({ operation, caller, code, make });
}

const fresh = createOf("fresh");
const freshDid = did("fresh");
const create = (signers: readonly Signer[]) => () => ({ signers, operation: op.create(fresh) });
const own = signer(freshDid, key("fresh"));
row("didCreate", ["own control key, with a sponsor", "APPLIED"], create([own, sponsored]));
row(
  "didCreate",
  ["own control key in role controller, with a sponsor", "APPLIED"],
  create([{ ...own, role: controller }, sponsored]),
);
row("didCreate", ["own control key, nobody sponsors", "SPONSOR_NOT_MEMBER"], create([own]));
row(
  "didCreate",
  ["own control key, a member authors beside it instead of sponsoring", "SPONSOR_NOT_MEMBER"],
  create([signer(did("alpha"), key("alpha")), own]),
);
row("didCreate", ["sponsor alone", "UNAUTHORISED"], create([sponsored]));
row(
  "didCreate",
  ["another key in the new DID's name", "UNAUTHORISED"],
  create([signer(freshDid, key("stranger")), sponsored]),
);
row(
  "didCreate",
  ["own control key as co-signer only", "UNAUTHORISED"],
  create([{ ...own, role: cosigner }, sponsored]),
);
row(
  "didCreate",
  ["own control key, named for another DID", "UNAUTHORISED"],
  create([signer(did("other"), key("fresh")), sponsored]),
);
row("didCreate", ["one of two keys that the threshold wants", "THRESHOLD_NOT_MET"], () => {
  const value = createOf("pair", { control: control(["pair", "pair 2"], { threshold: 2 }) });
  return {
    signers: [signer(didOfCreate(value), key("pair")), sponsored],
    operation: op.create(value),
  };
});
row("didCreate", ["again, for a DID that exists", "DID_EXISTS"], () => ({
  signers: [signer(did("alpha"), key("alpha")), sponsored],
  operation: op.create(createOf("alpha")),
}));

type DidOperation = "didUpdate" | "didDeactivate" | "didRotateKeys";
const establishment: readonly DidOperation[] = ["didDeactivate", "didRotateKeys"];

function about(kind: DidOperation, owner: string, at: readonly [number, string]): Operation {
  const [version, name] = at;
  if (kind === "didDeactivate") return op.deactivate(owner, version);
  if (kind === "didUpdate") {
    return op.update(owner, version, documentWith(), documentKeysOf(name));
  }
  return op.rotate(owner, version, control(["newest key"]), [key("new key")]);
}

for (const kind of ["didUpdate", ...establishment] as const) {
  const to = (caller: readonly [string, ErrorCode], signersOf: (scene: Scene) => Signer[]): void =>
    row(kind, caller, (scene) => ({
      signers: [...signersOf(scene), sponsored],
      operation: about(kind, scene.university, [2, "university"]),
    }));
  to(["current control key", "APPLIED"], (s) => [signer(s.university, key("new key"))]);
  to(["control key that was rotated out", "UNAUTHORISED"], (s) => [
    signer(s.university, key("university")),
  ]);
  to(["assertionMethod key of the DID", "UNAUTHORISED"], (s) => [
    signer(s.university, key("university/assert")),
  ]);
  to(["capabilityInvocation key of the DID", "UNAUTHORISED"], (s) => [
    signer(s.university, key("university/invoke")),
  ]);
  to(["current control key as co-signer", "UNAUTHORISED"], (s) => [
    signer(s.university, key("new key"), cosigner),
  ]);
  to(["sponsor alone", "UNAUTHORISED"], () => []);
  to(["control key of another DID, named for that DID", "UNAUTHORISED"], (s) => [
    signer(s.board, key("chair")),
  ]);
  to(["control key of another DID, named for this one", "UNAUTHORISED"], (s) => [
    signer(s.university, key("chair")),
  ]);
  row(kind, ["current control key, sponsor is no member", "SPONSOR_NOT_MEMBER"], (s) => ({
    signers: [signer(s.university, key("new key")), signer(s.board, key("board/invoke"), sponsor)],
    operation: about(kind, s.university, [2, "university"]),
  }));
  row(
    kind,
    ["current control key, sponsored by a key without that right", "UNAUTHORISED"],
    (s) => ({
      signers: [
        signer(s.university, key("new key")),
        signer(did("alpha"), key("alpha/assert"), sponsor),
      ],
      operation: about(kind, s.university, [2, "university"]),
    }),
  );
  row(kind, ["current control key, no sponsor, no member", "SPONSOR_NOT_MEMBER"], (s) => ({
    signers: [signer(s.university, key("new key"))],
    operation: about(kind, s.university, [2, "university"]),
  }));
  row(kind, ["one of two keys that the threshold wants", "THRESHOLD_NOT_MET"], (s) => ({
    signers: [signer(s.board, key("chair")), sponsored],
    operation: about(kind, s.board, [1, "board"]),
  }));
  row(
    kind,
    ["one control key beside a key that is none, threshold 2", "THRESHOLD_NOT_MET"],
    (s) => ({
      signers: [signer(s.board, key("chair")), signer(s.board, key("stranger")), sponsored],
      operation: about(kind, s.board, [1, "board"]),
    }),
  );
  row(kind, ["control key of a deactivated DID", "DID_DEACTIVATED"], (s) => ({
    signers: [signer(s.closed, key("closed")), sponsored],
    operation: about(kind, s.closed, [2, "closed"]),
  }));
  row(kind, ["key of a DID that does not exist", "DID_NOT_FOUND"], () => ({
    signers: [signer(freshDid, key("fresh")), sponsored],
    operation: about(kind, freshDid, [1, "fresh"]),
  }));
  row(kind, ["a member's own control key, without sponsor", "APPLIED"], () => ({
    signers: [signer(did("beta"), key("beta"))],
    operation:
      kind === "didRotateKeys"
        ? op.rotate(did("beta"), 1, control(["newest key"]), [key("beta")])
        : about(kind, did("beta"), [1, "beta"]),
  }));
}

row("didUpdate", ["current control key, pre-rotation on", "APPLIED"], (s) => ({
  signers: [signer(s.hospital, key("hospital")), sponsored],
  operation: about("didUpdate", s.hospital, [1, "hospital"]),
}));
row("didUpdate", ["revealed next key", "UNAUTHORISED"], (s) => ({
  signers: [signer(s.hospital, key("hospital next")), sponsored],
  operation: about("didUpdate", s.hospital, [1, "hospital"]),
}));
row("didUpdate", ["two of three control keys, threshold 2", "APPLIED"], (s) => ({
  signers: [signer(s.board, key("chair")), signer(s.board, key("clerk")), sponsored],
  operation: about("didUpdate", s.board, [1, "board"]),
}));
for (const kind of establishment) {
  const hospitalOperation = (s: Scene): Operation =>
    kind === "didDeactivate"
      ? op.deactivate(s.hospital, 1)
      : op.rotate(s.hospital, 1, control(["hospital next"]), [key("hospital")]);
  row(kind, ["current control key, pre-rotation on", "PRE_ROTATION_REQUIRED"], (s) => ({
    signers: [signer(s.hospital, key("hospital")), sponsored],
    operation: hospitalOperation(s),
  }));
  row(kind, ["revealed next key", "APPLIED"], (s) => ({
    signers: [signer(s.hospital, key("hospital next")), sponsored],
    operation: hospitalOperation(s),
  }));
  row(
    kind,
    ["a key that was never committed to, pre-rotation on", "PRE_ROTATION_MISMATCH"],
    (s) => ({
      signers: [signer(s.hospital, key("stranger")), sponsored],
      operation: hospitalOperation(s),
    }),
  );
  row(kind, ["revealed next key, named for another DID", "UNAUTHORISED"], (s) => ({
    signers: [signer(s.board, key("hospital next")), sponsored],
    operation: hospitalOperation(s),
  }));
}

type CredentialOperation = "credentialAnchor" | "credentialRevoke";
for (const kind of ["credentialAnchor", "credentialRevoke"] satisfies CredentialOperation[]) {
  const of = (issuer: string): Operation =>
    kind === "credentialAnchor"
      ? op.anchor(issuer, hashOf("credential"))
      : op.revoke(issuer, hashOf("credential"));
  const to = (caller: readonly [string, ErrorCode], signersOf: (scene: Scene) => Signer[]): void =>
    row(kind, caller, (scene) => ({
      signers: [...signersOf(scene), sponsored],
      operation: of(scene.university),
    }));
  to(["assertionMethod key of the issuer", "APPLIED"], (s) => [
    signer(s.university, key("university/assert")),
  ]);
  to(["assertionMethod key in role controller", "UNAUTHORISED"], (s) => [
    signer(s.university, key("university/assert"), controller),
  ]);
  to(["assertionMethod key as co-signer", "UNAUTHORISED"], (s) => [
    signer(s.university, key("university/assert"), cosigner),
  ]);
  to(["control key of the issuer", "UNAUTHORISED"], (s) => [signer(s.university, key("new key"))]);
  to(["authentication key of the issuer", "UNAUTHORISED"], (s) => [
    signer(s.university, key("university/login")),
  ]);
  to(["capabilityInvocation key of the issuer", "UNAUTHORISED"], (s) => [
    signer(s.university, key("university/invoke")),
  ]);
  to(["sponsor alone", "UNAUTHORISED"], () => []);
  to(["another issuer's assertionMethod key, named for that issuer", "UNAUTHORISED"], (s) => [
    signer(s.hospital, key("hospital/assert")),
  ]);
  to(["another issuer's assertionMethod key, named for this issuer", "UNAUTHORISED"], (s) => [
    signer(s.university, key("hospital/assert")),
  ]);
  row(kind, ["assertionMethod key of a deactivated issuer", "DID_DEACTIVATED"], (s) => ({
    signers: [signer(s.closed, key("closed/assert")), sponsored],
    operation: of(s.closed),
  }));
  row(kind, ["key of an issuer that does not exist", "DID_NOT_FOUND"], () => ({
    signers: [signer(freshDid, key("fresh/assert")), sponsored],
    operation: of(freshDid),
  }));
  row(kind, ["assertionMethod key, no sponsor, no member", "SPONSOR_NOT_MEMBER"], (s) => ({
    signers: [signer(s.university, key("university/assert"))],
    operation: of(s.university),
  }));
  row(kind, ["assertionMethod key, sponsor is no member", "SPONSOR_NOT_MEMBER"], (s) => ({
    signers: [
      signer(s.university, key("university/assert")),
      signer(s.hospital, key("hospital/invoke"), sponsor),
    ],
    operation: of(s.university),
  }));
  row(kind, ["a member's own assertionMethod key, without sponsor", "APPLIED"], () => ({
    signers: [signer(did("beta"), key("beta/assert"))],
    operation: of(did("beta")),
  }));
  row(kind, ["a stranger's key in a member's name, without sponsor", "UNAUTHORISED"], () => ({
    signers: [signer(did("beta"), key("stranger"), author)],
    operation: of(did("beta")),
  }));
}

const addEcho = ({ world }: Scene): Operation => change(world, { add: [candidate(world, "echo")] });
const byMembers = (caller: readonly [string, ErrorCode], ...signers: readonly Signer[]): void =>
  row("validatorChange", caller, (s) => ({ signers, operation: addEcho(s) }));
const [alpha, beta, gamma] = membersSign("alpha", "beta", "gamma") as [Signer, Signer, Signer];
const gammaWith = (name: string): Signer => ({ ...gamma, multikey: key(`gamma${name}`) });

byMembers(
  ["members of 3/4 of the weight, one authors, the others co-sign", "APPLIED"],
  alpha,
  beta,
  gamma,
);
byMembers(
  ["members of 3/4 of the weight co-sign, one of them sponsors with another key", "UNAUTHORISED"],
  ...[alpha, beta, gamma].map((member) => ({ ...member, role: cosigner })),
  signer(did("alpha"), key("alpha/assert"), sponsor),
);
byMembers(
  ["members of 3/4 of the weight co-sign, a fourth one sponsors", "APPLIED"],
  ...[alpha, beta, gamma].map((member) => ({ ...member, role: cosigner })),
  signer(did("delta"), key("delta/invoke"), sponsor),
);
byMembers(["members of 2/4 of the weight", "WEIGHT_NOT_MET"], alpha, beta);
byMembers(
  ["members of 2/4 of the weight, a third one only sponsors", "WEIGHT_NOT_MET"],
  ...[alpha, beta].map((member) => ({ ...member, role: cosigner })),
  signer(did("gamma"), key("gamma/invoke"), sponsor),
);
byMembers(
  ["members of 2/4 of the weight, a third one as controller, sponsored", "WEIGHT_NOT_MET"],
  ...[alpha, beta].map((member) => ({ ...member, role: cosigner })),
  { ...gamma, role: controller },
  signer(did("delta"), key("delta/invoke"), sponsor),
);
byMembers(["a member alone", "WEIGHT_NOT_MET"], alpha);
byMembers(
  ["members of 2/4 of the weight, a control key of a third one", "WEIGHT_NOT_MET"],
  alpha,
  beta,
  gammaWith(""),
);
byMembers(
  ["members of 2/4 of the weight, an assertionMethod key of a third one", "WEIGHT_NOT_MET"],
  alpha,
  beta,
  gammaWith("/assert"),
);
byMembers(
  ["members of 2/4 of the weight, a stranger's key for a third one", "WEIGHT_NOT_MET"],
  alpha,
  beta,
  { ...gamma, multikey: key("stranger") },
);
byMembers(["sponsor alone", "UNAUTHORISED"], sponsored);
row(
  "validatorChange",
  ["members of 2/4 of the weight, a key that a third one took out", "WEIGHT_NOT_MET"],
  (s) => {
    const gone = documentKeysOf("gamma");
    runOne(s.world, {
      signers: [signer(did("gamma"), key("gamma"))],
      operations: [op.update(did("gamma"), 1, documentWith(), gone)],
    });
    return { signers: [alpha, beta, gamma], operation: addEcho(s) };
  },
);
row("validatorChange", ["DIDs that are no members, sponsored by one", "UNAUTHORISED"], (s) => ({
  signers: [signer(s.university, key("university/invoke")), sponsored],
  operation: addEcho(s),
}));

const byOne = (caller: readonly [string, ErrorCode], ...signers: readonly Signer[]): void =>
  row("validatorReenter", caller, ({ world }) => ({ signers, operation: reenter(world, "beta") }));
const betaOwn = signer(did("beta"), key("beta/invoke"));
byOne(["capabilityInvocation key of the validator's member, without sponsor", "APPLIED"], betaOwn);
byOne(
  ["capabilityInvocation key of the validator's member, sponsored", "APPLIED"],
  betaOwn,
  sponsored,
);
byOne(
  ["capabilityInvocation key of the member as co-signer", "UNAUTHORISED"],
  { ...betaOwn, role: cosigner },
  sponsored,
);
byOne(["control key of the member", "UNAUTHORISED"], { ...betaOwn, multikey: key("beta") });
byOne(["assertionMethod key of the member", "UNAUTHORISED"], {
  ...betaOwn,
  multikey: key("beta/assert"),
});
byOne(["another member", "UNAUTHORISED"], alpha);
byOne(
  ["another member's key in the name of the validator's member, sponsored", "UNAUTHORISED"],
  { ...betaOwn, multikey: key("alpha/invoke") },
  sponsored,
);
byOne(["members of 3/4 of the weight without the validator's", "UNAUTHORISED"], alpha, gamma, {
  ...gamma,
  did: did("delta"),
  multikey: key("delta/invoke"),
});
byOne(["sponsor alone", "UNAUTHORISED"], sponsored);
row(
  "validatorReenter",
  ["a member whose DID is deactivated, sponsored", "DID_DEACTIVATED"],
  ({ world }) => {
    runOne(world, {
      signers: [signer(did("beta"), key("beta"))],
      operations: [op.deactivate(did("beta"), 1)],
    });
    return { signers: [betaOwn, sponsored], operation: reenter(world, "beta") };
  },
);
row(
  "validatorReenter",
  ["a key that the member took out, sponsored", "UNAUTHORISED"],
  ({ world }) => {
    runOne(world, {
      signers: [signer(did("beta"), key("beta"))],
      operations: [op.update(did("beta"), 1, documentWith(), documentKeysOf("beta"))],
    });
    return { signers: [betaOwn, sponsored], operation: reenter(world, "beta") };
  },
);

it.each(rows.map((entry) => [entry.operation, entry.caller, entry.code, entry] as const))(
  "%s by %s: %s",
  (_operation, _caller, code, entry) => {
    const scene = setScene();
    const { signers, operation } = entry.make(scene);
    expect(operation.kind).toBe(entry.operation);
    expect(runOne(scene.world, { signers, operations: [operation] }).name).toBe(code);
  },
);

it("covers every operation kind with a row that is applied and rows that are refused", () => {
  for (const kind of operationKinds) {
    const codes = rows.filter(({ operation }) => operation === kind).map(({ code }) => code);
    expect(codes).toContain("APPLIED");
    expect(codes.filter((code) => code !== "APPLIED").length).toBeGreaterThan(5);
  }
});

it("is what docs/authorisation.md says", () => {
  const lines = [
    "# Who may do what",
    "",
    "Made from the table in `packages/ledger/test/authorisation.test.ts`, which executes every row",
    "and compares; `CARTORIO_UPDATE=1` writes this page. Rules: `docs/ledger.md` 1, 2, 8 and",
    "`docs/consensus.md` 8, 9. Unless the caller says otherwise, a member sponsors the transaction of a",
    "`did` or `credential` operation with a `capabilityInvocation` key; members sign operations on",
    "validators with such a key, without a sponsor. The network has four members of equal weight.",
    "",
    "| operation | caller | receipt |",
    "|---|---|---|",
    ...operationKinds.flatMap((kind) =>
      rows
        .filter(({ operation }) => operation === kind)
        .map(({ caller, code }) => `| ${kind} | ${caller} | ${code} |`),
    ),
    "",
  ];
  const page = lines.join("\n");
  expect(generatedFile("docs/authorisation.md", page)).toBe(page);
});
