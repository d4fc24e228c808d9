import type { ComponentId, Schema, SimpleType } from '../../../src/model/schema/index.js';
import { literalFacets, simpleTypeOf } from '../../../src/samples/literal/literal-facets.js';
import type { Prefixes } from '../../../src/samples/prefixes.js';
import { Random } from '../../../src/samples/random.js';
import { sampleTree } from '../../../src/samples/sample-document.js';
import type { SampleElement } from '../../../src/samples/sample-tree.js';
import { namesOf } from '../../../src/samples/write-document.js';
import { attributeOf, copyNode, nodesOf, type XmlNode } from '../xml-tree.js';
import { boundariesOf } from './boundary-literals.js';
import type { SchemaTrees } from './make-schema.js';
import { changeDocument, type Stock } from './change-document.js';
import { NAMESPACE_A, NAMESPACE_B } from './scope.js';

/** Documents of a schema: some valid by construction, most of them changed, all different. */
export function makeInstances(
  schema: Schema,
  trees: SchemaTrees,
  seed: number,
  count: number,
): readonly XmlNode[] {
  const random = new Random(seed);
  const roots = [...schema.elements.values()].filter(
    ({ scope, span }) => scope === 'global' && span.source !== '',
  );
  const wholes = roots.filter(({ name }) => name.localName === 'root');
  const stock = stockOf(schema, trees);
  const made: XmlNode[] = [];
  for (let at = 0; at < count; at++) {
    const known = random.pick(made);
    // Changes of changed documents go further from what is valid.
    if (known !== undefined && random.chance(35)) {
      const again = copyNode(known);
      changeDocument(random, again, stock);
      made.push(again);
      continue;
    }
    const root = random.pick(wholes.length > 0 && random.chance(75) ? wholes : roots);
    if (root === undefined) return [];
    const { tree, prefixes } = sampleTree(schema, root.id, {
      seed: random.next(),
      extent: random.pick(['random', 'random', 'random', 'full', 'minimal']),
      maxBytes: 1200,
      maxDepth: 8,
    });
    if (tree === undefined) continue;
    const document = documentOf(tree, prefixes);
    const changes = random.pick([0, 1, 1, 1, 2, 3]);
    for (let change = 0; change < changes; change++) changeDocument(random, document, stock);
    made.push(document);
  }
  return made;
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** A sample with every prefix that a value may use. */
function documentOf(root: SampleElement, prefixes: Prefixes): XmlNode {
  const names = namesOf(root, prefixes);
  const declared = names.declarations.map((text) => {
    const [, name = '', value = ''] = /^([^=]+)="(.*)"$/s.exec(text) ?? [];
    return { name, value: value.replaceAll('&amp;', '&') };
  });
  for (const [prefix, namespace] of [
    ['a', NAMESPACE_A],
    ['b', NAMESPACE_B],
    ['c', 'urn:c'],
    ['xs', 'http://www.w3.org/2001/XMLSchema'],
    ['xsi', XSI],
  ] as const) {
    const name = `xmlns:${prefix}`;
    if (!declared.some((each) => each.name === name)) declared.push({ name, value: namespace });
  }
  const convert = (element: SampleElement): XmlNode => ({
    name: names.element(element.name),
    attributes: [
      ...(element.xsiType === undefined ? [] : [{ name: 'xsi:type', value: names.element(element.xsiType) }]),
      ...(element.isNil ? [{ name: 'xsi:nil', value: 'true' }] : []),
      ...element.attributes.map(({ name, value, type }) => ({ name: names.attribute(name), value, type })),
    ],
    children: element.children.map((child) =>
      child.kind === 'element' ? convert(child) : { text: child.value, type: child.type },
    ),
  });
  const document = convert(root);
  document.attributes = [...declared, ...document.attributes];
  return document;
}

/** What changes of documents take from the schema. */
function stockOf(schema: Schema, trees: SchemaTrees): Stock {
  const nodes = Object.values(trees).flatMap((root) => [...nodesOf(root)]);
  const valuesOf = (element: string, attribute: string): readonly string[] =>
    nodes.filter(({ name }) => name === element).flatMap((each) => attributeOf(each, attribute) ?? []);
  const literals = nodes.flatMap((each) =>
    ['value', 'default', 'fixed'].flatMap((name) => attributeOf(each, name) ?? []),
  );
  return {
    elements: valuesOf('xs:element', 'name'),
    attributes: valuesOf('xs:attribute', 'name'),
    types: [...valuesOf('xs:complexType', 'name'), ...valuesOf('xs:simpleType', 'name')],
    literals,
    literalsOf: (id) => literalsOf(schema, id),
  };
}

interface Literals {
  readonly ordered: readonly string[];
  readonly odd: readonly string[];
  readonly isList: boolean;
}

const known = new WeakMap<SimpleType, Literals>();

/** Literals of the built-in types that a type is made of. */
function literalsOf(schema: Schema, id: ComponentId): Literals {
  const type = simpleTypeOf(schema, id);
  if (type === undefined) return { ordered: [], odd: [], isList: false };
  const before = known.get(type);
  if (before !== undefined) return before;
  const { variety } = type;
  let made: Literals;
  if (variety.kind === 'list') made = { ...literalsOf(schema, variety.itemType), isList: true };
  else if (variety.kind === 'union') {
    const members = variety.memberTypes.map((member) => literalsOf(schema, member));
    made = {
      ordered: members.flatMap(({ ordered }) => ordered),
      odd: members.flatMap(({ odd }) => odd),
      isList: members.some(({ isList }) => isList),
    };
  } else made = { ...boundariesOf(literalFacets(schema, type).builtIn), isList: false };
  known.set(type, made);
  return made;
}
