import { clark, sameName } from '../../foundation/expanded-name.js';
import type {
  AttributeDeclaration,
  AttributeGroupDefinition,
  AttributeUse,
  ComplexType,
  ComponentId,
  ProhibitedAttribute,
  ValueConstraint,
  Wildcard,
} from '../../model/schema/index.js';
import { type MaybeAttribute, xmlElement, type XmlElementText } from '../../printer/index.js';
import { annotationXml, foreignAttributes } from './annotation-xml.js';
import { bindingsOf, simpleTypeReference } from './simple-type-xml.js';
import { wildcardXml } from './wildcard-xml.js';
import { qName, replacedName, type XsdContext } from './xsd-context.js';

/** What a complex type adds to the attributes of its base: groups where whole groups were used, single uses, a wildcard. */
export function ownAttributesXml(ctx: XsdContext, type: ComplexType): readonly XmlElementText[] {
  const base = ctx.schema.types.get(type.baseType);
  const inherited = base?.kind === 'complex-type' ? base.attributeUses : [];
  const own = type.attributeUses.filter((use) => !inherited.includes(use));
  const wildcard = isInherited(type, base?.kind === 'complex-type' ? base : undefined)
    ? undefined
    : type.attributeWildcard;
  return [
    ...attributesXml(ctx, own, wildcard, undefined),
    ...(type.prohibitedAttributes ?? []).map((one) => prohibitedXml(ctx, one, inherited)),
  ].sort((a, b) => Number(a.name === 'xs:anyAttribute') - Number(b.name === 'xs:anyAttribute'));
}

/** An extension without wildcard of its own has that of its base. */
const isInherited = (type: ComplexType, base: ComplexType | undefined): boolean =>
  type.derivationMethod === 'extension' && type.attributeWildcard === base?.attributeWildcard;

/** `xs:attributeGroup` with a name. */
export const attributeGroupXml = (
  ctx: XsdContext,
  group: AttributeGroupDefinition,
  name: string,
): XmlElementText =>
  xmlElement(
    'xs:attributeGroup',
    [['name', name], ...foreignAttributes(ctx, group.annotation)],
    [
      annotationXml(group.annotation),
      ...attributesXml(ctx, group.attributeUses, group.attributeWildcard, group.id),
    ],
  );

function attributesXml(
  ctx: XsdContext,
  uses: readonly AttributeUse[],
  wildcard: Wildcard | undefined,
  within: ComponentId | undefined,
): readonly XmlElementText[] {
  const groups = groupsAmong(ctx, uses, within);
  const covered = new Set(groups.flatMap(({ attributeUses }) => attributeUses));
  return [
    ...uses.filter((use) => !covered.has(use)).flatMap((use) => attributeUseXml(ctx, use) ?? []),
    ...groups.map(({ id, name }) =>
      xmlElement('xs:attributeGroup', [['ref', qName(ctx, replacedName(id) ?? name)]]),
    ),
    ...(wildcard === undefined ? [] : [wildcardXml(ctx, wildcard, 'xs:anyAttribute')]),
  ];
}

/** Groups that declare attributes which are used here: these cannot be written again. The largest come first. */
function groupsAmong(
  ctx: XsdContext,
  uses: readonly AttributeUse[],
  within: ComponentId | undefined,
): readonly AttributeGroupDefinition[] {
  const left = new Set(uses);
  const candidates = [...ctx.schema.attributeGroups.values()]
    .filter(({ id, attributeUses }) => id !== within && attributeUses.some((use) => left.has(use)))
    .sort((a, b) => b.attributeUses.length - a.attributeUses.length);
  return candidates.filter(({ id, attributeUses }) => {
    const isWhole = attributeUses.every((use) => left.has(use));
    const declares = attributeUses.some(
      ({ attribute }) => ctx.schema.attributes.get(attribute)?.scope === id,
    );
    if (!isWhole || !declares) return false;
    for (const use of attributeUses) left.delete(use);
    return true;
  });
}

function attributeUseXml(ctx: XsdContext, use: AttributeUse): XmlElementText | undefined {
  const declaration = ctx.schema.attributes.get(use.attribute);
  const required: MaybeAttribute = ['use', use.required ? 'required' : undefined];
  // Attributes of built-in declarations are there in every schema: xsi:type and its like.
  if (declaration === undefined) return undefined;
  if (declaration.scope === 'global') {
    return xmlElement(
      'xs:attribute',
      [
        ['ref', qName(ctx, declaration.name)],
        required,
        ...valueAttributes(ctx, use.valueConstraint),
        ...foreignAttributes(ctx, use.annotation),
      ],
      [annotationXml(use.annotation)],
    );
  }
  const isQualified = declaration.name.namespace !== '';
  const form: MaybeAttribute =
    ctx.targetNamespace === '' || isQualified === ctx.qualifiesAttributes
      ? ['form', undefined]
      : ['form', isQualified ? 'qualified' : 'unqualified'];
  return attributeXml(ctx, declaration, [form, required], use.valueConstraint ?? declaration.valueConstraint);
}

/** `xs:attribute` that declares. */
export function attributeXml(
  ctx: XsdContext,
  { name, type, annotation }: AttributeDeclaration,
  more: readonly MaybeAttribute[],
  value: ValueConstraint | undefined,
): XmlElementText {
  const { attribute, child } = simpleTypeReference(ctx, type, 'type');
  return xmlElement(
    'xs:attribute',
    [
      ['name', name.localName],
      ...attribute,
      ...more,
      ...valueAttributes(ctx, value),
      ...foreignAttributes(ctx, annotation),
    ],
    [annotationXml(annotation), child],
  );
}

function prohibitedXml(
  ctx: XsdContext,
  { name }: ProhibitedAttribute,
  inherited: readonly AttributeUse[],
): XmlElementText {
  const declaration = inherited
    .map(({ attribute }) => ctx.schema.attributes.get(attribute))
    .find((one) => one !== undefined && sameName(one.name, name));
  const isGlobal =
    declaration === undefined
      ? name.namespace !== '' && ctx.schema.attributes.has(`attribute:${clark(name)}` as ComponentId)
      : declaration.scope === 'global';
  const isQualified = name.namespace !== '';
  return xmlElement('xs:attribute', [
    isGlobal ? ['ref', qName(ctx, name)] : ['name', name.localName],
    [
      'form',
      isGlobal || isQualified === ctx.qualifiesAttributes
        ? undefined
        : isQualified
          ? 'qualified'
          : 'unqualified',
    ],
    ['use', 'prohibited'],
  ]);
}

/** `default` or `fixed`. */
export const valueAttributes = (
  ctx: XsdContext,
  value: ValueConstraint | undefined,
): readonly MaybeAttribute[] =>
  value === undefined
    ? []
    : [...bindingsOf(ctx, value.lexical, value.namespaces), [value.kind, value.lexical]];
