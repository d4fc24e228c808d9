import { definitionCircular, nestingTooLarge } from '../../diagnostics/catalogue/xsd-link.js';
import type { ExpandedName } from '../../foundation/expanded-name.js';
import type { Span } from '../../foundation/span.js';
import type { ComponentId, SymbolSpace } from '../schema/index.js';
import type { LinkContext } from './link-context.js';

/** How deep global components may be made of one another. No schema that people wrote comes near. */
const MAX_DEPTH = 256;

/** How many components one may come to when each reference is followed: two references a level would double it each time. */
const MAX_PARTS = 100_000;

export type Outcome = 'linked' | 'circular' | 'too-large';

interface Extent {
  depth: number;
  parts: number;
}

/** Which components are being linked, one inside the other, and how far each that is done goes. */
export class Nesting {
  readonly #open = new Map<ComponentId, Extent>();
  readonly #done = new Map<ComponentId, Extent>();

  /** Links a component unless that is done. To meet one that is still being linked is a circle. */
  link(id: ComponentId, build: () => void): Outcome {
    if (this.#open.has(id)) return 'circular';
    const extent = this.#done.get(id) ?? this.#build(id, build);
    if (extent === undefined || extent.depth >= MAX_DEPTH || extent.parts >= MAX_PARTS) return 'too-large';
    const holder = [...this.#open.values()].at(-1);
    if (holder !== undefined) {
      holder.depth = Math.max(holder.depth, extent.depth + 1);
      holder.parts += extent.parts;
    }
    return 'linked';
  }

  #build(id: ComponentId, build: () => void): Extent | undefined {
    if (this.#open.size >= MAX_DEPTH) return undefined;
    const extent = { depth: 1, parts: 1 };
    this.#open.set(id, extent);
    build();
    this.#open.delete(id);
    this.#done.set(id, extent);
    return extent;
  }
}

interface Reference {
  readonly at: Span;
  readonly rule: string;
  readonly what: SymbolSpace;
  readonly name: ExpandedName;
  /** `is derived from`, `holds`: what the component does to itself. */
  readonly how: string;
}

/** Whether a reference can be followed; where it cannot, that is told. */
export function isLinked(ctx: LinkContext, outcome: Outcome, reference: Reference): boolean {
  if (outcome === 'circular') ctx.diagnostics.add(definitionCircular, reference);
  if (outcome === 'too-large') {
    const { at, what, name } = reference;
    ctx.diagnostics.add(nestingTooLarge, { at, what, name, depth: MAX_DEPTH, parts: MAX_PARTS });
  }
  return outcome === 'linked';
}
