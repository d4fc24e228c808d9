import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A generated package to type-check: module paths to text. */
export interface GeneratedModules {
  readonly id: string;
  readonly files: ReadonlyMap<string, string>;
}

const project = resolve(fileURLToPath(import.meta.url), '../../..');
const RUNTIME = join(project, 'src/runtime/codegen/v1/index.ts');

/** What issue and README promise: the strictest settings that a user may have. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noFallthroughCasesInSwitch: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Type-checks many generated packages in one program: libraries and runtime are parsed once a process, and bound and
 * resolved once a call. Answers with the first errors of each package that has some.
 */
export function typeCheck(packages: readonly GeneratedModules[]): ReadonlyMap<string, readonly string[]> {
  const virtual = new Map<string, string>();
  packages.forEach(({ files }, index) => {
    for (const [path, text] of files) if (path.endsWith('.ts')) virtual.set(`${ROOT}/${index}/${path}`, text);
  });
  const host = hostOver(virtual);
  const program = ts.createProgram({ rootNames: [...virtual.keys()], options: OPTIONS, host });
  const faults = new Map<string, readonly string[]>();
  packages.forEach(({ id, files }, index) => {
    const told: string[] = [];
    for (const path of files.keys()) {
      const source = program.getSourceFile(`${ROOT}/${index}/${path}`);
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

/** Libraries, runtime and nothing else from the disk; parsed once a process. */
const shared = new Map<string, ts.SourceFile | undefined>();

function hostOver(virtual: ReadonlyMap<string, string>): ts.CompilerHost {
  const libraries = dirname(ts.getDefaultLibFilePath(OPTIONS));
  const folders = new Set<string>();
  for (const path of virtual.keys())
    for (let at = dirname(path); at.length >= ROOT.length; at = dirname(at)) folders.add(at);
  const isVirtual = (path: string): boolean => path.startsWith(ROOT);
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
        const found =
          text === '@cimbind/runtime/codegen/v1'
            ? RUNTIME
            : resolve(dirname(containing), text).replaceAll('\\', '/').replace(/\.js$/, '.ts');
        return {
          resolvedModule: exists(found)
            ? { resolvedFileName: found, extension: ts.Extension.Ts, isExternalLibraryImport: false }
            : undefined,
        };
      }),
  };
}
