import { anySimpleType } from '../../../src/runtime/primitive/any-simple-type.js';
import { anyURI } from '../../../src/runtime/primitive/any-uri.js';
import { base64Binary } from '../../../src/runtime/primitive/base64-binary.js';
import { boolean } from '../../../src/runtime/primitive/boolean.js';
import { dateTime } from '../../../src/runtime/primitive/date-time.js';
import { date } from '../../../src/runtime/primitive/date.js';
import { decimal } from '../../../src/runtime/primitive/decimal.js';
import { double } from '../../../src/runtime/primitive/double.js';
import { duration } from '../../../src/runtime/primitive/duration.js';
import { float } from '../../../src/runtime/primitive/float.js';
import * as gregorian from '../../../src/runtime/primitive/gregorian.js';
import { hexBinary } from '../../../src/runtime/primitive/hex-binary.js';
import * as integers from '../../../src/runtime/primitive/integer.js';
import { language } from '../../../src/runtime/primitive/language.js';
import * as lists from '../../../src/runtime/primitive/name-lists.js';
import { Name, NMTOKEN } from '../../../src/runtime/primitive/name.js';
import { ENTITY, ID, IDREF, NCName } from '../../../src/runtime/primitive/ncname.js';
import { NOTATION, QName } from '../../../src/runtime/primitive/qname.js';
import type { NamespaceLookup, SimpleTypeCodec } from '../../../src/runtime/primitive/simple-type.js';
import { normalizedString, string, token } from '../../../src/runtime/primitive/string.js';
import { time } from '../../../src/runtime/primitive/time.js';

/** Every built-in type, by name. */
export const BUILT_IN: Readonly<Record<string, SimpleTypeCodec>> = {
  anySimpleType,
  anyURI,
  base64Binary,
  boolean,
  date,
  dateTime,
  decimal,
  double,
  duration,
  ENTITY,
  float,
  hexBinary,
  ID,
  IDREF,
  language,
  Name,
  NCName,
  NMTOKEN,
  NOTATION,
  normalizedString,
  QName,
  string,
  time,
  token,
  ...gregorian,
  ...integers,
  ...lists,
};

export const builtIn = (name: string): SimpleTypeCodec => {
  const type = BUILT_IN[name];
  if (type === undefined) throw new Error(`no built-in type ${name}`);
  return type;
};

/** Prefixes a and b are bound, and there is no default namespace. */
export const lookup: NamespaceLookup = (prefix) => ({ a: 'urn:a', b: 'urn:a' })[prefix];

/** Whether the fast path accepts, undefined where there is none or the text is not ASCII. */
export function scans(type: SimpleTypeCodec, literal: string): boolean | undefined {
  if (type.scan === undefined || /[^\t\n -~]/.test(literal)) return undefined;
  // Other bytes around the value show whether a scan keeps within its bounds.
  const bytes = new TextEncoder().encode(`7${literal}7`);
  return type.scan(bytes, 1, bytes.length - 1) === bytes.length - 1;
}

/** A test fails if the fast path accepts what `check` refuses. */
export function accepts(type: SimpleTypeCodec, literal: string): boolean {
  const fault = type.check(literal, lookup);
  if (fault !== undefined && scans(type, literal) === true)
    throw new Error(`scan of ${type.name} accepts "${literal}", and check does not`);
  return fault === undefined;
}
