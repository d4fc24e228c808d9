import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ts } from 'ts-morph';
import { RUNTIME_ENTRY } from './api-surface.js';

/** Declarations, resolved by the compiler. */
export interface DeclarationProgram {
  readonly checker: ts.TypeChecker;
  readonly isOptional: (property: ts.Symbol) => boolean;
  /** An object with members of its own, or several in one; not a list, and not a text with a brand. */
  readonly isObject: (type: ts.Type) => boolean;
  /** What a file exports, by name. */
  exportsOf(file: string): ReadonlyMap<string, ts.Symbol>;
  /** The text of a top-level declaration without comments, to see whether it was touched at all. */
  declarationText(file: string, name: string): string;
}

/** Files of two SDKs in one program, side by side, over the types of the runtime. Nothing is checked that is not asked for. */
export async function declarationProgram(files: ReadonlyMap<string, string>): Promise<DeclarationProgram> {
  const { Project, ts: compiler } = await import('ts-morph');
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      target: compiler.ScriptTarget.ES2022,
      module: compiler.ModuleKind.ESNext,
      moduleResolution: compiler.ModuleResolutionKind.Bundler,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      types: [],
      paths: { [RUNTIME_ENTRY]: ['/runtime/codegen/v1/index'] },
    },
  });
  for (const [path, text] of [...runtimeTypes(), ...files]) project.createSourceFile(path, text);
  const checker = project.getTypeChecker().compilerObject;
  const sourceOf = (file: string): ts.SourceFile | undefined => project.getSourceFile(file)?.compilerNode;
  const printer = compiler.createPrinter({ removeComments: true });
  const isObject = (type: ts.Type): boolean => {
    if (type.isIntersection()) return type.types.every((one) => one.isUnion() || isObject(one));
    const isList = type.symbol?.name === 'Array' || type.symbol?.name === 'ReadonlyArray';
    return (type.flags & compiler.TypeFlags.Object) !== 0 && !isList;
  };
  return {
    checker,
    isOptional: ({ flags }) => (flags & compiler.SymbolFlags.Optional) !== 0,
    isObject,
    exportsOf(file) {
      const source = sourceOf(file);
      const symbol = source && checker.getSymbolAtLocation(source);
      const exported = symbol === undefined ? [] : checker.getExportsOfModule(symbol);
      return new Map(exported.map((one) => [one.name, one]));
    },
    declarationText(file, name) {
      const source = sourceOf(file);
      if (source === undefined) return '';
      const statements = source.statements.filter((statement) => declares(compiler, statement, name));
      return statements
        .map((statement) => printer.printNode(compiler.EmitHint.Unspecified, statement, source))
        .join('\n');
    },
  };
}

function declares(compiler: typeof ts, statement: ts.Statement, name: string): boolean {
  if (compiler.isInterfaceDeclaration(statement) || compiler.isTypeAliasDeclaration(statement))
    return statement.name.text === name;
  return (
    compiler.isVariableStatement(statement) &&
    statement.declarationList.declarations.some(
      (one) => compiler.isIdentifier(one.name) && one.name.text === name,
    )
  );
}

/** The declarations of the runtime that generated types refer to: those of this very installation. */
function runtimeTypes(): ReadonlyMap<string, string> {
  const root = fileURLToPath(new URL('../../../runtime/', import.meta.url));
  const found = new Map<string, string>();
  const visit = (path: string): void => {
    const file = ['.d.ts', '.ts']
      .map((ending) => `${path}${ending}`)
      .find((one) => existsSync(join(root, one)));
    if (file === undefined || found.has(`/runtime/${file}`)) return;
    const text = readFileSync(join(root, file), 'utf8');
    found.set(`/runtime/${file}`, text);
    for (const [, reference = ''] of text.matchAll(/from '(\.[^']*)\.js'/gu))
      visit(join(dirname(path), reference));
  };
  visit('codegen/v1/index');
  return found;
}
