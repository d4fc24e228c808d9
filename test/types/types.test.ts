import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

/*
 * Generated declarations must compile under the strictest settings. The files beside this one say what must compile
 * with them, and by `@ts-expect-error` what must not.
 */
const HERE = fileURLToPath(new URL('.', import.meta.url));
const GOLDEN = fileURLToPath(new URL('../golden/types/', import.meta.url));
const RUNTIME = fileURLToPath(new URL('../../src/runtime/codegen/v1/index.ts', import.meta.url));

const filesBelow = (folder: string, suffix: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(suffix) && !path.endsWith('.test.ts'))
    .map((path) => join(folder, path));

test('generated declarations hold what they promise', () => {
  const files = [...filesBelow(HERE, '.ts'), ...filesBelow(GOLDEN, 'types.ts')];
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    noEmit: true,
    paths: {
      '@cimbind/runtime/codegen/v1': [RUNTIME],
      '@cimbind/runtime/codegen/v1/streams': [RUNTIME.replace('index.ts', 'streams.ts')],
    },
  });
  const problems = files.flatMap((file) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ file: at, start = 0, messageText }) => {
      const line = at === undefined ? 0 : at.getLineAndCharacterOfPosition(start).line + 1;
      return `${relative(HERE, file)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
  expect(problems).toEqual([]);
});
