import { derivationMethod } from '../../analysis/content-model/derived-types.js';
import { XSI_NAMESPACE, clark, compareText } from '../../foundation/expanded-name.js';
import type { TypeDefinition } from '../../model/schema/index.js';
import { annotation, code, exported, lines, literal, propertyName, type Code } from '../../printer/index.js';
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
    .filter((type) => type.name !== undefined)
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
      return (built ??= {
        types: {
          ${lines(types)}
        },
        elements: {
          ${lines(elements)}
        },
        attributes: {
          ${lines(attributes)}
        },
      });
    }`,
  ];
}

function registeredType(ctx: CodecContext, type: TypeDefinition): Code {
  let base = typeOf(ctx, type.baseType);
  while (base.name === undefined) base = typeOf(ctx, base.baseType);
  const extra: Code[] = [];
  if (type.kind === 'complex-type' && type.abstract) extra.push(code`, abstract: true`);
  if (type.kind === 'complex-type' && type.prohibitedSubstitutions.length > 0)
    extra.push(code`, block: ${literal([...type.prohibitedSubstitutions])}`);
  const name = type.name === undefined ? '' : clark(type.name);
  const info =
    isBuiltIn(type) && type.kind === 'simple-type'
      ? code`{ kind: 'simple', name: ${name}, codec: ${simpleSymbol(ctx, type.id)} }`
      : typeInfo(ctx, type.id);
  return code`${propertyName(name)}: { type: ${info}, base: ${clark(base.name)}, method: ${derivationMethod(ctx.schema, type)}${lines(extra)} },`;
}
