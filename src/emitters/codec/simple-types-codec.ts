import { compareText } from '../../foundation/expanded-name.js';
import { isText, simpleTypeCodec } from '../../analysis/simple-type/index.js';
import type { ComponentId, Facet, SimpleType } from '../../model/schema/index.js';
import { annotation, code, delimited, exported, literal, type Code } from '../../printer/index.js';
import { isBuiltIn, simpleSymbol, typeOf, type CodecContext } from './codec-context.js';
import { patternMatchers } from './pattern-code.js';

/** The codecs of all simple types of a schema set, each behind those that it is made of. */
export function simpleTypesCodec(ctx: CodecContext): readonly Code[] {
  const codes: Code[] = [];
  const done = new Set<ComponentId>();
  const visit = (id: ComponentId): void => {
    if (done.has(id)) return;
    done.add(id);
    const type = typeOf(ctx, id);
    if (type.kind !== 'simple-type' || isBuiltIn(type)) return;
    for (const needed of needs(type)) visit(needed);
    codes.push(simpleType(ctx, type));
  };
  for (const id of [...ctx.binding.simpleTypes.keys()].sort(compareText)) visit(id);
  return codes;
}

function needs(type: SimpleType): readonly ComponentId[] {
  const { variety } = type;
  if (variety.kind === 'list') return [type.baseType, variety.itemType];
  if (variety.kind === 'union') return [type.baseType, ...variety.memberTypes];
  return [type.baseType];
}

function simpleType(ctx: CodecContext, type: SimpleType): Code {
  const symbol = simpleSymbol(ctx, type.id);
  const shown = type.name?.localName ?? ctx.binding.simpleTypes.get(type.id)?.name ?? 'simple type';
  const before = symbol.name.length + 'export const : SimpleTypeCodec = /* @__PURE__ */ ;'.length;
  return code`${exported('const', symbol.name)}${annotation`: ${ctx.rt('SimpleTypeCodec')}`} = /* @__PURE__ */ ${construction(ctx, type, shown, before)};`;
}

function construction(ctx: CodecContext, type: SimpleType, shown: string, before: number): Code {
  const { variety } = type;
  const call = (name: string, args: readonly Code[]): Code =>
    code`${ctx.rt(name)}${delimited('()', [...args, code`${shown}`], before + name.length)}`;
  const isRestriction = !isUrType(ctx, type.baseType);
  if (isRestriction || variety.kind === 'atomic')
    return call('restriction', [
      code`${simpleSymbol(ctx, type.baseType)}`,
      delimited('[]', facets(ctx, type), 3),
    ]);
  if (variety.kind === 'list') return call('list', [code`${simpleSymbol(ctx, variety.itemType)}`]);
  const members = variety.memberTypes.map((member) => code`${simpleSymbol(ctx, member)}`);
  return call('union', [delimited('[]', members, 3)]);
}

const isUrType = (ctx: CodecContext, id: ComponentId): boolean => {
  const type = typeOf(ctx, id);
  return isBuiltIn(type) && (type.name?.localName === 'anySimpleType' || type.name?.localName === 'anyType');
};

/** White space comes first: it is what everything behind it looks at. */
function facets(ctx: CodecContext, type: SimpleType): readonly Code[] {
  const all = type.facets;
  const base = simpleTypeCodec(ctx.schema, type.baseType);
  const of = (kind: Facet['kind']): readonly Facet[] => all.filter((facet) => facet.kind === kind);
  const codes: Code[] = [];
  const [whiteSpace] = of('whiteSpace');
  if (whiteSpace !== undefined)
    codes.push(code`/* @__PURE__ */ ${ctx.rt('whiteSpace')}(${whiteSpace.value})`);
  const patterns = of('pattern');
  if (patterns.length > 0)
    codes.push(
      patternMatchers(
        ctx,
        patterns.map(({ value }) => value),
      ),
    );
  const enumerations = of('enumeration');
  if (enumerations.length > 0) {
    const values = literal(enumerations.map(({ value }) => value));
    // The bindings in scope belong to names.
    const isQualified = simpleTypeCodec(ctx.schema, type.id).kept !== undefined;
    codes.push(
      isText(base)
        ? code`/* @__PURE__ */ ${ctx.rt('enumeration')}(${values})`
        : isQualified
          ? code`/* @__PURE__ */ ${ctx.rt('enumerationOfValues')}(${values}, ${literal(enumerations.map(({ namespaces }) => ({ ...namespaces })))})`
          : code`/* @__PURE__ */ ${ctx.rt('enumerationOfValues')}(${values})`,
    );
  }
  for (const facet of all) {
    if (COUNTS.has(facet.kind))
      codes.push(code`/* @__PURE__ */ ${ctx.rt(facet.kind)}(${countOf(facet.value)})`);
    else if (BOUNDS.has(facet.kind))
      codes.push(
        base.primitive === 'decimal'
          ? code`/* @__PURE__ */ ${ctx.rt(facet.kind)}(${facet.value.trim()})`
          : code`/* @__PURE__ */ ${ctx.rt(facet.kind)}(${facet.value.trim()}, ${ctx.rt('compareValues')})`,
      );
  }
  return codes;
}

/** Lengths may be larger than any literal: a number is exact enough. */
const countOf = (value: string): number => Number(value.trim());

const COUNTS: ReadonlySet<string> = new Set([
  'length',
  'minLength',
  'maxLength',
  'totalDigits',
  'fractionDigits',
]);
const BOUNDS: ReadonlySet<string> = new Set(['minInclusive', 'minExclusive', 'maxInclusive', 'maxExclusive']);
