import type { ComplexTypeBinding } from '../../analysis/binding/binding.js';
import type { ComponentId, ElementDeclaration } from '../../model/schema/index.js';
import {
  NO_CODE,
  annotation,
  code,
  delimited,
  exported,
  identifier,
  lines,
  type Code,
} from '../../printer/index.js';
import { checkAttributes } from './attributes-code.js';
import { childPlan, type ChildEntry, type ChildPlan } from './child-plan.js';
import { countCheck, countedPlaces, elementInfoName, valueOfElement } from './children-code.js';
import {
  complexBindingOf,
  elementOf,
  infoSymbol,
  registrySymbol,
  typeOf,
  waySymbol,
  type CodecContext,
} from './codec-context.js';
import { isSpecial } from './element-descriptor-code.js';
import { isFlatType } from './flat-type-codec.js';

/** A record of a message: its path by element names, and the numbers of the children on the way. */
export interface RecordPath {
  readonly name: string;
  readonly numbers: readonly number[];
  /** The complex types on the way, the root's first. */
  readonly types: readonly ComponentId[];
  readonly record: ChildEntry;
}

/** Finds a record by its path of element names below an element of this type. */
export function recordPath(ctx: CodecContext, root: ComponentId, path: string): RecordPath | undefined {
  const numbers: number[] = [];
  const types: ComponentId[] = [];
  let at = root;
  let found: ChildEntry | undefined;
  for (const step of path.split('/')) {
    const binding = ctx.binding.complexTypes.get(at);
    if (binding === undefined) return undefined;
    found = childPlan(ctx, binding).children.find(({ localName }) => localName === step);
    if (found === undefined) return undefined;
    numbers.push(found.number);
    types.push(at);
    at = elementOf(ctx, found.element).type;
  }
  return found === undefined ? undefined : { name: path, numbers, types, record: found };
}

/** The records that every message offers: its direct children that may be there more than once. */
export function directRecords(ctx: CodecContext, root: ComponentId): readonly string[] {
  const binding = ctx.binding.complexTypes.get(root);
  if (binding === undefined) return [];
  const { children } = childPlan(ctx, binding);
  const isRepeated = (child: ChildEntry): boolean => child.list || binding.content.kind === 'ordered';
  return [...new Set(children.filter(isRepeated).map(({ localName }) => localName))];
}

/** Whether a type can be on a way: element content without text, whose order one number or a content model checks. */
export function canBeWay(ctx: CodecContext, id: ComponentId): boolean {
  const type = typeOf(ctx, id);
  if (type.kind !== 'complex-type' || type.contentType.kind !== 'element-only') return false;
  const binding = ctx.binding.complexTypes.get(id);
  return binding !== undefined && childPlan(ctx, binding).check?.kind === 'flat';
}

/**
 * The generator that reads an element on the way to a record: children before and behind are validated and dropped, the
 * record is handed over, and where the bytes run out it pauses and reads the child again.
 */
export function wayFunction(
  ctx: CodecContext,
  id: ComponentId,
  ways: ReadonlyMap<ComponentId, ReadonlySet<number>>,
): Code {
  const targets = ways.get(id) ?? new Set<number>();
  const type = complexBindingOf(ctx, id);
  const plan = childPlan(ctx, type);
  if (isFlatType(ctx, type, plan)) return flatWay(ctx, type, plan, ways);
  const info = infoSymbol(type);
  const rt = ctx.rt;
  const [wildcard] = plan.wildcards;
  const open =
    wildcard === undefined
      ? NO_CODE
      : code`
          case -1:
            ${ctx.streamRt('drop')}(${rt('anyElement')}(r, ${wildcard.wildcard.processContents}${wildcard.wildcard.processContents === 'skip' ? NO_CODE : code`, ${registrySymbol}`}));
            break;
        `;
  const cases = plan.children.map((child) =>
    wayCase(ctx, type, child, {
      isTarget: targets.has(child.number),
      isWay: ways.has(elementOf(ctx, child.element).type),
    }),
  );
  const deeper = plan.children
    .filter((child) => targets.has(child.number) && ways.has(elementOf(ctx, child.element).type))
    .map((child) => descent(ctx, type, child));
  const descend = code`
    if (inside)
      switch (n) {
        ${lines(deeper)}
      }
  `;
  const places = plan.check?.kind === 'flat' ? plan.check.places : [];
  const counters = countedPlaces(places);
  const counted = plan.children.flatMap(({ number }) => {
    const count = places[number - 1]?.count;
    return count === undefined
      ? []
      : [
          code`
          case ${number}:
            ${identifier(`c${count.counter}`)}++;
            break;
        `,
        ];
  });
  // Counted here, where the child is read for good: a child that is read again must not count twice.
  const counting =
    counted.length === 0
      ? NO_CODE
      : code`
          switch (n) {
            ${lines(counted)}
          }
        `;
  return code`${exported('function*', waySymbol(type).name)}(r${annotation`: ${rt('Reader')}`}, path${annotation`: readonly number[]`}, level${annotation`: number`})${annotation`: Generator<void, void, void>`} {
    ${ctx.streamRt('enterWay')}(r);
    ${checkAttributes(ctx, type)}
    const target = path[level];
    const here = ${ctx.streamRt('mark')}(r);
    let last = 0;
    ${lines(counters.map(({ count }) => code`let ${identifier(`c${count?.counter ?? 0}`)} = 0;`))}
    for (;;) {
      ${ctx.streamRt('markAgain')}(r, here);
      ${deeper.length === 0 ? NO_CODE : code`let inside = false;`}
      let n${annotation`: number`};
      try {
        n = ${rt('next')}(r, ${info}, last);
        switch (n) {
          ${lines(cases)}
          ${open}
        }
      } catch (signal) {
        ${ctx.streamRt('rewind')}(r, here, signal);
        yield;
        continue;
      }
      if (n === 0) break;
      if (n > 0) ${ctx.streamRt('countChild')}(r, n);
      last = ${wildcard === undefined ? code`n` : code`n < 0 ? ${wildcard.number} : n`};
      ${counting}
      ${deeper.length === 0 ? NO_CODE : descend}
    }
    ${lines(counters.map((place) => countCheck(ctx, info, place)))}
    ${ctx.streamRt('leaveWay')}(r);
  }`;
}

/** A type that is all data needs no generator of its own. */
function flatWay(
  ctx: CodecContext,
  type: ComplexTypeBinding,
  plan: ChildPlan,
  ways: ReadonlyMap<ComponentId, ReadonlySet<number>>,
): Code {
  const targets = ways.get(type.id) ?? new Set<number>();
  const deeper = plan.children.flatMap((child) => {
    const element = elementOf(ctx, child.element);
    return targets.has(child.number) && ways.has(element.type)
      ? [code`${child.number}: ${waySymbol(complexBindingOf(ctx, element.type))}`]
      : [];
  });
  // Behind functions: nothing must depend on which of the modules that lead to each other is loaded first.
  return code`${exported('const', waySymbol(type).name)}${annotation`: ${ctx.streamRt('Way')}`} = /* @__PURE__ */ ${ctx.streamRt('flatWay')}(() => ${infoSymbol(type)}, () => (${delimited('{}', deeper, 60)}));`;
}

/** Goes into an element on the way, whose identity constraints are watched meanwhile. */
function descent(ctx: CodecContext, type: ComplexTypeBinding, child: ChildEntry): Code {
  const element = elementOf(ctx, child.element);
  const inside = code`yield* ${waySymbol(complexBindingOf(ctx, element.type))}(r, path, level + 1);`;
  if (element.identityConstraints.length === 0)
    return code`
      case ${child.number}:
        ${inside}
        break;
    `;
  return code`
    case ${child.number}: {
      const stop = ${ctx.streamRt('watchElement')}(r, ${elementInfoName(ctx, type, child, element)});
      ${inside}
      stop?.(r);
      break;
    }
  `;
}

/** Whether the way goes into an element whose start tag was read. */
function entering(
  ctx: CodecContext,
  element: ElementDeclaration,
  child: ChildEntry,
  type: ComplexTypeBinding,
): Code {
  const onWay = ctx.streamRt('onWay');
  if (isSpecial(ctx, element, child.value))
    return code`${onWay}(r, ${elementInfoName(ctx, type, child, element)})`;
  const info = infoSymbol(complexBindingOf(ctx, element.type));
  return code`!r.xsi || ${onWay}(r, { name: '', type: ${info} })`;
}

function wayCase(
  ctx: CodecContext,
  type: ComplexTypeBinding,
  child: ChildEntry,
  { isTarget, isWay }: { readonly isTarget: boolean; readonly isWay: boolean },
): Code {
  const element = elementOf(ctx, child.element);
  const value = valueOfElement(ctx, element, child.value, elementInfoName(ctx, type, child, element));
  const wrapped =
    child.substitution === undefined ? value : code`{ $type: ${child.substitution}, value: ${value} }`;
  const dropped = code`${ctx.streamRt('drop')}(${value});`;
  const emitted = code`r.emit(${wrapped});`;
  const atTarget = isWay
    ? code`
        if (target !== ${child.number}) ${dropped}
        else if (level < path.length - 1) inside = ${entering(ctx, element, child, type)};
        else ${emitted}
      `
    : code`
        if (target === ${child.number}) ${emitted}
        else ${dropped}
      `;
  return code`
    case ${child.number}:
      ${isTarget ? atTarget : dropped}
      break;
  `;
}
