/**
 * Things of the example network that the tests build from fixed seeds, so that the examples in the
 * method table are calls that work there. A test says what to write here when a format changes.
 */
export const exampleValues = {
  did: "",
  transactionId: "",
  envelope: "",
  commitment: "",
  headerHash: "",
} as const;
