import type { UnsignedMessage } from "@cartorio/consensus";
import type { ConsensusMessage, ValidatorSet } from "@cartorio/protocol";
import { fakeScheme, type Key, keyOf } from "../keys.ts";
import { signMessage } from "../signing.ts";

export interface SigningContext {
  readonly chainId: Uint8Array;
  readonly validators: ValidatorSet;
}

/** The key of a validator on a stage. */
export function stageKey(validator: number): Key {
  return keyOf(`stage ${validator}`);
}

/** What a validator signs, or a liar with its key. */
export function signAs(
  { chainId, validators }: SigningContext,
  validator: number,
  message: UnsignedMessage,
): ConsensusMessage {
  const key = stageKey(validator);
  return signMessage(
    { scheme: fakeScheme, key, chainId, epoch: validators.epoch, validator },
    message,
  );
}
