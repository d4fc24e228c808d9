import { relative } from 'node:path';
import ts from 'typescript';
import { RUNTIME_PATHS, STRICT_OPTIONS } from './strict-options.js';

/** What the compiler says about generated files under the strictest settings that a user may have: `path:line text`. */
export function strictProblems(files: readonly string[], root: string): readonly string[] {
  const program = ts.createProgram(files, { ...STRICT_OPTIONS, paths: RUNTIME_PATHS });
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ file: at, start = 0, messageText }) => {
      const line = at === undefined ? 0 : at.getLineAndCharacterOfPosition(start).line + 1;
      return `${relative(root, file)}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
}
