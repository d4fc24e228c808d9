import { isIdentifier } from '../../foundation/identifier-name.js';

/** Names that a type of a model must not take: generated code uses what they mean in TypeScript. */
const TYPE_NAMES: ReadonlySet<string> = new Set(
  // Predefined types.
  (
    'any bigint boolean never number object string symbol undefined unknown void ' +
    // Globals of ECMAScript, and types that TypeScript brings along.
    'AbortSignal Array ArrayBuffer ArrayLike AsyncGenerator AsyncIterable AsyncIterator Awaited BigInt Boolean ' +
    'Capitalize DataView Date Error Exclude Extract Function Generator Infinity InstanceType Intl Iterable Iterator ' +
    'IteratorResult JSON Lowercase Map Math NaN NonNullable Number Object Omit Parameters Partial Pick Promise ' +
    'PromiseLike PropertyKey Proxy ReadableStream Readonly ReadonlyArray ReadonlyMap ReadonlySet Record Reflect ' +
    'RegExp Required ReturnType Set String Symbol ThisType TypeError Uint8Array Uncapitalize Uppercase WeakMap ' +
    'WeakSet globalThis ' +
    // Brands of the runtime, and what stands for open content.
    'AnyElement AnyType AnyUri Base64Binary Byte DateOnly DateTime Decimal Double Duration Float GDay GMonth ' +
    'GMonthDay GYear GYearMonth HexBinary Int Integer Long NegativeInteger NonNegativeInteger ' +
    'NonPositiveInteger PositiveInteger QName Short Time UnsignedByte UnsignedInt UnsignedLong UnsignedShort'
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
