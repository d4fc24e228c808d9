import type { Random } from '../../../src/samples/random.js';
import { type ChangeKind, narrows, replaces, rewrites, widens } from './edit.js';

const NAMES = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'] as const;
const TYPES = ['xs:string', 'xs:int', 'xs:date', 'xs:decimal', 'xs:boolean'] as const;

export interface Part {
  readonly name: string;
  readonly type: string;
  readonly min: number;
  readonly max: number | 'unbounded';
}

/** An element as text. */
export const element = ({ name, type, min, max }: Part): string =>
  `<xs:element name="${name}" type="${type}"${min === 1 ? '' : ` minOccurs="${String(min)}"`}${max === 1 ? '' : ` maxOccurs="${String(max)}"`}/>`;

export const sequence = (parts: readonly Part[], occurs = ''): string =>
  `<xs:sequence${occurs}>${parts.map(element).join('')}</xs:sequence>`;

const choice = (parts: readonly Part[], occurs = ''): string =>
  `<xs:choice${occurs}>${parts.map(element).join('')}</xs:choice>`;

const all = (parts: readonly Part[]): string => `<xs:all>${parts.map(element).join('')}</xs:all>`;

/** A few elements of different names. */
export function parts(random: Random, count = random.between(2, 4)): Part[] {
  return NAMES.slice(0, count).map((name) => {
    const [min, max] = random.pick([
      [1, 1],
      [0, 1],
      [1, 1],
      [0, 'unbounded'],
      [1, 3],
    ] as const) ?? [1, 1];
    return { name, type: random.pick(TYPES) ?? 'xs:string', min, max };
  });
}

const at = (random: Random, list: readonly unknown[]): number => random.between(0, list.length - 1);
const once = (part: Part): Part => ({ ...part, min: 1, max: 1 });
const insert = (list: readonly Part[], place: number, part: Part): readonly Part[] => [
  ...list.slice(0, place),
  part,
  ...list.slice(place),
];
const changed = (list: readonly Part[], place: number, by: Partial<Part>): readonly Part[] =>
  list.map((part, index) => (index === place ? { ...part, ...by } : part));
const added = (random: Random, min: number): Part => ({
  name: 'added',
  type: random.pick(TYPES) ?? 'xs:string',
  min,
  max: 1,
});

/** Edits of what elements a type contains. */
export const CONTENT_CHANGES: Readonly<Record<string, ChangeKind>> = {
  'required element added': (random) => {
    const list = parts(random);
    return replaces(
      '',
      sequence(list),
      sequence(insert(list, random.between(0, list.length), added(random, 1))),
    );
  },
  'optional element added': (random) => {
    const list = parts(random);
    return widens(
      '',
      sequence(list),
      sequence(insert(list, random.between(0, list.length), added(random, 0))),
    );
  },
  'element becomes required': (random) => {
    const list = parts(random);
    const place = at(random, list);
    return narrows(
      '',
      sequence(changed(list, place, { min: 0 })),
      sequence(changed(list, place, { min: 1 })),
    );
  },
  'element becomes optional': (random) => {
    const list = parts(random);
    const place = at(random, list);
    return widens('', sequence(changed(list, place, { min: 1 })), sequence(changed(list, place, { min: 0 })));
  },
  'element renamed': (random) => {
    const list = parts(random);
    return replaces('', sequence(list), sequence(changed(list, at(random, list), { name: 'renamed' })));
  },
  'required elements change places': (random) => {
    const list = parts(random).map(once);
    const place = random.between(0, list.length - 2);
    const [first, second] = [list[place], list[place + 1]];
    if (first === undefined || second === undefined) throw new RangeError('too few');
    const swapped = list.map((part, index) =>
      index === place ? second : index === place + 1 ? first : part,
    );
    return replaces('', sequence(list), sequence(swapped));
  },
  'upper limit lowered': (random) => {
    const list = parts(random);
    const place = at(random, list);
    const high = random.pick([4, 7, 30, 5000, 'unbounded'] as const) ?? 4;
    return narrows(
      '',
      sequence(changed(list, place, { max: high })),
      sequence(changed(list, place, { max: 3 })),
    );
  },
  'upper limit raised': (random) => {
    const list = parts(random);
    const place = at(random, list);
    const high = random.pick([4, 9, 100, 'unbounded'] as const) ?? 4;
    return widens(
      '',
      sequence(changed(list, place, { max: 3 })),
      sequence(changed(list, place, { max: high })),
    );
  },
  'lower limit raised': (random) => {
    const list = parts(random);
    const place = at(random, list);
    return narrows(
      '',
      sequence(changed(list, place, { min: random.between(0, 2), max: 9 })),
      sequence(changed(list, place, { min: random.between(3, 9), max: 9 })),
    );
  },
  'sequence becomes choice': (random) => {
    const list = parts(random).map(once);
    return replaces('', sequence(list), choice(list));
  },
  'sequence of required elements becomes all': (random) => {
    const list = parts(random).map(once);
    return widens('', sequence(list), all(list));
  },
  'optional sequence becomes repeated choice': (random) => {
    const list = parts(random, 3).map((part) => ({ ...once(part), min: 0 }));
    return widens('', sequence(list), choice(list.map(once), ' minOccurs="0" maxOccurs="unbounded"'));
  },
  'branch added to a choice': (random) => {
    const list = parts(random).map(once);
    return widens('', choice(list), choice([...list, added(random, 1)]));
  },
  'branch taken from a choice': (random) => {
    const list = parts(random, 4).map(once);
    return narrows('', choice(list), choice(list.filter((_, index) => index !== 2)));
  },
  'group written out': (random) => {
    const list = parts(random);
    return rewrites(
      '',
      sequence(list),
      `<xs:sequence>${sequence(list.slice(0, 1))}${sequence(list.slice(1))}</xs:sequence>`,
    );
  },
  'counters multiplied out': (random) => {
    const [inner, outer] = [random.between(2, 4), random.between(2, 4)];
    const [part] = parts(random, 1).map((each) => ({ ...each, min: inner, max: inner }));
    if (part === undefined) throw new RangeError('too few');
    return rewrites(
      '',
      sequence([part], ` minOccurs="${String(outer)}" maxOccurs="${String(outer)}"`),
      sequence([{ ...part, min: inner * outer, max: inner * outer }]),
    );
  },
  'repeated optional choice in other words': (random) => {
    const list = parts(random, 3).map(once);
    const optional = list.map((part) => ({ ...part, min: 0 }));
    return rewrites(
      '',
      choice(list, ' minOccurs="0" maxOccurs="unbounded"'),
      sequence(optional, ' minOccurs="0" maxOccurs="unbounded"'),
    );
  },
  'required element of all becomes optional': (random) => {
    const list = parts(random).map(once);
    return widens('', all(list), all(changed(list, at(random, list), { min: 0 })));
  },
  'optional element of all becomes required': (random) => {
    const list = parts(random, 3).map((part) => ({ ...once(part), min: random.between(0, 1) }));
    const place = at(random, list);
    return narrows('', all(changed(list, place, { min: 0 })), all(changed(list, place, { min: 1 })));
  },
  'order of all changes': (random) => {
    const list = parts(random, 3).map(once);
    return rewrites('', all(list), all([...list].reverse()));
  },
  'mixed content allowed': (random) => {
    const list = parts(random);
    return widens('', sequence(list), `MIXED${sequence(list)}`);
  },
  'mixed content no longer allowed': (random) => {
    const list = parts(random);
    return narrows('', `MIXED${sequence(list)}`, sequence(list));
  },
  'wildcard added at the end': (random) => {
    const list = parts(random).map(once);
    const process = random.pick(['lax', 'skip']) ?? 'lax';
    const any = `<xs:any namespace="##other" processContents="${process}" minOccurs="0" maxOccurs="unbounded"/>`;
    return widens('', sequence(list), `<xs:sequence>${list.map(element).join('')}${any}</xs:sequence>`);
  },
  'wildcard of other namespaces': (random) => {
    const list = parts(random).map(once);
    const any = (namespace: string): string =>
      `<xs:sequence>${list.map(element).join('')}<xs:any namespace="${namespace}" processContents="skip" minOccurs="0"/></xs:sequence>`;
    const [wide, narrow] =
      random.pick([
        ['##any', '##other'],
        ['##any', 'urn:a urn:b'],
        ['##other', 'urn:a'],
        ['urn:a urn:b', 'urn:b'],
        ['##local urn:a', 'urn:a'],
      ] as const) ?? (['##any', '##other'] as const);
    return narrows('', any(wide), any(narrow));
  },
  'wildcard processed more strictly': (random) => {
    const list = parts(random).map(once);
    const any = (process: string): string =>
      `<xs:sequence>${list.map(element).join('')}<xs:any namespace="##other" processContents="${process}" minOccurs="0"/></xs:sequence>`;
    const [loose, strict] =
      random.pick([
        ['skip', 'lax'],
        ['lax', 'strict'],
        ['skip', 'strict'],
      ] as const) ?? (['skip', 'lax'] as const);
    return narrows('', any(loose), any(strict));
  },
  'wildcard limited': (random) => {
    const any = (max: string): string =>
      `<xs:sequence><xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="${max}"/></xs:sequence>`;
    return narrows('', any(random.pick(['unbounded', '8']) ?? '8'), any(random.pick(['1', '3', '7']) ?? '1'));
  },
  'element instead of a wildcard': (random) => {
    const [part] = parts(random, 1).map(once);
    if (part === undefined) throw new RangeError('too few');
    return narrows(
      '',
      '<xs:sequence><xs:any processContents="skip" namespace="##targetNamespace"/></xs:sequence>',
      sequence([part]),
    );
  },
  'element becomes nillable': (random) => {
    const type = random.pick(TYPES) ?? 'xs:int';
    const text = (nillable: string): string =>
      `<xs:sequence><xs:element name="alpha" type="${type}"${nillable}/></xs:sequence>`;
    return widens('', text(''), text(' nillable="true"'));
  },
  'element no longer nillable': (random) => {
    const type = random.pick(TYPES) ?? 'xs:int';
    const text = (nillable: string): string =>
      `<xs:sequence><xs:element name="alpha" type="${type}"${nillable}/></xs:sequence>`;
    return narrows('', text(' nillable="true"'), text(''));
  },
  'default value taken away': () => {
    const text = (value: string): string =>
      `<xs:sequence><xs:element name="alpha" type="xs:int"${value}/></xs:sequence>`;
    return narrows('', text(' default="7"'), text(''));
  },
  'default value changes': () => {
    const text = (value: string): string =>
      `<xs:sequence><xs:element name="alpha" type="xs:int" default="${value}"/></xs:sequence>`;
    return rewrites('', text('7'), text('8'));
  },
  'value fixed': (random) => {
    const text = (value: string): string =>
      `<xs:sequence><xs:element name="alpha" type="xs:string"${value}/></xs:sequence>`;
    // An empty element that claims to be a Name by xsi:type is one only where the value is fixed.
    return replaces('', text(''), text(` fixed="${random.pick(['x', 'yes']) ?? 'x'}"`));
  },
  'fixed value changes': () => {
    const text = (value: string): string =>
      `<xs:sequence><xs:element name="alpha" type="xs:decimal" fixed="${value}"/></xs:sequence>`;
    return replaces('', text('1.5'), text('2.5'));
  },
  'fixed value in another form': () => {
    const text = (value: string): string =>
      `<xs:sequence><xs:element name="alpha" type="xs:decimal" fixed="${value}"/></xs:sequence>`;
    return rewrites('', text('1.5'), text('1.50'));
  },
};
