import type { Identifier } from './identifier.js';
import { identifier } from './identifier.js';
import { memberText, numberLiteral, propertyText, quote } from './literal.js';
import type { Template } from './template.js';
import { templateOf } from './template.js';

/**
 * A piece of code. Made only by this folder: text of a model gets into it as a quoted literal, a checked name or a
 * comment, and in no other way.
 */
export type Code = Filled | Verbatim | Joined | Exported;

/** Something that another module exports. The import line appears by itself. */
export interface ImportSymbol {
  /**
   * A package specifier, printed as it is; or a generated module, relative to the output folder and with the extension
   * that imports have: `./meter-readings/types.js`. Inside that very module the plain name is printed.
   */
  readonly module: string;
  readonly name: string;
  /** A type: imported with `import type`. Uses inside `annotation` are type-only anyway. */
  readonly typeOnly?: boolean;
}

/** What may stand in a hole of a template. A plain string is printed as a quoted literal, an array one after another. */
export type Hole =
  | Code
  | Identifier
  | ImportSymbol
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | readonly (Code | Identifier | ImportSymbol)[];

/** A template with its holes filled. */
export interface Filled {
  readonly kind: 'filled';
  readonly template: Template;
  readonly holes: readonly Hole[];
  /** Left out when JavaScript is rendered. */
  readonly typeOnly: boolean;
}

/** Text that was checked or quoted already. */
export interface Verbatim {
  readonly kind: 'verbatim';
  readonly text: string;
}

export interface Joined {
  readonly kind: 'joined';
  readonly members: readonly Hole[];
  readonly separator: string;
}

/** The beginning of an exported declaration. A script, which has no `export`, returns the name instead. */
export interface Exported {
  readonly kind: 'exported';
  readonly keyword: ExportedKeyword;
  readonly name: string;
}

export type ExportedKeyword =
  'const' | 'let' | 'class' | 'function' | 'function*' | 'async function' | 'async function*';

/** Every text that may stand between members: constants, so that no text of a model gets in by this way. */
export type Separator =
  '' | ' ' | ', ' | '; ' | ',\n' | '\n' | '\n\n' | ' | ' | ' & ' | ' && ' | ' || ' | ' + ' | ' : ';

export const NO_CODE: Code = { kind: 'verbatim', text: '' };

/**
 * A code fragment. The indentation that all lines of the template share is taken away; code in a hole is indented like
 * the line on which the hole stands; a line of nothing but a hole that prints nothing is left out.
 */
export const code = (strings: TemplateStringsArray, ...holes: readonly Hole[]): Code => ({
  kind: 'filled',
  template: templateOf(strings),
  holes,
  typeOnly: false,
});

/** A fragment that only TypeScript has: a type annotation, an assertion, an interface. */
export const annotation = (strings: TemplateStringsArray, ...holes: readonly Hole[]): Code => ({
  kind: 'filled',
  template: templateOf(strings),
  holes,
  typeOnly: true,
});

/** Text as it stands. For constants of the emitters only, never for anything that a model or a user gave. */
export const raw = (text: string): Code => ({ kind: 'verbatim', text });

/** Members with a separator between those that print something in the source. */
export const joinCode = (
  members: readonly (Code | Identifier | ImportSymbol)[],
  separator: Separator,
): Code => ({
  kind: 'joined',
  members: members.filter((member) => member !== NO_CODE),
  separator,
});

/** Statements or declarations, one below the other. */
export const lines = (members: readonly Code[]): Code => joinCode(members, '\n');

const INDENT = templateOf(['  ', '']);

/** A block, two spaces further in. In a template this happens by itself. */
export const indent = (block: Code): Code => ({
  kind: 'filled',
  template: INDENT,
  holes: [block],
  typeOnly: false,
});

const HANGING: Template = { texts: ['', ''], holes: [{ indentation: '  ', isAlone: false }] };

/** Indents every line but the first one. */
export const hanging = (block: Code): Code => ({
  kind: 'filled',
  template: HANGING,
  holes: [block],
  typeOnly: false,
});

/** The name of a property in a type or an object literal, quoted where it has to be. */
export const propertyName = (name: string): Code => ({ kind: 'verbatim', text: propertyText(name) });

/** Access to a property. */
export const member = (object: Code | Identifier | ImportSymbol, name: string): Code => ({
  kind: 'joined',
  members: [object, { kind: 'verbatim', text: memberText(name) }],
  separator: '',
});

/** `export function name`: the name is checked. What follows is up to the template. */
export const exported = (keyword: ExportedKeyword, name: string): Code => ({
  kind: 'exported',
  keyword,
  name: identifier(name).name,
});

/** Any value that JSON could hold, and `undefined`, as an expression; a long list takes a line for each member. */
export function literal(value: LiteralValue): Code {
  return { kind: 'verbatim', text: literalText(value) };
}

export type LiteralValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | readonly LiteralValue[]
  | { readonly [name: string]: LiteralValue };

/** Columns that a list may take before it is broken into a line for each member. */
const LITERAL_WIDTH = 90;

function literalText(value: LiteralValue): string {
  if (typeof value !== 'object' || value === null) return primitiveText(value);
  const members = isList(value)
    ? value.map(literalText)
    : Object.entries(value).map(([name, item]) => `${propertyText(name)}: ${literalText(item)}`);
  const [open, close, space] = isList(value) ? ['[', ']', ''] : ['{', '}', ' '];
  if (members.length === 0) return `${open}${close}`;
  const width = members.reduce(
    (sum, member) => sum + (member.includes('\n') ? Infinity : member.length + 2),
    0,
  );
  if (width <= LITERAL_WIDTH) return `${open}${space}${members.join(', ')}${space}${close}`;
  const broken = members.map((member) => `  ${member.replaceAll('\n', '\n  ')},\n`);
  return `${open}\n${broken.join('')}${close}`;
}

/** `Array.isArray` does not narrow readonly arrays. */
const isList = (value: object): value is readonly LiteralValue[] => Array.isArray(value);

/** A primitive value as an expression. */
export function primitiveText(value: string | number | bigint | boolean | null | undefined): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      return numberLiteral(value);
    case 'bigint':
      return `${value}n`;
    default:
      return String(value);
  }
}
