import { anySimpleType } from '../primitive/any-simple-type.js';
import { anyURI } from '../primitive/any-uri.js';
import { base64Binary } from '../primitive/base64-binary.js';
import { boolean } from '../primitive/boolean.js';
import { date } from '../primitive/date.js';
import { dateTime } from '../primitive/date-time.js';
import { decimal } from '../primitive/decimal.js';
import { double } from '../primitive/double.js';
import { duration } from '../primitive/duration.js';
import { float } from '../primitive/float.js';
import { gDay, gMonth, gMonthDay, gYear, gYearMonth } from '../primitive/gregorian.js';
import { hexBinary } from '../primitive/hex-binary.js';
import {
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
} from '../primitive/integer.js';
import { language } from '../primitive/language.js';
import { ENTITIES, IDREFS, NMTOKENS } from '../primitive/name-lists.js';
import { NMTOKEN, Name } from '../primitive/name.js';
import { ENTITY, ID, IDREF, NCName } from '../primitive/ncname.js';
import { NOTATION, QName } from '../primitive/qname.js';
import type { SimpleTypeCodec } from '../primitive/simple-type.js';
import { normalizedString, string, token } from '../primitive/string.js';
import { time } from '../primitive/time.js';
import { anyTypeInfo } from './any.js';
import type { RegisteredType } from './registry.js';

const XSD = '{http://www.w3.org/2001/XMLSchema}';

/** The types of XML Schema itself, as a registry has them: each with the one that it comes from. */
export function builtInTypes(): Readonly<Record<string, RegisteredType>> {
  const types: Record<string, RegisteredType> = {
    [`${XSD}anyType`]: { type: anyTypeInfo, base: `${XSD}anyType`, method: 'restriction' },
  };
  const enter = (
    base: string,
    codecs: Readonly<Record<string, SimpleTypeCodec>>,
    method: RegisteredType['method'] = 'restriction',
  ): void => {
    for (const [name, codec] of Object.entries(codecs))
      types[XSD + name] = { type: { kind: 'simple', name: XSD + name, codec }, base: XSD + base, method };
  };
  enter('anyType', { anySimpleType });
  enter('anySimpleType', { anyURI, base64Binary, boolean, date, dateTime, decimal, double, duration, float });
  enter('anySimpleType', { gDay, gMonth, gMonthDay, gYear, gYearMonth, hexBinary, string, time });
  enter('anySimpleType', { NOTATION, QName });
  enter('anySimpleType', { ENTITIES, IDREFS, NMTOKENS }, 'list');
  enter('decimal', { integer });
  enter('integer', { long, nonNegativeInteger, nonPositiveInteger });
  enter('long', { int });
  enter('int', { short });
  enter('short', { byte });
  enter('nonNegativeInteger', { positiveInteger, unsignedLong });
  enter('unsignedLong', { unsignedInt });
  enter('unsignedInt', { unsignedShort });
  enter('unsignedShort', { unsignedByte });
  enter('nonPositiveInteger', { negativeInteger });
  enter('string', { normalizedString });
  enter('normalizedString', { token });
  enter('token', { Name, NMTOKEN, language });
  enter('Name', { NCName });
  enter('NCName', { ENTITY, ID, IDREF });
  return types;
}
