import { cyclicInline, cyclicInPlace, endlessInline } from '../../diagnostics/catalogue/prf-restriction.js';
import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { allMembers } from './check-names.js';
import type { ResolvedMember, ResolvedProfile, ResolvedType } from './resolved-profile.js';

/** One step into an object that is carried inline. */
interface Step {
  readonly to: string;
  readonly member: ResolvedMember;
  /** Whether every object takes it: it is no alternative and not optional. */
  readonly isForced: boolean;
}

/** Objects that hold each other inline: a message is a tree, and a finite one. Each circle is reported once, where it closes. */
export function checkNesting(profile: ResolvedProfile, diagnostics: DiagnosticBag): void {
  const steps = new Map([...profile.types].map(([name, type]) => [name, stepsOf(profile, type)]));
  const forced = circles(steps, ({ isForced }) => isForced);
  for (const { path, closing } of forced) diagnostics.add(endlessInline, { at: closing.member.span, path });
  const reported = new Set(forced.map(({ closing }) => closing.member));
  for (const { path, closing } of circles(steps, () => true)) {
    if (reported.has(closing.member)) continue;
    const inPlace = path.every((name) => profile.types.get(name)?.anonymous === true);
    diagnostics.add(inPlace ? cyclicInPlace : cyclicInline, { at: closing.member.span, path });
  }
}

const stepsOf = (profile: ResolvedProfile, type: ResolvedType): readonly Step[] =>
  allMembers(profile, type).flatMap(({ member }) => {
    const { content, occurs } = member;
    if (content.kind === 'object') return [{ to: content.type, member, isForced: occurs.lower > 0 }];
    if (content.kind !== 'choice') return [];
    const isForced = occurs.lower > 0 && content.types.length === 1;
    return content.types.map((to) => ({ to, member, isForced }));
  });

interface Circle {
  /** Types on the way, the first again at the end. */
  readonly path: readonly string[];
  readonly closing: Step;
}

/** Depth first, in the order of the profile: one circle for each step that leads back. */
function circles(
  steps: ReadonlyMap<string, readonly Step[]>,
  counts: (step: Step) => boolean,
): readonly Circle[] {
  const found: Circle[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (name: string): void => {
    if (done.has(name)) return;
    way.push(name);
    for (const step of steps.get(name) ?? []) {
      if (!counts(step)) continue;
      const start = way.indexOf(step.to);
      if (start >= 0) found.push({ path: [...way.slice(start), step.to], closing: step });
      else visit(step.to);
    }
    way.pop();
    done.add(name);
  };
  for (const name of steps.keys()) visit(name);
  return found;
}
