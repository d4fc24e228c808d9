import { unreachable } from '../foundation/invariant.js';
import type { Code, ImportSymbol } from './code.js';
import { hanging, indent, joinCode, raw } from './code.js';
import type { Identifier } from './identifier.js';
import { quote } from './literal.js';

/** A type of TypeScript as it stands in an annotation: laid out in one line where it fits, else as Prettier would. */
export type TypeExpression =
  | { readonly kind: 'keyword'; readonly text: Keyword }
  | { readonly kind: 'literal'; readonly text: string }
  /** A type by its name: imported, or one that TypeScript brings along. */
  | {
      readonly kind: 'reference';
      readonly symbol: ImportSymbol | Identifier;
      readonly args: readonly TypeExpression[];
    }
  | { readonly kind: 'union'; readonly members: readonly TypeExpression[] }
  /** A readonly array. */
  | { readonly kind: 'array'; readonly item: TypeExpression };

export type Keyword = 'string' | 'number' | 'boolean' | 'null' | 'undefined' | 'never' | 'unknown';

/** The width that lines are kept to: Prettier's printWidth of this project. */
export const PRINT_WIDTH = 110;

export const keywordType = (text: Keyword): TypeExpression => ({ kind: 'keyword', text });

export const UNDEFINED_TYPE = keywordType('undefined');
export const NULL_TYPE = keywordType('null');
export const STRING_TYPE = keywordType('string');

/** The type of one string. */
export const literalType = (text: string): TypeExpression => ({ kind: 'literal', text: quote(text) });

export const referenceType = (
  symbol: ImportSymbol | Identifier,
  ...args: readonly TypeExpression[]
): TypeExpression => ({
  kind: 'reference',
  symbol: 'kind' in symbol || symbol.typeOnly === true ? symbol : { ...symbol, typeOnly: true },
  args,
});

export const arrayType = (item: TypeExpression): TypeExpression => ({ kind: 'array', item });

/** A union without repetitions; of one member, the member. */
export function unionType(members: readonly TypeExpression[]): TypeExpression {
  const flat = members.flatMap((member) => (member.kind === 'union' ? member.members : [member]));
  const seen = new Set<string>();
  const distinct = flat.filter((member) => {
    const key = keyOf(member);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const [only] = distinct;
  return distinct.length === 1 && only !== undefined ? only : { kind: 'union', members: distinct };
}

/** The type on one line. */
export const typeCode = (type: TypeExpression): Code => typeLine('', type, '');

/** The type on one line, with constant text around it: as few pieces as there can be, because there are so many of these. */
function typeLine(before: string, type: TypeExpression, after: string): Code {
  const pieces: (Code | ImportSymbol | Identifier)[] = [];
  const rest = printFlat(type, before, pieces) + after;
  if (pieces.length === 0) return raw(rest);
  if (rest !== '') pieces.push(raw(rest));
  return { kind: 'joined', members: pieces, separator: '' };
}

/** Appends to the pieces; gives the text that is not yet among them. */
function printFlat(type: TypeExpression, text: string, pieces: (Code | ImportSymbol | Identifier)[]): string {
  switch (type.kind) {
    case 'keyword':
    case 'literal':
      return text + type.text;
    case 'reference':
      if (text !== '') pieces.push(raw(text));
      pieces.push(type.symbol);
      return type.args.length === 0 ? '' : `${printList(type.args, '<', ', ', pieces)}>`;
    case 'union':
      return printList(type.members, text, ' | ', pieces);
    case 'array':
      return type.item.kind === 'union'
        ? `${printFlat(type.item, `${text}readonly (`, pieces)})[]`
        : `${printFlat(type.item, `${text}readonly `, pieces)}[]`;
    default:
      return unreachable(type);
  }
}

function printList(
  types: readonly TypeExpression[],
  before: string,
  separator: string,
  pieces: (Code | ImportSymbol | Identifier)[],
): string {
  let text = before;
  types.forEach((type, index) => {
    text = printFlat(type, index === 0 ? text : text + separator, pieces);
  });
  return text;
}

/** Characters that the type takes on one line. */
export function typeWidth(type: TypeExpression): number {
  switch (type.kind) {
    case 'keyword':
    case 'literal':
      return type.text.length;
    case 'reference':
      return type.symbol.name.length + (type.args.length === 0 ? 0 : 2 + widthOf(type.args, 2));
    case 'union':
      return widthOf(type.members, 3);
    case 'array':
      return typeWidth(type.item) + (type.item.kind === 'union' ? 13 : 11);
    default:
      return unreachable(type);
  }
}

/**
 * A property with its type and a semicolon. `head` ends with the colon and is text that was checked; the line starts
 * behind `indentation` columns.
 */
export function typedProperty(head: string, type: TypeExpression, indentation: number): Code {
  if (indentation + head.length + 2 + typeWidth(type) <= PRINT_WIDTH) return typeLine(`${head} `, type, ';');
  if (type.kind === 'union')
    return joinCode([raw(head), brokenUnion(type.members, indentation), raw(';')], '');
  return joinCode([raw(`${head} `), broken(type, indentation), raw(';')], '');
}

/** What follows the `=` of a type alias at the start of a line. */
export function typeAfterEquals(type: TypeExpression, column: number): Code {
  if (column + 2 + typeWidth(type) <= PRINT_WIDTH) return typeLine(' ', type, '');
  if (type.kind === 'union') return brokenUnion(type.members, 0);
  if (type.kind === 'array' && type.item.kind === 'union') return joinCode([raw(' '), broken(type, 0)], '');
  return joinCode([raw('\n'), indent(typeCode(type))], '');
}

/** On the next line if it fits there, else a line for each member. */
function brokenUnion(members: readonly TypeExpression[], indentation: number): Code {
  const fits = indentation + 2 + widthOf(members, 3) + 1 <= PRINT_WIDTH;
  const body = fits ? joinCode(members.map(typeCode), ' | ') : unionLines(members, indentation + 2);
  return joinCode([raw('\n'), indent(body)], '');
}

function unionLines(members: readonly TypeExpression[], indentation: number): Code {
  return joinCode(
    members.map((member) => joinCode([raw('| '), hanging(fitted(member, indentation + 2, 1))], '')),
    '\n',
  );
}

/** On one line if it fits behind `indentation` columns, with `after` characters to follow. */
const fitted = (type: TypeExpression, indentation: number, after: number): Code =>
  indentation + typeWidth(type) + after <= PRINT_WIDTH ? typeCode(type) : broken(type, indentation);

function broken(type: TypeExpression, indentation: number): Code {
  if (type.kind === 'array' && type.item.kind === 'union') {
    const fits = indentation + 2 + typeWidth(type.item) <= PRINT_WIDTH;
    const items = fits ? typeCode(type.item) : unionLines(type.item.members, indentation + 2);
    return joinCode([raw('readonly (\n'), indent(items), raw('\n)[]')], '');
  }
  if (type.kind === 'reference' && type.args.length > 0) {
    const args = type.args.map((arg) =>
      arg.kind === 'union' && indentation + 3 + typeWidth(arg) > PRINT_WIDTH
        ? unionLines(arg.members, indentation + 2)
        : fitted(arg, indentation + 2, 1),
    );
    return joinCode([type.symbol, raw('<\n'), indent(joinCode(args, ',\n')), raw('\n>')], '');
  }
  return typeCode(type);
}

const widthOf = (types: readonly TypeExpression[], separator: number): number =>
  types.reduce((sum, type) => sum + typeWidth(type) + separator, -separator);

function keyOf(type: TypeExpression): string {
  switch (type.kind) {
    case 'keyword':
    case 'literal':
      return type.text;
    case 'reference':
      return `${'kind' in type.symbol ? '' : type.symbol.module}#${type.symbol.name}<${type.args.map(keyOf).join()}>`;
    case 'union':
      return `(${type.members.map(keyOf).join('|')})`;
    case 'array':
      return `${keyOf(type.item)}[]`;
    default:
      return unreachable(type);
  }
}
