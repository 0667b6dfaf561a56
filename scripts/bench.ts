import { exitNotAvailable } from "./lib/later.ts";

exitNotAvailable("bench", "cluster throughput against the bound that signature checking sets");
