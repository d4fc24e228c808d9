import type { SimpleTypeBinding } from '../../analysis/binding/index.js';
import type { Annotation, SimpleType } from '../../model/schema/index.js';
import type { Code } from '../../printer/index.js';
import {
  code,
  exported,
  identifier,
  joinCode,
  lines,
  NO_CODE,
  propertyName,
  quote,
  raw,
  typeAfterEquals,
} from '../../printer/index.js';
import { PRINT_WIDTH } from '../../printer/index.js';
import { isDeclared, simpleDefinition } from '../value-type/value-type.js';
import { documentation } from './documentation.js';
import { quantityOf } from './quantity.js';
import type { TypesContext } from './types-context.js';

/** Whether the type is printed at all: what has neither a name nor values of its own stands where it is used. */
export function hasDeclaration(ctx: TypesContext, binding: SimpleTypeBinding): boolean {
  const type = ctx.schema.types.get(binding.id);
  return type?.kind === 'simple-type' && isDeclared(type, binding.enumeration.length > 0);
}

/** An alias; with a constant object of the values for an enumeration, of unit and multiplier for a quantity. */
export function simpleTypeDeclaration(ctx: TypesContext, binding: SimpleTypeBinding): Code {
  const type = ctx.schema.types.get(binding.id);
  if (type?.kind !== 'simple-type' || !hasDeclaration(ctx, binding)) return NO_CODE;
  const doc = documentation({ annotations: [type.annotation], component: binding.id });
  const body =
    binding.enumeration.length > 0 ? enumerationCode(binding, type) : aliasCode(ctx, binding, type);
  return joinCode(
    [doc, body].filter((item) => item !== NO_CODE),
    '\n',
  );
}

function aliasCode(ctx: TypesContext, binding: SimpleTypeBinding, type: SimpleType): Code {
  const head = `export type ${binding.name} =`;
  const alias = code`export type ${identifier(binding.name)} =${typeAfterEquals(simpleDefinition(ctx, type), head.length)};`;
  const quantity = Object.entries(quantityOf(type.annotation));
  if (quantity.length === 0) return alias;
  const facts = joinCode(
    quantity.map(([key, value]) => code`${identifier(key)}: ${value}`),
    ', ',
  );
  return code`
    ${alias}
    /** What the values are measured in. */
    ${exported('const', binding.name)} = { ${facts} } as const;
  `;
}

function enumerationCode(binding: SimpleTypeBinding, type: SimpleType): Code {
  const annotations = new Map<string, Annotation>();
  for (const facet of type.facets)
    if (facet.kind === 'enumeration') annotations.set(facet.value, facet.annotation);
  const members = binding.enumeration.map(({ value, member }) => {
    const annotation = annotations.get(value);
    const doc = annotation === undefined ? NO_CODE : documentation({ annotations: [annotation] });
    return lines([doc, memberLine(member, value)]);
  });
  const name = identifier(binding.name);
  const line = `export type ${name.name} = (typeof ${name.name})[keyof typeof ${name.name}];`;
  const gap = line.length <= PRINT_WIDTH ? raw(' ') : raw('\n  ');
  return code`
    ${exported('const', binding.name)} = {
      ${lines(members)}
    } as const;
    export type ${name} =${gap}(typeof ${name})[keyof typeof ${name}];
  `;
}

/** Prettier puts a value on its own line where both do not fit on one. */
function memberLine(member: string, value: string): Code {
  const fits = 4 + member.length + quote(value).length + 1 <= PRINT_WIDTH;
  return joinCode([propertyName(member), raw(fits ? ': ' : ':\n  '), code`${value}`, raw(',')], '');
}
