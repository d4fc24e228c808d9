import type { Binding, ComplexTypeBinding } from '../../analysis/binding/binding.js';
import type {
  ComponentId,
  ElementDeclaration,
  Schema,
  SimpleType,
  TypeDefinition,
} from '../../model/schema/index.js';
import { invariant } from '../../foundation/invariant.js';
import { XSD_NAMESPACE, clark } from '../../foundation/expanded-name.js';
import { simpleTypeCodec } from '../../analysis/simple-type/index.js';
import { type Code, type ImportSymbol, annotation, code } from '../../printer/index.js';

export interface CodecOptions {
  /** The module that generated code imports. */
  readonly runtime: string;
  /** `native`: numbers that a JavaScript number can hold are numbers. */
  readonly numbers: 'lexical' | 'native';
  /** Paths of streamable records below each root element, by the element's Clark name. Direct lists are always there. */
  readonly records: Readonly<Record<string, readonly string[]>>;
  /** Prefixes by namespace, for messages. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** Whether decoding fills in defaults where the caller does not say. */
  readonly applyDefaults?: boolean;
  /** Samples as XML by global element id, made by `samples`. */
  readonly samples: ReadonlyMap<ComponentId, string>;
  /** In memory, all modules share one scope: messages are then called by their codec names. */
  readonly scope?: 'modules' | 'script';
}

/** What the parts of the codec emitter share: the model, the binding, and the names of what the parts print. */
export interface CodecContext {
  readonly schema: Schema;
  readonly binding: Binding;
  readonly options: CodecOptions;
  /** Types that an element which may be nil can have. */
  readonly nilTypes: ReadonlySet<ComponentId>;
  /** Types that an element with a default or fixed value can have. */
  readonly valuedTypes: ReadonlySet<ComponentId>;
  readonly rt: (name: string) => ImportSymbol;
  /** What only streams need: an entry of its own. */
  readonly streamRt: (name: string) => ImportSymbol;
}

export const SIMPLE_TYPES_MODULE = './simple-types.js';
export const REGISTRY_MODULE = './registry.js';

/** The module path of a namespace's codec: `./meter-readings/codec.js`. */
export const codecModule = (module: string): string => `./${module}/codec.js`;

/** The prefixes of all namespaces, shared by the messages. */
export const prefixesSymbol: ImportSymbol = {
  module: './prefixes.js',
  name: 'prefixes',
};

export const registrySymbol: ImportSymbol = {
  module: REGISTRY_MODULE,
  name: 'registry',
};

export const ANY_TYPE_ID = `type:{${XSD_NAMESPACE}}anyType`;
export const ANY_SIMPLE_TYPE_ID = `type:{${XSD_NAMESPACE}}anySimpleType`;

export function typeOf(ctx: CodecContext, id: ComponentId): TypeDefinition {
  const type = ctx.schema.types.get(id);
  invariant(type, `type ${id} is not in the schema`);
  return type;
}

/** Whether the content type is empty (3.4.2): not even white space may stand in it, as it may in a group of nothing. */
export function isEmptyContent(ctx: CodecContext, id: ComponentId): boolean {
  const type = typeOf(ctx, id);
  return type.kind === 'complex-type' && type.contentType.kind === 'empty';
}

export function elementOf(ctx: CodecContext, id: ComponentId): ElementDeclaration {
  const element = ctx.schema.elements.get(id);
  invariant(element, `element ${id} is not in the schema`);
  return element;
}

export function complexBindingOf(ctx: CodecContext, id: ComponentId): ComplexTypeBinding {
  const binding = ctx.binding.complexTypes.get(id);
  invariant(binding, `complex type ${id} has no binding`);
  return binding;
}

const inCodec = (binding: { readonly module: string }, name: string): ImportSymbol => ({
  module: codecModule(binding.module),
  name,
});

export const readSymbol = (type: ComplexTypeBinding): ImportSymbol => inCodec(type, `read${type.codecName}`);
export const writeSymbol = (type: ComplexTypeBinding): ImportSymbol =>
  inCodec(type, `write${type.codecName}`);
export const waySymbol = (type: ComplexTypeBinding): ImportSymbol => ({
  module: `./${type.module}/streams.js`,
  name: `way${type.codecName}`,
});
/** The descriptor of a complex type: `MeterReading_`. */
export const infoSymbol = (type: ComplexTypeBinding): ImportSymbol => inCodec(type, `${type.codecName}_`);
/** The descriptor constant of a message. */
export const messageName = (
  ctx: CodecContext,
  message: { readonly name: string; readonly codecName: string },
): string => (ctx.options.scope === 'script' ? `${message.codecName}_message` : message.name);
export const elementSymbol = (message: {
  readonly module: string;
  readonly codecName: string;
}): ImportSymbol => inCodec(message, `${message.codecName}_`);

/** The codec of a simple type: a built-in one from the runtime, or one of the generated module of simple types. */
export function simpleSymbol(ctx: CodecContext, id: ComponentId): ImportSymbol {
  const type = typeOf(ctx, id);
  if (type.kind !== 'simple-type') return ctx.rt('anySimpleType');
  if (isBuiltIn(type)) return ctx.rt(type.name?.localName ?? 'anySimpleType');
  const binding = ctx.binding.simpleTypes.get(id);
  invariant(binding, `simple type ${id} has no binding`);
  return { module: SIMPLE_TYPES_MODULE, name: `${binding.codecName}_` };
}

export const isBuiltIn = (type: TypeDefinition): boolean =>
  type.name?.namespace === XSD_NAMESPACE && type.span.source === '';

/** A type as `TypeInfo` of the runtime. */
export function typeInfo(ctx: CodecContext, id: ComponentId): Code {
  if (id === ANY_TYPE_ID) return code`${ctx.rt('anyTypeInfo')}`;
  const type = typeOf(ctx, id);
  if (type.kind === 'complex-type') return code`${infoSymbol(complexBindingOf(ctx, id))}`;
  const name = type.name === undefined ? '' : clark(type.name);
  return code`{ kind: 'simple'${annotation` as const`}, name: ${name}, codec: ${simpleSymbol(ctx, id)} }`;
}

/** Types that some elements can have: the declared ones and all that are derived from them. */
export function typesOfElements(
  schema: Schema,
  wanted: (element: ElementDeclaration) => boolean,
): ReadonlySet<ComponentId> {
  const declared = new Set<ComponentId>();
  for (const element of schema.elements.values()) if (wanted(element)) declared.add(element.type);
  const all = new Set<ComponentId>();
  for (const type of schema.types.values()) {
    if (type.kind !== 'complex-type') continue;
    const seen = new Set<ComponentId>();
    for (
      let at: TypeDefinition | undefined = type;
      at !== undefined && !seen.has(at.id);
      at = schema.types.get(at.baseType)
    ) {
      seen.add(at.id);
      if (declared.has(at.id)) {
        all.add(type.id);
        break;
      }
    }
  }
  return all;
}

/** How the literal of a simple type becomes a value: the name of a runtime function, or none where it is the value. */
export function mappingOf(ctx: CodecContext, id: ComponentId): Mapping {
  const type = typeOf(ctx, id);
  return type.kind === 'simple-type' ? mappingOfSimple(ctx, type) : 'text';
}

/** A `bit` is a boolean whose pattern takes digits alone; a `qname` is a literal that may have names in it. */
type Item = 'text' | 'boolean' | 'bit' | 'number' | 'qname';
export type Mapping = Item | `${Item}s`;

const NATIVE: ReadonlySet<string> = new Set(
  'byte short int unsignedByte unsignedShort unsignedInt float double'.split(' '),
);

function mappingOfSimple(ctx: CodecContext, type: SimpleType): Mapping {
  const codec = simpleTypeCodec(ctx.schema, type.id);
  if (type.variety.kind === 'union') return codec.kept === undefined ? 'text' : 'qname';
  if (type.variety.kind === 'list') {
    const item = mappingOf(ctx, type.variety.itemType);
    // An item is no list.
    return item.endsWith('s') ? 'texts' : `${item as Item}s`;
  }
  for (let at: TypeDefinition | undefined = type; at !== undefined; at = ctx.schema.types.get(at.baseType)) {
    if (!isBuiltIn(at)) continue;
    const name = at.name?.localName ?? '';
    if (name === 'boolean') return isBit(codec) ? 'bit' : 'boolean';
    if (name === 'QName' || name === 'NOTATION') return 'qname';
    if (ctx.options.numbers === 'native' && NATIVE.has(name)) return 'number';
    return 'text';
  }
  return 'text';
}

type SimpleTypeCodec = ReturnType<typeof simpleTypeCodec>;

/** Whether a boolean can only be written as a digit. */
const isBit = (codec: SimpleTypeCodec): boolean =>
  BOOLEANS.some(([word, digit]) => !accepts(codec, word) && accepts(codec, digit));

const accepts = (codec: SimpleTypeCodec, literal: string): boolean =>
  codec.check(literal, () => undefined) === undefined;

const BOOLEANS: readonly (readonly [word: string, digit: string])[] = [
  ['true', '1'],
  ['false', '0'],
];

/** Wraps an expression for a literal so that it gives the value. */
export function fromLiteral(ctx: CodecContext, mapping: Mapping, literal: Code): Code {
  switch (mapping) {
    case 'text':
    case 'qname':
      return literal;
    case 'boolean':
    case 'bit':
      return code`${ctx.rt('booleanFrom')}(${literal})`;
    case 'number':
      return code`${ctx.rt('numberFrom')}(${literal})`;
    case 'texts':
    case 'qnames':
      return code`${ctx.rt('itemsFrom')}(${literal})`;
    case 'booleans':
    case 'bits':
      return code`${ctx.rt('itemsFrom')}(${literal}, ${ctx.rt('booleanFrom')})`;
    case 'numbers':
      return code`${ctx.rt('itemsFrom')}(${literal}, ${ctx.rt('numberFrom')})`;
  }
}

/** Wraps an expression for a value so that it gives the literal. */
export function toLiteral(ctx: CodecContext, mapping: Mapping, value: Code): Code {
  switch (mapping) {
    case 'text':
    case 'boolean':
      return value;
    case 'bit':
      return code`${ctx.rt('bitText')}(${value})`;
    case 'number':
      return code`${ctx.rt('numberText')}(${value})`;
    case 'qname':
      return code`${ctx.rt('qnameText')}(w, ${value})`;
    case 'texts':
    case 'booleans':
      return code`${ctx.rt('itemsText')}(${value})`;
    case 'bits':
      return code`${ctx.rt('itemsText')}(${value}, ${ctx.rt('bitText')})`;
    case 'numbers':
      return code`${ctx.rt('itemsText')}(${value}, ${ctx.rt('numberText')})`;
    case 'qnames':
      return code`${ctx.rt('qnamesText')}(w, ${value})`;
  }
}
