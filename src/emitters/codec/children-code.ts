import type { ComplexTypeBinding, ElementValueBinding } from '../../analysis/binding/binding.js';
import type { ComponentId, ElementDeclaration } from '../../model/schema/index.js';
import {
  NO_CODE,
  annotation,
  code,
  delimited,
  identifier,
  lines,
  literal,
  propertyName,
  type Code,
  type ImportSymbol,
} from '../../printer/index.js';
import type { ChildEntry, ChildPlan, FlatPlace, WildcardEntry } from './child-plan.js';
import {
  ANY_TYPE_ID,
  complexBindingOf,
  elementOf,
  elementSymbol,
  fromLiteral,
  infoSymbol,
  mappingOf,
  readSymbol,
  registrySymbol,
  simpleSymbol,
  typeOf,
  type CodecContext,
} from './codec-context.js';
import { wildcardLiteral } from './complex-type-codec.js';
import { elementInfo, isSpecial } from './element-descriptor-code.js';

/** The code that reads the children of a complex type. */
export interface ChildReading {
  /** Descriptors of local elements, content models and wildcards, at the top of the module. */
  readonly declarations: readonly Code[];
  readonly statements: Code;
  /** Members of the object literal. */
  readonly properties: readonly Code[];
}

/** On the way to a record, children are read but not kept, and some are records or lead to them. */
export type Purpose = 'read' | 'way';

export function readChildren(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan): ChildReading {
  const { content } = type;
  const isOrdered = content.kind === 'ordered';
  const isMixed = content.kind === 'ordered' && content.mixed;
  const properties = isOrdered
    ? [code`${propertyName(content.property)}: content`]
    : content.kind === 'fields'
      ? [
          ...content.fields.map((field, index) => code`${propertyName(field.property)}: ${fieldVariable(index)}`),
          ...(content.all ? [code`$order: ${ctx.rt('orderOf')}(all, ${literal(plan.children.map(({ property }) => property))})`] : []),
        ]
      : [];
  const variables = isOrdered
    ? [code`const content${annotation`: unknown[]`} = [];`]
    : content.kind === 'fields'
      ? content.fields.map((field, index) =>
          field.list
            ? code`let ${fieldVariable(index)} = ${ctx.rt('none')};`
            : code`let ${fieldVariable(index)}${annotation`: unknown`};`,
        )
      : [];
  return {
    declarations: [...declarationsOf(ctx, type, plan)],
    statements: code`${lines(variables)}
      ${childLoop(ctx, type, plan, { purpose: 'read', isMixed })}`,
    properties,
  };
}

const fieldVariable = (index: number): Code => code`${identifier(`f${index + 1}`)}`;

/** Names of what `declarationsOf` declares. */
const modelName = (type: ComplexTypeBinding): ImportSymbol => ({ ...infoSymbol(type), name: `${type.codecName}_model` });
const wildcardsName = (type: ComplexTypeBinding): ImportSymbol => ({ ...infoSymbol(type), name: `${type.codecName}_any` });
const localElementName = (type: ComplexTypeBinding, number: number): ImportSymbol => ({
  ...infoSymbol(type),
  name: `${type.codecName}_${number}`,
});

function* declarationsOf(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan): Generator<Code> {
  for (const child of plan.children) {
    const element = elementOf(ctx, child.element);
    if (element.scope === 'global' || !isSpecial(ctx, element, child.value)) continue;
    yield code`const ${identifier(localElementName(type, child.number).name)}${annotation`: ${ctx.rt('ElementInfo')}`} = ${elementInfo(ctx, element, child.value)};`;
  }
  if (plan.check?.kind === 'tree')
    yield code`const ${identifier(modelName(type).name)} = /* @__PURE__ */ ${ctx.rt('contentModel')}(${literal(plan.check.tree as never)});`;
  if (plan.wildcards.length > 0 || plan.check?.kind === 'tree')
    yield code`const ${identifier(wildcardsName(type).name)}${annotation`: readonly ${ctx.rt('WildcardInfo')}[]`} = ${delimited(
      '[]',
      plan.wildcards.map(({ wildcard }) => wildcardLiteral(wildcard)),
      60,
    )};`;
}

interface LoopOptions {
  readonly purpose: Purpose;
  readonly isMixed: boolean;
}

/** The loop over the children: reads start tags, checks the order, hands each child to the code for it. */
export function childLoop(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan, options: LoopOptions): Code {
  const { check } = plan;
  const info = infoSymbol(type);
  const next = (expected: number): Code =>
    options.isMixed ? code`${ctx.rt('childOrText')}(r, ${info}, content)` : code`${ctx.rt('child')}(r, ${info}, ${expected})`;
  const first = next(plan.table.length === 0 ? 0 : 1);
  if (check === undefined)
    return code`for (let n = ${first}; n !== 0; ) n = ${foreignCall(ctx, info, options, code`0`)};`;
  const cases = [
    ...plan.children.map((child) => childCase(ctx, type, plan, child, next)),
    ...(check.kind === 'tree' ? plan.wildcards.map((wildcard) => wildcardCase(ctx, wildcard, type, next, code`case ${wildcard.number}:`)) : []),
  ];
  switch (check.kind) {
    case 'flat': {
      const counters = new Map<number, FlatPlace>();
      for (const place of check.places) if (place.count !== undefined) counters.set(place.count.counter, place);
      const [wildcard] = plan.wildcards;
      const foreign = code`
        default:
          n = ${foreignCall(ctx, info, options, code`s`)};
      `;
      const place = wildcard === undefined ? undefined : check.places[wildcard.number - 1];
      const open =
        wildcard === undefined || place === undefined
          ? foreign
          : code`
              default:
                if (n < 0 && ${ctx.rt('allowsNamespace')}(${wildcardsName(type)}[0]${annotation` as ${ctx.rt('WildcardInfo')}`}, r.openNamespace)) {
                  ${orderCheck(ctx, info, place)}
                  ${keepWildcard(ctx, type, wildcard)}
                  n = ${next(place.again === undefined ? nextNumber(plan, wildcard.number) : 0)};
                } else n = ${foreignCall(ctx, info, options, code`s`)};
            `;
      return code`let s = 0;
        ${lines([...counters.keys()].map((counter) => code`let ${identifier(`c${counter}`)} = 0;`))}
        for (let n = ${first}; n !== 0; )
          switch (n) {
            ${lines(cases)}
            ${open}
          }
        ${check.complete === 0 ? NO_CODE : code`if (s < ${check.complete}) ${ctx.rt('incomplete')}(r, ${info}, s);`}
        ${lines([...counters.values()].map((place) => countCheck(ctx, info, place)))}`;
    }
    case 'tree':
      return code`const state = ${ctx.rt('startContent')}(${modelName(type)});
        for (let n = ${next(0)}; n !== 0; )
          switch (${ctx.rt('place')}(r, ${info}, state, ${wildcardsName(type)}, n)) {
            ${lines(cases)}
            default:
              n = ${misplacedCall(ctx, info, options)};
          }
        ${ctx.rt('endContent')}(r, ${info}, state, ${wildcardsName(type)});`;
    case 'all':
      return code`const all = ${ctx.rt('startAll')}(${info});
        for (let n = ${first}; n !== 0; )
          switch (${ctx.rt('placeInAll')}(r, ${info}, all, ${literal([...check.group])}, n)) {
            ${lines(cases)}
            default:
              n = ${misplacedCall(ctx, info, options)};
          }
        ${ctx.rt('endAll')}(r, ${info}, all, ${literal([...check.required])}, ${check.optional});`;
  }
}

const foreignCall = (ctx: CodecContext, info: ImportSymbol, options: LoopOptions, last: Code): Code =>
  options.isMixed
    ? code`${ctx.rt('foreignInMixed')}(r, ${info}, ${last}, content)`
    : code`${ctx.rt('foreign')}(r, ${info}, ${last})`;

const misplacedCall = (ctx: CodecContext, info: ImportSymbol, options: LoopOptions): Code =>
  options.isMixed
    ? code`${ctx.rt('passMisplacedInMixed')}(r, ${info}, content)`
    : code`${ctx.rt('passMisplaced')}(r, ${info})`;

const nextNumber = (plan: ChildPlan, number: number): number =>
  number < plan.table.length && plan.table[number]?.localName !== '*' ? number + 1 : 0;

/** The name that will most likely come after child `number`: itself if it repeats, the next one otherwise. */
function expectedAfter(plan: ChildPlan, child: ChildEntry): number {
  if (plan.check?.kind === 'flat' && plan.check.places[child.number - 1]?.again !== undefined) return child.number;
  return nextNumber(plan, child.number);
}

function childCase(
  ctx: CodecContext,
  type: ComplexTypeBinding,
  plan: ChildPlan,
  child: ChildEntry,
  next: (expected: number) => Code,
): Code {
  const place = plan.check?.kind === 'flat' ? plan.check.places[child.number - 1] : undefined;
  return code`
    case ${child.number}:
      ${place === undefined ? NO_CODE : orderCheck(ctx, infoSymbol(type), place, child.number)}
      ${place?.count === undefined ? NO_CODE : code`${identifier(`c${place.count.counter}`)}++;`}
      ${keepChild(ctx, type, child)}
      n = ${next(expectedAfter(plan, child))};
      break;
  `;
}

function wildcardCase(
  ctx: CodecContext,
  wildcard: WildcardEntry,
  type: ComplexTypeBinding,
  next: (expected: number) => Code,
  label: Code,
): Code {
  return code`
    ${label}
      ${keepWildcard(ctx, type, wildcard)}
      n = ${next(0)};
      break;
  `;
}

function orderCheck(ctx: CodecContext, info: ImportSymbol, place: FlatPlace, number = place.number): Code {
  const wrong = wrongOrder(place);
  return code`
    if (${wrong}) s = ${ctx.rt('outOfPlace')}(r, ${info}, s, ${number});
    else s = ${number};
  `;
}

/** When a child must not come after child `s`. */
function wrongOrder({ after, low, again }: FlatPlace): Code {
  const below = after === 0 ? [] : [code`s < ${after}`];
  const either = (parts: readonly Code[]): Code => parts.reduce((one, other) => code`${one} || ${other}`);
  if (again === undefined) return either([...below, code`s >= ${low}`]);
  const [from, to] = again;
  if (from === low) return either([...below, code`s > ${to}`]);
  return either([...below, code`(s >= ${low} && s < ${from})`, code`s > ${to}`]);
}

function countCheck(ctx: CodecContext, info: ImportSymbol, place: FlatPlace): Code {
  const { count } = place;
  if (count === undefined) return NO_CODE;
  const counter = identifier(`c${count.counter}`);
  const tooFew = count.min > 1 ? code`${counter} < ${count.min}` : undefined;
  const tooMany = count.max === 'unbounded' ? undefined : code`${counter} > ${count.max}`;
  const wrong =
    tooFew === undefined ? tooMany : tooMany === undefined ? tooFew : code`(${tooFew} || ${tooMany})`;
  if (wrong === undefined) return NO_CODE;
  const max = count.max === 'unbounded' ? code`Infinity` : code`${count.max}`;
  return code`if (${counter} !== 0 && ${wrong}) ${ctx.rt('occurrence')}(r, ${info}, ${place.number}, ${counter}, ${count.min}, ${max});`;
}

/** Reads the child and puts its value where it belongs. */
function keepChild(ctx: CodecContext, type: ComplexTypeBinding, child: ChildEntry): Code {
  const value = childValue(ctx, type, child);
  return keep(ctx, type, child.property, child.list, child.substitution === undefined ? value : code`{ $type: ${child.substitution}, value: ${value} }`);
}

function keepWildcard(ctx: CodecContext, type: ComplexTypeBinding, entry: WildcardEntry): Code {
  const { processContents } = entry.wildcard;
  const value = code`${ctx.rt('anyElement')}(r, ${processContents}${processContents === 'skip' ? NO_CODE : code`, ${registrySymbol}`})`;
  return keep(ctx, type, entry.property, entry.list, value);
}

function keep(ctx: CodecContext, type: ComplexTypeBinding, property: string, isList: boolean, value: Code): Code {
  const { content } = type;
  if (content.kind === 'ordered') return code`content.push({ name: ${property}, value: ${value} });`;
  const index = content.kind === 'fields' ? content.fields.findIndex((field) => field.property === property) : -1;
  const variable = fieldVariable(index);
  return isList ? code`${variable} = ${ctx.rt('add')}(${variable}, ${value});` : code`${variable} = ${value};`;
}

function childValue(ctx: CodecContext, type: ComplexTypeBinding, child: ChildEntry): Code {
  const element = elementOf(ctx, child.element);
  return valueOfElement(ctx, element, child.value, elementInfoName(ctx, type, child, element));
}

/** The descriptor of a special element: its own constant, or that of the global element. */
export function elementInfoName(
  ctx: CodecContext,
  type: ComplexTypeBinding,
  child: { readonly number: number; readonly element: ComponentId },
  element: ElementDeclaration,
): ImportSymbol {
  if (element.scope !== 'global') return localElementName(type, child.number);
  const message = ctx.binding.messages.get(child.element);
  return message === undefined ? localElementName(type, child.number) : elementSymbol(message);
}

/** The expression that reads an element whose start tag was read. */
export function valueOfElement(
  ctx: CodecContext,
  element: ElementDeclaration,
  value: ElementValueBinding,
  info: ImportSymbol,
): Code {
  const type = typeOf(ctx, element.type);
  const mapping = mappingOf(ctx, element.type);
  if (isSpecial(ctx, element, value)) return fromLiteral(ctx, mapping, code`${ctx.rt('element')}(r, ${info})`);
  if (element.type === ANY_TYPE_ID) return code`${ctx.rt('anyTyped')}(r, ${registrySymbol})`;
  if (type.kind === 'simple-type')
    return fromLiteral(ctx, mapping, code`${ctx.rt('simple')}(r, ${simpleSymbol(ctx, element.type)})`);
  const binding = complexBindingOf(ctx, element.type);
  return code`r.xsi ? ${ctx.rt('typed')}(r, ${infoSymbol(binding)}) : ${readSymbol(binding)}(r)`;
}
