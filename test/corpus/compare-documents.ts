import { expand, type PlainElement } from './plain-xml.js';

/**
 * Whether two documents say the same: expanded names, attributes in any order, texts to the letter. Aside are white space
 * between elements, `xsi:schemaLocation` hints, the spelling of boolean values, and the prefixes inside of QName values; and
 * `xsi:type` with a simple type where a simple type is declared: the value is one of the declared type, and kept as such.
 * (That `xsi:type` is written where a value needs it follows from decoding what was encoded.)
 * Answers with the first difference.
 */
export function documentDifference(a: PlainElement, b: PlainElement, path = ''): string | undefined {
  const here = `${path}/${a.localName}`;
  if (a.name !== b.name) return `${here}: ${a.name} became ${b.name}`;
  const names = new Set([...a.attributes.keys(), ...b.attributes.keys()]);
  for (const name of names) {
    if (HINTS.has(name) || (name === `{${XSI}}type` && !b.attributes.has(name) && isText(a))) continue;
    const difference = valueDifference(a.attributes.get(name), b.attributes.get(name), a, b);
    if (difference !== undefined) return `${here}/@${name}: ${difference}`;
  }
  const [left, right] = [significant(a), significant(b)];
  if (isBlank(left) && right.length === 0) return undefined;
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [one, other] = [left[index], right[index]];
    if (typeof one === 'object' && typeof other === 'object') {
      const difference = documentDifference(one, other, here);
      if (difference !== undefined) return difference;
    } else if (typeof one === 'object' || typeof other === 'object') {
      return `${here}: ${told(one)} became ${told(other)}`;
    } else {
      const difference = valueDifference(one, other, a, b);
      if (difference !== undefined) return `${here}: ${difference}`;
    }
  }
  return undefined;
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const HINTS: ReadonlySet<string> = new Set([`{${XSI}}schemaLocation`, `{${XSI}}noNamespaceSchemaLocation`]);

/** Children without the white space between elements; an element with text alone keeps it as it is. */
const significant = ({ children }: PlainElement): readonly (PlainElement | string)[] =>
  children.some((child) => typeof child === 'object')
    ? children.filter((child) => typeof child === 'object' || child.trim() !== '')
    : children;

const isText = ({ children }: PlainElement): boolean => children.every((child) => typeof child === 'string');

/** Nothing but white space, where elements may stand: an element that could have children and has none. */
const isBlank = (items: readonly (PlainElement | string)[]): boolean =>
  items.every((item) => typeof item === 'string' && item.trim() === '');

function valueDifference(
  a: string | undefined,
  b: string | undefined,
  left: PlainElement,
  right: PlainElement,
): string | undefined {
  if (a === b || (a !== undefined && b !== undefined && sameValue(a, b, left, right))) return undefined;
  return `${told(a)} became ${told(b)}`;
}

function sameValue(a: string, b: string, left: PlainElement, right: PlainElement): boolean {
  const boolean = BOOLEANS[a.trim()];
  if (boolean !== undefined && boolean === BOOLEANS[b.trim()]) return true;
  // Only names whose prefixes are bound can be QNames: everything else is compared to the letter.
  const isName = (text: string, { scope }: PlainElement): boolean =>
    /^[^\s:]+:[^\s:]+$/.test(text.trim()) && scope.has(text.trim().split(':', 1)[0] ?? '');
  const expanded = (text: string, element: PlainElement): string =>
    isName(text, element) || !text.includes(':') ? expand(text.trim(), element.scope) : text;
  return (isName(a, left) || isName(b, right)) && expanded(a, left) === expanded(b, right);
}

const BOOLEANS: Readonly<Record<string, string>> = {
  true: 'true',
  '1': 'true',
  false: 'false',
  '0': 'false',
};

const told = (value: PlainElement | string | undefined): string =>
  value === undefined
    ? 'nothing'
    : typeof value === 'object'
      ? `<${value.localName}>`
      : JSON.stringify(value.slice(0, 60));
