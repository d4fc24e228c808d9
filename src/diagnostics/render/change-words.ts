import { groupBy } from '../../foundation/group-by.js';
import { CATEGORY_TITLES, type ChangeEffect, type FoundChange } from '../change.js';
import type { Finding } from '../finding.js';

/** A finding that is a change. */
export interface ChangeFinding extends Finding {
  readonly change: FoundChange;
}

/** A part of a report for people. */
export interface Chapter {
  readonly title: string;
  readonly changes: readonly ChangeFinding[];
}

/** The chapters of every report for people: what breaks, what is not decided, what breaks nothing, words. */
export function chaptersOf(findings: readonly Finding[]): readonly Chapter[] {
  const changes = findings.filter((one): one is ChangeFinding => one.change !== undefined);
  const left = new Set(changes);
  const chapter = (title: string, belongs: (one: ChangeFinding) => boolean): Chapter => {
    const found = [...left].filter(belongs);
    for (const one of found) left.delete(one);
    return { title, changes: found };
  };
  return [
    chapter('Known from the baseline', ({ change }) => change.isKnown),
    chapter('Breaking', ({ change, severity }) => change.verdict === 'breaking' && severity === 'error'),
    chapter('Breaking, but not counted as an error', ({ change }) => change.verdict === 'breaking'),
    chapter('Not decided', ({ change }) => change.verdict === 'undecided'),
    chapter('Documentation only', ({ change }) => isOnlyWords(change)),
    chapter('Compatible', () => true),
  ]
    .filter((one) => one.changes.length > 0)
    .sort((a, b) => ORDER.indexOf(a.title) - ORDER.indexOf(b.title));
}

const ORDER = [
  'Breaking',
  'Breaking, but not counted as an error',
  'Not decided',
  'Known from the baseline',
  'Compatible',
  'Documentation only',
];

const isOnlyWords = ({ effects }: FoundChange): boolean =>
  effects.every(({ category }) => category === 'documentation');

/** The effects that are no good news, as lines: `breaks XML, old messages to new readers: an element is required`. */
export function effectLines({
  effects,
}: FoundChange): readonly { readonly word: string; readonly text: string }[] {
  const worth = effects.filter(({ verdict }) => verdict !== 'compatible');
  return [...groupBy(worth, ({ verdict, reason }) => `${verdict} ${reason ?? ''}`).values()].map((alike) => {
    const [first] = alike;
    const where = alike.map(({ category }) => CATEGORY_TITLES[category]).join('; ');
    return {
      word: first?.verdict === 'breaking' ? 'breaks' : 'unclear',
      text: first?.reason === undefined ? where : `${where}: ${first.reason}`,
    };
  });
}

/** The messages that show the breaks of a change. */
export const witnessesOf = ({ effects }: FoundChange): readonly NonNullable<ChangeEffect['witness']>[] =>
  effects.flatMap(({ witness }) => witness ?? []);

/** Whether the message does not already say how it was and how it is. */
export const needsSides = (message: string, { before, after }: FoundChange): boolean =>
  [before, after].some((side) => side !== undefined && !message.includes(side));

/** The same change in many places, told once. */
export interface FoldedChange {
  readonly first: ChangeFinding;
  /** Subjects of all, where there are several. */
  readonly subjects: readonly string[];
  /** What to call it: the message of one, or that of all. */
  readonly message: string;
}

/** From this many on, the same change in many places is told once, with the places. */
const ENOUGH_TO_FOLD = 5;

/** Folds what is the same change but for the component that it happened to. */
export function foldChanges(changes: readonly ChangeFinding[]): readonly FoldedChange[] {
  const alike = groupBy(changes, foldKey);
  return [...alike.values()].flatMap((members): readonly FoldedChange[] => {
    const [first] = members;
    if (first === undefined || members.length < ENOUGH_TO_FOLD)
      return members.map((one) => ({ first: one, subjects: [], message: one.message }));
    const subjects = members.map(({ change }) => change.subject);
    const message = first.message.replace(
      first.change.subject,
      `(${members.length}) ${lastPart(first.change.subject)}`,
    );
    return [{ first, subjects, message }];
  });
}

/** Rule, last part of the subject, sides and verdicts. Names of components themselves do not count. */
function foldKey({ change }: ChangeFinding): string {
  const { rule, subject, before, after, effects } = change;
  const verdicts = effects.map(({ category, verdict }) => `${category} ${verdict}`).join(',');
  const kind = rule.startsWith('class-') ? `${before ?? ''}|${after ?? ''}` : '';
  if (!subject.includes('.'))
    return NAMES_ONLY.has(rule) ? `${rule}|${kind}|${verdicts}` : `${rule}|${subject}`;
  return [rule, lastPart(subject), before ?? '', after ?? '', verdicts].join('|');
}

/** Rules about global components that say nothing but the name. */
const NAMES_ONLY: ReadonlySet<string> = new Set([
  'element-added',
  'element-removed',
  'type-added',
  'type-removed',
  'documentation-changed',
  'class-added',
  'class-removed',
]);

const lastPart = (subject: string): string =>
  subject.includes('.') ? `….${subject.slice(subject.lastIndexOf('.') + 1)}` : '…';
