import {
  classSet,
  type CodePointSet,
  firstPlace,
  nextPlace,
  ofRanges,
  parsePattern,
  patternAutomaton,
  type PatternNode,
  type PatternPlace,
} from '../../../pattern/index.js';
import type { SimpleTypeCodec } from '../../../../runtime/primitive/simple-type.js';
import { type Acceptor, acceptorOf, allOf, anyOf } from './acceptor.js';

/** A regular expression of XML Schema. Undefined where it cannot be read or is too large. */
export function patternAcceptor(pattern: string): Acceptor | undefined {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const parsed = parsePattern(pattern);
  const automaton = parsed.ok ? patternAutomaton(parsed.node) : undefined;
  if (!parsed.ok || automaton === undefined) return undefined;
  const acceptor = acceptorOf<PatternPlace>({
    start: firstPlace(automaton),
    key: (place) => place.join(),
    step: (place, code) => {
      const next = nextPlace(automaton, place, code);
      return next.length === 0 ? undefined : next;
    },
    accepts: (place) => place.includes(automaton.accept),
    classes: classesOf(parsed.node),
  });
  if (patterns.size > MOST) patterns.clear();
  patterns.set(pattern, acceptor);
  return acceptor;
}

// A pattern means the same in every schema.
const patterns = new Map<string, Acceptor>();
const MOST = 500;

function classesOf(root: PatternNode): readonly CodePointSet[] {
  const sets = new Map<string, CodePointSet>();
  const visit = (node: PatternNode): void => {
    switch (node.kind) {
      case 'characters': {
        const set = classSet(node.characters);
        sets.set(set.join(), set);
        return;
      }
      case 'sequence':
        node.parts.forEach(visit);
        return;
      case 'choice':
        node.branches.forEach(visit);
        return;
      case 'repeat':
        visit(node.body);
    }
  };
  visit(root);
  return [...sets.values()];
}

/** One of several regular expressions: those of one derivation step. */
export function anyPattern(alternatives: readonly string[]): Acceptor | undefined {
  const acceptors = alternatives.map(patternAcceptor);
  const known = acceptors.filter((acceptor) => acceptor !== undefined);
  return known.length < acceptors.length ? undefined : anyOf(known);
}

/** As many characters as a range allows. */
export function lengthAcceptor(min: number, max: number): Acceptor {
  const most = max === Infinity ? min : max;
  return {
    start: 0,
    step: (count) => (count < most ? count + 1 : max === Infinity ? most : -1),
    accepts: (count) => count >= min,
    classes: [],
  };
}

/** One of several texts. */
export function wordsAcceptor(words: readonly string[]): Acceptor {
  const all = words.map((word) => [...word].map((sign) => sign.codePointAt(0) ?? 0));
  const codes = [...new Set(all.flat())];
  return acceptorOf<{ readonly left: readonly number[]; readonly length: number }>({
    start: { left: all.map((_, at) => at), length: 0 },
    key: ({ left, length }) => `${String(length)} ${left.join()}`,
    step: ({ left, length }, code) => {
      const next = left.filter((at) => all[at]?.[length] === code);
      return next.length === 0 ? undefined : { left: next, length: length + 1 };
    },
    accepts: ({ left, length }) => left.some((at) => all[at]?.length === length),
    classes: codes.map((code) => ofRanges([[code, code]])),
  });
}

const WHITE_SPACE = ofRanges([
  [0x09, 0x0a],
  [0x0d, 0x0d],
  [0x20, 0x20],
]);
const SPACE = ofRanges([[0x20, 0x20]]);
const isWhiteSpace = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;

/** Accepts texts as they stand in a document, of which `inner` gets what white space normalisation leaves. */
export function onRaw(inner: Acceptor, whiteSpace: SimpleTypeCodec['whiteSpace']): Acceptor {
  if (whiteSpace === 'preserve') return inner;
  const classes = [...inner.classes, WHITE_SPACE, SPACE];
  if (whiteSpace === 'replace')
    return { ...inner, classes, step: (state, code) => inner.step(state, isWhiteSpace(code) ? 0x20 : code) };
  return acceptorOf<{ readonly state: number; readonly pending: 'start' | 'no' | 'yes' }>({
    start: { state: inner.start, pending: 'start' },
    key: ({ state, pending }) => `${String(state)} ${pending}`,
    step: ({ state, pending }, code) => {
      if (isWhiteSpace(code)) return { state, pending: pending === 'start' ? 'start' : 'yes' };
      const before = pending === 'yes' ? inner.step(state, 0x20) : state;
      const next = before < 0 ? before : inner.step(before, code);
      return next < 0 ? undefined : { state: next, pending: 'no' };
    },
    accepts: ({ state }) => inner.accepts(state),
    classes,
  });
}

/** Items that each are accepted, with single spaces between them, as many as a range allows. */
export function listAcceptor(item: Acceptor, min: number, max: number): Acceptor {
  const most = max === Infinity ? min : max;
  return acceptorOf<{ readonly count: number; readonly state: number | undefined }>({
    start: { count: 0, state: undefined },
    key: ({ count, state }) => `${String(count)} ${String(state)}`,
    step: ({ count, state }, code) => {
      if (code === 0x20)
        return state !== undefined && item.accepts(state) ? { count, state: undefined } : undefined;
      const isFirst = state === undefined;
      if (isFirst && max !== Infinity && count >= most) return undefined;
      const next = item.step(state ?? item.start, code);
      if (next < 0) return undefined;
      return { count: isFirst ? Math.min(count + 1, Math.max(most, 1)) : count, state: next };
    },
    accepts: ({ count, state }) =>
      state === undefined ? count === 0 && min === 0 : count >= min && item.accepts(state),
    classes: [...item.classes, SPACE],
  });
}

/** Texts without white space at the ends, doubled or other than spaces. */
export const COLLAPSED: Acceptor = acceptorOf<'start' | 'text' | 'space'>({
  start: 'start',
  key: (state) => state,
  step: (state, code) =>
    code === 0x20 ? (state === 'text' ? 'space' : undefined) : isWhiteSpace(code) ? undefined : 'text',
  accepts: (state) => state !== 'space',
  classes: [WHITE_SPACE, SPACE],
});

/** All of several, on texts as they stand in a document. */
export const rawAllOf = (parts: readonly Acceptor[], whiteSpace: SimpleTypeCodec['whiteSpace']): Acceptor =>
  onRaw(allOf(parts), whiteSpace);
