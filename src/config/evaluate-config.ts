import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { sha256 } from '../foundation/hash.js';
import { cacheFolder, keep, readKept } from './cache-folder.js';
import { defineInterface } from './interface/interface-options.js';
import { defineConfig } from './options.js';
import { isRecord } from './shape.js';

/** What a configuration file exports, or why it cannot be told. */
export type Evaluation = { readonly value: unknown } | { readonly failure: string; readonly offset?: number };

/** Runs a configuration file. Everything that the user's code throws becomes a failure. */
export async function evaluateConfig(file: string, text: string): Promise<Evaluation> {
  try {
    switch (extname(file)) {
      case '.json':
        return { value: JSON.parse(text) };
      case '.ts':
      case '.mts':
      case '.cts':
        return { value: defaultExport(await runTypeScript(file)) };
      default: {
        // The hash makes a changed file a new module, which `generate --watch` needs.
        const url = `${pathToFileURL(file).href}?${sha256(text).slice(0, 16)}`;
        const loaded: unknown = await import(url);
        return { value: defaultExport(loaded) };
      }
    }
  } catch (error) {
    if (error instanceof SyntaxFailure) return { failure: error.message, offset: error.offset };
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

const defaultExport = (loaded: unknown): unknown =>
  isRecord(loaded) && 'default' in loaded ? loaded['default'] : loaded;

class SyntaxFailure extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * TypeScript becomes CommonJS and runs at once, without a file beside the configuration. `cimbind` in it means this
 * cimbind, so the import also resolves where cimbind was started by npx and is not installed in the project.
 */
async function runTypeScript(entry: string): Promise<unknown> {
  const transpiled = new Map<string, string>();
  await transpileClosure(entry, transpiled);
  const loaded = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const code = transpiled.get(file);
    if (code === undefined) return createRequire(file)(file);
    const module = { exports: {} };
    loaded.set(file, module);
    const fromHere = createRequire(file);
    const require = (specifier: string): unknown => {
      if (specifier === 'cimbind') return { __esModule: true, defineConfig, defineInterface };
      const target = typeScriptTarget(file, specifier);
      return target === undefined ? fromHere(specifier) : load(target);
    };
    const names = ['exports', 'require', 'module', '__filename', '__dirname'];
    const run: unknown = compileFunction(code, names, { filename: file });
    if (typeof run === 'function')
      Reflect.apply(run, undefined, [module.exports, require, module, file, dirname(file)]);
    return module.exports;
  };
  return load(entry);
}

/** Transpiles a file and, beforehand, everything in TypeScript that it imports by relative path. */
async function transpileClosure(entry: string, transpiled: Map<string, string>): Promise<void> {
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (transpiled.has(file)) continue;
    const code = await transpile(file, readFileSync(file, 'utf8'));
    transpiled.set(file, code);
    for (const [, specifier] of code.matchAll(/\brequire\("(\.[^"]*)"\)/gu)) {
      const target = specifier === undefined ? undefined : typeScriptTarget(file, specifier);
      if (target !== undefined) open.push(target);
    }
  }
}

/** The TypeScript file that a relative import means: `./shared.js`, `./shared.ts` and `./shared` mean `shared.ts`. */
function typeScriptTarget(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = resolve(dirname(from), specifier);
  if (existsSync(path) && !/\.[cm]?ts$/u.test(path)) return undefined;
  const candidates = [path, path.replace(/\.([cm]?)js$/u, '.$1ts'), `${path}.ts`, join(path, 'index.ts')];
  return candidates.find((candidate) => /\.[cm]?ts$/u.test(candidate) && existsSync(candidate));
}

async function transpile(file: string, text: string): Promise<string> {
  const key = sha256(`1\n${process.version}\n${text}`);
  const cached = join(cacheFolder(dirname(file)), 'config', `${key}.cjs`);
  const known = readKept(cached);
  if (known !== undefined) return known;
  // Half a second: only for text that was not seen before.
  const { ts } = await import('ts-morph');
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    // By any other extension TypeScript would decide on the module kind by itself.
    fileName: 'cimbind.config.ts',
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      // CommonJS is the point here, whatever the file is called.
      ignoreDeprecations: '6.0',
    },
  });
  const [problem] = diagnostics.filter(
    ({ category, code }) => category === ts.DiagnosticCategory.Error && code < 5000,
  );
  if (problem !== undefined) {
    throw new SyntaxFailure(ts.flattenDiagnosticMessageText(problem.messageText, ' '), problem.start ?? 0);
  }
  keep(cached, outputText);
  return outputText;
}
