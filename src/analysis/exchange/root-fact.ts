import type { ComponentId, Schema } from '../../model/schema/index.js';
import { kindOfRoot } from '../../runtime/envelope/kind-of-root.js';
import { ENVELOPE, type Shape, type ShapeField } from '../../runtime/envelope/shape.js';
import type { Binding, ComplexTypeBinding, FieldBinding, MessageBinding } from '../binding/index.js';
import type { RootFact } from './exchange.js';

/** What is gathered while the types below a root are walked. */
interface Walk {
  readonly schema: Schema;
  readonly binding: Binding;
  readonly fields: Set<string>;
  readonly names: Map<string, string>;
  readonly wrapped: Map<string, string>;
  readonly elements: Map<string, { readonly message: MessageBinding; readonly many: boolean }>;
  readonly heads: Map<
    string,
    { readonly members: ReadonlyMap<string, MessageBinding>; readonly many: boolean }
  >;
  plainIds: boolean;
  readonly seen: Set<Shape>;
}

/** How a root element of an envelope is bound to the model of messages that knows no edition. */
export function rootFact(
  schema: Schema,
  binding: Binding,
  message: MessageBinding,
  isTyped: boolean,
): RootFact | undefined {
  const { kind, noun, verb } = kindOfRoot(message.localName);
  if (kind === undefined) return undefined;
  const walk: Walk = {
    schema,
    binding,
    fields: new Set(),
    names: new Map(),
    wrapped: new Map(),
    elements: new Map(),
    heads: new Map(),
    plainIds: false,
    seen: new Set(),
  };
  visit(walk, ENVELOPE, message.value.type);
  const { fields, names, wrapped, plainIds, elements, heads } = walk;
  return {
    message,
    kind,
    noun: isTyped ? noun : undefined,
    verb: isTyped ? verb : undefined,
    fields,
    names,
    wrapped,
    plainIds,
    elements,
    heads,
  };
}

/** The fields of a complex type, if it has such. */
export function fieldsOf(binding: Binding, type: ComponentId): readonly FieldBinding[] {
  const content = binding.complexTypes.get(type)?.content;
  return content?.kind === 'fields' ? content.fields : [];
}

/** Notes in what a type differs from the shape. A shape is the same wherever it is. */
function visit(walk: Walk, shape: Shape, type: ComponentId): void {
  if (walk.seen.has(shape)) return;
  walk.seen.add(shape);
  const bound = walk.binding.complexTypes.get(type);
  if (bound === undefined) {
    if (shape.name === 'id') walk.plainIds = true;
    return;
  }
  if (shape.name === 'id') {
    visitId(walk, shape, bound);
    return;
  }
  const taken = new Set<FieldBinding>();
  const fields = fieldsOf(walk.binding, type);
  for (const field of shape.fields) {
    const found = fields.find((one) => isFor(field, one));
    if (found === undefined) continue;
    taken.add(found);
    walk.fields.add(`${shape.name}.${field.key}`);
    if (found.property !== field.name) walk.names.set(`${shape.name}.${field.key}`, found.property);
    if (found.content.kind === 'wildcard') continue;
    const { type: inner } = found.content.value;
    if (field.kind === 'record') visit(walk, field.shape, inner);
    else {
      const content = walk.binding.complexTypes.get(inner)?.content;
      if (content?.kind === 'simple') walk.wrapped.set(`${shape.name}.${field.key}`, content.property);
    }
  }
  if (shape.fields.some(({ kind }) => kind === 'open'))
    for (const field of fields) if (!taken.has(field)) noteElement(walk, field);
}

/** An element of a payload that the schema declares. */
function noteElement(walk: Walk, { property, content, list }: FieldBinding): void {
  if (content.kind === 'wildcard') return;
  if (content.substitutions.length > 0) {
    const members = content.substitutions.flatMap(({ name, element }) => {
      const message = walk.binding.messages.get(element);
      return message === undefined ? [] : [[name, message] as const];
    });
    walk.heads.set(property, { members: new Map(members), many: list });
    return;
  }
  const message = walk.binding.messages.get(content.element);
  if (message !== undefined) walk.elements.set(property, { message, many: list });
}

function visitId(walk: Walk, shape: Shape, { attributes, content }: ComplexTypeBinding): void {
  if (content.kind === 'simple' && content.property !== 'value') walk.names.set('id.value', content.property);
  for (const field of shape.fields) {
    const attribute = attributes.find(({ localName }) => localName === field.name);
    if (attribute !== undefined && attribute.property !== field.name)
      walk.names.set(`id.${field.key}`, attribute.property);
  }
}

/** Whether a property of a codec is the one that a field of the model means. */
function isFor(field: ShapeField, { content }: FieldBinding): boolean {
  if (content.kind === 'wildcard') return field.kind === 'open';
  if (field.kind === 'open') return false;
  const name = content.localName.toLowerCase();
  return name === field.name.toLowerCase() || OTHER_NAMES.get(field.key) === name;
}

/** What other editions call a field: the second a compressed payload, that of 2008 a result. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['compressed', 'compressedpayload'],
  ['result', 'replycode'],
]);
