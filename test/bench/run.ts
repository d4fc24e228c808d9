// npm run bench -- [--only part] [--report file.json]: measures side by side with peers in one run.

import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';

const PARTS: Readonly<Record<string, () => Promise<Readonly<Record<string, number>>>>> = {
  throughput: async () => (await import('./xml-throughput.js')).xmlThroughput(),
  memory: async () => (await import('./constant-memory.js')).constantMemory(),
  growth: async () => (await import('./linear-growth.js')).linearGrowth(),
  adapter: async () => (await import('./adapter-load.js')).adapterLoad(),
  generate: async () => (await import('./generate-speed.js')).generateSpeed(),
};

const { values } = parseArgs({ options: { only: { type: 'string' }, report: { type: 'string' } } });
const names = values.only === undefined ? Object.keys(PARTS) : values.only.split(',');
console.log(
  `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`,
);
const figures: Record<string, number> = {};
for (const name of names) {
  const part = PARTS[name];
  if (part === undefined) {
    console.error(`there is no part "${name}"; there are ${Object.keys(PARTS).join(', ')}`);
    process.exit(2);
  }
  Object.assign(figures, await part());
}
if (values.report !== undefined) writeFileSync(values.report, `${JSON.stringify(figures, null, 2)}\n`);
