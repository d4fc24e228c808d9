import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareSchemas } from '../../../src/pipeline/compare/compare-models.js';
import { apiSurface } from '../../../src/pipeline/compare/source/api-surface.js';
import { schemaOf } from '../../support/compile-schema.js';
import { BASE, schemaText, seededEdit } from '../../support/schema-edits.js';
import { RUNTIME_PATHS, STRICT_OPTIONS } from '../../support/strict-options.js';

const SEEDS = Array.from({ length: 100 }, (_, seed) => seed);
const before = schemaOf(schemaText(BASE));

/** The types of the SDK of a schema: one namespace, one module. */
function sdkTypes(schema: typeof before): string {
  const [module] = [...apiSurface(schema).modules.values()];
  return module?.text ?? '';
}

/** A program that does everything that one can do with the old SDK: reads and writes every value, touches every property. */
function programOver(checker: ts.TypeChecker, old: ts.SourceFile): string {
  const lines = [`import type * as Old from '../old/types.js';`, `import * as Sdk from './types.js';`];
  const symbol = checker.getSymbolAtLocation(old);
  for (const one of symbol === undefined ? [] : checker.getExportsOfModule(symbol)) {
    const { name } = one;
    const type = checker.getDeclaredTypeOfSymbol(one);
    lines.push(`export const read${name} = (value: Sdk.${name}): Old.${name} => value;`);
    lines.push(`export const write${name} = (value: Old.${name}): Sdk.${name} => value;`);
    const isObject = (of: ts.Type): boolean =>
      (of.flags & ts.TypeFlags.Object) !== 0 && !checker.isArrayType(of);
    if (type.isUnion() ? type.types.every(isObject) : isObject(type)) {
      for (const property of checker.getPropertiesOfType(type))
        lines.push(
          `export const take${name}_${property.name} = (value: Sdk.${name}): unknown => value.${property.name};`,
        );
    }
    if ((one.flags & ts.SymbolFlags.Variable) !== 0)
      for (const property of checker.getPropertiesOfType(checker.getTypeOfSymbol(one)))
        lines.push(`export const use${name}_${property.name} = Sdk.${name}.${property.name};`);
  }
  return lines.join('\n');
}

/** What the compiler says about the program over each edited SDK. */
function compilePrograms(): ReadonlyMap<number, readonly string[]> {
  const files = new Map<string, string>([['/old/types.ts', sdkTypes(before)]]);
  for (const seed of SEEDS)
    files.set(`/edit-${seed}/types.ts`, sdkTypes(schemaOf(schemaText(seededEdit(seed).schema))));
  const options: ts.CompilerOptions = {
    ...STRICT_OPTIONS,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noUnusedLocals: false,
    paths: RUNTIME_PATHS,
  };
  const plain = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...plain,
    getSourceFile: (name, language) =>
      files.has(name)
        ? ts.createSourceFile(name, files.get(name) ?? '', language, true)
        : plain.getSourceFile(name, language),
    fileExists: (name) => files.has(name) || plain.fileExists(name),
    readFile: (name) => files.get(name) ?? plain.readFile(name),
    // Folders in memory are there as soon as somebody asks for them.
    directoryExists: () => true,
  };
  const first = ts.createProgram(['/old/types.ts'], options, host);
  const old = first.getSourceFile('/old/types.ts');
  if (old === undefined) throw new Error('the old types are not there');
  const text = programOver(first.getTypeChecker(), old);
  for (const seed of SEEDS) files.set(`/edit-${seed}/program.ts`, text);
  const program = ts.createProgram([...files.keys()], options, host, first);
  return new Map(
    SEEDS.map((seed) => {
      const source = program.getSourceFile(`/edit-${seed}/program.ts`);
      const found = program
        .getSemanticDiagnostics(source)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
      return [seed, found];
    }),
  );
}

describe('source compatibility', () => {
  let said: ReadonlyMap<number, readonly string[]> = new Map();
  beforeAll(() => {
    said = compilePrograms();
  }, 240_000);

  test.each(SEEDS.map((seed) => [seed, seededEdit(seed).kind] as const))(
    'edit %i, %s: the verdict is that of the compiler',
    { timeout: 60_000 },
    async (seed) => {
      const after = schemaOf(schemaText(seededEdit(seed).schema));
      const changes = await compareSchemas(before, after, ['source']);
      const effects = changes.flatMap((change) =>
        change.effects.filter(({ category }) => category === 'source'),
      );
      const verdict = effects.some((one) => one.verdict === 'breaking') ? 'breaks' : 'compiles';
      const problems = said.get(seed) ?? [];
      expect({ verdict, problems }).toEqual({
        verdict: problems.length > 0 ? 'breaks' : 'compiles',
        problems,
      });
    },
  );

  test('the edits are of both kinds', () => {
    const broken = [...said.values()].filter((problems) => problems.length > 0).length;
    expect(broken).toBeGreaterThan(40);
    expect(SEEDS.length - broken).toBeGreaterThan(20);
  });
});
