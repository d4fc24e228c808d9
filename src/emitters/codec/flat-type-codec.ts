import type { ComplexTypeBinding } from '../../analysis/binding/binding.js';
import { clark } from '../../foundation/expanded-name.js';
import type { ComponentId } from '../../model/schema/index.js';
import {
  annotation,
  code,
  delimited,
  exported,
  joinCode,
  literal,
  NO_CODE,
  propertyName,
  type Code,
} from '../../printer/index.js';
import { withAbstracts } from './abstract-elements.js';
import type { ChildEntry, ChildPlan } from './child-plan.js';
import { elementInfoName } from './children-code.js';
import {
  ANY_TYPE_ID,
  complexBindingOf,
  elementOf,
  infoSymbol,
  mappingOf,
  simpleSymbol,
  typeOf,
  type CodecContext,
  type Mapping,
  isEmptyContent,
} from './codec-context.js';
import { isSpecial } from './element-descriptor-code.js';

/** Whether attributes and content of a type are all data, so that no function has to be written for it. */
export function isFlatType(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan): boolean {
  const { content, attributes } = type;
  if (type.anyAttribute !== undefined) return false;
  if (attributes.some(({ valueConstraint }) => valueConstraint !== undefined)) return false;
  if (content.kind === 'ordered' || (content.kind === 'fields' && content.all)) return false;
  if (plan.check !== undefined && plan.check.kind !== 'flat') return false;
  if (plan.wildcards.length > 0) return false;
  if (plan.check?.places.some(({ count }) => count !== undefined) === true) return false;
  return plan.children.every((child) => {
    const element = elementOf(ctx, child.element);
    return element.type !== ANY_TYPE_ID || isSpecial(ctx, element, child.value);
  });
}

/** The descriptor of a type that is all data. */
export function flatTypeCodec(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan): Code {
  const { content } = type;
  const model = typeOf(ctx, type.id);
  const namespace = plan.table[0]?.namespace ?? '';
  const names = plan.table.map((name) =>
    name.namespace === namespace ? name.localName : `{${name.namespace}}${name.localName}`,
  );
  const attributes = type.attributes.map((one) => `${clark(one)}${one.required ? '!' : ''}`);
  const occurs =
    content.kind === 'simple'
      ? '='
      : isEmptyContent(ctx, type.id)
        ? '-'
        : plan.check?.kind === 'flat'
          ? plan.check.occurs
          : '';
  const types = [
    ...type.attributes.map((one) => fieldType(ctx, code`${simpleSymbol(ctx, one.type)}`, one.type)),
    ...plan.children.map((child) => childType(ctx, type, child)),
    ...(content.kind === 'simple'
      ? [fieldType(ctx, code`${simpleSymbol(ctx, content.type)}`, content.type)]
      : []),
  ];
  const properties = [
    ...type.attributes.map(({ property }) => property),
    ...plan.children.map(({ property }) => property),
    ...(content.kind === 'simple' ? [content.property] : []),
  ];
  const own = [
    ...type.attributes.map(({ localName }) => localName),
    ...plan.table.map(({ localName }) => localName),
    'value',
  ];
  const isRenamed = properties.some((property, index) => property !== own[index]);
  const kept = keptOf(type, plan);
  const inferred =
    ' '.repeat(attributes.length) +
    (typeof occurs === 'string' ? occurs.replace(/[1?=-]/g, ' ').replace(/\+/g, '*') : '');
  const isKeptShown = kept.trimEnd() !== inferred.trimEnd();
  const slots = [...new Set(properties)];
  // A list of a branch that is not taken is absent, as every other field of it.
  const lists = new Set(
    (content.kind === 'fields' ? content.fields : []).flatMap(({ list, conditional, property }) =>
      list && !conditional ? [property] : [],
    ),
  );
  const made = slots.map((property, index) => {
    const value = code`f[${index}]`;
    return code`${propertyName(property)}: ${lists.has(property) ? code`${value} ?? ${ctx.rt('none')}` : value}`;
  });
  const symbol = infoSymbol(type);
  const descriptor = code`/* @__PURE__ */ ${ctx.rt('flatType')}(
    ${model.name === undefined ? '' : clark(model.name)},
    ${namespace},
    ${literal(names)},
    ${literal(attributes)},
    ${literal(occurs)},
    () => ${delimited('[]', types, 10)},
    ${made.length === 0 ? code`() => ({})` : code`(f) => (${delimited('{}', made, 16)})`},
    ${isKeptShown || isRenamed ? code`${kept},` : NO_CODE}
    ${isRenamed ? code`${literal(properties)},` : NO_CODE}
  )`;
  return code`${exported('const', symbol.name)}${annotation`: ${ctx.rt('ComplexTypeInfo')}`} = ${withAbstracts(ctx, type, descriptor)};`;
}

/** How each name is kept, as `FlatContent.kept` of the runtime. */
function keptOf(type: ComplexTypeBinding, plan: ChildPlan): string {
  const children = plan.children.map(({ list }) => (list ? '*' : ' '));
  return ' '.repeat(type.attributes.length) + children.join('');
}

function childType(ctx: CodecContext, type: ComplexTypeBinding, child: ChildEntry): Code {
  const element = elementOf(ctx, child.element);
  const model = typeOf(ctx, element.type);
  const what = isSpecial(ctx, element, child.value)
    ? code`${elementInfoName(ctx, type, child, element)}`
    : model.kind === 'complex-type'
      ? code`${infoSymbol(complexBindingOf(ctx, element.type))}`
      : code`${simpleSymbol(ctx, element.type)}`;
  return fieldType(ctx, what, element.type, child.substitution);
}

function fieldType(ctx: CodecContext, type: Code, id: ComponentId, member?: string): Code {
  const mapping = mappingOf(ctx, id);
  const parts = [
    ...(member === undefined ? [] : [code`${member}`]),
    type,
    ...(mapping === 'text' ? [] : [code`${ctx.rt(MAPPINGS[mapping])}`]),
  ];
  return parts.length === 1 ? type : code`[${joinCode(parts, ', ')}]`;
}

const MAPPINGS: Readonly<Record<Exclude<Mapping, 'text'>, string>> = {
  boolean: 'asBoolean',
  bit: 'asBit',
  number: 'asNumber',
  qname: 'asQName',
  qnames: 'asQNames',
  texts: 'asTexts',
  booleans: 'asBooleans',
  bits: 'asBits',
  numbers: 'asNumbers',
};
