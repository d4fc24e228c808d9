import type { MessageBinding } from '../../analysis/binding/binding.js';
import type { ComponentId } from '../../model/schema/index.js';
import {
  annotation,
  code,
  PRINT_WIDTH,
  delimited,
  docComment,
  exported,
  identifier,
  joinCode,
  literal,
  propertyName,
  typeCode,
  type Code,
} from '../../printer/index.js';
import { elementValueType, substitutionUnion, type ValueTypeContext } from '../value-type/value-type.js';
import {
  complexBindingOf,
  elementOf,
  elementSymbol,
  fromLiteral,
  mappingOf,
  messageName,
  prefixesSymbol,
  registrySymbol,
  toLiteral,
  typeOf,
  waySymbol,
  type CodecContext,
  type Mapping,
} from './codec-context.js';
import { elementInfo } from './element-descriptor-code.js';
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
    code`prefixes: ${prefixesSymbol}`,
  ];
  if (facts.unqualified) members.push(code`unqualified: true`);
  if (type.kind === 'simple-type') members.push(...literalMembers(ctx, mappingOf(ctx, element.type)));
  if (ctx.options.applyDefaults === false) members.push(code`applyDefaults: false`);
  if (facts.isOpen) members.push(code`registry: ${registrySymbol}`);
  if (facts.records.length > 0) {
    const streams = identifier(streamsName(message));
    // What only streams need is loaded when the first one starts.
    members.push(
      ctx.options.scope === 'script'
        ? code`records: () => Promise.resolve(${streams})`
        : code`records: () => import(${'./streams.js'}).then((m) => m.${streams})`,
    );
  }
  const sample = ctx.options.samples.get(message.element);
  if (sample !== undefined) {
    const written = sample.trimEnd().split('\n');
    members.push(
      code`sample: () => ${delimited(
        '[]',
        written.map((line) => code`${line}`),
        PRINT_WIDTH,
      )}.join('\\n')`,
    );
  }
  const name = identifier(messageName(ctx, message));
  const args = facts.records.length === 0 ? code`<${name}>` : code`<${name}, ${recordTypes(ctx, facts)}>`;
  const docs = element.annotation?.documentation.map(({ text }) => text) ?? [];
  return code`
    ${annotation`export type ${name} = ${typeRef(message)};`}
    ${docComment([`Reads, validates and writes ${message.localName} documents.`, ...docs])}
    ${exported('const', messageName(ctx, message))} = /* @__PURE__ */ ${ctx.rt('message')}${annotation`${args}`}({
      ${joinCode(members, ',\n')},
    });
  `;
}

/** What stands between the literal of a simple type and its value, where that is something. */
function literalMembers(ctx: CodecContext, mapping: Mapping): readonly Code[] {
  const text = identifier('literal');
  const value = identifier('value');
  const isName = mapping === 'qname' || mapping === 'qnames';
  const read = code`fromLiteral: (${text}) => ${fromLiteral(ctx, mapping, code`${text}`)}`;
  const write = code`toLiteral: (${identifier(isName ? 'w' : '_w')}, ${value}) => ${toLiteral(ctx, mapping, code`${value}`)}`;
  switch (mapping) {
    case 'text':
      return [];
    case 'boolean':
      return [read];
    case 'qname':
      return [write];
    default:
      return [read, write];
  }
}

const streamsName = (message: MessageBinding): string => `${message.codecName}_streams`;

/** The records of a message and the ways to them: `export const MeterReadingsElement_streams = { … }`. */
export function messageStreams(
  ctx: CodecContext,
  message: MessageBinding,
  records: readonly RecordPath[],
): Code {
  const members = records.map(
    ({ name, numbers, types }) =>
      code`${propertyName(name)}: /* @__PURE__ */ ${ctx.streamRt('records')}(() => ${waySymbol(complexBindingOf(ctx, types[0] as ComponentId))}, ${literal([...numbers])})`,
  );
  const type = annotation`: Readonly<Record<string, ${ctx.streamRt('RecordReader')}>>`;
  return code`${exported('const', streamsName(message))}${type} = ${delimited('{}', members, 90)};`;
}

const typeRef = (message: MessageBinding) => ({
  module: `./${message.module}/types.js`,
  name: message.name,
  typeOnly: true as const,
});

/** The type of each record by its path: `{ readonly MeterReading: MeterReading }`. */
function recordTypes(ctx: CodecContext, { records }: MessageFacts): Code {
  const values: ValueTypeContext = {
    schema: ctx.schema,
    binding: ctx.binding,
    runtime: ctx.options.runtime,
    numbers: ctx.options.numbers,
  };
  const properties = records.map(({ name, record: { substitution, value } }) => {
    const type =
      substitution === undefined
        ? elementValueType(values, value)
        : substitutionUnion(values, [{ name: substitution, value }]);
    return code`readonly ${propertyName(name)}: ${typeCode(type)};`;
  });
  return code`{
    ${joinCode(properties, '\n')}
  }`;
}
