import type {
  ComponentId,
  ElementDeclaration,
  IdentityConstraint,
  ModelGroup,
  NameTest,
  Particle,
  XPathPath,
  XPathSubset,
} from '../../model/schema/index.js';
import { type MaybeAttribute, xmlElement, type XmlElementText } from '../../printer/index.js';
import { annotationXml, foreignAttributes } from './annotation-xml.js';
import { valueAttributes } from './attributes-xml.js';
import { complexTypeXml } from './complex-type-xml.js';
import { simpleTypeXml } from './simple-type-xml.js';
import { wildcardXml } from './wildcard-xml.js';
import { qName, replacedName, typeName, type XsdContext } from './xsd-context.js';

/** A particle: `xs:element`, `xs:any`, a group in place or by reference. */
export function particleXml(ctx: XsdContext, { term, minOccurs, maxOccurs }: Particle): XmlElementText {
  const occurs: readonly MaybeAttribute[] = [
    ['minOccurs', minOccurs === 1 ? undefined : String(minOccurs)],
    ['maxOccurs', maxOccurs === 1 ? undefined : String(maxOccurs)],
  ];
  switch (term.kind) {
    case 'model-group':
      return groupXml(ctx, term, occurs);
    case 'wildcard':
      return wildcardXml(ctx, term, 'xs:any', occurs);
    case 'element-declaration-ref': {
      const element = ctx.schema.elements.get(term.element);
      if (element === undefined || element.scope === 'global')
        return xmlElement('xs:element', [['ref', element && qName(ctx, element.name)], ...occurs]);
      const isQualified = element.name.namespace !== '';
      const form = isQualified ? 'qualified' : 'unqualified';
      const isDefault = ctx.targetNamespace === '' || isQualified === ctx.qualifiesElements;
      return elementXml(ctx, element, [...occurs, ['form', isDefault ? undefined : form]]);
    }
  }
}

/** `xs:sequence`, `xs:choice` or `xs:all`; `xs:group` where it has a definition that can be named. */
export function groupXml(
  ctx: XsdContext,
  group: ModelGroup,
  occurs: readonly MaybeAttribute[] = [],
): XmlElementText {
  const definition =
    group.definition === undefined ? undefined : ctx.schema.modelGroups.get(group.definition);
  if (definition !== undefined) {
    const name = replacedName(definition.id) ?? definition.name;
    return xmlElement('xs:group', [['ref', qName(ctx, name)], ...occurs]);
  }
  return xmlElement(
    `xs:${group.compositor}`,
    [...occurs, ...foreignAttributes(ctx, group.annotation)],
    [annotationXml(group.annotation), ...group.particles.map((particle) => particleXml(ctx, particle))],
  );
}

/** `xs:element` that declares, at the top or in place. */
export function elementXml(
  ctx: XsdContext,
  element: ElementDeclaration,
  more: readonly MaybeAttribute[],
): XmlElementText {
  const { name, annotation, valueConstraint, nillable, abstract, substitutionGroup } = element;
  const head = substitutionGroup === undefined ? undefined : ctx.schema.elements.get(substitutionGroup);
  const { attribute, child } = typeOfElement(ctx, element);
  return xmlElement(
    'xs:element',
    [
      ['name', name.localName],
      ...attribute,
      ['substitutionGroup', head && qName(ctx, head.name)],
      ...more,
      ['nillable', nillable ? 'true' : undefined],
      ['abstract', abstract ? 'true' : undefined],
      ...valueAttributes(ctx, valueConstraint),
      ['final', listed(element.substitutionGroupExclusions)],
      ['block', listed(element.disallowedSubstitutions)],
      ...foreignAttributes(ctx, annotation),
    ],
    [
      annotationXml(annotation),
      child,
      ...element.identityConstraints.map((constraint) => identityConstraintXml(ctx, constraint)),
    ],
  );
}

/** A type without name that is not the element's own is that of the head of its substitution group. */
function typeOfElement(
  ctx: XsdContext,
  { id, type: typeId }: ElementDeclaration,
): { readonly attribute: readonly MaybeAttribute[]; readonly child: XmlElementText | undefined } {
  const type = ctx.schema.types.get(typeId);
  const name = type && typeName(type);
  if (name !== undefined) return { attribute: [['type', qName(ctx, name)]], child: undefined };
  if (type === undefined || !isWithin(typeId, id)) return { attribute: [], child: undefined };
  const child = type.kind === 'complex-type' ? complexTypeXml(ctx, type) : simpleTypeXml(ctx, type);
  return { attribute: [], child };
}

const isWithin = (inner: ComponentId, outer: ComponentId): boolean => inner.startsWith(`${outer}/`);

/** `#all` is a set as good as any: the single names say the same. */
export const listed = (names: readonly string[]): string | undefined =>
  names.length === 0 ? undefined : names.join(' ');

function identityConstraintXml(ctx: XsdContext, constraint: IdentityConstraint): XmlElementText {
  const { category, name, selector, fields, referencedKey, annotation } = constraint;
  const key = referencedKey === undefined ? undefined : ctx.schema.identityConstraints.get(referencedKey);
  return xmlElement(
    `xs:${category}`,
    [['name', name.localName], ['refer', key && qName(ctx, key.name)], ...foreignAttributes(ctx, annotation)],
    [
      annotationXml(annotation),
      xmlElement('xs:selector', [['xpath', pathsText(ctx, selector)]]),
      ...fields.map((field) => xmlElement('xs:field', [['xpath', pathsText(ctx, field)]])),
    ],
  );
}

/** A path of section 3.11.6, with the prefixes of this document. */
const pathsText = (ctx: XsdContext, { paths }: XPathSubset): string =>
  paths.map((path) => pathText(ctx, path)).join(' | ');

function pathText(ctx: XsdContext, { descendant, steps, attribute }: XPathPath): string {
  const all = [
    ...steps.map((step) => testText(ctx, step)),
    ...(attribute === undefined ? [] : [`@${testText(ctx, attribute)}`]),
  ];
  if (all.length === 0) return descendant ? './/.' : '.';
  return `${descendant ? './/' : ''}${all.join('/')}`;
}

function testText(ctx: XsdContext, test: NameTest): string {
  switch (test.kind) {
    case 'any':
      return '*';
    case 'namespace':
      return `${ctx.prefixOf(test.namespace)}:*`;
    case 'name':
      return test.name.namespace === ''
        ? test.name.localName
        : `${ctx.prefixOf(test.name.namespace)}:${test.name.localName}`;
  }
}
