import { derivationMethod } from '../../analysis/content-model/derived-types.js';
import { XSI_NAMESPACE, clark, compareText } from '../../foundation/expanded-name.js';
import type { Schema, TypeDefinition } from '../../model/schema/index.js';
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
  const unions = unionsByMember(ctx.schema);
  const types = [...ctx.schema.types.values()]
    .filter((type) => type.name !== undefined)
    .sort((a, b) => compareText(a.id, b.id))
    .map((type) => registeredType(ctx, type, unions.get(type.id) ?? []));
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

function registeredType(ctx: CodecContext, type: TypeDefinition, unions: readonly string[]): Code {
  const base = typeOf(ctx, type.baseType);
  const extra: Code[] = [];
  if (type.kind === 'complex-type' && type.abstract) extra.push(code`, abstract: true`);
  if (type.kind === 'complex-type' && type.prohibitedSubstitutions.length > 0)
    extra.push(code`, block: ${literal([...type.prohibitedSubstitutions])}`);
  if (unions.length > 0) extra.push(code`, unions: ${literal(unions)}`);
  const name = type.name === undefined ? '' : clark(type.name);
  const info =
    isBuiltIn(type) && type.kind === 'simple-type'
      ? code`{ kind: 'simple', name: ${name}, codec: ${simpleSymbol(ctx, type.id)} }`
      : typeInfo(ctx, type.id);
  return code`${propertyName(name)}: { type: ${info}, base: ${base.name === undefined ? '' : clark(base.name)}, method: ${derivationMethod(ctx.schema, type)}${lines(extra)} },`;
}

/** For each member type of a union, the names of the unions. */
function unionsByMember(schema: Schema): ReadonlyMap<string, readonly string[]> {
  const unions = new Map<string, string[]>();
  for (const type of schema.types.values()) {
    if (type.kind !== 'simple-type' || type.variety.kind !== 'union' || type.name === undefined) continue;
    for (const member of type.variety.memberTypes) {
      const list = unions.get(member) ?? [];
      list.push(clark(type.name));
      unions.set(member, list);
    }
  }
  return unions;
}
