import { compareText } from '../../foundation/expanded-name.js';
import { printMultiplicity } from '../../model/information/index.js';
import { typeName } from './class-sheet.js';
import type { ModelIndex } from './model-index.js';

/** What `find` looks at. */
export type FoundKind = 'package' | 'class' | 'attribute' | 'association' | 'literal';

/** An element of a model that was looked for. */
export interface FoundElement {
  readonly kind: FoundKind;
  /** `Metering`, `Reading`, `Reading.value`. */
  readonly name: string;
  /** Where it is, or what type it has. */
  readonly detail: string;
  /** The notes, where they are why it was found. */
  readonly notes: string | undefined;
}

/** How elements are looked for. */
export interface FindOptions {
  /** Look in the notes too. */
  readonly notes: boolean;
  /** Undefined: all kinds. */
  readonly kinds: readonly FoundKind[] | undefined;
}

interface Ranked extends Candidate {
  readonly order: number;
  /** The notes, where the text is in them and not in the name. */
  readonly because: string | undefined;
}

interface Candidate extends Omit<FoundElement, 'notes'> {
  /** The name alone, without the class in front of it. */
  readonly own: string;
  readonly notes: string;
}

/**
 * Elements whose names hold a text, in any case; `*` stands for anything, and then the whole name must match. With a dot the
 * name of the class counts too. Exact matches come first, then names that begin with the text.
 */
export function findElements(text: string, index: ModelIndex, options: FindOptions): readonly FoundElement[] {
  const isMatch = matcher(text);
  const wanted = text.toLowerCase();
  const rank = (name: string): number => {
    const lower = name.toLowerCase();
    return lower === wanted ? 0 : lower.startsWith(wanted) ? 1 : 2;
  };
  return candidates(index)
    .filter(({ kind }) => options.kinds === undefined || options.kinds.includes(kind))
    .flatMap((one): readonly Ranked[] => {
      const subject = text.includes('.') ? one.name : one.own;
      if (isMatch(subject)) return [{ ...one, order: rank(subject), because: undefined }];
      return options.notes && isMatch(one.notes) ? [{ ...one, order: 3, because: one.notes }] : [];
    })
    .sort((a, b) => a.order - b.order || ORDER[a.kind] - ORDER[b.kind] || compareText(a.name, b.name))
    .map(({ kind, name, detail, because }) => ({ kind, name, detail, notes: because }));
}

const ORDER: Readonly<Record<FoundKind, number>> = {
  class: 0,
  package: 1,
  attribute: 2,
  association: 3,
  literal: 4,
};

function matcher(text: string): (subject: string) => boolean {
  const wanted = text.toLowerCase();
  if (!wanted.includes('*')) return (subject) => subject.toLowerCase().includes(wanted);
  const pattern = new RegExp(
    `^${wanted.replaceAll(/[.+?^${}()|[\]\\]/gu, '\\$&').replaceAll('*', '.*')}$`,
    'su',
  );
  return (subject) => pattern.test(subject.toLowerCase());
}

function candidates(index: ModelIndex): readonly Candidate[] {
  const { model } = index;
  const around = (element: Parameters<ModelIndex['packagesAround']>[0]): string =>
    index
      .packagesAround(element)
      .map(({ name }) => name)
      .join('::');
  return [
    ...[...model.packages.values()].map((one): Candidate => ({
      kind: 'package',
      name: one.name,
      own: one.name,
      detail: around(one),
      notes: one.notes,
    })),
    ...[...model.classes.values()].flatMap((owner): readonly Candidate[] => [
      { kind: 'class', name: owner.name, own: owner.name, detail: around(owner), notes: owner.notes },
      ...owner.attributes.map((attribute): Candidate => ({
        kind: 'attribute',
        name: `${owner.name}.${attribute.name}`,
        own: attribute.name,
        detail: `${typeName(attribute, model)} ${printMultiplicity(attribute.multiplicity)}`,
        notes: attribute.notes,
      })),
      ...index
        .endsOf(owner)
        .filter(({ end }) => end.name !== '')
        .map(({ end, target }): Candidate => ({
          kind: 'association',
          name: `${owner.name}.${end.name}`,
          own: end.name,
          detail: `${target.name} ${printMultiplicity(end.multiplicity)}`,
          notes: end.notes,
        })),
      ...owner.literals.map((literal): Candidate => ({
        kind: 'literal',
        name: `${owner.name}.${literal.name}`,
        own: literal.name,
        detail: literal.code === undefined ? '' : `code ${literal.code}`,
        notes: literal.notes,
      })),
    ]),
  ];
}
