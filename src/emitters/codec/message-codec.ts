import type { MessageBinding } from '../../analysis/binding/binding.js';
import type { ComponentId } from '../../model/schema/index.js';
import { NO_CODE, annotation, code, exported, identifier, joinCode, literal, propertyName, type Code } from '../../printer/index.js';
import {
  ANY_TYPE_ID,
  complexBindingOf,
  elementOf,
  elementSymbol,
  messageName,
  registrySymbol,
  typeOf,
  waySymbol,
  type CodecContext,
} from './codec-context.js';
import { elementInfo, isSpecial } from './element-descriptor-code.js';
import type { RecordPath } from './way-code.js';

/** The descriptor of a global element as such, for references to it, substitution groups and wildcards. */
export function globalElement(ctx: CodecContext, message: MessageBinding): Code {
  const element = elementOf(ctx, message.element);
  return code`${exported('const', elementSymbol(message).name)}${annotation`: ${ctx.rt('ElementInfo')}`} = ${elementInfo(ctx, element, message.value)};`;
}

/** What a message needs besides its element. */
export interface MessageFacts {
  readonly records: readonly RecordPath[];
  /** Wildcards or `xs:anyType` below it ask for the registry. */
  readonly isOpen: boolean;
  readonly unqualified: boolean;
}

/** The message descriptor: `export const MeterReadings = message<…>({ … })`. */
export function messageDescriptor(ctx: CodecContext, message: MessageBinding, facts: MessageFacts): Code {
  const element = elementOf(ctx, message.element);
  const type = typeOf(ctx, element.type);
  const members: Code[] = [
    code`element: ${elementSymbol(message)}`,
    code`namespace: ${message.namespace}`,
    code`localName: ${message.localName}`,
    code`prefixes: ${literal({ ...ctx.options.prefixes })}`,
  ];
  if (facts.unqualified) members.push(code`unqualified: true`);
  if (!isSpecial(ctx, element, message.value) && element.type !== ANY_TYPE_ID && type.kind === 'complex-type')
    members.push(code`plain: true`);
  if (facts.isOpen) members.push(code`registry: ${registrySymbol}`);
  if (facts.records.length > 0) {
    const records = facts.records.map(
      ({ name, numbers, types }) =>
        code`${propertyName(name)}: /* @__PURE__ */ ${ctx.rt('records')}(${waySymbol(complexBindingOf(ctx, types[0] as ComponentId))}, ${literal([...numbers])})`,
    );
    members.push(code`records: { ${joinCode(records, ', ')} }`);
  }
  const sample = ctx.options.samples.get(message.element);
  if (sample !== undefined) members.push(code`sample: ${sample}`);
  const name = identifier(messageName(ctx, message));
  return code`${annotation`export type ${name} = ${typeRef(message)};`}
    ${exported('const', messageName(ctx, message))} = /* @__PURE__ */ ${ctx.rt('message')}${annotation`<${name}${recordTypes(ctx, facts)}>`}({
      ${joinCode(members, ',\n')},
    });`;
}

const typeRef = (message: MessageBinding) => ({
  module: `./${message.module}/types.js`,
  name: message.name,
  typeOnly: true as const,
});

/** The type of each record: `Record<'MeterReading', MeterReading>`. */
function recordTypes(ctx: CodecContext, facts: MessageFacts): Code {
  if (facts.records.length === 0) return NO_CODE;
  const records = facts.records.map(({ name, record }) => {
    const type = typeOf(ctx, elementOf(ctx, record.element).type);
    const binding = ctx.binding.complexTypes.get(type.id);
    const isPlain = binding !== undefined && record.value.derived.length === 0 && record.substitution === undefined && !record.value.nillable;
    const shape = isPlain
      ? code`${{ module: `./${binding.module}/types.js`, name: binding.name, typeOnly: true as const }}`
      : code`unknown`;
    return code`readonly ${propertyName(name)}: ${shape}`;
  });
  return code`, { ${joinCode(records, '; ')} }`;
}

