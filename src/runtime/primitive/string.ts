import { codePointLength } from './code-point-length.js';
import { notInLexicalSpace } from './fault.js';
import { scanText, textEnd } from './scan.js';
import type { SimpleTypeCodec } from './simple-type.js';
import { NOT_A_CHARACTER } from '../xml/character-class.js';
import { isCollapsed, isCollapsedBytes, isReplacedBytes } from './white-space.js';

const checkCharacters: SimpleTypeCodec['check'] = (literal) =>
  NOT_A_CHARACTER.test(literal) ? notInLexicalSpace('characters that XML allows') : undefined;

/** xs:string. */
export const string: SimpleTypeCodec = {
  name: 'string',
  variety: 'atomic',
  primitive: 'string',
  whiteSpace: 'preserve',
  scan: textEnd,
  check: checkCharacters,
  length: codePointLength,
};

/** xs:normalizedString: without tab, line feed and carriage return. */
export const normalizedString: SimpleTypeCodec = {
  name: 'normalizedString',
  variety: 'atomic',
  primitive: 'string',
  whiteSpace: 'replace',
  scan: /* @__PURE__ */ scanText(isReplacedBytes),
  check: (literal, namespaces) =>
    /[\t\n\r]/.test(literal)
      ? notInLexicalSpace('no tab and no line break')
      : checkCharacters(literal, namespaces),
  length: codePointLength,
};

/** xs:token: only single spaces, and none at the ends. */
export const token: SimpleTypeCodec = {
  name: 'token',
  variety: 'atomic',
  primitive: 'string',
  whiteSpace: 'collapse',
  scan: /* @__PURE__ */ scanText(isCollapsedBytes),
  check: (literal, namespaces) =>
    isCollapsed(literal)
      ? checkCharacters(literal, namespaces)
      : notInLexicalSpace('only single spaces, and none at the ends'),
  length: codePointLength,
};
