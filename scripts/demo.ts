import { exitNotAvailable } from "./lib/later.ts";

exitNotAvailable(
  "demo",
  "the whole identity story on four validator processes, every step checked",
);
