import { clarkOf, embed, type EmbeddedElement, type PayloadMessage } from './embedded-element.js';
import type { Shape, ShapeField } from './shape.js';

/** What is particular about the values of one codec. */
export interface ValueBinding {
  /** Properties by `shape.key`, where they are not called as in the published envelope: `header.noun`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Properties that hold declared elements: the payload of a strongly typed message. */
  readonly elements?: Readonly<Record<string, BoundElement>>;
  /** Texts that are values with attributes in this codec, by `shape.key`: the property with the text. */
  readonly wrapped?: Readonly<Record<string, string>>;
  /** Identifiers are plain texts. */
  readonly plainIds?: boolean;
  /** Properties that hold members of a substitution group, `{ $type, value }`: the payload of the second edition. */
  readonly heads?: Readonly<Record<string, BoundHead>>;
  /** Replies have a code in the place of a result, as in 2008. */
  readonly replyCodes?: boolean;
}

/** A substitution group in an envelope. */
export interface BoundHead {
  /** Messages by the value of `$type`. */
  readonly members: Readonly<Record<string, PayloadMessage>>;
  readonly many?: boolean;
}

/** A declared element in an envelope. */
export interface BoundElement {
  readonly message: PayloadMessage;
  /** It may be there several times: the property is an array. */
  readonly many?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The element of a reply that holds a code. */
const CODE = 'ReplyCode';

/** A part of the neutral model from the value that a codec read. What the model has no place for goes `beyond`. */
export function fromValue(shape: Shape, value: unknown, binding: ValueBinding): Fields {
  if (!isFields(value)) return { [shape.fields[0]?.key ?? 'value']: value };
  const part: Record<string, unknown> = {};
  let taken = 0;
  for (const field of shape.fields) {
    const found = value[nameOf(shape, field, binding)];
    if (found === undefined) continue;
    taken++;
    if (Array.isArray(found) && found.length === 0) continue;
    part[field.key] = fromField(shape, field, found, binding);
  }
  if (taken < countOf(value)) takeRest(shape, value, part, binding);
  if (shape.name === 'reply' && binding.replyCodes === true) {
    // The code itself is kept, so that it is the same when it is written again.
    part['beyond'] = { ...(isFields(part['beyond']) ? part['beyond'] : {}), [CODE]: part['result'] };
    part['result'] = resultOf(part['result']);
  }
  return part;
}

/** The value for a codec from a part of the neutral model. */
export function toValue(shape: Shape, part: unknown, binding: ValueBinding): unknown {
  if (!isFields(part)) return part;
  if (shape.name === 'id' && binding.plainIds === true) return part['value'];
  const value: Record<string, unknown> = { ...(isFields(part['beyond']) ? part['beyond'] : {}) };
  for (const field of shape.fields) {
    const found = part[field.key];
    if (found === undefined || (Array.isArray(found) && found.length === 0)) continue;
    if (field.kind === 'open') putElements(nameOf(shape, field, binding), shape, value, found, binding);
    else {
      const name = nameOf(shape, field, binding);
      if (field.kind === 'record') {
        const inner = field.shape;
        value[name] = Array.isArray(found)
          ? found.map((item) => toValue(inner, item, binding))
          : toValue(inner, found, binding);
      } else if (shape.name === 'reply' && field.key === 'result' && binding.replyCodes === true)
        value[name] ??= codeOf(part);
      else value[name] = toText(shape, field, found, binding);
    }
  }
  return value;
}

const nameOf = (shape: Shape, field: ShapeField, { names }: ValueBinding): string =>
  names?.[`${shape.name}.${field.key}`] ?? field.name;

function fromField(shape: Shape, field: ShapeField, found: unknown, binding: ValueBinding): unknown {
  switch (field.kind) {
    case 'open':
      // Operations have one element at most.
      return Array.isArray(found) ? found : [found];
    case 'record': {
      const inner = field.shape;
      return Array.isArray(found)
        ? found.map((item) => fromValue(inner, item, binding))
        : fromValue(inner, found, binding);
    }
    case 'text': {
      const wrapped = binding.wrapped?.[`${shape.name}.${field.key}`];
      return wrapped !== undefined && isFields(found) ? found[wrapped] : found;
    }
  }
}

function toText(shape: Shape, field: ShapeField, found: unknown, { wrapped }: ValueBinding): unknown {
  const inner = wrapped?.[`${shape.name}.${field.key}`];
  return inner === undefined ? found : { [inner]: found };
}

/** Properties that the shape does not name: elements that are declared, and what only this codec knows. */
function takeRest(shape: Shape, value: Fields, part: Record<string, unknown>, binding: ValueBinding): void {
  const names = new Set(shape.fields.map((field) => nameOf(shape, field, binding)));
  const open = shape.fields.find(({ kind }) => kind === 'open');
  const elements: unknown[] = [];
  const beyond: Record<string, unknown> = {};
  for (const [name, found] of Object.entries(value)) {
    if (found === undefined || names.has(name) || (Array.isArray(found) && found.length === 0)) continue;
    const head =
      open !== undefined && binding.heads !== undefined && Object.hasOwn(binding.heads, name)
        ? binding.heads[name]
        : undefined;
    if (head !== undefined) {
      for (const item of Array.isArray(found) ? found : [found]) elements.push(ofHead(head, item));
      continue;
    }
    const bound =
      open !== undefined && binding.elements !== undefined && Object.hasOwn(binding.elements, name)
        ? binding.elements[name]
        : undefined;
    if (bound === undefined) beyond[name] = found;
    else for (const item of Array.isArray(found) ? found : [found]) elements.push(embed(bound.message, item));
  }
  if (open !== undefined && elements.length > 0) {
    const others = part[open.key];
    part[open.key] = Array.isArray(others) ? [...elements, ...others] : elements;
  }
  if (Object.keys(beyond).length > 0) part['beyond'] = beyond;
}

/** A member of a substitution group. */
function ofHead({ members }: BoundHead, item: unknown): EmbeddedElement | undefined {
  if (!isFields(item)) return undefined;
  const name = String(item['$type']);
  const message = Object.hasOwn(members, name) ? members[name] : undefined;
  return message === undefined ? undefined : embed(message, item['value']);
}

/** The outcome that a code tells: those of group 0 are successes (IEC 61968-9, annex B). */
const resultOf = (code: unknown): string =>
  code === '0.0' || code === '0.3' ? 'OK' : String(code).startsWith('0.') ? 'PARTIAL' : 'FAILED';

/** The code for an outcome: that of the first error, if there is one. */
function codeOf(part: Fields): string {
  const { errors } = part;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (isFields(first) && typeof first['code'] === 'string') return first['code'];
  return part['result'] === 'OK' ? '0.0' : part['result'] === 'PARTIAL' ? '0.2' : '5.3';
}

function countOf(value: Fields): number {
  let count = 0;
  for (const name in value) if (value[name] !== undefined) count++;
  return count;
}

/** Elements go where the codec has a place for them: a declared element into its property, all others into the wildcard. */
function putElements(
  any: string,
  shape: Shape,
  value: Record<string, unknown>,
  found: unknown,
  binding: ValueBinding,
): void {
  const others: EmbeddedElement[] = [];
  // Fields of kind `open` hold embedded elements.
  for (const item of found as readonly EmbeddedElement[]) {
    const place = Object.entries(binding.elements ?? {}).find(
      ([, { message }]) => item.name === clarkOf(message),
    );
    if (place === undefined) {
      if (!putMember(value, item, binding)) others.push(item);
      continue;
    }
    const [property, { message, many }] = place;
    const inner = item.decode(message).value;
    const before = value[property];
    value[property] = Array.isArray(before) ? [...before, inner] : many === true ? [inner] : inner;
  }
  if (others.length > 0) value[any] = shape.name === 'operation' ? others[0] : others;
}

/** Puts an element into the property of the substitution group that it is a member of; false where there is none. */
function putMember(
  value: Record<string, unknown>,
  item: EmbeddedElement,
  { heads = {} }: ValueBinding,
): boolean {
  for (const [property, { members, many }] of Object.entries(heads))
    for (const [name, message] of Object.entries(members)) {
      if (clarkOf(message) !== item.name) continue;
      const inner = { $type: name, value: item.decode(message).value };
      const before = value[property];
      value[property] = Array.isArray(before) ? [...before, inner] : many === true ? [inner] : inner;
      return true;
    }
  return false;
}
