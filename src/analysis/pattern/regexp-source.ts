import type { CharacterClass, ClassItem, PatternNode } from './pattern-syntax.js';

/** The source of a JavaScript regular expression (flag u) for the same language, without anchors. */
export function regexpSource(node: PatternNode): string {
  switch (node.kind) {
    case 'characters':
      return classSource(node.characters);
    case 'sequence':
      return node.parts.map((part) => (part.kind === 'choice' ? grouped(part) : regexpSource(part))).join('');
    case 'choice':
      return node.branches.map(regexpSource).join('|');
    case 'repeat': {
      const { body, min, max } = node;
      const isOneAtom = body.kind === 'characters' && body.characters.minus === undefined;
      return `${isOneAtom ? regexpSource(body) : grouped(body)}${quantifier(min, max)}`;
    }
  }
}

const grouped = (node: PatternNode): string => `(?:${regexpSource(node)})`;

function quantifier(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

/** The source of a regular expression that matches one character of the class. A subtraction is looked at ahead. */
export function classSource({ negated, items, minus }: CharacterClass): string {
  const ahead = minus === undefined ? '' : `(?!${classSource(minus)})`;
  const [only] = items;
  if (items.length === 1 && only !== undefined && !negated) {
    if (only.kind === 'category') return ahead + itemSource(only);
    if (only.from === only.to) return ahead + characterSource(only.from, OUTSIDE);
  }
  return `${ahead}[${negated ? '^' : ''}${items.map(itemSource).join('')}]`;
}

function itemSource(item: ClassItem): string {
  if (item.kind === 'category') return `\\${item.negated ? 'P' : 'p'}{${item.name}}`;
  const from = characterSource(item.from, INSIDE);
  if (item.from === item.to) return from;
  const to = characterSource(item.to, INSIDE);
  return item.to === item.from + 1 ? from + to : `${from}-${to}`;
}

const OUTSIDE = /[$()*+./?[\\\]^{|}]/;
const INSIDE = /[$()*+./?[\\\]^{|}-]/;

function characterSource(code: number, special: RegExp): string {
  if (code === 0x09) return '\\t';
  if (code === 0x0a) return '\\n';
  if (code === 0x0d) return '\\r';
  if (code < 0x20 || code > 0x7e) return `\\u{${code.toString(16)}}`;
  const character = String.fromCharCode(code);
  return special.test(character) ? `\\${character}` : character;
}
