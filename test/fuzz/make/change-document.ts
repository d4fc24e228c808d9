import type { ComponentId } from '../../../src/model/schema/index.js';
import type { Random } from '../../../src/samples/random.js';
import {
  copyNode,
  dropAttribute,
  isNode,
  nodesOf,
  setAttribute,
  type XmlNode,
  type XmlText,
} from '../xml-tree.js';

/** What changes of documents take from the schema. */
export interface Stock {
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
  readonly types: readonly string[];
  /** Values of facets, defaults and fixed values. */
  readonly literals: readonly string[];
  readonly literalsOf: (type: ComponentId) => {
    readonly ordered: readonly string[];
    readonly odd: readonly string[];
    readonly isList: boolean;
  };
}

/** Changes one thing of a document, in place. */
export function changeDocument(random: Random, root: XmlNode, stock: Stock): void {
  const elements = [...nodesOf(root)];
  const element = random.pick(elements) ?? root;
  const values = elements.flatMap(({ attributes, children }) => [
    ...attributes.filter(({ name }) => !name.startsWith('xmlns')),
    ...children.filter((child): child is XmlText => !isNode(child)),
  ]);
  const value = random.pick(values);
  // Where there are values, they are what most changes are about.
  if (value !== undefined && random.chance(45)) {
    const before = 'text' in value ? value.text : value.value;
    const after = changeLiteral(random, before, value.type, stock);
    if ('text' in value) value.text = after;
    else value.value = after;
    return;
  }
  CHANGES[random.below(CHANGES.length)]?.(random, element, stock, elements);
}

type Change = (random: Random, element: XmlNode, stock: Stock, all: readonly XmlNode[]) => void;

const CHANGES: readonly Change[] = [
  // Less.
  (random, element) => {
    if (element.children.length > 0) element.children.splice(random.below(element.children.length), 1);
  },
  // More of the same.
  (random, element) => {
    const child = random.pick(element.children);
    if (child === undefined) return;
    const copies = random.chance(10) ? random.between(2, 7) : 1;
    for (let at = 0; at < copies; at++)
      element.children.splice(
        element.children.indexOf(child),
        0,
        isNode(child) ? copyNode(child) : { ...child },
      );
  },
  // Another order.
  (random, element) => {
    element.children = random.shuffled(element.children);
  },
  (random, element) => {
    if (element.children.length < 2) return;
    const at = random.below(element.children.length - 1);
    element.children.splice(at, 0, ...element.children.splice(at + 1, 1));
  },
  // Something from elsewhere.
  (random, element, _, all) => {
    const other = random.pick(all);
    if (other !== undefined)
      element.children.splice(random.below(element.children.length + 1), 0, copyNode(other));
  },
  (random, element, stock) => {
    const name = elementName(random, stock);
    element.children.splice(random.below(element.children.length + 1), 0, {
      name,
      attributes: [],
      children: random.chance(50) ? [] : [{ text: random.pick(stock.literals) ?? 'x' }],
    });
  },
  // Other names.
  (random, element, stock) => {
    element.name = elementName(random, stock);
  },
  (random, element) => {
    const local = element.name.replace(/^.*:/, '');
    element.name = random.pick([local, `a:${local}`, `b:${local}`, `c:${local}`]);
  },
  // Attributes.
  (random, element) => {
    const attribute = random.pick(element.attributes.filter(({ name }) => !name.startsWith('xmlns')));
    if (attribute !== undefined) dropAttribute(element, attribute.name);
  },
  (random, element, stock) => {
    const local = random.pick(stock.attributes) ?? 'k1';
    const name = random.pick([
      local,
      local,
      local,
      `a:${local}`,
      `b:${local}`,
      'xml:lang',
      'c:foreign',
      'foreign',
    ]);
    setAttribute(element, name, random.pick([random.pick(stock.literals) ?? '1', '1', 'a', '', 'en']));
  },
  // What an instance says of itself.
  (random, element, stock) => {
    const own = random.pick(stock.types) ?? 'C1';
    setAttribute(
      element,
      'xsi:type',
      random.pick([
        own,
        `a:${own}`,
        `a:${own}`,
        `a:${own}`,
        `b:${own}`,
        'xs:string',
        'xs:int',
        'xs:anyType',
        'xs:decimal',
        'xs:anySimpleType',
        'a:none',
        'none:x',
        '',
      ]),
    );
  },
  (random, element) => {
    setAttribute(element, 'xsi:nil', random.pick(['true', 'true', '1', 'false', '0', ' true ', 'yes', '']));
    if (random.chance(60)) element.children = [];
  },
  // Character content.
  (random, element) => {
    element.children.splice(random.below(element.children.length + 1), 0, {
      text: random.pick([' ', '\n', 'x', '0', '\u00a0', '\t ']),
    });
  },
  (_, element) => {
    element.children = [];
  },
  (random, element, stock) => {
    element.children = [{ text: random.pick(stock.literals) ?? '' }];
  },
];

function elementName(random: Random, { elements }: Stock): string {
  const local = random.pick(elements) ?? 'e1';
  return random.pick([local, local, `a:${local}`, `a:${local}`, `b:${local}`, 'c:foreign', 'foreign']);
}

/** Another literal: of the type, at its edge, from the facets of the schema, or the same with a sign more or less. */
export function changeLiteral(
  random: Random,
  before: string,
  type: ComponentId | undefined,
  stock: Stock,
): string {
  const { ordered, odd, isList } = type === undefined ? NO_LITERALS : stock.literalsOf(type);
  const kind = random.below(100);
  const one = (): string =>
    random.pick(random.chance(50) ? ordered : odd) ?? random.pick(stock.literals) ?? '';
  if (kind < 50 && ordered.length > 0)
    return isList
      ? Array.from({ length: random.below(5) }, one).join(random.pick([' ', ' ', '  ', '\n']))
      : one();
  if (kind < 70 && stock.literals.length > 0) return random.pick(stock.literals) ?? '';
  const characters = [...before];
  const at = random.below(characters.length + 1);
  switch (random.below(6)) {
    case 0:
      characters.splice(at, 1);
      break;
    case 1:
      characters.splice(at, 0, random.pick(SIGNS));
      break;
    case 2:
      characters.splice(at, 1, random.pick(SIGNS));
      break;
    case 3:
      characters.splice(at, 0, ...characters.slice(0, at));
      break;
    case 4:
      return random.pick([` ${before}`, `${before} `, `\n${before}`, `${before}\t`, `\u00a0${before}`]);
    default:
      return random.pick([
        before.toUpperCase(),
        before.toLowerCase(),
        `${before}0`,
        `0${before}`,
        `-${before}`,
        `+${before}`,
        `${before}Z`,
        `${before}.0`,
      ]);
  }
  return characters.join('');
}

const NO_LITERALS = { ordered: [], odd: [], isList: false };

const SIGNS = [
  '0',
  '1',
  '9',
  'a',
  'b',
  'x',
  'A',
  'Z',
  ' ',
  '\t',
  '\n',
  '-',
  '+',
  '.',
  ':',
  ',',
  '_',
  '#',
  '%',
  'e',
  'E',
  'T',
  'P',
  '/',
  '\u00e9',
  '\u0661',
  '\u4e00',
  '\ud83d\ude00',
  '\u00b7',
  '\u0301',
  '^',
  '$',
  '<',
  '&',
  '|',
  '(',
  '[',
  ']',
  '\\',
  '{',
  '*',
] as const;
