import { Random } from '../../../src/samples/random.js';
import { copyNode, isNode, node, nodesOf, writeXml, type XmlNode } from '../xml-tree.js';
import { declareAttributeGroup, declareGlobalAttribute } from './make-attributes.js';
import { declareComplexType } from './make-complex-type.js';
import { declareElement, declareGroup } from './make-particle.js';
import { declareSimpleType, makeSimpleType } from './make-simple-type.js';
import { NAMESPACE_A, NAMESPACE_B, type Feature, type SchemaDocument, type Scope } from './scope.js';

/** The documents of a schema by file name, the one to begin with first. */
export type SchemaTrees = Readonly<Record<string, XmlNode>>;

/** Makes a schema of what a feature is about. The same seed makes the same schema. */
export function makeSchema(seed: number, feature: Feature): SchemaTrees {
  const random = new Random(seed);
  const counts = new Map<string, number>();
  const scope: Scope = {
    random,
    feature,
    simpleTypes: [],
    complexTypes: [],
    elements: [],
    groups: [],
    attributeGroups: [],
    attributes: [],
    fresh(stem) {
      const count = (counts.get(stem) ?? 0) + 1;
      counts.set(stem, count);
      return `${stem}${String(count)}`;
    },
  };
  const documents = layOut(scope);
  for (const document of documents) fill(scope, document);
  const trees = Object.fromEntries([...documents].reverse().map(({ file, root }) => [file, arranged(root)]));
  if (feature === 'broken') breakSchema(random, trees);
  return trees;
}

/** Schema documents as text. */
export const writeSchema = (trees: SchemaTrees): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(trees).map(([file, root]) => [file, writeXml(root)]));

/** Which documents there are: those that others see come first. */
function layOut({ random, feature }: Scope): readonly SchemaDocument[] {
  const isSubject = feature === 'namespaces';
  const hasOther = random.chance(isSubject ? 70 : 15);
  const hasPart = random.chance(isSubject ? 60 : 8);
  const namespace = !hasPart && random.chance(12) ? '' : NAMESPACE_A;
  const documents: SchemaDocument[] = [];
  const other = hasOther ? makeDocument(random, 'other.xsd', NAMESPACE_B, false, []) : undefined;
  const part = hasPart ? makeDocument(random, 'part.xsd', NAMESPACE_A, random.chance(50), []) : undefined;
  for (const document of [other, part]) if (document !== undefined) documents.push(document);
  const main = makeDocument(random, 'main.xsd', namespace, false, [...documents]);
  if (other !== undefined)
    main.root.children.push(node('xs:import', { namespace: NAMESPACE_B, schemaLocation: other.file }));
  if (part !== undefined) main.root.children.push(node('xs:include', { schemaLocation: part.file }));
  return [...documents, main];
}

function makeDocument(
  random: Random,
  file: string,
  namespace: string,
  isChameleon: boolean,
  sees: readonly SchemaDocument[],
): SchemaDocument {
  const hasNamespace = namespace !== '' && !isChameleon;
  const root = node('xs:schema', {
    'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
    'xmlns:a': NAMESPACE_A,
    'xmlns:b': NAMESPACE_B,
    targetNamespace: hasNamespace ? namespace : undefined,
    elementFormDefault: random.pick(['qualified', 'qualified', 'unqualified', undefined]),
    attributeFormDefault: random.chance(12) ? 'qualified' : undefined,
    blockDefault: random.chance(3)
      ? random.pick(['#all', 'extension', 'restriction substitution'])
      : undefined,
    finalDefault: random.chance(2)
      ? random.pick(['#all', 'extension', 'list', 'union restriction'])
      : undefined,
  });
  const prefix = !hasNamespace ? '' : namespace === NAMESPACE_A ? 'a' : 'b';
  return { file, root, namespace, prefix, sees };
}

/** How many components of each kind a document of a feature has. */
function fill(scope: Scope, document: SchemaDocument): void {
  const { random, feature } = scope;
  const isMain = document.file === 'main.xsd';
  const times = (count: number, make: () => void): void => {
    for (let at = 0; at < count; at++) make();
  };
  const depth = feature === 'particles' || feature === 'everything' ? 2 : 1;
  if (feature === 'values' || feature === 'lists' || feature === 'patterns') {
    times(random.between(0, 2), () => declareSimpleType(scope, document));
    if (isMain) declareValues(scope, document);
    return;
  }
  times(random.between(0, 2), () => declareSimpleType(scope, document));
  times(random.below(2), () => declareGlobalAttribute(scope, document));
  times(random.below(feature === 'attributes' ? 3 : 2), () => declareAttributeGroup(scope, document));
  const globals = feature === 'substitution' ? random.between(2, 5) : random.below(3);
  times(globals, () => declareElement(scope, document, 0));
  times(random.below(2), () => declareGroup(scope, document));
  const types =
    feature === 'derivation' || feature === 'restriction' ? random.between(2, 4) : random.between(0, 2);
  times(types, () => declareComplexType(scope, document, depth));
  if (feature === 'substitution') times(random.between(1, 2), () => declareElement(scope, document, 1));
  if (!isMain) return;
  times(random.between(1, 2), () => declareElement(scope, document, depth));
  if (random.chance(80)) declareRoot(scope, document);
}

/** An element of a value each, optional ones in a sequence: one document shows one value or many. */
function declareValues(scope: Scope, document: SchemaDocument): void {
  const { random } = scope;
  const parts = Array.from({ length: random.between(1, 3) }, () => {
    const name = scope.fresh('e');
    const type = random.pick(scope.simpleTypes);
    if (type !== undefined && random.chance(35))
      return node('xs:element', {
        name,
        type:
          type.document === document
            ? qualify(document, type.name)
            : qualify(type.document, type.name, document),
        minOccurs: '0',
        maxOccurs: '3',
      });
    const { element } = makeSimpleType(scope, document, 1);
    return node('xs:element', { name, minOccurs: '0', maxOccurs: '3' }, [element]);
  });
  document.root.children.push(
    node('xs:element', { name: 'root' }, [node('xs:complexType', {}, [node('xs:sequence', {}, parts)])]),
  );
}

/** A component's name, in its own document or in one that sees it. */
function qualify({ namespace, prefix }: SchemaDocument, name: string, from?: SchemaDocument): string {
  const used = from === undefined ? prefix : namespace === NAMESPACE_B ? 'b' : from.prefix;
  return used === '' ? name : `${used}:${name}`;
}

/** An element that holds every complex type and global element that there is. */
function declareRoot(scope: Scope, document: SchemaDocument): void {
  const { random } = scope;
  const parts = [
    ...scope.elements
      .filter(({ isMember }) => !isMember || random.chance(6))
      .map((made) =>
        node('xs:element', {
          ref: qualify(made.document, made.name, document),
          minOccurs: '0',
          maxOccurs: random.pick(['1', '2', 'unbounded']),
        }),
      ),
    ...scope.complexTypes.map((made) =>
      node('xs:element', {
        name: scope.fresh('e'),
        type: qualify(made.document, made.name, document),
        minOccurs: '0',
        maxOccurs: random.pick(['1', '3']),
        nillable: random.chance(10) ? 'true' : undefined,
      }),
    ),
  ];
  if (parts.length === 0) return;
  const isSequence = random.chance(60);
  document.root.children.push(
    node('xs:element', { name: 'root' }, [
      node('xs:complexType', {}, [
        node(
          isSequence ? 'xs:sequence' : 'xs:choice',
          isSequence ? {} : { maxOccurs: 'unbounded', minOccurs: '0' },
          random.chance(90) ? parts : random.shuffled(parts),
        ),
      ]),
    ]),
  );
}

/** Identity constraints stand behind the type; what is composed stands before what is declared. */
function arranged(root: XmlNode): XmlNode {
  for (const element of nodesOf(root)) {
    if (element.name !== 'xs:element') continue;
    const isConstraint = (child: XmlNode['children'][number]): boolean =>
      isNode(child) && /^xs:(?:key|keyref|unique)$/.test(child.name);
    element.children = [
      ...element.children.filter((child) => !isConstraint(child)),
      ...element.children.filter(isConstraint),
    ];
  }
  return root;
}

/** Breaks a rule, probably: of syntax, of properties, or of what components mean together. */
function breakSchema(random: Random, trees: SchemaTrees): void {
  const nodes = Object.values(trees).flatMap((root) => [...nodesOf(root)].slice(1));
  const element = random.pick(nodes);
  if (element === undefined) return;
  const attribute = random.pick(element.attributes);
  const others = nodes.filter(({ name }) => name === element.name);
  const other = random.pick(others);
  switch (random.below(9)) {
    case 0:
      element.attributes = element.attributes.filter((each) => each !== attribute);
      break;
    case 1:
    case 2:
    case 3:
      if (attribute !== undefined && other !== undefined) {
        const same = others.flatMap(({ attributes }) =>
          attributes.filter(({ name }) => name === attribute.name),
        );
        attribute.value = random.pick(same)?.value ?? '';
      }
      break;
    case 4:
      if (attribute !== undefined)
        attribute.value = random.pick([
          '',
          '0',
          '-1',
          'true',
          'x',
          'xs:string',
          'xs:anyType',
          'a:none',
          '#all',
          'unbounded',
          '##any',
          'prohibited',
          ' 1 ',
          'xs:ID',
          'xs:NOTATION',
          '1',
        ]);
      break;
    case 5:
      if (random.chance(50)) element.children.reverse();
      else element.children.push(...element.children.filter(isNode).map(copyNode).slice(0, 1));
      break;
    case 6:
      element.attributes.push({
        name: random.pick([
          'minOccurs',
          'maxOccurs',
          'type',
          'ref',
          'name',
          'use',
          'default',
          'fixed',
          'final',
          'block',
          'abstract',
          'mixed',
          'id',
          'form',
          'nillable',
          'foo',
          'substitutionGroup',
        ]),
        value: random.pick(['1', 'true', 'xs:string', 'optional', '#all', 'e1', 'unqualified', '0']),
      });
      element.attributes = element.attributes.filter(
        ({ name }, at, all) => all.findIndex((each) => each.name === name) === at,
      );
      break;
    case 7:
      element.name = random.pick([
        'xs:sequence',
        'xs:choice',
        'xs:all',
        'xs:element',
        'xs:attribute',
        'xs:any',
        'xs:annotation',
        'xs:restriction',
        'xs:extension',
        'xs:simpleType',
        'xs:complexType',
      ]);
      break;
    default:
      if (other !== undefined)
        element.children =
          other === element ? [] : other.children.map((child) => (isNode(child) ? copyNode(child) : child));
  }
}
