import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const RUNTIME = fileURLToPath(new URL('../../src/runtime/codegen/v1/', import.meta.url));

/** What the compiler says about generated files under the strictest settings that a user may have: `path:line text`. */
export function strictProblems(files: readonly string[], root: string): readonly string[] {
  const program = ts.createProgram(files, {
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
    noFallthroughCasesInSwitch: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    allowUnreachableCode: false,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    noEmit: true,
    paths: {
      '@cimbind/runtime/codegen/v1': [join(RUNTIME, 'index.ts')],
      '@cimbind/runtime/codegen/v1/streams': [join(RUNTIME, 'streams.ts')],
    },
  });
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ file: at, start = 0, messageText }) => {
      const line = at === undefined ? 0 : at.getLineAndCharacterOfPosition(start).line + 1;
      return `${relative(root, file)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
}
