import { unknownStereotype } from '../../diagnostics/catalogue/uml.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { compareText } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { ModelElement, Origin, TaggedValue } from '../../model/information/index.js';
import { isKnownStereotype } from './class-kind.js';
import { normalizeGuid } from './guid.js';
import { plainNotes } from './plain-notes.js';
import type { RawElement } from './raw-model.js';

/** What every element has, in its final form. */
export function buildElement(raw: RawElement, where: string, report: StereotypeReport): ModelElement {
  const guid = normalizeGuid(raw.guid);
  const stereotypes = buildStereotypes(raw.stereotypes);
  for (const stereotype of stereotypes) report.note(stereotype, where, raw.origin);
  return {
    name: raw.name.trim(),
    ...(guid === undefined ? {} : { guid }),
    notes: plainNotes(raw.notes),
    stereotypes,
    taggedValues: raw.tags === undefined || raw.tags.length === 0 ? NONE : buildTags(raw.tags),
    origin: raw.origin,
  };
}

const NONE: readonly never[] = [];

/** Trimmed, in order, none twice. */
export const buildStereotypes = (stereotypes: readonly string[] | undefined): readonly string[] =>
  stereotypes === undefined || stereotypes.length === 0
    ? NONE
    : [...new Set(stereotypes.map((stereotype) => stereotype.trim()))].filter((name) => name !== '');

/** In order, with one kind of line ends: projects and exports differ in that. */
const buildTags = (tags: readonly TaggedValue[]): readonly TaggedValue[] =>
  tags
    .map(({ name, value, notes }) => {
      const plain = plainNotes(notes);
      const text = value.includes('\r') ? value.replaceAll(/\r\n?/gu, '\n') : value;
      return { name: name.trim(), value: text, ...(plain === '' ? {} : { notes: plain }) };
    })
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.value, b.value));

/** The place of an element that was read from a text. */
export const placeOf = (origin: Origin | undefined): Span | undefined =>
  origin !== undefined && 'span' in origin ? origin.span : undefined;

/** Collects stereotypes that are not known, to name each once. */
export class StereotypeReport {
  readonly #unknown = new Map<string, { readonly elements: string[]; readonly at: Span | undefined }>();

  note(stereotype: string, where: string, origin: Origin): void {
    if (isKnownStereotype(stereotype)) return;
    const entry = this.#unknown.get(stereotype) ?? { elements: [], at: placeOf(origin) };
    entry.elements.push(where);
    this.#unknown.set(stereotype, entry);
  }

  report(diagnostics: DiagnosticBag): void {
    for (const [stereotype, { elements, at }] of this.#unknown) {
      diagnostics.add(unknownStereotype, { stereotype, elements, at });
    }
  }
}
