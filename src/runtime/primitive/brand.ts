declare const datatype: unique symbol;

/**
 * Marks a string as a valid literal of built-in datatypes. A derived datatype carries the names of its ancestors too, so
 * an `Int` is accepted where a `Decimal` is asked for, and not the other way round.
 */
export interface Brand<Names extends string> {
  readonly [datatype]: { readonly [Name in Names]: true };
}

/** A literal of xs:decimal: exact, of any length. */
export type Decimal = string & Brand<'decimal'>;
/** A literal of xs:integer: exact, of any length. */
export type Integer = Decimal & Brand<'integer'>;
export type NonPositiveInteger = Integer & Brand<'nonPositiveInteger'>;
export type NegativeInteger = NonPositiveInteger & Brand<'negativeInteger'>;
/** A literal of xs:long: 64 bits with sign. */
export type Long = Integer & Brand<'long'>;
/** A literal of xs:int: 32 bits with sign. */
export type Int = Long & Brand<'int'>;
/** A literal of xs:short: 16 bits with sign. */
export type Short = Int & Brand<'short'>;
/** A literal of xs:byte: 8 bits with sign. */
export type Byte = Short & Brand<'byte'>;
export type NonNegativeInteger = Integer & Brand<'nonNegativeInteger'>;
/** A literal of xs:unsignedLong: 64 bits without sign. */
export type UnsignedLong = NonNegativeInteger & Brand<'unsignedLong'>;
/** A literal of xs:unsignedInt: 32 bits without sign. */
export type UnsignedInt = UnsignedLong & Brand<'unsignedInt'>;
/** A literal of xs:unsignedShort: 16 bits without sign. */
export type UnsignedShort = UnsignedInt & Brand<'unsignedShort'>;
/** A literal of xs:unsignedByte: 8 bits without sign. */
export type UnsignedByte = UnsignedShort & Brand<'unsignedByte'>;
export type PositiveInteger = NonNegativeInteger & Brand<'positiveInteger'>;

/** A literal of xs:float, such as `1.5E3`, `INF` or `NaN`. */
export type Float = string & Brand<'float'>;
/** A literal of xs:double, such as `1.5E3`, `INF` or `NaN`. */
export type Double = string & Brand<'double'>;

/** A literal of xs:dateTime, its time zone (or the lack of one) as it was written. */
export type DateTime = string & Brand<'dateTime'>;
/** A literal of xs:date: a day, with a time zone or without. */
export type DateOnly = string & Brand<'date'>;
/** A literal of xs:time: an instant that recurs every day. */
export type Time = string & Brand<'time'>;
export type GYear = string & Brand<'gYear'>;
export type GYearMonth = string & Brand<'gYearMonth'>;
export type GMonth = string & Brand<'gMonth'>;
export type GMonthDay = string & Brand<'gMonthDay'>;
export type GDay = string & Brand<'gDay'>;
/** A literal of xs:duration, such as `P1Y2M` or `PT15M`. */
export type Duration = string & Brand<'duration'>;

/** Octets, two hexadecimal digits each. */
export type HexBinary = string & Brand<'hexBinary'>;
/** Octets in the Base64 alphabet of RFC 2045. */
export type Base64Binary = string & Brand<'base64Binary'>;
/** A URI reference, possibly with characters beyond ASCII. */
export type AnyUri = string & Brand<'anyURI'>;
/** A qualified name. */
export type QName = string & Brand<'QName'>;
