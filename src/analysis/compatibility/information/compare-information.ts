import * as catalogue from '../../../diagnostics/catalogue/cmp-model.js';
import type { ChangeCategory, ChangeVerdict } from '../../../diagnostics/change.js';
import type { Span } from '../../../foundation/span.js';
import { type InformationModel, isWithin, printMultiplicity } from '../../../model/information/index.js';
import type { Change } from '../change.js';
import { pairUp } from '../match/pair-up.js';
import { nameSimilarity, overlap } from '../match/similarity.js';
import type { ChangeDefinition } from '../rules/rule.js';
import { type MergedClass, type MergedProperty, mergeModels } from './merged-model.js';

/**
 * Every change between two information models, each perhaps in several documents: by GUID or IRI, then by name. A change
 * breaks where something that fits the old model (a profile, a message made by it) need not fit the new one.
 */
export function compareInformationModels(
  from: readonly InformationModel[],
  to: readonly InformationModel[],
): readonly Change[] {
  const [before, after] = [mergeModels(from), mergeModels(to)];
  const { pairs, removed, added } = pairUp(before, after, {
    keys: [
      { before: ({ guid }) => guid, after: ({ guid }) => guid },
      { before: qualified, after: qualified },
      { before: ({ name }) => name, after: ({ name }) => name },
    ],
    likeness: (a, b) => {
      const structure = overlap(new Set(a.properties.keys()), new Set(b.properties.keys()));
      return a.kind !== b.kind || structure < 0.5
        ? 0
        : 0.65 * structure + 0.35 * nameSimilarity(a.name, b.name);
    },
    threshold: 0.62,
  });
  const names = new Map(pairs.map(([old, now]) => [old.name, now.name]));
  const changes: Change[] = [...namespaceChanges(pairs)];
  for (const [old, now] of [...pairs].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1)))
    changes.push(...compareClasses(old, now, names, after));
  for (const old of removed) {
    const words = { subject: old.name, before: old.kind };
    changes.push(changeOf(catalogue.classRemoved, old.name, words, 'breaking', [old.span, undefined]));
  }
  for (const now of added) {
    const words = { subject: now.name, after: now.kind };
    changes.push(changeOf(catalogue.classAdded, now.name, words, 'compatible', [undefined, now.span]));
  }
  return changes;
}

const qualified = (one: MergedClass): string => `${one.package}::${one.name}`;

type Pair = readonly [before: MergedClass, after: MergedClass];

function namespaceChanges(pairs: readonly Pair[]): readonly Change[] {
  const moves = new Map<string, { readonly before: string; readonly after: string }>();
  for (const [{ namespace: before }, { namespace: after }] of pairs)
    if (before !== undefined && after !== undefined && before !== after)
      moves.set(`${before} ${after}`, { before, after });
  return [...moves.values()].map((words) =>
    changeOf(catalogue.modelNamespaceMoved, '', { subject: words.after, ...words }, 'breaking', NOWHERE),
  );
}

const NOWHERE = [undefined, undefined] as const;

function compareClasses(
  old: MergedClass,
  now: MergedClass,
  names: ReadonlyMap<string, string>,
  all: readonly MergedClass[],
): readonly Change[] {
  const changes: Change[] = [];
  const spans = [old.span, now.span] as const;
  const say = (definition: ChangeDefinition, before: string, after: string, verdict: ChangeVerdict): void => {
    if (before === after) return;
    changes.push(changeOf(definition, now.name, { subject: now.name, before, after }, verdict, spans));
  };
  say(catalogue.classRenamed, old.name, now.name, 'breaking');
  if (old.package !== '' && now.package !== '')
    say(catalogue.classMoved, old.package, now.package, 'compatible');
  say(catalogue.classKindChanged, old.kind, now.kind, 'breaking');
  say(
    catalogue.classAbstract,
    abstractText(old),
    abstractText(now),
    now.abstract ? 'breaking' : 'compatible',
  );
  const generals = [...old.generals].map((name) => names.get(name) ?? name);
  const isStillBelow = generals.every((name) => ancestorsOf(now, all).has(name));
  say(
    catalogue.superclassChanged,
    listText(generals),
    listText([...now.generals]),
    isStillBelow ? 'compatible' : 'breaking',
  );
  sayNotes(changes, now.name, now.name, old.notes, now.notes, spans);
  changes.push(...compareProperties(old, now, names));
  return changes;
}

const abstractText = ({ abstract }: MergedClass): string => (abstract ? 'abstract' : 'concrete');
const listText = (names: readonly string[]): string => [...names].sort().join(', ') || 'nothing';

function ancestorsOf(one: MergedClass, all: readonly MergedClass[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (names: Iterable<string>): void => {
    for (const name of names) {
      if (found.has(name)) continue;
      found.add(name);
      visit(all.find((other) => other.name === name)?.generals ?? []);
    }
  };
  visit(one.generals);
  return found;
}

function compareProperties(
  old: MergedClass,
  now: MergedClass,
  names: ReadonlyMap<string, string>,
): readonly Change[] {
  const changes: Change[] = [];
  const { pairs, removed, added } = pairUp([...old.properties.values()], [...now.properties.values()], {
    keys: [
      { before: ({ guid }) => ownGuid(guid, old), after: ({ guid }) => ownGuid(guid, now) },
      { before: ({ name }) => name, after: ({ name }) => name },
    ],
    likeness: (a, b) =>
      a.kind === b.kind && a.kind !== 'literal' && (names.get(a.type) ?? a.type) === b.type
        ? nameSimilarity(a.name, b.name)
        : 0,
    threshold: 0.75,
  });
  for (const [before, after] of pairs) {
    const subject = `${now.name}.${after.name}`;
    const spans = [before.span, after.span] as const;
    const say = (definition: ChangeDefinition, was: string, is: string, verdict: ChangeVerdict): void => {
      if (was !== is)
        changes.push(changeOf(definition, now.name, { subject, before: was, after: is }, verdict, spans));
    };
    const isLiteral = after.kind === 'literal';
    say(
      isLiteral ? catalogue.literalRenamed : catalogue.propertyRenamed,
      before.name,
      after.name,
      'breaking',
    );
    if (!isLiteral) {
      say(catalogue.propertyTypeChanged, names.get(before.type) ?? before.type, after.type, 'breaking');
      const isWider = isWithin(before.multiplicity, after.multiplicity);
      say(
        isWider ? catalogue.multiplicityWidened : catalogue.multiplicityNarrowed,
        printMultiplicity(before.multiplicity),
        printMultiplicity(after.multiplicity),
        isWider ? 'compatible' : 'breaking',
      );
    }
    sayNotes(changes, now.name, subject, before.notes, after.notes, spans);
  }
  for (const one of removed) {
    const words = { subject: `${now.name}.${one.name}`, before: propertyText(one) };
    const definition = one.kind === 'literal' ? catalogue.literalRemoved : catalogue.propertyRemoved;
    changes.push(changeOf(definition, now.name, words, 'breaking', [one.span, undefined]));
  }
  for (const one of added) {
    const words = { subject: `${now.name}.${one.name}`, after: propertyText(one) };
    const definition = one.kind === 'literal' ? catalogue.literalAdded : catalogue.propertyAdded;
    const verdict = one.kind !== 'literal' && one.multiplicity.lower > 0 ? 'breaking' : 'compatible';
    changes.push(changeOf(definition, now.name, words, verdict, [undefined, one.span]));
  }
  return changes;
}

/** Behind the namespace, the IRI of a property begins with its class, which may have been renamed. */
const ownGuid = (guid: string | undefined, { name }: MergedClass): string | undefined =>
  guid?.startsWith(`${name}.`) === true ? guid.slice(name.length + 1) : guid;

const propertyText = ({ kind, type, multiplicity }: MergedProperty): string =>
  kind === 'literal'
    ? 'value'
    : `${kind === 'end' ? 'association to ' : ''}${type} ${printMultiplicity(multiplicity)}`;

function sayNotes(
  changes: Change[],
  group: string,
  subject: string,
  before: string,
  after: string,
  spans: readonly [Span | undefined, Span | undefined],
): void {
  const even = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
  if (even(before) === even(after)) return;
  const words = { subject, before: shortened(even(before)), after: shortened(even(after)) };
  changes.push(changeOf(catalogue.notesChanged, group, words, 'compatible', spans, 'documentation'));
}

const MOST_LETTERS = 120;
const shortened = (text: string): string =>
  text === '' ? 'none' : text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS)}…`;

function changeOf(
  definition: ChangeDefinition,
  group: string,
  words: { readonly subject: string; readonly before?: string; readonly after?: string },
  verdict: ChangeVerdict,
  [before, after]: readonly [Span | undefined, Span | undefined],
  category: ChangeCategory = 'model',
): Change {
  const { subject } = words;
  return {
    code: definition.code,
    rule: definition.rule,
    message: definition.message({ subject, before: words.before ?? '', after: words.after ?? '' }),
    hint: undefined,
    subject,
    group,
    before: words.before,
    after: words.after,
    wire: 'none',
    ids: { before: [], after: [] },
    spans: { before, after },
    effects: [
      {
        category,
        verdict,
        reason: verdict === 'breaking' ? 'what fits the old model need not fit the new one' : undefined,
        witness: undefined,
      },
    ],
  };
}
