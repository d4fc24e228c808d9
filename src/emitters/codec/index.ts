import type { Binding, MessageBinding } from '../../analysis/binding/binding.js';
import { clark } from '../../foundation/expanded-name.js';
import type { ComponentId, ContentType, Particle, Schema, TypeDefinition } from '../../model/schema/index.js';
import { code, exported, literal, type Code } from '../../printer/index.js';
import { complexTypeCodec } from './complex-type-codec.js';
import {
  ANY_SIMPLE_TYPE_ID,
  ANY_TYPE_ID,
  complexBindingOf,
  elementOf,
  typesOfElements,
  type CodecContext,
  type CodecOptions,
} from './codec-context.js';
import { globalElement, messageDescriptor, messageStreams, type MessageFacts } from './message-codec.js';
import { registryCodec } from './registry-codec.js';
import { simpleTypesCodec } from './simple-types-codec.js';
import { canBeWay, directRecords, recordPath, wayFunction, type RecordPath } from './way-code.js';

export type { CodecOptions } from './codec-context.js';

/** A module of generated code, not rendered yet. */
export interface CodeModule {
  /** Path below the output folder: `meter-readings/codec.ts`. */
  readonly path: string;
  readonly codes: readonly Code[];
}

/**
 * Emits codecs with compiled validation: `simple-types`, `registry`, and for each namespace `codec`, `messages` and `streams`.
 */
export function emitCodec(schema: Schema, binding: Binding, options: CodecOptions): readonly CodeModule[] {
  const ctx: CodecContext = {
    schema,
    binding,
    options,
    nilTypes: typesOfElements(schema, ({ nillable }) => nillable),
    valuedTypes: typesOfElements(schema, ({ valueConstraint }) => valueConstraint !== undefined),
    rt: (name) => ({ module: options.runtime, name }),
    streamRt: (name) => ({ module: `${options.runtime}/streams`, name }),
  };
  const records = recordsOf(ctx);
  const ways = waysOf(records);
  const open = openTypes(schema);
  const unqualified = hasUnqualified(schema);
  const modules: CodeModule[] = [
    { path: 'simple-types.ts', codes: simpleTypesCodec(ctx) },
    { path: 'prefixes.ts', codes: [prefixesCodec(options.prefixes)] },
  ];
  for (const module of binding.modules) {
    const types = module.complexTypes.map((id) => complexBindingOf(ctx, id));
    const messages = module.messages.flatMap((id) => binding.messages.get(id) ?? []);
    modules.push({
      path: `${module.path}/codec.ts`,
      codes: [
        ...types.flatMap((type) => complexTypeCodec(ctx, type)),
        ...messages.map((message) => globalElement(ctx, message)),
      ],
    });
    const streams = [
      ...types.filter(({ id }) => ways.has(id)).map(({ id }) => wayFunction(ctx, id, ways)),
      ...messages.flatMap((message) => {
        const paths = records.get(message.element) ?? [];
        return paths.length === 0 || message.abstract ? [] : [messageStreams(ctx, message, paths)];
      }),
    ];
    if (streams.length > 0) modules.push({ path: `${module.path}/streams.ts`, codes: streams });
    const descriptors = messages.filter(({ abstract }) => !abstract);
    if (descriptors.length > 0)
      modules.push({
        path: `${module.path}/messages.ts`,
        codes: descriptors.map((message) => messageDescriptor(ctx, message, factsOf(message))),
      });
  }
  modules.push({ path: 'registry.ts', codes: registryCodec(ctx) });
  return modules;

  function factsOf(message: MessageBinding): MessageFacts {
    const type = elementOf(ctx, message.element).type;
    return {
      records: records.get(message.element) ?? [],
      isOpen: open.has(type),
      unqualified: message.namespace !== '' && unqualified,
    };
  }
}

const prefixesCodec = (prefixes: CodecOptions['prefixes']): Code =>
  code`${exported('const', 'prefixes')} = ${literal({ ...prefixes })};`;

function recordsOf(ctx: CodecContext): ReadonlyMap<ComponentId, readonly RecordPath[]> {
  const records = new Map<ComponentId, readonly RecordPath[]>();
  for (const message of ctx.binding.messages.values()) {
    const { type } = elementOf(ctx, message.element);
    if (!canBeWay(ctx, type)) continue;
    const wanted = [
      ...directRecords(ctx, type),
      ...(ctx.options.records[clark(message)] ?? ctx.options.records[message.localName] ?? []),
    ];
    const paths = [...new Set(wanted)].flatMap((path) => recordPath(ctx, type, path) ?? []);
    const possible = paths.filter(({ types }) => types.every((id) => canBeWay(ctx, id)));
    if (possible.length > 0) records.set(message.element, possible);
  }
  return records;
}

/** The types on the way to some record, with the children that are records or lead to one. */
function waysOf(
  records: ReadonlyMap<ComponentId, readonly RecordPath[]>,
): ReadonlyMap<ComponentId, ReadonlySet<number>> {
  const ways = new Map<ComponentId, Set<number>>();
  for (const paths of records.values())
    for (const { types, numbers } of paths)
      types.forEach((id, level) => {
        const targets = ways.get(id) ?? new Set<number>();
        targets.add(numbers[level] as number);
        ways.set(id, targets);
      });
  return ways;
}

/** Types below which a strict or lax wildcard, `xs:anyType` or `xs:anySimpleType` can be met: any type may stand there. */
function openTypes(schema: Schema): ReadonlySet<ComponentId> {
  const users = new Map<ComponentId, Set<ComponentId>>();
  const open: ComponentId[] = [ANY_TYPE_ID as ComponentId, ANY_SIMPLE_TYPE_ID as ComponentId];
  for (const type of schema.types.values()) {
    if (type.kind !== 'complex-type') continue;
    if (hasOpenWildcard(type)) open.push(type.id);
    for (const used of typesUsed(schema, type)) {
      const set = users.get(used) ?? new Set<ComponentId>();
      set.add(type.id);
      users.set(used, set);
    }
  }
  const reached = new Set<ComponentId>();
  while (open.length > 0) {
    const id = open.pop() as ComponentId;
    if (reached.has(id)) continue;
    reached.add(id);
    for (const user of users.get(id) ?? []) open.push(user);
  }
  return reached;
}

function hasOpenWildcard(type: TypeDefinition): boolean {
  if (type.kind !== 'complex-type') return false;
  if (type.attributeWildcard !== undefined && type.attributeWildcard.processContents !== 'skip') return true;
  const particle = particleOf(type.contentType);
  return (
    particle !== undefined &&
    someLeaf(particle, ({ term }) => term.kind === 'wildcard' && term.processContents !== 'skip')
  );
}

const particleOf = (content: ContentType): Particle | undefined =>
  content.kind === 'element-only' || content.kind === 'mixed' ? content.particle : undefined;

function someLeaf(particle: Particle, test: (leaf: Particle) => boolean): boolean {
  const { term } = particle;
  return term.kind === 'model-group'
    ? term.particles.some((member) => someLeaf(member, test))
    : test(particle);
}

function typesUsed(schema: Schema, type: TypeDefinition): ReadonlySet<ComponentId> {
  const used = new Set<ComponentId>();
  const particle = type.kind === 'complex-type' ? particleOf(type.contentType) : undefined;
  if (particle !== undefined)
    someLeaf(particle, ({ term }) => {
      const element = term.kind === 'element-declaration-ref' ? schema.elements.get(term.element) : undefined;
      if (element !== undefined) used.add(element.type);
      return false;
    });
  return used;
}

/** Whether elements without a namespace occur, which forbid a default namespace. */
const hasUnqualified = (schema: Schema): boolean =>
  [...schema.elements.values()].some(({ name, scope }) => scope !== 'global' && name.namespace === '');
