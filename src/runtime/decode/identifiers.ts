import type { NoteIdentifiers } from '../primitive/simple-type.js';
import { normalizeWhiteSpace } from '../primitive/white-space.js';
import { report } from '../xml/fault.js';
import type { Reader } from '../xml/reader.js';

/**
 * Keeps ID values unique and remembers IDREF values (cvc-id), for types that say they are one or hold some; looks up ENTITY
 * values among the unparsed entities of the document (cvc-simple-type.2).
 */
export const noteIdentifiers: NoteIdentifiers = (r, type, literal, at, attribute) => {
  const kind = type.identifier?.(literal);
  if (kind === undefined) return;
  // A union hands in its literal as it stands; an empty list names nothing.
  const names = normalizeWhiteSpace(literal, 'collapse').split(' ');
  if (names[0] === '') return;
  if (kind === 'ID') {
    const ids = (r.ids ??= new Map<string, number>());
    let place = r.base + at;
    for (const name of names) {
      const before = ids.get(name);
      // A record that did not fit into the window is read again: an ID is no other than itself.
      if (before !== undefined && before !== place)
        report(r, 'VAL2301', 'cvc-id.2', `ID "${name}" is there twice`, at, 'a unique ID', name, attribute);
      ids.set(name, before ?? place);
      place += name.length + 1;
    }
    return;
  }
  if (kind === 'ENTITY') {
    for (const name of names)
      if (r.unparsedEntities?.has(name) !== true)
        report(
          r,
          'VAL2303',
          'cvc-simple-type.2',
          `the document declares no unparsed entity "${name}"`,
          at,
          'an unparsed entity',
          name,
          attribute,
        );
    return;
  }
  r.checkReferences = checkReferences;
  const idrefs = (r.idrefs ??= new Map<string, number>());
  for (const name of names) {
    if (idrefs.has(name)) continue;
    idrefs.set(name, r.base + at);
    r.late?.push(r.base + at);
  }
};

/** cvc-id.1: every IDREF has its ID. */
function checkReferences(r: Reader): void {
  if (r.idrefs === null) return;
  for (const [name, offset] of r.idrefs)
    if (r.ids?.has(name) !== true)
      report(
        r,
        'VAL2302',
        'cvc-id.1',
        `there is no ID "${name}" for this reference`,
        offset - r.base,
        'an ID',
        name,
      );
}
