import { malformed, unexpected } from '../fault.js';
import { isSpace } from '../byte-class.js';
import { passSequence } from '../character.js';
import type { Reader } from '../reader.js';
import { cutUtf8, passMarkup } from '../text.js';
import { readAttributeList } from './attribute-list.js';
import { passContentSpecification } from './content-specification.js';
import type { Doctype } from './doctype.js';
import { isExternalId, passExternalId } from './external-id.js';
import { passEntityReference } from './reference.js';
import { isAt, passByte, passNCName, passRequiredSpace, passSpace, reference } from './token.js';
import { passQName } from '../name.js';

/** Where declarations stand: in the internal subset itself, or in a parameter entity that it refers to. */
export interface Place {
  readonly inParameterEntity: boolean;
}

/** Reads a markup declaration, a comment or a processing instruction (production 29) at `p`: answers the offset behind it. */
export function readMarkupDeclaration(d: Doctype, c: Reader, p: number, place: Place): number {
  if (c.bytes[p + 1] === 0x3f || isAt(c, p, '<!--')) return passMarkup(c, p);
  if (isAt(c, p, '<!ELEMENT')) {
    const name = passQName(c, passRequiredSpace(c, p + 9));
    return passByte(c, passSpace(c, passContentSpecification(c, passRequiredSpace(c, name))), 0x3e);
  }
  if (isAt(c, p, '<!ATTLIST')) return readAttributeList(d, c, p + 9);
  if (isAt(c, p, '<!ENTITY')) return readEntity(d, c, p + 8, place);
  if (isAt(c, p, '<!NOTATION')) {
    const name = passNCName(c, passRequiredSpace(c, p + 10), 'a notation');
    return passByte(c, passSpace(c, passExternalId(c, passRequiredSpace(c, name), true)), 0x3e);
  }
  if (isAt(c, p, '<!['))
    return malformed(c, 'a conditional section must not stand in the internal subset', p);
  return unexpected(c, p + 1, 'a markup declaration');
}

/** An entity declaration (productions 70 to 76), behind its keyword. The first one of a name binds (4.2). */
function readEntity(d: Doctype, c: Reader, p: number, { inParameterEntity }: Place): number {
  let q = passRequiredSpace(c, p);
  const isParameter = c.bytes[q] === 0x25;
  if (isParameter) q = passRequiredSpace(c, q + 1);
  const nameEnd = passNCName(c, q, 'an entity');
  const name = cutUtf8(c, q, nameEnd);
  q = passRequiredSpace(c, nameEnd);
  let text: Uint8Array | null = null;
  let unparsed = false;
  if (isExternalId(c, q)) {
    const end = passExternalId(c, q, false);
    q = passSpace(c, end);
    if (!isParameter && isAt(c, q, 'NDATA') && isSpace(c.bytes[end])) {
      q = passNCName(c, passRequiredSpace(c, q + 5), 'a notation');
      unparsed = true;
    }
  } else {
    text = entityValue(c, q);
    q = c.at;
  }
  q = passByte(c, passSpace(c, q), 0x3e);
  const entities = isParameter ? d.parameterEntities : d.entities;
  if (!entities.has(name) && (!d.unread || d.standalone))
    entities.set(name, { name, text, unparsed, inParameterEntity, open: false, content: null, value: null });
  return q;
}

/** EntityValue (production 9) as replacement text (4.5): character references included, other ones left for later. */
function entityValue(c: Reader, p: number): Uint8Array {
  const { bytes } = c;
  const quote = bytes[p];
  if (quote !== 0x22 && quote !== 0x27)
    return unexpected(c, p, 'a quoted entity value or an external identifier');
  let text = '';
  let from = p + 1;
  let q = from;
  for (;;) {
    const byte = bytes[q];
    if (byte === quote && q < c.end) break;
    if (byte === 0x26 && bytes[q + 1] === 0x23) {
      text += cutUtf8(c, from, q) + reference(c, q);
      from = q = c.at;
    } else if (byte === 0x26) {
      q = passEntityReference(c, q);
    } else if (byte === 0x25) {
      malformed(
        c,
        'a parameter entity must not be referred to within a declaration of the internal subset',
        q,
      );
    } else if (byte === 0x0d) {
      text += `${cutUtf8(c, from, q)}\n`;
      from = q = bytes[q + 1] === 0x0a ? q + 2 : q + 1;
    } else if (byte === undefined || q >= c.end || (byte < 0x20 && !isSpace(byte))) {
      unexpected(c, q, 'a character of XML');
    } else q = byte >= 0x80 ? passSequence(c, q) : q + 1;
  }
  text += cutUtf8(c, from, q);
  c.at = q + 1;
  return new TextEncoder().encode(text);
}
