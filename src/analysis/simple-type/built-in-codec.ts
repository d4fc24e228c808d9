import { anySimpleType } from '../../runtime/primitive/any-simple-type.js';
import { anyURI } from '../../runtime/primitive/any-uri.js';
import { base64Binary } from '../../runtime/primitive/base64-binary.js';
import { boolean } from '../../runtime/primitive/boolean.js';
import { dateTime } from '../../runtime/primitive/date-time.js';
import { date } from '../../runtime/primitive/date.js';
import { decimal } from '../../runtime/primitive/decimal.js';
import { double } from '../../runtime/primitive/double.js';
import { duration } from '../../runtime/primitive/duration.js';
import { float } from '../../runtime/primitive/float.js';
import { gDay, gMonth, gMonthDay, gYear, gYearMonth } from '../../runtime/primitive/gregorian.js';
import { hexBinary } from '../../runtime/primitive/hex-binary.js';
import * as integers from '../../runtime/primitive/integer.js';
import { language } from '../../runtime/primitive/language.js';
import { ENTITIES, IDREFS, NMTOKENS } from '../../runtime/primitive/name-lists.js';
import { Name, NMTOKEN } from '../../runtime/primitive/name.js';
import { ENTITY, ID, IDREF, NCName } from '../../runtime/primitive/ncname.js';
import { NOTATION, QName } from '../../runtime/primitive/qname.js';
import type { SimpleTypeCodec } from '../../runtime/primitive/simple-type.js';
import { normalizedString, string, token } from '../../runtime/primitive/string.js';
import { time } from '../../runtime/primitive/time.js';

const BUILT_IN: ReadonlyMap<string, SimpleTypeCodec> = new Map(
  [
    ...[
      anySimpleType,
      anyURI,
      base64Binary,
      boolean,
      date,
      dateTime,
      decimal,
      double,
      duration,
      float,
      hexBinary,
    ],
    ...[gDay, gMonth, gMonthDay, gYear, gYearMonth, language, Name, NMTOKEN, NCName, ID, IDREF, ENTITY, time],
    ...[NMTOKENS, IDREFS, ENTITIES, NOTATION, QName, string, normalizedString, token],
    ...Object.values(integers),
  ].map((codec) => [codec.name, codec]),
);

/** The codec of a built-in simple type by its local name. */
export const builtInCodec = (localName: string): SimpleTypeCodec | undefined => BUILT_IN.get(localName);
