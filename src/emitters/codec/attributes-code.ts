import type { AttributeBinding, ComplexTypeBinding } from '../../analysis/binding/binding.js';
import type { ComponentId, Wildcard } from '../../model/schema/index.js';
import { NO_CODE, annotation, code, identifier, lines, literal, type Code } from '../../printer/index.js';
import {
  fromLiteral,
  infoSymbol,
  isBuiltIn,
  mappingOf,
  registrySymbol,
  simpleSymbol,
  typeOf,
  type CodecContext,
} from './codec-context.js';

/** The local variable of an attribute: numbered, so that no name of the model can clash. */
export const attributeVariable = (index: number): Code => code`${identifier(`a${index + 1}`)}`;

/** Reads the attributes of a type into variables, and the others into `any` where a wildcard lets them in. */
export function readAttributes(ctx: CodecContext, type: ComplexTypeBinding): Code {
  const variables = type.attributes.map(
    (_, index) => code`let ${attributeVariable(index)}${annotation`: unknown`};`,
  );
  if (type.anyAttribute !== undefined)
    variables.push(code`let any${annotation`: Record<string, string>`} = ${ctx.rt('noAttributesKept')};`);
  const absent = type.attributes.map((attribute, index) => {
    const constraint = attribute.valueConstraint;
    if (attribute.required || constraint === undefined) return absentAttribute(ctx, type, index, NO_CODE);
    const variable = attributeVariable(index);
    const value = fromLiteral(ctx, mappingOf(ctx, attribute.type), code`${constraint.lexical}`);
    const fill = code`if (${variable} === undefined && r.applyDefaults) ${variable} = ${value};`;
    return absentAttribute(ctx, type, index, fill);
  });
  return attributeLoop(ctx, type, {
    variables,
    take: (attribute, index) => {
      const value = fromLiteral(ctx, mappingOf(ctx, attribute.type), attributeValue(ctx, attribute));
      return code`${attributeVariable(index)} = ${value};`;
    },
    takeAny: (wildcard) => code`any = ${anyAttribute(ctx, type, wildcard, code`any`)};`,
    absent,
  });
}

/** Checks the attributes of a type whose value nobody wants: of an element on the way to a record. */
export function checkAttributes(ctx: CodecContext, type: ComplexTypeBinding): Code {
  const absent = type.attributes.map((_, index) => absentAttribute(ctx, type, index, NO_CODE));
  const isAsked = (index: number): boolean => absent[index] !== NO_CODE;
  return attributeLoop(ctx, type, {
    variables: type.attributes.flatMap((_, index) =>
      isAsked(index) ? [code`let ${attributeVariable(index)}${annotation`: unknown`};`] : [],
    ),
    take: (attribute, index) => {
      const value = attributeValue(ctx, attribute);
      return isAsked(index)
        ? code`${attributeVariable(index)} = ${value};`
        : code`${ctx.streamRt('drop')}(${value});`;
    },
    takeAny: (wildcard) =>
      code`${ctx.streamRt('drop')}(${anyAttribute(ctx, type, wildcard, code`${ctx.rt('noAttributesKept')}`)});`,
    absent,
  });
}

interface AttributeSteps {
  readonly variables: readonly Code[];
  readonly take: (attribute: AttributeBinding, index: number) => Code;
  readonly takeAny: (wildcard: WildcardOfAttributes) => Code;
  /** What there is to do about attributes that are not there. */
  readonly absent: readonly Code[];
}

type WildcardOfAttributes = Pick<Wildcard, 'namespaceConstraint' | 'processContents'>;

function attributeLoop(ctx: CodecContext, type: ComplexTypeBinding, steps: AttributeSteps): Code {
  if (type.attributes.length === 0 && type.anyAttribute === undefined)
    return code`if (r.attributeCount !== 0) ${ctx.rt('noAttributes')}(r);`;
  const cases = type.attributes.map(
    (attribute, index) => code`
      case ${index + 1}:
        ${steps.take(attribute, index)}
        break;
    `,
  );
  const other =
    type.anyAttribute === undefined
      ? code`${ctx.rt('refuseAttribute')}(r, i);`
      : steps.takeAny(type.anyAttribute.wildcard);
  return code`${lines(steps.variables)}
    for (let i = 0; i < r.attributeCount; i++)
      switch (${type.attributes.length === 0 ? code`0` : code`${ctx.rt('attributeNumber')}(r, ${infoSymbol(type)}, i)`}) {
        ${lines(cases)}
        default:
          ${other}
      }
    ${lines(steps.absent)}`;
}

function attributeValue(ctx: CodecContext, { attribute, type, valueConstraint }: AttributeBinding): Code {
  const isOfDeclaration = ctx.schema.attributes.get(attribute)?.valueConstraint === valueConstraint;
  const codec = simpleSymbol(ctx, type);
  if (valueConstraint?.kind !== 'fixed') return code`${ctx.rt('attributeValue')}(r, ${codec}, i)`;
  const rule = isOfDeclaration ? code`, 'cvc-attribute.4'` : NO_CODE;
  return code`${ctx.rt('fixedAttribute')}(r, ${codec}, i, ${valueConstraint.lexical}${rule})`;
}

function anyAttribute(
  ctx: CodecContext,
  type: ComplexTypeBinding,
  wildcard: WildcardOfAttributes,
  kept: Code,
): Code {
  const registry = wildcard.processContents === 'skip' ? NO_CODE : code`, ${registrySymbol}`;
  return code`${ctx.rt('anyAttribute')}(r, i, ${wildcardLiteral(wildcard, hasId(ctx, type))}, ${kept}${registry})`;
}

/** A wildcard as the runtime wants to know it. */
export const wildcardLiteral = (wildcard: WildcardOfAttributes, besideId = false): Code => {
  const { namespaceConstraint: constraint, processContents } = wildcard;
  const namespaces =
    constraint.kind === 'any'
      ? '##any'
      : constraint.kind === 'not'
        ? `!${constraint.namespace}`
        : [...constraint.namespaces];
  return literal({
    namespaces,
    process: processContents,
    ...(besideId ? { besideId } : {}),
  });
};

/** Whether one of the attributes that a type names is of type ID. */
const hasId = (ctx: CodecContext, type: ComplexTypeBinding): boolean =>
  type.attributes.some((attribute) => derivesFrom(ctx, attribute.type, 'ID'));

/** Whether a type is the built-in type of this name or derived from it by restriction. */
function derivesFrom(ctx: CodecContext, id: ComponentId, name: string): boolean {
  for (let at = typeOf(ctx, id); ; at = typeOf(ctx, at.baseType)) {
    if (isBuiltIn(at) && at.name?.localName === name) return true;
    if (at.baseType === at.id) return false;
  }
}

/** Whether values of a type refer to IDs or entities, or may. */
function holdsReferences(ctx: CodecContext, id: ComponentId): boolean {
  const type = typeOf(ctx, id);
  if (type.kind !== 'simple-type') return false;
  const { variety } = type;
  if (variety.kind === 'list') return holdsReferences(ctx, variety.itemType);
  if (variety.kind === 'union') return variety.memberTypes.some((member) => holdsReferences(ctx, member));
  return derivesFrom(ctx, id, 'IDREF') || derivesFrom(ctx, id, 'ENTITY');
}

/** What there is to do where an attribute is not there; `fill` gives it its default value. */
function absentAttribute(ctx: CodecContext, type: ComplexTypeBinding, index: number, fill: Code): Code {
  const attribute = type.attributes[index];
  if (attribute === undefined) return NO_CODE;
  const info = infoSymbol(type);
  const variable = attributeVariable(index);
  if (attribute.required)
    return code`if (${variable} === undefined) ${ctx.rt('missingAttribute')}(r, ${info}, ${index + 1});`;
  const constraint = attribute.valueConstraint;
  if (constraint === undefined) return NO_CODE;
  const refers = holdsReferences(ctx, attribute.type);
  const isField = isFieldOfConstraint(ctx, attribute);
  if (!refers && !isField) return fill;
  const codec = simpleSymbol(ctx, attribute.type);
  const told = code`${ctx.rt('absentAttribute')}(r, ${info}.attributes, ${index + 1}, ${codec}, ${constraint.lexical});`;
  const noted = code`${ctx.rt('absentReference')}(r, ${codec}, ${constraint.lexical});`;
  return code`if (${variable} === undefined) {
      ${isField ? told : NO_CODE}
      ${refers ? noted : NO_CODE}
      ${fill}
    }`;
}

/** Whether a field of some identity constraint may lead to an attribute of this name: its default is a value, too (3.11.4). */
const isFieldOfConstraint = (ctx: CodecContext, attribute: AttributeBinding): boolean =>
  [...ctx.schema.identityConstraints.values()].some(({ fields }) =>
    fields.some(({ paths }) =>
      paths.some(
        ({ attribute: test }) =>
          test !== undefined &&
          (test.kind === 'any' ||
            (test.kind === 'namespace'
              ? test.namespace === attribute.namespace
              : test.name.namespace === attribute.namespace && test.name.localName === attribute.localName)),
      ),
    ),
  );
