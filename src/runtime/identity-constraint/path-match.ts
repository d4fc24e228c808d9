import type { IdentityConstraintInfo, PathInfo, StepTest } from './watch.js';

/** A name test, taken apart: null where anything goes. */
export interface NameTest {
  readonly namespace: string | null;
  readonly local: string | null;
}

/** A path of the subset (3.11.6), ready to be compared with the names of open elements. */
export interface Path {
  readonly descendant: boolean;
  readonly steps: readonly NameTest[];
  readonly attribute: NameTest | null;
}

/** A constraint with its paths taken apart. */
export interface Constraint {
  readonly info: IdentityConstraintInfo;
  readonly selector: readonly Path[];
  readonly fields: readonly (readonly Path[])[];
}

/** Names of the open elements by depth. Entries below the present depth are stale. */
export interface OpenNames {
  readonly namespace: string[];
  readonly local: string[];
}

const compiled = /* @__PURE__ */ new WeakMap<IdentityConstraintInfo, Constraint>();

/** Takes the paths of a constraint apart, once. */
export function compile(info: IdentityConstraintInfo): Constraint {
  const known = compiled.get(info);
  if (known !== undefined) return known;
  const constraint = {
    info,
    selector: info.selector.map(pathOf),
    fields: info.fields.map((field) => field.map(pathOf)),
  };
  compiled.set(info, constraint);
  return constraint;
}

const pathOf = ({ descendant, steps, attribute }: PathInfo): Path => ({
  descendant,
  steps: steps.map(testOf),
  attribute: attribute === undefined ? null : testOf(attribute),
});

function testOf(test: StepTest): NameTest {
  if (test === '*') return { namespace: null, local: null };
  const brace = test.startsWith('{') ? test.lastIndexOf('}') : -1;
  const local = test.slice(brace + 1);
  return { namespace: brace < 0 ? '' : test.slice(1, brace), local: local === '*' ? null : local };
}

/** Whether a name passes a test. */
export const passes = (test: NameTest, namespace: string, local: string): boolean =>
  (test.local === null || test.local === local) && (test.namespace === null || test.namespace === namespace);

/**
 * Whether a path's element steps lead from the element at depth `from` to the open element at depth `to`. A path is
 * compared with the names on the way, so nothing has to be remembered from element to element.
 */
export function leadsTo(path: Path, names: OpenNames, from: number, to: number): boolean {
  const { steps } = path;
  const length = steps.length;
  if (path.descendant ? to - from < length : to - from !== length) return false;
  for (let step = length - 1, depth = to; step >= 0; step--, depth--)
    if (!passes(steps[step] as NameTest, names.namespace[depth] as string, names.local[depth] as string))
      return false;
  return true;
}
