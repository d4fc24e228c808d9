import type { ComplexTypeBinding } from '../../analysis/binding/binding.js';
import { instantiableMembers, substitutionMembers } from '../../analysis/content-model/index.js';
import { clark } from '../../foundation/expanded-name.js';
import type { ComponentId, Particle } from '../../model/schema/index.js';
import { code, literal, type Code } from '../../printer/index.js';
import { particleOf } from './child-plan.js';
import type { CodecContext } from './codec-context.js';

/** The descriptor of a type, told of the abstract elements for which its children stand (cvc-elt.2). */
export function withAbstracts(ctx: CodecContext, type: ComplexTypeBinding, descriptor: Code): Code {
  const abstracts = abstractElements(ctx, particleOf(ctx, type.id));
  return abstracts === undefined
    ? descriptor
    : code`/* @__PURE__ */ ${ctx.rt('withAbstracts')}(${descriptor}, ${literal(abstracts)})`;
}

/** Abstract elements that stand at the head of children or among their substitutes, and the names that may replace them. */
function abstractElements(
  { schema }: CodecContext,
  particle: Particle | undefined,
): Readonly<Record<string, readonly string[]>> | undefined {
  const found = new Map<string, readonly string[]>();
  for (const id of particle === undefined ? [] : elementsIn(particle)) {
    const element = schema.elements.get(id);
    const members = element?.scope === 'global' ? substitutionMembers(schema, id) : [];
    if (element === undefined || members.length === 0) continue;
    for (const { abstract, name, id: one } of [element, ...members])
      if (abstract)
        found.set(
          clark(name),
          instantiableMembers(schema, one).map((member) => member.name.localName),
        );
  }
  return found.size === 0 ? undefined : Object.fromEntries(found);
}

const elementsIn = ({ term }: Particle): readonly ComponentId[] =>
  term.kind === 'model-group'
    ? term.particles.flatMap(elementsIn)
    : term.kind === 'wildcard'
      ? []
      : [term.element];
