import { node, type XmlNode } from '../xml-tree.js';
import { makeAnonymousComplexType } from './make-complex-type.js';
import { literalOf, makeSimpleType, pickSimpleType } from './make-simple-type.js';
import { wildcardAttributes } from './make-attributes.js';
import { makeIdentityConstraint } from './make-identity-constraint.js';
import { occurrences, refer, visible, type SchemaDocument, type Scope } from './scope.js';

/** Element names of one content model with the attributes of their declarations: the same name has the same type. */
export type LocalNames = Map<string, XmlNode>;

/** A model group as the content of a type or of a group definition. */
export function makeGroup(scope: Scope, document: SchemaDocument, names: LocalNames, depth: number): XmlNode {
  const { random, feature } = scope;
  const compositor = random.chance(60) ? 'xs:sequence' : 'xs:choice';
  const limit = feature === 'particles' || feature === 'restriction' ? 4 : 3;
  const count = random.chance(4) ? 0 : random.between(1, limit);
  const parts = Array.from({ length: count }, () => makeParticle(scope, document, names, depth));
  return node(compositor, occurrences(scope), parts);
}

/** An `xs:all`: elements, each at most once. */
export function makeAll(scope: Scope, document: SchemaDocument, names: LocalNames): XmlNode {
  const { random } = scope;
  const parts = Array.from({ length: random.between(1, 5) }, () => {
    const part = makeElementParticle(scope, document, names, 0);
    part.attributes = part.attributes.filter(({ name }) => name !== 'maxOccurs' && name !== 'minOccurs');
    if (random.chance(50)) part.attributes.push({ name: 'minOccurs', value: '0' });
    if (random.chance(3)) part.attributes.push({ name: 'maxOccurs', value: random.pick(['2', '0']) });
    return part;
  });
  return node('xs:all', { minOccurs: random.chance(20) ? '0' : undefined }, parts);
}

/** An element, a group or a wildcard. */
export function makeParticle(
  scope: Scope,
  document: SchemaDocument,
  names: LocalNames,
  depth: number,
): XmlNode {
  const { random, feature } = scope;
  const kind = random.below(100);
  if (kind < 25 && depth > 0) return makeGroup(scope, document, names, depth - 1);
  const group = kind >= 25 && kind < 32 ? random.pick(visible(scope.groups, document)) : undefined;
  if (group !== undefined) return node('xs:group', { ref: refer(document, group), ...occurrences(scope) });
  if (kind >= 100 - (feature === 'wildcards' ? 35 : 4))
    return node('xs:any', { ...wildcardAttributes(scope), ...occurrences(scope) });
  return makeElementParticle(scope, document, names, depth);
}

function makeElementParticle(
  scope: Scope,
  document: SchemaDocument,
  names: LocalNames,
  depth: number,
): XmlNode {
  const { random, feature } = scope;
  const global = random.chance(feature === 'substitution' ? 70 : 22)
    ? random.pick(visible(scope.elements, document))
    : undefined;
  if (global !== undefined) {
    const ref = refer(document, global);
    const made = node('xs:element', { ref, ...occurrences(scope) });
    // The same element twice is mostly ambiguous.
    if (!names.has(ref) || random.chance(6)) {
      names.set(ref, made);
      return made;
    }
  }
  const known = [...names.values()];
  const again = random.chance(6) ? random.pick(known) : undefined;
  if (again !== undefined) {
    return {
      name: 'xs:element',
      attributes: [
        ...again.attributes.filter(({ name }) => !/Occurs$/.test(name)),
        ...node('', occurrences(scope)).attributes,
      ],
      children: again.children,
    };
  }
  const name = random.chance(2) ? 'e1' : scope.fresh('e');
  const made = node('xs:element', { name, ...occurrences(scope) });
  typeElement(scope, document, made, depth);
  if (random.chance(7))
    made.attributes.push({ name: 'form', value: random.pick(['qualified', 'unqualified']) });
  names.set(name, made);
  return made;
}

/** Gives a declaration a type and what else an element may have. */
export function typeElement(scope: Scope, document: SchemaDocument, element: XmlNode, depth: number): void {
  const { random, feature } = scope;
  const set = (name: string, value: string): void => void element.attributes.push({ name, value });
  const kind = random.below(100);
  const complex = kind < 30 ? random.pick(visible(scope.complexTypes, document)) : undefined;
  if (complex !== undefined) set('type', refer(document, complex));
  else if (kind < 40 && depth > 0)
    element.children.push(makeAnonymousComplexType(scope, document, depth - 1));
  else if (kind < 43) set('type', random.pick(['xs:anyType', 'xs:anySimpleType']));
  else if (kind >= 45) {
    const identifier =
      feature === 'identifiers' && random.chance(60) ? random.pick(['ID', 'IDREF', 'IDREFS']) : undefined;
    const anonymous =
      identifier === undefined && random.chance(20) ? makeSimpleType(scope, document, 1) : undefined;
    const use = anonymous?.use ?? pickSimpleType(scope, document);
    if (anonymous === undefined) set('type', identifier === undefined ? use.name : `xs:${identifier}`);
    else element.children.push(anonymous.element);
    const isPlain = use.name.startsWith('xs:') && anonymous === undefined && use.builtIn !== 'ID';
    if (random.chance(isPlain ? 15 : 3) && identifier === undefined)
      set(random.pick(['default', 'fixed']), literalOf(random, use, use.range));
  }
  if (random.chance(feature === 'mixed' ? 40 : 12)) set('nillable', 'true');
  if (random.chance(feature === 'derivation' ? 15 : 4))
    set('block', random.pick(['#all', 'extension', 'restriction', 'substitution', 'extension restriction']));
  const wants = feature === 'identity' ? 60 : 2;
  if (random.chance(wants)) {
    const count = random.chance(30) ? 2 : 1;
    for (let at = 0; at < count; at++) element.children.push(...makeIdentityConstraint(scope, document));
  }
}

/** Declares a group that content models refer to. */
export function declareGroup(scope: Scope, document: SchemaDocument): void {
  const name = scope.fresh('G');
  const names: LocalNames = new Map();
  const isAll = scope.random.chance(15);
  const model = isAll ? makeAll(scope, document, names) : makeGroup(scope, document, names, 1);
  model.attributes = model.attributes.filter(({ name: attribute }) => !/Occurs$/.test(attribute));
  document.root.children.push(node('xs:group', { name }, [model]));
  scope.groups.push({ name, document, names: [...names.keys()] });
}

/** Declares an element that documents may begin with. */
export function declareElement(scope: Scope, document: SchemaDocument, depth: number): void {
  const { random, feature } = scope;
  const name = scope.fresh('r');
  const made = node('xs:element', { name });
  const head = random.chance(feature === 'substitution' ? 65 : 8)
    ? random.pick(visible(scope.elements, document))
    : undefined;
  typeElement(scope, document, made, depth);
  if (head !== undefined) {
    made.attributes.push({ name: 'substitutionGroup', value: refer(document, head) });
    // Mostly without a type of its own, or with that of the head: others have to be derived.
    if (random.chance(88)) {
      made.attributes = made.attributes.filter(
        ({ name: attribute }) => !/^(?:type|default|fixed)$/.test(attribute),
      );
      made.children = [];
    }
  }
  const isAbstract = random.chance(feature === 'substitution' ? 20 : 3);
  if (isAbstract) made.attributes.push({ name: 'abstract', value: 'true' });
  if (random.chance(feature === 'substitution' ? 12 : 2))
    made.attributes.push({ name: 'final', value: random.pick(['#all', 'extension', 'restriction']) });
  document.root.children.push(made);
  scope.elements.push({ name, document, isAbstract, isMember: head !== undefined });
}
