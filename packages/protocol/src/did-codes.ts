/** Receipt codes of the registry: numbers 41..59 (error-codes.ts). */
export const didCodes = {
  DID_FROZEN: {
    number: 41,
    summary: "Governance has stopped the writes of the DID for a time.",
    action: "Wait for the end that its metadata shows, or ask the members.",
  },
  CONTROLLER_INVALID: {
    number: 42,
    summary:
      "A controller does not exist, is deactivated or frozen, or is controlled by the DID itself.",
    action: "Name other DIDs that are active and not controlled by this one.",
  },
  CONTROL_TOO_DEEP: {
    number: 43,
    summary: "Controllers are controlled by DIDs that other DIDs control: deeper than two levels.",
    action: "Name controllers that hold keys, or whose controllers hold keys.",
  },
  RECOVERY_NOT_COMMITTED: {
    number: 44,
    summary: "The DID has no recovery commitment, and its controllers can act.",
    action: "Let its keys or controllers sign; a commitment has to be made before it is needed.",
  },
  RECOVERY_NOT_FRESH: {
    number: 45,
    summary: "The recovery commitment is missing, or names keys that were committed to or shown.",
    action: "Commit to recovery keys that nobody has seen.",
  },
  RECOVERY_PENDING: {
    number: 46,
    summary: "A recovery is pending: nothing else may change the control of the DID.",
    action: "Cancel the recovery, or wait until it is finalised.",
  },
  RECOVERY_NOT_PENDING: {
    number: 47,
    summary: "No recovery is pending.",
    action: "Read the DID again: it was cancelled or finalised.",
  },
  RECOVERY_TOO_EARLY: {
    number: 48,
    summary: "The delay of the recovery has not passed.",
    action: "Wait for the time that the metadata of the DID shows.",
  },
  RECOVERY_FINAL: {
    number: 49,
    summary: "The recovery cannot be cancelled: current keys cancelled the one before.",
    action:
      "Nothing: committed keys win over current ones. Pre-rotation keeps the right to cancel.",
  },
  RECOVERY_VETOED: {
    number: 50,
    summary: "Current keys cancelled a recovery, so the commitment stays until one is finalised.",
    action: "Propose a recovery with the committed keys, or deactivate the DID.",
  },
} as const;
