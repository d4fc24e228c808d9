import {
  attributeOf,
  copyNode,
  dropAttribute,
  isNode,
  node,
  setAttribute,
  type XmlNode,
} from '../xml-tree.js';
import { makeAttributes } from './make-attributes.js';
import { makeAll, makeGroup, type LocalNames } from './make-particle.js';
import { makeFacets, pickSimpleType } from './make-simple-type.js';
import { restrictParticle } from './restrict-particle.js';
import { refer, visible, type MadeComplexType, type SchemaDocument, type Scope } from './scope.js';

interface MadeBody {
  readonly element: XmlNode;
  readonly content: MadeComplexType['content'];
  readonly particle: XmlNode | undefined;
  readonly attributes: readonly XmlNode[];
}

/** Declares a named complex type. */
export function declareComplexType(scope: Scope, document: SchemaDocument, depth: number): void {
  const { random, feature } = scope;
  const name = scope.fresh('C');
  const { element, ...made } = makeComplexType(scope, document, depth);
  element.attributes.unshift({ name: 'name', value: name });
  const derives = feature === 'derivation' || feature === 'substitution';
  if (random.chance(derives ? 12 : 3)) element.attributes.push({ name: 'abstract', value: 'true' });
  if (random.chance(derives ? 12 : 3))
    element.attributes.push({ name: 'block', value: random.pick(['#all', 'extension', 'restriction']) });
  const isFinal = random.chance(3);
  if (isFinal)
    element.attributes.push({ name: 'final', value: random.pick(['#all', 'extension', 'restriction']) });
  document.root.children.push(element);
  scope.complexTypes.push({ name, document, isFinal, ...made });
}

/** An `xs:complexType` inside an element. */
export const makeAnonymousComplexType = (scope: Scope, document: SchemaDocument, depth: number): XmlNode =>
  makeComplexType(scope, document, depth).element;

function makeComplexType(scope: Scope, document: SchemaDocument, depth: number): MadeBody {
  const { random, feature } = scope;
  const derives =
    feature === 'derivation' || feature === 'restriction' ? 65 : feature === 'substitution' ? 40 : 18;
  const bases = visible(scope.complexTypes, document).filter(({ isFinal }) => !isFinal || random.chance(5));
  const base = random.chance(derives) ? random.pick(bases) : undefined;
  if (base !== undefined) {
    const isRestriction = random.chance(feature === 'restriction' ? 85 : 40);
    return isRestriction
      ? makeRestriction(scope, document, base)
      : makeExtension(scope, document, base, depth);
  }
  if (random.chance(feature === 'attributes' || feature === 'values' ? 30 : 12))
    return makeSimpleContent(scope, document);
  return makeContent(scope, document, depth);
}

function makeContent(scope: Scope, document: SchemaDocument, depth: number): MadeBody {
  const { random, feature } = scope;
  const names: LocalNames = new Map();
  const isEmpty = random.chance(8);
  const isAll = random.chance(feature === 'all' ? 75 : 8);
  const particle = isEmpty
    ? undefined
    : isAll
      ? makeAll(scope, document, names)
      : makeGroup(scope, document, names, depth);
  const isMixed = random.chance(feature === 'mixed' ? 60 : 10);
  const attributes = makeAttributes(scope, document, new Set());
  return {
    element: node('xs:complexType', { mixed: isMixed ? 'true' : undefined }, [particle, ...attributes]),
    content: isMixed ? 'mixed' : isEmpty ? 'empty' : 'elements',
    particle,
    attributes,
  };
}

function makeSimpleContent(scope: Scope, document: SchemaDocument): MadeBody {
  const base = pickSimpleType(scope, document);
  const attributes = makeAttributes(scope, document, new Set());
  const extension = node('xs:extension', { base: base.name }, attributes);
  return {
    element: node('xs:complexType', {}, [node('xs:simpleContent', {}, [extension])]),
    content: 'simple',
    particle: undefined,
    attributes,
  };
}

function makeExtension(
  scope: Scope,
  document: SchemaDocument,
  base: MadeComplexType,
  depth: number,
): MadeBody {
  const { random } = scope;
  const own = makeAttributes(scope, document, new Set());
  const attributes = [...base.attributes, ...own];
  const name = refer(document, base);
  if (base.content === 'simple') {
    const extension = node('xs:extension', { base: name }, own);
    return {
      element: node('xs:complexType', {}, [node('xs:simpleContent', {}, [extension])]),
      content: 'simple',
      particle: undefined,
      attributes,
    };
  }
  const added = random.chance(75) ? makeGroup(scope, document, new Map(), depth) : undefined;
  const isMixed = (base.content === 'mixed') !== random.chance(3);
  const onType = random.chance(50);
  const mixed = isMixed ? 'true' : undefined;
  const parts = [base.particle, added].flatMap((part) => (part === undefined ? [] : [part]));
  return {
    element: node('xs:complexType', { mixed: onType ? mixed : undefined }, [
      node('xs:complexContent', { mixed: onType ? undefined : mixed }, [
        node('xs:extension', { base: name }, [added, ...own]),
      ]),
    ]),
    content: isMixed ? 'mixed' : parts.length === 0 ? 'empty' : 'elements',
    particle: parts.length === 0 ? undefined : node('xs:sequence', {}, parts),
    attributes,
  };
}

function makeRestriction(scope: Scope, document: SchemaDocument, base: MadeComplexType): MadeBody {
  const { random } = scope;
  const name = refer(document, base);
  const attributes = base.attributes
    .filter(() => random.chance(40))
    .map((use) => restrictAttribute(scope, use));
  if (base.content === 'simple') {
    const type = pickSimpleType(scope, document);
    const { facets } = makeFacets(scope, type);
    const restriction = node('xs:restriction', { base: name }, [...facets, ...attributes]);
    return {
      element: node('xs:complexType', {}, [node('xs:simpleContent', {}, [restriction])]),
      content: 'simple',
      particle: undefined,
      attributes: base.attributes,
    };
  }
  // What a base in another document calls its components, this document may not be able to name.
  const isNear = base.document === document;
  const particle =
    base.particle === undefined || !isNear
      ? undefined
      : restrictParticle(scope, document, copyNode(base.particle));
  const isMixed = base.content === 'mixed' && random.chance(60);
  return {
    element: node('xs:complexType', { mixed: isMixed ? 'true' : undefined }, [
      node('xs:complexContent', {}, [
        node('xs:restriction', { base: name }, [particle, ...(isNear ? attributes : [])]),
      ]),
    ]),
    content: isMixed ? 'mixed' : particle === undefined ? 'empty' : 'elements',
    particle,
    attributes: base.attributes,
  };
}

/** The same attribute, mostly narrower. */
function restrictAttribute({ random }: Scope, use: XmlNode): XmlNode {
  const made = copyNode(use);
  if (made.name !== 'xs:attribute') return made;
  if (attributeOf(made, 'ref') === undefined && made.children.some(isNode)) return made;
  if (random.chance(50)) {
    dropAttribute(made, 'default');
    setAttribute(made, 'use', random.pick(['required', 'required', 'prohibited', 'optional']));
    if (attributeOf(made, 'use') === 'prohibited') dropAttribute(made, 'fixed');
  }
  return made;
}
