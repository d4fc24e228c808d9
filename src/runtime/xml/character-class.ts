// XML Schema 1.0 points to the second edition of XML 1.0. The fifth edition's classes contain those of the second, are what
// documents are read by today, and are what the W3C suite's own tests of name characters expect, also for 1.0 processors.

const START_BEYOND_ASCII =
  '\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';

/** NameStartChar without the colon, as the inside of a character class of a regular expression. */
export const NAME_START = /* @__PURE__ */ `A-Z_a-z${START_BEYOND_ASCII}`;

/** NameChar without the colon, likewise. */
export const NAME_CHARACTER = /* @__PURE__ */ `${NAME_START}\\-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040`;

/** What XML 1.0 has no way to write: no Char (production 2). Surrogates that stand alone are in it. */
const NO_CHAR = '[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]';

/** Finds what is no character of XML, or is one of `others`. */
export const forbidding = (others: string): RegExp => new RegExp(`${NO_CHAR}|${others}`, 'u');

/** Finds what is no character of XML. */
export const NOT_A_CHARACTER = /* @__PURE__ */ new RegExp(NO_CHAR, 'u');

const NC = /* @__PURE__ */ `[${NAME_START}][${NAME_CHARACTER}]*`;

/** Name of XML 1.0 (production 5), colons allowed. */
export const NAME = /* @__PURE__ */ new RegExp(`^[:${NAME_START}][:${NAME_CHARACTER}]*$`, 'u');
/** Nmtoken of XML 1.0 (production 7). */
export const NAME_TOKEN = /* @__PURE__ */ new RegExp(`^[:${NAME_CHARACTER}]+$`, 'u');
/** A name without colon (Namespaces in XML, production 4). */
export const NC_NAME = /* @__PURE__ */ new RegExp(`^${NC}$`, 'u');
/** A name, or a prefix and a name joined by a colon (production 7). */
export const Q_NAME = /* @__PURE__ */ new RegExp(`^(?:${NC}:)?${NC}$`, 'u');
