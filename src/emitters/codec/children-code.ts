import type {
  ComplexTypeBinding,
  ElementValueBinding,
  FieldBinding,
} from '../../analysis/binding/binding.js';
import type { ComponentId, ElementDeclaration } from '../../model/schema/index.js';
import {
  NO_CODE,
  annotation,
  code,
  delimited,
  exported,
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
  registrySymbol,
  simpleSymbol,
  typeOf,
  type CodecContext,
  isEmptyContent,
} from './codec-context.js';
import { wildcardLiteral } from './attributes-code.js';
import { elementInfo, isSpecial } from './element-descriptor-code.js';

/** The code that reads the children of a complex type. */
export interface ChildReading {
  /** Descriptors of local elements, content models and wildcards, at the top of the module. */
  readonly declarations: readonly Code[];
  readonly statements: Code;
  /** Members of the object literal. */
  readonly properties: readonly Code[];
}

export function readChildren(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan): ChildReading {
  const { content } = type;
  const isOrdered = content.kind === 'ordered';
  const isMixed = content.kind === 'ordered' && content.mixed;
  const isValued = isMixed && ctx.valuedTypes.has(type.id);
  const properties = isOrdered
    ? [code`${propertyName(content.property)}: content`]
    : content.kind === 'fields'
      ? [
          ...content.fields.map(
            (field, index) => code`${propertyName(field.property)}: ${fieldValue(ctx, field, index)}`,
          ),
          ...(content.all
            ? [
                code`$order: ${ctx.rt('orderOf')}(all, ${literal(plan.children.map(({ property }) => property))})`,
              ]
            : []),
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
      ${isValued ? code`const pending = ${ctx.rt('takePending')}(r);` : NO_CODE}
      ${childLoop(ctx, type, plan, isMixed)}
      ${isValued ? code`const text = ${ctx.rt('mixedValue')}(r, pending, content);` : NO_CODE}
      ${isValued ? code`if (text !== undefined) content.push(text);` : NO_CODE}`,
    properties,
  };
}

/** A list of a branch that is not taken is undefined, as every other field of it. */
const fieldValue = (ctx: CodecContext, field: FieldBinding, index: number): Code =>
  field.list && field.conditional
    ? code`${fieldVariable(index)} === ${ctx.rt('none')} ? undefined : ${fieldVariable(index)}`
    : fieldVariable(index);

const fieldVariable = (index: number): Code => code`${identifier(`f${index + 1}`)}`;

/** Names of what `declarationsOf` declares. */
const modelName = (type: ComplexTypeBinding): ImportSymbol => ({
  ...infoSymbol(type),
  name: `${type.codecName}_model`,
});
const wildcardsName = (type: ComplexTypeBinding): ImportSymbol => ({
  ...infoSymbol(type),
  name: `${type.codecName}_any`,
});
const localElementName = (type: ComplexTypeBinding, number: number): ImportSymbol => ({
  ...infoSymbol(type),
  name: `${type.codecName}_${number}`,
});

/** Descriptors of local elements about which something is special; content models; wildcards. */
export function* declarationsOf(
  ctx: CodecContext,
  type: ComplexTypeBinding,
  plan: ChildPlan,
): Generator<Code> {
  for (const child of plan.children) {
    const element = elementOf(ctx, child.element);
    if (element.scope === 'global' || !isSpecial(ctx, element, child.value)) continue;
    yield code`${exported('const', localElementName(type, child.number).name)}${annotation`: ${ctx.rt('ElementInfo')}`} = ${elementInfo(ctx, element, child.value)};`;
  }
  if (plan.check?.kind === 'tree')
    yield code`const ${identifier(modelName(type).name)} = /* @__PURE__ */ ${ctx.rt('contentModel')}(${literal(plan.check.tree as never)});`;
  if (plan.check?.kind === 'tree')
    yield code`const ${identifier(wildcardsName(type).name)}${annotation`: readonly ${ctx.rt('WildcardInfo')}[]`} = ${delimited(
      '[]',
      plan.wildcards.map(({ wildcard }) => wildcardLiteral(wildcard)),
      60,
    )};`;
}

/** The loop over the children: goes from start tag to start tag, hands each child to the code for it. */
export function childLoop(
  ctx: CodecContext,
  type: ComplexTypeBinding,
  plan: ChildPlan,
  isMixed: boolean,
): Code {
  const { check } = plan;
  const info = infoSymbol(type);
  if (check === undefined || check.kind === 'flat') return flatLoop(ctx, type, plan, isMixed);
  const next = isMixed
    ? code`${ctx.rt('childOrText')}(r, ${info}, content)`
    : code`${ctx.rt('child')}(r, ${info}, 0)`;
  const misplaced = isMixed
    ? code`${ctx.rt('passMisplacedInMixed')}(r, ${info}, content)`
    : code`${ctx.rt('passMisplaced')}(r, ${info})`;
  const cases = [
    ...plan.children.map((child) => caseCode(child.number, keepChild(ctx, type, child), next)),
    ...(check.kind === 'tree'
      ? plan.wildcards.map((wildcard) => caseCode(wildcard.number, keepWildcard(ctx, type, wildcard), next))
      : []),
  ];
  const body = code`
    ${lines(cases)}
    default:
      n = ${misplaced};
  `;
  if (check.kind === 'tree')
    return code`const state = ${ctx.rt('startContent')}(${modelName(type)});
      for (let n = ${next}; n !== 0; )
        switch (${ctx.rt('place')}(r, ${info}, state, ${wildcardsName(type)}, n)) {
          ${body}
        }
      ${ctx.rt('endContent')}(r, ${info}, state, ${wildcardsName(type)});`;
  return code`const all = ${ctx.rt('startAll')}(${info});
    for (let n = ${next}; n !== 0; )
      switch (${ctx.rt('placeInAll')}(r, ${info}, all, ${literal([...check.group])}, n)) {
        ${body}
      }
    ${ctx.rt('endAll')}(r, ${info}, all, ${literal([...check.required])}, ${check.optional});`;
}

/** Flat content: `next` knows from the descriptor where each child may stand. */
function flatLoop(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan, isMixed: boolean): Code {
  const info = infoSymbol(type);
  const after = (last: number): Code =>
    isMixed
      ? code`${ctx.rt('nextOrText')}(r, ${info}, ${last}, content)`
      : code`${ctx.rt('next')}(r, ${info}, ${last})`;
  const places = plan.check?.kind === 'flat' ? plan.check.places : [];
  if (places.length === 0)
    return isEmptyContent(ctx, type.id) ? code`${ctx.rt('noContent')}(r, ${info});` : code`${after(0)};`;
  const counters = countedPlaces(places);
  const counting = (number: number): Code => {
    const count = places[number - 1]?.count;
    return count === undefined ? NO_CODE : code`${identifier(`c${count.counter}`)}++;`;
  };
  const cases = plan.children.map((child) =>
    caseCode(child.number, lines([counting(child.number), keepChild(ctx, type, child)]), after(child.number)),
  );
  const [wildcard] = plan.wildcards;
  const open =
    wildcard === undefined
      ? NO_CODE
      : code`
          default:
            ${counting(wildcard.number)}
            ${keepWildcard(ctx, type, wildcard)}
            n = ${after(wildcard.number)};
        `;
  return code`${lines(counters.map(({ count }) => code`let ${identifier(`c${count?.counter ?? 0}`)} = 0;`))}
    for (let n = ${after(0)}; n !== 0; )
      switch (n) {
        ${lines(cases)}
        ${open}
      }
    ${lines(counters.map((place) => countCheck(ctx, info, place)))}`;
}

/** One place for each occurrence that is to be counted. */
export function countedPlaces(places: readonly FlatPlace[]): readonly FlatPlace[] {
  const byCounter = new Map<number, FlatPlace>();
  for (const place of places) if (place.count !== undefined) byCounter.set(place.count.counter, place);
  return [...byCounter.values()];
}

const caseCode = (number: number, statements: Code, next: Code): Code => code`
  case ${number}:
    ${statements}
    n = ${next};
    break;
`;

/** Holds a counter against what it may be, at the end of the element. */
export function countCheck(ctx: CodecContext, info: ImportSymbol, place: FlatPlace): Code {
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
  return keep(
    ctx,
    type,
    child.property,
    child.list,
    child.substitution === undefined ? value : code`{ $type: ${child.substitution}, value: ${value} }`,
  );
}

function keepWildcard(ctx: CodecContext, type: ComplexTypeBinding, entry: WildcardEntry): Code {
  const { processContents } = entry.wildcard;
  const value = code`${ctx.rt('anyElement')}(r, ${processContents}${processContents === 'skip' ? NO_CODE : code`, ${registrySymbol}`})`;
  return keep(ctx, type, entry.property, entry.list, value);
}

function keep(
  ctx: CodecContext,
  type: ComplexTypeBinding,
  property: string,
  isList: boolean,
  value: Code,
): Code {
  const { content } = type;
  if (content.kind === 'ordered') return code`content.push({ name: ${property}, value: ${value} });`;
  const index =
    content.kind === 'fields' ? content.fields.findIndex((field) => field.property === property) : -1;
  const variable = fieldVariable(index);
  return isList
    ? code`${variable} = ${ctx.rt('add')}(${variable}, ${value});`
    : code`${variable} = ${value};`;
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
  if (isSpecial(ctx, element, value))
    return fromLiteral(ctx, mapping, code`${ctx.rt('element')}(r, ${info})`);
  if (element.type === ANY_TYPE_ID) return code`${ctx.rt('anyTyped')}(r, ${registrySymbol})`;
  if (type.kind === 'simple-type')
    return fromLiteral(ctx, mapping, code`${ctx.rt('simple')}(r, ${simpleSymbol(ctx, element.type)})`);
  const binding = complexBindingOf(ctx, element.type);
  return code`${ctx.rt('complex')}(r, ${infoSymbol(binding)})`;
}
