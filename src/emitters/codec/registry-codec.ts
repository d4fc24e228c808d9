import { derivationMethod } from '../../analysis/content-model/derived-types.js';
import { XSI_NAMESPACE, clark, compareText } from '../../foundation/expanded-name.js';
import type { TypeDefinition } from '../../model/schema/index.js';
import {
  annotation,
  code,
  delimited,
  exported,
  lines,
  literal,
  propertyName,
  type Code,
} from '../../printer/index.js';
import {
  elementSymbol,
  isBuiltIn,
  simpleSymbol,
  typeInfo,
  typeOf,
  type CodecContext,
} from './codec-context.js';

/** All types, global elements and attributes by name, for `xsi:type` and wildcards. Built when it is asked for. */
export function registryCodec(ctx: CodecContext): readonly Code[] {
  const types = [...ctx.schema.types.values()]
    .filter((type) => type.name !== undefined && !isBuiltIn(type))
    .sort((a, b) => compareText(a.id, b.id))
    .map((type) => registeredType(ctx, type));
  const elements = [...ctx.binding.messages.values()]
    .sort((a, b) => compareText(a.element, b.element))
    .map((message) => code`${propertyName(clark(message))}: ${elementSymbol(message)},`);
  const attributes = [...ctx.schema.attributes.values()]
    .filter(({ scope, name }) => scope === 'global' && name.namespace !== XSI_NAMESPACE)
    .sort((a, b) => compareText(a.id, b.id))
    .map((attribute) => {
      const fixed =
        attribute.valueConstraint?.kind === 'fixed' ? attribute.valueConstraint.lexical : undefined;
      return code`${propertyName(clark(attribute.name))}: { codec: ${simpleSymbol(ctx, attribute.type)}${fixed === undefined ? code`` : code`, fixed: ${fixed}`} },`;
    });
  return [
    code`let built${annotation`: ${ctx.rt('Registry')} | undefined`};`,
    code`${exported('function', 'registry')}()${annotation`: ${ctx.rt('Registry')}`} {
      return (built ??= ${ctx.rt('makeRegistry')}({
        types: {
          ${lines(types)}
        },
        elements: {
          ${lines(elements)}
        },
        attributes: {
          ${lines(attributes)}
        },
      }));
    }`,
  ];
}

function registeredType(ctx: CodecContext, type: TypeDefinition): Code {
  let base = typeOf(ctx, type.baseType);
  while (base.name === undefined) base = typeOf(ctx, base.baseType);
  const name = type.name === undefined ? '' : clark(type.name);
  const members = [
    code`type: ${typeInfo(ctx, type.id)}`,
    code`base: ${clark(base.name)}`,
    code`method: ${derivationMethod(ctx.schema, type)}`,
  ];
  if (type.kind === 'complex-type' && type.abstract) members.push(code`abstract: true`);
  if (type.kind === 'complex-type' && type.prohibitedSubstitutions.length > 0)
    members.push(code`block: ${literal([...type.prohibitedSubstitutions])}`);
  return code`${propertyName(name)}: ${delimited('{}', members, name.length + 8)},`;
}
