import type { AttributeBinding, ComplexTypeBinding } from '../../analysis/binding/binding.js';
import { clark } from '../../foundation/expanded-name.js';
import { invariant } from '../../foundation/invariant.js';
import type { ComponentId, Wildcard } from '../../model/schema/index.js';
import {
  NO_CODE,
  annotation,
  code,
  delimited,
  exported,
  identifier,
  lines,
  literal,
  member,
  propertyName,
  type Code,
} from '../../printer/index.js';
import { childPlan, type ChildPlan } from './child-plan.js';
import { readChildren, type ChildReading } from './children-code.js';
import {
  fromLiteral,
  infoSymbol,
  isBuiltIn,
  mappingOf,
  readSymbol,
  registrySymbol,
  simpleSymbol,
  toLiteral,
  typeOf,
  writeSymbol,
  type CodecContext,
} from './codec-context.js';
import { writeChildren } from './write-code.js';

/** Everything about one complex type: descriptor, element descriptors, `read…` and `write…`. */
export function complexTypeCodec(ctx: CodecContext, type: ComplexTypeBinding): readonly Code[] {
  const plan = childPlan(ctx, type);
  const reading = readChildren(ctx, type, plan);
  return [
    ...reading.declarations,
    descriptor(ctx, type, plan),
    reader(ctx, type, reading),
    writer(ctx, type, plan),
  ];
}

function descriptor(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan): Code {
  const model = typeOf(ctx, type.id);
  const namespace = plan.table.find(({ localName }) => localName !== '*')?.namespace ?? '';
  const children = plan.table.map((name) =>
    name.localName === '*' || name.namespace === namespace
      ? name.localName
      : `{${name.namespace}}${name.localName}`,
  );
  const attributes = type.attributes.map((attribute) => clark(attribute));
  const occurs = plan.check?.kind === 'flat' ? plan.check.occurs : '';
  const [wildcard] = plan.check?.kind === 'flat' ? plan.wildcards : [];
  return code`${exported('const', infoSymbol(type).name)}${annotation`: ${ctx.rt('ComplexTypeInfo')}`} = /* @__PURE__ */ ${ctx.rt('complexType')}(
    ${model.name === undefined ? '' : clark(model.name)},
    ${namespace},
    ${literal(children)},
    ${literal(attributes)},
    ${literal(occurs)},
    ${readSymbol(type)},
    ${writeSymbol(type)},
    ${wildcard === undefined ? NO_CODE : code`${wildcardLiteral(wildcard.wildcard)},`}
  );`;
}

/** The local variable of an attribute or of a field: numbered, so that no name of the model can clash. */
export const attributeVariable = (index: number): Code => code`${identifier(`a${index + 1}`)}`;

function reader(ctx: CodecContext, type: ComplexTypeBinding, reading: ChildReading): Code {
  const attributes = readAttributes(ctx, type);
  const properties: Code[] = [
    ...type.attributes.map(
      (attribute, index) => code`${propertyName(attribute.property)}: ${attributeVariable(index)}`,
    ),
    ...(type.anyAttribute === undefined ? [] : [code`${propertyName(type.anyAttribute.property)}: any`]),
  ];
  const hasAttributes = properties.length > 0;
  const nil = ctx.nilTypes.has(type.id)
    ? code`if (r.nil) {
        ${ctx.rt('takeNil')}(r);
        return ${hasAttributes ? delimited('{}', [code`$nil: true`, ...properties], 11) : code`null`};
      }`
    : NO_CODE;
  const simple = simpleContent(ctx, type);
  const all = [...properties, ...(simple === undefined ? reading.properties : [simple])];
  return code`${exported('function', readSymbol(type).name)}(r${annotation`: ${ctx.rt('Reader')}`})${annotation`: unknown`} {
    ${attributes}
    ${nil}
    ${simple === undefined ? reading.statements : NO_CODE}
    return ${delimited('{}', all, 'return ;'.length)};
  }`;
}

function simpleContent(ctx: CodecContext, type: ComplexTypeBinding): Code | undefined {
  const { content } = type;
  if (content.kind !== 'simple') return undefined;
  const read = code`${ctx.rt('content')}(r, ${simpleSymbol(ctx, content.type)})`;
  return code`${propertyName(content.property)}: ${fromLiteral(ctx, mappingOf(ctx, content.type), read)}`;
}

function readAttributes(ctx: CodecContext, type: ComplexTypeBinding): Code {
  const info = infoSymbol(type);
  if (type.attributes.length === 0 && type.anyAttribute === undefined)
    return code`if (r.attributeCount !== 0) ${ctx.rt('noAttributes')}(r);`;
  const variables = type.attributes.map(
    (_, index) => code`let ${attributeVariable(index)}${annotation`: unknown`};`,
  );
  const cases = type.attributes.map((attribute, index) => {
    const fixed = attribute.valueConstraint?.kind === 'fixed' ? attribute.valueConstraint.lexical : undefined;
    const value = code`${ctx.rt('attributeValue')}(r, ${simpleSymbol(ctx, attribute.type)}, i${fixed === undefined ? NO_CODE : code`, ${fixed}`})`;
    return code`
      case ${index + 1}:
        ${attributeVariable(index)} = ${fromLiteral(ctx, mappingOf(ctx, attribute.type), value)};
        break;
    `;
  });
  const other =
    type.anyAttribute === undefined
      ? code`${ctx.rt('refuseAttribute')}(r, i);`
      : code`any = ${ctx.rt('anyAttribute')}(r, i, ${wildcardLiteral(type.anyAttribute.wildcard, hasId(ctx, type))}, any${registryFor(type.anyAttribute.wildcard)});`;
  const absent = type.attributes.map((attribute, index) => absentAttribute(ctx, info, attribute, index));
  return code`${lines(variables)}
    ${type.anyAttribute === undefined ? NO_CODE : code`let any${annotation`: Record<string, string>`} = ${ctx.rt('noAttributesKept')};`}
    for (let i = 0; i < r.attributeCount; i++)
      switch (${type.attributes.length === 0 ? code`0` : code`${ctx.rt('attributeNumber')}(r, ${info}, i)`}) {
        ${lines(cases)}
        default:
          ${other}
      }
    ${lines(absent)}`;
}

export const wildcardLiteral = (
  wildcard: Pick<Wildcard, 'namespaceConstraint' | 'processContents'>,
  besideId = false,
): Code => {
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

const registryFor = (wildcard: Pick<Wildcard, 'processContents'>): Code =>
  wildcard.processContents === 'skip' ? NO_CODE : code`, ${registrySymbol}`;

function absentAttribute(
  ctx: CodecContext,
  info: ReturnType<typeof infoSymbol>,
  attribute: AttributeBinding,
  index: number,
): Code {
  const variable = attributeVariable(index);
  if (attribute.required)
    return code`if (${variable} === undefined) ${ctx.rt('missingAttribute')}(r, ${info}, ${index + 1});`;
  const constraint = attribute.valueConstraint;
  if (constraint === undefined) return NO_CODE;
  const value = fromLiteral(ctx, mappingOf(ctx, attribute.type), code`${constraint.lexical}`);
  const fill = code`if (${variable} === undefined && r.applyDefaults) ${variable} = ${value};`;
  const refers = holdsReferences(ctx, attribute.type);
  const isField = isFieldOfConstraint(ctx, attribute);
  if (!refers && !isField) return fill;
  const type = simpleSymbol(ctx, attribute.type);
  const told = code`${ctx.rt('absentAttribute')}(r, ${info}.attributes, ${index + 1}, ${type}, ${constraint.lexical});`;
  const noted = code`${ctx.rt('absentReference')}(r, ${type}, ${constraint.lexical});`;
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

function writer(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan): Code {
  const attributes = type.attributes.map((attribute, index) => {
    const value = member(code`v`, attribute.property);
    const text = toLiteral(ctx, mappingOf(ctx, attribute.type), value);
    return code`${ctx.rt('putAttribute')}(w, at[${index + 1}]${annotation` as Uint8Array`}, ${text});`;
  });
  const any =
    type.anyAttribute === undefined
      ? NO_CODE
      : code`${ctx.rt('putAnyAttributes')}(w, ${member(code`v`, type.anyAttribute.property)});`;
  const table =
    type.attributes.length === 0
      ? NO_CODE
      : code`const at = ${ctx.rt('attributeTagsOf')}(w, ${infoSymbol(type)}.attributes);`;
  // Compilers of users may forbid parameters that nothing reads.
  const isEmpty = type.content.kind === 'empty';
  const isBare = isEmpty && type.attributes.length === 0 && type.anyAttribute === undefined;
  const value = identifier(isBare ? '_v' : 'v');
  const tag = identifier(isEmpty ? '_tag' : 'tag');
  return code`${exported('function', writeSymbol(type).name)}(w${annotation`: ${ctx.rt('Writer')}`}, ${value}${annotation`: ${ctx.rt('Fields')}`}, ${tag}${annotation`: ${ctx.rt('Tag')}`})${annotation`: void`} {
    ${table}
    ${lines(attributes)}
    ${any}
    ${writeContent(ctx, type, plan)}
  }`;
}

function writeContent(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan): Code {
  const { content } = type;
  switch (content.kind) {
    case 'empty':
      return code`${ctx.rt('endEmpty')}(w);`;
    case 'simple': {
      const value = member(code`v`, content.property);
      return code`${ctx.rt('endWithText')}(w, tag, ${toLiteral(ctx, mappingOf(ctx, content.type), value)});`;
    }
    case 'fields':
    case 'ordered':
      return writeChildren(ctx, type, plan);
    default:
      invariant(false, 'a content kind was forgotten');
  }
}
