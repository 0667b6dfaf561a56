// What has to happen between noise and yamux.
import type { ConnectionEncrypter, PeerId } from "@libp2p/interface";
import { coalesceWrites } from "./coalesce-writes.ts";

/**
 * @param onInboundIdentity every key that noise has proven. libp2p drops a connection of our own key
 *   before any gate hears of it: this is the only place where such a twin shows.
 */
export function wrapEncrypter(
  encrypter: ConnectionEncrypter,
  onInboundIdentity: (peer: PeerId) => void,
): ConnectionEncrypter {
  return {
    protocol: encrypter.protocol,
    async secureOutbound(connection, options) {
      const secured = await encrypter.secureOutbound(connection, options);
      coalesceWrites(connection);
      return secured;
    },
    async secureInbound(connection, options) {
      const secured = await encrypter.secureInbound(connection, options);
      coalesceWrites(connection);
      onInboundIdentity(secured.remotePeer);
      return secured;
    },
  };
}
