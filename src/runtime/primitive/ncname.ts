import { noteIdentifiers } from '../decode/identifiers.js';
import { isNameStart, nameClass } from '../xml/byte-class.js';
import { NC_NAME } from '../xml/character-class.js';
import { tokenType } from './token-type.js';

/** Whether a text is a name without colon (Namespaces in XML, production 4). */
export const isNCName = (text: string): boolean => NC_NAME.test(text);

/** ASCII only: bytes from 0x80 are not to be handed in. */
export function scanNCName(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end || !isNameStart(bytes[start])) return false;
  for (let at = start + 1; at < end; at++) if (nameClass[bytes[at] as number] !== 0) return false;
  return true;
}

const EXPECTED = 'a name without colon';

/** xs:NCName. */
export const NCName = /* @__PURE__ */ tokenType('NCName', EXPECTED, isNCName, { bytes: scanNCName });

/** xs:ID. That it is unique is a matter of the document. */
export const ID = /* @__PURE__ */ tokenType('ID', EXPECTED, isNCName, {
  identifier: () => 'ID',
  note: noteIdentifiers,
});

/** xs:IDREF. That the ID exists is a matter of the document. */
export const IDREF = /* @__PURE__ */ tokenType('IDREF', EXPECTED, isNCName, {
  identifier: () => 'IDREF',
  note: noteIdentifiers,
});

/** xs:ENTITY. That the unparsed entity is declared is a matter of the document. */
export const ENTITY = /* @__PURE__ */ tokenType('ENTITY', EXPECTED, isNCName, {
  identifier: () => 'ENTITY',
  note: noteIdentifiers,
});
