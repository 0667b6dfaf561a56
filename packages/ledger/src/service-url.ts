// Endpoints as docs/ledger.md 2 wants them: no user-info, no query, no fragment. Written as patterns,
// because the core has no URL parser whose version could change a verdict. All are linear in time.

const pathCharacters = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*";
const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const host = `(?:${label}(?:\\.${label})*\\.?|\\[[0-9A-Fa-f:.]{2,45}\\])`;
const httpsUrl = new RegExp(`^https://${host}(?::[0-9]{1,5})?(?:/${pathCharacters})?$`);
const didUrl = new RegExp(
  `^did:[a-z0-9]+:(?:[A-Za-z0-9._:-]|%[0-9A-Fa-f]{2})*[A-Za-z0-9._-](?:/${pathCharacters})?$`,
);
const maxHostCharacters = 253;

/** True for an https URL or a DID URL without user-info, query and fragment. */
export function isServiceEndpoint(text: string): boolean {
  if (didUrl.test(text)) return true;
  return httpsUrl.test(text) && hostLength(text) <= maxHostCharacters;
}

function hostLength(text: string): number {
  const end = text.slice("https://".length).search(/[:/]/);
  return end === -1 ? text.length : end;
}

const uri = /^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$/;

/** True for an absolute URI (RFC 3986) in ASCII. */
export function isAbsoluteUri(text: string): boolean {
  return uri.test(text);
}
