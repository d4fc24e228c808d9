import type { ComplexTypeBinding } from '../../analysis/binding/binding.js';
import { clark } from '../../foundation/expanded-name.js';
import { invariant } from '../../foundation/invariant.js';
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
import { withAbstracts } from './abstract-elements.js';
import { attributeVariable, readAttributes, wildcardLiteral } from './attributes-code.js';
import { childPlan, type ChildPlan } from './child-plan.js';
import { declarationsOf, readChildren, type ChildReading } from './children-code.js';
import {
  fromLiteral,
  infoSymbol,
  mappingOf,
  readSymbol,
  simpleSymbol,
  toLiteral,
  typeOf,
  writeSymbol,
  type CodecContext,
} from './codec-context.js';
import { flatTypeCodec, isFlatType } from './flat-type-codec.js';
import { writeChildren } from './write-code.js';

/** Everything about one complex type: descriptor, element descriptors, `read…` and `write…`. */
export function complexTypeCodec(ctx: CodecContext, type: ComplexTypeBinding): readonly Code[] {
  const plan = childPlan(ctx, type);
  if (isFlatType(ctx, type, plan))
    return [...declarationsOf(ctx, type, plan), flatTypeCodec(ctx, type, plan)];
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
  const made = code`/* @__PURE__ */ ${ctx.rt('complexType')}(
    ${model.name === undefined ? '' : clark(model.name)},
    ${namespace},
    ${literal(children)},
    ${literal(attributes)},
    ${literal(occurs)},
    ${readSymbol(type)},
    ${writeSymbol(type)},
    ${wildcard === undefined ? NO_CODE : code`${wildcardLiteral(wildcard.wildcard)},`}
  )`;
  return code`${exported('const', infoSymbol(type).name)}${annotation`: ${ctx.rt('ComplexTypeInfo')}`} = ${withAbstracts(ctx, type, made)};`;
}

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
