import { ANY_TYPE } from '../../model/link/index.js';
import type { ComplexType, ComponentId, SimpleType } from '../../model/schema/index.js';
import { type MaybeAttribute, xmlElement, type XmlElementText } from '../../printer/index.js';
import { annotationXml, foreignAttributes } from './annotation-xml.js';
import { ownAttributesXml } from './attributes-xml.js';
import { listed, particleXml } from './particle-xml.js';
import { facetXml, simpleTypeXml } from './simple-type-xml.js';
import { qName, typeName, type XsdContext } from './xsd-context.js';

/** `xs:complexType`, with a name or in place. */
export function complexTypeXml(ctx: XsdContext, type: ComplexType, name?: string): XmlElementText {
  const { abstract, contentType, annotation } = type;
  return xmlElement(
    'xs:complexType',
    [
      ['name', name],
      ['abstract', abstract ? 'true' : undefined],
      ['mixed', contentType.kind === 'mixed' ? 'true' : undefined],
      ['final', listed(type.final)],
      ['block', listed(type.prohibitedSubstitutions)],
      ...foreignAttributes(ctx, annotation),
    ],
    [annotationXml(annotation), ...contentXml(ctx, type)],
  );
}

function contentXml(ctx: XsdContext, type: ComplexType): readonly XmlElementText[] {
  const { contentType, derivationMethod, baseType } = type;
  const attributes = ownAttributesXml(ctx, type);
  const base = ctx.schema.types.get(baseType);
  const isSimple = contentType.kind === 'simple';
  const own = particleOf(type);
  const particle = own === undefined ? [] : [particleXml(ctx, own)];
  if (!isSimple && baseType === ANY_TYPE && derivationMethod === 'restriction')
    return [...particle, ...attributes];
  const name = base && typeName(base);
  const reference: readonly MaybeAttribute[] = [['base', name && qName(ctx, name)]];
  const inside = isSimple
    ? derivationMethod === 'restriction'
      ? simpleRestrictionXml(ctx, type, contentType.type)
      : []
    : particle;
  const derivation = xmlElement(`xs:${derivationMethod}`, reference, [...inside, ...attributes]);
  return [xmlElement(isSimple ? 'xs:simpleContent' : 'xs:complexContent', [], [derivation])];
}

/** What is written of the content: all of it, or of an extension what it adds. */
function particleOf({ contentType, derivationMethod, baseType, ownParticle }: ComplexType) {
  if (derivationMethod === 'extension' && baseType !== ANY_TYPE) return ownParticle;
  if (derivationMethod === 'extension' && ownParticle !== undefined) return ownParticle;
  return contentType.kind === 'element-only' || contentType.kind === 'mixed'
    ? contentType.particle
    : undefined;
}

/** The facets that a restriction adds, and the type that it puts in place of the inherited one. */
function simpleRestrictionXml(
  ctx: XsdContext,
  type: ComplexType,
  contentType: ComponentId,
): readonly (XmlElementText | undefined)[] {
  const content = ctx.schema.types.get(contentType);
  if (content?.kind !== 'simple-type' || !content.id.startsWith(`${type.id}/`)) return [];
  const inner = ctx.schema.types.get(content.baseType);
  const isInPlace = isNestedSimple(inner, content.id);
  const base = ctx.schema.types.get(type.baseType);
  const inherited =
    base?.kind === 'complex-type' && base.contentType.kind === 'simple' ? base.contentType.type : base?.id;
  if (content.facets.length === 0 || !(isInPlace || content.baseType === inherited))
    return [simpleTypeXml(ctx, content)];
  return [
    isInPlace ? simpleTypeXml(ctx, inner) : undefined,
    ...content.facets.map((facet) => facetXml(ctx, facet)),
  ];
}

const isNestedSimple = (type: unknown, within: ComponentId): type is SimpleType =>
  typeof type === 'object' &&
  type !== null &&
  'id' in type &&
  typeof type.id === 'string' &&
  type.id.startsWith(`${within}/`);
