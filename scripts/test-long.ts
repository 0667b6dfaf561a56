import { exitNotAvailable } from "./lib/later.ts";

exitNotAvailable(
  "test:long",
  "the runs too long for npm test (thousands of seeds, mutants, fuzzing, soak), one per NAME",
);
