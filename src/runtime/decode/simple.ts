import type { NamespaceLookup, SimpleTypeCodec, SimpleTypeFault } from '../primitive/simple-type.js';
import { UNSURE } from '../primitive/scan.js';
import { normalizeWhiteSpace } from '../primitive/white-space.js';
import { attributeName, attributeText } from '../xml/attribute.js';
import { close, closeTag, textContent } from '../xml/element.js';
import { report } from '../xml/fault.js';
import { namespaceOf } from '../xml/namespace.js';
import type { Reader } from '../xml/reader.js';
import { cut } from '../xml/text.js';
import { element } from './element.js';

/**
 * Reads the content of an element of simple type, its end tag included: the literal, white space normalised by the type.
 * A literal that is not valid is reported and returned as it stands. Attributes but those of `xsi:` are reported.
 */
export function simple<T extends string = string>(r: Reader, type: SimpleTypeCodec): T {
  if (r.plain) return content(r, type, SIMPLE);
  return element(r, { name: '', type: { kind: 'simple', name: '', codec: type } }) as T;
}

/** What elements in an element of simple type break; in one of complex type with simple content it is another rule. */
export const SIMPLE = 'cvc-type.3.1.2';

/** As `simple`, for simple content of a complex type: its attributes were read before. */
export function content<T extends string = string>(
  r: Reader,
  type: SimpleTypeCodec,
  rule = 'cvc-complex-type.2.2',
): T {
  const start = r.at;
  const b = r.bytes;
  if (!r.selfClosed && r.pending === null && type.scan !== undefined) {
    const p = type.scan(b, start, r.end);
    if (p !== UNSURE && b[p] === 0x3c && b[p + 1] === 0x2f) {
      const literal = cut(r, start, p);
      if (r.watch !== null) r.watch.value(r, -1, type, literal);
      closeTag(r, p);
      return literal as T;
    }
  }
  return checkedContent(r, type, start, rule) as T;
}

function checkedContent(r: Reader, type: SimpleTypeCodec, at: number, rule: string): string {
  // In an empty-element tag, so that the place is inside the element.
  const start = r.selfClosed ? at - 2 : at;
  const { pending } = r;
  r.pending = null;
  const text = textContent(r, rule);
  const value = pending === null ? judge(r, type, text, start) : pending.take(r, type, text, start);
  close(r);
  return value;
}

/** The value of attribute `index` as a literal of `type`; reported and returned as it stands where it is not valid. */
export function attributeValue<T extends string = string>(
  r: Reader,
  type: SimpleTypeCodec,
  index: number,
): T {
  const start = r.attributeValue[index] as number;
  const end = r.attributeValueEnd[index] as number;
  if (
    r.attributeCooked[index] === null &&
    type.scan !== undefined &&
    type.scan(r.bytes, start, end) === end
  ) {
    const literal = cut(r, start, end);
    if (r.watch !== null) r.watch.value(r, index, type, literal);
    return literal as T;
  }
  return judge(r, type, attributeText(r, index), start, index) as T;
}

/**
 * Makes a literal of the text of the open element, or of attribute `index`: reported and returned as it stands where it is not
 * valid. `compare` is asked about one that is.
 */
export function judge(
  r: Reader,
  type: SimpleTypeCodec,
  text: string,
  at: number,
  index = -1,
  lookup: NamespaceLookup = (prefix) => namespaceOf(r, prefix),
  compare?: (literal: string, lookup: NamespaceLookup) => void,
): string {
  const literal = normalizeWhiteSpace(text, type.whiteSpace);
  const fault = type.check(literal, lookup);
  const attribute = index < 0 ? undefined : attributeName(r, index);
  if (fault === undefined) {
    compare?.(literal, lookup);
    type.note?.(r, type, literal, at, attribute);
  } else reportFault(r, fault, type, literal, at, attribute);
  if (r.watch !== null) r.watch.value(r, index, type, fault === undefined ? literal : null, lookup);
  return (type.kept ?? type.normalized)?.(literal, lookup) ?? literal;
}

export function reportFault(
  r: Reader,
  fault: SimpleTypeFault,
  type: SimpleTypeCodec,
  literal: string,
  at: number,
  attribute?: string,
): void {
  report(
    r,
    'VAL3002',
    fault.rule,
    `"${shorten(literal)}" is not a valid value of type ${type.name}: ${fault.expected} expected`,
    at,
    fault.expected,
    shorten(literal),
    attribute,
  );
}

export const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XSI_NAMES = /* @__PURE__ */ ['type', 'nil', 'schemaLocation', 'noNamespaceSchemaLocation'];

/** Whether an attribute is one of the four of `xsi:` that may always be there (cvc-complex-type.3). */
export const isOfXsi = (r: Reader, index: number): boolean =>
  r.attributeNamespace[index] === XSI && XSI_NAMES.includes(attributeName(r, index));

/** Reports an attribute that must not be there. */
export function refuseAttribute(r: Reader, index: number, rule = 'cvc-complex-type.3.2.2'): void {
  if (isOfXsi(r, index)) return;
  const name = attributeName(r, index);
  report(
    r,
    'VAL2102',
    rule,
    `attribute "${name}" must not be here`,
    r.attributeName[index] as number,
    undefined,
    name,
    name,
    r.tolerant ? 'warning' : 'error',
  );
}
