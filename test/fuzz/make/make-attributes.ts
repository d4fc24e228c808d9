import { node, type XmlNode } from '../xml-tree.js';
import { literalOf, makeSimpleType, pickSimpleType } from './make-simple-type.js';
import { refer, visible, type SchemaDocument, type Scope } from './scope.js';

/** The attributes of a complex type, an extension, a restriction or an attribute group. */
export function makeAttributes(
  scope: Scope,
  document: SchemaDocument,
  names: Set<string>,
): readonly XmlNode[] {
  const { random, feature } = scope;
  const isSubject = feature === 'attributes' || feature === 'identifiers';
  const count = isSubject ? random.between(1, 4) : random.chance(40) ? random.between(1, 2) : 0;
  const made: XmlNode[] = [];
  for (let at = 0; at < count; at++) {
    const kind = random.below(100);
    const global = kind < 15 ? random.pick(visible(scope.attributes, document)) : undefined;
    const group = kind >= 15 && kind < 28 ? random.pick(visible(scope.attributeGroups, document)) : undefined;
    if (global !== undefined) {
      const ref = refer(document, global);
      if (!names.has(ref) || random.chance(5)) made.push(node('xs:attribute', { ref, use: useOf(scope) }));
      names.add(ref);
    } else if (group !== undefined) {
      const ref = refer(document, group);
      if (!names.has(ref)) made.push(node('xs:attributeGroup', { ref }));
      names.add(ref);
    } else {
      const name = random.chance(4) ? 'k1' : scope.fresh('k');
      names.add(name);
      made.push(declareAttribute(scope, document, name));
    }
  }
  if (random.chance(feature === 'wildcards' ? 50 : isSubject ? 15 : 4)) made.push(makeAnyAttribute(scope));
  return made;
}

/** An attribute declaration with the type, use and value constraint that chance gives it. */
export function declareAttribute(
  scope: Scope,
  document: SchemaDocument,
  name: string,
  isGlobal = false,
): XmlNode {
  const { random, feature } = scope;
  const anonymous = random.chance(15) ? makeSimpleType(scope, document, 1) : undefined;
  const identifier =
    feature === 'identifiers' && random.chance(60) ? random.pick(['ID', 'IDREF', 'IDREFS']) : undefined;
  const type = anonymous?.use ?? pickSimpleType(scope, document);
  const use = isGlobal ? undefined : useOf(scope);
  const constraint = random.chance(feature === 'attributes' ? 35 : 15)
    ? random.pick(['default', 'fixed'])
    : undefined;
  const value = literalOf(random, type, type.range);
  // Facets leave few of the values of other types.
  const isPlain = type.name.startsWith('xs:') && anonymous === undefined;
  return node(
    'xs:attribute',
    {
      name,
      type: identifier !== undefined ? `xs:${identifier}` : anonymous === undefined ? type.name : undefined,
      use: constraint === 'default' && random.chance(95) ? undefined : use,
      form: !isGlobal && random.chance(8) ? random.pick(['qualified', 'unqualified']) : undefined,
      ...(constraint === undefined || identifier !== undefined || !(isPlain || random.chance(15))
        ? {}
        : { [constraint]: value }),
    },
    [identifier === undefined ? anonymous?.element : undefined],
  );
}

const useOf = ({ random }: Scope): string | undefined =>
  random.pick([
    undefined,
    undefined,
    'required',
    'required',
    'optional',
    random.chance(20) ? 'prohibited' : undefined,
  ]);

/** A namespace constraint and how strictly it is meant. */
export function wildcardAttributes({ random }: Scope): Record<string, string | undefined> {
  return {
    namespace: random.pick([
      undefined,
      '##any',
      '##other',
      '##other',
      '##local',
      '##targetNamespace',
      'urn:b',
      'urn:b urn:c',
      '##local urn:b',
      '##targetNamespace ##local',
      'urn:c',
      random.chance(30) ? '' : '##any',
    ]),
    processContents: random.pick([undefined, 'lax', 'lax', 'skip', 'strict']),
  };
}

export const makeAnyAttribute = (scope: Scope): XmlNode => node('xs:anyAttribute', wildcardAttributes(scope));

/** Declares a group of attributes. */
export function declareAttributeGroup(scope: Scope, document: SchemaDocument): void {
  const name = scope.fresh('AG');
  document.root.children.push(
    node('xs:attributeGroup', { name }, makeAttributes(scope, document, new Set())),
  );
  scope.attributeGroups.push({ name, document });
}

/** Declares an attribute that others refer to. */
export function declareGlobalAttribute(scope: Scope, document: SchemaDocument): void {
  const name = scope.fresh('ga');
  document.root.children.push(declareAttribute(scope, document, name, true));
  scope.attributes.push({ name, document });
}
