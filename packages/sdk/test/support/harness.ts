import { sha256, utf8Encode } from "@cartorio/crypto";
import type { Operation } from "@cartorio/protocol";
import { testServer } from "../../../gateway/test/support/http.ts";
import { createMemoryChain, genesisTime } from "../../../gateway/test/support/memory-chain.ts";
import { createMemoryNode, type MemoryNode } from "../../../gateway/test/support/memory-node.ts";
import {
  buildTransaction,
  type Client,
  type Clock,
  createClient,
  type DatedTrustAnchor,
  didCreate,
  didDocument,
  httpTransport,
  keyControl,
  localSigner,
  type Signer,
  signTransaction,
  submitTransaction,
} from "../../src/index.ts";

export interface TestIssuer {
  readonly did: string;
  readonly signer: Signer;
}

export interface Harness {
  readonly node: MemoryNode;
  readonly client: Client;
  readonly anchor: DatedTrustAnchor;
  readonly network: string;
  /** The clock of the client: a second after the newest block, unless moved. */
  readonly clock: Clock & { advance(durationMs: number): void };
  createIssuer(name: string, legalEntity?: boolean): Promise<TestIssuer>;
  /** Signs by the issuer, submits, executes in a block of its own. */
  send(issuer: TestIssuer, ...operations: readonly Operation[]): Promise<string>;
  /** A client of its own, which has seen nothing yet. */
  newClient(): Client;
}

/** SDK, real gateway and a memory node, without sockets. */
export function createHarness(network = "example"): Harness {
  const node = createMemoryNode({ chain: createMemoryChain(network), sealOnSubmit: true });
  const { chain } = node;
  let advancedMs = 1000;
  const clock = {
    now: () => chain.latest().header.time + advancedMs,
    delay: async (durationMs: number) => {
      advancedMs += durationMs;
    },
    advance: (durationMs: number) => {
      advancedMs += durationMs;
    },
  };
  const genesis = chain.blocks[0];
  if (genesis === undefined) throw new Error("no genesis");
  const { chainId } = chain;
  const anchor = { chainId, height: 0, headerHash: genesis.headerHash, date: genesisTime };
  const { fetch } = testServer(node.api);
  const transport = httpTransport("http://gateway.test", { fetch, clock });
  const newClient = () => createClient({ transport, anchor, clock });
  const client = newClient();

  async function send(issuer: TestIssuer, ...operations: readonly Operation[]): Promise<string> {
    const { did, signer } = issuer;
    const body = buildTransaction({
      chainId,
      signers: [{ did, multikey: signer.multikey, role: "author" }],
      operations,
      validUntil: clock.now() + 60_000,
    });
    const envelope = await signTransaction(body, [signer]);
    return (await submitTransaction(client, { envelope })).id;
  }

  async function createIssuer(name: string, legalEntity = false): Promise<TestIssuer> {
    const signer = localSigner("ed25519", sha256(utf8Encode(name)));
    const { did, operation } = didCreate({
      network,
      control: keyControl({ keys: [signer.multikey] }),
      document: didDocument({
        methods: [{ multikey: signer.multikey, relationships: ["assertionMethod"] }],
      }),
      legalEntity,
      nonce: sha256(utf8Encode(`nonce of ${name}`)).subarray(0, 16),
    });
    await send({ did, signer }, operation);
    return { did, signer };
  }

  return { node, client, anchor, network, clock, createIssuer, send, newClient };
}
