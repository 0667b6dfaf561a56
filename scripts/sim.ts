// `npm run sim`: seeds, with --twins the enumeration of Twins, with --mutant the real code with a mistake.
const args = process.argv.slice(2);
if (args.includes("--twins")) {
  const { twinsMain } = await import("@cartorio/simulator/twins-main");
  process.exitCode = await twinsMain(args);
} else if (args.includes("--mutant")) {
  const { mutantsMain } = await import("@cartorio/simulator/mutants-main");
  process.exitCode = await mutantsMain(args);
} else {
  await import("../packages/simulator/src/main.ts");
}
