import { defaultParameters } from "@cartorio/protocol";
import type { Command } from "commander";
import type { Host } from "./host.ts";
import { programVersion } from "./version.ts";

export function addVersion(program: Command, host: Host): void {
  program
    .command("version")
    .description("Show the versions of program, protocol and Node.js.")
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nExample:\n  $ cartorio version --json")
    .action((flags: { readonly json?: boolean }) => {
      const version = programVersion();
      const protocol = defaultParameters.protocolVersion;
      const node = process.versions.node;
      host.write(
        flags.json === true
          ? `${JSON.stringify({ version, protocol, node })}\n`
          : `cartorio ${version} (protocol ${protocol}, Node.js ${node})\n`,
      );
    });
}
