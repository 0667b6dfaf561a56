import { describeSeeds } from "./run-seeds.ts";

describeSeeds(101);
