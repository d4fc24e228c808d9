import { builtinModules } from 'node:module';
import { describe, expect, test } from 'vitest';
import { importsOf, sourceFiles } from './source-files.js';

/** Which folder of src may import which others, besides itself. What is not in the table is not allowed. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  runtime: [],
  foundation: [],
  diagnostics: ['foundation'],
  config: ['foundation', 'diagnostics', 'model'],
  model: ['foundation', 'diagnostics'],
  readers: ['foundation', 'diagnostics', 'model', 'runtime'],
  analysis: ['foundation', 'diagnostics', 'model', 'runtime'],
  printer: ['foundation', 'diagnostics'],
  emitters: ['foundation', 'diagnostics', 'model', 'analysis', 'printer'],
  samples: ['foundation', 'diagnostics', 'model', 'analysis', 'runtime'],
  pipeline: [
    'foundation',
    'diagnostics',
    'config',
    'model',
    'readers',
    'analysis',
    'printer',
    'emitters',
    'samples',
    'runtime',
  ],
  cli: ['foundation', 'diagnostics', 'config', 'pipeline'],
  'index.ts': ['config', 'diagnostics', 'pipeline'],
};

/** Single files that may be imported against the table, because they hold nothing but types and facts. */
const TYPE_ONLY: Readonly<Record<string, readonly string[]>> = {
  'src/pipeline/file-plan.ts': ['emitters'],
  'src/runtime/issue/issue.ts': ['cli'],
  'src/runtime/envelope/verb.ts': ['config', 'emitters'],
  'src/readers/source/source-host.ts': ['cli'],
};

/** Folders without access to files, processes and the network. */
const PURE = ['runtime', 'diagnostics', 'model', 'analysis', 'printer', 'emitters', 'samples'];

/** Parts of the runtime that need a platform, or a library of others. */
const PLATFORM = /^src\/runtime\/(?:transport|security|observe|adapter\/sqlite)\//u;

const layerOf = (path: string): string => path.split('/')[1] ?? '';

const files = sourceFiles('src');
const imports = files.flatMap(importsOf);

describe('directions of imports', () => {
  test('every folder of src is in the table', () => {
    const unknown = [...new Set(files.map(({ path }) => layerOf(path)))].filter(
      (layer) => !(layer in MAY_IMPORT),
    );
    expect(unknown).toEqual([]);
  });

  test('no import goes against the table', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!to.startsWith('src/') || layerOf(from) === layerOf(to)) return false;
      if (TYPE_ONLY[to.replace(/\.js$/u, '.ts')]?.includes(layerOf(from)) === true) return false;
      return MAY_IMPORT[layerOf(from)]?.includes(layerOf(to)) !== true;
    });
    expect(wrong).toEqual([]);
  });

  test('no relative import leaves src', () => {
    expect(
      imports.filter(({ to }) => to.startsWith('..') || (!to.startsWith('src/') && to.includes('/src/'))),
    ).toEqual([]);
  });

  test('the runtime imports nothing outside itself', () => {
    const outside = imports.filter(
      ({ from, to }) => layerOf(from) === 'runtime' && !to.startsWith('src/runtime/'),
    );
    // Transports, the security agent and stores may import an optional peer dependency.
    expect(outside.filter(({ from }) => !PLATFORM.test(from))).toEqual([]);
  });

  test('folders that compute have no file system, clock, environment or chance', () => {
    const modules = imports.filter(({ from, to }) => {
      if (!PURE.includes(layerOf(from)) || PLATFORM.test(from)) return false;
      return to.startsWith('node:') || builtinModules.includes(to);
    });
    const globals = files.filter(
      ({ path, text }) =>
        PURE.includes(layerOf(path)) &&
        layerOf(path) !== 'runtime' &&
        /\bprocess\.(?:env|cwd|argv)\b|\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)/u.test(text),
    );
    expect({ modules, globals: globals.map(({ path }) => path) }).toEqual({ modules: [], globals: [] });
  });

  test('no emitter knows another', () => {
    // How the type of a value is spelled is the same for all of them.
    const shared = ['value-type'];
    const folder = (path: string): string => path.split('/')[2] ?? '';
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('src/emitters/') &&
        to.startsWith('src/emitters/') &&
        to.split('/').length > 3 &&
        folder(from) !== folder(to) &&
        !shared.includes(folder(to)),
    );
    expect(wrong).toEqual([]);
  });

  test('commands import what is heavy only when they run', () => {
    const heavy = ['ts-morph', 'prettier', 'handlebars', 'typescript', 'tinyglobby'];
    const early = files.filter(
      ({ path, text }) =>
        /^src\/(?:cli|config|pipeline|diagnostics|foundation)\//u.test(path) &&
        heavy.some((name) => new RegExp(`^import (?!type).*from '${name}'`, 'mu').test(text)),
    );
    expect(early.map(({ path }) => path)).toEqual([]);
  });
});
