import { isSpace } from '../byte-class.js';
import { atEnd, malformed, unexpected } from '../fault.js';
import type { Reader } from '../reader.js';
import { cutUtf8 } from '../text.js';
import { rewriteDocument } from './content.js';
import { mustBeDeclared, type Doctype } from './doctype.js';
import { isExternalId, passExternalId } from './external-id.js';
import { readMarkupDeclaration, type Place } from './markup-declaration.js';
import { inside, nameOfReference, passEntityReference } from './reference.js';
import { Rewriting } from './rewriting.js';
import { passByte, passRequiredSpace, passSpace } from './token.js';
import { passQName } from '../name.js';

/**
 * Reads a DOCTYPE with its internal subset. To be given as the option `allowDoctype`; without it, a document with a
 * DOCTYPE is refused.
 *
 * Entities of the internal subset are replaced, within limits; defaults of attributes are filled in, and their values
 * normalised by type. What is external is never read: references to it are left out, with a warning.
 */
export function internalSubset(r: Reader, at: number): number {
  // What comes behind the DOCTYPE is rewritten as a whole, so it must be there as a whole.
  if (r.partial) return atEnd(r, at);
  const d: Doctype = {
    r,
    standalone: isStandalone(r),
    entities: new Map(),
    parameterEntities: new Map(),
    attributes: new Map(),
    external: false,
    parameterReference: false,
    unread: false,
    undeclared: [],
    passedOver: new Set(),
    added: 0,
    depth: 0,
  };
  r.at = at;
  const end = readDoctype(d, at);
  const [undeclared] = d.undeclared;
  if (undeclared !== undefined && mustBeDeclared(d))
    malformed(
      r,
      `entity "${undeclared.name}" is not declared before it is used in a default value`,
      undeclared.at,
      'wf-entity-declared',
    );
  r.unparsedEntities = new Set(
    [...d.entities.values()].filter(({ unparsed }) => unparsed).map(({ name }) => name),
  );
  const rewriting = new Rewriting(r.bytes);
  rewriting.copy(0, at);
  if (d.entities.size === 0 && d.attributes.size === 0 && mustBeDeclared(d)) rewriting.copy(end, r.end);
  else rewriteDocument(d, end, rewriting);
  r.bytes = rewriting.bytes();
  r.words = new DataView(r.bytes.buffer);
  r.end = r.bytes.length;
  r.view = '';
  r.viewStart = 0;
  r.viewEnd = 0;
  r.rewriting = rewriting;
  return at;
}

/** doctypedecl (production 28): answers the offset behind it. */
function readDoctype(d: Doctype, at: number): number {
  const { r } = d;
  let p = passQName(r, passRequiredSpace(r, at + 9));
  const next = passSpace(r, p);
  if (isExternalId(r, next) && isSpace(r.bytes[p])) {
    p = passExternalId(r, next, false);
    d.external = true;
  }
  p = passSpace(r, p);
  if (r.bytes[p] === 0x5b)
    p = passSpace(r, passByte(r, readDeclarations(d, r, p + 1, { inParameterEntity: false }), 0x5d));
  return passByte(r, p, 0x3e);
}

/** Declarations, and references to parameter entities between them (productions 28a and 28b), up to `]` or the end. */
function readDeclarations(d: Doctype, c: Reader, from: number, place: Place): number {
  let p = from;
  for (;;) {
    p = passSpace(c, p);
    if (p >= c.end) return place.inParameterEntity ? p : atEnd(c, p);
    const byte = c.bytes[p];
    if (c === d.r) c.at = p;
    if (byte === 0x3c) p = readMarkupDeclaration(d, c, p, place);
    else if (byte === 0x25) p = readParameterEntity(d, c, p);
    else if (byte === 0x5d && !place.inParameterEntity) return p;
    else return unexpected(c, p, 'a markup declaration');
  }
}

/** A reference to a parameter entity between declarations: its text must be declarations itself (WFC: PE Between Declarations). */
function readParameterEntity(d: Doctype, c: Reader, p: number): number {
  const end = passEntityReference(c, p);
  const name = nameOfReference(c, p, end);
  d.parameterReference = true;
  const entity = d.parameterEntities.get(name);
  if (entity === undefined || entity.text === null) d.unread = true;
  else
    inside(d, c, entity, entity.text, p, (inner) =>
      readDeclarations(d, inner, 0, { inParameterEntity: true }),
    );
  return end;
}

/** SDDecl (production 32) of the XML declaration, whose form was checked. */
function isStandalone(r: Reader): boolean {
  const head = cutUtf8(r, 0, Math.min(r.end, 512)).replace(/^\ufeff/, '');
  const declaration = /^<\?xml[ \t\r\n][^>]*\?>/.exec(head);
  return declaration !== null && /standalone[ \t\r\n]*=[ \t\r\n]*["']yes["']/.test(declaration[0]);
}
