/** One change of a schema and what it does to messages: `rules` are those that break, none if nothing does. */
export interface WireCase {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** What new readers refuse of old messages. */
  readonly backward: readonly string[];
  /** What old readers refuse of new messages. */
  readonly forward: readonly string[];
}

const order = (content: string): string =>
  `<xs:element name="order"><xs:complexType>${content}</xs:complexType></xs:element>`;
const sequence = (content: string): string => order(`<xs:sequence>${content}</xs:sequence>`);
const string = (name: string, occurs = ''): string =>
  `<xs:element name="${name}" type="xs:string" ${occurs}/>`;
const value = (facets: string, base = 'xs:string'): string =>
  `<xs:element name="order"><xs:simpleType><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType></xs:element>`;

/** Small changes with known effects. */
export const WIRE_CASES: readonly WireCase[] = [
  { what: 'nothing', before: sequence(string('a')), after: sequence(string('a')), backward: [], forward: [] },
  {
    what: 'a required element is added',
    before: sequence(string('a')),
    after: sequence(string('a') + string('b')),
    backward: ['content.required-added'],
    forward: ['content.element-removed'],
  },
  {
    what: 'an optional element is added in the middle',
    before: sequence(string('a') + string('c')),
    after: sequence(string('a') + string('b', 'minOccurs="0"') + string('c')),
    backward: [],
    forward: ['content.element-removed'],
  },
  {
    what: 'an element becomes required',
    before: sequence(string('a', 'minOccurs="0"') + string('b')),
    after: sequence(string('a') + string('b')),
    backward: ['content.required'],
    forward: [],
  },
  {
    what: 'two elements become required',
    before: sequence(string('a', 'minOccurs="0"') + string('b', 'minOccurs="0"')),
    after: sequence(string('a') + string('b')),
    backward: ['content.required', 'content.required'],
    forward: [],
  },
  {
    what: 'an element is renamed',
    before: sequence(string('a') + string('b') + string('c')),
    after: sequence(string('a') + string('x') + string('c')),
    backward: ['content.element-removed', 'content.required-added'],
    forward: ['content.element-removed', 'content.required-added'],
  },
  {
    what: 'elements change places',
    before: sequence(string('a') + string('b')),
    after: sequence(string('b') + string('a')),
    backward: ['content.order'],
    forward: ['content.order'],
  },
  {
    what: 'fewer occurrences are allowed',
    before: sequence(string('a', 'maxOccurs="5"') + string('b')),
    after: sequence(string('a', 'maxOccurs="3"') + string('b')),
    backward: ['content.max-lowered'],
    forward: [],
  },
  {
    what: 'far fewer occurrences are allowed',
    before: sequence(string('a', 'maxOccurs="20000"') + string('b')),
    after: sequence(string('a', 'minOccurs="2" maxOccurs="19999"') + string('b')),
    backward: ['content.max-lowered', 'content.min-raised'],
    forward: [],
  },
  {
    what: 'a sequence of optional elements becomes a choice',
    before: sequence(string('a', 'minOccurs="0"') + string('b', 'minOccurs="0"')),
    after: order(`<xs:choice minOccurs="0">${string('a')}${string('b')}</xs:choice>`),
    backward: ['content.alternative-removed'],
    forward: [],
  },
  {
    what: 'xs:all becomes a sequence',
    before: order(`<xs:all>${string('a')}${string('b')}</xs:all>`),
    after: sequence(string('a') + string('b')),
    backward: ['content.order'],
    forward: [],
  },
  {
    what: 'xs:all asks for more',
    before: order(`<xs:all>${string('a')}${string('b', 'minOccurs="0"')}</xs:all>`),
    after: order(`<xs:all>${string('a')}${string('b')}</xs:all>`),
    backward: ['content.required'],
    forward: [],
  },
  {
    what: 'counters inside counters that come to the same',
    before: order(
      `<xs:sequence minOccurs="2" maxOccurs="2">${string('a', 'minOccurs="3" maxOccurs="3"')}</xs:sequence>`,
    ),
    after: sequence(string('a', 'minOccurs="6" maxOccurs="6"')),
    backward: [],
    forward: [],
  },
  {
    what: 'a value is taken out of an enumeration',
    before: value('<xs:enumeration value="x"/><xs:enumeration value="y"/>'),
    after: value('<xs:enumeration value="x"/>'),
    backward: ['facet.enumeration'],
    forward: [],
  },
  {
    what: 'a longer text is not allowed',
    before: value('<xs:maxLength value="10"/>'),
    after: value('<xs:maxLength value="8"/>'),
    backward: ['facet.length'],
    forward: [],
  },
  {
    what: 'a pattern in other words',
    before: value('<xs:pattern value="[A-Z]{2,4}"/>'),
    after: value('<xs:pattern value="[A-Z][A-Z]([A-Z][A-Z]?)?"/>'),
    backward: [],
    forward: [],
  },
  {
    what: 'a pattern allows less',
    before: value('<xs:pattern value="[A-Z]{2,4}"/>'),
    after: value('<xs:pattern value="[A-Y]{2,4}"/>'),
    backward: ['facet.pattern'],
    forward: [],
  },
  {
    what: 'digits bound a number as well',
    before: value('<xs:pattern value="[1-9][0-9]{0,2}"/>', 'xs:integer'),
    after: value('<xs:minExclusive value="0"/><xs:maxInclusive value="999"/>', 'xs:integer'),
    backward: [],
    forward: ['facet.pattern'],
  },
  {
    what: 'a bound moves',
    before: value('<xs:maxInclusive value="100"/>', 'xs:decimal'),
    after: value('<xs:maxInclusive value="99.5"/>', 'xs:decimal'),
    backward: ['facet.bounds'],
    forward: [],
  },
  {
    what: 'a bound of dates moves',
    before: value('<xs:minInclusive value="2001-01-01"/>', 'xs:date'),
    after: value('<xs:minInclusive value="2001-02-01"/>', 'xs:date'),
    backward: ['facet.bounds'],
    forward: [],
  },
  {
    what: 'int becomes long',
    before:
      '<xs:element name="order"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:element>',
    after:
      '<xs:element name="order"><xs:simpleType><xs:restriction base="xs:long"/></xs:simpleType></xs:element>',
    backward: [],
    forward: ['type.narrowed'],
  },
  {
    what: 'white space counts',
    before: value('<xs:enumeration value="x"/>', 'xs:token'),
    after: value('<xs:enumeration value="x"/>', 'xs:string'),
    backward: ['facet.enumeration'],
    forward: [],
  },
  {
    what: 'an attribute becomes required',
    before: order('<xs:attribute name="id" type="xs:string"/>'),
    after: order('<xs:attribute name="id" type="xs:string" use="required"/>'),
    backward: ['attribute.required'],
    forward: [],
  },
  {
    what: 'an attribute is taken out and its type narrowed elsewhere',
    before: order('<xs:attribute name="id" type="xs:string"/><xs:attribute name="n" type="xs:int"/>'),
    after: order('<xs:attribute name="n" type="xs:short"/>'),
    backward: ['attribute.removed', 'type.narrowed'],
    forward: [],
  },
  {
    what: 'an element may no longer be nil',
    before: '<xs:element name="order" type="xs:int" nillable="true"/>',
    after: '<xs:element name="order" type="xs:int"/>',
    backward: ['nillable.removed'],
    forward: [],
  },
  {
    what: 'a wildcard allows other namespaces only',
    before: sequence('<xs:any namespace="##any" processContents="skip" minOccurs="0"/>'),
    after: sequence('<xs:any namespace="##other" processContents="skip" minOccurs="0"/>'),
    backward: ['wildcard.narrowed'],
    forward: [],
  },
  {
    what: 'a wildcard looks closer',
    before: sequence('<xs:any namespace="##other" processContents="lax" minOccurs="0"/>'),
    after: sequence('<xs:any namespace="##other" processContents="strict" minOccurs="0"/>'),
    backward: ['wildcard.process-contents'],
    forward: [],
  },
  {
    what: 'a member leaves a substitution group',
    before: `<xs:element name="order"><xs:complexType><xs:sequence><xs:element ref="head"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="head" type="xs:string"/><xs:element name="member" type="xs:string" substitutionGroup="head"/>`,
    after: `<xs:element name="order"><xs:complexType><xs:sequence><xs:element ref="head"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="head" type="xs:string"/><xs:element name="member" type="xs:string"/>`,
    backward: ['substitution.member-removed'],
    forward: [],
  },
  {
    what: 'a derived type is taken out',
    before: `<xs:element name="order" type="Base"/><xs:complexType name="Base"/>
      <xs:complexType name="Derived"><xs:complexContent><xs:extension base="Base"><xs:attribute name="x"/></xs:extension></xs:complexContent></xs:complexType>`,
    after: `<xs:element name="order" type="Base"/><xs:complexType name="Base"/>`,
    backward: ['xsi-type.removed'],
    forward: [],
  },
  {
    what: 'a key is added',
    before: sequence(
      `<xs:element name="a" maxOccurs="9"><xs:complexType><xs:attribute name="id" type="xs:string" use="required"/></xs:complexType></xs:element>`,
    ),
    after: `<xs:element name="order"><xs:complexType><xs:sequence>
      <xs:element name="a" maxOccurs="9"><xs:complexType><xs:attribute name="id" type="xs:string" use="required"/></xs:complexType></xs:element>
      </xs:sequence></xs:complexType><xs:key name="k"><xs:selector xpath="s:a"/><xs:field xpath="@id"/></xs:key></xs:element>`,
    backward: ['identity.added'],
    forward: [],
  },
  {
    what: 'a facet of a type that several elements and types use',
    before: `<xs:simpleType name="T"><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="U"><xs:restriction base="T"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
      ${sequence('<xs:element name="a" type="T"/><xs:element name="b" type="U"/><xs:element name="c" type="T"/>')}`,
    after: `<xs:simpleType name="T"><xs:restriction base="xs:string"><xs:maxLength value="8"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="U"><xs:restriction base="T"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
      ${sequence('<xs:element name="a" type="T"/><xs:element name="b" type="U"/><xs:element name="c" type="T"/>')}`,
    backward: ['facet.length'],
    forward: [],
  },
  {
    what: 'a required element of a base type',
    before: `<xs:complexType name="Base"><xs:sequence>${string('a')}</xs:sequence></xs:complexType>
      <xs:complexType name="Derived"><xs:complexContent><xs:extension base="Base"><xs:sequence>${string('z')}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      ${sequence('<xs:element name="x" type="Base"/><xs:element name="y" type="Derived"/>')}`,
    after: `<xs:complexType name="Base"><xs:sequence>${string('a')}${string('b')}</xs:sequence></xs:complexType>
      <xs:complexType name="Derived"><xs:complexContent><xs:extension base="Base"><xs:sequence>${string('z')}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      ${sequence('<xs:element name="x" type="Base"/><xs:element name="y" type="Derived"/>')}`,
    backward: ['content.required-added'],
    forward: ['content.element-removed'],
  },
  {
    what: 'a type that no message can contain',
    before:
      sequence(string('a') + '<xs:element name="loop" type="Loop" minOccurs="0"/>') +
      `<xs:complexType name="Loop"><xs:sequence><xs:element name="loop" type="Loop"/><xs:element name="x" type="xs:int"/></xs:sequence></xs:complexType>`,
    after:
      sequence(string('a')) +
      `<xs:complexType name="Loop"><xs:sequence><xs:element name="loop" type="Loop"/><xs:element name="x" type="xs:byte"/></xs:sequence></xs:complexType>`,
    backward: [],
    forward: [],
  },
];
