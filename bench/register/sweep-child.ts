/** Sweeps the nation in a process of its own, so that its memory can be told. Prints seconds and megabytes as JSON. */
import { sweepNation } from '#clinic/cooperatives/server/commands/sweep-nation.ts';
import { openDatabase } from '#platform/database/client.ts';

const database = openDatabase(process.argv[2]!, 2);
const from = performance.now();
let pairs = 0;
await sweepNation(database, { now: () => new Date(), onOffice: (_, swept) => void (pairs += swept.pairs) });
const seconds = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage();
const cpu = (user + system) / 1_000_000;
// Linux counts in kilobytes.
console.log(JSON.stringify({ seconds, cpu, megabytes: process.resourceUsage().maxRSS / 1024, pairs }));
await database.close();
