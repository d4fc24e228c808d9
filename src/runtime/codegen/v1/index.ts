/*
 * What generated code imports, and all that it imports. This entry grows; it never narrows: a break is `v2` beside it.
 */

export type { AnyElement, AnyType } from '../../value/any-element.js';
export type { Entry, Member } from '../../value/entry.js';
export type { Nil, Typed, Untyped } from '../../value/typed.js';
export type * from '../../primitive/brand.js';
export type { SimpleTypeCodec } from '../../primitive/simple-type.js';
export type { Issue } from '../../issue/issue.js';
export type { Limits } from '../../xml/limits.js';
export type { ReadOptions, Reader } from '../../xml/reader.js';
export type { EncodeOptions, Tag, Writer } from '../../encode/writer.js';
export type { ElementInfo } from '../../decode/element-descriptor.js';
export type { Registry } from '../../decode/registry.js';
export type { ComplexTypeInfo } from '../../decode/type-descriptor.js';
export type { WildcardInfo } from '../../decode/wildcard.js';
export { next, nextOrText } from '../../decode/next-child.js';
export { noContent } from '../../decode/no-content.js';
export type { Fields } from '../../encode/fields.js';
export type { StreamOptions, StreamResult } from '../../stream/stream.js';
export type { Decoded, DecodeOptions, Message, Source, Validated } from '../../message/element-message.js';

// Messages.
export { message } from '../../message/element-message.js';
export { InvalidMessageError } from '../../message/invalid-message-error.js';
export { anyMessage, type AnyMessage } from '../../message/any-message.js';

// Reading.
export { internalSubset } from '../../xml/doctype/internal-subset.js';
export { child, childOrText } from '../../xml/element.js';
export { complexType, withAbstracts } from '../../decode/type-descriptor.js';
export { flatType } from '../../decode/flat-type.js';
export { complex } from '../../decode/read-flat.js';
export { content, attributeValue, refuseAttribute, simple } from '../../decode/simple.js';
export { absentAttribute, absentReference, fixedAttribute } from '../../decode/value-constraint.js';
export { element } from '../../decode/element.js';
export { special, takeNil } from '../../decode/special-element.js';
export { mixedValue, takePending } from '../../decode/mixed.js';
export { makeRegistry } from '../../decode/make-registry.js';
export { anyAttribute, anyElement, anyTyped, anyTypeInfo, noAttributesKept } from '../../decode/any.js';
export { attributeNumber, missingAttribute, noAttributes, occurrence } from '../../decode/children.js';
export {
  endAll,
  endContent,
  orderOf,
  passMisplaced,
  passMisplacedInMixed,
  place,
  placeInAll,
  startAll,
  startContent,
} from '../../decode/content-state.js';
export { contentModel } from '../../content-model/content-model.js';
export { watchConstraints } from '../../identity-constraint/watch-constraints.js';
export {
  add,
  asBit,
  asBits,
  asBoolean,
  asBooleans,
  asNumber,
  asNumbers,
  asQName,
  asQNames,
  asTexts,
  bitText,
  booleanFrom,
  itemsFrom,
  itemsText,
  none,
  numberFrom,
  numberText,
  qnamesText,
} from '../../value/mapping.js';

// Writing.
export {
  attributeTagsOf,
  begin,
  complexElement,
  complexElements,
  endContentOf,
  endEmpty,
  endMixed,
  endWithText,
  putAttribute,
  putText,
  qnameText,
  startContentOf,
  startMixed,
  tagsOf,
  textElement,
  textElements,
} from '../../encode/writer.js';
export { putAnyAttributes, writeAnyElement } from '../../encode/any.js';
export { writeElement, writeTyped } from '../../encode/element.js';

// Simple types: built-in ones, and what makes others of them.
export { anySimpleType } from '../../primitive/any-simple-type.js';
export { anyURI } from '../../primitive/any-uri.js';
export { base64Binary } from '../../primitive/base64-binary.js';
export { boolean } from '../../primitive/boolean.js';
export { date } from '../../primitive/date.js';
export { dateTime } from '../../primitive/date-time.js';
export { decimal } from '../../primitive/decimal.js';
export { double } from '../../primitive/double.js';
export { duration } from '../../primitive/duration.js';
export { float } from '../../primitive/float.js';
export { gDay, gMonth, gMonthDay, gYear, gYearMonth } from '../../primitive/gregorian.js';
export { hexBinary } from '../../primitive/hex-binary.js';
export {
  byte,
  int,
  integer,
  long,
  negativeInteger,
  nonNegativeInteger,
  nonPositiveInteger,
  positiveInteger,
  short,
  unsignedByte,
  unsignedInt,
  unsignedLong,
  unsignedShort,
} from '../../primitive/integer.js';
export { language } from '../../primitive/language.js';
export { Name, NMTOKEN } from '../../primitive/name.js';
export { ENTITIES, IDREFS, NMTOKENS } from '../../primitive/name-lists.js';
export { ENTITY, ID, IDREF, NCName } from '../../primitive/ncname.js';
export { NOTATION, QName } from '../../primitive/qname.js';
export { normalizedString, string, token } from '../../primitive/string.js';
export { time } from '../../primitive/time.js';
export { enumeration } from '../../facet/enumeration.js';
export { enumerationOfValues } from '../../facet/enumeration-of-values.js';
export { fractionDigits } from '../../facet/fraction-digits.js';
export { length } from '../../facet/length.js';
export { list } from '../../facet/list.js';
export { maxExclusive } from '../../facet/max-exclusive.js';
export { maxInclusive } from '../../facet/max-inclusive.js';
export { maxLength } from '../../facet/max-length.js';
export { minExclusive } from '../../facet/min-exclusive.js';
export { minInclusive } from '../../facet/min-inclusive.js';
export { minLength } from '../../facet/min-length.js';
export { pattern } from '../../facet/pattern.js';
export { patternMatcher } from '../../pattern/pattern-matcher.js';
export { restriction } from '../../facet/restriction.js';
export { totalDigits } from '../../facet/total-digits.js';
export { union } from '../../facet/union.js';
export { whiteSpace } from '../../facet/white-space.js';
export { compareValues } from '../../value-space/compare-values.js';

// Conversions of values, for users: none is implied.
export { decodeBase64, decodeHex, encodeBase64, encodeHex } from '../../primitive/binary-conversion.js';
export {
  dateOf,
  dateTimeOf,
  durationOf,
  timeOf,
  toDate,
  toMilliseconds,
} from '../../primitive/calendar-conversion.js';
export {
  decimalOf,
  doubleOf,
  floatOf,
  integerOf,
  toBigInt,
  toNumber,
} from '../../primitive/decimal-conversion.js';
