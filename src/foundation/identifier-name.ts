/** What no binding may be called in a module (ECMAScript reserved words, strict mode; and what would only confuse). */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof undefined var void while with yield NaN Infinity'
  ).split(' '),
);

const ASCII_IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const IDENTIFIER = /^[$_\p{ID_Start}][$\u200c\u200d\p{ID_Continue}]*$/u;

/** Whether a text has the form of an identifier name of ECMAScript: enough for a property behind a dot. */
export const isIdentifierName = (text: string): boolean =>
  ASCII_IDENTIFIER.test(text) || IDENTIFIER.test(text);

/** Whether a declaration may have this name: an identifier name that is not reserved. */
export const isIdentifier = (text: string): boolean => isIdentifierName(text) && !RESERVED.has(text);
