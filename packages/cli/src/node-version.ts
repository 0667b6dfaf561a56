// Imported before anything else and by the oldest Node that can read modules: no newer syntax here.

/** The oldest version that works: type stripping without a flag and the APIs of libp2p. */
const required = { major: 24, minor: 12 };

/** Why a version of Node.js (`process.versions.node`) cannot run Cartorio; undefined if it can. */
export function nodeVersionProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isEnough = major > required.major || (major === required.major && minor >= required.minor);
  if (isEnough) return undefined;
  return (
    `error NODE_VERSION: this is Node.js ${version}, ` +
    `and Cartorio needs ${required.major}.${required.minor} or newer\n` +
    `  Install Node.js ${required.major} and start again with it; in a checkout, ` +
    "`npm run cartorio -- ...` finds or fetches it by itself.\n"
  );
}
