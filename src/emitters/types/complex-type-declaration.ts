import type { ComplexTypeBinding, FieldBinding, Shape } from '../../analysis/binding/index.js';
import { isPlainInterface } from '../../analysis/binding/index.js';
import { alternativesRelaxed } from '../../diagnostics/catalogue/gen.js';
import type { Code } from '../../printer/index.js';
import {
  code,
  hanging,
  identifier,
  indent,
  joinCode,
  lines,
  NO_CODE,
  raw,
  typeAfterEquals,
} from '../../printer/index.js';
import { complexTypeReference, derivedUnion } from '../value-type/value-type.js';
import type { PropertySet } from './alternatives.js';
import { alternativesOf, alternativesSize, fieldsOf } from './alternatives.js';
import { documentation } from './documentation.js';
import type { Property } from './property.js';
import {
  absentProperty,
  attributeProperties,
  contentProperties,
  fieldProperty,
  propertyCode,
  relaxedProperty,
} from './property.js';
import type { TypesContext } from './types-context.js';

/** More combinations than this make the type checker slow or make it give up; it stops at 100,000. */
const MOST_COMBINATIONS = 512;
/** More properties than this, alternatives that are not taken included, nobody can read. */
const MOST_PROPERTIES = 2048;

/** An interface; a type alias where the content model has alternatives. */
export function complexTypeDeclaration(ctx: TypesContext, binding: ComplexTypeBinding): Code {
  const type = ctx.schema.types.get(binding.id);
  const doc = documentation({
    annotations: type === undefined ? [] : [type.annotation],
    component: binding.id,
  });
  return isPlainInterface(binding) ? interfaceCode(ctx, binding, doc) : aliasCode(ctx, binding, doc);
}

/** `AnyReading`: the type or any type derived from it. */
export function derivedUnionDeclaration(ctx: TypesContext, binding: ComplexTypeBinding): Code {
  if (binding.union === undefined) return NO_CODE;
  const { name, derived } = binding.union;
  const head = `export type ${name} =`;
  return code`
    /** ${identifier(binding.name)}, or a type derived from it that xsi:type names. */
    export type ${identifier(name)} =${typeAfterEquals(derivedUnion(ctx, binding.id, binding.abstract, derived), head.length)};
  `;
}

function interfaceCode(ctx: TypesContext, binding: ComplexTypeBinding, doc: Code): Code {
  const { content } = binding;
  const fields = content.kind === 'fields' ? content.fields.map((field) => fieldProperty(ctx, field)) : [];
  const all = [...attributeProperties(ctx, binding), ...contentProperties(ctx, binding), ...fields];
  const base = binding.extends === undefined ? undefined : ctx.binding.complexTypes.get(binding.extends);
  const inherited = new Set(base === undefined ? [] : propertyNamesOf(base));
  const own = all.filter(({ name }) => !inherited.has(name));
  const reference = base === undefined ? undefined : complexTypeReference(ctx, base.id);
  const from = reference?.kind === 'reference' ? code` extends ${reference.symbol}` : NO_CODE;
  const head = code`export interface ${identifier(binding.name)}${from} `;
  return joinCode([doc, joinCode([head, block(own, 0)], '')].filter(isSaid), '\n');
}

function propertyNamesOf(binding: ComplexTypeBinding): readonly string[] {
  const { content } = binding;
  const inContent =
    content.kind === 'fields'
      ? [...content.fields.map(({ property }) => property), ...(content.all ? ['$order'] : [])]
      : content.kind === 'empty'
        ? []
        : [content.property];
  const attributes = binding.attributes.map(({ property }) => property);
  return [
    ...inContent,
    ...attributes,
    ...(binding.anyAttribute === undefined ? [] : [binding.anyAttribute.property]),
  ];
}

function aliasCode(ctx: TypesContext, binding: ComplexTypeBinding, doc: Code): Code {
  const { content } = binding;
  if (content.kind !== 'fields') return interfaceCode(ctx, binding, doc);
  const { kept, relaxed } = bearable(content.shape);
  if (relaxed.length > 0) {
    ctx.diagnostics.add(alternativesRelaxed, {
      at: ctx.schema.types.get(binding.id)?.span,
      component: binding.id,
      count: relaxed.length,
    });
  }
  const set = alternativesOf(kept, content.fields);
  const before = [...attributeProperties(ctx, binding), ...contentProperties(ctx, binding)];
  const head = code`export type ${identifier(binding.name)} =`;
  const plain = new Set(set.present);
  const loose = new Set(relaxed.map((index) => content.fields[index]));
  const own = content.fields.flatMap((field) =>
    loose.has(field) ? [relaxedProperty(ctx, field)] : plain.has(field) ? [fieldProperty(ctx, field)] : [],
  );
  const body = intersection(ctx, [...before, ...own], set.choices, 0);
  return joinCode([doc, joinCode([head, body, raw(';')], '')].filter(isSaid), '\n');
}

/** Takes out alternatives, from the last group on, until the rest can be borne. */
function bearable(shape: Shape): { readonly kept: Shape; readonly relaxed: readonly number[] } {
  const members = shape.kind === 'all' ? shape.members : [shape];
  const kept: Shape[] = [];
  const relaxed: number[] = [];
  let combinations = 1;
  let properties = 0;
  for (const member of members) {
    const size = alternativesSize(member);
    const isSmall =
      combinations * size.combinations <= MOST_COMBINATIONS &&
      properties + size.properties <= MOST_PROPERTIES;
    if (member.kind === 'field' || isSmall) {
      combinations *= size.combinations;
      properties += size.properties;
      kept.push(member);
    } else relaxed.push(...fieldsOf(member));
  }
  return { kept: { kind: 'all', members: kept }, relaxed };
}

/** What follows the `=`: properties, and alternatives in brackets, joined by `&`. */
function intersection(
  ctx: TypesContext,
  properties: readonly Property[],
  choices: readonly (readonly PropertySet[])[],
  indentation: number,
): Code {
  const [first, ...others] = choices;
  if (first === undefined) return joinCode([raw(' '), block(properties, indentation)], '');
  if (properties.length === 0 && others.length === 0) {
    return joinCode([raw('\n'), indent(unionLines(ctx, first, indentation + 2))], '');
  }
  const inner = (choice: readonly PropertySet[], depth: number): Code =>
    joinCode([raw('(\n'), indent(unionLines(ctx, choice, depth + 2)), raw('\n)')], '');
  const more = others.map((choice) => joinCode([raw(' &\n'), indent(inner(choice, indentation + 2))], ''));
  const start =
    properties.length === 0
      ? [raw(' '), inner(first, indentation)]
      : [raw(' '), block(properties, indentation), raw(' & '), inner(first, indentation)];
  return joinCode([...start, ...more], '');
}

function unionLines(ctx: TypesContext, sets: readonly PropertySet[], indentation: number): Code {
  return lines(sets.map((set) => joinCode([raw('| '), hanging(alternative(ctx, set, indentation + 2))], '')));
}

function alternative(ctx: TypesContext, set: PropertySet, indentation: number): Code {
  const properties = inOrder(set).map(({ field, isPresent }) =>
    isPresent ? fieldProperty(ctx, field) : absentProperty(field),
  );
  if (set.choices.length === 0) return block(properties, indentation);
  const body = intersection(ctx, properties, set.choices, indentation);
  return joinCode([raw('('), withoutSpace(body), raw(')')], '');
}

/** `intersection` starts with the space that follows an `=`. */
const withoutSpace = (body: Code): Code =>
  body.kind === 'joined' ? { ...body, members: body.members.slice(1) } : body;

function inOrder(set: PropertySet): readonly { readonly field: FieldBinding; readonly isPresent: boolean }[] {
  return [
    ...set.present.map((field) => ({ field, isPresent: true })),
    ...set.absent.map((field) => ({ field, isPresent: false })),
  ];
}

function block(properties: readonly Property[], indentation: number): Code {
  if (properties.length === 0) return raw('{}');
  const members = properties.map((property) => propertyCode(property, indentation + 2));
  return code`
    {
      ${lines(members)}
    }
  `;
}

const isSaid = (item: Code): boolean => item !== NO_CODE;
