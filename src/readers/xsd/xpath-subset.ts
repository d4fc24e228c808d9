import type { NameTest, XPathPath, XPathSubset } from '../../model/schema/index.js';
import { isNCName, namespaceOf, type Namespaces } from './syntax/value-type.js';

/** What is wrong with an XPath: what was found, and what the subset allows there. */
export interface XPathFault {
  readonly found: string;
  readonly expected: string;
}

const AXES = ['child', 'attribute'];

/**
 * Reads a selector or field (3.11.6): a union of paths of child steps; only a field may end with an attribute. An
 * unprefixed name has no namespace, whatever the default namespace is.
 */
export function readXPathSubset(
  text: string,
  part: 'selector' | 'field',
  namespaces: Namespaces,
): XPathSubset | XPathFault {
  const tokens = tokenize(text);
  if (!Array.isArray(tokens)) return tokens;
  const paths: XPathPath[] = [];
  let at = 0;
  for (;;) {
    const end = tokens.indexOf('|', at);
    const path = readPath(tokens.slice(at, end < 0 ? tokens.length : end), part, namespaces);
    if ('found' in path) return path;
    paths.push(path);
    if (end < 0) return { text, paths };
    at = end + 1;
  }
}

/** `.//`, `/`, `|`, `@`, `::`, `.`, `*`, `p:*`, QNames; white space may stand between any two. */
function tokenize(text: string): string[] | XPathFault {
  const tokens: string[] = [];
  const pattern =
    /[ \t\r\n]+|\/\/|::|[./|@*]|[^\s./|@*:()[\]=<>!+,'"$&][^\s/|@*:()[\]=<>!+,'"$&]*(?::(?!:)(?:\*|[^\s/|@*:()[\]=<>!+,'"$&]+))?/y;
  while (pattern.lastIndex < text.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null)
      return { found: `"${text.slice(from, from + 10)}"`, expected: 'a step, "/", "|" or the end' };
    if (/\S/.test(match[0])) tokens.push(match[0]);
  }
  return tokens;
}

function readPath(
  tokens: readonly string[],
  part: 'selector' | 'field',
  namespaces: Namespaces,
): XPathPath | XPathFault {
  let at = 0;
  const descendant = tokens[0] === '.' && tokens[1] === '//';
  if (descendant) at = 2;
  const steps: NameTest[] = [];
  for (;;) {
    const token = tokens[at];
    if (token === undefined) return { found: 'no step', expected: 'a step' };
    const axis = tokens[at + 1] === '::' ? token : undefined;
    if (axis !== undefined && !AXES.includes(axis))
      return { found: `the axis "${axis}"`, expected: 'child or attribute' };
    if (token === '@' || axis === 'attribute') {
      if (part === 'selector') return { found: 'an attribute', expected: 'child elements only' };
      const from = token === '@' ? at + 1 : at + 2;
      const attribute = readNameTest(tokens[from], namespaces);
      if ('found' in attribute) return attribute;
      if (from + 1 < tokens.length)
        return { found: 'a step behind an attribute', expected: 'the end of the path' };
      return { descendant, steps, attribute };
    }
    if (token === '.') at++;
    else {
      const from = axis === undefined ? at : at + 2;
      const test = readNameTest(tokens[from], namespaces);
      if ('found' in test) return test;
      steps.push(test);
      at = from + 1;
    }
    if (at === tokens.length) return { descendant, steps };
    const separator = tokens[at] ?? '';
    if (separator !== '/') return { found: `"${separator}"`, expected: '"/", "|" or the end' };
    at++;
  }
}

function readNameTest(token: string | undefined, namespaces: Namespaces): NameTest | XPathFault {
  if (token === '*') return { kind: 'any' };
  if (token === undefined) return { found: 'no name', expected: 'a name' };
  const colon = token.indexOf(':');
  const prefix = colon < 0 ? '' : token.slice(0, colon);
  const local = token.slice(colon + 1);
  if ((colon >= 0 && !isNCName(prefix)) || (local !== '*' && !isNCName(local))) {
    return { found: `"${token}"`, expected: 'a name' };
  }
  const namespace = colon < 0 ? '' : namespaceOf(prefix, namespaces);
  if (namespace === undefined)
    return { found: `the undeclared prefix "${prefix}"`, expected: 'a declared one' };
  return local === '*'
    ? { kind: 'namespace', namespace }
    : { kind: 'name', name: { namespace, localName: local } };
}
