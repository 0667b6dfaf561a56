import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

export type AddressedRequest = Pick<IncomingMessage, "headers"> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

export interface Addresses {
  /** The address of who sent a request. */
  readonly of: (request: AddressedRequest) => string;
  /** Whether a connection carries requests of others. */
  readonly isProxy: (address: string) => boolean;
}

/**
 * Believes `x-forwarded-for` as far as those who wrote it are trusted: from the connection backwards, the
 * first address that is none of the proxies. Addresses and networks of proxies were checked before.
 */
export function createAddresses(trustedProxies: readonly string[]): Addresses {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = "", bits] = proxy.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string): boolean => {
    const family = isIP(address);
    return family !== 0 && trusted.check(address, family === 6 ? "ipv6" : "ipv4");
  };
  const of = ({ headers, socket }: AddressedRequest): string => {
    let address = plain(socket.remoteAddress ?? "");
    if (trustedProxies.length === 0) return address;
    const given = headers["x-forwarded-for"];
    const hops = (typeof given === "string" ? given.split(",") : []).map((hop) =>
      plain(hop.trim()),
    );
    while (isTrusted(address)) {
      const before = hops.pop();
      // What is no address was not written by a proxy.
      if (before === undefined || isIP(before) === 0) return address;
      address = before;
    }
    return address;
  };
  return { of, isProxy: (address) => isTrusted(plain(address)) };
}

/** IPv4 as IPv4, also over a socket of IPv6. */
function plain(address: string): string {
  return /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(address) ? address.slice("::ffff:".length) : address;
}
