/** The names in a run of `@STEREO;Name=…;GUID={…};@ENDSTEREO;`, as Enterprise Architect keeps several stereotypes. */
export const stereotypeNames = (run: string): readonly string[] =>
  [...run.matchAll(/@STEREO;(?:[^@]*;)?Name=([^;]*);/gu)].map(([, name = '']) => name);

/** Every stereotype that a cross reference of Enterprise Architect (`$XREFPROP=…`) holds. */
export const xrefStereotypes = (xref: string | undefined): readonly string[] =>
  xref === undefined || !xref.includes('$NAM=Stereotypes') ? [] : stereotypeNames(xref);

/** The stereotype that an element shows, and those that its cross reference adds. */
export function allStereotypes(shown: readonly string[], xref: string | undefined): readonly string[] {
  const more = xrefStereotypes(xref);
  const known = new Set(more.map((name) => name.toLowerCase()));
  return [...shown.filter((name) => !known.has(name.trim().toLowerCase())), ...more];
}

/** How Enterprise Architect sets the notes of a tagged value apart: of all elements, and of ends in particular. */
const NOTES_MARK = /#NOTES#|\$ea_notes=/u;

/** Enterprise Architect writes the notes of a tagged value behind its value. */
export function splitTagNotes(text: string): { readonly value: string; readonly notes?: string } {
  const mark = NOTES_MARK.exec(text);
  if (mark === null) return { value: text };
  return withNotes(text.slice(0, mark.index), text.slice(mark.index + mark[0].length));
}

const withNotes = (value: string, notes: string): { readonly value: string; readonly notes?: string } =>
  value === '<memo>' ? { value: notes } : notes === '' ? { value } : { value, notes };
