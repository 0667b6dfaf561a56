// `npm run e2e:compose`: builds the image, starts the Compose cluster, plays the demo's story on it.
import { runComposeTest } from "./e2e/run.ts";

process.exitCode = await runComposeTest(process.argv.slice(2));
