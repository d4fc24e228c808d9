import type { MessageBinding } from '../../analysis/binding/index.js';
import type { Code } from '../../printer/index.js';
import { code, identifier, joinCode, NO_CODE, typeAfterEquals } from '../../printer/index.js';
import { elementValueType, substitutionUnion } from '../value-type/value-type.js';
import { documentation } from './documentation.js';
import type { TypesContext } from './types-context.js';

/** An alias for the value of a global element, where no type of the module has its name. */
export function messageDeclaration(
  ctx: TypesContext,
  binding: MessageBinding,
  isDeclared: (name: string) => boolean,
): Code {
  if (isDeclared(binding.name)) return NO_CODE;
  const element = ctx.schema.elements.get(binding.element);
  const doc = documentation({
    annotations: element === undefined ? [] : [element.annotation],
    component: binding.element,
  });
  const head = `export type ${binding.name} =`;
  const alias = code`export type ${identifier(binding.name)} =${typeAfterEquals(elementValueType(ctx, binding.value), head.length)};`;
  return joinCode(
    [doc, alias].filter((item) => item !== NO_CODE),
    '\n',
  );
}

/** `AnyShapeElement`: the head of a substitution group or one of its members, told apart by `$type`. */
export function substitutionDeclaration(ctx: TypesContext, binding: MessageBinding): Code {
  if (binding.union === undefined) return NO_CODE;
  const { name, substitutions } = binding.union;
  const head = `export type ${name} =`;
  return code`
    /** An element of the substitution group of ${identifier(binding.name)}. */
    export type ${identifier(name)} =${typeAfterEquals(substitutionUnion(ctx, substitutions), head.length)};
  `;
}
