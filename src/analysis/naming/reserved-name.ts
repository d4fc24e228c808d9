import { isIdentifier } from '../../foundation/identifier-name.js';

/** Names that a type of a model must not take: generated code uses what they mean in TypeScript. */
const TYPE_NAMES: ReadonlySet<string> = new Set(
  (
    // Predefined types.
    'any bigint boolean never number object string symbol undefined unknown void ' +
    // Globals.
    'AbortController AbortSignal Array ArrayBuffer ArrayLike AsyncGenerator AsyncIterable AsyncIterator Awaited BigInt ' +
    'Blob Boolean Buffer Capitalize DataView Date Document Element Error Event Exclude Extract Float32Array ' +
    'Float64Array Function Generator Infinity InstanceType Int16Array Int32Array Int8Array Intl Iterable Iterator ' +
    'IteratorResult JSON Lowercase Map Math NaN Node NonNullable Number Object Omit Parameters Partial Pick Promise ' +
    'PromiseLike PropertyKey Proxy Range ReadableStream Readonly ReadonlyArray ReadonlyMap ReadonlySet Record ' +
    'Reflect RegExp Request Required Response ReturnType Set String Symbol Text ThisType TypeError Uint16Array ' +
    'Uint32Array Uint8Array Uncapitalize Uppercase URL WeakMap WeakSet globalThis ' +
    // Brands and other types of the runtime.
    'AnyElement AnySimple AnyType AnyUri Base64Binary Byte DateTime Day Decimal Double Duration Entities Entity Float ' +
    'GDay GMonth GMonthDay GYear GYearMonth HexBinary Id Idref Idrefs Int Integer Issue Language Long Name NcName ' +
    'NegativeInteger Nil Nmtoken Nmtokens NonNegativeInteger NonPositiveInteger NormalizedString Notation ' +
    'PositiveInteger QName Short Time Token Typed UnsignedByte UnsignedInt UnsignedLong UnsignedShort'
  ).split(' '),
);

/** Whether a type or a message may be called so. */
export const isFreeTypeName = (name: string): boolean => isIdentifier(name) && !TYPE_NAMES.has(name);

/**
 * Whether a property may be called so: members of `Object.prototype` would seem to be there where they are not, and
 * `__proto__` would set the prototype.
 */
export const isSafePropertyName = (name: string): boolean => !INHERITED.has(name);

const INHERITED: ReadonlySet<string> = new Set(
  (
    'constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf __proto__ ' +
    '__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__'
  ).split(' '),
);
