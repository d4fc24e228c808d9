import { unreachable } from '../foundation/invariant.js';
import type { Code, Filled, Hole, ImportSymbol, Joined } from './code.js';
import { primitiveText } from './code.js';

/** `ts`, or `js`: the same code without its type-only fragments. */
export type Language = 'ts' | 'js';

/** Code laid out, but for the names of imported symbols, which are known only when all of them are. */
export interface Sheet {
  readonly parts: string[];
  readonly symbols: readonly SymbolUse[];
  /** Every name that was printed as an identifier: imports must not take one of them. */
  readonly names: ReadonlySet<string>;
  /** Names of exported declarations, types aside, in order. */
  readonly exports: readonly string[];
}

export interface SymbolUse {
  readonly part: number;
  readonly symbol: ImportSymbol;
  readonly isType: boolean;
}

export interface SheetOptions {
  readonly language: Language;
  /** A script has no `export`. */
  readonly isScript: boolean;
}

/** Lays code out: one pass, chunks in an array, nothing joined twice. */
export function layOut(codes: readonly Code[], options: SheetOptions): Sheet {
  const parts: string[] = [];
  const symbols: SymbolUse[] = [];
  const names = new Set<string>();
  const exports: string[] = [];
  const indented = new Map<string, Map<string, string>>();

  const shift = (text: string, indentation: string): string => {
    if (indentation === '' || !text.includes('\n')) return text;
    let texts = indented.get(indentation);
    if (texts === undefined) indented.set(indentation, (texts = new Map()));
    let shifted = texts.get(text);
    if (shifted === undefined) texts.set(text, (shifted = indentLines(text, indentation)));
    return shifted;
  };

  const print = (text: string): void => {
    if (text !== '') parts.push(text);
  };

  const printHole = (hole: Hole, indentation: string, isType: boolean): void => {
    if (typeof hole !== 'object' || hole === null) return print(primitiveText(hole));
    if (isList(hole)) return hole.forEach((item) => printHole(item, indentation, isType));
    if (!('kind' in hole)) {
      symbols.push({ part: parts.length, symbol: hole, isType: isType || hole.typeOnly === true });
      parts.push(hole.name);
      return;
    }
    switch (hole.kind) {
      case 'filled':
        return printFilled(hole, indentation, isType);
      case 'verbatim':
        return print(indentation === '' ? hole.text : indentLines(hole.text, indentation));
      case 'identifier':
        names.add(hole.name);
        return print(hole.name);
      case 'joined':
        return printJoined(hole, indentation, isType);
      case 'exported':
        names.add(hole.name);
        exports.push(hole.name);
        return print(`${options.isScript ? '' : 'export '}${hole.keyword} ${hole.name}`);
      default:
        return unreachable(hole);
    }
  };

  const printFilled = (filled: Filled, indentation: string, isType: boolean): void => {
    if (filled.typeOnly && options.language === 'js') return;
    const { texts, holes } = filled.template;
    let isLineDropped = false;
    texts.forEach((text, index) => {
      const at = parts.length;
      print(shift(isLineDropped ? text.replace(/^\n/, '') : text, indentation));
      isLineDropped = false;
      const place = holes[index];
      if (place === undefined) return;
      const before = parts.length;
      printHole(filled.holes[index], indentation + place.indentation, isType || filled.typeOnly);
      if (!place.isAlone || parts.length > before) return;
      // Takes back the line that the hole stood on.
      parts.length = at;
      const lineStart = text.lastIndexOf('\n');
      isLineDropped = lineStart < 0;
      if (lineStart > 0) print(shift(text.slice(0, lineStart), indentation));
    });
  };

  const printJoined = (joined: Joined, indentation: string, isType: boolean): void => {
    const separator = shift(joined.separator, indentation);
    let isFirst = true;
    for (const item of joined.members) {
      const at = parts.length;
      if (!isFirst) print(separator);
      const before = parts.length;
      printHole(item, indentation, isType);
      if (parts.length === before) parts.length = at;
      else isFirst = false;
    }
  };

  codes.forEach((item) => {
    const at = parts.length;
    if (at > 0) parts.push('\n\n');
    const before = parts.length;
    printHole(item, '', false);
    if (parts.length === before) parts.length = at;
  });
  return { parts, symbols, names, exports };
}

/** Indents every line but the first one; lines without text stay empty. */
const indentLines = (text: string, indentation: string): string =>
  text.includes('\n') ? text.replace(/\n(?!\n)/g, `\n${indentation}`) : text;

/** `Array.isArray` does not narrow readonly arrays. */
const isList = (hole: object): hole is Extract<Hole, readonly unknown[]> => Array.isArray(hole);
