// What the ledger costs per transaction, signatures apart, on a state in memory:
//   node --conditions=source packages/ledger/test/measure.ts [blocks] [transactions per block]
import { nodeHash } from "@cartorio/protocol";
import {
  apply,
  createNamed,
  createWorld,
  hashOf,
  key,
  op,
  propose,
  signer,
  sponsored,
  transaction,
} from "./world.ts";

const blocks = Number(process.argv[2] ?? 30);
const perBlock = Number(process.argv[3] ?? 1000);

const world = createWorld({ maxBlockTransactions: perBlock });
const issuer = createNamed(world, "university");
const author = signer(issuer, key("university/assert"));
const executeMicroseconds: number[] = [];
const applyMicroseconds: number[] = [];
let records = 0;
let pageBytes = 0;
for (let block = 0; block < blocks; block += 1) {
  const envelopes = Array.from({ length: perBlock }, (_, index) =>
    transaction(world, {
      signers: [author, sponsored],
      operations: [op.anchor(issuer, hashOf(`${block}/${index}`))],
    }),
  );
  const start = process.cpuUsage();
  const result = propose(world, envelopes);
  const executed = process.cpuUsage(start);
  apply(world, result);
  const last = block === blocks - 1;
  // The first blocks warm the compiler up.
  if (block >= blocks / 2) {
    executeMicroseconds.push(executed.user + executed.system);
    const applied = process.cpuUsage(start);
    applyMicroseconds.push(applied.user + applied.system - executed.user - executed.system);
  }
  records += result.writes.records.length;
  if (last) pageBytes = result.writes.pages.reduce((sum, { bytes }) => sum + bytes.length, 0);
  world.state.prune(world.ledger.head.height - 2);
}
/** Of the blocks in the middle: other processes share the machine. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return (sorted[sorted.length >> 1] ?? 0) / perBlock;
}
/** One tree node's hash, as a yardstick for the machine and what else runs on it. */
function hashMicroseconds(): number {
  const [left, right] = [hashOf("left"), hashOf("right")];
  const start = process.cpuUsage();
  for (let count = 0; count < 50_000; count += 1) nodeHash(left, right);
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 50_000;
}

process.stdout.write(
  `${JSON.stringify({
    suite: "ledger",
    blocks,
    perBlock,
    stateRecords: records,
    nodeHashCpuMicroseconds: Number(hashMicroseconds().toFixed(2)),
    executeCpuMicrosecondsPerTransaction: Number(median(executeMicroseconds).toFixed(1)),
    applyCpuMicrosecondsPerTransaction: Number(median(applyMicroseconds).toFixed(1)),
    pageBytesPerTransaction: Math.round(pageBytes / perBlock),
  })}\n`,
);
