import { runSeed } from "./simulation.ts";

const [first, count] = process.argv.slice(2).map(Number);
const bySeed = performance.now();
let commits = 0,
  deliveries = 0,
  views = 0,
  unplanned = 0,
  failed = 0;
for (let seed = first ?? 1; seed < (first ?? 1) + (count ?? 1); seed += 1) {
  const c0 = process.cpuUsage();
  const result = runSeed(seed);
  const c = process.cpuUsage(c0);
  commits += result.commits;
  deliveries += result.statistics.deliveries;
  views += result.statistics.viewChanges;
  unplanned += result.statistics.unplannedViewChanges;
  if (!result.ok) failed += 1;
  console.log(
    seed,
    "n",
    result.n,
    result.ok ? "ok" : result.reason?.slice(0, 600),
    result.commits,
    result.statistics.deliveries,
    "views",
    result.statistics.viewChanges,
    result.statistics.unplannedViewChanges,
    "sim",
    result.simulatedMs,
    "cpu",
    Math.round((c.user + c.system) / 1000),
    result.byzantine.join(),
  );
  if (!result.ok && count === 1) console.log(result.trace.join("\n"));
}
console.log({
  commits,
  deliveries,
  views,
  unplanned,
  failed,
  perSecond: (deliveries / (performance.now() - bySeed)) * 1000,
});
