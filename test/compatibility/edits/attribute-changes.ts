import { type ChangeKind, narrows, replaces, rewrites, widens } from './edit.js';

const attribute = (name: string, rest = ''): string =>
  `<xs:attribute name="${name}" type="xs:string"${rest}/>`;
const anyAttribute = (namespace: string, process = 'skip'): string =>
  `<xs:anyAttribute namespace="${namespace}" processContents="${process}"/>`;

/** Edits of the attributes of a type. */
export const ATTRIBUTE_CHANGES: Readonly<Record<string, ChangeKind>> = {
  'optional attribute added': () => widens('', attribute('a'), attribute('a') + attribute('b')),
  'required attribute added': () =>
    replaces('', attribute('a'), attribute('a') + attribute('b', ' use="required"')),
  'attribute becomes required': () => narrows('', attribute('a'), attribute('a', ' use="required"')),
  'attribute becomes optional': () => widens('', attribute('a', ' use="required"'), attribute('a')),
  'attribute removed': () => narrows('', attribute('a') + attribute('b'), attribute('b')),
  'attribute renamed': () => replaces('', attribute('a'), attribute('b')),
  'attribute prohibited': () => narrows('', attribute('a'), attribute('a', ' use="prohibited"')),
  'default value of an attribute': (random) =>
    rewrites('', attribute('a'), attribute('a', ` default="${random.pick(['x', 'y']) ?? 'x'}"`)),
  'value of an attribute fixed': () => narrows('', attribute('a'), attribute('a', ' fixed="x"')),
  'value of an attribute no longer fixed': () => widens('', attribute('a', ' fixed="x"'), attribute('a')),
  'fixed value of an attribute changes': () =>
    replaces('', attribute('a', ' fixed="x"'), attribute('a', ' fixed="y"')),
  'attribute wildcard added': () => widens('', attribute('a'), attribute('a') + anyAttribute('##other')),
  'attribute wildcard removed': () => narrows('', attribute('a') + anyAttribute('##other'), attribute('a')),
  'attribute wildcard narrowed': (random) => {
    const [wide, narrow] =
      random.pick([
        ['##any', '##other'],
        ['##other', 'urn:a'],
        ['urn:a ##local', '##local'],
        ['##any', 'urn:a urn:b'],
      ] as const) ?? (['##any', '##other'] as const);
    return narrows('', anyAttribute(wide), anyAttribute(narrow));
  },
  'attribute wildcard processed strictly': () =>
    narrows('', anyAttribute('##other', 'lax'), anyAttribute('##other', 'strict')),
  'attribute that a wildcard lets in anyway': () => widens('', attribute('a'), anyAttribute('##any', 'skip')),
  'attribute in a group': () => ({
    ...rewrites('', attribute('a'), '<xs:attributeGroup ref="AG"/>'),
    globals: `<xs:attributeGroup name="AG">${attribute('a')}</xs:attributeGroup>`,
  }),
  'attribute type narrowed': () =>
    narrows(
      '',
      '<xs:attribute name="a" type="xs:integer"/>',
      '<xs:attribute name="a" type="xs:unsignedByte"/>',
    ),
};
