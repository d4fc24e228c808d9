import type { DerivedType, ElementInfo } from '../decode/element-descriptor.js';
import type { TypeInfo } from '../decode/type-descriptor.js';
import { escapeAttribute } from './escape.js';
import { begin, endEmpty, prefixFor, put, textElement, type Tag, type Writer } from './writer.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Writes an element about which something is special: nil, or of a type that `$type` names. */
export function writeElement(w: Writer, info: ElementInfo, tag: Tag, value: unknown): void {
  if (value === undefined) return;
  if (value === null) {
    begin(w, tag);
    put(w, ` ${prefixFor(w, XSI)}nil="true"`);
    endEmpty(w);
    return;
  }
  const derived = chosenType(w, info, value);
  const type = derived?.type ?? info.type;
  if (derived === undefined && type.kind === 'simple') {
    textElement(w, tag, value);
    return;
  }
  writeMarked(w, tag, value, type, derived);
}

/** Writes a value of a type that only the registry knows, which `$type` names; false where it names none. */
export function writeNamed(w: Writer, tag: Tag, value: unknown): boolean {
  const named = chosenType(w, undefined, value);
  if (named !== undefined) writeMarked(w, tag, value, named.type, named);
  return named !== undefined;
}

function writeMarked(
  w: Writer,
  tag: Tag,
  value: unknown,
  type: TypeInfo,
  named: NamedType | undefined,
): void {
  begin(w, tag);
  if (named !== undefined)
    put(w, ` ${prefixFor(w, XSI)}type="${escapeAttribute(prefixFor(w, named.namespace) + named.localName)}"`);
  if (typeof value === 'object' && value !== null && '$nil' in value && value.$nil === true)
    put(w, ` ${prefixFor(w, XSI)}nil="true"`);
  if (type.kind === 'complex') type.write(w, value as never, tag, type);
  else endEmpty(w);
}

type NamedType = Pick<DerivedType, 'namespace' | 'localName' | 'type'>;

/** The type that `$type` of a value names: one that the declaration tells, or one of the registry by its Clark name. */
function chosenType(w: Writer, info: ElementInfo | undefined, value: unknown): NamedType | undefined {
  if (typeof value !== 'object' || value === null || !('$type' in value)) return undefined;
  const { $type: chosen } = value;
  if (typeof chosen !== 'string') return undefined;
  const derived = info?.derived?.().find(({ name }) => name === chosen);
  if (derived !== undefined) return derived.type === info?.type ? undefined : derived;
  const types = w.registry?.().types;
  const registered = types !== undefined && Object.hasOwn(types, chosen) ? types[chosen] : undefined;
  if (registered === undefined)
    throw new TypeError(`there is no type "${chosen}"; is it of another registry?`);
  const brace = chosen.lastIndexOf('}');
  return {
    namespace: chosen.slice(1, Math.max(1, brace)),
    localName: chosen.slice(brace + 1),
    type: registered.type,
  };
}

/** Writes an element of a complex type that its declaration says nothing special about. */
export const writeTyped = (w: Writer, type: TypeInfo, tag: Tag, value: unknown): void => {
  writeElement(w, { name: '', type }, tag, value);
};
