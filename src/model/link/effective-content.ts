import type { ComplexType, ContentType, Particle, TypeDefinition } from '../schema/index.js';
import { NO_ANNOTATION } from '../schema/index.js';
import type { ComplexContentFragment, ParticleFragment } from './fragment/index.js';
import type { LinkContext, Scope } from './link-context.js';
import { linkParticle } from './link-particle.js';

interface ComplexContent {
  readonly contentType: ContentType;
  readonly ownParticle?: ComplexType['ownParticle'];
}

/** The content type of a complex type with complexContent or without either (3.4.2). */
export function effectiveContent(
  ctx: LinkContext,
  scope: Scope,
  content: ComplexContentFragment,
  base: TypeDefinition,
): ComplexContent {
  const particle =
    content.particle === undefined || isEmpty(content.particle)
      ? undefined
      : linkParticle(ctx, scope, content.particle);
  const own = contentOf(content.mixed, particle);
  if (content.derivationMethod === 'restriction' || base.kind === 'simple-type') return { contentType: own };
  const inherited = base.contentType;
  if (own.kind === 'empty') return { contentType: inherited };
  const added = particle === undefined ? {} : { ownParticle: particle };
  const before = 'particle' in inherited ? inherited.particle : undefined;
  if (before === undefined) return { contentType: own, ...added };
  // Clause 2.1: mixed content without a particle has one of nothing, which stands behind an xs:all, too.
  const both = particle === undefined && !isAll(before) ? before : sequenceOf(before, particle, content);
  return { contentType: contentOf(content.mixed, both), ...added };
}

/** Clause 2.1: what has no particle. The group itself must be without children; a group that is referred to may be empty. */
function isEmpty({ term, minOccurs, maxOccurs }: ParticleFragment): boolean {
  if (minOccurs === 0 && maxOccurs === 0) return true;
  if (term.kind !== 'model-group' || term.particles.length > 0) return false;
  return term.compositor !== 'choice' || minOccurs === 0;
}

function contentOf(mixed: boolean, particle: Particle | undefined): ContentType {
  if (particle === undefined) return mixed ? { kind: 'mixed' } : { kind: 'empty' };
  return { kind: mixed ? 'mixed' : 'element-only', particle };
}

/** Clause 3.3 of extension: the base's content, then what is added. */
const sequenceOf = (
  before: Particle,
  added: Particle | undefined,
  { span }: ComplexContentFragment,
): Particle => ({
  kind: 'particle',
  minOccurs: 1,
  maxOccurs: 1,
  term: {
    kind: 'model-group',
    compositor: 'sequence',
    particles: added === undefined ? [before] : [before, added],
    annotation: NO_ANNOTATION,
    span,
  },
  span,
});

const isAll = ({ term }: Particle): boolean => term.kind === 'model-group' && term.compositor === 'all';
