/** A child element of a made-up type. */
interface Child {
  readonly name: string;
  readonly type: string;
  readonly min: number;
  readonly max: string;
  readonly nillable?: boolean;
}

interface MadeType {
  readonly name: string;
  readonly compositor: 'sequence' | 'choice';
  readonly children: readonly Child[];
  readonly attributes: readonly {
    readonly name: string;
    readonly type: string;
    readonly required: boolean;
  }[];
  readonly base?: string;
  readonly mixed?: boolean;
  readonly doc?: string;
}

interface MadeSchema {
  readonly types: readonly MadeType[];
  readonly values: readonly string[];
  readonly maxLength: number;
}

/** What edits start from: a sequence, a choice, an extension, an enumeration, a facet. */
export const BASE: MadeSchema = {
  types: [
    {
      name: 'Reading',
      compositor: 'sequence',
      children: [
        { name: 'value', type: 'xs:decimal', min: 1, max: '1' },
        { name: 'kind', type: 'Kind', min: 0, max: '1' },
        { name: 'quality', type: 'Quality', min: 0, max: 'unbounded' },
        { name: 'source', type: 'Label', min: 0, max: '1' },
      ],
      attributes: [
        { name: 'ref', type: 'xs:string', required: false },
        { name: 'version', type: 'xs:int', required: true },
      ],
    },
    {
      name: 'Quality',
      compositor: 'choice',
      children: [
        { name: 'code', type: 'xs:string', min: 1, max: '1' },
        { name: 'text', type: 'Label', min: 1, max: '1' },
      ],
      attributes: [],
    },
    {
      name: 'IntervalReading',
      base: 'Reading',
      compositor: 'sequence',
      children: [{ name: 'end', type: 'xs:dateTime', min: 1, max: '1' }],
      attributes: [],
    },
    {
      name: 'Note',
      compositor: 'sequence',
      children: [{ name: 'line', type: 'xs:string', min: 1, max: 'unbounded' }],
      attributes: [],
    },
  ],
  values: ['actual', 'estimated', 'missing'],
  maxLength: 20,
};

/** The body of the schema document. */
export function schemaText({ types, values, maxLength }: MadeSchema): string {
  const child = ({ name, type, min, max, nillable }: Child): string =>
    `<xs:element name="${name}" type="${type}" minOccurs="${min}" maxOccurs="${max}"${nillable === true ? ' nillable="true"' : ''}/>`;
  const complex = types.map((type) => {
    const content = `<xs:${type.compositor}>${type.children.map(child).join('')}</xs:${type.compositor}>`;
    const attributes = type.attributes
      .map(
        (one) =>
          `<xs:attribute name="${one.name}" type="${one.type}" use="${one.required ? 'required' : 'optional'}"/>`,
      )
      .join('');
    const doc =
      type.doc === undefined
        ? ''
        : `<xs:annotation><xs:documentation>${type.doc}</xs:documentation></xs:annotation>`;
    const inner = content + attributes;
    const body =
      type.base === undefined
        ? inner
        : `<xs:complexContent><xs:extension base="${type.base}">${inner}</xs:extension></xs:complexContent>`;
    return `<xs:complexType name="${type.name}"${type.mixed === true ? ' mixed="true"' : ''}>${doc}${body}</xs:complexType>`;
  });
  return `${complex.join('\n')}
    <xs:simpleType name="Kind"><xs:restriction base="xs:string">${values.map((one) => `<xs:enumeration value="${one}"/>`).join('')}</xs:restriction></xs:simpleType>
    <xs:simpleType name="Label"><xs:restriction base="xs:string"><xs:maxLength value="${maxLength}"/></xs:restriction></xs:simpleType>
    <xs:element name="Readings" type="Reading"/>`;
}

type Choose = <T>(items: readonly T[]) => T;
type Edit = (schema: MadeSchema, choose: Choose) => MadeSchema;

const inType =
  (name: string, change: (type: MadeType) => MadeType): Edit =>
  (schema) => ({
    ...schema,
    types: schema.types.map((type) => (type.name === name ? change(type) : type)),
  });

const someType =
  (change: (type: MadeType, choose: Choose) => MadeType): Edit =>
  (schema, choose) =>
    inType(choose(schema.types).name, (type) => change(type, choose))(schema, choose);

const someChild = (change: (child: Child, choose: Choose) => readonly Child[]): Edit =>
  someType((type, choose) => {
    const chosen = choose(type.children);
    return {
      ...type,
      children: type.children.flatMap((one) => (one === chosen ? change(one, choose) : [one])),
    };
  });

const SIMPLE = ['xs:string', 'xs:int', 'xs:decimal', 'xs:boolean', 'xs:dateTime', 'Label', 'Kind'];

/** Kinds of edits, by name. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'optional child': someType((type) => ({
    ...type,
    children: [...type.children, { name: 'added', type: 'xs:string', min: 0, max: '1' }],
  })),
  'required child': someType((type) => ({
    ...type,
    children: [...type.children, { name: 'added', type: 'xs:string', min: 1, max: '1' }],
  })),
  'list child': someType((type) => ({
    ...type,
    children: [{ name: 'added', type: 'Label', min: 0, max: 'unbounded' }, ...type.children],
  })),
  'child removed': someType((type, choose) => {
    const chosen = choose(type.children);
    return type.children.length < 2
      ? type
      : { ...type, children: type.children.filter((one) => one !== chosen) };
  }),
  'child renamed': someChild((one) => [{ ...one, name: `${one.name}Renamed` }]),
  'child required': someChild((one) => [{ ...one, min: 1 }]),
  'child optional': someChild((one) => [{ ...one, min: 0 }]),
  'child repeated': someChild((one) => [{ ...one, max: 'unbounded' }]),
  'child single': someChild((one) => [{ ...one, max: '1' }]),
  'child bounded': someChild((one) => [{ ...one, max: one.max === '1' ? '1' : '5' }]),
  'child of another type': someChild((one, choose) => [{ ...one, type: choose(SIMPLE) }]),
  'child nillable': someChild((one) => [{ ...one, nillable: true }]),
  'order reversed': someType((type) => ({ ...type, children: [...type.children].reverse() })),
  'other compositor': someType((type) => ({
    ...type,
    compositor: type.compositor === 'choice' ? 'sequence' : 'choice',
  })),
  mixed: inType('Note', (type) => ({ ...type, mixed: true })),
  'attribute added': someType((type) => ({
    ...type,
    attributes: [...type.attributes, { name: 'extra', type: 'xs:string', required: false }],
  })),
  'attribute demanded': someType((type) => ({
    ...type,
    attributes: [...type.attributes, { name: 'extra', type: 'xs:string', required: true }],
  })),
  'attributes required': inType('Reading', (type) => ({
    ...type,
    attributes: type.attributes.map((one) => ({ ...one, required: true })),
  })),
  'attributes optional': inType('Reading', (type) => ({
    ...type,
    attributes: type.attributes.map((one) => ({ ...one, required: false })),
  })),
  'attributes removed': inType('Reading', (type) => ({ ...type, attributes: [] })),
  'attribute of another type': (schema, choose) => {
    const other = choose(SIMPLE);
    return inType('Reading', (type) => ({
      ...type,
      attributes: type.attributes.map((one) => ({ ...one, type: other })),
    }))(schema, choose);
  },
  'value added': (schema) => ({ ...schema, values: [...schema.values, 'derived'] }),
  'value removed': (schema, choose) => {
    const chosen = choose(schema.values);
    return { ...schema, values: schema.values.filter((one) => one !== chosen) };
  },
  'values in another order': (schema) => ({ ...schema, values: [...schema.values].reverse() }),
  'facet changed': (schema, choose) => ({ ...schema, maxLength: choose([5, 19, 21, 100]) }),
  'words changed': someType((type) => ({ ...type, doc: 'Said in other words.' })),
  'type added': (schema) => ({
    ...schema,
    types: [...schema.types, { name: 'Extra', compositor: 'sequence', children: [], attributes: [] }],
  }),
  'type removed': (schema) => ({ ...schema, types: schema.types.filter(({ name }) => name !== 'Note') }),
  'type renamed': (schema) => ({
    ...schema,
    types: schema.types.map((type) => (type.name === 'Note' ? { ...type, name: 'Remark' } : type)),
  }),
  'base removed': inType('IntervalReading', ({ base: _base, ...type }) => type),
};

/** A seeded edit of the base: which kind, and the schema that comes of it. */
export function seededEdit(seed: number): { readonly kind: string; readonly schema: MadeSchema } {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const choose: Choose = (items) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) >>> 0;
    const item = items[state % items.length];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  const kinds = Object.entries(EDITS);
  // Every kind in turn, so that none is left to chance.
  const [kind, edit] = kinds[seed % kinds.length] ?? choose(kinds);
  return { kind, schema: edit(BASE, choose) };
}
