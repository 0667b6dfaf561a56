// Byzantine validators of a devnet. The strategies belong to the simulator, which is for testers and
// not part of the image: it is loaded where it is installed.
import { maximumFaulty } from "@cartorio/protocol";
import { type ByzantineWish, checkByzantine } from "./byzantine-flags.ts";
import { loadFromSimulator } from "./simulator.ts";

/** Strategy by validator, numbered from 0. Throws CliError USAGE. */
export async function findByzantine(
  wishes: readonly ByzantineWish[],
  validators: number,
): Promise<ReadonlyMap<number, string>> {
  if (wishes.length === 0) return new Map();
  const { realStrategies } = await loadFromSimulator(
    () => import("@cartorio/simulator/byzantine-node"),
    "--byzantine needs",
  );
  return checkByzantine(wishes, {
    validators,
    faulty: maximumFaulty(validators),
    strategies: realStrategies().map(({ name }) => name),
  });
}
