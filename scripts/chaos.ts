import { exitNotAvailable } from "./lib/later.ts";

exitNotAvailable(
  "chaos",
  "a cluster of real processes perturbed by kill -9, pauses, partitions and slow networks",
);
