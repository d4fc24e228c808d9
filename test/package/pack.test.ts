import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

/*
 * What is published, installed into an empty folder and used there as a stranger would: both packages are packed as npm
 * packs them, their dependencies come from npm's cache or registry. Needs a build, which `npm test` makes first.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), 'cimbind-pack-'));
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
const SAMPLES = join(ROOT, 'input-models', 'metering', 'samples');

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly output: string;
}

function run(command: string, args: readonly string[], cwd = FOLDER): Run {
  // What npm tells its scripts must not tell the npm that is started here.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/iu.test(name)));
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1', CI: '1' },
    shell: process.platform === 'win32',
  });
  return { status, output: `${stdout}${stderr}` };
}

const cimbind = (...args: readonly string[]): Run => run('npx', ['--no-install', 'cimbind', ...args]);

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

function pack(folder: string): Packed {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', FOLDER];
  const { stdout } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [packed] = JSON.parse(stdout) as readonly Packed[];
  if (packed === undefined) throw new Error(`npm pack made nothing of ${folder}`);
  return packed;
}

const generator = pack(ROOT);
const runtime = pack(join(ROOT, 'src', 'runtime'));
const topOf = ({ files }: Packed): readonly string[] =>
  [...new Set(files.map(({ path }) => path.split('/')[0] ?? ''))].sort();

describe('what is published', () => {
  test('of cimbind', () => {
    expect(topOf(generator)).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'bin',
        'dist',
        'docs',
        // The envelopes that come with cimbind.
        'input-models',
        'package.json',
        'schemas',
        'templates',
      ].sort(),
    );
    const paths = generator.files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['bin/cimbind.js', 'dist/cli/main.js', 'dist/index.d.ts']));
    expect(
      paths.filter((path) =>
        /(?:^|\/)(?:test|generated|node_modules)\/|^input-models\/(?!README\.md$|envelope-[\w-]+\/Message\.xsd$)|\.tsbuildinfo$/u.test(
          path,
        ),
      ),
    ).toEqual([]);
  });

  test('of @cimbind/runtime', () => {
    expect(topOf(runtime)).toEqual(['LICENSE', 'README.md', 'dist', 'package.json'].sort());
    const description: unknown = JSON.parse(
      readFileSync(join(ROOT, 'src', 'runtime', 'package.json'), 'utf8'),
    );
    expect(description).not.toHaveProperty('dependencies');
  });

  test('both packages have one version', () => {
    const versionOf = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8')).version;
    expect(versionOf('src/runtime/package.json')).toBe(versionOf('package.json'));
  });
});

test(
  'an empty folder gets from schemas to a program that reads messages',
  { timeout: 300_000 },
  (context) => {
    writeFileSync(join(FOLDER, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }');
    const tarballs = [generator, runtime].map(({ filename }) => `./${filename}`);
    const installed = run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs]);
    if (/\b(?:ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENOTCACHED)\b/u.test(installed.output)) {
      context.skip('no registry can be reached, and npm has not cached the dependencies');
    }
    expect(installed).toMatchObject({ status: 0 });
    cpSync(join(ROOT, 'input-models', 'metering'), join(FOLDER, 'models'), { recursive: true });

    expect(
      cimbind('init', 'models', '--yes', '--out-dir', 'src/sdk', '--package', '@stranger/messages'),
    ).toMatchObject({ status: 0 });
    expect(cimbind('generate')).toMatchObject({ status: 0 });
    expect(cimbind('check')).toMatchObject({ status: 0 });
    const schema = ['--schema', 'models/MeterReadings.xsd'];
    expect(cimbind('validate', ...schema, 'models/samples/MeterReadings.xml')).toMatchObject({ status: 0 });
    const broken = cimbind('validate', ...schema, 'models/samples/MeterReadings-broken.xml');
    expect(broken.status).toBe(1);
    expect(broken.output).toContain('MeterReadings-broken.xml:18:15');
    expect(cimbind('validate', '--schema', 'models', 'models/samples/MeterReadings.xml').status).not.toBe(70);

    writeFileSync(join(FOLDER, 'src', 'main.ts'), PROGRAM);
    writeFileSync(join(FOLDER, 'tsconfig.json'), TSCONFIG);
    // `types: []`: neither Node's types nor anything else is asked of the user.
    expect(run(process.execPath, [TSC, '-p', '.'])).toEqual({ status: 0, output: '' });
    const program = run(process.execPath, ['out/main.js', join(SAMPLES, 'MeterReadings.xml')]);
    expect(program).toEqual({ status: 0, output: '48213.704 2\n' });

    // The output is a package itself, too.
    const sdk = join(FOLDER, 'src', 'sdk');
    expect(run(process.execPath, [TSC, '-p', '.'], sdk)).toEqual({ status: 0, output: '' });
    mkdirSync(join(FOLDER, 'node_modules', '@stranger'));
    symlinkSync(sdk, join(FOLDER, 'node_modules', '@stranger', 'messages'), 'junction');
    writeFileSync(join(FOLDER, 'use.js'), USER);
    expect(run(process.execPath, ['use.js'])).toEqual({
      status: 0,
      output: 'MeterReadings http://iec.ch/TC57/2011/MeterReadings#\n',
    });
    expect(topOf(packGenerated(sdk))).toEqual(['README.md', 'dist', 'package.json']);
    expect(existsSync(join(sdk, 'manifest.json'))).toBe(true);
  },
);

const packGenerated = (folder: string): Packed => pack(folder);

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    lib: ['ES2022', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    rootDir: 'src',
    outDir: 'out',
  },
  include: ['src'],
});

const PROGRAM = `
import { MeterReadings } from './sdk/meter-readings/index.js';

declare const process: { readonly argv: readonly string[] };
declare const console: { log(text: string): void };
// @ts-expect-error Without the types of Node.
const { readFileSync } = await import('node:fs');

const message: MeterReadings = MeterReadings.decode(readFileSync(process.argv[2] ?? ''));
const [reading] = message.MeterReading;
const values = reading?.IntervalBlocks.flatMap(({ IntervalReadings }) => IntervalReadings) ?? [];
console.log(\`\${reading?.Readings[0]?.value} \${values.length}\`);
`;

const USER = `
import { MeterReadings } from '@stranger/messages/meter-readings';
import * as all from '@stranger/messages';

if (all.meterReadings.MeterReadings !== MeterReadings) throw new Error('two modules of one message');
console.log(MeterReadings.name, MeterReadings.namespace);
`;
