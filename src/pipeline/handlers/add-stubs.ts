import type { ts as TypeScript } from 'ts-morph';
import type { FoundHandlers } from './find-handlers.js';

/** A text that goes in at an offset; nothing else of the file changes. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Stubs for the methods that are missing, before the bracket that ends the class or object: in the indentation and with the line
 * ends of the file. Types come from the type that the class implements, so no import has to be added.
 */
export function addStubs(
  file: TypeScript.SourceFile,
  { kind, node, type }: FoundHandlers,
  missing: readonly string[],
): readonly Insertion[] {
  if (missing.length === 0) return [];
  const { text } = file;
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const members: readonly TypeScript.Node[] = 'members' in node ? node.members : node.properties;
  const outer = indentationAt(text, node.getStart(file));
  const last = members.at(-1);
  const first = members[0];
  const ownLine = first !== undefined && /\n[ \t]*$/u.test(text.slice(0, first.getStart(file)));
  const inner =
    first !== undefined && ownLine
      ? indentationAt(text, first.getStart(file))
      : outer + (/^\t/mu.test(text) ? '\t' : '  ');
  const unit = inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '  ';
  const lines = (name: string): readonly string[] =>
    kind === 'class'
      ? [
          `${inner}${name}: ${type}['${name}'] = async () => {`,
          `${inner}${unit}throw new Error('${name} is not written yet');`,
          `${inner}};`,
        ]
      : [
          `${inner}async ${name}() {`,
          `${inner}${unit}throw new Error('${name} is not written yet');`,
          `${inner}},`,
        ];
  const insertions: Insertion[] = [];
  // The last property of an object may be without a comma.
  if (
    kind === 'object' &&
    last !== undefined &&
    !/,\s*$/u.test(commentless(text.slice(last.getEnd(), node.getEnd() - 1)))
  )
    insertions.push({ at: last.getEnd(), text: ',' });
  const close = node.getEnd() - 1;
  const lineStart = text.lastIndexOf('\n', close - 1) + 1;
  const isAlone = text.slice(lineStart, close).trim() === '';
  const stubs = missing.map((name) => lines(name).join(newLine));
  const gap = members.length > 0 ? newLine : '';
  const between = newLine + newLine;
  insertions.push(
    isAlone
      ? { at: lineStart, text: gap + stubs.join(between) + newLine }
      : { at: close, text: newLine + gap + stubs.join(between) + newLine + outer },
  );
  return insertions;
}

/** A text with the insertions, which are in order. */
export function insert(text: string, insertions: readonly Insertion[]): string {
  let result = '';
  let from = 0;
  for (const { at, text: added } of [...insertions].sort((a, b) => a.at - b.at)) {
    result += text.slice(from, at) + added;
    from = at;
  }
  return result + text.slice(from);
}

function indentationAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/u.exec(text.slice(lineStart))?.[0] ?? '';
}

const commentless = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu, '');
