import { runCommand } from "../lib/processes.ts";
import { run } from "./docker.ts";

/** Runs inside the image (no --input-type: workers would inherit it): signatures are checked on a worker thread made from `dist`. */
const workerProgram = `
async function main() {
  const { createVerifierPool, ed25519KeyPairFromSeed, signEd25519 } =
    await import("@cartorio/crypto/node");
  const { encodeMultikey } = await import("@cartorio/crypto");
  const keys = ed25519KeyPairFromSeed(new Uint8Array(32).fill(1));
  const message = new Uint8Array(100);
  const multikey = encodeMultikey("ed25519", keys.publicKey);
  const signature = signEd25519(keys, message);
  const wrong = Uint8Array.from(signature, (byte, index) => (index === 0 ? byte ^ 1 : byte));
  const pool = createVerifierPool({ workers: 1, maxQueued: 10 });
  const verdicts = await pool.verifyBatch([
    { multikey, message, signature },
    { multikey, message, signature: wrong },
  ]);
  await pool.close();
  console.log(JSON.stringify(verdicts));
}
main();
`;

export interface ImageCheck {
  readonly title: string;
  readonly check: () => Promise<string>;
}

/** What must hold for the image itself, each a step of the test. */
export function imageChecks(image: string): readonly ImageCheck[] {
  const inside = (...command: [string, ...string[]]): Promise<string> =>
    run([
      ...(["docker", "run", "--rm", "--workdir", "/app", "--entrypoint"] as const),
      ...[command[0], image, ...command.slice(1)],
    ]);
  return [
    {
      title: "the image checks signatures on a worker thread",
      check: async () => {
        const answer = await inside("node", "--eval", workerProgram);
        if (answer !== "[true,false]") throw new Error(`the worker answered ${answer}`);
        return "one right and one wrong signature told apart";
      },
    },
    {
      title: "the image runs as a user without privileges",
      check: async () => {
        const user = await inside("id", "-u");
        if (user === "0") throw new Error("the image runs as root");
        return `uid ${user}`;
      },
    },
    {
      title: "the image holds no sources and no simulator",
      check: async () => {
        const { exitCode, output } = await runCommand(
          [
            ...(["docker", "run", "--rm", "--entrypoint", "sh", image, "-c"] as const),
            "find /app -name simulator -o -name '*.ts' -path '*@cartorio*' ! -name '*.d.ts' | head",
          ],
          "capture",
        );
        if (exitCode !== 0 || output.trim() !== "") throw new Error(`found ${output}`);
        return "only dist";
      },
    },
    {
      title: "the image makes no Byzantine validator",
      check: async () => {
        const { exitCode, output } = await runCommand(
          [
            ...(["docker", "run", "--rm", image, "devnet", "--dir", "/tmp/devnet"] as const),
            ...["--byzantine", "3:equivocate"],
          ],
          "capture",
        );
        if (exitCode !== 2 || !output.includes("the simulator, which this installation does not"))
          throw new Error(`exit code ${exitCode}: ${output}`);
        return "it says what is missing";
      },
    },
  ];
}
