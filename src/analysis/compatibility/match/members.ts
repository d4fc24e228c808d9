import type { Span } from '../../../foundation/span.js';
import type {
  ComponentId,
  ElementDeclaration,
  ModelGroupDefinition,
  Particle,
  Schema,
  Wildcard,
} from '../../../model/schema/index.js';
import type { Occurs } from '../../content-model/index.js';

/** What stands in a content model: an element, a wildcard, or a reference to a named group. */
export type MemberTerm =
  | { readonly kind: 'element'; readonly element: ElementDeclaration }
  | { readonly kind: 'wildcard'; readonly wildcard: Wildcard }
  | { readonly kind: 'group'; readonly group: ModelGroupDefinition };

/** One leaf of a content model, with the way to it. */
export interface Member {
  readonly term: MemberTerm;
  /** As its own particle says. */
  readonly occurs: Occurs;
  /** Some message may lack it: its own particle, a group around it or a choice allows that. */
  readonly optional: boolean;
  /** Which of several of the same name, from 1. */
  readonly ordinal: number;
  readonly particle: Particle;
  readonly span: Span;
}

/** The leaves of a content model in order. A reference to a named group is a leaf: the group is compared once, by itself. */
export function membersOf(schema: Schema, particle: Particle | undefined): readonly Member[] {
  const members: Member[] = [];
  const counts = new Map<string, number>();
  const walk = (at: Particle, optional: boolean, isOutermost: boolean): void => {
    const here = optional || at.minOccurs === 0;
    const leaf = (term: MemberTerm, key: string): void => {
      const ordinal = (counts.get(key) ?? 0) + 1;
      counts.set(key, ordinal);
      const occurs = { min: at.minOccurs, max: at.maxOccurs };
      members.push({ term, occurs, optional: here, ordinal, particle: at, span: at.span });
    };
    const { term } = at;
    if (term.kind === 'wildcard') leaf({ kind: 'wildcard', wildcard: term }, '*');
    else if (term.kind === 'element-declaration-ref') {
      const element = schema.elements.get(term.element);
      if (element !== undefined) leaf({ kind: 'element', element }, `e ${element.name.localName}`);
    } else {
      const group =
        isOutermost || term.definition === undefined ? undefined : schema.modelGroups.get(term.definition);
      if (group !== undefined) leaf({ kind: 'group', group }, `g ${group.id}`);
      else {
        const inner = here || (term.compositor === 'choice' && term.particles.length > 1);
        for (const one of term.particles) walk(one, inner, false);
      }
    }
  };
  if (particle !== undefined) walk(particle, false, false);
  return members;
}

/** The leaves of a named group. */
export const membersOfGroup = (
  schema: Schema,
  { modelGroup, span }: ModelGroupDefinition,
): readonly Member[] =>
  membersOf(schema, {
    kind: 'particle',
    minOccurs: 1,
    maxOccurs: 1,
    // Without the definition: here the group is looked into.
    term: withoutDefinition(modelGroup),
    span,
  });

const withoutDefinition = ({ definition: _definition, ...group }: ModelGroupDefinition['modelGroup']) =>
  group;

/** The name of a member as people call it. */
export const memberName = ({ term }: Pick<Member, 'term'>): string => {
  switch (term.kind) {
    case 'element':
      return term.element.name.localName;
    case 'wildcard':
      return '(any)';
    case 'group':
      return `group ${term.group.name.localName}`;
  }
};

/** The declaration that a member points at; undefined for a wildcard. */
export const memberTarget = ({ term }: Member): ComponentId | undefined =>
  term.kind === 'element' ? term.element.id : term.kind === 'group' ? term.group.id : undefined;

/** Whether both members refer to global elements: what those are called is said of themselves. */
export const areBothGlobal = (a: Member, b: Member): boolean =>
  a.term.kind === 'element' &&
  b.term.kind === 'element' &&
  a.term.element.scope === 'global' &&
  b.term.element.scope === 'global';
