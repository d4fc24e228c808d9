import {
  contentComplete,
  expectedContent,
  startContent,
  stepContent,
  type ContentState,
} from '../content-model/content-model.js';
import { openName, skip, child, childOrText } from '../xml/element.js';
import type { Reader } from '../xml/reader.js';
import { allowsNamespace, type WildcardInfo } from './wildcard.js';
import { incompleteContent, unexpectedElement, variantOf } from './children.js';
import type { ComplexTypeInfo } from './type-descriptor.js';

export { startContent };

/** What `place` answers for an element that stands where nothing takes it: it was reported. */
export const MISPLACED = -1;

/**
 * Takes the element just opened, child `found` (-1: none of the names), into the content model. Answers the number to
 * switch on: that of its name; behind the names, that of a wildcard; or `MISPLACED`.
 */
export function place(
  r: Reader,
  type: ComplexTypeInfo,
  state: ContentState,
  wildcards: readonly WildcardInfo[],
  found: number,
): number {
  const namespace = found > 0 ? (type.namespace[found] as string) : r.openNamespace;
  const taken = stepContent(state, found, (index) =>
    allowsNamespace(wildcards[index] as WildcardInfo, namespace),
  );
  if (taken > 0) return taken;
  if (taken < 0) {
    if (found > 0) slowly(r, type, found);
    return type.text.length - 1 - taken;
  }
  const variant = found > 0 ? 0 : variantOf(r, type);
  if (variant > 0) {
    stepContent(state, variant, () => false);
    return variant;
  }
  unexpectedElement(r, openName(r), namesExpected(type, state, wildcards), found > 0 ? undefined : type);
  return found > 0 ? found : MISPLACED;
}

/** The fast path does not say where the local name starts: wildcards want to know. */
function slowly(r: Reader, type: ComplexTypeInfo, found: number): void {
  r.openNamespace = type.namespace[found] as string;
  const start = r.nameStart[r.depth] as number;
  const length = r.nameLength[r.depth] as number;
  r.openLocal = start + length - (type.local[found] as Uint8Array).length;
}

/** Passes over a misplaced element; answers the number of the next child. */
export function passMisplaced(r: Reader, type: ComplexTypeInfo): number {
  skip(r);
  return child(r, type, 0);
}

/** As `passMisplaced`, where text may stand. */
export function passMisplacedInMixed(r: Reader, type: ComplexTypeInfo, content: unknown[]): number {
  skip(r);
  return childOrText(r, type, content);
}

/** The element was closed: notes what it lacks. */
export function endContent(
  r: Reader,
  type: ComplexTypeInfo,
  state: ContentState,
  wildcards: readonly WildcardInfo[],
): void {
  if (!contentComplete(state)) incompleteContent(r, namesExpected(type, state, wildcards));
}

const namesExpected = (
  type: ComplexTypeInfo,
  state: ContentState,
  wildcards: readonly WildcardInfo[],
): readonly string[] =>
  expectedContent(state).map((name) =>
    name > 0 ? (type.text[name] as string) : showWildcard(wildcards[-1 - name] as WildcardInfo),
  );

const showWildcard = ({ namespaces }: WildcardInfo): string =>
  namespaces === '##any'
    ? 'any element'
    : typeof namespaces === 'string'
      ? 'an element of another namespace'
      : `an element of namespace ${namespaces.map((namespace) => namespace || '(none)').join(' or ')}`;

/** What was seen of an `xs:all`. */
export interface AllState {
  readonly seen: Uint8Array;
  readonly order: number[];
}

export const startAll = (type: ComplexTypeInfo): AllState => ({
  seen: new Uint8Array(type.text.length),
  order: [],
});

/** Takes child `found` of an `xs:all`: each of its members may be there once. */
export function placeInAll(
  r: Reader,
  type: ComplexTypeInfo,
  state: AllState,
  group: readonly number[],
  found: number,
): number {
  const member = group[found] as number;
  if (found < 1 || state.seen[member] === 1) {
    unexpectedElement(r, openName(r), missingOf(type, state, group), found < 1 ? type : undefined);
    return found < 1 ? MISPLACED : found;
  }
  state.seen[member] = 1;
  state.order.push(found);
  return found;
}

/** The element with an `xs:all` was closed: `required` are the members that must be there; none at all may be fine, too. */
export function endAll(
  r: Reader,
  type: ComplexTypeInfo,
  state: AllState,
  required: readonly number[],
  optional: boolean,
): void {
  if (optional && state.order.length === 0) return;
  const missing = required.filter((member) => state.seen[member] !== 1);
  if (missing.length > 0)
    incompleteContent(
      r,
      missing.map((member) => type.text[member] as string),
    );
}

const missingOf = (type: ComplexTypeInfo, state: AllState, group: readonly number[]): readonly string[] =>
  type.text.filter((_, number) => number > 0 && state.seen[group[number] as number] !== 1);

/** The order in which the members were, unless it is that of the schema. */
export const orderOf = (state: AllState, names: readonly string[]): readonly string[] | undefined => {
  for (let index = 1; index < state.order.length; index++)
    if ((state.order[index] as number) < (state.order[index - 1] as number))
      return state.order.map((number) => names[number - 1] as string);
  return undefined;
};
