import { Random } from '../../../src/samples/random.js';
import { ATTRIBUTE_CHANGES } from './attribute-changes.js';
import { CONTENT_CHANGES } from './content-changes.js';
import type { Change, ChangeKind, Edit } from './edit.js';
import { VALUE_CHANGES, VARIETY_CHANGES } from './value-changes.js';
import { DERIVATION_CHANGES, IDENTITY_CHANGES } from './whole-changes.js';

/** Puts a changed part into a schema. */
type Frame = (part: string) => string;

const complexType = (attributes: string, body: string): string =>
  body.startsWith('MIXED')
    ? `<xs:complexType mixed="true"${attributes}>${body.slice(5)}</xs:complexType>`
    : `<xs:complexType${attributes}>${body}</xs:complexType>`;
const order = (content: string): string =>
  `<xs:element name="order"><xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType></xs:element>`;
const note = '<xs:element name="note" type="xs:string" minOccurs="0"/>';

/** Where the content or the attributes of a complex type may stand. */
const COMPLEX_FRAMES: Readonly<Record<string, Frame>> = {
  'of the message': (body) => `<xs:element name="order">${complexType('', body)}</xs:element>`,
  'of a type used twice': (body) =>
    order(`<xs:element name="one" type="T"/>${note}<xs:element name="two" type="T" minOccurs="0"/>`) +
    complexType(' name="T"', body),
  'deep inside': (body) =>
    order(
      `${note}<xs:element name="item" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="detail">${complexType('', body)}</xs:element>${note}</xs:sequence></xs:complexType></xs:element>`,
    ),
  'of a base type': (body) =>
    order('<xs:element name="plain" type="T" minOccurs="0"/><xs:element name="more" type="D"/>') +
    complexType(' name="T"', body) +
    `<xs:complexType name="D"${body.startsWith('MIXED') ? ' mixed="true"' : ''}><xs:complexContent><xs:extension base="T"><xs:attribute name="own" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>`,
  'of a global element': (body) =>
    order(`<xs:element ref="part" minOccurs="0" maxOccurs="2"/>${note}`) +
    `<xs:element name="part">${complexType('', body)}</xs:element>`,
  'of a substitution group': (body) =>
    order('<xs:element ref="any" minOccurs="0"/>') +
    `<xs:element name="any" type="T" abstract="true"/><xs:element name="some" type="T" substitutionGroup="any"/>` +
    complexType(' name="T"', body),
  'of a recursive type': (body) =>
    order('<xs:element name="tree" type="Tree"/>') +
    `<xs:complexType name="Tree"><xs:sequence><xs:element name="tree" type="Tree" minOccurs="0" maxOccurs="2"/><xs:element name="own">${complexType('', body)}</xs:element></xs:sequence></xs:complexType>`,
};

const simpleType = (attributes: string, definition: string): string =>
  `<xs:simpleType${attributes}>${definition}</xs:simpleType>`;

/** Where a simple type may stand. */
const SIMPLE_FRAMES: Readonly<Record<string, Frame>> = {
  'of an element': (definition) =>
    order(`<xs:element name="value">${simpleType('', definition)}</xs:element>${note}`),
  'of an optional attribute': (definition) =>
    `<xs:element name="order"><xs:complexType><xs:attribute name="value">${simpleType('', definition)}</xs:attribute></xs:complexType></xs:element>`,
  'of the message': (definition) => `<xs:element name="order">${simpleType('', definition)}</xs:element>`,
  'of several places': (definition) =>
    `<xs:element name="order"><xs:complexType><xs:sequence><xs:element name="value" type="V" minOccurs="0" maxOccurs="4"/>${note}</xs:sequence><xs:attribute name="value" type="V"/></xs:complexType></xs:element>` +
    simpleType(' name="V"', definition),
  'of simple content': (definition) =>
    order('<xs:element name="value" type="C"/>') +
    simpleType(' name="V"', definition) +
    '<xs:complexType name="C"><xs:simpleContent><xs:extension base="V"><xs:attribute name="unit" type="xs:token"/></xs:extension></xs:simpleContent></xs:complexType>',
  'of a member of a union': (definition) =>
    order('<xs:element name="value" type="U"/>') +
    simpleType(' name="V"', definition) +
    '<xs:simpleType name="Q"><xs:restriction base="xs:token"><xs:enumeration value="?!"/></xs:restriction></xs:simpleType>' +
    '<xs:simpleType name="U"><xs:union memberTypes="V Q"/></xs:simpleType>',
};

interface Family {
  readonly name: string;
  readonly kinds: Readonly<Record<string, ChangeKind>>;
  readonly frames: Readonly<Record<string, Frame>>;
  /** How many edits of a hundred. */
  readonly share: number;
}

const WHOLE: Readonly<Record<string, Frame>> = { '': (schema) => schema };

const FAMILIES: readonly Family[] = [
  { name: 'content', kinds: CONTENT_CHANGES, frames: COMPLEX_FRAMES, share: 36 },
  { name: 'attribute', kinds: ATTRIBUTE_CHANGES, frames: COMPLEX_FRAMES, share: 14 },
  { name: 'value', kinds: VALUE_CHANGES, frames: SIMPLE_FRAMES, share: 30 },
  { name: 'variety', kinds: VARIETY_CHANGES, frames: SIMPLE_FRAMES, share: 6 },
  { name: 'identity', kinds: IDENTITY_CHANGES, frames: WHOLE, share: 6 },
  { name: 'derivation', kinds: DERIVATION_CHANGES, frames: WHOLE, share: 8 },
];

/** A single edit by its seed: every kind comes round in turn. */
export function makeEdit(seed: number): Edit {
  const random = new Random(seed * 7919 + 13);
  const family = familyOf(seed % 100);
  const kinds = Object.entries(family.kinds);
  const frames = Object.entries(family.frames);
  const turn = Math.floor(seed / 100) * family.share + (seed % 100) - firstOf(family);
  const [kind, make] = kinds[turn % kinds.length] ?? [
    '',
    () => ({ what: '', before: '', after: '', backward: 'keeps', forward: 'keeps' }) satisfies Change,
  ];
  const [where, frame] = frames[(turn * 5 + Math.floor(turn / kinds.length)) % frames.length] ?? [
    '',
    (part: string) => part,
  ];
  const change: Change = make(random);
  const { globals = '', globalsAfter = globals } = change;
  return {
    what: `${family.name}: ${kind}${where === '' ? '' : `, ${where}`}`,
    before: frame(change.before) + globals,
    after: frame(change.after) + globalsAfter,
    backward: change.backward,
    forward: change.forward,
  };
}

function familyOf(place: number): Family {
  let end = 0;
  for (const family of FAMILIES) {
    end += family.share;
    if (place < end) return family;
  }
  throw new RangeError('the shares are not a hundred');
}

const firstOf = (family: Family): number =>
  FAMILIES.slice(0, FAMILIES.indexOf(family)).reduce((sum, { share }) => sum + share, 0);
