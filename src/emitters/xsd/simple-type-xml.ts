import { ANY_SIMPLE_TYPE } from '../../model/link/index.js';
import type { ComponentId, Facet, SimpleType } from '../../model/schema/index.js';
import { type MaybeAttribute, xmlElement, type XmlElementText } from '../../printer/index.js';
import { annotationXml, foreignAttributes } from './annotation-xml.js';
import { qName, typeName, type XsdContext } from './xsd-context.js';

/** `xs:simpleType`, with a name or in place. */
export function simpleTypeXml(ctx: XsdContext, type: SimpleType, name?: string): XmlElementText {
  return xmlElement(
    'xs:simpleType',
    [['name', name], ['final', finalOf(type)], ...foreignAttributes(ctx, type.annotation)],
    [annotationXml(type.annotation), derivationXml(ctx, type)],
  );
}

/** The three ways of derivation that can be forbidden; a default of the document may have meant all. */
function finalOf({ final }: SimpleType): string | undefined {
  const ways = ['list', 'union', 'restriction'] as const;
  if (ways.every((way) => final.includes(way))) return '#all';
  const stated = ways.filter((way) => final.includes(way));
  return stated.length === 0 ? undefined : stated.join(' ');
}

function derivationXml(ctx: XsdContext, type: SimpleType): XmlElementText {
  const { variety, baseType } = type;
  if (baseType === ANY_SIMPLE_TYPE && variety.kind === 'list') {
    const { attribute, child } = simpleTypeReference(ctx, variety.itemType, 'itemType');
    return xmlElement('xs:list', attribute, [child]);
  }
  if (baseType === ANY_SIMPLE_TYPE && variety.kind === 'union') {
    const members = variety.memberTypes.map((id) => simpleTypeReference(ctx, id, 'memberTypes'));
    const named = members.flatMap(({ attribute }) => attribute.map(([, value]) => value));
    return xmlElement(
      'xs:union',
      [['memberTypes', named.length === 0 ? undefined : named.join(' ')]],
      members.map(({ child }) => child),
    );
  }
  return restrictionXml(ctx, baseType, type.facets);
}

/** `xs:restriction` of a simple type. */
export function restrictionXml(ctx: XsdContext, base: ComponentId, facets: readonly Facet[]): XmlElementText {
  const { attribute, child } = simpleTypeReference(ctx, base, 'base');
  return xmlElement('xs:restriction', attribute, [child, ...facets.map((facet) => facetXml(ctx, facet))]);
}

interface SimpleTypeReference {
  readonly attribute: readonly MaybeAttribute[];
  readonly child: XmlElementText | undefined;
}

/** A simple type by its name, in an attribute, or in place. */
export function simpleTypeReference(ctx: XsdContext, id: ComponentId, key: string): SimpleTypeReference {
  const type = ctx.schema.types.get(id);
  const name = type && typeName(type);
  if (name !== undefined) return { attribute: [[key, qName(ctx, name)]], child: undefined };
  if (type?.kind !== 'simple-type') return { attribute: [], child: undefined };
  return { attribute: [], child: simpleTypeXml(ctx, type) };
}

/** A facet. Names in the value of an enumeration keep the prefixes that they were written with. */
export const facetXml = (ctx: XsdContext, facet: Facet): XmlElementText =>
  xmlElement(
    `xs:${facet.kind}`,
    [
      ...bindingsOf(ctx, facet.kind === 'enumeration' ? facet.value : '', facet.namespaces),
      ['value', facet.value],
      ['fixed', facet.fixed ? 'true' : undefined],
      ...foreignAttributes(ctx, facet.annotation),
    ],
    [annotationXml(facet.annotation)],
  );

/** Declares the prefix of a value that reads like a QName, where the document does not bind it to the same namespace. */
export function bindingsOf(
  ctx: XsdContext,
  value: string,
  namespaces: Readonly<Record<string, string>>,
): readonly MaybeAttribute[] {
  const [, prefix] = /^\s*([\p{L}_][\p{L}\p{N}._-]*):[\p{L}_][\p{L}\p{N}._-]*\s*$/u.exec(value) ?? [];
  const namespace = prefix === undefined ? undefined : namespaces[prefix];
  if (prefix === undefined || namespace === undefined || prefix === 'xml') return [];
  if (ctx.prefixes.get(namespace) === prefix) {
    ctx.prefixOf(namespace);
    return [];
  }
  return [[`xmlns:${prefix}`, namespace]];
}
