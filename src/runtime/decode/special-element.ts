import { lookupIn } from '../primitive/simple-type.js';
import { normalizeWhiteSpace } from '../primitive/white-space.js';
import { writeElement, writeNamed } from '../encode/element.js';
import { keyOf } from '../value-space/key-of.js';
import { attributeText } from '../xml/attribute.js';
import { close, openName, textContent } from '../xml/element.js';
import { report } from '../xml/fault.js';
import type { Reader } from '../xml/reader.js';
import { abstractElement } from './children.js';
import type {
  DerivedType,
  ElementInfo,
  PendingContent,
  PendingValue,
  SpecialElement,
} from './element-descriptor.js';
import { isDeclared, notNillable, refuseType, simpleContent, typeName, unknownType } from './element.js';
import type { FlatContent } from './flat-content.js';
import { attributesOf } from './read-flat.js';
import { derivationFault } from './registry.js';
import { judge, refuseAttribute, shorten } from './simple.js';
import type { ComplexTypeInfo } from './type-descriptor.js';

/**
 * Reads an element about which something is special: it may be nil, of a type that `xsi:type` names, have a default, a
 * fixed value or identity constraints (cvc-elt). Its start tag was read. Null for a nil element without attributes.
 */
export const specialElement = (r: Reader, info: ElementInfo): unknown =>
  finishElement(r, info, startElement(r, info));

/** What a start tag says beyond the declaration of its element. */
export interface ElementStart {
  /** The type that `xsi:type` names, where it is another one than the declared type. */
  readonly derived: DerivedType | undefined;
  readonly nil: boolean;
}

/** The start tag says nothing beyond the declaration. */
export const AS_DECLARED: ElementStart = { derived: undefined, nil: false };

/** Holds the start tag that was read against the declaration (cvc-elt.2 to cvc-elt.4). */
export function startElement(r: Reader, info: ElementInfo): ElementStart {
  const at = r.nameStart[r.depth] as number;
  if (info.abstract === true) abstractElement(r);
  const derived = r.xsiType >= 0 && !r.plain ? typeNamed(r, info) : undefined;
  if (info.abstractType === true && derived === undefined)
    report(
      r,
      'VAL2202',
      'cvc-type.2',
      `the type of element "${openName(r)}" is abstract: xsi:type must name a derived type`,
      at,
      'xsi:type with a derived type',
    );
  const nil = !r.plain && r.xsiNil >= 0 && isNil(r, info);
  return derived === undefined && !nil ? AS_DECLARED : { derived, nil };
}

/** Reads attributes and content of an element whose start tag was held against the declaration. */
export function finishElement(r: Reader, info: ElementInfo, start: ElementStart): unknown {
  const { derived } = start;
  return derived !== undefined && info.type.kind === 'complex' && info.type.keep !== undefined
    ? info.type.keep(r, () => readElement(r, info, start))
    : readElement(r, info, start);
}

function readElement(r: Reader, info: ElementInfo, { derived, nil }: ElementStart): unknown {
  const type = derived?.type ?? info.type;
  r.pending = info.value === undefined ? null : pendingContent(info.value);
  const stop = watchElement(r, info);
  let value: unknown;
  if (type.kind === 'complex') {
    if (nil && type.flat !== null) value = nilValue(r, type, type.flat);
    else {
      r.nil = nil;
      value = type.read(r, type);
    }
    if (derived !== undefined && typeof value === 'object' && value !== null)
      (value as { $type?: string }).$type = derived.name;
  } else if (nil) {
    refuseAttributes(r);
    takeNil(r);
    value = null;
  } else value = simpleContent(r, type.codec);
  r.pending = null;
  stop?.(r);
  return value;
}

/** Starts the identity constraints of the open element; what is answered ends them. */
export function watchElement(r: Reader, info: ElementInfo): ((r: Reader) => void) | undefined {
  const stop = info.constraints?.[0]?.watch(r, info.constraints);
  if (r.watch !== null && info.nillable === true) r.watch.nillable(r);
  return stop;
}

/** Reads the empty content of a nil element (cvc-elt.3.2.1) whose attributes were read. */
export function takeNil(r: Reader): void {
  r.nil = false;
  r.pending = null;
  if (r.watch !== null) r.watch.withoutValue(r);
  const start = r.at;
  const text = r.selfClosed ? '' : textContent(r, 'cvc-elt.3.2.1');
  if (text !== '')
    report(
      r,
      'VAL2204',
      'cvc-elt.3.2.1',
      'a nil element must be empty',
      start,
      'no content',
      text.trim().slice(0, 40),
    );
  close(r);
}

function isNil(r: Reader, info: ElementInfo): boolean {
  // Without a declaration, only the type is asked (cvc-assess-elt): xsi:nil says nothing.
  if (info.undeclared === true) return false;
  if (info.nillable !== true) {
    notNillable(r);
    return false;
  }
  const text = normalizeWhiteSpace(attributeText(r, r.xsiNil), 'collapse');
  const at = r.attributeValue[r.xsiNil] as number;
  if (text !== 'true' && text !== '1' && text !== 'false' && text !== '0')
    report(
      r,
      'VAL3002',
      'cvc-datatype-valid.1.2.1',
      `"${text}" is not a valid value of xsi:nil: true or false expected`,
      at,
      'true or false',
      text,
      'xsi:nil',
    );
  const nil = text === 'true' || text === '1';
  if (nil && info.value?.fixed === true)
    report(
      r,
      'VAL2204',
      'cvc-elt.3.2.2',
      `element "${openName(r)}" has a fixed value, so it must not be nil`,
      at,
      info.value.lexical,
      'xsi:nil="true"',
      'xsi:nil',
    );
  return nil;
}

/** The type that `xsi:type` names, if it may stand here (cvc-elt.4); the declared type otherwise. */
function typeNamed(r: Reader, info: ElementInfo): DerivedType | undefined {
  const named = typeName(r);
  if (named === undefined) return undefined;
  const { text, namespace, localName } = named;
  for (const candidate of info.derived?.() ?? [])
    if (candidate.localName === localName && candidate.namespace === namespace) return candidate;
  const name = namespace === '' ? localName : `{${namespace}}${localName}`;
  if (name === info.type.name) return undefined;
  if (r.registry === null) {
    if (!isDeclared(named, info.type)) unknownType(r, named);
    return undefined;
  }
  const fail = (rule: string, message: string): undefined => {
    refuseType(r, rule, message, text);
    return undefined;
  };
  const registered = Object.hasOwn(r.registry.types, name) ? r.registry.types[name] : undefined;
  if (registered === undefined) return fail('cvc-elt.4.2', `there is no type "${text}"`);
  const fault = derivationFault(r.registry, name, info.type, info.block ?? []);
  if (fault !== undefined)
    return fail(
      'cvc-elt.4.3',
      fault === 'none'
        ? `type "${text}" is not derived from the declared type`
        : `derivation by ${fault} is blocked here, so type "${text}" must not be used`,
    );
  if (registered.abstract === true) return fail('cvc-type.2', `type "${text}" is abstract`);
  return { name, namespace, localName, type: registered.type };
}

function refuseAttributes(r: Reader): void {
  for (let index = 0; index < r.attributeCount; index++) refuseAttribute(r, index, 'cvc-type.3.1.1');
}

/** A nil element whose content would be all data: null, or its attributes. */
function nilValue(r: Reader, type: ComplexTypeInfo, { properties }: FlatContent): unknown {
  const { fields, slots } = attributesOf(r, type);
  takeNil(r);
  if (fields.attributes.length === 0) return null;
  const value: Record<string, unknown> = { $nil: true };
  fields.attributes.forEach(({ slot }, index) => {
    value[properties[index] as string] = slots[slot];
  });
  return value;
}

/** A default or fixed value, for whoever reads the content. */
const pendingContent = (constraint: PendingValue): PendingContent => ({
  constraint,
  take(r, type, text, at) {
    const { fixed, lexical, namespaces } = constraint;
    if (text === '') {
      const value = judge(r, type, lexical, at, -1, lookupIn(namespaces));
      return r.applyDefaults ? value : '';
    }
    return judge(r, type, text, at, -1, undefined, (literal, lookup) => {
      const wanted = normalizeWhiteSpace(lexical, type.whiteSpace);
      if (fixed && keyOf(type, literal, lookup) !== keyOf(type, wanted, lookupIn(namespaces)))
        report(
          r,
          'VAL2205',
          'cvc-elt.5.2.2.2.2',
          `the value must be the fixed value "${shorten(wanted)}", but it is "${shorten(literal)}"`,
          at,
          wanted,
          literal,
        );
    });
  },
});

/** How elements are read and written about which something is special. */
export const special: SpecialElement = { read: specialElement, write: writeElement, writeNamed };
