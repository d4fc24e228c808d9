import { invariant } from '../foundation/invariant.js';

/** A name that was checked: printed as it stands. */
export interface Identifier {
  readonly kind: 'identifier';
  readonly name: string;
}

/** What no binding may be called in a module (ECMAScript, reserved words, strict mode; and what would only confuse). */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield NaN Infinity'
  ).split(' '),
);

/** What no type alias or interface may be called, besides reserved words. */
const PREDEFINED_TYPES: ReadonlySet<string> = new Set(
  'any bigint boolean never number object string symbol undefined unknown void'.split(' '),
);

const ASCII_IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const IDENTIFIER = /^[$_\p{ID_Start}][$\u200c\u200d\p{ID_Continue}]*$/u;

/** Whether a text has the form of an identifier name: enough for a property behind a dot. */
export const isIdentifierName = (text: string): boolean => ASCII_IDENTIFIER.test(text) || IDENTIFIER.test(text);

/** Whether a declaration may have this name. */
export const isIdentifier = (text: string): boolean => isIdentifierName(text) && !RESERVED.has(text);

/** Whether a type declaration may have this name. */
export const isTypeIdentifier = (text: string): boolean => isIdentifier(text) && !PREDEFINED_TYPES.has(text);

/** The only way to make an identifier: the name must be one and must not be reserved. */
export function identifier(name: string): Identifier {
  invariant(isIdentifier(name), `not an identifier: ${JSON.stringify(name)}`);
  return { kind: 'identifier', name };
}
