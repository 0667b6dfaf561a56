import { exitNotAvailable } from "./lib/later.ts";

exitNotAvailable("e2e:compose", "the demo's story against a Docker Compose cluster");
