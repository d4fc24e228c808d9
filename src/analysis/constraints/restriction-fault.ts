import { clark } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { Schema } from '../../model/schema/index.js';
import type { ParticleView } from './pointless-particles.js';

/** Why a particle is not a restriction of another: the case that failed, and where. */
export interface RestrictionFault {
  readonly rule: string;
  readonly why: string;
  readonly at?: Span;
  readonly base?: Span;
}

/** What the cases need: the schema, and the rule itself for the particles within. */
export interface RestrictionContext {
  readonly schema: Schema;
  readonly restricts: (derived: ParticleView, base: ParticleView) => RestrictionFault | undefined;
}

/** A particle in the words of messages. */
export function describe(view: ParticleView): string {
  switch (view.kind) {
    case 'element':
      return `element ${clark(view.element.name)}`;
    case 'wildcard':
      return 'a wildcard';
    default:
      return view.head === undefined ? `a group of kind ${view.kind}` : `element ${clark(view.head.name)}`;
  }
}
