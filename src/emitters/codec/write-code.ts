import type { ComplexTypeBinding } from '../../analysis/binding/binding.js';
import { NO_CODE, annotation, code, lines, literal, member, type Code } from '../../printer/index.js';
import type { ChildEntry, ChildPlan, WildcardEntry } from './child-plan.js';
import { elementInfoName } from './children-code.js';
import {
  ANY_TYPE_ID,
  complexBindingOf,
  elementOf,
  infoSymbol,
  mappingOf,
  toLiteral,
  typeOf,
  type CodecContext,
} from './codec-context.js';
import { isSpecial } from './element-descriptor-code.js';

/** The statements that write the children of a complex type, and the end of its element. */
export function writeChildren(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan): Code {
  const { content } = type;
  const tags =
    plan.children.length === 0 ? NO_CODE : code`const t = ${ctx.rt('tagsOf')}(w, ${infoSymbol(type)});`;
  if (content.kind === 'ordered') return orderedCode(ctx, type, plan, tags, content.property, content.mixed);
  const isAll = content.kind === 'fields' && content.all;
  const body = isAll ? allCode(ctx, type, plan) : fieldsCode(ctx, type, plan);
  return code`${tags}
    const k = ${ctx.rt('startContentOf')}(w);
    ${body}
    ${ctx.rt('endContentOf')}(w, tag, k);`;
}

function fieldsCode(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan): Code {
  const { content } = type;
  if (content.kind !== 'fields') return NO_CODE;
  return lines(
    content.fields.map((field) => {
      const children = plan.children.filter(({ property }) => property === field.property);
      const wildcard = plan.wildcards.find(({ property }) => property === field.property);
      const value = member(code`v`, field.property);
      const [only] = children;
      if (field.list) {
        const whole = only === undefined ? undefined : writeAll(ctx, only, value);
        if (whole !== undefined) return whole;
        const one =
          wildcard === undefined
            ? oneOf(ctx, type, children, code`x`)
            : code`${ctx.rt('writeAnyElement')}(w, x);`;
        return code`for (const x of ${value} ?? ${ctx.rt('none')}) ${block(one)}`;
      }
      if (wildcard !== undefined)
        return code`if (${value} !== undefined) ${ctx.rt('writeAnyElement')}(w, ${value});`;
      return only?.substitution === undefined
        ? oneOf(ctx, type, children, value)
        : code`if (${value} !== undefined) ${block(oneOf(ctx, type, children, value))}`;
    }),
  );
}

/** Writes all values of a list at once, where nothing is special about them. */
function writeAll(ctx: CodecContext, child: ChildEntry, values: Code): Code | undefined {
  const element = elementOf(ctx, child.element);
  if (
    child.substitution !== undefined ||
    element.type === ANY_TYPE_ID ||
    isSpecial(ctx, element, child.value)
  )
    return undefined;
  const tag = tagCode(ctx, child);
  if (typeOf(ctx, element.type).kind === 'complex-type')
    return code`${ctx.rt('complexElements')}(w, ${tag}, ${values}, ${infoSymbol(complexBindingOf(ctx, element.type))});`;
  const mapping = mappingOf(ctx, element.type);
  return mapping === 'text' || mapping === 'boolean'
    ? code`${ctx.rt('textElements')}(w, ${tag}, ${values});`
    : undefined;
}

const tagCode = (ctx: CodecContext, child: ChildEntry): Code =>
  code`t[${child.number}]${annotation` as ${ctx.rt('Tag')}`}`;

const block = (statement: Code): Code => code`{
  ${statement}
}`;

/** Writes one value of a field: of its element, or of the member of the substitution group that it names. */
function oneOf(
  ctx: CodecContext,
  type: ComplexTypeBinding,
  children: readonly ChildEntry[],
  value: Code,
): Code {
  const [only] = children;
  if (only === undefined) return NO_CODE;
  if (only.substitution === undefined) return writeOne(ctx, type, only, value);
  return code`switch (${value}.$type) {
    ${lines(
      children.map(
        (child) => code`
          case ${child.substitution}:
            ${writeOne(ctx, type, child, code`${value}.value`)}
            break;
        `,
      ),
    )}
  }`;
}

function allCode(ctx: CodecContext, type: ComplexTypeBinding, plan: ChildPlan): Code {
  const names = [...new Set(plan.children.map(({ property }) => property))];
  return code`for (const name of v${annotation``}.$order ?? ${literal(names)})
    switch (name) {
      ${lines(
        names.map((name) => {
          const value = member(code`v`, name);
          const children = plan.children.filter(({ property }) => property === name);
          return code`
            case ${name}:
              ${children[0]?.substitution === undefined ? oneOf(ctx, type, children, value) : code`if (${value} !== undefined) ${block(oneOf(ctx, type, children, value))}`}
              break;
          `;
        }),
      )}
    }`;
}

function orderedCode(
  ctx: CodecContext,
  type: ComplexTypeBinding,
  plan: ChildPlan,
  tags: Code,
  property: string,
  isMixed: boolean,
): Code {
  const cases = plan.children.map(
    (child) => code`
      case ${child.property}:
        ${writeOne(ctx, type, child, code`x.value`)}
        break;
    `,
  );
  const wildcardNames = [...new Set(plan.wildcards.map((wildcard: WildcardEntry) => wildcard.property))];
  const wildcards = wildcardNames.map(
    (name) => code`
      case ${name}:
        ${ctx.rt('writeAnyElement')}(w, x.value);
        break;
    `,
  );
  const names = code`
    switch (x.name) {
      ${lines([...cases, ...wildcards])}
    }
  `;
  const items = member(code`v`, property);
  if (!isMixed)
    return code`${tags}
    const k = ${ctx.rt('startContentOf')}(w);
    for (const x of ${items} ?? ${ctx.rt('none')})
      ${names}
    ${ctx.rt('endContentOf')}(w, tag, k);`;
  return code`${tags}
    ${ctx.rt('startMixed')}(w);
    for (const x of ${items} ?? ${ctx.rt('none')})
      if (typeof x === 'string') ${ctx.rt('putText')}(w, x);
      else
        ${names}
    ${ctx.rt('endMixed')}(w, tag);`;
}

/** Writes one element. */
function writeOne(ctx: CodecContext, type: ComplexTypeBinding, child: ChildEntry, value: Code): Code {
  const element = elementOf(ctx, child.element);
  const tag = tagCode(ctx, child);
  const model = typeOf(ctx, element.type);
  const mapping = mappingOf(ctx, element.type);
  if (isSpecial(ctx, element, child.value) || element.type === ANY_TYPE_ID) {
    const text = model.kind === 'simple-type' ? toLiteral(ctx, mapping, value) : value;
    return element.type === ANY_TYPE_ID && !isSpecial(ctx, element, child.value)
      ? code`${ctx.rt('writeTyped')}(w, ${ctx.rt('anyTypeInfo')}, ${tag}, ${value});`
      : code`${ctx.rt('writeElement')}(w, ${elementInfoName(ctx, type, child, element)}, ${tag}, ${text});`;
  }
  if (model.kind === 'simple-type')
    return code`${ctx.rt('textElement')}(w, ${tag}, ${toLiteral(ctx, mapping, value)});`;
  const binding = complexBindingOf(ctx, element.type);
  return code`${ctx.rt('complexElement')}(w, ${tag}, ${value}, ${infoSymbol(binding)});`;
}
