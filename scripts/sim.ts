// `npm run sim`: seeds, or with --twins the enumeration of Twins.
const args = process.argv.slice(2);
if (args.includes("--twins")) {
  const { twinsMain } = await import("@cartorio/simulator/twins-main");
  process.exitCode = await twinsMain(args);
} else {
  await import("../packages/simulator/src/main.ts");
}
