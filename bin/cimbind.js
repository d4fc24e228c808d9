#!/usr/bin/env node
// The common questions are answered, and the compiled code is cached, before anything is loaded.
import { existsSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`${version}\n`);
} else if (!existsSync(new URL('../dist/cli/main.js', import.meta.url))) {
  process.stderr.write('cimbind is not built yet, run: npm run build\n');
  process.exitCode = 2;
} else {
  nodeModule.enableCompileCache?.();
  const { runProcess } = await import('../dist/cli/main.js');
  await runProcess();
}
