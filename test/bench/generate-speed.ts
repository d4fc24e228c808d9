import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled, row, timeCommand } from './measure.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../../shared/corpus/multispeak-5.0.4', import.meta.url));

/** Generation of the largest corpus set, cold and unchanged, and the compiler's time over its output. */
export async function generateSpeed(): Promise<Readonly<Record<string, number>>> {
  console.log('\nGeneration of MultiSpeak 5.0.4');
  if (!existsSync(CORPUS)) {
    row('skipped: the corpus is not there');
    return Promise.resolve({});
  }
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-bench-'));
  try {
    writeFileSync(
      join(folder, 'cimbind.config.json'),
      JSON.stringify({ version: 1, inputs: [`${CORPUS}/**/*.xsd`], outDir: 'generated' }),
    );
    const generate = (): number => {
      const begun = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [`${ROOT}bin/cimbind.js`, 'generate'], {
        cwd: folder,
      });
      if (status !== 0) console.log(stderr.toString());
      return (performance.now() - begun) / 1000;
    };
    const cold = generate();
    const unchanged = generate();
    row('cimbind generate, cold', `${cold.toFixed(2)} s`, 'target 5', cold < 5 ? 'met' : 'MISSED');
    row(
      'cimbind generate, unchanged',
      `${unchanged.toFixed(2)} s`,
      'target 0.5',
      unchanged < 0.5 ? 'met' : 'MISSED',
    );
    const figures: Record<string, number> = { 'generate cold, s': cold, 'generate unchanged, s': unchanged };
    if (isInstalled('xjc', '-version')) {
      const schemas = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.xsd'),
      );
      const seconds = timeCommand('xjc', [
        '-quiet',
        '-extension',
        // Without it, names that collide end the run.
        '-XautoNameResolution',
        '-d',
        folder,
        ...schemas.map((file) => join(CORPUS, file)),
      ]);
      row('xjc', seconds === undefined ? 'failed' : `${seconds.toFixed(2)} s`);
    } else row('xjc', 'not installed (Debian: jaxb)');
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          module: 'ESNext',
          moduleResolution: 'Bundler',
          lib: ['ES2022', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
          types: [],
          strict: true,
          noUncheckedIndexedAccess: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: true,
          noEmit: true,
          paths: {
            '@cimbind/runtime/codegen/v1': [`${ROOT}dist/runtime/codegen/v1/index.d.ts`],
            '@cimbind/runtime/codegen/v1/streams': [`${ROOT}dist/runtime/codegen/v1/streams.d.ts`],
          },
        },
        include: ['generated'],
      }),
    );
    const begun = performance.now();
    const { status, stdout } = spawnSync(process.execPath, [
      `${ROOT}node_modules/typescript/bin/tsc`,
      '-p',
      folder,
    ]);
    const check = (performance.now() - begun) / 1000;
    row('tsc --strict over the output', `${check.toFixed(2)} s`, status === 0 ? 'no error' : 'ERRORS');
    if (status !== 0) console.log(stdout.toString().split('\n').slice(0, 5).join('\n'));
    return Promise.resolve({ ...figures, 'type check, s': check });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
