// What a resolver says about itself, in the shapes of the Universal Resolver (its OpenAPI definition).
import { parseDid } from "@cartorio/protocol";
import type { MethodContext } from "./method.ts";

const METHOD = "cartorio";
/** As many as anybody needs to see that it works. */
const maxTestIdentifiers = 3;

type Tell = (context: MethodContext) => Promise<unknown>;

/** By the last part of the path: `/1.0/methods` and so on. */
export const resolverFacts: Readonly<Record<string, Tell>> = {
  properties: async ({ api }) => {
    const { network, version, protocolVersion } = await api.status();
    const prefix = `did:${METHOD}:${network}:`;
    return { [METHOD]: { network, prefix, version, protocolVersion } };
  },
  methods: async () => [METHOD],
  /** DIDs of the members that run validators: public, and there from the genesis on. */
  testIdentifiers: async ({ api }) => {
    const members = new Set((await api.peers()).map(({ member }) => member));
    const dids = [...members].filter((member) => parseDid(member) !== undefined);
    return { [METHOD]: dids.slice(0, maxTestIdentifiers) };
  },
  traits: async () => ({
    [METHOD]: {
      updatable: true,
      deactivatable: true,
      enumerable: false,
      historyAvailable: true,
      humanReadable: false,
    },
  }),
};
