import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { STRICT_OPTIONS } from '../support/strict-options.js';

/** A generated package to type-check: module paths to text. */
export interface GeneratedModules {
  readonly id: string;
  readonly files: ReadonlyMap<string, string>;
  /** It holds literals of values: the brands of datatypes, which no literal has, are taken for plain strings. */
  readonly isUnbranded?: boolean;
}

const project = resolve(fileURLToPath(import.meta.url), '../../..');
const RUNTIME = join(project, 'src/runtime/codegen/v1/index.ts');

/** Declarations of libraries are not what is checked. */
const OPTIONS: ts.CompilerOptions = { ...STRICT_OPTIONS, skipLibCheck: true };

/**
 * Type-checks many generated packages in one program: libraries and runtime are parsed once a process, and bound and
 * resolved once a call. Answers with the first errors of each package that has some.
 */
export function typeCheck(packages: readonly GeneratedModules[]): ReadonlyMap<string, readonly string[]> {
  const virtual = new Map([[UNBRANDED, unbrandedRuntime()]]);
  packages.forEach(({ files, isUnbranded }, index) => {
    const folder = folderOf(index, isUnbranded);
    for (const [path, text] of files) if (path.endsWith('.ts')) virtual.set(`${folder}/${path}`, text);
  });
  const host = hostOver(virtual);
  const program = ts.createProgram({ rootNames: [...virtual.keys()], options: OPTIONS, host });
  const faults = new Map<string, readonly string[]>();
  packages.forEach(({ id, files, isUnbranded }, index) => {
    const told: string[] = [];
    for (const path of files.keys()) {
      const source = program.getSourceFile(`${folderOf(index, isUnbranded)}/${path}`);
      if (source === undefined) continue;
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      for (const { messageText, start = 0, code } of found.slice(0, 3)) {
        const { line } = source.getLineAndCharacterOfPosition(start);
        told.push(
          `${path}:${line + 1} TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)}`,
        );
      }
    }
    if (told.length > 0) faults.set(id, told);
  });
  const [general] = program.getOptionsDiagnostics();
  if (general !== undefined) throw new Error(ts.flattenDiagnosticMessageText(general.messageText, ' '));
  return faults;
}

const ROOT = join(project, 'virtual').replaceAll('\\', '/');
const UNBRANDED = `${ROOT}/unbranded-runtime.ts`;

const folderOf = (index: number, isUnbranded = false): string =>
  `${ROOT}/${isUnbranded ? 'plain-' : ''}${index}`;

/** The runtime, but for the brands: each is a string. */
function unbrandedRuntime(): string {
  const brands = readFileSync(join(project, 'src/runtime/primitive/brand.ts'), 'utf8');
  const names = [...brands.matchAll(/^export type (\w+)/gm)].map(
    ([, name = '']) => `export type ${name} = string;`,
  );
  return [`export * from '${RUNTIME.replace(/\.ts$/, '.js')}';`, ...names].join('\n');
}

/** Libraries, runtime and nothing else from the disk; parsed once a process. */
const shared = new Map<string, ts.SourceFile | undefined>();

function hostOver(virtual: ReadonlyMap<string, string>): ts.CompilerHost {
  const libraries = dirname(ts.getDefaultLibFilePath(OPTIONS));
  const folders = new Set<string>();
  for (const path of virtual.keys())
    for (let at = dirname(path); at.length >= ROOT.length; at = dirname(at)) folders.add(at);
  const isVirtual = (path: string): boolean => path.startsWith(ROOT);
  const runtimeFor = (path: string): string => (path.startsWith(`${ROOT}/plain-`) ? UNBRANDED : RUNTIME);
  const exists = (path: string): boolean => (isVirtual(path) ? virtual.has(path) : ts.sys.fileExists(path));
  const format = {
    languageVersion: ts.ScriptTarget.ES2023,
    impliedNodeFormat: ts.ModuleKind.ESNext,
  } as const;
  return {
    fileExists: exists,
    readFile: (path) => virtual.get(path) ?? ts.sys.readFile(path),
    directoryExists: (path) => (isVirtual(path) ? folders.has(path) : ts.sys.directoryExists(path)),
    getSourceFile(path) {
      const text = virtual.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, format);
      if (isVirtual(path)) return undefined;
      if (!shared.has(path)) shared.set(path, ts.createSourceFile(path, readFileSync(path, 'utf8'), format));
      return shared.get(path);
    },
    getDefaultLibFileName: (options) => join(libraries, ts.getDefaultLibFileName(options)),
    getDefaultLibLocation: () => libraries,
    getCurrentDirectory: () => project,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map(({ text }) => {
        const found = candidates(text, containing).find(exists);
        const file = found === RUNTIME ? runtimeFor(containing) : found;
        return {
          resolvedModule:
            file === undefined
              ? undefined
              : { resolvedFileName: file, extension: ts.Extension.Ts, isExternalLibraryImport: false },
        };
      }),
  };
}

/** The files that an import may mean: sources of the runtime, generated modules beside the importing one. */
function candidates(specifier: string, containing: string): readonly string[] {
  const runtime = specifier.startsWith(PACKAGE)
    ? join(project, 'src/runtime', specifier.slice(PACKAGE.length))
    : '';
  return runtime === ''
    ? [resolve(dirname(containing), specifier).replaceAll('\\', '/').replace(/\.js$/, '.ts')]
    : [`${runtime}/index.ts`, `${runtime}.ts`];
}

const PACKAGE = '@cimbind/runtime/';
